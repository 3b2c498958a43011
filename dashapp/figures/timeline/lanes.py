"""Which lane a happening lies in, and how high in it, so that neighbours do not cover each other."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extract import Row

OTHERS = ""  # the key of the lane that takes what has no lane of its own
LANE_PX = 22  # least height of a lane
LEVEL_PX = 10  # least height for one more mark above another
MARK_PX = 15  # two marks nearer than this in a lane go above each other


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with its place on the timeline: lane 0 is the topmost."""

    row: Row
    lane: int
    height: float  # -0.5 to 0.5 within the lane


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
    """Choose the lanes that fit: the weightiest, in order of their first happening; the rest share the last."""
    room = max(2, int(height // LANE_PX))
    weights: defaultdict[str, float] = defaultdict(float)
    for row in rows:
        weights[lane_of(row, by)] += row.weight
    first_seen = {lane: at for at, lane in reversed(list(enumerate(lane_of(row, by) for row in sorted(rows, key=_order))))}
    named = [lane for lane in weights if lane != OTHERS]
    kept = sorted(named, key=lambda lane: (-weights[lane], lane))[: room if len(weights) <= room else room - 1]
    lanes = sorted(kept, key=lambda lane: (first_seen[lane], lane))
    return tuple(lanes) + ((OTHERS,) if len(kept) < len(weights) else ())


def place_rows(rows: Sequence[Row], lanes: Sequence[str], by: str, px_a_day: float, lane_px: float) -> list[Placed]:
    """Give every dated row its lane, and a height where marks would cover each other."""
    levels_that_fit = max(1, int(lane_px // LEVEL_PX))
    index = {lane: at for at, lane in enumerate(lanes)}
    last = len(lanes) - 1
    ends: dict[tuple[int, int], float] = {}
    levels: list[tuple[Row, int, int]] = []
    for row in sorted((row for row in rows if row.first_day), key=_order):
        lane = index.get(lane_of(row, by), last)
        left = position(row) * px_a_day
        level = next((level for level in range(levels_that_fit) if ends.get((lane, level), -1e9) <= left), levels_that_fit - 1)
        ends[lane, level] = left + MARK_PX
        levels.append((row, lane, level))
    deepest: Counter[int] = Counter()
    for _, lane, level in levels:
        deepest[lane] = max(deepest[lane], level)
    steps = {lane: min(MARK_PX - 3, (lane_px - 13) / max(1, deepest[lane])) / lane_px for lane in deepest}
    return [Placed(row, lane, (deepest[lane] / 2 - level) * steps[lane]) for row, lane, level in levels]


def position(row: Row) -> float:
    """Say where on the axis a row's mark stands: days since 1 January of year 1; the middle of what is vague."""
    assert row.first_day is not None
    assert row.last_day is not None
    if row.clock:
        hour, _, minute = row.clock[:5].partition(":")
        return row.first_day.toordinal() + (int(hour) + int(minute or 0) / 60) / 24
    if lasts(row):
        return row.first_day.toordinal() + 0.5
    return (row.first_day.toordinal() + row.last_day.toordinal() + 1) / 2


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
