"""Who acts and who undergoes where the verb stands first: the subject behind it or, told first, before it; then the object.

Beside the noun of an event only the subject of its clause acts, or whose deed it is told to be.
"""

from collections.abc import Sequence

from extract.clauses import Name, Trigger
from extract.kinds import Kind, kinds
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.models import Role
from extract.participants.cast import Cast
from extract.participants.doers import DOER, ONLOOKER
from extract.participants.lists import title_start
from extract.participants.passives import AUTHORITIES, without_joint
from extract.participants.uncased import COMMON_MARK

UNDERGOES: frozenset[str] = frozenset({"patient", "victim"})
VICTIMS = frozenset({"victim", "target"})
OBJECTS = UNDERGOES | {"recipient", "target"}  # roles of what a verb is done to
FORCES = frozenset(COMMON_MARK + key for key in ("army", "navy", "air force", "security forces", "rebels", "militants", "police"))
VOICING = frozenset(
    {
        "accusation",
        "rejection",
        "concern",
        "condolence",
        "warning",
        "denial",
        "statement",
        "thanks",
        "praise",
        "report",
        "request",
        "investigation",
        "expert opinion",
        "welcome",
    }
)  # kinds of what is only said of the deed that a noun behind tells
STRIKING = frozenset({"attack", "fighting", "siege"})  # families of what a force does, and a place suffers
NEAR_PASSIVE = 1  # tokens between a subject and its passive behind it


def role_by_first_verb(
    cast: Cast, trigger: Trigger, name: Name, events: EventRules, rules: NameRules, *, passive: bool
) -> tuple[Role, str]:
    """Give the role of a name that no mark tells beside a verb that stands first."""
    keys, number = cast.reading.keys, cast.reading.clause_of[trigger.first]
    inside = [one for one in cast.acting if cast.reading.clause_of[one.first] == number and one.kind != "thing"]
    if cast.sourced:
        inside = [one for one in inside if one.span != (cast.teller and cast.teller.span)]
    behind = [one for one in inside if one.first >= trigger.last or trigger.first < one.first]
    joins = _is_joined_verb(keys, trigger, events)
    if name.last <= trigger.first and _is_of_other(cast, trigger, name, number, events):
        return "agent", ONLOOKER
    if name.last <= trigger.first:
        before = [one for one in inside if one.last <= trigger.first]
        if joins and (_has_subject(trigger, behind, passive=passive) or name not in _first_of(keys, before, events)):
            return "agent", ONLOOKER
        beside = next((one for one in before if one.last == trigger.first), None)
        bare = beside and beside.kind == "common" and not keys[beside.first].startswith(tuple(rules.definite_starts))
        if bare and before[0] is not beside and name is not beside:
            return "agent", ONLOOKER  # "محتجين أغلقوا الطريق": a clause about them alone
        related = cast.reading.clauses[number].word in rules.relatives and cast.reading.clause_of[name.first] != number
        if related and _has_object(keys, trigger, rules):
            return "patient", "participants: whom a clause is about"  # "الصحفي الذي اعتقلته الشرطة"
        if passive:
            near = joins or trigger.first - name.last <= NEAR_PASSIVE or trigger.first - 1 <= cast.reading.clauses[number].first
            return ("patient", "participants: before a passive" if near else ONLOOKER)
        return "agent", "participants: before the verb"
    if any(trigger.last <= at < name.first and _is_joined_verb(keys, verb, events) for at, verb in cast.verbs.items()):
        return "agent", ONLOOKER
    if passive:
        if name.adjective and _is_of_deed(keys, name, events, rules):
            return "agent", DOER
        first = next((one for one in behind if one.kind in ("person", "common")), name)
        between = keys[first.last : name.first + 1]
        joined = name.first <= first.first or name.kind == "country" or any(key[:1] in events.coordinators for key in between)
        return "patient", "participants: subject of a passive" if joined else ONLOOKER
    if joins and len(inside) > len(behind):
        if not _has_subject(trigger, behind, passive=passive):
            return "patient", "participants: behind the joined verb"
        inside = behind
    if cast.reading.clauses[number].word in rules.relatives and not _has_object(keys, trigger, rules):
        return "patient", "participants: behind the verb of a clause about its subject"  # "الشركة التي زودت الجيش"
    others = [one for one in inside if one.first < name.first]
    if name.kind == "country":  # "الجيش الإسرائيلي"
        others = [one for one in others if one.kind == "person" or one.last < name.first]
    if not others or is_joined(keys, others[-1], name, events):
        return "agent", "participants: behind the verb"
    return "patient", "participants: behind the subject"


