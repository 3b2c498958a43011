"""Readers of years of other calendars: Hijri, Vikram Samvat, Saka, Juche, Minguo, Buddhist, Japanese eras."""

import datetime as dt

from hijridate import Hijri

from extract.dates.grammar import Match
from extract.dates.scene import Reading, Scene
from extract.timespan import is_day

# calendar → (years to add, month and day on which its year begins); the lunisolar ones begin within some weeks of it
SOLAR = {
    "vikram": (-57, 3, 22), "saka": (78, 3, 22), "juche": (1911, 1, 1), "minguo": (1911, 1, 1), "buddhist": (-543, 1, 1),
    "reiwa": (2018, 1, 1), "heisei": (1988, 1, 1), "showa": (1925, 1, 1), "taisho": (1911, 1, 1), "meiji": (1867, 1, 1),
}  # fmt: skip
HIJRI_YEARS = (1343, 1500)  # what the Umm al-Qura tables cover


def read_other_calendar(match: Match, scene: Scene) -> Reading | None:
    """Read "Vikram Samvat 2080", "Juche 112", "1445 AH", "Ramadan 1445"."""
    del scene
    number, month, day = match.value("number"), match.value("HIJRIMONTH"), match.value("day")
    if not isinstance(number, int):
        return None
    calendar = match.value("CALENDAR") or "hijri"
    days = _hijri_days(number, month, day) if calendar == "hijri" else _solar_days(number, calendar)
    if days is None:
        return None
    first, last = days
    value = (
        first.isoformat() if first == last else f"{(first + (last - first) / 2).year:04d}" if month is None else f"{first:%Y-%m}"
    )
    other = f"{first} to {last}: the days of the year as its calendar has them"
    return Reading("DATE", value, days=days, confidence=0.7, tells=first == last, candidates=() if first == last else (other,))


def _solar_days(number: int, calendar: str) -> tuple[dt.date, dt.date] | None:
    shift, month, day = SOLAR[calendar]
    year = number + shift
    if not (is_day(year, month, day) and is_day(year + 1, month, day)):
        return None
    return dt.date(year, month, day), dt.date(year + 1, month, day) - dt.timedelta(days=1)


def _hijri_days(year: int, month: int | None, day: int | None) -> tuple[dt.date, dt.date] | None:
    if not HIJRI_YEARS[0] <= year < HIJRI_YEARS[1]:
        return None
    length = Hijri(year, month or 12, 1).month_length()
    if day is not None and not 1 <= day <= length:
        return None
    first = Hijri(year, month or 1, day or 1).to_gregorian()
    last = Hijri(year, month or 12, day or length).to_gregorian()
    return dt.date(first.year, first.month, first.day), dt.date(last.year, last.month, last.day)
