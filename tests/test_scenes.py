"""Where what no text places happened, as a guess: what its clause names, and where other things of its day and story did."""

import datetime as dt

import pytest

from extract import Document, happenings_of, read_article
from extract.models import Happening

PUBLISHED = dt.date(2021, 3, 12)


def told(*texts: str, code: str = "en") -> tuple[Happening, ...]:
    documents = [
        Document(f"d{number}", text, language=code, published=PUBLISHED, published_how="given") for number, text in enumerate(texts)
    ]
    return happenings_of([read_article(document) for document in documents])


def only(happenings: tuple[Happening, ...], kind: str) -> Happening:
    (found,) = (happening for happening in happenings if happening.kind == kind)
    return found


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("de", "Der Verein sagte das Fest in Kassel am Freitag ab.", "Kassel"),
        ("es", "El concierto en Sevilla fue cancelado el viernes.", "Sevilla"),
        ("sv", "På skolan i Haltern ställdes lektionerna in på onsdagen.", "Haltern am See"),
        ("en", "In Shanghai, a Japanese school cancelled classes on Wednesday.", "Shanghai"),
    ],
)
def test_what_is_called_off_was_to_be_in_the_town_of_its_clause(code: str, text: str, place: str) -> None:
    where = only(told(text, code=code), "cancellation").where
    assert where is not None
    assert (where.name, where.is_guessed) == (place, False)


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("en", "Shares in the firm fell by 5 percent in Leeds on Monday.", "Leeds"),
        ("de", "Die Aktie fiel am Montag in Leipzig um 5 Prozent.", "Leipzig"),
        ("es", "Las acciones cayeron un 5 por ciento el lunes en Sevilla.", "Sevilla"),
        ("en", "The minister resigned in Leeds on Tuesday. Shares in the firm fell by 5 percent.", None),
    ],
)
def test_a_price_changes_where_its_clause_says_and_else_nowhere(code: str, text: str, place: str | None) -> None:
    where = only(told(text, code=code), "price change").where
    assert (where and where.name) == place


STORIES = {
    "en": (
        "A court convicted the Utrecht bomber on Thursday. ",
        "On 3 March 2019 a bomb exploded in a café in Delft and killed three people.",
        "He kept silent.\n\nOn 3 March 2019 the bomber and his helpers kidnapped a waiter.",
    ),
    "de": (
        "Das Gericht verurteilte am Donnerstag den Bomber von Utrecht. ",
        "Am 3. März 2019 explodierte in einem Café in Delft eine Bombe und tötete drei Menschen.",
        "Er schwieg.\n\nAm 3. März 2019 entführten der Bomber und seine Helfer aus dem Café einen Kellner.",
    ),
    "fr": (
        "Le tribunal a condamné jeudi le poseur de bombe d'Utrecht. ",
        "Le 3 mars 2019, une bombe a explosé dans un café à Delft et a tué trois personnes.",
        "Il est resté muet.\n\nLe 3 mars 2019, les assaillants ont enlevé un serveur.",
    ),
}


@pytest.mark.parametrize("code", STORIES)
def test_what_no_text_places_is_guessed_where_its_day_was(code: str) -> None:
    lead, placed, unplaced = STORIES[code]
    where = only(told(lead + placed, f"{lead}\n\n{unplaced}", code=code), "kidnapping").where
    assert where is not None
    assert (where.name, where.is_guessed) == ("Delft", True)


@pytest.mark.parametrize("code", STORIES)
def test_a_day_of_which_nothing_else_is_told_is_guessed_in_the_town_of_the_news(code: str) -> None:
    lead, _, unplaced = STORIES[code]
    where = only(told(f"{lead}\n\n{unplaced}", code=code), "kidnapping").where
    assert where is not None
    assert (where.name, where.is_guessed) == ("Utrecht", True)
    assert where.confidence < 0.5


@pytest.mark.parametrize(
    ("language", "text", "kind", "town"),
    [
        ("en", "The Lebanese government resigned on Monday.", "resignation", "Beirut"),
        ("en", "India summoned the Australian ambassador on Monday.", "diplomatic rupture", "Delhi"),
        ("es", "El Gobierno argentino expulsó el lunes a dos diplomáticos rusos.", "expulsion", "Buenos Aires"),
        ("de", "Die peruanische Regierung ist am Montag zurückgetreten.", "resignation", "Lima"),
        ("fr", "Le premier ministre du Mali a démissionné lundi.", "resignation", "Bamako"),
    ],
)
def test_an_act_of_state_without_a_place_is_guessed_in_the_capital(language: str, text: str, kind: str, town: str) -> None:
    where = only(told(text, code=language), kind).where
    assert where is not None
    assert (where.name, where.rule, where.is_guessed) == (town, "place: setting", True)
    assert where.confidence < 0.5
    assert where.evidence


def test_what_a_country_does_not_decide_at_home_gets_no_capital() -> None:
    assert only(told("Lebanon apologised on Monday."), "apology").where is None
    assert only(told("The minister summoned the Russian ambassador on Monday."), "diplomatic rupture").where is None
