"""What the text says lies beside what: "Thornton near Bradford", "Hürth bei Köln", "a village 20 km from Lviv" → which Thornton.

A name that stands before "near" or a distance and a better known name is the place of its name that lies there.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.gazetteer import Gazetteer, Place
from extract.geo import distance_km
from extract.language.places import PlaceWords
from extract.places.cutting import Text
from extract.places.mentions import options_of
from extract.places.relations import km_told
from extract.places.scan import Hit

NEAR_KM = 60.0  # to which a town is "near" another
OFF, OFF_KM = 0.3, 20.0  # share of a distance and km by which it may be wrong
LINK_LETTERS = 2  # of what may stand between such words and the second name: "北京附近的廊坊"
LONGEST_GAP = 60  # code points between the two names
KINDS = frozenset({"city", "admin2", "facility"})


def say_neighbours(text: Text, hits: Sequence[Hit], words: PlaceWords, gazetteer: Gazetteer) -> None:
    """Note for each name of several places the one that lies where the text says, beside the other name."""
    if not words.relations and not words.relations_after:
        return
    for one, other in pairwise(hits):
        gap = text.text[one.span.end : other.span.start]
        if one.kind != "name" or other.kind != "name" or len(gap) > LONGEST_GAP:
            continue
        if most := _told_before(gap, words):
            _say(one, other, most, gazetteer)
        elif most := _told_after(gap, words):
            _say(other, one, most, gazetteer)


def without_shores(text: Text, hits: Sequence[Hit], words: PlaceWords) -> list[Hit]:
    """Leave out a name that only says off which coast of the land before it: "भारत के पश्चिमी तट पर" is not the West Bank."""
    shores = [pattern for relation, pattern in words.relations_after if relation == "off-coast"]
    if not shores:
        return list(hits)
    out = list(hits[:1])
    for one, other in pairwise(hits):
        match = None
        for pattern in shores:
            if match := pattern.match(text.text, one.span.end):
                break
        if match is None or other.span.end > match.end():
            out.append(other)
    return out


def _told_before(gap: str, words: PlaceWords) -> float:
    """Give how far the first of two names may be from the second by the words between them; 0 where they tell nothing."""
    for relation, pattern in words.relations:
        match = pattern.search(gap) if relation in ("near", "distance") else None
        if match and _leads(gap[: match.start()], words):
            return _most(relation, match, words)
    return 0.0


def _told_after(gap: str, words: PlaceWords) -> float:
    """Give how far the second may be from the first where words behind the first tell it: "दिल्ली के पास नोएडा"."""
    for relation, pattern in words.relations_after:
        match = pattern.match(gap) if relation in ("near", "distance") else None
        if match and len(gap[match.end() :].strip()) <= LINK_LETTERS:
            return _most(relation, match, words)
    return 0.0


def _most(relation: str, match: re.Match[str], words: PlaceWords) -> float:
    return NEAR_KM if relation == "near" else km_told(match, words) * (1 + OFF) + OFF_KM


def _leads(before: str, words: PlaceWords) -> bool:
    """Tell whether nothing but signs and words such as "about" stands between a name and the words of a relation."""
    return all(word in words.about or word in words.of for word in re.findall(r"\w+", before.lower()))


def _say(one: Hit, other: Hit, most: float, gazetteer: Gazetteer) -> None:
    if one.within is not None or len(one.meanings) < 2:
        return
    centre = next((option.place for option in options_of(other.meanings, gazetteer)), None)
    if centre is None or centre.kind not in KINDS:
        return
    near = (option.place for option in options_of(one.meanings, gazetteer) if _is_near(option.place, centre, most))
    if place := next(near, None):
        one.within = place.row


def _is_near(place: Place, centre: Place, most: float) -> bool:
    return place.kind in KINDS and place.row != centre.row and distance_km(place.point, centre.point) <= most
