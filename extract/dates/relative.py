"""Readers of dates that count from the publication day or from the date told before."""

import datetime as dt
import re
from bisect import bisect_left

from msgspec.structs import replace

from extract.anchoring.direction import weekday
from extract.dates.absolute import open_year
from extract.dates.grammar import Match
from extract.dates.namesakes import is_in_name
from extract.dates.scene import Reading, Scene
from extract.dates.solarhijri import moved_reading
from extract.dates.years import base_of_year
from extract.language.dates import SOLAR_CALENDAR
from extract.timespan import add_months, is_day, shifted, unit_value

SHARP_GRAINS = ("day", "part", "hour", "minute", "second")  # of a date told before from which a weekday may count
WEEK_DAYS = 7
STORY_REACH = 600  # code points in which a story goes on with the next day; chosen by hand
NAME_REACH = 2  # tokens from the name of a day to its date: "Thursday, August 10"
OPEN_VALUES = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}


def read_weekday(match: Match, scene: Scene) -> Reading | None:
    """Read "Wednesday", "last Friday", "next Monday"; of "the night from Monday to Tuesday" the day on which it ends."""
    number = match.value("day", "WEEKDAY", "DAYABBR")
    if (
        match.rule.options.get("capital")
        and match.tokens.text[match.end - 1 : match.end]
        and match.tokens.text[match.tokens.spans[match.last - 1][0]].islower()
    ):
        return None
    if is_in_name(match):
        return None
    base = scene.base or (scene.thread if scene.told else None)
    if base != scene.document.published and scene.is_told_too_coarsely("D"):
        base = None
    mod = match.mod
    if base is None:
        return Reading("DATE", f"XXXX-WXX-{number}", how="none", confidence=0.5, grain="day", mod=mod, tells=False)
    near = match.value("NEAR", "NEARSPAN", "THEREON")
    if near is not None and match.has("THEREON") and (told := scene.told_day) and told.start < match.start:
        # "he died on 3 May and was buried the following Friday", "and on that Friday"
        counted = weekday(number, told.day, "ahead" if near >= 0 else "back", counting_base=near == 0).day
        return Reading("DATE", counted.isoformat(), how=scene.how, anchor=told.label, mod=mod, confidence=0.9)
    if near is not None and near != 0:
        choice = weekday(number, base, "ahead" if near > 0 else "back", counting_base=False)
        if match.rule.options.get("before"):  # "the Monday before last"
            choice = choice._replace(day=choice.day + dt.timedelta(weeks=near))
    else:
        look = scene.outlook(match)
        mostly_to_come = match.value("NEAR") == 0 and not match.tokens.tables.tense.this_by_tense  # "this Sunday"
        ahead = look.strongly or (mostly_to_come and (look.ahead or not look.cue))
        if near is None and not ahead and (day := day_after_told(number, base, match, scene)):
            return Reading("DATE", day.isoformat(), how=scene.how, anchor=scene.told_day.label if scene.told_day else None, mod=mod)
        choice = weekday(number, base, "ahead" if ahead else "back")
    if days_on := match.rule.options.get("days_on"):  # "शनिवार की आधी रात के बाद"
        choice = choice._replace(day=choice.day + dt.timedelta(days=days_on))
    return Reading(
        "DATE", choice.day.isoformat(), how=scene.how, anchor=scene.base_label, mod=mod, confidence=0.9, candidates=choice.others
    )


def day_after_told(number: int, base: dt.date, match: Match, scene: Scene) -> dt.date | None:
    """Give the day after one told by its name weeks ago, where it bears the name: "on Thursday, August 10 … On Friday it sank"."""
    told = scene.told_day
    if scene.narration != "news" or told is None or (base - told.day).days <= WEEK_DAYS or told.start >= match.start:
        return None
    day, between = told.day + dt.timedelta(days=1), scene.document.text[told.start : match.start]
    if day.isoweekday() != number or len(between) > STORY_REACH:
        return None
    at = bisect_left(match.tokens.spans, (told.start, told.start))
    named = any(match.tokens.token(beside).type.startswith("WEEKDAY") for beside in range(max(0, at - NAME_REACH), at + 1))
    return day if named else None


