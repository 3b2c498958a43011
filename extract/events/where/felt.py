"""Where a tremor was only felt, or a blast heard: "la secousse a été ressentie à Lyon" tells no site of it.

In go the places of a sentence with one; out come those that may be its site.
"""

from collections.abc import Sequence

from extract.events.drafts import Draft, Placed
from extract.language.events import EventRules
from extract.modality import definite_at

FELT = frozenset({"earthquake", "explosion"})  # families of what is felt or heard far from where it is


def not_felt(draft: Draft, places: Sequence[Placed], rules: EventRules) -> Sequence[Placed]:
    """Leave out the places behind a word for feeling, where the sentence has another or the thing was told before."""
    if draft.kind.family not in FELT or not rules.felt or rules.verb_last:
        return places
    keys = draft.reading.keys
    first = next((at for at, key in enumerate(keys) if key in rules.felt), len(keys))
    rest = [place for place in places if place.token < first]
    known = draft.trigger.position == "noun" and definite_at(draft.reading, draft.trigger, rules) is not None
    return rest if known or any(place.place.drawn for place in rest) else places
