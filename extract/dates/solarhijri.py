"""Readers of dates that go by the Solar Hijri calendar of Iran and Afghanistan.

A pack says ``calendar = "solar-hijri"``; its numbers of four digits in SOLAR_YEARS are then years of this calendar ("۱۴۰۲"), as
are the names of its months ("۲۲ شهریور ۱۴۰۲"). Values are Gregorian, as TIMEX3 has them; the days covered are exact.
"""

import datetime as dt

from extract.dates.grammar import Match
from extract.dates.scene import Reading, Scene
from extract.feasts.solar import MONTHS, month_length, solar_date, solar_day
from extract.language.dates import SOLAR_CALENDAR

BARE_YEARS = (1340, 1420)  # a number alone is a year only here; with the word for year, or a month, anywhere in SOLAR_YEARS
SHORT_YEARS = (20, 99)  # "آبان ۹۸": of the fourteenth century
CENTURY = 1300
_SEASONS = ("SP", "SU", "FA", "WI")


def month_reading(year: int, month: int, draft: Reading) -> Reading | None:
    """Write a month into a draft: its days, and the Gregorian month in which most of it lies as the value."""
    first, last = solar_day(year, month, 1), solar_day(year, month, 29)
    if first is None or last is None:
        return None
    end = first + dt.timedelta(days=month_length(year, month) - 1)
    middle = first + dt.timedelta(days=14)
    return _with(draft, f"{middle:%Y-%m}", (first, end))


def year_reading(year: int, draft: Reading) -> Reading | None:
    """Write a year into a draft: its days, and the Gregorian year in which most of it lies as the value."""
    first, behind = solar_day(year, 1, 1), solar_day(year + 1, 1, 1)
    if first is None or behind is None:
        return None
    return _with(draft, f"{first.year:04d}", (first, behind - dt.timedelta(days=1)))


def _with(draft: Reading, value: str, days: tuple[dt.date, dt.date]) -> Reading:
    return Reading(
        draft.type, value, how=draft.how, mod=draft.mod, anchor=draft.anchor, confidence=draft.confidence,
        days=None if draft.mod else days, tells=draft.tells, candidates=draft.candidates,
    )  # fmt: skip


