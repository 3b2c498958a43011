"""The affairs told exhaustively: their gold stands in their words, and what is told of them does not fall."""

import json

import pytest

from extract import read_paths
from tests.benchmarking import ROOT, benchmark, floors

FLOORS = floors("told")
GOLDS = sorted(path for name in ("affairs_told", "affairs_told_kept") for path in (ROOT / "tests" / name).glob("*/gold.json"))


@pytest.fixture(scope="module")
def told():
    return benchmark("told")


@pytest.mark.parametrize("path", GOLDS, ids=[path.parent.name for path in GOLDS])
def test_every_word_of_the_gold_stands_where_it_says(path):
    gold = json.loads(path.read_text(encoding="utf-8"))
    texts = {one.id: one.text for one in read_paths([path.parent / document["file"] for document in gold["documents"]])}
    sides = [side for key in ("disagreements", "compatible_differences") for one in gold[key] for side in one["sides"]]
    for one in [*sides, *(mention for happening in gold["happenings"] for mention in happening["mentions"])]:
        assert texts[one["file"]][one["start"] : one["end"]] == one["text"]
        trigger = one.get("trigger")
        assert not trigger or texts[one["file"]][trigger["start"] : trigger["end"]] == trigger["text"]


def test_a_matching_is_the_heaviest_of_all_and_not_the_first_that_fits(told):
    def telling(number, *starts):
        mentions = [{"document_id": "a", "start": at, "end": at + 9} for at in starts]
        return {"id": number, "mentions": mentions, "start": None, "latitude": None, "type": [""]}

    def happening(*starts):
        mentions = [{"file": "a", "start": at, "end": at + 9} for at in starts]
        return {"mentions": mentions, "date": {"start": None, "end": None}, "place": None, "type": {"plain": "x"}}

    both = [happening(0, 20), happening(0)], [telling(0, 0), telling(1, 0, 20)]
    assert told.match(*both) == {0: 1, 1: 0}


@pytest.fixture(scope="module")
def reached(told):
    total = {}
    for folder in told.folders_of([ROOT / "tests" / "affairs_told"]):
        total = told.added(total, told.score(folder)[0])
    return total


@pytest.mark.parametrize("measure", ["right", "participants", "links", "disagreements"])
def test_what_is_told_of_other_news_does_not_fall(reached, measure):
    assert reached[measure][0] >= FLOORS[measure]


def test_no_more_is_said_of_other_news_and_nothing_compatible_disagrees(reached):
    assert reached["right_of_said"][1] <= FLOORS["said_at_most"]
    assert reached["false_alarms"][0] <= FLOORS["false_alarms_at_most"]
    named, said = reached["participants_said"]
    assert said - named <= FLOORS["named_in_vain_at_most"]
