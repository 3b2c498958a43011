"""What the packs read of sentences written to cover them: what is read stays read; what is not is listed with its reason."""

import csv
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from extract.models import Article, Document
from extract.pipeline import STEPS, happenings_of, read_article

COVER = Path(__file__).parent / "cover"
PUBLISHED = dt.date(2024, 5, 16)
DATES, PLACES = frozenset({"dates"}), frozenset({"places"})


class Row(NamedTuple):
    """A sentence, what is to be read in it, and why it is not read; "" where it is."""

    expected: str
    sentence: str
    fails: str


def tells_kind(expected: str, article: Article) -> bool:
    """Tell whether an event is of one of the kinds expected; "!fighting": whether none is of that kind."""
    kinds = {event.kind for event in article.events}
    wanted = set(expected.split(" | "))
    denied = {kind[1:] for kind in wanted if kind.startswith("!")}
    return not kinds & denied if denied else bool(kinds & wanted)


def tells_modality(expected: str, article: Article) -> bool:
    """Tell whether an event has the kind and the modality of "visit = planned"."""
    kinds, modalities = (set(part.split(" | ")) for part in expected.split(" = "))
    return any(event.kind in kinds and event.modality in modalities for event in article.events)


def tells_day(expected: str, article: Article) -> bool:
    """Tell whether a date begins with the day expected."""
    return any(str(timex.first_day) == expected for timex in article.timexes)


def tells_place(expected: str, article: Article) -> bool:
    """Tell whether a name is read as the place expected, by its English name."""
    return any(place.name == expected for place in article.places)


def tells_number(expected: str, article: Article) -> bool:
    """Tell whether a label counts the injured."""
    return any(f"{expected} injured" in happening.labels["en"] for happening in happenings_of([article]))


CHECKS: dict[str, tuple[Callable[[str, Article], bool], frozenset[str]]] = {
    "kinds": (tells_kind, STEPS),
    "wordings": (tells_kind, STEPS),
    "modality": (tells_modality, STEPS),
    "days": (tells_day, DATES),
    "places": (tells_place, PLACES),
    "numbers": (tells_number, STEPS),
}
FILES = [pytest.param(path, id=f"{path.parent.name}: {path.stem}") for path in sorted(COVER.glob("*/*.tsv"))]


def rows_of(path: Path) -> list[Row]:
    """Read a table of a header and three columns: expected, sentence, fails."""
    with path.open(encoding="utf-8", newline="") as table:
        rows = list(csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert tuple(rows[0]) == Row._fields
    return [Row(*row) for row in rows[1:]]


def is_read(row: Row, topic: str, language: str) -> bool:
    """Tell whether a sentence, read as the whole of an article, tells what is expected."""
    check, steps = CHECKS[topic]
    return check(row.expected, read_article(Document("d", row.sentence, language=language, published=PUBLISHED), steps))


@pytest.mark.parametrize("path", FILES)
def test_what_is_read_stays_read_and_what_is_not_is_listed(path: Path) -> None:
    rows = rows_of(path)
    read = {row for row in rows if is_read(row, path.parent.name, path.stem)}
    assert not [row for row in rows if row not in read and not row.fails], "no longer read"
    assert not [row for row in read if row.fails], "read now: take the reason away"


def test_no_sentence_is_listed_twice() -> None:
    for path in COVER.glob("*/*.tsv"):
        told = [(row.expected, row.sentence) for row in rows_of(path)]
        assert len(told) == len(set(told)), path
