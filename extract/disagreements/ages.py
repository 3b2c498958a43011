"""The age of one person that two articles tell differently. Sought in the sentences of a story; no linked event is needed."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from extract.disagreements.evidence import Value, disagreement
from extract.language import pack_for
from extract.language.linking import linking_words
from extract.models import Article, Disagreement, Participant, Provenance, Span
from extract.names import name_parts, same_name, skeleton
from extract.text import words

SAME_NAME = 0.85  # names as much alike are one person's in one story
BLOCK_LETTERS = 2  # consonants that a part of both names begins with, where they are compared at all
BEFORE_LETTERS, BEHIND_LETTERS = 45, 12  # between an age and the name behind or before it
BEFORE_WORDS = 3  # between an age and the name behind it: "a 52-year-old former police officer, Ann Lee"
AGES = range(1, 111)
BIRTHDAY_DAYS, YEAR_DAYS = 60, 365  # between two publications, from which a birthday may lie between them; each year is one
RULE = "age"
_PAUSE = re.compile(r"[,.;:—–()\"“”।،]")
_DIGIT = re.compile(r"\d")
_BEHIND = re.compile(r"\s*[,(،]\s*(\d{1,3})\s*[,)،.]")  # "Ann Lee, 24, said", "Ann Lee (24)"


class _Aged(NamedTuple):
    name: str
    age: int
    source: Provenance
    article: Article
    text: int


def other_ages(articles: Sequence[Article], texts: Sequence[int]) -> list[Disagreement]:
    """Find people whom two articles of near days give ages that no birthday explains."""
    told = [aged for article, text in zip(articles, texts, strict=True) for aged in _aged(article, text)]
    by_beginning: dict[str, list[int]] = defaultdict(list)
    for at, aged in enumerate(told):
        for beginning in {skeleton(part)[:BLOCK_LETTERS] for part in name_parts(aged.name)}:
            by_beginning[beginning].append(at)
    pairs = {pair for held in by_beginning.values() for pair in combinations(held, 2)}
    found: list[Disagreement] = []
    seen: set[tuple[str, int, int]] = set()
    for pair in sorted(pairs):
        one, other = sorted((told[at] for at in pair), key=lambda aged: aged.age)
        ages = (min(one.name, other.name), one.age, other.age)
        if one.text != other.text and ages not in seen and _exclude(one, other):
            seen.add(ages)
            reason = f"One source gives the age of {one.name} as {one.age}, another as {other.age}."
            built = disagreement("participant", [[Value(str(each.age), each.source, each.text)] for each in (one, other)], reason)
            found += [built] if built else []
    return found


def _exclude(one: _Aged, other: _Aged) -> bool:
    """Tell whether one person cannot have both ages on the days of the two articles."""
    first, second = (aged.article.document.published for aged in (one, other))
    days = abs((first - second).days) if first and second else YEAR_DAYS
    years = days / YEAR_DAYS + (days > BIRTHDAY_DAYS)
    return abs(one.age - other.age) > years and one.article is not other.article and same_name(one.name, other.name) >= SAME_NAME


def _aged(article: Article, text: int) -> Iterator[_Aged]:
    """Yield the people of an article beside whose name an age stands, once each."""
    body, seen = article.document.text, set[str]()
    pattern = linking_words(pack_for(article.document.language).code).ages
    for event in article.events:
        for person in (*event.participants, *((event.said_by,) if event.said_by else ())):
            if (
                person.kind != "person"
                or person.name in seen
                or not (event.sentence.start <= person.span.start < event.sentence.end)
            ):
                continue
            told = _age_of(person, event.sentence, body, pattern)
            if told is not None and told[0] in AGES:
                seen.add(person.name)
                yield _Aged(person.name, told[0], Provenance(article.document.id, told[1], RULE), article, text)


def _age_of(person: Participant, sentence: Span, body: str, pattern: re.Pattern[str]) -> tuple[int, Span] | None:
    """Give the age right behind a name, or the last before it with nothing but a few words between."""
    first, last = person.source.span
    if behind := _BEHIND.match(body, last):
        return int(behind[1]), Span(*behind.span(1))
    begin, end = max(sentence.start, first - BEFORE_LETTERS), min(sentence.end, last + BEHIND_LETTERS)
    if not _DIGIT.search(body, begin, end):  # as beside most names
        return None
    near = pattern.search(body, last, end)
    if near is None:
        near = max(pattern.finditer(body, begin, first), key=lambda match: match.start(), default=None)
        if near is None or _PAUSE.search(body, near.end(), first) or _words_between(near, person, body) > BEFORE_WORDS:
            return None
    number = next((at for at in range(1, pattern.groups + 1) if near[at]), 0)
    return (int(near[number]), Span(*near.span(number))) if number and near[number].isdigit() else None


def _words_between(age: re.Match[str], person: Participant, body: str) -> int:
    return len(words(body[age.end() : person.span.start]))
