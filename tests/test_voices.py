"""Who says it, where a sentence has more than one voice or a name of several parts, and what is said beside it."""

import datetime as dt

import pytest

from extract.models import Document
from extract.pipeline import happenings_of, read_article


def events_of(text, language="en"):
    return read_article(Document("d", text, language=language, published=dt.date(2024, 5, 16))).events


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("North Korea, analysts say, came to find food, fuel and cash.", None),
        ("Russia, experts say, is running out of shells.", None),
        ("The valley, Ann Lee, an analyst at the institute, said, will flood again.", "Ann Lee"),
    ],
)
def test_whom_words_between_commas_speak_of_does_not_say_them(text: str, speaker: str | None) -> None:
    (opinion,) = (event for event in events_of(text) if event.kind == "expert opinion")
    assert (opinion.said_by and opinion.said_by.name) == speaker


def test_an_expert_beside_a_speaker_has_an_act_of_his_own() -> None:
    text = (
        "When Mr. Quiroga said that a dam was being built, the plan rested, according to Hong Min, who is an analyst in Seoul, "
        "on a loan from Russia."
    )
    said = {event.kind: event.said_by.name for event in events_of(text) if event.said_by}
    assert (said["statement"], said["expert opinion"]) == ("Quiroga", "Hong Min")


def test_the_parts_of_a_given_name_joined_by_a_hyphen_are_one() -> None:
    text = "शोध संस्थान चलाने वाले एन चान-इल ने एएफपी को बताया कि रूस को गोले चाहिए।"
    (opinion,) = happenings_of([read_article(Document("d", text, language="hi", published=dt.date(2024, 5, 16)))])
    assert opinion.label == "En Chan-Il gives an opinion"


@pytest.mark.parametrize(
    "text", ["The summit, which is being held in Geneva, ends today.", "The vote that is being held in Geneva ends today."]
)
def test_a_relative_clause_has_the_noun_with_it_that_forbids_a_reading(text: str) -> None:
    assert "arrest" not in [event.kind for event in events_of(text)]


def test_who_is_being_held_is_arrested() -> None:
    assert "arrest" in [event.kind for event in events_of("The driver, who is being held in Geneva, denies it.")]


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("en", "Norway, Ireland and Spain said on Tuesday that the deal was dead.", ["Norway", "Ireland", "Spain"]),
        ("fr", "La Norvège, l'Irlande et l'Espagne ont déclaré mardi que l'accord était mort.", ["Norway", "Ireland", "Spain"]),
        ("hi", "नॉर्वे, आयरलैंड और स्पेन ने मंगलवार को कहा कि समझौता टूट गया।", ["Norway", "Ireland", "Spain"]),
        ("en", "President Ines Quiroga and Minister Raul Mamani said the attack was illegal.", ["Ines Quiroga", "Raul Mamani"]),
        ("en", "After talks between Norway and Spain, Ireland said the deal was dead.", ["Ireland"]),
        ("en", "Ines Quiroga called Raul Mamani and Ann Lee said the attack was illegal.", ["Ann Lee"]),
    ],
)
def test_who_is_joined_to_a_speaker_says_it_too(language: str, text: str, speakers: list[str]) -> None:
    (statement,) = (event for event in events_of(text, language) if event.kind == "statement")
    assert [one.name for one in statement.participants if not one.aside] == speakers
    (told,) = (one for one in happenings_of([read_article(Document("d", text, language=language))]) if one.kind == "statement")
    assert all(name in told.labels["en"] for name in speakers[:2])
