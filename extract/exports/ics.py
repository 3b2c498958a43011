"""iCalendar (RFC 5545): one all-day entry a happening, from its first to its last possible day; undated ones are notes.

Entries are whole days (VALUE=DATE), which no calendar moves through a time zone; the clock told stands in the text. They
take no time of the reader's day (TRANSP). What is planned or hypothetical is TENTATIVE, what is denied CANCELLED.
"""

import datetime as dt

from icalendar import Calendar, Event, Journal

from extract.exports.lines import lines_of
from extract.exports.safe import one_line, plain
from extract.exports.selected import Selected
from extract.models import Happening, Modality, Telling

_STATUS: dict[Modality, str] = {"planned": "TENTATIVE", "hypothetical": "TENTATIVE", "negated": "CANCELLED"}
_UNKNOWN_STAMP = dt.date(1970, 1, 1)


def ics_bytes(selected: Selected) -> bytes:
    """Write a calendar."""
    calendar = Calendar()
    calendar.add("prodid", "-//Dateline//Dateline//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", one_line(selected.title) or "Dateline")
    calendar.add("x-wr-caldesc", one_line(selected.sentence))
    for happening, tellings in selected.told:
        calendar.add_component(_entry(happening, tellings))
    return bytes(calendar.to_ical())


def _entry(happening: Happening, tellings: tuple[Telling, ...]) -> Event | Journal:
    when, where = happening.when, happening.where
    dated = when is not None and when.first_day is not None
    entry = Event() if dated else Journal()
    entry.add("uid", f"{one_line(happening.id)}@dateline")
    entry.add("dtstamp", _stamp(tellings))
    entry.add("summary", one_line(happening.label))
    entry.add("description", _description(happening, tellings))
    entry.add("categories", [one_line(happening.kind)])
    if not dated or when is None or when.first_day is None:
        return entry
    entry.add("dtstart", when.first_day)
    last = when.last_day or when.first_day
    if last < dt.date.max:
        entry.add("dtend", last + dt.timedelta(days=1))  # the day after, which is not part of it
    entry.add("transp", "TRANSPARENT")
    entry.add("status", _STATUS.get(happening.modality, "CONFIRMED"))
    if where:
        entry.add("location", one_line(where.name))
        if where.latitude is not None and where.longitude is not None:
            entry.add("geo", (where.latitude, where.longitude))
    return entry


def _stamp(tellings: tuple[Telling, ...]) -> dt.datetime:
    """Give the last day of publication: the same articles make the same file, on whatever day it is written."""
    last = max((telling.document.published for telling in tellings if telling.document.published), default=_UNKNOWN_STAMP)
    return dt.datetime.combine(last, dt.time(), dt.UTC)


def _description(happening: Happening, tellings: tuple[Telling, ...]) -> str:
    when = happening.when
    parts = [f"{'–'.join(dict.fromkeys(when.clock))} {when.zone or ''}".strip()] if when and when.clock else []
    if when and when.first_day and (when.grain != "day" or when.how == "inferred"):
        parts.append(f"Date: {when.grain}, {when.how}")
    for line in lines_of(happening, tellings):
        origin = ", ".join(str(part) for part in (line.source or line.document, line.published) if part)
        parts.append(f"“{one_line(line.sentence)}” ({origin}; {line.rule})")
    return plain("\n".join(parts))
