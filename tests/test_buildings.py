"""Buildings that bear the name of a town, as places of what happens in them."""

import datetime as dt

import pytest

from extract import Document, read_article


@pytest.mark.parametrize(
    ("text", "buildings"),
    [
        ("A fire broke out at Lagos Central Hospital on Saturday.", ["Lagos Central Hospital"]),
        ("Police arrested two men outside the University of Leeds on Saturday.", ["University of Leeds"]),
        ("Ann Lee, a professor of law at Leeds University, was killed on Monday.", []),
        ("Leeds University suspended two students on Monday.", []),
        ("In Washington, he died at Georgetown University Hospital on Monday.", []),
        ("A fire broke out at Queen Elizabeth Hospital on Saturday.", []),
    ],
)
def test_a_building_in_which_something_happens_is_a_place(text: str, buildings: list[str]) -> None:
    article = read_article(Document("a", text, language="en", published=dt.date(2024, 5, 2), published_how="given"))
    assert [
        place.text for place in article.places if place.kind == "facility" and place.source.rule == "organisation-name"
    ] == buildings


def test_places_alone_are_read_without_buildings() -> None:
    text = "A fire broke out at Leeds University on Saturday."
    document = Document("a", text, language="en", published=dt.date(2024, 5, 2), published_how="given")
    assert not read_article(document, frozenset({"places"})).places
