"""The timeline and the strip as figures: lanes, marks, bars, ticks. Pure functions over rows."""

import datetime as dt
import itertools
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from page_corpus import FakeStore

from dashapp.figures.overview import Extent, edges, extent, overview_figure
from dashapp.figures.timeline import TimelineLook, binned_figure, empty_figure, timeline_figure
from dashapp.figures.timeline.lanes import LANE_PX, MARK_PX, OTHERS, arrange, moment
from dashapp.figures.timeline.ticks import ticks
from dashapp.theme import family_of
from dashapp.wording import wording
from extract import Query, TimeCounts

ROWS = FakeStore().window(Query(), 100)
DATED = [row for row in ROWS if row.first_day]
DAYS = (dt.date(2023, 8, 28), dt.date(2023, 9, 21))
LOOK = TimelineLook("light", wording("en"), 1000.0, 240.0)
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)  # a machine may be busy
KINDS = ("visit", "arrival", "missile launch", "statement", "protest", "flood", "trial", "election", "sanctions", "meeting")


@st.composite
def told(draw):
    """Any number of happenings on any days, some vague, some lasting, some with an hour."""
    rows = []
    for number in range(draw(st.integers(0, 60))):
        first = DAYS[0] + dt.timedelta(draw(st.integers(-40, 40)))
        last = first + dt.timedelta(draw(st.sampled_from((0, 0, 0, 1, 6, 30, 400))))
        grain = draw(st.sampled_from(("day", "week", "month")))
        clock = draw(st.sampled_from((None, None, "11:43"))) if first == last else None
        kind, weight = draw(st.sampled_from(KINDS)), draw(st.integers(0, 100)) / 100
        days = {"first_day": first, "last_day": last, "grain": grain, "clock": clock}
        rows.append(replace(ROWS[0], id=f"r{number}", kind=kind, weight=weight, **days))
    return [row for row in rows if row.last_day >= DAYS[0] and row.first_day <= DAYS[1]]


@SLOW
@given(told(), st.integers(60, 500), st.integers(250, 2000))
def test_no_happening_is_lost_on_the_timeline(rows, height, width) -> None:
    _, placed = arrange(rows, "kind", DAYS, (width, height))
    assert sorted(row.id for one in placed for row in (one.row, *one.more)) == sorted(row.id for row in rows)


@SLOW
@given(told(), st.integers(120, 500), st.integers(250, 2000))
def test_no_mark_covers_another(rows, height, width) -> None:
    _, placed = arrange(rows, "kind", DAYS, (width, height))
    px = width / ((DAYS[1] - DAYS[0]).days + 1)
    for one, other in itertools.combinations(placed, 2):
        apart = abs(one.days - other.days) * px >= MARK_PX - 1
        assert apart or abs(one.down - other.down) >= 8


@SLOW
@given(told(), st.integers(60, 500))
def test_lanes_fill_the_plot_and_leave_no_gap(rows, height) -> None:
    lanes, placed = arrange(rows, "kind", DAYS, (900, height))
    if not lanes:
        return
    assert sum(lane.height for lane in lanes) == pytest.approx(max(height, sum(lane.height for lane in lanes)))
    for lane, below in itertools.pairwise(lanes):
        assert lane.middle + lane.height / 2 == pytest.approx(below.middle - below.height / 2)
    assert all(abs(one.down - one.lane.middle) <= one.lane.height / 2 for one in placed)


def test_the_lane_of_a_place_is_named_in_the_readers_language() -> None:
    rows = [replace(row, place="Patna", place_names={"hi": "पटना"}) for row in DATED[:1]]
    look = TimelineLook("light", wording("hi"), 1000.0, 240.0, lanes="place")
    assert timeline_figure(rows, DAYS, look)["layout"]["yaxis"]["ticktext"] == ["पटना"]


def test_every_kind_has_its_lane_where_there_is_room() -> None:
    lanes, _ = arrange(DATED, "kind", DAYS, (900, 2000))
    assert {lane.name for lane in lanes} == {row.kind for row in DATED}


def test_where_there_is_no_room_the_lightest_kinds_share_the_last_lane() -> None:
    lanes, _ = arrange(DATED, "kind", DAYS, (900, 7 * LANE_PX))
    assert lanes[0].name == "summit meeting"
    assert lanes[-1].name == OTHERS


def test_lanes_of_one_colour_family_lie_together() -> None:
    lanes, _ = arrange(DATED, "kind", DAYS, (900, 2000))
    families = [family_of(lane.name) for lane in lanes if lane.name != OTHERS]
    assert len([family for family, _ in itertools.groupby(families)]) == len(set(families))


@pytest.mark.parametrize(("by", "name"), [("source", "The Wire"), ("place", "Pyongyang"), ("person", "Kim Jong Un")])
def test_lanes_are_made_of_what_the_reader_chose(by, name) -> None:
    lanes, _ = arrange(DATED, by, DAYS, (900, 2000))
    assert name in {lane.name for lane in lanes}


def test_a_figure_is_plain_data_and_its_marks_bear_ids() -> None:
    figure = timeline_figure(DATED, DAYS, LOOK, chosen=DATED[0], cursor=(DAYS[0], DAYS[0]))
    json.dumps(figure)
    marked = [data for trace in figure["data"] for data in trace.get("customdata", [])]
    assert all(isinstance(data, list) for data in marked)
    assert {row.id for row in DATED if row.last_day >= DAYS[0]} <= {one for data in marked for one in data}


