"""Which nouns without a name take part by their case, or by the mark of whom a deed is done to: "охранником", "на туристов"."""

from extract.clauses import Name, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.models import Role
from extract.participants.agreeing import agrees
from extract.participants.passives import is_passive
from extract.participants.subjects import qualified_from

POSTS = frozenset({"office", "leaving office", "election", "casting"})  # families of what makes somebody something
FAR = 14  # tokens between the noun of an event and the instrumental of who does it
NEAR = 4  # the same behind an active verb
BEHIND = 5  # tokens between a verb and a subject behind it, what describes it
AIM_REACH = 5  # the same between a deed and whom it is done to


def clause_start(reading: Reading, trigger: Trigger) -> int:
    """Give the first word of the clause of an event, behind its sign."""
    first = reading.clauses[reading.clause_of[trigger.first]].first
    return first + (not reading.keys[first][:1].isalnum())


def is_by_whom(name: Name, trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether an instrumental is that of who does it: of a passive, or behind a noun; none is made its own post."""
    its = kinds()[trigger.kind]
    if trigger.position == "noun":
        acts = its.roles[:1] == ("agent",) and len(its.roles) > 1
        return acts and its.family not in POSTS and 0 <= name.first - trigger.last <= FAR
    return is_passive(reading, trigger, events, rules) or (its.family not in POSTS and 0 <= name.first - trigger.last < NEAR)


def is_aim(name: Name, trigger: Trigger, reading: Reading, rules: NameRules) -> bool:
    """Tell whether a noun stands behind the mark of whom a deed is done to: "атака на туристов"."""
    if not rules.striking_marks or trigger.position == "verb" or not 0 <= name.first - trigger.last <= AIM_REACH:
        return False
    mark = qualified_from(name, reading, rules) - 1
    return mark >= trigger.first and reading.keys[mark] in rules.striking_marks


def ends_behind(name: Name, trigger: Trigger, reading: Reading) -> bool:
    """Tell whether a subject stands behind a verb that else stands last, at the end of its clause: "গ্রেপ্তার করেছে পুলিশ"."""
    if trigger.position == "noun" or name.case in ("object", "of", "dative") or not 0 <= name.first - trigger.last <= BEHIND:
        return False
    between, behind = reading.keys[trigger.last : name.first], reading.keys[name.last : name.last + 1]
    return all(key[:1].isalpha() for key in between) and not any(key[:1].isalnum() for key in behind)


def is_genitive_party(name: Name, trigger: Trigger, reading: Reading, rules: NameRules) -> bool:
    """Tell whether a noun in the genitive does what a verb made a noun tells, owns the noun of an event, or bears a mark."""
    if reading.keys[trigger.last - 1] in rules.nominal_verbs or not rules.owner_ends:
        return reading.keys[trigger.last - 1] in rules.nominal_verbs
    if agrees(name, trigger, reading, rules):
        return True
    role = word_behind(name, reading, rules)
    return role != "topic" if role else trigger.position != "verb" and 0 <= trigger.first - name.last <= 1


def word_behind(name: Name, reading: Reading, rules: NameRules) -> Role | None:
    """Give the role that words behind a noun tell: "শ্রমিকদের সঙ্গে"."""
    behind = (tuple(reading.keys[name.last : name.last + length]) for length in (2, 1))
    return next((rules.roles[mark] for mark in behind if mark in rules.roles), None)
