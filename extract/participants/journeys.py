"""Who travels where a noun tells of a journey, and who is only its goal: "Kim's Russia trip", "मोदी की जापान यात्रा"."""

from collections.abc import Sequence

from extract.clauses import Name, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.models import Role
from extract.participants.doers import ONLOOKER

JOURNEYS = frozenset({"visit", "tour", "travel"})  # families of kinds that take somebody somewhere
HYPHENS = frozenset("-‐‑–")  # between a land and such a noun: "die Russland-Reise"
GOAL, TRAVELLER = "participants: goal of a journey", "participants: traveller"


def with_travellers(
    reading: Reading, trigger: Trigger, names: Sequence[Name], roles: Sequence[tuple[Role, str]], events: EventRules
) -> Sequence[tuple[Role, str]]:
    """Give the roles of the names anew where a noun tells of a journey that has a goal, else as they are."""
    its = kinds()[trigger.kind]
    told_by_noun = trigger.position == "noun" or (events.verb_last and trigger.position == "phrase")  # "यात्रा पर"
    if not told_by_noun or its.family not in JOURNEYS or its.placing != "target":
        return roles
    goal = next((number for number, name in enumerate(names) if _is_goal(name, trigger, reading)), None)
    if goal is None:
        return roles
    told = enumerate(zip(names, roles, strict=True))
    return [_anew(name, role, trigger, events, goal=number == goal) for number, (name, role) in told]


def _is_goal(name: Name, trigger: Trigger, reading: Reading) -> bool:
    """Tell whether a land stands right before the noun of a journey to it."""
    between = reading.keys[name.last : trigger.first]
    return name.kind == "country" and not name.adjective and name.last <= trigger.first and all(key in HYPHENS for key in between)


def _anew(name: Name, told: tuple[Role, str], trigger: Trigger, events: EventRules, *, goal: bool) -> tuple[Role, str]:
    if goal:
        return "target", GOAL
    if events.verb_last and name.first >= trigger.last:
        return told[0], ONLOOKER  # what stands between the noun and the last verb is of that
    return ("agent", TRAVELLER) if events.verb_last and told[0] == "topic" and name.kind == "person" else told
