"""Dates that wait for another event: "two days after the attack", "hours before the meeting", "Days later"."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from extract.events.drafts import Dated, Draft, Told
from extract.events.when.counted import is_named_behind, is_own_anchor, mishap_in
from extract.events.when.dating import OPEN_VALUE
from extract.language.events import EventRules
from extract.models import Document, Grain, Provenance, Timex, When
from extract.models.events import COUNTED_RULE

CONFIDENCE = 0.65
VAGUE_DAYS = 7  # "days later" lies within a week of its anchor
MEMORY = 3  # sentences behind a dated event in which "days later" still counts from it
MONTHS_A_YEAR = 12
WEEK, OPENING = 7, 3  # days that may be so counted where a sentence begins with them; tokens of its beginning
LONG_DAYS = 28  # times as long as a month may be counted from the day of publication
FOCUS = "date: focus"  # lent by the news, and no day to count from
UNTOLD = 0.2  # confidence of a date counted from what no day is told of
LEAD_SENTENCES = 2  # which tell the news itself, also where it is counted from something
COUNTED_BACK = 0.62  # confidence of a day that another event is counted from
SHARP = frozenset({"day", "hour", "minute", "second", "part"})
_SIGN = {"after": 1, "before": -1}
_SLACK: dict[str, tuple[int, Grain]] = {"D": (0, "day"), "W": (3, "week"), "M": (15, "month"), "Y": (183, "year")}
_DURATION = re.compile(r"(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(T.*)?$")


def when_anchored(
    timex: Timex,
    draft: Draft,
    drafts: Sequence[Draft],
    whens: Sequence[When | None],
    published: dt.date | None,
    rules: EventRules,
) -> When | None:
    """Give the days of an event whose date is counted from another event of the document.

    ``whens`` holds what is known so far of each draft; None where the anchor is unknown or undated, and where what happened
    would lie behind the day of publication.
    """
    if timex.value.startswith(OPEN_VALUE) and timex.event_offset is None:
        return None
    anchor = _anchor(timex, draft, drafts, whens, rules)
    if anchor is None or anchor.is_counted or (anchor.first_day is None and anchor.last_day is None):
        return None
    offset = _offset(timex.event_offset or timex.value)
    if offset is not None and offset >= LONG_DAYS and anchor.how not in ("explicit", "relative"):
        return None
    evidence = (Provenance(draft.document_id, timex.span, timex.source.rule), *anchor.evidence)
    first, last, grain = _days(timex, anchor)
    if published is not None and first is not None and first > published and draft.modality == "asserted":
        return None
    return When(first, last, grain, "relative", CONFIDENCE * anchor.confidence, "date: counted from another event", evidence)


def when_counted_from(
    draft: Draft,
    dates: Sequence[Dated],
    drafts: Sequence[Draft],
    whens: Sequence[When | None],
    focus: When | None,
    published: dt.date | None,
    rules: EventRules,
) -> When | None:
    """Give the days of an event from which another is counted: "sworn in on Thursday, three weeks after the election".

    Counted back from the dated event of the sentence, else from the day told in the clause before it, else from the day of
    the news where that is told again ("The attack came a day after …"); a long time ("a year and a half after the war
    began") also from the day of publication.
    """
    for date in dates:
        if is_named_behind(date, draft, rules) and (told := _told_just_before(draft, drafts, whens)):
            return replace(told, how="inferred", rule="date: told before", clock=None, zone=None)
        if date.timex.order not in _SIGN:  # as few dates are
            continue
        offset = _offset(date.timex.event_offset or date.timex.value)
        beside = _starting_in(drafts, draft.reading.starts[0], draft.reading.ends[-1])
        around = [drafts[at] for at in beside]
        if offset is None or offset <= 0 or not is_own_anchor(date, draft, around, rules):
            continue
        if month := _month_counted(date, dates, draft):
            return month
        same = [whens[at] for at in beside if drafts[at] is not draft and is_own_anchor(date, drafts[at], around, rules)]
        known = next((when for when in same if when is not None and when.is_counted), None)
        if known is not None:  # "after the riot that cost 20 lives": both are counted from
            return known
        counted = next(
            (
                when.first_day
                for at in beside
                if (when := whens[at]) and when.first_day and when.grain in SHARP and when.rule != FOCUS
                if not is_own_anchor(date, drafts[at], around, rules)
            ),
            _day_beside(date, dates)
            or _day_again(date, around, focus, rules)
            or (published if offset >= (WEEK if date.token < OPENING else LONG_DAYS) else None),
        )
        if counted is not None:
            return _around(counted - dt.timedelta(_SIGN[date.timex.order] * offset), date.timex, draft)
    return None


def counted_from_untold(told: Told | None, draft: Draft, document: Document) -> When | None:
    """Leave without a day what is counted in days from an untold one: "was arrested nine days after the breach"."""
    timex = told[0].timex if told else None
    lead = draft.sentence < LEAD_SENTENCES and draft.clause.opener != "subordinate"
    news = lead or draft.trigger.position == "noun"  # "The blast came two days after a riot"
    if timex is None or news or draft.modality != "asserted" or timex.order not in _SIGN:
        return None
    if not _offset(timex.event_offset or timex.value):  # "hours after"
        return None
    evidence = (Provenance(document.id, timex.span, timex.source.rule),)
    return When(None, document.published, "unknown", "none", UNTOLD, "date: counted from what is untold", evidence)


def _day_beside(counted: Dated, dates: Sequence[Dated]) -> dt.date | None:
    """Give the day told in the clause of a length of time: "moved the men on Monday, two days after the riot"."""
    sharp = [date for date in dates if date.timex.grain in SHARP and date.token < counted.token and date.timex.first_day]
    inside = [date for date in sharp if date.clause == counted.clause]
    return next((date.timex.first_day for date in inside or reversed(sharp)), None)


def _day_again(date: Dated, around: Sequence[Draft], focus: When | None, rules: EventRules) -> dt.date | None:
    """Give the day of the news where a noun before the length of time tells it again: "The attack came a day after they …"."""
    told = (
        other
        for other in around
        if not other.kind.speech
        and other.kind.one_day
        and other.trigger.position == "noun"
        and other.trigger.last <= date.token
        and other.modality == "asserted"
        and not is_own_anchor(date, other, around, rules)
    )
    return focus.first_day if focus and next(told, None) else None


def _month_counted(counted: Dated, dates: Sequence[Dated], draft: Draft) -> When | None:
    """Count months or years from a month told before: "quit the accord in July 2023, a year after it had been signed"."""
    match = _DURATION.match(counted.timex.event_offset or counted.timex.value)
    years, months, *shorter = match.groups()[1:] if match else (None, None)
    before = [date.timex for date in dates if date.token < counted.token and date.clause == counted.clause]
    told = before[-1] if before else None
    if any(shorter) or not (years or months) or told is None or told.grain != "month" or told.first_day is None:
        return None
    passed = MONTHS_A_YEAR * int(years or 0) + int(months or 0)
    number = MONTHS_A_YEAR * told.first_day.year + told.first_day.month - 1 - _SIGN[counted.timex.order or "after"] * passed
    first, following = (dt.date(one // MONTHS_A_YEAR, one % MONTHS_A_YEAR + 1, 1) for one in (number, number + 1))
    spans = (counted.timex, told)
    evidence = tuple(Provenance(draft.document_id, timex.span, timex.source.rule) for timex in spans)
    return When(first, following - dt.timedelta(1), "month", "relative", COUNTED_BACK, COUNTED_RULE, evidence)


def _around(day: dt.date, timex: Timex, draft: Draft) -> When:
    """Give the days around a day that was counted in weeks, months or years: they are seldom told to the day."""
    unit = next((letter for letter in "DWMY" if letter in timex.value), "D")
    slack, grain = _SLACK[unit]
    evidence = (Provenance(draft.document_id, timex.span, timex.source.rule),)
    days = (day - dt.timedelta(slack), day + dt.timedelta(slack))
    return When(*days, grain, "relative", COUNTED_BACK, COUNTED_RULE, evidence)


def _anchor(timex: Timex, draft: Draft, drafts: Sequence[Draft], whens: Sequence[When | None], rules: EventRules) -> When | None:
    if timex.event_anchor is not None:
        start, end = timex.event_anchor
        before = _starting_in(drafts, 0, end)
        near = _starting_in(drafts, drafts[before[-1]].reading.starts[0], end) if before else before  # those of its sentence
        named = [at for at in near if start < drafts[at].end and drafts[at] is not draft]
        if not named and mishap_in(timex.event_anchor, draft, rules) is not None:
            return _last_struck(_starting_in(drafts, 0, start), drafts, whens)
        if not named:
            return _told_just_before(draft, drafts, whens)
        return next((when for at in named if (when := _told_before(at, drafts, whens))), None)
    for at in reversed(_starting_in(drafts, 0, timex.span.start)):
        other, when = drafts[at], whens[at]
        if draft.sentence - other.sentence > MEMORY:
            return None
        if when is not None and when.evidence and not other.is_speech:
            return when
    return None


def _last_struck(before: Sequence[int], drafts: Sequence[Draft], whens: Sequence[When | None]) -> When | None:
    """Give the day of the last incident told before, where words tell it."""
    return next((whens[at] for at in reversed(before) if drafts[at].is_incident and _by_words(whens[at])), None)


def _told_just_before(draft: Draft, drafts: Sequence[Draft], whens: Sequence[When | None]) -> When | None:
    """Give the day of what happened in the sentence before, where a name of no event tells it again: "after the decision"."""
    start = draft.reading.starts[0]
    for at in reversed(_starting_in(drafts, 0, start)):
        other, when = drafts[at], whens[at]
        if draft.sentence - other.sentence > 1:
            return None
        if _by_words(when) and other.modality == "asserted" and not other.is_speech and not other.quoted:
            return when
    return None


def _told_before(named: int, drafts: Sequence[Draft], whens: Sequence[When | None]) -> When | None:
    """Give the day of an event that is named again; where at most a count from it tells its own, that of the last like it."""
    own = whens[named]
    if own is not None and not own.is_counted:
        return own
    before = [at for at in range(named - 1, -1, -1) if (when := whens[at]) and not when.is_counted]
    like = [at for at in before if drafts[at].kind.family == drafts[named].kind.family]
    again = drafts[named].is_incident and drafts[named].trigger.position == "noun"  # "the attack"; a verb tells a deed of its own
    struck = [at for at in before if again and drafts[at].is_incident and _by_words(whens[at])]
    dated = [at for at in like if _by_words(whens[at])]
    return next((whens[at] for at in (*dated, *struck, *like)), own)


def _by_words(when: When | None) -> bool:
    """Tell whether words of its own date an event."""
    return when is not None and when.how in ("explicit", "relative")


def _starting_in(drafts: Sequence[Draft], start: int, end: int) -> range:
    """Give the numbers of the drafts that start in a range of the text; drafts come in the order of the text."""
    first, last = (bisect_left(drafts, offset, key=lambda draft: draft.start) for offset in (start, end))
    return range(first, last)


def _days(timex: Timex, anchor: When) -> tuple[dt.date | None, dt.date | None, Grain]:
    first, last = anchor.first_day or anchor.last_day, anchor.last_day or anchor.first_day
    offset = _offset(
        timex.event_offset or (timex.value if timex.value.startswith(("P", "-P")) and "REF" not in timex.value else "")
    )
    if offset is not None and first and last:
        sign = -1 if timex.order == "before" and offset > 0 else 1
        grain: Grain = anchor.grain if anchor.grain != "unknown" else "day"
        return first + dt.timedelta(sign * offset), last + dt.timedelta(sign * offset), grain
    if timex.order == "before":
        return None, last, "unknown"
    vague = VAGUE_DAYS if anchor.grain == "day" else 0
    return first, last + dt.timedelta(vague) if last else None, anchor.grain if vague == 0 else "week"


def _offset(value: str) -> int | None:
    """Give the days of an ISO 8601 duration; hours and minutes are no day."""
    match = _DURATION.match(value)
    if not match:
        return None
    years, months, weeks, days = (int(part or 0) for part in match.groups()[1:5])
    total = 365 * years + 30 * months + 7 * weeks + days
    return -total if match.group(1) else total
