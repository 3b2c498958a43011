"""How far apart two tellings are: in days, in kilometres, in figures. What touches or overlaps is 0 apart."""

from extract.geo import distance_km
from extract.models import Quantity, Where

SLACK_DAYS = 1  # days that zones and evenings put between two reports
SHARP_PLACES = frozenset({"facility", "city", "admin2"})


def days_apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Give the days between two intervals; 0 where they touch or overlap."""
    return max(one[0] - other[1], other[0] - one[1], 0)


def is_sharp(place: Where | None) -> bool:
    """Say whether a place is a site, not a region or a country."""
    return place is not None and place.latitude is not None and place.kind in SHARP_PLACES


def km_apart(one: Where, other: Where) -> float:
    """Give the distance of two places beyond both their radii; 0 where either has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return 0.0
    between = distance_km((one.latitude, one.longitude), (other.latitude, other.longitude))
    return max(0.0, between - one.radius_km - other.radius_km)


def overlap(one: Quantity, other: Quantity) -> bool:
    """Say whether two quantities of one unit can both be true."""
    return one.low <= other.high and other.low <= one.high
