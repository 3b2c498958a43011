"""Average link: it does what joining the most alike pair again and again does, however it gets there."""

import random
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from extract.averagelink import FEWEST_SQUARE, average_link, reached

Likeness = dict[tuple[int, int], float]


def test_the_most_alike_join_first_and_a_stranger_stays_alone() -> None:
    assert _joined(4, {(0, 1): 0.9, (1, 2): 0.6, (0, 2): 0.6, (2, 3): 0.1}, 0.5) == [0, 0, 0, 3]


def test_a_pair_that_is_not_given_counts_as_nothing() -> None:
    assert _joined(3, {(0, 1): 0.9, (1, 2): 0.8}, 0.5) == [0, 0, 2]


def test_who_is_drawn_to_each_other_by_whatever_way_has_the_number_of_the_smallest() -> None:
    one, other = np.array([4, 2, 0, 1]), np.array([5, 4, 3, 2])
    assert reached(7, one, other).tolist() == [0, 1, 1, 0, 1, 1, 6]


def test_a_tight_group_of_many_is_joined_like_one_of_few() -> None:
    chance = random.Random(1)
    pairs = [pair for pair in combinations(range(FEWEST_SQUARE + 4), 2) if chance.random() < 0.8]
    likeness = {pair: chance.choice([-1.0, 0.0, 0.25, 0.5, 1.0]) for pair in pairs}
    assert _joined(FEWEST_SQUARE + 4, likeness, 0.3) == _step_by_step(FEWEST_SQUARE + 4, likeness, 0.3)


@st.composite
def _likenesses(draw: st.DrawFn) -> tuple[int, Likeness]:
    count = draw(st.integers(1, 9))
    values = st.sampled_from([-1.0, 0.0, 0.25, 0.5, 0.75, 1.0])  # few, so that many are equal
    pairs = draw(st.sets(st.sampled_from(list(combinations(range(count), 2))))) if count > 1 else set()
    return count, {pair: draw(values) for pair in sorted(pairs)}


@given(given_pairs=_likenesses(), cut=st.sampled_from([0.0, 0.3, 0.5]))
def test_it_is_joining_the_most_alike_pair_again_and_again(given_pairs: tuple[int, Likeness], cut: float) -> None:
    count, likeness = given_pairs
    assert _joined(count, likeness, cut) == _step_by_step(count, likeness, cut)


def _joined(count: int, likeness: Likeness, cut: float) -> list[int]:
    one, other = (np.array([pair[at] for pair in likeness], dtype=np.int64) for at in (0, 1))
    return average_link(count, one, other, np.array(list(likeness.values()), dtype=np.float64), cut)


def _step_by_step(count: int, likeness: Likeness, cut: float) -> list[int]:
    """Join group by group, every mean counted anew; of equals the groups that were made first join first."""
    groups = {at: [at] for at in range(count)}
    for made in range(count, 2 * count):
        means = [(-mean, *pair) for pair in combinations(sorted(groups), 2) if (mean := _mean(groups, pair, likeness)) is not None]
        if not means or -min(means)[0] < cut:
            break
        _, one, other = min(means)
        groups[made] = groups.pop(one) + groups.pop(other)
    least = {member: min(members) for members in groups.values() for member in members}
    return [least[at] for at in range(count)]


def _mean(groups: dict[int, list[int]], pair: tuple[int, int], likeness: Likeness) -> float | None:
    """Give the mean likeness of two groups; None where nothing at all is told of them."""
    told = [likeness[min(a, b), max(a, b)] for a in groups[pair[0]] for b in groups[pair[1]] if (min(a, b), max(a, b)) in likeness]
    return sum(told) / (len(groups[pair[0]]) * len(groups[pair[1]])) if told else None
