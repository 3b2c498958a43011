"""One office of one body that two articles give to two people. Sought in the sentences of a story; no linked event is needed."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from extract.disagreements.evidence import Value, disagreement, sentence_at
from extract.kinds import family
from extract.language import pack_for
from extract.language.linking import concept, linking_words
from extract.models import Article, Disagreement, Participant, Provenance, Span
from extract.names import name_parts, same_name, skeleton
from extract.text import fold, is_title_case, words

OTHER_NAME = 0.70  # names less alike than this are two; all wrong pairs measured lie below it
BLOCK_LETTERS = 2  # consonants that a part of both names begins with, where they are compared at all
BODY_WORDS = 6  # words beside an office that may tell whose it is
NAME_WORDS, FEWEST_NAME_WORDS = 3, 2  # of a name behind its office, and of those that are no stop words
SUCCESSION = frozenset({"office", "leaving office", "election", "candidacy", "government"})  # an office has two holders in turn
RULE = "office"
_BREAK = re.compile(r"[,;:—–()\"“”]")


@dataclass(frozen=True, slots=True)
class _Holder:
    name: str
    office: str
    of: frozenset[str]
    source: Provenance
    document_id: str
    text: int


def other_holders(articles: Sequence[Article], texts: Sequence[int]) -> list[Disagreement]:
    """Find one office of one body that two articles give to two names, neither of which the other article knows."""
    by_office: dict[str, list[_Holder]] = defaultdict(list)
    known: dict[str, set[str]] = defaultdict(set)
    for article, text in zip(articles, texts, strict=True):
        holders = list(_uncased_holders(article, text))
        for person in _people(article):
            known[article.document.id].add(person.name)
            holders.extend(_holders(article, person, text))
        known[article.document.id].update(holder.name for holder in holders)
        turns = _turns(article)
        for holder in (one for one in holders if not any(span.start <= one.source.span.start < span.end for span in turns)):
            by_office[holder.office].append(holder)
    pairs = {office: _of_one_body(by_office[office]) for office in sorted(by_office)}
    alike = _alike({name for told in pairs.values() for pair in told for name in pair}, set().union(*known.values()))
    found: list[Disagreement] = []
    seen: set[frozenset[str]] = set()
    for office, met in pairs.items():
        for one, other in _rivals(met, by_office[office], known, alike):
            pair = frozenset((one.name, other.name))
            if pair not in seen:
                seen.add(pair)
                reason = f"The same office is given to two people, {one.name} and {other.name}."
                built = disagreement("participant", [[Value(h.name, h.source, h.text)] for h in (one, other)], reason)
                found += [built] if built else []
    return found


def _alike(names: Iterable[str], known: Iterable[str]) -> dict[str, frozenset[str]]:
    """Give the names that may be the same person's as each of some names."""
    by_beginning: dict[str, set[str]] = defaultdict(set)
    for name in known:
        for beginning in _beginnings(name):
            by_beginning[beginning].add(name)
    near = {name: set().union(*(by_beginning[beginning] for beginning in _beginnings(name))) for name in names}
    return {name: frozenset(other for other in near[name] if same_name(name, other) >= OTHER_NAME) for name in near}


def _beginnings(name: str) -> set[str]:
    """Give the consonants with which the parts of a name begin; names that share none are not alike."""
    return {skeleton(part)[:BLOCK_LETTERS] for part in name_parts(name)}


def _of_one_body(holders: Sequence[_Holder]) -> set[tuple[str, str]]:
    """Give each two names of which two documents tell that they hold an office of one body."""
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))  # body → name → documents
    for holder in holders:
        for body in holder.of:
            told[body][holder.name].add(holder.document_id)
    pairs = ((pair, by_name) for by_name in told.values() for pair in combinations(sorted(by_name), 2))
    return {(one, other) for (one, other), by_name in pairs if len(by_name[one] | by_name[other]) > 1}


def _rivals(
    pairs: Iterable[tuple[str, str]],
    holders: Sequence[_Holder],
    known: Mapping[str, set[str]],
    alike: Mapping[str, frozenset[str]],
) -> list[tuple[_Holder, _Holder]]:
    """Give for each two names the first two holders of one office of one body, neither known where the other is told."""
    told: dict[str, list[int]] = defaultdict(list)
    for at, holder in enumerate(holders):
        told[holder.name].append(at)
    first = []
    for one, other in pairs:
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


def _turns(article: Article) -> set[Span]:
    """Give the sentences that tell how an office changes hands."""
    return {event.sentence for event in article.events if family(event.kind) in SUCCESSION}


def _people(article: Article) -> Iterable[Participant]:
    seen: set[Span] = set()
    text = article.document.text
    sentences = {event.sentence for event in article.events}
    headings = {sentence for sentence in sentences if is_title_case(text[sentence.start : sentence.end])}
    for event in article.events:
        if event.sentence in headings:
            continue
        for person in (*event.participants, *((event.said_by,) if event.said_by else ())):
            if person.kind == "person" and person.span not in seen and len(name_parts(person.name)) >= FEWEST_NAME_WORDS:
                seen.add(person.span)
                yield person


def _holders(article: Article, person: Participant, text: int) -> Iterable[_Holder]:
    """Give the office right before a name ("Lakeside mayor Ann Lee"), or in apposition ("the director of the museum, Ann Lee")."""
    code, body = pack_for(article.document.language).code, article.document.text
    found = sentence_at(article, person.span.start)
    if found is None or _names_office(person.name, code):
        return
    before = body[found.span.start : person.span.start].rstrip()
    apposed = before.endswith(",")
    phrase = _BREAK.split(before.removesuffix(","))[-1]
    told = [concept(phrase[start:end], code) for start, end in words(phrase)[-BODY_WORDS - 1 :]]
    offices = [at for at, word in enumerate(told) if word in linking_words(code).offices]
    if not offices or (not apposed and offices[-1] != len(told) - 1) or linking_words(code).past & set(map(fold, phrase.split())):
        return
    of = frozenset(told[offices[-1] + 1 :] if apposed else told[: offices[-1]]) - {""} - linking_words(code).offices
    source = Provenance(article.document.id, person.span, RULE)
    yield _Holder(person.name, told[offices[-1]], of, source, article.document.id, text)


@lru_cache(maxsize=10_000)
def _names_office(name: str, code: str) -> bool:
    """Tell whether a word of a name is that of an office."""
    return not linking_words(code).offices.isdisjoint(concept(name[start:end], code) for start, end in words(name))


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
            of = frozenset(word for word in told[max(0, at - BODY_WORDS) : at] if word)
            source = Provenance(article.document.id, Span(name[0].start, plain[-1].end), RULE)
            yield _Holder(body[source.span.start : source.span.end], told[at], of, source, article.document.id, text)
