"""Deeds and the acts of law or speech beside them: whose day, place and doer is whose."""

import datetime as dt

import pytest

from tests.telling_events import city, event, events_of


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("A man was arrested in Ostend on Monday over the murder of a jeweller.", "murder"),
        ("Prosecutors in Ostend accused a clerk on Monday of fraud.", "fraud"),
        ("Detectives in Ostend on Monday opened an inquiry into the crash.", "crash"),
    ],
)
def test_a_deed_takes_neither_day_nor_place_of_the_law_that_deals_with_it(text: str, deed: str) -> None:
    found = event(text, deed, places=[city(text, "Ostend")])
    assert found.when is None or found.when.first_day is None
    assert found.where is None


def test_a_deed_keeps_the_day_and_the_place_that_stand_behind_it() -> None:
    text = "Police on Monday arrested a man over the shooting in Ostend on Sunday."
    found = event(text, "shooting", places=[city(text, "Ostend")])
    assert found.where.name == "Ostend"
    assert found.when.first_day == dt.date(2024, 4, 28)


def test_a_deed_that_is_told_as_known_is_not_only_alleged() -> None:
    text = "Police on Monday arrested a man over the murder of a jeweller."
    assert event(text, "murder").modality == "asserted"
    assert event("Police on Monday arrested a man on suspicion of murder.", "murder").modality == "reported opinion"


def test_who_condemns_an_attack_is_no_attacker() -> None:
    told = events_of("Prime Minister Ute Brandt condemned the attack on Monday.")
    people = {one.kind: [(person.name, person.role) for person in one.participants] for one in told}
    assert people["accusation"] == [("Ute Brandt", "agent")]
    assert people["attack"] == []


def test_who_seeks_a_sale_of_arms_takes_part_in_it() -> None:
    told = events_of("Ute Brandt discussed the arms sale on Monday.")
    people = {one.kind: [person.name for person in one.participants] for one in told}
    assert people["arms transfer"] == ["Ute Brandt"]


def test_a_deed_is_told_again_in_a_short_sentence() -> None:
    told = events_of(
        "Police on Monday in the old town by the river arrested a man over the murder of a jeweller. The incident shocked many."
    )
    assert [one.kind for one in told] == ["arrest", "murder", "murder"]


def test_the_day_of_an_announcement_is_not_that_of_the_deed_that_has_its_own() -> None:
    found = event("Police announced on Wednesday the arrest of two men on Tuesday.", "arrest")
    assert found.when.first_day == dt.date(2024, 4, 30)


def test_what_was_done_about_an_incident_keeps_its_day() -> None:
    found = event("The ministry on Monday imposed sanctions on three officers over an attack on a depot.", "attack")
    assert found.when is None or found.when.first_day is None or found.when.how == "inferred"


def test_an_incident_keeps_the_year_that_stands_right_before_it() -> None:
    text = "Krajský soud v pondělí odsoudil muže na šest let do vězení za loňský výbuch plynu v Lornu."
    found = event(text, "výbuch", "cs").when
    assert (found.first_day, found.last_day) == (dt.date(2023, 1, 1), dt.date(2023, 12, 31))


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Two of the men burned on Sunday died on Tuesday in a clinic.", "died"),
        ("en", "A driver missing since a fire broke out on a ferry on Sunday was found dead on Tuesday.", "found dead"),
        ("sv", "En kvinna som skadades i bussolyckan i söndags avled på tisdagen.", "avled"),
    ],
)
def test_the_day_behind_a_verb_is_its_own_where_the_one_before_it_is_of_another(language: str, text: str, words: str) -> None:
    assert event(text, words, language).when.first_day == dt.date(2024, 4, 30)


def test_a_time_of_day_has_the_day_that_its_sentence_tells() -> None:
    lead = "A mine flooded near Lorn on Tuesday, killing nine.\n\n"
    text = "Students blocked the bridge on Monday, but fire broke out in their hall in the evening."
    assert event(lead + text, "fire").when.first_day == dt.date(2024, 4, 29)
