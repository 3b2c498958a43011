"""Find the figures of a sentence with what they count, as ranges: "at least 30 dead", "dozens", "1,00,000 लोग", "40 miles".

In go a text and the span of a sentence; out come quantities with their words and offsets. Units are neutral: miles are
told in kilometres, deaths in any words as "killed". The words are data (languages/*/linking.toml, tables/units.toml).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import starmap
from operator import attrgetter
from typing import NamedTuple

from extract.language import load_pack, pack_for
from extract.language.figures import FigureWords, figure_words, units
from extract.language.letters import plain_text
from extract.language.lexicon import words_of
from extract.language.linking import concept, linking_words
from extract.models import Article, Provenance, Quantity, Span
from extract.phrases import find_phrases
from extract.quantities.beside import PEOPLE, counts_again, is_aboard, tolls_behind
from extract.quantities.counting import MILLION, Walls, marks_of, unit_of
from extract.quantities.numbers import Number, numbers_in
from extract.quantities.parts import are_together, parts_of, with_companions

DATED = frozenset({"DATE", "TIME"})  # TIMEX3 types whose numbers are days and hours of the clock
RULE, ABOARD = "figure", "aboard"
AGAIN = "figure: counted again"  # the rule of what another counts in the same sentence
_START = attrgetter("source.span.start")  # of a date
_DIGIT = re.compile("[0-9]")
_ANY_DIGIT = re.compile(r"\d")  # of whatever script
_COMMAS = frozenset(",;.،、，。।")
_CALLED = re.compile(r"\d{2,4}[-.\u2011]\d{2,4}[-.\u2011]\d{3,5}|(?<![\d.,])\d{7,}(?<!000)(?![\d,])")  # telephones and cases
_JOINED = re.compile(r"([^\W\d_]+)[-\u2010\u2011]$")
_GLUED = re.compile(r"\d[A-Za-z]")
_CLOCK = re.compile(r"0\d")  # "03.31", "05": no count is written with a zero before
_MILLIONS = re.compile(r"[mM]\b")  # "£20m"
LONGEST_JOINED = 20
ATTENDING, CROWD = "attending", 100  # people of a crowd, whom another may count again
PERCENT, _PERCENT = "percent", re.compile(r"[ \u00a0\u202f]?[%٪％]")
SIGN_LETTERS = 4  # from the sign of a currency to its number: "€ 20"
_INSIDE = " -\u2011\u00a0'\u2019"  # what may stand between the words of one phrase


class _Found(NamedTuple):
    """A figure with its offsets in the sentence."""

    low: float
    high: float
    unit: str
    start: int
    end: int
    rule: str = RULE


def find_quantities(document_id: str, text: str, sentence: Span, language: str | None) -> tuple[Quantity, ...]:
    """Find the figures of one sentence that count something known, in their order."""
    told = text[sentence.start : sentence.end]
    found = _figures(told, pack_for(language).code)
    return tuple(
        [
            Quantity(
                low,
                high,
                unit,
                told[first:last],
                Provenance(document_id, Span(sentence.start + first, sentence.start + last), rule),
            )
            for low, high, unit, first, last, rule in found
        ]
    )


def quantities_in(article: Article, sentence: Span) -> tuple[Quantity, ...]:
    """Find the figures of one sentence of an article that was read; the numbers of its dates are none."""
    found = find_quantities(article.document.id, article.document.text, sentence, article.document.language)
    if not found:
        return ()
    dates = article.timexes
    first, behind = bisect_left(dates, sentence.start, key=_START), bisect_left(dates, sentence.end, key=_START)
    taken = [timex.source.span for timex in dates[first:behind] if timex.type in DATED]
    return tuple(quantity for quantity in found if not _overlaps(quantity.source.span, taken))


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    return any(span.start < other.end and span.end > other.start for other in taken)


@lru_cache(maxsize=20_000)  # linking and the search for disagreements read the same sentences
def _figures(told: str, code: str) -> tuple[_Found, ...]:
    known = figure_words(code)
    if known is None:
        return ()
    told = plain_text(told, load_pack(code))
    cut = words_of(told, code)
    folded = [] if known.letters else known.keys(told, cut)
    begun = known.letters or _ANY_DIGIT.search(told) or not known.starts.isdisjoint(folded)
    if not begun and not (known.glued and any(map(known.glued, folded))):
        return ()  # most sentences: nothing in them may begin a number
    spans = list(_parted(told, cut, known)) if known.letters else list(starmap(Span, cut))
    folded = folded or known.keys(told, spans)
    gaps = ["", *(told[spans[at - 1].end : spans[at].start] for at in range(1, len(spans)))]
    none = {phrase.first + 1 for phrase in find_phrases(folded, known.nobody)} if known.nobody else set()
    numbers = [
        number
        for number in numbers_in(folded, known, gaps)
        if number.first not in none
        and not _is_of_name(told, spans[number.first].start)
        and not _is_rank(number, folded, gaps, known)
    ]
    if not numbers:
        return ()
    breaks = _breaks(gaps, folded, known, code)
    parted = {at for at in breaks if at and not _COMMAS.isdisjoint(gaps[at])}
    numbers, stepped = with_companions(numbers, folded, known)
    marks = marks_of(folded, known)
    parts = parts_of(numbers, folded, parted, marks, known, code)
    passed = breaks.union(*(range(number.first, number.last) for number in numbers))
    glued = {number.last for number in numbers if _GLUED.match(told, spans[number.last - 1].end - 1)}
    behind = {number.last for number in numbers}
    walls = Walls(passed, _models(told, spans), parted, glued, {**stepped, **parts.skipped}, marks, behind)
    called = [Span(*match.span()) for match in (*_CALLED.finditer(told), *linking_words(code).ages.finditer(told))]
    found, tolls = _Row(folded, breaks, known, code), tolls_behind(folded, breaks, known)
    for number in numbers:
        span = Span(spans[number.first].start, spans[number.last - 1].end)
        if number.first in parts.inside or _overlaps(span, called) or _CLOCK.match(told, span.start) or _in_brackets(told, span):
            continue
        unit = _signed(told, span) or unit_of(number, folded, walls, code, known)
        toll = tolls.get(number.first)
        if toll is not None and (unit is None or unit[0] in {PEOPLE, toll.value}):
            found.add(number, _Found(number.low or number.high, number.high, toll.value, *span))  # "rose to 17", no "up to 17"
            tolls = {at: one for at, one in tolls.items() if one is not toll}
        elif unit is not None and unit[0] == PEOPLE and is_aboard(number, folded, breaks, known):
            found.add(number, _Found(number.low, number.high, ABOARD, *span))
        elif unit is not None:
            found.add(number, _Found(number.low * unit[1], number.high * unit[1], unit[0], *span))
        elif (last := found.last) is not None and _is_counted(last) and counts_again(number, folded, breaks, known, code):
            found.add(number, _Found(number.low, number.high, last.unit, *span, AGAIN))
    return tuple(found.figures)


def _is_rank(number: Number, folded: Sequence[str], gaps: Sequence[str], known: FigureWords) -> bool:
    """Tell whether letters behind a number and a hyphen make it a rank: "12-й"."""
    return number.last < len(folded) and gaps[number.last] == "-" and folded[number.last] in known.ordinals


class _Row:
    """The figures of a sentence as they are found; those that are told together count as one: "two women and three children"."""

    def __init__(self, folded: Sequence[str], breaks: set[int], known: FigureWords, code: str) -> None:
        self.figures: list[_Found] = []
        self._numbers: list[Number] = []
        self._told = folded, breaks, known, code

    @property
    def last(self) -> _Found | None:
        return self.figures[-1] if self.figures else None

    def add(self, number: Number, figure: _Found) -> None:
        """Take in one more figure."""
        before = self.last
        if (
            before is not None
            and figure.rule == RULE
            and are_together(self._numbers[-1], number, before.unit, figure.unit, *self._told)
        ):
            unit = before.unit if figure.unit == PEOPLE else figure.unit
            figure = _Found(before.low + figure.low, before.high + figure.high, unit, before.start, figure.end)
            number = Number(self._numbers[-1].first, number.last, figure.low, figure.high)
            del self.figures[-1], self._numbers[-1]
        self.figures.append(figure)
        self._numbers.append(number)


def _is_counted(figure: _Found) -> bool:
    """Tell whether a figure is one that another may count again: a toll, a crowd."""
    return figure.unit in units().states.values() or _is_crowd(figure)


def _is_crowd(figure: _Found) -> bool:
    return figure.unit in {PEOPLE, ATTENDING} and figure.low >= CROWD


def _in_brackets(told: str, span: Span) -> bool:
    """Tell whether a number stands alone in brackets: "(16)" is an age."""
    return (told[span.start - 1 : span.start], told[span.end : span.end + 1]) == ("(", ")")


def _is_of_name(told: str, start: int) -> bool:
    """Tell whether letters before a number make it a part of a name: "16 JF-17 jets", "Covid-19", "A2", not "mid-30s"."""
    before = _JOINED.search(told[max(0, start - LONGEST_JOINED) : start])
    return (before is not None and not before[1].islower()) or told[max(0, start - 1) : start].isupper()


def _signed(told: str, number: Span) -> tuple[str, float] | None:
    """Give the unit whose sign stands beside the digits of a number, and its factor: "about $1.6 billion", "₹ 500", "54 %"."""
    if _PERCENT.match(told, number.end):
        return PERCENT, 1.0
    digit = _DIGIT.search(told, number.start, number.end)
    if digit is None:
        return None
    before = told[max(0, digit.start() - SIGN_LETTERS) : digit.start()].rstrip()
    unit = next((unit for sign, unit in units().signs.items() if before.endswith(sign)), None)
    return (unit, MILLION if _MILLIONS.match(told, number.end) else 1.0) if unit else None


def _parted(told: str, found: Sequence[tuple[int, int]], known: FigureWords) -> Iterator[Span]:
    """Part the words that begin with one-letter numerals, and those letters: "十|二|万", "万|名" and "多|人" behind a number."""
    letters, counted = known.letters, False
    for start, end in found:
        at = start
        while at < end - (not counted) and told[at] in letters:
            yield Span(at, at + 1)
            at, counted = at + 1, True
        if counted and at < end - 1 and told[at] in known.tails:
            yield Span(at, at + 1)
            at += 1
        if at < end:
            yield Span(at, end)
            counted = told[at].isdigit()


def _breaks(gaps: Sequence[str], folded: Sequence[str], known: FigureWords, code: str) -> set[int]:
    """Give the words over which nothing that counts reaches: "and", one with the next state too, and those behind punctuation."""
    joins = {at for at, word in enumerate(folded) if word in known.joins}
    if known.joined:  # "مقتل 11 شخصا وإصابة 25"
        joins |= {at for at, word in enumerate(folded) if word.startswith(known.joined) and concept(word, code) in units().states}
    signs = ((at, gap.strip(_INSIDE)) for at, gap in enumerate(gaps))
    return joins | {
        at for at, sign in signs if sign and not (sign == "." and folded[at - 1] in known.multipliers)
    }  # "15 тыс. человек"


def _models(told: str, spans: Sequence[Span]) -> set[int]:
    """Give the words that are parts of names of models, between a number and what it counts: "twelve JF-17 Block III jets"."""
    found: set[int] = set()
    for at, span in enumerate(spans):
        if told[span.start].isdigit() and _is_of_name(told, span.start):
            first, last = at, at + 1
            while first > 0 and told[spans[first - 1].start].isupper():
                first -= 1
            while last < len(spans) and told[spans[last].start].isupper():
                last += 1
            found.update(range(first, last))
    return found
