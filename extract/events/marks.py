"""Dates and places of a document, laid out by sentence with what the words around them make of them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from extract.clauses import Reading
from extract.events.drafts import Dated, Draft, Placed
from extract.events.when.editions import without_editions
from extract.events.where.frames import with_frame
from extract.events.where.homes import without_homes
from extract.events.where.placeroles import place_role
from extract.events.where.routes import tells_hour, with_towns_of_lands, without_routes
from extract.events.where.towns import as_town
from extract.geo import distance_km
from extract.language.events import EventRules, PlaceRole
from extract.models import Document, PlaceMention, Span, Timex
from extract.models.record import Record

LINKS = 3  # links and articles between a noun and the land that it belongs to: "embajada de la India"
LINE_GAP, LINE_REACH, FEWEST_ON_LINE = 2, 3, 3  # tokens between the towns of a line, and to its word behind them; places told
FRONT_REACH = 4  # tokens from a coordinator to the place behind it: "et, à Munich"
WORLD = "UTC"
BESIDE = len(" (")  # code points between a time of the place and the same in the world's time
FROM_TOLD = frozenset({"from-told", "beside", "near-unit", "same-day"})  # rules of days that are counted from what was told
HYPHENS = frozenset("-–‑")
WAY_KM = 40  # between the towns at the ends of a road; a town and its part are nearer: "Berlin-Mitte"
MEASURED = "distance"  # relation of a town from which the way to the place is told, near enough to stand for it
NEAR, OFFSHORE = "near", "off-coast"  # relations of a town or a land beside which the place is
TOWNS = frozenset({"facility", "city", "admin2"})  # kinds of place whose parts are as good as themselves
COUNTRY, REGION = "country", "admin1"
LANDS = frozenset({COUNTRY, REGION})  # kinds of place that towns are of: "Bihar's Motihari"
NOT_OF_TOWNS = frozenset(
    {"sport", "toll", "judgement", "trial", "arrest", "release", "funeral", "office", "leaving office", "election"}
)  # of a club, a person, a body
ADJECTIVES = 1  # words between the noun and the link: "cimeira bilateral de Málaga"


class Marks(Record, frozen=True):
    """The dates and the places of each sentence of a document, its dateline, and the numbers of the places in its headline."""

    dates: list[list[Dated]]
    places: list[list[Placed]]
    dateline: Span
    headline: frozenset[int] = frozenset()


def marks_of(
    document: Document,
    readings: Sequence[Reading],
    timexes: Sequence[Timex],
    places: Sequence[PlaceMention],
    rules: EventRules,
    dateline: Span,
) -> Marks:
    """Lay out the dates and places of a document by sentence; what its dateline tells is of the article, not of its news."""
    dates = without_editions(_dates_by_sentence(readings, timexes), rules)
    placed = _places_by_sentence(readings, places, dates, rules)
    if dateline.end:
        dates = [[date for date in found if not _is_in(date.timex.span, dateline)] for found in dates]
        placed = [[replace(one, role="topic") if _is_in(one.place.span, dateline) else one for one in found] for found in placed]
    return Marks(dates, placed, dateline, _in_headline(document.title or _heading(document, readings), places, rules))


def _heading(document: Document, readings: Sequence[Reading]) -> str:
    """Give the heading that opens a text without a title of its own."""
    first = readings[0].sentence if readings else None
    return document.text[first.span.start : first.span.end] if first and first.heading else ""


def _in_headline(headline: str, places: Sequence[PlaceMention], rules: EventRules) -> frozenset[int]:
    """Give the numbers of the towns that the headline names in words by which the text names them too."""
    title = headline.casefold()
    towns = [(number, place) for number, place in enumerate(places) if place.kind in TOWNS] if title else []
    begins = "" if rules.lexicon else r"(?<!\w)"  # what follows may be the ending of a case
    named = {place.name for _, place in towns if re.search(begins + re.escape(place.text.casefold()), title)}
    return frozenset(number for number, place in towns if place.name in named)


def _is_in(span: Span, dateline: Span) -> bool:
    return dateline.start <= span.start < dateline.end


def _dates_by_sentence(readings: Sequence[Reading], timexes: Sequence[Timex]) -> list[list[Dated]]:
    """Give the dates of each sentence, and the durations that are counted from an event."""
    out: list[list[Dated]] = []
    at, starts = 0, [timex.source.span.start for timex in timexes]
    for reading in readings:
        dates = []
        begin, end = reading.sentence.span
        while at < len(starts) and (start := starts[at]) < end:
            timex = timexes[at]
            again = at > 0 and _is_told_again(timexes[at - 1], timex)
            again = again or (at + 1 < len(timexes) and _is_told_by(timex, timexes[at + 1]))
            if start >= begin and not again and (timex.type in ("DATE", "TIME") or timex.order or timex.event_anchor):
                token = reading.token_at(start)
                dates.append(Dated(at, timex, reading, token, reading.token_at(timex.span.end), reading.clause_at(token)))
            at += 1
        out.append(dates)
    return out


def _is_told_again(local: Timex, world: Timex) -> bool:
    """Tell whether a clock time repeats the one before it in the world's time: "4:40 a.m. (2310 GMT on Tuesday)"."""
    beside = world.span.start - local.span.end <= BESIDE
    return beside and local.clock is not None and world.clock is not None and world.zone == WORLD and local.zone != WORLD


