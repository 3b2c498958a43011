"""Visits whose word holds the land they go to: "来日", "訪米", "访华", "방한".

In go an event and the place found for it; out comes the land in its word, where that place lies in another.
"""

from extract.events.drafts import Draft
from extract.events.where.placing import Found
from extract.gazetteer import Gazetteer
from extract.language.events import EventRules
from extract.models import Provenance, Where

CONFIDENCE = 0.8
RULE = "place: in the word"


def goal_in_word(draft: Draft, found: Found | None, rules: EventRules) -> Where | None:
    """Give the land that the word of a visit holds; None where it holds none, or a place in that land is told."""
    if not rules.goals or draft.kind.placing != "target":
        return None
    word = "".join(draft.reading.keys[draft.trigger.first : draft.trigger.last])
    code = next((code for goal, code in rules.goals.items() if word.startswith(goal)), None)
    place = Gazetteer.load().by_code(code) if code else None
    if place is None or (found is not None and found[0].place.country == place.country):
        return None
    return Where(
        place.name, place.latitude, place.longitude, place.radius_km, place.kind, CONFIDENCE, RULE,
        (Provenance(draft.document_id, draft.reading.span(draft.trigger.first, draft.trigger.last), RULE),),
        place.geonames_id, place.country,
    )  # fmt: skip
