"""Readers of times of day: clock times, parts of the day."""

import datetime as dt

from msgspec.structs import replace

from extract.anchoring.direction import weekday as choose_weekday
from extract.dates.grammar import Match
from extract.dates.relative import SHARP_GRAINS
from extract.dates.scene import Reading, Scene

NOON = 12
HOURS = "TH"  # the unit of lengths in hours
DAY_HOURS = 24
NEAR_TOKENS = 4  # between an hour that words before it tell and its day
DAYS = frozenset({"WEEKDAY", "WEEKDAYPART", "DAYPART", "NEARWEEKDAY", "MONTH", "MONTHABBR", "TODAY", "NUMDATE"})  # types of tokens
FIRST_LIGHT = 6  # hours told as "of the day" before it are of the afternoon


def read_clock(match: Match, scene: Scene) -> Reading | None:
    """Read "5 p.m.", "17:30", "5 o'clock": a time that waits for its day."""
    time = _clock_of(match)
    if time is None:
        return None
    zone = match.value("ZONE")
    reading = _waiting(time + ("Z" if zone == "UTC" else ""), match, scene, clock=(time, time))
    return replace(reading, zone=zone)


def read_led_clock(match: Match, scene: Scene) -> Reading | None:
    """Read "alle 17.30", "à 17 heures": a clock time that a word before it tells, and no length of days."""
    unit, hour = match.value("UNIT", "UNITS"), match.value("DAYNUM", "NUMWORD") or 0
    leads = match.tokens.tables.checks.get("hour_leads", ())
    if match.tokens.token(match.first).type == "SKIP" and match.tokens.words(match.first).casefold() not in leads:
        return None  # "en 17 heures" is a length
    return (
        read_clock(match, scene)
        if unit in {None, HOURS} and hour < DAY_HOURS and (_has_day_beside(match) or scene.told_in_sentence(match.start))
        else None
    )


def _has_day_beside(match: Match) -> bool:
    """Tell whether a day stands near: an hour alone is told of a day that the text told before, or of none."""
    behind = min(match.last + NEAR_TOKENS, len(match.tokens.spans))
    near = (*range(max(0, match.first - NEAR_TOKENS), match.first), *range(match.last, behind))
    return any(match.tokens.token(at).type in DAYS for at in near)


def _clock_of(match: Match) -> str | None:
    by_day = "day" if match.unit == "D" else None  # "दिन के दो बजे"
    meridiem = match.value("MERIDIEM") or _MERIDIEM_OF_PART.get(match.value("PART")) or by_day
    if match.has("FRACTION_PREFIX"):
        hours = (match.value("DAYNUM", "NUMWORD", "HOURS") or 0) + match.value("FRACTION_PREFIX")
        return _in_day(int(hours), round(hours % 1 * 60), meridiem)
    value = match.value("CLOCK", "DECIMAL", "HOUR", "HOURS", "DAYNUM", "NUMWORD", "NUMBER", "YEAR")
    if isinstance(value, float):  # a number word: "साडेनऊ" is half past nine
        return _in_day(int(value), round(value % 1 * 60), meridiem)
    if isinstance(value, tuple):
        value, meridiem = value
    if match.has("HOURS", "HOURSWORD", "ZONE") and isinstance(value, int) and value > 24:
        value = f"{value // 100:02d}:{value % 100:02d}"
    pieces = str(value).replace(".", ":").split(":")
    hour, minute = int(float(pieces[0])), int(pieces[1]) if len(pieces) > 1 else 0
    minute = 30 if match.has("HALF") else int(match.value("minute") or minute)
    return _in_day(hour, minute, meridiem)


_MERIDIEM_OF_PART = {"MO": "am", "AF": "pm", "EV": "pm", "NI": "night"}


def _in_day(hour: int, minute: int, meridiem: str | None) -> str | None:
    """Write a time of day; "2 at night" is in the morning hours, "9 at night" in the evening."""
    if meridiem == "day":
        meridiem = "pm" if hour < FIRST_LIGHT or hour == NOON else "am"
    if meridiem == "night":
        meridiem = "pm" if 6 <= hour < 12 else "am"
    elif meridiem and not 1 <= hour <= 12:
        meridiem = None
    if meridiem == "pm" and hour < 12:
        hour += 12
    elif meridiem == "am" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def read_clock_of_range(match: Match, scene: Scene) -> Reading | None:
    """Read the "8" of "from 8 to 9 p.m.": the half of the day stands behind the second."""
    following = (match.tokens.token(at) for at in range(match.last, min(match.last + 3, len(match.tokens.spans))))
    meridiem = next((token.value for token in following if token.type == "MERIDIEM"), None)
    pieces = str(match.value("CLOCK", "DAYNUM", "NUMWORD")).split(":")
    hour, minute = int(pieces[0]), int(pieces[1]) if len(pieces) > 1 else 0
    time = _in_day(hour, minute, meridiem) if 1 <= hour <= 12 else None
    return _waiting(time, match, scene, clock=(time, time)) if time else None


