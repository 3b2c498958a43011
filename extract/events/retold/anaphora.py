"""Events told again without their name: "the incident", "it happened", and a quotation that goes on.

In come the drafts of a document; out come the same with the anaphors among them, and for each draft the number of the
earlier one that it tells again.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from extract.clauses import Reading
from extract.events.drafts import Draft
from extract.events.retold.called import RULE, called_before, called_by, named_before, told_at
from extract.events.retold.foregoing import earlier_ones
from extract.language.events import EventRules
from extract.models import Span, When
from extract.phrases import Found, find_phrases

DISASTER = "disaster"
GRAVE = frozenset({"conflict", DISASTER})  # colours of kinds that "the incident" may mean
GRAVE_KINDS = frozenset({"robbery", "escape"})
AFTERMATH = frozenset(
    {"toll", "damage", "missing", "displacement", "deployment", "withdrawal", "peace", "arms", "escape", "rain"}
)  # families of what follows an incident, or goes before it, and is rarely meant by the word
NATURE = frozenset(
    {"earthquake", "tsunami", "eruption", "flood", "landslide", "avalanche", "storm", "rain", "cold", "heat", "drought", "disaster"}
)  # families of what no word for a deed or a mishap calls: an avalanche is a disaster, hardly "the incident"
GENERAL = frozenset({"accident", "natural disaster"})  # kinds of nouns that call a crash, a fire or a landslide again
KILLING = "killing"  # the family that "the crime" means where it is told
SLIDES = frozenset({"landslide", "avalanche"})  # families of nature that "the accident" may mean
UNCALLED = AFTERMATH | {"outage", "pollution"}  # families that no such noun calls
NOTHING: frozenset[str] = frozenset()
BEFORE_NOUN = 2  # words before an anaphor in which "any" makes it none: "to prevent any untoward incident"
BEHIND = 3  # sentences behind an anaphor in which its event may first be named: "The incident happened …: a man was shot"
BESIDE = 3  # words before a trigger in which "these" may stand
BEFORE = 2  # sentences before "these remarks" in which they were made


def with_anaphors(drafts: Sequence[Draft], readings: Sequence[Reading], taken: Sequence[Span], rules: EventRules) -> list[Draft]:
    """Add a draft for each anaphor that no trigger covers, with the kind of the event it means.

    ``taken`` are the dates and places told: a noun of a near kind that stands beside one calls nothing again.
    """
    told = [*drafts, *earlier_ones(drafts, readings, rules)]
    return _with_names(_with_calls(sorted(told, key=lambda draft: draft.start), taken, rules), readings, rules)


def _with_calls(drafts: Sequence[Draft], taken: Sequence[Span], rules: EventRules) -> list[Draft]:
    """Let nouns of near kinds be what they call again."""
    out = list(drafts)
    for at, draft in enumerate(drafts):
        if referent := called_by(draft, at, out, taken, rules):
            out[at] = told_at(referent, draft.reading, draft.trigger.first, draft.trigger.last)
    return out


def _with_names(drafts: Sequence[Draft], readings: Sequence[Reading], rules: EventRules) -> list[Draft]:
    grave = _causes([draft for draft in drafts if _is_grave(draft)])
    if not grave:
        return list(drafts)
    added, called = [], set[int]()
    beside: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        beside[draft.sentence].append(draft)
    for reading in readings:
        for found in reading.phrases(rules.anaphors):
            start, end = reading.span(found.first, found.last)
            if reading.keys[found.last : found.last + 1] and reading.keys[found.last] in rules.heads:
                continue
            covering = [draft for draft in beside[reading.sentence.index] if draft.start < end and start < draft.end]
            if not all(_is_general(draft) for draft in covering) or _is_any(reading, found.first, rules):
                continue
            told = _called(grave, covering) if covering else grave
            wide = reading.keys[found.last - 1] in rules.any_incident
            told = told or (grave if wide or _holds(rules.incidents, reading, found) else told)
            referent = _referent(_of_its_sort(told, reading, found, rules), start, reading.sentence.index)
            if referent and not (referent.kind.family in NATURE and _holds(rules.incidents, reading, found)):
                first, last = (covering[0].trigger.first, covering[0].trigger.last) if covering else (found.first, found.last)
                added.append(told_at(referent, reading, first, last))
                called.update(map(id, covering))
    if not added:
        return list(drafts)
    return sorted([*(draft for draft in drafts if id(draft) not in called), *added], key=lambda draft: draft.start)


def _is_general(draft: Draft) -> bool:
    """Tell whether a trigger is one noun for any mishap, which may mean one that the article tells by its own name."""
    trigger = draft.trigger
    return draft.kind.name in GENERAL and trigger.position == "noun" and trigger.last - trigger.first == 1


def _called(grave: Sequence[Draft], covering: Sequence[Draft]) -> Sequence[Draft]:
    """Give the events that a general noun may call, "the accident" no attack and no earthquake: those of the family told most."""
    never = UNCALLED | (NATURE - SLIDES if covering[0].kind.name == "accident" else NOTHING)
    told = [draft for draft in grave if draft.kind.colour == DISASTER and draft.kind.family not in never and not _is_general(draft)]
    times = Counter(draft.kind.family for draft in told)
    most = max(times.values(), default=0)
    return [draft for draft in told if times[draft.kind.family] == most]


def told_again(drafts: Sequence[Draft], whens: Sequence[When | None], rules: EventRules) -> list[int | None]:
    """Give for each draft the number of the earlier one that it tells again."""
    out: list[int | None] = []
    for number, draft in enumerate(drafts):
        if draft.trigger.rule == RULE:
            out.append(next((at for at in range(number - 1, -1, -1) if drafts[at].kind is draft.kind), None))
        elif draft.goes_on:
            out.append(next((at for at in range(number - 1, -1, -1) if drafts[at].is_speech), None))
        elif draft.kind.speech and _recalls_a_saying(draft, rules):
            out.append(_saying_before(drafts, number))
        else:
            called = called_before(drafts, number, rules)
            out.append(named_before(drafts, number, whens, rules) if called is None else called)
    return out


def _recalls_a_saying(draft: Draft, rules: EventRules) -> bool:
    """Tell whether the words of a saying are "these remarks": what was said before, not something new."""
    keys, trigger = draft.reading.keys, draft.trigger
    first = max(0, trigger.first - BESIDE)
    words = keys[first : trigger.last]
    return any(first + found.last > trigger.first for found in find_phrases(words, rules.speech_anaphors))


def _saying_before(drafts: Sequence[Draft], number: int) -> int | None:
    """Give the last saying of the sentences just before, of the same person where the words name one."""
    draft = drafts[number]
    least = draft.sentence - BEFORE
    near = [at for at in range(number) if drafts[at].kind.speech and least <= drafts[at].sentence]
    near = [at for at in near if drafts[at].reading is not draft.reading and drafts[at].modality == "asserted"]
    people = {person.name for person in draft.participants}
    own = [at for at in near if people & {person.name for person in drafts[at].participants}]
    return own[-1] if own else near[-1] if near else None


def _is_any(reading: Reading, first: int, rules: EventRules) -> bool:
    """Tell whether the words before a noun make it any of its sort, not one told before: "an incident", "किसी घटना".

    What begins with its own article is known, whatever stands before: "des victimes du drame".
    """
    if reading.keys[first] in rules.definite:
        return False
    unknown = rules.determiners - rules.definite - rules.object_pronouns  # not "это второй инцидент"
    return not unknown.isdisjoint(reading.keys[max(0, first - BEFORE_NOUN) : first])


def _of_its_sort(grave: Sequence[Draft], reading: Reading, found: Found[str], rules: EventRules) -> Sequence[Draft]:
    """Give the events that the words of an anaphor may call: "the crime" a killing where one is told, "the phenomenon" a storm."""
    if _holds(rules.forces, reading, found):
        return [draft for draft in grave if draft.kind.family in NATURE]
    killings = [draft for draft in grave if draft.kind.family == KILLING] if _holds(rules.crimes, reading, found) else []
    return killings or grave


def _holds(words: frozenset[str], reading: Reading, found: Found[str]) -> bool:
    return not words.isdisjoint(reading.keys[found.first : found.last])


def _is_grave(draft: Draft) -> bool:
    return (draft.kind.colour in GRAVE or draft.kind.name in GRAVE_KINDS) and draft.kind.one_day and draft.modality == "asserted"


def _causes(grave: Sequence[Draft]) -> Sequence[Draft]:
    """Leave out deaths and damage where their cause is told: "three died in the incident" means the fire, not a death."""
    return [draft for draft in grave if draft.kind.family not in AFTERMATH] or grave


def _referent(grave: Sequence[Draft], start: int, sentence: int) -> Draft | None:
    before = bisect_left(grave, start, key=lambda draft: draft.start)
    if before:
        return grave[before - 1]
    return grave[0] if grave and grave[0].reading.sentence.index - sentence <= BEHIND else None
