"""Who says it, and did it happen: plain sentences of every news language are read alike, and what is not read is listed."""

import datetime as dt
import re
import tomllib
from pathlib import Path

import pytest

from extract import Document, read_article
from extract.models import Event, Participant

HERE = Path(__file__).parent
READ_ON = dt.date(2024, 5, 16)
NAME = re.compile(r"\{(.*?)\}")  # in a sentence: who speaks
ACTING = frozenset({"speaker", "agent"})


def is_read(language: str, cell: list[str], sentence: str) -> bool:
    """Tell whether a sentence, read as the whole of an article, tells what its cell expects."""
    _, kinds, expected = cell
    named = NAME.search(sentence)
    text = NAME.sub(r"\1", sentence)
    article = read_article(Document("d", text, language=language, published=READ_ON, published_how="given"))
    events = [event for event in article.events if event.kind in kinds.split(" | ")]
    if named is None:
        return is_in_mood(expected, {event.modality for event in events})
    who, at = named[1], named.start()
    if expected == "said":
        return any(is_named(event.said_by, who, at) and event.modality == "asserted" for event in events)
    return any(is_named(one, who, at) for event in events for one in acting(event))


def is_in_mood(expected: str, moods: set[str]) -> bool:
    """Tell whether an event is in the mood expected; "unreal": that none is told as a fact."""
    if expected in ("asserted", "told"):
        return "asserted" in moods or (expected == "told" and bool(moods))
    return "asserted" not in moods and (expected == "unreal" or expected in moods)


def acting(event: Event) -> list[Participant | None]:
    """Give who says or does it."""
    return [event.said_by, *(one for one in event.participants if one.role in ACTING)]


def is_named(one: Participant | None, who: str, at: int) -> bool:
    """Tell whether a participant is the one at an offset, or bears the same name."""
    if one is None:
        return False
    return one.name.casefold() == who.casefold() or (one.span.start < at + len(who) and at < one.span.end)


@pytest.mark.parametrize("table", ["moods", "sayings"])
def test_plain_sentences_are_read_alike_in_every_news_language(table: str) -> None:
    grid = tomllib.loads((HERE / f"plain_{table}.toml").read_text(encoding="utf-8"))
    cells = grid.pop("cells")
    missed = {
        language: [cell[0] for cell, text in zip(cells, rows["sentences"], strict=True) if not is_read(language, cell, text)]
        for language, rows in grid.items()
    }
    assert missed == {language: rows["but"] for language, rows in grid.items()}
