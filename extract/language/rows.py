"""The rows of a trigger table, checked: their keys, kinds, conditions and words."""

from collections.abc import Mapping, Sequence

from extract.errors import LanguagePackError
from extract.kinds import kinds
from extract.language.phrasing import FormClass
from extract.language.shapes import FEWEST_LETTERS, STAR

PARTS: Mapping[str, FormClass] = {"verbs": "verb", "nouns": "noun", "phrases": "phrase"}
_LISTS = (*PARTS, "with", "not", "examples")
BEFORE_PLACE = "before_place"  # a key of rows: the name of a place must stand right behind the words
HEADLINE = "headline"  # a key of rows: the words must stand in a sentence without a stop, as in a headline
CLOSING = "closing"  # a key of rows: the words must end their clause
_KEYS = (*_LISTS, "kind", "object", BEFORE_PLACE, CLOSING, HEADLINE)


def check_row(file: str, row: object, classes: Sequence[str]) -> None:
    """Refuse a row of a trigger table that says something else than words of a kind under conditions."""
    if not isinstance(row, dict) or not isinstance(row.get("kind"), str):
        raise LanguagePackError(f"{file}: triggers has {row!r}; expected a table with a kind and verbs, nouns or phrases")
    kind: str = row["kind"]
    expect(file, f"triggers.{kind}.kind", kind, tuple(kinds()))
    for key, value in row.items():
        expect(file, f"triggers.{kind}", key, _KEYS)
        if key in _LISTS and not (isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value)):
            raise LanguagePackError(f"{file}: triggers.{kind}.{key} is {value!r}; expected a list of words")
        for word in value if key in PARTS else ():
            bare = [part.strip(STAR) for part in word.split() if STAR in part] if STAR in word else ()
            if any(len(part) < FEWEST_LETTERS or STAR in part for part in bare):
                raise LanguagePackError(f"{file}: triggers.{kind}.{key} has {word!r}; expected stars only at the ends of words")
    for name in row.get("with", ()):
        expect(file, f"triggers.{kind}.with", name, classes)


def expect(file: str, key: str, found: object, choices: Sequence[str]) -> None:
    """Refuse what is none of the choices; the message names file, key, found and expected."""
    if found not in choices:
        raise LanguagePackError(f"{file}: {key} is {found!r}; expected one of {', '.join(choices)}")
