"""Average-link clustering: the most alike groups join first, while the mean likeness of all their pairs reaches a cut.

In go the likenesses of some pairs; out comes one label a member. A pair that is not given counts as 0. Time grows with the
pairs given, not with the pairs there are: the smaller of two groups is poured into the larger, and the likeness of two
groups is counted again only when it is the highest left.
"""

from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


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
    drawn = drawn[np.lexsort((other[drawn], one[drawn], -likeness[drawn]))[::-1]]
    given = list(zip((-likeness[drawn]).tolist(), one[drawn].tolist(), other[drawn].tolist(), strict=True))
    reach = reached(count, one[drawn], other[drawn])
    inside = reach[one] == reach[other]
    return _joined(_Forest(count, one[inside], other[inside], likeness[inside]), given, cut)


def _joined(forest: "_Forest", given: list[tuple[float, int, int]], cut: float) -> list[int]:
    """Join the groups of a forest from the pairs given, the most alike last."""
    heap: list[tuple[float, int, int]] = []  # pairs of joined groups; few beside the pairs given, which are sorted only once
    waiting: set[tuple[int, int]] = set()
    into = forest.into
    while given or heap:
        _, one, other = heappop(heap) if heap and (not given or heap[0] < given[-1]) else given.pop()
        if into[one] == one and into[other] == other:
            forest.join(one, other)
            continue
        first, second = forest.now(one), forest.now(other)
        if first == second:
            continue
        # Joined groups are never more alike to a third than the more alike of the two was: a likeness of groups that are
        # gone is an upper bound, and may wait in the heap until it comes up.
        pair = (min(first, second), max(first, second))
        if pair not in waiting and (mean := forest.mean(*pair)) >= cut:
            waiting.add(pair)
            heappush(heap, (-mean, *pair))
    return forest.labels()


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
    """Groups by number: the members are 0 to ``count`` - 1, each join makes the next number."""

    def __init__(self, count: int, one: Ints, other: Ints, likeness: Floats) -> None:
        self._count = count
        self.into = list(range(count))  # number → the number that it was joined into, or itself
        self._slot = list(range(count))  # number → where its sums are kept
        self._size = [1] * count  # by slot
        near = beside(count, one, other, likeness)
        others, values = near.others.tolist(), near.values.tolist()
        self._sums: list[dict[int, float]] = [  # slot → other slot → sum of likenesses
            dict(zip(others[start:stop], values[start:stop], strict=True)) for start, stop in pairwise(near.begin)
        ]

    def now(self, number: int) -> int:
        """Give the number of the group that a group has become."""
        into = self.into
        while into[number] != number:
            into[number] = into[into[number]]
            number = into[number]
        return number

    def mean(self, one: int, other: int) -> float:
        """Give the mean likeness of all pairs of two groups."""
        first, second = self._slot[one], self._slot[other]
        return self._sums[first].get(second, 0.0) / (self._size[first] * self._size[second])

    def join(self, one: int, other: int) -> None:
        """Make one group of two."""
        sums, small, large = self._sums, self._slot[one], self._slot[other]
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
        self._size[large] += self._size[small]
        number = len(self.into)
        self.into.append(number)
        self.into[one] = self.into[other] = number
        self._slot.append(large)

    def labels(self) -> list[int]:
        """Give the smallest member of the group of each member."""
        least: dict[int, int] = {}
        return [least.setdefault(self.now(at), at) for at in range(self._count)]
