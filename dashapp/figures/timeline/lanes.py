"""Which lane a happening lies in, and how high in it, so that neighbours do not cover each other."""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extract import Row

CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
OTHERS = ""  # the key of the lane that takes what has no lane of its own
LANE_PX = 22  # least height of a lane
LEVEL_PX = 10  # least height for one more mark above another
SHARE_OF_A_DAY = 0.86  # of a day's width that its marks may take
MARK_PX = 15  # two marks nearer than this in a lane go above each other


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with its place on the timeline: lane 0 is the topmost."""

    row: Row
    lane: int
    height: float  # -0.5 to 0.5 within the lane
    days: float  # where on the axis: days since 1 January of year 1


def lane_of(row: Row, by: str) -> str:
    """Name the lane of a row: its kind, its first source, its place, or the person named first."""
    if by == "source":
        return row.sources[0] if row.sources else OTHERS
    if by == "place":
        return row.place or OTHERS
    if by == "person":
        return row.participants[0] if row.participants else OTHERS
    return row.kind


def choose_lanes(rows: Sequence[Row], by: str, height: float) -> tuple[str, ...]:
    """Choose the lanes that fit, by their weightiest happening, so that many small ones push out none; the rest share the last."""
    room = max(2, int(height // LANE_PX))
    weights: defaultdict[str, float] = defaultdict(float)
    for row in rows:
        lane = lane_of(row, by)
        weights[lane] = max(weights[lane], row.weight)
    named = [lane for lane in weights if lane != OTHERS]
    kept = sorted(named, key=lambda lane: (-weights[lane], lane))[: room if len(weights) <= room else room - 1]
    return tuple(kept) + ((OTHERS,) if len(kept) < len(weights) else ())


def place_rows(rows: Sequence[Row], lanes: Sequence[str], by: str, px_a_day: float, lane_px: float) -> list[Placed]:
    """Give every dated row its lane, and a height where marks would cover each other."""
    levels_that_fit = max(1, int(lane_px // LEVEL_PX))
    index = {lane: at for at, lane in enumerate(lanes)}
    dated = sorted((row for row in rows if row.first_day), key=_order)
    columns = _spread([(index.get(lane_of(row, by), len(lanes) - 1), row) for row in dated], px_a_day)
    ends: dict[tuple[int, int], float] = {}
    levels: list[tuple[Row, int, float, int]] = []
    for lane, days, row in sorted(columns, key=lambda one: (one[0], one[1], one[2].id)):
        left = days * px_a_day
        level = next((level for level in range(levels_that_fit) if ends.get((lane, level), -1e9) <= left), levels_that_fit - 1)
        ends[lane, level] = left + MARK_PX - 0.5
        levels.append((row, lane, days, level))
    deepest: Counter[int] = Counter()
    for _, lane, _, level in levels:
        deepest[lane] = max(deepest[lane], level)
    steps = {lane: min(MARK_PX - 3, (lane_px - 13) / max(1, deepest[lane])) / lane_px for lane in deepest}
    return [Placed(row, lane, (deepest[lane] / 2 - level) * steps[lane], days) for row, lane, days, level in levels]


def _spread(rows: Sequence[tuple[int, Row]], px_a_day: float) -> list[tuple[int, float, Row]]:
    """Set marks of one lane and day beside each other, within the day, where it is wide enough: no hour is told for them."""
    groups: dict[tuple[int, float], list[Row]] = defaultdict(list)
    for lane, row in rows:
        groups[lane, position(row)].append(row)
    columns = max(1, int(px_a_day * SHARE_OF_A_DAY / MARK_PX))
    placed = []
    for (lane, days), group in groups.items():
        wide = min(len(group), columns) if not group[0].clock else 1
        for at, row in enumerate(sorted(group, key=lambda one: (-one.weight, one.id))):
            shift = (at % wide - (wide - 1) / 2) * MARK_PX / px_a_day
            placed.append((lane, days + shift, row))
    return placed


def position(row: Row) -> float:
    """Say where on the axis a row's mark stands: days since 1 January of year 1; the middle of what is vague."""
    assert row.first_day is not None
    assert row.last_day is not None
    if row.clock and (told := CLOCK.match(row.clock)):
        return row.first_day.toordinal() + (int(told[1]) % 24 + int(told[2]) / 60) / 24
    if lasts(row):
        return row.first_day.toordinal() + 0.5
    return (row.first_day.toordinal() + row.last_day.toordinal() + 1) / 2


def whole_day(row: Row) -> bool:
    """Tell what is known to the day and no closer."""
    return row.first_day is not None and row.first_day == row.last_day and not row.clock


def lasts(row: Row) -> bool:
    """Tell a span that is told in days ("10 to 12 September") from one that is only vague ("in September")."""
    return row.first_day != row.last_day and row.grain in {"day", "hour", "minute", "second"}


def moment(days: float) -> str:
    """Write a position as plotly reads it: an ISO day and time."""
    day = dt.date.fromordinal(max(1, min(int(days), dt.date.max.toordinal())))
    minutes = min(1439, round((days - int(days)) * 1440))
    return f"{day.isoformat()}T{minutes // 60:02d}:{minutes % 60:02d}"


def _order(row: Row) -> tuple[dt.date, float, str]:
    return row.first_day or dt.date.max, position(row) if row.first_day else 0.0, row.id
