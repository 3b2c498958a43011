"""A name that begins with a direction, far from everything else a document names: often a slip for the direction itself.

"उत्तर प्रदेश" (Uttar Pradesh, "northern province") in an article on Korea stands for "the North".
"""

from collections.abc import Sequence

from msgspec.structs import replace

from extract.geo import distance_km
from extract.language.places import PlaceWords
from extract.models import Finding, PlaceMention
from extract.text import fold

FAR_KM = 1500.0  # from every other place of the document
LEAST_OTHERS = 4  # other names that say where the document is
SMALL = frozenset({"admin1", "admin2", "city"})
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
    return tuple(_doubted(mention) if _is_implausible(mention, told, words) else mention for mention in mentions)


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
    message = f"{mention.text!r} is far from every other place of the article; it may stand for a direction"
    finding = Finding("implausible", message, mention.span, "far-direction")
    return replace(mention, drawn=False, confidence=round(mention.confidence * DOUBT, 3), findings=(*mention.findings, finding))
