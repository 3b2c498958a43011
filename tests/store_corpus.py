"""Small corpora for the tests of the store and the exports: articles of counted words, so that offsets are easily seen."""

import datetime as dt

from extract.models import (
    Actor,
    Article,
    Disagreement,
    Document,
    Event,
    Happening,
    Mention,
    Provenance,
    Sentence,
    Side,
    Span,
    Speaker,
    Timex,
    When,
    Where,
)

DAY = dt.date(2021, 3, 14)


def article(key: str, sentences: int = 3, *, source: str | None = "Gazette", language: str = "en", word: str = "storm") -> Article:
    """Make an article of sentences like "1 a storm broke on Sunday in Varna." with one event each."""
    text, made, timexes, events = "", [], [], []
    for index in range(sentences):
        start = len(text)
        text += f"{index} a {word} broke on Sunday in Varna, as told by {key}.\n"
        span = Span(start, len(text) - 1)
        made.append(Sentence(key, span, index, index))
        sunday = text.index("Sunday", start)
        timexes.append(Timex("Sunday", "DATE", "2021-03-14", DAY, DAY, "day", Provenance(key, Span(sunday, sunday + 6), "weekday")))
        trigger = Span(text.index(word, start), text.index(word, start) + len(word))
        events.append(Event(key, trigger, word, "storm", None, "asserted", "foreground", span, index, "storm-noun", timex=index))
    document = Document(key, text, "A storm", language, dt.date(2021, 3, 15), "given", source=source)
    return Article(document, tuple(made), tuple(timexes), (), tuple(events))


def mention(told: Article, at: int) -> Mention:
    """Give the mention of one event of an article."""
    event = told.events[at]
    return Mention(told.document.id, event.span, event.sentence, event.trigger, event.rule)


def happening(key: str, *mentions: Mention, **changes: object) -> Happening:
    """Make a happening of mentions; every other field may be given."""
    fields = {
        "label": f"Storm {key}",
        "kind": "storm",
        "plover": None,
        "when": When(DAY, DAY, "day", "relative", 0.9, "weekday"),
        "where": Where("Varna", 43.2, 27.9, 8.0, "city", 0.9, "city-name"),
        "modality": "asserted",
        "status": "foreground",
        "confidence": 0.9,
        "weight": 0.5,
    }
    return Happening(id=key, mentions=mentions, **{**fields, **changes})  # type: ignore[arg-type]


def hostile(text: str) -> tuple[Happening, tuple[Article, ...]]:
    """Put one text wherever a text may stand."""
    document = Document("doc", text + " end", text, "en", DAY, "given", source=text, url=text, author=text)
    whole = Span(0, len(text) + 4)
    words = (Provenance("doc", Span(0, 1), text),)
    told = Mention("doc", Span(0, 1), whole, text, text, Speaker(text, "doc", Span(0, 1)))
    sides = (Side(text, words), Side(text, words))
    made = happening(
        "h-1",
        told,
        label=text,
        kind=text,
        where=Where(text, 1.5, -2.5, 5.0, "city", 0.5, text, words),
        participants=(Actor(text, "agent", words),),
        disagreements=(Disagreement("count", sides, text),),
    )
    return made, (Article(document, (Sentence("doc", whole, 0, 0),)),)
