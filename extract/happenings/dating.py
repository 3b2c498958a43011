"""The days of a happening, from the days that its tellings give, each with its words.

Days told by words of an event's own win over days taken from the document's focus or its publication; a day wins over
a week or month that holds it; among equals the more independent texts win, and for the dead the first day that weighs
about as much. Nothing is averaged.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from extract.happenings.account import TOLL, Account
from extract.models import Article, Grain, Provenance, When

MOST_EVIDENCE = 24  # spans kept; a reader wants to see words, not all of them
LENT_RULES = frozenset({"date: focus", "date: published", "date: scene"})  # what is no word of the event's own
MANY_TELLINGS, STRAY_SHARE = 4, 0.25  # of so many tellings, a year told by no more than this share is not theirs
NEARLY = 0.5  # of the weight of the day that weighs most
ROUGH_DAYS = 6  # between the ends of what is told to the week or worse
_Dated = tuple[Account, When]
_Value = tuple[dt.date | None, dt.date | None, Grain]
_HOW_WEIGHT = {"explicit": 1.0, "relative": 0.9, "inferred": 0.3, "none": 0.1}
_FINEST: tuple[Grain, ...] = (
    "second", "minute", "hour", "part", "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century",
    "millennium", "unknown",
)  # fmt: skip
_OPEN = 100_000  # days of an interval with an open end
_DAY, _YEAR = _FINEST.index("day"), _FINEST.index("year")


def merged_when(accounts: Sequence[Account], articles: Sequence[Article]) -> When | None:
    """Give the days of one happening with the words of every telling that agrees; None where nothing is known."""
    if len(accounts) == 1:
        return _as_told(accounts[0].event.when)
    whens = [(account, account.event.when) for account in accounts if account.event.when is not None]
    dated = [(account, when) for account, when in whens if when.first_day is not None or when.last_day is not None]
    if not dated:
        return whens[0][1] if whens else None
    if accounts[0].one_day:
        dated = _over_when_told(dated, accounts, articles)
    told = [(account, when) for account, when in dated if account.days_told]
    if accounts[0].one_day:
        told = _without_stray_years(told, len(accounts))
    else:  # a war is told on many days: it has its beginning, and never the day of the news
        told = [(account, when) for account, when in dated if when.rule not in LENT_RULES] or told
    values = _weighed(told or dated)
    best = _best(values, one_day=accounts[0].one_day)
    if accounts[0].one_day and accounts[0].family == TOLL:
        best = _first_nearly(best, values)
    inside = [(account, when) for account, when in dated if _is_day_of(when, best)] if accounts[0].one_day else []
    if inside:
        best = _best(_weighed(inside), one_day=True)
    agreeing = [(account, when) for account, when in dated if _agrees(when, best)]
    chosen = min(
        (when for _, when in agreeing if _value(when) == best),
        key=lambda when: (-_HOW_WEIGHT[when.how], -when.confidence, when.rule),
    )
    evidence = _evidence([when for _, when in agreeing])
    clocks = [when for _, when in agreeing if when.clock]
    clock, zone = (clocks[0].clock, clocks[0].zone) if clocks else (None, None)
    texts = len({account.text for account, when in agreeing if when.how == chosen.how})
    return replace(chosen, evidence=evidence, clock=clock, zone=zone, confidence=sure_by(chosen.confidence, texts))


def _as_told(when: When | None) -> When | None:
    """Give the days of a happening that is told once."""
    if when is None or (when.first_day is None and when.last_day is None):
        return when
    evidence = when.evidence if len(when.evidence) < 2 else _evidence([when])
    zone = when.zone if when.clock else None
    return replace(when, evidence=evidence, clock=when.clock or None, zone=zone, confidence=sure_by(when.confidence, 1))


def sure_by(confidence: float, texts: int) -> float:
    """Give how sure is what so many texts tell, each of them as surely."""
    return round(1 - (1 - min(confidence, 0.99)) ** texts, 4)


def _best(values: Mapping[_Value, float], *, one_day: bool) -> _Value:
    """Choose the days told most finely and by most, or where a happening lasts its beginning."""
    if len(values) == 1:  # as for most happenings
        return next(iter(values))
    if one_day:
        return min(values, key=lambda value: (_rank(value), -values[value], str(value)))
    return min(values, key=lambda value: (value[0] or dt.date.max, _rank(value), str(value)))


def _first_nearly(best: _Value, values: Mapping[_Value, float]) -> _Value:
    """Give the first of the days told about as well: more die of their wounds later, nobody does before it happened."""
    alike = (value for value, weight in values.items() if _rank(value) == _rank(best) and weight >= NEARLY * values[best])
    return min(alike, key=lambda value: (value[0] or dt.date.max, str(value)))


def _is_day_of(when: When, value: _Value) -> bool:
    """Tell whether a telling gives one day of a week or a longer time: news of a day, which later articles tell roughly."""
    first, last, _ = value
    if when.first_day is None or when.first_day != when.last_day or first is None or last is None:
        return False
    return (last - first).days >= ROUGH_DAYS and first <= when.first_day <= last


def _over_when_told(dated: list[_Dated], accounts: Sequence[Account], articles: Sequence[Article]) -> list[_Dated]:
    """Leave out days that lie behind an article that tells it as over: "the toll rose to 31 on Friday" dates the rise."""
    told = (articles[account.article].document.published for account in accounts if account.event.modality == "asserted")
    first = min((day for day in told if day is not None), default=None)
    over = [(account, when) for account, when in dated if first is None or when.first_day is None or when.first_day <= first]
    return over or dated


def _without_stray_years(told: Sequence[_Dated], tellings: int) -> list[_Dated]:
    """Leave out a year that few of many tellings have in their sentences: it rather dates something else told there."""
    if tellings < MANY_TELLINGS:
        return list(told)
    few = STRAY_SHARE * tellings
    count = Counter(_value(when) for _, when in told)
    stray = {value for value, n in count.items() if _rank(value)[1] >= _YEAR and n <= few}
    return [(account, when) for account, when in told if _value(when) not in stray]


def _weighed(dated: Sequence[_Dated]) -> dict[_Value, float]:
    """Weigh each value by the independent texts that give it, each text once."""
    by_text: dict[_Value, dict[int, float]] = defaultdict(dict)
    for account, when in dated:
        weight = _HOW_WEIGHT[when.how] * when.confidence
        texts = by_text[_value(when)]
        texts[account.text] = max(weight, texts.get(account.text, 0.0))
    return {value: sum(texts.values()) for value, texts in by_text.items()}


def _value(when: When) -> _Value:
    return when.first_day, when.last_day, "day" if _FINEST.index(when.grain) < _DAY else when.grain


def _rank(value: _Value) -> tuple[int, int]:
    """Rank what is told of days from a single day to an interval with an open end, or one counted roughly."""
    first, last, grain = value
    length = (last - first).days if first and last else _OPEN
    return (0 if length == 0 else 1 if length < _OPEN else 2), _FINEST.index(grain)


def _agrees(when: When, value: _Value) -> bool:
    """Say whether a telling's days hold, or lie in, the days chosen."""
    first, last = when.first_day or when.last_day, when.last_day or when.first_day
    begin, end = value[0] or value[1], value[1] or value[0]
    return bool(first and last and begin and end and first <= end and begin <= last)


def _evidence(whens: Sequence[When]) -> tuple[Provenance, ...]:
    seen = {(item.document_id, item.span): item for when in whens for item in when.evidence}
    return tuple(seen[key] for key in sorted(seen))[:MOST_EVIDENCE]
