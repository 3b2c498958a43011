"""Short articles that tell two happenings of one kind, or one happening twice: what is told apart stays apart.

A ``<code>.toml`` of ``two_of_a_kind`` holds the articles of a news language. Each has a name, a text (a heading, then one or two
paragraphs) and rows of what it tells: kinds, day ("2019-03" for a month, "" where none is told), point (or none) and the words
that tell it. ``fresh_<code>.toml`` holds articles that were read once, when what is wrong in the first had been mended.
``but`` lists what is not read yet: "blasts 2" is the second row of an article, "blasts mixed" two of its rows in one happening.
"""

import datetime as dt
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.geo import distance_km
from extract.models import Document, Happening
from extract.pipeline import happenings_of, read_article

FOLDER = Path(__file__).parent / "two_of_a_kind"
PUBLISHED = dt.date(2024, 5, 16)
NEAR_KM = 40.0
FILES = sorted(path.stem for path in FOLDER.glob("*.toml"))


@cache
def table(name: str) -> dict[str, Any]:
    """Give one of the tables, as it is written."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def holding(said: list[Happening], text: str, words: str) -> set[str]:
    """Give the happenings a mention of which lies in some words of the text."""
    start = text.index(words)
    end = start + len(words)
    return {one.id for one in said if any(mark.span.start < end and mark.span.end > start for mark in one.mentions)}


def is_on(happening: Happening, day: dt.date | str) -> bool:
    """Tell whether a happening is told to be of a day alone, or within a month or year."""
    if not day:
        return True
    when = happening.when
    if when is None or when.first_day is None:
        return False
    if isinstance(day, dt.date):
        return when.first_day == day and when.last_day in {day, None}
    return when.first_day.isoformat().startswith(day) and (when.last_day or when.first_day).isoformat().startswith(day)


def is_at(happening: Happening, point: list[float]) -> bool:
    """Tell whether a happening lies near a point, where one is asked for."""
    if not point:
        return True
    where = happening.where
    if where is None or where.latitude is None or where.longitude is None:
        return False
    return distance_km((where.latitude, where.longitude), (point[0], point[1])) <= NEAR_KM


def failing(article: dict[str, Any], language: str) -> Iterator[str]:
    """Give the rows of an article that are not read as they are told."""
    name, text = article["name"], article["text"].strip()
    read = read_article(Document(name, text, language=language, published=PUBLISHED))
    said = [one for one in happenings_of([read]) if one.hidden is None]
    held = []
    for number, (kinds, day, point, *told) in enumerate(article["told"], 1):
        alike = [one for one in said if one.kind in kinds.split("|")]
        words = [holding(alike, text, one) for one in told]
        joined = set.intersection(*words)
        held.append((kinds, set.union(*words)))
        if not any(one.id in joined and is_on(one, day) and is_at(one, point) for one in alike):
            yield f"{name} {number}"
    if any(one[1] & other[1] for number, one in enumerate(held) for other in held[:number]):
        yield f"{name} mixed"


def all_failing(file: str) -> list[str]:
    """Give all that fails in the articles of a file."""
    return [one for article in table(file)["articles"] for one in failing(article, file.rsplit("_", maxsplit=1)[-1])]


@pytest.mark.parametrize("file", FILES)
def test_two_happenings_of_a_kind_stay_two_and_one_told_twice_is_one(file: str) -> None:
    assert sorted(all_failing(file)) == sorted(table(file)["but"])


@pytest.mark.parametrize("file", FILES)
def test_every_article_tells_two_of_a_kind_or_one_twice(file: str) -> None:
    assert all(len(article["told"]) > 1 or len(article["told"][0]) > 4 for article in table(file)["articles"])
