"""Accents that tell the words of a language apart (``accents = "kept"``) outlive folding, wherever a tone stands."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language import load_pack, spelled_out
from extract.language.triggers import trigger_tables
from extract.text import fold, folded, key_of, with_accents


@pytest.mark.parametrize(
    ("one", "other"), [("bão", "báo"), ("bão", "bao"), ("cháy", "chạy"), ("ba", "bà"), ("mơ", "mo"), ("tư", "từ")]
)
def test_words_that_differ_by_an_accent_alone_are_two_where_accents_are_kept(one: str, other: str) -> None:
    assert key_of(one, accents=True) != key_of(other, accents=True)


@pytest.mark.parametrize(("one", "other"), [("hòa", "hoà"), ("Thủy", "thuỷ"), ("HÓA", "hoá"), ("khỏe", "khoẻ")])
def test_a_tone_may_stand_on_either_vowel(one: str, other: str) -> None:
    assert key_of(one, accents=True) == key_of(other, accents=True)


@given(st.text(alphabet="aáàảãạăắâấeêếoôộơợuưữyđbcghkmnpqrtvx", min_size=1, max_size=12))
def test_the_key_of_a_word_is_the_same_in_either_normal_form_and_stays_so(word: str) -> None:
    key = key_of(word, accents=True)
    assert key_of(unicodedata.normalize("NFD", word), accents=True) == key
    assert fold(with_accents(key)) == key
    assert folded([word], accents=True) == [key]


def test_words_without_accents_keep_their_keys() -> None:
    assert with_accents("Washington") == "Washington"
    assert key_of("Washington", accents=True) == fold("Washington")


def test_a_table_is_spelled_out_to_its_keys_and_lists() -> None:
    assert spelled_out({"bão": ["một bão", 3], "plain": "x"}) == {
        with_accents("bão"): [f"{with_accents('một')} {with_accents('bão')}", 3],
        "plain": "x",
    }


def test_only_a_pack_that_asks_for_it_keeps_accents() -> None:
    assert not load_pack("fr").accents_kept
    tables = trigger_tables(load_pack("vi"))
    alone = {
        word: {one.kind for one in tables.entries_at(key_of(word, accents=True)) if len(one.steps) == 1} for word in ("bão", "báo")
    }
    assert alone == {"bão": {"cyclone"}, "báo": set()}


def test_devanagari_vowels_written_as_two_signs_are_the_one_they_look_like():
    assert folded(["अाग", "लाेग", "आेले", "माहाैल", "दिल्लीः"]) == folded(["आग", "लोग", "ओले", "माहौल", "दिल्ली"])
