"""Words → kinds: what is a trigger, and what only looks like one."""

import pytest

from extract.errors import LanguagePackError
from extract.language import LanguagePack, load_pack
from extract.language.events import event_rules
from extract.phrases import find_phrases, phrase_index
from extract.triggers import verb_forms
from tests.telling_events import events_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army fired two missiles into the sea.", "missile launch"),
        ("The mill fired forty workers.", "dismissal"),
        ("Workers at the mill went on strike.", "labour strike"),
        ("A strike from the air hit the mill.", "airstrike"),
    ],
)
def test_the_words_beside_a_trigger_tell_its_kind(text: str, kind: str) -> None:
    assert kind in {one.kind for one in events_of(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Rescue Committee published a list.", "rescue"),
        ("The shells and rockets lay in the grass.", "shelling"),
        ("He had a heart attack.", "attack"),
        ("The launch site is closed to visitors.", "missile launch"),
    ],
)
def test_names_plurals_idioms_and_modifiers_are_no_triggers(text: str, kind: str) -> None:
    assert kind not in {one.kind for one in events_of(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The crash that killed four miners was heard in Oruro.", "death"),
        ("Woman Killed In Arden Mill Fire, Owner Arrested The woman was taken to a ward.", "arrest"),
        ("He was jailed for DUI. Lawyers appealed.", "charge"),
    ],
)
def test_a_relative_clause_a_headline_that_runs_on_and_an_acronym_tell_events(text: str, kind: str) -> None:
    assert kind in {one.kind for one in events_of(text)}


def test_two_events_of_a_sentence_are_both_told() -> None:
    assert len({one.kind for one in events_of("Gunmen attacked a bus and kidnapped the driver.")}) == 2


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "The rope on Monday 3 June 2024 snapped.", "accident"),
        ("hi", "पहाड़ की सड़क 3 जून 2024 को धंस गई।", "landslide"),
        ("de", 'Die Sprecherin wies das als "schäbig" zurück.', "rejection"),
    ],
)
def test_a_date_and_a_word_in_quotes_do_not_part_the_words_of_a_phrase(language: str, text: str, kind: str) -> None:
    assert kind in {one.kind for one in events_of(text, language)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Estonia Usir Diplomat Rusia", True),
        ("Menlu India Kunjungi Nairobi", True),
        ("Kata usir diplomat itu tertulis di kamus.", False),
        ("Buku tentang Rusia", False),
    ],
)
def test_a_headline_alone_writes_a_verb_without_its_prefix(text: str, told: bool) -> None:
    kinds = {"expulsion", "visit", "rejection"}
    assert bool(kinds & {one.kind for one in events_of(text, "id")}) == told


def test_the_longest_phrase_of_a_table_wins() -> None:
    index = phrase_index([("war", 1), ("war of words", 2)])
    assert [found.value for found in find_phrases(["a", "war", "of", "words"], index)] == [2]


def test_an_unknown_key_of_events_toml_is_told_with_its_file(tmp_path) -> None:
    (tmp_path / "events.toml").write_text('headz = ["pad"]\n', encoding="utf-8")
    pack = LanguagePack("xx", "X", "X", ("Latin",), "basic", tmp_path, {})
    with pytest.raises(LanguagePackError, match=r"xx/events\.toml: headz is not a key"):
        event_rules(pack)


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("They painted the apartment block.", "rejection", False),
        ("Lawmakers block the bill.", "rejection", True),
        ("Woman Killed In Larden Hit-And-Run, Driver Charged", "collision", True),
        ("She works for the Larden Rescue Committee in the north.", "rescue", False),
    ],
)
def test_nouns_names_and_headlines_are_told_apart(text: str, kind: str, told: bool) -> None:
    assert (kind in {one.kind for one in events_of(text)}) is told


@pytest.mark.parametrize(("code", "small", "verb"), [("pt", "em", "entrou"), ("de", "in", "explodierte"), ("es", "a", "fue")])
def test_a_small_word_with_which_a_row_of_verbs_begins_is_no_verb(code: str, small: str, verb: str) -> None:
    forms = verb_forms(load_pack(code))
    assert verb in forms
    assert small not in forms
