"""Names around a trigger → participants with roles.

Where the verb stands in the middle, the name before it acts and the name behind it is acted upon, unless the verb is
passive or a preposition says otherwise. Where the verb stands last, the mark behind each name tells its role. A pronoun
stands for the person whom the sentence before is about, "the two leaders" for the pair that the document names most.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from extract.clauses import Name, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.models import Participant, Provenance, Role
from extract.models.record import Record
from extract.participants.lists import list_start
from extract.participants.marks import role_by_mark

FRONTED = 8  # tokens behind a pronoun in which the phrase before the subject ends
MOST_PARTICIPANTS = 8  # of one event
OPENING = 3  # tokens at the beginning of a clause, in which a pronoun is its subject
LONGEST_TITLE = 5  # tokens between a country and the person whom it describes: "Russian Deputy Prime Minister"
UNDERGOING = "participants: subject of a passive"
UNMARKED = "participants: -"  # the rule of a name that bears no mark, where the pack gives such a one a role


class Cast(Record, frozen=True):
    """Who may play a role in the events of one sentence."""

    document_id: str
    text: str
    reading: Reading
    names: Sequence[Name]
    subject: Name | None  # whom a pronoun means
    pair: tuple[Name, ...]  # whom "the two leaders" means
    teller: Name | None = None  # who says what the sentence tells, and takes no part in it
    acting: Sequence[Name] = ()  # those of the names that are no scene and no mere description


def with_pronouns(cast: Cast, events: EventRules, rules: NameRules) -> Cast:
    """Add the persons whom pronouns and descriptions of the sentence mean, at the words that mean them, and tell who may act."""
    cast = _with_meant(cast, rules)
    persons = {one.first for one in cast.names if one.kind == "person"}
    acting = [
        name
        for name in cast.names
        if not (_is_scene(cast.reading, name, events, rules) or _describes(name, cast.reading, persons, events, rules))
    ]
    return replace(cast, acting=acting)


def _with_meant(cast: Cast, rules: NameRules) -> Cast:
    reading, added = cast.reading, []
    at = None
    if not rules.person_pronouns.isdisjoint(reading.keys):
        at = next((at for at, key in enumerate(reading.keys) if key in rules.person_pronouns and _stands_alone(reading, at, rules)), None)
    subject = None if at is None else _meant(cast, at)
    if at is not None and subject:
        added.append(_standing_for(cast, subject, at, at + 1))
    if cast.pair:
        last = 0
        for found in reading.phrases(rules.pairs):
            if found.first < last:
                continue
            last = found.last
            added += [_standing_for(cast, person, found.first, found.last) for person in cast.pair]
    return replace(cast, names=sorted([*cast.names, *added], key=lambda name: name.first)) if added else cast


def _stands_alone(reading: Reading, at: int, rules: NameRules) -> bool:
    """Tell whether a pronoun is told by the article itself and is no title before a name: "ông Tô Lâm"."""
    following = reading.words[at + 1 : at + 2]
    titles = rules.cased and reading.keys[at] in rules.titles and bool(following) and following[0][:1].isupper()
    return not reading.quoted[at] and not titles


def _meant(cast: Cast, at: int) -> Name | None:
    """Give the person whom a pronoun means: named before it, else right behind its phrase, else in the sentences before."""
    persons = [name for name in cast.names if name.kind == "person"]
    keys = cast.reading.keys
    thrown_in = at > 0 and keys[at - 1] == "," and keys[at + 2 : at + 3] in ([","], ["."])  # "Ito, she added, could not win"
    before = [name for name in persons if name.last <= at] if cast.subject and not thrown_in else []
    comma = next((number for number in range(at, min(at + FRONTED, len(keys))) if keys[number] == ","), None)
    behind = [name for name in persons if comma is not None and name.first == comma + 1]  # "On the eve of his trip, Ruiz said"
    return before[-1] if before else behind[0] if behind else cast.subject


def _standing_for(cast: Cast, person: Name, first: int, last: int) -> Name:
    return replace(person, sentence=cast.reading.sentence.index, first=first, last=last, span=cast.reading.span(first, last))


def participants_of(cast: Cast, trigger: Trigger, events: EventRules, rules: NameRules) -> tuple[Participant, ...]:
    """Give the participants of one event, by the names in its clause; those of the sentence where the clause has none."""
    if not cast.names:
        return ()
    reading = cast.reading
    number = reading.clause_of[trigger.first]
    clause = reading.clauses[number]
    known = [name for name in _taking_part(cast, number, rules) if not _is_trigger(name, trigger, reading, events)]
    common = [name for name in known if name.kind == "common"]
    known = [name for name in known if name.kind != "common"] if common else known
    inside = [name for name in known if clause.first <= name.first < clause.last]
    inside = _with_subjects(inside, known, trigger, reading, events, rules) or _of_clause_before(known, reading, clause.first)
    inside += [name for name in common if clause.first <= name.first < clause.last]
    passive = _is_passive(reading, trigger, events)
    return tuple(_participant(cast, trigger, name, events, rules, passive=passive) for name in inside[:MOST_PARTICIPANTS])


def _is_trigger(name: Name, trigger: Trigger, reading: Reading, events: EventRules) -> bool:
    """Tell whether a name holds the one word of a trigger, "Homicide" is no party to it, or says whose in it: "lost his life"."""
    if trigger.last - trigger.first == 1:
        return name.first <= trigger.first < name.last
    if not (trigger.first <= name.first and name.last < trigger.last):
        return False
    keys = reading.keys
    return keys[name.first] in events.determiners and (keys[name.last],) not in events.place_roles  # not "takes her to"


def _taking_part(cast: Cast, clause: int, rules: NameRules) -> list[Name]:
    """Give the names that may take part in the events of one clause: no mere teller."""
    names = [name for name in cast.acting if not _only_tells(cast, name, clause)]
    again = _teller_again(cast, clause, rules)
    return sorted([*names, again], key=lambda name: name.first) if again else names


def _with_subjects(
    inside: list[Name], known: Sequence[Name], trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules
) -> list[Name]:
    """Add the subjects of a verb whose clause has none of its own: "Ines Quiroga, who won the vote, flew to Arden"."""
    clause = reading.clauses[reading.clause_of[trigger.first]]
    if events.verb_last or trigger.position == "noun" or any(name.last <= trigger.first for name in inside):
        return inside
    if not all(_is_no_subject(key, events, rules) for key in reading.keys[clause.first : trigger.first]):
        return inside
    before = [name for name in known if name.last <= clause.first]
    if not before:
        return inside
    if clause.word not in rules.relatives and before[0].kind != "person":
        return [*_of_clause_before(known, reading, clause.first), *inside]
    subjects = [before[-1]] if clause.word in rules.relatives else before[:1]
    for name in before[1:]:
        between = reading.keys[subjects[-1].last : name.first]
        if subjects[-1] is before[-1] or not all(
            key in events.coordinators or key in rules.titles or key == "," for key in between
        ):
            break
        subjects.append(name)
    return [*subjects, *inside]


def _is_no_subject(key: str, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a word before a verb leaves its subject open: a sign, a joint, an auxiliary, an adverb."""
    joint = key in events.coordinators or key in rules.relatives or key in events.auxiliaries or key in events.finite
    return joint or key in events.adverbs or not key[:1].isalpha()


