"""Towns in local and world news lie where the article says, and persons, bodies and things that bear their names are none."""

import re
import tomllib
from itertools import cycle
from pathlib import Path

import pytest

from extract.gazetteer import Gazetteer, Place
from extract.geo import distance_km
from extract.language import pack_for
from extract.models import Document, PlaceMention
from extract.places import find_places
from extract.sentences import split

NEWS = tomllib.loads((Path(__file__).parent / "local_news.toml").read_text(encoding="utf-8"))
MARKED = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")  # [Paris|US.TX]
NEAR_KM, BESIDE_KM = 161.0, 3.0
INITIALS = "abcdefghijklmnopqrstuvwxyz"


def places_in(text: str) -> tuple[PlaceMention, ...]:
    """Give the places of an English article."""
    document, pack = Document("d", text, language="en"), pack_for("en")
    return find_places(document, split(document, pack), pack, Gazetteer.load())


def is_wrong(marked: str) -> bool:
    """Tell whether a marked place is missed or put elsewhere, or anything else is drawn."""
    found = list(places_in(MARKED.sub(r"\1", marked)))
    shift = 0
    for match in MARKED.finditer(marked):
        start = match.start() - shift
        there = [one for one in found if one.span.start < start + len(match[1]) and one.span.end > start]
        seen = [one for one in there if one.kind != "organisation"]
        if not seen or match[2] not in (seen[0].admin1, seen[0].country, seen[0].name):
            return True
        found = [one for one in found if one not in there]
        shift += len(match[0]) - len(match[1])
    return any(one.drawn for one in found)


@pytest.mark.parametrize("group", ["whole", "wordings", "none"])
def test_news_tell_their_places_and_no_others(group: str) -> None:
    assert [line for line in NEWS[group] if is_wrong(line)] == []
    assert [line for line in NEWS[f"{group}_but"] if not is_wrong(line)] == []


@pytest.mark.parametrize("country", NEWS["towns"])
def test_a_local_article_tells_its_towns_and_no_namesakes(country: str) -> None:
    missed = total = 0
    articles = cycle(NEWS["articles"])
    for town, beside in _towns(country):
        text = next(articles).format(town.name, *(one.name for one in beside))
        found = places_in(text)
        for place in (town, *beside):
            at = text.index(place.name)
            one = next((one for one in found if one.span.start <= at < one.span.end), None)
            there = one is not None and one.latitude is not None and one.longitude is not None
            total += 1
            missed += not (there and distance_km((one.latitude, one.longitude), place.point) <= NEAR_KM)
    assert total >= NEWS["least_names"]
    assert missed <= NEWS["towns"][country]


def _towns(country: str) -> list[tuple[Place, list[Place]]]:
    """Take towns of a country here and there, each with two of its division beside it."""
    gazetteer = Gazetteer.load()
    rows = sorted(gazetteer.cities(country, NEWS["least_people"], INITIALS))
    towns = [gazetteer.place(row) for row in rows[:: max(1, len(rows) // NEWS["towns_of_each"])]]
    found = []
    for town in towns:
        near = [place for km, place in gazetteer.nearest(town.point, count=12) if km > BESIDE_KM and place.admin1 == town.admin1]
        names = {place.name: place for place in near if " - " not in place.name and place.name not in town.name}
        if len(names) > 1:
            found.append((town, list(names.values())[:2]))
    return found
