"""Did it happen? Cue words around a trigger."""

import pytest

from extract.errors import LanguagePackError
from extract.language import LanguagePack
from extract.language.modality import modality_rules
from tests.telling_events import event, events_of


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        ("Soldiers attacked the port.", "attacked", "asserted"),
        ("Soldiers will attack the port.", "attack", "planned"),
        ("Soldiers may attack the port.", "attack", "hypothetical"),
        ("Soldiers did not attack the port.", "attack", "negated"),
        ("The villagers fear that soldiers will attack the port.", "attack", "planned"),
        ("The attack on the port might end the truce.", "attack", "asserted"),
        ("Talks were held without an agreement.", "agreement", "negated"),
        ("He was accused of robbing a bank.", "robbing", "reported opinion"),
        ("The planned summit was moved.", "summit", "planned"),
        ("The mayor flew to a summit that will take place in Leeds.", "summit", "planned"),
        ("The mayor spoke of a summit that took place in Leeds.", "summit", "asserted"),
        ("The mayor spoke of an attack that will be remembered.", "attack", "asserted"),
        ("Two men were charged with plotting to kill the president.", "kill", "hypothetical"),
        ("A man was arrested over an alleged plot to attack a church.", "attack", "hypothetical"),
        ("The opposition plotted the coup that toppled the president.", "coup", "asserted"),
    ],
)
def test_the_nearest_cue_that_reaches_an_event_decides(text: str, words: str, modality: str) -> None:
    assert event(text, words).modality == modality


def test_a_relative_clause_behind_the_name_of_a_meeting_announces_it() -> None:
    assert event('Мэр прилетит на саммит "Семь рек", который пройдет в Туле.', "саммит", "ru").modality == "planned"


def test_a_word_that_tells_an_event_does_not_deny_it() -> None:
    assert event("O Senado rejeitou a indicação do procurador.", "Senado rejeitou", "pt").modality == "asserted"


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        ("सैनिकों ने बंदरगाह पर हमला किया।", "हमला", "asserted"),
        ("सैनिक बंदरगाह पर हमला करेंगे।", "हमला", "planned"),
        ("सैनिक बंदरगाह पर हमला कर सकते हैं।", "हमला", "hypothetical"),
        ("सैनिकों ने बंदरगाह पर हमला नहीं किया।", "हमला", "negated"),
    ],
)
def test_where_the_verb_stands_last_its_cues_follow_it(text: str, words: str, modality: str) -> None:
    assert event(text, words, "hi").modality == modality


def test_what_is_dated_behind_the_day_of_publication_is_planned() -> None:
    assert event("The trial opens on 20 May 2024.", "trial").modality == "planned"


def test_a_habit_is_no_event() -> None:
    assert not events_of("Soldiers often attacked the port.")


def test_the_cue_is_kept_as_evidence() -> None:
    text = "Soldiers may attack the port."
    (cue,) = event(text, "attack").cues
    assert text[cue.span.start : cue.span.end] == "may"


def test_a_wrong_key_is_told_with_file_and_key(tmp_path) -> None:
    (tmp_path / "modality.toml").write_text('plannd = ["will"]\n', encoding="utf-8")
    pack = LanguagePack("xx", "X", "X", ("Latin",), "basic", tmp_path, {})
    with pytest.raises(LanguagePackError, match=r"xx/modality\.toml: plannd is not a key"):
        modality_rules(pack)


@pytest.mark.parametrize(
    ("text", "words", "modality", "language"),
    [
        ("The minister ruled out the resignation of the cabinet.", "resignation", "negated", "en"),
        ("El presidente canceló la visita a Berlín.", "visita", "negated", "es"),
        ("Le président a annulé la visite à Berlin.", "visite", "negated", "fr"),
        ("Il sindacato minaccia lo sciopero per lunedì.", "sciopero", "hypothetical", "it"),
        ("Il sindacato, che minaccia altre azioni, ha difeso lo sciopero di lunedì.", "sciopero", "asserted", "it"),
        ("Après l'annulation du gala, le président a salué la visite du roi.", "visite", "asserted", "fr"),
    ],
)
def test_a_verb_that_undoes_its_object_reaches_it_though_it_is_definite(
    text: str, words: str, modality: str, language: str
) -> None:
    assert event(text, words, language).modality == modality
