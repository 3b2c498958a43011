"""One more of the sort told before, whose noun names no kind: "a similar incident"."""

import datetime as dt

import pytest

from extract.models import Document, Event
from extract.pipeline import read_article

PUBLISHED = dt.date(2024, 5, 16)
KILLED = {
    "de": "In Mannheim wurde am Mittwoch ein Mann erstochen.",
    "nl": "In Almelo is woensdag een man doodgestoken.",
    "sv": "En man sköts till döds i Gävle på onsdagen.",
    "da": "En mand blev onsdag stukket ihjel i Vejle.",
    "nb": "En mann ble onsdag skutt i Drammen.",
    "en": "A man was stabbed to death in Reno on Wednesday.",
}
ONE_MORE = (
    ("de", "Im April hatte es in Fulda einen ähnlichen Vorfall gegeben.", "Vorfall"),
    ("de", "Eine vergleichbare Tat ereignete sich 2021 in Fulda.", "Tat"),
    ("nl", "In april vond in Enschede een soortgelijk incident plaats.", "incident"),
    ("sv", "I april inträffade en liknande händelse i Falun.", "händelse"),
    ("da", "I april skete en lignende episode i Kolding.", "episode"),
    ("nb", "En tilsvarende hendelse skjedde i Moss i 2021.", "hendelse"),
    ("en", "A similar incident took place in Boise in April.", "incident"),
)
NO_MORE = (
    ("de", "Die Polizei will ähnliche Vorfälle in Fulda verhindern.", "Vorfälle"),
    ("de", "Ein ähnlicher Vorfall ist der Polizei nicht bekannt.", "Vorfall"),
    ("en", "In a similar incident in April, a woman was killed in Boise.", "incident"),
    ("en", "There is no similar incident in the files.", "incident"),
)


def events_at(code: str, sentence: str, noun: str) -> list[Event]:
    """Give the events of an article that tells of a killing, and then a sentence, whose words are a noun of it."""
    text = f"{KILLED[code]}\n\n{sentence}"
    events = read_article(Document("a", text, language=code, published=PUBLISHED)).events
    return [one for one in events if text[one.span.start : one.span.end] == noun]


@pytest.mark.parametrize(("code", "sentence", "noun"), ONE_MORE)
def test_one_more_is_of_the_sort_told_before(code: str, sentence: str, noun: str) -> None:
    (event,) = events_at(code, sentence, noun)
    assert event.kind in {"killing", "attack", "shooting", "murder"}
    assert event.when is not None
    assert event.when.how == "relative" or event.when.first_day == dt.date(2021, 1, 1)
    assert event.where is not None


@pytest.mark.parametrize(("code", "sentence", "noun"), NO_MORE)
def test_what_is_only_feared_or_told_by_its_kind_is_no_one_more(code: str, sentence: str, noun: str) -> None:
    assert not events_at(code, sentence, noun)
