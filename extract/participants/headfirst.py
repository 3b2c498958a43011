"""Who takes part by the phrase that a noun heads, where nouns stand before what is theirs, prepositions before both, the verb last.

No sign joins a noun to what is its own ("هواداران جنبش"), so a phrase is told by its borders: prepositions, numbers, adverbs, the
mark of an object behind it. Only its head takes part: in "سفیر سوئد را" the envoy. Packs with ``phrase_starts`` are read so.
"""

from collections.abc import Sequence

from extract.clauses import Name, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.models import Role
from extract.participants.cast import Cast
from extract.participants.doers import DOER, ONLOOKER
from extract.participants.marks import turns
from extract.participants.nounphrases import (
    BODIES,
    COMMAS,
    counts,
    has_subject_before,
    is_border,
    is_object,
    is_preposition,
    parts,
    phrase_begin,
    role_before,
)

Told = tuple[Role, str]
NOUN_REACH = 4  # tokens from the noun of an event to the mark that makes it an object
SUBJECT, OBJECT, MARKED = (
    "participants: head of a bare phrase",
    "participants: head of an object",
    "participants: head under a mark",
)
GENITIVE = "participants: right behind the noun of what befalls it"
SUFFERING = ("patient", "victim", "beneficiary")
TAKING: tuple[Role, ...] = ("agent", "patient", "recipient", "companion", "victim", "target", "addressee", "beneficiary")
AGAINST = frozenset({"lawsuit", "accusation"})  # families whose verbs have whom they are against under "from": "از X شکایت کرد"
DEALS = "business"


def part_by_phrase(cast: Cast, trigger: Trigger, name: Name, events: EventRules, rules: NameRules) -> Told | None:
    """Give the role of a name or a noun by the phrase that it heads, or whose head tells it; None where none does."""
    if not rules.phrase_starts or trigger.position == "speech":
        return None
    reading = cast.reading
    counted = name.first > 0 and counts(reading.keys[name.first - 1], rules)
    own = not counted and any(verb.first <= name.first and name.last + 1 == verb.last for verb in cast.verbs.values())
    if name.kind == "common" and own:
        return None  # "متهم کرد"
    if not (_is_verb(reading, trigger, events) or is_gapped(reading, trigger, events, rules)):
        return _part_beside_noun(cast, trigger, name, events, rules)
    if name.first >= trigger.last:
        ended = reading.keys[trigger.last - 1] in events.finite
        return (("participant", ONLOOKER) if name.kind != "common" else None) if ended else None
    if name.last > trigger.first:
        return _part_inside(cast, trigger, name, events, rules)
    if _only_says(cast, name, trigger):
        return None
    if is_antecedent_of(reading, trigger, name, cast.acting, events, rules):
        return subject_role(reading, trigger, events), SUBJECT
    if name.kind == "common":
        return part_of_head(reading, trigger, name, cast.acting, events, rules)
    head = _head_of(reading, name, cast.acting, events, rules)
    if head is None:
        told = part_of_head(reading, trigger, name, cast.acting, events, rules)
        if told is not None and told[1] != MARKED:
            return told
        hurts = "victim" in kinds()[trigger.kind].roles  # "در پی حمله X سه نفر کشته شدند"
        apart = told is None and not hurts and _is_of_reason(reading, name, cast.acting, events, rules)
        apart = apart or _is_of_another(reading, trigger, name, cast.acting, events, rules)
        return ("participant", ONLOOKER) if apart else None
    told = part_of_head(reading, trigger, head, cast.acting, events, rules)
    if name.kind == "person" and not rules.is_title(reading.keys[head.last - 1]):
        return "participant", ONLOOKER  # "قاتل محمود شاهین"
    return told


def _is_verb(reading: Reading, trigger: Trigger, events: EventRules) -> bool:
    """Tell whether an event is told by a verb or by words that end with one: not "زیر آوار"."""
    ends = reading.keys[trigger.last - 1 : trigger.last + 1]
    return trigger.position == "verb" or (trigger.position != "noun" and not events.finite.isdisjoint(ends))


