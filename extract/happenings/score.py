"""Two accounts → how surely they tell of one happening, or a veto.

The score is a sum of evidence: kind, trigger, days, place, participants, numbers, words, speaker, modality. A field that
one of the two does not know says nothing. The weights were first set on the gold of four articles and of ecb-dev.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from extract.geo import distance_km
from extract.happenings.account import TOLL, Account
from extract.happenings.bags import CLASS_MARK
from extract.models import Quantity, Where

CUT = 2.6  # a pair above it is rather one happening than two
VETO = -30.0  # what a vetoed pair weighs in clustering

SAME_KIND, SAME_SPEECH = 2.2, -1.0  # two statements are rarely one, two earthquakes of a story often
NEAR_FAMILY, NEAR_KIND, FAMILY, OTHER_KIND = 1.0, 0.2, -0.6, -3.0  # a summit is a meeting; a killing is rarely the shooting
ONE_WORD = frozenset({"talks", "launch", "accident", "storm", "leaving office", "war"})  # their kinds name one thing
SAME_TRIGGER = 0.4
SAME_DAYS, SAME_PERIOD, ONE_DAY_APART = 1.0, 0.45, -1.3
LENT_DAYS, LENT_WITHIN = 0.3, 0.8  # share of that evidence for each that did not tell its days, in two articles and in one
DAYS_APART, YEARS_APART = -1.5, -2.5  # days not told by both; intervals of a year and more, which are often ages misread
COARSE_DAYS = 300
PERIOD_DAYS = 3  # intervals of more days agree only weakly
SLACK_DAYS = 1  # days that zones and evenings put between two reports
SAME_PLACE, COUNTRY_PLACE, FAR = 0.8, 0.3, -0.85
LENT_PLACE, LENT_FAR = 0.4, 0.8  # share of the evidence of a place that one of the two did not tell itself, and of two sites apart
NEAR_KM = 30.0
VETO_KM = 60.0  # sharp places farther apart than this and than their radii are two sites
SAME_WHO, SAME_SIDES, OTHER_WHO = 1.0, 0.3, -0.1
OTHER_PATIENT = -1.3  # two named persons to whom it was done: the arrest of one is not the arrest of the other
OTHER_DOER = -1.5  # two countries that do the same: what one asks for is not what the other does
OTHER_PAIR = -0.6  # two meetings share one of their sides, and each has another that the other lacks
OTHER_NAMED = -2.5  # both by their full names, or the doer of one is whom the other is done to
MOST_SIDES = 3  # of a meeting that is told by its sides
OF_PERSONS = frozenset(
    [
        *("arrest", "birth", "candidacy", "charge", "execution", "expulsion", "funeral", "judgement", "kidnapping", "killing"),
        *("leaving office", "office", "release", "toll", "trial", "warrant", "wedding"),
    ]
)  # families whose happenings are told apart by the person
SAME_WORDS = 3.6
SAME_NUMBER = 0.4
OTHER_TOLL = -1.2  # two tolls that exclude each other; a toll that rises from day to day stays one where all else agrees
SAME_OBJECT, OTHER_OBJECT = 0.2, -1.0
NEAR_BY_OBJECT = 1.6  # two near kinds with one object are rather one: an agreement on arms, a transfer of arms
NEAR_OTHER = -0.3
COMMON = 0.3  # a word this frequent (weight from 0 to 1) is no object that tells two happenings apart
BY_OBJECT = frozenset(
    [
        *("aid", "arms", "arms programme", "attendance", "accusation", "attack", "award", "ban", "building", "charge", "closure"),
        *("deal", "decision", "election", "food", "investigation", "law", "offer", "office", "publish", "rejection", "report"),
        *("request", "sanction", "space launch", "speech", "support", "threat", "travel", "visit"),
    ]
)  # families whose happenings are told apart by object, goal or content
SAME_SPEAKER = 0.9
GOES_ON = 2.0  # a quotation in the sentence after the one that names its speaker
SAME_EXPERT = 2.0  # what one expert says in one article is one opinion
SAME_MODALITY, OTHER_MODALITY, DENIED = 0.45, -0.1, -1.5
STILL_TO_COME = -1.5  # one article that tells one as done and one as planned tells two
PROSPECT = 0.9  # what is not yet real has no day and place to be told by: prospects of one kind in one story are rather one
LEADS, LEAD_SENTENCES = 1.2, 1  # headline and first sentence
SAME_STORY, OTHER_STORY = 0.6, -2.5
OPINION = "opinion"  # the family of what experts say
SHARP_PLACES = frozenset({"facility", "city", "admin2"})
_REALITY = {"asserted": 0, "planned": 1, "hypothetical": 1, "reported opinion": 1, "negated": 2}


class Scorer:
    """Scores pairs of accounts by the frequencies of one corpus."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        count = len(accounts)
        frequency = Counter(feature for account in accounts for feature in account.bag)
        scale = math.log(count + 1) or 1.0
        self._weight = {feature: math.log((count + 1) / n) / scale for feature, n in frequency.items()}
        self._vectors: dict[int, Mapping[str, float]] = {}

    def score(self, one: Account, other: Account) -> float:
        """Give the evidence that two accounts tell of one happening; VETO where they cannot."""
        if is_vetoed(one, other):
            return VETO
        total = SAME_STORY if one.story == other.story else OTHER_STORY
        total += _kind(one, other) + (SAME_TRIGGER if one.heads and one.heads == other.heads else 0.0)
        total += _days(one, other) + _place(one, other) + _who(one, other) + _numbers(one, other)
        total += _speaker(one, other)
        objects = self._objects(one, other)
        total += _modality(one, other, prospect=objects >= 0.0)
        total += objects
        total += LEADS if _are_leads(one, other) else 0.0
        return total + SAME_WORDS * self._words(one, other)

    def _objects(self, one: Account, other: Account) -> float:
        common = one.things & other.things
        shared = bool(common) and any(self._weight.get(thing, 1.0) > COMMON for thing in common)
        if one.kind != other.kind:
            if one.family == other.family and one.family in BY_OBJECT and one.one_day and not one.speech and not shared:
                return NEAR_OTHER
            near = other.kind in one.near and one.family != other.family and not (one.speech or other.speech)
            return NEAR_BY_OBJECT if near and (shared or one.objects & other.objects or self._classes(one, other)) else 0.0
        if one.family in BY_OBJECT and one.one_day:
            return SAME_OBJECT if shared else OTHER_OBJECT
        if one.objects and other.objects:
            return SAME_OBJECT if one.objects & other.objects else OTHER_OBJECT
        return 0.0

    def _classes(self, one: Account, other: Account) -> bool:
        """Say whether both name one class of thing near their triggers, rare enough to mean something."""
        return any(feature[0] == CLASS_MARK and self._weight[feature] > COMMON for feature in one.bag.keys() & other.bag.keys())

    def _words(self, one: Account, other: Account) -> float:
        """Give the cosine of the weighted words of two accounts; the sum is exact, so that its order says nothing."""
        mine, others = self._vector(one), self._vector(other)
        shared = mine.keys() & others.keys()
        return math.fsum([mine[feature] * others[feature] for feature in shared]) if shared else 0.0

    def _vector(self, account: Account) -> Mapping[str, float]:
        """Give the weighted words of an account as a vector of length 1; it is made once."""
        vector = self._vectors.get(id(account.bag))
        if vector is None:
            weighted = {feature: times * self._weight[feature] for feature, times in account.bag.items()}
            length = math.sqrt(math.fsum([value * value for value in weighted.values()]))
            vector = {feature: value / length for feature, value in weighted.items()} if length else {}
            self._vectors[id(account.bag)] = vector
        return vector


