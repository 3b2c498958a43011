"""A building that was told with its town says again where something is; a new one, or one of two towns, does not."""

import datetime as dt

import pytest

from extract import Document, read_article

PUBLISHED = dt.date(2025, 2, 17)


def place_of(text: str, language: str, kind: str) -> str | None:
    """Give the place of the last event of a kind in a text."""
    events = read_article(Document("d", text, language=language, published=PUBLISHED)).events
    where = [event.where for event in events if event.kind == kind][-1]
    return where.name if where is not None and where.rule == "place: anaphor" else None


BLAST = "A blast at a plant in Ceyhan killed 14.\nThe owner met relatives in Adana. "
USINE = "Une explosion à l'usine de Ceyhan a fait 14 morts.\nLe patron est à Adana. "
KARKHANA = "पारादीप के कारखाने में विस्फोट हुआ।\nप्रमुख ने भुवनेश्वर में परिजनों से मुलाकात की। "


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        ("en", "death", BLAST + "Two workers died at the plant in 2019."),
        ("en", "protest", BLAST + "Protesters stormed the plant."),
        ("fr", "arrest", USINE + "On a arrêté 23 personnes à l'usine."),
        ("hi", "riot", KARKHANA + "सोमवार को लोगों ने कारखाने में तोड़फोड़ की।"),
    ],
)
def test_a_building_told_with_its_town_places_what_is_told_of_it_later(language: str, kind: str, text: str) -> None:
    assert place_of(text, language, kind) in {"Ceyhan", "Parādīp Garh"}


@pytest.mark.parametrize(
    "text",
    [
        BLAST + "Two workers died at a plant in 2019.",
        BLAST + "A fire at a plant in Izmir hurt ten. Two workers died at the plant in 2019.",
    ],
)
def test_a_new_building_and_one_of_two_towns_call_nothing_again(text: str) -> None:
    assert place_of(text, "en", "death") is None
