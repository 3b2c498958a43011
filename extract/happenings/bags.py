"""The words of an article's sentences as features: concepts, classes and names that are the same in every language."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, compress
from typing import NamedTuple

from extract.happenings.families import LEFT_BEHIND
from extract.happenings.people import COMMON, key_of
from extract.kinds import kind_named
from extract.language import load_pack, pack_for
from extract.language.letters import plain_text
from extract.language.lexicon import words_in, words_of
from extract.language.linking import concept, linking_words, name_feature, neutral_key
from extract.language.triggers import trigger_tables
from extract.models import Article, Event, PlaceMention, Quantity, Span
from extract.names import name_key
from extract.quantities import quantities_in
from extract.quantities.beside import doers_of, told_of
from extract.text import MOST_FOLDED, Remembered, fold
from extract.text import key_of as word_key

NEAR_LETTERS = 60  # words this near the trigger count whole, the rest of the sentence less
FAR_WEIGHT = 0.4
COUNT_LETTERS = 20  # a word that counts the dead stands this near to the word for their death
ANOTHER_LETTERS = 12  # behind a noun among which such a word stands
ANOTHER = "another"  # the turn of what is none of the things told before
DEATHBED = "deathbed"  # the turn of a death of wounds, which an article without an incident does not tell
STRUCK = frozenset({"conflict", "disaster", "health"})  # colours of kinds that wound, or of which several fall ill
TURN_LETTERS = {"remand": 12, "acquittal": 0, "deathbed": 30}  # letters beside a trigger where the words of a turn stand
FIGURE_LETTERS = 100  # figures this near the trigger are the event's
NAME_WEIGHT = 1.5  # a name says more than a word
CLASS_WEIGHT = 0.5  # "a weapon" less than "a missile"
OBJECT_BEHIND, OBJECT_BEFORE = 5, 2  # words behind and before a trigger among which its object is; turned where verbs come last
OLDEST = 115  # years of a person
NO_AGES: frozenset[int] = frozenset()
_DIGIT = re.compile(r"\d")
RANKS = {neutral_key(word): rank for rank, word in enumerate(("first", "second", "third", "fourth"), 1)}
_RANKED = frozenset(RANKS)
RANK_BEFORE = 2  # words before a trigger among which the word stands that numbers it: "the second powerful blast"
NAME_MARKS = "@^"  # what names and places begin with
CLASS_MARK = "%"
_WEIGHTS = {**dict.fromkeys(NAME_MARKS, NAME_WEIGHT), CLASS_MARK: CLASS_WEIGHT}  # of names and classes; other features weigh 1


class Bags:
    """The features of one article's sentences, each sentence read once.

    ``actors`` gives the actor of a participant's key, ``parts`` that of a part of a name, in the article's story.
    """

    def __init__(self, article: Article, actors: Mapping[str, str], parts: Mapping[str, str]) -> None:
        self._article = article
        self._document = article.document
        self._code = pack_for(article.document.language).code
        self._parts = parts
        self._words = linking_words(self._code)
        self._found: dict[Span, _Features] = {}
        self._said: dict[Span, frozenset[str]] = {}
        self._passages: dict[Span, str] = {}
        self._figures: dict[Span, tuple[Quantity, ...]] = {}
        self._ages: dict[Span, list[tuple[int, int]]] = {}
        self._triggers: dict[tuple[Span, str], list[Span]] = defaultdict(list)
        self._answering: dict[Span, list[Span]] = defaultdict(list)
        self._names: dict[int, tuple[int, str]] = {place.span.start: (place.span.end, _place(place)) for place in article.places}
        told = (kind_named(event.kind) for event in article.events)
        self._struck = any(kind.colour in STRUCK and kind.one_day and kind.family not in LEFT_BEHIND for kind in told)
        for event in article.events:
            self._triggers[event.sentence, event.kind].append(event.span)
            if event.answered_by is not None:
                answer = article.events[event.answered_by].span
                self._answering[event.span].append(answer)
                self._answering[answer].append(event.span)
            for person in event.participants:
                if person.kind == COMMON:
                    continue
                actor = actors.get(key_of(person), key_of(person))
                self._names[person.span.start] = (person.span.end, actor if actor[:1] in NAME_MARKS else f"^{actor}")

    def around(self, event: Event) -> dict[str, float]:
        """Weigh the features of the event's sentence: words near the trigger more, its own words not at all."""
        features = self._features(event.sentence)
        told, all_starts, (first, behind) = features.told, features.all_starts, event.span
        least, most = bisect_left(all_starts, first - NEAR_LETTERS), bisect_left(all_starts, behind + NEAR_LETTERS)
        last = bisect_left(all_starts, behind)
        begin = last if event.span == event.sentence else bisect_left(all_starts, first)  # all of it may be what was said
        inside, near = told[begin:last], told[least:begin] + told[last:most]
        bag = features.far.copy() if least or most < len(told) else features.weight.copy()
        for feature in inside:
            if feature in bag and feature not in near and inside.count(feature) == told.count(feature):
                del bag[feature]
        if least or most < len(told):
            bag.update(zip(near, map(features.weight.__getitem__, near), strict=True))
        return bag

    def things(self, event: Event, *, speech: bool) -> frozenset[str]:
        """Give the features of the words where the object of the trigger stands; of the whole sentence for what is said."""
        features = self._features(event.sentence)
        if speech:
            if (said := self._said.get(event.sentence)) is None:
                said = frozenset([feature for feature in features.weight if feature[0] not in NAME_MARKS])
                self._said[event.sentence] = said
            return said
        head = concept((event.lemma or event.trigger).split()[-1], self._code)
        starts, plain = features.starts, features.plain
        first, behind = bisect_left(starts, event.span.start), bisect_left(starts, event.span.end)
        inside = [feature for feature in plain[first:behind] if feature != head]
        most_behind, most_before = OBJECT_BEHIND, OBJECT_BEFORE
        if self._words.verb_last:
            most_behind, most_before = most_before, most_behind
        return frozenset([*plain[max(0, first - most_before) : first], *inside, *plain[behind : behind + most_behind]])

    def rank(self, event: Event) -> int:
        """Give the number that a word right before the trigger gives it, or in it: "the second blast"; 0 without one."""
        features = self._features(event.sentence)
        if not features.ranked:
            return 0
        first, behind = bisect_left(features.starts, event.span.start), bisect_left(features.starts, event.span.end)
        near = features.plain[max(0, first - RANK_BEFORE) : behind + self._words.ranks_behind]
        return next((RANKS[feature] for feature in near if feature in RANKS), 0)

    def is_another(self, event: Event) -> bool:
        """Say whether words before the trigger, or in it, tell it apart from all that was told before: "in another attack".

        They stand behind the noun where what numbers it does: "serangan serupa".
        """
        pattern = self._words.turns.get(ANOTHER)
        if pattern is None or not pattern.search(self.passage(event.sentence)):  # as most sentences are
            return False
        behind = min(event.sentence.end, event.span.end + self._words.ranks_behind * ANOTHER_LETTERS)
        return bool(pattern.search(fold(self._document.text[event.sentence.start : behind])))

    def ages(self, event: Event) -> frozenset[int]:
        """Give the ages told near the trigger: they tell one person from another where no name does."""
        if (told := self._ages.get(event.sentence)) is None:
            told = self._ages[event.sentence] = self._ages_in(event.sentence)
        least, most = event.span.start - FIGURE_LETTERS, event.span.end + FIGURE_LETTERS
        return frozenset([age for at, age in told if least <= at < most]) if told else NO_AGES

    def _ages_in(self, sentence: Span) -> list[tuple[int, int]]:
        """Give where the ages of a sentence stand, and each of them."""
        told = self._document.text[sentence.start : sentence.end]
        if not _DIGIT.search(told):
            return []
        found = ((match.start(), next(filter(None, match.groups()))) for match in self._words.ages.finditer(told))
        return [(sentence.start + at, int(age)) for at, age in found if int(age) <= OLDEST]

    def takes(self, event: Event, turn: str) -> bool:
        """Say whether the trigger or the words beside it tell of a turn that others of its kind do not take."""
        pattern = self._words.turns.get(turn)
        if pattern is None or (turn == DEATHBED and not self._struck):  # whoever dies of an illness dies in hospital too
            return False
        letters = TURN_LETTERS[turn]
        first, behind = max(event.sentence.start, event.span.start - letters), min(event.sentence.end, event.span.end + letters)
        return pattern.search(fold(self._document.text[first:behind])) is not None

    def figures(self, event: Event) -> tuple[Quantity, ...]:
        """Give the figures of the event's sentence that stand near its trigger."""
        if event.sentence not in self._figures:
            self._figures[event.sentence] = quantities_in(self._article, event.sentence)
        if not self._figures[event.sentence]:
            return ()
        rivals = [span for span in self._rivals(event) if span != event.span]
        near = [figure for figure in self._figures[event.sentence] if _is_near(figure.source.span, event.span, rivals)]
        return told_of(event.kind, near, event.span, self._document.text, doers_of(event))

    def _rivals(self, event: Event) -> Iterator[Span]:
        """Yield the triggers that a figure may stand nearer to: those of its kind, and of what it answers or is answered by."""
        yield from self._triggers[event.sentence, event.kind]
        yield from self._answering.get(event.span, ())

    def is_count(self, event: Event) -> bool:
        """Say whether a word that counts the dead stands in or beside the trigger: "the toll of deaths rose on Friday"."""
        first, behind = (
            max(event.sentence.start, event.span.start - COUNT_LETTERS),
            min(event.sentence.end, event.span.end + COUNT_LETTERS),
        )
        told = self._document.text[first:behind]
        kept = self._words.accents_kept
        return any(word_key(told[start:end], accents=kept) in self._words.toll for start, end in words_of(told, self._code))

    def passage(self, sentence: Span) -> str:
        """Give the folded sentence: the same in copies."""
        if sentence not in self._passages:
            self._passages[sentence] = fold(self._document.text[sentence.start : sentence.end])
        return self._passages[sentence]

    def _features(self, sentence: Span) -> "_Features":
        if sentence not in self._found:
            self._found[sentence] = self._read(sentence)
        return self._found[sentence]

    def _read(self, sentence: Span) -> "_Features":
        names, parts, code = self._names, self._parts, self._code
        words, starts = words_in(
            plain_text(self._document.text[sentence.start : sentence.end], load_pack(code)), code, sentence.start
        )
        behind, last = sentence.start, ""
        told: list[str] = []
        all_starts: list[int] = []
        marked: list[str] = []  # names and classes
        classed: list[str] = []
        for folded, begin in zip(map(_folded_words(code).__getitem__, words), starts, strict=True):
            if begin < behind:
                continue
            if begin in names:
                behind, feature = names[begin]
            elif isinstance(folded, str):  # most words
                if folded:
                    told.append(folded)
                    all_starts.append(begin)
                last = folded
                continue
            else:
                feature, classes, key, name = folded
                if actor := parts.get(key):
                    feature = f"^{actor}"
                elif name and begin != sentence.start:
                    feature = name
                if classes:
                    told += classes
                    all_starts += [begin] * len(classes)
                    classed += classes
            if feature:
                if feature[0] not in NAME_MARKS:
                    told.append(feature)
                    all_starts.append(begin)
                elif feature != last:
                    told.append(feature)
                    all_starts.append(begin)
                    marked.append(feature)
            last = feature
        weight, far = dict.fromkeys(told, 1.0), dict.fromkeys(told, FAR_WEIGHT)
        for feature in chain(marked, classed):
            weight[feature] = full = _WEIGHTS[feature[0]]
            far[feature] = FAR_WEIGHT * full
        plain, plain_starts = told, all_starts
        if classed:
            is_plain = [feature[0] != CLASS_MARK for feature in told]
            plain, plain_starts = list(compress(told, is_plain)), list(compress(all_starts, is_plain))
        return _Features(told, all_starts, weight, far, plain_starts, plain, ranked=not _RANKED.isdisjoint(plain))


