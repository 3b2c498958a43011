"""Happenings → one file format each: what is selected, said in a sentence, with the source sentence of every row."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from extract.errors import ExportError
from extract.exports.selected import Selected

__all__ = ["FORMATS", "MEDIA_TYPES", "Selected", "export"]

_WRITERS: Mapping[str, tuple[str, str]] = {  # module and function, loaded when asked for: some libraries are slow to load
    "csv": ("comma", "csv_bytes"),
    "geojson": ("geojson", "geojson_bytes"),
    "kml": ("kml", "kml_bytes"),
    "ics": ("ics", "ics_bytes"),
    "timelinejs": ("timelinejs", "timelinejs_bytes"),
    "parquet": ("parquet", "parquet_bytes"),
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
    module, function = _WRITERS[wanted]
    write = cast("Callable[[Selected], bytes]", getattr(import_module(f"extract.exports.{module}"), function))
    return write(selected)
