"""Makes articles with their events, as the steps before linking would: rows instead of mocks."""

import datetime as dt

from extract.models import Article, Document, Event, Participant, PlaceMention, Provenance, Sentence, Span, Timex, When, Where
from extract.names import name_key
from extract.text import words

SITES = {
    "Dover": (51.13, 1.31, "city", "GB"),
    "Brighton": (50.83, -0.14, "city", "GB"),
    "Hull": (53.74, -0.33, "city", "GB"),
    "Sunan": (39.2, 125.67, "city", "KP"),
    "Wonsan": (39.15, 127.44, "city", "KP"),
    "Kent": (51.2, 0.7, "admin1", "GB"),
    "सुनान": (39.2, 125.67, "city", "KP"),
}


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def article(
    id_: str, text: str, *events: dict, published: str | None = None, language: str = "en", title: str | None = None
) -> Article:
    """Make an article: each sentence is a line of the text, each event a dict of `trigger`, `kind` and what is known of it."""
    document = Document(id_, text, title, language, day(published), "given" if published else "unknown")
    sentences, start = [], 0
    for index, line in enumerate(text.split("\n")):
        span = Span(start, start + len(line))
        sentences.append(Sentence(id_, span, index, index, heading=not line.endswith((".", "।"))))
        start += len(line) + 1
    made = (_event(document, tuple(sentences), event) for event in events)
    ordered = tuple(sorted(made, key=lambda event: event.span))
    return Article(document, tuple(sentences), _timexes(document, events), _places(document), ordered)


def when(first: str | None, last: str | None = None, how: str = "relative", evidence: tuple[Provenance, ...] = ()) -> When:
    begin, end = day(first), day(last or first)
    grain = "day" if begin == end else "month"
    return When(begin, end, grain, how, 0.9, "test", evidence)


def _event(document: Document, sentences: tuple[Sentence, ...], told: dict) -> Event:
    start = document.text.index(told["trigger"])
    span = Span(start, start + len(told["trigger"]))
    sentence = next(s for s in sentences if s.span.start <= start < s.span.end)
    people = tuple(_person(document, name, role) for name, role in told.get("who", {}).items())
    speaker = _person(document, told["says"], "speaker") if "says" in told else None
    evidence = (_source(document, told["on"]),) if "on" in told else ()
    return Event(
        document.id,
        span,
        told["trigger"],
        told["kind"],
        None,
        told.get("modality", "asserted"),
        "foreground",
        sentence.span,
        sentence.index,
        "test",
        lemma=told.get("lemma", told["trigger"].split()[-1]),
        participants=people,
        said_by=speaker,
        when=_when(told, evidence),
        where=_where(document, told.get("at")),
        objects=told.get("objects", ()),
    )


def _when(told: dict, evidence: tuple[Provenance, ...]) -> When | None:
    first, last = told["day"] if isinstance(told.get("day"), tuple) else (told.get("day"), None)
    return when(first, last, told.get("how", "relative"), evidence) if first else None


def _person(document: Document, name: str, role: str) -> Participant:
    source = _source(document, name)
    return Participant(name, role, name, source, "person", name_key(name))


def _source(document: Document, words_told: str) -> Provenance:
    start = document.text.find(words_told)
    start = max(start, 0)
    return Provenance(document.id, Span(start, start + len(words_told)), "test")


def _where(document: Document, name: str | None) -> Where | None:
    if name is None:
        return None
    latitude, longitude, kind, country = SITES[name]
    radius = 10.0 if kind == "city" else 80.0
    return Where(name, latitude, longitude, radius, kind, 0.9, "test", (_source(document, name),), None, country)


def _timexes(document: Document, events: tuple[dict, ...]) -> tuple[Timex, ...]:
    found = []
    for told in events:
        if "on" in told and isinstance(told.get("day"), str):
            found.append(
                Timex(told["on"], "DATE", told["day"], day(told["day"]), day(told["day"]), "day", _source(document, told["on"]))
            )
        if "for" in told:
            found.append(
                Timex(told["for"][0], "DURATION", told["for"][1], None, None, "unknown", _source(document, told["for"][0]))
            )
    return tuple(found)


def _places(document: Document) -> tuple[PlaceMention, ...]:
    found = []
    for start, end in words(document.text):
        name = document.text[start:end]
        if name in SITES:
            latitude, longitude, kind, country = SITES[name]
            source = Provenance(document.id, Span(start, end), "test")
            found.append(PlaceMention(name, name, latitude, longitude, 10.0, kind, source, country=country))
    return tuple(found)