def _only_tells(cast: Cast, name: Name, clause: int) -> bool:
    """Tell whether a name is that of the speaker, in another clause than the event: "A bus burned, Ines Quiroga said"."""
    teller = cast.teller
    return teller is not None and name.span == teller.span and cast.reading.clause_of[name.first] != clause


def _teller_again(cast: Cast, clause: int, rules: NameRules) -> Name | None:
    """Give the speaker at the pronoun with which the clause of the event begins: "Arden said it would buy …", "its sales fell"."""
    teller, reading = cast.teller, cast.reading
    if teller is None or teller.sentence != reading.sentence.index or reading.clause_of[teller.first] == clause:
        return None
    first = reading.clauses[clause].first
    pronouns = rules.subject_pronouns | rules.own_pronouns if teller.kind == "organisation" else rules.subject_pronouns
    for at in range(first, min(first + OPENING, reading.clauses[clause].last)):
        if reading.keys[at] in pronouns and not any(name.first == at for name in cast.names):
            return _standing_for(cast, teller, at, at + 1)
    return None


def _is_scene(reading: Reading, name: Name, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a name is only where it happened: "in Larissa in Greece", "off the coast of Libya", "at the Vatican"."""
    if events.marks_after:
        if name.kind != "country":
            return False
        if events.site_endings and reading.keys[name.last - 1].endswith(events.site_endings):
            return True
        return reading.keys[name.last : name.last + 1] != [] and reading.keys[name.last] in rules.scene_marks
    before = list_start(reading, name, events, rules) - 1
    while (
        before > 0
        and reading.keys[before] not in rules.scene_marks
        and (reading.keys[before] in events.determiners or reading.keys[before] in rules.compass)
    ):
        before -= 1
    if before > 0 and reading.keys[before] in events.place_links and reading.keys[before - 1] in rules.place_nouns:
        return True
    return before >= 0 and reading.keys[before] in rules.scene_marks


def _describes(name: Name, reading: Reading, persons: set[int], events: EventRules, rules: NameRules) -> bool:
    """Tell whether a country only describes a person beside it: "German Chancellor Ute Brandt", "the king of Arden, Otto II"."""
    if name.kind not in ("country", "organisation"):
        return False
    keys = reading.keys
    at = name.last + (2 if keys[name.last : name.last + 1] in (["'"], ["’"]) else 0)
    behind = at
    while at < len(keys) and at - behind < LONGEST_TITLE and at not in persons and _may_describe(keys[at], events):
        at += 1
    titled = at == behind or not rules.titles.isdisjoint(keys[behind:at])
    if (
        at in persons
        and titled
        and (at > behind or reading.words[at - 1][:1].isupper())
        and keys[name.first - 1 : name.first] != ["and"]
    ):
        return True
    of_title = name.first > 1 and keys[name.first - 1] in events.place_links and keys[name.first - 2] in rules.titles
    return of_title and keys[name.last : name.last + 1] == [","] and name.last + 1 in persons


def _may_describe(key: str, events: EventRules) -> bool:
    """Tell whether a word may stand between a country and its person: no verb, no preposition, no sign."""
    return key == "’" or (
        key[:1].isalpha() and key not in events.finite and key not in events.openers and (key,) not in events.place_roles
    )


def _of_clause_before(names: Sequence[Name], reading: Reading, first: int) -> list[Name]:
    """Give the names of the nearest clause before that has any, else all that no subordinate clause behind holds."""
    before = [name for name in names if name.last <= first]
    if not before:
        return [name for name in names if reading.clauses[reading.clause_of[name.first]].opener != "subordinate"]
    clause = reading.clause_of[before[-1].first]
    return [name for name in before if reading.clause_of[name.first] == clause]


def _participant(cast: Cast, trigger: Trigger, name: Name, events: EventRules, rules: NameRules, *, passive: bool) -> Participant:
    role, rule = _role(cast, trigger, name, events, rules, passive=passive)
    allowed = kinds()[trigger.kind].roles
    if role == "recipient" and "patient" in allowed and role not in allowed:
        role = "patient"  # "X को गिरफ्तार किया": whoever is arrested, charged or beaten receives nothing
    elif rule == UNDERGOING and "patient" not in allowed and "agent" in allowed:
        role = "agent"  # "est arrivé", "è arrivato": no passive, though it looks like one
    elif rule == UNMARKED and name.kind == "person" and allowed and role not in allowed:
        role = allowed[0]  # "জামাল হোসেন নিহত হয়েছেন": nobody acts who dies
    provenance = Provenance(cast.document_id, name.span, f"{rule}, by a description" if name.described else rule)
    return Participant(name.name, role, cast.text[name.span.start : name.span.end], provenance, name.kind, name.key, name.title)


def _role(cast: Cast, trigger: Trigger, name: Name, events: EventRules, rules: NameRules, *, passive: bool) -> tuple[Role, str]:
    if marked := role_by_mark(cast.reading, trigger, name, events, rules):
        return marked
    if events.verb_last:
        return "participant", "participants: clause"
    before = name.first <= trigger.first  # "Hurricane Odessa made landfall" holds its name
    if events.verb_first and trigger.position != "noun":
        return _role_by_first_verb(cast, trigger, name, events)
    if before != passive:
        return "agent", "participants: before the verb" if before else "participants: behind a passive"
    return "patient", UNDERGOING if passive else "participants: behind the verb"


def _role_by_first_verb(cast: Cast, trigger: Trigger, name: Name, events: EventRules) -> tuple[Role, str]:
    """Give the role of a name where the verb stands first: the subject behind it or, told first, before it; then the object."""
    if name.last <= trigger.first:
        return "agent", "participants: before the verb"
    keys, clauses = cast.reading.keys, cast.reading.clause_of
    if any(key.endswith(tuple(events.passive)) for key in keys[trigger.first : trigger.last]):
        return "patient", "participants: subject of a passive"
    clause = clauses[trigger.first]
    others = [one for one in cast.names if one.first < name.first and clauses[one.first] == clause and one.kind != "thing"]
    if not others or _is_joined(keys, others[-1], name, events):
        return "agent", "participants: behind the verb"
    return "patient", "participants: behind the subject"


def _is_joined(keys: Sequence[str], one: Name, name: Name, events: EventRules) -> bool:
    """Tell whether a name is joined to the one before, by a word or by the letter that is written as one with it."""
    between = keys[one.last : name.first]
    joint = between[-1:] or keys[name.first][:1]
    return len(between) <= 1 and (joint[0] if joint else "") in events.coordinators


def _is_passive(reading: Reading, trigger: Trigger, events: EventRules) -> bool:
    if events.passive_starts and trigger.position in ("verb", "phrase"):
        return reading.keys[trigger.first].startswith(events.passive_starts)
    ends_so = bool(events.passive_verb_endings) and reading.keys[trigger.first].endswith(events.passive_verb_endings)
    if ends_so and trigger.position != "noun":
        return True
    if trigger.position == "phrase" and not events.verb_last and reading.keys[trigger.first] in events.passive:  # "be attacked by"
        return any(key.endswith(events.participle_endings) for key in reading.keys[trigger.first + 1 : trigger.last])
    if (
        trigger.position not in ("verb", "phrase")
        or events.verb_last
        or not reading.keys[trigger.first].endswith(events.participle_endings)
    ):
        return False
    near = reading.keys[max(0, trigger.first - 3) : trigger.first + 1]
    auxiliary = next((at for at in reversed(range(len(near))) if near[at] in events.passive), None)
    return auxiliary is not None and events.determiners.isdisjoint(near[auxiliary:])  # not "it was his first visit to …"
