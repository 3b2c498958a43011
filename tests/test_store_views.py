"""The arrays in memory answer like a plain loop over all happenings does."""

import datetime as dt
import importlib.util
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from store_corpus import DAY, article, happening, mention

from extract.errors import StoreError
from extract.models import Query, Row, When, Where
from extract.store import OTHER_LANES, Store


def load_make_corpus():
    path = Path(__file__).parent.parent / "benchmarks" / "make_corpus.py"
    found = importlib.util.spec_from_file_location("make_corpus", path)
    module = importlib.util.module_from_spec(found)
    sys.modules["make_corpus"] = module  # dataclasses look their module up
    found.loader.exec_module(module)
    return module


make_corpus = load_make_corpus()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    with Store.open(tmp_path_factory.mktemp("store") / "made.dateline") as store:
        make_corpus.fill(store, 400)
        yield store


@pytest.fixture(scope="module")
def every(made) -> tuple[Row, ...]:
    return made.window(Query(with_hidden=True), 10**6)


@pytest.fixture(scope="module")
def shown(made) -> frozenset[str]:
    return frozenset(row.id for row in made.window(Query(), 10**6))


DAYS = st.one_of(st.none(), st.dates(dt.date(2013, 6, 1), dt.date(2024, 6, 1)))
BOXES = st.tuples(st.floats(-180, 180), st.floats(-60, 30), st.floats(-180, 180), st.floats(31, 80))
SOME = {
    "kinds": make_corpus.KINDS,
    "sources": make_corpus.SOURCES,
    "languages": ("en", "hi"),
    "modalities": ("asserted", "planned", "negated"),
    "statuses": ("foreground", "background"),
}
QUERIES = st.builds(
    Query,
    first_day=DAYS,
    last_day=DAYS,
    box=st.one_of(st.none(), BOXES),
    disagreements_only=st.sampled_from([False, False, True]),
    with_hidden=st.booleans(),
    **{name: st.one_of(st.just(()), st.lists(st.sampled_from(values), max_size=3).map(tuple)) for name, values in SOME.items()},
)


def holds(row: Row, query: Query, shown: frozenset[str]) -> bool:
    if (query.first_day or query.last_day) and row.first_day is None:
        return False
    clauses = (
        not query.first_day or row.last_day >= query.first_day,
        not query.last_day or row.first_day <= query.last_day,
        not query.box or in_box(row, query.box),
        not query.kinds or row.kind in query.kinds,
        not query.sources or set(row.sources) & set(query.sources),
        not query.languages or set(row.languages) & set(query.languages),
        not query.modalities or row.modality in query.modalities,
        not query.statuses or row.status in query.statuses,
        not query.disagreements_only or row.disagreements,
        query.with_hidden or row.id in shown,
    )
    return all(clauses)


def in_box(row: Row, box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    if row.latitude is None or not south <= row.latitude <= north:
        return False
    return west <= row.longitude <= east if west <= east else row.longitude >= west or row.longitude <= east


@settings(max_examples=60, deadline=None)
@given(query=QUERIES)
def test_the_window_holds_what_a_plain_loop_finds(made, every, shown, query):
    assert made.window(query, 10**6) == tuple(row for row in every if holds(row, query, shown))


@settings(max_examples=40, deadline=None)
@given(query=QUERIES)
def test_facets_count_without_their_own_clause(made, every, shown, query):
    facets = made.facets(query)
    for field, column, counts in (("kinds", "kind", facets.kinds), ("modalities", "modality", facets.modalities)):
        values = [getattr(row, column) for row in every if holds(row, replace(query, **{field: ()}), shown)]
        assert dict(counts) == {value: values.count(value) for value in set(values)}
    sources = [source for row in every if holds(row, replace(query, sources=()), shown) for source in row.sources]
    assert dict(facets.sources) == {source: sources.count(source) for source in set(sources)}
    free = replace(query, first_day=None, last_day=None)
    assert facets.undated == sum(row.first_day is None for row in every if holds(row, free, shown))
    assert facets.unplaced == sum(row.latitude is None for row in every if holds(row, replace(query, box=None), shown))
    assert facets.hidden == sum(row.id not in shown for row in every if holds(row, replace(query, with_hidden=True), shown))
    assert facets.total == sum(holds(row, query, shown) for row in every)


@settings(max_examples=40, deadline=None)
@given(
    query=QUERIES,
    first=st.dates(dt.date(2013, 1, 1), dt.date(2023, 1, 1)),
    widths=st.lists(st.integers(1, 700), min_size=1, max_size=9),
)
def test_every_happening_is_counted_once_in_time(made, query, first, widths):
    edges = [first]
    for width in widths:
        edges.append(edges[-1] + dt.timedelta(days=width))
    counts = made.counts_by_time(query, edges)
    assert sum(map(sum, counts.counts)) + counts.before + counts.after + counts.undated == made.facets(query).total
    assert all(len(row) == len(widths) for row in counts.counts)


@settings(max_examples=40, deadline=None)
@given(query=QUERIES)
def test_every_placed_happening_is_in_one_mark(made, every, shown, query):
    marks = made.marks_by_place(query)
    placed = [row for row in every if holds(row, query, shown) and row.latitude is not None]
    assert sum(mark.count for mark in marks) == len(placed)
    assert len({(mark.latitude, mark.longitude) for mark in marks}) == len(marks)
    for mark in marks:
        here = [row for row in placed if (row.latitude, row.longitude) == (mark.latitude, mark.longitude)]
        assert mark.ids == tuple(row.id for row in here[:50])
        assert sum(count for _, count in mark.kinds) == mark.count == len(here)
        assert mark.weight == here[0].weight


@pytest.mark.parametrize("lane", ["source", "place", "person"])
def test_a_lane_holds_what_its_name_says(made, every, shown, lane):
    counts = made.counts_by_time(Query(), [dt.date(2000, 1, 1), dt.date(2030, 1, 1)], lane)
    names = {"source": lambda row: row.sources, "place": lambda row: (row.place or "",), "person": lambda row: row.participants}[
        lane
    ]
    lanes = dict(zip(counts.lanes, counts.counts, strict=True))
    dated = [row for row in every if row.id in shown and row.first_day]
    first = next(name for name in lanes if name != OTHER_LANES)
    assert lanes[first] == (sum(first in names(row) for row in dated),)
    assert sum(map(sum, lanes.values())) == sum(len(names(row)) for row in dated)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "a.dateline") as opened:
        opened.put_article(article("one"))
        yield opened


