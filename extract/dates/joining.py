"""Mentions side by side → one: a time of day with its day, a clock time with its part of the day, a day with its time zone."""

import datetime as dt
from itertools import pairwise

from msgspec.structs import replace

from extract.dates.grammar import Match
from extract.dates.parts import in_half
from extract.dates.scene import Reading
from extract.dates.tokens import Tokens

DAY = len("2023-09-13")
MOST_BETWEEN = 2  # tokens between a day and its time ("on", "at the")
BRACKETS = frozenset({"OPEN", "CLOSE", "ON", "SLASH"})  # between two clocks of one moment, and their day
SURE = 0.8  # confidence of a clock time whose day is told beside it
BEFORE_ZONE = frozenset({"SKIP", "COMMA"})  # between a zone and the date behind it: "日本時間の16日"
PART_HOURS = {"MO": ("00:00", "11:59"), "AF": ("12:00", "17:59"), "EV": ("17:00", "23:59"), "NI": ("18:00", "23:59")}
WORLD, MIDNIGHT = "UTC", "00:00"
DAY_MINUTES, EASTERNMOST = 24 * 60, 14 * 60  # no place is more than fourteen hours ahead of the world's time
LOCAL = "local"  # the zone of "local time"
Found = list[tuple[Match, Reading]]


def joined(found: Found, tokens: Tokens) -> Found:
    """Join a time of day and the day beside it into one mention, and a clock time and the part of the day that it is in."""
    out: Found = []
    for match, reading in found:
        one = _join(*out[-1], match, reading) if out and _beside(out[-1][0], match, tokens) else None
        if one is None:
            out.append((match, reading))
        else:
            whole = Match(out[-1][0].rule, tokens, out[-1][0].first, match.last, out[-1][0].groups)
            out[-1] = (whole, one)
    for at in range(len(out) - 2, -1, -1):
        (left, last), (right, reading) = out[at], out[at + 1]
        if last.clock and last.time and reading.value[:1].isdigit() and _is_told_once(left, right, tokens):
            day = _day_there(last, reading) if reading.zone == WORLD and not last.zone else reading.value[:DAY]
            if len(day) == DAY and day[-1].isdigit() and not (reading.time and reading.clock and reading.confidence < SURE):
                out[at] = (
                    left,
                    replace(last, value=day + last.value[DAY:], how=reading.how, anchor=reading.anchor, confidence=SURE),
                )
    return out


