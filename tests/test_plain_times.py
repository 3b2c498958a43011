"""Clock times, parts of the day, ranges, lengths, sets and seasons are read alike in every news language, and numbers are none."""

import datetime as dt
import re
import tomllib
from pathlib import Path

import pytest

from extract import Document, read_article

TIMES = tomllib.loads((Path(__file__).parent / "plain_times.toml").read_text(encoding="utf-8"))
BUT = TIMES.pop("but", {})
READ_ON = dt.date(2024, 5, 15)
MARKED = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


@pytest.mark.parametrize("language", TIMES)
def test_plain_times_are_read_alike_in_every_language(language: str) -> None:
    failing = {name: told for name, row in TIMES[language].items() if (told := _told(row, language)) != _meant(row)}
    assert failing.keys() == BUT.get(language, {}).keys(), failing


def _meant(row: str) -> list[tuple[int, str, str]]:
    """Give the marked words of a row with their places in the sentence, and what they mean."""
    found, shift = [], 0
    for mark in MARKED.finditer(row):
        found.append((mark.start() - shift, mark[1], mark[2]))
        shift += len(mark[0]) - len(mark[1])
    return found


def _told(row: str, language: str) -> list[tuple[int, str, str]]:
    text = MARKED.sub(r"\1", row)
    document = Document("d", text, language=language, published=READ_ON, published_how="given")
    read = read_article(document, frozenset({"dates"}))
    return [(timex.span.start, timex.text, " ".join(filter(None, (timex.value, timex.mod)))) for timex in read.timexes]


def test_a_clock_time_may_be_the_last_of_a_document() -> None:
    assert _told("Elle arrive à 17 heures", "fr") == [(14, "17 heures", "PT17H")]
