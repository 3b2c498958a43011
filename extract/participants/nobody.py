"""What nobody does: floods, blasts and the deaths they bring, beside which somebody is named: "was charged after the blast"."""

from collections.abc import Sequence

from extract.clauses import Name, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.models import Role
from extract.participants.cast import Cast

ACTING = frozenset({"agent", "participant", "speaker", "companion"})
DISASTER = "disaster"  # a colour of kinds
DONE_TO = frozenset({"patient", "victim", "target", "recipient", "addressee", "beneficiary"})


def only_suffers(trigger: Trigger, name: Name, told: tuple[Role, str], events: EventRules) -> bool:
    """Tell whether a name would do what nobody does, a flood or a death told by a noun: "Arden called the flood a warning"."""
    its = kinds()[trigger.kind]
    if events.verb_last or its.colour != DISASTER or not ACTING.isdisjoint(its.roles):
        return False
    inside = trigger.first <= name.first < trigger.last  # "tám người thiệt mạng"
    return trigger.position == "noun" and told[0] == "agent" and name.last != trigger.first and not inside


def is_about_thing(cast: Cast, trigger: Trigger, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a relative clause is about a noun that is nobody: "was charged after the explosion that killed 21"."""
    reading = cast.reading
    clause = reading.clauses[reading.clause_of[trigger.first]]
    if clause.word not in rules.relatives or events.verb_last or trigger.position == "noun":
        return False
    at = clause.first - 1
    if at < 0 or (reading.keys[clause.first] == "," and clause.word in events.person_relatives):
        return False  # "Lena Ito, a lawyer from the next town, who won"
    if not reading.words[at][:1].islower() or rules.is_title(reading.keys[at]):
        return False
    return not any(name.first <= at < name.last for name in cast.names)


def with_dying(
    names: Sequence[Name], roles: Sequence[tuple[Role, str]], beside: Sequence[bool], trigger: Trigger
) -> Sequence[tuple[Role, str]]:
    """Make victims of those without a name who die, where nobody else does: "14 peregrinos murieron", not "found the body of"."""
    if tuple(kinds()[trigger.kind].roles) != ("victim",) or any(
        role in DONE_TO and not apart for (role, _), apart in zip(roles, beside, strict=True)
    ):
        return roles
    return [
        ("victim", rule) if role == "agent" and name.kind == "common" else (role, rule)
        for name, (role, rule) in zip(names, roles, strict=True)
    ]
