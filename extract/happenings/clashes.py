"""Pairs of accounts that contradict each other: which cannot be one happening, and which are one told differently."""

import numpy as np

from extract.happenings.apart import SLACK_DAYS
from extract.happenings.columns import FULL_NAME, SIDE, Columns
from extract.happenings.compared import Pairs
from extract.happenings.families import OF_PERSONS
from extract.happenings.figures import figures_agree
from extract.kinds import kind_named
from extract.sparse import Flags, Floats

VETO_KM = 90.0  # sharp places farther apart than this and than their radii are two sites
NEAR_KM = 30.0
COARSE_DAYS = 300
LEAD_SENTENCES = 1  # headline and first sentence
SLIP_DAYS, NEWS_DAYS = 3, 1  # days by which one of two reports of one happening may err; between the two reports
TWO_SIDES = 2
TELLING = 10  # from this on a figure that two reports share tells more than chance: four are hurt in many blasts


def vetoed(pairs: Pairs) -> Flags:
    """Tell which pairs cannot be one happening: other days, other sites, other speakers, an act and what it answers.

    Two leads that tell one person or one exact figure on one day are not kept apart by their sites, nor two that tell
    them of one site by a few days: one of the two errs, and a reader has to see that.
    """
    of = pairs.columns
    speakers = pairs.both(of.speech & of.has_speaker) & ~pairs.same(of.speaker)
    told = pairs.both(of.place_told) | (pairs.either(of.place_told) & pairs.done_and_to_come)
    sites = (told | (pairs.both(of.sited) & ~pairs.one_article)) & (pairs.km_apart > VETO_KM)
    dated = pairs.dated & pairs.both(of.days_told) & (pairs.days_long < COARSE_DAYS) & (pairs.days_apart > SLACK_DAYS)
    apart = pairs.one_day & (sites | dated)
    result: Flags = speakers | (apart & ~_are_slips(pairs, apart)) | _are_answered(pairs)
    return result


def _are_answered(pairs: Pairs) -> Flags:
    """Tell which pairs are an event and what it answers: a strike, and the attack before it."""
    of, one, other = pairs.columns, pairs.one, pairs.other
    result: Flags = pairs.one_article & ((of.answered[one] == of.number[other]) | (of.answered[other] == of.number[one]))
    return result


def are_leads(pairs: Pairs) -> Flags:
    """Tell which pairs stand in the headlines or leads of two articles of one story: these tell the same thing."""
    of = pairs.columns
    return pairs.both(of.sentence <= LEAD_SENTENCES) & ~pairs.one_article & pairs.one_story & ~pairs.either(of.speech)


def numbers(pairs: Pairs) -> Floats:
    """Weigh the figures of each pair; few differ among the tellings of an affair, and each two are compared once."""
    of = pairs.columns
    accounts, count = of.accounts, len(of.accounts)
    result, counted = np.zeros(len(pairs.one)), np.flatnonzero(pairs.both(of.figures))
    one, other = of.same_figures[pairs.one[counted]], of.same_figures[pairs.other[counted]]
    keys, pair = np.unique(one * count + other, return_inverse=True)
    agree = [figures_agree(accounts[key // count], accounts[key % count]) for key in keys.tolist()]
    result[counted] = np.array(agree, dtype=np.float64)[pair]
    return result


def _are_slips(pairs: Pairs, apart: Flags) -> Flags:
    """Tell which of the pairs that are kept apart tell one happening all the same, with another site or another day."""
    of = pairs.columns
    at = np.flatnonzero(apart & are_leads(pairs) & pairs.same(of.kind) & pairs.both(of.days_told))
    result = np.zeros(len(pairs.one), dtype=np.bool_)
    if not len(at):
        return result
    rivals = Pairs(of, pairs.one[at], pairs.other[at])
    site = (rivals.days_apart == 0) & rivals.both(of.has_country) & rivals.same(of.country)
    news = np.abs(np.subtract(*rivals.of(of.published))) <= NEWS_DAYS
    here = rivals.both(of.place_told) & rivals.sharp & (rivals.km_apart <= NEAR_KM)
    day = here & news & (rivals.days_apart <= SLIP_DAYS)
    persons = np.array([kind_named(kind).family in OF_PERSONS for kind in of.kinds], dtype=np.bool_)[of.kind[rivals.one]]
    person = persons & (rivals.actors(FULL_NAME, FULL_NAME) > 0)
    sides, figures = rivals.actors(SIDE, SIDE) >= TWO_SIDES, numbers(rivals)
    alike = figures > 0.0
    alike[alike] = [_share_a_figure(of, *pair) for pair in zip(rivals.one[alike], rivals.other[alike], strict=True)]
    result[at] = (figures >= 0.0) & ((site & (person | alike)) | (day & (person | sides | alike)))
    return result


def _share_a_figure(columns: Columns, one: int, other: int) -> bool:
    """Tell whether two accounts count alike what is rarely counted alike by chance."""
    mine, others = (
        {(figure.unit, figure.low) for figure in columns.accounts[at].figures if figure.low == figure.high >= TELLING}
        for at in (one, other)
    )
    return not mine.isdisjoint(others)
