"""The number of those who do it is not that of those whom it befalls: "three attackers killed a guard" counts no three dead."""

import pytest

from extract import Document, happenings_of, read_article

DOERS = [
    ("en", "Two gunmen shot dead a teacher in Karachi on Monday."),
    ("en", "Three attackers killed a guard at a bank in Lyon on Monday."),
    ("en", "Five police officers arrested a student in Lyon on Monday."),
    ("en", "Twelve jurors convicted a man of murder in Lyon on Monday."),
    ("fr", "Deux hommes armés ont tué un garde lundi à Lyon."),
    ("de", "Zwei Männer töteten am Montag in Lyon einen Wachmann."),
    ("es", "Dos pistoleros mataron a un profesor el lunes en Karachi."),
]
SUFFERERS = [
    ("en", "Four soldiers were killed by two gunmen in Lyon on Monday.", "killed", 4),
    ("en", "Two gunmen wounded three customers at a bank in Lyon on Monday.", "injured", 3),
    ("en", "Police arrested five students in Lyon on Monday.", "arrested", 5),
    ("en", "Two hundred nurses went on strike in Lyon on Monday.", "attending", 200),
    ("fr", "Deux hommes armés ont blessé trois gardes lundi à Lyon.", "injured", 3),
]
FATES = {"killed", "injured", "arrested"}


def figures(language: str, text: str) -> set[tuple[str, float]]:
    """Give what the happenings of a text count, with its unit."""
    said = happenings_of([read_article(Document("d", text, language=language))])
    return {(figure.unit, figure.low) for one in said for figure in one.quantities}


@pytest.mark.parametrize(("language", "text"), DOERS)
def test_who_does_it_is_not_counted_among_those_whom_it_befalls(language: str, text: str) -> None:
    assert not [unit for unit, low in figures(language, text) if unit in FATES and low > 1]


@pytest.mark.parametrize(("language", "text", "unit", "low"), SUFFERERS)
def test_whom_it_befalls_is_counted_beside_who_does_it(language: str, text: str, unit: str, low: float) -> None:
    told = {low for one, low in figures(language, text) if one == unit}
    assert told == {low}
