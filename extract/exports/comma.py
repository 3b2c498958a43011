"""CSV (RFC 4180): one row a source sentence; safe to open in a spreadsheet.

UTF-8 with a byte order mark, without which Excel shows no Devanagari. Days are ISO 8601. Lists are joined by "; ".
The last column says what was selected.
"""

import csv
import datetime as dt
import io
from dataclasses import astuple, fields

from extract.exports.lines import Line, lines_of
from extract.exports.safe import cell
from extract.exports.selected import Selected

HEADER = (*(one.name for one in fields(Line)), "selected")


def csv_bytes(selected: Selected) -> bytes:
    """Write a table with the columns of HEADER."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(HEADER)
    for happening, tellings in selected.told:
        for line in lines_of(happening, tellings):
            writer.writerow([_cell(value) for value in (*astuple(line), selected.sentence)])
    return b"\xef\xbb\xbf" + made.getvalue().encode("utf-8")


def _cell(value: object) -> object:
    if isinstance(value, str):
        return cell(value)
    if isinstance(value, tuple):
        return cell("; ".join(value))
    return value.isoformat() if isinstance(value, dt.date) else value
