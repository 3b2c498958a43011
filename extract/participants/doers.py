"""Who does what a noun or a verb tells of, where others in its clause only speak of it: "Japan condemned Arden's missile test".

Whoever a noun is told to be of or by does it; in what somebody says, who is named nearest before the verb.
"""

from collections.abc import Collection, Sequence

from extract.clauses import Name, Reading, Trigger
from extract.kinds import Kind, kinds
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.models import Role
from extract.participants.aside import APOSTROPHES, is_genitive_of
from extract.participants.attributes import UNMARKED
from extract.participants.cast import Cast
from extract.participants.subjects import is_of_participle

DOER, ONLOOKER = "participants: whose deed it is", "participants: onlooker"
BEFALLEN = "participants: whom it befalls"
TAKING, SUFFERING = frozenset({"target", "recipient"}), frozenset({"patient", "victim", "beneficiary", "addressee"})
DOING: tuple[tuple[Role, ...], ...] = (("agent",), ("speaker",))  # first roles of kinds that somebody does
FLYING = frozenset({"missile launch", "missile test"})  # kinds whose noun is of who does them, though they have a target
BETWEEN = 3  # tokens between a name and the noun that is of it: "North Korea's latest missile launch"
OBJECT = 3  # tokens between an event and the link behind it, or between that and whom it describes
LINKED = 3  # the same behind a noun: "le tir de missile de la Corée du Nord"
QUALIFIERS = 2  # tokens between a noun and the genitive of who does what it tells
FAR_BY = 2  # tokens from an active verb, behind which "by" belongs to its object: "condemned the strike by Arden"
Told = tuple[Role, str]


def with_doers(
    cast: Cast,
    trigger: Trigger,
    names: Sequence[Name],
    roles: Sequence[Told],
    events: EventRules,
    rules: NameRules,
    *,
    passive: bool,
) -> Sequence[Told]:
    """Give the roles of the names anew where some of them only speak of an event, else as they are."""
    its, reading = kinds()[trigger.kind], cast.reading
    if (pivot := _pivot(reading, trigger, names, rules)) is not None:
        return [_by_pivot(told, name, pivot, trigger, its) for told, name in zip(roles, names, strict=True)]
    if (head := _described(reading, trigger, names, events, rules)) is not None:
        return [_by_head(told, name is names[head], name, trigger, passive) for told, name in zip(roles, names, strict=True)]
    acting = {number for number, (role, _) in enumerate(roles) if role == "agent"}
    if its.roles[:1] == ("participant",) or trigger.position == "speech":
        return roles
    told = _told_doers(reading, trigger, its, names, roles, events, rules)
    if (len(names) < 2 or not acting) and not (told and trigger.position == "noun" and its.roles[:1] in DOING):
        return roles
    free = acting - _only_describing(reading, trigger, names, acting, rules)
    doers = told or _nearest(cast, trigger, names, roles, free or acting, events, rules)
    if not passive and not events.verb_last and not _is_noun(reading, trigger, events, rules):
        of_object = {number for number in acting if _is_of_object(names[number], roles[number], trigger, rules)}
        doers = doers - of_object or acting - of_object or doers
    others = [names[number] for number in acting - doers]
    acting |= {at for at, name in enumerate(names) if any(name.last == other.first for other in others)}  # the land of an army
    return [_anew(told, acts=at in doers, speaks=at in acting) for at, told in enumerate(roles)]


def _only_describing(
    reading: Reading, trigger: Trigger, names: Sequence[Name], acting: Collection[int], rules: NameRules
) -> set[int]:
    """Give the names whose deed only describes a noun before an event: "पाकिस्तानने केलेल्या हल्ल्याचा निषेध"."""
    ends = tuple(rules.describing_verbs)
    if not ends or trigger.position == "noun" or len(acting) < 2:
        return set()
    verbs = [at for at in range(trigger.first) if reading.keys[at].endswith(ends)]
    before = ([at for at in sorted(acting) if names[at].last <= verb] for verb in verbs)
    return {told[-1] for told in before if told}


