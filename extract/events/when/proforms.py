"""Dates of another thing of the same sort, which a pronoun with its own day tells: "la segunda huelga, tras la del 24 de enero".

In goes a date with an event of its sentence; out comes whether it is that of the other thing.
"""

from collections.abc import Sequence

from extract.events.drafts import Dated, Draft
from extract.language.events import EventRules

REACH = 5  # tokens between the pronoun and its day: "quello di magnitudo 3,9 del 27 aprile"


def is_of_other_one(date: Dated, draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a date behind an event is that of "the one of", or is counted from it: "due settimane dopo quello del 27"."""
    first, last = draft.trigger.first, draft.trigger.last
    behind = date.reading.token_at(date.timex.span.end)
    for one in date.reading.phrases(rules.other_ones):
        if one.first == behind:
            return first < one.first
        told = last <= one.first and 0 <= date.token - one.last <= REACH
        if told and not any(one.last <= other.trigger.first < date.token for other in beside):
            return True
    return False
