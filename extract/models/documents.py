"""What is read, and where in it a value stands: spans, provenance, documents, sentences, findings, problems."""

import datetime as dt
from typing import NamedTuple

from extract.models.record import Record
from extract.models.values import PublishedHow


class Span(NamedTuple):
    """A half-open range of code points of one document's text."""

    start: int
    end: int


class Provenance(Record, frozen=True):
    """Where a value was read, and the rule that read it."""

    document_id: str
    span: Span
    rule: str  # the key in the language pack or table: what `explain` prints


class Finding(Record, frozen=True):
    """Something noticed on a mention that a reader should know (a clash, a failed check)."""

    kind: str  # "weekday-clash", "distance-clash", "ambiguous-order", "misspelt", "implausible" ...
    message: str  # one sentence in plain English
    span: Span
    rule: str


class Document(Record, frozen=True):
    """One article as read."""

    id: str
    text: str
    title: str | None = None
    language: str | None = None  # ISO 639-1 code; None until detected
    published: dt.date | None = None
    published_how: PublishedHow = "unknown"
    published_reason: str | None = None  # why this day, or why none, in a sentence
    published_others: tuple[dt.date, ...] = ()  # other days that the text allows
    source: str | None = None
    url: str | None = None
    author: str | None = None
    file: str | None = None  # path as the reader named it
    aliases: tuple[str, ...] = ()  # other ids or files that hold the same text
    junk: tuple[Span, ...] = ()  # spans that are not narrative (scraper marks, link lines)
    note: str | None = None  # e.g. "Retold from ... in our own words."


class Sentence(Record, frozen=True):
    """A span of a document that is read as one sentence."""

    document_id: str
    span: Span
    index: int  # 0 for the first sentence of the document
    paragraph: int  # 0 for the first paragraph
    heading: bool = False  # a line without a full stop that stands alone


class Problem(Record, frozen=True):
    """An input that could not be read, or a thing worth saying about one that could."""

    subject: str  # the file or line
    message: str  # one clear sentence
    fatal: bool = True  # nothing of the subject was read
