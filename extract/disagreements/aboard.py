"""How many were in the vehicle of a mishap: told in sentences that need not tell the mishap again."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from extract.disagreements.evidence import Report, Value, disagreement
from extract.kinds import kind_named
from extract.language import pack_for
from extract.language.figures import figure_words
from extract.models import Article, Disagreement, Happening, Quantity, Span
from extract.quantities import ABOARD, quantities_in
from extract.quantities.beside import PEOPLE

VEHICLES = frozenset({"accident", "fire"})  # families of mishaps that befall a vehicle
APART = 1.1  # ratio beyond which two numbers are not one, rounded
NEAR_DAYS = 2  # between the mishap and a day told beside the number: farther, another mishap is meant


class _Aboard(NamedTuple):
    """What a document tells of those on board: the highest number, and the most that it and those beside it make together."""

    number: Quantity
    low: float
    high: float
    text: int  # number of the independent text


def other_aboard(happening: Happening, reports: Sequence[Report]) -> list[Disagreement]:
    """Find numbers of people in the vehicle that exclude each other, the highest of each document."""
    if happening.modality != "asserted" or not happening.main_of or kind_named(happening.kind).family not in VEHICLES:
        return []
    by_document = {report.document_id: report for report in reports}
    told = [one for _, report in sorted(by_document.items()) if (one := _most(report, happening))]
    for one, other in combinations(told, 2):
        low, high = sorted((one, other), key=lambda told: told.low)
        if one.text != other.text and high.low > APART * low.high:
            values = [Value(each.number.text, each.number.source, each.text) for each in (one, other)]
            reason = f"One source puts {values[0].told} people on board, another {values[1].told}."
            found = disagreement("count", [[value] for value in values], reason)
            return [found] if found else []
    return []


def _most(report: Report, happening: Happening) -> _Aboard | None:
    """Give the sentence that puts most people on board: "246 passengers and 11 crew on board" are 246 to 257."""
    found = [_Aboard(*sentence, report.text) for sentence in _counted(report.article, happening)]
    return max(found, key=lambda told: (told.low, -told.number.source.span.start), default=None)


def _counted(article: Article, happening: Happening) -> Iterator[tuple[Quantity, float, float]]:
    """Yield the highest number of each sentence that puts people on board and tells of no other time, and what all make."""
    found = _told_at(article.document.text, pack_for(article.document.language).code)
    if not found:
        return
    starts = [sentence.span.start for sentence in article.sentences]
    numbers = {bisect_left(starts, at + 1) - 1 for at in found}
    for number in sorted(number for number in numbers if number >= 0):
        sentence = article.sentences[number].span
        people = [quantity for quantity in quantities_in(article, sentence) if quantity.unit in {ABOARD, PEOPLE}]
        if any(quantity.unit == ABOARD for quantity in people) and not _is_of_another(article, sentence, happening):
            highest = max(people, key=lambda quantity: quantity.low)
            yield highest, highest.low, sum(quantity.high for quantity in people)


def _is_of_another(article: Article, sentence: Span, happening: Happening) -> bool:
    when = happening.when
    for timex in article.timexes:
        if sentence.start <= timex.span.start < sentence.end and timex.type == "DATE" and timex.first_day and timex.last_day:
            if when is None or when.first_day is None or when.last_day is None:
                return True
            if max((timex.first_day - when.last_day).days, (when.first_day - timex.last_day).days) > NEAR_DAYS:
                return True
    return False


@lru_cache(maxsize=1024)  # of one article, many happenings ask
def _told_at(text: str, code: str) -> tuple[int, ...]:
    """Give where a text says that people are on board."""
    pattern = _pattern(code)
    return tuple([match.start() for match in pattern.finditer(text)]) if pattern else ()


@cache
def _pattern(code: str) -> re.Pattern[str] | None:
    known = figure_words(code)
    if known is None or not known.aboard:
        return None
    return re.compile("|".join(map(re.escape, sorted(known.aboard))), re.IGNORECASE)
