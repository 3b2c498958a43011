"""Candidates of one document → one place each (which Paris).

In go the toponyms of one document with their options; out comes, for each, the option chosen, a confidence and the
reason. Method: population, kind and own or other name make a prior; what contains what ("Paris, Texas") is fixed; then
a few passes add the shares of country and first division that the document's other places give, and the neighbours
within reach. One sense a document for one name.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from extract.gazetteer import Place
from extract.geo import distance_km
from extract.models.record import Record
from extract.resolution.namesakes import NEAR_KM, Option, among_namesakes, contains, prior
from extract.resolution.together import lying_together

__all__ = ["Choice", "Option", "Toponym", "among_namesakes", "contains", "prior", "resolve"]

COUNTRY_SHARE, ADMIN1_SHARE, NEIGHBOURS, NEIGHBOURS_MOST = 2.5, 3.5, 1.3, 2.5  # weights of the context; GeoVirus, coarse steps
NEAR_DEGREES = 1.36  # of latitude: no place farther north or south is so near as NEAR_KM
FEW = 0.7  # weight added to the whole, so that the share of one or two places tells less
UNSURE, SURE_GAP = 0.35, 2.0  # weight of a place whose best options differ by less than the gap
SAID, SPELLED = 6.0, 1.5  # added where the text says in what it lies; for the only one written so: "San-Pédro" is no San Pedro
DIVISION = 4.0  # added for a first division where a word beside the name, or a list of divisions, says it is one
LOCAL = 4.5  # added for a town where a word beside the name is of a town, and the country is that of other places
HOME, HOME_DIVISION = 0.4, 1.6  # added for what lies where the language is spoken, a division that is no town: Punjab in Hindi
PASSES = 3  # over the document
MOST_OPTIONS, MOST_REPEATS = 60, 4  # options of one name, which may have hundreds; times that a name counts
SAME_KM, CAPITAL_KM = 60.0, 300.0  # a city and the division around it are no two readings; nor are Buenos Aires and its province
CELL, MOST_COLUMNS = 1.5, 8  # degrees; cells to either side that are looked at near a pole
TOLD_SHARE = 0.05  # of a country or division, from which a reason names it
_WIDE = frozenset({"country", "region", "sea", "celestial"})


@dataclass(slots=True)
class Toponym:
    """All mentions of one name in one document."""

    key: str
    options: tuple[Option, ...]  # likeliest first
    count: int = 1
    weight: float = 1.0  # more for a dateline or the title
    said: int | None = None  # the row that the text says ("Paris, Texas")
    local: bool = False  # a word beside it is of a town ("Lebanon police")
    division: bool = False  # a word beside it is of a first division ("Georgia Gov. …")
    peer: int | None = None  # the division that it is in a list of divisions
    together: Option | None = None  # that which lies where most of the document's other names do
    spelled: str = ""  # as it is written first, where that tells more than its key: accents, hyphens


class Choice(Record, frozen=True):
    """The place chosen for a toponym, and why."""

    option: Option
    scores: tuple[tuple[float, Option], ...]  # best first
    confidence: float
    reason: str


@dataclass(slots=True)
class _Context:
    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    admin1: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    all_countries: float = 0.0
    all_admin1: float = 0.0
    cells: defaultdict[int, list[tuple[str, Place, float]]] = field(default_factory=lambda: defaultdict(list))  # cell → those near


def resolve(toponyms: Sequence[Toponym], home: frozenset[str] = frozenset()) -> dict[str, Choice]:
    """Choose one place for each name of a document; those of its language's countries are rather meant.

    Returns
    -------
    dict
        Key of the name → choice; a name without options is left out.

    """
    listed = [toponym for toponym in toponyms if toponym.options]
    chosen = {toponym.key: _first(toponym) for toponym in listed}
    _put_together(listed)
    chosen |= {toponym.key: toponym.together for toponym in listed if toponym.together}
    scores: dict[str, list[tuple[float, Option]]] = {}
    context = _Context()
    for _ in range(PASSES):
        context = _context(listed, chosen)
        before = dict(chosen)
        for toponym in listed:
            scores[toponym.key] = _scored(toponym, context, before[toponym.key], home)
            chosen[toponym.key] = scores[toponym.key][0][1]
        if all(chosen[key] is option for key, option in before.items()):
            break
    return {toponym.key: _choice(toponym, scores[toponym.key], context, before[toponym.key]) for toponym in listed}


def _first(toponym: Toponym) -> Option:
    return next((option for option in toponym.options if option.place.row == toponym.said), toponym.options[0])


def _put_together(toponyms: Sequence[Toponym]) -> None:
    """Note for names that may be small places the options that lie together."""
    small = [toponym for toponym in toponyms if toponym.options[0].place.kind not in _WIDE]
    options = [[option for option in toponym.options if toponym.said in (None, option.place.row)] for toponym in small]
    options = [[option for option in of if option.place.kind not in _WIDE and (option.main or not of[0].main)] for of in options]
    places = lying_together([[(option.prior, option.place.point) for option in of] for of in options])
    for toponym, of, place in zip(small, options, places, strict=True):
        toponym.together = None if place is None else of[place]


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
        if place.kind not in _WIDE:
            there = (toponym.key, place, weight)
            for cell in _cells_around(math.floor(place.latitude / CELL), math.floor(place.longitude / CELL)):
                context.cells[cell].append(there)
    context.all_countries, context.all_admin1 = sum(context.countries.values()), sum(context.admin1.values())
    return context


def _weight(toponym: Toponym, option: Option) -> float:
    best, others = toponym.options[0], toponym.options[1:2]
    sure = option is toponym.together or toponym.said is not None
    sure = sure or (option is best and not (others and best.prior - others[0].prior <= SURE_GAP))
    return min(toponym.count, MOST_REPEATS) * toponym.weight * (1.0 if sure else UNSURE)


def _scored(toponym: Toponym, context: _Context, own: Option, home: frozenset[str]) -> list[tuple[float, Option]]:
    """Score the options of a name, best first; ``own`` is what the context takes it for, which counts for nothing here."""
    own_weight, said, found = _weight(toponym, own), toponym.said, []
    town = any(option.place.kind == "city" and option.place.country in home for option in toponym.options)
    for option in toponym.options:
        place, score = option.place, option.prior + SPELLED * (toponym.spelled == option.place.name)
        if place.country in home and place.kind not in _WIDE:
            score += HOME_DIVISION if place.kind == "admin1" and not town else HOME
        if place.row == said:
            score += SAID
        if place.row == toponym.peer or (toponym.division and place.kind == "admin1" and option.main):
            score += DIVISION
        if place.country in context.countries:
            score += COUNTRY_SHARE * _country_share(place, context, own.place, own_weight)
            if toponym.local and place.kind == "city":
                score += LOCAL
        if place.admin1 in context.admin1:
            score += ADMIN1_SHARE * _admin1_share(place, context, own.place, own_weight)
        if context.cells and place.kind not in _WIDE:
            near = _neighbours(toponym.key, place, context)
            if near:
                score += min(NEIGHBOURS_MOST, NEIGHBOURS * math.log1p(near))
        found.append((score, option))
    found.sort(key=lambda row: (-row[0], row[1].place.row))
    free = said is None and toponym.peer is None and not toponym.division
    return _capital_first(found) if free and found[0][1].place.kind == "admin1" else found


def _capital_first(found: list[tuple[float, Option]]) -> list[tuple[float, Option]]:
    """Put a capital before the division of its name, whatever other places of that division are told: Minsk, Kyiv."""
    division = found[0][1].place
    own = (row for row in found if row[1].capital and row[1].place.country == division.country)
    capital = next((row for row in own if distance_km(row[1].place.point, division.point) < CAPITAL_KM), None)
    return [(found[0][0], capital[1]), *(row for row in found if row is not capital)] if capital else found


def _country_share(place: Place, context: _Context, own: Place, own_weight: float) -> float:
    others = context.countries.get(place.country or "", 0.0) - own_weight * (own.country == place.country)
    return max(0.0, others / (context.all_countries - own_weight * (own.country is not None) + FEW))


def _admin1_share(place: Place, context: _Context, own: Place, own_weight: float) -> float:
    others = context.admin1.get(place.admin1 or "", 0.0) - own_weight * (own.admin1 == place.admin1)
    return max(0.0, others / (context.all_admin1 - own_weight * (own.admin1 is not None) + FEW))


def _neighbours(key: str, place: Place, context: _Context) -> float:
    """Add up the weights of the document's other places within reach."""
    there = context.cells.get(_cell(place))
    if not there:
        return 0.0
    north = place.latitude
    return sum(
        weight
        for other, near, weight in there
        if other != key and abs(near.latitude - north) < NEAR_DEGREES and distance_km(place.point, near.point) < NEAR_KM
    )


