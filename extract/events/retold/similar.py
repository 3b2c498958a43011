"""One more of the sort told before, whose noun names no kind: "A similar incident took place in Boise in April".

It is of the kind of the incident told last, and has a day or a place of its own; who took part is not told.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.clauses import Reading, Trigger
from extract.events.drafts import INCIDENTS, Draft
from extract.events.retold.anaphora import AFTERMATH, GRAVE_KINDS, NATURE
from extract.language.events import EventRules
from extract.language.modality import ModalityRules
from extract.modality import judge
from extract.models import Span

BESIDE = 2  # tokens between the noun and the word that says that it is alike
RULE = "similar"
NO_SORT = AFTERMATH | NATURE  # families of which none is called an incident, a deed or a case


def with_similar(
    drafts: Sequence[Draft],
    readings: Sequence[Reading],
    marks: Iterable[Sequence[Span]],
    rules: EventRules,
    cues: ModalityRules,
) -> list[Draft]:
    """Add a draft for each such noun in whose sentence stand ``marks`` of its own, dates and places, and no incident before it."""
    sorts = [draft for draft in drafts if _is_sort(draft)]
    numbers = [draft.sentence for draft in sorts]
    if not (rules.alike and sorts):
        return list(drafts)
    struck: dict[int, list[Draft]] = defaultdict(list)
    for draft in sorts:
        struck[draft.sentence].append(draft)
    added = []
    for reading, own in zip(readings, marks, strict=True):
        noun = _noun(reading, rules) if own else None
        number = reading.sentence.index
        before = bisect_left(numbers, number)
        if noun is None or not before or reading.quoted[noun] or not all(_explains(one, noun) for one in struck[number]):
            continue
        told = sorts[before - 1].trigger
        trigger = Trigger(noun, noun + 1, told.kind, "noun", told.strength, told.lemma, RULE, None)
        judged = judge(reading, [trigger], rules, cues)[0]
        if judged[0] == "asserted":
            added.append(_one_more(sorts[before - 1], reading, trigger))
    return sorted([*drafts, *added], key=lambda draft: draft.start) if added else list(drafts)


def _explains(draft: Draft, noun: int) -> bool:
    """Tell whether an incident stands behind a colon and tells what the noun before it is."""
    return ":" in draft.reading.keys[noun : draft.trigger.first]


def _is_sort(draft: Draft) -> bool:
    struck = draft.kind.colour in INCIDENTS or draft.kind.name in GRAVE_KINDS
    return struck and draft.kind.one_day and draft.modality == "asserted" and draft.kind.family not in NO_SORT


def _noun(reading: Reading, rules: EventRules) -> int | None:
    """Give the token of the first noun beside a word that says that it is alike."""
    for at, key in enumerate(reading.keys):
        near = (*reading.keys[max(0, at - BESIDE) : at], *reading.keys[at + 1 : at + BESIDE])
        if key in rules.alike_nouns and not rules.alike.isdisjoint(near):
            return at
    return None


def _one_more(sort: Draft, reading: Reading, trigger: Trigger) -> Draft:
    bare = replace(sort, reading=reading, trigger=trigger, cue=None, cue_rule="modality: none")
    return replace(bare, participants=(), objects=(), act=None, fate=None)
