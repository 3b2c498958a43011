"""Known persons in any script: heads of state and government, ministers and others who are named without being introduced.

The only reader of ``tables/people.csv`` (and, beside ``kinds``, of nothing else). A name told in any listed spelling gives
the person's English name; linking compares by it, so पुतिन and "Vladimir Putin" are one.
"""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extract.errors import TableError
from extract.names import name_key
from extract.phrases import Found, PhraseIndex, find_phrases, phrase_index, phrase_keys

TABLE = Path(__file__).parent / "tables" / "people.csv"
COLUMNS = ("name_en", "name_hi", "aliases", "office_en", "office_hi", "country", "from", "to", "source")
FEWEST_LETTERS = 4  # of a last name that is known alone


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom news name without saying who it is."""

    name: str  # in English
    key: str  # folded: what linking compares
    country: str | None  # ISO 3166-1 alpha-2


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """All known persons by every spelling of their names."""

    full: PhraseIndex[Person]
    last: PhraseIndex[Person]  # last names that only one of them bears


def find_people(keys: Sequence[str]) -> list[Found[Person]]:
    """Find the full names of known persons in folded words, in order."""
    return find_phrases(keys, known_people().full)


def find_last_names(keys: Sequence[str]) -> list[Found[Person]]:
    """Find last names that only one known person bears; the caller sees whether they stand for a person here."""
    return find_phrases(keys, known_people().last)


@cache
def known_people() -> KnownPeople:
    """Read the table of persons once.

    Raises
    ------
    TableError
        The file is missing, or a column is.

    """
    rows = _rows(TABLE)
    spellings = {(spelling, row["name_en"]): row for row in rows for spelling in _spellings(row)}
    people = {row["name_en"]: Person(row["name_en"], name_key(row["name_en"]), row["country"] or None) for row in rows}
    full = [(spelling, people[name]) for spelling, name in spellings if len(phrase_keys(spelling)) > 1]
    lasts = {(phrase_keys(spelling)[-1], name) for spelling, name in spellings if phrase_keys(spelling)}
    bearers = Counter(last for last, _ in lasts)
    alone = [(last, people[name]) for last, name in sorted(lasts) if bearers[last] == 1 and len(last) >= FEWEST_LETTERS]
    return KnownPeople(phrase_index(full), phrase_index(alone))


def _spellings(row: dict[str, str]) -> list[str]:
    return [spelling for spelling in (row["name_en"], row["name_hi"], *row["aliases"].split("|")) if spelling.strip()]


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                raise TableError(f"tables/{path.name}: columns are {reader.fieldnames}; expected {', '.join(COLUMNS)}")
            return list(reader)
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(f"tables/{path.name}: {error}; expected CSV in UTF-8") from error
