"""Tell whether capitalised words are a name where every noun bears a capital ("die Polizei", "Olaf Scholz").

A given name before another word, a title before it, an acronym, a word of an organisation beside another, or a word that the
language's dictionary lacks makes it one.
"""

from collections.abc import Sequence
from functools import lru_cache

from extract.gazetteer import Gazetteer
from extract.gazetteer.files import GIVEN
from extract.language.participants import NameRules
from extract.text import fold

LONGEST_UNKNOWN = 12  # letters; a longer word that the dictionary lacks is rather a compound than a name
SHORTEST_UNKNOWN = 4


def is_name_among_nouns(words: Sequence[str], rules: NameRules, *, titled: bool) -> bool:
    """Tell whether capitalised words are a name; ``titled``: a title stands before them."""
    several = len(words) > 1
    if any(word.isupper() and len(word) > 1 for word in words):
        return True
    if several and (fold(words[0]) in rules.given_names or Gazetteer.load().word_flags(fold(words[0])) & GIVEN):
        return True
    if several and any(fold(word) in rules.organisation_words for word in words):
        return True
    unknown = any(_is_unknown(word, rules.dictionary) for word in words)
    return unknown or (titled and not several and fold(words[0]) not in rules.never)


@lru_cache(maxsize=50_000)
def _is_unknown(word: str, language: str) -> bool:
    import simplemma  # noqa: PLC0415 - slow to load, and only some languages need it

    return SHORTEST_UNKNOWN <= len(word) <= LONGEST_UNKNOWN and not simplemma.is_known(word, language)
