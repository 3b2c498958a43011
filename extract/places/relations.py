"""What the words beside a mention make of it: off its coast, north of it, so many km from it; an actor, not a place."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from extract.gazetteer import Gazetteer
from extract.gazetteer.naming import name_key
from extract.geo import geodesic_km, offset_point
from extract.language.figures import figure_words
from extract.language.places import PlaceWords
from extract.language.slots import number_told
from extract.models import Finding, PlaceMention, Sentence, Span
from extract.places.cutting import Text
from extract.places.scan import Hit

_APOSTROPHES = ("'", "’")
REACH = 60  # characters before and after a name that are looked at
MOST_AIDS = 3  # words between an actor and its verb
KM_A_MILE, KM_A_SWEDISH_MILE = 1.609344, 10.0  # a mile at sea is told like one on land: the difference is less than the doubt
VAGUE_KM = 0.15, 0.05  # share of a distance by which "about 700 km" and "700 km" may be wrong
LEAST_SLACK_KM = 10.0
CLOSE_KM, FAR_KM = 100.0, 300.0  # to which a place is told by its distance from another alone, and with a direction
CLASH = 0.25, 50.0  # a distance is wrong if it is off by more than this share and these km
OFFSHORE_KM, OFFSHORE_RADIUS_KM = 100.0, 150.0  # where "off the coast" is put
OFF_TOWN_KM = 50.0  # how far out it may be "off Marseille"
POINTS = frozenset({"city", "facility", "admin2"})  # kinds small enough to measure a distance from
NEAR_DIVISION = ("near", "admin1")  # of a province it is the town of its name that is meant
GAPS = ("", " ")  # between a name and the verb behind it
COASTAL = frozenset({"country", "demonym"})


def with_relations(
    text: Text, pairs: Sequence[tuple[Hit, PlaceMention]], sentences: Sequence[Sentence], words: PlaceWords, gazetteer: Gazetteer
) -> tuple[PlaceMention, ...]:
    """Add relation, ring and described place to the mentions, and check the distances told."""
    found = []
    for hit, mention in pairs:
        beside = text.key(hit.first - 1), text.key(hit.last + 1)
        told = _as_actor(text, hit, mention, beside, words, gazetteer)
        match = _match(text, hit, beside, words)
        told = _related(told, *match, words, gazetteer) if match else told
        found.append(replace(told, relation="container") if hit.fixed is not None and told.relation is None else told)
    mentions = _own_coast(text, tuple(found), sentences, words, gazetteer)
    return tuple(_checked(mention, mentions, sentences) for mention in mentions)


def _as_actor(
    text: Text, hit: Hit, mention: PlaceMention, beside: tuple[str, str], words: PlaceWords, gazetteer: Gazetteer
) -> PlaceMention:
    """Make a capital that speaks or acts a metonym, and a building in which something happens a facility."""
    before, after = beside
    if mention.kind not in ("metonym", "city"):
        return mention
    if before in words.articles:
        before = text.key(hit.first - 2) if text.gap(hit.first - 2) == " " else ""
    if mention.kind == "metonym":
        within = before in words.inside or after in words.locative_after
        return replace(mention, kind="facility", drawn=True) if within else mention
    entry = mention.candidates[0].entry if mention.candidates else -1
    led = before in words.locative_before or before in words.of
    acts = (_speaks(text, hit, words) and not led) or after in words.agent_after or before in words.addressing
    acts = (acts and text.gap(hit.last) in GAPS) or _owns_deed(text, hit, words)
    if acts and mention.kind == "city" and gazetteer.is_capital(entry):
        return replace(mention, kind="metonym", drawn=False, reason=f"{mention.reason}; its government, by the verb")
    return mention


def _speaks(text: Text, hit: Hit, words: PlaceWords) -> bool:
    """Tell whether a verb whose subject only an actor can be stands behind a name: "Arden has always denied"."""
    at = hit.last + 1
    while text.key(at) in words.speech_aids and at <= hit.last + MOST_AIDS:
        at += 1
    return text.key(at) in words.speech


def _owns_deed(text: Text, hit: Hit, words: PlaceWords) -> bool:
    """Tell whether what a name owns is a deed or a power of its government: "Arden's full-scale invasion"."""
    if not words.own_deeds or text.text[hit.span[1] : hit.span[1] + 1] not in _APOSTROPHES:
        return False
    return any(text.key(at) in words.own_deeds for at in range(hit.last + 1, hit.last + 1 + MOST_AIDS))


def _match(text: Text, hit: Hit, beside: tuple[str, str], words: PlaceWords) -> tuple[str, re.Match[str]] | None:
    start, end = hit.span
    if beside[0] in words.relation_ends:
        before = text.text[max(0, start - REACH) : start]
        for relation, pattern in words.relations if words.any_relation.search(before) else ():
            match = pattern.search(before)
            if match:
                return relation, match
    starts = words.relation_starts
    if text.text[end : end + 1] in _APOSTROPHES or not starts or beside[1] in starts:
        after = text.text[end : end + REACH]
        for relation, pattern in words.relations_after:
            match = pattern.match(after)
            if match:
                return relation, match
    return None


def _related(mention: PlaceMention, relation: str, match: re.Match[str], words: PlaceWords, gazetteer: Gazetteer) -> PlaceMention:
    if mention.latitude is None or mention.longitude is None or mention.kind == "celestial":
        return mention
    groups = match.groupdict()
    direction = (groups.get("direction") or "").lower()
    bearing = words.directions.get(direction, words.directions.get(name_key(direction)))
    point = mention.latitude, mention.longitude
    if relation == "distance":
        return _at_distance(mention, match, bearing, words)
    if relation == "off-coast":
        return replace(mention, relation=relation, described=_offshore(mention, bearing, gazetteer))
    if relation == "direction-of" and bearing is not None:
        there = offset_point(point, bearing, mention.radius_km)
        name = next(name for name, degrees in _COMPASS if degrees == bearing)
        return replace(mention, relation=f"{name}-of", described=(*there, max(10.0, mention.radius_km)))
    if relation == "near" and mention.kind in POINTS:
        return replace(mention, relation=relation, described=(*point, mention.radius_km + 15.0))
    return replace(mention, relation=relation) if relation == "border" or (relation, mention.kind) == NEAR_DIVISION else mention


def _at_distance(mention: PlaceMention, match: re.Match[str], bearing: float | None, words: PlaceWords) -> PlaceMention:
    """Keep the distance as a ring: the mention is what is measured from.

    It is drawn only where it tells well enough where that was: not far off, or off in a direction.
    """
    km = km_told(match, words)
    about = any(word in words.about for word in match.string[: match.start()].lower().split()[-2:]) or km % 10 == 0
    slack = max(LEAST_SLACK_KM, VAGUE_KM[0 if about else 1] * km)
    described = None
    if mention.latitude is not None and mention.longitude is not None and (bearing is not None or km <= CLOSE_KM):
        point = mention.latitude, mention.longitude
        described = (*point, km + slack) if bearing is None else (*offset_point(point, bearing, km), slack)
    ring = round(max(0.0, km - slack), 1), round(km + slack, 1)
    drawn = mention.drawn and described is not None and km <= (CLOSE_KM if bearing is None else FAR_KM)
    return replace(mention, relation="distance", ring_km=ring, described=described, drawn=drawn)


def km_told(match: re.Match[str], words: PlaceWords) -> float:
    """Give the distance that a relation tells."""
    unit = name_key(match["unit"])
    factor = KM_A_MILE if unit in words.miles else KM_A_SWEDISH_MILE if unit in words.swedish_miles else 1.0
    return number_told(match["number"], figure_words(words.code)) * factor


def _offshore(mention: PlaceMention, bearing: float | None, gazetteer: Gazetteer) -> tuple[float, float, float] | None:
    if mention.latitude is None or mention.longitude is None:
        return None
    point = mention.latitude, mention.longitude
    if bearing is None:
        return (*point, mention.radius_km + (OFF_TOWN_KM if mention.kind in POINTS else OFFSHORE_RADIUS_KM))
    edge = gazetteer.coast(mention.country, bearing) if mention.kind in ("country", "demonym") and mention.country else None
    start = edge or offset_point(point, bearing, mention.radius_km)
    return (*offset_point(start, bearing, OFFSHORE_KM), OFFSHORE_RADIUS_KM)


def _own_coast(
    text: Text, mentions: tuple[PlaceMention, ...], sentences: Sequence[Sentence], words: PlaceWords, gazetteer: Gazetteer
) -> tuple[PlaceMention, ...]:
    """Read "off its east coast": the coast of the last country named before it in the sentence."""
    if words.coasts.isdisjoint(text.keys):
        return mentions
    found = list(mentions)
    starts = [mention.span.start for mention in mentions]
    for pattern in words.own_coast:
        for match in pattern.finditer(text.text):
            first = bisect_left(starts, _sentence_start(match.start(), sentences))
            owners = [
                (found[number].kind != "country", number)
                for number in range(first, bisect_left(starts, match.start()))
                if found[number].relation is None and found[number].kind in COASTAL
            ]
            if owners:
                number = min(owners)[1]
                bearing = words.directions.get((match.groupdict().get("direction") or "").lower())
                found[number] = replace(found[number], relation="off-coast", described=_offshore(found[number], bearing, gazetteer))
    return tuple(found)


def _checked(mention: PlaceMention, mentions: Sequence[PlaceMention], sentences: Sequence[Sentence]) -> PlaceMention:
    """Check "N km from X" against the place that it describes: the nearest point named before it in the sentence."""
    if mention.ring_km is None or mention.kind not in POINTS or mention.latitude is None or mention.longitude is None:
        return mention
    first = bisect_left(mentions, _sentence_start(mention.span.start, sentences), key=_start)
    before = mentions[first : bisect_left(mentions, mention.span.start, key=_start)]
    places = [other for other in before if other.latitude is not None and other.kind in POINTS and other.ring_km is None]
    if not places or places[-1].latitude is None or places[-1].longitude is None:
        return mention
    other = places[-1]
    real = geodesic_km((places[-1].latitude, places[-1].longitude), (mention.latitude, mention.longitude))
    least, most = mention.ring_km
    told = (least + most) / 2
    if least <= real <= most or abs(real - told) < max(CLASH[0] * told, CLASH[1]):
        return mention
    message = f"says about {told:,.0f} km from {mention.name}; {other.name} is {real:,.0f} km from it"
    span = Span(other.span.start, mention.span.end)
    return replace(mention, findings=(*mention.findings, Finding("distance-clash", message, span, "distance")))


def _sentence_start(position: int, sentences: Sequence[Sentence]) -> int:
    """Give the start of the sentence at a position; the position itself where none holds it."""
    number = bisect_right(sentences, position, key=_start) - 1
    return sentences[number].span.start if number >= 0 and position < sentences[number].span.end else position


def _start(item: PlaceMention | Sentence) -> int:
    return item.span.start


_COMPASS = (
    ("north", 0.0), ("northeast", 45.0), ("east", 90.0), ("southeast", 135.0), ("south", 180.0), ("southwest", 225.0),
    ("west", 270.0), ("northwest", 315.0),
)  # fmt: skip
