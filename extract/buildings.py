"""Buildings that bear the name of a town → places: what happens "at Leeds University" happens in Leeds.

Takes the organisations of a document that bear the name of a place, and its places. Gives the places with those of the
organisations that are a building in which something happens: named behind a preposition of place, of a large town of a land
that the document tells. Where somebody works is no such place ("a professor at Leeds University").
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from extract.gazetteer.naming import name_key
from extract.language.places import PlaceWords
from extract.models import PlaceMention

LEAST_PEOPLE = 150_000  # of a town by whose name alone a building is placed
LEAST_SURE = 0.85  # confidence in the town: "Columbia University" is in none that is called so
BEFORE = 80  # code points before a name that are looked at
REACH = 7  # words before the preposition in which the person stands: "a professor of criminal law at"
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[,;:.!?\n]")


def with_buildings(
    text: str, places: Sequence[PlaceMention], organisations: Sequence[PlaceMention], words: PlaceWords
) -> tuple[PlaceMention, ...]:
    """Add the buildings in which something happens to the places of a text, in order."""
    if not words.buildings:
        return tuple(places)
    lands = {place.country for place in places if place.country}
    spans = [place.source.span for place in places]
    found = [
        replace(one, kind="facility", drawn=True)
        for one in organisations
        if _is_known(one, lands)
        and not any(span.start < one.source.span.end and one.source.span.start < span.end for span in spans)
        and _is_building(one.text, words)
        and _is_where(text[max(0, one.source.span.start - BEFORE) : one.source.span.start], words)
    ]
    return tuple(sorted((*places, *found), key=lambda place: place.source.span.start)) if found else tuple(places)


def _is_known(one: PlaceMention, lands: set[str]) -> bool:
    """Tell whether the town of an organisation is a large one, surely meant, of a land that the document tells, if it tells one."""
    people = one.candidates[0].population if one.candidates else 0
    return one.confidence >= LEAST_SURE and people >= LEAST_PEOPLE and (not lands or one.country in lands)


def _is_building(name: str, words: PlaceWords) -> bool:
    keys = name_key(name).split()
    return keys[-1] in words.buildings or (keys[0] in words.buildings and keys[1] in words.of)


def _is_where(before: str, words: PlaceWords) -> bool:
    """Tell whether a preposition of place stands before a name, and no person whom the name says more of."""
    keys = [name_key(word) for word in _WORDS.findall(before)]
    if keys and keys[-1] in words.articles:
        keys.pop()
    if not keys or not (keys[-1] in words.inside or keys[-1] in words.locative_before):
        return False
    return words.seated.isdisjoint(keys[-1 - REACH : -1])
