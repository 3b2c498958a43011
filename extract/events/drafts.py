"""A trigger with its sentence: what the steps inside ``events`` hand on until the event is put together."""

from typing import NamedTuple

from extract.clauses import Clause, Reading, Trigger
from extract.kinds import Kind
from extract.language.events import PlaceRole
from extract.models import Modality, Participant, PlaceMention, Span, Timex
from extract.speech import Saying

INCIDENTS = frozenset({"disaster", "conflict"})  # colours of kinds that strike at once


class Draft(NamedTuple):
    """One event of a document in the making."""

    reading: Reading
    trigger: Trigger
    kind: Kind
    modality: Modality
    cue: Span | None
    cue_rule: str
    saying: Saying
    participants: tuple[Participant, ...]
    objects: tuple[str, ...]  # language-neutral keys of content words near the trigger
    act: Trigger | None = None  # the act of the law that is about this deed: "charged with murder"

    @property
    def document_id(self) -> str:
        """The document that tells the event."""
        return self.reading.sentence.document_id

    @property
    def start(self) -> int:
        """Offset of the trigger."""
        return self.reading.starts[self.trigger.first]

    @property
    def end(self) -> int:
        """Offset behind the trigger."""
        return self.reading.ends[self.trigger.last - 1]

    @property
    def clause(self) -> Clause:
        """The clause of the trigger."""
        return self.reading.clauses[self.clause_number]

    @property
    def clause_number(self) -> int:
        """The number of that clause in its sentence."""
        return self.reading.clause_of[self.trigger.first]

    @property
    def quoted(self) -> bool:
        """Whether the trigger stands in a quotation."""
        return self.reading.quoted[self.trigger.first]

    @property
    def goes_on(self) -> bool:
        """Whether the event is a quotation that goes on from the sentence before."""
        return self.trigger.rule == "speech: the quotation goes on"

    @property
    def is_incident(self) -> bool:
        """Whether it struck at once, as a crash does and the deaths in it."""
        return self.modality == "asserted" and self.kind.one_day and self.kind.colour in INCIDENTS

    @property
    def is_speech(self) -> bool:
        """Whether the event is a plain act of saying."""
        return self.trigger.position == "speech"


class Placed(NamedTuple):
    """A place in a sentence, with what the words around it make of it."""

    number: int  # in the article's places
    place: PlaceMention
    token: int
    clause: int
    role: PlaceRole


class Dated(NamedTuple):
    """A date in a sentence."""

    number: int  # in the article's timexes
    timex: Timex
    reading: Reading
    token: int
    clause: int