def read_weekday_of_week(match: Match, scene: Scene) -> Reading | None:
    """Read "Monday of last week", "Tuesday next week", "vorige week donderdag", where a table gives the week as "-P1W"."""
    base, number = scene.base, match.value("WEEKDAY")
    distance = _DISTANCE.fullmatch(match.value("RELATIVE")) if match.has("RELATIVE") else None
    unit, weeks = match.unit, match.value("NEAR", "NEARSPAN", "THEREON") or 0
    if distance is not None:
        sign, count, unit = distance.groups()
        weeks = int(sign + count)
    if base is None or unit != "W":
        return None
    starts = scene.tables.week_starts
    day = _first_of_week(base, starts) + dt.timedelta(weeks=weeks, days=(number - starts) % 7)
    return Reading("DATE", day.isoformat(), how=scene.how, anchor=scene.base_label)


def read_today(match: Match, scene: Scene) -> Reading | None:
    """Read "today", "yesterday", "the day after tomorrow"."""
    offset, base = match.value("TODAY"), scene.document.published or scene.thread
    if base is None or (offset == 0 and scene.narration == "narrative"):
        return Reading("DATE", "PRESENT_REF" if offset == 0 else "XXXX-XX-XX", how="none", confidence=0.5, tells=False)
    day = base + dt.timedelta(days=offset)
    return Reading("DATE", day.isoformat(), how=scene.how, anchor=f"published {base}", mod=match.mod)


def read_yestermorrow(match: Match, scene: Scene) -> Reading | None:
    """Read a word that is yesterday or tomorrow by the verb (Hindi "कल", "परसों")."""
    distance, base = match.value("YESTERMORROW"), scene.document.published or scene.thread
    if base is None:
        return Reading("DATE", "XXXX-XX-XX", how="none", confidence=0.5, tells=False)
    look = scene.outlook(match)
    day, other = (base + dt.timedelta(days=sign * distance) for sign in ((1, -1) if look.ahead else (-1, 1)))
    why = f"the verb looks {'ahead' if look.ahead else 'back'}" + (f" ({look.cue})" if look.cue else "")
    return Reading(
        "DATE", day.isoformat(), how=scene.how, anchor=f"published {base}", confidence=0.85, candidates=(f"{other}: but {why}",)
    )


def read_tonight(match: Match, scene: Scene) -> Reading | None:
    """Read "tonight"."""
    base = scene.base
    return Reading("TIME", f"{base or 'XXXX-XX-XX'}TNI", how=scene.how if base else "none", anchor=scene.base_label, mod=match.mod)


def read_relative(match: Match, scene: Scene) -> Reading | None:
    """Read a phrase that a table gives as a distance: "letzte Woche" is ``-P1W``."""
    sign, count, unit = _DISTANCE.fullmatch(match.value("RELATIVE", "OFMONTH")).groups()  # type: ignore[union-attr]
    base = base_of_year(int(sign + count), match, scene) if unit == "Y" else scene.base
    if base is None:
        return Reading("DATE", OPEN_VALUES[unit], how="none", confidence=0.4, tells=False)
    draft = Reading("DATE", "", how=scene.how, anchor=scene.label_of(base), mod=match.mod, confidence=0.9)
    return _moved(base, unit, int(sign + count), draft, scene)


def _moved(base: dt.date, unit: str, count: int, draft: Reading, scene: Scene) -> Reading | None:
    """Write into a draft the unit so many from that of a day: years and months by the pack's calendar."""
    if scene.tables.calendar == SOLAR_CALENDAR and (moved := moved_reading(base, unit, count, draft)):
        return moved
    day = shifted(base, unit, count)
    value = unit_value(day, unit) if day else None
    if value and unit == "W" and scene.tables.week_starts != 1:
        first = _first_of_week(base, scene.tables.week_starts) + dt.timedelta(weeks=count)
        middle = first + dt.timedelta(days=3)
        return replace(draft, value=unit_value(middle, unit) or value, days=(first, first + dt.timedelta(days=6)))
    return replace(draft, value=value) if value else None


