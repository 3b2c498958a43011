"""Happenings → one file format each: what is selected, said in a sentence, with the source sentence of every row."""

from collections.abc import Callable, Mapping

from extract.errors import ExportError
from extract.exports.comma import csv_bytes
from extract.exports.geojson import geojson_bytes
from extract.exports.ics import ics_bytes
from extract.exports.kml import kml_bytes
from extract.exports.parquet import parquet_bytes
from extract.exports.selected import Selected
from extract.exports.timelinejs import timelinejs_bytes

__all__ = ["FORMATS", "MEDIA_TYPES", "Selected", "export"]

_WRITERS: Mapping[str, Callable[[Selected], bytes]] = {
    "csv": csv_bytes,
    "geojson": geojson_bytes,
    "kml": kml_bytes,
    "ics": ics_bytes,
    "timelinejs": timelinejs_bytes,
    "parquet": parquet_bytes,
}
FORMATS = tuple(_WRITERS)
MEDIA_TYPES: Mapping[str, tuple[str, str]] = {  # ending of the file, media type
    "csv": (".csv", "text/csv; charset=utf-8"),
    "geojson": (".geojson", "application/geo+json"),
    "kml": (".kml", "application/vnd.google-earth.kml+xml"),
    "ics": (".ics", "text/calendar; charset=utf-8"),
    "timelinejs": (".json", "application/json"),
    "parquet": (".parquet", "application/vnd.apache.parquet"),
}


def export(wanted: str, selected: Selected) -> bytes:
    """Write what is selected in one of FORMATS.

    Raises
    ------
    ExportError
        The format is none of FORMATS.
    """
    if wanted not in _WRITERS:
        raise ExportError(f"format is {wanted!r}; expected one of {', '.join(FORMATS)}")
    return _WRITERS[wanted](selected)
