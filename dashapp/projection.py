"""Where on the map's pane a place falls, and which part of the Earth the pane shows.

Points are ``(latitude, longitude)`` in decimal degrees. Pixels are counted from the pane's top left corner. The formulas
are those that plotly.js uses (d3-geo), so that a label placed here stands where the browser draws its mark.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from dashapp.geometry import Point, distance_degrees
from extract import EARTH_RADIUS_KM

WORLD_RADIUS_DEGREES = 62.0  # from here on the equal-area disc bends the rim so much that the flat world map reads better
LEAST_SPAN_DEGREES = 9.0  # a single place is shown with its surroundings; nearer, the shapes look crude
MOST_SPAN_DEGREES = 150.0
BASE_HALF_LATITUDE = 12.0  # half the height of the box that plotly fits; the scale does the rest
FAR_OFF = 2.0  # times the distance: places so much further than the rest are outliers, and told at the edge
LEAST_SHARE = 0.66  # of the weight, that the first view holds whatever lies far off
SHARE_SHOWN = 0.9  # of the weight of all marks that the first view holds, as the timeline's first window does
ROOM_PX = (70.0, 64.0)  # kept free at the sides and at the foot, for names, tools and notes; what chips cover comes on top


class View(msgspec.Struct, frozen=True):
    """What the reader has brought into the map's pane: its centre, and the degrees from its top to its bottom."""

    latitude: float
    longitude: float
    span: float


