"""TIMEX3 values and calendar arithmetic: a value in, the days it covers out.

Values are written as TIMEX3 has them: ``2023-09-13``, ``2023-09``, ``2023-W36``, ``2023-W36-WE``, ``2023-Q3``,
``2023-H1``, ``2023-SU``, ``2023``, ``198`` (a decade), ``19`` (a century), ``BC0044``, ``FY2023``; ``X`` stands for what
is not known. Days are proleptic Gregorian, both ends inclusive.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from extract.models import Grain

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}  # first and last month; 14: February of the next year
CLOCK_UNITS = {"H": dt.timedelta(hours=1), "M": dt.timedelta(minutes=1), "S": dt.timedelta(seconds=1)}
UNIT_GRAINS: dict[str, Grain] = {
    "TS": "second", "TM": "minute", "TH": "hour", "D": "day", "WE": "weekend", "W": "week", "M": "month", "Q": "quarter",
    "H": "half", "Y": "year", "DE": "decade", "CE": "century", "ML": "millennium", "SEA": "season", "NI": "part",
}  # fmt: skip
SHADOW = 9999
LONGEST_BC = 2999  # years before Christ that dates can be counted from
UNIT_DAYS = {
    "D": 1,
    "W": 7,
    "WE": 7,
    "M": 30,
    "Q": 91,
    "H": 182,
    "Y": 365,
    "DE": 3652,
    "CE": 36525,
    "ML": 365250,
    "NI": 1,
    "SEA": 91,
}
MONTHS_A_UNIT = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000, "SEA": 3}


class Days(NamedTuple):
    """The days that a value covers, both inclusive, and its grain."""

    first: dt.date
    last: dt.date
    grain: Grain


def is_day(year: int, month: int, day: int) -> bool:
    """Tell whether there is such a day in the calendar."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def day_value(day: dt.date) -> str:
    """Write a day: ``2023-09-13``."""
    return day.isoformat()


def week_value(day: dt.date) -> str:
    """Write the ISO week of a day: ``2023-W37``."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def unit_value(day: dt.date, unit: str) -> str | None:
    """Write the unit (``W``, ``M``, ``Y`` …) in which a day lies; None for units below a day."""
    write = _WRITERS.get(unit)
    return write(day) if write else None


_WRITERS: dict[str, Callable[[dt.date], str]] = {
    "D": day_value,
    "NI": day_value,
    "W": week_value,
    "WE": lambda day: f"{week_value(day)}-WE",
    "M": lambda day: f"{day.year:04d}-{day.month:02d}",
    "Q": lambda day: f"{day.year:04d}-Q{(day.month + 2) // 3}",
    "H": lambda day: f"{day.year:04d}-H{1 + (day.month > 6)}",
    "Y": lambda day: f"{day.year:04d}",
    "DE": lambda day: f"BC{_before_christ(day) // 10:03d}" if _before_christ(day) else f"{day.year // 10:03d}",
    "CE": lambda day: f"BC{(_before_christ(day) - 1) // 100:02d}" if _before_christ(day) else f"{day.year // 100:02d}",
    "ML": lambda day: f"{day.year // 1000:01d}",
}


def _before_christ(day: dt.date) -> int:
    """Give the year before Christ that a shadow day stands for; 0 where it is none."""
    return SHADOW - day.year if day.year >= SHADOW - LONGEST_BC else 0


def shifted(day: dt.date, unit: str, count: float) -> dt.date | None:
    """Move a day by a number of units; None where that leaves the calendar or the unit is below a day.

    A month keeps the day of the month where it can (31 March minus one month is the last of February).
    """
    try:
        if unit in MONTHS_A_UNIT:
            return add_months(day, round(count * MONTHS_A_UNIT[unit]))
        if unit in UNIT_DAYS:
            return day + dt.timedelta(days=round(count * UNIT_DAYS[unit]))
    except (OverflowError, ValueError):
        pass
    return None


def add_months(day: dt.date, months: int) -> dt.date:
    """Add months; the last day of the month where there is no such day. Raises ValueError outside years 1 to 9999."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is outside 1 to 9999")
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def nth_weekday(year: int, month: int, weekday: int, number: int) -> dt.date | None:
    """Find the n-th weekday (1 Monday … 7 Sunday) of a month, from its end where n is negative; None where there is none."""
    days = [day for day in range(1, calendar.monthrange(year, month)[1] + 1) if dt.date(year, month, day).isoweekday() == weekday]
    index = number if number < 0 else number - 1
    return dt.date(year, month, days[index]) if number and -len(days) <= index < len(days) else None


def shadow_day(value: str) -> dt.date | None:
    """Stand for a year before Christ by a day that ``datetime`` can hold: 44 BC is 9955, so that later years are later.

    Readings counted from such a day are written back by :func:`without_shadow`.
    """
    match = re.match(r"BC(\d{4})(?:-(\d\d))?", value)
    return dt.date(SHADOW - int(match[1]), int(match[2] or 1), 1) if match and 0 < int(match[1]) <= LONGEST_BC else None


def without_shadow(value: str) -> str:
    """Write a value that was counted from a shadow day as a year before Christ."""
    year = value[:4]
    return (
        f"BC{SHADOW - int(year):04d}{value[4:]}"
        if len(year) == 4 and year.isdigit() and int(year) >= SHADOW - LONGEST_BC
        else value
    )


