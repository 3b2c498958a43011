"""Accounts → arrays: each field of all accounts as one column, each set of features as rows of a sparse table.

Scoring compares hundreds of pairs an article; over columns the same sums cost a tenth of what they cost pair by pair.
"""

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from operator import attrgetter
from typing import Any

import numpy as np

from extract.happenings.account import Account
from extract.happenings.apart import is_sharp
from extract.happenings.bags import CLASS_MARK
from extract.happenings.figures import told_figures
from extract.sparse import Entries, Flags, Floats, Ints, Rows, entries_of

WHO, SIDE, DOER, DONE_TO, FULL_NAME = 1, 2, 4, 8, 16  # marks of an actor in ``Columns.actors``
THING, OBJECT, CLASS = 1, 2, 4  # marks of a feature in ``Columns.things``
UNKNOWN = 1.0  # weight of a word that only plain verbs have beside them
YEAR, MONTH = 366, 31
PAST_DAYS = 45  # what is told of so long before the news is not the news
PERSONS = frozenset({"arrested", "people"})  # units that count those to whom a thing is done
COMMON = 0.3  # a word this frequent (weight from 0 to 1) is no object that tells two happenings apart
UNIT = 1 << 20  # word vectors hold whole numbers of this length: their sums are exact, whatever the order
REALITY = {"asserted": 0, "planned": 1, "hypothetical": 1, "reported opinion": 1, "negated": 2}


