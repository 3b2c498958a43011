"""Pairs of accounts → how surely each tells of one happening, or a veto.

The score is a sum of evidence: kind, trigger, days, place, participants, numbers, words, speaker, modality. A field that
one of the two does not know says nothing. The weights were first set on the gold of four articles and of ecb-dev.
All pairs are scored together, over columns.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from extract.happenings.account import INCIDENTS, Account
from extract.happenings.apart import SLACK_DAYS
from extract.happenings.clashes import COARSE_DAYS, NEAR_KM, VETO_KM, are_leads, numbers, vetoed
from extract.happenings.columns import CLASS, DOER, DONE_TO, OBJECT, PAST_DAYS, SIDE, THING, UNIT, WHO, Columns
from extract.happenings.compared import Pairs
from extract.happenings.families import BY_OBJECT, LEFT_BEHIND, MAIN, OF_PERSONS, STEPS, TURNS
from extract.happenings.kinship import are_two_sayings, is_near_by_object, is_near_other, is_other_word, kinship
from extract.happenings.sagas import looks_back, of_one_day, other_word
from extract.kinds import ACTS_OF_SPEECH, Kind, kind_named
from extract.sparse import Flags, Floats, Ints

CUT = 2.6  # a pair above it is rather one happening than two
VETO = -30.0  # what a vetoed pair weighs in clustering

SAME_TRIGGER = 0.37
SAME_DAYS, SAME_PERIOD, ONE_DAY_APART = 1.2, 0.45, -1.6
NEXT_DAY = -2.0  # two days that one article tells
LENT_DAYS = 0.3  # factor of that evidence for each that did not tell its days, in two articles: both may guess
LENT_WITHIN = 1.2  # in one: it parts its own days
DAYS_APART, YEARS_APART = -1.5, -2.2  # days not told by both; intervals of a year and more, which are often ages misread
ANOTHER_YEAR = -4.5  # such an interval and a day of another year that one article tells of what happened in a day
TOLD_BEFORE = -7.0  # what an article tells as over is not what happened after it
PAST = 0.65  # share of it where days are lent, so long after those that the other tells
LONG_PAST = -0.9  # and what is told of so long before its own article: the news is rarely what it recalls
PERIOD_DAYS = 3  # intervals of more days agree only weakly
SAME_PLACE, COUNTRY_PLACE, FAR = 0.8, 0.3, -0.85
LENT_PLACE, LENT_FAR = 0.35, 0.8  # share of the evidence of a place that one of the two did not tell itself, and of two sites apart
BOTH_LENT = 0.2  # the same of two sites that two languages only lend an incident: each knows other names
OTHER_LEG = -1.5  # what is planned in a town and what was done somewhere in its country, or the other way round
SAME_WHO, SAME_SIDES, OTHER_WHO = 1.0, 0.3, -0.1
OTHER_PATIENT = -1.3  # two named persons to whom it was done: the arrest of one is not the arrest of the other
OTHER_DOER = -1.5  # two countries that do the same: what one asks for is not what the other does
OTHER_PAIR = -1.2  # two meetings share one of their sides, and each has another that the other lacks
TWO_MATCHES = -6.0  # two matches of two countries each that share none
ONE_OF_MANY = -3.0  # one person named and several counted: the arrest of one is not that of sixty
OTHER_NAMED = -2.5  # both by their full names, or the doer of one is whom the other is done to
MOST_SIDES = 3  # of a meeting that is told by its sides
SAME_WORDS = 3.6
SENTENCE_NEAR = 0.3  # near kinds in one sentence are rather one: a launch and its failure
TWO_STEPS = -5.4  # an article that tells of an arrest and of a charge tells two things, though a short report names either
OTHER_RANK, OTHER_RANK_WITHIN = -1.0, -3.0  # the first visit and the second, in two articles and in one
OTHER_RANK_STRUCK = -7.0  # the first blast and the second
ANOTHER = -7.0  # "in another attack", and what the article told before
SAME_TURN = 0.4  # two acquittals; one of the two, and it is told apart by so much:
OTHER_TURN = {"remand": -3.0, "acquittal": -3.0, "deathbed": -2.5, "": 0.0}
SAME_OBJECT, OTHER_OBJECT = 0.2, -1.0
NEAR_BY_OBJECT = 1.2  # two near kinds with one object are rather one: an agreement on arms, a transfer of arms
NEAR_OTHER = -0.3
SAME_SPEAKER = 0.9
GOES_ON = 2.0  # a quotation in the sentence after the one that names its speaker
SAME_EXPERT = 2.0  # what one expert says in one article is one opinion
SAME_MODALITY, OTHER_MODALITY, DENIED = 0.45, -0.1, -1.5
STILL_TO_COME = -1.5  # one article that tells one as done and one as planned tells two
PROSPECT = 0.9  # what is not yet real has no day and place to be told by: prospects of one kind in one story are rather one
LEADS = 1.2  # headlines and first sentences of two articles
ALONE = 3.0  # each the only saying of its kind in its article, in two languages, which share few words
OTHER_WORD = 2.0  # two near kinds, of which each article tells only its own
OWN_NEWS = 1.2  # what an article tells without a place, beside the site of such a thing in the same article
OTHER_LAND = -2.0  # what two incidents left behind in two lands, where their sites are only lent it
OTHER_GOAL = -3.0  # an article that tells of visits to two lands
TOLD_AGAIN = 4.0  # "these remarks", "the incident": words that mean the other
SAME_STORY, OTHER_STORY = 0.6, -2.5  # what a later article goes back to is of one story with it
NEWS_OF_SAGA, MAIN_OF_SAGA = 0.3, 0.0  # a day that was news of the earlier; what a saga rarely has twice
RECALLED, NEWS_DAYS = 2.0, 1  # two articles date one kind alike, one of them looking back: rarely two things
TWO_SAYINGS = -1.2  # of two kinds in one article
TRAVEL = frozenset({"visit", "travel", "tour"})  # families of what has a land for its goal
OPINION, MATCH = "opinion", "sport"  # the families of what experts say, of matches and their results
ACCOUNTS_A_RUN = 512  # accounts whose pairs are scored together: enough for the arrays to pay, few enough for the processor's cache


class Scorer:
    """Scores pairs of the accounts of one corpus; they come in canonical order."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._of = columns = Columns(accounts)
        kinds = [kind_named(kind) for kind in columns.kinds]
        self._kind = _table(kinds, kinship)
        self._near_other = _table(kinds, is_near_other) > 0
        self._near_by_object = _table(kinds, is_near_by_object) > 0
        self._one_by_near = _table(kinds, is_other_word) > 0
        self._two_sayings = _table(kinds, are_two_sayings) > 0
        self._by_object = _flags(kinds, lambda kind: kind.family in BY_OBJECT and kind.one_day)
        self._of_persons = _flags(kinds, lambda kind: kind.family in OF_PERSONS)
        steps = {name: number for number, name in enumerate(sorted({kind.family for kind in kinds} & STEPS), 1)}
        self._step = np.array([steps.get(kind.family, 0) for kind in kinds])[columns.kind]
        self._struck = _flags(kinds, lambda kind: kind.colour in INCIDENTS and kind.one_day)
        self._left_behind = _flags(kinds, lambda kind: kind.family in LEFT_BEHIND)
        self._main = _flags(kinds, lambda kind: kind.family in MAIN and kind.one_day)
        turns = [TURNS.get(kind.name, "") for kind in kinds]
        self._turn = np.array([sorted(OTHER_TURN).index(turn) for turn in turns], dtype=np.int64)[columns.kind]
        self._other_turn = np.array([OTHER_TURN[turn] for turn in turns])[columns.kind]
        self._match = _flags(kinds, lambda kind: kind.family == MATCH)
        self._travel = _flags(kinds, lambda kind: kind.placing == "target" and kind.family in TRAVEL)
        self._opinion = _flags(kinds, lambda kind: kind.family == OPINION)
        called = _flags(kinds, lambda kind: not kind.speech or kind.name in ACTS_OF_SPEECH)
        self._called = called[columns.kind] & (columns.meant >= 0)

    def between(self, one: Ints, other: Ints) -> Floats:
        """Give the evidence that each pair of accounts tells of one happening; VETO where they cannot.

        The pairs are given by the numbers of their accounts; ``one`` in rising order.
        """
        bounds = [*np.searchsorted(one, np.arange(0, len(self._of.accounts), ACCOUNTS_A_RUN)), len(one)]
        runs = [self._run(one[start:stop], other[start:stop]) for start, stop in pairwise(bounds)]
        return np.concatenate(runs) if runs else np.zeros(0)

    def _run(self, one: Ints, other: Ints) -> Floats:
        """Sum the evidence of each pair; what a veto keeps apart needs no sum."""
        held = np.flatnonzero(~vetoed(Pairs(self._of, one, other)))
        result = np.full(len(one), VETO)
        result[held] = self._summed(Pairs(self._of, one[held], other[held]))
        return result

    def _summed(self, pairs: Pairs) -> Floats:
        one, other = pairs.one, pairs.other
        total = self._story(pairs) + self._kind[pairs.kinds]
        total += SAME_TRIGGER * (self._of.has_heads[one] & pairs.same(self._of.heads))
        total += _days(pairs) + _not_yet(pairs) + _place(pairs, self._struck[self._of.kind[one]]) + self._who(pairs)
        total += numbers(pairs) + self._speaker(pairs)
        total += TWO_STEPS * (pairs.one_article & pairs.both(self._step > 0) & ~pairs.same(self._step))
        total += TWO_SAYINGS * (pairs.one_article & self._two_sayings[pairs.kinds])
        total += self._ranks(pairs) + self._turns(pairs) + RECALLED * self._are_recalled(pairs)
        total += ALONE * self._are_alone(pairs) + OTHER_WORD * (self._one_by_near[pairs.kinds] & other_word(pairs))
        again = pairs.one_article & pairs.same(self._of.kind) & (self._of.turned[one] == self._of.turned[other])
        total += OWN_NEWS * (again & pairs.either(self._of.place_told) & ~pairs.both(self._of.placed))
        total += OTHER_LAND * self._are_abroad(pairs) + ANOTHER * self._are_others(pairs)
        total += OTHER_GOAL * self._are_other_goals(pairs)
        objects = self._objects(pairs)
        total += _modality(pairs, objects >= 0.0) + objects + LEADS * are_leads(pairs)
        total += TOLD_AGAIN * ((self._of.meant[one] == other) | (self._of.meant[other] == one))
        total += SAME_WORDS / (UNIT * UNIT) * ~self._are_beside(pairs) * pairs.words()
        total += SENTENCE_NEAR * (pairs.one_sentence & ~pairs.same(self._of.kind))
        again = pairs.either(self._called) & pairs.same(self._of.kind) & ~pairs.one_article
        return np.where(again, np.maximum(total, CUT), total)  # what only calls again parts no two articles

    def _story(self, pairs: Pairs) -> Floats:
        of = self._of
        told = of_one_day(pairs) & pairs.either(of.days_told)
        person = self._of_persons[of.kind[pairs.one]] & pairs.same(of.saga) & (pairs.actors(DONE_TO, DONE_TO) > 0)
        later = pairs.harks_back | person | (pairs.same(of.field) & told)
        return np.where(pairs.one_story | later, SAME_STORY, self._saga(pairs))

    def _saga(self, pairs: Pairs) -> Floats:
        """Weigh pairs of two stories of one saga, of which the later may look back."""
        of = self._of
        told = pairs.same(of.saga) & pairs.both(of.asserted & ~of.speech) & pairs.one_day & (self._kind[pairs.kinds] > 0)
        same, news = looks_back(pairs)
        main = np.where(told & self._main[of.kind[pairs.one]], MAIN_OF_SAGA, OTHER_STORY)
        return np.where(told & same, SAME_STORY, np.where(told & news, NEWS_OF_SAGA, main))

    def _are_recalled(self, pairs: Pairs) -> Flags:
        """Tell which pairs of one kind are told of one day by two articles, of which one at least looks back to it."""
        of = self._of
        told = pairs.both(of.days_told & of.asserted & ~of.speech & (of.published > 0)) & of_one_day(pairs)
        back = pairs.either(of.published - of.last > NEWS_DAYS)
        recalled: Flags = pairs.same(of.kind) & told & back & ~pairs.one_article & (pairs.one_story | pairs.same(of.saga))
        return recalled

    def _ranks(self, pairs: Pairs) -> Floats:
        apart = np.where(pairs.one_article, OTHER_RANK_WITHIN, OTHER_RANK)
        apart = np.where(self._struck[self._of.kind[pairs.one]], OTHER_RANK_STRUCK, apart)
        return np.where(pairs.both(self._of.rank > 0) & ~pairs.same(self._of.rank), apart, 0.0)

    def _turns(self, pairs: Pairs) -> Floats:
        turned = self._of.turned
        told = np.where(pairs.both(turned), SAME_TURN, np.where(pairs.either(turned), self._other_turn[pairs.one], 0.0))
        return np.where(pairs.same(self._turn), told, 0.0)

    def _are_alone(self, pairs: Pairs) -> Flags:
        """Tell which pairs are each the only saying of their kind in its article, in two languages of one story."""
        of = self._of
        return pairs.both(of.alone & of.speech) & pairs.same(of.kind) & pairs.one_story & ~pairs.same(of.language)

    def _are_beside(self, pairs: Pairs) -> Flags:
        """Tell which pairs share a sentence, whose words are the same whatever it tells; but one saying may be told twice there."""
        said_again: Flags = pairs.both(self._of.speech) & pairs.same(self._of.kind)
        return pairs.one_sentence & ~said_again

    def _are_others(self, pairs: Pairs) -> Flags:
        """Tell of which pairs the later is told apart from what its article told before: "in a separate attack"."""
        of, within = self._of, pairs.one_sentence & pairs.both(self._of.another)
        return pairs.one_article & of.another[pairs.other] & ~within & ~self._left_behind[of.kind[pairs.other]]

    def _are_abroad(self, pairs: Pairs) -> Flags:
        """Tell which pairs are losses that two articles lend sites in two lands: the damage of an earthquake and of a storm."""
        of = self._of
        lent = ~pairs.one_article & ~pairs.both(of.place_told) & self._left_behind[of.kind[pairs.one]] & pairs.sharp
        return lent & pairs.both(of.has_country) & ~pairs.same(of.country) & (pairs.km_apart > VETO_KM)

    def _are_other_goals(self, pairs: Pairs) -> Flags:
        """Tell which pairs are visits to two lands in one article: the guest who came, and the visit that was returned."""
        of = self._of
        result: Flags = (
            pairs.one_article & pairs.both(self._travel[of.kind] & of.place_told & of.has_country) & ~pairs.same(of.country)
        )
        return result

    def _objects(self, pairs: Pairs) -> Floats:
        held = pairs.marks(self._of.things)
        shared, named, classes = held(THING, THING) > 0, held(OBJECT, OBJECT) > 0, held(CLASS, CLASS) > 0
        same, by_object = pairs.same(self._of.kind), self._by_object[self._of.kind[pairs.one]]
        told = pairs.both(self._of.objects)
        agree = np.where(by_object, shared & (named | ~told), named)
        compared = by_object | told
        own = np.where(compared, np.where(agree, SAME_OBJECT, OTHER_OBJECT), 0.0)
        other = np.where(self._near_other[pairs.kinds] & ~shared, NEAR_OTHER, 0.0)
        near = self._near_by_object[pairs.kinds]
        alike = np.where(told, named, shared | classes)
        other = np.where(near, np.where(alike, NEAR_BY_OBJECT, np.where(told, NEAR_OTHER, other)), other)
        return np.where(same, own, other)

    def _who(self, pairs: Pairs) -> Floats:
        of, held = self._of, pairs.actors
        strangers = pairs.both(of.done_to) & (held(DONE_TO, WHO) == 0) & (held(WHO, DONE_TO) == 0)
        patient = strangers & self._of_persons[of.kind[pairs.one]]
        doer = ~pairs.either(of.pair) & pairs.both(of.doers) & (held(DOER, DOER) == 0)
        turned = (held(DOER, SIDE) > 0) & (held(SIDE, DOER) > 0)
        who, sides = held(WHO, WHO), held(SIDE, SIDE)
        few_who, few_sides = np.minimum(*pairs.of(of.who)), np.minimum(*pairs.of(of.sides))
        agree = np.maximum(SAME_WHO * who / np.maximum(few_who, 1), SAME_SIDES * sides / np.maximum(few_sides, 1))
        most_sides = np.maximum(*pairs.of(of.sides))
        two_pairs = pairs.both(of.pair) & (few_sides > 1) & (most_sides <= MOST_SIDES) & (sides < few_sides)
        result = np.where(two_pairs, OTHER_PAIR, np.where(agree > 0, agree, OTHER_WHO))
        result = np.where(doer, np.where(turned, OTHER_NAMED, OTHER_DOER), result)
        result = np.where(patient, np.where(pairs.both(of.full_names), OTHER_NAMED, OTHER_PATIENT), result)
        result = np.where(pairs.both(self._match[of.kind]) & pairs.both(of.teams) & (sides == 0), TWO_MATCHES, result)
        one_of_many = (of.named[pairs.one] & of.several[pairs.other]) | (of.several[pairs.one] & of.named[pairs.other])
        apart = np.where(one_of_many & self._of_persons[of.kind[pairs.one]], ONE_OF_MANY, 0.0)
        return apart + np.where(few_who > 0, result, 0.0)

    def _speaker(self, pairs: Pairs) -> Floats:
        of = self._of
        spoken = pairs.both(of.speech) & of.has_speaker[pairs.one] & pairs.same(of.speaker)
        near = pairs.one_article & (np.abs(np.subtract(*pairs.of(of.sentence))) <= 1) & pairs.either(of.quoted)
        expert = pairs.both(self._opinion[of.kind]) & pairs.one_article
        return np.where(spoken, SAME_SPEAKER + np.where(near, GOES_ON, np.where(expert, SAME_EXPERT, 0.0)), 0.0)


