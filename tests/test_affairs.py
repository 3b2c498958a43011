"""Short articles of our own on six other affairs: what is found in them does not fall below what was reached."""

import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = tomllib.loads((ROOT / "benchmarks" / "floors.toml").read_text(encoding="utf-8"))["affairs"]


@pytest.fixture(scope="module")
def reached():
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        from affairs import score
    finally:
        sys.path.pop(0)
    return {folder.name: score(folder) for folder in sorted((ROOT / "tests" / "affairs").iterdir())}


@pytest.mark.parametrize("measure", ["found", "right", "joined"])
def test_what_is_found_in_our_own_affairs_does_not_fall(reached, measure):
    assert sum(one[measure] for one in reached.values()) >= FLOORS[measure]


def test_what_is_said_of_our_own_affairs_does_not_swell(reached):
    assert sum(one["said"] for one in reached.values()) <= FLOORS["said_at_most"]
