"""Tell whether capitalised words are a name where every noun bears a capital ("die Polizei", "Olaf Scholz").

A given name before another word, a title before it, an acronym, a word of an organisation beside another, or a word that the
language's dictionary lacks makes it one.
"""

from collections.abc import Sequence
from functools import lru_cache

from extract.clauses import Reading
from extract.gazetteer import Gazetteer
from extract.gazetteer.files import GIVEN
from extract.language.participants import NameRules
from extract.text import fold

LONGEST_UNKNOWN = 12  # letters; a longer word that the dictionary lacks is rather a compound than a name
SHORTEST_UNKNOWN = 4
BODIES = frozenset({
    "police", "army", "navy", "air force", "coastguard", "security forces", "government", "court", "prosecutors", "firefighters",
    "opposition", "parliament", "union", "company", "association", "authority", "ministry", "party", "committee",
})  # fmt: skip
LEAST_WITH_NOUN = 3  # words of a noun with a full name behind it


def is_name_among_nouns(words: Sequence[str], rules: NameRules, *, titled: bool) -> bool:
    """Tell whether capitalised words are a name; ``titled``: a title stands before them."""
    several = len(words) > 1
    if any(len(word) > 1 and (word.isupper() or _has_capital_inside(word)) for word in words):
        return True
    if several and _is_given(words[0], rules):
        return True
    if several and any(fold(word) in rules.organisation_words for word in words):
        return True
    unknown = any(_is_unknown(word, rules.dictionary) for word in words)
    return unknown or (titled and not several and fold(words[0]) not in rules.never)


def behind_noun(words: Sequence[str], rules: NameRules) -> int:
    """Tell at which of some capitalised words a name begins, behind a noun that says who it is: "Stadtkämmerin Renate Ullmann"."""
    if len(words) == LEAST_WITH_NOUN - 1:  # "Kabelhersteller Elbkabel"
        bodies = rules.beside.bodies_before
        return int(bodies is not None and bool(bodies.fullmatch(fold(words[0]))) and _is_unknown(words[1], rules.dictionary))
    if len(words) < LEAST_WITH_NOUN or _is_given(words[0], rules) or not words[-2][:1].isalpha():
        return 0
    if any(
        fold(word) in rules.organisation_words or fold(word) in rules.thing_words or fold(word) in rules.joints for word in words
    ):
        return 0
    if means_somebody(fold(words[0]), rules):
        return 1  # "Journalist Deniz Korkmaz"
    at = next((at for at in range(1, len(words) - 1) if fold(words[at]) in rules.given_names), 0)
    return at if at and words[at - 1][-1:].isalpha() and not _is_unknown(words[at - 1], rules.dictionary) else 0


def end_of_club(reading: Reading, last: int, closed: Sequence[bool], rules: NameRules) -> int:
    """Give where the name of a club ends that only its town tells: "SC Freiburg"."""
    word, beside = reading.words[last - 1], last < len(closed) and closed[last] and reading.words[last][:1].isupper()
    return last + 1 if beside and word.isupper() and reading.keys[last - 1] in rules.organisation_words else last


def follows_noun(words: Sequence[str], rules: NameRules) -> bool:
    """Tell whether a noun stands before the given name of somebody, and says who it is."""
    if len(words) < len(("noun", "name")) or not (words[0][:1].isupper() and words[0][-1:].islower()):
        return False
    key = fold(words[0])
    return not is_body(key, rules) if fold(words[1]) in rules.given_names else means_somebody(key, rules) is not None


def is_body(key: str, rules: NameRules) -> bool:
    """Tell whether a noun that takes part without a name means a body: "die Polizei" before a name is no title of it."""
    return means_somebody(key, rules) in BODIES


def means_somebody(key: str, rules: NameRules) -> str | None:
    """Give whom a word means, of those that take part without a name; None for another."""
    begun = rules.common_nouns.get(key)
    if begun is not None and begun.alone:
        return begun.alone[0][0]
    found = rules.common_compounds[key] if rules.common_compounds is not None else None
    return found[0] if found else None


def is_of_place(reading: Reading, first: int, rules: NameRules) -> bool:
    """Tell whether what looks like a name only says where the person before it holds office: "…, Bürgermeisterin von Talca"."""
    keys = reading.keys
    if first < LEAST_WITH_NOUN or keys[first] not in rules.particles or not rules.is_title(keys[first - 1]):
        return False
    return keys[first - 2] == "," and reading.words[first - 3][:1].isupper()


def _is_given(word: str, rules: NameRules) -> bool:
    return fold(word) in rules.given_names or bool(Gazetteer.load().word_flags(fold(word)) & GIVEN)


def _has_capital_inside(word: str) -> bool:
    """Tell whether a word is written as only names are, "VfB", "BioNTech"; not as the plural "MitarbeiterInnen"."""
    return any(map(str.isupper, word[1:].removesuffix("Innen").removesuffix("In")))


@lru_cache(maxsize=50_000)
def _is_unknown(word: str, language: str) -> bool:
    import simplemma  # noqa: PLC0415 - slow to load, and only some languages need it

    return SHORTEST_UNKNOWN <= len(word) <= LONGEST_UNKNOWN and not simplemma.is_known(word, language)
