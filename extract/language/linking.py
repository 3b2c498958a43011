"""One language's words as linking compares them: languages/<code>/linking.toml and labels.toml, checked.

A word goes in as written; out comes its concept: a language-neutral key where the table knows the word, else its stem,
or "" for a word that says nothing of what a text is about.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import snowballstemmer

from extract.errors import LanguagePackError
from extract.language import LanguagePack, load_pack
from extract.names import skeleton
from extract.text import MOST_FOLDED, Remembered, fold, key_of

_NEUTRAL = snowballstemmer.stemmer("english")  # the neutral keys are plain English words; stems of them are compared
_MOST_CUT = 3  # letters of a suffix that may be cut from a dictionary form to find it in the table
_FEWEST_LEFT, _FEWEST_LATIN = 2, 4
_SLOT = re.compile(r"\{(\w+)\}")
FIGURES = (
    *("killed", "injured", "missing", "arrested", "evacuated", "displaced", "rescued"),
    *("missile", "drone", "house", "case", "magnitude"),
)  # units that a label may tell
TURNS = ("remand", "acquittal", "deathbed", "another")  # by a court, not guilty, of wounds in hospital; "in another attack"
SLOTS = frozenset({"who", "whom", "place", "s", "both", "at", "said", "missiles", *FIGURES})


@dataclass(frozen=True, slots=True)
class LinkingWords:
    """What one language knows about comparing words."""

    code: str
    stemmer: str  # "simplemma", the name of a Snowball stemmer, or "" for none
    verb_last: bool  # the object stands before the verb
    ranks_behind: bool  # a word that numbers a noun stands behind it: "ledakan kedua"
    stop: frozenset[str]
    concepts: Mapping[str, str]  # folded word or stem → neutral key
    offices: frozenset[str]  # concepts that name an office
    leaders: frozenset[str]  # those that name the leader of a country
    past: frozenset[str]  # folded words before an office that somebody held, holds for a while or will hold
    sure: tuple[str, ...]  # words that call a thing sure
    unsure: tuple[str, ...]  # words that call it open, or deny it
    toll: frozenset[str]  # folded words that count the dead: "toll", "number"
    turns: Mapping[str, re.Pattern[str]]  # turn that things of a kind may take → the folded words that tell it
    into: frozenset[str]  # folded words of a night that is told by the day into which it leads: "Nacht zum Freitag"
    versus: tuple[str, ...]  # words between the two numbers of a vote or a match: "211 votes to 148"
    ages: re.Pattern[str]  # the age of a person, its number in the first group that holds one
    accents_kept: bool  # the keys of words keep their accents


@dataclass(frozen=True, slots=True)
class LabelWords:
    """How one language words the label of a happening."""

    kinds: Mapping[str, str]  # kind → its name
    templates: Mapping[str, tuple[str, ...]]  # kind → templates, the fullest first
    general: tuple[str, ...]  # templates for every other kind; {kind} is its name
    join: str  # "and"
    modalities: Mapping[str, str]  # modality → "{label} (planned)"
    openers: tuple[str, ...]  # words that begin what is said: "that"
    breaks: tuple[str, ...]  # words that begin a clause which a headline can do without: "after"
    joins: tuple[str, ...]  # words that join two clauses: "and"
    subjects: frozenset[str]  # folded words that begin such a clause, beside names and figures
    dangling: frozenset[str]  # folded words that neither begin nor end a headline: "he", "of"
    placing: Mapping[str, str]  # kind of place, or "other" → "in {place}"


@lru_cache(maxsize=300_000)
def concept(word: str, code: str) -> str:
    """Fold one word to the key under which texts of any language are compared; "" for a stop word."""
    words = linking_words(code)
    folded = key_of(word, accents=words.accents_kept)
    if folded in words.stop or (len(folded) < 2 and not folded.isdigit() and folded not in words.concepts):
        return ""
    stem = _stem(folded, words.stemmer, code)
    if stem in words.stop:
        return ""
    known = (
        words.concepts.get(folded)
        or words.concepts.get(stem)
        or ("" if words.accents_kept or (words.stemmer and stem.isascii()) else _concept_of_cut(stem, words.concepts))
    )
    return known or stem


@cache
def concepts_of(code: str) -> Mapping[str, str]:
    """Give the concept of any word of a language by the word, for whoever asks of every word of a text."""
    return Remembered(lambda word: concept(word, code), MOST_FOLDED)


@cache
def linking_words(code: str) -> LinkingWords:
    """Read and check ``linking.toml`` of one language; a language without one compares folded words.

    Raises
    ------
    LanguagePackError
        A value is of the wrong type, or one word stands for two concepts.
    """
    pack = load_pack(code)
    table = pack.table("linking")
    stemmer = _text(table.get("stemmer", ""), pack, "linking.toml: stemmer")
    kept = pack.accents_kept
    stop = frozenset(key_of(word, accents=kept) for word in _text(table.get("stop", ""), pack, "linking.toml: stop").split())
    concepts: dict[str, str] = {}
    for key, listed in table.get("concepts", {}).items():
        words = _text(listed, pack, f"linking.toml: concepts.{key}").split()
        for word in (key, *words) if table.get("keys_are_words") else words:
            told = key_of(word, accents=kept)
            form = told if stemmer == "simplemma" else _stem(told, stemmer, code)
            if concepts.setdefault(form, neutral_key(key)) != neutral_key(key):
                raise LanguagePackError(f"{code}/linking.toml: concepts.{key} lists {word!r}, which another concept lists too")
    offices, leaders = (frozenset(map(neutral_key, table.get(name, ()))) for name in ("offices", "leaders"))
    verb_last = bool(table.get("verb_last"))
    sure, unsure = (tuple(table.get(name, ())) for name in ("sure", "unsure"))
    past = frozenset(key_of(word, accents=kept) for word in table.get("past", ()))
    versus = tuple(fold(word) for word in table.get("versus", ()))
    into = frozenset(key_of(word, accents=kept) for word in table.get("into", ()))
    toll = frozenset(key_of(word, accents=kept) for word in _text(table.get("toll", ""), pack, "linking.toml: toll").split())
    ranks_behind, ages = bool(table.get("ranks_behind")), _ages(pack, table)
    turns = _turns(pack, table.get("turns", {}), table.get("sources", ()))
    return LinkingWords(
        code,
        stemmer,
        verb_last,
        ranks_behind,
        stop,
        concepts,
        offices,
        leaders,
        past,
        sure,
        unsure,
        toll,
        turns,
        into,
        versus,
        ages,
        kept,
    )


def _turns(pack: LanguagePack, table: Mapping[str, Any], sources: Sequence[str]) -> Mapping[str, re.Pattern[str]]:
    """Compile the words of each turn; letters inside a word tell it too: "acquit" is in "acquitted".

    Words of ``sources`` tell only who says it: "hospital officials".
    """
    for turn, told in table.items():
        if turn not in TURNS:
            raise LanguagePackError(f"{pack.code}/linking.toml: turns.{turn} is unknown; expected one of {', '.join(TURNS)}")
        if not isinstance(told, list | tuple) or not told or not all(isinstance(one, str) and one.strip() for one in told):
            raise LanguagePackError(f"{pack.code}/linking.toml: turns.{turn} is {told!r}; expected a list of words")
    if not isinstance(sources, list | tuple) or not all(isinstance(one, str) and one.strip() for one in sources):
        raise LanguagePackError(f"{pack.code}/linking.toml: sources is {sources!r}; expected a list of words")
    return {turn: _turn(tuple(map(fold, told)), tuple(map(fold, sources))) for turn, told in table.items()}


def _turn(told: Sequence[str], sources: Sequence[str]) -> re.Pattern[str]:
    """Compile the words of one turn; only sources that begin as one of them does could hide it, and slow the search."""
    hiding = [one for one in sources if any(one.startswith(word) or word.startswith(one) for word in told)]
    but = "".join(f"(?!{re.escape(one)})" for one in hiding)
    return re.compile(f"{but}(?:{'|'.join(map(re.escape, told))})")


def _ages(pack: LanguagePack, table: Mapping[str, Any]) -> re.Pattern[str]:
    """Compile the wordings of an age: "{}-year-old", a star for the letters of an ending; and "Velev, 51," in every language."""
    told = table.get("ages", ())
    if not isinstance(told, list | tuple) or not all(isinstance(one, str) and one.count("{}") == 1 for one in told):
        raise LanguagePackError(f"{pack.code}/linking.toml: ages is {told!r}; expected wordings with one {{}} for the number")
    number = r"(?<!\d)(?<!\d[.,])(\d{1,3})(?!\d|[.,]\d)"
    forms = [
        (r"(?<!\w)" * one[0].isascii() * one[0].isalpha() + re.escape(one)).replace(r"\{\}", number).replace(r"\*", r"\w*")
        for one in told
    ]
    return re.compile("|".join([r"(?<=[^\W\d_]), (\d{2})(?=,(?! ?\d))", *forms]), re.IGNORECASE)


@cache
def label_words(code: str) -> LabelWords | None:
    """Read and check ``labels.toml`` of one language; None where the language has none."""
    pack = load_pack(code)
    table = pack.table("labels")
    if not table:
        return None
    templates = {kind: _templates(listed, pack, kind) for kind, listed in table.get("templates", {}).items()}
    general = tuple(table.get("general", ()))
    if not general:
        raise LanguagePackError(f"{code}/labels.toml: general is missing; expected a list of templates with {{kind}}")
    return LabelWords(
        dict(table.get("kinds", {})),
        templates,
        general,
        _text(table.get("join", "and"), pack, "labels.toml: join"),
        dict(table.get("modalities", {})),
        tuple(table.get("openers", ())),
        tuple(table.get("breaks", ())),
        tuple(table.get("joins", ())),
        _folded(table, pack, "subjects"),
        _folded(table, pack, "dangling"),
        dict(table.get("placing", {})),
    )


def _folded(table: Mapping[str, Any], pack: LanguagePack, key: str) -> frozenset[str]:
    return frozenset(map(fold, _text(table.get(key, ""), pack, f"labels.toml: {key}").split()))


def neutral_key(word: str) -> str:
    """Fold a plain English word to the neutral key that concepts of every language fold to."""
    return str(_NEUTRAL.stemWord(word))


def name_feature(name: str) -> str:
    """Give the key under which a name of any script is compared before names are resolved: "^" and its consonants."""
    bones = skeleton(name)
    return f"^{bones}" if len(bones) > 1 else ""


def _stem(folded: str, stemmer: str, code: str) -> str:
    if not stemmer or folded[:1].isdigit():
        return folded
    if stemmer == "simplemma":
        import simplemma  # noqa: PLC0415 - slow to load, and only some languages need it

        return fold(str(simplemma.lemmatize(folded, lang=code)))
    return str(_snowball(stemmer).stemWord(folded.removesuffix("'s")))


@cache
def _snowball(name: str) -> Any:
    if name not in snowballstemmer.algorithms():
        raise LanguagePackError(
            f"linking.toml: stemmer is {name!r}; expected 'simplemma' or one of {', '.join(snowballstemmer.algorithms())}"
        )
    return snowballstemmer.stemmer(name)


def _concept_of_cut(stem: str, concepts: Mapping[str, str]) -> str | None:
    shortest = max(_FEWEST_LATIN if stem.isascii() else _FEWEST_LEFT, len(stem) - _MOST_CUT)
    return next((concepts[stem[:end]] for end in range(len(stem) - 1, shortest - 1, -1) if stem[:end] in concepts), None)


def _templates(listed: Any, pack: LanguagePack, kind: str) -> tuple[str, ...]:
    if not isinstance(listed, list) or not all(isinstance(template, str) for template in listed):
        raise LanguagePackError(f"{pack.code}/labels.toml: templates.{kind} is {listed!r}; expected a list of templates")
    unknown = {slot for template in listed for slot in _SLOT.findall(template)} - SLOTS
    if unknown:
        raise LanguagePackError(
            f"{pack.code}/labels.toml: templates.{kind} has slot {sorted(unknown)[0]!r}; expected {', '.join(sorted(SLOTS))}"
        )
    return tuple(listed)


def _text(value: Any, pack: LanguagePack, key: str) -> str:
    if not isinstance(value, str):
        raise LanguagePackError(f"{pack.code}/{key} is {value!r}; expected a string")
    return value
