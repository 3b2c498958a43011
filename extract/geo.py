"""Distances, boxes and points on the Earth. Pure; numbers in, numbers out.

Points are ``(latitude, longitude)`` in decimal degrees, WGS 84. Boxes are ``(west, south, east, north)`` as in GeoJSON;
a box whose west is greater than its east crosses the 180th meridian. Longitudes that leave a function lie in
``[-180, 180]``.
"""

import itertools
import math
from collections.abc import Iterable, Sequence

from geographiclib.geodesic import Geodesic  # type: ignore[import-untyped]

LatLon = tuple[float, float]
Box = tuple[float, float, float, float]

EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG
KM_A_DEGREE = 111.195  # of latitude, on that sphere
COMPASS = {
    "north": 0.0,
    "northeast": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "west": 270.0,
    "northwest": 315.0,
}


def check_point(point: LatLon) -> LatLon:
    """Return the point if it can be one.

    Raises
    ------
    ValueError
        The latitude is outside [-90, 90] or the longitude outside [-180, 180].

    """
    latitude, longitude = point
    if not -90 <= latitude <= 90:
        raise ValueError(f"latitude {latitude} is outside [-90, 90] in {point}; points are (latitude, longitude), in that order")
    if not -180 <= longitude <= 180:
        raise ValueError(f"longitude {longitude} is outside [-180, 180] in {point}")
    return point


def distance_km(one: LatLon, other: LatLon) -> float:
    """Measure the great-circle distance between two points, in km.

    Notes
    -----
    Haversine formula on a sphere; within about 0.6 % of the ellipsoid.
    R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984), 159.

    """
    latitude, longitude, latitude_2, longitude_2 = map(math.radians, (*one, *other))
    chord = (
        math.sin((latitude_2 - latitude) / 2) ** 2
        + math.cos(latitude) * math.cos(latitude_2) * math.sin((longitude_2 - longitude) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))


def geodesic_km(one: LatLon, other: LatLon) -> float:
    """Measure the distance on the WGS 84 ellipsoid, in km: slower and exact, for what is told to a reader.

    It is what ``geopy.distance.geodesic`` computes, by the library that geopy takes for it (C. F. F. Karney); geopy
    itself imports all its geocoders, which costs a quarter of a second.
    """
    start, end = check_point(one), check_point(other)
    return float(Geodesic.WGS84.Inverse(*start, *end, Geodesic.DISTANCE)["s12"]) / 1000


def normal_longitude(longitude: float) -> float:
    """Bring a longitude into [-180, 180]."""
    return longitude if -180 <= longitude <= 180 else (longitude + 180) % 360 - 180


def offset_point(point: LatLon, bearing: float, km: float) -> LatLon:
    """Go from a point in a direction.

    Parameters
    ----------
    point
        Where to start.
    bearing
        Degrees clockwise from north.
    km
        How far, along the great circle.

    """
    latitude, longitude = map(math.radians, check_point(point))
    angle, turn = km / EARTH_RADIUS_KM, math.radians(bearing)
    sine = math.sin(latitude) * math.cos(angle) + math.cos(latitude) * math.sin(angle) * math.cos(turn)
    target = math.asin(max(-1.0, min(1.0, sine)))
    east = math.atan2(math.sin(turn) * math.sin(angle) * math.cos(latitude), math.cos(angle) - math.sin(latitude) * sine)
    return math.degrees(target), normal_longitude(math.degrees(longitude + east))


def bearing_degrees(start: LatLon, end: LatLon) -> float:
    """Give the first direction of the great circle from start to end, degrees clockwise from north in [0, 360)."""
    latitude, longitude, latitude_2, longitude_2 = map(math.radians, (*start, *end))
    east = longitude_2 - longitude
    y = math.sin(east) * math.cos(latitude_2)
    x = math.cos(latitude) * math.sin(latitude_2) - math.sin(latitude) * math.cos(latitude_2) * math.cos(east)
    return math.degrees(math.atan2(y, x)) % 360


def in_box(point: LatLon, box: Box) -> bool:
    """Tell whether a point lies in a box, its edges included."""
    latitude, longitude = point
    west, south, east, north = box
    if not south <= latitude <= north:
        return False
    if west <= east:
        return west <= longitude <= east
    return longitude >= west or longitude <= east


def bounding_box(points: Iterable[LatLon]) -> Box:
    """Give the narrowest box around some points, across the 180th meridian where that is narrower.

    Raises
    ------
    ValueError
        There are no points.

    """
    listed = [check_point(point) for point in points]
    if not listed:
        raise ValueError("a box needs at least one point")
    south, north = min(latitude for latitude, _ in listed), max(latitude for latitude, _ in listed)
    around = sorted({longitude for _, longitude in listed})
    gaps = [(after - before, before, after) for before, after in itertools.pairwise(around)]
    widest = max(gaps, default=(0.0, around[0], around[0]))
    if widest[0] > 360 - (around[-1] - around[0]):
        return widest[2], south, widest[1], north
    return around[0], south, around[-1], north


def circle_box(center: LatLon, radius_km: float) -> Box:
    """Give the box around a circle; near a pole it goes all the way round."""
    latitude, longitude = check_point(center)
    reach = math.degrees(radius_km / EARTH_RADIUS_KM)
    south, north = max(-90.0, latitude - reach), min(90.0, latitude + reach)
    if south == -90 or north == 90:
        return -180.0, south, 180.0, north
    ratio = math.sin(math.radians(reach)) / math.cos(math.radians(latitude))
    wide = math.degrees(math.asin(min(1.0, ratio)))
    if wide >= 180:
        return -180.0, south, 180.0, north
    return normal_longitude(longitude - wide), south, normal_longitude(longitude + wide), north


def ring(center: LatLon, radius_km: float, steps: int = 36) -> tuple[LatLon, ...]:
    """Draw a circle on the ground as points, the first repeated at the end."""
    return tuple(offset_point(center, 360 * (step % steps) / steps, radius_km) for step in range(steps + 1))


def middle(points: Sequence[LatLon]) -> LatLon:
    """Give the middle of some points on the sphere, so that 179° E and 179° W meet at 180°.

    Raises
    ------
    ValueError
        There are no points.

    """
    if not points:
        raise ValueError("a middle needs at least one point")
    x = y = z = 0.0
    for latitude, longitude in points:
        phi, turn = math.radians(latitude), math.radians(longitude)
        x, y, z = x + math.cos(phi) * math.cos(turn), y + math.cos(phi) * math.sin(turn), z + math.sin(phi)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def route(start: LatLon, end: LatLon, steps: int = 24) -> tuple[tuple[LatLon, ...], ...]:
    """Draw the shortest way between two points, cut in two where it crosses the 180th meridian.

    Returns
    -------
    tuple of tuple of (latitude, longitude)
        One line, or two that end at longitudes of 180 and -180; both ends of the way are in them as given.

    """
    far, turn = distance_km(start, end), bearing_degrees(start, end)
    way = [start, *(offset_point(start, turn, far * step / steps) for step in range(1, steps)), end]
    for index, (before, after) in enumerate(itertools.pairwise(way)):
        if abs(after[1] - before[1]) > 180:
            edge = 180.0 if before[1] > 0 else -180.0
            left, right = abs(edge - before[1]), abs(-edge - after[1])
            share = left / (left + right) if left + right else 0.5
            latitude = before[0] + share * (after[0] - before[0])
            return (*way[: index + 1], (latitude, edge)), ((latitude, -edge), *way[index + 1 :])
    return (tuple(way),)
