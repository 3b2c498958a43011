"""Calendar arithmetic and TIMEX3 values."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.timespan import (
    add_months,
    days_of,
    duration_days,
    duration_value,
    shadow_day,
    shifted,
    unit_value,
    without_shadow,
)

DAYS = st.dates(dt.date(1600, 1, 1), dt.date(2400, 1, 1))


@given(DAYS, st.sampled_from(["D", "W", "WE", "M", "Q", "H", "Y", "DE", "CE"]))
def test_a_day_lies_in_the_unit_that_is_written_for_it(day: dt.date, unit: str) -> None:
    value = unit_value(day, unit)
    assert value is not None
    days = days_of(value)
    assert days is not None
    assert days.first <= day <= days.last or unit == "WE"


@given(DAYS, st.integers(-500, 500))
def test_months_added_and_taken_away_lead_back_to_the_month(day: dt.date, months: int) -> None:
    there_and_back = add_months(add_months(day, months), -months)
    assert (there_and_back.year, there_and_back.month) == (day.year, day.month)


@pytest.mark.parametrize(("value", "first", "last", "grain"), [
    ("2023-09-13", "2023-09-13", "2023-09-13", "day"), ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2023-W36", "2023-09-04", "2023-09-10", "week"), ("2023-W36-WE", "2023-09-09", "2023-09-10", "weekend"),
    ("2023-Q3", "2023-07-01", "2023-09-30", "quarter"), ("2023-H1", "2023-01-01", "2023-06-30", "half"),
    ("2023-WI", "2023-12-01", "2024-02-29", "season"), ("198", "1980-01-01", "1989-12-31", "decade"),
    ("19", "1900-01-01", "1999-12-31", "century"), ("2023-09-13TMO", "2023-09-13", "2023-09-13", "part"),
    ("2023-09-13T17:00", "2023-09-13", "2023-09-13", "minute"),
])  # fmt: skip
def test_a_value_covers_its_days(value: str, first: str, last: str, grain: str) -> None:
    assert days_of(value) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last), grain)


@pytest.mark.parametrize("value", ["XXXX-09-13", "PAST_REF", "2023-13", "2023-W54", "0000", "BC0044", "P2D", ""])
def test_what_names_no_days_covers_none(value: str) -> None:
    assert days_of(value) is None


@pytest.mark.parametrize(("count", "unit", "value"), [
    (2, "D", "P2D"), (2.5, "TH", "PT2H30M"), (1.5, "Y", "P1Y6M"), (None, "W", "PXW"), (0.5, "TH", "PT30M"), (3, "DE", "P3DE"),
])  # fmt: skip
def test_a_duration_is_written_as_the_standard_has_it(count: float | None, unit: str, value: str) -> None:
    assert duration_value(count, unit) == value


def test_a_duration_has_a_length_where_it_is_not_vague() -> None:
    assert duration_days("P2W") == 14
    assert duration_days("PT12H") == 0.5
    assert duration_days("PXW") is None


def test_a_shift_out_of_the_calendar_is_none() -> None:
    assert shifted(dt.date(2023, 1, 1), "Y", 1e6) is None
    assert shifted(dt.date(2023, 1, 1), "TH", 3) is None
    assert shifted(dt.date(2024, 3, 31), "M", -1) == dt.date(2024, 2, 29)


def test_years_before_christ_count_forwards() -> None:
    day = shadow_day("BC0044")
    assert day is not None
    assert without_shadow(f"{day.year + 1}-03") == "BC0043-03"
    assert without_shadow("2023-03") == "2023-03"
