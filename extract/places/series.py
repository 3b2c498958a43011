"""Lists that share one word for their kind: "in Polk, Marion and Linn counties", "Kano and Kaduna states".

Each name of such a list is a place of that kind, whatever towns and persons bear it.
"""

from extract.gazetteer import Gazetteer, Name
from extract.language.places import PlaceWords
from extract.models import Span
from extract.places.cutting import Text
from extract.places.scan import Hit

MOST_WORDS, MOST_NAMES = 3, 12  # of one name; of one list
_GAPS = (" ", "-")
_COMMAS = (", ", "، ", "、")


def with_series(text: Text, hits: list[Hit], words: PlaceWords, gazetteer: Gazetteer) -> list[Hit]:
    """Let each name of such a list mean nothing but places of its kind; names that were not seen alone are added."""
    series = words.kinds_listed
    if not series or series.keys().isdisjoint(text.keys):
        return hits
    for index in [index for index, key in enumerate(text.keys) if key in series]:
        names = _names(text, index, words, gazetteer)
        if len(names) > 1:
            taken = {token for first, last, _, _ in names for token in range(first, last + 1)}
            hits = [hit for hit in hits if taken.isdisjoint(range(hit.first, hit.last + 1))]
            kind = words.kinds_after.get(series[text.keys[index]])
            hits += [_hit(text, first, last, key, meanings, kind) for first, last, key, meanings in names]
            hits.sort(key=lambda hit: hit.first)
    return hits


def _hit(text: Text, first: int, last: int, key: str, meanings: tuple[Name, ...], kind: str | None) -> Hit:
    return Hit(first, last, Span(text.spans[first][0], text.spans[last][1]), key, "name", meanings, "kind-word", kind_word=kind)


def _names(text: Text, index: int, words: PlaceWords, gazetteer: Gazetteer) -> list[tuple[int, int, str, tuple[Name, ...]]]:
    """Read a list backwards from the word that ends it; the last two names are joined by a word such as "and"."""
    word = words.kinds_listed[text.keys[index]]
    found: list[tuple[int, int, str, tuple[Name, ...]]] = []
    last, gap = index - 1, text.gap(index - 1)
    while last >= 0 and gap in _GAPS and len(found) < MOST_NAMES:
        name = _name(text, last, word, words, gazetteer)
        if name is None:
            break
        found.append(name)
        last, gap = name[0] - 1, text.gap(name[0] - 1)
        if text.key(last) in words.conjunctions and gap == " ":
            last, gap = last - 1, " " if text.gap(last - 1) in (" ", *_COMMAS) else ""
        elif len(found) > 1 and gap in _COMMAS:
            gap = " "
        else:
            break
    return found


def _name(
    text: Text, last: int, word: str, words: PlaceWords, gazetteer: Gazetteer
) -> tuple[int, int, str, tuple[Name, ...]] | None:
    """Find the longest name that ends with a token and means places of the kind: "Polk" is Polk County."""
    kind = words.kinds_after.get(word)
    for first in range(max(0, last - MOST_WORDS + 1), last + 1):
        inside = range(first, last + 1)
        if not all(text.word(token)[:1].isupper() for token in inside) or any(
            text.gap(token) not in _GAPS for token in inside[:-1]
        ):
            continue
        plain = " ".join(text.keys[first : last + 1])
        for key in (f"{plain} {word}", plain):
            meanings = tuple(name for name in gazetteer.meanings(key) if name.main and gazetteer.kind(name.row) == kind)
            if meanings:
                return first, last, key, meanings
    return None
