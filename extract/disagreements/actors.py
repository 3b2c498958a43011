"""Names on which the sources of one story cannot both be right: one office, two holders; one saying, leaders of two countries.

These need no linked event: they are sought in the sentences of a story, and belong to the happening told there.
"""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from extract.disagreements.evidence import Value, disagreement
from extract.language import pack_for
from extract.language.linking import concept, linking_words
from extract.models import Article, Disagreement, Participant, Provenance, Span
from extract.names import same_name
from extract.text import fold, words

OTHER_NAME = 0.70  # names less alike than this are two; all wrong pairs measured lie below it
OFFICE_WORDS = 8  # words before a name that may tell its office
NAME_WORDS, FEWEST_NAME_WORDS = 3, 2  # of a name behind its office, and of those that are no stop words
SHARED_WORDS = 0.5  # share of the shorter sentence that both tell
FEWEST_SHARED = 3
LEADER_WORDS = 5  # words between a country and the word for its leader


@dataclass(frozen=True, slots=True)
class _Holder:
    name: str
    office: str
    of: frozenset[str]
    source: Provenance
    document_id: str
    text: int


@dataclass(frozen=True, slots=True)
class _Saying:
    country: str
    told: str
    concepts: frozenset[str]
    source: Provenance
    document_id: str
    text: int


def other_holders(articles: Sequence[Article], texts: Sequence[int]) -> list[Disagreement]:
    """Find one office of one body that two articles give to two names, neither of which the other article knows."""
    by_office: dict[str, list[_Holder]] = defaultdict(list)
    known: dict[str, set[str]] = defaultdict(set)
    for article, text in zip(articles, texts, strict=True):
        for person in _people(article):
            known[article.document.id].add(person.name)
            for holder in _holders(article, person, text):
                by_office[holder.office].append(holder)
        for holder in _uncased_holders(article, text):
            known[article.document.id].add(holder.name)
            by_office[holder.office].append(holder)
    alike = _alike({holder.name for held in by_office.values() for holder in held}, set().union(*known.values()))
    found: list[Disagreement] = []
    seen: set[frozenset[str]] = set()
    for office in sorted(by_office):
        for one, other in _rivals(by_office[office], known, alike):
            pair = frozenset((one.name, other.name))
            if pair not in seen:
                seen.add(pair)
                values = [Value(holder.name, holder.source, holder.text) for holder in (one, other)]
                built = disagreement(
                    "participant",
                    [[value] for value in values],
                    f"The same office is given to two people, {one.name} and {other.name}.",
                )
                found += [built] if built else []
    return found


def _alike(names: Iterable[str], known: Iterable[str]) -> dict[str, frozenset[str]]:
    """Give the names that may be the same person's as each of some names."""
    return {name: frozenset(other for other in known if same_name(name, other) >= OTHER_NAME) for name in names}


def _rivals(
    holders: Sequence[_Holder], known: Mapping[str, set[str]], alike: Mapping[str, frozenset[str]]
) -> list[tuple[_Holder, _Holder]]:
    """Give for each two names the first two holders of one office of one body, neither known where the other is told."""
    told: dict[str, list[int]] = defaultdict(list)
    for at, holder in enumerate(holders):
        told[holder.name].append(at)
    first = []
    for one, other in combinations(told, 2):
        if other in alike[one]:
            continue
        mine = [at for at in told[one] if known[holders[at].document_id].isdisjoint(alike[other])]
        theirs = [at for at in told[other] if known[holders[at].document_id].isdisjoint(alike[one])]
        first += _first_pair(mine, theirs, holders)
    return [(holders[one], holders[other]) for one, other in sorted(first)]


def _first_pair(mine: Sequence[int], theirs: Sequence[int], holders: Sequence[_Holder]) -> list[tuple[int, int]]:
    """Give the first pair of one body in two documents, in a list; [] where there is none."""
    if not mine or not theirs:
        return []
    sides = {**dict.fromkeys(mine, theirs), **dict.fromkeys(theirs, mine)}
    for at in sorted(sides):
        for other in sides[at][bisect_right(sides[at], at) :]:
            if holders[at].document_id != holders[other].document_id and holders[at].of & holders[other].of:
                return [(at, other)]
    return []


def other_countries(articles: Sequence[Article], texts: Sequence[int]) -> list[Disagreement]:
    """Find sentences of two articles that tell nearly the same about the leader of two countries."""
    sayings = [saying for article, text in zip(articles, texts, strict=True) for saying in _sayings(article, text)]
    found = []
    for one, other in _near_equal(sayings):
        values = [[Value(saying.told, saying.source, saying.text)] for saying in (one, other)]
        built = disagreement(
            "participant", values, f"The same words are told of the leaders of two countries, {one.told} and {other.told}."
        )
        found += [built] if built else []
    return found


