"""Which happening is a part of which: the handshake of a meeting, the arrival of a visit.

A part shares the story, the days and an actor with its whole, and is not far from it; of several wholes the one told
most often is taken. No happening is a part of its own part.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

from extract.happenings.apart import SLACK_DAYS, days_apart, is_sharp, km_apart
from extract.happenings.people import actors_of
from extract.kinds import WHOLES, kind_named
from extract.models import Happening

FEWEST_TELLINGS = 2  # a whole that is told once is rather a mention
FAR_KM = 30.0
LONG_DAYS = 31  # intervals of more days are not looked up day by day


def parts_of(happenings: Sequence[Happening], stories: Sequence[int]) -> dict[str, str]:
    """Give the id of the whole of each happening that is a part; ``stories`` is the story of each."""
    by_story: dict[int, list[Happening]] = defaultdict(list)
    for happening, story in zip(happenings, stories, strict=True):
        by_story[story].append(happening)
    result: dict[str, str] = {}
    for told in by_story.values():
        wholes = [whole for whole in told if kind_named(whole.kind).family in WHOLES and len(whole.mentions) >= FEWEST_TELLINGS]
        near = _by_day(wholes)
        for part in told:
            found = (whole for whole in near(part) if _holds(whole, part))
            best = max(found, key=lambda whole: _fit(whole, part), default=None)
            if best is not None:
                result[part.id] = best.id
    return _without_rings(result)


def _by_day(wholes: Sequence[Happening]) -> Callable[[Happening], list[Happening]]:
    """Give the function that lists the wholes which may share the days of a part: each is looked up by its days."""
    by_day: dict[int, list[int]] = defaultdict(list)
    long: list[int] = []
    for number, whole in enumerate(wholes):
        days = _days(whole)
        if days and days[1] - days[0] <= LONG_DAYS:
            for day in range(days[0] - SLACK_DAYS, days[1] + SLACK_DAYS + 1):
                by_day[day].append(number)
        elif days:
            long.append(number)

    def near(part: Happening) -> list[Happening]:
        days = _days(part)
        if days is None:
            return []
        if days[1] - days[0] > LONG_DAYS:
            return list(wholes)
        return [wholes[at] for at in {*long, *(at for day in range(days[0], days[1] + 1) for at in by_day.get(day, ()))}]

    return near


def _holds(whole: Happening, part: Happening) -> bool:
    if whole.id == part.id or kind_named(part.kind).family not in WHOLES[kind_named(whole.kind).family]:
        return False
    if kind_named(whole.kind).family == kind_named(part.kind).family or len(whole.mentions) <= len(part.mentions):
        return False
    return _same_days(whole, part) and _same_site(whole, part) and _same_actors(whole, part)


def _fit(whole: Happening, part: Happening) -> tuple[int, int, str]:
    near = list(WHOLES).index(kind_named(whole.kind).family)
    return -near, len(whole.mentions), whole.id if part.id else ""


def _same_days(whole: Happening, part: Happening) -> bool:
    one, other = _days(whole), _days(part)
    return one is not None and other is not None and days_apart(one, other) <= SLACK_DAYS - kind_named(whole.kind).one_day


def _same_site(whole: Happening, part: Happening) -> bool:
    if whole.where is None or part.where is None or not (is_sharp(whole.where) and is_sharp(part.where)):
        return True
    return km_apart(whole.where, part.where) <= FAR_KM


def _same_actors(whole: Happening, part: Happening) -> bool:
    one, other = actors_of(whole), actors_of(part)
    return not one or not other or bool(one & other)


def _days(happening: Happening) -> tuple[int, int] | None:
    when = happening.when
    if when is None:
        return None
    first, last = when.first_day or when.last_day, when.last_day or when.first_day
    return (first.toordinal(), last.toordinal()) if first and last else None


def _without_rings(whole_of: dict[str, str]) -> dict[str, str]:
    for part in sorted(whole_of):
        seen, at = {part}, whole_of.get(part)
        while at is not None and at not in seen:
            seen.add(at)
            at = whole_of.get(at)
        if at is not None:
            del whole_of[part]
    return whole_of