def moved_reading(base: dt.date, unit: str, count: int, draft: Reading) -> Reading | None:
    """Read "last year", "next month" by this calendar, counted from a Gregorian day; None for other units."""
    date = solar_date(base)
    if date is None:
        return None
    if unit == "Y":
        return year_reading(date[0] + count, draft)
    if unit == "M":
        months = date[0] * MONTHS + date[1] - 1 + count
        return month_reading(months // MONTHS, months % MONTHS + 1, draft)
    return None


def read_solar_numeric(match: Match, scene: Scene) -> Reading | None:
    """Read "۱۴۰۲/۰۶/۲۲"."""
    del scene
    day = solar_day(*(int(part) for part in match.value("SOLARDATE")))
    return Reading("DATE", day.isoformat()) if day else None


def read_solar_year(match: Match, scene: Scene) -> Reading | None:
    """Read "سال ۱۴۰۲", "سال ۹۸": a year of this calendar."""
    year = match.value("year")
    if match.unit not in (None, "Y"):
        return None
    if year is None and scene.tables.calendar != SOLAR_CALENDAR:
        return None  # "roku 42-letni mężczyzna": no year of this calendar
    if year is None:
        year = _short_year(match)
    elif match.unit is None and not match.has("SOLARWORD") and not BARE_YEARS[0] <= year < BARE_YEARS[1]:
        return None
    if year is None:
        return None
    return year_reading(year, Reading("DATE", "", mod=match.mod, tells=not scene.outlook(match).ahead))


def read_solar_decade(match: Match, scene: Scene) -> Reading | None:
    """Read "دهه ۶۰", "دهه ۱۳۶۰": ten years of this calendar."""
    number = match.value("year", "number")
    if scene.tables.calendar != SOLAR_CALENDAR or not isinstance(number, int) or number % 10:
        return None
    year = number if number > CENTURY else CENTURY + number
    first, behind = solar_day(year, 1, 1), solar_day(year + 10, 1, 1)
    if first is None or behind is None:
        return None
    return Reading("DATE", f"{first.year // 10:03d}", mod=match.mod, days=(first, behind - dt.timedelta(days=1)), tells=False)


def read_solar_season(match: Match, scene: Scene) -> Reading | None:
    """Read "پاییز ۱۴۰۱": three months of a year of this calendar."""
    del scene
    season, year = match.value("SEASON"), match.value("year")
    month = 3 * _SEASONS.index(season) + 1
    first, last = solar_day(year, month, 1), solar_day(year, month + 2, month_length(year, month + 2))
    if first is None or last is None:
        return None
    return _with(Reading("DATE", "", mod=match.mod), f"{last.year:04d}-{season}", (first, last))


def read_solar_calendar(match: Match, scene: Scene) -> Reading | None:
    """Read a day and month of this calendar, or a month, with or without its year."""
    month, day = match.value("month", "SOLARMONTH", "SOLARABBR"), match.value("day")
    draft = Reading("DATE", "", mod=match.mod)
    year = match.value("year")
    if year is None and match.has("short"):
        year = _short_year(match)
        if year is None:
            return None
    if year is None:
        year, draft = _open_year(month, day, match, scene)
    if year is None:
        return None
    if day is None:
        return month_reading(year, month, draft)
    told = solar_day(year, month, day)
    return _with(draft, told.isoformat(), (told, told)) if told else None


def _short_year(match: Match) -> int | None:
    number = match.value("short")
    return CENTURY + number if isinstance(number, int) and SHORT_YEARS[0] <= number <= SHORT_YEARS[1] else None


def _open_year(month: int, day: int | None, match: Match, scene: Scene) -> tuple[int | None, Reading]:
    """Choose the year that the words leave open: that of "last year", of what is told before, or the nearest by the tense."""
    told = scene.told if scene.narration == "narrative" else scene.other_year_in_sentence(match.start)
    base = told.day if told else scene.base
    anchor = told.label if told else scene.base_label
    draft = Reading("DATE", "", how="relative" if told else scene.how, mod=match.mod, anchor=anchor, confidence=0.85)
    date = solar_date(base) if base else None
    if base is None or date is None:
        return None, draft
    step = _years_told(match)
    if step is not None:
        here = solar_date(scene.base) if scene.base else date
        return (here or date)[0] + step, draft
    days = {year: solar_day(year, month, day or 1) for year in (date[0] - 1, date[0], date[0] + 1)}
    years = {year: found for year, found in days.items() if found is not None}
    weekday = match.value("WEEKDAY", "DAYABBR")
    agreeing = {year: found for year, found in years.items() if day is not None and found.isoweekday() == weekday}
    years = agreeing or years  # "Friday the 8th of Tir" is of the year in which that is a Friday
    if not years:
        return None, draft
    look = scene.outlook(match)
    if not agreeing and told is None and (look.cue or day is None):
        length = dt.timedelta(days=month_length(date[0], month) - 1 if day is None else 0)
        if look.ahead:
            return min((year for year, found in years.items() if found + length >= base), default=None), draft
        return max((year for year, found in years.items() if found <= base), default=None), draft
    return min(years, key=lambda year: abs((years[year] - base).days)), draft


def _years_told(match: Match) -> int | None:
    """Give the years from this one that "of last year" behind a month counts."""
    if match.has("RELATIVE"):
        value = str(match.value("RELATIVE"))
        sign = -1 if value.startswith("-") else 1
        return sign * int(value.strip("-P").rstrip("Y")) if value.endswith("Y") else None
    return match.value("NEAR", "NEARSPAN") if match.unit == "Y" else None