def _day_there(local: Reading, world: Reading) -> str:
    """Give the day of a clock time by the world's time beside it: "4:40 a.m. (2310 GMT on Tuesday)" is on Wednesday."""
    day = world.value[:DAY]
    if not world.clock or not local.clock or world.confidence <= SURE or len(day) < DAY:
        return day
    there, here = (60 * int(clock[0][:2]) + int(clock[0][3:]) for clock in (world.clock, local.clock))
    east = (here - there) % DAY_MINUTES
    east -= DAY_MINUTES if east > EASTERNMOST else 0
    moved = dt.date.fromisoformat(day) + dt.timedelta(days=(there + east) // DAY_MINUTES)
    return moved.isoformat()


def _is_told_once(left: Match, right: Match, tokens: Tokens) -> bool:
    """Tell whether two mentions stand so near that one day is told for both: "22:28 Moscow time (19:28 GMT) on Tuesday"."""
    between = [tokens.token(at).type for at in range(left.last, right.first)]
    return len(between) <= MOST_BETWEEN and bool(between) and all(name in BRACKETS for name in between) and between[0] != "ON"


def _join(left: Match, last: Reading, right: Match, reading: Reading) -> Reading | None:
    """Make one reading of two side by side; None where they are two."""
    if left.rule.read == "holiday" and last.how != "explicit" and reading.how == "explicit" and _is_day(reading):
        return reading  # "Easter Monday, 24 April 1916"
    part = reading.time if reading.time and reading.clock is None else None
    if last.clock and part and last.type == "TIME" and right.first == left.last:
        return _in_part(last, part, left)
    if last.type == "TIME" and reading.clock and reading.time and _is_part(last) and last.value[:1].isdigit():
        return _in_part(replace(reading, value=last.value[:DAY] + reading.value[DAY:], how=last.how, anchor=last.anchor),
                        last.value[DAY + 1 :], right)  # fmt: skip
    if (
        last.clock
        and last.time
        and reading.type == "TIME"
        and _is_part(reading)
        and reading.value[:1].isdigit()
        and right.first == left.last
    ):
        whole = replace(last, value=reading.value[:DAY] + last.value[DAY:], how=reading.how, anchor=reading.anchor)
        return _in_part(whole, reading.value[DAY + 1 :], left)
    time, day = (last, reading) if last.time else (reading, last)
    if not time.time or day.time or day.type != "DATE" or len(day.value) != DAY or day.value[-1] == "E":
        return None
    told = _day_of_night(day.value, time, right if time is reading else left)
    value = f"{told}T{time.value.rpartition('T')[2]}"
    return replace(day, type="TIME", value=value, clock=time.clock, mod=time.mod or day.mod, zone=time.zone, days=None)


def _day_of_night(day: str, time: Reading, match: Match) -> str:
    """Give the day of an hour told as of the night of a day, which runs on behind midnight: "शनिवार रात दो बजे" is on Sunday."""
    until = match.tokens.tables.night_until
    hour = time.clock[0] if time.clock and match.value("PART") == "NI" and day[:4].isdigit() and day[-1].isdigit() else MIDNIGHT
    if hour == MIDNIGHT or int(hour[:2]) >= until:
        return day
    return (dt.date.fromisoformat(day) + dt.timedelta(days=1)).isoformat()


def _is_day(reading: Reading) -> bool:
    return reading.type == "DATE" and len(reading.value) == DAY and reading.value[-1].isdigit()


def _is_part(reading: Reading) -> bool:
    return reading.clock is None and reading.value[DAY : DAY + 1] == "T" and reading.value[DAY + 1 :].isalpha()


def _in_part(reading: Reading, part: str, match: Match) -> Reading:
    """Move a clock time of 1 to 12 hours, told without a half of the day, into the half that its part is in."""
    assert reading.clock is not None
    if match.has("MERIDIEM", "HOUR") or reading.clock[0] != reading.clock[1]:
        return reading
    clock = in_half(reading.clock[0], part)
    return replace(reading, clock=(clock, clock), value=reading.value.replace(f"T{reading.clock[0]}", f"T{clock}"))


def _beside(left: Match, right: Match, tokens: Tokens) -> bool:
    between = range(left.last, right.first)
    if len(between) > MOST_BETWEEN:
        return False
    joiners = tokens.tables.checks.get("joiners", ())
    return all(tokens.token(at).type in joiners for at in between)


def zoned(found: Found, tokens: Tokens) -> Found:
    """Give the days and times the zone told beside them: "日本時間16日午前4時", "15일(현지시간)"."""
    if (letter := tokens.tables.letters.get("ZONE")) is None or letter not in tokens.letters:
        return found
    out = []
    for match, reading in found:
        zone = None if reading.zone or reading.type not in ("DATE", "TIME") else _zone_beside(match, tokens)
        out.append((match, _in_zone(reading, zone) if zone else reading))
    return out


def _zone_beside(match: Match, tokens: Tokens) -> str | None:
    """Find a zone right before a mention, or in brackets right behind it."""
    at = match.first - 1
    if at > 0 and tokens.token(at).type in BEFORE_ZONE:
        at -= 1
    if at >= 0 and (before := tokens.token(at)).type == "ZONE":
        return str(before.value)
    behind = [tokens.token(at) for at in range(match.last, min(match.last + 4, len(tokens.spans)))]
    if not behind or behind[0].type != "OPEN":
        return None
    for zone, end in pairwise(behind):
        if zone.type == "ZONE" and end.type == "CLOSE":
            return str(zone.value)
    return None


def _in_zone(reading: Reading, zone: str) -> Reading:
    """Set the zone of a reading; a part of the day gets its hours, so that its day can be moved to another zone."""
    part = reading.value.rpartition("T")[2] if reading.type == "TIME" and reading.clock is None else None
    clock = PART_HOURS.get(part) if part and zone != LOCAL else reading.clock
    return replace(reading, zone=zone, clock=clock)
