"""The table of happenings → arrays in memory, by weight; every view is answered from them.

Measured on a million rows: masks and counts take some milliseconds here, ten times as long in SQLite.
"""

import datetime as dt
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from extract.models import Row
from extract.store.columns import COLUMNS

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int32]
Floats = NDArray[np.float64]
_MOST_ROWS_HELD = 50_000  # some 60 MB
_SPAN_GRAINS = frozenset({"second", "minute", "hour", "part", "day"})  # told in days: from … to, not somewhere between


@dataclass(frozen=True, slots=True)
class Category:
    """One value a row, as a code."""

    codes: NDArray[np.intp]
    names: tuple[str, ...]

    def mask(self, wanted: tuple[str, ...]) -> Mask:
        """Mark the rows with any of the values."""
        chosen = np.array([name in wanted for name in self.names], dtype=bool)
        return chosen[self.codes] if len(self.names) else np.zeros(len(self.codes), dtype=bool)

    def counts(self, mask: Mask) -> dict[str, int]:
        """Count the marked rows by value, most frequent first."""
        totals = np.bincount(self.codes[mask], minlength=len(self.names))
        return _ordered({name: int(total) for name, total in zip(self.names, totals, strict=True) if total})


@dataclass(frozen=True, slots=True)
class Sets:
    """Several values a row: rows share few different sets, so each set is looked at once."""

    codes: NDArray[np.intp]
    sets: tuple[tuple[str, ...], ...]

    def mask(self, wanted: tuple[str, ...]) -> Mask:
        """Mark the rows with any of the values."""
        chosen = np.array([not set(wanted).isdisjoint(one) for one in self.sets], dtype=bool)
        return chosen[self.codes] if self.sets else np.zeros(len(self.codes), dtype=bool)

    def counts(self, mask: Mask) -> dict[str, int]:
        """Count the marked rows by value, most frequent first; a row counts under each of its values."""
        totals = np.bincount(self.codes[mask], minlength=len(self.sets))
        found: dict[str, int] = {}
        for at in np.flatnonzero(totals):
            for name in self.sets[at]:
                found[name] = found.get(name, 0) + int(totals[at])
        return _ordered(found)


@dataclass(frozen=True)
class Frame:
    """All happenings that are in the views, heaviest first; one array a column, all of one length."""

    linked: int  # the change of happenings that it was loaded at
    columns: dict[str, NDArray[Any]]  # by the names of COLUMNS, as stored
    kinds: Category
    modalities: Category
    statuses: Category
    sources: Sets
    languages: Sets
    first: Numbers  # ordinal of the first day; 0 where undated
    last: Numbers
    latitude: Floats  # NaN where unplaced
    longitude: Floats
    dated: Mask
    placed: Mask
    hidden: Mask
    disputed: Mask
    made: dict[int, Row] = field(default_factory=dict, compare=False)  # rows that were asked for, by place

    def __len__(self) -> int:
        """Count the happenings."""
        return len(self.first)

    @cached_property
    def row_of(self) -> dict[str, int]:
        """Where each id is."""
        return {name: at for at, name in enumerate(self.columns["id"])}

    @cached_property
    def people(self) -> Sets:
        """The participants."""
        return _sets(self.columns["participants"])

    @cached_property
    def place_names(self) -> Category:
        """The place's name; empty where none is told."""
        return _category(np.array([name or "" for name in self.columns["place"]], dtype=object))

    @cached_property
    def points(self) -> NDArray[np.intp]:
        """One code for each point on the map; -1 where unplaced."""
        south_north, west_east = (
            np.round(np.where(self.placed, axis, 0) * 1e4).astype(np.int64) for axis in (self.latitude, self.longitude)
        )
        pairs = west_east * 10_000_000 + south_north  # ten metres
        codes, _ = pd.factorize(pairs)
        return np.where(self.placed, codes, -1)

    @cached_property
    def by_point(self) -> NDArray[np.intp]:
        """All placed rows, point by point, heaviest first within each."""
        order = np.argsort(self.points, kind="stable")
        return order[np.count_nonzero(~self.placed) :]

    @cached_property
    def position(self) -> Numbers:
        """The day at which a row is counted: the first of a told span, the middle of what is only vague; 0 where undated."""
        told = np.isin(self.columns["grain"].astype(str), sorted(_SPAN_GRAINS))
        return np.where(told, self.first, (self.first + self.last) // 2).astype(np.int32)

    @cached_property
    def places_shown(self) -> int:
        """Count the points on the map that are not hidden."""
        return len(np.unique(self.points[self.placed & ~self.hidden]))

    @cached_property
    def days_shown(self) -> tuple[int, int] | None:
        """Ordinals of the first and the last day that is not hidden; None where nothing is dated."""
        dated = self.dated & ~self.hidden
        return (int(self.first[dated].min()), int(self.last[dated].max())) if dated.any() else None

    def row(self, at: int) -> Row:
        """Give one happening as the views draw it; every view asks for the heaviest again and again."""
        if at not in self.made:
            if len(self.made) >= _MOST_ROWS_HELD:
                self.made.clear()
            self.made[at] = self._row(at)
        return self.made[at]

    def _row(self, at: int) -> Row:
        value = {name: column[at] for name, column in self.columns.items()}
        hidden = value.pop("hidden")
        del hidden
        for name in ("first_day", "last_day"):
            value[name] = dt.date.fromordinal(value[name]) if value[name] is not None else None
        for name in ("sources", "languages", "participants"):
            value[name] = tuple(json.loads(value[name]))
        for name in ("labels", "place_names"):
            value[name] = json.loads(value[name])
        return Row(**value)


def load_frame(connection: sqlite3.Connection, linked: int) -> Frame:
    """Read the table of happenings; the caller holds the transaction."""
    found = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM happenings WHERE present ORDER BY weight DESC, id").fetchall()  # noqa: S608
    by_column = zip(*found, strict=True) if found else ((),) * len(COLUMNS)
    columns = {name: _array(values) for name, values in zip(COLUMNS, by_column, strict=True)}
    dated, placed = ~pd.isna(columns["first_day"]), ~pd.isna(columns["latitude"])
    return Frame(
        linked,
        columns,
        _category(columns["kind"]),
        _category(columns["modality"]),
        _category(columns["status"]),
        _sets(columns["sources"]),
        _sets(columns["languages"]),
        np.where(dated, columns["first_day"], 0).astype(np.int32),
        np.where(dated, columns["last_day"], 0).astype(np.int32),
        np.where(placed, columns["latitude"], np.nan).astype(np.float64),
        np.where(placed, columns["longitude"], np.nan).astype(np.float64),
        dated,
        placed,
        columns["hidden"].astype(bool),
        columns["disagreements"].astype(bool),
    )


def _array(values: Sequence[Any]) -> NDArray[Any]:
    made = np.empty(len(values), dtype=object)
    made[:] = values
    return made


def _category(values: NDArray[Any]) -> Category:
    codes, names = pd.factorize(values)
    return Category(codes, tuple(names))


def _sets(values: NDArray[Any]) -> Sets:
    codes, texts = pd.factorize(values)
    return Sets(codes, tuple(tuple(json.loads(text)) for text in texts))


def _ordered(counts: dict[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
