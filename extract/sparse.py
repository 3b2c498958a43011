"""Sparse tables of features, and the pairs of rows worth comparing: sums over many pairs at the speed of arrays.

Values are whole numbers, so that every sum is exact whatever its order.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from itertools import count as from_zero
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def neighbours(holders: Sequence[Sequence[int] | Ints], count: int, reach: int) -> Ints:
    """Give each member of a list with the ``reach`` that stand next behind it, as one number a pair: one × count + other.

    ``holders`` are lists of numbers under ``count``; the lesser of a pair comes first. A pair comes once for each list.
    """
    members = np.fromiter(chain.from_iterable(holders), dtype=np.int64)
    of = np.repeat(np.arange(len(holders)), [len(held) for held in holders])
    keys = [np.zeros(0, dtype=np.int64)]
    for step in range(1, min(reach, max(map(len, holders), default=0)) + 1):
        near = of[step:] == of[:-step]
        one, other = members[:-step][near], members[step:][near]
        keys.append(np.minimum(one, other) * count + np.maximum(one, other))
    return np.concatenate(keys)


class Entries(NamedTuple):
    """The features of many things, one thing after another."""

    number: Mapping[str, int]  # feature → its number
    features: Ints
    values: Floats
    lengths: Ints  # how many features each thing has

    @property
    def owners(self) -> Ints:
        """Give the thing of each entry."""
        return np.repeat(np.arange(len(self.lengths)), self.lengths)


def entries_of(rows: Iterable[Mapping[str, float]]) -> Entries:
    """Give the features of many things a number each; feature → value goes in, a thing a row."""
    number: dict[str, int] = defaultdict(from_zero().__next__)
    features: list[int] = []
    values: list[float] = []
    lengths: list[int] = []
    for row in rows:
        features += map(number.__getitem__, row)
        values += row.values()
        lengths.append(len(row))
    lasting = np.array(features, dtype=np.int64), np.array(values, dtype=np.float64), np.array(lengths, dtype=np.int64)
    return Entries(dict(number), *lasting)


class Rows:
    """A sparse table: the features of each thing compared, with a whole number as value each."""

    def __init__(self, entries: Entries, values: Floats | None = None) -> None:
        """Lay out the entries with their own values, or with others, rounded."""
        self._features = entries.features
        self._values = np.rint(entries.values if values is None else values).astype(np.int64)
        self._lengths = entries.lengths
        self._starts = np.cumsum(self._lengths) - self._lengths
        self._column = np.zeros(len(entries.number), dtype=np.int64)  # feature → its column in the table of ``shared``

    def shared(self, one: Ints, other: Ints) -> tuple[Ints, Ints, Ints]:
        """Give what each pair of rows shares: (number of the pair, value in the one, value in the other) a common feature.

        The pairs of one row in ``one`` stand together. The table laid out for it has a row for each of these, and a column
        for each feature that they have.
        """
        begins = np.diff(one, prepend=-1) != 0
        at, row = self._entries(one[begins])
        self._column[self._features[at]] = 1
        features = np.flatnonzero(self._column)
        width = len(features) + 1
        self._column[features] = np.arange(1, width)
        table = np.zeros(int(begins.sum()) * width, dtype=np.int32)  # rows one after another: found faster than by two indices
        table[width * row + self._column[self._features[at]]] = self._values[at]
        at, pair = self._entries(other)
        starts = np.repeat(width * (np.cumsum(begins) - 1), self._lengths[other])
        starts += self._column.take(self._features.take(at))
        mine = table.take(starts)
        self._column[features] = 0
        held = np.flatnonzero(mine != 0)  # many times faster than of whole numbers
        return pair.take(held), mine.take(held).astype(np.int64), self._values.take(at.take(held))

    def products(self, one: Ints, other: Ints) -> Floats:
        """Give the product of each pair of rows, exactly; the rows of ``one`` are few, those of ``other`` many."""
        rows, column = np.unique(one, return_inverse=True)
        others, place = np.unique(other, return_inverse=True)
        at, owner = self._entries(rows)
        table = np.zeros((len(self._column), len(rows)))
        table[self._features[at], owner] = self._values[at]
        features, values = self._features, self._exact
        begins, ends = self._starts[others].tolist(), (self._starts + self._lengths)[others].tolist()
        found = np.zeros((len(others), len(rows)))
        for row, begin, end in zip(found, begins, ends, strict=True):
            np.dot(values[begin:end], table.take(features[begin:end], axis=0), out=row)
        products: Floats = found[place, column]
        return products

    @cached_property
    def _exact(self) -> Floats:
        return self._values.astype(np.float64)

    def _entries(self, rows: Ints) -> tuple[Ints, Ints]:
        """Give the entries of some rows one after another, and for each the place of its row in ``rows``."""
        lengths = self._lengths[rows]
        owner = np.repeat(np.arange(len(rows)), lengths)
        return np.arange(len(owner)) + np.repeat(self._starts[rows] - np.cumsum(lengths) + lengths, lengths), owner
