"""Average-link clustering: the most alike groups join first, while the mean likeness of all their pairs reaches a cut.

In go the likenesses of some pairs; out comes one label a member. A pair that is not given counts as 0. Time grows with the
pairs given, not with the pairs there are: the smaller of two groups is poured into the larger, and the likeness of two
groups is counted again only when it is the highest left.
"""

from collections.abc import Collection
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

FEWEST_SQUARE = 24  # members whose sums may be laid out as a square table
MOST_EMPTY = 24  # fields of such a table for each pair: fewer than a dictionary takes
PAIRS_A_RUN = 8192  # pairs given that are looked over together: many of them have met in one group by then


class Beside(NamedTuple):
    """What stands beside each member in a list of pairs, one member after another."""

    members: Ints  # the member of each entry
    others: Ints  # that it stands in a pair with, in rising order
    values: Floats  # of the pair
    begin: list[int]  # where the entries of each member begin; one more at the end


def average_link(count: int, one: Ints, other: Ints, likeness: Floats, cut: float) -> list[int]:
    """Join the most alike groups first, while the mean likeness of all their pairs reaches ``cut``.

    ``one`` and ``other``, one < other, are the members of each pair, ``likeness`` is how alike they are. The labels are the
    smallest member of each group.
    """
    drawn = np.flatnonzero(likeness >= cut)
    drawn = drawn[np.lexsort((other[drawn], one[drawn], -likeness[drawn]))]
    reach = reached(count, one[drawn], other[drawn])
    inside = reach[one] == reach[other]
    forest = _Forest(reach, one[inside], other[inside], likeness[inside])
    return _joined(forest, -likeness[drawn], one[drawn], other[drawn], cut)


def _joined(forest: "_Forest", keys: Floats, ones: Ints, others: Ints, cut: float) -> list[int]:
    """Join the groups of a forest from the pairs given, the most alike first; ``keys`` are their likenesses, turned."""
    heap: list[tuple[float, int, int]] = []  # pairs of joined groups; few beside the pairs given, which are sorted only once
    met = {-1}  # pairs of groups weighed before: they wait in the heap, or are not alike enough
    into, now, mean, wide = forest.into, forest.now, forest.mean, forest.wide
    for start in range(0, len(keys) + PAIRS_A_RUN, PAIRS_A_RUN):
        run = slice(start, start + PAIRS_A_RUN)
        given = _unmet(forest, met, keys[run], ones[run], others[run])
        while given or (heap and start >= len(keys)):
            _, one, other = heappop(heap) if heap and (not given or heap[0] < given[-1]) else given.pop()
            first, second = into[one], into[other]
            if first == one and second == other:
                forest.join(one, other)
                continue
            # Joined groups are never more alike to a third than the more alike of the two was: a likeness of groups that are
            # gone is an upper bound, and may wait in the heap until it comes up.
            first, second = now(first), now(second)
            if first > second:
                first, second = second, first
            pair = first * wide + second
            if first != second and pair not in met:
                met.add(pair)
                if (likeness := mean(first, second)) >= cut:
                    heappush(heap, (-likeness, first, second))
    return forest.labels()


def _unmet(forest: "_Forest", met: Collection[int], keys: Floats, ones: Ints, others: Ints) -> list[tuple[float, int, int]]:
    """Give the first pair of each two groups that were not weighed before, the most alike last."""
    first, second = forest.all_now(ones), forest.all_now(others)
    pairs = np.minimum(first, second) * forest.wide + np.maximum(first, second)
    pairs[first == second] = -1
    found, at = np.unique(pairs, return_index=True)
    at = np.sort(at[[pair not in met for pair in found.tolist()]])[::-1]
    return list(zip(keys[at].tolist(), ones[at].tolist(), others[at].tolist(), strict=True))


def reached(count: int, one: Ints, other: Ints) -> Ints:
    """Give members the same number where pairs draw them to each other, by whatever way: the smallest member's."""
    into = np.arange(count)
    while True:
        first, second = into[one], into[other]
        apart = first != second
        if not apart.any():
            return into
        one, other, first, second = one[apart], other[apart], first[apart], second[apart]
        np.minimum.at(into, np.maximum(first, second), np.minimum(first, second))
        while not np.array_equal(further := into[into], into):
            into = further


def beside(count: int, one: Ints, other: Ints, values: Floats) -> Beside:
    """List the pairs of each member; the pairs (one, other), one < other, come sorted and once each."""
    members, others = np.concatenate([other, one]), np.concatenate([one, other])
    order = np.argsort(members, kind="stable")
    members = members[order]
    begin = np.searchsorted(members, np.arange(count + 1)).tolist()
    return Beside(members, others[order], np.concatenate([values, values])[order], begin)


