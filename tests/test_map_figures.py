"""The map as a figure: places, names, journeys, ways, open places. Pure functions over rows."""

import itertools
import json
import math
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from page_corpus import PLACES, FakeStore

from dashapp.figures.map import MapLook, MapThings, chosen_traces, map_figure
from dashapp.figures.map.glyphs import clustered, fanned, glyph_px, spots_of_marks, spots_of_rows
from dashapp.figures.map.labels import Room, land_names, place_names, text_px
from dashapp.figures.map.ways import journeys, ways
from dashapp.geometry import circle, distance_degrees, great_circle
from dashapp.projection import Frame, View, first_view
from dashapp.wording import wording
from extract import Query, Where

STORE = FakeStore()
ROWS = STORE.window(Query(), 100)
FRAME = Frame(View(45.0, 131.0, 22.0), 1044.0, 502.0)
LOOK = MapLook("light", wording("en"), FRAME)
LATITUDE, LONGITUDE = st.floats(-80, 80), st.floats(-180, 180)
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)  # a machine may be busy


def spots():
    return clustered(spots_of_rows(ROWS, "en"), FRAME)


def test_a_figure_is_plain_data_and_its_marks_bear_ids_and_places() -> None:
    figure = map_figure(MapThings(spots(), journeys(ROWS)), LOOK)
    json.dumps(figure)
    data = next(trace["customdata"] for trace in figure["data"] if "customdata" in trace)
    assert all(isinstance(one, list) and len(one) == 3 for one in data)
    assert sum(one[2] for one in data) == sum(row.latitude is not None for row in ROWS if FRAME.pixel((row.latitude or 0, 0)))


@SLOW
@given(st.lists(st.tuples(LATITUDE, LONGITUDE), max_size=40))
def test_no_happening_is_lost_where_places_share_a_mark(points) -> None:
    rows = [replace(ROWS[0], id=f"r{at}", latitude=lat, longitude=lon) for at, (lat, lon) in enumerate(points)]
    seen = [row for row in rows if FRAME.pixel((round(row.latitude, 4), round(row.longitude, 4)))]
    assert sum(spot.count for spot in clustered(spots_of_rows(rows, "en"), FRAME)) == len(seen)


def test_marks_never_cover_each_other() -> None:
    pixels = [FRAME.pixel(spot.point) for spot in spots()]
    assert all(math.dist(one, other) >= 17 for one, other in itertools.combinations(pixels, 2))


def test_names_cover_neither_each_other_nor_a_mark_nor_the_edge() -> None:
    room = Room(FRAME, 52.0)
    names = [*place_names(spots(), room), *land_names(room, wording("en"), spots())]
    boxes = [(name.x - text_px(name.text) / 2, name.y - 7, name.x + text_px(name.text) / 2, name.y + 7) for name in names[:12]]
    assert len(names) > 6
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert right <= FRAME.width
        assert top >= 45
        assert bottom <= FRAME.height
    for (a, b, c, d), (e, f, g, h) in itertools.combinations(boxes, 2):
        assert c <= e or g <= a or d <= f or h <= b


def test_a_place_is_named_in_the_readers_language() -> None:
    row = replace(ROWS[0], place="Patna", place_names={"hi": "पटना"})
    assert [spots_of_rows([row], code)[0].name for code in ("hi", "en")] == ["पटना", "Patna"]


def test_a_countrys_own_mark_is_not_named_twice() -> None:
    mark = replace(ROWS[0], place="North Korea", place_kind="country", latitude=40.3, longitude=127.5)
    names = land_names(Room(FRAME), wording("hi"), spots_of_rows([mark], "hi"))
    assert "उत्तर कोरिया" not in [name.text for name in names]
    assert "उत्तर कोरिया" in [name.text for name in land_names(Room(FRAME), wording("hi"))]


def test_a_journey_has_its_stations_in_the_order_of_days() -> None:
    found = journeys(ROWS)[0]
    assert found.person == "Kim Jong Un"
    assert [one.row.place for one in found.stations][:3] == ["Pyongyang", "Khasan", "Vostochny Cosmodrome"]
    assert [one.row.first_day for one in found.stations] == sorted(one.row.first_day for one in found.stations)


def test_no_journey_hangs_on_the_ids_of_what_one_day_tells() -> None:
    there = next(row for row in ROWS if row.place == "Vostochny Cosmodrome" and "Kim Jong Un" in row.participants)
    away = next(row for row in ROWS if row.place == "Pyongyang" and row.latitude is not None)
    elsewhere = {"latitude": away.latitude, "longitude": away.longitude, "place": away.place}
    for ids in permutations(("a", "b", "c")):
        day = [replace(there, id=ids[0]), replace(there, id=ids[1], **elsewhere), replace(there, id=ids[2])]
        assert journeys([replace(row, kind="visit", grain="day", clock=None, radius_km=10.0) for row in day]) == []


def test_a_journeys_legs_are_dated_and_point_on() -> None:
    figure = map_figure(MapThings(spots(), journeys(ROWS)), LOOK)
    arrows = next(trace for trace in figure["data"] if "angle" in trace.get("marker", {}) and "text" in trace)
    assert "Pyongyang › Khasan" in arrows["text"][0]
    assert any("13 Sep" in text for trace in figure["data"] for text in trace.get("text", ()) if "·" in text)


def test_a_launch_leads_to_the_sea_with_its_radius() -> None:
    happening = STORE.happening("h1")
    found = ways(happening)
    assert [(way.name, way.vague) for way in found] == [("Sea of Japan", True)]
    under, over = chosen_traces(MapThings(spots(), (), found, None, "missile launch"), LOOK)
    assert under[0]["fill"] == "toself"
    assert under[0]["line"]["dash"] == "dash"
    assert over[0]["text"] == ["Sea of Japan, ± 350 km"]


