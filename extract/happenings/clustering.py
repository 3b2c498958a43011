"""Scored pairs → groups, by correlation clustering: as much evidence inside the groups, as little between them.

Groups start from average link and improve by moving one account at a time and by joining whole groups. Accounts come in
a canonical order, so the result does not depend on the order of the input.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from heapq import heapify, heappop, heappush

import numpy as np

from extract.averagelink import average_link
from extract.happenings.columns import Floats, Ints
from extract.kinds import family, near

ROUNDS = 12  # of moving and joining; the seeds settle in 3, ecb-dev in 5
STRANGERS = -1.5  # a pair of kinds that name no common happening, which was not compared: no kind between may join them
_LEAST_GAIN = 1e-9


def cluster(kinds: Sequence[str], one: Ints, other: Ints, score: Floats, cut: float) -> list[int]:
    """Give the group of each account, by its number in ``kinds``.

    Each pair (one, other), one < other, comes once with its score; evidence above ``cut`` draws together. A pair without a
    score says nothing where its kinds may be one happening, else that it is not.
    """
    drawn = score >= cut
    reach = _reached(len(kinds), one[drawn].tolist(), other[drawn].tolist())
    inside = reach[one] == reach[other]  # what speaks only against is no matter where nothing draws together
    scores = dict(zip(zip(one[inside].tolist(), other[inside].tolist(), strict=True), score[inside].tolist(), strict=True))
    pull: list[dict[int, float]] = [{} for _ in kinds]
    for (first, second), value in scores.items():
        pull[first][second] = pull[second][first] = value - cut
    groups = _Groups(kinds, average_link(len(kinds), scores, cut), pull)
    for _ in range(ROUNDS):
        moved, joined = groups.improve(), groups.join()
        if not (moved or joined):
            break
    return _numbered(groups.label)


def _reached(count: int, one: Sequence[int], other: Sequence[int]) -> Ints:
    """Give the least account that each account is drawn to, by whatever way."""
    into = list(range(count))

    def least(at: int) -> int:
        while into[at] != at:
            into[at] = at = into[into[at]]
        return at

    for first, second in zip(one, other, strict=True):
        low, high = sorted((least(first), least(second)))
        into[high] = low
    return np.array([least(at) for at in range(count)], dtype=np.int64)


class _Groups:
    """The groups while they are sought: the label of each account, and how often each group has each kind."""

    def __init__(self, kinds: Sequence[str], label: list[int], pull: list[dict[int, float]]) -> None:
        self._kinds, self.label, self._pull = kinds, label, pull
        self._held: dict[int, Counter[str]] = defaultdict(Counter)
        self._stirred = [True] * len(label)  # something moved among those that an account is compared with
        for kind, group in zip(kinds, label, strict=True):
            self._held[group][kind] += 1

    def improve(self) -> bool:
        """Move every account to the group that it fits best, or to one of its own; say whether any moved."""
        moved, fresh = False, max(self.label, default=0) + 1
        for at, others in enumerate(self._pull):
            if not self._stirred[at]:
                continue
            self._stirred[at] = False
            evidence: dict[int, float] = defaultdict(float)
            for other, value in others.items():
                evidence[self.label[other]] += value
            kind, own = Counter([self._kinds[at]]), self.label[at]
            fit = {group: total + self._strange(kind, self._held[group]) for group, total in evidence.items()}
            here = fit.get(own, self._strange(kind, self._held[own]))
            best = max(fit, key=lambda group: (fit[group], -group), default=own)
            if fit.get(best, 0.0) > max(here, 0.0) + _LEAST_GAIN:
                self._move(at, best)
            elif here < -_LEAST_GAIN:
                self._move(at, fresh)
                fresh += 1
            else:
                continue
            moved = True
        return moved

    def join(self) -> bool:
        """Join the two groups that draw each other most, again and again, while any two do; say whether any were joined."""
        sums = self._between()
        heap = [(-total, one, other) for one, others in sums.items() for other, total in others.items() if one < other]
        heap = [item for item in heap if item[0] < -_LEAST_GAIN]
        heapify(heap)
        into: dict[int, int] = {}
        while heap:
            negative, one, other = heappop(heap)
            if one in into or other in into or sums[one][other] != -negative:
                continue
            into[other] = one
            self._merge(sums, one, other)
            for third, total in sums[one].items():
                if total > _LEAST_GAIN:
                    heappush(heap, (-total, min(one, third), max(one, third)))
        for at, group in enumerate(self.label):
            last = group
            while last in into:
                last = into[last]
            self._stirred[at] |= bool(into)
            self.label[at] = last
        return bool(into)

    def _move(self, at: int, group: int) -> None:
        kind = self._kinds[at]
        self._held[self.label[at]][kind] -= 1
        self._held[group][kind] += 1
        self.label[at] = group
        for other in self._pull[at]:
            self._stirred[other] = True

    def _merge(self, sums: dict[int, dict[int, float]], one: int, other: int) -> None:
        """Add the evidence of one group to another's; a group that only one of them was compared with is strange or silent."""
        mine, others = sums[one], sums.pop(other)
        del mine[other], others[one]
        for third in sorted(mine.keys() | others.keys()):
            first = mine[third] if third in mine else self._strange(self._held[one], self._held[third])
            second = others[third] if third in others else self._strange(self._held[other], self._held[third])
            sums[one][third] = sums[third][one] = first + second
            sums[third].pop(other, None)
        self._held[one] += self._held.pop(other)

    def _between(self) -> dict[int, dict[int, float]]:
        """Sum the evidence between each two groups that were compared."""
        sums: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for at, others in enumerate(self._pull):
            for other, value in others.items():
                if self.label[at] != self.label[other]:
                    sums[self.label[at]][self.label[other]] += value
        for one, others_of in sums.items():
            for other in others_of:
                others_of[other] += self._strange(self._held[one], self._held[other])
        return sums

    def _strange(self, one: Counter[str], other: Counter[str]) -> float:
        """Sum what speaks against a group because kinds of its members name no common happening."""
        pairs = sum(n * m for first, n in one.items() for second, m in other.items() if n and m and _strangers(first, second))
        return STRANGERS * pairs


@cache
def _strangers(kind: str, other: str) -> bool:
    return not near(kind, other) and family(kind) != family(other)


def _numbered(label: list[int]) -> list[int]:
    first: dict[int, int] = {}
    for at, group in enumerate(label):
        first.setdefault(group, at)
    return [first[group] for group in label]
