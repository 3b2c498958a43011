"""KML 2.2 (OGC 07-147r2): one placemark a happening; those without a place have no geometry, those without a day no time.

Days are written as days (xsd:date), never as moments. The balloon, which is HTML, holds escaped text only.
"""

from dataclasses import asdict
from xml.etree import ElementTree as Xml

from extract.exports.lines import line_of, lines_of
from extract.exports.safe import markup, one_line, plain
from extract.exports.selected import Selected
from extract.models import Happening, Telling

_NAMESPACE = "http://www.opengis.net/kml/2.2"
_NOT_DATA = ("label", "latitude", "longitude")  # they have their own elements


def kml_bytes(selected: Selected) -> bytes:
    """Write a document of placemarks."""
    root = Xml.Element("kml", xmlns=_NAMESPACE)
    document = Xml.SubElement(root, "Document")
    Xml.SubElement(document, "name").text = one_line(selected.title) or "Dateline"
    Xml.SubElement(document, "description").text = markup(selected.sentence)
    folder = Xml.SubElement(document, "Folder")
    Xml.SubElement(folder, "name").text = "Happenings"
    for happening, tellings in selected.told:
        _placemark(folder, happening, tellings)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode").encode("utf-8")


def _placemark(folder: Xml.Element, happening: Happening, tellings: tuple[Telling, ...]) -> None:
    mark = Xml.SubElement(folder, "Placemark")
    Xml.SubElement(mark, "name").text = one_line(happening.label)
    Xml.SubElement(mark, "description").text = _balloon(happening, tellings)
    _time(mark, happening)
    data = Xml.SubElement(mark, "ExtendedData")
    for name, value in asdict(line_of(happening, tellings)).items():
        if value not in (None, "", ()) and name not in _NOT_DATA:
            entry = Xml.SubElement(data, "Data", name=name)
            Xml.SubElement(entry, "value").text = plain("; ".join(value) if isinstance(value, tuple) else str(value))
    where = happening.where
    if where and where.latitude is not None and where.longitude is not None:
        point = Xml.SubElement(mark, "Point")
        Xml.SubElement(point, "coordinates").text = f"{where.longitude:.6f},{where.latitude:.6f}"


def _time(mark: Xml.Element, happening: Happening) -> None:
    when = happening.when
    if when is None or when.first_day is None:
        return
    if when.last_day in (None, when.first_day):
        Xml.SubElement(Xml.SubElement(mark, "TimeStamp"), "when").text = when.first_day.isoformat()
        return
    span = Xml.SubElement(mark, "TimeSpan")
    Xml.SubElement(span, "begin").text = when.first_day.isoformat()
    Xml.SubElement(span, "end").text = when.last_day.isoformat() if when.last_day else None


def _balloon(happening: Happening, tellings: tuple[Telling, ...]) -> str:
    quotes = []
    for line in lines_of(happening, tellings):
        origin = ", ".join(str(part) for part in (line.source or line.document, line.published) if part)
        quotes.append(f"<p>“{markup(line.sentence)}”<br/>{markup(origin)} ({markup(line.rule)})</p>")
    return "".join(quotes)
