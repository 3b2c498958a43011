"""Dates that belong to a noun: "this year's league", "the August 8 election". They date that noun, and nothing else."""

from collections.abc import Sequence

from extract.events.drafts import Dated, Draft
from extract.language.events import EventRules

OWNED_TOKENS = 3  # behind a possessive mark, among which the noun that it owns stands
APOSTROPHES = frozenset("'’")


def is_attribute(date: Dated, draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a date is that of a noun right behind it, and so of no other event.

    With a possessive mark it is ("barred from this year's league") unless an event stands there ("Monday's attack"); before a
    bare noun of an event a verb of saying does not take it ("said the August 8 election was void").
    """
    keys, behind = date.reading.keys, date.reading.token_at(date.timex.span.end)
    nouns = [one.trigger.first for one in beside if one is not draft and one.trigger.position == "noun"]
    if draft.kind.speech and draft.trigger.last <= date.token:
        return behind in nouns
    mark = behind + (keys[behind : behind + 1] != [] and keys[behind] in APOSTROPHES)
    if mark >= len(keys) or keys[mark] not in rules.possessive or mark == behind:
        return False
    owned = range(mark + 1, mark + 1 + OWNED_TOKENS)
    return not any(one.trigger.first in owned for one in (*beside, draft)) and draft.trigger.last <= date.token
