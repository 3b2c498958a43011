"""Headlines alone, as the papers of each language write them: what is read of them stays read, and what is not is listed.

A row of ``headlines/<code>.toml`` gives a headline, the kinds that are right for its main event ("none": it tells of no event)
and the place ("": none asked). Rows under ``but`` are not read yet; they end with what is wrong: "kind", "place", or "told" where
nothing happened.
"""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from extract.models import Document
from extract.pipeline import happenings_of, read_article

FOLDER = Path(__file__).parent / "headlines"
PUBLISHED = dt.date(2024, 5, 16)
TOLD = frozenset({"asserted", "reported opinion"})
LANGUAGES = sorted(path.stem for path in FOLDER.glob("??.toml"))


def wrong_of(headline: str, kinds: str, place: str, language: str) -> str:
    """Give what is not read of a headline: "kind", "place", "told" where nothing happened, or "" where all is."""
    article = read_article(Document("d", headline, language=language, published=PUBLISHED))
    shown = [one for one in happenings_of([article]) if one.hidden is None]
    if kinds == "none":
        return "told" if any(one.modality in TOLD for one in shown) else ""
    right = [one for one in shown if one.kind in kinds.split("|") and one.modality != "negated"]
    if not right:
        return "kind"
    return "" if not place or any(one.where and one.where.name == place for one in right) else "place"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_headline_alone_tells_its_event_and_place(language: str) -> None:
    table = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    found = [[*row, wrong_of(*row, language)] for row in table["headlines"]]
    assert [row for row in found if row[-1]] == [], "rows that are read no more"
    assert [[*row[:3], wrong_of(*row[:3], language)] for row in table["but"]] == table["but"], "rows that are read now"
