"""Short articles of our own on six other affairs: what is found in them does not fall below what was reached."""

import pytest

from tests.benchmarking import ROOT, benchmark, floors

FLOORS = floors("affairs")


@pytest.fixture(scope="module")
def reached():
    score = benchmark("affairs").score
    return {folder.name: score(folder) for folder in sorted((ROOT / "tests" / "affairs").iterdir())}


@pytest.mark.parametrize("measure", ["found", "right", "joined"])
def test_what_is_found_in_our_own_affairs_does_not_fall(reached, measure):
    assert sum(one[measure] for one in reached.values()) >= FLOORS[measure]


def test_what_is_said_of_our_own_affairs_does_not_swell(reached):
    assert sum(one["said"] for one in reached.values()) <= FLOORS["said_at_most"]