def duration_value(count: float | None, unit: str) -> str:
    """Write a duration: ``P2D``, ``PT2H30M``, ``P1Y6M``, ``PXW`` where the count is None."""
    time, letter = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    if count is None:
        return f"P{time}X{letter}"
    if count == int(count):
        return f"P{time}{int(count)}{letter}"
    whole = int(count)
    smaller = {"TH": ("M", 60), "TM": ("S", 60), "Y": ("M", 12)}.get(unit)
    if smaller and abs((count - whole) * smaller[1] - round((count - whole) * smaller[1])) < 1e-6:
        rest = f"{round((count - whole) * smaller[1])}{smaller[0]}"
        return f"P{time}{whole}{letter}{rest}" if whole else f"P{time}{rest}"
    return f"P{time}{count:g}{letter}"


def duration_days(value: str) -> float | None:
    """Tell the length of a duration value in days; None where it is vague or no duration."""
    match = _DURATION.fullmatch(value)
    if not match:
        return None
    days = sum(float(number) * UNIT_DAYS.get(unit, 0) for number, unit in _PIECE.findall(match[1]))
    hours = sum(float(number) * {"H": 1, "M": 1 / 60, "S": 1 / 3600}[unit] for number, unit in _PIECE.findall(match[2] or ""))
    return days + hours / 24


_DURATION = re.compile(r"P((?:[\d.]+(?:Y|M|W|D|DE|CE|Q|H|ML|WE|NI|SEA))*)(?:T((?:[\d.]+[HMS])+))?")
_PIECE = re.compile(r"([\d.]+)([A-Z]+)")


@lru_cache(maxsize=100_000)
def days_of(value: str) -> Days | None:
    """Read the days that a TIMEX3 date or time covers; None where it names no days of the calendar."""
    date, _, time = value.partition("T") if not value.startswith("P") else (value, "", "")
    match = _VALUE.fullmatch(date)
    if not match:
        return None
    kind = match.lastgroup
    assert kind is not None
    try:
        days = _READERS[kind](match)
    except (ValueError, OverflowError):
        return None
    return Days(days.first, days.last, _time_grain(time)) if time and days.grain == "day" else days


_VALUE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)|(?P<weekend>\d{4}-W\d\d-WE)|(?P<weekday>\d{4}-W\d\d-[1-7])|(?P<week>\d{4}-W\d\d)|(?P<month>\d{4}-\d\d)"
    r"|(?P<quarter>\d{4}-Q[1-4])|(?P<half>\d{4}-H[12])|(?P<season>\d{4}-(?:SP|SU|FA|WI))|(?P<fiscal>FY\d{4})|(?P<year>\d{4})"
    r"|(?P<decade>\d{3})|(?P<century>\d\d)|(?P<monthpart>\d{4}-\d\d-XX)"
)


def _time_grain(time: str) -> Grain:
    if not time[:1].isdigit():
        return "part"
    return "second" if time.count(":") == 2 else "minute" if ":" in time else "hour"


def _month_days(year: int, first: int, last: int, grain: Grain) -> Days:
    start = dt.date(year, first, 1)
    return Days(start, add_months(start, last - first + 1) - dt.timedelta(days=1), grain)


def _day(match: re.Match[str]) -> Days:
    day = dt.date.fromisoformat(match[0])
    return Days(day, day, "day")


def _week(match: re.Match[str]) -> Days:
    monday = dt.date.fromisocalendar(int(match[0][:4]), int(match[0][6:8]), 1)
    if match[0].endswith("-WE"):
        return Days(monday + dt.timedelta(days=5), monday + dt.timedelta(days=6), "weekend")
    if len(match[0]) == 10:
        day = monday + dt.timedelta(days=int(match[0][9]) - 1)
        return Days(day, day, "day")
    return Days(monday, monday + dt.timedelta(days=6), "week")


def _span_of_years(first: int, last: int, grain: Grain) -> Days:
    return Days(dt.date(max(first, 1), 1, 1), dt.date(last, 12, 31), grain)


_READERS: dict[str, Callable[[re.Match[str]], Days]] = {
    "day": _day,
    "weekend": _week,
    "weekday": _week,
    "week": _week,
    "month": lambda match: _month_days(int(match[0][:4]), int(match[0][5:]), int(match[0][5:]), "month"),
    "monthpart": lambda match: _month_days(int(match[0][:4]), int(match[0][5:7]), int(match[0][5:7]), "month"),
    "quarter": lambda match: _month_days(int(match[0][:4]), 3 * int(match[0][6]) - 2, 3 * int(match[0][6]), "quarter"),
    "half": lambda match: _month_days(int(match[0][:4]), 6 * int(match[0][6]) - 5, 6 * int(match[0][6]), "half"),
    "season": lambda match: _month_days(int(match[0][:4]), *SEASONS[match[0][5:]], "season"),
    "fiscal": lambda match: _span_of_years(int(match[0][2:]), int(match[0][2:]), "year"),
    "year": lambda match: _span_of_years(int(match[0]), int(match[0]), "year"),
    "decade": lambda match: _span_of_years(10 * int(match[0]), 10 * int(match[0]) + 9, "decade"),
    "century": lambda match: _span_of_years(100 * int(match[0]), 100 * int(match[0]) + 99, "century"),
}