def _pivot(reading: Reading, trigger: Trigger, names: Sequence[Name], rules: NameRules) -> int | None:
    """Give the verb before an event whose object does it, or undergoes it: "指责中国船只袭击", "造成14人死亡"."""
    if rules.pivots.isdisjoint(reading.keys):
        return None
    for at in range(trigger.first - 1, -1, -1):
        if not reading.keys[at][:1].isalnum():
            return None
        if reading.keys[at] in rules.pivots:
            return at if any(at < name.first and name.last <= trigger.first for name in names) else None
    return None


def _by_pivot(told: Told, name: Name, pivot: int, trigger: Trigger, its: Kind) -> Told:
    suffers = its.roles[:1] == ("victim",)
    if name.last <= pivot and told[0] == "agent" and (not suffers or name.kind == "common"):
        return "agent", ONLOOKER
    if pivot < name.first and name.last <= trigger.first:
        return ("patient" if suffers else "agent"), DOER
    return told


def _described(reading: Reading, trigger: Trigger, names: Sequence[Name], events: EventRules, rules: NameRules) -> int | None:
    """Give the name that an event before it describes, where what describes stands so: "到访的塞内加尔外长"."""
    if rules.spaced or events.verb_last or any(name.last == trigger.first for name in names):
        return None
    keys = reading.keys
    if kinds()[trigger.kind].roles[:1] == ("victim",):  # "遇难船员"
        dead = next((at for at, name in enumerate(names) if name.first == trigger.last and name.kind == "common"), None)
        if dead is not None:
            return dead
    ends = range(trigger.last, min(trigger.last + 1 + OBJECT, len(keys)))
    link = next((at for at in ends if keys[at] in events.place_links or not keys[at][:1].isalnum()), None)
    if link is None or keys[link] not in events.place_links or not rules.happening.isdisjoint(keys[trigger.last : link]):
        return None
    heads = [at for at, name in enumerate(names) if link < name.first <= link + 1 + OBJECT]
    behind = heads[-1:] if heads and names[heads[0]].last + 1 >= names[heads[-1]].first else heads[:1]
    return behind[0] if behind and (trigger.position != "noun" or names[behind[0]].kind == "person") else None


def _by_head(told: Told, is_head: bool, name: Name, trigger: Trigger, passive: bool) -> Told:
    if is_head:
        return ("patient" if passive or kinds()[trigger.kind].roles[:1] == ("victim",) else "agent"), DOER
    led = told[0] == "agent" or told[1] == BEFALLEN
    return ("agent", ONLOOKER) if led and name.last <= trigger.first else told


def _anew(told: Told, *, acts: bool, speaks: bool) -> Told:
    if acts:
        return told if told[0] == "agent" else ("agent", DOER)
    return (told[0], ONLOOKER) if speaks else told


def _is_by(told: Told, rules: NameRules) -> bool:
    """Tell whether a mark of the agent stands before a name."""
    mark = tuple(told[1].removeprefix("participants: ").split())
    return told[0] == "agent" and rules.roles.get(mark) == "agent"