def shaped(store: Store, *changes: dict) -> None:
    told = article("one", len(changes))
    store.put_article(told)
    store.replace_happenings([happening(f"h{at}", mention(told, at), **change) for at, change in enumerate(changes)])


def span(first: dt.date | None, last: dt.date | None, grain: str) -> dict:
    return {"when": When(first, last, grain, "explicit", 0.9, "rule")}


def test_a_vague_day_is_counted_in_its_middle_and_a_told_span_at_its_start(store):
    year = (dt.date(2015, 1, 1), dt.date(2015, 12, 31))
    shaped(store, span(*year, "year"), span(*year, "day"))
    counts = store.counts_by_time(Query(), [dt.date(2015, 1, 1), dt.date(2015, 6, 1), dt.date(2016, 1, 1)])
    assert counts.counts == ((1, 1),)


def test_what_reaches_into_the_edges_is_counted_in_the_nearest_bin(store):
    shaped(store, span(dt.date(2014, 1, 1), dt.date(2015, 1, 1), "day"))
    counts = store.counts_by_time(Query(), [dt.date(2015, 1, 1), dt.date(2015, 6, 1)])
    assert (counts.counts, counts.before) == (((1,),), 0)


def test_a_place_that_is_not_on_earth_is_not_on_the_map(store):
    shaped(store, {"where": Where("Moon", 10.0, 10.0, 0.0, "celestial", 1.0, "rule")})
    assert store.marks_by_place(Query()) == ()
    assert store.facets(Query()).unplaced == 1


def test_the_opening_window_is_the_densest_span_with_four_fifths(store):
    days = [DAY + dt.timedelta(days=at) for at in (0, 1, 2, 3)] + [dt.date(1953, 7, 27)]
    shaped(
        store,
        *(span(day, day, "day") for day in days),
        {**span(DAY.replace(1900), DAY.replace(1900), "day"), "status": "background"},
    )
    assert store.opening_window() == (days[0], days[3])


def test_an_empty_store_answers_every_question(store):
    assert store.window(Query(), 9) == ()
    assert store.marks_by_place(Query()) == ()
    assert store.counts_by_time(Query(), [DAY, DAY.replace(2022)]).counts == ()
    assert store.facets(Query(kinds=("visit",))).total == 0
    assert store.opening_window() is None
    assert store.summary().happenings == 0
    assert store.search("storm") == ()


def test_a_single_edge_or_an_unknown_lane_is_refused(store):
    with pytest.raises(StoreError, match="two edges"):
        store.counts_by_time(Query(), [DAY])
    with pytest.raises(StoreError, match="lane is 'mood'"):
        store.counts_by_time(Query(), [DAY, DAY.replace(2022)], "mood")


def test_the_same_number_makes_the_same_corpus():
    assert make_corpus.make_corpus(60) == make_corpus.make_corpus(60)


def test_made_up_mentions_stand_at_their_offsets():
    articles, happenings = make_corpus.make_corpus(60)
    texts = {one.document.id: one.document.text for one in articles}
    for one in happenings:
        for told in one.mentions:
            assert texts[told.document_id][slice(*told.span)] == told.text
