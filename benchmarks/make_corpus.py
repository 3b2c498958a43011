"""Make stores of any size, to measure the page and the store: the same number gives the same store, byte for byte of its records.

    python benchmarks/make_corpus.py 10000 ten-thousand.dateline

Happenings lie over ten years, thicker towards the end; over 500 places, half of them at 40; three in ten are told by
two articles and one in ten by three, every fifth of these in Hindi. One in twenty has no day, one in ten no place.
"""

import argparse
import datetime as dt
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from extract import models
from extract.store import Store

SIZES = (100, 1_000, 10_000, 100_000)
SEED = 20230913
FIRST_DAY, LAST_DAY = dt.date(2014, 1, 1), dt.date(2023, 12, 31)
HAPPENINGS_AN_ARTICLE = 8
KINDS = (
    "visit",
    "meeting",
    "statement",
    "protest",
    "arrest",
    "flood",
    "election",
    "attack",
    "trial",
    "agreement",
    "accident",
    "fire",
)
KINDS_HI = ("दौरा", "बैठक", "बयान", "प्रदर्शन", "गिरफ़्तारी", "बाढ़", "चुनाव", "हमला", "सुनवाई", "समझौता", "हादसा", "आग")
SYLLABLES = ("ka", "ro", "min", "tel", "vas", "dor", "lin", "pe", "sha", "gur", "nov", "bel", "tam", "ur", "zi", "mo")
SOURCES = ("Morning Post", "Harbour Gazette", "The Courier", "North Wire", "दैनिक तट", "River Times", "प्रभात पत्र", "City Herald")
ROLES = frozenset({"day", "place", "actor", "trigger"})
HINDI = frozenset({"दैनिक तट", "प्रभात पत्र"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A made-up place."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Told:
    """One happening before its sentences are laid into articles."""

    at: int
    kind: int
    spot: Spot | None
    day: dt.date | None
    people: tuple[str, ...]
    articles: tuple[int, ...]


def make_corpus(count: int) -> tuple[tuple[models.Article, ...], tuple[models.Happening, ...]]:
    """Make articles and the happenings that they tell of, with true offsets."""
    chance = random.Random(SEED)
    spots, people = _spots(chance, 500), [f"{_name(chance)} {_name(chance)}" for _ in range(300)]
    size = max(3, count // HAPPENINGS_AN_ARTICLE)
    told = [_told(chance, at, size, spots, people) for at in range(count)]
    by_article: list[list[Told]] = [[] for _ in range(size)]
    for one in told:
        for article in one.articles:
            by_article[article].append(one)
    made = [_article(chance, at, tellings) for at, tellings in enumerate(by_article)]
    mentions: list[list[tuple[models.Mention, models.Provenance]]] = [[] for _ in told]
    for _, marks in made:
        for at, mention, day_words in marks:
            mentions[at].append((mention, day_words))
    return tuple(article for article, _ in made), tuple(_happening(chance, one, mentions[one.at]) for one in told)


def fill(store: Store, count: int) -> None:
    """Put a corpus of so many happenings into a store."""
    articles, happenings = make_corpus(count)
    for article in articles:
        store.put_article(article)
    store.describe(title=f"{count:,} made-up happenings", note="Made by benchmarks/make_corpus.py; nothing of it is true.")
    store.replace_happenings(happenings)


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.choice((2, 2, 3)))).capitalize()


def _spots(chance: random.Random, count: int) -> list[Spot]:
    return [
        Spot(f"{_name(chance)} {at}", round(chance.uniform(-50, 65), 3), round(chance.uniform(-175, 179), 3)) for at in range(count)
    ]


def _told(chance: random.Random, at: int, articles: int, spots: list[Spot], people: list[str]) -> Told:
    days = (LAST_DAY - FIRST_DAY).days
    spot = None if chance.random() < 0.1 else chance.choice(spots[:40] if chance.random() < 0.5 else spots)
    day = None if chance.random() < 0.05 else FIRST_DAY + dt.timedelta(days=int(days * chance.random() ** 0.5))
    number = chance.choices((1, 2, 3), (6, 3, 1))[0]
    return Told(
        at,
        chance.randrange(len(KINDS)),
        spot,
        day,
        tuple(chance.sample(people, 2)),
        tuple(sorted(chance.sample(range(articles), number))),
    )


def _article(
    chance: random.Random, at: int, told: list[Told]
) -> tuple[models.Article, list[tuple[int, models.Mention, models.Provenance]]]:
    key, source = f"article-{at:06d}", chance.choice(SOURCES)
    text, sentences, timexes, events, marks = "", [], [], [], []
    for index, one in enumerate(told):
        parts = _words(one, source in HINDI)
        start = len(text)
        text += "".join(words for _, words in parts) + " "
        spans = dict(_spans(parts, start))
        whole = models.Span(start, len(text) - 1)
        day_words = models.Provenance(key, spans["day"], "day-month-year")
        sentences.append(models.Sentence(key, whole, index, index // 4))
        timexes.append(
            models.Timex(
                text[slice(*spans["day"])],
                "DATE",
                one.day.isoformat() if one.day else "PAST_REF",
                one.day,
                one.day,
                "day",
                day_words,
            )
        )
        trigger = text[slice(*spans["trigger"])]
        events.append(
            models.Event(
                key,
                spans["trigger"],
                trigger,
                KINDS[one.kind],
                None,
                "asserted",
                "foreground",
                whole,
                index,
                "made-up",
                timex=index,
            )
        )
        marks.append((one.at, models.Mention(key, spans["trigger"], whole, trigger, "made-up"), day_words))
    published = max((one.day for one in told if one.day), default=LAST_DAY) + dt.timedelta(days=1)
    document = models.Document(
        key, text, f"News of {published}", "hi" if source in HINDI else "en", published, "given", source=source
    )
    return models.Article(document, tuple(sentences), tuple(timexes), (), tuple(events)), marks


def _words(one: Told, hindi: bool) -> list[tuple[str, str]]:
    """Give the parts of one sentence with their roles; "" where a part bears none."""
    day = f"{one.day.day}.{one.day.month}.{one.day.year}" if one.day else ("एक दिन" if hindi else "one day")
    place, (first, second) = one.spot.name if one.spot else ("कहीं" if hindi else "somewhere"), one.people
    parts = (
        f"day:{day}: को :place:{place}: में :actor:{first}: और {second} ने :trigger:{KINDS_HI[one.kind]}: की बात कही, संख्या {one.at}।"
        if hindi
        else f"actor:{first}: and {second} spoke of a :trigger:{KINDS[one.kind]}: in :place:{place}: on :day:{day}:, no. {one.at}."
    ).split(":")
    roles = iter(parts)
    return [(part, next(roles)) if part in ROLES else ("", part) for part in roles]


def _spans(parts: list[tuple[str, str]], start: int) -> Iterator[tuple[str, models.Span]]:
    for role, words in parts:
        yield role, models.Span(start, start + len(words))
        start += len(words)


def _happening(chance: random.Random, one: Told, told: list[tuple[models.Mention, models.Provenance]]) -> models.Happening:
    mentions, day_words = tuple(mention for mention, _ in told), tuple(words for _, words in told)
    vague = chance.random() < 0.15
    when = models.When(one.day, one.day, "day", "explicit", 0.9, "made-up", day_words) if one.day else None
    if when and one.day and vague:
        last = (one.day.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
        when = replace(when, first_day=one.day.replace(day=1), last_day=last, grain="month")
    where = (
        models.Where(
            one.spot.name, one.spot.latitude, one.spot.longitude, chance.choice((5.0, 10.0, 150.0)), "city", 0.9, "made-up"
        )
        if one.spot
        else None
    )
    sides = tuple(
        models.Side(f"{20 + at}", (models.Provenance(mention.document_id, mention.span, "count"),))
        for at, mention in enumerate(mentions)
    )
    told_otherwise = (
        (models.Disagreement("count", sides, "The numbers differ."),) if len(mentions) > 1 and chance.random() < 0.05 else ()
    )
    return models.Happening(
        f"made-{one.at:06d}",
        f"{one.people[0]} and {one.people[1]}: {KINDS[one.kind]}" + (f" in {one.spot.name}" if one.spot else ""),
        KINDS[one.kind],
        None,
        when,
        where,
        chance.choices(("asserted", "planned", "hypothetical", "negated", "reported opinion"), (80, 8, 4, 3, 5))[0],
        chance.choices(("foreground", "background", "commentary"), (80, 15, 5))[0],
        0.9,
        round(chance.random(), 4),
        mentions,
        tuple(
            models.Actor(
                name, "agent", tuple(models.Provenance(mention.document_id, mention.span, "made-up") for mention in mentions)
            )
            for name in one.people
        ),
        disagreements=told_otherwise,
        texts=len(mentions),
        hidden="lone and generic" if chance.random() < 0.05 else None,
        labels={"hi": f"{one.people[0]}: {KINDS_HI[one.kind]}"},
    )


def main() -> None:
    """Make one store."""
    parser = argparse.ArgumentParser(description="Make a store of made-up happenings.")
    parser.add_argument("count", type=int, help=f"how many happenings: {', '.join(map(str, SIZES))} are measured")
    parser.add_argument("path", type=Path, help="the store to make; replaced where it stands")
    options = parser.parse_args()
    for ending in ("", "-wal", "-shm"):
        Path(f"{options.path}{ending}").unlink(missing_ok=True)
    with Store.open(options.path) as store:
        fill(store, options.count)
        print(store.summary(), file=sys.stderr)


if __name__ == "__main__":
    main()
