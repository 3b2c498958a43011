"""A happening with everything that the reading pane shows of it."""

import unicodedata
from collections.abc import Sequence

import msgspec

from dashapp.wording import Wording
from extract import Happening, Row, Telling

FROM_THE_RIGHT = frozenset({"R", "AL"})  # bidirectional classes of letters
ISOLATE, POP = "\u2068", "\u2069"  # keep the order of a name's letters from that of the text around it


class Story(msgspec.Struct, frozen=True):
    """What the store answers of one happening."""

    happening: Happening
    row: Row
    tellings: Sequence[Telling]
    whole: Row | None = None  # what it is part of
    parts: Sequence[Row] = ()
    beside: Sequence[Row] = ()  # others at the open place


def source_name(telling: Telling, words: Wording) -> str:
    """Name an article by its source and its day of publication."""
    document = telling.document
    name = document.source or document.title or words("no-source")
    if any(unicodedata.bidirectional(letter) in FROM_THE_RIGHT for letter in name):
        name = f"{ISOLATE}{name}{POP}"
    return f"{name}, {words.day(document.published)}" if document.published else name


def citation(story: Story, words: Wording) -> str:
    """Write how to cite a happening: its label, its day and the sentences' sources."""
    sources = "; ".join(dict.fromkeys(source_name(telling, words) for telling in story.tellings))
    return words("citation", label=words.label(story.row), when=words.when(story.row), sources=sources)
