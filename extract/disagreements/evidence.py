"""What each telling of a happening gives to compare: its event, its sentence, the document and the independent text.

Happenings and articles go in; out come, for each happening, its tellings in the order of documents and offsets. Sides
are built here too, so that every disagreement has two documents, few mentions and a reason.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter

from extract.models import (
    Article,
    Disagreement,
    DisagreementField,
    Event,
    Happening,
    Mention,
    Provenance,
    Quantity,
    Sentence,
    Side,
    Span,
    Timex,
)
from extract.models.record import Record
from extract.quantities import quantities_in
from extract.text import is_title_case

HEAD_LETTERS = 400  # of an article, in which pages put the day and hour of publication
STAMP_LETTERS = 20  # between a clock time and the date of one stamp
_FIRST = attrgetter("span.start")  # of a sentence
_START = attrgetter("source.span.start")  # of a date
STOPS = (".", "!", "?", "…", "\u201d", '"')  # with which a sentence ends, and a headline hardly ever
MOST_MENTIONS = 10  # of one disagreement: a reader compares sentences, not lists


class Report(Record, frozen=True):
    """One telling of a happening, with the article it stands in."""

    happening: str
    mention: Mention
    event: Event | None
    article: Article
    text: int  # number of the independent text
    dates: Sequence[Timex]  # of its sentence
    figures: Sequence[Quantity]  # of its sentence

    @property
    def document_id(self) -> str:
        """The document that tells it."""
        return self.mention.document_id


class Value(Record, frozen=True):
    """What one telling gives for a field: how a reader is told it, and its words."""

    told: str
    source: Provenance
    text: int
    said_by: str | None = None


def reports_of(happenings: Sequence[Happening], articles: Sequence[Article], texts: Sequence[int]) -> dict[str, list[Report]]:
    """Give the tellings of each happening that several documents tell, by its id.

    ``texts`` numbers the independent text of each article.
    """
    by_id = {article.document.id: (article, text) for article, text in zip(articles, texts, strict=True)}
    told: dict[tuple[str, Span], list[Event]] = defaultdict(list)
    for article in articles:
        for event in article.events:
            told[event.document_id, event.span].append(event)
    starts = {id_: list(map(_START, article.timexes)) for id_, (article, _) in by_id.items()}
    sentences: dict[tuple[str, Span], tuple[Sequence[Timex], Sequence[Quantity]]] = {}
    result: dict[str, list[Report]] = {}
    for happening in happenings:
        if len(happening.mentions) < 2 or len({mention.document_id for mention in happening.mentions} & by_id.keys()) < 2:
            continue
        reports = result[happening.id] = []
        for mention in happening.mentions:
            if mention.document_id not in by_id:
                continue
            article, text = by_id[mention.document_id]
            place = mention.document_id, mention.sentence
            if place not in sentences:
                first, behind = (bisect_left(starts[mention.document_id], at) for at in mention.sentence)
                sentences[place] = article.timexes[first:behind], quantities_in(article, mention.sentence)
            own = _event_of(happening.kind, told.get((mention.document_id, mention.span), ()))
            reports.append(Report(happening.id, mention, own, article, text, *sentences[place]))
    return result


def _event_of(kind: str, told: Sequence[Event]) -> Event | None:
    """Give the event of a kind that a trigger tells, else the first that it tells."""
    return next((event for event in reversed(told) if event.kind == kind), told[0] if told else None)


def disagreement(
    field: DisagreementField, sides: Sequence[Sequence[Value]], reason: str, fewest_documents: int = 2
) -> Disagreement | None:
    """Build a disagreement of two sides or more; None where fewer documents take part, or one side is silent."""
    sides = [side for side in sides if side]
    if len(sides) < 2 or len({value.source.document_id for side in sides for value in side}) < fewest_documents:
        return None
    kept = max(1, MOST_MENTIONS // len(sides))
    return Disagreement(field, tuple(_side(values, kept) for values in sides[:MOST_MENTIONS]), reason)


def timexes_in(report: Report, wanted: Callable[[Timex], bool]) -> list[Timex]:
    """Give the dates of the telling's sentence that are wanted, nearest to its trigger first."""
    trigger = report.mention.span
    found = [timex for timex in report.dates if wanted(timex)]
    return sorted(found, key=lambda timex: max(trigger.start - timex.span.end, timex.span.start - trigger.end))


def sentence_at(article: Article, at: int) -> Sentence | None:
    """Give the sentence of an article that holds an offset; None between sentences."""
    number = bisect_right(article.sentences, at, key=_FIRST) - 1
    sentence = article.sentences[number] if number >= 0 else None
    return sentence if sentence is not None and at < sentence.span.end else None


def is_dateline(report: Report, span: Span) -> bool:
    """Say whether words stand where an article tells its own day: in a heading, or at its head with the day of publication."""
    article = report.article
    sentence = sentence_at(article, span.start)
    if sentence is not None and (sentence.heading or _is_headline(article.document.text[sentence.span.start : sentence.span.end])):
        return True
    if span.start >= HEAD_LETTERS:
        return False
    at = bisect_right(article.timexes, span.start, key=lambda timex: timex.span.start) - 1
    timex = article.timexes[at] if at >= 0 and span.start < article.timexes[at].span.end else None
    if timex is None or not any(letter.isdigit() for letter in timex.text):
        return False
    if timex.type == "TIME":
        return any(map(_tells_year, _beside(article, at)))
    return (timex.how == "explicit" or timex.type == "DATE") and article.document.published in {timex.first_day, None}


def _is_headline(sentence: str) -> bool:
    """Tell whether words are capitalised as in headings, and end without a stop: German capitalises nouns everywhere."""
    return not sentence.rstrip().endswith(STOPS) and is_title_case(sentence)


def _beside(article: Article, at: int) -> list[Timex]:
    """Give a clock time and the dates right before and behind it: "Updated 1:32 PM, Apr 2, 2009"."""
    clock, around = article.timexes[at], article.timexes[max(0, at - 1) : at + 2]
    return [timex for timex in around if max(clock.span.start - timex.span.end, timex.span.start - clock.span.end) <= STAMP_LETTERS]


def _tells_year(timex: Timex) -> bool:
    return timex.first_day is not None and str(timex.first_day.year) in timex.text


def _side(values: Sequence[Value], kept: int) -> Side:
    """Keep a few mentions of one side, from as many documents as can be."""
    if len(values) == 1:  # as most sides are
        return Side(values[0].told, (values[0].source,), values[0].said_by)
    by_document: Mapping[str, list[Value]] = defaultdict(list)
    for value in sorted(values, key=lambda value: (value.text, value.source.document_id, value.source.span)):
        if all(value.source != other.source for other in by_document[value.source.document_id]):
            by_document[value.source.document_id].append(value)
    rounds = max(len(told) for told in by_document.values())
    chosen = [told[turn] for turn in range(rounds) for told in by_document.values() if turn < len(told)][:kept]
    said_by = {value.said_by for value in values}
    return Side(
        chosen[0].told,
        tuple(value.source for value in chosen),
        said_by.pop() if len(said_by) == 1 else None,
        len({value.text for value in values}),
    )
