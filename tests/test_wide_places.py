"""Regions, seas, rivers, mountains, isles, divisions, quarters and towns are found by what news of each language calls them."""

import tomllib
from pathlib import Path

import pytest

from extract.gazetteer import Gazetteer
from extract.geo import distance_km
from extract.language import pack_for
from extract.models import Document
from extract.places import find_places
from extract.sentences import split

WIDE = tomllib.loads((Path(__file__).parent / "wide_places.toml").read_text(encoding="utf-8"))
NEAR_KM = 161.0


def is_found(sentence: str, phrase: str, code: str, language: str) -> bool:
    """Tell whether a place in a phrase of a sentence lies where that of a code does."""
    gazetteer, text = Gazetteer.load(), sentence.format(phrase)
    document, pack, at = Document("d", text, language=language), pack_for(language), text.index(phrase)
    wanted = gazetteer.by_code(code)
    assert wanted, code
    return any(
        distance_km((one.latitude, one.longitude), wanted.point) <= max(NEAR_KM, wanted.radius_km, one.radius_km)
        for one in find_places(document, split(document, pack), pack, gazetteer)
        if one.span.start < at + len(phrase) and one.span.end > at and one.latitude is not None and one.longitude is not None
    )


@pytest.mark.parametrize("language", WIDE)
def test_wide_places_are_found_where_they_lie(language: str) -> None:
    rules = WIDE[language]
    cells = dict(cell.split("=") for cell in rules["places"].split(" | "))
    missed = {phrase for phrase, code in cells.items() if not is_found(rules["sentence"], phrase, code, language)}
    assert missed == set(filter(None, rules["but"].split(" | ")))
