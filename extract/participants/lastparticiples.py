"""Who takes part in what a participle or a verb made a noun tells, where verbs stand last.

Whom a participle stands before does or undergoes it, "görevden alınan müdür"; the subject of a verb made a noun stands in the
genitive, "bir kişinin öldürdüğünü", and whoever only tells of it before takes no part.
"""

from collections.abc import Sequence

from extract.clauses import Name, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.models import Role
from extract.participants.aside import APOSTROPHES, is_genitive_of
from extract.participants.attributes import UNMARKED
from extract.participants.bycase import word_behind
from extract.participants.doers import DOER, ONLOOKER
from extract.participants.marks import turns
from extract.participants.owned import FATEFUL, FATES

OFFICES = frozenset({"office", "leaving office", "election"})  # families of what one person does behind another: "succeeds Lee"
HEAD_REACH = 6  # tokens between a participle and the noun that it describes, its titles
OWNER = "participants: whose deed it is, its goal told between"
GENITIVE = "participants: subject in the genitive"  # of a verb made a noun, or of the noun of a deed
DEED_REACH = 1  # the same where nothing but a word that describes the deed stands between
STRIKING = frozenset({"agent", "target", "victim"})
DESCRIBED_REACH = 4  # tokens between a name and the noun of its deed that a verb describes
OWNER_REACH = 7  # tokens between an owner and the noun of its deed, a goal between them


def with_head(
    reading: Reading,
    trigger: Trigger,
    names: Sequence[Name],
    roles: Sequence[tuple[Role, str]],
    events: EventRules,
    rules: NameRules,
) -> Sequence[tuple[Role, str]]:
    """Give the roles of the names anew where a participle describes one of them, else as they are."""
    if events.verb_last:
        roles = _with_owner(reading, trigger, names, roles, rules)
        roles = _with_described(reading, trigger, names, roles, rules)
        roles = _with_genitive(reading, trigger, names, roles, rules)
        roles = _with_describing(reading, trigger, names, roles, rules)
        roles = _with_subject(reading, trigger, names, roles, events, rules)
        own = reading.keys[trigger.last - 1] in rules.nominal_verbs and any(name.case == "of" for name in names)
        only = [
            told[1] == UNMARKED and (own or tells_only(name, trigger, reading, rules))
            for name, told in zip(names, roles, strict=True)
        ]
        roles = [(told[0], ONLOOKER) if apart else told for told, apart in zip(roles, only, strict=True)]
    endings = events.subject_relative_endings
    last = reading.keys[trigger.last - 1]
    if not (rules.cased and events.verb_last and endings) or trigger.position == "noun" or not last.endswith(endings):
        return roles
    clause = reading.clauses[reading.clause_of[trigger.first]]
    near = [name for name in names if trigger.last <= name.first < min(clause.last, trigger.last + HEAD_REACH)]
    if not near:
        return roles
    head: Role = "patient" if turns(reading, trigger, events) else "agent"
    return [
        (head, DOER) if name is near[0] else (told[0], ONLOOKER) if told[1] == UNMARKED else told
        for name, told in zip(names, roles, strict=True)
    ]


def role_by_case(reading: Reading, trigger: Trigger, name: Name, events: EventRules, rules: NameRules) -> tuple[Role, str] | None:
    """Give the role that the form of a noun tells by itself where marks stand behind."""
    if name.case == "object" and events.marks_after:
        return "patient", "participants: object"
    if name.case == "of" and rules.owner_ends and reading.keys[trigger.last - 1] not in rules.nominal_verbs:
        return None if word_behind(name, reading, rules) else ("topic", "participants: of")
    if name.case == "of" and events.verb_last:
        return "patient" if turns(reading, trigger, events) else "agent", GENITIVE
    return ("recipient", "participants: dative") if name.case == "dative" else None


def _with_owner(
    reading: Reading, trigger: Trigger, names: Sequence[Name], roles: Sequence[tuple[Role, str]], rules: NameRules
) -> Sequence[tuple[Role, str]]:
    """Give whose deed a noun tells where its goal stands between: "İsrail'in Gazze'ye yönelik saldırısı"."""
    if trigger.position != "noun" or trigger.first == 0 or reading.keys[trigger.first - 1] not in rules.toward:
        return roles
    owners = [at for at, (role, _) in enumerate(roles) if role == "topic" and 0 < trigger.first - names[at].last <= OWNER_REACH]
    if not owners:
        return roles
    return [
        ("agent", OWNER) if at == owners[-1] else (told[0], ONLOOKER) if told[1] == UNMARKED else told
        for at, told in enumerate(roles)
    ]


