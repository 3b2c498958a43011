"""Group the documents that tell of one affair, and find which of them are copies of one text.

Articles go in; out comes one number an article. Documents are compared by tf-idf over names folded across scripts and
over concepts, inside a window of publication days. Only documents that share a rare enough feature are compared, so the
time grows with the documents, not with their pairs.
"""

import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, islice
from operator import mul
from typing import NamedTuple

from extract.actors import country_of
from extract.averagelink import average_link
from extract.language import pack_for
from extract.language.letters import plain_text
from extract.language.lexicon import words_of
from extract.language.linking import concept, linking_words, name_feature
from extract.models import Article
from extract.text import WORD, fold, words

SAME_STORY = 0.24  # ecb-dev: F1 of pairs of documents .90 at .24, .85 at .20, .87 at .28
SAME_FIELD = 0.16  # enough for two tellings of one day; ecb-dev: F1 of documents of one happening .884, with SAME_STORY .881
ACROSS = 1.7  # two languages share fewer words: pairs of one affair .13 and more, strangers .13 and less, before this factor
NAMELESS = 0.6  # the same factor where they share no name
WINDOW_DAYS = 10  # days between the publications of one story; copies of a saga 14 days apart link wrongly without it
SAGA_DAYS = 800  # days between the publications of one saga: a crime, its trial and its appeal
FEATURES_A_DOCUMENT = 40  # the weightiest, by which a document is found
NEIGHBOURS = 60  # documents compared with one for one shared feature
FREQUENT, FEW = 100, 6  # a feature of more documents than this says less: so few are compared for it
NAMES = "^@"  # what names, and the numbers of places and the keys of persons, begin with: the same in every language
SITES = frozenset({"facility", "city", "admin2"})  # places that few affairs share
NAME_WEIGHT = 4  # a name counts as so many words: ecb-dev F1 .904, with 2 .900
SMALL_CORPUS = 8  # fewer documents tell no frequency of words
SHINGLE_WORDS = 8  # words of one shingle
SHINGLES_KEPT = 4  # one shingle in so many is kept
COPY_SHARE = (
    0.5  # share of the shorter text's shingles found in the longer one: reprints .8 and more, other articles of one story under .1
)

Vector = Mapping[str, float]


def group_stories(articles: Sequence[Article]) -> tuple[int, ...]:
    """Group the articles by story: articles of one number tell of one affair; the order of the articles does not matter."""
    return affairs_of(articles).stories


class Affairs(NamedTuple):
    """The groups of the articles, from narrow to wide: one number an article each."""

    stories: tuple[int, ...]  # what is written of one affair within days
    sagas: tuple[int, ...]  # within years
    fields: tuple[int, ...]  # what may tell of one affair where the days agree


def affairs_of(articles: Sequence[Article]) -> Affairs:
    """Group the articles by story, by saga and by field."""
    order = sorted(range(len(articles)), key=lambda at: sort_key(articles[at]))
    ordered = [articles[at] for at in order]
    likeness = _likenesses(ordered, _vectors([_bag(article) for article in ordered]))
    near = {pair: value for pair, value in likeness.items() if _days_between(*(ordered[at] for at in pair)) <= WINDOW_DAYS}
    groups = [average_link(len(ordered), *how) for how in ((near, SAME_STORY), (likeness, SAME_STORY), (likeness, SAME_FIELD))]
    return Affairs(*(_unsorted(labels, order) for labels in groups))


def independent_texts(articles: Sequence[Article]) -> tuple[int, ...]:
    """Group the articles by text: articles of one number are reprints of one text, whole or for the most part."""
    order = sorted(range(len(articles)), key=lambda at: sort_key(articles[at]))
    shingles = [_shingles(articles[at].document.text) for at in order]
    holders: dict[int, list[int]] = defaultdict(list)
    for at, kept in enumerate(shingles):
        for shingle in kept:
            holders[shingle].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        shared.update(_near_pairs(held, NEIGHBOURS))
    first = list(range(len(order)))
    for (one, other), count in sorted(shared.items()):
        if count >= COPY_SHARE * min(len(shingles[one]), len(shingles[other])):
            first[_first(first, other)] = _first(first, one)
    return _unsorted([_first(first, at) for at in range(len(order))], order)


def _first(first: list[int], at: int) -> int:
    while first[at] != at:
        first[at] = first[first[at]]
        at = first[at]
    return at


def sort_key(article: Article) -> tuple[str, int, str]:
    """Give the order in which articles are taken, whatever order they came in: day, text, id."""
    document = article.document
    day = document.published.isoformat() if document.published else "9999"
    return day, zlib.crc32(document.text.encode("utf-8", "surrogatepass")), document.id


def _unsorted(labels: Sequence[int], order: Sequence[int]) -> tuple[int, ...]:
    result = [0] * len(order)
    for place, at in enumerate(order):
        result[at] = labels[place]
    return tuple(result)


