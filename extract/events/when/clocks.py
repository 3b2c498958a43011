"""The day and the clock of an event by the clocks of its place: Tuesday evening in Washington is Wednesday in Seoul.

A time told with a zone is moved to the zone of the place. A time told without one is the place's own where the text says so
("local time") or where the dateline's place keeps the same clock; else it may be the publisher's or the place's, and both days
are kept.
Where no clock is told, no day is moved.
"""

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from extract.models import PlaceMention, Span, When
from extract.zones import moved, zone_of

LOCAL = "local"  # the zone of "local time"


def publisher_zone(dateline: Span, places: Sequence[PlaceMention]) -> str | None:
    """Find the zone of the place in the dateline; None where there is none, or its zone is not known."""
    if not dateline.end:
        return None
    told = (place for place in places if dateline.start <= place.span.start < dateline.end)
    place = next(told, None)
    return zone_of(place.country, place.admin1, place.geonames_id) if place else None


def in_own_time(when: When | None, place: PlaceMention | None, publisher: str | None) -> When | None:
    """Move the day and clock of an event to the zone of its place."""
    if when is None or (when.clock is None and when.zone is None):
        return when
    own = zone_of(place.country, place.admin1, place.geonames_id) if place else None
    if when.zone == LOCAL:
        return replace(when, zone=own)
    if own is None or when.clock is None or when.first_day is None or when.first_day != when.last_day:
        return when
    if when.zone is not None:
        return _moved(when, when.first_day, when.zone, own)
    return _unzoned(when, when.first_day, publisher, own) if publisher else when


def _moved(when: When, day: dt.date, zone: str, own: str) -> When:
    first, last = (moved((day, clock), zone, own) for clock in when.clock or ("", ""))
    if first is None or last is None:
        return when
    return replace(when, first_day=first[0], last_day=max(first[0], last[0]), clock=(first[1], last[1]), zone=own)


def _unzoned(when: When, day: dt.date, publisher: str, own: str) -> When:
    """Keep both days that a time without a zone may mean: by the publisher's clock and by the place's."""
    shown = moved((day, (when.clock or ("", ""))[0]), publisher, own)
    if shown is None:
        return when
    if shown == (day, (when.clock or ("", ""))[0]):
        return replace(when, zone=own)
    return replace(when, first_day=min(day, shown[0]), last_day=max(day, shown[0]))
