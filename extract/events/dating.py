"""The date that the words beside an event tell: its clause, then its sentence.

A date belongs to the event nearest to it in its own clause; a participle ("built in 2015") keeps its date to itself.
"""

from collections.abc import Sequence

from extract.events.drafts import Dated, Draft
from extract.language.events import EventRules
from extract.models import Provenance, Timex, When
from extract.phrases import find_phrases

SENTENCE_START = 5  # tokens from the sentence's start in which a date holds for the whole sentence
SAYING_REACH = 8  # tokens between a verb of saying and its own date
RECALLING_REACH = 6  # tokens between "anniversary of" and what is remembered
MARK_TOKENS = 1  # tokens between a length of time and the "after" that it is counted by
OPEN_VALUE = "XXXX-"  # of a weekday or month whose year nothing tells
PARTICIPLE_REACH = 3  # tokens between a participle and its date
CONFIDENCE = {"clause": 0.95, "sentence": 0.85, "discourse": 0.7}

Told = tuple[Dated, str]  # a date, and the step that found it


def own_date(draft: Draft, dates: Sequence[Dated], beside: Sequence[Draft], rules: EventRules) -> Told | None:
    """Give the date told for an event in its clause or sentence, with the step's name.

    ``dates`` and ``beside`` are the dates and the events of the event's sentence.
    """
    usable = [date for date in dates if not is_own_anchor(date, draft) and not _is_end(date, draft, rules) and _counts(date, rules)]
    if not usable or is_recalled(draft, rules):
        return None
    if draft.is_speech or (draft.kind.speech and draft.trigger.position != "noun"):
        return _of_saying(draft, usable)
    own = [date for date in usable if date.clause == draft.clause_number and _owner(date, beside, rules) in (None, draft)]
    if own:
        return min(own, key=lambda date: _gap(draft, date)), "clause"
    if (not draft.kind.one_day and draft.trigger.position == "noun") or any(is_own_anchor(date, draft) for date in dates):
        return None
    rest = [date for date in usable if date.clause != draft.clause_number]
    free = [date for date in rest if date.token < SENTENCE_START or not any(other.clause_number == date.clause for other in beside)]
    free = [date for date in free if draft.reading.quoted[date.token] == draft.quoted]
    return (min(free, key=lambda date: _gap(draft, date)), "sentence") if free else None


def _of_saying(draft: Draft, dates: Sequence[Dated]) -> Told | None:
    near = [
        date
        for date in dates
        if not draft.reading.quoted[date.token]
        and date.clause == draft.clause_number
        and (_gap(draft, date) <= SAYING_REACH or date.token < SENTENCE_START)
    ]
    return (min(near, key=lambda date: _gap(draft, date)), "clause") if near else None


def is_own_anchor(date: Dated, draft: Draft) -> bool:
    """Tell whether the date is counted from this very event: "two days after the attack" does not date the attack."""
    timex = date.timex
    if timex.event_anchor is not None and timex.event_anchor.start < draft.end and draft.start < timex.event_anchor.end:
        return True
    if timex.order is None or draft.reading is not date.reading:
        return False
    clause = draft.clause
    behind = draft.reading.token_at(timex.span.end)
    return clause.opener == "subordinate" and behind <= clause.first <= behind + MARK_TOKENS


def _counts(date: Dated, rules: EventRules) -> bool:
    """Tell whether a date can date anything: not "his recent visit", not the length in "a year after the war began"."""
    timex = date.timex
    if timex.first_day is not None or timex.last_day is not None or timex.event_anchor is not None:
        return True
    if timex.value.startswith(OPEN_VALUE):
        return True
    keys, behind = date.reading.keys, date.reading.token_at(timex.span.end)
    if behind < len(keys) and keys[behind] in rules.subordinators:
        return False
    return date.token < SENTENCE_START or (timex.value.startswith("P") and "REF" not in timex.value)


def is_recalled(draft: Draft, rules: EventRules) -> bool:
    """Tell whether an event is only remembered: "the anniversary of the armistice"."""
    trigger = draft.trigger
    for found in find_phrases(draft.reading.keys, rules.recalling):
        gap = found.first - trigger.last if rules.verb_last else trigger.first - found.last
        if 0 <= gap <= RECALLING_REACH:
            return True
    return False


def _is_end(date: Dated, draft: Draft, rules: EventRules) -> bool:
    """Tell whether the date only ends something: "closed until Wednesday"."""
    return date.token > 0 and draft.reading.keys[date.token - 1] in rules.until_marks


def _gap(draft: Draft, date: Dated) -> int:
    trigger = draft.trigger
    return trigger.first - date.token if date.token < trigger.first else date.token - trigger.last + 1


def _owner(date: Dated, beside: Sequence[Draft], rules: EventRules) -> Draft | None:
    """Give the participle that keeps a date to itself: "built in 2015"."""
    owners = [
        other
        for other in beside
        if other.clause_number == date.clause and not other.is_speech and 0 <= date.token - other.trigger.last <= PARTICIPLE_REACH
    ]
    nearest = min(owners, key=lambda other: _gap(other, date), default=None)
    return nearest if nearest and is_participle(nearest, beside, rules) else None


def is_participle(draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a verb form only modifies the noun before it: "the base built in 2015"."""
    reading, first = draft.reading, draft.trigger.first
    if draft.trigger.position != "verb" or first == 0 or not reading.keys[first].endswith(rules.participle_endings):
        return False
    following = reading.keys[draft.trigger.last] if draft.trigger.last < len(reading.keys) else ""
    before = reading.keys[first - 1]
    if following not in rules.participle_marks:
        return False
    if reading.words[first - 1][:1].isupper() or before in rules.subjects:
        return False
    return before == "," or (before.isalpha() and _has_other_verb(draft, beside, rules))


def _has_other_verb(draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether the clause has a full verb besides: "The two leaders met in a group" has none."""
    clause, trigger = draft.clause, draft.trigger
    if any(
        other is not draft and other.trigger.position == "verb" and other.clause_number == draft.clause_number for other in beside
    ):
        return True
    keys = draft.reading.keys
    return any(keys[at] in rules.finite for at in range(clause.first, clause.last) if not trigger.first <= at < trigger.last)


def when_told(timex: Timex, step: str, document_id: str) -> When | None:
    """Make the days of an event from a date told for it; None where the date has no days of its own."""
    if timex.first_day is None and timex.last_day is None:
        return None
    how = timex.how if timex.how != "none" else "explicit"
    confidence = CONFIDENCE[step] * timex.confidence
    evidence = (Provenance(document_id, timex.span, timex.source.rule),)
    days = (timex.first_day, timex.last_day, timex.grain)
    return When(*days, how, confidence, f"date: {step}", evidence, timex.clock, timex.zone, timex.mod)
