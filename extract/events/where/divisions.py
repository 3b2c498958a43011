"""Where what the bodies of states and provinces say and decide is that no word places: in the town from which they are governed.

"Bihar's assembly", "the governor of Texas", "der bayerische Landtag". The division is the one beside the words for the body;
"the state government" alone is that of the division of which the document speaks most. It is a guess, and says so.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from extract.events.drafts import Draft, Placed
from extract.events.where.states import guess_at, is_done_at_seat, is_told_of
from extract.gazetteer import Gazetteer
from extract.gazetteer.seats import court_of, seat_of
from extract.language.events import EventRules
from extract.models import PlaceMention, Where

BESIDE = 4  # tokens between the division and the words for its body: "the governor of Russia's Kemerovo region"
TOWN_BESIDE = 1  # the same for a division that is told by the name of its town: "the governor of New York"
LEAST_SHARE = 0.6  # of the names of a document that are of one division
HEADS = "heads"  # key of persons, who are also elsewhere: "the chief minister visited the camp"
COURTS = "courts"  # key of bodies that need not sit where the division is governed: Uttarakhand's high court is in Nainital
NONE = "none"  # key of words that hold such a one and mean none: "assembly election"
SITED = frozenset({"site", "scene"})  # placings of what happens where somebody is
STOPS = frozenset(",;:()。、，«»")
REGIONS = frozenset({"admin1", "region", "demonym"})


def most_told(places: Iterable[Placed]) -> str | None:
    """Give the division of most of the places of a document; None where no one has the most by far."""
    told = Counter(placed.place.admin1 for placed in places if placed.place.admin1 and placed.place.drawn)
    division, times = next(iter(told.most_common(1)), (None, 0))
    return division if times >= LEAST_SHARE * told.total() else None


def in_seat(draft: Draft, places: Sequence[Placed], told: str | None, rules: EventRules) -> Where | None:
    """Guess an event in the seat of the division of whose bodies its clause tells. ``told`` is the division told most."""
    if not rules.division_bodies or not is_done_at_seat(draft):
        return None
    phrases = draft.reading.phrases(rules.division_bodies)
    stops = [found for found in phrases if found.value[0] == NONE]
    for found in phrases:
        key, words = found.value
        if any(stop.first <= found.first < stop.last for stop in stops):
            continue
        if not is_told_of(draft, found.first) or (key == HEADS and draft.kind.placing in SITED):
            continue
        division = _beside(found.first, found.last, draft, places) or (told if words in rules.division_alone else None)
        if town := court_of(division) if key == COURTS else seat_of(division):
            return guess_at(town, draft.document_id, draft.reading.span(found.first, found.last))
    return None


def _beside(first: int, last: int, draft: Draft, places: Sequence[Placed]) -> str | None:
    """Give the division right before the words for a body, or behind them."""
    near: list[tuple[int, str]] = []
    for placed in places:
        division = _division_of(placed.place)
        end = draft.reading.token_at(placed.place.span.end - 1)
        gap = max(0, first - end - 1) if placed.token < first else placed.token - last  # the two overlap in "四川省政府"
        reach = BESIDE if placed.place.kind in REGIONS else TOWN_BESIDE  # not "MOSCOW - The governor of …"
        between = draft.reading.keys[end + 1 : first] if placed.token < first else draft.reading.keys[last : placed.token]
        if division and 0 <= gap <= reach and STOPS.isdisjoint(between):
            near.append((gap + (placed.token >= last), division))
    return min(near)[1] if near else None


def _division_of(place: PlaceMention) -> str | None:
    """Give the division that a place is; of a town only one that is called so too: "the governor of New York"."""
    if place.kind in REGIONS:
        return place.admin1 or _called(place.name, place.country)
    return place.admin1 if place.kind == "city" and place.admin1 and _called(place.name, place.country) == place.admin1 else None


def _called(name: str, country: str | None) -> str | None:
    """Give the division of a country that bears a name."""
    gazetteer = Gazetteer.load()
    rows = (meaning.row for meaning in gazetteer.search(name))
    row = next((row for row in rows if gazetteer.kind(row) == "admin1" and gazetteer.country(row) == country), None)
    return None if row is None else gazetteer.admin1(row)
