"""Which lane a happening lies in, how tall the lanes are, and how high a mark stands, so that none covers another."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from dashapp.theme import family_of
from extract import Row

CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
OTHERS = ""  # the key of the lane that takes what has no lane of its own
LANE_PX = 21.0  # least height of a lane, with one level of marks
LEVEL_PX = 14.0  # more for each level above the first
MOST_LEVELS = 4  # of a lane; what has no room left waits behind its number
ENOUGH_LANES = 6  # lanes grow flatter before fewer than these are shown
SHARE_OF_A_DAY = 0.86  # of a day's width that its marks may take
MARK_PX = 15.0  # marks nearer than this in a lane go above each other
LONG_BAR = 0.3  # share of the plot; a bar that is longer lies behind the marks and takes no room from them

Days = tuple[dt.date, dt.date]


class Lane(msgspec.Struct, frozen=True):
    """One lane, in pixels from the top of the plot."""

    name: str
    middle: float
    height: float


class Placed(msgspec.Struct, frozen=True):
    """A row with its place on the timeline."""

    row: Row
    lane: Lane
    down: float  # pixels from the top of the plot
    days: float  # where on the axis: days since 1 January of year 1
    level_px: float  # height that is its own
    more: tuple[Row, ...] = ()  # those that had no room beside it


class _Spot(msgspec.Struct, frozen=True):
    """A row with where it would stand, and the stretch of the lane that its bar takes, in pixels."""

    row: Row
    days: float
    middle: float
    left: float
    right: float


class _Levels:
    """What is taken on each level of a lane, from the left: marks must not cover marks, and bars should not be covered."""

    def __init__(self, room: int | None = None) -> None:
        self.room = room
        self.marks: list[float] = []
        self.bars: list[float] = []

    def take(self, spot: _Spot) -> int | None:
        """Find the level of a spot, and take it; None where there is no room."""
        free = [level for level, end in enumerate(self.marks) if end <= spot.middle - MARK_PX / 2 + 0.5]
        clear = [level for level in free if self.bars[level] <= spot.left + 0.5]
        if clear:
            level = clear[0]
        elif self.room is None or len(self.marks) < self.room:
            level = len(self.marks)
            self.marks.append(0.0)
            self.bars.append(0.0)
        elif free:
            level = free[0]
        else:
            return None
        self.marks[level] = spot.middle + MARK_PX / 2
        self.bars[level] = max(self.bars[level], spot.right)
        return level


def lane_of(row: Row, by: str) -> str:
    """Name the lane of a row: its kind, its first source, its place, or the person named first."""
    if by == "source":
        return row.sources[0] if row.sources else OTHERS
    if by == "place":
        return row.place or OTHERS
    if by == "person":
        return row.participants[0] if row.participants else OTHERS
    return row.kind


def arrange(rows: Sequence[Row], by: str, days: Days, size: tuple[float, float]) -> tuple[list[Lane], list[Placed]]:
    """Choose the lanes that fit, and place every dated row.

    Parameters
    ----------
    rows
        The happenings of the days shown.
    by
        What makes a lane: "kind", "source", "place" or "person".
    days
        The first and the last day shown.
    size
        Width and height of the plot, pixels.

    Returns
    -------
    list of Lane, list of Placed
        Lanes from the top, those of one colour family together; the lane `OTHERS` last, where not every one fits.
    """
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in sorted((row for row in rows if row.first_day), key=lambda row: (-row.weight, row.id)):
        groups[lane_of(row, by)].append(row)
    spots = {name: _spots(group, days, size[0]) for name, group in groups.items()}
    names, deepest = _fitting(groups, spots, size[1])
    rest = [row for name, group in groups.items() if name not in names for row in group]
    shown = {name: spots[name] for name in _ordered(names, by)}
    if rest:
        shown[OTHERS] = _spots(sorted(rest, key=lambda row: (-row.weight, row.id)), days, size[0])
    lanes = _stacked(shown, deepest, size[1])
    return lanes, [placed for lane in lanes for placed in _placed(lane, shown[lane.name])]


def _fitting(groups: dict[str, list[Row]], spots: dict[str, list[_Spot]], height: float) -> tuple[list[str], int]:
    """Choose the weightiest lanes that fit, and how many levels they may have: flatter lanes before fewer than enough."""
    named = [name for name in sorted(groups, key=lambda name: (-groups[name][0].weight, name)) if name != OTHERS]
    tall = {name: _levels(spots[name]) for name in groups}
    for most in range(MOST_LEVELS, 0, -1):
        kept: list[str] = []
        left = height
        for at, name in enumerate(named):
            others = 0.0 if at == len(named) - 1 and OTHERS not in groups else _lane_px(min(most, 2))
            wanted = _lane_px(min(most, tall[name]))
            if wanted + others > left:
                break
            kept.append(name)
            left -= wanted
        if len(kept) >= min(ENOUGH_LANES, len(named)) or most == 1:
            return kept, most
    return [], 1


def _ordered(names: Sequence[str], by: str) -> list[str]:
    """Put lanes of one colour family together, the weightiest family first."""
    if by != "kind":
        return list(names)
    families: dict[str, list[str]] = {}
    for name in names:
        families.setdefault(family_of(name), []).append(name)
    return [name for family in families.values() for name in family]


def _stacked(shown: dict[str, list[_Spot]], most: int, height: float) -> list[Lane]:
    """Give each lane its height: what its levels need, and an equal share of what is left."""
    needed = {name: _lane_px(min(most, _levels(spots))) for name, spots in shown.items()}
    if OTHERS in needed:
        rest = height - sum(px for name, px in needed.items() if name != OTHERS)
        needed[OTHERS] = min(_lane_px(min(MOST_LEVELS, _levels(shown[OTHERS]))), max(_lane_px(1), rest))
    spare = max(0.0, height - sum(needed.values())) / max(1, len(needed))
    lanes, down = [], 0.0
    for name, px in needed.items():
        lanes.append(Lane(name, down + (px + spare) / 2, px + spare))
        down += px + spare
    return lanes


def _placed(lane: Lane, spots: Sequence[_Spot]) -> Iterator[Placed]:
    """Let marks stand beside and above each other; what finds no room joins the nearest mark of the last level."""
    room = max(1, min(MOST_LEVELS, 1 + int((lane.height - LANE_PX + 0.5) // LEVEL_PX)))
    levels = _Levels(room)
    standing: list[tuple[_Spot, int, list[Row]]] = []
    for spot in spots:
        level = levels.take(spot)
        if level is not None:
            standing.append((spot, level, []))
        else:  # it stands in for the lowest of those in its way
            max(standing[-room:], key=lambda one: one[1])[2].append(spot.row)
    used = 1 + max((level for _, level, _ in standing), default=0)
    step = min(LEVEL_PX, (lane.height - 8) / used)
    for spot, level, more in standing:
        down = lane.middle + (level - (used - 1) / 2) * step
        yield Placed(spot.row, lane, down, spot.days, step, tuple(more))


def _spots(rows: Sequence[Row], days: Days, width: float) -> list[_Spot]:
    """Say where rows would stand, from the left, heavier ones first where they stand at one place."""
    first, length = days[0].toordinal(), (days[1] - days[0]).days + 1
    px = width / length
    spots = []
    for at, row in _spread(rows, days, px):
        middle = (at - first) * px
        left, right = middle - MARK_PX / 2, middle + MARK_PX / 2
        begin, end = bar_of(row)
        if end - begin > 1 and (end - begin) * px <= LONG_BAR * width:
            left, right = min(left, (begin - first) * px), max(right, (end - first) * px)
        spots.append(_Spot(row, at, middle, left, right))
    return sorted(spots, key=lambda spot: (round(spot.middle), -spot.row.weight, spot.row.id))


def _spread(rows: Sequence[Row], days: Days, px: float) -> Iterator[tuple[float, Row]]:
    """Set marks of one day beside each other, within the day, where it is wide enough: no hour is told for them."""
    groups: dict[float, list[Row]] = defaultdict(list)
    for row in rows:
        groups[position(row, days)].append(row)
    columns = max(1, int(px * SHARE_OF_A_DAY / MARK_PX))
    for at, group in groups.items():
        wide = min(len(group), columns) if not group[0].clock else 1
        for number, row in enumerate(group):
            yield at + (number % wide - (wide - 1) / 2) * MARK_PX / px, row


def _levels(spots: Sequence[_Spot]) -> int:
    """Count the levels that marks need so that none covers another."""
    levels = _Levels()
    for spot in spots:
        levels.take(spot)
    return max(1, len(levels.marks))


def _lane_px(levels: int) -> float:
    return LANE_PX + (levels - 1) * LEVEL_PX


def position(row: Row, days: Days) -> float:
    """Say where on the axis a row's mark stands, in days since 1 January of year 1.

    At its hour, at the first day of what lasts, in the middle of what is vague; within the days shown, where it touches them.
    """
    assert row.first_day is not None
    assert row.last_day is not None
    if row.clock and (told := CLOCK.match(row.clock)):
        return row.first_day.toordinal() + (int(told[1]) % 24 + int(told[2]) / 60) / 24
    first, last = max(row.first_day, min(days[0], row.last_day)), min(row.last_day, max(days[1], row.first_day))
    if lasts(row):
        return first.toordinal() + 0.5
    return (first.toordinal() + last.toordinal() + 1) / 2


def bar_of(row: Row) -> tuple[float, float]:
    """Give the first and the last possible moment of a row, as days since 1 January of year 1."""
    assert row.first_day is not None
    assert row.last_day is not None
    return row.first_day.toordinal(), row.last_day.toordinal() + 1


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
