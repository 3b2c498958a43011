"""A hundred happenings as each news language tells them: what is read of them stays read, and what is not is listed.

Each is told by a heading, a lead and a second sentence. The events, with their kinds, day and place, stand in
``told_alike/events.toml``; a language's wordings in ``<code>.toml``, where
``but`` lists the parts that are not read yet ("quake second"), ``apart`` the articles that do not meet the English one, and
``mixed`` different events that are taken for one. ``fresh_<code>.toml`` holds happenings of the language's own.
"""

import datetime as dt
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from extract.geo import distance_km
from extract.models import Article, Document, Happening
from extract.pipeline import happenings_of, read_article

FOLDER = Path(__file__).parent / "told_alike"
PUBLISHED = dt.date(2024, 5, 16)
NEAR_KM = 40.0
TOLD = frozenset({"asserted", "reported opinion"})
LANGUAGES = sorted(path.stem for path in FOLDER.glob("??.toml"))
FRESH = sorted(path.stem.removeprefix("fresh_") for path in FOLDER.glob("fresh_*.toml"))


@cache
def table(name: str) -> dict[str, Any]:
    """Give one of the tables, as it is written."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def read(text: str, language: str, name: str = "d") -> Article:
    """Read a text as an article of the day."""
    return read_article(Document(name, text, language=language, published=PUBLISHED))


def rows(language: str) -> dict[str, list[str]]:
    """Give heading, lead and second sentence of each event."""
    return {name: row for name, row in table(language).items() if isinstance(row, list) and name not in {"but", "apart", "mixed"}}


@cache
def whole(language: str) -> dict[str, Article]:
    """Give the articles of a language: the heading, and a paragraph of two sentences."""
    return {
        name: read(f"{heading}\n\n{lead} {second}", language, f"{language} {name}")
        for name, (heading, lead, second) in rows(language).items()
    }


def is_on(happening: Happening, day: dt.date) -> bool:
    """Tell whether a happening is told to be of that day alone."""
    return happening.when is not None and happening.when.first_day == day and happening.when.last_day in {day, None}


def is_at(happening: Happening, point: list[float]) -> bool:
    """Tell whether a happening lies near a point."""
    where = happening.where
    if where is None or where.latitude is None or where.longitude is None:
        return False
    return distance_km((where.latitude, where.longitude), (point[0], point[1])) <= NEAR_KM


def of_kinds(article: Article, kinds: str) -> list[Happening]:
    """Give the happenings of an article that are told as facts and are of one of the kinds."""
    return [one for one in happenings_of([article]) if one.kind in kinds.split("|") and one.modality in TOLD]


def tells(text: str, language: str, kinds: str) -> bool:
    """Tell whether an event of one of the kinds stands in a text."""
    return any(event.kind in kinds.split("|") for event in read(text, language).events)


def failing(article: Article, language: str, event: list[Any], sentences: dict[str, str]) -> Iterator[str]:
    """Give the parts of an article that are not read as its event."""
    kinds, day, point = event
    yield from (part for part, text in sentences.items() if not tells(text, language, kinds))
    found = of_kinds(article, kinds)
    if not any(is_on(one, day) for one in found):
        yield "day"
    if point and not any(is_at(one, point) for one in found):
        yield "place"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_happening_is_read_alike_in_every_language(language: str) -> None:
    events = table("events")["events"]
    told = rows(language)
    assert list(told) == list(events)
    wrong = [
        f"{name} {part}"
        for name, row in told.items()
        for part in failing(whole(language)[name], language, events[name], dict(zip(("title", "lead", "second"), row, strict=True)))
    ]
    assert sorted(wrong) == sorted(table(language)["but"]), "parts that are not read, or read now"


@pytest.mark.parametrize("language", LANGUAGES)
def test_articles_in_two_languages_meet_in_one_happening(language: str) -> None:
    events = table("events")["events"]
    articles = [*whole("en").values(), *(whole(language).values() if language != "en" else ())]
    apart: set[str] = set(events) if language != "en" else set()
    mixed: set[str] = set()
    for happening in happenings_of(articles):
        told = sorted({mention.document_id for mention in happening.mentions})
        names = [name.split(" ")[1] for name in told]
        mixed.update(" ".join(pair) for pair in combinations(sorted(set(names)), 2))
        apart -= {name for name in names if names.count(name) > 1 and happening.kind in events[name][0].split("|")}
    assert sorted(apart) == table(language).get("apart", []), "events that do not meet, or meet now"
    assert sorted(mixed) == table(language).get("mixed", []), "different events that are one, or are apart now"


@pytest.mark.parametrize("language", FRESH)
def test_happenings_of_its_own_are_read_in_each_language(language: str) -> None:
    wrong = []
    for name, row in table(f"fresh_{language}").items():
        if name != "but":
            kinds, day, point, heading, lead = row
            article = read(f"{heading}\n\n{lead}", language)
            wrong += [f"{name} {part}" for part in failing(article, language, [kinds, day, point], {"lead": lead})]
    assert sorted(wrong) == sorted(table(f"fresh_{language}")["but"]), "parts that are not read, or read now"
