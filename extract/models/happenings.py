"""What happened, as one or more articles tell it, and where they disagree."""

from collections.abc import Mapping

import msgspec

from extract.models.documents import Provenance, Span
from extract.models.events import When, Where
from extract.models.mentions import Quantity
from extract.models.record import Record
from extract.models.values import DisagreementField, Modality, Role, Status


class Speaker(Record, frozen=True):
    """Who says it."""

    name: str
    document_id: str
    span: Span


class Mention(Record, frozen=True):
    """One telling of a happening: the trigger and its sentence."""

    document_id: str
    span: Span  # the trigger
    sentence: Span
    text: str  # the trigger's words
    rule: str
    said_by: Speaker | None = None
    modality: Modality = "asserted"


class Actor(Record, frozen=True):
    """A participant of a happening with all its mentions."""

    name: str
    role: Role
    mentions: tuple[Provenance, ...]
    key: str = ""


class Side(Record, frozen=True):
    """One value that one or more sources give for a field."""

    value: str
    mentions: tuple[Provenance, ...]
    said_by: str | None = None
    texts: int = 1  # independent texts that say so (copies count once)


class Disagreement(Record, frozen=True):
    """Two sources whose values for one field of a happening cannot both be true."""

    field: DisagreementField
    sides: tuple[Side, ...]
    reason: str


class Happening(Record, frozen=True):
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
    labels: Mapping[str, str] = msgspec.field(default_factory=dict)  # interface language → label
    place_names: Mapping[str, str] = msgspec.field(default_factory=dict)  # interface language → its place, where not `where.name`