def _cell(place: Place) -> int:
    return _cell_at(math.floor(place.latitude / CELL), math.floor(place.longitude / CELL))


def _cell_at(row: int, column: int) -> int:
    return 1000 * row + column % round(360 / CELL)


@lru_cache(maxsize=10_000)
def _cells_around(row: int, column: int) -> frozenset[int]:
    """List the cells that hold all points within reach of one, across 180° too; more of them near a pole."""
    wide = min(MOST_COLUMNS, math.ceil(1 / max(0.05, math.cos(math.radians(row * CELL)))))
    return frozenset(_cell_at(line, step) for line in (row - 1, row, row + 1) for step in range(column - wide, column + wide + 1))


def _choice(toponym: Toponym, scored: list[tuple[float, Option]], context: _Context, own: Option) -> Choice:
    score, option = scored[0]
    rivals = (value for value, other in scored[1:] if distance_km(other.place.point, option.place.point) > SAME_KM)
    gap = score - next(rivals, score - 4.0)
    reason = _reason(toponym, option.place, context, own)
    reason = reason or ("the only place of that name" if len(scored) == 1 else "the best known place of that name")
    return Choice(option, tuple(scored), 1 / (1 + math.exp(-gap - 0.5)), reason)


def _reason(toponym: Toponym, place: Place, context: _Context, own: Option) -> str:
    """Say in words what spoke for a place besides how well known it is."""
    own_weight = _weight(toponym, own)
    reasons = ["the text says in what it lies"] if place.row == toponym.said else []
    country, admin1 = (share(place, context, own.place, own_weight) for share in (_country_share, _admin1_share))
    reasons += [f"country {place.country} of {country:.0%}"] if place.country and country > TOLD_SHARE else []
    reasons += [f"division {place.admin1} of {admin1:.0%}"] if place.admin1 and admin1 > TOLD_SHARE else []
    near = place.kind not in _WIDE and _neighbours(toponym.key, place, context)
    return "; ".join([*reasons, f"neighbours within {NEAR_KM:.0f} km"] if near else reasons)
