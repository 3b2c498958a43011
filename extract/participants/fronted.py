"""How nouns stand around a verb in scripts without spaces, where marks stand before them: "将涉嫌诈骗的陈某引渡"."""

from extract.clauses import Name, Reading, Trigger
from extract.kinds import kinds
from extract.language.participants import NameRules
from extract.models import Role
from extract.participants.cast import Cast

QUALIFIERS = 4  # tokens between a noun and what tells of it
COMMAS = frozenset("，,；;")
FRONTED: tuple[Role, ...] = ("patient", "target", "agent")  # roles of marks that hold for the last noun before a verb
OFFICES = frozenset({"office", "leaving office", "election"})  # families of kinds that tell of an office


def is_parted(name: Name, trigger: Trigger, reading: Reading) -> bool:
    """Tell whether a comma stands between an event and a name behind it."""
    return not COMMAS.isdisjoint(reading.keys[trigger.last : name.first])


def bears_office(name: Name, trigger: Trigger, reading: Reading, rules: NameRules) -> bool:
    """Tell whether a body behind an event is only that of the office somebody takes or leaves: "出任台湾电力公司董事长"."""
    if name.kind == "person" or kinds()[trigger.kind].family not in OFFICES:
        return False
    titles = (at for at in range(name.last, min(name.last + QUALIFIERS, len(reading.keys))) if rules.is_title(reading.keys[at]))
    at = next(titles, None)
    return at is not None and not (at + 1 < len(reading.keys) and reading.keys[at + 1][:1].isalpha())


def fronted_role(name: Name, low: int, cast: Cast, rules: NameRules) -> Role | None:
    """Give the role that a mark tells before a name with all that describes it: "将涉嫌诈骗的陈某引渡"; another name acts."""
    keys = cast.reading.keys
    for at in range(name.first - 1, low, -1):
        if not keys[at][:1].isalnum():
            return None
        role = rules.roles.get((keys[at],))
        if role in FRONTED:
            return role if role == "agent" or any(low <= one.first < at for one in cast.acting) else None
    return None


def is_object_before(name: Name, low: int, reading: Reading, rules: NameRules) -> bool:
    """Tell whether a noun is what another verb is done to, before the verb of the event: "打死七名信徒后逃离"."""
    for at in range(name.first - 1, max(low, name.first - QUALIFIERS) - 1, -1):
        key = reading.keys[at]
        if not key[:1].isalnum() or key in rules.pivots:
            return False
        if key in rules.happening:
            return True
    return False
