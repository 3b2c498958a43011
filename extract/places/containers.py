"""What the text says contains what: "Paris, Texas", "Cambridge (Massachusetts)", "a village in Lamar County"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.gazetteer import Gazetteer, Name
from extract.language.places import PlaceWords
from extract.models import Span
from extract.places.scan import Hit, Text
from extract.resolution import contains, prior

_LINK = re.compile(r"\s*[,(]\s*")
MOST_CONTAINERS = 20  # meanings of the second name that are tried, best known first


def say_containers(text: Text, hits: list[Hit], words: PlaceWords, gazetteer: Gazetteer) -> None:
    """Note for each name the rows that the next name contains; a code such as "TX" counts only so."""
    _postal(text, hits, words, gazetteer)
    for inner, outer in reversed(list(pairwise(hits))):
        if outer.kind != "demonym" and inner.kind == "name" and _linked(text, inner, outer, words):
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
    rows = _rows(inner.meanings, gazetteer)
    outers = [name for name in _rows(outer.meanings, gazetteer) if outer.within in (None, name.row)]
    found: list[tuple[float, int, int]] = []
    for out in outers[:MOST_CONTAINERS]:
        container = gazetteer.place(out.row)
        if container.kind not in ("country", "admin1", "admin2"):
            continue
        for name in rows:
            place = gazetteer.place(name.row)
            if contains(container, place):
                found.append((prior(place, name.main) + prior(container, out.main), place.row, container.row))
    if found:
        _, inner.within, container_row = max(found, key=lambda item: (item[0], -item[1]))
        outer.fixed = outer.within or container_row


def _rows(meanings: Sequence[Name], gazetteer: Gazetteer) -> list[Name]:
    return sorted(meanings, key=lambda name: (-prior(gazetteer.place(name.row), name.main), name.row))
