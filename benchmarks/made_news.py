"""Endless English documents made out of our own sentences, to measure speed: one huge affair, or many small ones.

Paragraphs of seeds and test affairs come in another order in every document. In many affairs, each affair has persons and
places of its own, ten articles within a few days, and about as much in common between two articles as news of one day has.
"""

import datetime as dt
import itertools
import random
import re
from collections.abc import Iterator
from pathlib import Path

from extract import Article, Document, read_article, read_paths

ROOT = Path(__file__).parent.parent
SEED = 20230913
ARTICLES_AN_AFFAIR, DAYS_OF_AN_AFFAIR = 10, 4
FIRST_DAY, DAYS = dt.date(2022, 1, 1), 1000
PLACES = frozenset({"city", "facility", "admin1", "country"})


def one_affair(kilobytes: int) -> Iterator[Document]:
    """Make documents that all tell of one affair, which is the hardest case for linking."""
    own = _own()
    lines, chance = _lines(own), random.Random(SEED)
    for number in itertools.count():
        text = ""
        while len(text) < 1000 * kilobytes:
            text += chance.choice(lines).replace("Monday", chance.choice(("Monday", "Tuesday", "Friday"))) + "\n\n"
        yield Document(f"made-{number}", text, language="en", published=own[0].published, published_how="given")


def many_affairs(kilobytes: int) -> Iterator[Document]:
    """Make documents of many affairs, ten of each."""
    own = _own()
    lines, chance = _lines(own), random.Random(SEED)
    places, persons = _names([read_article(document) for document in own])
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted((*places, *persons), key=lambda name: (-len(name), name))))})\b")
    for affair in itertools.count():
        renamed = dict(zip((*places, *persons), (*_shuffled(places, chance), *_shuffled(persons, chance)), strict=True))
        day = FIRST_DAY + dt.timedelta(days=chance.randrange(DAYS))
        for number in range(ARTICLES_AN_AFFAIR):
            text = ""
            while len(text) < 1000 * kilobytes:
                text += pattern.sub(lambda match, renamed=renamed: renamed[match[0]], chance.choice(lines)) + "\n\n"
            published = day + dt.timedelta(days=chance.randrange(DAYS_OF_AN_AFFAIR))
            yield Document(f"made-{affair}-{number}", text, language="en", published=published, published_how="given")


def _own() -> list[Document]:
    roots = [ROOT / "seeds", ROOT / "tests" / "affairs", ROOT / "tests" / "affairs_aside"]
    return [one for one in read_paths(roots) if isinstance(one, Document) and one.language == "en"]


def _lines(documents: list[Document]) -> list[str]:
    return [line for document in documents for line in document.text.splitlines() if line.strip()]


def _names(articles: list[Article]) -> tuple[list[str], list[str]]:
    """Give the names of places, and the words of which names of persons are made."""
    places = sorted({place.text for article in articles for place in article.places if place.kind in PLACES})
    taken = {word for place in places for word in place.split()}
    people = [
        person for article in articles for event in article.events for person in event.participants if person.kind == "person"
    ]
    return places, sorted({word for person in people for word in person.name.split() if word[:1].isupper()} - taken)


def _shuffled(names: list[str], chance: random.Random) -> list[str]:
    return chance.sample(names, len(names))