def _part_inside(cast: Cast, trigger: Trigger, name: Name, events: EventRules, rules: NameRules) -> Told | None:
    """Give the role of who stands under a mark between the words of an event: "در اختیار ارتش X قرار می‌دهد"."""
    head = name if name.kind == "common" else _head_of(cast.reading, name, cast.acting, events, rules) or name
    told = part_of_head(cast.reading, trigger, head, cast.acting, events, rules)
    return told if told is not None and told[1] == MARKED and name.last < trigger.last else None


def is_gapped(reading: Reading, trigger: Trigger, events: EventRules, rules: NameRules) -> bool:
    """Tell whether the noun of an event lacks only the verb that ends the next clause: "X را بازداشت و Y را ضبط کردند"."""
    keys, first = reading.keys, reading.clauses[reading.clause_of[trigger.first]].first
    joined = not events.coordinators.isdisjoint(keys[trigger.last : trigger.last + 1])
    return joined and any(rules.roles.get((key,)) == "patient" for key in keys[first : trigger.first])


def _only_says(cast: Cast, name: Name, trigger: Trigger) -> bool:
    """Tell whether a verb of saying stands between a name and an event in one clause: "X گفت Y را محکوم می‌کند"."""
    clauses = cast.reading.clause_of
    here = clauses[name.first] == clauses[trigger.first]
    return here and cast.said is not None and name.last <= cast.said < trigger.first


def part_of_head(
    reading: Reading, trigger: Trigger, name: Name, names: Sequence[Name], events: EventRules, rules: NameRules
) -> Told | None:
    """Give the role of whoever heads a phrase before its verb; None where the phrase is another's, or under another mark."""
    low = reading.clauses[reading.clause_of[name.first]].first
    begin = phrase_begin(reading, name, names, low, events, rules)
    keys = reading.keys
    if begin is None:
        taken = kinds()[trigger.kind].family == DEALS and is_object(reading, trigger, name, names, events, rules)
        return ("patient", OBJECT) if taken else None  # "سهام شرکت را خرید"
    if (role := role_before(keys, begin, low, rules)) is not None:
        given = role != "agent" and _in_reason(reading, low, begin, rules)
        given = given or (role == "recipient" and kinds()[trigger.kind].family in AGAINST)  # "به دادگاه شکایت کرد"
        return (role, MARKED) if role in TAKING and not given else None
    if begin > low and is_preposition(keys[begin - 1], events, rules):
        family = kinds()[trigger.kind].family
        whom = events.place_roles.get((keys[begin - 1],)) == "origin" and family in AGAINST and name.kind != "country"
        return ("patient", MARKED) if whom and not _in_reason(reading, low, begin, rules) else None
    if is_object(reading, trigger, name, names, events, rules):
        return "patient", OBJECT
    if has_subject_before(reading, trigger, name, names, low, events, rules):
        return None
    return subject_role(reading, trigger, events), SUBJECT


def subject_role(reading: Reading, trigger: Trigger, events: EventRules) -> Role:
    """Give the role of the subject of a verb: whoever dies, or of whom a passive tells, undergoes it."""
    roles = kinds()[trigger.kind].roles
    first = next(iter(roles), None)
    undergone: Role = next((role for role in roles if role in SUFFERING), "patient")
    return undergone if first == "victim" or turns(reading, trigger, events) else "agent"


def subjects_before(cast: Cast, trigger: Trigger, events: EventRules, rules: NameRules) -> list[Name]:
    """Give the subject of a verb whose clause has none: of the clause before, or whom a relative clause is about."""
    reading = cast.reading
    number = reading.clause_of[trigger.first]
    clause = reading.clauses[number]
    if not rules.phrase_starts or trigger.position == "noun" or number == 0:
        return []
    if any(_is_subject(cast, trigger, one, events, rules) for one in cast.acting if clause.first <= one.first < trigger.first):
        return []
    relative = clause.word in rules.relatives or clause.word in events.relatives
    before = reading.clauses[number - 1]
    if relative and resumes(reading, trigger, events):
        inside = [one for one in cast.acting if before.first <= one.first < before.last]
        parts_of = [(one, part_of_head(reading, trigger, one, cast.acting, events, rules)) for one in inside]
        return [one for one, told in parts_of if told is not None and told[1] in (SUBJECT, OBJECT)]
    if relative:
        return [one for one in cast.acting if is_antecedent_of(reading, trigger, one, cast.acting, events, rules)]
    if clause.opener == "comma" and number > 1 and before.word in events.relatives:
        before = reading.clauses[number - 2]
    elif clause.word not in events.coordinators or (cast.said is not None and before.first <= cast.said < before.last):
        return []
    held = (one for one in cast.acting if before.first <= one.first < before.last)
    return [one for one in held if _is_subject(cast, trigger, one, events, rules)]


