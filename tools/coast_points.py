"""Shapes of the map (Natural Earth) → the point of each country's coast in each of eight directions.

A border between two countries is one arc of both; an arc of one country only is its coast. Islands count where they are
large beside the main land, so that "off the east coast of Japan" is no islet.
"""

import json
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

SHAPES = Path(__file__).parent.parent / "assets" / "topojson" / "world_50m.json"
DIRECTIONS = 8  # north, northeast, east …, clockwise
LARGE_PART = 0.25  # of the largest part's area, from which a part's coast counts
ASIDE = 2.0  # a point so much farther out may lie one unit more beside the line through the country's middle
Ring = list[int]
Point = tuple[float, float]  # longitude, latitude


def coasts(codes: dict[str, str]) -> dict[str, list[list[float] | None]]:
    """Find the coast points of all countries.

    Parameters
    ----------
    codes
        ISO 3166-1 alpha-3 → alpha-2.

    Returns
    -------
    dict
        Alpha-2 code → eight points [latitude, longitude], clockwise from north; None where the country has no coast there.

    """
    shapes = json.loads(SHAPES.read_text(encoding="utf-8"))
    arcs = [_unpacked(arc, shapes["transform"]) for arc in shapes["arcs"]]
    countries = shapes["objects"]["countries"]["geometries"]
    uses = Counter(_number(arc) for country in countries for part in _parts(country) for ring in part for arc in ring)
    found = {}
    for country in countries:
        code = codes.get(country.get("id", ""))
        if code:
            points = _outermost(country, arcs, uses)
            if any(points):
                found[code] = points
    return dict(sorted(found.items()))


def _outermost(country: dict[str, Any], arcs: list[list[Point]], uses: Counter[int]) -> list[list[float] | None]:
    east, north = country["properties"]["ct"]
    areas = [_area(part[0], arcs, north) for part in _parts(country)]
    large = [part for part, area in zip(_parts(country), areas, strict=True) if area >= LARGE_PART * max(areas)]
    points = sorted({point for part in large for arc in part[0] if uses[_number(arc)] == 1 for point in arcs[_number(arc)]})
    if not points:
        return [None] * DIRECTIONS
    x = np.array([((point[0] - east + 180) % 360 - 180) * math.cos(math.radians(north)) for point in points])
    y = np.array([point[1] - north for point in points])
    return [_farthest(points, x, y, 2 * math.pi * step / DIRECTIONS) for step in range(DIRECTIONS)]


def _farthest(points: list[Point], x: Any, y: Any, turn: float) -> list[float] | None:
    along, across = x * math.sin(turn) + y * math.cos(turn), np.abs(x * math.cos(turn) - y * math.sin(turn))
    ahead = np.flatnonzero(along > across)
    if not len(ahead):
        return None
    east, north = points[int(ahead[np.argmax((along - ASIDE * across)[ahead])])]
    return [round(north, 2), round(east, 2)]


def _parts(country: dict[str, Any]) -> list[list[Ring]]:
    shape: list[Any] = country.get("arcs", [])
    return shape if country["type"] == "MultiPolygon" else [shape]


def _area(ring: Ring, arcs: list[list[Point]], north: float) -> float:
    line = list(_line(ring, arcs))
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(line, line[1:] + line[:1], strict=True))
    return abs(twice) * math.cos(math.radians(north))


def _line(ring: Ring, arcs: list[list[Point]]) -> Iterator[Point]:
    for arc in ring:
        yield from arcs[arc] if arc >= 0 else reversed(arcs[~arc])


def _number(arc: int) -> int:
    return arc if arc >= 0 else ~arc  # TopoJSON writes an arc that is run backwards as its one's complement


def _unpacked(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append(
            (x * transform["scale"][0] + transform["translate"][0], y * transform["scale"][1] + transform["translate"][1])
        )
    return points
