"""The Solar Hijri calendar: known days, the whole range, and the dates of text that go by it."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates import find_timexes
from extract.errors import LanguagePackError
from extract.feasts import feasts_of
from extract.feasts.solar import SOLAR_YEARS, first_of_year, is_leap, month_length, solar_date, solar_day
from extract.language import LanguagePack, pack_for
from extract.language.dates import date_tables
from extract.language.dates.records import CALENDARS
from extract.models import Document, Timex
from extract.sentences import split

KNOWN = [  # as the official calendar of Iran had them
    ((1300, 1, 1), dt.date(1921, 3, 21)),
    ((1332, 5, 28), dt.date(1953, 8, 19)),
    ((1357, 11, 22), dt.date(1979, 2, 11)),
    ((1358, 1, 12), dt.date(1979, 4, 1)),
    ((1375, 12, 30), dt.date(1997, 3, 20)),
    ((1382, 10, 5), dt.date(2003, 12, 26)),
    ((1399, 12, 30), dt.date(2021, 3, 20)),
    ((1402, 6, 22), dt.date(2023, 9, 13)),
    ((1403, 12, 30), dt.date(2025, 3, 20)),
    ((1404, 1, 1), dt.date(2025, 3, 21)),
]
LEAP_YEARS = [1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358, 1362, 1366, 1370, 1375]
LEAP_YEARS += [1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412]


def find(text: str, published: dt.date | None = dt.date(2024, 5, 7)) -> tuple[Timex, ...]:
    document = Document("doc", text, language="fa", published=published, published_how="given" if published else "unknown")
    pack = pack_for("fa")
    return find_timexes(document, split(document, pack), pack)[0]


@pytest.mark.parametrize(("date", "day"), KNOWN)
def test_known_days_are_converted_both_ways(date: tuple[int, int, int], day: dt.date) -> None:
    assert solar_day(*date) == day
    assert solar_date(day) == date


def test_leap_years_are_those_of_the_official_calendar() -> None:
    assert [year for year in range(1304, 1413) if is_leap(year)] == LEAP_YEARS


@given(st.dates(dt.date(1866, 3, 21), dt.date(2093, 3, 19)))
def test_every_day_of_the_range_comes_back(day: dt.date) -> None:
    date = solar_date(day)
    assert date is not None
    assert solar_day(*date) == day


def test_a_year_follows_the_other_without_a_gap() -> None:
    for year in range(SOLAR_YEARS[0], SOLAR_YEARS[1] - 1):
        length = sum(month_length(year, month) for month in range(1, 13))
        assert first_of_year(year + 1) - first_of_year(year) == dt.timedelta(days=length)
        assert (first_of_year(year).month, first_of_year(year).day) in [(3, 20), (3, 21), (3, 22)]


@pytest.mark.parametrize("date", [(1402, 12, 30), (1402, 7, 31), (1402, 13, 1), (1402, 1, 0), (1000, 1, 1), (1500, 1, 1)])
def test_a_day_that_the_calendar_does_not_have_is_none(date: tuple[int, int, int]) -> None:
    assert solar_day(*date) is None


def test_a_year_outside_the_range_is_refused_and_a_day_outside_it_has_no_date() -> None:
    with pytest.raises(ValueError, match="1500 is outside"):
        first_of_year(1500)
    assert solar_date(dt.date(1700, 1, 1)) is None


def test_the_feast_of_the_new_year_is_found_in_gregorian_years() -> None:
    assert [feast.first for feast in feasts_of("solar 1-1", 2024)] == [dt.date(2024, 3, 20)]
    assert [feast.first for feast in feasts_of("solar 9-30", 2023)] == [dt.date(2023, 12, 21)]


def test_last_year_and_last_month_are_those_of_the_calendar_of_the_pack() -> None:
    year, month = find("سال گذشته دو مدرسه و ماه گذشته یک پل ساخته شد.", dt.date(2024, 2, 14))
    assert (year.first_day, year.last_day) == (dt.date(2022, 3, 21), dt.date(2023, 3, 20))
    assert (month.first_day, month.last_day) == (dt.date(2023, 12, 22), dt.date(2024, 1, 20))


def test_a_week_begins_on_the_day_that_the_pack_says() -> None:
    monday, week = find("دوشنبه هفته گذشته باران بارید و هفته آینده برف می‌بارد.", dt.date(2024, 6, 16))  # a Sunday
    assert monday.first_day == dt.date(2024, 6, 10)
    assert (week.value, week.first_day, week.last_day) == ("2024-W26", dt.date(2024, 6, 22), dt.date(2024, 6, 28))


def test_a_month_covers_its_own_days_and_has_the_gregorian_month_of_most_of_them_as_value() -> None:
    (month,) = find("در خرداد ۱۴۰۲ رخ داد.")
    assert (month.value, month.first_day, month.last_day) == ("2023-06", dt.date(2023, 5, 22), dt.date(2023, 6, 21))


def test_without_a_day_to_count_from_a_day_and_month_name_no_year() -> None:
    assert [timex.text for timex in find("در ۱۷ آبان رخ داد.", None)] == []


def test_an_unknown_calendar_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dates.toml").write_text('rules_of = "und"\ncalendar = "julian"\n', encoding="utf-8")
    pack = LanguagePack("xx", "Test", "Test", ("Latin",), "basic", tmp_path, {})
    with pytest.raises(LanguagePackError, match="calendar"):
        date_tables(pack)
    assert [date_tables(pack_for(code)).calendar for code in ("en", "fa")] == list(CALENDARS)
