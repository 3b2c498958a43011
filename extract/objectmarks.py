"""Words for what is to come that here only mark what the verb is done to: "将14名矿工救出", "昨天将利率下调"."""

from collections.abc import Sequence

from extract.clauses import Reading, Trigger
from extract.language.modality import Cue, ModalityRules
from extract.phrases import Found


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