def _table(kinds: Sequence[Kind], value: Callable[[Kind, Kind], float]) -> Floats:
    return np.array([[value(one, other) for other in kinds] for one in kinds], dtype=np.float64)


def _flags(kinds: Sequence[Kind], holds: Callable[[Kind], bool]) -> Flags:
    return np.array([holds(kind) for kind in kinds], dtype=np.bool_)


def _not_yet(pairs: Pairs) -> Floats:
    """Tell which pairs hold one that was told as over before the days that the other tells."""
    of, one, other = pairs.columns, pairs.one, pairs.other
    before = of.days_told[other] & (of.published[one] > 0) & (of.published[one] < of.first[other])
    after = of.days_told[one] & (of.published[other] > 0) & (of.published[other] < of.first[one])
    return np.where(pairs.one_day & pairs.both(of.asserted) & (before | after), TOLD_BEFORE, 0.0)


def _days(pairs: Pairs) -> Floats:
    told = pairs.both(pairs.columns.days_told)
    share = np.where(pairs.one_article, LENT_WITHIN, LENT_DAYS) ** (2 - np.add(*pairs.of(pairs.columns.days_told.astype(np.int64))))
    next_day = np.where(pairs.one_article & told, NEXT_DAY, ONE_DAY_APART)
    near = np.where(pairs.days_apart <= SLACK_DAYS, next_day, DAYS_APART)
    share = np.where(
        pairs.either(pairs.columns.days_told) & (pairs.days_apart > PAST_DAYS) | pairs.long_past, np.maximum(share, PAST), share
    )
    years = np.where(pairs.one_article & told & pairs.one_day, ANOTHER_YEAR, YEARS_APART)
    apart = share * np.where(pairs.days_long >= COARSE_DAYS, years, near) + LONG_PAST * (pairs.long_past & ~told)
    agree = np.where((pairs.days_long < PERIOD_DAYS) & told, SAME_DAYS, SAME_PERIOD)
    return np.where(pairs.dated, np.where(pairs.days_apart > 0, apart, agree), 0.0)