def read_part_before(match: Match, scene: Scene) -> Reading | None:
    """Read "the night before": of the day before the one told last."""
    told, part = scene.told, match.value("PART")
    if told is None or told.grain not in SHARP_GRAINS:
        return None
    day = told.day + dt.timedelta(days=1 if match.value("BEFORE") == "after" else -1)
    return Reading("TIME", f"{day}T{part}", how="relative", anchor=told.label, confidence=0.7)


def read_overnight(match: Match, scene: Scene) -> Reading | None:
    """Read "overnight": the night that ends on the day that the text counts from."""
    del match
    day = scene.thread if scene.narration == "narrative" else scene.base
    if day is None:
        return Reading("TIME", "XXXX-XX-XXTNI", time="NI", how="none", tells=False, confidence=0.5)
    night = day - dt.timedelta(days=1)
    anchor = scene.base_label
    return Reading("TIME", f"{night}TNI", time="NI", how=scene.how, anchor=anchor, days=(night, day), tells=False, confidence=0.7)


def in_half(clock: str, part: str) -> str:
    """Write a clock time without a half of the day as one of a part of the day: 10:30 at night is 22:30."""
    hour, minute = (int(piece) for piece in clock.split(":"))
    moved = _in_day(hour, minute, _MERIDIEM_OF_PART.get(part)) if 1 <= hour <= NOON else None
    return moved or clock


def read_early_hours(match: Match, scene: Scene) -> Reading | None:
    """Read "the early hours of", before a day: its morning, or its night where the hours are late."""
    if match.unit != "TH":
        return None
    mod = match.value("MOD")
    return _beside(_waiting("MO" if mod == "START" else "NI", match, scene, clock=None, mod=mod))


def read_clock_words(match: Match, scene: Scene) -> Reading | None:
    """Read "half past six", "a quarter to nine"."""
    hour, unit = match.value("hour"), match.unit
    if not 1 <= hour <= NOON or (unit not in (None, "Q")):
        return None
    minute = 30 if match.has("HALF") else 15
    time = f"{hour:02d}:{minute:02d}" if match.has("PAST") else f"{(hour - 1) or NOON:02d}:{60 - minute:02d}"
    return _waiting(time, match, scene, clock=(time, time))


def read_part(match: Match, scene: Scene) -> Reading | None:
    """Read "noon", "the morning", and "morning" beside a date."""
    part = match.value("PART", "NOON")
    if match.has("NOON") and _is_name(match):
        return None
    zone = match.value("ZONE")
    reading = replace(_waiting(part, match, scene, clock=None, mod=match.mod), zone=zone)
    stands = match.has("THE") and (match.type_before() in _AT or match.type_after() != "")
    return reading if stands or match.has("NOON") or match.rule.options.get("alone") else _beside(reading)


_AT = frozenset({"IN", "ON", "AT", "BY", "FROM", "SINCE", "UNTIL", "TO"})  # before "the night": no "night club"


def _is_name(match: Match) -> bool:
    """Tell whether a capital inside a sentence makes it a name: "Operation Dawn"; not "um Mitternacht"."""
    if match.tokens.tables.checks.get("nouns_capital"):
        return False
    first = match.tokens.text[match.of_type("NOON")[0].start]
    return first.isupper() and match.first > 0 and match.tokens.words(match.first - 1)[:1].isalpha()


def read_at_night(match: Match, scene: Scene) -> Reading | None:
    """Read "at night", "by day" alone: no certain day."""
    del scene
    part = match.value("PART")
    return Reading("TIME", f"XXXX-XX-XXT{part}", time=part, how="none", tells=False, confidence=0.5)


def _beside(reading: Reading) -> Reading:
    return replace(reading, alone=False)


def read_near_part(match: Match, scene: Scene) -> Reading | None:
    """Read "last night", "this morning", "that afternoon", "the next evening"."""
    step, part, weekday = match.value("NEAR", "NEARSPAN", "THEREON"), match.value("PART"), match.value("WEEKDAY")
    base = scene.thread if match.has("THEREON", "THE") else scene.base
    if weekday is not None and base is not None:
        day = choose_weekday(weekday, base, "ahead" if step > 0 else "back", counting_base=step == 0).day
        return Reading("TIME", f"{day}T{part}", how=scene.how, anchor=scene.base_label, mod=match.mod)
    if base is None or (base != scene.document.published and scene.is_told_too_coarsely("D")):
        return Reading("TIME", f"XXXX-XX-XXT{part}", how="none", confidence=0.5, tells=False)
    day = base + dt.timedelta(days=step)
    return Reading("TIME", f"{day}T{part}", how=scene.how, anchor=scene.base_label, mod=match.mod)


def _waiting(time: str, match: Match, scene: Scene, clock: tuple[str, str] | None, mod: str | None = None) -> Reading:
    """Make a reading of a time that takes the day of a date beside it, else that of its sentence, else the day told last."""
    told = scene.told_in_sentence(match.start)
    day = told.day if told else scene.thread if scene.narration == "narrative" else scene.base
    if not told and scene.narration == "narrative" and scene.is_told_too_coarsely("D"):
        day = None
    return Reading(
        "TIME",
        f"{day or 'XXXX-XX-XX'}T{time}",
        time=time,
        how=scene.how if day else "none",
        anchor=told.label if told else scene.base_label,
        clock=clock,
        mod=mod,
        tells=False,
        confidence=0.7,
    )
