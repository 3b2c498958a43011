"""Readers of durations and of sets."""

from msgspec.structs import replace

from extract.dates.grammar import Match
from extract.dates.numbers import number_of
from extract.dates.scene import Reading, Scene
from extract.timespan import duration_value, shifted

DAY_HOURS = 24
SIDES = {"PAST_REF": -1, "FUTURE_REF": 1}  # of a reference before a length: "最近3年"
ENDS_BEFORE = frozenset({"DOT", "STOP", "QUOTE"})  # signs before the first word of a sentence


def read_duration(match: Match, scene: Scene) -> Reading | None:
    """Read "two hours", "a year and a half", "nearly five months", "19-month"."""
    tokens = match.group("low") or match.group("number")
    number = number_of(tokens)
    unit = match.unit
    if not number or unit is None or match.value("NEAR") == 0 or (match.type_after(1) in ("LONG", "OLD") and not match.has("LONG")):
        return None
    if match.tokens.words(match.first).casefold() in match.tokens.tables.checks.get("behind_only", ()):
        return None  # "a passé trois ans"
    if [token.type for token in tokens] == ["A"] and (match.has("UNITS") or unit in ("TS", "Q")) and not match.has("HALF", "ABOUT"):
        return None
    if [token.type for token in tokens] == ["A"] and match.has("LONG"):
        return None  # "a month-long truce" is a truce
    if unit == "Q" and not match.has(*_COUNTING) and match.type_before() not in _SPANNING:
        return None  # "three quarters of the town"
    if match.has("HALFMORE") or (match.has("HALF") and not any(token.type == "HALF" for token in tokens)):
        number += 0.5
    reading = Reading("DURATION", duration_value(number, unit), how="none", mod=match.mod, tells=False)
    return _spanning(reading, number, unit, match, scene)


def read_hours(match: Match, scene: Scene) -> Reading | None:
    """Read "48 uur", "48 hodin", where the word for a time of the clock counts more hours than a day has."""
    del scene
    number = number_of(match.group("number")) or 0
    return Reading("DURATION", duration_value(number, "TH"), how="none", mod=match.mod, tells=False) if number > DAY_HOURS else None


def read_years_and_months(match: Match, scene: Scene) -> Reading | None:
    """Read "懲役3年6月": a term whose months are written as the sixth month of a year is."""
    del scene
    number, month = match.value("number"), match.month
    if match.unit != "Y" or not isinstance(number, int) or month is None:
        return None
    return Reading("DURATION", duration_value(number + month / 12, "Y"), how="none", tells=False)


_COUNTING = ("STRAIGHT", "PAST", "RECENT", "NEAR", "THEREON", "ORDINAL")  # beside a length in quarters
_SPANNING = frozenset({"FORS", "IN"})  # before a length in quarters


def _spanning(reading: Reading, number: float, unit: str, match: Match, scene: Scene) -> Reading:
    """Add the days that a length spans where its words say from when: "the past three years", "the next two weeks"."""
    near = match.value("NEAR", "NEARSPAN", "THEREON") or SIDES.get(match.value("REFERENCE") or "")
    sign = -1 if match.has("PAST", "RECENT") else near
    moved = shifted(scene.base, unit, sign * number) if sign and scene.base else None
    if moved is None or scene.base is None:
        return reading
    days = (min(moved, scene.base), max(moved, scene.base))
    return replace(reading, days=days, how=scene.how, anchor=scene.base_label)


def read_past_duration(match: Match, scene: Scene) -> Reading | None:
    """Read "the past week", "the next few months", "the last days"."""
    vague = match.has("FEW", "LONGISH", "UNITS")
    value = duration_value(None if vague else 1, match.unit) if match.unit else "PXX"
    reading = Reading("DURATION", value, how="none", tells=False)
    return reading if vague or not match.unit else _spanning(reading, 1, match.unit, match, scene)


def read_vague_duration(match: Match, scene: Scene) -> Reading | None:
    """Read "recent weeks", "several years", "decades"."""
    del scene
    if match.unit in match.rule.options.get("except", ()):
        return None
    count = 1 if match.has("LONG") and match.has("UNIT") else None
    value = duration_value(count, match.unit) if match.unit else "PXX"
    return Reading("DURATION", value, how="none", tells=False, confidence=0.8)


def read_lengthy(match: Match, scene: Scene) -> Reading | None:
    """Read a length in one word: "the daylong siege"."""
    del scene
    return Reading("DURATION", match.value("LENGTHY"), how="none", tells=False)


def read_weekends(match: Match, scene: Scene) -> Reading | None:
    """Read "on weekends"."""
    del scene
    return Reading("SET", "XXXX-WXX-WE", how="none", tells=False) if match.unit == "WE" else None


def read_all_day(match: Match, scene: Scene) -> Reading | None:
    """Read a word for the length of a whole unit (Hindi "दिनभर")."""
    del scene
    part = match.value("PART")
    return Reading("DURATION", f"P1{part}" if part else match.value("ALLDAY"), how="none", tells=False)


def read_every(match: Match, scene: Scene) -> Reading | None:
    """Read "every Monday", "each year", "every two weeks"."""
    del scene
    unit = match.unit
    if unit is not None:
        number = (
            (number_of(match.group("number")) if match.has("number") else None)
            or (2 if match.has("OTHER") else match.value("ORDINAL", "SECOND"))
            or 1
        )
        return Reading("SET", duration_value(number, unit), how="none", tells=False)
    if match.has("OFTEN"):
        return Reading("SET", match.value("OFTEN"), how="none", tells=False)
    if match.has("WEEKDAYPART"):
        day, part = match.value("WEEKDAYPART")[0], match.value("WEEKDAYPART")[1:]
        return Reading("SET", f"XXXX-WXX-{day}T{part}", how="none", tells=False)
    if match.has("WEEKDAY"):
        return Reading("SET", f"XXXX-WXX-{match.value('WEEKDAY')}", how="none", tells=False)
    if match.has("MONTH", "MONTHABBR", "MAYBE"):
        return Reading("SET", f"XXXX-{match.month:02d}", how="none", tells=False)
    if match.has("PART"):
        return Reading("SET", f"XXXX-XX-XXT{match.value('PART')}", how="none", tells=False)
    return Reading("SET", f"XXXX-{match.value('SEASON', 'FALL')}", how="none", tells=False)


def read_weekdays(match: Match, scene: Scene) -> Reading | None:
    """Read "Mondays", "Saturday nights"."""
    del scene
    part = match.value("PARTS") or match.unit
    if part not in (None, "MO", "AF", "EV", "NI"):
        return None
    return Reading("SET", f"XXXX-WXX-{match.value('WEEKDAYS', 'WEEKDAY')}" + (f"T{part}" if part else ""), how="none", tells=False)


def read_often(match: Match, scene: Scene) -> Reading | None:
    """Read "daily", "twice a year"; not the "Daily" of a newspaper."""
    if match.tokens.text[match.start].isupper() and match.first > 0 and match.type_before() not in ENDS_BEFORE:
        return None
    del scene
    units = match.of_type("UNIT")
    if match.has("RELATIVE"):
        return Reading("SET", f"P1{match.value('RELATIVE')[2:]}", how="none", tells=False)
    value = match.value("OFTEN") or duration_value(1, units[-1].value if units else "D")
    return Reading("SET", value, how="none", tells=False)
