"""Verbs of an update keep the day beside them: "the number of people killed in the crash rose to 14 on Wednesday".

In goes a date with an event of its sentence; out comes whether the day is only that on which more became known.
"""

from collections.abc import Sequence

from extract.events.drafts import Dated, Draft
from extract.events.participles import is_participle
from extract.language.events import EventRules

UPDATE_REACH = 5  # tokens between the words of an update and their day: "rose to at least 14 on Wednesday"
SCENE_REACH = 3  # tokens between a participle and the noun that is its scene: "killed in the explosion"


def is_of_update(date: Dated, draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a day is that of an update, or of what was done about the victims: "found three killed in the blast"."""
    if draft.kind.speech or draft.clause_number != date.clause:
        return False
    first, last = draft.trigger.first, draft.trigger.last
    for found in date.reading.phrases(rules.updates):  # between the event and the day: one keeps the other out
        behind = last <= found.first and 0 <= date.token - found.last <= UPDATE_REACH
        before = found.last <= first and 0 < found.first - date.token <= UPDATE_REACH
        if (behind or before) and date.reading.clause_of[found.first] == date.clause:
            return True
    return date.token < draft.trigger.first and _is_scene_of_participle(draft, beside, rules)


def _is_scene_of_participle(draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a noun only says where somebody was struck of whom the clause tells something else."""
    first = draft.trigger.first
    return draft.trigger.position == "noun" and any(
        other.clause_number == draft.clause_number
        and 0 < first - other.trigger.last <= SCENE_REACH
        and is_participle(other, beside, rules)
        for other in beside
    )