def _is_told(told: Told, name: Name, trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a noun is said to be of a name or by it: "the arrest of Lee by", "атака Израиля", "арест Ли полицией"."""
    if told[1] == DOER:
        return True
    here = reading.clause_of[name.first] == reading.clause_of[trigger.first]
    by_case = rules.cases is not None and trigger.position == "noun" and name.case == "by" and told[0] == "agent" and here
    by_case = by_case and not is_of_participle(reading, name, events, rules)
    return (by_case and name.first >= trigger.last) or (_is_by(told, rules) and name.first > trigger.first)


def is_deed_of(reading: Reading, trigger: Trigger, name: Name, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a name stands in the genitive behind a noun that tells what it does: "атака Израиля"."""
    if not rules.deeds or (name.first >= trigger.last and trigger.position == "verb"):
        return False
    foregoing = name.last <= trigger.first and trigger.position != "noun" and "speaker" not in kinds()[trigger.kind].roles
    low = 0 if foregoing else trigger.first  # "удар Ардена унёс жизни", but "удар Ардена осудил"
    for at in range(name.first - 1, max(low, name.first - 1 - QUALIFIERS) - 1, -1):
        key = reading.keys[at]
        if (at < trigger.last or foregoing) and key in rules.deeds:
            return True
        if not key[:1].isalpha() or key in events.noun_prepositions or (key,) in events.place_roles or (key,) in rules.roles:
            return False
    return False


def claims(reading: Reading, name: Name, rules: NameRules) -> bool:
    """Tell whether a name stands right behind words that make it claim a deed: "взяла на себя группировка Арден"."""
    if not rules.claims or name.case == "object":
        return False
    return any(0 <= name.first - found.last <= QUALIFIERS + 1 for found in reading.phrases(rules.claims))


def _is_of_object(name: Name, told: Told, trigger: Trigger, rules: NameRules) -> bool:
    """Tell whether "by" belongs to the object of an active verb: "condemned the strike by Arden"."""
    return _is_by(told, rules) and name.first >= trigger.last + (FAR_BY if trigger.position == "verb" else 0)


def _told_doers(
    reading: Reading,
    trigger: Trigger,
    its: Kind,
    names: Sequence[Name],
    roles: Sequence[Told],
    events: EventRules,
    rules: NameRules,
) -> set[int]:
    """Give the names that a noun is told to be of or by."""
    if trigger.position == "verb":
        return set()
    if not events.verb_last and (
        by := {at for at, told in enumerate(roles) if _is_told(told, names[at], trigger, reading, events, rules)}
    ):
        return by
    if reading.keys[trigger.last - 1] in rules.nominal_verbs:  # "Arden'in füze fırlattığını"
        return set([at for at, told in enumerate(roles) if told[0] == "topic" and names[at].last <= trigger.first][-1:])
    owned = bool(TAKING & set(its.roles)) or not SUFFERING & set(its.roles)
    if owned and events.verb_first and trigger.position == "phrase":  # "إطلاق كوريا الشمالية صاروخين"
        return {at for at, name in enumerate(names) if name.first == trigger.first + 1 and name.last < trigger.last}
    if not owned or not _is_noun(reading, trigger, events, rules):
        return set()
    return {at for at, name in enumerate(names) if _is_of(reading, trigger, its, name, roles[at], events, rules)}


def _is_noun(reading: Reading, trigger: Trigger, events: EventRules, rules: NameRules) -> bool:
    """Tell whether the words of an event are a noun or end with one: "a vote of no confidence", "미사일 발사를"."""
    if trigger.position == "noun" or not events.verb_last:
        return trigger.position == "noun" or (trigger.first > 0 and reading.keys[trigger.first - 1] in events.determiners)
    last = reading.keys[trigger.last - 1]
    return any(ending and role == "patient" and last.endswith(ending) for ending, role in rules.role_endings)


def _is_of(reading: Reading, trigger: Trigger, its: Kind, name: Name, told: Told, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a noun is of a name: by its mark, by its place inside the words of the event, or right behind them."""
    keys, first, last = reading.keys, trigger.first, trigger.last
    begin = name.first
    while name.adjective and begin > last and rules.is_title(keys[begin - 1]):  # "declaraciones del presidente argentino"
        begin -= 1
    if events.verb_last and events.marks_after:
        mark = rules.roles.get(tuple(told[1].removeprefix("participants: ").split()), "topic")
        near = mark == "topic" and is_genitive_of(name, trigger, reading, rules)  # not "X के खिलाफ"
        return near and (told[0] == "topic" or (told[0] == "participant" and first - name.last <= 1))  # "北朝鮮のミサイル発射"
    if first <= name.first and name.last <= last:
        return True
    if name.last <= first:
        owner = (
            keys[name.last : name.last + 1] != [] and keys[name.last] in APOSTROPHES and keys[name.last + 1 : name.last + 2] != []
        )
        owner = owner and keys[name.last + 1] in events.possessive
        return (
            (owner or name.adjective)
            and first - name.last - 2 * owner <= BETWEEN
            and all(map(str.isalpha, keys[name.last + 2 * owner : first]))
        )
    if keys[name.last : name.last + 1] and keys[name.last] in rules.striking_marks:
        return all(key in events.place_links or key in events.determiners for key in keys[last:begin])
    aimed = rules.roles.get((*keys[name.last : name.last + 1],)) in TAKING  # "el ataque de Arden a un hospital"
    aimed = aimed or events.place_roles.get((*keys[name.last : name.last + 1],)) == "target"
    taking = TAKING & set(its.roles)
    if (SUFFERING & set(its.roles) and not (taking and aimed)) or (taking and its.name not in FLYING and not aimed):
        return False  # "the shelling of Arden"
    between = keys[last:begin]
    if not between:
        return True  # "Raketentest Nordkoreas"
    if between[0] in events.genitives and name.kind == "common":
        return True
    small = [key for key in between if key in events.place_links or key in events.determiners]
    return bool(small) and between[-1] in small and len(between) <= LINKED and len(between) - len(small) <= 1


def _nearest(
    cast: Cast,
    trigger: Trigger,
    names: Sequence[Name],
    roles: Sequence[Told],
    acting: Collection[int],
    events: EventRules,
    rules: NameRules,
) -> set[int]:
    """Give who acts in what somebody says: the name nearest before the event, with those joined to it; else all that act."""
    before = sorted((number for number in acting if names[number].last <= trigger.first), key=lambda number: names[number].first)
    if len(before) < 2:
        return set(acting)
    last = names[before[-1]]
    led = last.first > 0 and cast.reading.keys[last.first - 1] in events.determiners
    bare = roles[before[-1]][1] == UNMARKED and (last.adjective or led)  # "Hizbullah bir İsrail üssüne saldırdı"
    alone = not bare if events.verb_last else _is_subject(cast, trigger, last, names[before[-2]], events)
    if not alone:
        return set(acting)
    doers = {before[-1]}
    for one, other in zip(reversed(before[:-1]), reversed(before[1:]), strict=True):
        if not are_joined(cast.reading, names[one], names[other], events, rules):
            break
        doers.add(one)
    return doers | {number for number in acting if names[number].last > trigger.first}


def _is_subject(cast: Cast, trigger: Trigger, name: Name, other: Name, events: EventRules) -> bool:
    """Tell whether a name is the subject of a verb: behind one of saying, or right before it and under no preposition."""
    keys = cast.reading.keys
    if cast.said is not None and other.last <= cast.said < name.first:
        return True
    at = name.first - 1 - (name.first > 0 and keys[name.first - 1] in events.determiners)
    free = at < 0 or not (
        keys[at] in events.noun_prepositions or keys[at] in events.place_links or (keys[at],) in events.place_roles
    )
    return trigger.position == "verb" and name.last == trigger.first and free and name.kind != "common"


def are_joined(reading: Reading, one: Name, other: Name, events: EventRules, rules: NameRules) -> bool:
    """Tell whether two names stand side by side, in a list, or one beside the office of the other."""
    between = reading.keys[one.last : other.first]
    if events.verb_last and any(rules.roles.get((key,)) == "agent" for key in between):
        return False  # "韓国軍は、北朝鮮が"
    if any(key in events.coordinators or key in rules.joining for key in between):
        return True
    return all(
        not key[:1].isalpha() or key in events.possessive or key in events.determiners or rules.is_title(key) for key in between
    )
