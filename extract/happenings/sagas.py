"""Pairs of two stories of one saga: which hold a telling that the later article looks back to.

A later article that dates a thing back to the day of the other's, or to a day that was news when the other guessed its
own, tells the same thing. An accident or a robbery without such days is more likely that of the saga than a new one.
"""

import numpy as np

from extract.happenings.compared import Pairs
from extract.sparse import Flags

SAGA_PERIOD_DAYS = 40  # told to the month
BACK_DAYS = 3  # before the publication of the later article, from which on its day is none of news
FRESH_DAYS = 5  # before the publication of the earlier article, in which a day was news that it may not tell


def of_one_day(pairs: Pairs) -> Flags:
    """Tell which pairs are dated to the same day, or month."""
    alike: Flags = pairs.dated & (pairs.days_apart == 0) & (pairs.days_long <= SAGA_PERIOD_DAYS)
    return alike


def looks_back(pairs: Pairs) -> tuple[Flags, Flags]:
    """Tell which later tellings look back to the day of the earlier, and which to a day that was news of it."""
    of = pairs.columns
    swapped = of.published[pairs.one] > of.published[pairs.other]
    early, late = np.where(swapped, pairs.other, pairs.one), np.where(swapped, pairs.one, pairs.other)
    back = (of.published[early] > 0) & pairs.both(of.dated) & (of.published[late] - of.last[late] >= BACK_DAYS)
    same = back & (pairs.days_apart == 0) & (pairs.days_long <= SAGA_PERIOD_DAYS)
    age = of.published[early] - of.last[late]
    news = back & ~same & of.days_told[late] & ~of.days_told[early] & (age >= 0) & (age <= FRESH_DAYS)
    return same, news


def other_word(pairs: Pairs) -> Flags:
    """Tell which pairs are of articles in two languages, neither of which tells what has the kind of the other's."""
    of = pairs.columns
    (article, others), (kind, its) = pairs.of(of.article), pairs.of(of.kind)
    alone: Flags = ~of.tells[article, its] & ~of.tells[others, kind] & pairs.both(of.asserted) & ~pairs.same(of.language)
    return alone