def _first_of_week(day: dt.date, starts: int) -> dt.date:
    """Give the first day of the week that holds a day, where weeks start on an ISO weekday."""
    return day - dt.timedelta(days=(day.isoweekday() - starts) % 7)


_DISTANCE = re.compile(r"(-?)P(\d+)(D|WE|W|M|Q|Y|DE|CE)")


def read_beside(match: Match, scene: Scene) -> Reading | None:
    """Read a phrase that a table gives as a distance from the date told before: "накануне" is ``-P1D``."""
    sign, count, unit = _DISTANCE.fullmatch(match.value("BESIDE", "FROMTOLD")).groups()  # type: ignore[union-attr]
    step, scene = int(sign + count), scene.not_to_come(match)
    scene = scene.with_finer_told(unit, match.start) if match.has("FROMTOLD") else scene  # "이날" is the day of the news
    scene = replace(scene, told=scene.told_day) if (of_news := _is_of_the_news(scene, unit)) else scene
    far = match.rule.options.get("far", False) or step >= 0 or of_news  # the day after is never that after the news
    coarse = scene.is_told_too_coarsely(unit) or not (far or scene.told_in_paragraph(match.start))
    base = scene.base if coarse and scene.narration == "news" else scene.thread
    if base is None:
        return Reading("DATE", OPEN_VALUES[unit], how="none", confidence=0.4, tells=False)
    if scene.narration == "narrative" and scene.is_told_too_coarsely(unit):
        return scene.beside_coarse(unit, step, Reading("DATE", ""))
    moved = shifted(base, unit, step)
    value = unit_value(moved, unit) if moved else None
    anchor = scene.told.label if scene.told and not coarse else scene.base_label
    confidence = 0.6 if step < 0 and scene.told is None else 0.7
    return Reading("DATE", value, how=scene.how, anchor=anchor, confidence=confidence) if value else None


def _is_of_the_news(scene: Scene, unit: str) -> bool:
    """Tell whether "the day before" that opens a paragraph counts from the day told last, which must be of the news: "前一天"."""
    told, base = scene.told_day, scene.document.published
    recent = unit == "D" and told is not None and base is not None and 0 <= (base - told.day).days < WEEK_DAYS
    return recent and bool(scene.tables.checks.get("day_before_told"))


def read_near_unit(match: Match, scene: Scene) -> Reading | None:
    """Read "last week", "this year", "the end of the month", "the following day"."""
    unit = match.unit
    step = match.value("NEAR", "NEARSPAN", "THEREON") or 0
    if unit not in OPEN_VALUES:
        return None
    that_day = step == 0 and unit == "D" and scene.told_in_paragraph(match.start)  # "an diesem Tag"
    thereon = match.has("THEREON") or that_day or (step > 0 and unit == "D")
    scene = scene.not_to_come(match).with_finer_told(unit, match.start) if thereon else scene
    base = scene.thread if thereon else base_of_year(step, match, scene) if unit == "Y" else scene.base
    mod = match.mod
    if base is None:
        return Reading("DATE", OPEN_VALUES[unit], how="none", confidence=0.4, mod=mod, tells=False)
    if (thereon or scene.narration == "narrative") and scene.is_told_too_coarsely(unit):
        return scene.beside_coarse(unit, step, Reading("DATE", "", mod=mod))
    draft = Reading("DATE", "", how=scene.how, anchor=scene.label_of(base), mod=mod, confidence=0.7 if thereon else 0.95)
    return _moved(base, unit, step, draft, scene)


def read_these_units(match: Match, scene: Scene) -> Reading | None:
    """Read "these days": the present."""
    del scene
    return Reading("DATE", "PRESENT_REF", how="none", tells=False, confidence=0.6) if match.unit in ("D", "W", "M", "Y") else None


