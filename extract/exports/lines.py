"""One happening and its sentences → flat rows, one a source sentence: what CSV and Parquet hold, and the others quote.

A happening without a day or a place, or whose sentences are gone, has its row too.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from extract.exports.safe import plain, web_address
from extract.models import Happening, Telling


@dataclass(frozen=True, slots=True)
class Line:
    """One source sentence of one happening; the fields are the columns, in this order."""

    id: str
    label: str
    kind: str
    plover: str | None
    start: dt.date | None
    end: dt.date | None
    granularity: str
    date_how: str
    clock_from: str | None
    clock_to: str | None
    zone: str | None
    place: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    place_kind: str | None
    modality: str
    status: str
    weight: float
    confidence: float
    participants: tuple[str, ...]
    disagreements: tuple[str, ...]
    part_of: str | None
    sentence: str
    trigger: str
    rule: str
    date_rule: str
    place_rule: str
    said_by: str | None
    document: str
    title: str | None
    source: str | None
    published: dt.date | None
    published_how: str
    language: str | None
    url: str | None
    sentence_start: int | None
    sentence_end: int | None


def lines_of(happening: Happening, tellings: tuple[Telling, ...]) -> Iterator[Line]:
    """Give one row for each sentence with a mention; one row without a sentence where there is none."""
    told: list[Telling | None] = [telling for telling in tellings if telling.mention]
    return (_line(happening, telling) for telling in told or [None])


def line_of(happening: Happening, tellings: tuple[Telling, ...]) -> Line:
    """Give the row of the first sentence."""
    return next(lines_of(happening, tellings))


def _line(happening: Happening, telling: Telling | None) -> Line:
    values = {**_of_happening(happening), **_of_telling(telling)}
    return Line(**{name: plain(value) if isinstance(value, str) else value for name, value in values.items()})  # type: ignore[arg-type]


def _of_happening(happening: Happening) -> dict[str, object]:
    when, where = happening.when, happening.where
    clock = when.clock if when and when.clock else (None, None)
    return {
        "id": happening.id,
        "label": happening.label,
        "kind": happening.kind,
        "plover": happening.plover,
        "start": when.first_day if when else None,
        "end": when.last_day if when else None,
        "granularity": when.grain if when else "unknown",
        "date_how": when.how if when else "none",
        "clock_from": clock[0],
        "clock_to": clock[1],
        "zone": when.zone if when else None,
        "place": where.name if where else None,
        "latitude": where.latitude if where else None,
        "longitude": where.longitude if where else None,
        "radius_km": where.radius_km if where else None,
        "place_kind": where.kind if where else None,
        "modality": happening.modality,
        "status": happening.status,
        "weight": round(happening.weight, 4),
        "confidence": round(happening.confidence, 3),
        "participants": tuple(f"{plain(actor.name)} ({actor.role})" for actor in happening.participants),
        "disagreements": tuple(f"{one.field}: {plain(one.reason)}" for one in happening.disagreements),
        "part_of": happening.part_of,
        "date_rule": when.rule if when else "",
        "place_rule": where.rule if where else "",
    }


def _of_telling(telling: Telling | None) -> dict[str, object]:
    mention = telling.mention if telling else None
    document = telling.document if telling else None
    return {
        "sentence": telling.text if telling else "",
        "trigger": mention.text if mention else "",
        "rule": mention.rule if mention else "",
        "said_by": mention.said_by.name if mention and mention.said_by else None,
        "document": document.id if document else "",
        "title": document.title if document else None,
        "source": document.source if document else None,
        "published": document.published if document else None,
        "published_how": document.published_how if document else "unknown",
        "language": document.language if document else None,
        "url": web_address(document.url) if document and document.url else None,
        "sentence_start": telling.sentence.start if telling else None,
        "sentence_end": telling.sentence.end if telling else None,
    }
