"""Each format is read back by a reader that is not ours, and holds every happening, its days as told, and its sentences."""

import csv
import datetime as dt
import io
import json
import re

import icalendar
import pyarrow.parquet as pq
import pyogrio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from store_corpus import DAY, article, happening, hostile, mention

from extract.errors import ExportError
from extract.exports import FORMATS, MEDIA_TYPES, Selected, export
from extract.models import Query, When, Where
from extract.store import Store
from extract.store.marking import tellings_of

TOLD = article("one", 6)
SELECTED = "Storms, 1 to 31 March 2021"
YEAR = When(dt.date(2015, 1, 1), dt.date(2015, 12, 31), "year", "explicit", 0.9, "year")
MONTH = When(
    dt.date(2021, 2, 1), dt.date(2021, 2, 28), "month", "explicit", 0.9, "month", clock=("11:43", "11:53"), zone="Asia/Seoul"
)
SPAN = When(dt.date(2021, 3, 30), dt.date(2021, 4, 2), "day", "explicit", 0.9, "span")
HAPPENINGS = (
    happening("day", mention(TOLD, 0), mention(TOLD, 1)),
    happening("month", mention(TOLD, 2), when=MONTH),
    happening("year", mention(TOLD, 3), when=YEAR, modality="planned"),
    happening("span", mention(TOLD, 4), when=SPAN, where=Where("Suva", -18.14, 178.44, 8.0, "city", 0.9, "city-name")),
    happening("undated", mention(TOLD, 5), when=None),
    happening("unplaced", mention(TOLD, 5), where=None),
    happening("moon", mention(TOLD, 5), where=Where("Moon", None, None, 0.0, "celestial", 1.0, "celestial")),
)
IDS = [one.id for one in HAPPENINGS]


def selected(*happenings, articles=(TOLD,), sentence: str = SELECTED) -> Selected:
    by_id = {one.document.id: one for one in articles}
    return Selected(tuple((one, tellings_of(one, by_id)) for one in happenings or HAPPENINGS), sentence, "Storms")


def rows_of(made: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline="")))


def read(tmp_path, wanted: str, made: Selected):
    path = tmp_path / f"made{MEDIA_TYPES[wanted][0]}"
    path.write_bytes(export(wanted, made))
    return pyogrio.raw.read(path, datetime_as_string=True)


def columns_of(found) -> dict[str, list]:
    meta, _, geometry, values = found
    return {**{name: list(column) for name, column in zip(meta["fields"], values, strict=True)}, "geometry": list(geometry)}


def test_csv_has_a_row_for_every_sentence_with_its_origin_and_rule():
    rows = rows_of(export("csv", selected()))
    assert [row["id"] for row in rows] == ["day", *IDS]
    first = rows[0]
    assert first["sentence"] == "0 a storm broke on Sunday in Varna, as told by one."
    assert (first["document"], first["source"], first["published"], first["rule"]) == ("one", "Gazette", "2021-03-15", "storm-noun")
    assert (first["start"], first["end"], first["latitude"]) == ("2021-03-14", "2021-03-14", "43.2")
    assert {row["selected"] for row in rows} == {SELECTED}


def test_csv_keeps_the_undated_and_the_unplaced():
    rows = {row["id"]: row for row in rows_of(export("csv", selected()))}
    assert (rows["undated"]["start"], rows["undated"]["end"]) == ("", "")
    assert (rows["unplaced"]["latitude"], rows["moon"]["latitude"], rows["moon"]["place"]) == ("", "", "Moon")


def test_geojson_is_read_by_gdal_with_longitude_first(tmp_path):
    found = columns_of(read(tmp_path, "geojson", selected()))
    assert found["id"] == IDS
    collection = json.loads(export("geojson", selected()))
    by_id = {feature["id"]: feature for feature in collection["features"]}
    assert by_id["span"]["geometry"] == {"type": "Point", "coordinates": [178.44, -18.14]}
    assert by_id["unplaced"]["geometry"] is by_id["moon"]["geometry"] is None
    assert [shape is None for shape in found["geometry"]] == [key in {"unplaced", "moon"} for key in IDS]
    assert "crs" not in collection


