"""What an analyser gave → nothing, or an AnalyserError: every value must lead to words that stand in the text."""

from collections.abc import Iterator

from extract.errors import AnalyserError
from extract.models import Article, Event, Participant, Provenance, Span, When, Where


def check(given: Article, made: Article, name: str) -> None:
    """Compare what was made with the text.

    Raises
    ------
    AnalyserError
        The first field that breaks the contract.
    """
    fault = next(_faults(given, made), None)
    if fault:
        raise AnalyserError(f"analyser {name}, document {given.document.id}: {fault}")


def _faults(given: Article, made: Article) -> Iterator[str]:
    if made.document != given.document:
        yield "document was changed; an analyser only adds what it reads"
    if made.sentences != given.sentences:
        yield "sentences were changed; an analyser only adds what it reads"
    for at, timex in enumerate(made.timexes):
        yield from _of_words(given, f"timexes[{at}]", timex.source, timex.text)
    for at, place in enumerate(made.places):
        yield from _of_words(given, f"places[{at}]", place.source, place.text)
    for at, event in enumerate(made.events):
        yield from _of_event(made, f"events[{at}]", event)
        yield from _of_values(given, made, f"events[{at}]", event)


def _of_event(made: Article, field: str, event: Event) -> Iterator[str]:
    yield from _of_words(made, field, Provenance(event.document_id, event.span, event.rule), event.trigger)
    if not any(sentence.span == event.sentence for sentence in made.sentences):
        yield f"{field}.sentence is {tuple(event.sentence)}; expected the span of a sentence of the article"
    for at, one in enumerate(event.participants):
        yield from _of_participant(made, f"{field}.participants[{at}]", one)
    if event.said_by:
        yield from _of_participant(made, f"{field}.said_by", event.said_by)
    for at, quantity in enumerate(event.quantities):
        yield from _of_words(made, f"{field}.quantities[{at}]", quantity.source, quantity.text)
    for at, cue in enumerate(event.cues):
        yield from _of_words(made, f"{field}.cues[{at}]", cue, None)
    yield from _of_index(f"{field}.timex", event.timex, len(made.timexes))
    yield from _of_index(f"{field}.place", event.place, len(made.places))
    for role, place in event.other_places:
        yield from _of_index(f"{field}.other_places.{role}", place, len(made.places))


def _of_values(given: Article, made: Article, field: str, event: Event) -> Iterator[str]:
    """Check the day and place, but for those that the default reading gave: it may count from the day of publication."""
    if all(event.when != one.when for one in given.events):
        yield from _of_value(made, f"{field}.when", event.when, told=event.timex is not None)
    if all(event.where != one.where for one in given.events):
        yield from _of_value(made, f"{field}.where", event.where, told=event.place is not None)


def _of_participant(made: Article, field: str, one: Participant) -> Iterator[str]:
    yield from _of_words(made, field, one.source, one.text)


def _of_value(made: Article, field: str, value: When | Where | None, *, told: bool) -> Iterator[str]:
    """Ask of a day or place that it is said somewhere: by a mention of the article, or by evidence."""
    if value is None:
        return
    for at, words in enumerate(value.evidence):
        if words.document_id == made.document.id:
            yield from _of_words(made, f"{field}.evidence[{at}]", words, None)
    empty = value.first_day is None if isinstance(value, When) else value.latitude is None
    if not value.evidence and not told and not empty:
        yield f"{field} has a value without words; expected evidence with offsets, or the index of a mention"


def _of_words(made: Article, field: str, source: Provenance, text: str | None) -> Iterator[str]:
    if source.document_id != made.document.id:
        yield f"{field} is of document {source.document_id!r}; expected {made.document.id!r}"
    if not source.rule:
        yield f"{field} has no rule; expected the name of what read it"
    found = _words_at(made, source.span)
    if found is None:
        yield f"{field} has the offsets {tuple(source.span)}; expected a span inside the {len(made.document.text)} of the text"
    elif text is not None and found != text:
        yield f"{field} is {text!r}, but {found!r} stands at {tuple(source.span)}; offsets count code points"


def _of_index(field: str, index: int | None, length: int) -> Iterator[str]:
    if index is not None and not 0 <= index < length:
        yield f"{field} is {index}; expected 0 to {length - 1}, or none"


def _words_at(made: Article, span: Span) -> str | None:
    inside = 0 <= span.start < span.end <= len(made.document.text)
    return made.document.text[span.start : span.end] if inside else None
