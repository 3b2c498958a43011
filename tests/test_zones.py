"""Clocks of places, and events told by the clock of another place."""

import csv
import datetime as dt
from zoneinfo import available_timezones

import pytest

from extract import read_article
from extract.models import Document
from extract.zones import TABLE, moved, zone_of

TUESDAY, WEDNESDAY = dt.date(2024, 4, 30), dt.date(2024, 5, 1)


def when_of(text: str) -> tuple[dt.date | None, dt.date | None, tuple[str, str] | None, str | None]:
    document = Document("d", text, language="en", published=dt.date(2024, 5, 2), published_how="given")
    event = next(event for event in read_article(document).events if event.kind in ("bombing", "explosion", "earthquake"))
    assert event.when is not None
    return event.when.first_day, event.when.last_day, event.when.clock, event.when.zone


@pytest.mark.parametrize(("country", "admin1", "geonames", "zone"), [
    ("KR", None, None, "Asia/Seoul"), ("IN", None, None, "Asia/Kolkata"), ("US", "US.CA", None, "America/Los_Angeles"),
    ("US", "US.TX", 4684888, "America/Chicago"), ("US", "US.TX", None, None), ("US", None, None, None), (None, None, None, None),
])  # fmt: skip
def test_a_place_has_a_zone_only_where_its_clocks_agree(
    country: str | None, admin1: str | None, geonames: int | None, zone: str | None
) -> None:
    assert zone_of(country, admin1, geonames) == zone


def test_tuesday_in_washington_is_wednesday_in_seoul() -> None:
    assert moved((TUESDAY, "17:00"), "America/New_York", "Asia/Seoul") == (WEDNESDAY, "06:00")
    assert moved((WEDNESDAY, "06:00"), "Asia/Seoul", "-04:00") == (TUESDAY, "17:00")
    assert moved((TUESDAY, "24:00"), "UTC", "UTC") == (WEDNESDAY, "00:00")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "+99:00", "local", "../etc/passwd"])
def test_an_unknown_zone_moves_nothing(zone: str) -> None:
    assert moved((TUESDAY, "17:00"), zone, "Asia/Seoul") is None


def test_every_zone_of_the_table_is_known() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        assert {row["zone"] for row in csv.DictReader(file)} <= available_timezones()


def test_a_time_with_a_zone_is_told_by_the_clock_of_the_place() -> None:
    told = when_of("WASHINGTON (Agency) — A bomb exploded in Busan at 5 p.m. EDT on Tuesday.")
    assert told == (WEDNESDAY, WEDNESDAY, ("06:00", "06:00"), "Asia/Seoul")


def test_local_time_is_that_of_the_place() -> None:
    assert when_of("A bomb exploded in Busan at 5 p.m. local time on Tuesday.")[2:] == (("17:00", "17:00"), "Asia/Seoul")


def test_a_time_without_a_zone_is_the_places_own_where_the_dateline_keeps_its_clock() -> None:
    assert when_of("SEOUL, South Korea — A bomb exploded in Busan at 5 p.m. on Tuesday.")[3] == "Asia/Seoul"
    assert when_of("A bomb exploded in Busan at 5 p.m. on Tuesday.")[3] is None


def test_a_time_without_a_zone_told_from_afar_keeps_both_days() -> None:
    told = when_of("LONDON — A bomb exploded in Busan at 8:43 p.m. on Tuesday.")
    assert told == (TUESDAY, WEDNESDAY, ("20:43", "20:43"), None)


def test_without_a_clock_no_day_is_moved() -> None:
    assert when_of("WASHINGTON — A bomb exploded in Busan on Tuesday.") == (TUESDAY, TUESDAY, None, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "日本時間の1日午前6時、ワシントンで爆発が起きた。"),
        ("ko", "한국시간 1일 오전 6시 워싱턴에서 폭발이 일어났다."),
        ("zh", "北京时间1日凌晨5时,华盛顿发生爆炸。"),
        ("zh", "1日凌晨5时(北京时间),华盛顿发生爆炸。"),
    ],
)
def test_a_zone_before_the_day_or_in_brackets_behind_it_moves_both(language: str, text: str) -> None:
    events = read_article(Document("d", text, language=language, published=dt.date(2024, 5, 2))).events
    when = next(event.when for event in events if event.kind == "explosion")
    assert when is not None
    assert (when.first_day, when.last_day, when.clock) == (TUESDAY, TUESDAY, ("17:00", "17:00"))


def test_the_hours_of_a_part_of_the_day_are_moved_and_local_time_is_not() -> None:
    def days(text: str) -> tuple[dt.date | None, dt.date | None]:
        events = read_article(Document("d", text, language="ja", published=dt.date(2024, 5, 2))).events
        when = next(event.when for event in events if event.kind == "explosion")
        assert when is not None
        return when.first_day, when.last_day

    assert days("日本時間1日未明、ワシントンで爆発が起きた。") == (TUESDAY, TUESDAY)
    assert days("現地時間4月30日夜、ワシントンで爆発が起きた。") == (TUESDAY, TUESDAY)
