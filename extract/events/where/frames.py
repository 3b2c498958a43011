"""Lands and towns without a mark that are the scene all the same: "Mali: attack on village kills nine", "a quake hit Peru"."""

from msgspec.structs import replace

from extract.clauses import Reading
from extract.events.drafts import Draft, Placed
from extract.language.events import EventRules

COLON = frozenset(":：")
STRIKING = frozenset(  # families of what nature does: a land behind their nouns without a mark is what they strike
    {"disaster", "earthquake", "tsunami", "flood", "landslide", "storm", "rain", "heat", "cold", "drought"}
)
STRUCK_REACH = 5  # tokens between such a noun and the land: "strong quake hits northern Peru"


def with_frame(reading: Reading, places: list[Placed], rules: EventRules) -> list[Placed]:
    """Make the place that opens a heading before a colon, or before a sign that the pack names, the scene of all of it."""
    if not places or not reading.sentence.heading or places[0].token != 0 or not places[0].place.drawn:
        return places
    last = reading.token_at(places[0].place.span.end - 1) + 1
    sign = reading.keys[last] if last < len(reading.keys) else ""
    listed = len(places) > 1 and places[1].token == last + 1  # "Mali, Níger: …"
    finer = any(other.place.drawn and other.place.country == places[0].place.country for other in places[1:])
    if finer or (sign not in COLON and (sign not in rules.frame_signs or listed)):
        return places
    return [replace(places[0], role="site"), *places[1:]]


def is_struck(place: Placed, draft: Draft, rules: EventRules) -> bool:
    """Tell whether a land is the object of the verb of what strikes it, without a mark between: "floods hit Brazil"."""
    trigger, keys = draft.trigger, draft.reading.keys
    if draft.kind.family not in STRIKING or place.clause != draft.clause_number or not place.place.drawn:
        return False
    between = keys[trigger.last : place.token]
    verbal = trigger.position != "noun" or trigger.last - trigger.first > 1  # "storm batters" may be one trigger
    near = trigger.last + (not verbal) <= place.token <= trigger.last + STRUCK_REACH
    return near and not any(_parts(key, rules) for key in between)


def _parts(key: str, rules: EventRules) -> bool:
    """Tell whether a word between them makes the land no object; "hit" does not, though it marks a goal."""
    joint = key in rules.coordinators or key in rules.noun_prepositions or key in rules.place_links
    return joint or not key[:1].isalpha() or rules.place_roles.get((key,)) not in (None, "target")
