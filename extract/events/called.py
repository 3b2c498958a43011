"""Events called again by a wider word: "the attack" of an airstrike told before, "the latest launch" of that in the lead.

In go the drafts of a document; out come those that such words add, and which earlier one a noun means.
"""

from collections.abc import Sequence
from dataclasses import replace

from extract.clauses import Reading, Trigger
from extract.events.drafts import Draft
from extract.language.events import EventRules
from extract.speech import NOTHING

WIDER = frozenset({"attack", "killing", "judgement", "explosion"})  # families of nouns that may call a deed of another kind
LEAST = "toll"  # family of what a deed leaves behind, which no word for the deed means
RULE = "anaphor"
BESIDE = 2  # words before a noun in which "this" and "latest" may stand


def with_calls(drafts: Sequence[Draft], readings: Sequence[Reading], rules: EventRules) -> list[Draft]:
    """Add a draft for each phrase that no trigger covers and that means an event only behind one of its kind: "this rise"."""
    added = []
    for reading in readings:
        for found in reading.phrases(rules.calls):
            start, end = reading.span(found.first, found.last)
            if any(draft.start < end and start < draft.end for draft in drafts):
                continue
            told = [one for one in drafts if one.end <= start and one.reading is not reading and one.kind.name == found.value]
            meant = next((one for one in reversed(told) if one.modality == "asserted"), None)
            if meant:
                added.append(told_at(meant, reading, found.first, found.last))
    return sorted([*drafts, *added], key=lambda draft: draft.start) if added else list(drafts)


def told_at(meant: Draft, reading: Reading, first: int, last: int) -> Draft:
    """Give the draft of the words [first, last) that tell an earlier one again."""
    trigger = meant.trigger
    again = Trigger(first, last, trigger.kind, "noun", trigger.strength, trigger.lemma, RULE, trigger.object)
    return replace(
        meant,
        reading=reading,
        trigger=again,
        modality="asserted",
        cue=None,
        cue_rule="modality: none",
        saying=NOTHING,
        act=None,
        fate=None,
    )


def called_before(drafts: Sequence[Draft], number: int, rules: EventRules) -> int | None:
    """Give the number of the earlier draft that a noun calls again; None where it calls none."""
    draft = drafts[number]
    nominal = draft.trigger.position == "noun" or rules.verb_last  # "এ রায় ঘোষণা করেন"
    if not nominal or draft.kind.speech or draft.modality != "asserted":
        return None
    first = draft.trigger.first
    words = draft.reading.keys[max(0, first - BESIDE) : first + 1]
    before = [at for at in range(number) if drafts[at].reading is not draft.reading and _may_be_one(drafts[at], draft)]
    if not rules.latest.isdisjoint(words):
        return before[0] if before else None
    if draft.kind.family not in WIDER or any(drafts[at].kind is draft.kind for at in before):
        return None
    if any(key in rules.determiners and key not in rules.definite for key in words[:-1]):  # "một vụ tấn công": another one
        return None
    behind = draft.reading.keys[draft.trigger.last : draft.trigger.last + 1]
    called = not rules.calling.isdisjoint(words[:-1]) or not rules.calling_behind.isdisjoint(behind) or words[-1] in rules.callers
    return before[-1] if before and called else None


def _may_be_one(one: Draft, other: Draft) -> bool:
    """Tell whether the kinds of two drafts may name one happening that is no toll."""
    kinds = one.kind, other.kind
    if one.modality != "asserted" or LEAST in {kind.family for kind in kinds}:
        return False
    return kinds[0] is kinds[1] or kinds[0].name in kinds[1].near or kinds[1].name in kinds[0].near
