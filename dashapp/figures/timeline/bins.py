"""Counts by lane and bin → squares, the larger the more happenings: for windows that hold thousands."""

import datetime as dt
import math
from collections.abc import Sequence
from typing import Any

from dashapp.theme import TOKENS, Theme, colour_of
from dashapp.wording import Wording
from extract import TimeCounts

LARGEST_PX, LEAST_PX = 20.0, 4.0


def bin_traces(counts: TimeCounts, room: int, theme: Theme, words: Wording) -> tuple[tuple[str, ...], list[dict[str, Any]]]:
    """Draw one trace a lane.

    Returns
    -------
    tuple of str, list of dict
        The lanes, topmost first ("" takes all that have none of their own), and the traces; ``customdata`` holds the
        first and last day of each bin.
    """
    lanes, table = _fullest(counts, room)
    top = max((number for row in table for number in row), default=1)
    traces = [
        _trace(at, lane, row, counts.edges, top, theme, words) for at, (lane, row) in enumerate(zip(lanes, table, strict=True))
    ]
    return lanes, traces


def _fullest(counts: TimeCounts, room: int) -> tuple[tuple[str, ...], list[tuple[int, ...]]]:
    by_size = sorted(zip(counts.lanes, counts.counts, strict=True), key=lambda pair: (-sum(pair[1]), pair[0]))
    kept = by_size if len(by_size) <= room else by_size[: room - 1]
    rest = [row for _, row in by_size[len(kept) :]]
    lanes, table = [lane for lane, _ in kept], [row for _, row in kept]
    if rest:
        lanes.append("")
        table.append(tuple(sum(column) for column in zip(*rest, strict=True)))
    return tuple(lanes), table


def _trace(
    at: int, lane: str, row: Sequence[int], edges: Sequence[dt.date], top: int, theme: Theme, words: Wording
) -> dict[str, Any]:
    filled = [index for index, number in enumerate(row) if number]
    spans = [(edges[index], edges[index + 1] - dt.timedelta(1)) for index in filled]
    colour = colour_of(lane, theme) if lane else TOKENS[theme]["other"]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [f"{dt.date.fromordinal((a.toordinal() + b.toordinal() + 1) // 2).isoformat()}" for a, b in spans],
        "y": [-at] * len(filled),
        "customdata": [[f"{a.isoformat()}..{b.isoformat()}"] for a, b in spans],
        "text": [
            f"<b>{words.count('happenings-n', row[index])}</b><br>{words.days(*span)}"
            for index, span in zip(filled, spans, strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": "square",
            "color": colour,
            "opacity": 0.85,
            "line": {"width": 0},
            "size": [LEAST_PX + (LARGEST_PX - LEAST_PX) * math.sqrt(row[index] / top) for index in filled],
        },
    }
