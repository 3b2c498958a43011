"""Accounts → arrays: each field of all accounts as one column, each set of features as rows of a sparse table.

Scoring compares hundreds of pairs an article; over columns the same sums cost a tenth of what they cost pair by pair.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from extract.happenings.account import Account
from extract.happenings.apart import is_sharp
from extract.happenings.bags import CLASS_MARK
from extract.sparse import Ints, Rows

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

WHO, SIDE, DOER, DONE_TO = 1, 2, 4, 8  # marks of an actor in ``Columns.actors``
THING, OBJECT, CLASS = 1, 2, 4  # marks of a feature in ``Columns.things``
UNKNOWN = 1.0  # weight of a word that only plain verbs have beside them
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
        self.actors = Rows(_marked((WHO, a.who), (SIDE, a.sides), (DOER, a.doers), (DONE_TO, a.done_to)) for a in accounts)
        self.who, self.sides = np.array([len(a.who) for a in accounts]), np.array([len(a.sides) for a in accounts])
        self.doers, self.done_to = _flags(a.doers for a in accounts), _flags(a.done_to for a in accounts)
        self.full_names = _flags(all(" " in key for key in account.done_to) for account in accounts)

    def _set_words(self) -> None:
        weight = _weights([account for account in self.accounts if not account.everyday])
        rare = {feature for feature, value in weight.items() if value > COMMON}
        classes = {feature for feature in rare if feature[0] == CLASS_MARK}
        self.words = Rows(_vector(account.bag, weight) for account in self.accounts)
        self.things = Rows(
            _marked(
                (THING, [thing for thing in sorted(account.things) if thing in rare or thing not in weight]),
                (OBJECT, account.objects),
                (CLASS, classes.intersection(account.bag)),
            )
            for account in self.accounts
        )
        self.objects, self.figures = _flags(a.objects for a in self.accounts), _flags(a.figures or a.ages for a in self.accounts)


def _marked(*sets: tuple[int, Iterable[str]]) -> dict[str, int]:
    """Give each feature the marks of the sets that hold it."""
    marks: dict[str, int] = {}
    for mark, features in sets:
        for feature in features:
            marks[feature] = marks.get(feature, 0) | mark
    return marks


def _weights(accounts: Sequence[Account]) -> Mapping[str, float]:
    """Weigh the words of a corpus from 0 to 1, the rare ones more."""
    count = len(accounts)
    frequency = Counter(feature for account in accounts for feature in account.bag)
    scale = math.log(count + 1) or 1.0
    return {feature: math.log((count + 1) / n) / scale for feature, n in frequency.items()}


def _vector(bag: Mapping[str, float], weight: Mapping[str, float]) -> dict[str, int]:
    """Give the weighted words of an account as a vector of length ``UNIT``."""
    weighted = {feature: times * weight.get(feature, UNKNOWN) for feature, times in bag.items()}
    length = math.sqrt(math.fsum([value * value for value in weighted.values()]))
    return {feature: round(UNIT * value / length) for feature, value in weighted.items()} if length else {}


def _numbered(values: Sequence[str]) -> Ints:
    """Give each value its number, in the order of their first telling."""
    number = {value: at for at, value in enumerate(dict.fromkeys(values))}
    return np.array([number[value] for value in values], dtype=np.int64)


def _flags(values: Iterable[object]) -> Flags:
    return np.array([bool(value) for value in values], dtype=np.bool_)