class Columns:
    """The fields of all accounts that linking compares, by the number of the account."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self.accounts = accounts
        kinds, articles = self._told("kind"), self._told("article")
        self.kinds = list(dict.fromkeys(kinds))
        self.kind, self.heads, self.speaker = _numbered(kinds), _numbered(self._told("heads")), _numbered(self._told("speaker"))
        self.article, self.story, self.language = (
            np.array(articles),
            np.array(self._told("story")),
            _numbered(self._told("language")),
        )
        own = (account.event.same_as is None for account in accounts)  # what only calls another again is none of its own
        told = Counter(pair for pair, is_own in zip(zip(articles, kinds, strict=True), own, strict=True) if is_own)
        self.alone = np.array([told[pair] == 1 for pair in zip(articles, kinds, strict=True)], dtype=np.bool_)
        self.tells = np.zeros((max(articles, default=0) + 1, len(self.kinds)), dtype=np.bool_)  # which article tells which kinds
        if accounts:
            self.tells[self.article, self.kind] = True
        self.saga, self.field = np.array(self._told("saga")), np.array(self._told("field"))
        self.harks_to = np.array(self._told("harks_to"))
        self.sentence = np.array([account.event.sentence_index for account in accounts])
        self.meant = _meant(accounts, articles)
        self.number = np.array([account.number for account in accounts])
        answered = (account.event.answered_by for account in accounts)
        self.answered = np.array([-1 if at is None else at for at in answered])
        self.has_heads, self.has_speaker = self._flags("heads"), self._flags("speaker")
        self.speech, self.one_day, self.quoted = self._flags("speech"), self._flags("one_day"), self._flags("quoted")
        self.pair, self.turned, self.another = self._flags("pair"), self._flags("turned"), self._flags("another")
        modalities = self._told("modality")
        self.reality = np.array([REALITY[modality] for modality in modalities])
        self.rank = np.array(self._told("rank"))
        self.asserted = np.array([modality == "asserted" for modality in modalities], dtype=np.bool_)
        self.planned = np.array([modality == "planned" for modality in modalities], dtype=np.bool_)
        self._set_days()
        self._set_places()
        self._set_actors()
        self._set_words()

    def _told(self, field: str) -> list[Any]:
        return list(map(attrgetter(field), self.accounts))

    def _flags(self, field: str) -> Flags:
        return _flags(self._told(field))

    def _set_days(self) -> None:
        told = self._told("days")
        days = [its or (0, 0) for its in told]
        self.dated, self.days_told = _flags(told), self._flags("days_told")
        self.published = np.array(self._told("published"))
        self.first, self.last = np.array([first for first, _ in days]), np.array([last for _, last in days])
        age = np.where(self.published > 0, self.published - self.last, 0)
        told_long_ago = self.dated & (age > YEAR) & (self.last - self.first < MONTH)  # by words near it, if not by its own
        self.past = self.days_told & (age > PAST_DAYS) | told_long_ago

    def _set_places(self) -> None:
        places = self._told("place")
        self.place_told = self._flags("place_told")
        self.sited = _flags([site is not None for site in self._told("site")])
        self.placed = _flags([place is not None and place.latitude is not None for place in places])
        countries = [place.country or "" if place else "" for place in places]
        self.country, self.has_country = _numbered(countries), _flags(countries)
        self.sharp = _flags(map(is_sharp, places))
        self.radius = np.array([place.radius_km if place else 0.0 for place in places])
        latitude = np.radians([(place.latitude if place else None) or 0.0 for place in places])
        longitude = np.radians([(place.longitude if place else None) or 0.0 for place in places])
        flat = np.cos(latitude)
        self.point = np.stack([flat * np.cos(longitude), flat * np.sin(longitude), np.sin(latitude)], axis=1)

    def _set_actors(self) -> None:
        who, sides, doers, done_to = (self._told(field) for field in ("who", "sides", "doers", "done_to"))
        sets = (
            ((WHO, its[0]), (SIDE, its[1]), (DOER, its[2]), (DONE_TO, its[3]), (FULL_NAME, filter(_is_full, its[0])))
            for its in zip(who, sides, doers, done_to, strict=True)
        )
        self.actors = Rows(entries_of([_marked(*these) if these[0][1] else {} for these in sets]))
        self.who, self.sides = np.array(list(map(len, who))), np.array(list(map(len, sides)))
        self.doers, self.done_to = _flags(doers), _flags(done_to)
        self.teams = _flags([len(its) > 1 and sum([side[:1] == "@" for side in its]) > 1 for its in sides])
        several = [bool(its) and any(one.unit in PERSONS and one.low > 1 for one in its) for its in self._told("figures")]
        self.several = _flags([many and not its for its, many in zip(done_to, several, strict=True)])
        self.named = _flags([len(its) == 1 and not many for its, many in zip(done_to, several, strict=True)])
        self.full_names = _flags([not its or all(" " in key for key in its) for its in done_to])

    def _set_words(self) -> None:
        bags, objects = self._told("bag"), self._told("objects")
        words = entries_of(bags)
        weight = _weights(words, ~self._flags("everyday"))
        self.words = Rows(words, _vectors(words, weight))
        known = [(feature, value) for feature, value in zip(words.number, weight.tolist(), strict=True) if not math.isnan(value)]
        common = {feature for feature, value in known if value <= COMMON}
        classes = {feature for feature, value in known if value > COMMON and feature[0] == CLASS_MARK}
        rows = []
        for things, its, bag in zip(self._told("things"), objects, bags, strict=True):
            told = classes.intersection(bag) if classes else ()
            plain = dict.fromkeys(things - common, THING)
            rows.append(_marked((THING, plain), (OBJECT, its), (CLASS, told)) if its or told else plain)
        self.things = Rows(entries_of(rows))
        self.objects = _flags(objects)
        self.figures = self._flags("figures") | self._flags("ages")
        self.same_figures = _firsts(map(told_figures, self.accounts))  # the first account that tells the same


def _marked(*sets: tuple[int, Iterable[str]]) -> dict[str, int]:
    """Give each feature the marks of the sets that hold it."""
    marks: dict[str, int] = {}
    for mark, features in sets:
        for feature in features:
            marks[feature] = marks.get(feature, 0) | mark
    return marks


def _is_full(key: str) -> bool:
    return " " in key


def _weights(words: Entries, counted: Flags) -> Floats:
    """Weigh the words of the accounts that are counted from 0 to 1, the rare ones more; not a number where none has a word."""
    total = int(counted.sum())
    frequency = np.bincount(words.features[counted[words.owners]], minlength=len(words.number))
    weight = np.full(len(words.number), math.nan)
    told = frequency > 0
    weight[told] = np.log((total + 1) / frequency[told]) / (math.log(total + 1) or 1.0)
    return weight


def _vectors(words: Entries, weight: Floats) -> Floats:
    """Give the weighted words of each account as a vector of length ``UNIT``."""
    weighted = words.values * np.where(np.isnan(weight), UNKNOWN, weight)[words.features]
    length = np.sqrt(np.bincount(words.owners, weighted * weighted, len(words.lengths)))[words.owners]
    return np.divide(UNIT * weighted, length, out=np.zeros(len(weighted)), where=length > 0.0)


def _numbered(values: Sequence[str]) -> Ints:
    """Give each value its number, in the order of their first telling."""
    number = {value: at for at, value in enumerate(dict.fromkeys(values))}
    return np.array([number[value] for value in values], dtype=np.int64)


def _firsts(values: Iterable[Hashable]) -> Ints:
    """Give for each value where the first that equals it stands."""
    first: dict[Hashable, int] = {}
    return np.array([first.setdefault(value, at) for at, value in enumerate(values)], dtype=np.int64)


def _flags(values: Iterable[object]) -> Flags:
    return np.array(list(map(bool, values)), dtype=np.bool_)


def _meant(accounts: Sequence[Account], articles: Sequence[int]) -> Ints:
    """Give the account that the words of another mean, "these remarks"; -1 for what means none."""
    numbers: dict[tuple[int, int | None], int] = {
        (article, account.number): at for at, (article, account) in enumerate(zip(articles, accounts, strict=True))
    }
    named = ((article, account.event.same_as) for article, account in zip(articles, accounts, strict=True))
    return np.array([numbers.get(pair, -1) for pair in named])
