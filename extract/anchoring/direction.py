"""Which Wednesday, which July, which 13 September: the year or week that a partial date leaves open.

Rules as measured on gold: a bare weekday is the latest one, publication day included (TimeBank + AQUAINT 90.6 %, platinum
100 %), ahead only on a sure sign of the future; a month without a year goes by tense (83 %; past alone 70 %); a day and
month go to the nearest year (94.2 %, past alone 62 %); in a narrative the last year told holds (92 %).
"""

import datetime as dt
from typing import Literal, NamedTuple

from extract.timespan import is_day

Direction = Literal["back", "ahead", "nearest"]
FINE_GRAINS = ("second", "minute", "hour", "part", "day", "week", "month")
MONTHS_OVER_NEW_YEAR = 10  # from December to January or February: the year has turned
FAR_DAYS = 90  # the nearest is sure within a season; beyond it, the tense of the clause decides
FAR_DAYS_AHEAD = 65  # the same of a day to come in a clause that looks back: "brought him down on 6 February", told in November
NEAREST_LEAP_YEARS = 8  # years searched for 29 February


class Choice(NamedTuple):
    """What was chosen, and what was not, with the reason."""

    day: dt.date
    reason: str
    others: tuple[str, ...]


def weekday(number: int, base: dt.date, direction: Direction, *, counting_base: bool = True) -> Choice:
    """Choose the day of a weekday (1 Monday … 7 Sunday) around a day.

    With ``counting_base`` False, the base itself does not count ("next Monday" said on a Monday).
    """
    back = (base.isoweekday() - number) % 7
    ahead = (number - base.isoweekday()) % 7
    if not counting_base:
        back, ahead = back or 7, ahead or 7
    past, coming = base - dt.timedelta(days=back), base + dt.timedelta(days=ahead)
    if direction == "ahead":
        return Choice(
            coming, "the clause looks ahead", (f"{past}: the latest one, but the clause looks ahead",) if past != coming else ()
        )
    return Choice(past, "the latest one", (f"{coming}: the coming one, but nothing looks ahead",) if past != coming else ())


def year_of_month(month: int, base: dt.date, *, ahead: bool) -> int:
    """Choose the year of a month by the tense of its clause."""
    if ahead:
        return base.year if month >= base.month else base.year + 1
    return base.year if month <= base.month else base.year - 1


def narrative_year(month: int, told: dt.date, grain: str) -> int:
    """Choose the year of a date in a narrative: the one told last, or the next where winter turns the year."""
    turned = grain in FINE_GRAINS and told.month - month >= MONTHS_OVER_NEW_YEAR
    return told.year + turned


def year_of_day(month: int, day: int, base: dt.date, ahead: bool | None) -> int | None:
    """Choose the year in which a day and month are nearest to the base; None where there is no such day.

    Where even the nearest is far, the tense of the clause decides, if it tells (``ahead`` not None).
    """
    years = [year for year in range(base.year - NEAREST_LEAP_YEARS, base.year + NEAREST_LEAP_YEARS) if is_day(year, month, day)]
    if not years:
        return None
    distances = sorted((abs((dt.date(year, month, day) - base).days), year) for year in years)
    nearest = distances[0]
    against = ahead is False and dt.date(nearest[1], month, day) > base
    if ahead is not None and nearest[0] > (FAR_DAYS_AHEAD if against else FAR_DAYS):
        agreeing = [year for _, year in distances if (dt.date(year, month, day) > base) == ahead]
        return agreeing[0] if agreeing else nearest[1]
    return nearest[1]


def year_on_side(month: int, day: int, base: dt.date, *, ahead: bool) -> int | None:
    """Choose the nearest year in which a day and month lie before or behind the base ("last 13 June"); None where there is none."""
    years = range(base.year, base.year + NEAREST_LEAP_YEARS) if ahead else range(base.year, base.year - NEAREST_LEAP_YEARS, -1)
    return next((year for year in years if is_day(year, month, day) and (dt.date(year, month, day) > base) == ahead), None)