def test_planned_is_hollow_and_vague_is_pale() -> None:
    figure = timeline_figure(DATED, DAYS, TimelineLook("light", wording("en"), 1000.0, 900.0))
    marks = next(trace for trace in figure["data"] if "customdata" in trace)
    planned = {row.id for row in DATED if row.modality == "planned"}
    vague = {row.id for row in DATED if row.grain in {"week", "month", "year"}}
    for data, colour, opacity in zip(marks["customdata"], marks["marker"]["color"], marks["marker"]["opacity"], strict=True):
        assert (colour == "#ffffff") == (data[0] in planned)
        assert (opacity < 1) == (data[0] in vague)


def test_a_vague_day_is_a_bar_from_the_first_to_the_last_possible_day() -> None:
    month = replace(DATED[0], clock=None, grain="month", first_day=dt.date(2023, 9, 1), last_day=dt.date(2023, 9, 30))
    bar = timeline_figure([month], (dt.date(2023, 8, 1), dt.date(2023, 10, 31)), LOOK)["data"][0]
    assert bar["x"][:2] == ["2023-09-01T00:00", "2023-10-01T00:00"]


def test_the_mark_of_what_began_before_stands_where_it_can_be_seen() -> None:
    year = replace(DATED[0], clock=None, grain="year", first_day=dt.date(2023, 1, 1), last_day=dt.date(2023, 12, 31))
    _, placed = arrange([year], "kind", DAYS, (900, 200))
    assert DAYS[0].toordinal() < placed[0].days < DAYS[1].toordinal() + 1


def test_a_mark_that_stands_for_several_leads_to_their_days() -> None:
    rows = [replace(DATED[0], id=f"r{number}", clock=None) for number in range(40)]
    figure = timeline_figure(rows, (dt.date(2023, 1, 1), dt.date(2023, 12, 31)), LOOK)
    shared = figure["data"][-2]
    assert shared["customdata"][0][0] == "2023-09-13..2023-09-13"
    assert sum(map(int, shared["text"])) + len(figure["data"][-3]["x"]) == 40


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_labels_are_escaped(theme) -> None:
    row = replace(DATED[0], label="<a href='javascript:x'>%{x}</a>", kind="<b>kind</b>", labels={})
    text = json.dumps(timeline_figure([row], DAYS, replace(LOOK, theme=theme)))
    assert "<a " not in text
    assert "<b>kind" not in text
    assert "%{x}" not in text


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2023-09-13", "2023-09-13", "06:00"),
        ("2023-09-01", "2023-09-20", "13 Sep"),
        ("2023-01-01", "2023-12-31", "Mar"),
        ("2014-01-01", "2023-12-31", "2019"),
        ("1200-01-01", "2023-12-31", "1600"),
    ],
)
def test_ticks_are_sensible_from_hours_to_centuries(first, last, shown) -> None:
    at, texts = ticks(dt.date.fromisoformat(first), dt.date.fromisoformat(last), 900, wording("en"))
    assert shown in texts
    assert 2 <= len(texts) <= 16
    assert at == sorted(at)


def test_ticks_are_in_the_readers_language() -> None:
    _, texts = ticks(dt.date(2023, 9, 1), dt.date(2023, 9, 20), 900, wording("hi"))
    assert any("सित" in text for text in texts)


@given(st.dates(dt.date(1500, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 60_000), st.integers(60, 2000))
def test_bins_cover_the_days_shown_and_no_others(first, days, width) -> None:
    shown = Extent(first, first + dt.timedelta(days))
    cuts = edges(shown, width)
    assert cuts[0] == shown.first
    assert cuts[-1] == shown.last + dt.timedelta(1)
    assert list(cuts) == sorted(set(cuts))


def test_one_full_day_leaves_the_others_to_be_seen_on_the_strip() -> None:
    cuts = (dt.date(2023, 9, 1), dt.date(2023, 9, 2), dt.date(2023, 9, 3), dt.date(2023, 9, 4))
    counts = TimeCounts(cuts, ("visit", "statement"), ((0, 25, 1), (0, 75, 0)), 0, 0, 0)
    bars = overview_figure(counts, Extent(cuts[0], cuts[2]), LOOK)["data"]
    heights = [sum(bar["y"][at] for bar in bars) for at in range(3)]
    assert heights == pytest.approx([0, 10, 1])


def test_a_long_corpus_shows_the_surroundings_of_its_main_days() -> None:
    opening = (dt.date(2023, 9, 1), dt.date(2023, 9, 14))
    shown = extent((dt.date(1953, 1, 1), dt.date(2023, 9, 20)), opening, opening)
    assert dt.date(2023, 7, 1) < shown.first < dt.date(2023, 9, 1)
    assert extent((dt.date(1953, 1, 1), dt.date(2023, 9, 20)), opening, None).first == dt.date(1953, 1, 1)


def test_counts_stand_for_happenings_where_they_are_many() -> None:
    cuts = tuple(dt.date(2023, month, 1) for month in range(1, 8))
    counts = TimeCounts(cuts, tuple(f"kind {at}" for at in range(30)), tuple((at, 0, 1, 2, 3, 4) for at in range(30)), 0, 0, 0)
    figure = binned_figure(counts, (cuts[0], cuts[-1]), LOOK)
    assert figure["layout"]["yaxis"]["ticktext"][-1] == "Others"
    assert sum(len(trace["x"]) for trace in figure["data"]) < 60
    assert figure["data"][0]["customdata"][0][0].count("..") == 1


def test_a_collection_without_days_has_no_axis_and_says_so() -> None:
    figure = empty_figure(LOOK)
    assert figure["layout"]["xaxis"]["visible"] is False
    assert figure["layout"]["annotations"][0]["text"] == "No happenings yet"


@given(st.dates(), st.integers(0, 1439))
def test_a_moment_is_never_shifted_to_another_day(day, minute) -> None:
    assert moment(day.toordinal() + minute / 1440)[:10] == day.isoformat()