def _are_leads(one: Account, other: Account) -> bool:
    """Say whether both stand in the headlines or leads of two articles of one story: these tell the same thing."""
    leads = max(one.event.sentence_index, other.event.sentence_index) <= LEAD_SENTENCES
    return leads and one.article != other.article and one.story == other.story and not (one.speech or other.speech)


def is_vetoed(one: Account, other: Account) -> bool:
    """Say whether two accounts cannot tell of one happening: other days, other sites, other speakers."""
    if one.speech and other.speech and one.speaker and other.speaker and one.speaker != other.speaker:
        return True
    if not (one.one_day and other.one_day):
        return False
    told = (one.place_told and other.place_told) or ((one.place_told or other.place_told) and _is_done_and_to_come(one, other))
    sites = told and _two_sites(one.place, other.place)
    if one.days and other.days and one.days_told and other.days_told and max(_length(one.days), _length(other.days)) < COARSE_DAYS:
        return days_apart(one.days, other.days) > SLACK_DAYS or sites
    return sites


def days_apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Give the days between two intervals; 0 where they touch or overlap."""
    return max(one[0] - other[1], other[0] - one[1], 0)


def is_sharp(place: Where | None) -> bool:
    """Say whether a place is a site, not a region or a country."""
    return place is not None and place.latitude is not None and place.kind in SHARP_PLACES


def km_apart(one: Where, other: Where) -> float:
    """Give the distance of two places beyond both their radii; 0 where either has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return 0.0
    between = distance_km((one.latitude, one.longitude), (other.latitude, other.longitude))
    return max(0.0, between - one.radius_km - other.radius_km)


def _two_sites(one: Where | None, other: Where | None) -> bool:
    return one is not None and other is not None and is_sharp(one) and is_sharp(other) and km_apart(one, other) > VETO_KM