def _bag(article: Article) -> Mapping[str, int]:
    """Count the features of one document: names by their consonants, other words by concept."""
    pack = pack_for(article.document.language)
    text, code = plain_text(article.document.text, pack), pack.code
    named = _named(article)
    starts = {sentence.span.start for sentence in article.sentences}
    bag: dict[str, int] = {}
    for start, end in words_of(text, code):
        word = text[start:end]
        if start in named or (word[0].isupper() and start not in starts):
            feature, count = name_feature(word), NAME_WEIGHT
        else:
            feature, count = concept(word, code), 1
        bag[feature] = bag.get(feature, 0) + count
    for identity in _identities(article):
        bag[identity] = bag.get(identity, 0) + NAME_WEIGHT
    for place in article.places:
        for part in (place.name or place.text).split():
            feature = name_feature(part)
            bag[feature] = bag.get(feature, 0) + NAME_WEIGHT
    bag.pop("", None)
    return bag


def _identities(article: Article) -> Iterable[str]:
    """Give the entries of the gazetteer and of the table of persons that a document names: the same in every language."""
    for event in article.events:
        yield from (f"@{person.key}" for person in event.participants if person.key in country_of())
    yield from (f"@{place.geonames_id}" for place in article.places if place.geonames_id is not None and place.kind in SITES)


def _named(article: Article) -> set[int]:
    """Give where the words of the participants' names start."""
    people = {person.span for event in article.events for person in event.participants if person.kind != "group"}
    return {start + begin for begin, end in people for start, _ in words(article.document.text[begin:end])}


def _vectors(bags: Sequence[Mapping[str, int]]) -> list[Vector]:
    count = len(bags)
    frequency = Counter(feature for bag in bags for feature in bag)
    small = count < SMALL_CORPUS
    weight = {feature: 1.0 if small else math.log((count + 1) / (n + 0.5)) for feature, n in frequency.items()}
    return [
        {feature: (1 + math.log(n)) * weight[feature] for feature, n in bag.items() if small or frequency[feature] > 1}
        for bag in bags
    ]


def _likenesses(articles: Sequence[Article], vectors: Sequence[Vector]) -> dict[tuple[int, int], float]:
    holders: dict[str, list[int]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        for feature, _ in islice(sorted(vector.items(), key=lambda item: (-item[1], item[0])), FEATURES_A_DOCUMENT):
            holders[feature].append(at)
    codes = [pack_for(article.document.language).code for article in articles]
    shared = _shared_keys(set(codes))
    lengths = [(_length(vector), _length({f: w for f, w in vector.items() if f in shared or f[0] in NAMES})) for vector in vectors]
    result: dict[tuple[int, int], float] = {}
    for feature in sorted(holders):
        for one, other in _near_pairs(holders[feature], NEIGHBOURS if len(holders[feature]) <= FREQUENT else FEW):
            if (one, other) not in result and _days_between(articles[one], articles[other]) <= SAGA_DAYS:
                across = codes[one] != codes[other]
                product = lengths[one][across] * lengths[other][across]
                likeness = _dot(vectors[one], vectors[other]) / product if product else 0.0
                result[one, other] = min(1.0, _across(vectors[one], vectors[other]) * likeness) if across else likeness
    return result


def _across(one: Vector, other: Vector) -> float:
    """Give the factor for two languages; without a name in common, a shared kind of thing is no shared affair."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return ACROSS if any(feature[0] in NAMES and feature in long for feature in short) else NAMELESS


def _shared_keys(codes: set[str]) -> frozenset[str]:
    """Give the neutral keys that can be told in more than one of the languages."""
    return frozenset(key for code in sorted(codes) for key in linking_words(code).concepts.values())


def _near_pairs(held: Sequence[int], neighbours: int) -> Iterable[tuple[int, int]]:
    for place, one in enumerate(held):
        for other in held[place + 1 : place + 1 + neighbours]:
            yield one, other


def _days_between(one: Article, other: Article) -> int:
    """Give the days between two publications; 0 where one is not known."""
    first, second = one.document.published, other.document.published
    return 0 if first is None or second is None else abs((first - second).days)


def _length(vector: Vector) -> float:
    return math.sqrt(sum(weight * weight for weight in vector.values()))


def _dot(one: Vector, other: Vector) -> float:
    shared = one.keys() & other.keys()  # in no order: only a sum that is exact is the same in every run
    return math.fsum(map(mul, map(one.__getitem__, shared), map(other.__getitem__, shared)))


def _shingles(text: str) -> frozenset[int]:
    """Hash every run of words, and keep a fixed share of the hashes; a short text keeps them all."""
    tokens = [fold(word).encode("utf-8", "surrogatepass") for word in WORD.findall(text)]
    line, starts = b" ".join(tokens), [0, *accumulate(len(token) + 1 for token in tokens)]
    ends = starts[SHINGLE_WORDS:] or starts[-1:]
    runs = {zlib.crc32(line[start : end - 1]) for start, end in zip(starts, ends, strict=False)}
    kept = frozenset([run for run in runs if run % SHINGLES_KEPT == 0])
    return kept if len(kept) >= SHINGLE_WORDS else frozenset(runs)
