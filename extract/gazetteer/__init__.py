"""Names → places, offline. The only reader of the gazetteer's tables.

In goes a key (``naming.name_key``), out come rows; a row is a Place. The tables are mapped into memory and shared
between processes; opening them takes a few milliseconds.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, cast

import numpy as np

from extract.gazetteer import files
from extract.gazetteer.naming import name_key
from extract.geo import EARTH_RADIUS_KM, LatLon
from extract.models import PlaceKind
from extract.models.record import Record

TOWNS_AROUND = 9  # that tell in which division they all lie


class Place(Record, frozen=True):
    """One row of the gazetteer."""

    row: int
    name: str  # the preferred English name
    latitude: float
    longitude: float
    radius_km: float
    kind: PlaceKind
    country: str | None  # ISO 3166-1 alpha-2
    admin1: str | None  # country and GeoNames code with a dot ("US.TX"), or None
    geonames_id: int | None
    population: int
    fame: float = (
        0.0  # how far it has more names than others of its size, in powers of ten: of two places of a name the better known
    )

    @property
    def point(self) -> LatLon:
        """Give the point as (latitude, longitude)."""
        return self.latitude, self.longitude


class Name(Record, frozen=True):
    """One meaning of a name: a row, and whether the name is the row's own or one of its other names."""

    row: int
    main: bool


class Meanings(tuple[Name, ...]):
    """All meanings of one key; hashed by identity, since the gazetteer gives one object for a key and it may be long."""

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__


