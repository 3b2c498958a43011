"""A happening and the articles that tell of it → its source sentences, with every word marked that a value came from.

Pure: what goes in was read from the store. Offsets are those of the document; a mark lies inside its sentence.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec.structs import replace

from extract.models import Article, Event, Happening, Mention, Participant, Provenance, Sentence, Span, Telling

MarkRole = Literal["date", "place", "actor", "trigger", "speaker", "cue"]
Mark = tuple[MarkRole, Span, str, str]  # role, span, rule, value
ArticleMark = tuple[MarkRole, Span, str, str, str]  # and the id of the happening


def tellings_of(happening: Happening, articles: Mapping[str, Article]) -> tuple[Telling, ...]:
    """List the sentences that tell of a happening, or that its day or place was read in, by article.

    A sentence that only lends a day or place bears no mention. Documents come without their text.
    """
    told = [
        telling for key in sorted(documents_of(happening)) if key in articles for telling in _in_article(happening, articles[key])
    ]
    return tuple(sorted(told, key=_order))


def documents_of(happening: Happening) -> set[str]:
    """Name the documents that tell of a happening, or that its day or place was read in."""
    told = [words for value in (happening.when, happening.where) if value for words in value.evidence]
    return {words.document_id for words in told} | {mention.document_id for mention in happening.mentions}


def marks_in(happening: Happening, article: Article) -> tuple[ArticleMark, ...]:
    """Give the marks of one happening in one article, with the happening's id."""
    return tuple((*mark, happening.id) for telling in _in_article(happening, article) for mark in telling.marks)


def _order(telling: Telling) -> tuple[str, str, int]:
    day = telling.document.published
    return (day.isoformat() if day else "9999", telling.document.id, telling.sentence.start)


def _in_article(happening: Happening, article: Article) -> Iterator[Telling]:
    mentions = [mention for mention in happening.mentions if mention.document_id == article.document.id]
    marks = list(_marks(happening, article, mentions))
    told = {mention.sentence: mention for mention in reversed(mentions)}
    lending = {_sentence_at(article, mark[1]): None for mark in marks if not any(_within(mark[1], span) for span in told)}
    spans = {**{sentence.span: None for sentence in lending if sentence}, **told}
    outline = replace(article.document, text="")
    for span, mention in sorted(spans.items()):
        inside = {(role, words): (role, words, rule, value) for role, words, rule, value in reversed(marks) if _within(words, span)}
        yield Telling(
            outline,
            span,
            article.document.text[span.start : span.end],
            _index_of(article, span),
            tuple(sorted(inside.values(), key=lambda mark: (mark[1], mark[0]))),
            mention,
        )


def _marks(happening: Happening, article: Article, mentions: list[Mention]) -> Iterator[Mark]:
    """First what the happening itself says, then what its events say; the first word on a span counts."""
    key = article.document.id
    when, where = happening.when, happening.where
    if when:
        yield from _from("date", when.evidence, key, _day_value(happening))
    if where:
        yield from _from("place", where.evidence, key, where.name)
    for role, elsewhere in happening.other_places:
        yield from _from("place", elsewhere.evidence, key, f"{elsewhere.name} ({role})")
    for actor in happening.participants:
        yield from _from("actor", actor.mentions, key, actor.name)
    events = {event.span: event for event in article.events}
    for mention in mentions:
        yield ("trigger", mention.span, mention.rule, happening.kind)
        if mention.said_by:
            yield ("speaker", mention.said_by.span, mention.rule, mention.said_by.name)
        if mention.span in events:
            yield from _marks_of_event(events[mention.span], article)


def _marks_of_event(event: Event, article: Article) -> Iterator[Mark]:
    if event.timex is not None and event.timex < len(article.timexes):
        timex = article.timexes[event.timex]
        yield ("date", timex.span, timex.source.rule, timex.value)
    for at in (event.place, *(place for _, place in event.other_places)):
        if at is not None and at < len(article.places):
            place = article.places[at]
            yield ("place", place.span, place.source.rule, place.name)
    yield from (_of("actor", one) for one in event.participants if not one.aside)
    if event.said_by:
        yield _of("speaker", event.said_by)
    yield from (("cue", cue.span, cue.rule, event.modality) for cue in event.cues)


def _of(role: MarkRole, one: Participant) -> Mark:
    return (role, one.span, one.source.rule, one.name)


def _from(role: MarkRole, words: Iterable[Provenance], document_id: str, value: str) -> Iterator[Mark]:
    return ((role, one.span, one.rule, value) for one in words if one.document_id == document_id)


def _day_value(happening: Happening) -> str:
    when = happening.when
    if when is None or when.first_day is None:
        return ""
    last = when.last_day or when.first_day
    return when.first_day.isoformat() if last == when.first_day else f"{when.first_day}/{last}"


def _within(words: Span, sentence: Span) -> bool:
    return sentence.start <= words.start < words.end <= sentence.end


def _sentence_at(article: Article, words: Span) -> Sentence | None:
    return next((sentence for sentence in article.sentences if _within(words, sentence.span)), None)


def _index_of(article: Article, span: Span) -> int:
    return next((sentence.index for sentence in article.sentences if sentence.span.end > span.start), 0)
