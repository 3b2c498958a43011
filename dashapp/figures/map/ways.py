"""Journeys and flights on the map: a person's stations in order, and lines from where a thing starts to where it goes."""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

import msgspec

from dashapp.geometry import Point
from dashapp.theme import family_of
from extract import Happening, Row, Where, distance_km

PRESENT = frozenset({"meeting", "visit", "travel"})  # families of kinds for which one has to be there
ROLES_TO = frozenset({"target", "heading"})
MOVING = frozenset({"launch", "travel", "visit", "conflict", "aid"})  # families of kinds that go from one place to another
WIDEST_AREA_KM = 800.0  # seas are drawn as areas of doubt; a circle around a continent would say nothing
SHORTEST_AREA_KM = 40.0  # less is a point
LONGEST_STAY_DAYS = 14  # a longer gap begins another journey
WIDE_KM = 120.0  # a country is no station
FEWEST_STATIONS = 3
MOST_JOURNEYS = 2


class Station(msgspec.Struct, frozen=True):
    """One stop of a journey."""

    point: Point
    row: Row


class Journey(msgspec.Struct, frozen=True):
    """One person's stations, in order of day."""

    person: str
    stations: tuple[Station, ...]


class Way(msgspec.Struct, frozen=True):
    """From where to where a happening goes."""

    start: Point
    end: Point
    name: str
    radius_km: float
    vague: bool


def journeys(rows: Sequence[Row]) -> list[Journey]:
    """Find who went from place to place: the longest journeys, at least three places each."""
    by_person: dict[str, list[Row]] = {}
    for row in rows:
        if (
            family_of(row.kind) in PRESENT
            and row.first_day
            and row.latitude is not None
            and row.radius_km < WIDE_KM
            and _on_a_day(row)
        ):
            for person in row.participants[:2]:
                by_person.setdefault(person, []).append(row)
    found = [journey for person, visits in sorted(by_person.items()) for journey in _split(person, visits)]
    kept: list[Journey] = []
    for journey in sorted(found, key=lambda one: (-len(one.stations), one.person)):
        route = [station.point for station in journey.stations]
        if len(route) >= FEWEST_STATIONS and all([s.point for s in other.stations] != route for other in kept):
            kept.append(journey)
    return kept[:MOST_JOURNEYS]


def ways(happening: Happening) -> list[Way]:
    """Give the lines from a happening's place to its target or heading, where that is not all around it."""
    where = happening.where
    if family_of(happening.kind) not in MOVING or where is None or where.latitude is None or where.longitude is None:
        return []
    start = where.latitude, where.longitude
    ends = [other for role, other in happening.other_places if role in ROLES_TO]
    found = [way for other in ends if (way := _way(start, where.radius_km, other))]
    return list({way.end: way for way in found}.values())


def _way(start: Point, start_km: float, other: Where) -> Way | None:
    if other.latitude is None or other.longitude is None:
        return None
    end = other.latitude, other.longitude
    apart_km = distance_km(start, end)
    if apart_km <= max(other.radius_km, start_km):
        return None
    area = other.kind != "country" and SHORTEST_AREA_KM < other.radius_km <= WIDEST_AREA_KM
    return Way(start, end, other.name, other.radius_km, area)


def _on_a_day(row: Row) -> bool:
    return row.grain in {"day", "part", "hour", "minute", "second", "weekend"} and row.modality != "negated"


def _split(person: str, visits: Sequence[Row]) -> list[Journey]:
    """Cut a person's visits where the gap is too long, and drop stops at the place they are at already.

    Of visits that nothing orders within a day, those at the place where one is come first, the others by their place: whoever
    is there all day goes nowhere in between.
    """
    journeys_found: list[list[Station]] = [[]]
    for _, told in groupby(sorted(visits, key=_moment), key=_moment):
        here = journeys_found[-1][-1].point if journeys_found[-1] else None
        stations = sorted(map(_station, told), key=lambda one: (one.point != here, one.point, one.row.id))
        for station in stations:
            last = journeys_found[-1][-1] if journeys_found[-1] else None
            first_day, left = station.row.first_day, last.row.last_day if last else None
            if first_day and left and (first_day - left).days > LONGEST_STAY_DAYS:
                journeys_found.append([station])
            elif last is None or last.point != station.point:
                journeys_found[-1].append(station)
    return [Journey(person, tuple(stations)) for stations in journeys_found]


def _moment(row: Row) -> tuple[bool, dt.date, str]:
    return row.first_day is None, row.first_day or dt.date.min, row.clock or ""


def _station(row: Row) -> Station:
    assert row.latitude is not None
    assert row.longitude is not None
    return Station((round(row.latitude, 4), round(row.longitude, 4)), row)
