"""Names that the gazetteer lacks, shown by the place named right after them: "in Ozark Falls, Missouri", "धनरूआ, पटना, बिहार"."""

import re
from collections.abc import Sequence

from extract.gazetteer import Gazetteer
from extract.language.places import PlaceWords
from extract.places.cutting import Text
from extract.places.kinds import unknown_hit
from extract.places.scan import Hit

RARE = 2.5  # Zipf frequency above which a word is a word, not a name unknown
MOST_WORDS = 3  # of one name
SHORTEST = 3  # letters of a word of one
_LINK = re.compile(r"\s*,\s*")
_DIVISIONS = frozenset({"country", "admin1", "admin2"})


def with_contained(text: Text, hits: Sequence[Hit], words: PlaceWords, gazetteer: Gazetteer) -> list[Hit]:
    """Add the unknown names that stand with a comma before a place that contains others."""
    taken = {index for hit in hits for index in range(hit.first, hit.last + 1)}
    found = []
    for outer in hits:
        last = outer.first - 1
        gap = text.gap(last)
        if "," not in gap or outer.kind not in ("name", "abbreviation") or last < 0 or last in taken or not _LINK.fullmatch(gap):
            continue
        if outer.within is None and not any(gazetteer.kind(name.row) in _DIVISIONS for name in outer.meanings):
            continue
        if outer.within is None and not text.word(last)[:1].isupper():
            continue  # without case, a lone country's name after a comma shows nothing
        first = _start(text, last, words, gazetteer, taken)
        if first is not None:
            found.append(unknown_hit(text, first, last, None, "contained-name"))
            found[-1].container = outer
            taken.update(range(first, last + 1))
    return sorted([*hits, *found], key=lambda hit: hit.first)


def _start(text: Text, last: int, words: PlaceWords, gazetteer: Gazetteer, taken: set[int]) -> int | None:
    """Find the first word of an unknown name; with case, a word such as "in" has to stand before it."""
    if not _may_be(text, last, words, taken):
        return None
    if not text.word(last)[0].isupper():
        return last if _is_rare(text.keys[last], words, gazetteer) else None
    first = last
    while last - first < MOST_WORDS - 1 and text.gap(first - 1) == " " and _may_be(text, first - 1, words, taken):
        first -= 1
    before = text.key(first - 1) if text.gap(first - 1) == " " else ""
    rare = [_is_rare(key, words, gazetteer) for key in text.keys[first : last + 1]]
    return first if (before in words.inside and any(rare)) or (before in words.of and all(rare)) else None


def _may_be(text: Text, index: int, words: PlaceWords, taken: set[int]) -> bool:
    word, key = text.word(index), text.key(index)
    if index in taken or index in text.flat or len(word) < SHORTEST or word[0].islower() or not word[0].isalpha():
        return False
    return key not in words.never and key not in words.common and key not in words.titles


def _is_rare(key: str, words: PlaceWords, gazetteer: Gazetteer) -> bool:
    return not gazetteer.word_flags(key) and gazetteer.frequency(key, words.code) < RARE
