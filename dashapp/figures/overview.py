"""Counts by time → the overview strip: stacked bars of all days, which the reader brushes over."""

import datetime as dt
import math
from collections.abc import Sequence
from typing import Any

import msgspec

from dashapp.figures.timeline import RIGHT_PX, TimelineLook
from dashapp.figures.timeline.lanes import moment
from dashapp.figures.timeline.ticks import ticks
from dashapp.theme import FONT, TOKENS, family_of
from extract import TimeCounts

BAR_PX = 8  # one bar with its gap
BOTTOM_PX = 20
AROUND = 2.2  # times the opening span that the strip shows before and after it, where the corpus is much longer
MUCH_LONGER = 8.0


class Extent(msgspec.Struct, frozen=True):
    """The days that the strip shows."""

    first: dt.date
    last: dt.date


def extent(whole: tuple[dt.date, dt.date], opening: tuple[dt.date, dt.date], days: tuple[dt.date, dt.date] | None) -> Extent:
    """Choose the days that the strip shows: all of them, or the surroundings of the densest where all is much longer."""
    if days is None:
        return Extent(*whole)
    length = max(1, (opening[1] - opening[0]).days + 1)
    if (whole[1] - whole[0]).days < MUCH_LONGER * length:
        return Extent(min(whole[0], days[0]), max(whole[1], days[1]))
    around = round(AROUND * length)
    first = max(opening[0].toordinal() - around, whole[0].toordinal(), 1)
    last = min(opening[1].toordinal() + around, whole[1].toordinal())
    return Extent(min(dt.date.fromordinal(first), days[0]), max(dt.date.fromordinal(last), days[1]))


def edges(shown: Extent, width: float) -> tuple[dt.date, ...]:
    """Cut the strip into bins of whole days, about one a bar's width; the last edge is exclusive."""
    start, end = shown.first.toordinal(), shown.last.toordinal() + 1
    step = max(1, round((end - start) / max(8.0, width / BAR_PX)))
    numbers = list(range(start, end, step))
    latest = dt.date.max.toordinal()
    return tuple(dt.date.fromordinal(min(number, latest)) for number in [*numbers, end])


def overview_figure(counts: TimeCounts, shown: Extent, look: TimelineLook) -> dict[str, Any]:
    """Draw the strip: bars by bin, stacked by colour family, as tall as the root of their number."""
    tokens = TOKENS[look.theme]
    families: dict[str, list[int]] = {}
    for lane, row in zip(counts.lanes, counts.counts, strict=True):
        total = families.setdefault(family_of(lane), [0] * len(row))
        total[:] = [a + b for a, b in zip(total, row, strict=True)]
    middles = [moment((a.toordinal() + b.toordinal()) / 2) for a, b in zip(counts.edges, counts.edges[1:], strict=False)]
    widths = [(b - a).days * 86_400_000 * 0.86 for a, b in zip(counts.edges, counts.edges[1:], strict=False)]
    ordered = sorted(families.items(), key=lambda pair: (-sum(pair[1]), pair[0]))
    scales = _scales([row for _, row in ordered])
    data = [
        _bars(middles, [number * scale for number, scale in zip(row, scales, strict=True)], widths, tokens[family])
        for family, row in ordered
    ]
    return {"data": data, "layout": _layout(shown, look)}


def _scales(table: Sequence[Sequence[int]]) -> list[float]:
    """Scale each bin so that its bar is as tall as the root of its number: one full day leaves the others to be seen."""
    totals = [sum(column) for column in zip(*table, strict=True)]
    return [1 / math.sqrt(total) if total else 0.0 for total in totals]


def _bars(x: Sequence[str], y: Sequence[float], widths: Sequence[float], colour: str) -> dict[str, Any]:
    return {"type": "bar", "x": list(x), "y": list(y), "width": list(widths), "hoverinfo": "skip",
            "marker": {"color": colour, "opacity": 0.85, "line": {"width": 0}}}  # fmt: skip


def _layout(shown: Extent, look: TimelineLook) -> dict[str, Any]:
    tokens = TOKENS[look.theme]
    at, texts = ticks(shown.first, shown.last, look.width - look.left - RIGHT_PX, look.words)
    ends = [moment(shown.first.toordinal()), moment(shown.last.toordinal() + 1)]
    return {
        "margin": {"l": look.left, "r": RIGHT_PX, "t": 2, "b": BOTTOM_PX},
        "showlegend": False,
        "barmode": "stack",
        "paper_bgcolor": tokens["card"],
        "plot_bgcolor": tokens["card"],
        "font": {"family": FONT, "size": 12, "color": tokens["mute"]},
        "dragmode": False,
        "hovermode": False,
        "uirevision": f"{ends}",
        "meta": {"first": shown.first.isoformat(), "last": shown.last.isoformat()},
        "xaxis": {
            "type": "date",
            "range": ends,
            "tickvals": at,
            "ticktext": texts,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        "yaxis": {"visible": False, "fixedrange": True, "rangemode": "tozero"},
    }
