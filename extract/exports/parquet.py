"""Parquet: the rows of the CSV with their types; the file's metadata says what was selected."""

import io
from dataclasses import astuple, fields

import pyarrow as pa
import pyarrow.parquet as pq

from extract.exports.lines import Line, lines_of
from extract.exports.safe import plain
from extract.exports.selected import Selected

_TYPES = {
    "start": pa.date32(),
    "end": pa.date32(),
    "published": pa.date32(),
    "latitude": pa.float64(),
    "longitude": pa.float64(),
    "radius_km": pa.float64(),
    "weight": pa.float64(),
    "confidence": pa.float64(),
    "participants": pa.list_(pa.string()),
    "disagreements": pa.list_(pa.string()),
    "sentence_start": pa.int64(),
    "sentence_end": pa.int64(),
}


def parquet_bytes(selected: Selected) -> bytes:
    """Write one table, compressed with Snappy, which every reader knows."""
    rows = [astuple(line) for happening, tellings in selected.told for line in lines_of(happening, tellings)]
    names = [one.name for one in fields(Line)]
    schema = pa.schema(
        [(name, _TYPES.get(name, pa.string())) for name in names],
        metadata={"dateline.title": plain(selected.title), "dateline.selected": plain(selected.sentence)},
    )
    columns = [pa.array([row[at] for row in rows], schema.field(name).type) for at, name in enumerate(names)]
    made = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), made, compression="snappy")
    return made.getvalue()
