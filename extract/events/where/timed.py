"""What only says when something else happened was not where that did: "hours after the crash police arrested a man in Cusco"."""

from collections.abc import Sequence

from extract.events.drafts import Draft, Placed
from extract.language.events import EventRules

APOSTROPHES = ("'", "’")
REACH = 4  # tokens between the noun and the word that makes it the time of another


def before_the_deed(draft: Draft, places: Sequence[Placed], beside: Sequence[Draft], rules: EventRules) -> Sequence[Placed]:
    """Leave out the places of the deed that a noun only dates: those behind its verb, or behind the mark that follows the noun."""
    if draft.trigger.position != "noun" or not places:
        return places
    behind = [one.trigger for one in beside if one.trigger.first >= draft.trigger.last]
    deeds = [one.first for one in behind if rules.marks_after or one.position != "noun"]
    bound = _mark_behind(draft, rules, min(deeds)) if deeds and rules.marks_after else min(deeds, default=None)
    if bound is None or not (rules.marks_after or _is_marked(draft, rules)):
        return places
    return [place for place in places if place.token < bound]


def _mark_behind(draft: Draft, rules: EventRules, deed: int) -> int | None:
    """Give the token of the word behind a noun that makes it the time of a deed: "हादसे के कुछ घंटे बाद"."""
    keys, last = draft.reading.keys, draft.trigger.last
    return next((at for at in range(last, min(last + REACH + 1, deed)) if keys[at] in rules.time_marks), None)


def _is_marked(draft: Draft, rules: EventRules) -> bool:
    """Tell whether such a word stands before a noun, no stop between: "hours after the crash"."""
    keys, first = draft.reading.keys, draft.trigger.first
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        if keys[at] in rules.time_marks:
            return True
        if not keys[at][:1].isalnum() and keys[at] not in APOSTROPHES:
            return False
    return False
