"""The affairs told exhaustively: their gold stands in their words, and the measure matches as well as can be."""

import itertools
import json
import random
import sys
from pathlib import Path

import pytest

from extract import read_paths

ROOT = Path(__file__).parent.parent
GOLDS = sorted((ROOT / "tests" / "affairs_told").glob("*/gold.json"))


@pytest.fixture(scope="module")
def told():
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        import told
    finally:
        sys.path.pop(0)
    return told


@pytest.mark.parametrize("path", GOLDS, ids=[path.parent.name for path in GOLDS])
def test_every_word_of_the_gold_stands_where_it_says(path):
    gold = json.loads(path.read_text(encoding="utf-8"))
    texts = {one.id: one.text for one in read_paths([path.parent / document["file"] for document in gold["documents"]])}
    sides = [side for key in ("disagreements", "compatible_differences") for one in gold[key] for side in one["sides"]]
    for one in [*sides, *(mention for happening in gold["happenings"] for mention in happening["mentions"])]:
        assert texts[one["file"]][one["start"] : one["end"]] == one["text"]
        trigger = one.get("trigger")
        assert not trigger or texts[one["file"]][trigger["start"] : trigger["end"]] == trigger["text"]


@pytest.mark.parametrize("seed", range(5))
def test_no_other_matching_weighs_more(told, seed):
    weights = [[random.Random(f"{seed} {row} {column}").random() for column in range(5)] for row in range(4)]
    pairs = told._assigned(weights)
    best = max(sum(weights[row][column] for row, column in enumerate(one)) for one in itertools.permutations(range(5), 4))
    assert sum(weights[row][column] for row, column in pairs.items()) == pytest.approx(best)
