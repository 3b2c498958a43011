"""Accounts → arrays: each field of all accounts as one column, each set of features as rows of a sparse table.

Scoring compares hundreds of pairs an article; over columns the same sums cost a tenth of what they cost pair by pair.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from extract.happenings.account import Account
from extract.happenings.apart import is_sharp
from extract.happenings.bags import CLASS_MARK
from extract.sparse import Entries, Flags, Floats, Ints, Rows, entries_of

WHO, SIDE, DOER, DONE_TO = 1, 2, 4, 8  # marks of an actor in ``Columns.actors``
THING, OBJECT, CLASS = 1, 2, 4  # marks of a feature in ``Columns.things``
UNKNOWN = 1.0  # weight of a word that only plain verbs have beside them
PAST_DAYS = 45  # what is told of so long before the news is not the news
PERSONS = frozenset({"arrested", "people"})  # units that count those to whom a thing is done
COMMON = 0.3  # a word this frequent (weight from 0 to 1) is no object that tells two happenings apart
UNIT = 1 << 20  # word vectors hold whole numbers of this length: their sums are exact, whatever the order
REALITY = {"asserted": 0, "planned": 1, "hypothetical": 1, "reported opinion": 1, "negated": 2}


class Columns:
    """The fields of all accounts that linking compares, by the number of the account."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self.accounts = accounts
        self.kinds = list(dict.fromkeys(account.kind for account in accounts))
        self.kind = _numbered([account.kind for account in accounts])
        self.article = np.array([account.article for account in accounts])
        self.story = np.array([account.story for account in accounts])
        self.language = _numbered([account.language for account in accounts])
        told = Counter((account.article, account.kind) for account in accounts)
        self.alone = _flags(told[account.article, account.kind] == 1 for account in accounts)
        self.saga = np.array([account.saga for account in accounts])
        self.field = np.array([account.field for account in accounts])
        self.harks_to = np.array([account.harks_to for account in accounts])
        self.sentence = np.array([account.event.sentence_index for account in accounts])
        numbers: dict[tuple[int, int | None], int] = {(a.article, a.number): at for at, a in enumerate(accounts)}
        self.meant = np.array([numbers.get((a.article, a.event.same_as), -1) for a in accounts])  # whom "these remarks" mean
        self.heads, self.speaker = _numbered([a.heads for a in accounts]), _numbered([a.speaker for a in accounts])
        self.has_heads, self.has_speaker = _flags(a.heads for a in accounts), _flags(a.speaker for a in accounts)
        self.speech, self.one_day = _flags(a.speech for a in accounts), _flags(a.one_day for a in accounts)
        self.quoted, self.pair = _flags(a.quoted for a in accounts), _flags(a.pair for a in accounts)
        self.reality = np.array([REALITY[account.modality] for account in accounts])
        self.turned = _flags(account.turned for account in accounts)
        self.rank = np.array([account.rank for account in accounts])
        self.asserted = _flags(account.modality == "asserted" for account in accounts)
        self.planned = _flags(account.modality == "planned" for account in accounts)
        self._set_days()
        self._set_places()
        self._set_actors()
        self._set_words()

    def _set_days(self) -> None:
        days = [account.days or (0, 0) for account in self.accounts]
        self.dated, self.days_told = _flags(a.days for a in self.accounts), _flags(a.days_told for a in self.accounts)
        self.published = np.array([account.published for account in self.accounts])
        self.first, self.last = np.array([first for first, _ in days]), np.array([last for _, last in days])
        self.past = self.days_told & (self.published - self.last > PAST_DAYS)

    def _set_places(self) -> None:
        places = [account.place for account in self.accounts]
        self.place_told = _flags(account.place_told for account in self.accounts)
        self.placed = _flags(place is not None and place.latitude is not None for place in places)
        self.sharp = _flags(map(is_sharp, places))
        self.country = _numbered([place.country or "" if place else "" for place in places])
        self.has_country = _flags(place and place.country for place in places)
        self.radius = np.array([place.radius_km if place else 0.0 for place in places])
        latitude = np.radians([(place.latitude if place else None) or 0.0 for place in places])
        longitude = np.radians([(place.longitude if place else None) or 0.0 for place in places])
        flat = np.cos(latitude)
        self.point = np.stack([flat * np.cos(longitude), flat * np.sin(longitude), np.sin(latitude)], axis=1)

    def _set_actors(self) -> None:
        accounts = self.accounts
        sets = (((WHO, a.who), (SIDE, a.sides), (DOER, a.doers), (DONE_TO, a.done_to)) for a in accounts)
        self.actors = Rows(entries_of(_marked(*these) for these in sets))
        self.who, self.sides = np.array([len(a.who) for a in accounts]), np.array([len(a.sides) for a in accounts])
        self.doers, self.done_to = _flags(a.doers for a in accounts), _flags(a.done_to for a in accounts)
        self.teams = _flags(sum(side[:1] == "@" for side in account.sides) > 1 for account in accounts)
        several = [any(figure.unit in PERSONS and figure.low > 1 for figure in a.figures) for a in accounts]
        self.several = _flags(many and not a.done_to for a, many in zip(accounts, several, strict=True))
        self.named = _flags(len(a.done_to) == 1 and not many for a, many in zip(accounts, several, strict=True))
        self.full_names = _flags(all(" " in key for key in account.done_to) for account in accounts)

    def _set_words(self) -> None:
        words = entries_of(account.bag for account in self.accounts)
        weight = _weights(words, ~_flags(account.everyday for account in self.accounts))
        self.words = Rows(words, _vectors(words, weight))
        known = [(feature, weight[number]) for feature, number in words.number.items() if not math.isnan(weight[number])]
        common = {feature for feature, value in known if value <= COMMON}
        classes = {feature for feature, value in known if value > COMMON and feature[0] == CLASS_MARK}
        sets = (
            ((THING, a.things - common), (OBJECT, a.objects), (CLASS, classes.intersection(a.bag) if classes else ()))
            for a in self.accounts
        )
        self.things = Rows(entries_of(_marked(*these) for these in sets))
        self.objects, self.figures = _flags(a.objects for a in self.accounts), _flags(a.figures or a.ages for a in self.accounts)


def _marked(*sets: tuple[int, Iterable[str]]) -> dict[str, int]:
    """Give each feature the marks of the sets that hold it."""
    marks: dict[str, int] = {}
    for mark, features in sets:
        for feature in features:
            marks[feature] = marks.get(feature, 0) | mark
    return marks


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


def _flags(values: Iterable[object]) -> Flags:
    return np.array([bool(value) for value in values], dtype=np.bool_)
