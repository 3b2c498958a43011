"""Names in a form that the gazetteer does not list: "в Москве", "Свердловской области", "ببغداد".

The pack gives the endings of its cases with those of the dictionary form, and the little words that are written as one with a
name. A form is tried only where the name as written is not known, where it takes in more words, or where it is that of a large town
and the name as written that of a small one.
"""

import re
from collections.abc import Iterator
from itertools import product

from extract.gazetteer import Gazetteer, Name
from extract.gazetteer.naming import token_key
from extract.language.places import PlaceWords, bases
from extract.models import Span
from extract.places.cutting import KNOWN_CITY, Text, is_known
from extract.places.scan import INFLECTED, Hit

MOST_WORDS = 3  # of one name
FEWEST_LETTERS = 3  # that a name keeps behind a prefix
SMALL_TOWN = 50_000  # inhabitants; a form of a name of KNOWN_CITY inhabitants and more is rather meant
HAMLET, MARKET_TOWN = 2_500, 60_000  # inhabitants; for so small a place, such a town is already rather meant
MOST_FORMS = 64  # of one name of several words that are tried
LONGER = 2  # what ``Gazetteer.reach`` tells of a word with which names of several words begin
DIVIDED = frozenset({"country", "region", "admin1"})  # kinds of which news names the north or the south
_APOSTROPHE = re.compile("['’ʼ]")


def find_inflected(text: Text, index: int, known: Hit | None, words: PlaceWords, gazetteer: Gazetteer) -> Hit | None:
    """Find the longest name that begins at a token in an inflected form and is longer than what is known; else the known one."""
    common = text.keys[index] in words.common
    least = max(known.last - index + 2 if known else 1, 1 + common)
    for count in range(MOST_WORDS, least - 1, -1):
        last = index + count - 1
        if last >= len(text.keys) or not _together(text, index, last):
            continue
        tried = (" ".join(forms) for forms in _combinations(text, index, last, words, gazetteer))
        hits = [hit for form in tried if (hit := _hit(text, index, last, form, text.spans[index][0], words, gazetteer))]
        if hits:
            return max(hits, key=lambda hit: _inhabitants(hit, gazetteer))
    if common:
        return known
    if parted := _parted(text, index, words, gazetteer):
        return parted
    if known:
        return _larger(text, index, known, words, gazetteer)
    return _behind_part(text, index, words, gazetteer) or _behind_prefix(text, index, words, gazetteer)


def _parted(text: Text, index: int, words: PlaceWords, gazetteer: Gazetteer) -> Hit | None:
    """Find the name before an apostrophe that parts an ending from it: "Van'da" is in Van, and not Vantaa by its Swedish name."""
    start, end = text.spans[index]
    apostrophe = _APOSTROPHE.search(text.text, start + 1, end)
    forms = bases(text.keys[index], words.endings)[1:]
    if not apostrophe or not forms:
        return None
    written = token_key(text.text[start : apostrophe.start()])
    return _hit(text, index, index, written, start, words, gazetteer) if written in forms else None


def _larger(text: Text, index: int, known: Hit, words: PlaceWords, gazetteer: Gazetteer) -> Hit:
    """Give the large town of which a small one's name is a case: "в Вене" is in Vienna, and not in Veynes."""
    told = known.last > known.first or known.rule == "pack-name"  # "в Атлантике" is no department of Colombia
    here = _inhabitants(known, gazetteer) if known.meanings and not told else SMALL_TOWN + 1
    if here > SMALL_TOWN:
        return known
    least = MARKET_TOWN if here <= HAMLET else KNOWN_CITY
    for form in bases(text.keys[index], words.endings)[1:]:
        hit = _hit(text, index, index, form, text.spans[index][0], words, gazetteer)
        if hit and _inhabitants(hit, gazetteer) >= least:
            return hit
    return known


def _inhabitants(hit: Hit, gazetteer: Gazetteer) -> int:
    return max(gazetteer.place(meaning.row).population for meaning in hit.meanings)


def _together(text: Text, first: int, last: int) -> bool:
    return all(text.gap(index) in (" ", "-", "\u00a0") for index in range(first, last))


def _combinations(text: Text, first: int, last: int, words: PlaceWords, gazetteer: Gazetteer) -> Iterator[tuple[str, ...]]:
    later = 1 if words.endings.outside else 0  # letters of a word behind another of its name: "오스트리아 빈에서"
    each = [bases(text.keys[index], words.endings, later if index > first else 0) for index in range(first, last + 1)]
    if all(len(forms) == 1 for forms in each):
        return  # the name as written was sought already
    if last > first:
        each[0] = tuple(form for form in each[0] if form in words.first_words or gazetteer.reach(form) == LONGER)
    for number, forms in enumerate(product(*each)):
        if number >= MOST_FORMS:
            return
        yield forms


def _hit(text: Text, first: int, last: int, key: str, start: int, words: PlaceWords, gazetteer: Gazetteer) -> Hit | None:
    if code := words.demonyms.get(key) or words.names.get(key):
        place = gazetteer.by_code(code)
        meanings: tuple[Name, ...] = (Name(place.row, True),) if place else ()
    elif last > first and text.word(last)[0].islower():
        return None
    elif words.nouns_capitalised and not is_known(gazetteer, key):
        return None  # where every noun bears a capital, its case may look like that of any small place
    else:
        meanings = gazetteer.meanings(key)
    if not meanings:
        return None
    span = Span(start, _end(text, last, key.rpartition(" ")[2], words))
    return Hit(first, last, span, key, "demonym" if key in words.demonyms else "name", meanings, INFLECTED)


def _end(text: Text, last: int, form: str, words: PlaceWords) -> int:
    """Give the end of a name; an ending behind an apostrophe does not belong to it ("Ankara'da"), nor a word of its own."""
    start, end = text.spans[last]
    key = text.keys[last]
    if words.endings.outside and key.startswith(form) and len(key) == end - start:
        return start + len(form)
    apostrophe = _APOSTROPHE.search(text.text, start + 1, end)
    return apostrophe.start() if apostrophe else end


def _behind_part(text: Text, index: int, words: PlaceWords, gazetteer: Gazetteer) -> Hit | None:
    """Find the land or region with which the word for its part is written as one: "Nordsyrien", "Südfrankreichs"."""
    key = text.keys[index]
    for part in words.parts_joined:
        if key.startswith(part) and len(key) - len(part) > FEWEST_LETTERS:
            for form in bases(key[len(part) :], words.endings):
                hit = _hit(text, index, index, form, text.spans[index][0], words, gazetteer)
                if hit and hit.kind == "name" and any(gazetteer.kind(meaning.row) in DIVIDED for meaning in hit.meanings):
                    return hit
    return None


def _behind_prefix(text: Text, index: int, words: PlaceWords, gazetteer: Gazetteer) -> Hit | None:
    """Find a name of one or more words behind a prefix of its first: "والولايات المتحدة"."""
    key, (start, end) = text.keys[index], text.spans[index]
    if len(key) != end - start:  # folding took letters away: where the prefix ends in the text is not known
        return None
    for prefix in words.prefixes:
        if not key.startswith(prefix):
            continue
        for last in range(min(index + MOST_WORDS, len(text.keys)) - 1, index - 1, -1):
            if _together(text, index, last):
                rest = " ".join([key[len(prefix) :], *text.keys[index + 1 : last + 1]])
                enough = len(rest) >= FEWEST_LETTERS
                hit = _hit(text, index, last, rest, start + len(prefix), words, gazetteer) if enough else None
                if hit:
                    return hit
    return None
