"""Groups of accounts → groups without two that stand far apart and were never compared.

Not every pair is compared: two accounts of two stories may come into one group by a third. What a group joined is
compared here, and a group is formed anew where two of it cannot be one happening.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from extract.happenings.clustering import cluster
from extract.happenings.pairs import all_pairs
from extract.happenings.score import CUT, Scorer
from extract.sparse import Floats, Ints

APART = -3.0  # evidence below which two that were joined unseen speak against their group; a weaker doubt says little
FEWEST, MOST = 3, 150  # accounts of a group that is looked at: in pairs all are compared, and the large ones cost too much


def parted(kinds: Sequence[str], labels: Sequence[int], pairs: tuple[Ints, Ints], scores: Floats, scorer: Scorer) -> list[int]:
    """Give the group of each account anew; ``pairs`` were compared, with their ``scores``, and ``labels`` are their groups."""
    result, count = list(labels), len(labels)
    members: dict[int, list[int]] = defaultdict(list)
    for at, label in enumerate(labels):
        members[label].append(at)
    seen = pairs[0] * count + pairs[1]
    inside = np.sort(all_pairs([group for group in members.values() if FEWEST <= len(group) <= MOST], count))
    unseen = inside[~np.isin(inside, seen, assume_unique=True)]
    found = scorer.between(unseen // max(1, count), unseen % max(1, count))
    apart = found < APART
    unseen, found = unseen[apart], found[apart]
    group_of = np.array(labels, dtype=np.int64)
    touched = np.unique(group_of[unseen // max(1, count)])
    if not len(touched):
        return result
    old = np.isin(group_of[pairs[0]], touched) & (group_of[pairs[0]] == group_of[pairs[1]])
    keys, values = np.concatenate([seen[old], unseen]), np.concatenate([scores[old], found])
    order = np.argsort(keys, kind="stable")
    keys, values = keys[order], values[order]
    held = np.flatnonzero(np.isin(group_of, touched))
    one, other = np.searchsorted(held, keys // count), np.searchsorted(held, keys % count)
    again = cluster([kinds[at] for at in held.tolist()], one, other, values, CUT)
    for at, label in zip(held.tolist(), again, strict=True):
        result[at] = int(held[label])
    return result
