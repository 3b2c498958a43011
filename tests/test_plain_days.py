"""Yesterday, last week, three days ago: a dozen plain days are read alike in every news language."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from extract import Document, read_article

DAYS = tomllib.loads((Path(__file__).parent / "plain_days.toml").read_text(encoding="utf-8"))
READ_ON = dt.date(2024, 5, 15)
AMBIGUOUS = {("hi", "2024-05-16")}  # कल is yesterday and tomorrow: without a verb, the day before


@pytest.mark.parametrize("language", DAYS["phrases"])
def test_a_plain_day_is_read_alike_in_every_language(language: str) -> None:
    missed = {}
    for phrase, value in zip(DAYS["phrases"][language], DAYS["values"], strict=True):
        text = f"{phrase[0].upper()}{phrase[1:]}."
        read = read_article(Document("d", text, language=language, published=READ_ON, published_how="given"))
        if value not in [timex.value for timex in read.timexes] and (language, value) not in AMBIGUOUS:
            missed[phrase] = value
    assert missed == {}
