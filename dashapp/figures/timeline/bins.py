"""Counts by lane and bin → squares, the larger the more happenings: for windows that hold thousands."""

import datetime as dt
import math
from collections.abc import Sequence
from typing import Any

import msgspec

from dashapp.theme import TOKENS, Theme, colour_of
from dashapp.wording import Wording
from extract import TimeCounts

LARGEST_PX, LEAST_PX = 22.0, 4.0


class _Scale(msgspec.Struct, frozen=True):
    """How large the fullest bin of a lane is drawn, and how many happenings that is."""

    top: int
    px: float


def bin_traces(
    counts: TimeCounts, room: int, plot: tuple[float, float], theme: Theme, words: Wording
) -> tuple[tuple[str, ...], list[dict[str, Any]]]:
    """Draw one trace a lane.

    Parameters
    ----------
    counts
        By lane and bin.
    room
        How many lanes fit.
    plot
        Width and height of the plot, pixels: the fullest bin's square fills its bin or its lane.
    theme, words
        How it is to look, and in which language.

    Returns
    -------
    tuple of str, list of dict
        The lanes, topmost first ("" takes all that have none of their own), and the traces; ``customdata`` holds the
        first and last day of each bin.
    """
    lanes, table = _fullest(counts, room)
    px = min(LARGEST_PX, plot[0] / max(1, len(counts.edges) - 1) - 1, plot[1] / max(1, len(lanes)) - 2)
    top = max((number for lane, row in zip(lanes, table, strict=True) if lane for number in row), default=1)
    height = plot[1] / max(1, len(lanes))
    traces = []
    for at, (lane, row) in enumerate(zip(lanes, table, strict=True)):
        scale = _Scale(top if lane else max(row), max(LEAST_PX, px))  # the rest is many lanes in one: it has its own scale
        traces.append(_trace(-(at + 0.5) * height, row, counts.edges, scale, words) | {"name": lane})
        traces[-1]["marker"]["color"] = colour_of(lane, theme) if lane else TOKENS[theme]["other"]
    return lanes, traces


def _fullest(counts: TimeCounts, room: int) -> tuple[tuple[str, ...], list[tuple[int, ...]]]:
    by_size = sorted(zip(counts.lanes, counts.counts, strict=True), key=lambda pair: (-sum(pair[1]), pair[0]))
    named = [pair for pair in by_size if pair[0]]
    kept = named if len(by_size) <= room and len(named) == len(by_size) else named[: room - 1]
    names = {lane for lane, _ in kept}
    rest = [row for lane, row in by_size if lane not in names]
    lanes, table = [lane for lane, _ in kept], [row for _, row in kept]
    if rest:
        lanes.append("")
        table.append(tuple(sum(column) for column in zip(*rest, strict=True)))
    return tuple(lanes), table


def _trace(height: float, row: Sequence[int], edges: Sequence[dt.date], scale: _Scale, words: Wording) -> dict[str, Any]:
    filled = [index for index, number in enumerate(row) if number]
    spans = [(edges[index], edges[index + 1] - dt.timedelta(1)) for index in filled]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [f"{dt.date.fromordinal((a.toordinal() + b.toordinal() + 1) // 2).isoformat()}" for a, b in spans],
        "y": [height] * len(filled),
        "customdata": [[f"{a.isoformat()}..{b.isoformat()}"] for a, b in spans],
        "text": [
            f"<b>{words.count('happenings-n', row[index])}</b><br>{words.days(*span)}"
            for index, span in zip(filled, spans, strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": "square",
            "opacity": 0.85,
            "line": {"width": 0},
            "size": [LEAST_PX + (scale.px - LEAST_PX) * math.sqrt(row[index] / scale.top) for index in filled],
        },
    }
