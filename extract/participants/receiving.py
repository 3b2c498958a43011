"""Who is given what a noun tells of: "Kenya received aid from India", "जर्मनी से सहायता मिली", "Lee accepted his resignation".

The subject of a verb of receiving does nothing of it; whoever stands behind, or bears the mark of an origin, does.
"""

from collections.abc import Sequence

from extract.clauses import Name, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.language.shapes import Shapes
from extract.models import Role
from extract.participants.cast import Cast
from extract.participants.doers import DOER

GIVEN: tuple[Role, ...] = ("recipient", "addressee")  # roles of those who may receive what a kind tells of
OFFICE = "office"  # family of what one is given, and another has before
LEAVING = "leaving office"  # the family of what one gives up, and another accepts
AIDED: Role = "beneficiary"  # the same of what goes to somebody; who is rescued at a site receives no rescue
ACTING = frozenset({"agent", "recipient", "patient"})
GIVING = frozenset({"origin", "companion", "participant", "agent", "patient", "topic"})  # "X का इस्तीफा मंजूर किया"
VERB_BEHIND = 3  # tokens behind a noun in which the verb stands that it goes with, where verbs stand last
RECEIVER, GIVER, TAKER = "participants: receives", "participants: from whom it is received", "participants: takes an office"


def with_receivers(
    cast: Cast, trigger: Trigger, names: Sequence[Name], roles: Sequence[tuple[Role, str]], events: EventRules, rules: NameRules
) -> Sequence[tuple[Role, str]]:
    """Give the roles of the names anew where the clause tells by whom a thing is received, else as they are."""
    its = kinds()[trigger.kind]
    role = next((one for one in its.roles if one in GIVEN or (one == AIDED and its.placing == "target")), None)
    role = "addressee" if its.family == LEAVING else role if its.family != "award" else None  # who wins one does something
    verbs = cast.reading.keys[trigger.first : trigger.last + VERB_BEHIND]
    buys = role == "recipient" and not rules.buying.isdisjoint(verbs)
    receives = rules.spaced and trigger.position == "verb" and not events.verb_last
    buys = buys or (receives and bool(role) and not rules.receiving.isdisjoint(verbs[:1]))  # "received 40 tanks from Arden"
    if role and buys:
        return _with_buyers(names, roles, trigger, cast.reading, events, role)
    verbal = trigger.position == "speech" or (trigger.position == "verb" and rules.spaced)  # no form tells a verb from a noun
    if role is None or verbal:
        return roles
    at = _receiving_at(cast.reading, trigger, events, (rules.receiving, rules.accepting)[: 1 + (its.family == LEAVING)])
    if at is None:
        return roles
    receivers = _receivers(names, roles, trigger, at, events)
    return [_anew(told, number in receivers, role) for number, told in enumerate(roles)] if receivers else roles


def with_successors(
    trigger: Trigger, roles: Sequence[tuple[Role, str]], reading: Reading, rules: NameRules
) -> Sequence[tuple[Role, str]]:
    """Give the roles anew where the subject takes an office, perhaps that of another: "接替黄国荣出任董事长"."""
    own = reading.keys[trigger.first : trigger.last]
    if kinds()[trigger.kind].family != OFFICE or rules.taking_office.isdisjoint(own):
        return roles
    turned: dict[str, tuple[Role, str]] = {"agent": ("patient", TAKER), "patient": ("topic", TAKER)}
    return [turned.get(role, (role, rule)) for role, rule in roles]


def _with_buyers(
    names: Sequence[Name], roles: Sequence[tuple[Role, str]], trigger: Trigger, reading: Reading, events: EventRules, role: Role
) -> Sequence[tuple[Role, str]]:
    """Give the roles of a purchase: "Poland bought 250 tanks from the United States" gives Poland arms."""
    buyers = _receivers(names, roles, trigger, trigger.first, events)
    before = [events.place_roles.get((reading.keys[name.first - 1],)) if name.first else None for name in names]
    if not events.marks_after:  # "从韩国购买"
        buyers -= {number for number in buyers if before[number] == "origin"}
    sold: list[tuple[Role, str]] = [
        ("agent", GIVER) if told[0] in (role, "target") else told for told in roles
    ]  # "compró tanques a Corea del Sur", "向韩国购买"
    return [_anew(told, number in buyers, role) for number, told in enumerate(sold)] if buyers else roles


def _anew(told: tuple[Role, str], receives: bool, role: Role) -> tuple[Role, str]:
    if receives:
        return role, RECEIVER
    return ("agent", GIVER) if told[0] in GIVING else told


def _receiving_at(reading: Reading, trigger: Trigger, events: EventRules, verbs: Sequence[Shapes]) -> int | None:
    """Give the token of the verb of receiving that a noun, or a phrase, is the object of."""
    clause = reading.clauses[reading.clause_of[trigger.first]]
    if events.verb_last:
        near = [*range(trigger.first, min(trigger.last + VERB_BEHIND, clause.last))]
    else:
        near = [*range(trigger.last - 1, clause.first - 1, -1)]
        near += range(trigger.last, clause.last) if events.verb_bracket else ()  # "hat den Rücktritt von Lee angenommen"
    return next((at for at in near if any(reading.keys[at] in words for words in verbs)), None)


def _receivers(names: Sequence[Name], roles: Sequence[tuple[Role, str]], trigger: Trigger, at: int, events: EventRules) -> set[int]:
    """Give the numbers of the names that receive: those before the verb; where verbs stand last, by their marks."""
    free = (not (name.kind == "common" and trigger.first <= name.first and name.last <= trigger.last) for name in names)
    acting = [
        number
        for number, ((role, rule), apart) in enumerate(zip(roles, free, strict=True))
        if role in ACTING and apart and rule != DOER
    ]
    if events.verb_last:
        given = [number for number in acting if roles[number][0] != "agent"]  # whoever acts beside them gives: "भारताकडून"
        if given:
            return set(given)
        plain = [number for number, (role, _) in enumerate(roles) if role == "participant"]
        return set(acting or (plain[:1] if len(names) > 1 else ()))
    own = trigger.last if trigger.position == "phrase" else trigger.first  # "قبل الرئيس استقالة" holds who accepts
    if events.verb_first and trigger.position == "verb":  # "اشترى المغرب"
        return {number for number in acting if roles[number][0] == "agent"}
    before = own if events.verb_first else min(at, trigger.first)
    return {number for number in acting if names[number].last <= before}
