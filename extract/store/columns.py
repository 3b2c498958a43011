"""A happening → the row of columns that the views are answered from, and the words it is found by."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from extract.models import Happening
from extract.names import skeleton
from extract.store.codec import dumps
from extract.text import fold

COLUMNS = (
    "id",
    "label",
    "labels",
    "kind",
    "modality",
    "status",
    "first_day",
    "last_day",
    "grain",
    "how",
    "clock",
    "place",
    "place_names",
    "latitude",
    "longitude",
    "radius_km",
    "place_kind",
    "weight",
    "confidence",
    "sources",
    "languages",
    "mentions",
    "texts",
    "disagreements",
    "participants",
    "part_of",
    "hidden",
)
TextSpan = tuple[str, int, int]  # document id, start and end
Value = str | int | float | bytes | None


@dataclass(frozen=True, slots=True)
class Origin:
    """What the views need to know of a document."""

    source: str
    language: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table of happenings."""

    values: tuple[Value, ...]  # in the order of COLUMNS
    record: bytes
    digest: bytes


def line_of(happening: Happening, origins: Mapping[str, Origin]) -> Line:
    """Lay a happening out in columns."""
    told_by = [origins[key] for key in dict.fromkeys(mention.document_id for mention in happening.mentions) if key in origins]
    values = (
        happening.id,
        _clean(happening.label),
        _json(dict(happening.labels)),
        happening.kind,
        happening.modality,
        happening.status,
        *_when(happening),
        *_where(happening),
        happening.weight,
        happening.confidence,
        _json(list(dict.fromkeys(origin.source for origin in told_by))),
        _json(list(dict.fromkeys(origin.language for origin in told_by if origin.language))),
        len(happening.mentions),
        happening.texts,
        len(happening.disagreements),
        _json(list(dict.fromkeys(actor.name for actor in happening.participants))),
        happening.part_of,
        int(happening.hidden is not None),
    )
    record = dumps(happening)
    return Line(values, record, hashlib.blake2b(record + repr(values).encode("utf-8", "surrogatepass"), digest_size=12).digest())


def told_words(happening: Happening, sentences: Mapping[TextSpan, str]) -> str:
    """Fold everything that a search may find a happening by: labels, people, places, sentences."""
    parts = [happening.label, *happening.labels.values(), *happening.place_names.values(), happening.kind]
    parts += names_of(happening)
    parts += [sentences[span] for span in sentence_spans(happening) if span in sentences]
    return folded(" ".join(parts))


def folded(text: str) -> str:
    """Fold a text word by word: a key to search by, without offsets."""
    return " ".join(fold(word) for word in _clean(text).split())


def names_of(happening: Happening) -> list[str]:
    """List the names of people and places of a happening."""
    places = [happening.where.name] if happening.where else []
    names = [actor.name for actor in happening.participants] + places + [where.name for _, where in happening.other_places]
    return list(dict.fromkeys(names))


def sentence_spans(happening: Happening) -> list[TextSpan]:
    """List the sentences that tell of a happening."""
    return sorted({(mention.document_id, *mention.sentence) for mention in happening.mentions})


def name_spans(happening: Happening) -> list[TextSpan]:
    """List where people and places stand in the texts, as document and span: a search finds them in their own script."""
    where = happening.where
    words = [words for actor in happening.participants for words in actor.mentions] + list(where.evidence if where else ())
    speakers = [mention.said_by for mention in happening.mentions if mention.said_by]
    return [(one.document_id, *one.span) for one in words] + [(one.document_id, *one.span) for one in speakers]


def name_skeletons(names: list[str]) -> list[tuple[str, str]]:
    """Give each part of the names, folded, with its consonants: what finds पुतिन for Putin."""
    parts = dict.fromkeys(part.strip(".,'\"()") for name in names for part in folded(name).replace("-", " ").split())
    return [(part, skeleton(part)) for part in parts if len(part) > 1 and skeleton(part)]


def _when(happening: Happening) -> tuple[Value, ...]:
    when = happening.when
    if when is None:
        return (None, None, "unknown", "none", None)
    first, last = when.first_day or when.last_day, when.last_day or when.first_day
    clock = "–".join(dict.fromkeys(when.clock)) if when.clock else None
    return (first.toordinal() if first else None, last.toordinal() if last else None, when.grain, when.how, clock)


def _where(happening: Happening) -> tuple[Value, ...]:
    where = happening.where
    if where is None:
        return (None, "{}", None, None, 0.0, "unknown")
    drawn = where.latitude is not None and where.longitude is not None and where.kind != "celestial"
    point = (where.latitude, where.longitude) if drawn else (None, None)
    return (_clean(where.name), _json(dict(happening.place_names)), *point, where.radius_km, where.kind)


def _json(value: object) -> str:
    return _clean(json.dumps(value, ensure_ascii=False))


def _clean(text: str) -> str:
    """Replace lone surrogates, which SQLite's text cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
