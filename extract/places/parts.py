"""Parts of a town that bear the name of another: "台北市中山區" is in Taipei, not in Zhongshan, and so are streets, "南京西路"."""

from collections.abc import Sequence

from extract.gazetteer import Gazetteer, Place
from extract.geo import distance_km
from extract.language.places import PlaceWords
from extract.places.cutting import Text
from extract.places.scan import Hit

NEAR_KM = 60.0  # a part is no farther from the middle of its town, or of its division
_WHOLES = frozenset({"admin1", "admin2", "city"})
_GAPS = ("", " ")


def without_parts(text: Text, hits: Sequence[Hit], words: PlaceWords, gazetteer: Gazetteer) -> list[Hit]:
    """Leave out the names that are those of streets, or of a part of the town named right before and of no place near it."""
    if not words.town_parts and not words.thing_joined:
        return list(hits)
    found: list[Hit] = []
    for at, hit in enumerate(hits):
        if hit.kind == "name" and _is_street(text, hit, words):
            continue
        whole = hits[at - 1] if at else None
        if whole and _is_part(text, whole, hit, words):
            hit.meanings = tuple(name for name in hit.meanings if _lies_in(gazetteer.place(name.row), whole, gazetteer))
        if hit.meanings or hit.kind == "unknown":
            found.append(hit)
    return found


def _is_street(text: Text, hit: Hit, words: PlaceWords) -> bool:
    """Tell whether a street stands written as one behind a name, maybe behind a direction: "北京東路"."""
    index = hit.last + 1
    if text.gap(hit.last) != "":
        return False
    if text.key(index) in words.directions and text.gap(index) == "":
        index += 1
    return text.key(index) in words.thing_joined


def _is_part(text: Text, whole: Hit, part: Hit, words: PlaceWords) -> bool:
    """Tell whether a name is told to be a part of the town named before it: "大阪市北区"."""
    if whole.kind != "name" or part.kind != "name" or text.text[whole.span.end : part.span.start] not in _GAPS:
        return False
    return text.text.startswith(words.town_parts, part.span.end) or text.text[: part.span.end].endswith(words.town_parts)


def _lies_in(part: Place, whole: Hit, gazetteer: Gazetteer) -> bool:
    places = [gazetteer.place(name.row) for name in whole.meanings]
    wholes = [place for place in places if place.kind in _WHOLES]
    return not wholes or any(_is_near(part, place) for place in wholes)


def _is_near(part: Place, whole: Place) -> bool:
    far = distance_km((part.latitude, part.longitude), (whole.latitude, whole.longitude))
    return far <= max(NEAR_KM, whole.radius_km)
