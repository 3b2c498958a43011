"""Known actors in any script: heads of state and government, ministers, agencies, parties, companies and armed groups.

The only reader of ``tables/people.csv`` and ``tables/actors.csv``. A name told in any listed
spelling gives one key; linking compares by it, so पुतिन and "Vladimir Putin" are one, and टीएएसएस and TASS.
"""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from extract.actors.offices import shared
from extract.errors import TableError
from extract.language import load_pack, spelled_out
from extract.language.nameforms import name_forms
from extract.names import name_key
from extract.phrases import Finder, Found, PhraseIndex, Value, phrase_index, phrase_keys

TABLE = Path(__file__).parents[1] / "tables" / "people.csv"
COLUMNS = ("name_en", "name_hi", "aliases", "office_en", "office_hi", "country", "from", "to", "source")
ACTORS = TABLE.with_name("actors.csv")
ACTOR_COLUMNS = ("key", "name_en", "name_hi", "aliases", "kind", "country")
KNOWN_UNTIL = "2025-06-30"  # who held an office then and left it later is not in the table
OF_LATE = "2022"  # the year from which it is held so
FEWEST_LETTERS = 4  # of a last name that is known alone


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom news name without saying who it is."""

    name: str  # in English
    key: str  # folded: what linking compares
    country: str | None  # ISO 3166-1 alpha-2


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that somebody held, from a day to a day, both as far as they are known: "2017-05-14", "2010"."""

    person: Person
    office: str  # in English, in lower case
    country: str  # its key: "@FR"
    first: str
    last: str

    def covers(self, day: str) -> bool:
        """Tell whether the office was held on a day, in ISO 8601."""
        return self.first <= day and (day <= self.last or day.startswith(self.last))


ActorKind = Literal["organisation", "country", "group", "metonym"]


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An organisation, group, country or seat of power, by one spelling of its name."""

    name: str  # in English
    key: str  # what linking compares: "@KP" for a country and its seats of power, else the folded name
    kind: ActorKind
    country: str | None  # ISO 3166-1 alpha-2
    spelling: str  # as the table writes it
    plain: str = ""  # the name of such an office of any country, where the spelling is one


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """All known persons by every spelling of their names."""

    full: PhraseIndex[Person]
    last: PhraseIndex[Person]  # last names that only one of them bears


@dataclass(frozen=True, slots=True)
class NamesIn:
    """Known persons and actors as one language writes them."""

    people: PhraseIndex[Person]
    actors: PhraseIndex[KnownActor]


def name_tables(code: str) -> tuple[PhraseIndex[Any], ...]:
    """Give the tables of names that are sought in every sentence of a language."""
    own = names_in(code)
    return known_people().full, known_actors(), own.people, own.actors


def find_people(find: Finder, code: str = "") -> list[Found[Person]]:
    """Find the full names of known persons, in order; with a language's code, as that language writes them too."""
    return _outermost([*find(known_people().full), *(find(names_in(code).people) if code else ())])


def find_last_names(find: Finder) -> Sequence[Found[Person]]:
    """Find last names that only one known person bears; the caller sees whether they stand for a person here."""
    return find(known_people().last)


def find_actors(words: Sequence[str], find: Finder, code: str = "") -> list[Found[KnownActor]]:
    """Find known organisations, groups and seats of power, in order.

    Parameters
    ----------
    words
        The words as written: "who" is no health organisation, and an apple no company.
    find
        Gives the phrases of a table in the same words, folded.
    code
        The language whose own names count too.

    """
    found = [*find(known_actors()), *(find(names_in(code).actors) if code else ())]
    return _outermost([one for one in found if _written_so(words[one.first : one.last], one.value.spelling)])


def _outermost(found: list[Found[Value]]) -> list[Found[Value]]:
    """Keep the longest of overlapping names: "UN Security Council", not the "UN" in it."""
    if len(found) <= 1:
        return found
    kept: list[Found[Value]] = []
    for one in sorted(found, key=lambda one: (one.first, -one.last)):
        if not kept or one.first >= kept[-1].last:
            kept.append(one)
    return kept


def _written_so(words: Sequence[str], spelling: str) -> bool:
    """Tell whether words keep the capitals of a spelling: "Russia today" is no broadcaster."""
    if len(words) == 1 and spelling.isupper():
        return words[0].isupper()
    parts = spelling.replace("-", " ").replace(".", " ").replace("’", " ").replace("'", " ").split()
    if len(parts) != len(words):
        return words[0][:1].isupper() or not spelling[:1].isupper()
    return all(word[:1].isupper() or not part[:1].isupper() for word, part in zip(words, parts, strict=True))


@cache
def listed_names(code: str) -> dict[str, str]:
    """Give the name that the tables list in one language, by the key that linking compares; {} for a language without a column."""
    column = f"name_{code}"
    if column not in COLUMNS:
        return {}
    people = {name_key(row["name_en"]): row[column] for row in _rows(TABLE, COLUMNS) if row[column]}
    rows = [row for row in _rows(ACTORS, ACTOR_COLUMNS) if row[column] and (row["key"][:1] != "@" or row["kind"] == "country")]
    return people | {row["key"]: row[column] for row in reversed(rows)}


