"""Counts on which the sources of one happening cannot both be right.

A toll that rises from one publication day to the next is an update, not a disagreement.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from extract.disagreements.evidence import Report, Value, disagreement, timexes_in
from extract.disagreements.scores import is_of_score
from extract.kinds import kind_named
from extract.language import pack_for
from extract.models import Disagreement, Happening, Quantity, Timex
from extract.quantities import AGAIN
from extract.quantities.beside import doers_of, told_of
from extract.quantities.numbers import ENDLESS, numbers_told

APART = 1.2  # ratio beyond which two figures are not one, rounded
APART_OF_DEALS = 1.1  # the same of prices and wares, which are told exactly
APART_OF_SCALES = 0.25  # between two magnitudes, which agencies measure a little differently
OTHER_SCALE = {"vote": 5.0, "seat": 5.0, "attending": 15.0}  # ratio from which one counts a lead, a majority, those arrested
VAGUE = 2.0  # ratio of the most to the least that a word stands for, from which it is no count
NEAR_LETTERS = 80  # a figure farther from the trigger counts something else
_DIGITS = re.compile(r"\d+")
LONGEST_DIGITS = 9  # of a number that is compared with a figure
TEN, LONGEST_COUNT = 10, 1000  # figures of whole tens, and from this on all, may be rounded
TOLLS = frozenset(
    {
        "killed",
        "injured",
        "missing",
        "arrested",
        "evacuated",
        "displaced",
        "rescued",
        "infected",
        "kidnapped",
        "case",
        "house",
        "village",
        "dismissed",
        "released",
        "expelled",
    }
)
HURT, DEAD, VOTE = "injured", "killed", "vote"
PART = 0.7  # a later figure below this share of an earlier one counts a part: "five of them were in a grave state"
FALLING = frozenset({"missing"})  # tolls of which the news grows smaller too, as people are found
CROWD, ATTACKERS = "attending", "attacker"  # a text tells the crowds of several places, or one of the attackers
WHOLES = frozenset({CROWD, ATTACKERS})  # units of which the highest of a text is the whole
COUNTED = TOLLS | {
    CROWD,
    ATTACKERS,
    "railcar",
    "missile",
    "rocket",
    "drone",
    "bomb",
    "vote",
    "ballot",
    "polling station",
    "seat",
    "goal",
    "run",
    "wicket",
    "medal",
    "magnitude",
}
MONEY = frozenset({"dollar", "euro", "pound", "rupee", "yen", "yuan", "ruble", "taka"})
WARES = frozenset(
    {"plane", "helicopter", "ship", "submarine", "tank", "missile", "drone", "vehicle", "dose", "satellite", "reactor", "tonne"}
)
DEALS = frozenset({"deal", "signing", "arms", "business"})  # families that money and wares tell: the whole is the highest of a text
PRICED = {  # what else is counted in other families, where the highest of a text is the whole too
    "judgement": MONEY,
    "sanction": MONEY,
    "transfer": MONEY,
    "aid": frozenset({"tonne", "dose"}),
    "seizure": MONEY | {"tonne"},
    "crime": MONEY,  # what was stolen
    "space launch": frozenset({"satellite"}),
}
PRICE_LETTERS = 45  # between such a figure and its trigger: "was fined 2.4 million dollars"
LASTING = frozenset({"epidemic"})  # families that last, whose counts of one day are compared
JOBS, CUTS = "job", "jobs"  # what is counted of layoffs, and their family
FORETOLD = frozenset({"asserted", "planned"})  # what a deal or a cut is told to be before it is done
SETTLED_DAYS = 30  # from a happening to the news of it, from which its toll no longer rises
MAGNITUDE, TOLL = "magnitude", "toll"  # deaths have no magnitude; the earthquake beside them has
LONG_GRAINS = frozenset({"month", "season", "quarter", "half", "year", "decade", "century"})  # "26 killed this year" is a sum


def other_counts(happening: Happening, reports: Sequence[Report]) -> list[Disagreement]:
    """Find counts of one unit that exclude each other, told by other documents and not by a later one."""
    family = kind_named(happening.kind).family
    counted, whole = _counted(family)
    lasts = not kind_named(happening.kind).one_day and family not in LASTING
    if lasts or happening.modality not in (FORETOLD if whole - TOLLS - WHOLES else {"asserted"}):
        return []
    settled = _is_settled(happening, reports)
    by_unit: dict[str, list[tuple[Report, Quantity]]] = defaultdict(list)
    for report in reports:
        for quantity in _with_sums(figures_near(report)):
            told_at_all = quantity.low >= 1 or (
                quantity.unit in whole - TOLLS - WHOLES and quantity.high > 0
            )  # "up to 600 jobs", "420 kilos"
            alone = quantity.unit == ATTACKERS and quantity.high <= 1  # "one of the attackers", "an attacker drove the car"
            if quantity.unit in PRICED.get(family, ()) and not is_near(report, *quantity.source.span, PRICE_LETTERS):
                continue
            if quantity.unit == VOTE and is_of_score(report, quantity.source.span):
                continue
            if quantity.unit in counted and told_at_all and not alone and not is_sum(report) and not is_vague(quantity):
                by_unit[quantity.unit].append((report, quantity))
    found = []
    for unit in sorted(by_unit):
        told = _highest_a_document(by_unit[unit]) if unit in whole else by_unit[unit]
        rising = unit in TOLLS and not settled
        pairs = ((one, other) for at, one in enumerate(told) for other in told[at + 1 :])
        excluded = ((one, other) for one, other in pairs if _exclude(one, other, unit, rising=rising))
        excluded = ((one, other) for one, other in excluded if not _are_corrected(one, other, by_unit[unit]))
        pair = next((pair for pair in excluded if not (unit == HURT and _died_of_wounds(pair, by_unit[DEAD]))), None)
        if pair is not None:
            values = [value_of(report, quantity) for report, quantity in pair]
            built = disagreement(
                "count",
                [[value] for value in values],
                f"One source counts {values[0].told}, another {values[1].told} ({unit}); both cannot be right.",
            )
            found += [built] if built else []
    return found


def _are_corrected(one: tuple[Report, Quantity], other: tuple[Report, Quantity], told: Sequence[tuple[Report, Quantity]]) -> bool:
    """Tell whether the document of one of two figures tells the other's figure too: "71 died; at first there was talk of 75"."""
    known = {(report.document_id, quantity.low) for report, quantity in told}
    return any(
        document == mine[0].document_id and low == theirs[1].low
        for mine, theirs in ((one, other), (other, one))
        for document, low in known
    )


