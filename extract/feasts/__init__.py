"""The day of a feast by its rule: rule and year in, the days of the feast out.

A rule of a pack is one of

- ``12-25``: month and day;
- ``thursday 4 november``: the n-th weekday of a month, from its end where n is negative;
- ``easter``, ``orthodox-easter``, ``passover``, ``hebrew-new-year``, ``hanukkah``: computed days;
- ``hijri 10-1``, ``solar 1-1``, ``chinese 8-15``: month and day of a calendar;
- ``hindu 7-30 sunset``: month (from new moon to new moon), tithi, and the hour at which it must stand.

Behind it may stand ``+1`` or ``-2`` (days later, earlier), ``x8`` (it lasts eight days), ``~1`` (where the Moon is watched for, it
may come a day later), ``small`` (in a pack: its language writes the feast with small letters too).
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from extract.feasts.lunar import chinese, easter, hanukkah, hebrew_new_year, hijri, hindu, orthodox_easter, passover
from extract.feasts.solar import solar_feast
from extract.timespan import is_day, nth_weekday

__all__ = ["SMALL", "Feast", "feasts_of"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
FIRST_YEAR, LAST_YEAR = 1, 9997
MOON_YEARS = (1600, 2400)  # in which the Moon is computed well enough
COMPUTED: Mapping[str, Callable[[int], dt.date]] = {
    "easter": easter, "orthodox-easter": orthodox_easter, "passover": passover, "hebrew-new-year": hebrew_new_year,
    "hanukkah": hanukkah,
}  # fmt: skip
SMALL = "small"
_EXTRA = re.compile(r"([+~x-])(\d+)")


class Feast(NamedTuple):
    """The days of a feast in one year: the first, the last, and how many days later it may begin."""

    first: dt.date
    last: dt.date
    later: int


@lru_cache(maxsize=10_000)
def feasts_of(rule: str, year: int) -> tuple[Feast, ...]:
    """Find the feasts of a rule in a Gregorian year: mostly one; none where no calendar reaches, two where the Moon is quick.

    Raises
    ------
    ValueError
        The rule is none of those that the module knows.
    """
    words = [word for word in rule.split() if word != SMALL]
    extras = {match[1]: int(match[2]) for word in words if (match := _EXTRA.fullmatch(word))}
    days = _days([word for word in words if not _EXTRA.fullmatch(word)] if words[0] not in WEEKDAYS else words[:3], rule, year)
    shift = extras.get("+", 0) - (extras.get("-", 0) if words[0] not in WEEKDAYS else 0)
    length = extras.get("x", 1)
    return tuple(
        Feast(day + dt.timedelta(days=shift), day + dt.timedelta(days=shift + length - 1), extras.get("~", 0)) for day in days
    )


def _days(words: list[str], rule: str, year: int) -> tuple[dt.date, ...]:
    """Find the days of a rule without its extras."""
    kind = words[0]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    if kind in COMPUTED and len(words) == 1:
        return (COMPUTED[kind](year),)
    if kind in WEEKDAYS and len(words) == 3 and words[2] in MONTHS:
        day = nth_weekday(year, MONTHS.index(words[2]) + 1, WEEKDAYS.index(kind) + 1, int(words[1]))
        return (day,) if day else ()
    numbers = re.fullmatch(r"(\d\d?)-(\d\d?)", words[-1] if kind != "hindu" else words[1])
    if numbers is None:
        raise ValueError(f"{rule!r} is no rule of a feast")
    first, second = int(numbers[1]), int(numbers[2])
    if kind in ("hijri", "solar"):
        return hijri(first, second, year) if kind == "hijri" else solar_feast(first, second, year)
    if kind in ("chinese", "hindu"):
        if not MOON_YEARS[0] <= year <= MOON_YEARS[1]:
            return ()
        return chinese(first, second, year) if kind == "chinese" else hindu(first, second, words[2], year)
    if len(words) > 1:
        raise ValueError(f"{rule!r} is no rule of a feast")
    return (dt.date(year, first, second),) if is_day(year, first, second) else ()
