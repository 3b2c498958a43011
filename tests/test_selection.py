"""The selection: what a view publishes, what it drops, and the same in the URL."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from dashapp import ids
from dashapp.projection import View
from dashapp.selection import ALLOWED, CHOICES, Selection, from_json, to_json

DAY = st.dates(dt.date(1, 1, 1), dt.date(9990, 1, 1))
WORD = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=30).map(str.strip).filter(bool)
NUMBER = st.integers(-89_000, 89_000).map(lambda thousandths: thousandths / 1000)
LIST = st.lists(WORD, max_size=3, unique=True).map(tuple)
SELECTIONS = st.builds(
    Selection,
    days=st.none() | st.tuples(DAY, DAY).map(lambda ends: (min(ends), max(ends))),
    box=st.none() | st.tuples(NUMBER, NUMBER, NUMBER, NUMBER).map(lambda b: (b[0], min(b[1], b[3]), b[2], max(b[1], b[3]))),
    view=st.none() | st.builds(View, NUMBER, NUMBER, st.integers(1, 300).map(float)),
    kinds=LIST,
    sources=LIST,
    languages=LIST,
    modalities=st.lists(st.sampled_from(ALLOWED["modalities"]), unique=True).map(tuple),
    statuses=st.lists(st.sampled_from(ALLOWED["statuses"]), unique=True).map(tuple),
    words=st.just("") | WORD,
    disagreements=st.booleans(),
    hidden=st.booleans(),
    happening=st.none() | WORD,
    place=st.none() | WORD,
    day=st.none() | DAY,
    article=st.none() | WORD,
    lanes=st.sampled_from(CHOICES["lanes"]),
    panel=st.sampled_from(CHOICES["panel"]),
    step=st.sampled_from(CHOICES["step"]),
    column=st.none() | WORD,
)

NAMES = [one.name for one in fields(Selection)]
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a machine may be busy


@SLOW
@given(SELECTIONS)
def test_the_browser_and_the_server_mean_the_same_selection(selection: Selection) -> None:
    assert from_json(to_json(selection)) == selection


@SLOW
@given(SELECTIONS)
def test_an_address_reopens_the_same_selection(selection: Selection) -> None:
    assert Selection.from_url("?" + selection.to_url()) == selection


@SLOW
@given(st.dictionaries(st.sampled_from(NAMES), st.none() | st.text(max_size=20) | st.lists(st.integers(), max_size=5)))
def test_anything_may_be_sent_and_only_what_is_understood_is_kept(sent: dict) -> None:
    kept = from_json(sent)
    assert from_json(to_json(kept)) == kept


@pytest.mark.parametrize(
    "sent", [None, 3, "days", [1], {"days": ["2023-02-30", "x"]}, {"box": [0, 91, 0, 92]}, {"view": [0, 0, 0]}]
)
def test_nonsense_selects_nothing(sent: object) -> None:
    assert from_json(sent) == Selection()


def test_a_view_drops_its_own_clause_and_no_other() -> None:
    selection = Selection(days=(dt.date(2023, 1, 1), dt.date(2023, 1, 2)), box=(1, 2, 3, 4), kinds=("visit",))
    assert selection.without(ids.TIMELINE) == replace(selection, days=None)
    assert selection.without(ids.MAP) == replace(selection, box=None)
    assert selection.without(ids.TABLE) == selection


def test_days_that_are_sent_the_wrong_way_round_are_turned() -> None:
    assert from_json({"days": ["2023-09-20", "2023-09-01"]}).days == (dt.date(2023, 9, 1), dt.date(2023, 9, 20))


def test_a_box_that_is_dragged_past_180_degrees_is_on_the_globe() -> None:
    assert from_json({"box": [170, -10, 190, 10]}).box == (170, -10, -170, 10)


@pytest.mark.parametrize(
    ("day", "step", "last"),
    [
        ("2023-09-13", "day", "2023-09-13"),
        ("2023-09-13", "week", "2023-09-19"),
        ("2023-01-31", "month", "2023-02-27"),
        ("2024-02-29", "year", "2025-02-27"),
        ("9999-12-31", "year", "9999-12-31"),
    ],
)
def test_the_cursor_covers_one_step(day: str, step: str, last: str) -> None:
    assert Selection(day=dt.date.fromisoformat(day), step=step).cursor == (dt.date.fromisoformat(day), dt.date.fromisoformat(last))


def test_a_selection_says_what_it_holds() -> None:
    selection = Selection(days=(dt.date(2023, 9, 1), dt.date(2023, 9, 2)), kinds=("visit",), words="Kim", disagreements=True)
    assert selection.sentence() == "2023-09-01 to 2023-09-02; kinds: visit; words: Kim; only where sources disagree"


def test_what_is_long_is_cut() -> None:
    kept = from_json({"words": "x" * 10_000, "kinds": [str(number) for number in range(1000)]})
    assert len(kept.words) == 200
    assert len(kept.kinds) == 60
