"""Who does what a verb without a subject of its own tells of: "accused Arden of shelling a town", "asked Arden to withdraw".

Behind a verb of commanding or blaming its object does it, before an aim its subject: "summoned the envoy to protest". Whom a
participle without an auxiliary follows undergoes it, and nobody else of its clause: "a reporter accused of spying was freed".
"""

from collections.abc import Sequence

from extract.clauses import Name, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.figures import figure_words
from extract.language.participants import NameRules
from extract.models import Role
from extract.participants.aside import APOSTROPHES
from extract.participants.doers import DOER, ONLOOKER, are_joined
from extract.participants.lists import list_start

Told = tuple[Role, str]
CRIMES = frozenset({"attack", "killing", "crime", "kidnapping", "abuse", "cyber", "coup"})  # families that somebody is pursued for
OFFICE = 6  # tokens between a land and the name of who holds an office of it
BEFALLEN = "participants: before a participle"


def with_controllers(
    reading: Reading, trigger: Trigger, names: Sequence[Name], roles: Sequence[Told], events: EventRules, rules: NameRules
) -> Sequence[Told]:
    """Give the roles of the names anew where the verb of an event has no subject of its own, else as they are."""
    if trigger.position == "speech" or events.verb_last or events.verb_first:
        return roles
    if trigger.position == "noun":
        return _of_crime(reading, trigger, names, roles, events, rules)
    if befalls(reading, trigger, events, rules):
        return _befallen(reading, trigger, names, roles, events, rules)
    clause = reading.clauses[reading.clause_of[trigger.first]]
    before = [at for at, name in enumerate(names) if clause.first <= name.first and name.last <= trigger.first]
    acting = [at for at in before if roles[at][0] == "agent"]
    if len(acting) < 2:
        return roles
    chosen = _controller(reading, trigger, _groups(acting, names, reading, events, rules), names, events, rules)
    if chosen is None:
        return roles
    return [(told[0], ONLOOKER) if at in acting and at not in chosen else told for at, told in enumerate(roles)]


def _of_crime(
    reading: Reading, trigger: Trigger, names: Sequence[Name], roles: Sequence[Told], events: EventRules, rules: NameRules
) -> Sequence[Told]:
    """Leave out whoever only pursues somebody over a crime: "police questioned three men over the theft of a painting"."""
    mark = trigger.first - 1
    while mark > 0 and reading.keys[mark] in events.determiners:
        mark -= 1
    if kinds()[trigger.kind].family not in CRIMES or reading.keys[mark] not in (events.topic_links | rules.blaming_marks):
        return roles
    clause = reading.clause_of[trigger.first]
    acting = [at for at, name in enumerate(names) if name.last <= mark and roles[at][0] == "agent" and roles[at][1] != DOER]
    acting = [at for at in acting if reading.clause_of[names[at].first] == clause]
    groups = _groups(acting, names, reading, events, rules)
    if len(groups) < 2 or any(rule == DOER for _, rule in roles):
        return roles
    return [(told[0], ONLOOKER) if at in acting and at not in groups[-1] else told for at, told in enumerate(roles)]


