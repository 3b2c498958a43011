"""What the text says contains what: "Paris, Texas", "Cambridge (Massachusetts)", "a village in Lamar County"."""

import re
from functools import lru_cache
from itertools import pairwise

from extract.gazetteer import Gazetteer, Name, Place
from extract.language.places import PlaceWords
from extract.models import Span
from extract.places.cutting import Text
from extract.places.mentions import options_of
from extract.places.scan import Hit
from extract.resolution import contains, prior

_LINK = re.compile(r"\s*[,(]\s*")
_CONTAINERS = frozenset({"country", "admin1", "admin2"})
MOST_CONTAINERS = 20  # meanings of the second name that are tried, best known first


def say_containers(text: Text, hits: list[Hit], words: PlaceWords, gazetteer: Gazetteer) -> None:
    """Note for each name the rows that the next name contains; a code such as "TX" counts only so."""
    _postal(text, hits, words, gazetteer)
    for inner, outer in reversed(list(pairwise(hits))):
        listed = inner.peer is not None and outer.peer is not None
        if not listed and outer.kind != "demonym" and inner.kind == "name" and _linked(text, inner, outer, words):
            _say(inner, outer, gazetteer)


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
