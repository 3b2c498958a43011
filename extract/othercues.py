"""Cues that are about something else than the deed: its object, "将14名矿工救出", its doer, "suspected rebels", what it came of."""

from collections.abc import Sequence

from extract.clauses import Reading, Trigger
from extract.language.events import EventRules
from extract.language.modality import Cue, ModalityRules
from extract.phrases import Found

LONGEST_CAUSE = 6  # words between what had no results and its mark


def marks_object(reading: Reading, cue: Found[Cue], triggers: Sequence[Trigger], cues: ModalityRules) -> bool:
    """Tell a cue that only marks an object: a number of what is counted stands behind it, or the verb that takes the object."""
    if reading.keys[cue.first] not in cues.object_marks:
        return False
    return cues.marks_object(reading.keys, cue.first, cue.last) or _leads_to_its_verb(reading, cue, triggers, cues)


def _leads_to_its_verb(reading: Reading, cue: Found[Cue], triggers: Sequence[Trigger], cues: ModalityRules) -> bool:
    """Tell whether a verb behind takes an object, which stands between: "将张某逮捕", not "将逮捕张某" or "将全力抓捕"."""
    clause = reading.clause_of[cue.first]
    behind = (one.first for one in triggers if one.first >= cue.last and reading.clause_of[one.first] == clause)
    verb = min((at for at in behind if reading.keys[at] in cues.object_verbs), default=cue.last)
    between = reading.keys[cue.last : verb]
    return bool(between) and between[0] not in cues.object_stops and not cues.object_stops.issuperset(between)


def describes_noun(cue: Found[Cue], trigger: Trigger, reading: Reading, rules: EventRules, cues: ModalityRules) -> bool:
    """Tell whether a cue says something of a noun, and nothing of what it did: "suspected rebels killed", not "is suspected"."""
    if reading.keys[cue.first] not in cues.attributive or cue.last - cue.first > 1:
        return False
    if trigger.position == "phrase" and cue.last == trigger.first:  # of the noun that begins it: "alleged attack on"
        return False
    before = reading.keys[cue.first - 1] if cue.first else ""
    return before not in rules.auxiliaries and before not in rules.passive


def has_results(reading: Reading, trigger: Trigger, cue: Found[Cue], cues: ModalityRules) -> bool:
    """Tell whether the trigger is only what had no results: the accident of "لم يسفر الحادث عن إصابات"."""
    mark = cues.results.get(reading.keys[cue.last]) if cue.last < trigger.first else None
    return mark is not None and mark in reading.keys[trigger.last : trigger.last + LONGEST_CAUSE]