def _length(days: tuple[int, int]) -> int:
    return days[1] - days[0]


def _kind(one: Account, other: Account) -> float:
    if one.kind == other.kind:
        return SAME_SPEECH if one.speech else SAME_KIND
    if one.family == other.family and one.family in ONE_WORD:
        return SAME_KIND
    if other.kind in one.near:
        return SAME_SPEECH if one.speech and other.speech else NEAR_FAMILY if one.family == other.family else NEAR_KIND
    return FAMILY if one.family == other.family else OTHER_KIND


def _days(one: Account, other: Account) -> float:
    if not one.days or not other.days:
        return 0.0
    apart, longest = days_apart(one.days, other.days), max(_length(one.days), _length(other.days))
    if apart:
        share = (LENT_DAYS if one.article != other.article else LENT_WITHIN) ** (2 - one.days_told - other.days_told)
        return share * (YEARS_APART if longest >= COARSE_DAYS else ONE_DAY_APART if apart <= SLACK_DAYS else DAYS_APART)
    return SAME_DAYS if longest < PERIOD_DAYS and one.days_told and other.days_told else SAME_PERIOD


def _place(account: Account, another: Account) -> float:
    one, other = account.place, another.place
    if one is None or other is None or one.latitude is None or other.latitude is None:
        return 0.0
    both = account.place_told and another.place_told
    told = 1.0 if both else LENT_PLACE
    if is_sharp(one) and is_sharp(other):
        return told * SAME_PLACE if km_apart(one, other) <= NEAR_KM else (1.0 if both else LENT_FAR) * FAR
    if one.country and other.country and one.country != other.country:
        return told * FAR
    return told * COUNTRY_PLACE


def _who(one: Account, other: Account) -> float:
    if not one.who or not other.who:
        return 0.0
    if one.family in OF_PERSONS and one.done_to and other.done_to and not one.done_to & other.who and not other.done_to & one.who:
        return OTHER_NAMED if all(" " in key for key in one.done_to | other.done_to) else OTHER_PATIENT
    if not (one.pair or other.pair) and one.doers and other.doers and not one.doers & other.doers:
        turned = one.doers & other.sides and other.doers & one.sides
        return OTHER_NAMED if turned else OTHER_DOER
    shared = len(one.who & other.who) / min(len(one.who), len(other.who))
    sides = len(one.sides & other.sides) / min(len(one.sides), len(other.sides))
    if one.pair and other.pair and _two_pairs(one.sides, other.sides):
        return OTHER_PAIR
    return max(SAME_WHO * shared, SAME_SIDES * sides) or OTHER_WHO


def _two_pairs(one: frozenset[str], other: frozenset[str]) -> bool:
    few = 1 < len(one) <= MOST_SIDES and 1 < len(other) <= MOST_SIDES
    return few and bool(one - other) and bool(other - one)


def _numbers(one: Account, other: Account) -> float:
    if not one.figures or not other.figures:
        return 0.0
    total = 0.0
    units = {quantity.unit for quantity in one.figures} & {quantity.unit for quantity in other.figures}
    for unit in sorted(units):
        agree = any(
            overlap(first, second) for first in one.figures for second in other.figures if first.unit == second.unit == unit
        )
        total += SAME_NUMBER if agree else OTHER_TOLL if one.family == other.family == TOLL else -SAME_NUMBER
    return total


def overlap(one: Quantity, other: Quantity) -> bool:
    """Say whether two quantities of one unit can both be true."""
    return one.low <= other.high and other.low <= one.high


def _modality(one: Account, other: Account, *, prospect: bool) -> float:
    reality = {_REALITY[one.modality], _REALITY[other.modality]}
    if len(reality) == 1:
        return SAME_MODALITY + (PROSPECT if prospect and reality == {1} and not (one.speech or other.speech) else 0.0)
    if _is_done_and_to_come(one, other):
        return STILL_TO_COME
    return DENIED if reality == {0, 2} else OTHER_MODALITY


def _is_done_and_to_come(one: Account, other: Account) -> bool:
    """Say whether one article tells one as done and the other as planned."""
    return one.article == other.article and {one.modality, other.modality} == {"asserted", "planned"}


def _speaker(one: Account, other: Account) -> float:
    if not (one.speech and other.speech and one.speaker) or one.speaker != other.speaker:
        return 0.0
    near = one.article == other.article and abs(one.event.sentence_index - other.event.sentence_index) <= 1
    if near and (one.quoted or other.quoted):
        return SAME_SPEAKER + GOES_ON
    opinions = {one.family, other.family} == {OPINION} and one.article == other.article
    return SAME_SPEAKER + (SAME_EXPERT if opinions else 0.0)