def role_by_first_noun(cast: Cast, trigger: Trigger, name: Name, events: EventRules, rules: NameRules) -> tuple[Role, str]:
    """Give the role of a name that no mark tells beside a noun: of those before it only the subject of its clause acts.

    Whose crime it is stands nearest: "convicted him of fraud". Right behind the noun of an attack stands the force that does it.
    """
    keys, clauses, its = cast.reading.keys, cast.reading.clause_of, kinds()[trigger.kind]
    onlooking: tuple[Role, str] = ("agent", ONLOOKER)
    if any(one.kind == "common" and one.first <= trigger.first < one.last for one in cast.acting):
        return onlooking  # "المحتجين": they alone protest
    right_behind = (one for one in cast.acting if one.first == trigger.last and its.family in STRIKING)
    striking = next((one for one in right_behind if _is_force(one, keys, rules)), None)
    if name.last > trigger.first:
        if name is striking or (_is_of_noun(keys, trigger, name, rules) and OBJECTS.isdisjoint(its.roles)):
            return "agent", DOER
        return "patient", "participants: behind the verb"
    if keys[trigger.first] in rules.undergoing_nouns:
        return onlooking
    if striking:
        return onlooking
    before = [one for one in cast.acting if one.last <= trigger.first and clauses[one.first] == clauses[name.first]]
    clause = cast.reading.clauses[clauses[trigger.first]]
    if clauses[name.first] != clauses[trigger.first] and clause.word in events.time_marks:
        return onlooking
    if its.roles[:1] == ("participant",):
        return "agent", "participants: before the verb"
    if _is_charged(keys, trigger, rules):
        accused = [one for one in before if one.kind == "person" or (one.kind == "common" and one.key not in AUTHORITIES)]
        if accused:
            return ("agent", DOER) if name is accused[-1] else onlooking
    apart = _only_adds(cast, trigger, its, events)
    return onlooking if apart or name not in _first_of(keys, before, events) else ("agent", "participants: before the verb")


def _is_of_noun(keys: Sequence[str], trigger: Trigger, name: Name, rules: NameRules) -> bool:
    """Tell whether nothing but a title stands between a noun and whose it is: "استقالة الوزير أحمد محمد"."""
    return title_start(keys, name.first, rules) <= trigger.last


def _is_force(name: Name, keys: Sequence[str], rules: NameRules) -> bool:
    """Tell whether a name is that of a force or of another body, not of a place."""
    return name.key in FORCES or (name.kind == "organisation" and keys[name.first] in rules.organisation_words)


def is_crime(cast: Cast, trigger: Trigger, rules: NameRules) -> bool:
    """Tell whether a noun tells what somebody is accused of: "بتهمة نشر"."""
    noun = trigger.position == "noun" and kinds()[trigger.kind].roles[:1] == ("agent",)
    return noun and "patient" not in kinds()[trigger.kind].roles and _is_charged(cast.reading.keys, trigger, rules)


def is_verbal_noun(cast: Cast, trigger: Trigger, events: EventRules, rules: NameRules) -> bool:
    """Tell whether what looks like a verb is its noun, where verbs stand first: "أدانت قطر قصف …", not "قطر قصفت"."""
    if not events.verb_first or trigger.position == "noun":
        return False
    if trigger.position == "phrase":  # "أدى إلى مقتل"
        return cast.reading.keys[trigger.last - 1] in rules.undergoing_nouns
    keys, clause = cast.reading.keys, cast.reading.clauses[cast.reading.clause_of[trigger.first]]
    first = clause.first + (keys[clause.first] in events.openers or not keys[clause.first][:1].isalpha())
    told = [one for one in cast.acting if one.kind != "thing" and one.span != (cast.teller and cast.teller.span)]
    subject = next((one for one in told if clause.first <= one.first and one.last <= trigger.first), None)
    if subject is None or subject.first <= first or subject.last == trigger.first or _is_joined_verb(keys, trigger, events):
        return False
    opening = keys[first]
    small = opening in events.noun_prepositions or (opening,) in events.place_roles or opening in events.auxiliaries
    return not (small or opening in events.past_perfect or opening in events.adverbs)


def body_before(cast: Cast, name: Name) -> Name | None:
    """Give the body that the name of a land right behind belongs to: "هيئة المنافسة السعودية"."""
    if name.kind != "country":
        return None
    return next((one for one in cast.names if one.last == name.first and one.kind in ("organisation", "common")), None)


def role_by_letters(cast: Cast, name: Name, rules: NameRules) -> tuple[Role, str] | None:
    """Give the role that the letters tell which are written as one with a name behind them: "لأحمد"."""
    letters = name.span.start - cast.reading.starts[name.first]
    role = rules.roles.get((cast.reading.keys[name.first][:letters],)) if letters else None
    return (role, "participants: by its first letters") if role else None