@pytest.mark.parametrize(
    "end", [Where("Asia", 45.0, 128.0, 3000.0, "region", 1.0, "rule"), Where("Nowhere", None, None, 0.0, "unknown", 1.0, "rule")]
)
def test_no_line_leads_to_what_is_all_around_or_nowhere(end) -> None:
    happening = replace(STORE.happening("h1"), other_places=(("heading", end),))
    assert ways(happening) == []


def test_a_country_is_a_goal_without_a_circle_of_doubt() -> None:
    country = Where("Japan", 36.0, 138.0, 600.0, "country", 1.0, "rule")
    happening = replace(STORE.happening("h1"), other_places=(("target", country),))
    assert [(way.name, way.vague) for way in ways(happening)] == [("Japan", False)]


def test_an_open_place_shows_each_happening_by_itself_within_the_pane() -> None:
    edge = FRAME.point(30.0, 60.0)
    rows = [replace(ROWS[0], id=f"r{at}", latitude=edge[0], longitude=edge[1]) for at in range(20)]
    opened = fanned(spots_of_rows(rows, "en")[0], rows, "en", FRAME, 52.0)
    x, y = FRAME.pixel(opened.point)
    assert len(opened.glyphs) == 20
    for glyph in opened.glyphs:
        assert 0 < x + glyph.shift[0] < FRAME.width
        assert 52 < y + glyph.shift[1] < FRAME.height


def test_a_day_that_is_looked_at_leaves_the_others_pale() -> None:
    figure = map_figure(MapThings(spots(), dimmed=frozenset({"h0"})), LOOK)
    marks = next(trace for trace in figure["data"] if "customdata" in trace)
    strong = {data[0] for data, opacity in zip(marks["customdata"], marks["marker"]["opacity"], strict=True) if opacity > 0.5}
    assert strong == {"h0"}


def test_a_mark_for_many_bears_their_number_on_a_shape_that_has_room() -> None:
    figure = map_figure(MapThings(spots()), LOOK)
    marks = next(trace for trace in figure["data"] if "customdata" in trace)
    for data, symbol, size in zip(marks["customdata"], marks["marker"]["symbol"], marks["marker"]["size"], strict=True):
        if data[2] > 1:
            assert symbol in {"circle", "square", "pentagon", "hexagon", "hexagon2", "octagon", "hexagram"}
            assert size >= 17


def test_larger_marks_stand_for_more() -> None:
    one, many = spots_of_rows(ROWS[:1], "en")[0].glyphs[0], spots_of_marks(STORE.marks_by_place(Query()), "en")[0].glyphs[0]
    assert glyph_px(one) < glyph_px(replace(many, count=30)) <= 27


def test_hostile_places_and_labels_stay_text() -> None:
    row = replace(ROWS[0], place="<a href='x'>%{y}</a>", label="<img src=x onerror=1>", labels={})
    text = json.dumps(map_figure(MapThings(spots_of_rows([row], "en")), LOOK))
    assert "<a " not in text
    assert "<img" not in text
    assert "%{y}" not in text


@SLOW
@given(LATITUDE, LONGITUDE, st.floats(1, 2000))
def test_a_circle_is_as_wide_as_told_and_wound_clockwise(latitude, longitude, radius_km) -> None:
    points = circle((latitude, longitude), radius_km)
    assert all(math.radians(distance_degrees((latitude, longitude), point)) * 6371.0088 == pytest.approx(radius_km, rel=1e-6)
               for point in points)  # fmt: skip
    assert points[0][0] > latitude  # it begins in the north
    assert 0 < (points[18][1] - longitude) % 360 < 180  # and turns to the east


def test_a_line_on_the_globe_ends_where_it_should() -> None:
    line = great_circle((39.0, 125.75), (40.0, 134.0))
    assert line[0] == pytest.approx((39.0, 125.75))
    assert line[-1] == pytest.approx((40.0, 134.0))


def test_the_first_view_holds_the_places_that_bear_most_of_the_weight() -> None:
    points = [
        (*PLACES[name][:2], 0.5) for name in ("Pyongyang", "Khasan", "Vladivostok", "Vostochny Cosmodrome", "Komsomolsk-on-Amur")
    ]
    frame = Frame(first_view([*points, (*PLACES["Moscow"][:2], 0.5)], 1044, 502, 52), 1044, 502)
    for latitude, longitude, _ in points:
        x, y = frame.pixel((latitude, longitude))
        assert 60 < x < 984
        assert 70 < y < 450


@pytest.mark.parametrize(("weight", "shown"), [(0.6, False), (1.6, True)])
def test_a_town_far_off_that_bears_a_third_of_the_weight_is_no_outlier(weight, shown) -> None:
    near = [(*PLACES[name][:2], 1.0) for name in ("Pyongyang", "Khasan", "Vladivostok")]
    frame = Frame(first_view([*near, (-34.6, -58.38, weight)], 1044, 502, 52), 1044, 502)
    pixel = frame.pixel((-34.6, -58.38))
    assert (pixel is not None and 0 < pixel[0] < 1044 and 0 < pixel[1] < 502) == shown


def test_one_place_opens_with_its_surroundings() -> None:
    assert first_view([(19.07, 72.88, 1.0)], 1044, 502).span >= 9


def test_what_stays_where_it_is_has_no_line() -> None:
    assert ways(replace(STORE.happening("h1"), kind="meeting")) == []
