"""Where the phrase of a noun begins and ends, and what stands before and behind it, where nouns stand before what is theirs.

In goes a sentence with a noun or a name, out comes where its phrase begins, the role of its mark, whether it is an object.
"""

from collections.abc import Sequence

from extract.clauses import Name, Reading, Trigger
from extract.language.events import EventRules
from extract.language.figures import figure_words
from extract.language.participants import NameRules
from extract.models import Role
from extract.participants.passives import AUTHORITIES
from extract.participants.uncased import COMMON_MARK

OBJECT_REACH = 12  # tokens from a noun to the mark behind its phrase
MARKS = (3, 2, 1)  # words of a mark before a phrase
BODIES = AUTHORITIES | {COMMON_MARK + key for key in ("association", "committee", "union", "ministry", "party", "players")}
COMMAS = frozenset(",،")


def phrase_begin(reading: Reading, name: Name, names: Sequence[Name], low: int, events: EventRules, rules: NameRules) -> int | None:
    """Give where the phrase begins that a noun heads, with the number before it; None where the noun is another's."""
    keys, at = reading.keys, name.first
    while name.kind != "common" and at > low and _entitles(keys[at - 1], rules):
        at -= 1
    while at > low and counts(keys[at - 1], rules):
        at -= 1
    if at - 1 > low and keys[at - 2] in rules.phrase_starts and is_preposition(keys[at - 1], events, rules):  # "شماری از زنان"
        at -= 2
    counted = at < name.first and counts(keys[at], rules)
    if counted or at <= low or is_border(keys[at - 1], events, rules) or role_before(keys, at, low, rules):
        return at
    if any(one.last == at and one.kind != "common" for one in names):
        return at
    bodies = [one.last for one in names if name.kind == "person" and one.key in BODIES and one.last <= at]
    apart = any(not any(is_border(key, events, rules) for key in keys[last:at]) for last in bodies)  # "دادگاه انقلاب آذرنوش را"
    return at if apart else None


def _entitles(key: str, rules: NameRules) -> bool:
    """Tell whether a word before a name is its title, or acts for its land."""
    state = rules.beside.state_nouns
    acts = key in rules.organisation_words or (state is not None and state.fullmatch(key) is not None)
    return rules.is_title(key) or (acts and key not in rules.deed_heads)  # not "حمله X"


def parts(keys: Sequence[str], events: EventRules, rules: NameRules) -> bool:
    """Tell whether one of some words ends a phrase or begins another."""
    return any(is_border(key, events, rules) or counts(key, rules) for key in keys)


def counts(key: str, rules: NameRules) -> bool:
    """Tell whether a word counts what stands behind it."""
    numbers = figure_words(rules.code)
    return key in rules.phrase_starts or (numbers is not None and numbers.counts(key))


def is_preposition(key: str, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a word is a preposition."""
    return (key,) in events.place_roles or (key,) in rules.roles or key in events.noun_prepositions or key in events.time_marks


def is_border(key: str, events: EventRules, rules: NameRules) -> bool:
    """Tell whether no noun behind a word is one of it: a preposition, a sign, an adverb, a verb, the mark of an object."""
    if not key[:1].isalnum() or key in rules.phrase_bounds or key in events.finite:
        return True
    return key in events.openers or key in events.coordinators or is_preposition(key, events, rules)


def role_before(keys: Sequence[str], begin: int, low: int, rules: NameRules) -> Role | None:
    """Give the role that the words before a phrase tell, "از سوی"; that of an object's mark is told of what stands before it."""
    for length in MARKS:
        role = rules.roles.get(tuple(keys[max(low, begin - length) : begin])) if begin - length >= low else None
        if role is not None and role != "patient":
            return role
    return None


def is_object(reading: Reading, trigger: Trigger, name: Name, names: Sequence[Name], events: EventRules, rules: NameRules) -> bool:
    """Tell whether the mark of an object stands behind the phrase that a noun heads."""
    keys, opens = reading.keys, _opens_phrase(reading, name, names, events, rules)
    behind = range(name.last, min(trigger.first, name.last + OBJECT_REACH))
    mark = next((at for at in behind if rules.roles.get((keys[at],)) == "patient"), None)
    if mark is None:
        return False
    apposed = keys[mark - 1] in COMMAS  # "آذرنوش، فعال حقوق زنان، را"
    between = keys[name.last : mark]
    if name.kind != "common" and not apposed and not all(rules.is_title(key) for key in between[:1]):
        return False  # "X لایحه را تقدیم کرد"
    if name.kind in ("country", "organisation") and between and rules.is_title(between[0]):
        return False  # "رئیس‌جمهور X سناتور Y را"
    for at in range(name.last, mark):
        key = keys[at]
        if (opens and key in rules.own_pronouns) or any(one.first == at and _is_apart(one, name) for one in names):
            return False  # "باشگاه قرارداد خود را", "دادگاه آذرنوش را"
        inside = key in rules.own_pronouns or (apposed and key in COMMAS)
        if not inside and (counts(key, rules) or is_border(key, events, rules)):
            return False
    return not (opens and mark > name.last and name.key in BODIES)  # "مجلس طرح را تصویب کرد"


def _is_apart(other: Name, name: Name) -> bool:
    """Tell whether a name behind a noun begins a phrase of its own: a person behind a body."""
    return other.kind == "person" and name.key in BODIES


def _opens_phrase(reading: Reading, name: Name, names: Sequence[Name], events: EventRules, rules: NameRules) -> bool:
    """Tell whether a phrase stands where a subject may: not under a preposition, and behind no other name or noun."""
    low = reading.clauses[reading.clause_of[name.first]].first
    begin = phrase_begin(reading, name, names, low, events, rules)
    if begin is None or begin <= low:
        return begin is not None
    before = reading.keys[begin - 1]
    return is_border(before, events, rules) and not is_preposition(before, events, rules)


def has_subject_before(
    reading: Reading, trigger: Trigger, name: Name, names: Sequence[Name], low: int, events: EventRules, rules: NameRules
) -> bool:
    """Tell whether another noun before this one heads a phrase without a mark, and so is the subject."""
    for one in names:
        if low <= one.first and one.last <= name.first and one.kind in ("common", "person", "organisation", "country"):
            begin = phrase_begin(reading, one, names, low, events, rules)
            joined = reading.keys[one.last : name.first]
            if begin is None or any(key in events.coordinators for key in joined):
                continue
            under = begin > low and is_preposition(reading.keys[begin - 1], events, rules)
            if not under and not is_object(reading, trigger, one, names, events, rules):
                return True
    return False
