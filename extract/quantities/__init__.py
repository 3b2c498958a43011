"""Find the figures of a sentence with what they count, as ranges: "at least 30 dead", "dozens", "1,00,000 लोग", "40 miles".

In go a text and the span of a sentence; out come quantities with their words and offsets. Units are neutral: miles are
told in kilometres, deaths in any words as "killed". The words are data (languages/*/linking.toml, tables/units.toml).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from extract.language import load_pack, pack_for
from extract.language.figures import FigureWords, Units, figure_words, units
from extract.language.letters import plain_text
from extract.language.lexicon import words_of
from extract.language.linking import concept, linking_words, neutral_key
from extract.models import Article, Provenance, Quantity, Span
from extract.quantities.beside import ATTACKER, PEOPLE, counts_again, is_aboard, tolls_behind
from extract.quantities.numbers import Number, numbers_in

AFTER, BEFORE, BEFORE_LAST = 6, 6, 3  # words behind and before a number in which its unit is sought; before, with the verb last
AT_ONCE = 3  # words behind a number within which a state must stand where no noun for people leads to it
SCALE_WORDS = 2  # before a number: "magnitude 7.1", "de magnitud de 7,1"
RICHTER_WORDS = 4  # before a number and behind it: "6.2 on the Richter scale"
YEARS = range(1800, 2101)  # a bare number of this size is rather a year
DATED = frozenset({"DATE", "TIME"})  # TIMEX3 types whose numbers are days and hours of the clock
RULE, ABOARD = "figure", "aboard"
AGAIN = "figure: counted again"  # the rule of what another counts in the same sentence
MAGNITUDE, HIGHEST = neutral_key("magnitude"), 10  # of earthquakes
PEOPLE_WORD = neutral_key(PEOPLE)  # the concept of all words for people that a pack lists
_START = attrgetter("source.span.start")  # of a date
_DIGIT = re.compile("[0-9]")
_ANY_DIGIT = re.compile(r"\d")  # of whatever script
_COMMAS = frozenset(",;.،、，。।")
_CALLED = re.compile(r"\d{2,4}[-.\u2011]\d{2,4}[-.\u2011]\d{3,5}|(?<![\d.,])\d{7,}(?<!000)(?![\d,])")  # telephones and cases
_JOINED = re.compile(r"([^\W\d_]+)[-\u2010\u2011]$")
_GLUED = re.compile(r"\d[A-Za-z]")
_CLOCK = re.compile(r"0\d")  # "03.31", "05": no count is written with a zero before
_MILLIONS = re.compile(r"[mM]\b")  # "£20m"
MILLION, LONGEST_JOINED = 1e6, 20
ATTENDING, CROWD = "attending", 100  # people of a crowd, whom another may count again
SIGN_LETTERS = 2  # from the sign of a currency to its number: "€ 20"
_INSIDE = " -\u2011\u00a0'\u2019"  # what may stand between the words of one phrase


class _Walls(NamedTuple):
    """Words of a sentence that part its figures from what stands around them."""

    passed: set[int]  # over which no number reaches
    models: set[int]  # parts of names of models
    parted: set[int]  # behind a comma: a bare number there is an age, not what the verb before counts
    glued: set[int]  # letters right behind digits: "2,000ft", "16th"


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
    if not known.letters and not _ANY_DIGIT.search(told):
        plain = known.keys(told, cut)
        if known.starts.isdisjoint(plain) and not (known.glued and any(map(known.glued, plain))):
            return ()  # most sentences: nothing in them may begin a number
    spans = list(_parted(told, cut, known.letters) if known.letters else map(Span._make, cut))
    folded = known.keys(told, spans)
    numbers = [number for number in numbers_in(folded, known) if not _is_of_name(told, spans[number.first].start)]
    if not numbers:
        return ()
    breaks = _breaks(told, spans, folded, known, code)
    passed = breaks.union(*(range(number.first, number.last) for number in numbers))
    glued = {number.last for number in numbers if _GLUED.match(told, spans[number.last - 1].end - 1)}
    walls = _Walls(passed, _models(told, spans), _parted_words(told, spans, breaks), glued)
    called = [Span(*match.span()) for match in _CALLED.finditer(told)]
    found, tolls = [], tolls_behind(folded, breaks, known)
    for number in numbers:
        span = Span(spans[number.first].start, spans[number.last - 1].end)
        if _overlaps(span, called) or _CLOCK.match(told, span.start) or _in_brackets(told, span):
            continue
        unit = _currency(told, span) or _unit(number, folded, walls, code, known)
        toll = tolls.get(number.first)
        if toll is not None and (unit is None or unit[0] in {PEOPLE, toll.value}):
            found.append(_Found(number.low or number.high, number.high, toll.value, *span))  # "rose to 17", no "up to 17"
            tolls = {at: one for at, one in tolls.items() if one is not toll}
        elif unit is not None and unit[0] == PEOPLE and is_aboard(number, folded, breaks, known):
            found.append(_Found(number.low, number.high, ABOARD, *span))
        elif unit is not None:
            found.append(_Found(number.low * unit[1], number.high * unit[1], unit[0], *span))
        elif (
            found
            and (found[-1].unit in units().states.values() or _is_crowd(found[-1]))
            and counts_again(number, folded, breaks, known, code)
        ):
            found.append(_Found(number.low, number.high, found[-1].unit, *span, AGAIN))
    return tuple(found)


def _is_crowd(figure: _Found) -> bool:
    return figure.unit in {PEOPLE, ATTENDING} and figure.low >= CROWD


def _in_brackets(told: str, span: Span) -> bool:
    """Tell whether a number stands alone in brackets: "(16)" is an age."""
    return (told[span.start - 1 : span.start], told[span.end : span.end + 1]) == ("(", ")")


def _is_of_name(told: str, start: int) -> bool:
    """Tell whether letters and a hyphen before a number make it a part of a name: "16 JF-17 jets", "Covid-19", not "mid-30s"."""
    before = _JOINED.search(told[max(0, start - LONGEST_JOINED) : start])
    return before is not None and not before[1].islower()


def _currency(told: str, number: Span) -> tuple[str, float] | None:
    """Give the unit of money whose sign stands before the digits of a number, and its factor: "about $1.6 billion", "₹ 500"."""
    digit = _DIGIT.search(told, number.start, number.end)
    if digit is None:
        return None
    before = told[max(0, digit.start() - SIGN_LETTERS) : digit.start()].rstrip()[-1:]
    unit = units().signs.get(before)
    return (unit, MILLION if _MILLIONS.match(told, number.end) else 1.0) if unit else None


def _parted(told: str, found: Sequence[tuple[int, int]], letters: frozenset[str]) -> Iterator[Span]:
    """Part the words that begin with one-letter numerals, and those letters: "十|二|万", and "万|名" behind a number."""
    counted = False
    for start, end in found:
        at = start
        while at < end - (not counted) and told[at] in letters:
            yield Span(at, at + 1)
            at, counted = at + 1, True
        if at < end:
            yield Span(at, end)
            counted = told[at].isdigit()


def _breaks(text: str, spans: Sequence[Span], folded: Sequence[str], known: FigureWords, code: str) -> set[int]:
    """Give the words over which nothing that counts reaches: "and", one with the next state too, and those behind punctuation."""
    joins = {at for at, word in enumerate(folded) if word in known.joins}
    if known.joined:  # "مقتل 11 شخصا وإصابة 25"
        joins |= {at for at, word in enumerate(folded) if word.startswith(known.joined) and concept(word, code) in units().states}
    gaps = ((at, text[spans[at - 1].end : spans[at].start].strip(_INSIDE)) for at in range(1, len(spans)))
    return joins | {
        at for at, signs in gaps if signs and not (signs == "." and folded[at - 1] in known.multipliers)
    }  # "15 тыс. человек"


def _parted_words(text: str, spans: Sequence[Span], breaks: set[int]) -> set[int]:
    """Give the words right behind a comma or a stop."""
    return {at for at in breaks if at and not _COMMAS.isdisjoint(text[spans[at - 1].end : spans[at].start])}


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


def _unit(number: Number, folded: Sequence[str], walls: _Walls, code: str, told: FigureWords) -> tuple[str, float] | None:
    """Find what a number counts: a state near it, else a measure or a thing right behind it."""
    known, behind = units(), []
    many = folded[number.last - 1] in told.vague  # "dozens of people"
    parted = number.last < len(folded) and folded[number.last] in told.parts and not many
    for at in range(number.last, min(len(folded), number.last + AFTER)):
        if at in walls.passed:
            break
        if at in walls.models:
            continue
        word = concept(folded[at], code)
        if parted and word:  # "five of the injured died": five died
            parted = False
            continue
        behind.append(PEOPLE_WORD if folded[at] in told.people and word not in known.states else word)
    if (behind and behind[0] in known.not_counted) or (not behind and _is_year(number)):
        return None
    led = any(known.things.get(word) == PEOPLE for word in behind)
    near = folded[max(0, number.first - SCALE_WORDS) : number.first]
    if scale := known.scales.intersection(concept(word, code) for word in near):
        return known.measures[min(scale)]
    state = next((known.states[word] for word in behind[: AFTER if led else AT_ONCE] if word in known.states), None)
    measure = next((known.measures[word] for word in behind[:2] if word in known.measures), None)
    if measure is not None:
        return measure
    thing = next((known.things[word] for word in behind[:4] if word in known.things), None)
    far = (*behind[:RICHTER_WORDS], *_concepts_before(number, folded, walls, code))
    if not (state or thing) and number.high < HIGHEST and MAGNITUDE in far:
        return known.measures[MAGNITUDE]
    if number.last in walls.glued:  # "2,000ft", "the 16th"; "1.2m people"
        return (thing, MILLION) if thing and _MILLIONS.fullmatch(folded[number.last]) else None
    if state is None and (thing is None or thing in {PEOPLE, ATTACKER}) and not _is_year(number):
        state = _state_before(number, folded, walls, code, known)
    unit = state or thing
    if (
        unit is None
        and linking_words(code).verb_last
        and len(behind) <= 1
        and number.first > 0
        and number.first not in walls.parted
    ):
        unit = _attacker(concept(folded[number.first - 1], code))  # "the gunmen were three"
    return None if unit is None else (unit, 1.0)


def _attacker(word: str) -> str | None:
    """Give the unit of a word where it counts those who attack."""
    return unit if (unit := units().things.get(word)) == ATTACKER else None


def _concepts_before(number: Number, folded: Sequence[str], walls: _Walls, code: str) -> list[str]:
    first = max((at for at in walls.passed if at < number.first), default=-1) + 1
    return [concept(word, code) for word in folded[max(first, number.first - RICHTER_WORDS) : number.first]]


def _is_year(number: Number) -> bool:
    return number.low == number.high and number.low in YEARS and number.last - number.first == 1


def _state_before(number: Number, folded: Sequence[str], walls: _Walls, code: str, known: Units) -> str | None:
    if number.first in walls.parted:
        return None
    least = number.first - 1 - (BEFORE_LAST if linking_words(code).verb_last else BEFORE)
    for at in range(number.first - 1, max(-1, least), -1):
        word = concept(folded[at], code)
        if word in known.states:
            return known.states[word]
        if at in walls.passed:
            return None
    return None
