"""What is mentioned in a sentence: dates, places, participants, quantities."""

import datetime as dt
from typing import Literal

from extract.models.documents import Finding, Provenance, Span
from extract.models.record import Record
from extract.models.values import Grain, How, PlaceKind, Role, TimexType


class Timex(Record, frozen=True):
    """A temporal expression (TIMEX3) and the days it covers, both inclusive."""

    text: str
    type: TimexType
    value: str  # TIMEX3 value: "2023-09-13", "P2D", "PAST_REF", "XXXX-WXX-3"
    first_day: dt.date | None
    last_day: dt.date | None
    grain: Grain
    source: Provenance
    mod: str | None = None  # TIMEX3 mod: START MID END APPROX BEFORE AFTER LESS_THAN MORE_THAN EQUAL_OR_MORE ...
    how: How = "none"
    anchor: str | None = None  # what it was counted from: "published 2023-09-13", "2023-09-13 at 120"
    confidence: float = 1.0
    clock: tuple[str, str] | None = None  # ("11:43", "11:53"): first and last minute of the day told
    zone: str | None = None  # IANA zone or offset told by the text; "local": that of the place, where it is told so
    range_with: Span | None = None  # the other end, where this is one end of a range
    range_days: tuple[dt.date, dt.date] | None = None  # the days of the whole range, where both ends are days, months or years
    event_anchor: Span | None = None  # the words of the event it waits for ("the talks" in "the day after the talks")
    event_offset: str | None = None  # ISO 8601 duration to add to that event's day: "-P1D"
    order: Literal["before", "after"] | None = None  # a bound, where the distance is unknown ("days later", "hours before")
    findings: tuple[Finding, ...] = ()
    candidates: tuple[str, ...] = ()  # readings that lost, with the reason: for `explain`

    @property
    def span(self) -> Span:
        """The span of the mention."""
        return self.source.span


class Candidate(Record, frozen=True):
    """One gazetteer entry that a toponym may mean."""

    entry: int  # row in the gazetteer
    name: str
    latitude: float | None
    longitude: float | None
    radius_km: float
    kind: PlaceKind
    country: str | None  # ISO 3166-1 alpha-2
    admin1: str | None
    geonames_id: int | None
    population: int
    score: float
    reason: str


class PlaceMention(Record, frozen=True):
    """A toponym mention and the place it was resolved to."""

    text: str
    name: str  # the gazetteer's preferred English name; the text itself where unresolved
    latitude: float | None  # None: recognised but not resolved, or not on Earth
    longitude: float | None
    radius_km: float
    kind: PlaceKind
    source: Provenance
    geonames_id: int | None = None
    country: str | None = None  # ISO 3166-1 alpha-2
    admin1: str | None = None
    drawn: bool = True  # False for demonyms, organisations, metonyms: they inform, and are not drawn
    fuzzy: bool = False  # taken for a misspelling
    relation: str | None = (
        None  # "off-coast", "north-of", "near", "border", "distance"; "container": of the finer place told before it
    )
    ring_km: tuple[float, float] | None = None  # "about 1,000 km from X": least and most distance from (latitude, longitude)
    described: tuple[float, float, float] | None = (
        None  # latitude, longitude, radius in km of the place that the relation describes
    )
    confidence: float = 1.0
    reason: str = ""
    candidates: tuple[Candidate, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def span(self) -> Span:
        """The span of the mention."""
        return self.source.span


SPEAKER = "participants: speaker"  # the rule of a participant whose act of saying the event is


class Participant(Record, frozen=True):
    """Who took part in an event, by role."""

    name: str  # canonical: the fullest name told in the document, in its own script
    role: Role
    text: str  # the mention's own words
    source: Provenance
    kind: Literal["person", "organisation", "country", "group", "common", "thing", "unknown"] = "unknown"  # common: "the police"
    key: str = ""  # what linking compares: a folded Latin key, equal across scripts where an alias table knows it
    title: str | None = None  # "Foreign Minister"
    aside: bool = False  # only named beside the event: its words give it no part

    @property
    def span(self) -> Span:
        """The span of the mention."""
        return self.source.span


class Quantity(Record, frozen=True):
    """A number with its unit, as a range: "dozens", "at least 30", "about 1,000 km"."""

    low: float
    high: float
    unit: str  # "killed", "injured", "km", "hour", "missile" ...: English singular or PLOVER-neutral key
    text: str
    source: Provenance
