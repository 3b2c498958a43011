"""Readers of words that tell two things at once ("Mittwochabend", "anoche", "上周五"), and of decades by a word beside them."""

import datetime as dt
import re

from extract.anchoring.direction import weekday
from extract.dates.grammar import Match
from extract.dates.numbers import number_of
from extract.dates.relative import day_after_told
from extract.dates.scene import Reading, Scene
from extract.dates.years import YEARS_AWAY, base_of_year
from extract.timespan import add_months, is_day, shifted

_WEEKDAY_PART = re.compile(r"([1-7])([A-Z]{2})")
_DAY_PART = re.compile(r"(-?\d)([A-Z]{2})")
_NEAR_WEEKDAY = re.compile(r"(-?\d)W([1-7])")
_MONTHS, _YEARS = re.compile(r"(-?)P(\d+)M"), YEARS_AWAY
MONTHLY_GRAINS = ("day", "part", "month")  # of a date told before whose month goes on
FARTHEST_NAMED = 31  # days from publication to a weekday told with its day of the month; farther off the number counts what follows
MOST_WEEKDAYS = 5  # of one name in a month
LAST_CENTURY = 1900  # "die 1900er Jahre" are as often a decade
OLD_DECADES = 30  # "the 30s" and later are of the 20th century; later than "the 20s", which news of this century means as its own


def read_weekday_part(match: Match, scene: Scene) -> Reading | None:
    """Read "Mittwochabend": the evening of a weekday, which the table gives as "3EV"."""
    day, part = _parts(_WEEKDAY_PART, match.value("WEEKDAYPART"))
    base = scene.base
    if base is None:
        return Reading("TIME", f"XXXX-WXX-{day}T{part}", how="none", confidence=0.5, tells=False)
    ahead = (match.value("NEAR", "NEARSPAN", "THEREON") or 0) > 0 or scene.outlook(match).strongly
    told = None if ahead or match.has("NEAR", "NEARSPAN", "THEREON") else day_after_told(int(day), base, match, scene)
    chosen = told or weekday(int(day), base, "ahead" if ahead else "back").day
    return Reading("TIME", f"{chosen}T{part}", how=scene.how, anchor=scene.base_label, confidence=0.9)


def read_day_part(match: Match, scene: Scene) -> Reading | None:
    """Read "anoche" and "今晚": a part of a day near that of publication, which the table gives as "-1NI"."""
    offset, part = _parts(_DAY_PART, match.value("DAYPART"))
    base = scene.base
    if base is None:
        return Reading("TIME", f"XXXX-XX-XXT{part}", how="none", confidence=0.5, tells=False)
    day = base + dt.timedelta(days=int(offset))
    return Reading("TIME", f"{day}T{part}", how=scene.how, anchor=scene.base_label, confidence=0.9)


def read_near_weekday(match: Match, scene: Scene) -> Reading | None:
    """Read "上周五": a weekday of a week near that of publication, which the table gives as "-1W5"."""
    weeks, day = _parts(_NEAR_WEEKDAY, match.value("NEARWEEKDAY"))
    base = scene.base
    if base is None:
        return Reading("DATE", f"XXXX-WXX-{day}", how="none", confidence=0.5, grain="day", tells=False)
    monday = base - dt.timedelta(days=base.isoweekday() - 1)
    chosen = monday + dt.timedelta(weeks=int(weeks), days=int(day) - 1)
    return Reading("DATE", chosen.isoformat(), how=scene.how, anchor=scene.base_label)


RANGE_STARTS = ("DAYMARK", "DAYNUM", "UNIT")  # how the first day of a range ends


def read_day_of_month(match: Match, scene: Scene) -> Reading | None:
    """Read "14日" alone: the latest, or the coming one where the clause looks ahead; before both a nearer one of this month."""
    day, base = int(match.value("day")), scene.base
    if base is None:
        return Reading("DATE", f"XXXX-XX-{day:02d}", how="none", confidence=0.4, grain="day", tells=False)
    if last := _last_of_range(day, match, scene):
        return Reading("DATE", last.isoformat(), how=scene.how, anchor=scene.told.label if scene.told else None, confidence=0.9)
    near = match.value("NEAR", "NEARSPAN", "THEREON")
    ahead = near > 0 if near else scene.outlook(match).ahead
    chosen = _day_on_side(day, base, ahead=ahead)
    if near is None and not ahead and chosen and (going := _day_gone_on(day, chosen, match, scene)):
        return Reading("DATE", going.isoformat(), how=scene.how, anchor=scene.told.label if scene.told else None, confidence=0.8)
    if near is None and (this := _day_on_side(day, base, ahead=not ahead)) and _is_of_this_month_and_nearer(this, chosen, base):
        chosen = this
    return Reading("DATE", chosen.isoformat(), how=scene.how, anchor=scene.base_label, confidence=0.8) if chosen else None


