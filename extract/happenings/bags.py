"""The words of an article's sentences as features: concepts, classes and names that are the same in every language."""

from collections.abc import Iterable, Mapping
from functools import cache

from extract.happenings.people import key_of
from extract.language import load_pack, pack_for
from extract.language.lexicon import words_of
from extract.language.linking import concept, linking_words, name_feature
from extract.language.triggers import trigger_tables
from extract.models import Article, Event, PlaceMention, Quantity, Span
from extract.names import name_key
from extract.quantities import quantities_in
from extract.text import fold

NEAR_LETTERS = 60  # words this near the trigger count whole, the rest of the sentence less
FAR_WEIGHT = 0.4
FIGURE_LETTERS = 100  # figures this near the trigger are the event's
NAME_WEIGHT = 1.5  # a name says more than a word
CLASS_WEIGHT = 0.5  # "a weapon" less than "a missile"
OBJECT_BEHIND, OBJECT_BEFORE = 5, 2  # words behind and before a trigger among which its object is; turned where verbs come last
NAME_MARKS = "@^"  # what names and places begin with
CLASS_MARK = "%"


class Bags:
    """The features of one article's sentences, each sentence read once.

    ``actors`` gives the actor of a participant's key, ``parts`` that of a part of a name, in the article's story.
    """

    def __init__(self, article: Article, actors: Mapping[str, str], parts: Mapping[str, str]) -> None:
        self._article = article
        self._document = article.document
        self._code = pack_for(article.document.language).code
        self._parts = parts
        self._found: dict[Span, list[tuple[int, str]]] = {}
        self._figures: dict[Span, tuple[Quantity, ...]] = {}
        self._names: dict[int, tuple[int, str]] = {place.span.start: (place.span.end, _place(place)) for place in article.places}
        for event in article.events:
            for person in event.participants:
                actor = actors.get(key_of(person), key_of(person))
                self._names[person.span.start] = (person.span.end, actor if actor[:1] in NAME_MARKS else f"^{actor}")

    def around(self, event: Event) -> dict[str, float]:
        """Weigh the features of the event's sentence: words near the trigger more, its own words not at all."""
        bag: dict[str, float] = {}
        for start, feature in self._features(event.sentence):
            if event.span.start <= start < event.span.end and event.span != event.sentence:
                continue
            weight = 1.0 if event.span.start - NEAR_LETTERS <= start < event.span.end + NEAR_LETTERS else FAR_WEIGHT
            weight *= NAME_WEIGHT if feature[0] in NAME_MARKS else CLASS_WEIGHT if feature[0] == CLASS_MARK else 1.0
            bag[feature] = max(weight, bag.get(feature, 0.0))
        return bag

    def things(self, event: Event, *, speech: bool) -> frozenset[str]:
        """Give the features of the words where the object of the trigger stands; of the whole sentence for what is said."""
        features = self._features(event.sentence)
        if speech:
            return frozenset(feature for _, feature in features if feature[0] not in NAME_MARKS)
        plain = [(start, feature) for start, feature in features if feature[0] != CLASS_MARK]
        head = concept((event.lemma or event.trigger).split()[-1], self._code)
        inside = [feature for start, feature in plain if event.span.start <= start < event.span.end and feature != head]
        behind = [feature for start, feature in plain if start >= event.span.end]
        before = [feature for start, feature in plain if start < event.span.start]
        most_behind, most_before = OBJECT_BEHIND, OBJECT_BEFORE
        if linking_words(self._code).verb_last:
            most_behind, most_before = most_before, most_behind
        return frozenset(before[-most_before:] + inside + behind[:most_behind])

    def figures(self, event: Event) -> tuple[Quantity, ...]:
        """Give the figures of the event's sentence that stand near its trigger."""
        if event.sentence not in self._figures:
            self._figures[event.sentence] = quantities_in(self._article, event.sentence)
        least, most = event.span.start - FIGURE_LETTERS, event.span.end + FIGURE_LETTERS
        return tuple(quantity for quantity in self._figures[event.sentence] if least <= quantity.source.span.start < most)

    def _features(self, sentence: Span) -> list[tuple[int, str]]:
        if sentence not in self._found:
            self._found[sentence] = list(self._read(sentence))
        return self._found[sentence]

    def _read(self, sentence: Span) -> Iterable[tuple[int, str]]:
        text = self._document.text
        behind, last = sentence.start, ""
        for start, end in words_of(text[sentence.start : sentence.end], self._code):
            begin, stop = sentence.start + start, sentence.start + end
            if begin < behind:
                continue
            if begin in self._names:
                behind, feature = self._names[begin]
            else:
                feature = self._word(text[begin:stop], first=begin == sentence.start)
                yield from ((begin, f"{CLASS_MARK}{name}") for name in _classes(self._code).get(fold(text[begin:stop]), ()))
            if feature and not (feature == last and feature[0] in NAME_MARKS):
                yield begin, feature
            last = feature

    def _word(self, word: str, *, first: bool) -> str:
        """Fold one word: a part of a name told in the story to its actor, other words to their concept."""
        cased = word[0].isupper()
        if cased or (not word.isascii() and fold(word) not in linking_words(self._code).concepts):
            actor = self._parts.get(name_key(word))
            if actor:
                return f"^{actor}"
        return (name_feature(word) if cased and not first else "") or concept(word, self._code)


def _place(place: PlaceMention) -> str:
    if place.kind in {"country", "demonym"} and place.country:
        return f"@{place.country}"
    return f"@{place.geonames_id or place.name}"


@cache
def _classes(code: str) -> Mapping[str, tuple[str, ...]]:
    return trigger_tables(load_pack(code)).classes
