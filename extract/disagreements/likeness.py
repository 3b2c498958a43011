"""How far two sentences tell the same, in whatever languages: the concepts and the places that both name."""

from collections.abc import Sequence

from extract.disagreements.evidence import Report
from extract.language import pack_for
from extract.language.linking import concept
from extract.models import Span
from extract.text import words

SHARED, FEWEST_SHARED = 0.5, 3  # share of the words of the shorter sentence that both tell, and words


def bag_of(report: Report, names: Sequence[Span] = ()) -> frozenset[str]:
    """Give the concepts and places of the sentence of a telling, without its days and some names."""
    article, sentence = report.article, report.mention.sentence
    code, text = pack_for(article.document.language).code, article.document.text
    places = [place for place in article.places if _is_in(sentence, place.span)]
    taken = [*names, *(timex.span for timex in report.dates), *(place.span for place in places)]
    spans = [Span(sentence.start + begin, sentence.start + end) for begin, end in words(text[sentence.start : sentence.end])]
    told = {concept(text[span.start : span.end], code) for span in spans if not any(_is_in(one, span) for one in taken)}
    return frozenset((told - {""}) | {f"@{place.geonames_id or place.name}" for place in places})


def are_alike(one: frozenset[str], other: frozenset[str], share: float = SHARED) -> bool:
    """Tell whether two sentences share enough to tell one thing."""
    return len(one & other) >= max(FEWEST_SHARED, share * min(len(one), len(other)))


def _is_in(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start < outer.end