def resumes(reading: Reading, trigger: Trigger, events: EventRules) -> bool:
    """Tell whether a verb behind that of a relative clause is the main one: "کودک را که گرفتار شده بود نجات دادند"."""
    first = reading.clauses[reading.clause_of[trigger.first]].first
    between = reading.keys[first : trigger.first]
    return any(key in events.finite and key in events.past_perfect | events.present_perfect for key in between)


def is_antecedent_of(
    reading: Reading, trigger: Trigger, name: Name, names: Sequence[Name], events: EventRules, rules: NameRules
) -> bool:
    """Tell whether the phrase that a noun heads ends where the relative clause of a verb begins: "قاتل X را که دستگیر شده"."""
    clause = reading.clauses[reading.clause_of[trigger.first]]
    if clause.word not in events.relatives or name.last > clause.first or trigger.position == "noun":
        return False
    if resumes(reading, trigger, events):
        return False
    low = reading.clauses[reading.clause_of[name.first]].first
    between = [key for key in reading.keys[name.last : clause.first] if rules.roles.get((key,)) != "patient"]
    if any(is_border(key, events, rules) for key in between):
        return False
    behind = (one for one in names if name.last <= one.first and one.last <= clause.first)
    heads = any(phrase_begin(reading, one, names, low, events, rules) is not None for one in behind)
    return not heads and phrase_begin(reading, name, names, low, events, rules) is not None


def _is_subject(cast: Cast, trigger: Trigger, name: Name, events: EventRules, rules: NameRules) -> bool:
    head = _head_of(cast.reading, name, cast.acting, events, rules) if name.kind in ("country", "organisation") else None
    told = part_of_head(cast.reading, trigger, head or name, cast.acting, events, rules)
    return told is not None and told[1] == SUBJECT


def _part_beside_noun(cast: Cast, trigger: Trigger, name: Name, events: EventRules, rules: NameRules) -> Told | None:
    """Give the role of who stands behind the noun of an event, by a mark or right there, or does it: "بازداشت X توسط Y"."""
    reading, its = cast.reading, kinds()[trigger.kind]
    keys = reading.keys
    if name.first >= trigger.last:
        between = keys[trigger.last : name.first]
        if any(key in events.finite or key in events.openers for key in between):
            return None
        begin = phrase_begin(reading, name, cast.acting, trigger.last, events, rules)
        if begin is not None and begin > trigger.last and role_before(keys, begin, trigger.last, rules) == "agent":
            return "agent", DOER
        aimed = begin is not None and "target" in its.roles and not parts(keys[trigger.last : begin - 1], events, rules)
        if aimed and begin is not None and role_before(keys, begin, trigger.last, rules) == "recipient":
            return "target", MARKED  # "حمله به کنسولگری X"
        if not all(counts(key, rules) or rules.is_title(key) for key in between):
            return None
        if not rules.deed_heads.isdisjoint(keys[trigger.first : trigger.last]):
            return "agent", DOER  # "تیراندازی پلیس"
        undergone = next((role for role in its.roles if role in SUFFERING), None)
        if undergone and "target" not in its.roles and "speaker" not in its.roles:
            return undergone, GENITIVE
        return ("agent", DOER) if name.kind == "common" and its.roles[:1] in (("agent",), ("speaker",)) else None
    ends = [
        at for at in range(trigger.last, min(len(keys), trigger.last + NOUN_REACH)) if rules.roles.get((keys[at],)) == "patient"
    ]
    borders = ends and any(is_border(key, events, rules) for key in keys[trigger.last : ends[0]])
    low = reading.clauses[reading.clause_of[trigger.first]].first
    if name.kind != "person" and low <= name.first and rules.claiming.intersection(keys[name.last : trigger.first][:1]):
        return "agent", DOER
    apart = name.kind == "person" and phrase_begin(reading, name, cast.acting, low, events, rules) is None
    kills = "victim" in its.roles and "target" not in its.roles
    if name.kind != "common" and low <= name.first and (apart or (kills and _has_genitive(cast, trigger, rules))):
        return "participant", ONLOOKER  # "بازداشت X با انتقاد Y روبه‌رو شد", "X کشته شدن Y را تأیید کرد"
    if name.kind != "common" or not ends or borders or name.first < low or its.roles[:1] != ("agent",):
        return None
    told = part_of_head(reading, trigger, name, cast.acting, events, rules)
    return told if told is not None and told[1] == SUBJECT else None


