"""Lines and circles on the globe, as the map draws them: ``(latitude, longitude)`` in decimal degrees."""

import math
from collections.abc import Sequence

EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG
Point = tuple[float, float]


def distance_degrees(one: Sequence[float], other: Sequence[float]) -> float:
    """Measure the great-circle distance between two points, in degrees of arc (haversine)."""
    lat1, lon1, lat2, lon2 = (math.radians(value) for value in (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return math.degrees(2 * math.asin(min(1.0, math.sqrt(half))))


def circle(centre: Point, radius_km: float, corners: int = 72) -> list[Point]:
    """Draw a circle on the ground, clockwise: the other way round, the rest of the world would be filled."""
    lat, lon = math.radians(centre[0]), math.radians(centre[1])
    arc = radius_km / EARTH_RADIUS_KM
    return [_beyond(lat, lon, arc, math.tau * corner / corners) for corner in range(corners + 1)]


def great_circle(one: Point, other: Point, steps: int = 24) -> list[Point]:
    """Draw the shortest line between two points."""
    arc = math.radians(distance_degrees(one, other))
    if arc < 1e-6:
        return [one, other]
    a, b = _vector(one), _vector(other)
    line = []
    for step in range(steps + 1):
        t = step / steps
        k, m = math.sin((1 - t) * arc) / math.sin(arc), math.sin(t * arc) / math.sin(arc)
        x, y, z = (k * p + m * q for p, q in zip(a, b, strict=True))
        line.append((math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))))
    return line


def bearing(one: Point, other: Point) -> float:
    """Find the direction from one point to another, in degrees clockwise from north."""
    lat1, lon1, lat2, lon2 = (math.radians(value) for value in (*one, *other))
    east = math.sin(lon2 - lon1) * math.cos(lat2)
    north = math.cos(lat1) * math.sin(lat2) - math.sin(lat1) * math.cos(lat2) * math.cos(lon2 - lon1)
    return math.degrees(math.atan2(east, north)) % 360


def _beyond(lat: float, lon: float, arc: float, angle: float) -> Point:
    far = math.asin(math.sin(lat) * math.cos(arc) + math.cos(lat) * math.sin(arc) * math.cos(angle))
    turn = math.atan2(math.sin(angle) * math.sin(arc) * math.cos(lat), math.cos(arc) - math.sin(lat) * math.sin(far))
    return math.degrees(far), math.degrees(lon + turn)


def _vector(point: Point) -> tuple[float, float, float]:
    lat, lon = math.radians(point[0]), math.radians(point[1])
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)
