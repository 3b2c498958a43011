"""What became of those hurt in an incident, and the day that it lends to nothing."""

import datetime as dt

import pytest
from telling_events import city, event, events_of

SUNDAY, TUESDAY = dt.date(2024, 4, 28), dt.date(2024, 4, 30)


@pytest.mark.parametrize(
    ("language", "text", "scene", "fate"),
    [
        ("en", "A guard injured in the blast died in hospital on Tuesday.", "blast", "died"),
        ("en", "On Tuesday, a guard who was hurt in the riot died of his burns.", "riot", "died"),
        ("en", "The parents of a student who was killed in the crash sued the airline on Tuesday.", "crash", "sued"),
        ("de", "Ein bei dem Angriff verletzter Polizist starb am Dienstag im Krankenhaus.", "Angriff", "starb"),
        ("fr", "Un policier blessé dans l'attaque est mort mardi à l'hôpital.", "attaque", "mort"),
        ("es", "Un policía herido en el ataque murió el martes en el hospital.", "ataque", "murió"),
        ("ru", "Полицейский, раненный при нападении, скончался во вторник в больнице.", "нападении", "скончался"),
        ("pl", "Kobieta ranna w strzelaninie zmarła we wtorek.", "strzelaninie", "zmarła"),
        ("tr", "Saldırıda yaralanan polis salı günü hastanede öldü.", "Saldırıda", "öldü"),
        ("hi", "हिंसा में घायल सिपाही ने मंगलवार को अस्पताल में दम तोड़ दिया।", "हिंसा", "दम"),
        ("ja", "襲撃でけがをした警官が30日、病院で死亡した。", "襲撃", "死亡"),
        ("zh", "在袭击中受伤的警察周二在医院去世。", "袭击", "去世"),
    ],
)
def test_what_hurt_somebody_was_before_what_became_of_them(language: str, text: str, scene: str, fate: str) -> None:
    struck, came = event(text, scene, language).when, event(text, fate, language).when
    assert (struck.first_day, struck.last_day) == (None, TUESDAY)
    assert (came.first_day, came.last_day) == (TUESDAY, TUESDAY)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The prime minister visited survivors of the earthquake on Tuesday.", "earthquake"),
        ("en", "The families of the victims of the fire held a vigil on Tuesday.", "fire"),
        ("de", "Die Kanzlerin besuchte am Dienstag Überlebende des Erdbebens.", "Erdbebens"),
        ("es", "El presidente visitó el martes a los sobrevivientes del terremoto.", "terremoto"),
        ("ru", "Во вторник родственники жертв пожара вышли на митинг.", "пожара"),
        ("ja", "30日、火災の遺族が抗議デモを行った。", "火災"),
    ],
)
def test_an_incident_was_before_what_is_done_with_what_it_left(language: str, text: str, words: str) -> None:
    when = event(text, words, language).when
    assert (when.first_day, when.last_day) == (None, TUESDAY)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Three people were killed and 12 injured in the blast on Tuesday.", "blast"),
        ("en", "The blast on Tuesday that killed nine was condemned.", "blast"),
        ("en", "The prime minister visited survivors of Tuesday's earthquake.", "earthquake"),
        ("en", "The cause of the fire on Tuesday was a cigarette.", "fire"),
        ("en", "Rescuers searched the site of the blast on Tuesday.", "blast"),
        ("fr", "Douze personnes ont été blessées dans un accident de car mardi.", "accident"),
        ("hi", "मंगलवार को हुए विस्फोट में 12 लोग घायल हो गए।", "विस्फोट"),
        ("ko", "30일 폭발로 14명이 숨지고 60명이 다쳤다.", "폭발"),
        ("hi", "मंगलवार को बस हादसे में घायल लोगों को अस्पताल में भर्ती कराया गया।", "हादसे"),
    ],
)
def test_what_hurts_somebody_keeps_its_day_where_nothing_came_of_it_later(language: str, text: str, words: str) -> None:
    assert event(text, words, language).when.first_day == TUESDAY


def test_what_hurt_somebody_keeps_the_day_right_before_it() -> None:
    text = "A guard wounded in Sunday's blast died on Tuesday."
    assert [one.when.first_day for one in events_of(text)] == [SUNDAY, SUNDAY, TUESDAY]


def test_the_place_of_a_death_is_not_that_of_what_hurt_before() -> None:
    text = "A guard hurt in the riot died in a hospital in Arden on Tuesday."
    assert event(text, "riot", places=[city(text, "Arden")]).where is None
