"""Descriptions of persons → whom they mean: "the Iranian president", "the chief executive", "the 56-year-old".

A description means the one person of the document to whom its words are given, beside a name before or behind it ("chief
executive Ana Solis", "Ana Solis, the striker,") or by the table of offices; else whoever held the office in the country named
on the day of publication. Where two persons come into question, or none, it stays as it is.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from extract.actors import Person, Tenure, tenures
from extract.actors.offices import wider_offices
from extract.clauses import Name, Reading
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.models import Span
from extract.models.record import Record
from extract.phrases import Found

BEFORE = 5  # tokens before the noun in which its description begins: "the embattled German finance minister"
BESIDE = 7  # tokens between a name and the noun that describes it behind a comma: "Ana Solis, 58, the former chief executive"
OPENING = 8  # tokens in which a description that fits anybody begins its sentence
_APOSTROPHES = frozenset("'’")
ANYBODY = "anybody"  # key of the nouns that fit anybody told of before: "the defendant"


class _Told(Record, frozen=True):
    """A noun of an office with the words that belong to it: tokens [first, last) of a sentence."""

    first: int
    last: int
    noun: int  # its first token
    key: str
    country: str | None
    changed: bool  # "former", "deputy"
    definite: bool


class _Given(Record, frozen=True):
    """What a document or the table gives a person."""

    person: str  # key of the name
    office: str
    country: str | None
    changed: bool


def with_descriptions(
    readings: Sequence[Reading], names: list[list[Name]], rules: NameRules, events: EventRules, published: dt.date | None
) -> list[list[Name]]:
    """Add the persons whom descriptions mean to the names of each sentence, instead of the countries in them."""
    found = [reading.phrases(rules.descriptions) for reading in readings]
    if not any(found):
        return names
    told = [
        _all_told(reading, named, nouns, rules, events) if nouns else []
        for reading, named, nouns in zip(readings, names, found, strict=True)
    ]
    people = {name.key: name for named in reversed(names) for name in reversed(named) if name.kind == "person"}
    day = published.isoformat() if published else ""
    given = {*_offices(people, day), *_beside_names(readings, names, told)}
    out: list[list[Name]] = []
    for number, (reading, named) in enumerate(zip(readings, names, strict=True)):
        added = []
        for one in told[number]:
            if one.definite and not _is_beside_name(one, reading, named):
                before = out[-1] if out and readings[number - 1].sentence.paragraph == reading.sentence.paragraph else []
                person = _anybody(one, named, before) if one.key == ANYBODY else _meant(one, given, people, day)
                if person and all(name.key != person.key for name in named):  # who is named beside it takes part by the name
                    added.append(_name(person, reading, number, one))
        out.append(_instead(named, added) if added else named)
    return out


def _all_told(
    reading: Reading, named: Sequence[Name], nouns: Sequence[Found[str]], rules: NameRules, events: EventRules
) -> list[_Told]:
    """Read the descriptions of a sentence, by the longest of its nouns: "chief executive", not the "executive" in it."""
    out: list[_Told] = []
    for noun in sorted(nouns, key=lambda one: (one.first, -one.last)):
        low = max(out[-1].last if out else 0, noun.first - BEFORE)
        if noun.first >= low:
            out.append(_told(reading, named, noun, low, rules, events))
    return out


def _told(reading: Reading, named: Sequence[Name], noun: Found[str], low: int, rules: NameRules, events: EventRules) -> _Told:
    """Find the words from one token on that belong to a noun: its article, what tells more of it, its country."""
    keys = reading.keys
    countries = [name for name in named if name.kind == "country"]
    first, country, changed, definite = _before(keys, named, range(low, noun.first), rules, events)
    last = noun.last
    behind = next((name for name in countries if last <= name.first <= last + 2), None)
    if behind and all(key in events.place_links or key in rules.articles for key in keys[last : behind.first]):
        last, country = behind.last, country or behind.key
    owned = last + 1 < len(keys) and keys[last] in _APOSTROPHES and keys[last + 1] in events.possessive
    compound = owned or (last < len(keys) and (keys[last] in events.heads or keys[last] in rules.organisation_words))
    bare = not rules.definite_before or (country is not None and reading.sentence.heading)
    return _Told(first, last, noun.first, noun.value, country, changed, not compound and (definite or bare))


def _before(
    keys: Sequence[str], named: Sequence[Name], before: range, rules: NameRules, events: EventRules
) -> tuple[int, str | None, bool, bool]:
    """Read the words before a noun back to its article or its country: first token, country, changed, definite."""
    first, country, changed, at = before.stop, None, False, before.stop - 1
    while at >= before.start:
        key = keys[at]
        held = next((name for name in named if name.kind == "country" and name.first <= at < name.last), None)
        if held and country:
            break
        if held:
            first, country = held.first, held.key
            if not rules.definite_before:
                return first, country, changed, True
            at = held.first - 1
            continue
        if key in events.possessive and key in rules.definite_before:
            owner = next((name for name in named if name.last == at - 1), None)
            if owner and owner.kind != "country":
                break
            if owner:
                return owner.first, owner.key, changed, True
            first, at = at, at - 2  # the apostrophe too
            continue
        if key in rules.definite_before:
            return at, country, changed, True
        if key in events.determiners or not _belongs(key, rules, events):
            break
        changed = changed or key in rules.changed_before
        at -= 1
    return first, country, changed, False


def _belongs(key: str, rules: NameRules, events: EventRules) -> bool:
    """Tell whether a word may stand between the beginning of a description and its noun."""
    if not rules.definite_before and rules.roles.get((key,)) == "topic":
        return True
    known = key in events.finite or key in events.openers or (key,) in events.place_roles or key in events.auxiliaries
    return key == "-" or (key.isalnum() and not known and (key,) not in rules.roles)


def _is_beside_name(told: _Told, reading: Reading, named: Sequence[Name]) -> bool:
    """Tell whether a noun is the title of a name or stands behind it: it is the name that takes part then."""
    return any(_describes(told, name, reading) for name in named if name.kind == "person")


def _describes(told: _Told, name: Name, reading: Reading) -> bool:
    """Tell whether a noun describes a name: right before it, right behind it, or behind a comma."""
    keys = reading.keys
    if name.first == told.last or (name.first == told.last + 1 and keys[told.last] == ","):
        return True
    if name.last == told.noun:
        return True
    return (
        keys[name.last : name.last + 1] == [","] and name.last < told.noun <= name.last + BESIDE and _one_phrase(keys, name, told)
    )


def _one_phrase(keys: Sequence[str], name: Name, told: _Told) -> bool:
    """Tell whether only an age and the words of the description stand between a name and the noun behind it."""
    between = [key for key in keys[name.last + 1 : told.first] if key != ","]
    return all(key.isdigit() or key in "()" for key in between) or told.first <= name.last + 1


def _offices(people: Mapping[str, Name], day: str) -> Iterator[_Given]:
    for tenure in tenures():
        if tenure.person.key in people and (not day or tenure.covers(day)):
            yield _Given(tenure.person.key, tenure.office, tenure.country, changed=False)


def _beside_names(
    readings: Sequence[Reading], names: Sequence[Sequence[Name]], told: Sequence[Sequence[_Told]]
) -> Iterator[_Given]:
    """Give what the document says of those whom it names."""
    for reading, named, described in zip(readings, names, told, strict=True):
        for one in described:
            for name in named:
                if name.kind == "person" and _describes(one, name, reading):
                    yield _Given(name.key, one.key, one.country, one.changed)


def _meant(told: _Told, given: set[_Given], people: Mapping[str, Name], day: str) -> Name | None:
    """Give the one person whom a description may mean; None where none or several come into question."""
    offices = {told.key, *wider_offices().get(told.key, ())}
    fitting = {one for one in given if one.office in offices and one.changed == told.changed}
    if told.country:
        fitting = {one for one in fitting if one.country == told.country}
    persons = {one.person for one in fitting}
    if persons or told.changed or not told.country or not day:
        return people[persons.pop()] if len(persons) == 1 else None
    known = _holders(told.country, frozenset(offices), day)
    if len(known) != 1:
        return None
    (person,) = known
    return Name(0, 0, 0, Span(0, 0), person.name, "person", person.key, None)


def _holders(country: str, offices: frozenset[str], day: str) -> set[Person]:
    return {one.person for one in _of_country().get(country, ()) if one.office in offices and one.covers(day)}


@cache
def _of_country() -> Mapping[str, Sequence[Tenure]]:
    out: dict[str, list[Tenure]] = {}
    for one in tenures():
        out.setdefault(one.country, []).append(one)
    return out


def _anybody(told: _Told, named: Sequence[Name], before: Sequence[Name]) -> Name | None:
    """Give the one person of the sentence before, for a description that fits anybody and begins its sentence."""
    persons = {name.key: name for name in before if name.kind == "person"}
    alone = not any(name.kind == "person" for name in named)
    return next(iter(persons.values())) if len(persons) == 1 and alone and told.first < OPENING else None


def _name(person: Name, reading: Reading, number: int, told: _Told) -> Name:
    span = reading.span(told.first, told.last)
    return Name(number, told.first, told.last, span, person.name, "person", person.key, None, described=True)


def _instead(named: Sequence[Name], added: Sequence[Name]) -> list[Name]:
    """Put descriptions among the names, instead of those inside them."""
    kept = [name for name in named if not any(one.first <= name.first and name.last <= one.last for one in added)]
    return sorted([*kept, *added], key=lambda name: name.first)
