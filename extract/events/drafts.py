"""A trigger with its sentence: what the steps inside ``events`` hand on until the event is put together."""

from dataclasses import dataclass, field

from extract.clauses import Clause, Reading, Trigger
from extract.kinds import Kind
from extract.language.events import EventRules, PlaceRole
from extract.models import Modality, Participant, PlaceMention, Span, Timex
from extract.models.record import Record
from extract.speech import Saying

FAR = 400  # events back to which words may go that call one again: of a book not all are asked
NOUN_TOKENS = 2  # between the end of a date and the noun that it stands right before, "'s" among them
INCIDENTS = frozenset({"disaster", "conflict"})  # colours of kinds that strike at once


class Fate(Record, frozen=True):
    """What became of somebody who was hurt, and the tokens [first, last) whose dates are those of what hurt them."""

    trigger: Trigger
    first: int
    last: int


@dataclass(slots=True, eq=False)
class Draft:
    """One event of a document in the making; where its trigger stands is looked up once, since every step asks for it."""

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
    fate: Fate | None = None  # what became of who was hurt in it: "injured in the blast, he died on Tuesday"
    start: int = field(init=False)  # offset of the trigger
    end: int = field(init=False)  # offset behind the trigger
    sentence: int = field(init=False)  # the number of its sentence
    clause: Clause = field(init=False)  # the clause of the trigger
    clause_number: int = field(init=False)  # the number of that clause in its sentence
    quoted: bool = field(init=False)  # the trigger stands in a quotation
    is_speech: bool = field(init=False)  # a plain act of saying
    is_incident: bool = field(init=False)  # it struck at once, as a crash does and the deaths in it

    def __post_init__(self) -> None:
        """Look up where the trigger stands."""
        reading, trigger, kind = self.reading, self.trigger, self.kind
        first = trigger.first
        self.start, self.end = reading.starts[first], reading.ends[trigger.last - 1]
        self.sentence = reading.sentence.index
        self.clause_number = number = reading.clause_of[first]
        self.clause, self.quoted = reading.clauses[number], reading.quoted[first]
        self.is_speech = trigger.position == "speech"
        self.is_incident = self.modality == "asserted" and kind.one_day and kind.colour in INCIDENTS

    @property
    def document_id(self) -> str:
        """The document that tells the event."""
        return self.reading.sentence.document_id

    @property
    def later(self) -> Trigger | None:
        """What came later by its own words, which lends it no day."""
        return self.act or (self.fate.trigger if self.fate else None)

    @property
    def goes_on(self) -> bool:
        """Whether the event is a quotation that goes on from the sentence before."""
        return self.trigger.rule == "speech: the quotation goes on"


class Placed(Record, frozen=True):
    """A place in a sentence, with what the words around it make of it."""

    number: int  # in the article's places
    place: PlaceMention
    token: int
    clause: int
    role: PlaceRole
    goal: bool = False  # the end of a way or a home, where the text tells where else it happened


class Dated(Record, frozen=True):
    """A date in a sentence."""

    number: int  # in the article's timexes
    timex: Timex
    reading: Reading
    token: int
    behind: int  # the token behind its words
    clause: int


Told = tuple[Dated, str]  # a date, and the step that found it


def those_before(number: int) -> range:
    """Give the numbers of the events before one, as far back as its words may go."""
    return range(max(0, number - FAR), number)


def gap(draft: Draft, date: Dated) -> int:
    """Give the tokens between an event's words and a date of its sentence."""
    trigger = draft.trigger
    if date.token >= trigger.first:
        return date.token - trigger.last + 1
    return max(1, trigger.first - date.behind + 1)


def is_right_before(date: Dated, draft: Draft, rules: EventRules) -> bool:
    """Tell whether a date stands right before the noun of an event: "last year's explosion", "wounded in Saturday's shooting"."""
    first = draft.trigger.first
    noun = draft.trigger.position == "noun" or draft.reading.keys[first - 1] in rules.possessive
    return noun and date.token < first <= date.behind + NOUN_TOKENS


def reaches(draft: Draft, clause: int) -> bool:
    """Tell whether an event's words stand in a clause, in whole or in part: "the fire that gutted the library"."""
    return draft.clause_number <= clause <= draft.reading.clause_of[draft.trigger.last - 1]
