"""Read one text to its events, with dates found and places given by hand."""

import datetime as dt
from collections.abc import Sequence

from extract.dates import find_timexes
from extract.events import find_events
from extract.language import load_pack
from extract.models import Document, Event, PlaceMention, Provenance, Span
from extract.sentences import split

PUBLISHED = dt.date(2024, 5, 2)


def events_of(
    text: str, language: str = "en", published: dt.date | None = PUBLISHED, places: Sequence[PlaceMention] = ()
) -> tuple[Event, ...]:
    document = Document("d", text, language=language, published=published, published_how="given")
    pack = load_pack(language)
    sentences = split(document, pack)
    timexes, narration = find_timexes(document, sentences, pack)
    return find_events(document, sentences, timexes, tuple(places), pack, narration)


def event(text: str, words: str, language: str = "en", places: Sequence[PlaceMention] = ()) -> Event:
    found = [one for one in events_of(text, language, places=places) if words in one.trigger]
    assert found, f"no event at {words!r}: {[(one.trigger, one.kind) for one in events_of(text, language, places=places)]}"
    return found[0]


def city(text: str, name: str, latitude: float = 10.0, longitude: float = 20.0) -> PlaceMention:
    start = text.index(name)
    return PlaceMention(name, name, latitude, longitude, 10.0, "city", Provenance("d", Span(start, start + len(name)), "place"))


def country(text: str, name: str, code: str) -> PlaceMention:
    start = text.index(name)
    source = Provenance("d", Span(start, start + len(name)), "place")
    return PlaceMention(name, name, -10.0, -76.0, 600.0, "country", source, country=code)
