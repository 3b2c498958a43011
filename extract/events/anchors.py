"""Dates that wait for another event: "two days after the attack", "hours before the meeting", "Days later"."""

import datetime as dt
import re
from collections.abc import Sequence

from extract.events.drafts import Draft
from extract.models import Grain, Provenance, Timex, When

CONFIDENCE = 0.65
VAGUE_DAYS = 7  # "days later" lies within a week of its anchor
MEMORY = 3  # sentences behind a dated event in which "days later" still counts from it
_DURATION = re.compile(r"(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(T.*)?$")


def when_anchored(timex: Timex, draft: Draft, drafts: Sequence[Draft], whens: Sequence[When | None]) -> When | None:
    """Give the days of an event whose date is counted from another event of the document.

    ``whens`` holds what is known so far of each draft; None where the anchor is unknown or undated.
    """
    anchor = _anchor(timex, draft, drafts, whens)
    if anchor is None or (anchor.first_day is None and anchor.last_day is None):
        return None
    evidence = (Provenance(draft.document_id, timex.span, timex.source.rule), *anchor.evidence)
    first, last, grain = _days(timex, anchor)
    return When(first, last, grain, "relative", CONFIDENCE * anchor.confidence, "date: counted from another event", evidence)


def _anchor(timex: Timex, draft: Draft, drafts: Sequence[Draft], whens: Sequence[When | None]) -> When | None:
    if timex.event_anchor is not None:
        start, end = timex.event_anchor
        named = [
            when
            for other, when in zip(drafts, whens, strict=True)
            if when and other.start < end and start < other.end and other is not draft
        ]
        return named[0] if named else None
    for other, when in zip(reversed(drafts), reversed(whens), strict=True):
        if other.start >= timex.span.start or when is None or not when.evidence or other.is_speech:
            continue
        distance = draft.reading.sentence.index - other.reading.sentence.index
        return when if distance <= MEMORY else None
    return None


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