def _last_of_range(day: int, match: Match, scene: Scene) -> dt.date | None:
    """Give the last day of a range whose month stands at its first: "4月12日から15日まで"."""
    told, joiners = scene.told, match.tokens.tables.checks.get("range_joiners", ())
    if told is None or told.grain != "day" or match.type_before() not in joiners or match.type_before(2) not in RANGE_STARTS:
        return None
    return told.day.replace(day=day) if told.day.day < day and is_day(told.day.year, told.day.month, day) else None


def _day_gone_on(day: int, latest: dt.date, match: Match, scene: Scene) -> dt.date | None:
    """Give such a day behind the date told in the paragraph, where it is nearer to that than the latest one is to the news."""
    told, base = scene.told, scene.base
    if told is None or base is None or told.owned or told.grain not in MONTHLY_GRAINS or not scene.told_in_paragraph(match.start):
        return None
    going = _day_on_side(day, told.day, ahead=True)
    if going is None or going > base or (told.grain == "month" and going.month != told.day.month):
        return None
    gap = 0 if told.grain == "month" else (going - told.day).days
    return going if gap < (base - latest).days else None


def read_day_of_told_month(match: Match, scene: Scene) -> Reading | None:
    """Read "le 19, …", "el día 8", "29 منه": a later day of the month told in the paragraph."""
    day, told, sure = int(match.value("day")), scene.told, match.rule.options.get("sure", False)
    if (
        told is None
        or told.grain not in MONTHLY_GRAINS
        or match.unit not in (None, "D")
        or not scene.told_in_paragraph(match.start)
    ):
        return None
    if not is_day(told.day.year, told.day.month, day) or (not sure and _goes_on(match)):
        return None
    chosen = told.day.replace(day=day)
    over = scene.base is None or chosen <= scene.base
    if not over or (told.grain != "month" and chosen <= told.day):
        return None
    return Reading("DATE", chosen.isoformat(), how=scene.how, anchor=told.label, confidence=0.7)


def _goes_on(match: Match) -> bool:
    """Tell whether what follows a number belongs to it: "am 8. Spieltag"."""
    return match.last < len(match.tokens.spans) and match.tokens.words(match.last)[:1].isupper() and match.type_last == "DOT"


def _day_on_side(day: int, base: dt.date, *, ahead: bool) -> dt.date | None:
    """Give the nearest such day of a month before or behind another day, that itself included."""
    first = base.replace(day=1)
    months = [add_months(first, step) for step in ((0, 1, 2) if ahead else (0, -1, -2))]
    days = [month.replace(day=day) for month in months if is_day(month.year, month.month, day)]
    return next((found for found in days if (found >= base if ahead else found <= base)), None)


def _is_of_this_month_and_nearer(this: dt.date, other: dt.date | None, base: dt.date) -> bool:
    """Tell whether a day is of the month of the news, as a day without a month's name is, and nearer than one of another month."""
    if (this.year, this.month) != (base.year, base.month) or other is None:
        return False
    return abs((this - base).days) < abs((other - base).days)


def read_day_of_near_month(match: Match, scene: Scene) -> Reading | None:
    """Read "上月18日", "11 من الشهر الجاري": a day of a month near that of publication, given as "-P1M"."""
    distance, day, base = _MONTHS.fullmatch(match.value("RELATIVE", "OFMONTH")), int(match.value("day")), scene.base
    if distance is None or base is None:
        return None
    month = add_months(base.replace(day=1), int("".join(distance.groups())))
    if not is_day(month.year, month.month, day):
        return None
    chosen = month.replace(day=day)
    return Reading("DATE", chosen.isoformat(), how=scene.how, anchor=scene.base_label, confidence=0.95)


def read_month_of_near_year(match: Match, scene: Scene) -> Reading | None:
    """Read "去年3月", "昨年3月5日": a month or day of a year near that of publication, which the table gives as "-P1Y"."""
    distance, month, day = _YEARS.fullmatch(match.value("RELATIVE")), match.month, match.value("day")
    step = int("".join(distance.groups())) if distance else 0
    base = base_of_year(step, match, scene)
    if distance is None or base is None or month is None:
        return None
    year = base.year + step
    if day is not None and not is_day(year, month, day):
        return None
    value = f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day is not None else "")
    return Reading("DATE", value, how=scene.how, anchor=scene.label_of(base), confidence=0.95)


def read_month_of_told_year(match: Match, scene: Scene) -> Reading | None:
    """Read "同年6月", "翌年1月3日", "同月10日": of a year or month that is counted from the date told before."""
    distance, base, month, day = match.value("FROMTOLD", "BESIDE"), scene.thread, match.month, match.value("day")
    years, months = _YEARS.fullmatch(distance), _MONTHS.fullmatch(distance)
    if base is None or (years is None if month else months is None):
        return None
    step = int("".join((years or months).groups()))  # type: ignore[union-attr]  # one of them is there
    if month is None:
        base = add_months(base.replace(day=1), step)
    year, month = (base.year + step, month) if month else (base.year, base.month)
    if day is not None and not is_day(year, month, day):
        return None
    value = f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day is not None else "")
    anchor = scene.told.label if scene.told else scene.base_label
    return Reading("DATE", value, how=scene.how, anchor=anchor, confidence=0.8)


