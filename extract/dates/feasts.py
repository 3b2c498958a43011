"""Readers of feasts and holidays: by their rule a day of a year, else a day that stays open."""

import datetime as dt

from msgspec.structs import replace

from extract.anchoring.direction import Direction
from extract.anchoring.direction import weekday as choose_weekday
from extract.anchoring.tense import Outlook
from extract.dates.grammar import Match
from extract.dates.numbers import number_of
from extract.dates.scene import Reading, Scene
from extract.feasts import SMALL, Feast, feasts_of
from extract.timespan import days_of, shifted, unit_value

FAR_DAYS = 90  # the nearest feast is sure within a season; beyond it, the tense of the clause decides
VERB_REACH = 80  # code points behind a feast in which the verb stands that says that it is over
SOON_DAYS = 14  # days ahead of the news that a past verb beside them does not rule out
WATCHED = 0.6  # confidence of a feast that begins when the new Moon is seen
FIXED = len("12-25")  # a rule that is a month and day


def read_holiday(match: Match, scene: Scene) -> Reading | None:
    """Read "Christmas 2007", "last Thanksgiving", "Diwali": a feast by its rule, of the year that words or tense tell."""
    rule, told = match.value("HOLIDAY"), match.of_type("HOLIDAY")[0]
    small = match.tokens.text[told.start : told.end].islower() and not rule.endswith(SMALL)
    if (small and not match.has("THE", "NEAR", "NEARSPAN", "THEREON")) or _is_named_after(match):
        return None
    return _of_rule(rule.removesuffix(f" {SMALL}"), match, scene)


def read_hijri_month(match: Match, scene: Scene) -> Reading | None:
    """Read "Ramadan" without a year: the month of the Hijri year that its words or tense tell."""
    month = match.value("HIJRIMONTH")
    if month not in match.rule.options["months"] or match.tokens.text[match.start].islower() or _is_named_after(match):
        return None
    return _of_rule(f"hijri {month}-1 x30 ~1", match, scene)


def _is_named_after(match: Match) -> bool:
    """Tell whether a name follows that only bears the feast's: "the Yom Kippur War", "Easter Island"."""
    behind = match.tokens.words(match.last) if match.last < len(match.tokens.spans) else ""
    return behind[:1].isupper() and not match.type_after()


def _of_rule(rule: str, match: Match, scene: Scene) -> Reading | None:
    year, step = match.value("year", "YEAR"), match.value("NEAR", "NEARSPAN", "THEREON")
    if year is not None:
        feasts = feasts_of(rule, year)
        return _of_feast(feasts[0], Reading("DATE", "")) if feasts else None
    base = scene.base or scene.thread
    if base is None:
        return Reading("DATE", f"XXXX-{rule}" if len(rule) == FIXED else "XXXX-XX-XX", how="none", confidence=0.4, tells=False)
    look = scene.outlook(match)
    over = bool(look.cue) and not look.ahead and look.cue in scene.document.text[match.end : match.end + VERB_REACH]
    chosen = _nearest(rule, base, step, look, over=over)
    if chosen is None:
        return None
    others = tuple(f"{feast.first}: further from {base}" for feast in _around(rule, base) if feast != chosen)
    draft = Reading("DATE", "", how=scene.how, anchor=scene.base_label, confidence=0.8, candidates=others)
    return _of_feast(chosen, draft)


def _around(rule: str, base: dt.date) -> list[Feast]:
    return [feast for year in range(base.year - 1, base.year + 2) for feast in feasts_of(rule, year)]


def _nearest(rule: str, base: dt.date, step: int | None, look: Outlook, *, over: bool) -> Feast | None:
    """Choose the feast of this year, the next or last one, or the nearest; where all are far, by the tense of the clause.

    What is ``over`` by a past verb behind it is no feast to come.
    """
    feasts = _around(rule, base)
    if step == 0:
        feasts = [feast for feast in feasts if feast.first.year == base.year]
    elif step is not None:
        feasts = [feast for feast in feasts if (feast.first > base if step > 0 else feast.last < base)]
    nearest = min(feasts, key=lambda feast: abs(feast.first - base), default=None)
    distance = (nearest.first - base).days if nearest else 0
    if nearest and step is None and look.cue and (abs(distance) > FAR_DAYS or (over and distance > SOON_DAYS)):
        agreeing = [feast for feast in feasts if (feast.first > base) == look.ahead]
        nearest = min(agreeing, key=lambda feast: abs(feast.first - base), default=nearest)
    return nearest


def _of_feast(feast: Feast, draft: Reading) -> Reading:
    """Write a feast: its first day, and all the days that it lasts or may begin on."""
    last = feast.last + dt.timedelta(days=feast.later)
    days = (feast.first, last) if last != feast.first else None
    confidence = min(draft.confidence, WATCHED) if feast.later else draft.confidence
    return replace(draft, value=feast.first.isoformat(), days=days, confidence=confidence)


def read_beside_holiday(match: Match, scene: Scene) -> Reading | None:
    """Read "a week before Christmas", "the day after Thanksgiving": a day counted from a feast."""
    holiday, unit, weekday = read_holiday(match, scene), match.unit, match.value("WEEKDAY")
    day = days_of(holiday.value) if holiday else None
    number = number_of(match.group("number")) if match.has("number") else 1
    if holiday is not None and day is not None and weekday is not None:
        direction: Direction = "ahead" if match.value("BEFORE") == "after" else "back"
        return replace(holiday, value=choose_weekday(weekday, day.first, direction, counting_base=False).day.isoformat(), days=None)
    if holiday is None or day is None or unit is None or number is None:
        return None
    moved = shifted(day.first, unit, number if match.value("BEFORE") == "after" or match.has("LATER") else -number)
    whole = match.has("THE") and not match.has("number")
    value = unit_value(moved, unit if whole else "D") if moved else None
    return replace(holiday, value=value, confidence=0.8, days=None) if value else None


def read_occasion(match: Match, scene: Scene) -> Reading | None:
    """Read a feast whose day is not computed: a date that stays open."""
    del scene
    return Reading("DATE", "XXXX-XX-XX", how="none", grain="day", confidence=0.4, tells=False) if match.last > match.first else None