def test_geojson_carries_every_sentence_and_what_was_selected(tmp_path):
    collection = json.loads(export("geojson", selected()))
    assert collection["description"] == SELECTED
    sentences = collection["features"][0]["properties"]["sentences"]
    assert [one["sentence"][:9] for one in sentences] == ["0 a storm", "1 a storm"]
    assert sentences[0]["published"] == "2021-03-15"
    assert columns_of(read(tmp_path, "geojson", selected()))["rule"][0] == "storm-noun"


def test_kml_is_read_by_gdal_with_its_days_and_data(tmp_path):
    found = columns_of(read(tmp_path, "kml", selected()))
    assert found["Name"] == [f"Storm {key}" for key in IDS]
    assert found["id"] == IDS
    assert found["sentence"][0] == "0 a storm broke on Sunday in Varna, as told by one."
    assert found["published"][0] == "2021-03-15"
    assert [shape is None for shape in found["geometry"]] == [key in {"unplaced", "moon"} for key in IDS]


def test_kml_writes_days_and_no_moments():
    made = export("kml", selected()).decode()
    assert re.findall("<(?:when|begin|end)>(.*?)</", made) == [
        *("2021-03-14", "2021-02-01", "2021-02-28", "2015-01-01", "2015-12-31", "2021-03-30", "2021-04-02"),
        *("2021-03-14", "2021-03-14"),
    ]
    assert SELECTED in made


def test_icalendar_has_whole_days_with_the_end_after_the_last():
    calendar = icalendar.Calendar.from_ical(export("ics", selected()))
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    assert [journal["uid"] for journal in calendar.walk("VJOURNAL")] == ["undated@dateline"]
    assert len(events) == len(IDS) - 1
    span = events["span@dateline"]
    assert (span["dtstart"].dt, span["dtend"].dt) == (dt.date(2021, 3, 30), dt.date(2021, 4, 3))
    assert type(span["dtstart"].dt) is dt.date
    assert "4 a storm broke on Sunday" in span["description"]
    assert "Gazette, 2021-03-15; storm-noun" in span["description"]
    assert events["year@dateline"]["status"] == "TENTATIVE"
    assert "11:43–11:53 Asia/Seoul" in events["month@dateline"]["description"]
    assert str(calendar["x-wr-caldesc"]) == SELECTED


def test_icalendar_lines_are_no_longer_than_75_octets():
    assert max(map(len, export("ics", selected()).split(b"\r\n"))) <= 75


def test_timelinejs_keeps_a_month_a_month_and_tells_the_undated_on_the_title():
    made = json.loads(export("timelinejs", selected()))
    events = {event["unique_id"]: event for event in made["events"]}
    assert events["year"]["start_date"] == {"year": 2015}
    assert "end_date" not in events["year"]
    assert events["month"]["start_date"] == {"year": 2021, "month": 2}
    assert events["span"]["end_date"] == {"year": 2021, "month": 4, "day": 2}
    assert set(events) == set(IDS) - {"undated"}
    assert "Storm undated" in made["title"]["text"]["text"]
    assert SELECTED in made["title"]["text"]["text"]
    assert "0 a storm broke" in events["day"]["text"]["text"]


def test_parquet_is_read_by_arrow_with_types_and_metadata():
    table = pq.read_table(io.BytesIO(export("parquet", selected())))
    assert table.column("id").to_pylist() == ["day", *IDS]
    assert table.column("start").to_pylist()[0] == DAY
    assert table.column("latitude").to_pylist()[-1] is None
    assert table.column("sentence").to_pylist()[1].startswith("1 a storm")
    assert table.schema.metadata[b"dateline.selected"].decode() == SELECTED


@pytest.mark.parametrize("wanted", FORMATS)
def test_the_same_selection_makes_the_same_file(wanted):
    assert export(wanted, selected()) == export(wanted, selected())


