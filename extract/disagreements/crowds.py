"""The size of one crowd that the police and those who called it together tell differently, in one article.

"600 people marched, said the police; 2,000, said the organisers": sought in the sentences of a story.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from extract.disagreements.evidence import Value, disagreement
from extract.disagreements.figures import APART, CROWD, is_vague
from extract.language import pack_for
from extract.language.figures import figure_words, units
from extract.models import Article, Disagreement, Event, Quantity, Span
from extract.quantities import quantities_in
from extract.quantities.beside import PEOPLE

FEWEST = 100  # people of a crowd: fewer are those arrested or hurt
COUNTED = frozenset({PEOPLE, CROWD})
NEAR_LETTERS = 90  # between a number and whoever tells it


def other_crowds(articles: Sequence[Article], texts: Sequence[int]) -> list[Disagreement]:
    """Find the sentences of protests in which two sides tell two sizes of the crowd."""
    found = []
    for article, text in zip(articles, texts, strict=True):
        for event in _protests(article):
            sizes = _sizes(article, _passage(article, event))
            if sizes is not None:
                values = [Value(size.text, size.source, text) for size in sizes]
                reason = f"The police count {values[0].told} people, those who called them together {values[1].told}."
                built = disagreement("count", [[value] for value in values], reason, fewest_documents=1)
                found += [built] if built else []
    return found


def _protests(article: Article) -> Iterator[Event]:
    """Yield the events at which a crowd is counted, one a sentence."""
    seen = set[Span]()
    for event in article.events:
        if units().kinds.get(event.kind) == CROWD and event.modality == "asserted" and event.sentence not in seen:
            seen.add(event.sentence)
            yield event


def _passage(article: Article, event: Event) -> Span:
    """Give the sentence of an event with the one behind it."""
    behind = (after.span.end for one, after in pairwise(article.sentences) if one.span == event.sentence)
    return Span(event.sentence.start, next(behind, event.sentence.end))


def _sizes(article: Article, passage: Span) -> tuple[Quantity, Quantity] | None:
    """Give the number that the police tell and that of the organisers, where they exclude each other."""
    patterns = _patterns(pack_for(article.document.language).code)
    if patterns is None:
        return None
    sides = [[match.start() for match in side.finditer(article.document.text, *passage)] for side in patterns]
    if not all(sides):
        return None
    told = [one for one in quantities_in(article, passage) if one.unit in COUNTED and one.low >= FEWEST and not is_vague(one)]
    if len(told) != len(patterns):
        return None
    first, second = told
    for police, organisers in ((first, second), (second, first)):
        near = [min(_between(size, at) for at in side) for size, side in zip((police, organisers), sides, strict=True)]
        other = [min(_between(size, at) for at in side) for size, side in zip((organisers, police), sides, strict=True)]
        low, high = sorted((police, organisers), key=lambda size: size.low)
        if max(near) <= NEAR_LETTERS and sum(near) < sum(other) and high.low > APART * low.high:
            return police, organisers
    return None


def _between(size: Quantity, at: int) -> int:
    span = size.source.span
    return max(span.start - at, at - span.end, 0)


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    known = figure_words(code)
    if known is None or not (known.police and known.organisers):
        return None
    police, organisers = (
        re.compile("|".join(rf"(?<!\w){re.escape(word)}" for word in sorted(side)), re.IGNORECASE)
        for side in (known.police, known.organisers)
    )
    return police, organisers
