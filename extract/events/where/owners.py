"""The land that a count of cases or a disaster belongs to: "Vermont's first case", "Spain has reported 40 deaths".

And the land from which only comes what another receives.
"""

from collections.abc import Sequence

from extract.events.drafts import Draft, Placed
from extract.language.events import EventRules
from extract.participants import DOER, GIVER, ONLOOKER

BELONGING = frozenset({"health", "disaster"})  # colours of kinds whose owner is where they are, not who does them
COUNTED = frozenset(
    {"epidemic", "illness", "toll", "vaccination", "earthquake", "storm", "flood", "fire", "drought", "heat", "cold"}
)  # families that lands count
TOLLS, ATTACK = frozenset({"toll", "killing"}), "attack"  # families of what befalls people, and of what strikes them
WORDS_BETWEEN = 6  # words between a land and what is its own: "India's second confirmed case of swine flu"
VERB_REACH = 4  # tokens from a land to its verb: "Spain has so far reported"


def place_of_owner(draft: Draft, places: Sequence[Placed], rules: EventRules) -> Placed | None:
    """Give the land or town that owns, or counts, what an event tells."""
    if draft.kind.colour not in BELONGING or rules.verb_last:
        return None
    before = [place for place in places if place.token < draft.trigger.first and place.clause == draft.clause_number]
    return next((place for place in reversed(before) if place.place.drawn and _owns(place, draft, rules)), None)


def is_givers(place: Placed, draft: Draft) -> bool:
    """Tell whether a place stands for whoever gives what another receives, or only speaks of it: "ドイツから支援を受けた"."""
    first, last = place.place.span
    return any(
        who.source.rule in (GIVER, ONLOOKER) and who.span.start < last and who.span.end > first for who in draft.participants
    )


def is_attackers(place: Placed, draft: Draft, beside: Sequence[Draft]) -> bool:
    """Tell whether a land whose attack killed or hurt somebody is no scene of it: "Israel's strike killed 12 people"."""
    if draft.kind.family not in TOLLS:
        return False
    first, last = place.place.span
    attacks = (other for other in beside if other.kind.family == ATTACK)
    return any(
        who.source.rule == DOER and who.span.start < last and who.span.end > first
        for other in attacks
        for who in other.participants
    )


def _owns(place: Placed, draft: Draft, rules: EventRules) -> bool:
    keys = draft.reading.keys
    last = draft.reading.token_at(place.place.span.end - 1) + 1
    between = keys[last : draft.trigger.first]
    if between[1:2] and between[1] in rules.possessive:
        plain = all(key.isalnum() and (key,) not in rules.place_roles and key not in rules.place_links for key in between[2:])
        return plain and len(between) - 2 <= WORDS_BETWEEN
    inside = keys[last : draft.trigger.last]  # "reported its first case" may be one phrase with its verb
    verb = next((at for at, key in enumerate(inside[:VERB_REACH]) if key in rules.recording), None)
    if verb is None or place.role != "topic" or draft.kind.family not in COUNTED or draft.trigger.position == "verb":
        return False
    return all(key in rules.auxiliaries or key in rules.adverbs for key in inside[:verb])
