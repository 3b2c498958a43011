"""What one clause of one article tells, and the article with all that was read in it."""

import datetime as dt

from extract.models.documents import Document, Finding, Provenance, Sentence, Span
from extract.models.mentions import Participant, PlaceMention, Quantity, Timex
from extract.models.record import Record
from extract.models.values import Grain, How, Modality, Narration, PlaceKind, Role, Status

SETTING_RULE = "place: setting"  # of a place that no word tells
BEFORE_RULE = "date: before the news"  # of what the news only recalls: no day but the last it may have been
COUNTED_RULE = "date: another event is counted from it"  # of "three days after the fire", often a rough count


class When(Record, frozen=True):
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

    @property
    def is_counted(self) -> bool:
        """Whether the time of another event is counted from it, or its own from another."""
        return self.rule == COUNTED_RULE


class Where(Record, frozen=True):
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

    @property
    def is_guessed(self) -> bool:
        """Whether no word tells it: it is where the scene of the article was."""
        return self.rule == SETTING_RULE


class Event(Record, frozen=True):
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
    answered_by: int | None = None  # index of the article's event that answers this one: it came before, and is another
    parent: int | None = None  # index of the article's event that this one is part of
    same_as: int | None = None  # index of the article's earlier event that this one tells again (anaphor, quotation that goes on)
    confidence: float = 1.0
    setting: Where | None = None  # where the scene is, guessed, of an event without a place; linking does not compare it


class Article(Record, frozen=True):
    """One document with everything that was read in it; what the flow passes from step to step."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    timexes: tuple[Timex, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    events: tuple[Event, ...] = ()
    narration: Narration = "news"
    findings: tuple[Finding, ...] = ()
    organisations: tuple[PlaceMention, ...] = ()  # those that bear the name of a place, with the seat that it may tell