def read_recent(match: Match, scene: Scene) -> Reading | None:
    """Read "recent" and "the past": some time ago."""
    del scene
    return Reading("DATE", "PAST_REF", how="none", tells=False, confidence=0.5) if match.last > match.first else None


def read_that_time(match: Match, scene: Scene) -> Reading | None:
    """Read "at that time", "by this time": the date told last, or the present."""
    if match.has("THEREON") and scene.told:
        return Reading("DATE", scene.told.value, how="relative", anchor=scene.told.label, tells=False, confidence=0.5)
    return Reading("TIME", "PRESENT_REF", how="none", tells=False, confidence=0.4)


def read_the_unit(match: Match, scene: Scene) -> Reading | None:
    """Read "the weekend", "the quarter", "the day": words for a unit that alone name a date."""
    unit, base = match.unit, scene.base
    if base is None or unit is None or unit not in match.rule.options.get("units", ("WE", "Q", "D")):
        return None
    if unit == "D" and match.type_before() in ("TO", "WINS"):
        return None  # "two years ago to the day", "they carried the day"
    if unit == "D":
        told = scene.thread if scene.told and scene.told.grain == "day" else base
        return (
            Reading("DATE", f"{told}", how=scene.how, anchor=scene.base_label, confidence=0.4, tells=False)
            if match.type_after() not in _RELATING
            else None
        )
    step = 0 if unit == "WE" and scene.outlook(match).ahead else -1
    moved = shifted(base, unit, step)
    value = unit_value(moved, unit) if moved else None
    return Reading("DATE", value, how=scene.how, anchor=scene.base_label, confidence=0.6) if value else None


_RELATING = frozenset({"OF", "BEFORE", "WHEN", "LATER", "EARLIER", "AGO"})


def read_near_month(match: Match, scene: Scene) -> Reading | None:
    """Read "last July", "next March", "this May", "the following April"."""
    month, step = match.month or 1, match.value("NEAR", "NEARSPAN", "THEREON")
    base = scene.thread if match.has("THEREON") else scene.base
    mod = match.mod
    if base is None:
        return Reading("DATE", f"XXXX-{month:02d}", how="none", confidence=0.5, mod=mod, tells=False)
    year = base.year
    if step < 0 and month >= base.month:
        year -= 1
    if step > 0 and month <= base.month:
        year += 1
    return Reading("DATE", f"{year:04d}-{month:02d}", how=scene.how, anchor=scene.base_label, mod=mod)


def read_month_of_year(match: Match, scene: Scene) -> Reading | None:
    """Read "July of last year", "March of that year"."""
    month, step, unit = match.month or 1, match.value("NEAR", "NEARSPAN", "THEREON"), match.unit
    base = scene.thread if match.has("THEREON") else base_of_year(step or 0, match, scene) if unit == "Y" else scene.base
    if unit == "M" and base is not None and match.month is None:
        return _day_of_month(base, step or 0, match, scene)
    if unit != "Y":
        return None
    if base is None:
        return open_year(month, match.value("day"), match.mod)
    day, year = match.value("day"), base.year + (step or 0)
    if day is not None and not is_day(year, month, day):
        return None
    value = f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day is not None else "")
    return Reading("DATE", value, how=scene.how, anchor=scene.label_of(base), mod=match.mod)


def _day_of_month(base: dt.date, step: int, match: Match, scene: Scene) -> Reading | None:
    """Read "the 30th of the same month", "the 5th of next month"."""
    month, day = add_months(base.replace(day=1), step), match.value("day")
    if day is None or not is_day(month.year, month.month, day):
        return None
    anchor = scene.told.label if match.has("THEREON") and scene.told else scene.base_label
    return Reading("DATE", month.replace(day=day).isoformat(), how=scene.how, anchor=anchor, mod=match.mod)


def read_reference(match: Match, scene: Scene) -> Reading | None:
    """Read "now", "recently", "the future"."""
    del scene
    return Reading("DATE", match.value("REFERENCE"), how="none", confidence=0.6, tells=False)
