"""Readers of dates counted in units from the publication day or the date told before: "three days ago", "a year later"."""

import datetime as dt
from typing import Literal

from extract.anchoring.direction import weekday
from extract.dates.grammar import Match
from extract.dates.lengths import read_duration
from extract.dates.numbers import length_of, number_of
from extract.dates.relative import OPEN_VALUES
from extract.dates.scene import Reading, Scene
from extract.timespan import duration_value, shifted, unit_value

LONG_UNITS = ("Y", "DE", "CE", "ML")  # "twenty years earlier" looks aside: the text does not go on from there
FROM_TOLD = "from-told"  # of a rule: "इससे दो दिन पहले" counts from what is told, whatever its word for "ago" does alone
BY_TENSE = "by-tense"  # of a rule: "через два дня" looks ahead from today, or back to what is told
DAYS_OF_WEEK = 7
FEW_HOURS = 6  # so many hours later it is mostly the same day
UNIT_OF_GRAIN = {"month": "M", "quarter": "Q", "half": "H", "year": "Y"}


def read_same_period(match: Match, scene: Scene) -> Reading | None:
    """Read "the same period last year", "the same month a year ago": what was told before, a year earlier."""
    if match.tokens.token(match.last - 1).type == "UNIT" and match.value("NEAR") not in (None, -1):
        return None
    told = scene.told
    if told is None or told.grain not in ("day", "week", "month", "quarter", "half", "season") or told.day.year < 2:
        return None
    rest = told.value[4:7] if told.grain == "day" else told.value[4:]
    value = f"{told.day.year - 1:04d}{rest}"
    return Reading("DATE", value, how="relative", anchor=told.label, confidence=0.7, tells=False)


def read_shift(match: Match, scene: Scene) -> Reading | None:
    """Read "three days ago", "two weeks later", "a few months earlier", "days later"."""
    (number, unit), options, scene = length_of(match), match.rule.options, scene.not_to_come(match)
    sign = options.get("sign") or (1 if match.has("LATER", "FROM") or match.value("BEFORE") == "after" else -1)
    if options.get("counts") == BY_TENSE:
        sign = 1
    order: Literal["before", "after"] = "after" if sign > 0 else "before"
    if unit is None or number is None:
        return _vaguely(order, unit, scene)
    if (match.has("HALFMORE") or (match.has("HALF") and match.has("AND"))) and number == int(number):
        number += 0.5
    if unit.startswith("T"):
        told = scene.told_day if number <= FEW_HOURS and scene.told_in_paragraph(match.start) else None
        days = (told.day, told.day) if told and told.grain == "day" else None
        return Reading("DURATION", duration_value(number, unit), order=order, how="relative", days=days)
    from_today = options.get("counts") != FROM_TOLD and (match.has("AGO", "FROM") or "sign" in options)
    if options.get("counts") == BY_TENSE:
        outlook = scene.outlook(match)
        from_today = outlook.ahead or (not outlook.cue and not _is_counted_from_told(unit, number, match, scene))
    base = scene.base if from_today else scene.thread
    if options.get("later_alone") == "duration" and sign > 0 and not scene.told and not scene.outlook(match).ahead:
        return Reading("DURATION", duration_value(number, unit), order=order, how="none", tells=False)
    waits = sign > 0 and not from_today and scene.told is None and not scene.outlook(match).ahead
    if base is None or waits:  # "two days later" counts from what is told, never from the publication day
        return Reading("DATE", OPEN_VALUES.get(unit, "XXXX-XX-XX"), how="none", order=order, confidence=0.4, tells=False)
    if (not from_today or scene.narration == "narrative") and scene.is_told_too_coarsely(unit):
        return scene.beside_coarse(unit, sign * number, Reading("DATE", "", mod=match.mod, order=order))
    anchor = scene.base_label if from_today or scene.told is None else scene.told.label
    value = _moved(base, unit, sign * number)
    tells = unit not in LONG_UNITS
    sure = 0.6 if sign < 0 and not from_today and scene.told is None else 0.85
    return Reading("DATE", value, how=scene.how, anchor=anchor, mod=match.mod, confidence=sure, tells=tells) if value else None


def _is_counted_from_told(unit: str, number: float, match: Match, scene: Scene) -> bool:
    """Tell whether a length where no verb tells is counted from what is told: in its sentence, or so long ago that it is over."""
    if scene.told_in_sentence(match.start) is not None:
        return True
    told, base = scene.told, scene.base
    moved = shifted(told.day, unit, number) if told else None
    return bool(moved and base and moved < base and scene.told_in_paragraph(match.start) and not scene.is_told_too_coarsely(unit))


def read_near_shift(match: Match, scene: Scene) -> Reading | None:
    """Read "tiga hari lalu": the day that lies so far back; a length where the word looks elsewhere ("tiga hari ini")."""
    unit, number, base = match.unit, number_of(match.group("number")), scene.base
    if match.value("NEAR", "THEREON") != -1 or unit is None or number is None or unit.startswith("T") or base is None:
        return read_duration(match, scene)
    value = _moved(base, unit, -number)
    tells = unit not in LONG_UNITS
    return Reading("DATE", value, how=scene.how, anchor=scene.base_label, confidence=0.85, tells=tells) if value else None