@pytest.mark.parametrize("wanted", FORMATS)
def test_nothing_selected_is_a_file_too(wanted, tmp_path):
    nothing = Selected((), "Nothing", "Storms")
    made = export(wanted, nothing)
    assert made
    if wanted in {"geojson", "kml"}:
        assert len(read(tmp_path, wanted, nothing)[2]) == 0


def test_a_format_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(ExportError, match=r"'docx'; expected one of csv, geojson"):
        export("docx", selected())


def test_an_export_holds_what_is_selected_and_no_more(tmp_path):
    with Store.open(tmp_path / "a.dateline") as store:
        store.put_article(TOLD)
        store.describe(title="Storms", note=None)
        store.replace_happenings([*HAPPENINGS, happening("unseen", mention(TOLD, 0), hidden="lone and generic")])
        made = Selected.from_store(store, Query(modalities=("planned",)), SELECTED)
        assert [one.id for one, _ in made.told] == ["year"]
        assert made.title == "Storms"
        assert [one.id for one, _ in Selected.from_store(store, Query(), "all").told] == sorted(IDS)


@settings(max_examples=40, deadline=None)
@given(first=st.dates(), length=st.integers(0, 10**6))
def test_no_day_is_ever_shifted(first, length):
    last = dt.date.fromordinal(min(first.toordinal() + length, dt.date.max.toordinal()))
    made = selected(replace(HAPPENINGS[0], when=When(first, last, "day", "explicit", 0.9, "rule")))
    assert {(row["start"], row["end"]) for row in rows_of(export("csv", made))} == {(first.isoformat(), last.isoformat())}
    properties = json.loads(export("geojson", made))["features"][0]["properties"]
    assert (properties["start"], properties["end"]) == (first.isoformat(), last.isoformat())
    event = next(iter(icalendar.Calendar.from_ical(export("ics", made)).walk("VEVENT")))
    assert event["dtstart"].dt == first
    assert last == dt.date.max or event["dtend"].dt - dt.timedelta(days=1) == last
    assert pq.read_table(io.BytesIO(export("parquet", made))).column("end").to_pylist()[0] == last
    start = json.loads(export("timelinejs", made))["events"][0]["start_date"]
    assert (start["year"], start["month"], start["day"]) == (first.year, first.month, first.day)


HOSTILE = (
    "=cmd|'/c calc'!A0",
    "  +1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "＝1+1",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "%{x} javascript:alert(1)",
    "]]></description><Placemark/>",
    "\u202egnp.exe\u2066 open",
    "a\x00b\x1b[31m\ud800\ufffe",
    "END:VEVENT\r\nBEGIN:VEVENT;\\,",
    'say "x",\ny;',
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_in_every_format(text, tmp_path):
    one, articles = hostile(text)
    made = selected(one, articles=articles, sentence=text)
    for row in rows_of(export("csv", made)):
        assert all(
            not value.lstrip().startswith(tuple("=+-@\t\r＝＋－＠"))
            for name, value in row.items()
            if name not in {"latitude", "longitude"}
        )
        assert all("\n" not in value and "\u202e" not in value and "\x00" not in value for value in row.values())
    assert len(read(tmp_path, "geojson", made)[2]) == len(read(tmp_path, "kml", made)[2]) == 1
    assert len(icalendar.Calendar.from_ical(export("ics", made)).walk("VEVENT")) == 1
    slide = json.loads(export("timelinejs", made))["events"][0]["text"]
    assert not re.search("<(?:script|img)", slide["headline"] + slide["text"])
    assert pq.read_table(io.BytesIO(export("parquet", made))).num_rows == 1
    assert json.loads(export("geojson", made))["features"][0]["properties"]["url"] is None


def test_a_balloon_of_kml_holds_no_markup_of_the_article(tmp_path):
    one, articles = hostile("<img src=x onerror=alert(1)>")
    balloon = columns_of(read(tmp_path, "kml", selected(one, articles=articles)))["description"][0]
    assert "<img" not in balloon
    assert "&lt;img" in balloon


@given(text=st.text(st.characters(exclude_categories=())))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_written_in_every_format(text):
    one, articles = hostile(text)
    for wanted in FORMATS:
        assert export(wanted, selected(one, articles=articles, sentence=text))
