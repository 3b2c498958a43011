"""Where a dateline ends: "NEW DELHI, June 3 (Agency) - ", "【ニューデリー＝共同】", "新华社新德里6月3日电".

A dateline tells where and when the article was written. Its place is no site of what the article tells, its date dates nothing
else, and its agency takes no part.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby, takewhile
from typing import TypeVar

from extract.models import PlaceMention, Sentence, Span, Timex

HEAD = 300  # code points in which a dateline may begin
LONGEST = 90  # code points of a dateline
FEWEST_BEHIND = 6  # code points of news behind it
MOST_WORDS = 6  # that are neither place nor date: the agency, a country
MOST_IN_PART, MOST_PARTS = 3, 2  # words of an agency or a desk between commas, and how many such parts there may be
COUNTRY = "country"
Mention = TypeVar("Mention", PlaceMention, Timex)
_BRACKET = re.compile(r"\([^()\n]{1,40}\)|（[^（）\n]{1,40}）|【[^【】\n]{1,40}】|\[[^\[\]\n]{1,40}\]|/[^/\n]{1,20}/")  # fmt: skip
_SIGNS = re.compile(r"[\s,،、.।;·|=＝'’«»\"]+")
_DASH = re.compile(r"\s*(?:[-–—―]{1,2})(?=\s)|(?<=\S)[–—―](?=\S)|(?<=\))[-–—―]")
_COLON = re.compile(r"\s*[:：]\s*")
_WIRED = re.compile("[电電](?:[讯訊]|\\s|(?=[^话話视視力子]))")  # "6月3日电": by wire
_STOP = re.compile(r"[।:]\s*")
_PARTS = re.compile(r"[,،/()|]")
_WORD = re.compile(r"[^\W_](?:[\w.&’'-]*\w)?")


def dateline_of(text: str, sentences: Sequence[Sentence], places: Sequence[PlaceMention], timexes: Sequence[Timex]) -> Span:
    """Give where the dateline of a text stands; an empty span where it has none.

    Parameters
    ----------
    text
        The text as given.
    sentences, places, timexes
        Its sentences and mentions, in order of their offsets.
    """
    places, timexes = _at_the_head(places), _at_the_head(timexes)
    for _, told in groupby(takewhile(lambda sentence: sentence.span.start <= HEAD, sentences), key=lambda one: one.paragraph):
        paragraph = list(told)
        start, end = paragraph[0].span.start, paragraph[-1].span.end
        if paragraph[0].heading:
            continue
        behind = _Line(text, Span(start, min(end, start + LONGEST)), places, timexes).read()
        if behind and end - behind >= FEWEST_BEHIND:
            return Span(start, behind)
    return Span(0, 0)


def agencies_in(text: str, dateline: Span) -> list[Span]:
    """Give where a dateline names agencies and desks, which words for talks may name: "(वार्ता)", "पटना, संवाद सूत्र।".

    In a script with capitals these are its brackets only, since a headline may stand before its dash.
    """
    told = text[slice(*dateline)]
    if told and told.upper() == told.lower():
        return [dateline]
    return [Span(*found.span()) for found in _BRACKET.finditer(text, dateline.start, dateline.end)]


def _at_the_head(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Give the mentions among which those of a dateline are."""
    return mentions[: bisect_left(mentions, HEAD + LONGEST, key=lambda mention: mention.span.start)]


