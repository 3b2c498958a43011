"""Days that one happening lends another: a visit starts with the arrival, a war with its outbreak.

Only what is not dated by most of its own tellings takes a lent day, and only from a happening of the same story and actor.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from extract.happenings.account import Account
from extract.happenings.people import actors_of
from extract.models import Happening, When

BEGINNINGS: Mapping[str, frozenset[str]] = {"visit": frozenset({"arrival"}), "war": frozenset({"war begins"})}
ROUGH_BEGINNINGS: Mapping[str, frozenset[str]] = {"war": frozenset({"attack"})}  # where the whole is only counted roughly
ROUGH_DAYS = 45  # "a year and a half after the war began" is seldom meant to the month
MOST_DAYS: Mapping[str, int] = {"visit": 7, "war": 36_500}  # between the beginning and what is told of the whole
RULE: Mapping[str, str] = {"visit": "date: a visit starts with the arrival", "war": "date: a war starts with its outbreak"}


def with_lent_days(happenings: Sequence[Happening], groups: Sequence[Sequence[Account]]) -> list[Happening]:
    """Give the happenings, those without a day of their own starting with their beginning where one is told."""
    beginnings: dict[tuple[int, str], list[Happening]] = defaultdict(list)
    for happening, group in zip(happenings, groups, strict=True):
        if any(account.days_told for account in group) and happening.modality == "asserted":
            beginnings[group[0].story, happening.kind].append(happening)
    result = []
    for happening, group in zip(happenings, groups, strict=True):
        kinds = sorted(BEGINNINGS.get(happening.kind, ()))
        found = [start for kind in kinds for start in beginnings[group[0].story, kind] if _begins(start, happening)]
        rough = sorted(ROUGH_BEGINNINGS.get(happening.kind, ()))
        found += [start for kind in rough for start in beginnings[group[0].story, kind] if _begins_roughly(start, happening)]
        told = sum(account.days_told for account in group) * 2 > len(group)
        result.append(
            happening if told or not found else _started(happening, max(found, key=lambda start: (start.confidence, start.id)))
        )
    return result


def _begins(start: Happening, whole: Happening) -> bool:
    if start.when is None or start.when.first_day is None or start.when.how not in {"explicit", "relative"}:
        return False
    if not actors_of(start) & actors_of(whole):
        return False
    first = whole.when.first_day if whole.when else None
    return whole.modality == "asserted" and (first is None or 0 <= (first - start.when.first_day).days <= MOST_DAYS[whole.kind])


def _begins_roughly(start: Happening, whole: Happening) -> bool:
    """Tell whether an attack on a country, told with its date, is the beginning of a war that is only counted roughly."""
    if start.when is None or start.when.how != "explicit" or whole.when is None or whole.when.how != "relative":
        return False
    if start.when.first_day is None or whole.when.first_day is None or (start.where and start.where.kind != "country"):
        return False
    near = abs((whole.when.first_day - start.when.first_day).days) <= ROUGH_DAYS
    return near and bool(actors_of(start) & actors_of(whole))


def _started(whole: Happening, start: Happening) -> Happening:
    if start.when is None or start.when.first_day is None:
        return whole
    last = whole.when.last_day if whole.when and whole.kind == "visit" else None
    when: When = replace(
        start.when, last_day=max(last, start.when.first_day) if last else None, rule=RULE[whole.kind], clock=None, zone=None
    )
    return replace(whole, when=when)
