"""The nouns of Dateline, as frozen records.

Offsets are half-open ``[start, end)`` in code points of the document's text as given. Coordinates are
``(latitude, longitude)`` in decimal degrees, WGS 84. Days are calendar days as the sources give them,
never shifted through a time zone. Every value carries the words it came from and the rule that read it.
"""

from extract.models.documents import Document, Finding, Problem, Provenance, Sentence, Span
from extract.models.events import Article, Event, When, Where
from extract.models.happenings import Actor, Disagreement, Happening, Mention, Side, Speaker
from extract.models.mentions import SPEAKER, Candidate, Participant, PlaceMention, Quantity, Timex
from extract.models.values import (
    DisagreementField,
    Grain,
    How,
    Modality,
    Narration,
    PlaceKind,
    PublishedHow,
    Role,
    Status,
    TimexType,
)
from extract.models.views import Facets, PlaceMark, Query, Row, Summary, Telling, TimeCounts

__all__ = [
    "SPEAKER",
    "Actor",
    "Article",
    "Candidate",
    "Disagreement",
    "DisagreementField",
    "Document",
    "Event",
    "Facets",
    "Finding",
    "Grain",
    "Happening",
    "How",
    "Mention",
    "Modality",
    "Narration",
    "Participant",
    "PlaceKind",
    "PlaceMark",
    "PlaceMention",
    "Problem",
    "Provenance",
    "PublishedHow",
    "Quantity",
    "Query",
    "Role",
    "Row",
    "Sentence",
    "Side",
    "Span",
    "Speaker",
    "Status",
    "Summary",
    "Telling",
    "TimeCounts",
    "Timex",
    "TimexType",
    "When",
    "Where",
]
