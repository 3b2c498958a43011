"""Happenings → the map: one glyph a place, with journeys, flights, circles of doubt and names.

One grammar with the timeline: pale or dashed is vague, hollow is planned or possible. What belongs to the happening
that is chosen is in the first two traces (area and lines, under every mark) and in the last two (goal and ring).
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from dashapp.figures.map.glyphs import Glyph, Spot, glyph_px, placed
from dashapp.figures.map.labels import Name, Room, land_names, place_names, text_px
from dashapp.figures.map.traces import line_trace, scatter
from dashapp.figures.map.ways import Journey, Way
from dashapp.geometry import Point, circle, great_circle
from dashapp.projection import Frame, radius_px
from dashapp.theme import FONT, TOKENS, Theme, colour_of, counted_symbol_of, escaped, hover_label, pale, symbol_of
from dashapp.wording import Wording
from extract import bearing_degrees

Figure = dict[str, Any]

FINE_SPAN_DEGREES = 55.0  # the finer shapes from here on
VAGUE_KINDS = frozenset({"country", "admin1", "region", "sea", "demonym", "metonym", "unknown", "river", "mountain"})
ROUND_KINDS = VAGUE_KINDS - {"country", "demonym", "metonym"}  # a country has its borders on the map already
MOST_CIRCLES = 14
LEG_SHARE = 0.86  # of a place name's width: the letters along a journey are smaller
CIRCLE_PX = (15.0, 0.3)  # smallest radius drawn, and largest as a share of the pane's height


class MapLook(msgspec.Struct, frozen=True):
    """How the map is to look."""

    theme: Theme
    words: Wording
    frame: Frame
    top: float = 52.0  # pixels that chips cover


class MapThings(msgspec.Struct, frozen=True):
    """What the map is to show."""

    spots: Sequence[Spot]
    journeys: Sequence[Journey] = ()
    ways: Sequence[Way] = ()  # of the happening that is chosen
    chosen: tuple[Spot, Glyph] | None = None
    chosen_kind: str = ""
    dimmed: frozenset[str] | None = None  # ids that stay strong while a day is looked at; None: all


def map_figure(things: MapThings, look: MapLook) -> Figure:
    """Draw the map; names are placed for this frame."""
    room = Room(look.frame, look.top)
    names = place_names(things.spots, room)
    lands = land_names(room, look.words, things.spots)
    under, over = chosen_traces(things, look, room)
    data = [
        *under,
        *_circles(things.spots, look),
        *(_journey(journey, look) for journey in things.journeys),
        _arrows(things.journeys, look),
        _texts(_leg_days(things.journeys, look, room), look, size=11, colour=TOKENS[look.theme]["travel"]),
        _texts(lands, look, size=10.5, colour=TOKENS[look.theme]["mute"]),
        _glyphs(things, look),
        _counts(things, look),
        _texts(names, look, size=13, colour=TOKENS[look.theme]["ink"]),
        *over,
    ]
    return {"data": data, "layout": _layout(look)}


def chosen_traces(things: MapThings, look: MapLook, room: Room | None = None) -> tuple[list[Figure], list[Figure]]:
    """Draw what belongs to the chosen happening: area and lines, the first traces of the map; goals and ring, the last.

    `room` is what is taken on the pane; without it, the places' names are placed again to find out.
    """
    if room is None:
        room = Room(look.frame, look.top)
        place_names(things.spots, room)
    colour = colour_of(things.chosen_kind, look.theme)
    areas = [circle((way.end[0], way.end[1]), way.radius_km) for way in things.ways if way.vague and way.radius_km]
    lines = [great_circle(way.start, way.end) for way in things.ways]
    goals = [_goal(way, look, room) for way in things.ways]
    area = line_trace(areas, colour, dash="dash", width=1.3) | {"fill": "toself", "fillcolor": pale(colour, 0.13)}
    text = _texts([name for name in goals if name], look, size=12, colour=colour)
    ring = scatter([placed(look.frame, *things.chosen)] if things.chosen else [], "markers") | {
        "hoverinfo": "skip",
        "marker": {
            "size": glyph_px(things.chosen[1]) + 15 if things.chosen else 30,
            "symbol": "circle-open",
            "color": TOKENS[look.theme]["ink"],
            "line": {"width": 2.4},
        },
    }
    return [area, line_trace(lines, colour, width=2.0) | _heads(lines, look, colour)], [text, ring]


def _glyphs(things: MapThings, look: MapLook) -> Figure:
    pairs = [(spot, glyph) for spot in reversed(things.spots) for glyph in reversed(spot.glyphs)]
    card = TOKENS[look.theme]["land"]
    colours = [colour_of(glyph.kind, look.theme) for _, glyph in pairs]
    return scatter([placed(look.frame, spot, glyph) for spot, glyph in pairs], "markers") | {
        "customdata": [[glyph.ids[0], spot.key, spot.count] for spot, glyph in pairs],
        "text": [_hover(spot, glyph, look.words) for spot, glyph in pairs],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": [(counted_symbol_of if glyph.count > 1 else symbol_of)(glyph.kind) for _, glyph in pairs],
            "size": [glyph_px(glyph) for _, glyph in pairs],
            "color": [card if glyph.hollow else c for c, (_, glyph) in zip(colours, pairs, strict=True)],
            "opacity": [_opacity(spot, glyph, things.dimmed) for spot, glyph in pairs],
            "line": {
                "width": [2.3 if glyph.hollow else 1.6 for _, glyph in pairs],
                "color": [c if glyph.hollow else card for c, (_, glyph) in zip(colours, pairs, strict=True)],
            },
        },
    }


def _opacity(spot: Spot, glyph: Glyph, strong: frozenset[str] | None) -> float:
    if strong is not None and not strong & set(glyph.ids):
        return 0.15
    return 0.62 if spot.kind in VAGUE_KINDS else 0.95


def _counts(things: MapThings, look: MapLook) -> Figure:
    """Write how many happenings a glyph stands for."""
    strong = things.dimmed
    pairs = [(spot, glyph) for spot in things.spots for glyph in spot.glyphs
             if glyph.count > 1 and not glyph.hollow and (strong is None or strong & set(glyph.ids))][:200]  # fmt: skip
    return scatter([placed(look.frame, spot, glyph) for spot, glyph in pairs], "text") | {
        "text": [str(glyph.count) if glyph.count < 1000 else f"{glyph.count // 1000}k" for _, glyph in pairs],
        "hoverinfo": "skip",
        "textfont": {"size": 10.5, "color": TOKENS[look.theme]["land"], "family": FONT, "weight": 700},
    }


def _hover(spot: Spot, glyph: Glyph, words: Wording) -> str:
    more = (
        f"<br>{words('more-here', n=spot.count - 1, place=escaped(spot.name))}" if spot.count > 1 else f"<br>{escaped(spot.name)}"
    )
    label = glyph.label if len(glyph.label) < 90 else glyph.label[:88].rstrip() + "…"
    return f"<b>{escaped(label)}</b>{more}"


def _circles(spots: Sequence[Spot], look: MapLook) -> list[Figure]:
    """Draw circles of doubt, to scale, around places that are no points."""
    low, high = CIRCLE_PX[0], CIRCLE_PX[1] * look.frame.height
    vague = [spot for spot in spots if spot.kind in ROUND_KINDS and low < radius_px(look.frame, spot.radius_km) < high][
        :MOST_CIRCLES
    ]
    by_colour: dict[str, list[list[Point]]] = {}
    for spot in vague:
        by_colour.setdefault(colour_of(spot.glyphs[0].kind, look.theme), []).append(circle(spot.point, spot.radius_km))
    return [
        line_trace(lines, pale(colour, 0.75), dash="dash", width=1.0) | {"fill": "toself", "fillcolor": pale(colour, 0.06)}
        for colour, lines in sorted(by_colour.items())
    ]


def _journey(journey: Journey, look: MapLook) -> Figure:
    points = [station.point for station in journey.stations]
    legs = [great_circle(one, other) for one, other in pairwise(points)]
    return line_trace(legs, pale(TOKENS[look.theme]["travel"], 0.9), dash="dot", width=1.8)


def _arrows(journeys: Sequence[Journey], look: MapLook) -> Figure:
    """Put an arrow on each leg, pointing on, with its day beside the pointer."""
    legs = [(one, other) for journey in journeys for one, other in pairwise(journey.stations)]
    middles = [_past_middle(one.point, other.point) for one, other in legs]
    places = [(look.words.place(one.row), look.words.place(other.row)) for one, other in legs]
    return scatter([line[len(line) // 2] for line in middles], "markers") | {
        "text": [
            f"{escaped(start)} › {escaped(end)}<br>{escaped(look.words.when(other.row))}"
            for (start, end), (_, other) in zip(places, legs, strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": "triangle-up",
            "size": 9,
            "color": TOKENS[look.theme]["travel"],
            "angle": [_turn(look.frame, line) for line in middles],
            "line": {"width": 0},
        },
    }


def _past_middle(one: Point, other: Point) -> list[Point]:
    """Give the stretch of a leg around its arrow, past the middle: there and back, the arrows lie apart."""
    return great_circle(one, other, 12)[6:9]


def _leg_days(journeys: Sequence[Journey], look: MapLook, room: Room) -> Iterator[Name]:
    """Write beside each leg which of its journey's it is, and the day of arrival, wherever that covers no name."""
    for journey in journeys:
        for number, (one, other) in enumerate(pairwise(journey.stations), start=1):
            beyond = _past_middle(one.point, other.point)
            pixel = look.frame.pixel(beyond[len(beyond) // 2])
            if pixel is None:
                continue
            text = f"{number} · {look.words.short_day(other.row)}"
            half = LEG_SHARE * text_px(text) / 2
            for x in (pixel[0] + half + 9, pixel[0] - half - 9):
                rect = (x - half, pixel[1] - 8, x + half, pixel[1] + 8)
                if room.free(rect):
                    room.take(rect)
                    yield Name(text, x, pixel[1])
                    break


def _turn(frame: Frame, line: Sequence[Point]) -> float:
    """Say how far an arrow is turned on the pane, clockwise from up."""
    at = len(line) // 2
    one, other = frame.pixel(line[max(0, at - 1)]), frame.pixel(line[min(at + 1, len(line) - 1)])
    if one is None or other is None:
        return bearing_degrees(line[0], line[-1])
    return math.degrees(math.atan2(other[0] - one[0], one[1] - other[1]))


def _heads(lines: Sequence[Sequence[Point]], look: MapLook, colour: str) -> Figure:
    """Give each line an arrow head at its end; its other points bear none."""
    sizes: list[float] = []
    angles: list[float] = []
    for line in lines:
        sizes += [*[0.0] * (len(line) - 1), 11.0, 0.0]
        angles += [*[0.0] * (len(line) - 1), _turn(look.frame, line[-3:]), 0.0]
    marker = {"symbol": "triangle-up", "size": sizes, "angle": angles, "color": colour, "opacity": 1}
    return {"mode": "lines+markers", "marker": marker}


def _goal(way: Way, look: MapLook, room: Room) -> Name | None:
    """Name where a line leads, under its area, above it or within it, wherever that covers no other name."""
    pixel = look.frame.pixel(way.end)
    if pixel is None:
        return None
    text = f"{way.name}, ± {look.words.number(round(way.radius_km))} km" if way.vague else way.name
    reach = min(radius_px(look.frame, way.radius_km), look.frame.height / 3) if way.vague else 4
    half = text_px(text) / 2
    x = min(max(pixel[0], half + 8), look.frame.width - half - 8)
    heights = [pixel[1] + drop for drop in (reach + 12, -reach - 12, 0.3 * reach + 16, -0.3 * reach - 16)]
    free = (y for y in heights if room.free((x - half, y - 8, x + half, y + 8)))
    return Name(text, x, next(free, heights[2]))


def _texts(names: Iterable[Name], look: MapLook, *, size: float, colour: str) -> Figure:
    names = list(names)
    glow = TOKENS[look.theme]["land"]
    return scatter([look.frame.point(name.x, name.y) for name in names], "text") | {
        "text": [escaped(name.text) for name in names],
        "hoverinfo": "skip",
        "textfont": {"size": size, "color": colour, "family": FONT, "shadow": f"0 0 3px {glow}, 0 0 2px {glow}"},
    }


def _layout(look: MapLook) -> Figure:
    tokens, frame = TOKENS[look.theme], look.frame
    longitudes, latitudes, scale = frame.base()
    centre = {"lon": frame.view.longitude, "lat": frame.view.latitude}
    world = frame.world
    return {
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "showlegend": False,
        "paper_bgcolor": tokens["sea"],
        "hoverlabel": hover_label(look.theme),
        "uirevision": f"{frame.view} {frame.width} {frame.height}",
        "dragmode": "pan",
        "meta": {"latitude": frame.view.latitude, "longitude": frame.view.longitude, "span": frame.view.span, "scale": scale},
        "geo": {
            "resolution": 50 if frame.view.span < FINE_SPAN_DEGREES else 110,
            "fitbounds": False,
            "scope": "world",
            "projection": {
                "type": "natural earth" if world else "azimuthal equal area",
                "rotation": {"lon": centre["lon"], "lat": 0 if world else centre["lat"]},
                "scale": scale,
            },
            "center": centre,
            "lonaxis": {"range": list(longitudes)},
            "lataxis": {"range": list(latitudes)},
            "bgcolor": tokens["sea"],
            "showframe": False,
            "showland": True,
            "landcolor": tokens["land"],
            "showocean": True,
            "oceancolor": tokens["sea"],
            "showlakes": True,
            "lakecolor": tokens["sea"],
            "showcountries": True,
            "countrycolor": tokens["border"],
            "countrywidth": 1,
            "coastlinecolor": tokens["coast"],
            "coastlinewidth": 0.9,
        },
    }
