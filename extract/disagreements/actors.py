"""Sentences of two articles that tell the same of two actors: the leaders of two countries, two speakers of one saying.

These need no linked event: they are sought in the sentences of a story, and belong to the happening told there.
"""

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.disagreements.evidence import Value, disagreement
from extract.kinds import kind_named
from extract.language import pack_for
from extract.language.lexicon import WHOLE_WORD
from extract.language.linking import concept, concepts_of, linking_words
from extract.models import Article, Disagreement, DisagreementField, Provenance, Span
from extract.names import same_name
from extract.text import pieces, words

OTHER_NAME = 0.70  # names less alike than this are two
SHARED_WORDS, FEWEST_SHARED = 0.5, 3  # share of the shorter sentence that both tell of the leaders of two countries, and words
SAID_WORDS, FEWEST_SAID = 0.7, 5  # the same of what two speakers say
_QUOTED = re.compile('["“«]([^"”»]+)["”»]')
LEADER_WORDS = 5  # words between a country and the word for its leader


@dataclass(frozen=True, slots=True)
class _Saying:
    who: str
    told: str
    concepts: frozenset[str]
    source: Provenance
    document_id: str
    text: int


def other_countries(articles: Sequence[Article], texts: Sequence[int]) -> list[Disagreement]:
    """Find sentences of two articles that tell nearly the same about the leader of two countries."""
    sayings = [saying for article, text in zip(articles, texts, strict=True) for saying in _of_leaders(article, text)]
    pairs = _near_equal(sayings, SHARED_WORDS, FEWEST_SHARED)
    reason = "The same words are told of the leaders of two countries, {0} and {1}."
    return [found for one, other in pairs for found in _told("participant", one, other, reason)]


def other_speakers(articles: Sequence[Article], texts: Sequence[int]) -> list[Disagreement]:
    """Find quotations of two articles that give nearly the same words to two speakers, neither of whom the other article names."""
    bodies = {article.document.id: article.document.text for article in articles}
    sayings = [saying for article, text in zip(articles, texts, strict=True) for saying in _of_speakers(article, text)]
    pairs = (
        (one, other)
        for one, other in _near_equal(sayings, SAID_WORDS, FEWEST_SAID)
        if one.text != other.text
        and same_name(one.who, other.who) < OTHER_NAME
        and not _is_named(one.who, bodies[other.document_id])
        and not _is_named(other.who, bodies[one.document_id])
    )
    return [found for one, other in pairs for found in _told("source", one, other, "The same words are given to {0} and to {1}.")]


def _told(field: DisagreementField, one: _Saying, other: _Saying, reason: str) -> list[Disagreement]:
    values = [[Value(saying.told, saying.source, saying.text)] for saying in (one, other)]
    built = disagreement(field, values, reason.format(one.told, other.told))
    return [built] if built else []


def _near_equal(sayings: Sequence[_Saying], share: float, fewest: int) -> list[tuple[_Saying, _Saying]]:
    """Give the sayings of two documents, told of two actors, that share most of their words, by the first word they share.

    Whoever shares so many words with a sentence shares one of its rarer words: only these are looked up.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for at, saying in enumerate(sayings):
        for word in saying.concepts:
            holders[word].append(at)
    pairs = set()
    for at, one in enumerate(sayings):
        least = max(fewest, math.ceil(share * len(one.concepts)))
        rare = sorted(one.concepts, key=lambda word: (len(holders[word]), word))[: max(0, len(one.concepts) - least + 1)]
        for number in {number for word in rare for number in holders[word]}:
            other = sayings[number]
            if one.who == other.who or one.document_id == other.document_id or len(one.concepts) > len(other.concepts):
                continue
            if len(one.concepts & other.concepts) >= least:
                pairs.add((min(one.concepts & other.concepts), min(at, number), max(at, number)))
    return [(sayings[one], sayings[other]) for _, one, other in sorted(pairs)]


def _is_named(name: str, text: str) -> bool:
    return any(part in text for part in name.split() if len(part) > 2)


def _of_speakers(article: Article, text: int) -> Iterable[_Saying]:
    """Give the quotations of sentences that name the person who says them."""
    code, document = pack_for(article.document.language).code, article.document
    seen: set[Span] = set()
    for event in article.events:
        speaker = event.said_by
        inside = speaker is not None and event.sentence.start <= speaker.span.start < event.sentence.end
        if speaker is None or not inside or speaker.kind != "person" or event.sentence in seen or not kind_named(event.kind).speech:
            continue
        seen.add(event.sentence)
        quoted = " ".join(match.group(1) for match in _QUOTED.finditer(document.text, event.sentence.start, event.sentence.end))
        told = {concept(quoted[start:end], code) for start, end in words(quoted)} - {""}
        source = Provenance(document.id, speaker.span, "speaker")
        yield _Saying(speaker.name, speaker.name, frozenset(told), source, document.id, text)


def _of_leaders(article: Article, text: int) -> Iterable[_Saying]:
    """Give the sentences that name one country beside the word for its leader."""
    code, id_, body = pack_for(article.document.language).code, article.document.id, article.document.text
    leaders, concepts = linking_words(code).leaders, concepts_of(code)
    starts, at = [place.span.start for place in article.places], 0
    for start, stop in (sentence.span for sentence in article.sentences):
        first, at = bisect_left(starts, start, at), bisect_left(starts, stop, at)
        inside = [place for place in article.places[first:at] if place.country]
        if len({place.country for place in inside}) != 1:
            continue
        found, starts_told, ends = pieces(WHOLE_WORD, body[start:stop], start)
        told = list(map(concepts.__getitem__, found))
        if leaders.isdisjoint(told):
            continue
        spans = list(map(Span, starts_told, ends))
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
