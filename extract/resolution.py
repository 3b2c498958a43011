"""Candidates of one document → one place each (which Paris).

In go the toponyms of one document with their options; out comes, for each, the option chosen, a confidence and the
reason. Method: population, kind and own or other name make a prior; what contains what ("Paris, Texas") is fixed; then
a few passes add the shares of country and first division that the document's other places give, and the neighbours
within reach. One sense a document for one name.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.gazetteer import Place
from extract.geo import distance_km

KIND_PRIOR = {
    "country": 6.0, "region": 9.0, "sea": 9.0, "celestial": 10.0, "facility": 7.5, "metonym": 8.0, "organisation": 7.0,
    "river": 6.5, "mountain": 6.5, "admin1": 1.5, "admin2": 0.5, "city": 0.0,
}  # fmt: skip
OTHER_NAME = 0.8, 1.0  # factor of and deduction from the prior where the name is not the place's own
CAPITAL = 2.2  # added for the capital of a country
COUNTRY_SHARE, ADMIN1_SHARE, NEIGHBOURS = 2.0, 3.0, 1.3  # weights of the context; measured on GeoVirus, coarse steps
NEIGHBOURS_MOST = 2.5
NEAR_KM = 150.0
UNSURE = 0.35  # weight of a place whose best options differ by less than SURE_GAP
SURE_GAP = 2.0
SAID = 6.0  # added where the text says in what the place lies
COUNTRY_OVER_DIVISION = 1.5  # a country stands so much above another country's division of the same name
CITY_OVER_DIVISION = 0.5  # a city stands so much above the division around it that bears its name
CITY_SHARE = 0.2  # of the division's inhabitants
PASSES = 3
MOST_OPTIONS = 60  # of one name; a name may have hundreds
MOST_REPEATS = 4  # a name counts so often at most
SAME_KM = 60.0  # a city and the division around it are no two readings
_CELL = 1.5  # degrees


@dataclass(frozen=True, slots=True)
class Option:
    """One place that a toponym may be, before the document is looked at."""

    place: Place
    prior: float
    main: bool


@dataclass(slots=True)
class Toponym:
    """All mentions of one name in one document."""

    key: str
    options: tuple[Option, ...]
    count: int = 1
    weight: float = 1.0  # more for a dateline or the title
    said: int | None = None  # the row that the text says ("Paris, Texas")


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen for a toponym, and why."""

    option: Option
    scores: tuple[tuple[float, Option], ...]  # best first
    confidence: float
    reason: str


@dataclass(slots=True)
class _Context:
    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    admin1: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    cells: dict[tuple[int, int], list[tuple[str, Place, float]]] = field(default_factory=lambda: defaultdict(list))


def prior(place: Place, main: bool, capital: bool = False) -> float:
    """Say how likely a name means a place, before anything is known of the document."""
    factor, less = (1.0, 0.0) if main else OTHER_NAME
    return math.log10(place.population + 10) * factor - less + KIND_PRIOR[place.kind] + (CAPITAL if capital else 0.0)


def among_namesakes(options: Sequence[Option]) -> list[Option]:
    """Weigh a country against a division of its name (Georgia), and a division against its own large city (New York)."""
    divisions = [option for option in options if option.place.kind == "admin1" and option.main]
    return [_beside(option, options, divisions) for option in options]


def _beside(option: Option, options: Sequence[Option], divisions: Sequence[Option]) -> Option:
    place = option.place
    if place.kind == "country":
        rivals = [other.prior for other in divisions if other.place.country != place.country]
        return replace(option, prior=min(option.prior, max(rivals) + COUNTRY_OVER_DIVISION)) if rivals else option
    if place.kind in ("admin1", "admin2"):
        cities = [other for other in options if other.main and other.place.kind == "city" and _is_its_city(place, other.place)]
        return (
            replace(option, prior=min(option.prior, max(city.prior for city in cities) - CITY_OVER_DIVISION)) if cities else option
        )
    return option


def _is_its_city(division: Place, city: Place) -> bool:
    share = city.population / max(1, division.population)
    return contains(division, city) and (share >= CITY_SHARE or division.kind == "admin2")


def resolve(toponyms: Sequence[Toponym]) -> dict[str, Choice]:
    """Choose one place for each name of a document.

    Returns
    -------
    dict
        Key of the name → choice; a name without options is left out.

    """
    listed = [toponym for toponym in toponyms if toponym.options]
    chosen = {toponym.key: _first(toponym) for toponym in listed}
    scores: dict[str, list[tuple[float, Option, str]]] = {}
    for _ in range(PASSES):
        context = _context(listed, chosen)
        changed = False
        for toponym in listed:
            scores[toponym.key] = _scored(toponym, context, chosen[toponym.key])
            best = scores[toponym.key][0][1]
            changed |= best is not chosen[toponym.key]
            chosen[toponym.key] = best
        if not changed:
            break
    return {key: _choice(found) for key, found in scores.items()}


