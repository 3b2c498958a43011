"""What the views ask the store, and what it answers."""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

import msgspec

from extract.models.documents import Document, Span
from extract.models.happenings import Mention
from extract.models.record import Record
from extract.models.values import Grain, How, Modality, PlaceKind, Status


class Query(Record, frozen=True):
    """What a view asks the store for: every clause must hold; an empty clause holds always."""

    first_day: dt.date | None = None  # happenings whose interval touches [first_day, last_day]
    last_day: dt.date | None = None
    box: tuple[float, float, float, float] | None = None  # (west, south, east, north); west > east crosses 180°
    kinds: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    modalities: tuple[Modality, ...] = ()
    statuses: tuple[Status, ...] = ()
    words: str = ""  # search over labels, people, places and sentences, folded, any script
    disagreements_only: bool = False
    with_hidden: bool = False  # also what the filters on whole happenings left out


class Row(Record, frozen=True):
    """One happening as the views draw it: everything but its sentences."""

    id: str
    label: str
    kind: str
    modality: Modality
    status: Status
    first_day: dt.date | None
    last_day: dt.date | None
    grain: Grain
    how: How
    clock: str | None
    place: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float
    place_kind: PlaceKind
    weight: float
    confidence: float
    sources: tuple[str, ...]
    languages: tuple[str, ...]
    mentions: int
    texts: int
    disagreements: int
    participants: tuple[str, ...]
    part_of: str | None
    labels: Mapping[str, str] = msgspec.field(default_factory=dict)
    place_names: Mapping[str, str] = msgspec.field(default_factory=dict)  # interface language → place, where another than `place`


class TimeCounts(Record, frozen=True):
    """Counts by time bin and lane."""

    edges: tuple[dt.date, ...]  # n + 1 first days of bins; the last is exclusive
    lanes: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]  # one row a lane, n bins
    before: int  # dated, earlier than the first edge
    after: int
    undated: int


class PlaceMark(Record, frozen=True):
    """All happenings of the query at one point, as one mark."""

    name: str
    latitude: float
    longitude: float
    radius_km: float
    place_kind: PlaceKind
    count: int
    kinds: tuple[tuple[str, int], ...]  # most frequent first
    modality: Modality  # of the weightiest
    ids: tuple[str, ...]  # by weight, at most 50
    weight: float
    names: Mapping[str, str] = msgspec.field(default_factory=dict)  # interface language → name, where another


class Facets(Record, frozen=True):
    """How many happenings of the query bear each value; each facet ignores its own clause."""

    kinds: Mapping[str, int]
    sources: Mapping[str, int]
    languages: Mapping[str, int]
    modalities: Mapping[str, int]
    statuses: Mapping[str, int]
    disagreements: int
    undated: int
    unplaced: int
    hidden: int
    total: int


class Telling(Record, frozen=True):
    """One source sentence of a happening, with everything that is marked in it."""

    document: Document  # without its text where that is large
    sentence: Span
    text: str  # the sentence's words
    index: int  # number of the sentence in its article, from 0
    marks: tuple[
        tuple[Literal["date", "place", "actor", "trigger", "speaker", "cue"], Span, str, str], ...
    ]  # role, span, rule, value
    mention: Mention | None = None


class Summary(Record, frozen=True):
    """What the title line says of a corpus."""

    title: str
    note: str | None
    happenings: int
    places: int
    sentences: int
    articles: int
    first_day: dt.date | None
    last_day: dt.date | None
    version: int  # changes whenever the store does
