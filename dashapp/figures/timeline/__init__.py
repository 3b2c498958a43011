"""Happenings → the timeline: swim lanes, one mark a happening, bars where the day is vague or lasts.

One grammar with the map: pale is vague, hollow is planned or possible.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashapp.figures.timeline.bins import bin_traces
from dashapp.figures.timeline.lanes import OTHERS, Placed, choose_lanes, lasts, moment, place_rows, whole_day
from dashapp.figures.timeline.ticks import ticks
from dashapp.theme import FONT, TOKENS, Theme, colour_of, escaped, hover_label, pale, symbol_of
from dashapp.wording import Wording
from extract import Row, TimeCounts

Figure = dict[str, Any]

LEFT_PX, RIGHT_PX, TOP_PX, BOTTOM_PX = 132, 20, 8, 24
PHONE_LEFT_PX = 104
PHONE_WIDTH_PX = 560
LANE_LETTERS = 20
HOURS_PX = 130.0  # where a day is wider, hours are told apart, and what is known to the day is a bar over the whole of it
HOLLOW = frozenset({"planned", "hypothetical"})
VAGUE = frozenset({"week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century", "millennium", "unknown"})


@dataclass(frozen=True, slots=True)
class TimelineLook:
    """How the timeline is to look."""

    theme: Theme
    words: Wording
    width: float
    height: float
    lanes: str = "kind"

    @property
    def left(self) -> int:
        """Pixels kept for the names of the lanes."""
        return PHONE_LEFT_PX if self.width < PHONE_WIDTH_PX else LEFT_PX


def timeline_figure(
    rows: Sequence[Row], days: tuple[dt.date, dt.date], look: TimelineLook, *, chosen: Row | None = None, day: dt.date | None = None
) -> Figure:
    """Draw the happenings of a span of days, one mark each."""
    plot = look.width - look.left - RIGHT_PX, look.height - TOP_PX - BOTTOM_PX
    lanes = choose_lanes(rows, look.lanes, plot[1])
    lane_px = plot[1] / max(1, len(lanes))
    px_a_day = plot[0] / ((days[1] - days[0]).days + 1)
    placed = place_rows(rows, lanes, look.lanes, px_a_day, lane_px)
    data = [*_bars(placed, look, lane_px, px_a_day > HOURS_PX), _marks(placed, look), _ring(placed, chosen, look)]
    return {"data": data, "layout": _layout(lanes, days, look, day)}


def binned_figure(counts: TimeCounts, days: tuple[dt.date, dt.date], look: TimelineLook, *, day: dt.date | None = None) -> Figure:
    """Draw counts by lane and bin, where single marks would be too many."""
    room = max(2, int((look.height - TOP_PX - BOTTOM_PX) // 25))
    lanes, traces = bin_traces(counts, room, look.theme, look.words)
    return {"data": traces, "layout": _layout(lanes, days, look, day)}


def _bars(placed: Sequence[Placed], look: TimelineLook, lane_px: float, hours: bool) -> list[Figure]:
    """Pale bars from the first to the last possible moment; solid bars for what lasts."""
    lines: dict[tuple[str, bool], tuple[list[str | None], list[float | None]]] = {}
    for one in placed:
        row = one.row
        if row.first_day is None or row.last_day is None or (row.first_day == row.last_day and not (hours and whole_day(row))):
            continue
        x, y = lines.setdefault((colour_of(row.kind, look.theme), lasts(row)), ([], []))
        x += [moment(row.first_day.toordinal()), moment(row.last_day.toordinal() + 1), None]
        y += [-one.lane + one.height, -one.lane + one.height, None]
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": x,
            "y": y,
            "hoverinfo": "skip",
            "line": {"color": pale(colour, 0.5 if solid else 0.17), "width": 6 if solid else min(14, lane_px * 0.55)},
        }
        for (colour, solid), (x, y) in sorted(lines.items())
    ]


def _marks(placed: Sequence[Placed], look: TimelineLook) -> Figure:
    drawn = sorted(placed, key=lambda one: (one.row.weight, one.row.id))
    card = TOKENS[look.theme]["card"]
    colours = [colour_of(one.row.kind, look.theme) for one in drawn]
    hollow = [one.row.modality in HOLLOW for one in drawn]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [moment(one.days) for one in drawn],
        "y": [-one.lane + one.height for one in drawn],
        "customdata": [[one.row.id] for one in drawn],
        "text": [hover_text(one.row, look.words) for one in drawn],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": [symbol_of(one.row.kind) for one in drawn],
            "size": [11.5 + 3 * one.row.weight for one in drawn],
            "color": [card if h else c for c, h in zip(colours, hollow, strict=True)],
            "opacity": [0.5 if one.row.grain in VAGUE else 1.0 for one in drawn],
            "line": {
                "width": [2.2 if h else 1.4 for h in hollow],
                "color": [c if h else card for c, h in zip(colours, hollow, strict=True)],
            },
        },
    }


def hover_text(row: Row, words: Wording) -> str:
    """Say what a mark is, beside the pointer."""
    where = f" · {escaped(row.place)}" if row.place else ""
    planned = f" · {words('modality-' + row.modality)}" if row.modality != "asserted" else ""
    return f"<b>{escaped(_short(words.label(row), 90))}</b><br>{escaped(words.when(row))}{where}{planned}"


def _ring(placed: Sequence[Placed], chosen: Row | None, look: TimelineLook) -> Figure:
    at = [one for one in placed if chosen and one.row.id == chosen.id]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [moment(one.days) for one in at],
        "y": [-one.lane + one.height for one in at],
        "hoverinfo": "skip",
        "marker": {"size": 25, "symbol": "circle-open", "color": TOKENS[look.theme]["ink"], "line": {"width": 2.2}},
    }


def _layout(lanes: Sequence[str], days: tuple[dt.date, dt.date], look: TimelineLook, day: dt.date | None) -> Figure:
    tokens = TOKENS[look.theme]
    at, texts = ticks(*days, look.width - look.left - RIGHT_PX, look.words)
    ends = [moment(days[0].toordinal()), moment(days[1].toordinal() + 1)]
    return {
        "margin": {"l": look.left, "r": RIGHT_PX, "t": TOP_PX, "b": BOTTOM_PX},
        "showlegend": False,
        "paper_bgcolor": tokens["card"],
        "plot_bgcolor": tokens["card"],
        "font": {"family": FONT, "size": 12, "color": tokens["mute"]},
        "dragmode": "pan",
        "hovermode": "closest",
        "hoverlabel": hover_label(look.theme),
        "uirevision": f"{ends} {look.lanes}",
        "shapes": _day_cursor(day, tokens["ink"]),
        "xaxis": {"type": "date", "range": ends, "tickvals": at, "ticktext": texts, "gridcolor": tokens["line"], "zeroline": False},
        "yaxis": {
            "range": [0.5 - len(lanes), 0.5],
            "tickvals": [-lane for lane in range(len(lanes))],
            "ticktext": [escaped(_lane_name(lane, look)) for lane in lanes],
            "tickfont": {"color": tokens["ink"], "size": 12.5},
            "gridcolor": tokens["line"],
            "fixedrange": True,
            "zeroline": False,
        },
    }


def _lane_name(lane: str, look: TimelineLook) -> str:
    if lane == OTHERS:
        return look.words("lane-other")
    name = look.words.kind(lane) if look.lanes == "kind" else lane
    return _short(name, LANE_LETTERS if look.left == LEFT_PX else LANE_LETTERS - 5)


def _day_cursor(day: dt.date | None, colour: str) -> list[Figure]:
    if day is None:
        return []
    ends = moment(day.toordinal()), moment(day.toordinal() + 1)
    return [{"type": "rect", "x0": ends[0], "x1": ends[1], "y0": 0, "y1": 1, "yref": "paper", "fillcolor": pale(colour, 0.07),
             "line": {"width": 1, "color": pale(colour, 0.5), "dash": "dot"}, "layer": "below"}]  # fmt: skip


def _short(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
