"""Acts of state that no text places are guessed in the capital; the guess says so and names its words."""

import datetime as dt

import pytest

from extract import Document, Happening, happenings_of, read_article


def told(language: str, text: str, kind: str) -> Happening:
    document = Document("d", text, language=language, published=dt.date(2024, 5, 2), published_how="given")
    return next(one for one in happenings_of([read_article(document)]) if one.kind == kind)


@pytest.mark.parametrize(
    ("language", "text", "kind", "town"),
    [
        ("en", "The Lebanese government resigned on Monday.", "resignation", "Beirut"),
        ("de", "Die peruanische Regierung ist am Montag zurückgetreten.", "resignation", "Lima"),
        ("fr", "Le premier ministre du Mali a démissionné lundi.", "resignation", "Bamako"),
    ],
)
def test_an_act_of_state_without_a_place_is_guessed_in_the_capital(language: str, text: str, kind: str, town: str) -> None:
    where = told(language, text, kind).where
    assert where is not None
    assert (where.name, where.rule, where.is_guessed) == (town, "place: setting", True)
    assert where.confidence < 0.5
    assert where.evidence


def test_what_a_country_does_not_decide_at_home_gets_no_capital() -> None:
    assert told("en", "Lebanon apologised on Monday.", "apology").where is None
