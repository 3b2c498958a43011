"""Where somebody only lives: "名古屋市の会社員、中村健太さん" says nothing of where he died."""

from collections.abc import Sequence

from msgspec.structs import replace

from extract.clauses import Reading
from extract.events.drafts import Placed
from extract.language.events import EventRules
from extract.models import PlaceMention

PART_REACH = 6  # tokens of a part of the town behind its name: "岡山市北区の"
PERSON_REACH = 8  # tokens behind the mark in which that word or title stands


def without_homes(reading: Reading, found: list[Placed], places: Sequence[PlaceMention], rules: EventRules) -> list[Placed]:
    """Make no site of the places of one sentence in which somebody lives, where the document tells any other place.

    What stands right before such a town contains it: "千葉県船橋市の大学生".
    """
    if not rules.residents:
        return found
    homes: set[int] = set()
    for place in reversed(found):
        last = reading.token_at(place.place.span.end - 1) + 1
        if _is_home(reading.keys, last, rules) or any(home.number in homes and home.token == last for home in found):
            homes.add(place.number)
    if not homes or {place.name for place in places} == {one.place.name for one in found if one.number in homes}:
        return found
    return [replace(one, role="topic", goal=True) if one.number in homes else one for one in found]


def _is_home(keys: Sequence[str], last: int, rules: EventRules) -> bool:
    """Tell whether the mark behind a place links it to a word for a person, or to a name with its title: "長野市の中野誠さん"."""
    mark = last
    while mark < min(len(keys), last + PART_REACH) and keys[mark].isalnum() and (keys[mark],) not in rules.place_roles:
        mark += 1
    if mark >= len(keys) or keys[mark] not in rules.date_marks:  # "の" makes a place and a day say more of the noun behind
        return False
    for key in keys[mark + 1 : mark + 1 + PERSON_REACH]:
        if key in rules.residents:
            return True
        if (key,) in rules.place_roles or not key.isalnum():
            return False
    return False
