"""The nouns of Dateline, as frozen records.

Offsets are half-open ``[start, end)`` in code points of the document's text as given. Coordinates are
``(latitude, longitude)`` in decimal degrees, WGS 84. Days are calendar days as the sources give them,
never shifted through a time zone. Every value carries the words it came from and the rule that read it.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Grain = Literal["second", "minute", "hour", "part", "day", "weekend", "week", "month", "season", "quarter", "half",
                "year", "decade", "century", "millennium", "unknown"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
How = Literal["explicit", "relative", "inferred", "none"]
PublishedHow = Literal["given", "text", "inferred", "unknown"]
Modality = Literal["asserted", "planned", "hypothetical", "negated", "reported opinion"]
Status = Literal["foreground", "background", "commentary"]
Narration = Literal["news", "narrative"]
PlaceKind = Literal["country", "admin1", "admin2", "city", "facility", "sea", "region", "river", "mountain", "celestial",
                    "demonym", "organisation", "metonym", "unknown"]
Role = Literal["agent", "patient", "recipient", "companion", "speaker", "addressee", "topic", "instrument", "victim",
               "origin", "target", "heading", "beneficiary", "participant"]
DisagreementField = Literal["date", "time", "place", "duration", "count", "participant", "source", "content", "modality"]


class Span(NamedTuple):
    """A half-open range of code points of one document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a value was read, and the rule that read it."""

    document_id: str
    span: Span
    rule: str  # the key in the language pack or table: what `explain` prints


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read."""

    id: str
    text: str
    title: str | None = None
    language: str | None = None  # ISO 639-1 code; None until detected
    published: dt.date | None = None
    published_how: PublishedHow = "unknown"
    published_reason: str | None = None  # why this day, in a sentence; for "inferred" and "text"
    published_others: tuple[dt.date, ...] = ()  # other days that the text allows
    source: str | None = None
    url: str | None = None
    author: str | None = None
    file: str | None = None  # path as the reader named it
    aliases: tuple[str, ...] = ()  # other ids or files that hold the same text
    junk: tuple[Span, ...] = ()  # spans that are not narrative (scraper marks, link lines)
    note: str | None = None  # e.g. "Retold from ... in our own words."


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of a document that is read as one sentence."""

    document_id: str
    span: Span
    index: int  # 0 for the first sentence of the document
    paragraph: int  # 0 for the first paragraph
    heading: bool = False  # a line without a full stop that stands alone


@dataclass(frozen=True, slots=True)
class Finding:
    """Something noticed on a mention that a reader should know (a clash, a failed check)."""

    kind: str  # "weekday-clash", "distance-clash", "ambiguous-order", "misspelt", "implausible" ...
    message: str  # one sentence in plain English
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Timex:
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
    zone: str | None = None  # IANA zone or offset told by the text
    range_with: Span | None = None  # the other end, where this is one end of a range
    event_anchor: Span | None = None  # the words of the event it waits for ("the talks" in "the day after the talks")
    event_offset: str | None = None  # ISO 8601 duration to add to that event's day: "-P1D"
    order: Literal["before", "after"] | None = None  # a bound, where the distance is unknown ("days later", "hours before")
    findings: tuple[Finding, ...] = ()
    candidates: tuple[str, ...] = ()  # readings that lost, with the reason: for `explain`

    @property
    def span(self) -> Span:
        """The span of the mention."""
        return self.source.span


@dataclass(frozen=True, slots=True)
class Candidate:
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


@dataclass(frozen=True, slots=True)
class PlaceMention:
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
    relation: str | None = None  # "off-coast", "north-of", "near", "border", "distance"
    ring_km: tuple[float, float] | None = None  # "about 1,000 km from X": least and most distance from (latitude, longitude)
    confidence: float = 1.0
    reason: str = ""
    candidates: tuple[Candidate, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def span(self) -> Span:
        """The span of the mention."""
        return self.source.span


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part in an event, by role."""

    name: str  # canonical: the fullest name told in the document, in its own script
    role: Role
    text: str  # the mention's own words
    source: Provenance
    kind: Literal["person", "organisation", "country", "group", "thing", "unknown"] = "unknown"
    key: str = ""  # what linking compares: a folded Latin key, equal across scripts where an alias table knows it
    title: str | None = None  # "Foreign Minister"

    @property
    def span(self) -> Span:
        """The span of the mention."""
        return self.source.span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as a range: "dozens", "at least 30", "about 1,000 km"."""

    low: float
    high: float
    unit: str  # "killed", "injured", "km", "hour", "missile" ...: English singular or PLOVER-neutral key
    text: str
    source: Provenance


@dataclass(frozen=True, slots=True)
class When:
    """The days of an event, and how they are known."""

    first_day: dt.date | None
    last_day: dt.date | None
    grain: Grain
    how: How
    confidence: float
    rule: str
    evidence: tuple[Provenance, ...] = ()  # the words, in this or another document
    clock: tuple[str, str] | None = None
    zone: str | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """The place of an event, and how it is known."""

    name: str
    latitude: float | None
    longitude: float | None
    radius_km: float
    kind: PlaceKind
    confidence: float
    rule: str
    evidence: tuple[Provenance, ...] = ()
    geonames_id: int | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One clause of one article saying that something happened."""

    document_id: str
    span: Span  # the trigger
    trigger: str
    kind: str  # a key of tables/kinds.toml: "missile launch"
    plover: str | None
    modality: Modality
    status: Status
    sentence: Span
    sentence_index: int
    rule: str
    lemma: str = ""  # folded dictionary form of the trigger
    participants: tuple[Participant, ...] = ()
    said_by: Participant | None = None
    timex: int | None = None  # index in the article's timexes
    place: int | None = None  # index in the article's places
    when: When | None = None
    where: Where | None = None
    other_places: tuple[tuple[Role, int], ...] = ()  # origin, target, heading: indices in the article's places
    quantities: tuple[Quantity, ...] = ()
    objects: tuple[str, ...] = ()  # language-neutral keys of content words near the trigger ("missile", "weapon")
    content: tuple[str, ...] = ()  # folded stems of the clause's content words
    cues: tuple[Provenance, ...] = ()  # words that decided modality and status
    before: int | None = None  # index of the article's event that this one is told to precede
    after: int | None = None
    parent: int | None = None  # index of the article's event that this one is part of
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Article:
    """One document with everything that was read in it; what the flow passes from step to step."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    timexes: tuple[Timex, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    events: tuple[Event, ...] = ()
    narration: Narration = "news"
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it."""

    name: str
    document_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """One telling of a happening: the trigger and its sentence."""

    document_id: str
    span: Span  # the trigger
    sentence: Span
    text: str  # the trigger's words
    rule: str
    said_by: Speaker | None = None
    modality: Modality = "asserted"


