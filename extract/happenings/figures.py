"""The figures of two tellings as evidence: tolls rise, magnitudes are measured twice, other figures agree or do not."""

from extract.happenings.account import TOLL, Account
from extract.happenings.apart import overlap

SAME_NUMBER = 0.4
SAME_TOLL = 1.0  # 19 of 21 pairs of deaths that count the same dead were the same deaths
SCALE, SAME_SCALE, OTHER_SCALE = "magnitude", 0.3, -3.0  # two magnitudes this near may be one, measured twice
SAME_AGE, OTHER_AGE = 0.4, -5.0  # of persons; a birthday may lie between two articles
OUT_OF_SCALE = -2.5  # two tolls of which one counts many times the dead of the other
OTHER_TOLL = -0.8  # two tolls that exclude each other; a toll that rises from day to day stays one where all else agrees
MOST_RISE = 30  # times the toll of one telling that another of the same days may count, however open its end is
MISCOUNTED = frozenset({"attacker"})  # units that witnesses count differently: no evidence for two happenings
OTHER_CLAIM, CLAIM = -0.2, "reported opinion"  # a toll that somebody claims is claimed against another's


def told_figures(account: Account) -> tuple[object, ...]:
    """Give all that ``figures_agree`` asks of an account: accounts that are equal in it agree with the same others."""
    return (
        account.family == TOLL,
        account.event.modality == CLAIM,
        account.ages,
        *((one.unit, one.low, one.high) for one in account.figures),
    )


def figures_agree(one: Account, other: Account) -> float:
    """Sum the evidence of the units that both count: positive where the figures agree, negative where they exclude each other."""
    total = _ages_agree(one.ages, other.ages)
    units = {quantity.unit for quantity in one.figures} & {quantity.unit for quantity in other.figures} - MISCOUNTED
    for unit in sorted(units):
        agree = any(
            overlap(first, second) for first in one.figures for second in other.figures if first.unit == second.unit == unit
        )
        if unit == SCALE:
            total += SAME_NUMBER if _nearest(one, other) <= SAME_SCALE else OTHER_SCALE
            continue
        tolls = one.family == other.family == TOLL
        claimed = tolls and CLAIM in {one.event.modality, other.event.modality}
        same, apart = (SAME_TOLL, OTHER_CLAIM if claimed else OTHER_TOLL) if tolls else (SAME_NUMBER, -SAME_NUMBER)
        if tolls and _out_of_scale(one, other, unit):
            total += OUT_OF_SCALE
            continue
        total += same if agree else apart
    return total


def _out_of_scale(one: Account, other: Account, unit: str) -> bool:
    """Tell whether one counts many times the dead of the other: "at least 11" are no "more than 300,000"."""
    least, most = sorted(max(figure.low for figure in account.figures if figure.unit == unit) for account in (one, other))
    return most > MOST_RISE * max(least, 1.0)


def _ages_agree(mine: frozenset[int], others: frozenset[int]) -> float:
    if not mine or not others:
        return 0.0
    return SAME_AGE if any(abs(one - other) <= 1 for one in mine for other in others) else OTHER_AGE


def _nearest(one: Account, other: Account) -> float:
    mine, others = ([figure.low for figure in account.figures if figure.unit == SCALE] for account in (one, other))
    return min(abs(first - second) for first in mine for second in others)
