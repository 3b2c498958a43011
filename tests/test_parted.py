"""Phrases parted by a name or a noun with what belongs to it: "found the rapper Dre Malone guilty", "nahm den Mann gestern fest".

A row of ``parted/<code>.toml`` gives a sentence and the kinds that are right for its event, or with "!" the kind that it must not
tell. Rows under ``but`` are not read yet.
"""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from extract.models import Document
from extract.pipeline import read_article

FOLDER = Path(__file__).parent / "parted"
PUBLISHED = dt.date(2024, 5, 16)
LANGUAGES = sorted(path.stem for path in FOLDER.glob("??.toml"))


def is_read(sentence: str, kinds: str, language: str) -> bool:
    """Tell whether a sentence tells an event of one of the kinds; of none where they begin with "!"."""
    events = read_article(Document("d", sentence, language=language, published=PUBLISHED)).events
    told = not {one.kind for one in events if one.modality != "negated"}.isdisjoint(kinds.lstrip("!").split("|"))
    return told != kinds.startswith("!")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_parted_by_a_name_is_read_and_words_of_two_phrases_are_not(language: str) -> None:
    table = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    assert [row for row in table["rows"] if not is_read(*row, language)] == [], "rows that are read no more"
    assert [row for row in table["but"] if is_read(*row, language)] == [], "rows that are read now"
