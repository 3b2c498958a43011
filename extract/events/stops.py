"""A journey told with several goals → one visit for each: "a trip to Kiel and Lübeck".

In come the events of a document, and the further goals of each; out come all events in the order of the text, with their
references to each other kept.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from extract.events.drafts import Draft, Placed
from extract.events.where.placing import SHARP, where_of
from extract.geo import distance_km
from extract.models import Event

FAR_KM = 30.0  # goals nearer than this are one
RULE = "place: a further goal of the journey"
TRAVELLED = frozenset({"visit", "tour"})  # families of kinds that may have several goals


def further_goals(draft: Draft, places: Sequence[Placed], chosen: Placed | None) -> tuple[Placed, ...]:
    """Give the sharp places behind a visit in its clause that are other goals than the one chosen."""
    if draft.kind.family not in TRAVELLED or draft.kind.placing != "target" or chosen is None or chosen.token < draft.trigger.last:
        return ()
    goals: list[Placed] = [chosen]
    for place in places:
        inside = place.clause == draft.clause_number and place.token >= draft.trigger.last
        goal = place.role in ("target", "site") and place.place.drawn and place.place.kind in SHARP
        if inside and goal and all(_apart(place, other) for other in goals):
            goals.append(place)
    return tuple(goals[1:])


def with_stops(events: Sequence[Event], stops: Sequence[Sequence[Placed]]) -> tuple[Event, ...]:
    """Add an event for each further goal, told by the words of the place."""
    numbered = list(enumerate(events))
    for event, goals in zip(events, stops, strict=True):
        numbered += [(-1, _at_goal(event, goal)) for goal in goals]
    if len(numbered) == len(events):
        return tuple(events)
    numbered.sort(key=lambda pair: pair[1].span)
    new = {number: at for at, (number, _) in enumerate(numbered) if number >= 0}
    return tuple(_renumbered(event, new) for _, event in numbered)


def in_order(events: Sequence[Event], others: Sequence[Event]) -> tuple[Event, ...]:
    """Put two rows of events into the order of the text, the references inside each row kept."""
    numbered = [(row, number, event) for row, told in enumerate((events, others)) for number, event in enumerate(told)]
    numbered.sort(key=lambda one: (one[2].span, one[0], one[1]))
    new: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for at, (row, number, _) in enumerate(numbered):
        new[row][number] = at
    return tuple(_renumbered(event, new[row]) for row, _, event in numbered)


def _apart(one: Placed, other: Placed) -> bool:
    a, b = one.place, other.place
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return False
    return distance_km((a.latitude, a.longitude), (b.latitude, b.longitude)) > FAR_KM


def _at_goal(event: Event, goal: Placed) -> Event:
    where = replace(where_of(goal.place, "clause", event.document_id), rule=RULE)
    return replace(
        event,
        span=goal.place.span,
        trigger=goal.place.text,
        where=where,
        place=goal.number,
        other_places=(),
        before=None,
        after=None,
    )


def _renumbered(event: Event, new: dict[int, int]) -> Event:
    """Let an event refer to others by their new numbers."""
    if event.same_as is event.before is event.after is event.answered_by is event.parent is None:
        return event

    def at(number: int | None) -> int | None:
        return None if number is None else new[number]

    return replace(
        event,
        same_as=at(event.same_as),
        before=at(event.before),
        after=at(event.after),
        answered_by=at(event.answered_by),
        parent=at(event.parent),
    )
