"""A text → the names in it that the gazetteer or the pack knows; the longest at each place."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.gazetteer import Gazetteer, Name
from extract.gazetteer.naming import POSSESSIVE
from extract.language.places import SMALL_LETTERS, PlaceWords
from extract.models import Span
from extract.places.cutting import Text

INFLECTED = "inflected-name"  # the rule of a name in a form that no table lists; its case parts it from the words before
MOST_TOKENS = 7  # of one name
LONGEST_LINK = 4  # letters of a small word inside a name: "Rio de Janeiro", "Komsomolsk-on-Amur"
LONGEST_NAME = 80  # letters after which no further word is joined
_NO_CODE = re.compile(r"[^\W_]| \(\d{1,2}\)")  # behind a code: it is part of a word, or the initials of a person with an age
SHOUTED = 5.0  # Zipf frequency of a word that is no abbreviation where all is in capitals
SHORT_LATIN = 3  # shorter names in capitals are abbreviations, and only the pack knows those
APOSTROPHES = ("'", "’", "ʼ")
_ELIDED = re.compile(r"[ -](\w{1,5})['’ʼ]")  # a little word between two of a name: "golfe d'Aden", "Val-d'Isère"
_JOINTS = (" ", " & ", "-", "\u00a0", "\u2010", "\u2011", "\u2013", "・", "/")  # what may stand between the words of a name
_OPENING = " ("  # before a word that a bracket closes: "Halle (Saale)"


HitKind = Literal["name", "demonym", "abbreviation", "code", "unknown"]


@dataclass(slots=True)
class Hit:
    """A name found: tokens first to last (inclusive), and what it may mean."""

    first: int
    last: int
    span: Span
    key: str
    kind: HitKind
    meanings: tuple[Name, ...]
    rule: str = "gazetteer-name"
    score: float = 0.0
    within: int | None = None  # the row that the text says by saying in what it lies: "Paris, Texas"
    fixed: int | None = None  # the row that it must be to contain the name before it
    fuzzy: bool = False
    organisation: Span | None = None  # the name of which this one is only a part: it says where the document is, no more
    peer: int | None = None  # the division that it is in a list of divisions
    division: bool = False  # the word after it is of a first division: "Georgia Gov. …"
    local: bool = False  # the word after it is of a town: "Lebanon police"
    container: "Hit | None" = None  # of an unknown name: what the text says it lies in
    kind_word: str | None = None  # "county", "oblast": the kind that the words beside it say


SITES = frozenset({"facility", "mountain", "region", "sea", "metonym"})
Other = Callable[[Text, int, "Hit | None", PlaceWords, Gazetteer], "Hit | None"]


def scan(text: Text, words: PlaceWords, gazetteer: Gazetteer, other: Other | None = None) -> list[Hit]:
    """Find all names, left to right; the longest at each place, none overlapping.

    ``other`` is asked for a name in another form at each place: in go the token and what is known there.
    """
    hits, past = list[Hit](), 0
    for index in _starts(text, words):
        if index < past:
            continue
        word = text.words[index]
        if word[0].islower() and not word[1:2].isupper() and index not in text.flat:  # "eMbalenhle" is no small word
            hit = _small(text, index, words, gazetteer, other)
        else:
            first = text.keys[index].removesuffix(POSSESSIVE)
            short = first in words.exact_first and not _shouted(text, index, words, gazetteer)
            code = _abbreviation(text, index, words, gazetteer) if short else None
            hit = code if code and code.key.isupper() else _longest(text, index, first, words, gazetteer)
            hit = code if code and (hit is None or hit.last <= code.last) else hit  # "Mỹ" (the US) begins "Mỹ Tho"
            if other and (hit is None or hit.kind in ("name", "demonym")):  # "v České republice"
                hit = other(text, index, hit, words, gazetteer)
        if hit:
            hits.append(hit)
            past = hit.last + 1
    return hits


def _starts(text: Text, words: PlaceWords) -> Sequence[int]:
    """Give the tokens with which a name may begin, those too that are written small: "die russische Armee"."""
    known, small = words.demonyms.keys() if words.lower_demonyms else (), words.small_starts
    if not known and not small:
        return text.starts
    return sorted({*text.starts, *[at for at, key in enumerate(text.keys) if key in known or key[:SMALL_LETTERS] in small]})


def _small(text: Text, index: int, words: PlaceWords, gazetteer: Gazetteer, other: Other | None) -> Hit | None:
    """Find a demonym that is written small, or a name of several words that the pack writes so: "w obwodzie lwowskim"."""
    key = text.keys[index]
    if key in words.demonyms:
        return _demonym(text, index, index, key, words.demonyms[key], gazetteer)
    hit = _longest(text, index, key, words, gazetteer) if key in words.first_words else None
    if hit is None or hit.rule == "gazetteer-name" or not _is_small(text, hit, words):
        hit = other(text, index, None, words, gazetteer) if other else None
    return hit if hit and hit.last > index else None


def _is_small(text: Text, hit: Hit, words: PlaceWords) -> bool:
    """Tell whether a name may begin with a small letter: one of a people, or as the pack writes it, or with a capital behind."""
    return (
        hit.kind == "demonym"
        or hit.key in words.small_names
        or any(text.word(index)[:1].isupper() for index in range(hit.first, hit.last + 1))
    )


def _abbreviation(text: Text, index: int, words: PlaceWords, gazetteer: Gazetteer) -> Hit | None:
    start, end = text.spans[index]
    for written, code in words.exact.get(text.text[start], ()):
        stop = start + len(written)
        if text.text.startswith(written, start) and stop >= end - 2 and not _NO_CODE.match(text.text, stop):
            place = gazetteer.by_code(code)
            if place is None:
                return None
            last = index
            while last + 1 < len(text.spans) and text.spans[last + 1][0] < stop:
                last += 1
            if text.spans[last][1] > stop and text.text[stop] not in APOSTROPHES:
                continue
            return Hit(index, last, Span(start, stop), written, "abbreviation", (Name(place.row, True),), "abbreviation")
    return None


def _shouted(text: Text, index: int, words: PlaceWords, gazetteer: Gazetteer) -> bool:
    """Tell whether an abbreviation is a common word in a line of capitals: "TELL US"."""
    return index in text.flat and gazetteer.frequency(text.keys[index], words.code) >= SHOUTED


def _longest(text: Text, index: int, first: str, words: PlaceWords, gazetteer: Gazetteer) -> Hit | None:
    of_pack = first in words.first_words
    reach = 2 if of_pack else gazetteer.reach(first)
    if not reach:
        return None
    if reach == 1:
        written = _well_written(text, index, index, words)
        return Hit(index, index, _span(text, index, index, first), first, "name", gazetteer.meanings(first)) if written else None
    joined, ends = _window(text, index, words, through_small=of_pack)
    beginning = gazetteer.prefixes(joined) if len(ends) > 1 else [joined] * bool(gazetteer.meanings(joined))  # few go on
    known = ""
    for key in reversed(beginning):
        at = ends.get(len(key))
        if at is not None and _well_written(text, index, at, words) and _may_end(text, ends, key, gazetteer):
            known = key
            break
    if of_pack:
        hit = _of_pack(text, index, joined, ends, len(known), words, gazetteer)
        if hit:
            return hit
    if not known:
        return None
    last = ends[len(known)]
    meanings = gazetteer.meanings(known)
    if last > index and first in words.articles and not any(name.main for name in meanings):
        return None  # "The Lake County": some place's other name, but here an article before a name
    return Hit(index, last, _span(text, index, last, known), known, "name", meanings)


def _of_pack(
    text: Text, index: int, joined: str, ends: dict[int, int], least: int, words: PlaceWords, gazetteer: Gazetteer
) -> Hit | None:
    """Find the longest demonym or name of the pack that is not shorter than what the gazetteer has."""
    for length in sorted((length for length in ends if length >= least), reverse=True):
        key, last = joined[:length], ends[length]
        if key in words.demonyms and not _is_land(text, index, key, words):
            return _demonym(text, index, last, key, words.demonyms[key], gazetteer)
        place = gazetteer.by_code(words.names[key]) if key in words.names else None
        if place:
            return Hit(index, last, _span(text, index, last, key), key, "name", (Name(place.row, True),), "pack-name")
    return None


def _is_land(text: Text, index: int, key: str, words: PlaceWords) -> bool:
    """Tell whether a capital makes an adjective the name of its land, where adjectives bear none: "Suiza", "suiza"."""
    return words.lower_demonyms and words.names.get(key) == words.demonyms[key] and index not in text.flat


def _window(text: Text, index: int, words: PlaceWords, *, through_small: bool) -> tuple[str, dict[int, int]]:
    """Join the keys from a token on, and map the lengths at which a name may end to its last token.

    A long small word ends them, unless it tells a site ("Mosul dam") or ``through_small``: only a pack's names have
    such words, "Asia central".
    """
    whole, spans, keys = text.text, text.spans, text.keys
    joined, ends, last = "", {}, index
    limit = min(len(spans), index + MOST_TOKENS)
    while True:
        key = keys[last]
        joined += key
        length = len(joined)
        if key.endswith(POSSESSIVE):
            ends[length - 2] = last
        ends[length] = last
        end = spans[last][1]
        last += 1
        if last >= limit or length > LONGEST_NAME:
            break
        start, stop = spans[last]
        gap = whole[end:start]
        elided = None if gap == " " else _ELIDED.fullmatch(gap)
        bracketed = gap == _OPENING and whole[stop : stop + 1] == ")"
        if gap not in _JOINTS and not elided and not bracketed and not (gap == ". " and len(key) <= SHORT_LATIN):
            break
        small = stop - start > LONGEST_LINK and text.words[last].islower() and last not in text.flat  # not so "d'Alene"
        if small and not through_small and gap != "-" and keys[last] not in words.site_nouns:
            break
        joined += f" {elided[1].casefold()}" if elided else " "  # as keys are written: "golfe daden"
    return joined, ends


def _span(text: Text, first: int, last: int, key: str) -> Span:
    start, end = text.spans[first][0], text.spans[last][1]
    if text.keys[last].endswith("'s") and not key.endswith("'s"):
        end -= 2
    opened = first < last and text.text[text.spans[last][0] - 1] == "("
    return Span(start, end + opened)


def _well_written(text: Text, first: int, last: int, words: PlaceWords) -> bool:
    """Tell whether every word of a name bears a capital, but for small words inside it, hyphened, and for a site behind it."""
    word = text.word(last)
    if last in text.flat:
        return len(word) > SHORT_LATIN or not word.isascii()
    if first == last:
        word = word.replace(".", "")  # "U.N." is no town
        return len(word) > 1 and (not word.isascii() or not word.isupper() or len(word) > SHORT_LATIN)
    if word.islower() and text.gap(last - 1) != "-" and text.key(last) not in words.site_nouns:
        return False
    return all(_is_link(text, index) or text.key(index) in words.site_nouns for index in range(first + 1, last))


def _may_end(text: Text, ends: Mapping[int, int], key: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a name of several words that ends small is that of a site: "Mosul dam", "Punggye-ri", not "Oak forest"."""
    last = ends[len(key)]
    small = " " in key and text.word(last).islower() and last not in text.flat
    return not small or any(gazetteer.kind(name.row) in SITES for name in gazetteer.meanings(key))


def _is_link(text: Text, index: int) -> bool:
    """Tell whether a word may stand inside a name: with a capital, a small one, any between hyphens ("Weston-super-Mare")."""
    word = text.word(index)
    return not word.islower() or len(word) <= LONGEST_LINK or text.gap(index - 1) == "-"


def _demonym(text: Text, first: int, last: int, key: str, code: str, gazetteer: Gazetteer) -> Hit | None:
    place = gazetteer.by_code(code)
    if place is None:
        return None
    return Hit(first, last, _span(text, first, last, key), key, "demonym", (Name(place.row, True),), "demonym")


def is_owner(text: Text, hit: Hit, words: PlaceWords) -> bool:
    """Tell whether a name says whose the one before it is: "le tribunal de Nanterre a", "dell'Aia", "влада Каліфорнії"."""
    before = text.text[hit.span.start - 1 : hit.span.start]
    return before in ("'", "’") or (before == " " and (not words.of or text.key(hit.first - 1) in words.of))
