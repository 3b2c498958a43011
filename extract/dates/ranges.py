"""Two mentions that are the ends of one range know of each other: "from August 21 to August 31", "12-14 March"."""

from collections.abc import Sequence
from dataclasses import replace

from extract.dates.grammar import Match
from extract.models import Timex


def with_ranges(timexes: Sequence[Timex], matches: Sequence[Match]) -> tuple[Timex, ...]:
    """Tell each end of a range of the other; only ends of one kind, the first not after the second."""
    linked = list(timexes)
    for at in range(len(linked) - 1):
        left, right = linked[at], linked[at + 1]
        if left.range_with is None and _is_range(matches[at], matches[at + 1]) and _in_order(left, right):
            linked[at] = replace(left, range_with=right.span)
            linked[at + 1] = replace(right, range_with=left.span)
    return tuple(linked)


def _is_range(left: Match, right: Match) -> bool:
    checks = left.tokens.tables.checks
    if not 1 <= right.first - left.last <= 2:
        return False
    between = [left.tokens.token(index).type for index in range(left.last, right.first)]
    if any(name not in (*checks.get("range_joiners", ()), "THE", "DOT") for name in between):
        return False
    return between[0] != "AND" or left.type_before() == "BETWEEN"


def _in_order(left: Timex, right: Timex) -> bool:
    if left.type == "DURATION" or right.type == "DURATION" or "SET" in (left.type, right.type):
        return False
    return left.first_day is None or right.first_day is None or left.first_day <= right.first_day