def _with_described(
    reading: Reading, trigger: Trigger, names: Sequence[Name], roles: Sequence[tuple[Role, str]], rules: NameRules
) -> Sequence[tuple[Role, str]]:
    """Leave out who stands bare before a word that only describes somebody behind it: "ব্রিটেন পলাতক ব্যবসায়ীকে প্রত্যর্পণ করেছে"."""
    if reading.keys[trigger.last - 1] not in rules.describing or trigger.last >= len(reading.keys):
        return roles
    behind = [name for name in names if 0 <= name.first - trigger.last <= HEAD_REACH]
    if not behind or not is_called(reading.keys[trigger.last : behind[0].first], rules):
        return roles
    return [
        (told[0], ONLOOKER) if told[1] == UNMARKED and name.last <= trigger.first else told
        for name, told in zip(names, roles, strict=True)
    ]


def is_called(between: Sequence[str], rules: NameRules) -> bool:
    """Tell whether nothing but titles stands between what describes somebody and the name."""
    return not between or rules.is_title(between[-1])


def _with_genitive(
    reading: Reading, trigger: Trigger, names: Sequence[Name], roles: Sequence[tuple[Role, str]], rules: NameRules
) -> Sequence[tuple[Role, str]]:
    """Give whose deed a noun tells right behind a genitive that only letters tell: "পুলিশের গুলিতে", "ইসরায়েলের হামলায়"."""
    its = kinds()[trigger.kind]
    if trigger.position != "noun" or not rules.owner_ends or not STRIKING.intersection(its.roles):
        return roles
    if its.family in FATES or its.name in FATEFUL:
        return roles
    near = [at for at, name in enumerate(names) if 0 <= trigger.first - name.last <= DEED_REACH]
    owner = max(near, key=lambda at: names[at].last, default=None)
    if owner is None:
        return roles
    key, person = reading.keys[names[owner].last - 1], names[owner].kind == "person"
    if not (names[owner].case == "of" or (key.endswith(rules.owner_ends) and (not person or rules.bare(key) != key))):  # not "আক্তার"
        return roles
    if any(
        reading.keys[at].endswith(rules.owner_ends) or (reading.keys[at],) in rules.roles
        for at in range(names[owner].last, trigger.first)
    ):
        return roles
    return [
        ("agent", GENITIVE) if at == owner else (told[0], ONLOOKER) if told[1] == UNMARKED else told
        for at, told in enumerate(roles)
    ]


def _with_describing(
    reading: Reading, trigger: Trigger, names: Sequence[Name], roles: Sequence[tuple[Role, str]], rules: NameRules
) -> Sequence[tuple[Role, str]]:
    """Give whose deed a noun tells by the verb that describes it, right before: "पाकिस्तानने केलेल्या हल्ल्याचा निषेध केला"."""
    ends = tuple(rules.describing_verbs)
    if not ends or trigger.position != "noun" or trigger.first == 0 or not reading.keys[trigger.first - 1].endswith(ends):
        return roles
    near = [at for at, name in enumerate(names) if 0 < trigger.first - name.last <= DESCRIBED_REACH]
    if not near or roles[near[-1]][0] != "agent" or roles[near[-1]][1] == UNMARKED:
        return roles
    return [
        ("agent", OWNER) if at == near[-1] else (told[0], ONLOOKER) if told[0] == "agent" else told for at, told in enumerate(roles)
    ]


def _with_subject(
    reading: Reading,
    trigger: Trigger,
    names: Sequence[Name],
    roles: Sequence[tuple[Role, str]],
    events: EventRules,
    rules: NameRules,
) -> Sequence[tuple[Role, str]]:
    """Give the subject of a verb made a noun, the name in the genitive nearest before it: "Ali Hasan'ın eşini öldürdüğünü"."""
    if trigger.position == "noun" or reading.keys[trigger.last - 1] not in rules.nominal_verbs:
        return roles
    owners = [at for at, (role, _) in enumerate(roles) if role == "topic" and names[at].last <= trigger.first]
    if not owners or any(role == "agent" and rule != UNMARKED for role, rule in roles):
        return roles
    does: Role = "patient" if turns(reading, trigger, events) else "agent"
    return [(does, GENITIVE) if at == owners[-1] else told for at, told in enumerate(roles)]


def tells_only(name: Name, trigger: Trigger, reading: Reading, rules: NameRules) -> bool:
    """Tell whether a name before a verb made a noun is not its subject, which stands behind in the genitive."""
    keys, ends = reading.keys, tuple(rules.genitive_ends)
    if not ends or name.last > trigger.first or keys[trigger.last - 1] not in rules.nominal_verbs:
        return False
    between = range(name.last, trigger.first)
    own = (keys[at - 1] in APOSTROPHES and rules.apostrophe_roles.get(keys[at]) == "topic" for at in between if at > name.last)
    return any(keys[at].endswith(rules.owner_ends) for at in between) or any(own)


def may_undergo(name: Name, trigger: Trigger, reading: Reading, rules: NameRules) -> bool:
    """Tell whether what a noun tells befalls whose it is: "X का निधन"; no body is made an official of its own."""
    body = name.kind in ("organisation", "country") and kinds()[trigger.kind].family in OFFICES
    return not body and is_genitive_of(name, trigger, reading, rules)
