"""Days of the calendars that go by the Moon: Hindu, Chinese, Hebrew, Hijri, and Easter of both churches.

Each function takes a year of the Gregorian calendar and gives the days in it; mostly one, sometimes two or none.
"""

import datetime as dt
from functools import lru_cache

from hijridate import Hijri

from extract.feasts.moon import day_at, elongation, moment, new_moon, new_moon_before, sun_longitude

INDIA, CHINA = 5.5, 8.0  # hours ahead of UT
TITHI = 12.0  # degrees of elongation: a thirtieth of a lunar month
LONGEST_MONTH = 31  # days in which every tithi of a month comes
AYANAMSA_2000, AYANAMSA_A_DAY = 23.853, 0.013969 / 365.25  # degrees between the equinox and the stars' zero (Lahiri)
HOURS = {"sunrise": 6.25, "noon": 11.75, "afternoon": 16.0, "sunset": 17.75, "midnight": 24.0}  # by India's clock
TERM, SOLSTICE = 30.0, 270.0  # degrees of the Sun from one principal term to the next, and at midwinter
LEAP = 13  # months from one midwinter to the next where one of them is a leap month
YEAR = 365.2422
HIJRI_YEARS = (1343, 1500)  # what the Umm al-Qura tables cover
HEBREW_EPOCH = -1_373_427  # ordinal of the day before 1 Tishri of year 1
PASSOVER_TO_NEW_YEAR = 163


def hindu(month: int, tithi: int, hour: str, year: int) -> tuple[dt.date, ...]:
    """Find the days of a year on which a tithi of a lunar month stands at an hour.

    Months run from new moon to new moon (amanta), Chaitra is 1; tithis from 1, the first of the waxing Moon, to 30, the new moon.
    Of a month told twice (adhika), the second is meant. A tithi that stands at the hour of no day goes with the day it begins on.
    """
    sign = (month + 10) % 12  # of the Sun when the month begins: Chaitra begins in the fishes, 11
    first = new_moon_before(moment(dt.date(year, 1, 1), 0, INDIA) - 40)
    found = []
    for number in range(first, first + 15):
        if _sign(new_moon(number)) == sign and _sign(new_moon(number + 1)) != sign:
            day = _day_of_tithi(new_moon(number), tithi, HOURS[hour])
            if day.year == year:
                found.append(day)
    return tuple(found)


def _sign(when: float) -> int:
    return int((sun_longitude(when) - AYANAMSA_2000 - AYANAMSA_A_DAY * when) % 360 // 30)


def _day_of_tithi(begin: float, tithi: int, hour: float) -> dt.date:
    day = day_at(begin, INDIA)
    for _ in range(LONGEST_MONTH):
        when = moment(day, hour, INDIA)
        reached = int(elongation(when) // TITHI) + 1
        fresh = reached == 1 or when - begin > 1  # the tithi of the old moon is over
        if when >= begin and fresh and reached >= tithi:
            return day if reached == tithi else day - dt.timedelta(days=1)
        day += dt.timedelta(days=1)
    return day


def chinese(month: int, day: int, year: int) -> tuple[dt.date, ...]:
    """Find a day of the Chinese calendar: month 11 holds the winter solstice.

    Where thirteen months lie between two of them, the first without a principal term is a leap month and has no number.
    """
    first, last = _solstice_month(year - 1), _solstice_month(year)
    leap = next((at for at in range(first + 1, last) if last - first == LEAP and not _has_term(at)), last)
    number = first + (month - 11) % 12
    number += number >= leap
    return (day_at(new_moon(number), CHINA) + dt.timedelta(days=day - 1),)


def _solstice_month(year: int) -> int:
    """Give the number of the new moon that begins the month with the winter solstice of a year."""
    when = moment(dt.date(year, 12, 21), 12, CHINA)
    for _ in range(4):
        when += ((SOLSTICE - sun_longitude(when) + 180) % 360 - 180) / 360 * YEAR
    return new_moon_before(moment(day_at(when, CHINA), 24, CHINA))


def _has_term(number: int) -> bool:
    """Tell whether the Sun reaches a multiple of 30° in a lunar month, by whole days of China."""
    begin, end = (sun_longitude(moment(day_at(new_moon(at), CHINA), 0, CHINA)) // TERM for at in (number, number + 1))
    return begin != end


def hijri(month: int, day: int, year: int) -> tuple[dt.date, ...]:
    """Find the days of a year that are a day of the Hijri calendar (Umm al-Qura); none outside its tables."""
    found = []
    about = int((year - 622) * 33 / 32)
    for number in range(max(HIJRI_YEARS[0], about - 1), min(HIJRI_YEARS[1] - 1, about + 2) + 1):
        date = Hijri(number, month, day).to_gregorian()
        if date.year == year:
            found.append(dt.date(date.year, date.month, date.day))
    return tuple(found)


def passover(year: int) -> dt.date:
    """Find the first day of Passover (15 Nisan): 163 days before the Hebrew new year."""
    return hebrew_new_year(year) - dt.timedelta(days=PASSOVER_TO_NEW_YEAR)


def hanukkah(year: int) -> dt.date:
    """Find the first day of Hanukkah (25 Kislev): a day later where the Hebrew year is a complete one."""
    begin = hebrew_new_year(year)
    complete = (hebrew_new_year(year + 1) - begin).days % 10 == 5  # 355 or 385 days
    return begin + dt.timedelta(days=83 + complete)


@lru_cache(maxsize=500)
def hebrew_new_year(year: int) -> dt.date:
    """Find 1 Tishri in a Gregorian year.

    Notes
    -----
    E. M. Reingold and N. Dershowitz, "Calendrical Calculations" (2018), chapter 8.
    """
    hebrew = year + 3761

    def elapsed(of: int) -> int:
        months = (235 * of - 234) // 19
        parts = 12084 + 13753 * months
        day = 29 * months + parts // 25920
        return day + 1 if 3 * (day + 1) % 7 < 3 else day

    before, here, behind = elapsed(hebrew - 1), elapsed(hebrew), elapsed(hebrew + 1)
    delay = 2 if behind - here == 356 else 1 if here - before == 382 else 0
    return dt.date.fromordinal(HEBREW_EPOCH + here + delay)


def easter(year: int) -> dt.date:
    """Find Easter Sunday of a Gregorian year.

    Notes
    -----
    The anonymous algorithm, Nature 13 (1876), 487.
    """
    century, of_century = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Find Easter Sunday of the Orthodox churches, by the Gregorian calendar.

    Notes
    -----
    J. Meeus, "Astronomical Algorithms" (1998), chapter 8, for the Julian calendar.
    """
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=year // 100 - year // 400 - 2)
