"""Happenings → the timeline: swim lanes, one mark a happening, bars where the day is vague or lasts.

One grammar with the map: pale is vague, hollow is planned or possible. The axis upwards counts pixels from the top of
the plot, downwards, so that each lane is as tall as its marks need.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec

from dashapp.figures.timeline.bins import bin_traces
from dashapp.figures.timeline.lanes import OTHERS, Lane, Placed, arrange, bar_of, lasts, moment, whole_day
from dashapp.figures.timeline.ticks import ticks
from dashapp.theme import FONT, TOKENS, Theme, colour_of, counted_symbol_of, escaped, hover_label, pale, symbol_of
from dashapp.wording import Wording
from extract import Row, TimeCounts

Figure = dict[str, Any]
Days = tuple[dt.date, dt.date]

LEFT_PX, RIGHT_PX, TOP_PX, BOTTOM_PX = 132, 20, 6, 24
PHONE_LEFT_PX = 104
PHONE_WIDTH_PX = 560
BIN_LANE_PX = 25
LANE_LETTERS = 17
HOURS_PX = 130.0  # where a day is wider, hours are told apart, and what is known to the day is a bar over the whole of it
BAR_PX = (6.0, 13.0)  # of what lasts, and at most of what is vague
HOVERED = 6  # labels told beside the pointer where marks share a place
HOLLOW = frozenset({"planned", "hypothetical"})
VAGUE = frozenset({"week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century", "millennium", "unknown"})


class TimelineLook(msgspec.Struct, frozen=True):
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

    @property
    def plot(self) -> tuple[float, float]:
        """Width and height of the plot within its margins, pixels."""
        return max(40.0, self.width - self.left - RIGHT_PX), max(40.0, self.height - TOP_PX - BOTTOM_PX)


def timeline_figure(
    rows: Sequence[Row], days: Days, look: TimelineLook, *, chosen: Row | None = None, cursor: Days | None = None
) -> Figure:
    """Draw the happenings of a span of days, one mark each; `cursor` is what is looked at through all views."""
    lanes, placed = arrange(rows, look.lanes, days, look.plot)
    px_a_day = look.plot[0] / ((days[1] - days[0]).days + 1)
    alone, shared = [one for one in placed if not one.more], [one for one in placed if one.more]
    data = [*_bars(placed, look, hours=px_a_day > HOURS_PX), _marks(alone, look), _shared(shared, look, days)]
    if look.lanes == "place":
        named = {row.place: look.words.place(row) for row in rows}
        lanes = [msgspec.structs.replace(lane, name=named.get(lane.name, lane.name)) for lane in lanes]
    return {"data": [*data, _ring(placed, chosen, look)], "layout": _layout(lanes, days, look, cursor)}


def binned_figure(counts: TimeCounts, days: Days, look: TimelineLook, *, cursor: Days | None = None) -> Figure:
    """Draw counts by lane and bin, where single marks would be too many."""
    room = max(2, int(look.plot[1] // BIN_LANE_PX))
    names, traces = bin_traces(counts, room, look.plot, look.theme, look.words)
    height = look.plot[1] / max(1, len(names))
    lanes = [Lane(name, (at + 0.5) * height, height) for at, name in enumerate(names)]
    return {"data": traces, "layout": _layout(lanes, days, look, cursor)}


def empty_figure(look: TimelineLook) -> Figure:
    """Draw nothing: a collection without any day has no axis."""
    layout = _layout([], (dt.date(2000, 1, 1), dt.date(2000, 1, 2)), look, None)
    for axis in ("xaxis", "yaxis"):
        layout[axis] = {"visible": False, "fixedrange": True}
    font = {"family": FONT, "size": 14, "color": TOKENS[look.theme]["mute"]}
    place = {"xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "showarrow": False}
    layout["annotations"] = [{"text": escaped(look.words("empty-title")), "font": font, **place}]
    return {"data": [], "layout": layout}


def _bars(placed: Sequence[Placed], look: TimelineLook, *, hours: bool) -> list[Figure]:
    """Pale bars from the first to the last possible moment; solid bars for what lasts."""
    lines: dict[tuple[str, float, bool], tuple[list[str | None], list[float | None]]] = {}
    for one in placed:
        row = one.row
        if row.first_day == row.last_day and not (hours and whole_day(row)):
            continue
        begin, end = bar_of(row)
        thick = BAR_PX[0] if lasts(row) else min(BAR_PX[1], one.level_px - 1)
        x, y = lines.setdefault((colour_of(row.kind, look.theme), round(thick, 1), lasts(row)), ([], []))
        x += [moment(begin), moment(end), None]
        y += [-one.down, -one.down, None]
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": x,
            "y": y,
            "hoverinfo": "skip",
            "line": {"color": pale(colour, 0.5 if solid else 0.19), "width": thick},
        }
        for (colour, thick, solid), (x, y) in sorted(lines.items())
    ]


def _marks(placed: Sequence[Placed], look: TimelineLook) -> Figure:
    drawn = sorted(placed, key=lambda one: (one.row.weight, one.row.id))
    card = TOKENS[look.theme]["card"]
    colours = [colour_of(one.row.kind, look.theme) for one in drawn]
    hollow = [one.row.modality in HOLLOW for one in drawn]
    return _points(drawn) | {
        "customdata": [[one.row.id] for one in drawn],
        "text": [hover_text(one.row, look.words) for one in drawn],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": [symbol_of(one.row.kind) for one in drawn],
            "size": [10.5 + 3 * one.row.weight for one in drawn],
            "color": [card if h else c for c, h in zip(colours, hollow, strict=True)],
            "opacity": [0.5 if one.row.grain in VAGUE else 1.0 for one in drawn],
            "line": {
                "width": [2.2 if h else 1.2 for h in hollow],
                "color": [c if h else card for c, h in zip(colours, hollow, strict=True)],
            },
        },
    }


def _shared(placed: Sequence[Placed], look: TimelineLook, days: Days) -> Figure:
    """Draw marks that stand for several: a click shows their days alone, where there is room for each."""
    card = TOKENS[look.theme]["card"]
    groups = [(one, (one.row, *one.more)) for one in placed]
    spans = [_span(group, days) for _, group in groups]
    return _points(placed) | {
        "mode": "markers+text",
        "customdata": [
            [group[0].id if span == days else f"{span[0].isoformat()}..{span[1].isoformat()}", *(row.id for row in group)]
            for (_, group), span in zip(groups, spans, strict=True)
        ],
        "text": [str(len(group)) for _, group in groups],
        "textfont": {"size": 10, "color": card, "family": FONT, "weight": 700},
        "hovertext": [_several(group, look.words) for _, group in groups],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "symbol": [counted_symbol_of(one.row.kind) for one in placed],
            "size": 16,
            "color": [colour_of(one.row.kind, look.theme) for one in placed],
            "line": {"width": 1.2, "color": card},
        },
    }


def _span(group: Sequence[Row], days: Days) -> Days:
    """Give the days on which a group is told, within the days shown; those of its closest dated where some are vague."""
    closest = min((row.last_day or days[1]) - (row.first_day or days[0]) for row in group)
    close = [row for row in group if (row.last_day or days[1]) - (row.first_day or days[0]) == closest]
    first = max(days[0], min(row.first_day or days[0] for row in close))
    return first, max(first, min(days[1], max(row.last_day or days[1] for row in close)))


def _several(group: Sequence[Row], words: Wording) -> str:
    lines = [escaped(_short(words.label(row), 70)) for row in group[:HOVERED]]
    more = [words("and-n-more", n=len(group) - HOVERED)] if len(group) > HOVERED else []
    return "<br>".join([f"<b>{words.count('happenings-n', len(group))}</b>", *lines, *more])


def hover_text(row: Row, words: Wording) -> str:
    """Say what a mark is, beside the pointer."""
    where = f" · {escaped(words.place(row))}" if row.place else ""
    planned = f" · {words('modality-' + row.modality)}" if row.modality != "asserted" else ""
    return f"<b>{escaped(_short(words.label(row), 90))}</b><br>{escaped(words.when(row))}{where}{planned}"


def _ring(placed: Sequence[Placed], chosen: Row | None, look: TimelineLook) -> Figure:
    at = [one for one in placed if chosen and chosen.id in {row.id for row in (one.row, *one.more)}]
    return _points(at) | {
        "hoverinfo": "skip",
        "marker": {"size": 25, "symbol": "circle-open", "color": TOKENS[look.theme]["ink"], "line": {"width": 2.2}},
    }


def _points(placed: Sequence[Placed]) -> Figure:
    """Start a trace of marks; those at the ends of the axis are drawn whole."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [moment(one.days) for one in placed],
        "y": [-one.down for one in placed],
        "cliponaxis": False,
    }