def _people(article: Article) -> Iterable[Participant]:
    seen: set[Span] = set()
    for event in article.events:
        for person in (*event.participants, *((event.said_by,) if event.said_by else ())):
            if person.kind == "person" and person.span not in seen and article.document.text[person.span.start : person.span.end]:
                seen.add(person.span)
                yield person


def _holders(article: Article, person: Participant, text: int) -> Iterable[_Holder]:
    code = pack_for(article.document.language).code
    sentence = next((s.span for s in article.sentences if s.span.start <= person.span.start < s.span.end), None)
    if sentence is None:
        return
    before = words(article.document.text[sentence.start : person.span.start])[-OFFICE_WORDS:]
    told = [concept(article.document.text[sentence.start + start : sentence.start + end], code) for start, end in before]
    offices = linking_words(code).offices
    at = next((at for at in range(len(told) - 1, -1, -1) if told[at] in offices), None)
    if at is None:
        return
    of = frozenset(word for word in told if word and word != told[at])
    source = Provenance(article.document.id, person.span, "office")
    yield _Holder(person.name, told[at], of, source, article.document.id, text)


def _uncased_holders(article: Article, text: int) -> Iterable[_Holder]:
    """Give the names that stand right behind an office in scripts that do not tell names by capitals."""
    code, body = pack_for(article.document.language).code, article.document.text
    offices = linking_words(code).offices
    if not linking_words(code).verb_last:
        return
    for start, stop in (sentence.span for sentence in article.sentences):
        spans = [Span(start + begin, start + end) for begin, end in words(body[start:stop])]
        told = [concept(body[span.start : span.end], code) for span in spans]
        for at in (at for at, word in enumerate(told) if word in offices):
            name = spans[at + 1 : at + 1 + NAME_WORDS]
            plain = [span for span in name if fold(body[span.start : span.end]) not in linking_words(code).stop]
            if len(plain) < FEWEST_NAME_WORDS or "," in body[spans[at].end : name[-1].end]:
                continue
            of = frozenset(word for word in told[max(0, at - OFFICE_WORDS) : at] if word)
            source = Provenance(article.document.id, Span(name[0].start, plain[-1].end), "office")
            yield _Holder(body[source.span.start : source.span.end], told[at], of, source, article.document.id, text)


def _sayings(article: Article, text: int) -> Iterable[_Saying]:
    """Give the sentences that name one country beside the word for its leader."""
    code, id_, body = pack_for(article.document.language).code, article.document.id, article.document.text
    leaders = linking_words(code).leaders
    for start, stop in (sentence.span for sentence in article.sentences):
        inside = [place for place in article.places if start <= place.span.start < stop and place.country]
        if len({place.country for place in inside}) != 1:
            continue
        spans = [Span(start + begin, start + end) for begin, end in words(body[start:stop])]
        told = [concept(body[span.start : span.end], code) for span in spans]
        place = next((place for place in inside if leaders & set(_around(told, spans, place.span))), None)
        if place is not None:
            rest = {word for word, span in zip(told, spans, strict=True) if word and not _within(span, place.span)}
            source = Provenance(id_, place.span, "leader")
            yield _Saying(place.country or "", place.text, frozenset(rest), source, id_, text)


def _around(told: Sequence[str], spans: Sequence[Span], place: Span) -> Sequence[str]:
    here = next((at for at, span in enumerate(spans) if span.end > place.start), 0)
    return told[max(0, here - LEADER_WORDS) : here + LEADER_WORDS + 1]


def _within(span: Span, place: Span) -> bool:
    return place.start <= span.start < place.end


def _near_equal(sayings: Sequence[_Saying]) -> list[tuple[_Saying, _Saying]]:
    """Give the sayings of two documents about two countries that share most of their words, by the first word they share.

    Whoever shares so many words with a sentence shares one of its rarer words: only these are looked up.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for at, saying in enumerate(sayings):
        for word in saying.concepts:
            holders[word].append(at)
    pairs = set()
    for at, one in enumerate(sayings):
        least = max(FEWEST_SHARED, math.ceil(SHARED_WORDS * len(one.concepts)))
        rare = sorted(one.concepts, key=lambda word: (len(holders[word]), word))[: max(0, len(one.concepts) - least + 1)]
        for number in {number for word in rare for number in holders[word]}:
            other = sayings[number]
            if one.country == other.country or one.document_id == other.document_id or len(one.concepts) > len(other.concepts):
                continue
            if len(one.concepts & other.concepts) >= least:
                pairs.add((min(one.concepts & other.concepts), min(at, number), max(at, number)))
    return [(sayings[one], sayings[other]) for _, one, other in sorted(pairs)]
