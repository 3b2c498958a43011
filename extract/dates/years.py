"""Which year a day and month without one are of: that of the news, or that which the sentences before tell of."""

import datetime as dt
import re

from extract.anchoring.direction import NEAREST_LEAP_YEARS
from extract.dates.grammar import Match
from extract.dates.scene import COARSENESS, Scene, Told
from extract.models.record import Record
from extract.timespan import days_of, is_day

STORY_REACH = 600  # code points in which a story of another year goes on; chosen by hand
YEAR_GAP = 60  # days from a year told alone to a day of it, beside days counted to that of the news; chosen by hand
SOON = 14  # days ahead of the news that a past verb beside them does not rule out: "the winner is named in the issue of 15 May"
NEXT_DAYS = 31  # from a day told to the next of its story, whatever the tense beside that says; chosen by hand
MIDDLE = 15  # the day that stands for a month
SURE = 0.93  # confidence of a year that is that of the news as well
APART = 2  # so many times further is what lies before the date told, or stands in another paragraph; chosen by hand
YEARS_AWAY = re.compile(r"(-?)P(\d+)Y")
_BULLETS = " \t-*\u2022\u2013\u2014"  # before the date of a line of a chronology
_ENDS_HEAD = frozenset(":-\u2013\u2014")  # behind it


class Going(Record, frozen=True):
    """A year in which a story goes on, and the date told before that says so."""

    year: int
    told: Told
    confidence: float = 0.7


def year_gone_on(month: int, day: int, match: Match, scene: Scene) -> Going | None:
    """Give the year of the date told before where a day and month lie nearer to it than before that of the news.

    "The plane crashed on 7 September 2011. … He died on 12 September", in news of a later year.
    """
    told, base = scene.told, scene.document.published
    if told is None or base is None or told.day >= base:
        return None
    if told.day.year == base.year:
        return _soon_after(told, month, day, match, scene)
    beside = scene.told_in_paragraph(match.start)
    if match.start - told.start > STORY_REACH or COARSENESS[told.grain] > COARSENESS["year"] or not (beside or told.grain == "day"):
        return None
    going, look = _nearest_to(told, month, day), scene.outlook(match)
    if going is None or going > base or look.ahead:
        return None
    gap = _gap(going, told) * (1 if beside else APART)
    return Going(going.year, told) if gap < _days_to_news(month, day, base, over=bool(look.cue)) else None


def month_gone_on(month: int, match: Match, scene: Scene) -> Going | None:
    """Give the year of a month that followed what the same paragraph told of an earlier year: "on 31 May 2009 … in July"."""
    told = scene.told
    if told is None or told.grain not in ("day", "month") or not scene.told_in_paragraph(match.start):
        return None
    going = year_gone_on(month, MIDDLE, match, scene)
    return going if going and told.day < dt.date(going.year, month, MIDDLE) else None


def _soon_after(told: Told, month: int, day: int, match: Match, scene: Scene) -> Going | None:
    """Give the year of a day told just before, for a day that followed it: "struck on Feb. 4 … was withdrawn by Feb. 9"."""
    base, found = scene.document.published, _day(told.day.year, month, day)
    if base is None or found is None or told.grain != "day" or not scene.told_in_paragraph(match.start):
        return None
    return Going(found.year, told, SURE) if told.day <= found <= base and (found - told.day).days <= NEXT_DAYS else None


def _days_to_news(month: int, day: int, base: dt.date, *, over: bool) -> int:
    """Count the days from the nearest such day to the news; of what is over, none that lies far ahead of the news."""
    ahead = SOON if over else dt.timedelta.max.days
    years = range(base.year - NEAREST_LEAP_YEARS, base.year + NEAREST_LEAP_YEARS + 1)
    days = [(found - base).days for year in years if (found := _day(year, month, day))]
    return min(abs(distance) for distance in days if distance <= ahead)


def _day(year: int, month: int, day: int) -> dt.date | None:
    return dt.date(year, month, day) if is_day(year, month, day) else None


def _nearest_to(told: Told, month: int, day: int) -> dt.date | None:
    """Give the day of a month that is nearest to a date told; of a year told alone, that of the year."""
    near = (0,) if told.grain == "year" else (0, 1, -1)
    days = [found for step in near if (found := _day(told.day.year + step, month, day))]
    return min(days, key=lambda found: _gap(found, told), default=None)


def _gap(day: dt.date, told: Told) -> int:
    """Count the days from a date told to a day; those back to one before it, and those from a year told alone, weigh more."""
    covered = days_of(told.value)
    if told.grain == "year" or covered is None:
        return YEAR_GAP
    if covered.first <= day <= covered.last:
        return 0
    return (day - told.day).days if day > told.day else APART * (told.day - day).days


def year_beside(match: Match, scene: Scene) -> int | None:
    """Give the year that stands behind a day as "of this year", "of the same year"; None where it is none."""
    distance = YEARS_AWAY.fullmatch(match.value("RELATIVE", "FROMTOLD", "BESIDE") or "")
    base = scene.base if match.has("RELATIVE") else scene.thread
    return base.year + int("".join(distance.groups())) if distance and base else None


def base_of_year(step: int, match: Match, scene: Scene) -> dt.date | None:
    """Give the day that "the next year" counts from: what is told, where a past verb stands by it and the year has begun."""
    told, base = scene.told, scene.base
    if step <= 0 or told is None or base is None or scene.narration != "news" or told.day.year + step > base.year:
        return base
    look = scene.outlook(match)
    return told.day if match.start - told.start <= STORY_REACH and look.cue and not look.ahead else base


def told_in_chronology(match: Match, scene: Scene) -> Told | None:
    """Give the day told before a line of a chronology: "28 January 2025: …", then "1 February: …"."""
    text, told = scene.document.text, scene.told
    if told is None or told.grain != "day" or scene.base is None or told.day > scene.base:
        return None
    before, behind = text[max(0, match.start - len(_BULLETS)) : match.start], text[match.end : match.end + 2].lstrip()
    begins = "\n" in before and not before.rpartition("\n")[2].strip(_BULLETS)
    return told if begins and behind[:1] in _ENDS_HEAD else None