def read_weekday_of_month(match: Match, scene: Scene) -> Reading | None:
    """Read "the first Sunday of October": of the year told, else the coming one where the clause looks ahead, else the latest."""
    nth, weekday_number, month, year = match.value("ORDINAL"), match.value("WEEKDAY"), match.month, match.value("year")
    base = scene.base
    if month is None or not 1 <= nth <= MOST_WEEKDAYS or (year is None and base is None):
        return None
    years = [year] if year is not None else [base.year + step for step in (-1, 0, 1)]  # type: ignore[union-attr]
    days = [day for one in years if (day := _nth_weekday(nth, weekday_number, one, month)) is not None]
    if year is None:
        days = [day for day in days if day >= base] if scene.outlook(match).ahead else [day for day in days if day <= base][-1:]  # type: ignore[operator]
    return Reading("DATE", days[0].isoformat(), how=scene.how if year is None else "explicit", confidence=0.9) if days else None


def _nth_weekday(nth: int, number: int, year: int, month: int) -> dt.date | None:
    """Give the nth day of one name of a month, if it has that many."""
    day = 1 + (number - dt.date(year, month, 1).isoweekday()) % 7 + 7 * (nth - 1)
    return dt.date(year, month, day) if is_day(year, month, day) else None


def read_weekday_and_day(match: Match, scene: Scene) -> Reading | None:
    """Read "quinta-feira (21)", "Selasa (17/3)": the day of the month nearest to publication that falls on the weekday."""
    day, number, base = match.value("day"), match.value("WEEKDAY"), scene.base
    if base is None or _counts_what_follows(match):
        return None
    if isinstance(day, tuple):
        return _of_fraction(day, match, scene)
    first = base.replace(day=1)
    months = [add_months(first, step) for step in (0, -1, 1)]
    days = [month.replace(day=day) for month in months if is_day(month.year, month.month, day)]
    agreeing = [found for found in days if found.isoweekday() == number and abs((found - base).days) <= FARTHEST_NAMED]
    if not agreeing:  # "domenica 30 alunni"
        return None
    chosen = min(agreeing, key=lambda found: abs((found - base).days))
    return Reading("DATE", chosen.isoformat(), how=scene.how, anchor=scene.base_label, confidence=0.95, mod=match.mod)


def _counts_what_follows(match: Match) -> bool:
    """Tell whether a number right behind a weekday counts the noun behind it, as the pack says: "в понедельник 24 человека"."""
    checks = match.tokens.tables.checks
    if not checks.get("counts_behind_weekday") or match.has("OPEN", "COMMA") or match.last >= len(match.tokens.spans):
        return False
    return match.tokens.words(match.last)[0].isalpha()


def _of_fraction(parts: tuple[int, int], match: Match, scene: Scene) -> Reading | None:
    """Read the "(17/3)" behind a weekday: day and month, in the year nearest to publication in which they fall on it.

    Where they fall on it in none, the writer named the wrong weekday: the day nearest to publication is meant.
    """
    day, month = parts if scene.tables.order == "dmy" else parts[::-1]
    base, number = scene.base, match.value("WEEKDAY")
    years = [base.year + step for step in (0, -1, 1)] if base else []
    days = [dt.date(year, month, day) for year in years if is_day(year, month, day)]
    agreeing = [found for found in days if found.isoweekday() == number]
    if not days or base is None:
        return None
    chosen = agreeing[0] if agreeing else min(days, key=lambda found: abs((found - base).days))
    return Reading("DATE", chosen.isoformat(), how=scene.how, anchor=scene.base_label, confidence=0.95, mod=match.mod)


def read_days_ago(match: Match, scene: Scene) -> Reading | None:
    """Read "3日前": days before that of publication."""
    number, base = number_of(match.group("number")), scene.base
    if number is None or base is None:
        return None
    moved = shifted(base, "D", -number)
    return Reading("DATE", moved.isoformat(), how=scene.how, anchor=scene.base_label, confidence=0.85) if moved else None


def read_marked_decade(match: Match, scene: Scene) -> Reading | None:
    """Read "años 90", "90年代", "1990-х годов": a decade that a word beside the number makes one."""
    del scene
    number = int(match.value("number"))
    if number % 10:
        return None
    if number >= 1000 and number % 100 == 0 and (number < LAST_CENTURY or match.tokens.tables.checks.get("hundreds_are_centuries")):
        return Reading("DATE", f"{number // 100:02d}", mod=match.mod)  # "1800-talet"
    year = number if number >= 1000 else number + (1900 if number >= OLD_DECADES else 2000)
    return Reading("DATE", f"{year // 10:03d}", mod=match.mod) if 1000 <= year < 2100 else None


def _parts(pattern: re.Pattern[str], value: str) -> tuple[str, str]:
    one, other = pattern.fullmatch(value).groups()  # type: ignore[union-attr]  # the pack's table is checked
    return one, other
