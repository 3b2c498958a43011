"""Whose deed or fate the noun of an event is: "Lena Ito's arrest", "over its missile test", "accepted her resignation".

Whoever is arrested, killed, tried or appointed owns the noun without doing anything; others before it have no part in it.
"""

from collections.abc import Sequence

from extract.clauses import Name, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.models import Role
from extract.participants.aside import APOSTROPHES
from extract.participants.doers import DOER, ONLOOKER

Told = tuple[Role, str]
OWNED = "participants: whose fate it is"
BETWEEN = 3  # tokens between an owner and the noun: "its latest missile test"
# families and kinds whose noun is of whom they befall
FATES = frozenset(
    {
        "arrest",
        "charge",
        "trial",
        "judgement",
        "execution",
        "release",
        "killing",
        "kidnapping",
        "office",
        "missing",
        "toll",
        "illness",
    }
)
FATEFUL = frozenset({"dismissal", "expulsion", "rescue", "evacuation", "funeral", "birth", "arrest warrant"})


def with_owners(
    reading: Reading, trigger: Trigger, names: Sequence[Name], roles: Sequence[Told], events: EventRules, rules: NameRules
) -> Sequence[Told]:
    """Give the roles of the names anew where the noun of an event has an owner, else as they are."""
    its = kinds()[trigger.kind]
    if trigger.position != "noun" or events.verb_last or events.verb_first or its.roles[:1] == ("participant",):
        return roles
    at = _owner_at(reading, trigger, events, rules)
    if at is None:
        return roles
    undergoes = (its.family in FATES or its.name in FATEFUL) and not _has_object(reading, trigger, events)
    owner = _owner(reading, at, names, roles, rules)
    if owner is None and not (undergoes and reading.keys[at] in rules.person_pronouns):
        return roles
    if owner is not None and undergoes and names[owner].kind not in ("person", "common"):
        undergoes = False  # "Russia's arrest of a reporter"
    return [_anew(told, names[number], number == owner, trigger, undergoes) for number, told in enumerate(roles)]


def _anew(told: Told, name: Name, owns: bool, trigger: Trigger, undergoes: bool) -> Told:
    if owns:
        return ("patient", OWNED) if undergoes else ("agent", DOER)
    return (told[0], ONLOOKER) if told[0] == "agent" and name.last <= trigger.first else told


def _owner_at(reading: Reading, trigger: Trigger, events: EventRules, rules: NameRules) -> int | None:
    """Give the token of the pronoun or of the possessive before a noun, words that describe it between them."""
    keys = reading.keys
    for at in range(trigger.first - 1, max(trigger.first - 2 - BETWEEN, -1), -1):
        key = keys[at]
        if key in events.determiners and (key in rules.own_pronouns or key in rules.person_pronouns):
            return at
        if key in events.possessive and at > 0 and keys[at - 1] in APOSTROPHES:
            return at - 1
        if not key[:1].isalpha() or key in events.determiners or key in events.finite or key in events.noun_prepositions:
            return None
    return None


def _owner(reading: Reading, at: int, names: Sequence[Name], roles: Sequence[Told], rules: NameRules) -> int | None:
    """Give the number of the name that owns the noun; None where no name is known to."""
    key = reading.keys[at]
    if key in APOSTROPHES:
        return next((number for number, name in enumerate(names) if name.last == at), None)
    meant = next((number for number, name in enumerate(names) if name.first == at), None)
    if meant is not None:
        return meant
    if key in rules.own_pronouns:
        before = [number for number, name in enumerate(names) if name.last <= at and name.kind in ("country", "organisation")]
        free = [number for number in before if roles[number][0] != "companion" and not names[number].adjective]
        chosen = free or before
        return chosen[-1] if chosen else None
    if at > 0 and reading.keys[at - 1] in rules.accepting:
        return None  # "Lee accepted her resignation"
    persons = [number for number, name in enumerate(names) if name.last <= at and name.kind == "person"]
    return persons[0] if len({names[number].key for number in persons}) == 1 else None


def _has_object(reading: Reading, trigger: Trigger, events: EventRules) -> bool:
    """Tell whether a noun has an object of its own: "his murder of a neighbour"."""
    return not events.place_links.isdisjoint(reading.keys[trigger.last : trigger.last + 1])
