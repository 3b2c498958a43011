"""Lines and circles on the globe, as the map draws them: lists of ``(latitude, longitude)`` in decimal degrees."""

import math
from collections.abc import Sequence

from extract import EARTH_RADIUS_KM, LatLon, distance_km, ring, route

Point = LatLon


def distance_degrees(one: Sequence[float], other: Sequence[float]) -> float:
    """Measure the great-circle distance between two points, in degrees of arc."""
    return math.degrees(distance_km((one[0], one[1]), (other[0], other[1])) / EARTH_RADIUS_KM)


def circle(centre: Point, radius_km: float, corners: int = 72) -> list[Point]:
    """Draw a circle on the ground, clockwise: the other way round, the rest of the world would be filled."""
    return list(ring(centre, radius_km, corners))


def great_circle(one: Point, other: Point, steps: int = 24) -> list[Point]:
    """Draw the shortest line between two points, whole: the map joins what lies on both sides of the 180th meridian."""
    return [point for part in route(one, other, steps) for point in part]