def _layout(lanes: Sequence[Lane], days: Days, look: TimelineLook, cursor: Days | None) -> Figure:
    tokens = TOKENS[look.theme]
    at, texts = ticks(*days, look.plot[0], look.words)
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
        "uirevision": f"{ends} {look.lanes} {look.width} {look.height}",
        "shapes": [*_between(lanes, tokens["line"]), *_cursor(cursor, tokens["ink"])],
        "xaxis": {"type": "date", "range": ends, "tickvals": at, "ticktext": texts, "gridcolor": tokens["line"], "zeroline": False},
        "yaxis": {
            "range": [-look.plot[1], 0],
            "tickvals": [-lane.middle for lane in lanes],
            "ticktext": [escaped(_lane_name(lane.name, look)) for lane in lanes],
            "tickfont": {"color": tokens["ink"], "size": 12.5},
            "ticks": "outside",
            "ticklen": 9,
            "tickcolor": tokens["card"],
            "showgrid": False,
            "fixedrange": True,
            "zeroline": False,
        },
    }


def _lane_name(lane: str, look: TimelineLook) -> str:
    if lane == OTHERS:
        return look.words("lane-other")
    name = look.words.kind(lane) if look.lanes == "kind" else look.words.person(lane) if look.lanes == "person" else lane
    return _short(name, LANE_LETTERS if look.left == LEFT_PX else LANE_LETTERS - 5)


def _between(lanes: Sequence[Lane], colour: str) -> list[Figure]:
    """Draw a line between each lane and the next."""
    downs = [lane.middle + lane.height / 2 for lane in lanes[:-1]]
    line = {"width": 1, "color": colour}
    return [{"type": "line", "x0": 0, "x1": 1, "xref": "x domain", "y0": -down, "y1": -down, "line": line, "layer": "below"}
            for down in downs]  # fmt: skip


def _cursor(days: Days | None, colour: str) -> list[Figure]:
    if days is None:
        return []
    ends = moment(days[0].toordinal()), moment(days[1].toordinal() + 1)
    return [{"type": "rect", "x0": ends[0], "x1": ends[1], "y0": 0, "y1": 1, "yref": "y domain", "fillcolor": pale(colour, 0.07),
             "line": {"width": 1, "color": pale(colour, 0.5), "dash": "dot"}, "layer": "below"}]  # fmt: skip


def _short(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