def contains(outer: Place, inner: Place) -> bool:
    """Tell whether the gazetteer puts one place inside another."""
    if outer.row == inner.row or outer.country != inner.country or outer.country is None:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    if outer.kind == "admin1":
        if inner.kind in ("country", "admin1"):
            return False
        if outer.admin1 and inner.admin1:
            return outer.admin1 == inner.admin1
        return distance_km(outer.point, inner.point) < outer.radius_km + NEAR_KM
    if outer.kind == "admin2":
        close = distance_km(outer.point, inner.point) < max(60.0, 1.5 * outer.radius_km)
        return inner.kind not in ("country", "admin1", "admin2") and close and (not outer.admin1 or outer.admin1 == inner.admin1)
    return False


def _first(toponym: Toponym) -> Option:
    return max(toponym.options, key=lambda option: (_said(toponym, option), option.prior, -option.place.row))


def _said(toponym: Toponym, option: Option) -> int:
    return int(option.place.row == toponym.said)


def _context(toponyms: Sequence[Toponym], chosen: dict[str, Option]) -> _Context:
    context = _Context()
    for toponym in toponyms:
        place = chosen[toponym.key].place
        weight = _weight(toponym, chosen[toponym.key])
        if place.kind == "celestial":
            continue
        if place.country:
            context.countries[place.country] += weight
        if place.admin1:
            context.admin1[place.admin1] += weight * (1.5 if place.kind == "admin1" else 1.0)
        if place.kind not in ("country", "region", "sea"):
            cell = math.floor(place.latitude / _CELL), math.floor(place.longitude / _CELL)
            context.cells[cell].append((toponym.key, place, weight))
    return context


def _weight(toponym: Toponym, option: Option) -> float:
    others = [other.prior for other in toponym.options if other is not option]
    sure = toponym.said is not None or not others or option.prior - max(others) > SURE_GAP
    return min(toponym.count, MOST_REPEATS) * toponym.weight * (1.0 if sure else UNSURE)


def _scored(toponym: Toponym, context: _Context, own: Option) -> list[tuple[float, Option, str]]:
    own_weight = _weight(toponym, own)
    all_countries, all_admin1 = sum(context.countries.values()) or 1.0, sum(context.admin1.values()) or 1.0
    found = []
    for option in toponym.options:
        place, reasons, score = option.place, [], option.prior + SAID * _said(toponym, option)
        if place.country:
            share = (context.countries[place.country] - own_weight * (own.place.country == place.country)) / all_countries
            score += COUNTRY_SHARE * max(0.0, share)
            reasons += [f"country {place.country} of {share:.0%}"] if share > 0.05 else []
        if place.admin1:
            share = (context.admin1[place.admin1] - own_weight * (own.place.admin1 == place.admin1)) / all_admin1
            score += ADMIN1_SHARE * max(0.0, share)
            reasons += [f"division {place.admin1} of {share:.0%}"] if share > 0.05 else []
        if place.kind not in ("country", "region", "sea", "celestial"):
            near = _neighbours(toponym.key, place, context)
            score += min(NEIGHBOURS_MOST, NEIGHBOURS * math.log1p(near))
            reasons += [f"neighbours within {NEAR_KM:.0f} km"] if near else []
        if _said(toponym, option):
            reasons.insert(0, "the text says in what it lies")
        found.append((score, option, "; ".join(reasons)))
    return sorted(found, key=lambda row: (-row[0], row[1].place.row))


def _neighbours(key: str, place: Place, context: _Context) -> float:
    row, column = math.floor(place.latitude / _CELL), math.floor(place.longitude / _CELL)
    wide = min(8, math.ceil(1 / max(0.05, math.cos(math.radians(place.latitude)))))
    total = 0.0
    for line in (row - 1, row, row + 1):
        for step in range(column - wide, column + wide + 1):
            for other, there, weight in context.cells.get((line, (step + 120) % 240 - 120), ()):
                if other != key and distance_km(place.point, there.point) < NEAR_KM:
                    total += weight
    return total


def _choice(scored: list[tuple[float, Option, str]]) -> Choice:
    score, option, why = scored[0]
    rivals = [value for value, other, _ in scored[1:] if distance_km(other.place.point, option.place.point) > SAME_KM]
    gap = score - rivals[0] if rivals else 4.0
    reason = why or ("the only place of that name" if len(scored) == 1 else "the best known place of that name")
    return Choice(option, tuple((value, other) for value, other, _ in scored), 1 / (1 + math.exp(-gap - 0.5)), reason)
