"""Verbs whose ending, or whose auxiliary, puts them before the news: "salı günü istifa etmişti", "استعفا کرده بود"."""

from itertools import pairwise

from extract.events.drafts import Draft
from extract.language.events import EventRules


def is_past_by_ending(draft: Draft, rules: EventRules) -> bool:
    """Tell whether an event, or the verb that ends its clause, has such an ending."""
    if not rules.past_perfect_endings:
        return False
    words = draft.reading.keys[draft.trigger.last - 1 : draft.clause.last]
    pairs = (f"{one} {other}" for one, other in pairwise(words))
    return any(word.endswith(rules.past_perfect_endings) for word in (*words, *pairs))
