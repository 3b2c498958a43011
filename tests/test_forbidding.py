"""``not`` of trigger rows: single words, words with a star, and phrases that forbid only as the phrase that they say."""

import pytest
from test_trigger_tables import kinds_in

from extract.language import load_pack, pack_codes
from extract.language.triggers import read_triggers

ROWS = [
    ("en", "The clerk blew the whistle on the bank in full view of the press.", "accusation", True),
    ("en", "The referee blew the whistle at full-time.", "accusation", False),
    ("en", "The singer was chosen as captain of the team.", "appointment", True),
    ("en", "The actor was chosen for the role of the king.", "appointment", False),
    ("pt", "Os dois países assinaram um acordo de pesca.", "agreement", True),
    ("pt", "De acordo com a polícia, ninguém se feriu.", "agreement", False),
    ("pt", "De acordo com o ministro, os dois países assinaram um acordo.", "agreement", True),
    ("fr", "Le sommet du G7 s'est ouvert lundi.", "summit meeting", True),
    ("fr", "Une crise au sommet de l'État.", "summit meeting", False),
    ("pl", "Wojna w Sudanie trwa.", "war", True),
    ("pl", "Muzeum drugiej wojny światowej.", "war", False),
    ("ro", "Un raport a fost publicat luni.", "report", True),
    ("ro", "Un raport medico-legal a fost publicat luni.", "report", False),
    ("vi", "Chiếc xe tải lật trên quốc lộ.", "accident", True),
    ("vi", "Quân đội lật đổ tổng thống.", "accident", False),
    ("vi", "Lực lượng cứu hỏa dập tắt ngọn lửa.", "fire", True),
    ("vi", "Xe chữa cháy mới được trưng bày.", "fire", False),
]


@pytest.mark.parametrize(("code", "text", "kind", "told"), ROWS, ids=lambda part: str(part)[:40])
def test_a_phrase_forbids_where_it_stands_and_its_words_alone_do_not(code: str, text: str, kind: str, told: bool) -> None:
    assert (kind in kinds_in(text, code)) == told


def test_a_phrase_that_holds_the_trigger_forbids_it_only_where_it_is_part_of_it() -> None:
    table = {"triggers": [{"kind": "agreement", "nouns": ["accord"], "not": ["of accord", "peace", "wea*"]}]}
    forbidden = read_triggers("xx/triggers.toml", table).entries[0].forbidden
    assert forbidden is not None
    assert forbidden.in_phrase(["out", "of", "accord"], 0, 3, (2,))
    assert not forbidden.in_phrase(["of", "accord", "an", "accord"], 0, 4, (3,))
    assert not forbidden.in_phrase(["of", "an", "accord"], 0, 3, (2,))
    assert [word in forbidden.alone for word in ("peace", "weapon", "of", "accord")] == [True, True, False, False]


def test_a_row_without_such_words_forbids_nothing() -> None:
    table = {"triggers": [{"kind": "agreement", "nouns": ["accord"]}]}
    assert read_triggers("xx/triggers.toml", table).entries[0].forbidden is None


@pytest.mark.parametrize("code", [code for code in pack_codes() if load_pack(code).table("events")])
def test_habits_of_several_words_stand_among_the_phrases(code: str) -> None:
    assert not [word for word in load_pack(code).table("events").get("habitual", ()) if " " in word]
