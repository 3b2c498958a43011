"""GeoJSON (RFC 7946): one feature a happening; those without a place have a null geometry.

Positions are [longitude, latitude] in WGS 84. ``sentences`` holds every source sentence; the first one's fields also stand
by themselves, for programs that read flat properties only. The member ``description`` says what was selected.
"""

import datetime as dt
import json
from dataclasses import asdict

from extract.exports.lines import line_of, lines_of
from extract.exports.safe import plain
from extract.exports.selected import Selected
from extract.models import Happening, Telling

_DECIMALS = 6  # RFC 7946, 11.2: ten centimetres
_OF_A_SENTENCE = (
    *("sentence", "trigger", "rule", "said_by", "sentence_start", "sentence_end"),
    *("document", "title", "source", "published", "published_how", "language", "url"),
)


def geojson_bytes(selected: Selected) -> bytes:
    """Write a feature collection."""
    collection = {
        "type": "FeatureCollection",
        "title": plain(selected.title),
        "description": plain(selected.sentence),
        "features": [_feature(happening, tellings) for happening, tellings in selected.told],
    }
    return json.dumps(collection, ensure_ascii=False, indent=1, default=dt.date.isoformat).encode("utf-8")


def _feature(happening: Happening, tellings: tuple[Telling, ...]) -> dict[str, object]:
    properties = asdict(line_of(happening, tellings))
    for name in ("latitude", "longitude"):
        properties.pop(name)
    properties["participants"] = list(properties["participants"])
    properties["disagreements"] = list(properties["disagreements"])
    rows = (asdict(line) for line in lines_of(happening, tellings))
    properties["sentences"] = [{name: row[name] for name in _OF_A_SENTENCE} for row in rows]
    return {"type": "Feature", "id": plain(happening.id), "geometry": _point(happening), "properties": properties}


def _point(happening: Happening) -> dict[str, object] | None:
    where = happening.where
    if where is None or where.latitude is None or where.longitude is None:
        return None
    east = where.longitude if -180 <= where.longitude <= 180 else (where.longitude + 180) % 360 - 180
    return {"type": "Point", "coordinates": [round(east, _DECIMALS), round(where.latitude, _DECIMALS)]}
