"""Average-link clustering: the most alike groups join first, while the mean likeness of all their pairs reaches a cut.

In go the likenesses of some pairs; out comes one label a member. A pair that is not given counts as 0. Time grows with the
pairs given, not with the pairs there are: the smaller of two groups is poured into the larger, and the likeness of two
groups is counted again only when it is the highest left.
"""

from collections.abc import Iterable, Mapping
from heapq import heappop, heappush


def average_link(count: int, likeness: Mapping[tuple[int, int], float], cut: float) -> list[int]:
    """Join the most alike groups first, while the mean likeness of all their pairs reaches ``cut``.

    The labels are the smallest member of each group.
    """
    given = sorted([(-value, one, other) for (one, other), value in likeness.items() if value >= cut], reverse=True)
    reach = reached(count, ((one, other) for _, one, other in given))
    forest = _Forest(count, {pair: value for pair, value in likeness.items() if reach[pair[0]] == reach[pair[1]]})
    heap: list[tuple[float, int, int]] = []  # pairs of joined groups; few beside the pairs given, which are sorted only once
    waiting: set[tuple[int, int]] = set()
    while given or heap:
        _, one, other = heappop(heap) if heap and (not given or heap[0] < given[-1]) else given.pop()
        first, second = forest.now(one), forest.now(other)
        if (first, second) == (one, other):
            forest.join(one, other)
            continue
        # Joined groups are never more alike to a third than the more alike of the two was: a likeness of groups that are
        # gone is an upper bound, and may wait in the heap until it comes up.
        pair = (min(first, second), max(first, second))
        if first != second and pair not in waiting and (mean := forest.mean(*pair)) >= cut:
            waiting.add(pair)
            heappush(heap, (-mean, *pair))
    return forest.labels()


def reached(count: int, drawn: Iterable[tuple[int, int]]) -> list[int]:
    """Give members the same number where pairs draw them to each other, by whatever way: the smallest member's."""
    into = list(range(count))

    def least(at: int) -> int:
        while into[at] != at:
            into[at] = at = into[into[at]]
        return at

    for one, other in drawn:
        low, high = sorted((least(one), least(other)))
        into[high] = low
    return [least(at) for at in range(count)]


class _Forest:
    """Groups by number: the members are 0 to ``count`` - 1, each join makes the next number."""

    def __init__(self, count: int, likeness: Mapping[tuple[int, int], float]) -> None:
        self._count = count
        self._into = list(range(count))  # number → the number that it was joined into, or itself
        self._slot = list(range(count))  # number → where its sums are kept
        self._size = [1] * count  # by slot
        self._sums: list[dict[int, float]] = [{} for _ in range(count)]  # slot → other slot → sum of likenesses
        for (one, other), value in likeness.items():
            self._sums[one][other] = self._sums[other][one] = value

    def now(self, number: int) -> int:
        """Give the number of the group that a group has become."""
        into = self._into
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
        small, large = sorted((self._slot[one], self._slot[other]), key=lambda slot: len(self._sums[slot]))
        kept, poured = self._sums[large], self._sums[small]
        for third, value in poured.items():
            del self._sums[third][small]
            if third != large:
                kept[third] = self._sums[third][large] = kept.get(third, 0.0) + value
        poured.clear()
        self._size[large] += self._size[small]
        number = len(self._into)
        self._into.append(number)
        self._into[one] = self._into[other] = number
        self._slot.append(large)

    def labels(self) -> list[int]:
        """Give the smallest member of the group of each member."""
        least: dict[int, int] = {}
        return [least.setdefault(self.now(at), at) for at in range(self._count)]
