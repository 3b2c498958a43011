"""Readers of feasts and holidays: by their rule a day of a year, else a day that stays open."""

from dataclasses import replace

from extract.dates.grammar import Match
from extract.dates.numbers import number_of
from extract.dates.scene import Reading, Scene
from extract.timespan import days_of, feast, shifted, unit_value


def read_holiday(match: Match, scene: Scene) -> Reading | None:
    """Read "Christmas 2007", "last Thanksgiving", "Easter Sunday": a feast by its rule."""
    rule, year, step = match.value("HOLIDAY"), match.value("year"), match.value("NEAR", "THEREON")
    first = match.of_type("HOLIDAY")[0].start
    if match.tokens.text[first].islower() and not match.has("THE", "NEAR", "THEREON"):
        return None
    if year is not None:
        day = feast(rule, year)
        return Reading("DATE", day.isoformat()) if day else None
    base = scene.base or scene.thread
    if base is None:
        return Reading("DATE", f"XXXX-{rule}" if len(rule) == 5 else "XXXX-XX-XX", how="none", confidence=0.4, tells=False)
    days = [day for candidate in range(base.year - 1, base.year + 2) if (day := feast(rule, candidate))]
    if step == 0:
        days = [day for day in days if day.year == base.year]
    elif step is not None:
        days = [day for day in days if (day > base if step > 0 else day < base)]
    chosen = min(days, key=lambda day: abs(day - base), default=None)
    return Reading("DATE", chosen.isoformat(), how=scene.how, anchor=scene.base_label, confidence=0.8) if chosen else None


def read_beside_holiday(match: Match, scene: Scene) -> Reading | None:
    """Read "a week before Christmas", "the day after Thanksgiving": a day counted from a feast."""
    holiday, unit = read_holiday(match, scene), match.unit
    day = days_of(holiday.value) if holiday else None
    number = number_of(match.group("number")) if match.has("number") else 1
    if holiday is None or day is None or unit is None or number is None:
        return None
    moved = shifted(day.first, unit, number if match.value("BEFORE") == "after" else -number)
    whole = match.has("THE") and not match.has("number")
    value = unit_value(moved, unit if whole else "D") if moved else None
    return replace(holiday, value=value, confidence=0.8) if value else None


def read_occasion(match: Match, scene: Scene) -> Reading | None:
    """Read a feast whose day is not computed: a date that stays open."""
    del scene
    return Reading("DATE", "XXXX-XX-XX", how="none", grain="day", confidence=0.4, tells=False) if match.last > match.first else None
