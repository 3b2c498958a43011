"""Write ``cities.csv`` of the news packs: names of well-known places that the gazetteer lacks, or takes for another place.

    python tools/build_cities.py            # every language of tools/city_names.csv
    python tools/build_cities.py uk pl

The names are ours, a place and then a column a language with variants parted by ``|``: of towns in ``tools/city_names.csv``, of
seas, regions, rivers, mountains and sites in ``tools/wide_names.csv``, in the cases of Slavic languages where they have several
words. Others are those that Unicode CLDR has: by way of Babel territories, their capitals, and the cities that time zones are
named after, and of states and provinces (``tools/subdivision_names.csv``) those of whose name there is no other place of note. A
name that the pack or the gazetteer already puts where it is stays out, and so does one that ``places.toml`` of the pack calls
common, or that the row ``none`` of the table lists: everyday words, persons' names, names of which another bearer is better
known.
"""

import argparse
import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel import Locale
from babel.core import get_global

from extract.gazetteer import Gazetteer
from extract.gazetteer.naming import name_key
from extract.geo import distance_km
from extract.language import LANGUAGES, load_pack
from extract.language.places import place_words
from extract.places.mentions import options_of
from extract.resolution import Toponym, resolve

OWN = [Path(__file__).parent / name for name in ("city_names.csv", "wide_names.csv")]
SUBDIVISIONS = Path(__file__).parent / "subdivision_names.csv"
NAMESAKE = 50_000  # inhabitants of another place of a division's name
FEWEST = 100_000  # inhabitants of a city of a time zone that is no capital
NONE = "none"  # the row of names that are written for no place
_NOTES = set("()[],")  # "Mexico (city)"
WIDE = frozenset({"sea", "region", "river", "mountain", "facility", "metonym"})
SAME_KM = 50.0  # a name that is put so near to its place needs no row


def own_names(code: str, tables: Sequence[Path] = OWN) -> Iterator[tuple[str, str]]:
    """Yield the names of one column of the tables with their places."""
    for path in tables:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield from ((name, row["place"]) for name in row.get(code, "").split("|") if name)


def cldr_names(code: str, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Yield what CLDR calls territories and the cities of time zones in one language, with their places."""
    locale = Locale.parse(code)
    yield from ((name, territory) for territory, name in sorted(locale.territories.items()) if len(territory) == len("FR"))
    for zone, territory in sorted(get_global("zone_territories").items()):
        name = locale.time_zones.get(zone, {}).get("city")
        place = _place_of_zone(zone, territory, gazetteer)
        if name and place:
            yield name, place


def subdivision_names(code: str, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Yield what CLDR calls states and provinces in one language, where no other place of note bears the name."""
    demonyms = {name_key(name) for name in load_pack(code).table("places").get("demonyms", {})}
    for name, place in own_names(code, [SUBDIVISIONS]):
        if name_key(name) not in demonyms and _is_alone(name, place, gazetteer):
            yield name, place


def _is_alone(name: str, place_code: str, gazetteer: Gazetteer) -> bool:
    place = gazetteer.by_code(place_code)
    others = [gazetteer.place(meaning.row) for meaning in gazetteer.search(name)]
    if place is None:
        return False
    near = [other for other in others if distance_km(other.point, place.point) <= max(SAME_KM, place.radius_km)]
    far = [other for other in others if other not in near]
    small = all(other.kind in ("city", "admin2") and other.population < NAMESAKE for other in far)
    return small and not any(other.kind == "city" for other in near)


def _place_of_zone(zone: str, territory: str, gazetteer: Gazetteer) -> str | None:
    """Give the code of the city after which a zone is named: its country's capital, or the largest city of the name."""
    city = zone.rpartition("/")[2].replace("_", " ")
    capital = gazetteer.by_code(f"{territory}.capital")
    if capital and any(meaning.main and meaning.row == capital.row for meaning in gazetteer.search(city)):
        return f"{territory}.capital"
    code = f"{territory}/{city}"
    place = gazetteer.by_code(code)
    return code if place and place.population >= FEWEST else None


def cities(code: str) -> list[tuple[str, str]]:
    """List the names that one language needs, each with the code of its place, sorted."""
    gazetteer = Gazetteer.load()
    own, cldr, divisions = list(own_names(code)), list(cldr_names(code, gazetteer)), list(subdivision_names(code, gazetteer))
    countries = {name_key(name): (name, place) for name, place in cldr if len(place) == len("FR")}
    listed = {name_key(name): (name, place) for name, place in (*divisions, *cldr, *own)} | countries
    listed |= {name_key(name): (name, place) for name, place in own_names(code, OWN[1:])}  # "عمان" is Amman before it is Oman
    for name in (name for name, place in own if place == NONE):
        listed.pop(name_key(name), None)
    return sorted((name, place) for name, place in listed.values() if _is_needed(name, place, code) and not _NOTES & set(name))


def _is_needed(name: str, place_code: str, code: str) -> bool:
    gazetteer, pack, key = Gazetteer.load(), load_pack(code), name_key(name)
    place = gazetteer.by_code(place_code)
    table = pack.table("places")
    never = {name_key(word) for name in ("common", "never") for word in table.get("words", {}).get(name, ())}
    if place is None or key in never:
        return False
    if key in {name_key(name) for part in ("names", "exact") for name in table.get(part, {})}:
        return False
    if place.kind != "country" and (name[0].islower() or name.rpartition(" ")[2].islower()):
        return True  # "Чёрное море", "mar Negro": a name with a small word at an end counts only where the pack writes it so
    chosen = resolve([Toponym(key, options_of(gazetteer.meanings(key), gazetteer))], place_words(pack).home)
    options = [option for _, option in chosen[key].scores] if chosen else []
    if place.kind in WIDE and options and options[0].place.kind in WIDE:
        return True  # a name of the pack is surer than one of the gazetteer
    if not options or distance_km(options[0].place.point, place.point) > max(SAME_KM, place.radius_km):
        return True
    if place.kind == "city" and place.population < FEWEST:
        return True  # so that a small town in the news counts as well known
    if key.partition(" ")[0] in place_words(pack).articles and not options[0].main:
        return True
    town = options[0].place.kind == "city" and options[0].place.population < FEWEST
    return place.kind != "city" and (town or not options[0].main)


def main() -> None:
    """Write the files of the packs named on the command line, or of all languages of the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("codes", nargs="*", help="languages; every one of the table where none is named")
    with OWN[0].open(encoding="utf-8", newline="") as file:
        listed = next(csv.reader(file))[1:]
    for code in parser.parse_args().codes or listed:
        rows = cities(code)
        lines = ["name,place", *(",".join(row) for row in rows)]
        (LANGUAGES / code / "cities.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{code}: {len(rows)} names")


if __name__ == "__main__":
    main()
