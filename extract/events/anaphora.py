"""Events told again without their name: "the incident", "it happened", and a quotation that goes on.

In come the drafts of a document; out come the same with the anaphors among them, and for each draft the number of the
earlier one that it tells again.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from extract.clauses import Reading, Trigger
from extract.events.drafts import Draft
from extract.language.events import EventRules
from extract.phrases import find_phrases

GRAVE = frozenset({"conflict", "disaster"})  # colours of kinds that "the incident" may mean
GRAVE_KINDS = frozenset({"robbery", "escape"})
AFTERMATH = frozenset({"toll", "damage", "missing", "displacement"})  # families of what an incident leaves behind
BEHIND = 3  # sentences behind an anaphor in which its event may first be named: "The incident happened …: a man was shot"
RULE = "anaphor"


def with_anaphors(drafts: Sequence[Draft], readings: Sequence[Reading], rules: EventRules) -> list[Draft]:
    """Add a draft for each anaphor that no trigger covers, with the kind of the event it means."""
    grave = _causes([draft for draft in drafts if _is_grave(draft)])
    if not grave:
        return list(drafts)
    added = []
    beside: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        beside[draft.reading.sentence.index].append(draft)
    for reading in readings:
        for found in find_phrases(reading.keys, rules.anaphors):
            start, end = reading.span(found.first, found.last)
            if reading.keys[found.last : found.last + 1] and reading.keys[found.last] in rules.heads:
                continue
            if any(draft.start < end and start < draft.end for draft in beside[reading.sentence.index]):
                continue
            referent = _referent(grave, start, reading.sentence.index)
            if referent:
                added.append(_again(referent, reading, found.first, found.last))
    return sorted([*drafts, *added], key=lambda draft: draft.start) if added else list(drafts)


def told_again(drafts: Sequence[Draft]) -> list[int | None]:
    """Give for each draft the number of the earlier one that it tells again."""
    out: list[int | None] = []
    for number, draft in enumerate(drafts):
        if draft.trigger.rule == RULE:
            out.append(next((at for at in range(number - 1, -1, -1) if drafts[at].kind is draft.kind), None))
        elif draft.goes_on:
            out.append(next((at for at in range(number - 1, -1, -1) if drafts[at].is_speech), None))
        else:
            out.append(None)
    return out


def _is_grave(draft: Draft) -> bool:
    return (draft.kind.colour in GRAVE or draft.kind.name in GRAVE_KINDS) and draft.kind.one_day and draft.modality == "asserted"


def _causes(grave: Sequence[Draft]) -> Sequence[Draft]:
    """Leave out deaths and damage where their cause is told: "three died in the incident" means the fire, not a death."""
    return [draft for draft in grave if draft.kind.family not in AFTERMATH] or grave


def _referent(grave: Sequence[Draft], start: int, sentence: int) -> Draft | None:
    before = bisect_left(grave, start, key=lambda draft: draft.start)
    if before:
        return grave[before - 1]
    return grave[0] if grave[0].reading.sentence.index - sentence <= BEHIND else None


def _again(referent: Draft, reading: Reading, first: int, last: int) -> Draft:
    trigger = referent.trigger
    again = Trigger(first, last, trigger.kind, "noun", trigger.strength, trigger.lemma, RULE, trigger.object)
    return referent._replace(reading=reading, trigger=again, modality="asserted", cue=None, cue_rule="modality: none")