def _is_told_by(told: Timex, explicit: Timex) -> bool:
    """Tell whether a day counted from what was told is told right behind it by its own words: "the same day, 16 February 1979"."""
    counted = told.source.rule in FROM_TOLD and told.grain == "day" and explicit.grain == "day"
    return counted and 0 <= explicit.span.start - told.span.end <= BESIDE and explicit.source.rule not in FROM_TOLD


def _places_by_sentence(
    readings: Sequence[Reading], places: Sequence[PlaceMention], dates: Sequence[Sequence[Dated]], rules: EventRules
) -> list[list[Placed]]:
    """Give the places of each sentence with their roles."""
    out: list[list[Placed]] = []
    at, starts = 0, [place.source.span.start for place in places]
    for reading, dated in zip(readings, dates, strict=True):
        found = []
        begin, end = reading.sentence.span
        while at < len(starts) and starts[at] < end:
            if starts[at] >= begin:
                found.append(_placed(reading, at, places[at], dated, rules))
            at += 1
        found = without_homes(reading, found, places, rules)
        owned = without_routes(reading, _with_owned(reading, found, rules), marks_after=rules.marks_after)
        owned = with_frame(reading, with_towns_of_lands(reading, _without_ends_of_ways(reading, owned)), rules)
        out.append(_without_ends_of_lines(reading, owned, rules) if len(owned) >= FEWEST_ON_LINE else owned)
    return out


def _with_owned(reading: Reading, places: list[Placed], rules: EventRules) -> list[Placed]:
    """Give a place behind the possessive of its land the role of the land: "in China's southern Hunan province"."""
    out = places[:1]
    for place in places[1:]:
        owner = out[-1]
        between = reading.keys[reading.token_at(owner.place.span.end - 1) + 1 : place.token]
        finer = place.place.kind in TOWNS or (owner.place.kind == COUNTRY and place.place.kind == REGION)
        mark = next((at for at, key in enumerate(between) if key in rules.possessive), len(between))
        owned = owner.place.kind in LANDS and finer and mark < len(between)
        plain = not any(key.isalpha() for key in between[:mark]) and rules.owned_words.issuperset(between[mark + 1 :])
        out.append(replace(place, role=owner.role) if owned and plain else place)
    return out


def _without_ends_of_ways(reading: Reading, places: list[Placed]) -> list[Placed]:
    """Make no site of two far towns that a hyphen joins: "on the Agra-Lucknow Expressway"."""
    ends = {
        number
        for at, (one, other) in enumerate(pairwise(places))
        if _ends_way(one.place, other.place) and other.place.span.start == one.place.span.end + 1
        if reading.keys[other.token - 1] in HYPHENS and _are_far(one.place, other.place)
        for number in (at, at + 1)
    }
    return [replace(place, role="topic") if number in ends else place for number, place in enumerate(places)] if ends else places


def _without_ends_of_lines(reading: Reading, places: list[Placed], rules: EventRules) -> list[Placed]:
    """Make no site of the towns of a line where another place is one: "the bus between Burgos and León … near Palencia"."""
    for at, (one, other) in enumerate(pairwise(places)):
        first, last = one.token, reading.token_at(other.place.span.end - 1) + 1
        inside = reading.token_at(one.place.span.end - 1) + 1
        if one.place.kind not in TOWNS or other.place.kind not in TOWNS or other.token - inside > LINE_GAP:
            continue
        beside = reading.keys[last : last + LINE_REACH] if rules.marks_after else reading.keys[max(0, first - LINE_GAP) : first]
        rest = places[:at] + places[at + 2 :]
        if not rules.line_marks.isdisjoint(beside) and any(place.role == "site" and place.place.kind in TOWNS for place in rest):
            return [*places[:at], replace(one, role="topic"), replace(other, role="topic"), *places[at + 2 :]]
    return places