def _place(pairs: Pairs, struck: Flags) -> Floats:
    of = pairs.columns
    both, guessed = pairs.both(of.place_told), struck & ~pairs.either(of.place_told) & ~pairs.same(of.language)
    told = np.where(both, 1.0, LENT_PLACE)
    sites = np.where(
        pairs.km_apart <= NEAR_KM, told * SAME_PLACE, np.where(both, 1.0, np.where(guessed, BOTH_LENT, LENT_FAR)) * FAR
    )
    abroad = pairs.both(of.has_country) & ~pairs.same(of.country)
    plan = both & (of.sharp[pairs.one] != of.sharp[pairs.other]) & pairs.either(of.planned) & pairs.either(of.asserted)
    wide = np.where(plan, OTHER_LEG, told * np.where(abroad, FAR, COUNTRY_PLACE))
    return np.where(pairs.both(of.placed), np.where(pairs.sharp, sites, wide), 0.0)


def _modality(pairs: Pairs, prospect: Flags) -> Floats:
    of = pairs.columns
    one, other = pairs.of(of.reality)
    to_come = prospect & (one == 1) & ~pairs.either(of.speech)
    denied = (one + other == 2) & (one != other)
    apart = np.where(pairs.done_and_to_come, STILL_TO_COME, np.where(denied, DENIED, OTHER_MODALITY))
    return np.where(one == other, SAME_MODALITY + np.where(to_come, PROSPECT, 0.0), apart)
