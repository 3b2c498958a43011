"""Group the documents that tell of one affair, and find which of them are copies of one text.

Articles go in; out comes one number an article. Documents are compared by tf-idf over names folded across scripts and
over concepts, inside a window of publication days. Only documents that share a rare enough feature are compared, so the
time grows with the documents, not with their pairs.
"""

import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate, compress, pairwise
from operator import not_
from typing import NamedTuple

import numpy as np

from extract.actors import country_of
from extract.averagelink import average_link
from extract.language import pack_for
from extract.language.letters import plain_text
from extract.language.lexicon import words_in
from extract.language.linking import concepts_of, linking_words, name_feature
from extract.models import Article
from extract.sparse import Entries, Flags, Floats, Ints, Rows, entries_of, neighbours
from extract.text import WORD, folded

SAME_STORY = 0.24  # ecb-dev: F1 of pairs of documents .90 at .24, .85 at .20, .87 at .28
SAME_FIELD = 0.10  # enough for two tellings of one day
ACROSS = 1.7  # two languages share fewer words: pairs of one affair .13 and more, strangers .13 and less, before this factor
UNNAMED = frozenset({"group", "common"})  # kinds of participant whose words are no names
NAMELESS = 0.6  # the same factor where they share no name
WINDOW_DAYS = 21  # days between the publications of one story: what follows within weeks is still of the news
SAGA_DAYS = 6000  # days between the publications of one saga: a crime, its trial and its appeal, a disaster and its anniversaries
OF_OTHER_TIMES = 0.6  # factor where they lie farther apart than one story: two short reports on one town are alike at any time
FEATURES_A_DOCUMENT = 40  # the weightiest, by which a document is found
NEIGHBOURS = 60  # documents compared with one for one shared feature
FREQUENT, FEW = 100, 6  # a feature of more documents than this says less: so few are compared for it
NAMES = "^@"  # what names, and the numbers of places and the keys of persons, begin with: the same in every language
SITES = frozenset({"facility", "city", "admin2"})  # places that few affairs share
NAME_WEIGHT = 4  # a name counts as so many words: ecb-dev F1 .904, with 2 .900
SMALL_CORPUS = 8  # fewer documents tell no frequency of words
FEWEST_COUNTED = 100  # documents that a smaller corpus is taken for: what all tell of one affair is no common word for that
SHINGLE_WORDS = 8  # words of one shingle
SHINGLES_KEPT = 4  # one shingle in so many is kept
COPY_SHARE = (
    0.5  # share of the shorter text's shingles found in the longer one: reprints .8 and more, other articles of one story under .1
)

UNIT = 1 << 16  # weights are compared as whole numbers of this part: sums of their products are exact
ARTICLES_A_RUN = 16


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
    days = np.array([day.toordinal() if (day := article.document.published) else math.nan for article in ordered])
    vectors = _vectors([_bag(article) for article in ordered])
    one, other = _met(days, vectors)
    likeness = _alike(ordered, vectors, one, other)
    near = ~(np.abs(days[one] - days[other]) > WINDOW_DAYS)  # true where a day is not known
    stories = average_link(len(ordered), one[near], other[near], likeness[near], SAME_STORY)
    likeness = np.where(near, likeness, OF_OTHER_TIMES * likeness)
    wider = [average_link(len(ordered), one, other, likeness, cut) for cut in (SAME_STORY, SAME_FIELD)]
    return Affairs(*(_unsorted(labels, order) for labels in (stories, *wider)))


def independent_texts(articles: Sequence[Article]) -> tuple[int, ...]:
    """Group the articles by text: articles of one number are reprints of one text, whole or for the most part."""
    order = sorted(range(len(articles)), key=lambda at: sort_key(articles[at]))
    shingles = [_shingles(articles[at].document.text) for at in order]
    holders: dict[int, list[int]] = defaultdict(list)
    for at, kept in enumerate(shingles):
        for shingle in kept:
            holders[shingle].append(at)
    keys, counts = np.unique(neighbours(list(holders.values()), len(order), NEIGHBOURS), return_counts=True)
    first = list(range(len(order)))
    for key, count in zip(keys.tolist(), counts.tolist(), strict=True):
        one, other = divmod(key, len(order))
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
    first = {sentence.span.start for sentence in article.sentences}
    found, starts = words_in(text, code)
    is_name = [start in named or (word[0].isupper() and start not in first) for word, start in zip(found, starts, strict=True)]
    told = list(compress(found, map(not_, is_name)))
    names = [part for place in article.places for part in (place.name or place.text).split()]
    names += compress(found, is_name)
    bag: dict[str, int] = Counter(map(concepts_of(code).__getitem__, told))
    for feature, count in Counter(map(name_feature, names)).items():
        bag[feature] = bag.get(feature, 0) + NAME_WEIGHT * count
    for identity in _identities(article):
        bag[identity] = bag.get(identity, 0) + NAME_WEIGHT
    bag.pop("", None)
    return bag


def _identities(article: Article) -> Iterable[str]:
    """Give the entries of the gazetteer and of the table of persons that a document names: the same in every language."""
    for event in article.events:
        yield from (f"@{person.key}" for person in event.participants if person.key in country_of())
    yield from (f"@{place.geonames_id}" for place in article.places if place.geonames_id is not None and place.kind in SITES)


def _named(article: Article) -> set[int]:
    """Give where the words of the participants' names start."""
    people = {person.span for event in article.events for person in event.participants if person.kind not in UNNAMED}
    text = article.document.text
    return {match.start() for begin, end in people for match in WORD.finditer(text, begin, end)}


