"""The days of an event from the date that words tell for it: of a whole range, or of the part of a month that they name."""

import datetime as dt

from extract.models import Provenance, Timex, When

CONFIDENCE = {"clause": 0.95, "sentence": 0.85, "discourse": 0.7}
PARTS = {"START": (1, 10), "MID": (11, 20), "END": (21, 31)}  # days of a month that its parts may be meant to be
LONGEST_RANGE = 31  # days from the first to the last of what happens "from the 14th to the 16th"


def when_told(timex: Timex, step: str, document_id: str) -> When | None:
    """Make the days of an event from a date told for it; None where the date has no days of its own."""
    if timex.first_day is None and timex.last_day is None:
        return None
    how = timex.how if timex.how != "none" else "explicit"
    confidence = CONFIDENCE[step] * timex.confidence
    evidence = (Provenance(document_id, timex.span, timex.source.rule),)
    days = (*(_whole(timex) or _part(timex) or (timex.first_day, timex.last_day)), timex.grain)
    return When(*days, how, confidence, f"date: {step}", evidence, timex.clock, timex.zone, timex.mod)


def _whole(timex: Timex) -> tuple[dt.date, dt.date] | None:
    """Give the days of the whole range of which a date is an end: of days no more than what one happening lasts."""
    if timex.range_days is None or timex.grain != "day":
        return timex.range_days
    return timex.range_days if (timex.range_days[1] - timex.range_days[0]).days <= LONGEST_RANGE else None


def _part(timex: Timex) -> tuple[dt.date, dt.date] | None:
    """Give the days of the part of a month that words name: "early in May", "mid-May"; loosely, as such words are meant."""
    first, last = timex.first_day, timex.last_day
    if timex.grain != "month" or first is None or last is None or timex.mod not in PARTS or timex.range_days is not None:
        return None
    begin, end = PARTS[timex.mod]
    return first.replace(day=begin), first.replace(day=min(end, last.day))
