"""Two mentions that are the ends of one range know of each other: "from August 21 to August 31", "12-14 March"."""

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from extract.dates.grammar import Match
from extract.models import Timex
from extract.timespan import days_of

YEAR_DAYS, WEEK_DAYS = 365, 7
GRAINS = frozenset({"day", "month", "year"})  # of the ends of a range whose days are told


def with_ranges(timexes: Sequence[Timex], matches: Sequence[Match], published: dt.date | None) -> tuple[Timex, ...]:
    """Tell each end of a range of the other; only ends of one kind, the first not after the second."""
    linked = list(timexes)
    for at in range(len(linked) - 1):
        left, right = linked[at], linked[at + 1]
        if left.range_with is not None or not _is_range(matches[at], matches[at + 1]):
            continue
        left, right = _behind(left, right, published)
        left, right = _of_one_day(_a_year_before(_a_week_before(left, right), right), right)
        if _in_order(left, right):
            days = _days_of_both(left, right)
            linked[at] = replace(left, range_with=right.span, range_days=days)
            linked[at + 1] = replace(right, range_with=left.span, range_days=days)
    return tuple(linked)


def _behind(left: Timex, right: Timex, published: dt.date | None) -> tuple[Timex, Timex]:
    """Move the end of a range to the first such month or weekday behind its begin: "will be shut from Monday to Friday"."""
    begin, end = left.first_day, right.first_day
    if begin is None or end is None or left.grain != right.grain or right.how == "explicit":
        return left, right
    if left.grain == "month" and (end - begin).days >= YEAR_DAYS:
        value = f"{begin.year + (end.month < begin.month):04d}{right.value[4:]}"
        days = days_of(value)
        return left, replace(right, value=value, first_day=days.first, last_day=days.last) if days else right
    weekdays = left.source.rule == right.source.rule == "weekday" and left.type == right.type == "DATE"
    if weekdays and published and begin > published and 0 < (begin - end).days < WEEK_DAYS:
        day = end + dt.timedelta(days=WEEK_DAYS)
        return left, replace(right, value=day.isoformat(), first_day=day, last_day=day)
    return left, right


def _days_of_both(left: Timex, right: Timex) -> tuple[dt.date, dt.date] | None:
    """Give the days from the first end to the last, where both ends are days, months or years."""
    if left.grain != right.grain or left.grain not in GRAINS or left.first_day is None or right.last_day is None:
        return None
    return left.first_day, right.last_day


def _of_one_day(left: Timex, right: Timex) -> tuple[Timex, Timex]:
    """Give two clock times the day that the second bears ("from 2 p.m. to 4 p.m. on Sunday"), and the whole time told."""
    if left.type != "TIME" or right.type != "TIME" or left.clock is None or right.clock is None:
        return left, right
    clock = (left.clock[0], right.clock[1])
    value = right.value[:10] + left.value[10:]
    first = replace(left, value=value, first_day=right.first_day, last_day=right.last_day, anchor=right.anchor, clock=clock)
    return first, replace(right, clock=clock)


def _a_week_before(left: Timex, right: Timex) -> Timex:
    """Move the weekday that opens a range a week back, where it came out after the one that closes it."""
    days = (left.first_day, right.first_day)
    if left.source.rule != "weekday" or left.type != "DATE" or left.grain != right.grain or None in days:
        return left
    assert left.first_day is not None
    assert right.first_day is not None
    behind = (left.first_day - right.first_day).days
    if not 0 < behind < 7:
        return left
    day = left.first_day - dt.timedelta(days=7)
    return replace(left, value=day.isoformat(), first_day=day, last_day=day)


def _a_year_before(left: Timex, right: Timex) -> Timex:
    """Move the month that opens a range a year back, where tense put it behind the one that closes it."""
    if left.grain != "month" or right.grain != "month" or left.how == "explicit" or not left.first_day or not right.first_day:
        return left
    if not 0 < (left.first_day - right.first_day).days < YEAR_DAYS:
        return left
    value = f"{left.first_day.year - 1:04d}{left.value[4:]}"
    days = days_of(value)
    return replace(left, value=value, first_day=days.first, last_day=days.last) if days else left


def _is_range(left: Match, right: Match) -> bool:
    checks = left.tokens.tables.checks
    if right.rule.options.get("ends_range") and right.first - left.last == 1:
        return True
    if not 1 <= right.first - left.last <= 2:
        return False
    between = [left.tokens.token(index).type for index in range(left.last, right.first)]
    words = [left.tokens.words(index).casefold() for index in range(left.last, right.first)]
    if words[0] in checks.get("range_words", ()) and len(words) == 1:
        return left.rule.name == right.rule.name
    if any(name not in (*checks.get("range_joiners", ()), "THE", "DOT") for name in between):
        return False
    if not any(name in checks.get("range_joiners", ()) for name in between):
        return False
    return between[0] != "AND" or left.type_before() == "BETWEEN"


def _in_order(left: Timex, right: Timex) -> bool:
    if left.type == "DURATION" or right.type == "DURATION" or "SET" in (left.type, right.type):
        return False
    return left.first_day is None or right.first_day is None or left.first_day <= right.first_day