def _vectors(bags: Sequence[Mapping[str, int]]) -> Entries:
    """Weigh the features of each document; what only one document has says nothing, unless there are few."""
    entries, count = entries_of(bags), len(bags)
    frequency = np.bincount(entries.features, minlength=len(entries.number))
    if count < SMALL_CORPUS:
        return entries._replace(values=_by_value(lambda times: 1 + math.log(times), entries.values))
    weight = _by_value(lambda holders: math.log((max(count, FEWEST_COUNTED) + 1) / (holders + 0.5)), frequency)
    kept = frequency[entries.features] > 1
    features, lengths = entries.features[kept], np.bincount(entries.owners[kept], minlength=count)
    values = _by_value(lambda times: 1 + math.log(times), entries.values[kept]) * weight[features]
    return Entries(entries.number, features, values, lengths)


def _by_value(function: Callable[[float], float], values: Ints | Floats) -> Floats:
    """Give what a function gives for each of many values, of which few differ."""
    different, number = np.unique(values, return_inverse=True)
    return np.array([function(value) for value in different.tolist()], dtype=np.float64)[number]


def _met(days: Floats, vectors: Entries) -> tuple[Ints, Ints]:
    """Give the pairs of articles that share a weighty feature and lie near in time.

    ``days`` are those of publication; not a number where one is not known.
    """
    count, owners = len(days), vectors.owners
    name = np.zeros(len(vectors.number), dtype=np.int64)  # of features that weigh the same, the first by name is taken
    name[[vectors.number[feature] for feature in sorted(vectors.number)]] = np.arange(len(vectors.number))
    order = np.lexsort((name[vectors.features], -vectors.values, owners))
    weighty = order[np.arange(len(order)) - (np.cumsum(vectors.lengths) - vectors.lengths)[owners] < FEATURES_A_DOCUMENT]
    weighty = weighty[np.argsort(vectors.features[weighty], kind="stable")]
    held = np.split(owners[weighty], np.flatnonzero(np.diff(vectors.features[weighty])) + 1)
    rare = [holders for holders in held if len(holders) <= FREQUENT]
    frequent = [holders for holders in held if len(holders) > FREQUENT]
    keys = np.unique(np.concatenate([neighbours(rare, count, NEIGHBOURS), neighbours(frequent, count, FEW)]))
    one, other = keys // max(1, count), keys % max(1, count)
    near = ~(np.abs(days[one] - days[other]) > SAGA_DAYS)  # true where a day is not known
    return one[near], other[near]


def _alike(articles: Sequence[Article], vectors: Entries, one: Ints, other: Ints) -> Floats:
    """Give the cosine of each pair; of two languages over what both can tell, more where they share a name than where not."""
    codes = [pack_for(article.document.language).code for article in articles]
    number = {code: at for at, code in enumerate(dict.fromkeys(codes))}
    language = np.array([number[code] for code in codes], dtype=np.int64)
    shared = _shared_keys(set(codes))
    named = np.array([feature[0] in NAMES for feature in vectors.number], dtype=np.bool_)
    both = named | np.array([feature in shared for feature in vectors.number], dtype=np.bool_)
    lengths = np.stack([_lengths(vectors, np.ones(len(both), dtype=np.bool_)), _lengths(vectors, both)], axis=1)
    rows, names = Rows(vectors, UNIT * vectors.values), Rows(vectors, named[vectors.features].astype(np.float64))
    found = [np.zeros(0)]
    bounds = [*np.searchsorted(one, np.arange(0, len(articles), ARTICLES_A_RUN)), len(one)]
    for start, stop in pairwise(bounds):
        first, second = one[start:stop], other[start:stop]
        dots = rows.products(first, second) / (UNIT * UNIT)
        across = language[first] != language[second]
        product = lengths[first, across.astype(int)] * lengths[second, across.astype(int)]
        cosine = np.divide(dots, product, out=np.zeros(len(first)), where=product > 0.0)
        if across.any():
            factor = np.where(names.products(first[across], second[across]) > 0.0, ACROSS, NAMELESS)
            cosine[across] = np.minimum(1.0, factor * cosine[across])
        found.append(cosine)
    return np.concatenate(found)


def _shared_keys(codes: set[str]) -> frozenset[str]:
    """Give the neutral keys that can be told in more than one of the languages."""
    return frozenset(key for code in sorted(codes) for key in linking_words(code).concepts.values())


def _lengths(vectors: Entries, counted: Flags) -> Floats:
    """Give the length of each vector over the features that count."""
    values = np.where(counted[vectors.features], vectors.values, 0.0)
    return np.sqrt(np.bincount(vectors.owners, values * values, len(vectors.lengths)))


def _shingles(text: str) -> frozenset[int]:
    """Hash every run of words, and keep a fixed share of the hashes; a short text keeps them all."""
    tokens = folded(WORD.findall(text))
    line = " ".join(tokens).encode("utf-8", "surrogatepass")
    lengths = map(len, tokens) if line.isascii() else (len(token.encode("utf-8", "surrogatepass")) for token in tokens)
    starts = [0, *accumulate(length + 1 for length in lengths)]
    ends = starts[SHINGLE_WORDS:] or starts[-1:]
    runs = [zlib.crc32(line[start : end - 1]) for start, end in zip(starts, ends, strict=False)]
    kept = frozenset([run for run in runs if run % SHINGLES_KEPT == 0])
    return kept if len(kept) >= SHINGLE_WORDS else frozenset(runs)
