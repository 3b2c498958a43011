"""Scored pairs → groups, by correlation clustering: as much evidence inside the groups, as little between them.

Groups start from average link and improve by moving one account at a time and by joining whole groups. Accounts come in
a canonical order, so the result does not depend on the order of the input.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from heapq import heapify, heappop, heappush

import numpy as np

from extract.averagelink import average_link, beside, reached
from extract.kinds import family, near
from extract.sparse import Flags, Floats, Ints

ROUNDS = 12  # of moving and joining; the seeds settle in 3, ecb-dev in 5
STRANGERS = -1.5  # a pair of kinds that name no common happening, which was not compared: no kind between may join them
_LEAST_GAIN = 1e-9


def cluster(kinds: Sequence[str], one: Ints, other: Ints, score: Floats, cut: float) -> list[int]:
    """Give the group of each account, by its number in ``kinds``.

    Each pair (one, other), one < other, comes once with its score; evidence above ``cut`` draws together. A pair without a
    score says nothing where its kinds may be one happening, else that it is not.
    """
    inside = _may_join(len(kinds), one, other, score >= cut)
    one, other, score = one[inside], other[inside], score[inside]
    groups, joined = _Groups(kinds, average_link(len(kinds), one, other, score, cut), one, other, score - cut), True
    for _ in range(ROUNDS):
        moved = groups.improve()
        if not (moved or joined):
            break  # nothing stirred since groups were last sought that could be joined
        joined = groups.join()
        if not (moved or joined):
            break
    return _numbered(groups.label)


def _may_join(count: int, one: Ints, other: Ints, drawn: Flags) -> Flags:
    """Tell which pairs are drawn to each other by whatever way: no group ever holds another pair."""
    reach = reached(count, one[drawn], other[drawn])
    inside: Flags = reach[one] == reach[other]
    return inside


class _Groups:
    """The groups while they are sought: the label of each account, and how often each group has each kind."""

    def __init__(self, kinds: Sequence[str], label: list[int], one: Ints, other: Ints, pull: Floats) -> None:
        self._kinds, self.label = kinds, label
        self._one, self._other, self._value = one, other, pull
        self._beside = beside(len(kinds), one, other, pull)
        self._begin, self._others, self._pulls = self._beside.begin, self._beside.others.tolist(), self._beside.values.tolist()
        self._held: dict[int, Counter[str]] = defaultdict(Counter)
        for (kind, group), times in Counter(zip(kinds, label, strict=True)).items():
            self._held[group][kind] = times
        self._stirred = self._restless().tolist()  # something may draw an account, or moved among those that it is compared with
        self._changed: set[int] = set()  # groups that are other ones since all accounts were last looked at

    def _restless(self) -> Flags:
        """Tell which accounts another group draws more than their own does, or whose own has several kinds."""
        count, label = len(self.label), np.array(self.label, dtype=np.int64)
        wide = int(label.max(initial=0)) + 1  # a group of its own that one moved to has a number behind all accounts
        keys, pair = np.unique(self._beside.members * wide + label[self._beside.others], return_inverse=True)
        total = np.bincount(pair, self._beside.values, len(keys))
        at, group = keys // wide, keys % wide
        mine = group == label[at]
        own, best = np.zeros(count), np.zeros(count)
        own[at[mine]] = total[mine]
        np.maximum.at(best, at[~mine], total[~mine])
        mixed = np.array([len(self._held[group]) > 1 for group in self.label], dtype=np.bool_)
        restless: Flags = mixed | (best > np.maximum(own, 0.0) + _LEAST_GAIN) | (own < -_LEAST_GAIN)
        return restless

    def _touched(self) -> Flags:
        """Tell which accounts are in changed groups, or were compared with an account that is."""
        inside = np.isin(np.array(self.label, dtype=np.int64), list(self._changed))
        touched: Flags = inside.copy()
        touched[self._beside.members[inside[self._beside.others]]] = True
        return touched

    def improve(self) -> bool:
        """Move every account to the group that it fits best, or to one of its own; say whether any moved."""
        label, moved, fresh = self.label, False, max(self.label, default=0) + 1
        for at in range(len(label)):
            if not self._stirred[at]:
                continue
            self._stirred[at] = False
            evidence: dict[int, float] = defaultdict(float)
            compared = slice(self._begin[at], self._begin[at + 1])
            for group, value in zip(map(label.__getitem__, self._others[compared]), self._pulls[compared], strict=True):
                evidence[group] += value
            kind, own = self._kinds[at], label[at]
            fit = {group: total + self._apart(kind, group) for group, total in evidence.items() if total > 0.0}
            here = evidence.get(own, 0.0) + self._apart(kind, own)
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
        if not sums:
            return False
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
        if into:
            self._relabel(into)
        return bool(into)

    def _relabel(self, into: Mapping[int, int]) -> None:
        """Give the accounts of joined groups their group, and stir those that it may draw or repel."""
        self._changed.update(into.values())
        for at, group in enumerate(self.label):
            last = group
            while last in into:
                last = into[last]
            self.label[at] = last
        self._stirred = (self._touched() & self._restless()).tolist()
        self._changed.clear()

    def _move(self, at: int, group: int) -> None:
        kind = self._kinds[at]
        self._held[self.label[at]][kind] -= 1
        self._held[group][kind] += 1
        self._changed.update((self.label[at], group))
        self.label[at] = group
        for other in self._others[self._begin[at] : self._begin[at + 1]]:
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
        """Sum the evidence between each two groups that were compared, of those that may be joined."""
        names, label = np.unique(np.array(self.label, dtype=np.int64), return_inverse=True)
        one, other = np.minimum(label[self._one], label[self._other]), np.maximum(label[self._one], label[self._other])
        keys, pair = np.unique(one * len(names) + other, return_inverse=True)
        totals = np.bincount(pair, self._value, len(keys))
        one, other = keys // max(1, len(names)), keys % max(1, len(names))
        kept = (one != other) & _may_join(len(names), one, other, (one != other) & (totals > _LEAST_GAIN))
        sums: dict[int, dict[int, float]] = defaultdict(dict)
        for first, second, total in zip(names[one[kept]].tolist(), names[other[kept]].tolist(), totals[kept].tolist(), strict=True):
            sums[first][second] = sums[second][first] = total + self._strange(self._held[first], self._held[second])
        return sums

    def _apart(self, kind: str, group: int) -> float:
        """Sum what speaks against an account in a group because their kinds name no common happening."""
        held = self._held[group]
        if len(held) == 1 and kind in held:  # as most groups are
            return 0.0
        return STRANGERS * sum(n for other, n in held.items() if n and _strangers(kind, other))

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
