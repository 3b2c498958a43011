"""Words that accents alone tell apart, passives by their ending, and names of days whose form looks ahead."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from extract import Document, read_article
from extract.errors import LanguagePackError
from extract.language import load_pack
from extract.language.events import event_rules
from tests.telling_events import event, events_of


def test_a_word_that_its_accents_tell_from_a_trigger_is_none() -> None:
    assert event_rules(load_pack("sv")).read_as["väl"] != "val"
    assert not [one for one in events_of("Det gick väl för laget.", "sv") if one.kind == "election"]
    assert event("Det är val i Sverige.", "val", language="sv").kind == "election"


def test_words_read_as_others_are_given_as_words(tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text('read_as = ["väl"]', encoding="utf-8")
    with pytest.raises(LanguagePackError, match="read_as"):
        event_rules(replace(load_pack("sv"), folder=tmp_path))


@pytest.mark.parametrize(("text", "role"), [("Johan Lind greps i går.", "patient"), ("Johan Lind grep tjuven i går.", "agent")])
def test_an_ending_of_a_verb_makes_its_subject_the_patient(text: str, role: str) -> None:
    assert [one.role for one in event(text, "grep", language="sv").participants if one.kind == "person"] == [role]


@pytest.mark.parametrize(
    ("text", "day"), [("De möts på tisdag.", dt.date(2024, 5, 7)), ("De möttes på tisdagen.", dt.date(2024, 4, 30))]
)
def test_the_form_of_a_weekday_behind_its_preposition_tells_whether_it_is_to_come(text: str, day: dt.date) -> None:
    document = Document("d", text, language="sv", published=dt.date(2024, 5, 2), published_how="given")
    assert [one.first_day for one in read_article(document, frozenset({"dates"})).timexes] == [day]


@pytest.mark.parametrize(
    ("text", "modality"), [("Regeringen kan stoppa en strejk.", "hypothetical"), ("Regeringen kan stoppa strejken.", "asserted")]
)
def test_a_noun_that_bears_its_article_as_its_end_is_told_as_known(text: str, modality: str) -> None:
    assert event(text, "strejk", language="sv").modality == modality
