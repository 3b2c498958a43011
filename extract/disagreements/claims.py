"""Tolls that two speakers of one document tell against each other: "police put the dead at 17; the clinic counts 15".

A toll told in a sentence of its own counts only where it is claimed, and is higher: a lower one may be a part.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from extract.disagreements.evidence import Report, Value, disagreement
from extract.disagreements.figures import APART, TOLLS, figures_near, is_sum, is_vague
from extract.kinds import kind_named
from extract.language import pack_for
from extract.language.figures import figure_words
from extract.models import Disagreement, Happening, Quantity
from extract.phrases import find_phrases
from extract.quantities import AGAIN
from extract.text import fold, words

SETTLED = "asserted"

Told = tuple[Report, Quantity]


def other_claims(happening: Happening, reports: Sequence[Report]) -> list[Disagreement]:
    """Find the tolls that a document tells against another toll, with all that tell the one or the other."""
    if happening.modality != SETTLED or not kind_named(happening.kind).one_day:
        return []
    told = [(report, one) for report in reports if not is_sum(report) for one in figures_near(report) if one.unit in TOLLS]
    found = []
    for unit in sorted({one.unit for _, one in told}):
        alike = [(report, one) for report, one in told if one.unit == unit and one.low >= 1 and not is_vague(one)]
        seen = set[tuple[float, float]]()
        for pair in _rivals(alike):
            (_, one), (_, rival) = pair
            if (one.low, rival.low) not in seen:
                seen |= {(one.low, rival.low), (rival.low, one.low)}
                sides = [[_value(*other) for other in alike if _is_same(told_by[1], other[1])] for told_by in pair]
                reason = f"One speaker counts {one.text}, another {rival.text} ({unit}); both cannot be right."
                built = disagreement("count", sides, reason, fewest_documents=1)
                found += [built] if built else []
    return found


def _rivals(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield the pairs of figures of one document that exclude each other, the claim behind."""
    for mine in told:
        for claim in told:
            if mine[0].document_id != claim[0].document_id or mine[1].source.span >= claim[1].source.span:
                continue
            higher = claim[1].low > APART * mine[1].high
            if _is_counted_again(mine, claim) or (higher and _is_claimed(claim[0])):
                yield mine, claim


def _is_counted_again(mine: Told, claim: Told) -> bool:
    (report, figure), (other, rival) = mine, claim
    again = rival.source.rule == AGAIN != figure.source.rule
    return again and report.mention.sentence == other.mention.sentence and _exclude(figure, rival)


def _exclude(one: Quantity, other: Quantity) -> bool:
    low, high = sorted((one, other), key=lambda figure: figure.low)
    return high.low > low.high


def _is_same(one: Quantity, other: Quantity) -> bool:
    return (one.low, one.high) == (other.low, other.high)


def _is_claimed(report: Report) -> bool:
    sentence = report.mention.sentence
    return _tells_claim(
        report.article.document.text[sentence.start : sentence.end], pack_for(report.article.document.language).code
    )


@cache
def _tells_claim(sentence: str, code: str) -> bool:
    known = figure_words(code)
    return known is not None and bool(find_phrases([fold(sentence[start:end]) for start, end in words(sentence)], known.claims))


def _value(report: Report, figure: Quantity) -> Value:
    speaker = report.event.said_by if report.event else None
    return Value(figure.text, figure.source, report.text, speaker.name if speaker else None)
