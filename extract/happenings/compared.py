"""Pairs of accounts as columns: what several rules of the score ask of each pair, found once for all of them."""

from collections.abc import Callable
from functools import cached_property

import numpy as np

from extract.geo import EARTH_RADIUS_KM
from extract.happenings.columns import PAST_DAYS, Columns
from extract.sparse import Flags, Floats, Ints, Rows


class Pairs:
    """A run of pairs with what several rules ask of them."""

    def __init__(self, columns: Columns, one: Ints, other: Ints) -> None:
        self.columns, self.one, self.other = columns, one, other
        self.kinds = self.of(columns.kind)
        self.one_article, self.one_story = self.same(columns.article), self.same(columns.story)
        self.one_sentence = self.one_article & self.same(columns.sentence)
        self.one_day = self.both(columns.one_day)
        self.days_apart = np.maximum(columns.first[one] - columns.last[other], columns.first[other] - columns.last[one]).clip(0)
        self.days_long = np.maximum(*self.of(columns.last - columns.first))
        self.long_past = self.both(columns.dated) & self.either(columns.past) & (self.days_apart > PAST_DAYS)
        harks = (columns.harks_to[one] == columns.story[other]) | (columns.story[one] == columns.harks_to[other])
        harks |= self.same(columns.harks_to) & (columns.harks_to[one] >= 0)  # two later articles
        self.harks_back = ~self.one_story & harks & ~self.long_past
        self.dated = self.both(columns.dated) & ~self.harks_back
        self.sharp = self.both(columns.sharp)
        self.km_apart = self._km_apart()
        self.done_and_to_come = self.one_article & (
            (columns.asserted[one] & columns.planned[other]) | (columns.planned[one] & columns.asserted[other])
        )

    def of(self, column: Ints) -> tuple[Ints, Ints]:
        """Give a column of the one and of the other."""
        return column[self.one], column[self.other]

    def both(self, column: Flags) -> Flags:
        """Tell where both have it."""
        return column[self.one] & column[self.other]

    def either(self, column: Flags) -> Flags:
        """Tell where the one or the other has it."""
        return column[self.one] | column[self.other]

    def same(self, column: Ints) -> Flags:
        """Tell where both have the same."""
        agree: Flags = column[self.one] == column[self.other]
        return agree

    def words(self) -> Floats:
        """Give the product of the word vectors; the sum is exact."""
        pair, mine, others = self.columns.words.shared(self.one, self.other)
        return np.bincount(pair, (mine * others).astype(np.float64), len(self.one)).astype(np.float64)

    @cached_property
    def actors(self) -> Callable[[int, int], Ints]:
        """The function that counts the actors with a mark in the one and a mark in the other."""
        return self.marks(self.columns.actors)

    def marks(self, rows: Rows) -> Callable[[int, int], Ints]:
        """Give the function that counts the features with a mark in the one and a mark in the other."""
        pair, mine, others = rows.shared(self.one, self.other)

        def held(mark: int, other_mark: int) -> Ints:
            return np.bincount(pair[((mine & mark) > 0) & ((others & other_mark) > 0)], minlength=len(self.one))

        return held

    def _km_apart(self) -> Floats:
        """Measure the distances of sites beyond both radii; 0 where one of the two is none."""
        at = np.flatnonzero(self.sharp)
        one, other = self.one[at], self.other[at]
        chord = np.linalg.norm(self.columns.point[one] - self.columns.point[other], axis=1)
        between = 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, chord / 2))
        result = np.zeros(len(self.one))
        result[at] = np.maximum(0.0, between - self.columns.radius[one] - self.columns.radius[other])
        return result
