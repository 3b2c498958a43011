"""Days of feasts, by Sun and Moon, against the days on which they were kept."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.feasts import feasts_of
from extract.feasts.moon import elongation, moment, new_moon, new_moon_before

# The days as India's government gazetted them, as China's, Israel's and the churches' calendars have them.
KEPT = {
    "hindu 7-30 sunset": "2008-10-28 2013-11-03 2016-10-30 2018-11-07 2020-11-14 2022-10-24 2023-11-12 2024-10-31 2025-10-20",
    "hindu 12-16 afternoon": "2013-03-27 2016-03-24 2018-03-02 2020-03-10 2021-03-29 2023-03-08 2024-03-25 2025-03-14",
    "hindu 7-10 noon": "2015-10-22 2018-10-19 2020-10-25 2022-10-05 2023-10-24 2025-10-02",
    "hindu 5-15 noon": "2015-08-29 2018-08-26 2020-08-03 2022-08-11 2023-08-30 2025-08-09",
    "hindu 8-15 sunrise": "2018-11-23 2020-11-30 2022-11-08 2023-11-27 2025-11-05",
    "chinese 1-1": "1968-01-30 1985-02-20 2001-01-24 2006-01-29 2015-02-19 2023-01-22 2024-02-10 2034-02-19",
    "chinese 8-15": "1995-09-09 2012-09-30 2017-10-04 2020-10-01 2024-09-17 2025-10-06",
    "hijri 10-1": "2018-06-15 2020-05-24 2023-04-21 2024-04-10 2025-03-30",
    "passover": "2018-03-31 2020-04-09 2022-04-16 2024-04-23",
    "hebrew-new-year": "2018-09-10 2021-09-07 2024-10-03",
    "hanukkah": "2018-12-03 2019-12-23 2021-11-29 2024-12-26",
    "easter": "1954-04-18 2000-04-23 2021-04-04 2024-03-31",
    "orthodox-easter": "2018-04-08 2021-05-02 2024-05-05",
    "12-25": "2023-12-25",
    "thursday 4 november": "2023-11-23",
    "thursday 4 november +1": "2023-11-24",
    "monday -1 may": "2023-05-29",
    "easter -2": "2023-04-07",
}


@pytest.mark.parametrize(("rule", "day"), [(rule, day) for rule, days in KEPT.items() for day in days.split()])
def test_a_feast_is_found_on_the_day_on_which_it_was_kept(rule: str, day: str) -> None:
    kept = dt.date.fromisoformat(day)
    assert kept in [feast.first for feast in feasts_of(rule, kept.year)]


def test_a_feast_may_last_and_may_begin_later() -> None:
    (feast,) = feasts_of("hijri 9-1 x30 ~1", 2024)
    assert (feast.first, feast.last, feast.later) == (dt.date(2024, 3, 11), dt.date(2024, 4, 9), 1)


def test_a_year_may_hold_a_feast_of_the_moon_twice() -> None:
    assert [feast.first.year for feast in feasts_of("hijri 1-1", 2008)] == [2008, 2008]


@pytest.mark.parametrize("rule", ["hindu 7-30 sunset", "chinese 1-1"])
def test_no_feast_is_made_up_where_the_moon_is_not_known_well(rule: str) -> None:
    assert feasts_of(rule, 900) == ()


def test_a_rule_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no rule of a feast"):
        feasts_of("when the cock crows", 2000)


@given(st.dates(dt.date(1700, 1, 1), dt.date(2300, 1, 1)))
def test_the_last_new_moon_lies_within_a_month(day: dt.date) -> None:
    when = moment(day, 12, 0)
    number = new_moon_before(when)
    assert new_moon(number) <= when < new_moon(number + 1)
    assert 29.2 < new_moon(number + 1) - new_moon(number) < 29.9
    assert min(elongation(new_moon(number)), 360 - elongation(new_moon(number))) < 0.001