def befalls(reading: Reading, trigger: Trigger, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a participle without an auxiliary tells what befell the noun right before it: "30 people injured in"."""
    keys, first = reading.keys, trigger.first
    if not rules.undergoing or keys[first] not in rules.undergoing or first == 0 or trigger.position == "noun":
        return False
    before = keys[first - 1]
    leads = any(
        before in words
        for words in (events.finite, events.auxiliaries, events.passive, events.subjects, events.coordinators, events.adverbs)
    )
    if leads or not before[:1].isalnum() or before in events.openers or before in events.noun_prepositions:
        return False
    behind = keys[first + 1] if first + 1 < len(keys) else ""
    numbers = figure_words(rules.code)
    if numbers is not None and ((behind,) in numbers.bounds or (*keys[first + 1 : first + 3],) in numbers.bounds):
        return False  # "detained about 60 protesters"
    if not behind[:1].isalnum() or behind in events.noun_prepositions or (behind,) in events.place_roles:
        return True
    return behind in events.while_marks or (behind in rules.never and reading.words[first + 1][:1].isupper())  # "arrested Friday"


def _befallen(
    reading: Reading, trigger: Trigger, names: Sequence[Name], roles: Sequence[Told], events: EventRules, rules: NameRules
) -> Sequence[Told]:
    before = [at for at, name in enumerate(names) if name.last <= trigger.first]
    last = set(_groups(before, names, reading, events, rules)[-1]) if before else set()
    if last and _parted(reading.keys[max(names[at].last for at in last) : trigger.first], events, rules):
        last = set()
    verb = next((at for at in range(trigger.last, len(reading.keys)) if reading.keys[at] in events.finite), len(reading.keys))
    return [
        ("patient", BEFALLEN) if at in last
        else (told[0], ONLOOKER) if at in before or names[at].first > verb or told[1] == "participants: behind a passive"
        else told
        for at, told in enumerate(roles)
    ]  # fmt: skip


def _parted(between: Sequence[str], events: EventRules, rules: NameRules) -> bool:
    """Tell whether a verb or a pronoun stands between a name and what befell somebody: "ordered him held"."""
    endings = events.past_endings or ("\0",)
    return any(key in events.finite or key in rules.person_pronouns or key.endswith(endings) for key in between)


def _groups(
    numbers: Sequence[int], names: Sequence[Name], reading: Reading, events: EventRules, rules: NameRules
) -> list[list[int]]:
    """Part names into those that stand together: "Peru and Chile", "Peru's President Lee"."""
    groups: list[list[int]] = []
    for at in sorted(numbers, key=lambda at: names[at].first):
        if groups and _stand_together(reading, names[groups[-1][-1]], names[at], events, rules):
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _stand_together(reading: Reading, one: Name, other: Name, events: EventRules, rules: NameRules) -> bool:
    """Tell whether two names are told as one: in a list, side by side, or before a body: "Mining company Vale Dourado"."""
    bodies, between = rules.beside.bodies_before, reading.keys[one.last : other.first]
    if bodies is not None and len(between) == 1 and bodies.fullmatch(between[0]):
        return True
    owner = len(between) > 1 and between[0] in APOSTROPHES and between[1] in events.possessive
    if owner and len(between) <= OFFICE and events.noun_prepositions.isdisjoint(between):  # "Peru's farm minister, Luis Ito"
        return True
    return are_joined(reading, one, other, events, rules)


def _controller(
    reading: Reading,
    trigger: Trigger,
    groups: Sequence[list[int]],
    names: Sequence[Name],
    events: EventRules,
    rules: NameRules,
) -> list[int] | None:
    """Give which of the names that stand together before a verb without a subject does it; None for a verb that has one."""
    keys, first = reading.keys, trigger.first
    ongoing = bool(events.ongoing_endings) and keys[first].endswith(events.ongoing_endings)
    if ongoing and names[groups[-1][-1]].last == first:  # "saw guards beating a prisoner"
        return groups[-1]
    mark = first - 1
    while mark > 0 and keys[mark] in events.finite:  # "of having killed"
        mark -= 1
    aims = keys[mark] in events.infinitive_marks
    blames = keys[mark] in rules.blaming_marks and (trigger.position == "verb" or ongoing)
    if not aims and not blames:
        return None
    begun = reading.clauses[reading.clause_of[first]].first
    at = next((at for at in range(mark - 1, begun - 1, -1) if keys[at] in rules.commanding), None)
    told = None if at is None else next((group for group in groups if names[group[0]].first > at), None)
    if told is not None:
        return told
    if aims and at is None:
        return groups[0]
    if "" in events.participle_endings and len(groups) > 1 and keys[names[groups[-1][0]].first - 1] in events.passive:
        return groups[0]  # "bị tòa án tuyên phạt về tội giết người"
    free = [group for group in groups if not _is_led(reading, names[group[0]], events, rules)]
    return free[-1] if free else groups[-1]


def _is_led(reading: Reading, name: Name, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a name stands under a preposition."""
    at = list_start(reading, name, events, rules) - 1
    while at > 0 and (reading.keys[at] in events.determiners or rules.is_title(reading.keys[at])):
        at -= 1
    return at >= 0 and (reading.keys[at] in events.noun_prepositions or (reading.keys[at],) in events.place_roles)
