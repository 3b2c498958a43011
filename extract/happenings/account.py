"""Events → accounts: one event as linking compares it, every field folded so that languages meet.

Articles go in, in their canonical order, with their stories; out comes one account an event.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.happenings.people import actors, key_of
from extract.kinds import kind_named
from extract.language import pack_for
from extract.language.linking import concept, linking_words, name_feature
from extract.models import Article, Event, Modality, Quantity, Span, Where
from extract.quantities import find_quantities
from extract.text import fold, words

NEAR_LETTERS = 60  # words this near the trigger count whole, the rest of the sentence less
FAR_WEIGHT = 0.4
NAME_WEIGHT = 1.5  # a name says more than a word
TOLD = 0.6  # confidence from which days and places are an event's own, not lent by the document's focus or another event
OBJECT_BEHIND, OBJECT_BEFORE = 5, 2  # words behind and before a trigger among which its object is; the other way round
# in languages whose verb comes last


@dataclass(frozen=True, slots=True)
class Account:
    """One event, as it is compared with others."""

    article: int
    number: int  # of the event in its article
    event: Event
    story: int
    text: int  # number of the independent text
    family: str
    near: frozenset[str]  # kinds that may be the same happening, its own included
    speech: bool
    one_day: bool
    heads: str
    days: tuple[int, int] | None  # ordinals, both ends known
    days_told: bool  # by words of its own, not by the document's focus or its publication
    place: Where | None
    place_told: bool
    who: frozenset[str]
    roles: Mapping[str, frozenset[str]]  # role → actors
    speaker: str
    objects: frozenset[str]  # language-neutral keys that the extraction gave
    things: frozenset[str]  # concepts and names of the few words where the trigger's object stands
    quoted: bool  # the sentence itself is what was said
    figures: tuple[Quantity, ...]
    bag: Mapping[str, float]
    passage: str  # the folded sentence: equal in copies
    actor_of: Mapping[str, str]  # a participant's key → the actor of the story

    @property
    def kind(self) -> str:
        """The kind of the event."""
        return self.event.kind

    @property
    def modality(self) -> Modality:
        """The modality of the event."""
        return self.event.modality


def accounts_of(articles: Sequence[Article], stories: Sequence[int], texts: Sequence[int]) -> list[Account]:
    """Give the account of every event, in the order of the articles."""
    known = _actors_by_story(articles, stories)
    accounts: list[Account] = []
    for at, article in enumerate(articles):
        bags = _SentenceBags(article, known[stories[at]])
        accounts.extend(
            _account(at, number, article, stories[at], texts[at], known[stories[at]], bags) for number in range(len(article.events))
        )
    return accounts


def days_of(event: Event) -> tuple[int, int] | None:
    """Give the first and last day of an event as ordinals; an open end is closed at the other."""
    when = event.when
    if when is None or (when.first_day is None and when.last_day is None):
        return None
    first, last = when.first_day or when.last_day, when.last_day or when.first_day
    if first is None or last is None:
        return None
    return first.toordinal(), max(first, last).toordinal()


def is_told(event: Event) -> bool:
    """Say whether the days come from words of the event's own clause, sentence or discourse."""
    return event.when is not None and event.when.how in {"explicit", "relative"} and event.when.confidence >= TOLD


def _account(
    at: int, number: int, article: Article, story: int, text: int, known: Mapping[str, str], bags: "_SentenceBags"
) -> Account:
    event = article.events[number]
    its = kind_named(event.kind)
    roles: dict[str, set[str]] = defaultdict(set)
    for participant in event.participants:
        roles[participant.role].add(known.get(key_of(participant), key_of(participant)))
    speaker = known.get(key_of(event.said_by), key_of(event.said_by)) if event.said_by else ""
    return Account(
        at,
        number,
        event,
        story,
        text,
        its.family,
        _near_kinds(event.kind),
        its.speech,
        its.one_day,
        concept(event.lemma or event.trigger.split()[-1], pack_for(article.document.language).code),
        days_of(event),
        is_told(event),
        event.where,
        event.where is not None and event.where.confidence >= TOLD,
        frozenset(actor for role, found in roles.items() for actor in found),
        {role: frozenset(found) for role, found in sorted(roles.items())},
        speaker,
        frozenset(event.objects),
        bags.things(event),
        event.span == event.sentence or event.span.end - event.span.start > (event.sentence.end - event.sentence.start) // 2,
        event.quantities or bags.figures(event),
        bags.around(event),
        fold(article.document.text[event.sentence.start : event.sentence.end]),
        known,
    )


