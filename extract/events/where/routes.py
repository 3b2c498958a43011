"""The ends of a way that somebody or something was on are not where it happened: "from Puebla to Oaxaca overturned near Tehuacán".

Takes the places of a sentence with their roles. Where the place behind one of an origin follows so near that both name a way, and
another town of the sentence says where it was, the goal of the way is no site.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from extract.clauses import Reading
from extract.events.drafts import Dated, Draft, Placed
from extract.geo import distance_km

HOUR_REACH = 4  # tokens from a clock time to the place whose it is: "(7:46 p.m. in New York)"
BESIDE_KM = 80.0  # between a place and a town that is told as being near it
WAY_GAP = 4  # tokens between the two ends: "from Naples and headed for Milan"
TOWNS = frozenset({"facility", "city", "admin2"})
LANDS = frozenset({"country", "admin1"})
LAND_GAP = 6  # tokens from a town to the land that tells where it is: "Niamey, la capital de Níger"
NEAR = "near"
STOPS = frozenset(",;:()。、，；")
GOALS = frozenset({"site", "target"})


def without_routes(reading: Reading, places: Sequence[Placed], *, marks_after: bool) -> list[Placed]:
    """Mark the goal of a way where another town of the sentence says where it was."""
    out = list(places)
    for at, (one, other) in enumerate(pairwise(places)):
        last = reading.token_at(one.place.span.end - 1) + 1
        between = reading.keys[last : other.token]
        if len(between) > WAY_GAP or not STOPS.isdisjoint(between) or not _is_way(one, other, marks_after=marks_after):
            continue
        rest = (*places[:at], *places[at + 2 :])
        if any(map(_says_where, rest)):
            out[at] = replace(one, role="origin")
            out[at + 1] = replace(other, role="target", goal=True)
    return out


def with_towns_of_lands(reading: Reading, places: list[Placed]) -> list[Placed]:
    """Make a site of the town whose land is told as one behind a comma: "a school of Kano, in northern Nigeria"."""
    out = list(places)
    for at, (one, other) in enumerate(pairwise(places)):
        between = reading.keys[reading.token_at(one.place.span.end - 1) + 1 : other.token]
        wider = other.place.kind in LANDS or other.place.relation is not None
        told = one.place.kind in TOWNS and one.role == "topic" and wider and other.role == "site"
        beside = bool(between) and between[0] == "," and len(between) <= LAND_GAP and STOPS.isdisjoint(between[1:])
        if told and beside and one.place.drawn and one.place.country == other.place.country:
            out[at] = replace(one, role="site")
    return out


def is_own_ground(place: Placed, draft: Draft) -> bool:
    """Tell whether an event happens on another body than the Earth ("landed on Mars"), or a mountain of its sentence erupts."""
    if draft.kind.family == "eruption":
        return place.place.kind == "mountain" and place.place.drawn
    beside = place.clause == draft.clause_number and place.token >= draft.trigger.first
    return beside and place.place.kind == "celestial" and place.role in ("site", "target")


def is_beside(near: Placed, places: Sequence[Placed]) -> bool:
    """Tell whether a town that another is near lies so near one of some places that it only says where that is."""
    here = near.place
    if here.latitude is None or here.longitude is None:
        return True
    points = [(place.place.latitude, place.place.longitude) for place in places if place is not near and place.place.kind in TOWNS]
    told = [(north, east) for north, east in points if north is not None and east is not None]
    return any(distance_km((here.latitude, here.longitude), point) <= BESIDE_KM for point in told)


def _is_way(one: Placed, other: Placed, *, marks_after: bool) -> bool:
    """Tell whether two places are where something left and where it went; "에서" marks both the site and where it left."""
    left = one.role == "origin" or (marks_after and one.role == "site" and other.role == "target")
    return left and other.role in GOALS


def _says_where(placed: Placed) -> bool:
    """Tell whether a place says where something happened, be it only near it."""
    return placed.place.drawn and (placed.place.kind in TOWNS or placed.place.relation == NEAR) and placed.role == "site"


def tells_hour(keys: Sequence[str], token: int, dates: Sequence[Dated]) -> bool:
    """Tell whether a place only says whose hour is told in brackets: "at 18:50 (17:50 in Lisbon)"."""
    last = max((date.token for date in dates if date.timex.clock and date.token < token), default=0)
    return last > 0 and keys[last - 1] == "(" and token - last <= HOUR_REACH and ")" not in keys[last:token]