def _is_near(figure: Span, trigger: Span, rivals: Sequence[Span]) -> bool:
    """Say whether a figure stands near a trigger, and none of the same kind is nearer."""
    between = _between(figure, trigger)
    return between <= FIGURE_LETTERS and all(between <= _between(figure, rival) for rival in rivals)


def _between(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


class _Features(NamedTuple):
    """The features of one sentence, in the order of its words."""

    told: list[str]
    all_starts: list[int]  # of the words that tell them
    weight: dict[str, float]  # of each near the trigger
    far: dict[str, float]  # and far from it
    starts: list[int]  # of the plain ones: words and names, not classes
    plain: list[str]
    ranked: bool  # a word among them numbers something


def _place(place: PlaceMention) -> str:
    if place.kind in {"country", "demonym"} and place.country:
        return f"@{place.country}"
    return f"@{place.geonames_id or place.name}"


class _Folded(NamedTuple):
    """What a word is that may be part of a name, or belongs to classes."""

    feature: str  # its concept
    classes: tuple[str, ...]
    key: str  # by which a part of a name told in the story is known; "" for words that are none
    name: str  # its feature where it is a name that the story does not know; "" for none


@cache
def _folded_words(code: str) -> Mapping[str, str | _Folded]:
    """Give what a word is by the word; of most words, which are no part of a name and of no class, the concept alone."""
    pack, words = load_pack(code), linking_words(code)
    classes, kept = trigger_tables(pack).classes, pack.accents_kept

    def read(word: str) -> str | _Folded:
        found = tuple([f"{CLASS_MARK}{one}" for one in classes.get(word_key(word, accents=kept), ())])
        feature, cased = concept(word, code), word[0].isupper()
        if word.isascii() and not cased:
            return _Folded(feature, found, "", "") if found or feature.startswith(tuple(NAME_MARKS)) else feature
        may_be_name = cased or word_key(word, accents=words.accents_kept) not in words.concepts
        return _Folded(feature, found, name_key(word) if may_be_name else "", name_feature(word) if cased else "")

    return Remembered(read, MOST_FOLDED)
