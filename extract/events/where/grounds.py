"""Where an event is that names only a building whose town was told before: "a plant in Paradip …", then "stormed the plant"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from extract.clauses import Reading
from extract.events.drafts import Draft, Placed
from extract.events.marks import TOWNS
from extract.events.where.placing import UNWANTED, Found
from extract.language.events import EventRules
from extract.models.record import Record
from extract.triggers.position import APOSTROPHES

LINK_REACH = 5  # words between a building and its town: "plant in the port town of Paradip"
MARK_REACH = 4  # tokens before a building in which the mark of a site stands: "at the same fertiliser plant"
OBJECT_REACH = 3  # tokens between a verb and the building that it strikes or leads to
STRIKING = frozenset({"unrest", "attack", "raid", "siege", "visit", "inspection"})  # families whose object is where they are


class Ground(Record, frozen=True):
    """A noun for a building that has its town beside it."""

    sentence: int
    token: int
    place: Placed


def grounds_of(
    readings: Sequence[Reading], placed: Mapping[int, Sequence[Placed]], rules: EventRules
) -> Mapping[str, Sequence[Ground]]:
    """Give the buildings of a document that have their town beside them, by their noun, in order."""
    found: dict[str, list[Ground]] = defaultdict(list)
    for reading in readings if rules.grounds else ():
        places = [one for one in placed[reading.sentence.index] if one.place.drawn and one.place.kind in TOWNS]
        for token, key in enumerate(reading.keys) if places else ():
            if key in rules.grounds and (town := _town_of(reading, token, places, rules)):
                found[key].append(Ground(reading.sentence.index, token, town))
    return found


def _town_of(reading: Reading, token: int, places: Sequence[Placed], rules: EventRules) -> Placed | None:
    """Give the town that stands beside a noun for a building with nothing but plain words between."""
    for place in places:
        first, last = reading.token_at(place.place.span.start), reading.token_at(place.place.span.end - 1) + 1
        between = reading.keys[token + 1 : first] if first > token else reading.keys[last:token]
        before = first > token
        plain = all(
            key[:1].isalpha() and key not in rules.finite and key not in rules.grounds and key not in rules.coordinators
            for key in between
        )
        if plain and len(between) <= (LINK_REACH if before or rules.marks_after else 1):
            return place
    return None


def at_ground(draft: Draft, grounds: Mapping[str, Sequence[Ground]], rules: EventRules) -> Found | None:
    """Give the town of the building that an event's clause names as its site, told before and once only."""
    if not grounds or draft.kind.placing == "none" or draft.kind.speech:
        return None
    keys, clause = draft.reading.keys, draft.clause
    for token in range(clause.first, clause.last):
        told = grounds.get(keys[token])
        if told is None or not (_is_site(draft, token, rules) or _is_struck(draft, token, rules)):
            continue
        here = draft.sentence, token
        before = {one.place.place.name: one.place for one in told if (one.sentence, one.token) < here}
        if len(before) == 1:
            return next(iter(before.values())), "anaphor"
    return None


def _is_site(draft: Draft, token: int, rules: EventRules) -> bool:
    """Tell whether the mark of a site stands before a noun, or behind it, and no word that makes it a new one."""
    keys, unwanted = draft.reading.keys, UNWANTED[draft.kind.placing]
    if rules.marks_after:
        marks = (tuple(keys[token + 1 : token + length]) for length in (3, 2))
        role = next(filter(None, map(rules.place_roles.get, marks)), None)
        return bool(role) and role not in unwanted
    for at in range(token - 1, max(-1, token - 1 - MARK_REACH), -1):
        if keys[at] in rules.determiners and keys[at] not in rules.definite:
            return False
        if role := rules.place_roles.get((keys[at],)):
            return role not in unwanted
        if not keys[at][:1].isalpha() and keys[at] not in APOSTROPHES:
            return False
    return False


def _is_struck(draft: Draft, token: int, rules: EventRules) -> bool:
    """Tell whether a noun is the object of a verb that strikes a building, or leads to it: "stormed the plant"."""
    keys, last = draft.reading.keys, draft.trigger.last
    if draft.kind.family not in STRIKING or not last <= token <= last + OBJECT_REACH:
        return False
    return any(key in rules.definite for key in keys[last:token])
