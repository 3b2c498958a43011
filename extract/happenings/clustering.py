"""Scored pairs → groups, by correlation clustering: as much evidence inside the groups, as little between them.

Groups start from average link and improve by moving one account at a time. Accounts come in a canonical order, so the
result does not depend on the order of the input.
"""

from collections import defaultdict
from collections.abc import Mapping

from extract.averagelink import average_link

ROUNDS = 12  # of the local search; the seeds settle in 3, ecb-dev in 5
_LEAST_GAIN = 1e-9


def cluster(count: int, scores: Mapping[tuple[int, int], float], cut: float) -> list[int]:
    """Give the group of each of ``count`` accounts; a pair without a score says nothing.

    ``scores`` holds one entry a pair (one, other), one < other; evidence above ``cut`` draws together.
    """
    pull: list[dict[int, float]] = [{} for _ in range(count)]
    for (one, other), score in scores.items():
        pull[one][other] = pull[other][one] = score - cut
    label = average_link(count, scores, cut)
    stirred = [True] * count  # something moved among those that an account is compared with
    for _ in range(ROUNDS):
        if not _improve(label, pull, stirred):
            break
    return _numbered(label)


def _improve(label: list[int], pull: list[dict[int, float]], stirred: list[bool]) -> bool:
    """Move every account to the group that it fits best, or to one of its own; say whether any moved."""
    moved, fresh = False, max(label, default=0) + 1
    for at, others in enumerate(pull):
        if not stirred[at]:
            continue
        stirred[at] = False
        evidence: dict[int, float] = defaultdict(float)
        for other, value in others.items():
            evidence[label[other]] += value
        here = evidence.get(label[at], 0.0)
        best = max(evidence, key=lambda group: (evidence[group], -group), default=label[at])
        if evidence.get(best, 0.0) > max(here, 0.0) + _LEAST_GAIN:
            label[at] = best
        elif here < -_LEAST_GAIN:
            label[at], fresh = fresh, fresh + 1
        else:
            continue
        moved = True
        for other in others:
            stirred[other] = True
    return moved


def _numbered(label: list[int]) -> list[int]:
    first: dict[int, int] = {}
    for at, group in enumerate(label):
        first.setdefault(group, at)
    return [first[group] for group in label]
