"""Where somebody was taken from or went to: "disappeared from a Dhaka street", "चोरी के मामले में दिल्ली से गिरफ्तार", "चीन यात्रा".

In go the places that the clause of an event wants; out come those that say where it happened.
"""

from collections.abc import Sequence

from extract.events.drafts import Draft, Placed
from extract.language.events import EventRules

# families that happen where somebody or something is taken from
FETCHED = frozenset({"arrest", "rescue", "seizure", "displacement", "crime", "kidnapping", "missing"})


def fetched_from(
    own: list[Placed], draft: Draft, places: Sequence[Placed], beside: Sequence[Draft], rules: EventRules
) -> list[Placed]:
    """Give the place that something was taken from, where no other is told or only one of a deed before it."""
    if draft.kind.family not in FETCHED:
        return own
    left = [place for place in places if _is_left(place, draft, rules)]
    if not own or not (rules.verb_last and left):
        return own or left
    first, last = max(place.token for place in own), left[-1].token
    told = any(first < other.trigger.first < last and other.kind.family != draft.kind.family for other in beside)
    return left if told and last < draft.trigger.first else own


def is_before_noun(place: Placed, draft: Draft, rules: EventRules) -> bool:
    """Tell whether a place without a mark stands right before the noun for a journey, which goes there: "चीन यात्रा"."""
    last = draft.reading.token_at(place.place.span.end - 1)
    return rules.marks_after and place.clause == draft.clause_number and last + 1 == draft.trigger.first


def _is_left(place: Placed, draft: Draft, rules: EventRules) -> bool:
    behind = rules.verb_last or place.token >= draft.trigger.first
    return behind and place.clause == draft.clause_number and place.role == "origin" and place.place.drawn