def _actors_by_story(articles: Sequence[Article], stories: Sequence[int]) -> dict[int, Mapping[str, str]]:
    named: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for article, story in zip(articles, stories, strict=True):
        for event in article.events:
            people = (*event.participants, event.said_by) if event.said_by else event.participants
            named[story].extend((key_of(person), person.name, person.kind) for person in people)
    return {story: actors(named[story]) for story in sorted(set(stories))}


@cache
def _near_kinds(name: str) -> frozenset[str]:
    return frozenset({name, *kind_named(name).near})


class _SentenceBags:
    """The words of an article's sentences as concepts, found once a sentence."""

    def __init__(self, article: Article, known: Mapping[str, str]) -> None:
        self._text = article.document.text
        self._code = pack_for(article.document.language).code
        self._found: dict[Span, list[tuple[int, str]]] = {}
        self._names: dict[int, tuple[int, str]] = {}
        self._figures: dict[Span, tuple[Quantity, ...]] = {}
        self._document = article.document
        for place in article.places:
            self._names[place.span.start] = (place.span.end, f"@{place.geonames_id or place.name}")
        for event in article.events:
            for person in event.participants:
                self._names[person.span.start] = (person.span.end, known.get(key_of(person), key_of(person)))

    def around(self, event: Event) -> dict[str, float]:
        """Weigh the features of the event's sentence: words near the trigger more, its own words not at all."""
        bag: dict[str, float] = {}
        for start, feature in self._features(event.sentence):
            if event.span.start <= start < event.span.end:
                continue
            weight = 1.0 if event.span.start - NEAR_LETTERS <= start < event.span.end + NEAR_LETTERS else FAR_WEIGHT
            weight *= NAME_WEIGHT if feature[0] in "@^" else 1.0
            bag[feature] = max(weight, bag.get(feature, 0.0))
        return bag

    def things(self, event: Event) -> frozenset[str]:
        """Give the features of the words where the object of the trigger stands."""
        features = self._features(event.sentence)
        behind = [feature for start, feature in features if start >= event.span.end]
        before = [feature for start, feature in features if start < event.span.start]
        if linking_words(self._code).verb_last:
            return frozenset(before[-OBJECT_BEHIND:] + behind[:OBJECT_BEFORE])
        return frozenset(behind[:OBJECT_BEHIND] + before[-OBJECT_BEFORE:])

    def figures(self, event: Event) -> tuple[Quantity, ...]:
        """Give the figures of the event's sentence that stand near its trigger."""
        if event.sentence not in self._figures:
            document = self._document
            self._figures[event.sentence] = find_quantities(document.id, document.text, event.sentence, document.language)
        least, most = event.span.start - NEAR_LETTERS, event.span.end + NEAR_LETTERS
        return tuple(quantity for quantity in self._figures[event.sentence] if least <= quantity.source.span.start < most)

    def _features(self, sentence: Span) -> list[tuple[int, str]]:
        if sentence not in self._found:
            self._found[sentence] = list(self._read(sentence))
        return self._found[sentence]

    def _read(self, sentence: Span) -> list[tuple[int, str]]:
        features, behind = [], sentence.start
        for start, end in words(self._text[sentence.start : sentence.end]):
            begin, stop = sentence.start + start, sentence.start + end
            if begin < behind:
                continue
            if begin in self._names:
                behind, feature = self._names[begin]
            else:
                word = self._text[begin:stop]
                named = word[0].isupper() and begin > sentence.start
                feature = (name_feature(word) if named else "") or concept(word, self._code)
            if feature:
                features.append((begin, feature))
        return features
