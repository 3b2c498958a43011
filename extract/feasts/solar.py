"""The Solar Hijri calendar of Iran and Afghanistan: year, month and day → Gregorian day, and back.

The year begins at the spring equinox; six months of 31 days, five of 30 and one of 29, in leap years 30.
"""

import datetime as dt

SOLAR_YEARS = (1244, 1473)  # in which the cycle of 33 years has the leap years that the spring equinox at Tehran gives
MONTHS = 12
_LEAP_IN_CYCLE = frozenset({1, 5, 9, 13, 17, 22, 26, 30})  # remainders by 33
_CYCLE = 33
_KNOWN_YEAR, _KNOWN_DAY = 1403, dt.date(2024, 3, 20)  # 1 Farvardin 1403
_LONG_MONTHS = 6  # of 31 days; those behind have 30, the last 29 or in leap years 30
_BEFORE_CHRISTIAN = 621  # a year of this calendar begins in the Gregorian year so many later


def is_leap(year: int) -> bool:
    """Tell whether a year of SOLAR_YEARS has 366 days."""
    return year % _CYCLE in _LEAP_IN_CYCLE


def month_length(year: int, month: int) -> int:
    """Give the days of a month."""
    if month < MONTHS:
        return 31 if month <= _LONG_MONTHS else 30
    return 30 if is_leap(year) else 29


def first_of_year(year: int) -> dt.date:
    """Give the Gregorian day of 1 Farvardin.

    Raises
    ------
    ValueError
        The year is outside SOLAR_YEARS.

    Notes
    -----
    Leap years by the cycle of 33 years with eight of them; within SOLAR_YEARS it agrees with the equinox.
    K. M. Borkowski, "The Persian calendar for 3000 years", Earth, Moon, and Planets 74 (1996), 223.
    """
    if not SOLAR_YEARS[0] <= year < SOLAR_YEARS[1]:
        raise ValueError(f"year {year} is outside {SOLAR_YEARS}")
    between = range(min(year, _KNOWN_YEAR), max(year, _KNOWN_YEAR))
    days = 365 * len(between) + sum(map(is_leap, between))
    return _KNOWN_DAY + dt.timedelta(days=days if year >= _KNOWN_YEAR else -days)


def solar_day(year: int, month: int, day: int) -> dt.date | None:
    """Give the Gregorian day of a date; None where the calendar has no such day."""
    if not (SOLAR_YEARS[0] <= year < SOLAR_YEARS[1] and 1 <= month <= MONTHS and 1 <= day <= month_length(year, month)):
        return None
    before = min(month - 1, _LONG_MONTHS) * 31 + max(month - 1 - _LONG_MONTHS, 0) * 30
    return first_of_year(year) + dt.timedelta(days=before + day - 1)


def solar_date(day: dt.date) -> tuple[int, int, int] | None:
    """Give year, month and day of a Gregorian day; None outside SOLAR_YEARS."""
    year = day.year - _BEFORE_CHRISTIAN
    if not SOLAR_YEARS[0] < year < SOLAR_YEARS[1]:
        return None
    if day < first_of_year(year):
        year -= 1
    past = (day - first_of_year(year)).days
    long_days = 31 * _LONG_MONTHS
    month, rest = divmod(past, 31) if past < long_days else divmod(past - long_days, 30)
    return year, month + 1 + (0 if past < long_days else _LONG_MONTHS), rest + 1


def solar_feast(month: int, day: int, year: int) -> tuple[dt.date, ...]:
    """Find the days of a Gregorian year that are a day of this calendar; none outside SOLAR_YEARS."""
    about = year - _BEFORE_CHRISTIAN
    days = (solar_day(number, month, day) for number in (about - 1, about))
    return tuple(found for found in days if found and found.year == year)