@dataclass(frozen=True)
class Frame:
    """A view on a pane of so many pixels."""

    view: View
    width: float
    height: float

    @property
    def world(self) -> bool:
        """Whether the flat map of the world is shown."""
        return self.view.span > 2 * WORLD_RADIUS_DEGREES

    @cached_property
    def unit(self) -> float:
        """Pixels to one Earth radius."""
        return self.height / math.radians(self.view.span)

    def pixel(self, point: Point) -> tuple[float, float] | None:
        """Project a point; None where it lies on the far side."""
        x, y = self._flat(point)
        if math.isnan(x):
            return None
        return self.width / 2 + self.unit * x, self.height / 2 - self.unit * y

    def point(self, x: float, y: float) -> Point:
        """Find the point of the Earth under a pixel, the nearest where there is none."""
        flat = (x - self.width / 2) / self.unit, (self.height / 2 - y) / self.unit
        return self._world_point(*flat) if self.world else self._disc_point(*flat)

    def box(self) -> tuple[float, float, float, float]:
        """Bound what the pane shows, as ``(west, south, east, north)``; west > east crosses 180°."""
        edge = [self.point(self.width * x, self.height * y) for x, y in _rim(12)]
        south, north = min(lat for lat, _ in edge), max(lat for lat, _ in edge)
        for pole in (90.0, -90.0):
            if self._holds((pole, 0.0)):
                return -180.0, min(south, pole), 180.0, max(north, pole)
        turns = [_turn(lon - self.view.longitude) for _, lon in edge]
        if max(turns) - min(turns) > 350:
            return -180.0, south, 180.0, north
        return _turn(self.view.longitude + min(turns)), south, _turn(self.view.longitude + max(turns)), north

    def base(self) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Find a box of the pane's proportions: longitudes, latitudes, and the scale that shows the view from it.

        plotly.js fits this box into the pane and clips to it; a box of other proportions would leave empty borders.
        """
        latitude = 0.0 if self.world else self.view.latitude
        south, north = max(latitude - BASE_HALF_LATITUDE, -89.0), min(latitude + BASE_HALF_LATITUDE, 89.0)
        low, high = 1.0, 170.0
        for _ in range(40):
            half = (low + high) / 2
            wide, tall = self._extent(half, south, north)
            low, high = (half, high) if wide / tall < self.width / self.height else (low, half)
        wide, _ = self._extent(low, south, north)
        longitudes = (self.view.longitude - low, self.view.longitude + low)
        return longitudes, (south, north), self.unit * wide / self.width

    def _holds(self, point: Point) -> bool:
        if self.world:
            return False
        pixel = self.pixel(point)
        return pixel is not None and 0 <= pixel[0] <= self.width and 0 <= pixel[1] <= self.height

    def _extent(self, half: float, south: float, north: float) -> tuple[float, float]:
        turns = [half * (2 * x - 1) for x, _ in _rim(24)]
        heights = [south + (north - south) * y for _, y in _rim(24)]
        flat = [self._flat((lat, self.view.longitude + turn), centred=False) for lat, turn in zip(heights, turns, strict=True)]
        xs, ys = [x for x, _ in flat], [y for _, y in flat]
        return max(xs) - min(xs), max(ys) - min(ys)

    def _flat(self, point: Point, *, centred: bool = True) -> tuple[float, float]:
        turn = math.radians(_turn(point[1] - self.view.longitude))
        lat, lat0 = math.radians(point[0]), math.radians(self.view.latitude)
        if self.world:
            shift = _natural(0.0, lat0)[1] if centred else 0.0
            x, y = _natural(turn, lat)
            return x, y - shift
        nearness = 1 + math.sin(lat0) * math.sin(lat) + math.cos(lat0) * math.cos(lat) * math.cos(turn)
        if nearness < 1e-3:
            return math.nan, math.nan
        k = math.sqrt(2 / nearness)
        return k * math.cos(lat) * math.sin(turn), k * (
            math.cos(lat0) * math.sin(lat) - math.sin(lat0) * math.cos(lat) * math.cos(turn)
        )

    def _disc_point(self, x: float, y: float) -> Point:
        rho = min(math.hypot(x, y), 1.999)
        if rho < 1e-9:
            return self.view.latitude, self.view.longitude
        lat0, c = math.radians(self.view.latitude), 2 * math.asin(rho / 2)
        lat = math.asin(max(-1.0, min(1.0, math.cos(c) * math.sin(lat0) + y * math.sin(c) * math.cos(lat0) / math.hypot(x, y))))
        turn = math.atan2(x * math.sin(c), math.hypot(x, y) * math.cos(lat0) * math.cos(c) - y * math.sin(lat0) * math.sin(c))
        return math.degrees(lat), _turn(self.view.longitude + math.degrees(turn))

    def _world_point(self, x: float, y: float) -> Point:
        aim = y + _natural(0.0, math.radians(self.view.latitude))[1]
        low, high = -math.pi / 2, math.pi / 2
        for _ in range(40):
            middle = (low + high) / 2
            low, high = (middle, high) if _natural(0.0, middle)[1] < aim else (low, middle)
        turn = x / _natural(1.0, low)[0]
        return math.degrees(low), _turn(self.view.longitude + math.degrees(max(-math.pi, min(math.pi, turn))))


def first_view(points: Sequence[tuple[float, float, float]], width: float, height: float, top: float = 0.0) -> View:
    """Choose the view that opens: the closest group of places that bears most of the weight.

    Parameters
    ----------
    points
        ``(latitude, longitude, weight)`` of each mark.
    width, height
        Of the pane, pixels.
    top
        Pixels of the pane that chips cover.
    """
    if not points:
        return View(20.0, 10.0, MOST_SPAN_DEGREES)
    group = _closest_group(points)
    centre = _middle(group)
    reach = max(distance_degrees(centre, point) for point in group)
    if reach > WORLD_RADIUS_DEGREES:
        return View(15.0, centre[1], MOST_SPAN_DEGREES)
    return _fitted(centre, group, (width, height), top)


def radius_px(frame: Frame, radius_km: float) -> float:
    """Measure a radius on the ground in pixels near the middle of the pane."""
    return frame.unit * radius_km / EARTH_RADIUS_KM


def _fitted(centre: Point, group: Sequence[Point], pane: tuple[float, float], top: float) -> View:
    """Centre the group within the free part of the pane, as large as it goes."""
    width, height = pane
    flat = Frame(View(*centre, math.degrees(1.0)), 1.0, 1.0)  # so that a pixel is an Earth radius
    pixels = [pixel for point in group if (pixel := flat.pixel(point))]
    xs, ys = [x for x, _ in pixels], [y for _, y in pixels]
    covered = min(top + ROOM_PX[1] / 2, height / 3)
    free = max(width - 2 * ROOM_PX[0], width / 3), max(height - covered - ROOM_PX[1], height / 3)
    unit = min(free[0] / max(max(xs) - min(xs), 1e-6), free[1] / max(max(ys) - min(ys), 1e-6))
    span = min(max(LEAST_SPAN_DEGREES, math.degrees(height / unit)), MOST_SPAN_DEGREES)
    lift = (covered - ROOM_PX[1]) / 2 / (height / math.radians(span))
    middle = flat.point((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2 - lift)
    return View(round(middle[0], 3), round(middle[1], 3), round(span, 3))


def _closest_group(points: Sequence[tuple[float, float, float]]) -> list[Point]:
    """Take the places that hold ``SHARE_SHOWN`` of the weight; fewer, where that leaves out what lies far off from the rest."""
    reach, group = _closest_circle(points, SHARE_SHOWN)
    near, inner = _closest_circle(points, LEAST_SHARE)
    far = max(near, LEAST_SPAN_DEGREES) * FAR_OFF
    return [point[:2] for point in points if distance_degrees(inner[0], point[:2]) <= far] if far < reach else group


def _closest_circle(points: Sequence[tuple[float, float, float]], share: float) -> tuple[float, list[Point]]:
    """Find the smallest circle around one of the heaviest places that holds a share of the weight: degrees, and what is in it."""
    wanted = share * sum(weight for *_, weight in points)
    best: tuple[float, list[Point]] = (math.inf, [])
    for lat, lon, _ in sorted(points, key=lambda point: (-point[2], point))[:40]:
        near = sorted((distance_degrees((lat, lon), point[:2]), point) for point in points)
        held, group = 0.0, []
        for distance, point in near:
            group.append(point[:2])
            held += point[2]
            if held >= wanted:
                best = min(best, (distance, group))
                break
    return best


def _middle(points: Sequence[Point]) -> Point:
    vectors = [
        (math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat))
        for lat, lon in ((math.radians(p[0]), math.radians(p[1])) for p in points)
    ]
    x, y, z = (sum(axis) for axis in zip(*vectors, strict=True))
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def _rim(steps: int) -> list[tuple[float, float]]:
    """Walk round the unit square."""
    along = [step / steps for step in range(steps + 1)]
    return [(t, 0.0) for t in along] + [(1.0, t) for t in along] + [(t, 1.0) for t in along] + [(0.0, t) for t in along]


def _turn(degrees: float) -> float:
    return (degrees + 180.0) % 360.0 - 180.0


def _natural(turn: float, lat: float) -> tuple[float, float]:
    """Project by Natural Earth I: T. Patterson, B. Šavrič and H. Battersby, polynomial form."""
    p2 = lat * lat
    p4 = p2 * p2
    x = turn * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)))
    return x, lat * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)))
