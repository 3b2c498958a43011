"""Where an event is that names no place but "the country", "the city" or "nationwide".

In come an event and the places told by then; out come the kind of land that its clause means, and the place of that kind told last.
"""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from extract.events.drafts import Draft, Placed
from extract.events.marks import COUNTRY
from extract.events.where.placeroles import place_role
from extract.events.where.placing import UNWANTED, Found
from extract.language.events import EventRules
from extract.models.record import Record

REACH = 8  # sentences back to the place that such a noun means
WORLD = "world"
WIDE = frozenset({COUNTRY, WORLD})  # too wide for the town of the news to be its place
DEMONYM = "demonym"  # kind of a place that is told by the name of its people


class Reach(Record, frozen=True):
    """The kind of land that the clause of an event means, and the token that says so."""

    kind: str
    token: int


def reach_of(draft: Draft, places: Sequence[Placed], rules: EventRules) -> Reach | None:
    """Tell how far an event reaches by the nouns and adverbs of its clause: "across the country", "worldwide"."""
    if draft.kind.placing not in UNWANTED:
        return None
    reading = draft.reading
    for found in reading.phrases(rules.places_again):
        if reading.clause_of[found.first] != draft.clause_number or _is_named(draft, (found.first, found.last), places, rules):
            continue
        role = place_role(reading.keys, (-1, found.first), found.last, rules, sharp=False)
        if role == "site" or (role == "target" and role not in UNWANTED[draft.kind.placing]):
            return Reach(found.value, found.first)
    for found in reading.phrases(rules.extents):
        if reading.clause_of[found.first] == draft.clause_number:
            return Reach(found.value, found.first)
    return None


def _is_named(draft: Draft, noun: tuple[int, int], places: Sequence[Placed], rules: EventRules) -> bool:
    """Tell whether a noun of places has its own name beside it: "the city of Reno", "पटना शहर में"."""
    first, last = noun
    keys = draft.reading.keys
    if last < len(keys) and (keys[last] in rules.place_links or any(place.token == last for place in places)):
        return True
    behind = first - 1 if rules.marks_after else -1
    if behind < 0:
        return False
    owned = rules.place_roles.get((keys[behind],)) == "topic"
    return owned or any(draft.reading.token_at(place.place.span.end - 1) == behind for place in places)


def told_again(draft: Draft, reach: Reach, placed: Mapping[int, Sequence[Placed]]) -> Found | None:
    """Give the place told last that is of the kind that an event's clause means."""
    for number in range(draft.sentence, max(-1, draft.sentence - REACH), -1):
        for place in reversed(placed.get(number, ())):
            if (number < draft.sentence or place.token < reach.token) and (land := _as_land(place, reach.kind)):
                return land, "anaphor"
    return None


def _as_land(placed: Placed, kind: str) -> Placed | None:
    place = placed.place
    if place.kind == DEMONYM and kind == COUNTRY and place.latitude is not None:
        return replace(placed, place=replace(place, kind=COUNTRY, drawn=True))
    return placed if place.kind == kind and place.drawn and place.relation is None else None
