"""Phrases of trigger tables in the other order and in the other forms of their words, for packs that say how."""

import pytest

from extract.language.orders import turned
from extract.language.triggers import read_at, read_triggers

ORDER = {"ends": ["ал", "ял", "ła"], "never": ["канал"], "clitics": ["się"]}


@pytest.mark.parametrize(
    ("phrase", "other"),
    [
        ("упал в реку", "в реку упал"),
        ("в реку упал", "упал в реку"),
        ("напал* боевики", "боевики напал*"),
        ("podała się do dymisji", "do dymisji podała się"),
        ("напал на", ""),  # an adposition would end it
        ("закрыли канал", ""),  # no ending of a verb that the table names
        ("прорвал канал", "канал прорвал"),
        ("сказал отстоял", ""),  # two verbs have an order of their own
        ("упал в реку под городом", ""),  # too long: a set phrase
        ("упал", ""),
    ],
)
def test_the_verb_of_a_phrase_may_stand_at_its_other_end(phrase: str, other: str) -> None:
    found = [row["phrases"] for row, _ in turned([{"kind": "accident", "phrases": [phrase]}], ORDER)]
    assert found == ([[other]] if other else [])


def test_a_phrase_that_the_table_has_in_that_order_is_not_made_again() -> None:
    rows = [{"kind": "accident", "phrases": ["упал в реку"]}, {"kind": "crash", "phrases": ["в реку упал"]}]
    assert turned(rows, ORDER) == []


TABLE = {
    "words_between": 4,
    "inflection": {
        "other_verbs": [{"ends": "л[аи]?", "cut": 0, "add": [""]}, {"ends": "ла", "cut": 2, "add": ["л", "ла", "ли"]}],
        "other_nouns": [{"ends": "та", "cut": 1, "add": ["ы"]}],
    },
    "free_order": {"ends": ["ла"]},
    "triggers": [
        {"kind": "missile attack", "phrases": ["ракета попала"], "nouns": ["ракета"]},
        {"kind": "accident", "phrases": ["ракеты попала"]},
    ],
}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("ракета попала", "missile attack"),
        ("попала ракета", "missile attack"),
        ("попала ракеты", "missile attack"),
        ("ракеты попала", "accident"),  # what stands in the table goes before what is made of it
        ("ракета в городе попала", "missile attack"),
        ("попала в том же самом ракета", ""),  # the other order holds together
        ("ракеты", ""),  # nouns told alone stay as they are listed
    ],
)
def test_other_forms_and_the_other_order_are_read_where_the_table_has_none_of_its_own(words: str, kind: str) -> None:
    found = [match.entry.kind for match in read_at(read_triggers("xx/triggers.toml", TABLE), words.split(), 0)]
    assert found[:1] == ([kind] if kind else [])
