"""The day of each event inside its document: clause → sentence → discourse anchor → focus → day of publication.

Each step keeps how it knows and the words it took. A date belongs to the event nearest to it in its own clause; a
participle ("built in 2015") keeps its date to itself; a date of an earlier list never dates the news.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from extract.events.drafts import Dated, Draft
from extract.language.events import EventRules
from extract.models import Document, Narration, Provenance, Timex, When

SENTENCE_START = 5  # tokens from the sentence's start in which a date holds for the whole sentence
SAYING_REACH = 8  # tokens between a verb of saying and its own date
FOCUS_WINDOW = 10  # days before publication in which the news of an article lies
LEAD_SENTENCES = 6
SHARP = frozenset({"day", "hour", "minute", "second", "part"})
CONFIDENCE = {"clause": 0.95, "sentence": 0.85, "discourse": 0.7, "focus": 0.6, "published": 0.5, "not yet": 0.3, "past": 0.3}


def own_date(draft: Draft, dates: Sequence[Dated], beside: Sequence[Draft], rules: EventRules) -> tuple[Dated, str] | None:
    """Give the date told for an event in its clause or sentence, with the step's name."""
    usable = [date for date in dates if date.timex.first_day or date.timex.last_day]
    if draft.is_speech or (draft.kind.speech and draft.trigger.position != "noun"):
        near = [
            date
            for date in usable
            if not draft.reading.quoted[date.token] and _gap(draft, date) <= SAYING_REACH and date.clause == draft.clause_number
        ]
        return (min(near, key=lambda date: _gap(draft, date)), "clause") if near else None
    own = [date for date in usable if date.clause == draft.clause_number and _owner(date, beside, rules) in (None, draft)]
    if own:
        return min(own, key=lambda date: _gap(draft, date)), "clause"
    if not draft.kind.one_day and draft.trigger.position == "noun":
        return None
    rest = [date for date in usable if date.clause != draft.clause_number]
    free = [date for date in rest if date.token < SENTENCE_START or not any(other.clause_number == date.clause for other in beside)]
    if free and draft.quoted == draft.reading.quoted[free[0].token]:
        return min(free, key=lambda date: _gap(draft, date)), "sentence"
    return None


def _gap(draft: Draft, date: Dated) -> int:
    trigger = draft.trigger
    return trigger.first - date.token if date.token < trigger.first else date.token - trigger.last + 1


def _owner(date: Dated, beside: Sequence[Draft], rules: EventRules) -> Draft | None:
    """Give the participle that keeps a date to itself: "built in 2015"."""
    owners = [
        other
        for other in beside
        if other.clause_number == date.clause and not other.is_speech and 0 <= date.token - other.trigger.last <= 3
    ]
    nearest = min(owners, key=lambda other: _gap(other, date), default=None)
    return nearest if nearest and is_participle(nearest, rules) else None


def is_participle(draft: Draft, rules: EventRules) -> bool:
    """Tell whether a verb form only modifies the noun before it: "the base built in 2015"."""
    reading, first = draft.reading, draft.trigger.first
    if draft.trigger.position != "verb" or first == 0 or not reading.keys[first].endswith(("ed", "t", "n")):
        return False
    following = reading.keys[draft.trigger.last] if draft.trigger.last < len(reading.keys) else ""
    before = reading.keys[first - 1]
    if following not in rules.participle_marks:
        return False
    return (before == "," or before.isalpha()) and not reading.words[first - 1][:1].isupper() and before not in rules.subjects


def when_of_timex(timex: Timex, step: str, document_id: str) -> When:
    """Make the days of an event from a date told for it."""
    how = timex.how if timex.how != "none" else "explicit"
    return When(
        timex.first_day, timex.last_day, timex.grain, how, CONFIDENCE[step] * timex.confidence, f"date: {step}",
        (Provenance(document_id, timex.span, timex.source.rule),), timex.clock, timex.zone, timex.mod,
    )  # fmt: skip


def focus_day(drafts: Sequence[Draft], dates: Sequence[tuple[Dated, str] | None], document: Document) -> tuple[When, Timex] | None:
    """Give the day that the dated events of the lead share: the day of the article's news."""
    if document.published is None:
        return None
    scores: Counter[dt.date] = Counter()
    first: dict[dt.date, Dated] = {}
    for draft, found in zip(drafts, dates, strict=True):
        if not found or draft.modality != "asserted" or found[0].timex.grain not in SHARP or draft.is_speech:
            continue
        day = found[0].timex.first_day
        if day is None or not 0 <= (document.published - day).days <= FOCUS_WINDOW:
            continue
        scores[day] += (3 if draft.reading.sentence.index < LEAD_SENTENCES else 1) * (1 if draft.kind.abstract else 2)
        first.setdefault(day, found[0])
    if not scores:
        return None
    day = max(scores, key=lambda day: (scores[day], day))
    timex = first[day].timex
    evidence = (Provenance(document.id, timex.span, timex.source.rule),)
    return When(day, day, "day", "inferred", CONFIDENCE["focus"], "date: focus", evidence), timex


def context_date(draft: Draft, document: Document, focus: When | None, rules: EventRules, narration: Narration) -> When | None:
    """Date an event that no words of its own date: focus, then the day of publication; None where neither may."""
    published = document.published
    if narration == "narrative" or published is None:
        return focus
    if not draft.kind.one_day:
        return None
    if draft.modality in ("planned", "hypothetical") and not draft.kind.speech:
        if draft.modality == "planned":
            return When(
                focus.first_day if focus else published, None, "unknown", "none", CONFIDENCE["not yet"], "date: not yet", ()
            )
        return None
    if is_participle(draft, rules):
        return None
    clause = draft.clause
    if (
        not draft.kind.speech
        and any(key in rules.past_perfect for key in draft.reading.keys[clause.first : clause.last])
        and not rules.verb_last
    ):
        return When(None, published, "unknown", "none", CONFIDENCE["past"], "date: past perfect", ())
    return focus or When(published, published, "day", "inferred", CONFIDENCE["published"], "date: published", ())