def _died_of_wounds(hurt: Sequence[tuple[Report, Quantity]], dead: Sequence[tuple[Report, Quantity]]) -> bool:
    """Tell whether as many more are dead where fewer are hurt: "17 hurt, nine dead" and "15 hurt, 11 dead"."""
    tolls = dict[str, float]()
    for report, quantity in dead:
        tolls[report.document_id] = max(quantity.low, tolls.get(report.document_id, 0.0))
    (one, more), (other, fewer) = sorted(hurt, key=lambda told: -told[1].low)
    return tolls.get(other.document_id, 0.0) - tolls.get(one.document_id, 0.0) >= more.low - fewer.low > 0


def _counted(family: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the units that are compared for a family of kinds, and those of which the highest of a text is the whole."""
    if family == TOLL:
        return COUNTED - {MAGNITUDE, CROWD}, TOLLS
    if family in DEALS:
        return COUNTED | MONEY | WARES, TOLLS | MONEY | WARES
    if family in PRICED:
        return COUNTED | PRICED[family], TOLLS | WHOLES | PRICED[family]
    return (COUNTED | {JOBS}, TOLLS | {JOBS}) if family == CUTS else (COUNTED, TOLLS | WHOLES)


def _is_settled(happening: Happening, reports: Sequence[Report]) -> bool:
    """Tell whether all texts were published so long after a happening that its toll rises no more."""
    last = happening.when.last_day if happening.when is not None else None
    days = [report.article.document.published for report in reports]
    return last is not None and all(day is not None and (day - last).days > SETTLED_DAYS for day in days)


def is_vague(quantity: Quantity) -> bool:
    """Tell whether a figure is a word such as "several", that says no more than that there were some."""
    return 0 < VAGUE * quantity.low <= quantity.high < ENDLESS


def _exclude(one: tuple[Report, Quantity], other: tuple[Report, Quantity], unit: str, *, rising: bool) -> bool:
    (first, low), (second, high) = one, other
    if first.text == second.text or first.document_id == second.document_id or _are_of_two_times(first, second):
        return False
    if _tells_too(first, high) or _tells_too(second, low):
        return False
    if low.low > high.low:
        (first, low), (second, high) = (second, high), (first, low)
    if unit == MAGNITUDE and high.low - low.high < APART_OF_SCALES:
        return False
    if high.low > OTHER_SCALE.get(unit, ENDLESS) * low.high:
        return False
    if high.low <= low.high * (APART_OF_DEALS if unit in MONEY | WARES else APART) and _may_be_rounded(low, high):
        return False
    early, late = first.article.document.published, second.article.document.published
    if rising and early and late and late < early and low.high < PART * high.low:
        return False
    return not (rising and (early is None or late is None or late > early or (unit in FALLING and late != early)))


def _tells_too(report: Report, figure: Quantity) -> bool:
    """Tell whether a sentence holds the other's figure beside its own: "by 29 votes to 36", "14 dead, three of them women"."""
    sentence = report.mention.sentence
    document = report.article.document
    told = _DIGITS.findall(document.text, sentence.start, sentence.end)
    if any(int(digits) == figure.low for digits in told if len(digits) <= LONGEST_DIGITS):
        return True
    return figure.low > 1 and figure.low in numbers_told(
        document.text[sentence.start : sentence.end], pack_for(document.language).code
    )


def _may_be_rounded(low: Quantity, high: Quantity) -> bool:
    """Tell whether one of two near figures may be the other, told roughly: 40 is 38 or 42, 25 is hardly 22."""
    exact = low.low == low.high and high.low == high.high and low.low != high.low
    return not exact or high.low >= LONGEST_COUNT or (low.low >= TEN and (low.low % TEN == 0 or high.low % TEN == 0))


def _are_of_two_times(one: Report, other: Report) -> bool:
    """Tell whether two tellings date what they count months apart: the fire, and that of a former year."""
    first, second = (report.event.when if report.event else None for report in (one, other))
    if first is None or second is None or not (first.first_day and first.last_day and second.first_day and second.last_day):
        return False
    return max((first.first_day - second.last_day).days, (second.first_day - first.last_day).days) > SETTLED_DAYS


def _highest_a_document(told: Sequence[tuple[Report, Quantity]]) -> list[tuple[Report, Quantity]]:
    """Keep the highest figure of each document: it is the sum, the others are its parts."""
    best: dict[str, tuple[Report, Quantity]] = {}
    for report, quantity in told:
        known = best.get(report.document_id)
        if known is None or quantity.low > known[1].low:
            best[report.document_id] = (report, quantity)
    return [best[document] for document in sorted(best)]


def is_sum(report: Report) -> bool:
    """Say whether the sentence counts over a month or more; a month that is over before the news dates what happened in it."""
    published = report.article.document.published

    def is_long(timex: Timex) -> bool:
        over = timex.grain == "month" and timex.last_day is not None and published is not None and timex.last_day < published
        return timex.grain in LONG_GRAINS and (timex.type == "DURATION" or (timex.type == "DATE" and not over))

    return bool(timexes_in(report, is_long))


def figures_near(report: Report) -> list[Quantity]:
    """Give the figures near the trigger of a telling, those of people with the unit of its kind."""
    found = report.figures
    if not found:
        return []
    if report.event is not None:
        found = told_of(report.event.kind, found, report.mention.span, report.article.document.text, doers_of(report.event))
    return [quantity for quantity in found if is_near(report, *quantity.source.span)]


def _with_sums(figures: Sequence[Quantity]) -> list[Quantity]:
    """Give each figure as the least, and what all of its unit make together as the most: "one man and two women were killed"."""
    sums = defaultdict[str, float](float)
    for figure in figures:
        sums[figure.unit] += figure.high if figure.unit in TOLLS and figure.source.rule != AGAIN else 0.0
    return [replace(figure, high=max(figure.high, sums[figure.unit])) for figure in figures]


def value_of(report: Report, quantity: Quantity) -> Value:
    """Give a figure as a telling gives it."""
    return Value(quantity.text, quantity.source, report.text)


def is_near(report: Report, start: int, end: int, letters: int = NEAR_LETTERS) -> bool:
    """Tell whether words stand so near to the trigger of a telling that they are rather of it."""
    trigger = report.mention.span
    return max(trigger.start - end, start - trigger.end) <= letters
