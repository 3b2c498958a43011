"""Frame + what is selected → the numbers and marks that the views draw. Pure: no database, no query language."""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from extract.errors import StoreError
from extract.models import Facets, PlaceMark, Row, TimeCounts
from extract.store.frame import Category, Frame, Mask, Sets
from extract.store.selecting import Selected

Lane = Literal["kind", "source", "place", "person"]
OTHER_LANES = "…"  # name of the lane that holds what the lanes shown do not
MOST_LANES = 40  # a page shows fewer; a corpus may tell of ten thousand people
MOST_IDS_A_MARK = 50
OPENING_SHARE = 0.8  # of the dated foreground happenings lie in the window that opens first


def count_by_time(frame: Frame, mask: Mask, edges: Sequence[dt.date], lane: Lane) -> TimeCounts:
    """Count the marked happenings by bin and lane, lanes with most happenings first.

    A happening counts once in each of its lanes: at its first day where a span of days is told ("10 to 12 September"),
    in the middle where the day is only vague ("in 2015"), moved into the nearest bin where only a part of it lies
    between the edges. A happening without a place or a person lies in the lane "".
    """
    if len(edges) < 2:
        raise StoreError(f"counts by time need two edges or more, found {len(edges)}")
    ends = np.array([day.toordinal() for day in edges], dtype=np.int32)
    early, late = mask & frame.dated & (frame.last < ends[0]), mask & (frame.first >= ends[-1])
    inside = mask & frame.dated & ~early & ~late
    bins = np.clip(np.searchsorted(ends, frame.position[inside], side="right") - 1, 0, len(ends) - 2)
    lanes = _count_lanes(_lanes(frame, lane), inside, bins, len(ends) - 1)
    return TimeCounts(
        tuple(edges),
        tuple(name for name, _ in lanes),
        tuple(tuple(row.tolist()) for _, row in lanes),
        int(early.sum()),
        int(late.sum()),
        int((mask & ~frame.dated).sum()),
    )


def place_marks(frame: Frame, mask: Mask) -> tuple[PlaceMark, ...]:
    """Gather the marked happenings by point, heaviest point first; the unplaced are left out."""
    chosen = frame.by_point[mask[frame.by_point]]
    if not len(chosen):
        return ()
    points = frame.points[chosen]
    starts = np.flatnonzero(np.r_[True, points[1:] != points[:-1]])
    ends = np.r_[starts[1:], len(chosen)]
    kinds = _kinds_at_points(frame, chosen, np.repeat(np.arange(len(starts)), ends - starts), len(starts))
    marks = [_place_mark(frame, chosen[start:end], told) for start, end, told in zip(starts, ends, kinds, strict=True)]
    return tuple(sorted(marks, key=lambda mark: (-mark.weight, -mark.count, mark.name, mark.latitude, mark.longitude)))


def count_facets(frame: Frame, selected: Selected) -> Facets:
    """Count by each facet's values, ignoring that facet's own clause."""
    return Facets(
        frame.kinds.counts(selected.mask("kinds")),
        frame.sources.counts(selected.mask("sources")),
        frame.languages.counts(selected.mask("languages")),
        frame.modalities.counts(selected.mask("modalities")),
        frame.statuses.counts(selected.mask("statuses")),
        int((selected.mask("disagreements") & frame.disputed).sum()),
        int((selected.mask("days") & ~frame.dated).sum()),
        int((selected.mask("box") & ~frame.placed).sum()),
        int((selected.mask("hidden") & frame.hidden).sum()),
        int(selected.mask().sum()),
    )


def heaviest(frame: Frame, mask: Mask, limit: int) -> tuple[Row, ...]:
    """Give at most ``limit`` of the marked happenings, heaviest first."""
    return tuple(frame.row(int(at)) for at in np.flatnonzero(mask)[:limit])


def densest_span(frame: Frame) -> tuple[dt.date, dt.date] | None:
    """Find the shortest span of days with OPENING_SHARE of the dated foreground happenings; None where nothing is dated."""
    shown = frame.dated & ~frame.hidden
    foreground = shown & frame.statuses.mask(("foreground",))
    days = np.sort(frame.position[foreground if foreground.any() else shown])
    if not len(days):
        return None
    size = int(np.ceil(OPENING_SHARE * len(days)))
    widths = days[size - 1 :] - days[: len(days) - size + 1]
    start = int(np.argmin(widths))
    return dt.date.fromordinal(int(days[start])), dt.date.fromordinal(int(days[start + size - 1]))


def _lanes(frame: Frame, lane: Lane) -> Category | Sets:
    views: dict[Lane, Callable[[], Category | Sets]] = {
        "kind": lambda: frame.kinds,
        "source": lambda: frame.sources,
        "place": lambda: frame.place_names,
        "person": lambda: frame.people,
    }
    if lane not in views:
        raise StoreError(f"lane is {lane!r}; expected one of {', '.join(views)}")
    return views[lane]()


def _count_lanes(lanes: Category | Sets, inside: Mask, bins: NDArray[np.intp], size: int) -> list[tuple[str, NDArray[np.int64]]]:
    codes = lanes.codes[inside]
    if isinstance(lanes, Category):
        table = np.bincount(codes * size + bins, minlength=len(lanes.names) * size).reshape(len(lanes.names), size)
        return _most(list(zip(lanes.names, table, strict=True)))
    table = np.bincount(codes * size + bins, minlength=len(lanes.sets) * size).reshape(len(lanes.sets), size)
    found: dict[str, NDArray[np.int64]] = {}
    for at in np.flatnonzero(table.any(axis=1)):
        for name in lanes.sets[at] or ("",):
            found[name] = found[name] + table[at] if name in found else table[at]
    return _most(list(found.items()))


def _most(lanes: list[tuple[str, NDArray[np.int64]]]) -> list[tuple[str, NDArray[np.int64]]]:
    filled = sorted(((name, row) for name, row in lanes if row.any()), key=lambda lane: (-int(lane[1].sum()), lane[0]))
    shown, rest = filled[:MOST_LANES], filled[MOST_LANES:]
    return [*shown, (OTHER_LANES, np.sum([row for _, row in rest], axis=0))] if rest else shown


def _place_mark(frame: Frame, rows: NDArray[np.intp], kinds: tuple[tuple[str, int], ...]) -> PlaceMark:
    first, columns = int(rows[0]), frame.columns
    return PlaceMark(
        columns["place"][first] or "",
        float(frame.latitude[first]),
        float(frame.longitude[first]),
        float(columns["radius_km"][first]),
        columns["place_kind"][first],
        len(rows),
        kinds,
        columns["modality"][first],
        tuple(columns["id"][rows[:MOST_IDS_A_MARK]].tolist()),
        float(columns["weight"][first]),
        json.loads(columns["place_names"][first]),
    )


def _kinds_at_points(
    frame: Frame, rows: NDArray[np.intp], points: NDArray[np.intp], size: int
) -> Iterator[tuple[tuple[str, int], ...]]:
    """Count the kinds of each point, most frequent first."""
    names = frame.kinds.names
    table = np.bincount(points * len(names) + frame.kinds.codes[rows], minlength=size * len(names)).reshape(size, len(names))
    for totals in table:
        counted = [(names[code], int(totals[code])) for code in np.flatnonzero(totals)]
        yield tuple(sorted(counted, key=lambda pair: (-pair[1], pair[0])))
