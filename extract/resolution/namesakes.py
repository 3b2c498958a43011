"""The places that one name may mean, before a document is looked at: how likely each is, and which contains which."""

import math
from collections.abc import Sequence

from msgspec.structs import replace

from extract.gazetteer import Place
from extract.geo import distance_km
from extract.models.record import Record

KIND_PRIOR = {
    "country": 6.0, "region": 9.0, "sea": 9.0, "celestial": 10.0, "facility": 7.5, "metonym": 8.0, "organisation": 7.0,
    "river": 6.5, "mountain": 6.5, "admin1": 1.5, "admin2": -0.3, "city": 0.0,
}  # fmt: skip
OTHER_NAME = 0.8, 1.0  # factor of and deduction from the prior where the name is not the place's own
FAME, CAPITAL = 1.0, 2.2  # weight of being better known than others of its size (Geneva in Switzerland); added for a capital
COUNTRY_OVER_DIVISION, CITY_OVER_DIVISION = 1.5, 0.5  # above another country's division of the same name; above that around it
METROPOLIS, SEAT, TOWN = 1_000_000, 300_000, 50_000  # inhabitants of a city known beyond its country, by its division, by itself
NEAR_KM = 150.0
CITY_SHARE = 0.1  # of the division's inhabitants


class Option(Record, frozen=True):
    """One place that a toponym may be, before the document is looked at."""

    place: Place
    prior: float
    main: bool
    capital: bool = False  # of a country


def prior(place: Place, main: bool, capital: bool = False) -> float:
    """Say how likely a name means a place, before anything is known of the document."""
    factor, less = (1.0, 0.0) if main else OTHER_NAME
    known = (math.log10(place.population + 10) + FAME * place.fame) * factor - less
    return known + KIND_PRIOR[place.kind] + (CAPITAL if capital else 0.0)


def among_namesakes(options: Sequence[Option]) -> list[Option]:
    """Weigh a country against a division of its name (Georgia), and a division against its own large city (New York)."""
    divisions = [option for option in options if option.place.kind == "admin1" and option.main]
    return [_beside(option, options, divisions) for option in options]


def _beside(option: Option, options: Sequence[Option], divisions: Sequence[Option]) -> Option:
    place = option.place
    if place.kind == "country" and not option.main:  # what another language calls it: "Columbia"
        cities = [other.prior for other in options if other.main and other.place.kind == "city"]
        return replace(option, prior=min(option.prior, max(cities) - CITY_OVER_DIVISION)) if cities else option
    if place.kind == "country":
        abroad = [other for other in divisions if other.place.country != place.country]  # a near one is the country: Puerto Rico
        rivals = [other.prior for other in abroad if distance_km(place.point, other.place.point) > place.radius_km + NEAR_KM]
        return replace(option, prior=min(option.prior, max(rivals) + COUNTRY_OVER_DIVISION)) if rivals else option
    if option.capital and not option.main:  # "Salem" is rarely Jerusalem, where so large a city has that name
        rivals = [other.prior - CITY_OVER_DIVISION for other in options if other.main and other.place.population >= SEAT]
        return replace(option, prior=min(option.prior, max(rivals, default=math.inf)))
    if place.kind == "city" and not option.main:  # what its division is called: "Santa Cruz" is the city in Bolivia
        around = [other.prior for other in divisions if _is_its_city(other.place, place)]
        return replace(option, prior=max(option.prior, max(around) + CITY_OVER_DIVISION)) if around else option
    if place.kind in ("admin1", "admin2"):
        towns = [other for other in options if other.main and other.place.kind == "city"]
        seat = any(other.place.population >= SEAT and contains(place, other.place) for other in towns)
        rivals = [other.prior for other in towns if _is_rival(place, other, seat=seat) or not option.main]
        return replace(option, prior=min(option.prior, max(rivals) - CITY_OVER_DIVISION)) if rivals else option
    return option


def _is_rival(division: Place, city: Option, *, seat: bool) -> bool:
    """Tell whether a division's name alone means a city: its own large one (New York), or its country's capital (Washington).

    Without a large city of its name, a metropolis elsewhere (Córdoba) or a town larger than all of it (Toledo) does too.
    """
    own = _is_its_city(division, city.place) or (city.capital and city.place.country == division.country)
    least = TOWN if division.kind == "admin2" else min(METROPOLIS, division.population)
    return own or (not seat and city.place.population >= least)


def _is_its_city(division: Place, city: Place) -> bool:
    share = city.population / max(1, division.population)
    return contains(division, city) and (share >= CITY_SHARE or division.kind == "admin2")


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
