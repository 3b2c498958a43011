"""Names around a trigger → participants with roles.

Where the verb stands in the middle, the name before it acts and the name behind it is acted upon, unless the verb is
passive or a preposition says otherwise. Where the verb stands last, the mark behind each name tells its role.
"""

from collections.abc import Sequence

from extract.clauses import Name, Reading, Trigger
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.models import Participant, Provenance, Role

MOST_PARTICIPANTS = 8  # of one event


def participants_of(
    document_id: str, reading: Reading, trigger: Trigger, names: Sequence[Name], events: EventRules, rules: NameRules
) -> tuple[Participant, ...]:
    """Give the participants of one event, by the names in its clause; those of the sentence where the clause has none."""
    clause = reading.clauses[reading.clause_of[trigger.first]]
    inside = [name for name in names if clause.first <= name.first < clause.last] or list(names)
    passive = _is_passive(reading, trigger, events)
    out = []
    for name in inside[:MOST_PARTICIPANTS]:
        role, rule = _role(reading, trigger, name, events, rules, passive)
        provenance = Provenance(document_id, name.span, rule)
        out.append(Participant(name.name, role, "", provenance, name.kind, name.key, name.title))
    return tuple(out)


def _role(reading: Reading, trigger: Trigger, name: Name, events: EventRules, rules: NameRules, passive: bool) -> tuple[Role, str]:
    for length in (2, 1):
        mark = tuple(
            reading.keys[name.last : name.last + length]
            if events.marks_after
            else reading.keys[max(0, name.first - length) : name.first]
        )
        if mark in rules.roles:
            return rules.roles[mark], f"participants: {' '.join(mark)}"
    if events.verb_last:
        return "participant", "participants: clause"
    before = name.last <= trigger.first
    if before != passive:
        return "agent", "participants: before the verb" if before else "participants: behind a passive"
    return "patient", "participants: behind the verb" if not passive else "participants: subject of a passive"


def _is_passive(reading: Reading, trigger: Trigger, events: EventRules) -> bool:
    if trigger.position != "verb" or events.verb_last or not reading.keys[trigger.first].endswith(("ed", "en", "t", "n")):
        return False
    return any(key in events.passive for key in reading.keys[max(0, trigger.first - 3) : trigger.first])
