"""Every land is found by the name that each news language has for it, as CLDR tells them, and large towns where they lie."""

import tomllib
from functools import cache
from pathlib import Path

import pytest
from babel import Locale

from extract.gazetteer import Gazetteer, Place
from extract.geo import distance_km
from extract.language import pack_for
from extract.models import Document
from extract.places import find_places
from extract.sentences import split

LANDS = tomllib.loads((Path(__file__).parent / "lands.toml").read_text(encoding="utf-8"))
LEFT_OUT = frozenset(LANDS.pop("left_out").split())


def country_in(sentence: str, name: str, language: str) -> str | None:
    """Give the country of the first place that shares letters with a name in a sentence."""
    text = sentence.format(name)
    document, pack, at = Document("d", text, language=language), pack_for(language), text.index(name)
    found = find_places(document, split(document, pack), pack, Gazetteer.load())
    return next((one.country for one in found if one.span.start < at + len(name) and one.span.end > at), None)


@pytest.mark.parametrize("code", LANDS)
def test_every_land_is_found_by_its_name(code: str) -> None:
    told = {iso: name for iso, name in Locale(code).territories.items() if len(iso) == 2 and iso not in LEFT_OUT}
    assert len(told) == 200
    missed = {iso for iso, name in told.items() if country_in(LANDS[code]["sentence"], name, code) != iso}
    assert missed == set(LANDS[code]["but"].split())


@pytest.mark.parametrize("code", [code for code, rules in LANDS.items() if "of_lands" in rules])
def test_what_is_of_a_land_tells_it(code: str) -> None:
    told = [word.split(":") for word in LANDS[code]["of_lands"].split()]
    assert not [(word, iso) for word, iso in told if country_in(LANDS[code]["of_sentence"], word, code) != iso]


@pytest.mark.parametrize("code", [code for code, rules in LANDS.items() if "by_long_name" in rules])
def test_a_state_is_found_by_the_name_that_it_gives_itself(code: str) -> None:
    told = [row.split("=") for row in LANDS[code]["by_long_name"].split(" | ")]
    assert not [(name, iso) for name, iso in told if country_in(LANDS[code]["sentence"], name, code) != iso]


TOWNS = {code: rules for code, rules in LANDS.items() if "towns_of" in rules}
LEAST, NEAR_KM = 100_000, 60.0


@cache
def large_towns() -> list[Place]:
    gazetteer = Gazetteer.load()
    rows = (row for row in range(len(gazetteer)) if gazetteer.population(row) >= LEAST and gazetteer.kind(row) == "city")
    return [gazetteer.place(row) for row in rows]


@pytest.mark.parametrize("code", TOWNS)
def test_the_large_towns_of_a_language_are_found_where_they_lie(code: str) -> None:
    gazetteer, pack, missed = Gazetteer.load(), pack_for(code), []
    for town in (one for one in large_towns() if one.country in TOWNS[code]["towns_of"].split()):
        text = TOWNS[code].get("town_sentence", TOWNS[code]["sentence"]).format(town.name)
        document, at = Document("d", text, language=code), text.index(town.name)
        found = [
            one for one in find_places(document, split(document, pack), pack, gazetteer) if one.span.start <= at < one.span.end
        ]
        if not found or found[0].latitude is None or distance_km((found[0].latitude, found[0].longitude), town.point) > NEAR_KM:
            missed.append(town.name)
    assert len(missed) <= TOWNS[code]["missed_at_most"], missed