def _has_genitive(cast: Cast, trigger: Trigger, rules: NameRules) -> bool:
    """Tell whether somebody stands right behind the noun of an event: "کشته شدن سه گروگان"."""
    keys = cast.reading.keys
    behind = (one for one in cast.acting if one.first >= trigger.last)
    return any(all(counts(key, rules) or rules.is_title(key) for key in keys[trigger.last : one.first]) for one in behind)


def _head_of(reading: Reading, name: Name, names: Sequence[Name], events: EventRules, rules: NameRules) -> Name | None:
    """Give the noun that heads the phrase in which a name stands: "وزارت خارجه ایران"."""
    low = reading.clauses[reading.clause_of[name.first]].first
    heads = (
        one
        for one in names
        if one.kind == "common"
        and low <= one.first
        and one.last <= name.first
        and not parts(reading.keys[one.last : name.first], events, rules)
        and not (name.adjective and one.last < name.first)
        and not (name.kind == "person" and one.key in BODIES)
        and not any(one.last <= other.first and other.last <= name.first and other.kind != "common" for other in names)
        and phrase_begin(reading, one, names, low, events, rules) is not None
    )
    return max(heads, key=lambda one: one.first, default=None)


def _is_of_reason(reading: Reading, name: Name, names: Sequence[Name], events: EventRules, rules: NameRules) -> bool:
    """Tell whether a name stands under a mark in what tells why something was done."""
    low = reading.clauses[reading.clause_of[name.first]].first
    begin = phrase_begin(reading, name, names, low, events, rules)
    if begin is not None and role_before(reading.keys, begin, low, rules) in (None, "agent"):
        return False
    return _in_reason(reading, low, name.first if begin is None else begin, rules)


def _is_of_another(
    reading: Reading, trigger: Trigger, name: Name, names: Sequence[Name], events: EventRules, rules: NameRules
) -> bool:
    """Tell whether a name only says whose a thing is: "حمله X به Y را محکوم کرد", "دو فروند ایرباس خرید"."""
    low = reading.clauses[reading.clause_of[name.first]].first
    keys, begin = reading.keys, phrase_begin(reading, name, names, low, events, rules)
    if begin is None and name.kind in ("organisation", "group"):
        return rules.roles.get((keys[name.last],)) != "patient"  # not "انبار X را بمباران کرد"
    if begin is not None and begin > low and name.kind != "person" and _tells_where(keys[begin - 1], events, rules):
        return True  # "در کنسولگری X"
    under = begin is not None and begin > low and is_preposition(keys[begin - 1], events, rules)
    if begin is not None and (not under or role_before(keys, begin, low, rules) == "agent"):
        return False
    condemned = kinds()[trigger.kind].family in AGAINST and name.kind != "person"
    marked = any(rules.roles.get((key,)) == "patient" for key in keys[name.last : trigger.first])
    return condemned and marked


def _tells_where(key: str, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a preposition only tells where something was."""
    return events.place_roles.get((key,)) == "site" and (key,) not in rules.roles


def _in_reason(reading: Reading, low: int, begin: int, rules: NameRules) -> bool:
    """Tell whether a mark stands in what tells why something was done: "به اتهام همکاری با X اعدام کرد"."""
    found = [one.last for one in reading.phrases(rules.reasons) if low <= one.first and one.last < begin]
    keys = reading.keys
    return any(not any(key in COMMAS or rules.roles.get((key,)) == "patient" for key in keys[at:begin]) for at in found)