def read_times_relative(match: Match, scene: Scene) -> Reading | None:
    """Read "hai tuần trước": a number before the phrase for last week, where such words stand behind."""
    base, number, distance = scene.base, number_of(match.group("number")), match.value("RELATIVE")
    if scene.tables.nears != "behind" or not distance.startswith("-P1") or number is None or number <= 1 or base is None:
        return None
    value = _moved(base, distance[3:], -number)
    return Reading("DATE", value, how=scene.how, anchor=scene.base_label, confidence=0.85) if value else None


def read_year_ago_unit(match: Match, scene: Scene) -> Reading | None:
    """Read "the year-ago quarter": the unit told last, or the latest one that is over, a year earlier."""
    units = [token.value for token in match.of_type("UNIT")]
    unit = units[-1] if len(units) > 1 else UNIT_OF_GRAIN.get(scene.told.grain) if scene.told else None
    base = scene.document.published if scene.narration == "news" else scene.thread
    if units[0] != "Y" or unit not in ("M", "Q", "H", "Y") or base is None:
        return None
    told = scene.told if scene.told and UNIT_OF_GRAIN.get(scene.told.grain) == unit else None
    day = told.day if told else shifted(base, unit, -1)
    moved = shifted(day, "Y", -1) if day else None
    value = unit_value(moved, unit) if moved else None
    anchor = told.label if told else f"published {base}"
    return Reading("DATE", value, how="relative", anchor=anchor, confidence=0.7, tells=False) if value else None


def read_weekday_ago(match: Match, scene: Scene) -> Reading | None:
    """Read "a week ago Tuesday": the latest such weekday, and so many weeks before it."""
    number, base = number_of(match.group("number")), scene.base
    if match.unit != "W" or number is None or base is None:
        return None
    latest = weekday(match.value("WEEKDAY"), base, "back").day
    day = shifted(latest, "W", -number)
    return Reading("DATE", day.isoformat(), how=scene.how, anchor=scene.base_label, confidence=0.7) if day else None


def read_weekday_from_now(match: Match, scene: Scene) -> Reading | None:
    """Read "a week from Monday": the coming such weekday, and so many weeks behind it."""
    number, base = number_of(match.group("number")), scene.base
    if match.unit != "W" or number is None or base is None:
        return None
    day = shifted(weekday(match.value("WEEKDAY"), base, "ahead").day, "D", int(number) * DAYS_OF_WEEK)
    return Reading("DATE", day.isoformat(), how=scene.how, anchor=scene.base_label, confidence=0.8) if day else None


def read_ago_today(match: Match, scene: Scene) -> Reading | None:
    """Read "five years ago today": the same day of an earlier year, month or week."""
    number, base, unit = number_of(match.group("number")), scene.document.published, match.unit
    if number is None or base is None or unit not in ("Y", "M", "W", "DE", "CE") or match.value("TODAY"):
        return None
    day = shifted(base, unit, -number)
    return Reading("DATE", day.isoformat(), how=scene.how, anchor=f"published {base}", confidence=0.9, tells=False) if day else None


def read_day_before(match: Match, scene: Scene) -> Reading | None:
    """Read "the day before", "the year after", with nothing behind: a unit beside the date told last."""
    unit, told = match.unit, scene.told
    if unit not in ("D", "W", "M", "Y") or told is None:
        return None
    after = match.has("LATER") or match.value("BEFORE") == "after"
    if scene.is_told_too_coarsely(unit):
        return scene.beside_coarse(unit, 1 if after else -1, Reading("DATE", ""))
    moved = shifted(told.day, unit, 1 if after else -1)
    value = unit_value(moved, unit) if moved else None
    return Reading("DATE", value, how="relative", anchor=told.label, confidence=0.7) if value else None


def read_unit_before_last(match: Match, scene: Scene) -> Reading | None:
    """Read "the week before last", "the year after next": two units from the day that the text counts from."""
    step, base, unit = match.value("NEAR"), scene.base, match.unit
    if base is None or unit not in OPEN_VALUES or step not in (-1, 1) or (match.value("BEFORE") == "after") != (step > 0):
        return None
    moved = shifted(base, unit, 2 * step)
    value = unit_value(moved, unit) if moved else None
    return Reading("DATE", value, how=scene.how, anchor=scene.base_label, confidence=0.9) if value else None


def _moved(base: dt.date, unit: str, count: float) -> str | None:
    """Move a day by units and write it by the unit; a year and a half is counted in months."""
    in_months = unit == "Y" and count != int(count)
    moved = shifted(base, "M", count * 12) if in_months else shifted(base, unit, count)
    return unit_value(moved, "M" if in_months else unit) if moved else None


def _vaguely(order: Literal["before", "after"], unit: str | None, scene: Scene) -> Reading:
    """Read "days later", "some time ago": a bound on one side of the date told before; hours later it is the same day."""
    bound = scene.told.day if scene.told else None
    days: tuple[dt.date | None, dt.date | None] | None = (
        None if bound is None else (bound, None) if order == "after" else (None, bound)
    )
    if bound and scene.told and scene.told.grain == "day" and unit is not None and unit.startswith("T"):
        days = (bound, bound)
    value = "FUTURE_REF" if order == "after" else "PAST_REF"
    anchor = scene.told.label if scene.told else None
    return Reading("DATE", value, how="relative", order=order, days=days, anchor=anchor, confidence=0.5, tells=False)