def is_left_behind(cast: Cast, trigger: Trigger, name: Name, events: EventRules) -> bool:
    """Tell whether another verb joined by "and" begins behind a name, and the name is not its subject: "فازت على … وتأهلت"."""
    reading, keys = cast.reading, cast.reading.keys
    number = reading.clause_of[trigger.first]
    joined = [at for at, verb in cast.verbs.items() if name.last <= at <= trigger.first and _is_joined_verb(keys, verb, events)]
    if not joined or reading.clause_of[name.first] != number:
        return False
    before = [one for one in cast.acting if one.last <= joined[0] and reading.clause_of[one.first] == number]
    return name not in _first_of(keys, before, events)


def is_joined(keys: Sequence[str], one: Name, name: Name, events: EventRules) -> bool:
    """Tell whether a name is joined to the one before, by a word or by the letter that is written as one with it."""
    between = keys[one.last : name.first]
    joint = between[-1:] or keys[name.first][:1]
    return len(between) <= 1 and (joint[0] if joint else "") in events.coordinators


def _is_charged(keys: Sequence[str], trigger: Trigger, rules: NameRules) -> bool:
    """Tell whether a noun stands under what an accusation is about: "بتلقي رشوة", "بتهمة نشر"."""
    mark = keys[trigger.first - 1] if trigger.first else ""
    return keys[trigger.first][:1] in rules.joined_letters or mark[:1] in rules.joined_letters


def _only_adds(cast: Cast, trigger: Trigger, its: Kind, events: EventRules) -> bool:
    """Tell whether a noun only adds by what, or on what account, its clause's verb was: "على خلفية اختفاء", "في انفجار"."""
    keys = cast.reading.keys
    mark = keys[trigger.first - 1] if trigger.first else ""
    clause = cast.reading.clauses[cast.reading.clause_of[trigger.first]]
    before = [verb for at, verb in cast.verbs.items() if clause.first <= at <= clause.first + 1 and at < trigger.first]
    voiced = any(verb.kind in VOICING for verb in before)
    if mark in events.noun_prepositions or voiced:
        return not VICTIMS.isdisjoint(its.roles)
    caused = any(found.last == trigger.first for found in cast.reading.phrases(events.causes))
    return caused or mark in events.topic_links or mark in events.time_marks


def _is_of_deed(keys: Sequence[str], name: Name, events: EventRules, rules: NameRules) -> bool:
    """Tell whether the adjective of a land belongs to what somebody died or was hurt by: "في غارة إسرائيلية"."""
    if name.first < 2 or not keys[name.first - 1][:1].isalpha():
        return False
    mark = keys[name.first - 2]
    return (
        keys[name.first - 1][:1] in rules.joined_letters
        or mark in events.noun_prepositions
        or mark in events.time_marks
        or mark in rules.never
    )


def _is_of_other(cast: Cast, trigger: Trigger, name: Name, number: int, events: EventRules) -> bool:
    """Tell whether a name stands before a verb that is about a later one: "تسلمت بغداد قياديا كان قد فر"."""
    reading = cast.reading
    if _is_joined_verb(reading.keys, trigger, events):
        return False
    told = [one for one in cast.acting if reading.clause_of[one.first] == number and one.last <= trigger.first]
    others = [at for at in cast.verbs if at < trigger.first and reading.clause_of[at] == number]
    others = [at for at in others if any(at < one.first for one in told)]
    return bool(others) and name is not told[-1] and told[-1].kind in ("person", "common")


def _first_of(keys: Sequence[str], names: Sequence[Name], events: EventRules) -> list[Name]:
    """Give the first of some names, with the land and the names joined to it."""
    found = list(names[:1])
    for name in names[1:]:
        if not (is_joined(keys, found[-1], name, events) or (name.adjective and name.first == found[-1].last)):
            break
        found.append(name)
    return found


def _has_subject(trigger: Trigger, behind: Sequence[Name], *, passive: bool) -> bool:
    """Tell whether a verb that is joined to another has a subject of its own behind it."""
    if passive or len([one for one in behind if not one.adjective]) != 1:
        return passive or bool(behind)
    return behind[0].key in AUTHORITIES or OBJECTS.isdisjoint(kinds()[trigger.kind].roles)


def _has_object(keys: Sequence[str], trigger: Trigger, rules: NameRules) -> bool:
    """Tell whether a pronoun is written as one with a verb, as its object: "اعتقلته"."""
    ends = tuple(rules.object_pronouns)
    return keys[trigger.first].endswith(ends) and not trigger.lemma.endswith(ends)


def _is_joined_verb(keys: Sequence[str], trigger: Trigger, events: EventRules) -> bool:
    """Tell whether a verb bears the letter for "and": "وصادرت"."""
    return without_joint(keys, trigger, events) != keys[trigger.first]
