"""A land that the lead tells for a town, and what happened there in other years."""

import datetime as dt

import pytest

from extract import Document, read_article

PUBLISHED = dt.date(2024, 3, 13)

IN_ITS_TOWN = [
    (
        "en",
        "Soldiers arrested the president of Gabon on Tuesday. In Libreville, crowds celebrated on Tuesday.",
        "arrest",
        "Libreville",
    ),
    ("hi", "भोपाल में मंगलवार को एक होटल में आग लग गई। मध्य प्रदेश में मंगलवार को पुलिस ने मालिक को गिरफ्तार किया।", "arrest", "Bhopal"),
    (
        "de",
        "In Bamako starben am Dienstag drei Menschen bei einem Anschlag. In ganz Mali streikten die Lehrer.",
        "labour strike",
        "Mali",
    ),
    ("es", "Un hotel ardió el martes en Arequipa. Murió el dueño. En Perú, miles protestaron el martes.", "protest", "Peru"),
    ("fr", "Un train a déraillé mardi près de Dijon. En Belgique, une usine a brûlé mardi.", "fire", "Belgium"),
]
IN_OTHER_YEARS = [
    ("en", "The mill in Hull burned down on Tuesday. Its owner was arrested in 1998.", "arrest", "Hull"),
    ("ru", "В Рязани во вторник взорвался склад. В 2012 году на складе произошел пожар.", "fire", "Ryazan’"),
    ("ja", "仙台市で12日、工場で火災があった。工場では2015年にも爆発があり、3人が死亡した。", "explosion", "Sendai"),
    (
        "en",
        "A mill in Hull burned down on Tuesday. In Leeds, a bridge collapsed in 2003.\n\nIt was old.\n\nA ferry sank in 2005.",
        "accident",
        None,
    ),
]
NEXT_SENTENCE = [
    ("en", "A mine in Wigan closed on Tuesday. Miners marched in Leeds on Tuesday. Two were injured.", "injury", "Leeds"),
    ("fr", "Une usine a brûlé mardi à Lens. À Rouen, un pont s'est effondré mardi. Deux ouvriers sont morts.", "death", "Rouen"),
]


@pytest.mark.parametrize(("language", "text", "kind", "name"), IN_ITS_TOWN)
def test_a_land_told_in_the_lead_is_the_town_of_the_news_in_it(language: str, text: str, kind: str, name: str) -> None:
    assert _where(language, text, kind) == name


@pytest.mark.parametrize(("language", "text", "kind", "name"), IN_OTHER_YEARS)
def test_other_years_are_guessed_at_the_place_of_the_news_until_another_town_is_told(
    language: str, text: str, kind: str, name: str | None
) -> None:
    assert _where(language, text, kind) == name


@pytest.mark.parametrize(("language", "text", "kind", "name"), NEXT_SENTENCE)
def test_who_was_hurt_was_so_where_the_sentence_before_told_a_deed(language: str, text: str, kind: str, name: str) -> None:
    assert _where(language, text, kind) == name


def _where(language: str, text: str, kind: str) -> str | None:
    events = read_article(Document("d", text, language=language, published=PUBLISHED, published_how="given")).events
    place = next(place for event in reversed(events) if event.kind == kind for place in [event.where or event.setting])
    return place and place.name
