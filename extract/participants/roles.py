"""Names around a trigger → participants with roles.

Where the verb stands in the middle, the name before it acts and the name behind it is acted upon, unless the verb is
passive or a preposition says otherwise. Where the verb stands last, the mark behind each name tells its role. A pronoun
stands for the person whom the sentence before is about, "the two leaders" for the pair that the document names most.
"""

from collections.abc import Sequence
from typing import NamedTuple

from extract.clauses import Name, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.models import Participant, Provenance, Role
from extract.phrases import find_phrases

MOST_PARTICIPANTS = 8  # of one event
MARK_LENGTH = 2  # most words of a mark: "accompanied by", "के साथ"


class Cast(NamedTuple):
    """Who may play a role in the events of one sentence."""

    document_id: str
    text: str
    reading: Reading
    names: Sequence[Name]
    subject: Name | None  # whom a pronoun means
    pair: tuple[Name, ...]  # whom "the two leaders" means


def with_pronouns(cast: Cast, rules: NameRules) -> Cast:
    """Add the persons whom pronouns and descriptions of the sentence mean, at the words that mean them."""
    reading, added = cast.reading, []
    if cast.subject:
        for at, key in enumerate(reading.keys):
            if key in rules.person_pronouns and not reading.quoted[at]:
                subject = next((name for name in reversed(cast.names) if name.kind == "person" and name.last <= at), cast.subject)
                added.append(_standing_for(cast, subject, at, at + 1))
                break
    if cast.pair:
        last = 0
        for found in find_phrases(reading.keys, rules.pairs):
            if found.first < last:
                continue
            last = found.last
            added += [_standing_for(cast, person, found.first, found.last) for person in cast.pair]
    return cast._replace(names=sorted([*cast.names, *added], key=lambda name: name.first)) if added else cast


def _standing_for(cast: Cast, person: Name, first: int, last: int) -> Name:
    return person._replace(sentence=cast.reading.sentence.index, first=first, last=last, span=cast.reading.span(first, last))


def participants_of(cast: Cast, trigger: Trigger, events: EventRules, rules: NameRules) -> tuple[Participant, ...]:
    """Give the participants of one event, by the names in its clause; those of the sentence where the clause has none."""
    if not cast.names:
        return ()
    reading = cast.reading
    clause = reading.clauses[reading.clause_of[trigger.first]]
    inside = [name for name in cast.names if clause.first <= name.first < clause.last] or _of_clause_before(cast, clause.first)
    inside = [name for name in inside if not _is_scene(reading, name, events, rules)]
    passive = _is_passive(reading, trigger, events)
    return tuple(_participant(cast, trigger, name, events, rules, passive=passive) for name in inside[:MOST_PARTICIPANTS])


def _is_scene(reading: Reading, name: Name, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a country is only where it happened: "in Larissa in Greece", "off the coast of Libya"."""
    if name.kind != "country":
        return False
    if events.marks_after:
        return reading.keys[name.last : name.last + 1] != [] and reading.keys[name.last] in rules.scene_marks
    before = name.first - 1
    while before > 0 and (reading.keys[before] in events.determiners or reading.keys[before] in rules.compass):
        before -= 1
    if before > 0 and reading.keys[before] in events.place_links and reading.keys[before - 1] in rules.place_nouns:
        return True
    return before >= 0 and reading.keys[before] in rules.scene_marks


def _of_clause_before(cast: Cast, first: int) -> list[Name]:
    """Give the names of the nearest clause before that has any, else all of the sentence."""
    before = [name for name in cast.names if name.last <= first]
    if not before:
        return list(cast.names)
    clause = cast.reading.clause_of[before[-1].first]
    return [name for name in before if cast.reading.clause_of[name.first] == clause]


def _participant(cast: Cast, trigger: Trigger, name: Name, events: EventRules, rules: NameRules, *, passive: bool) -> Participant:
    role, rule = _role(cast.reading, trigger, name, events, rules, passive=passive)
    allowed = kinds()[trigger.kind].roles
    if role == "recipient" and "patient" in allowed and role not in allowed:
        role = "patient"  # "X को गिरफ्तार किया": whoever is arrested, charged or beaten receives nothing
    provenance = Provenance(cast.document_id, name.span, rule)
    return Participant(name.name, role, cast.text[name.span.start : name.span.end], provenance, name.kind, name.key, name.title)


def _role(
    reading: Reading, trigger: Trigger, name: Name, events: EventRules, rules: NameRules, *, passive: bool
) -> tuple[Role, str]:
    for length in range(MARK_LENGTH, 0, -1):
        if events.marks_after:
            mark = tuple(reading.keys[name.last : name.last + length])
        else:
            mark = tuple(reading.keys[max(0, name.first - length) : name.first])
        if role := rules.roles.get(mark):
            return role, f"participants: {' '.join(mark)}"
    if events.verb_last:
        return "participant", "participants: clause"
    before = name.last <= trigger.first
    if events.verb_first and trigger.position != "noun":
        return ("patient", "participants: before the verb") if before else ("agent", "participants: behind the verb")
    if before != passive:
        return "agent", "participants: before the verb" if before else "participants: behind a passive"
    return "patient", "participants: subject of a passive" if passive else "participants: behind the verb"


def _is_passive(reading: Reading, trigger: Trigger, events: EventRules) -> bool:
    if (
        trigger.position not in ("verb", "phrase")
        or events.verb_last
        or not reading.keys[trigger.first].endswith(events.participle_endings)
    ):
        return False
    return any(key in events.passive for key in reading.keys[max(0, trigger.first - 3) : trigger.first])