class Gazetteer:
    """The gazetteer, open; it never changes."""

    def __init__(self, folder: Path) -> None:
        """Open the gazetteer of a folder.

        Raises
        ------
        GazetteerError
            It is absent, truncated or of another version.

        """
        header = files.read_header(folder)
        self.sources: dict[str, str] = header["sources"]
        self._countries: list[str] = header["countries"]
        self._admin1: list[str] = header["admin1"]
        self._codes: dict[str, int] = header["codes"]
        self._coasts: dict[str, list[list[float] | None]] = header["coasts"]  # eight points a country, clockwise from north
        self._capitals = frozenset(row for code, row in self._codes.items() if code.endswith(files.CAPITAL))
        self.languages: list[str] = header["languages"]  # whose frequencies of words it has
        self._columns = {name: files.column(folder, name) for name in files.COLUMNS}
        self._views = {name: _view(array) for name, array in self._columns.items()}
        self._labels = _view(files.column(folder, "labels"))
        self._names, self._values = files.trie(folder, "names"), _view(files.column(folder, "names"))
        self._many = _view(files.column(folder, "many"))
        self._sounds, self._sound_values = files.trie(folder, "sounds"), _view(files.column(folder, "sounds"))
        self._words, self._frequencies = files.trie(folder, "words"), _view(files.column(folder, "words"))
        self.meanings = lru_cache(maxsize=50_000)(self._meanings)
        self.reach = lru_cache(maxsize=100_000)(self._reach)
        self.place = lru_cache(maxsize=100_000)(self._place)
        self.frequency = lru_cache(maxsize=100_000)(self._frequency)
        self._by_initial = lru_cache(maxsize=8)(self._index)
        self.word_flags = lru_cache(maxsize=50_000)(self._word_flags)
        self.around = lru_cache(maxsize=2_000)(self._around)
        self.cities_of = lru_cache(maxsize=300)(self._cities_of)
        self.city = lru_cache(maxsize=10_000)(self._city)

    @staticmethod
    @cache
    def load(folder: Path = files.FOLDER) -> "Gazetteer":
        """Open the gazetteer that comes with the package, once a process."""
        return Gazetteer(folder)

    def __len__(self) -> int:
        return len(self._columns["kind"])

    def prefixes(self, key: str) -> list[str]:
        """List the stored keys with which a longer key begins, shortest first."""
        return cast("list[str]", self._names.prefixes(key))

    def _reach(self, token: str) -> int:
        """Tell whether keys begin with a token: 0 for none, 1 for the token alone, 2 for longer ones too."""
        if next(self._names.iterkeys(f"{token} "), None) is not None:
            return 2
        return int(token in self._names)

    def search(self, name: str) -> tuple[Name, ...]:
        """Find the meanings of a name as written."""
        return self.meanings(name_key(name))

    def by_code(self, code: str) -> Place | None:
        """Find a place by its code; None for an unknown one.

        A country by ISO 3166-1 ("RU"), its capital ("RU.capital"), a subdivision by ISO 3166-2 ("US-TX"), an own row by its id,
        or the largest city of a name in a country ("IT/Milan"), one whose own name it is before others; a district of no such city.
        """
        row = self._codes.get(code)
        if row is None and "/" in code:
            row = self.city(code)
        return None if row is None else self.place(row)

    def _city(self, code: str) -> int | None:
        country, _, name = code.partition("/")
        own = [m for m in self.search(name) if self.country(m.row) == country]
        cities = [m for m in own if self.kind(m.row) == "city"] or [m for m in own if self.kind(m.row) == "admin2"]
        return max(cities, key=lambda m: (m.main, self.population(m.row), -m.row)).row if cities else None

    def by_geonames(self, number: int) -> Place | None:
        """Find a city by its GeoNames number; None for an unknown one."""
        rows = np.flatnonzero(self._columns["geonames"] == number)
        return self.place(int(rows[-1])) if rows.size else None

    def is_capital(self, row: int) -> bool:
        """Tell whether a row is the capital of a country."""
        return row in self._capitals

    def sounding(self, skeleton: str) -> tuple[int, ...]:
        """List the rows whose Latin name has this skeleton (extract.names)."""
        number = self._sounds.get(skeleton)
        return () if number is None else tuple(name.row for name in self._rows(self._sound_values[number]))

    def nearest(self, point: LatLon, kinds: Sequence[PlaceKind] = ("city",), count: int = 1) -> tuple[tuple[float, Place], ...]:
        """List the nearest rows of some kinds with their distance in km."""
        latitude, longitude = (np.radians(self._columns[name], dtype=np.float64) for name in ("latitude", "longitude"))
        here, there = np.radians(point[0]), np.radians(point[1])
        chord = np.sin((latitude - here) / 2) ** 2 + np.cos(here) * np.cos(latitude) * np.sin((longitude - there) / 2) ** 2
        chord[~np.isin(self._columns["kind"], [files.KINDS.index(kind) for kind in kinds])] = np.inf
        rows = np.argsort(chord, kind="stable")[:count]
        return tuple(
            (2 * EARTH_RADIUS_KM * float(np.arcsin(np.sqrt(chord[row]))), self.place(int(row)))
            for row in rows
            if np.isfinite(chord[row])
        )

    def coast(self, country: str, bearing: float) -> LatLon | None:
        """Find the outermost point of a country's coast in a direction; None where it has no coast there."""
        points = self._coasts.get(country)
        point = points[round(bearing / 45) % 8] if points else None
        return (point[0], point[1]) if point else None

    def keys_within(self, first: str, last: str) -> dict[int, list[str]]:
        """List the stored keys of each row that begin with a letter between two, as those of one script do."""
        found: dict[int, list[str]] = {}
        for letter in range(ord(first), ord(last) + 1):
            for key in self._names.iterkeys(chr(letter)):
                for name in self._rows(self._values[self._names[key]]):
                    found.setdefault(name.row, []).append(key)
        return found

    def facilities(self, country: str) -> tuple[int, ...]:
        """List the facilities of a country."""
        return tuple(row for row in self._by_initial("facility", 0)[0] if self.country(row) == country)

    def cities(self, country: str, least_population: int, initials: str) -> tuple[int, ...]:
        """List the cities of a country that have so many inhabitants and begin with one of some small letters A to Z."""
        _, rows = self._by_initial("city", least_population)
        return tuple(row for initial in initials for row in rows.get((country, initial), ()))

    def _index(self, kind: PlaceKind, least_population: int) -> tuple[list[int], dict[tuple[str, str], list[int]]]:
        """Index the larger rows of a kind by country and first letter, once: NumPy takes longer for each question."""
        same = self._columns["kind"] == files.KINDS.index(kind)
        rows = np.flatnonzero(same & (self._columns["population"] >= least_population))
        countries, initials = self._columns["country"][rows], np.asarray(self._labels)[self._columns["label_start"][rows]]
        found: dict[tuple[str, str], list[int]] = {}
        for row, country, initial in zip(rows.tolist(), countries.tolist(), initials.tolist(), strict=True):
            found.setdefault((self._countries[country], chr(initial).lower()), []).append(row)
        return rows.tolist(), found

    def _meanings(self, key: str) -> tuple[Name, ...]:
        number = self._names.get(key)
        return () if number is None else self._rows(self._values[number])

    def _rows(self, value: int) -> tuple[Name, ...]:
        if not value & files.MANY:
            return (Name(value & files.ENTRY, bool(value & files.MAIN)),)
        start = value & files.ENTRY
        count = self._many[start]
        rows = self._many[start + 1 : start + 1 + count]
        return Meanings(Name(row & files.ENTRY, bool(row & files.MAIN)) for row in rows)

    def label(self, row: int) -> str:
        """Give the preferred name of a row, without the rest."""
        starts = self._views["label_start"]
        end = starts[row + 1] if row + 1 < len(self) else len(self._labels)
        return str(self._labels[starts[row] : end], "utf-8").partition(" [")[0]  # "Galicia [Galicia]" in ISO 3166-2

    def kind(self, row: int) -> PlaceKind:
        """Give the kind of a row, without the rest."""
        return cast("PlaceKind", files.KINDS[self._views["kind"][row]])

    def admin1(self, row: int) -> str | None:
        """Give the first division of a row, without the rest; of a division without a code of GeoNames that of the towns in it."""
        return self._admin1[self._views["admin1"][row]] or (self.around(row) if self.kind(row) == "admin1" else None)

    def _around(self, row: int) -> str | None:
        """Give the division of most of the towns of its country that lie nearest to the point of a row."""
        rows = self.cities_of(self._views["country"][row])
        here = self.point(row)
        north = self._columns["latitude"][rows] - here[0]
        east = (self._columns["longitude"][rows] - here[1]) * np.cos(np.radians(here[0]))
        near = rows[np.argsort(north**2 + east**2, kind="stable")[:TOWNS_AROUND]]
        told = Counter(self._admin1[self._views["admin1"][one]] for one in near.tolist())
        return told.most_common(1)[0][0] or None if told else None

    def _cities_of(self, country: int) -> Any:
        """List the rows of the cities of a country, by its number."""
        return np.flatnonzero((self._columns["country"] == country) & (self._columns["kind"] == files.KINDS.index("city")))

    def point(self, row: int) -> LatLon:
        """Give the point of a row, without the rest."""
        return self._views["latitude"][row], self._views["longitude"][row]

    def country(self, row: int) -> str | None:
        """Give the country of a row, without the rest."""
        return self._countries[self._views["country"][row]] or None

    def population(self, row: int) -> int:
        """Give the inhabitants of a row, without the rest."""
        return self._views["population"][row]

    def _place(self, row: int) -> Place:
        view = self._views
        return Place(
            row,
            self.label(row),
            round(view["latitude"][row], 5),
            round(view["longitude"][row], 5),
            float(view["radius"][row]),
            self.kind(row),
            self.country(row),
            self.admin1(row),
            view["geonames"][row] or None,
            view["population"][row],
            view["fame"][row] / files.FAME,
        )

    def _frequency(self, word: str, language: str) -> float:
        """Give the Zipf frequency of a folded word (0: rare; 4: once in 100,000 words; 7: the commonest), from wordfreq."""
        number = self._words.get(word)
        if number is None:
            return 0.0
        column = self.languages.index(language) if language in self.languages else len(self.languages)
        return float(self._frequencies[number, column]) / 10

    def _word_flags(self, word: str) -> int:
        """Give the flags of a folded word: files.GIVEN for a given name, files.SURNAME for a family name."""
        number = self._words.get(word)
        return 0 if number is None else int(self._frequencies[number, -1])


def _view(array: Any) -> memoryview:
    """Look at a column without NumPy's cost for one number."""
    return memoryview(array)