class _Forest:
    """Groups by number: the members are 0 to ``count`` - 1, each join makes the next number.

    ``reach`` is the same number for members that may come together, and only for these. Where most of them stand in pairs
    with each other, their sums are rows of a square table; else each has a dictionary of its own.
    """

    def __init__(self, reach: Ints, one: Ints, other: Ints, likeness: Floats) -> None:
        self._count = count = len(reach)
        self.wide = 2 * count  # more than any number
        self.into = list(range(count))  # number → the number that it was joined into, or itself
        self._slot = list(range(count))  # number → where its sums are kept
        self._size = [1] * count  # by slot
        self._rows: dict[int, Floats] = {}  # slot → its row of a square table, where it has one
        self._columns: dict[int, Floats] = {}  # and its column
        self._place = list(range(count))  # slot → its place in all rows of that table
        size, pairs = np.bincount(reach, minlength=count), np.bincount(reach[one], minlength=count)
        dense = (size >= FEWEST_SQUARE) & (size * size <= MOST_EMPTY * pairs)
        inside = dense[reach[one]]
        self._lay_out(reach, dense, one[inside], other[inside], likeness[inside])
        near = beside(count, one[~inside], other[~inside], likeness[~inside])
        others, values = near.others.tolist(), near.values.tolist()
        self._sums: list[dict[int, float]] = [  # slot → other slot → sum of likenesses
            dict(zip(others[start:stop], values[start:stop], strict=True)) for start, stop in pairwise(near.begin)
        ]

    def _lay_out(self, reach: Ints, dense: Flags, one: Ints, other: Ints, likeness: Floats) -> None:
        """Make the square tables of all that stand in many pairs."""
        members = np.argsort(reach, kind="stable")
        members = members[dense[reach[members]]]
        if not len(members):
            return
        begins = np.flatnonzero(np.diff(reach[members], prepend=-1))
        place = np.zeros(len(reach), dtype=np.int64)
        order = np.argsort(reach[one], kind="stable")
        one, other, likeness = one[order], other[order], likeness[order]
        bounds = [*np.searchsorted(reach[one], reach[members[begins]]).tolist(), len(one)]
        for held, (start, stop) in zip(np.split(members, begins[1:]), pairwise(bounds), strict=True):
            table = np.zeros((len(held), len(held)))
            place[held] = np.arange(len(held))
            first, second = place[one[start:stop]], place[other[start:stop]]
            table[first, second] = table[second, first] = likeness[start:stop]
            for at, member in enumerate(held.tolist()):
                self._rows[member], self._columns[member], self._place[member] = table[at], table[:, at], at

    def now(self, number: int) -> int:
        """Give the number of the group that a group has become."""
        into = self.into
        while into[number] != number:
            into[number] = into[into[number]]
            number = into[number]
        return number

    def all_now(self, members: Ints) -> Ints:
        """Give the number of the group that each of many has become."""
        into = np.array(self.into)
        while not np.array_equal(further := into[members], members):
            members = further
        return members

    def mean(self, one: int, other: int) -> float:
        """Give the mean likeness of all pairs of two groups."""
        first, second = self._slot[one], self._slot[other]
        row = self._rows.get(first)
        total = self._sums[first].get(second, 0.0) if row is None else row.item(self._place[second])
        return total / (self._size[first] * self._size[second])

    def join(self, one: int, other: int) -> None:
        """Make one group of two."""
        small, large = self._slot[one], self._slot[other]
        if (row := self._rows.get(large)) is not None:
            row += self._rows[small]
            self._columns[large][:] = row  # what stands at the places of the two themselves counts no more
        else:
            small, large = self._poured(small, large)
        self._size[large] += self._size[small]
        number = len(self.into)
        self.into.append(number)
        self.into[one] = self.into[other] = number
        self._slot.append(large)

    def _poured(self, small: int, large: int) -> tuple[int, int]:
        """Pour the smaller of two dictionaries of sums into the larger; give the slots, the smaller first."""
        sums = self._sums
        if len(sums[small]) > len(sums[large]):
            small, large = large, small
        kept, poured = sums[large], sums[small]
        kept.pop(small, None)
        poured.pop(large, None)
        for third, value in poured.items():
            beyond = sums[third]
            del beyond[small]
            kept[third] = beyond[large] = kept.get(third, 0.0) + value
        poured.clear()
        return small, large

    def labels(self) -> list[int]:
        """Give the smallest member of the group of each member."""
        least: dict[int, int] = {}
        return [least.setdefault(self.now(at), at) for at in range(self._count)]
