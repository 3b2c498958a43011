"""What the text says contains what: "Paris, Texas", "Cambridge (Massachusetts)", "a village in Lamar County"."""

import re
from functools import lru_cache
from itertools import pairwise

from extract.gazetteer import Gazetteer, Name, Place
from extract.geo import distance_km
from extract.language.places import PlaceWords
from extract.models import Span
from extract.places.cutting import Text
from extract.places.mentions import options_of
from extract.places.scan import Hit
from extract.resolution import contains, prior

_LINK = re.compile(r"\s*[,(]\s*")
_CONTAINERS = frozenset({"country", "admin1", "admin2"})
_STOPS = frozenset(".;:!?()\n")
_DIVISIONS = frozenset({"admin1", "admin2"})
MOST_CONTAINERS = 20  # meanings of the second name that are tried, best known first
MOST_BETWEEN = 4  # words between a name and the division it lies in: ", dans la région de"
NEAR_KM = 40.0  # from the seat of a division that the text tells
FAR_KM = 300.0  # from the division that the text tells: a name only known so far away is another place's
SMALL_TOWN = 100_000  # inhabitants of a place whose name another may bear unknown to the gazetteer


def say_containers(text: Text, hits: list[Hit], words: PlaceWords, gazetteer: Gazetteer) -> None:
    """Note for each name the rows that the next name contains; a code such as "TX" counts only so.

    A small town's name that is known only far from the division told beside it is no place known: it is taken away.
    """
    _postal(text, hits, words, gazetteer)
    elsewhere = []
    for inner, outer in reversed(list(pairwise(hits))):
        listed = inner.peer is not None and outer.peer is not None
        if listed or outer.kind == "demonym" or inner.kind != "name":
            continue
        of_kind = _is_of_kind(text, inner, outer, words)
        if of_kind or _linked(text, inner, outer, words):
            _say(inner, outer, gazetteer)
            told = inner.within is None and (of_kind or _is_told(text, inner, outer))
            if told and _is_elsewhere(inner, outer, gazetteer):
                elsewhere.append(inner)
    hits[:] = [hit for hit in hits if hit not in elsewhere]


def _postal(text: Text, hits: list[Hit], words: PlaceWords, gazetteer: Gazetteer) -> None:
    """Add the codes that stand after a name and a comma: "Austin, TX"."""
    taken = {index for hit in hits for index in range(hit.first, hit.last + 1)}
    added = []
    for hit in hits:
        index = hit.last + 1
        code = words.postal.get(text.word(index)) if text.gap(hit.last) in (", ", " ,") and index not in taken else None
        place = gazetteer.by_code(code) if code else None
        if place:
            span = text.spans[index]
            added.append(Hit(index, index, Span(*span), text.word(index), "code", (Name(place.row, True),), "postal-code"))
    hits += added
    hits.sort(key=lambda hit: hit.first)


def _linked(text: Text, inner: Hit, outer: Hit, words: PlaceWords) -> bool:
    gap = text.text[inner.span.end : outer.span.start]
    if _LINK.fullmatch(gap):
        return True
    between = range(inner.last + 1, outer.first)
    if (
        not 1 <= len(between) <= 2
        or len(gap) > 20
        or gap.strip(" ,") != text.text[slice(text.spans[between[0]][0], text.spans[between[-1]][1])]
    ):
        return False
    keys = [text.key(index) for index in between]
    if len(keys) == 2 and keys[0] in words.container_nouns:  # "the Sunan area of Pyongyang"
        return keys[1] in words.of
    return keys[0] in words.container_links and (len(keys) == 1 or keys[1] in words.articles or keys[1] in words.directions)


def _is_of_kind(text: Text, inner: Hit, outer: Hit, words: PlaceWords) -> bool:
    """Tell whether only small words and a word for a division stand between: "Vedea din județul Giurgiu"."""
    between = range(inner.last + 1, outer.first)
    if outer.kind_word not in _DIVISIONS or not 1 <= len(between) <= MOST_BETWEEN:
        return False
    gap = text.text[inner.span.end : outer.span.start]
    small = words.articles | words.of | words.locative_before | words.container_links
    nouns = {word for phrase, kind in words.kinds_before.items() if kind in _DIVISIONS for word in phrase.split()}
    keys = [text.key(index) for index in between]
    return not set(gap) & _STOPS and all(key in small or key in nouns for key in keys) and any(key in nouns for key in keys)


def _is_told(text: Text, inner: Hit, outer: Hit) -> bool:
    """Tell whether brackets, or a comma and a small word, say in what a place lies: "Servoz (Savoie)", "Servoz, en Savoie"."""
    gap, behind = text.text[inner.span.end : outer.span.start], text.text[outer.span.end : outer.span.end + 1]
    return (gap.strip() == "(" and behind == ")") or (gap.startswith(", ") and outer.first > inner.last + 1)


def _is_elsewhere(inner: Hit, outer: Hit, gazetteer: Gazetteer) -> bool:
    """Choose the town nearest to the division told; tell whether all that the name may mean are small towns far from it."""
    divisions = [place for _, place in _containers(outer.meanings, gazetteer)]
    wide = divisions or [gazetteer.place(name.row) for name in outer.meanings]
    wide = [place for place in wide if outer.within in (None, place.row)]
    towns = [gazetteer.place(name.row) for name in inner.meanings]
    if not wide or any(town.kind != "city" for town in towns):
        return False
    if wide[0].kind == "country":
        return all(town.country != wide[0].country for town in towns) and _is_small(inner, gazetteer)
    here = wide[0].latitude, wide[0].longitude
    far, row = min((distance_km(here, (town.latitude, town.longitude)), town.row) for town in towns)
    if far <= NEAR_KM and not divisions:
        inner.within = row  # "Vedea din județul Giurgiu", where the table has the county only as its seat
    return far > FAR_KM + wide[0].radius_km and _is_small(inner, gazetteer)


def _is_small(inner: Hit, gazetteer: Gazetteer) -> bool:
    own = [name for name in inner.meanings if name.main or inner.rule == "pack-name"]
    return all(gazetteer.place(name.row).population <= SMALL_TOWN for name in own)


def _say(inner: Hit, outer: Hit, gazetteer: Gazetteer) -> None:
    found: list[tuple[float, int, int]] = []
    known = {option.place.row: option.prior for option in options_of(inner.meanings, gazetteer)}
    for weight, container in _containers(outer.meanings, gazetteer):
        if outer.within in (None, container.row):
            for name in inner.meanings:
                place = gazetteer.place(name.row)
                if contains(container, place):
                    found.append((known.get(name.row, prior(place, name.main)) + weight, place.row, container.row))
    if found:
        _, inner.within, container_row = max(found, key=lambda item: (item[0], -item[1]))
        outer.fixed = outer.within or container_row


@lru_cache(maxsize=10_000)
def _containers(meanings: tuple[Name, ...], gazetteer: Gazetteer) -> tuple[tuple[float, Place], ...]:
    """List what a name may mean that can contain places, best known first."""
    wide = [(gazetteer.place(name.row), name.main) for name in meanings if gazetteer.kind(name.row) in _CONTAINERS]
    return tuple(sorted(((prior(place, main), place) for place, main in wide), key=_best_known)[:MOST_CONTAINERS])


def _best_known(row: tuple[float, Place]) -> tuple[float, int]:
    return -row[0], row[1].row
