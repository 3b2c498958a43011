"""Names that hardly mean the place found: one that begins with a direction, or a small town of another land, far from all others.

"उत्तर प्रदेश" (Uttar Pradesh, "northern province") in an article on Korea stands for "the North"; "Santo Estêvão" among towns
of Portugal, a village there that the gazetteer does not know, is no town in Brazil.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from msgspec.structs import replace

from extract.geo import distance_km
from extract.language.places import PlaceWords
from extract.models import Finding, PlaceMention
from extract.text import fold

FAR_KM = 1500.0  # from every other place of the document
LEAST_OTHERS = 4  # other names that say where the document is
SMALL = frozenset({"admin1", "admin2", "city"})
LEAST_TOWNS, MOST_ELSEWHERE = 3, 1  # towns and regions of the land of a document, and of any other
LARGE = 100_000  # people of a town that news far away name too
DOUBT = 0.3  # factor of the confidence


def with_doubts(mentions: Sequence[PlaceMention], words: PlaceWords) -> tuple[PlaceMention, ...]:
    """Mark the implausible mentions; they keep their place and are not drawn."""
    told = sorted(
        {
            (one.name, one.country or "", one.latitude, one.longitude)
            for one in mentions
            if one.latitude is not None and one.longitude is not None
        }
    )
    home = _home_of(mentions)
    return tuple(
        _doubted(mention) if _is_implausible(mention, told, words) or (home and _is_namesake(mention, home)) else mention
        for mention in mentions
    )


def _home_of(mentions: Sequence[PlaceMention]) -> frozenset[str]:
    """Give the countries of a document whose towns are of one, that and the lands it names; none where they are of several."""
    towns = Counter(country for _, country in {(one.name, one.country or "") for one in mentions if one.kind in SMALL})
    most = towns.most_common(1)[0] if towns else ("", 0)
    if most[1] < LEAST_TOWNS or towns.total() - most[1] > MOST_ELSEWHERE:
        return frozenset()
    return frozenset({most[0]} | {one.country for one in mentions if one.country and one.kind not in SMALL})


def _is_namesake(mention: PlaceMention, home: Collection[str]) -> bool:
    """Tell whether a small town is of no land that its document names."""
    people = mention.candidates[0].population if mention.candidates else 0
    return mention.kind == "city" and mention.country is not None and mention.country not in home and people < LARGE


def _is_implausible(mention: PlaceMention, told: Sequence[tuple[str, str, float, float]], words: PlaceWords) -> bool:
    if mention.kind not in SMALL or mention.latitude is None or mention.longitude is None:
        return False
    if fold(mention.text.split(None, 1)[0]) not in words.directions:
        return False
    others = [other for other in told if other[0] != mention.name]
    if len({name for name, *_ in others}) < LEAST_OTHERS or any(country == (mention.country or "") for _, country, *_ in others):
        return False
    here = mention.latitude, mention.longitude
    return min(distance_km(here, (latitude, longitude)) for _, _, latitude, longitude in others) > FAR_KM


def _doubted(mention: PlaceMention) -> PlaceMention:
    message = f"{mention.text!r} is far from every other place of the article; it may stand for another or for a direction"
    finding = Finding("implausible", message, mention.span, "far-direction")
    return replace(mention, drawn=False, confidence=round(mention.confidence * DOUBT, 3), findings=(*mention.findings, finding))
