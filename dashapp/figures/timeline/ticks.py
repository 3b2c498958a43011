"""Where the time axis bears ticks, from hours to centuries, in the reader's language."""

import datetime as dt
from collections.abc import Iterator

from babel.dates import format_date

from dashapp.wording import Wording

ROOM_PX = 76  # at least so many pixels to a label
DAY_STEPS = (1, 2, 3, 7, 14)
MONTH_STEPS = (1, 2, 3, 6)
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
HOUR_STEPS = (1, 3, 6, 12)


def ticks(first: dt.date, last: dt.date, width: float, words: Wording) -> tuple[list[str], list[str]]:
    """Choose the ticks of an axis.

    Parameters
    ----------
    first, last
        The first and the last day shown, both whole.
    width
        Of the axis, pixels.
    words
        The interface's words, for its language.

    Returns
    -------
    list of str, list of str
        ISO moments, and what is written at each.
    """
    span = (last - first).days + 1
    labels = max(2.0, width / ROOM_PX)
    if span / labels < 0.45:
        return _hours(first, last, span, labels, words)
    for step in DAY_STEPS:
        if span / step <= labels:
            return _days(first, last, step, words)
    for step in MONTH_STEPS:
        if span / (30.4 * step) <= labels:
            return _months(first, last, step, words)
    step = next((step for step in YEAR_STEPS if span / (365.25 * step) <= labels), YEAR_STEPS[-1])
    return _years(first, last, step)


def _hours(first: dt.date, last: dt.date, span: int, labels: float, words: Wording) -> tuple[list[str], list[str]]:
    step = next((step for step in HOUR_STEPS if 24 * span / step <= labels), 12)
    at, texts = [], []
    for day in _each_day(first, last, 1):
        for hour in range(0, 24, step):
            at.append(f"{day.isoformat()}T{hour:02d}:00")
            texts.append(f"{hour:02d}:00" if hour else str(format_date(day, "d MMM", locale=words.code)))
    return at, texts


def _days(first: dt.date, last: dt.date, step: int, words: Wording) -> tuple[list[str], list[str]]:
    start = first + dt.timedelta((1 - first.toordinal()) % 7) if step % 7 == 0 else first + dt.timedelta(-first.toordinal() % step)
    days = list(_each_day(start, last, step))
    years = {day.year for day in days}
    shape = "d MMM" if len(years) < 2 else "d MMM yy"
    return [day.isoformat() for day in days], [str(format_date(day, shape, locale=words.code)) for day in days]


def _months(first: dt.date, last: dt.date, step: int, words: Wording) -> tuple[list[str], list[str]]:
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    firsts = [dt.date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0]
    days = [day for day in firsts if first <= day <= last]
    texts = [str(format_date(day, "MMM y" if day.month == 1 or day == days[0] else "MMM", locale=words.code)) for day in days]
    return [day.isoformat() for day in days], texts


def _years(first: dt.date, last: dt.date, step: int) -> tuple[list[str], list[str]]:
    years = [year for year in range(first.year - first.year % step, last.year + 1, step) if year >= 1]
    return [f"{year:04d}-01-01" for year in years], [str(year) for year in years]


def _each_day(first: dt.date, last: dt.date, step: int) -> Iterator[dt.date]:
    for number in range(first.toordinal(), last.toordinal() + 1, step):
        yield dt.date.fromordinal(number)
