"""The place right before the noun of an event, or before a noun of places that says more of it: "the Kabul hotel bombing"."""

from collections.abc import Sequence

from extract.events.drafts import Draft, Placed
from extract.language.events import EventRules

MOST_NOUNS = 3  # between a town and an event that happened in what they name
HYPHENS = frozenset("-‐‑–")  # "die Russland-Reise"


def place_before_noun(draft: Draft, places: Sequence[Placed], rules: EventRules) -> Placed | None:
    """Give the place before a noun: "the Kabul bombing", "रूस यात्रा"; "이라크와의 경기" is only against its team."""
    if draft.trigger.position != "noun":
        return None
    reading, first = draft.reading, draft.trigger.first
    passed = ("origin", "topic") if rules.marks_after and draft.kind.placing != "target" else ("origin",)
    inside = (place for place in places if place.token < first and place.place.drawn and place.role not in passed)
    ends = ((place, reading.token_at(place.place.span.end - 1) + 1) for place in inside)
    return next((place for place, last in ends if _is_plain(reading.keys[last:first], rules)), None)


def _is_plain(between: Sequence[str], rules: EventRules) -> bool:
    """Tell whether nothing but nouns of places stand between a place and the noun of an event: "the Miami warehouse fire"."""
    short = len(between) <= MOST_NOUNS and not rules.marks_after
    return all(key in HYPHENS for key in between) or (short and rules.place_nouns.issuperset(between))