def _ends_way(one: PlaceMention, other: PlaceMention) -> bool:
    """Tell whether a road may join two places: two towns, or one and a region that it is not of, "Mumbai-Goa highway"."""
    apart = one.country != other.country or one.admin1 != other.admin1
    towns = one.kind in TOWNS and other.kind in TOWNS
    return towns or (apart and {one.kind, other.kind} <= TOWNS | {REGION} and (one.kind in TOWNS or other.kind in TOWNS))


def _are_far(one: PlaceMention, other: PlaceMention) -> bool:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    return distance_km((one.latitude, one.longitude), (other.latitude, other.longitude)) > WAY_KM


def _placed(reading: Reading, number: int, place: PlaceMention, dates: Sequence[Dated], rules: EventRules) -> Placed:
    start, end = place.source.span
    token = reading.token_at(start)
    last = reading.token_at(end - 1) + 1
    measured = place.relation == MEASURED and place.drawn  # "15 km from Kandy": it says where, not from where
    floor = max((date.token for date in dates if date.token < token), default=-1)
    role = "site" if measured else place_role(reading.keys, (floor, token), last, rules, sharp=place.kind in TOWNS)
    if role == "topic":
        role = "site" if place.relation in (NEAR, OFFSHORE) else _role_behind_date(reading.keys, token, dates, rules)
    if (place.kind == COUNTRY and _is_of_people(reading.keys, token, last, rules)) or tells_hour(reading.keys, token, dates):
        role = "topic"
    clause = reading.clause_at(token)
    if role == "site" and not rules.marks_after and _opens_next(reading, token, clause, rules):
        clause += 1
    return Placed(number, as_town(place), token, clause, role)


def _role_behind_date(keys: Sequence[str], token: int, dates: Sequence[Dated], rules: EventRules) -> PlaceRole:
    """Give the role that a verb lends a place where a date alone parts them: "sacudió el martes Cali", "visiterà sabato Roma"."""
    before = [date for date in dates if date.token < token]
    if not before or rules.marks_after:
        return "topic"
    first, end = before[-1].token, before[-1].reading.token_at(before[-1].timex.span.end)
    first -= first > 0 and keys[first - 1] in rules.noun_prepositions  # "besökte på tisdagen Neapel"
    verb = keys[first - 1] if first else ""
    near = end <= token and all(key in rules.determiners for key in keys[end:token])
    return rules.place_roles.get((verb,), "topic") if near and verb not in rules.noun_prepositions else "topic"


def _opens_next(reading: Reading, token: int, number: int, rules: EventRules) -> bool:
    """Tell whether a place behind a comma and a coordinator opens the clause behind it: "…, et à Munich, deux tramways".

    A part of a sentence without a verb is no clause of its own, and has gone to the clause before it.
    """
    if number + 1 >= len(reading.clauses) or reading.clauses[number + 1].opener != "comma":
        return False
    keys, at = reading.keys, token - 1
    while at > reading.clauses[number].first and keys[at] not in rules.coordinators and token - at <= FRONT_REACH:
        at -= 1
    beside = keys[at - 1] if at > reading.clauses[number].first else ""
    return keys[at] in rules.coordinators and "," in (beside, keys[at + 1])


def _is_of_people(keys: Sequence[str], first: int, last: int, rules: EventRules) -> bool:
    """Tell whether a land only says whose people, offices or troops stand beside it: "中国工人", "công nhân Trung Quốc"."""
    before = first - 1
    while before >= max(0, first - LINKS) and (keys[before] in rules.place_links or keys[before] in rules.determiners):
        before -= 1
    beside = *keys[max(0, before) : before + 1], *keys[last : last + 1]
    return not rules.nationals.isdisjoint(beside)


def place_of_noun(draft: Draft, places: Sequence[Placed], rules: EventRules) -> Placed | None:
    """Give the town that a noun of what happens belongs to: "the siege of Leningrad", "l'incendie criminel de Nantes"."""
    its, last = draft.kind, draft.trigger.last
    if draft.trigger.position != "noun" or its.speech or its.placing not in ("site", "scene") or its.family in NOT_OF_TOWNS:
        return None
    place = next((place for place in places if place.token >= last), None)
    if place is None or not place.place.drawn or place.place.kind not in TOWNS or place.place.relation:
        return None
    between = list(draft.reading.keys[last : draft.reading.token_at(place.place.span.start)])
    if not between:  # a genitive, in languages that have no word for it
        return None if rules.place_links else place
    while between and between[-1] in rules.determiners and between[-1] not in rules.place_links:
        between.pop()
    linked = bool(between) and between.pop() in rules.place_links
    plain = all(key.isalpha() and (key,) not in rules.place_roles and key not in rules.finite for key in between)
    return place if linked and plain and len(between) <= ADJECTIVES else None