@dataclass(frozen=True, slots=True)
class Actor:
    """A participant of a happening with all its mentions."""

    name: str
    role: Role
    mentions: tuple[Provenance, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One value that one or more sources give for a field."""

    value: str
    mentions: tuple[Provenance, ...]
    said_by: str | None = None
    texts: int = 1  # independent texts that say so (copies count once)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two sources whose values for one field of a happening cannot both be true."""

    field: DisagreementField
    sides: tuple[Side, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Happening:
    """The events of one or more articles that tell of the same thing."""

    id: str
    label: str
    kind: str
    plover: str | None
    when: When | None
    where: Where | None
    modality: Modality
    status: Status
    confidence: float
    weight: float  # 0 to 1: orders happenings where not all can be shown
    mentions: tuple[Mention, ...]
    participants: tuple[Actor, ...] = ()
    main_of: tuple[str, ...] = ()  # documents that are mainly about this
    part_of: str | None = None
    disagreements: tuple[Disagreement, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    other_places: tuple[tuple[Role, Where], ...] = ()  # origin, target, heading, impact area
    texts: int = 1  # independent texts (copies count once)
    hidden: str | None = None  # why the default view leaves it out ("lone and generic"), None where shown
    labels: Mapping[str, str] = field(default_factory=dict)  # interface language → label


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that could not be read, or a thing worth saying about one that could."""

    subject: str  # the file or line
    message: str  # one clear sentence
    fatal: bool = True  # nothing of the subject was read


@dataclass(frozen=True, slots=True)
class Query:
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


@dataclass(frozen=True, slots=True)
class Row:
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
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TimeCounts:
    """Counts by time bin and lane."""

    edges: tuple[dt.date, ...]  # n + 1 first days of bins; the last is exclusive
    lanes: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]  # one row a lane, n bins
    before: int  # dated, earlier than the first edge
    after: int
    undated: int


@dataclass(frozen=True, slots=True)
class PlaceMark:
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


@dataclass(frozen=True, slots=True)
class Facets:
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


@dataclass(frozen=True, slots=True)
class Telling:
    """One source sentence of a happening, with everything that is marked in it."""

    document: Document  # without its text where that is large
    sentence: Span
    text: str  # the sentence's words
    index: int  # number of the sentence in its article, from 0
    marks: tuple[tuple[Literal["date", "place", "actor", "trigger", "speaker", "cue"], Span, str, str], ...]  # role, span, rule, value
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Summary:
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