class _Line:
    """Reads one line from its start: places, dates, brackets and names of agencies, up to the sign that ends a dateline."""

    def __init__(self, text: str, span: Span, places: Sequence[PlaceMention], timexes: Sequence[Timex]) -> None:
        self._text, self._start, self._stop = text, span.start, span.end
        self._places = {place.span.start: place for place in places if span.start <= place.span.start < span.end}
        self._dates = {timex.span.start: timex.span.end for timex in timexes if span.start <= timex.span.start < span.end}
        self._placed = self._sure = self._bracketed = False
        self._words, self._end = 0, 0

    def read(self) -> int:
        """Give the offset behind the dateline; 0 for none."""
        if whole := self._behind_wire() or self._behind_stop():
            return whole
        at = self._start
        self._sure = self._first_word().isupper()
        while at < self._stop:
            step = self._mention(at) or self._bracket(at) or self._ending(at) or self._sign(at) or self._word(at)
            if step is None or step <= at:
                break
            at = step
        return self._end

    def _behind_wire(self) -> int:
        for end in self._dates.values():
            if wired := _WIRED.match(self._text, end):
                return wired.end()
        return 0

    def _behind_stop(self) -> int:
        """Read a line without capitals up to its stop: "राज्य ब्यूरो, पटना।"; each part is a place, a day or few other words."""
        word, stop = self._first_word(), _STOP.search(self._text, self._start, self._stop)
        if stop is None or word.upper() != word.lower():
            return 0
        ends = [*(found.start() for found in _PARTS.finditer(self._text, self._start, stop.start())), stop.start()]
        starts = [self._start, *(end + 1 for end in ends[:-1])]
        parts = list(zip(starts, ends, strict=True))
        named = [self._named_in(*part) for part in parts]
        others = [len(self._text[slice(*part)].split()) for part, name in zip(parts, named, strict=True) if name is None]
        fits = all(words <= MOST_IN_PART for words in others) and "" not in named and sum(map(bool, others)) <= MOST_PARTS
        return stop.end() if fits and any(name and name != COUNTRY for name in named) else 0

    def _named_in(self, start: int, end: int) -> str | None:
        """Give the kind of place that is all of a part, COUNTRY for a day; "" where more stands beside; None where neither does."""
        told = self._text[start:end]
        start, end = start + len(told) - len(told.lstrip()), end - len(told) + len(told.rstrip())
        places = [place for at, place in self._places.items() if start <= at < end]
        if any(start <= at and last >= end - 1 for at, last in self._dates.items() if at < end):
            return COUNTRY
        if not places:
            return None
        beside = len(told.split()) - sum(len(place.text.split()) for place in places)
        fits = places[0].span.start == start and places[-1].span.end == end and beside <= MOST_IN_PART
        return places[0].kind if fits else ""

    def _first_word(self) -> str:
        word = _WORD.search(self._text, self._start, self._stop)
        return word.group() if word else ""

    def _mention(self, at: int) -> int | None:
        if at in self._dates:
            self._sure = True
            return self._dates[at]
        place = self._places.get(at)
        if place is None or (self._end and self._placed):  # what stands behind the dateline is told
            return None
        self._placed = self._placed or place.kind != COUNTRY
        return place.span.end

    def _bracket(self, at: int) -> int | None:
        found = _BRACKET.match(self._text, at, self._stop)
        if found is None:
            return None
        inside = [place for start, place in self._places.items() if found.start() < start < found.end()]
        self._placed = self._placed or any(place.kind != COUNTRY for place in inside)
        if any(place.span.end - place.span.start == found.end() - found.start() - 2 for place in inside):
            return found.end()  # "In Moscow (Russia)"
        self._bracketed = self._sure = True
        if self._placed:
            self._end = self._behind_signs(found.end())
        return found.end()

    def _ending(self, at: int) -> int | None:
        """Read a dash or a colon: with either the dateline ends, or its first part does."""
        dash, colon = _DASH.match(self._text, at, self._stop), _COLON.match(self._text, at, self._stop)
        dated = self._start in self._dates  # "Oct. 10 (Agency) --"
        told = self._bracketed and (self._placed or dated or self._first_word().isupper())
        if dash and (told or (self._placed and (self._sure or not self._is_place_behind(dash.end())))):
            self._end, self._words = self._behind_signs(dash.end()), MOST_WORDS - 3
            return dash.end()
        if colon and self._placed and (self._end or not self._words):
            self._end = colon.end()
        return None

    def _is_place_behind(self, at: int) -> bool:
        return self._behind_signs(at) in self._places

    def _sign(self, at: int) -> int | None:
        found = _SIGNS.match(self._text, at, self._stop)
        if found is None:
            return None
        if "." in found.group() and self._placed and self._sure and found.group()[-1:].isspace():
            self._end = max(self._end, found.end())
        return found.end()

    def _word(self, at: int) -> int | None:
        found = _WORD.match(self._text, at, self._stop)
        if found is None:
            return None
        place = next((start for start in range(at + 1, found.end()) if start in self._places), None)
        if place is not None and found.group().isupper():  # "НЬЮ-ДЕЛИ"
            return place
        self._words += 1
        cased = found.group().upper() != found.group().lower()
        plain = found.group()[:1].islower() or not (cased or self._end)
        return None if plain or self._words > MOST_WORDS else found.end()

    def _behind_signs(self, at: int) -> int:
        found = _SIGNS.match(self._text, at, self._stop)
        return found.end() if found else at