@cache
def country_of() -> dict[str, str]:
    """Give the country of every listed person, by the key that linking compares: "vladimir putin" → "RU"."""
    return {person.key: person.country for _, person in _named_people() if person.country}


@cache
def tenures() -> Sequence[Tenure]:
    """Give who held an office of a country, and when, as the table of persons tells it."""
    people = dict(_named_people())
    rows = [row for row in _rows(TABLE, COLUMNS) if row["country"]]
    return [
        Tenure(people[row["name_en"]], row["office_en"].lower(), f"@{row['country']}", row["from"], row["to"] or KNOWN_UNTIL)
        for row in rows
    ]


@cache
def known_actors() -> PhraseIndex[KnownActor]:
    """Read the table of organisations, groups and seats of power once, indexed by their spellings.

    Raises
    ------
    TableError
        The file is missing, a column is, or a kind is unknown.

    """
    named: dict[tuple[str, ...], tuple[str, KnownActor]] = {}
    for row in _rows(ACTORS, ACTOR_COLUMNS):
        if row["kind"] not in get_args(ActorKind):
            raise TableError(
                f"tables/actors.csv: kind of {row['name_en']} is {row['kind']!r}; expected {', '.join(get_args(ActorKind))}"
            )
        for spelling in _spellings(row):
            named.setdefault(phrase_keys(spelling), (spelling, _actor(row, spelling)))
    return phrase_index(named.values())


def _actor(row: dict[str, str], spelling: str) -> KnownActor:
    plain, own = shared().get(row["name_en"], ("", frozenset()))
    kind = cast(ActorKind, row["kind"])
    return KnownActor(row["name_en"], row["key"], kind, row["country"] or None, spelling, "" if spelling in own else plain)


@cache
def names_in(code: str) -> NamesIn:
    """Read how one language writes known persons and actors: ``names.csv`` of its pack, a spelling and the English name a row.

    Raises
    ------
    TableError
        A row is no pair, or its English name is in neither table.

    """
    people = dict(_named_people())
    actors = {row["name_en"]: row for row in reversed(_rows(ACTORS, ACTOR_COLUMNS))}
    of_people: list[tuple[str, Person]] = []
    of_actors: list[tuple[str, KnownActor]] = []
    pack = load_pack(code)
    forms = name_forms(pack)
    for line in pack.listed("names"):
        spelling, comma, name = line.partition(",")
        spelled = forms.of(spelling) if name in people or forms.changes != "every" else [spelling]
        keys = [spelled_out(form) if pack.accents_kept else form for form in spelled]
        if name in people:
            of_people += [(key, people[name]) for key in keys]
        elif name in actors:
            of_actors += [(key, _actor(actors[name], spelling)) for key in keys]
        else:
            found = f"{name!r} is in neither people.csv nor actors.csv" if comma else f"{line!r} is no pair"
            raise TableError(f"{code}/names.csv: {found}; expected a spelling and a name_en of one of them")
    if forms.rules and "Latin" in pack.scripts:
        of_people += [(form, people[name]) for name in _in_office_of_late() for form in forms.of(name)]
    return NamesIn(phrase_index(of_people), phrase_index(of_actors))


def _in_office_of_late() -> list[str]:
    """Give the English names of whoever held an office in the last years: their forms are known in every Latin script."""
    rows = _rows(TABLE, COLUMNS)
    return [row["name_en"] for row in rows if (not row["to"] or row["to"] >= OF_LATE) and " " in row["name_en"]]


@cache
def known_people() -> KnownPeople:
    """Read the table of persons once.

    Raises
    ------
    TableError
        The file is missing, or a column is.

    """
    people = dict(_named_people())
    spellings = dict.fromkeys((spelling, row["name_en"]) for row in _rows(TABLE, COLUMNS) for spelling in _spellings(row))
    full = [(spelling, people[name]) for spelling, name in spellings if len(phrase_keys(spelling)) > 1]
    lasts = {(phrase_keys(spelling)[-1], name) for spelling, name in spellings if phrase_keys(spelling)}
    bearers = Counter(last for last, _ in lasts)
    alone = [(last, people[name]) for last, name in sorted(lasts) if bearers[last] == 1 and len(last) >= FEWEST_LETTERS]
    return KnownPeople(phrase_index(full), phrase_index(alone))


def _named_people() -> list[tuple[str, Person]]:
    """Read every person by the name in English; the row read last wins."""
    rows = _rows(TABLE, COLUMNS)
    return [(row["name_en"], Person(row["name_en"], name_key(row["name_en"]), row["country"] or None)) for row in rows]


def people_rows() -> list[dict[str, str]]:
    """Give the rows of the table of persons."""
    return _rows(TABLE, COLUMNS)


def _spellings(row: dict[str, str]) -> list[str]:
    return [spelling for spelling in (row["name_en"], row["name_hi"], *row["aliases"].split("|")) if spelling.strip()]


def _rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if tuple(reader.fieldnames or ()) != columns:
                raise TableError(f"tables/{path.name}: columns are {reader.fieldnames}; expected {', '.join(columns)}")
            return list(reader)
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(f"tables/{path.name}: {error}; expected CSV in UTF-8") from error
