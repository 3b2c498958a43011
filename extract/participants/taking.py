"""Which names of a sentence take part in one event: those of its clause, and whom it leaves out because they were told before."""

from collections.abc import Sequence

from extract.clauses import Name, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.participants.cast import Cast, standing_for
from extract.participants.commons import describes_subject, is_party, opens_clause
from extract.participants.headfirst import subjects_before
from extract.participants.lastparticiples import tells_only
from extract.participants.nobody import is_about_thing
from extract.participants.nominal import follows_name
from extract.participants.subjects import (
    follows_inverted,
    is_no_subject,
    joined_subjects,
    lacks_subject,
    opened_before,
    opens_sentence,
)

PARTED = ";"  # what stands behind it has a subject of its own
SPORT = "sport"
OPENING = 3  # tokens at the beginning of a clause, in which a pronoun is its subject


def taking_part(cast: Cast, trigger: Trigger, events: EventRules, rules: NameRules) -> list[Name]:
    """Give who takes part in an event, by the names in its clause; those of the sentence where the clause has none."""
    reading = cast.reading
    number = reading.clause_of[trigger.first]
    clause = reading.clauses[number]
    known = [name for name in _known(cast, trigger, rules) if not _is_trigger(name, trigger, reading, events, rules)]
    nouns = [name for name in known if name.kind == "common"]
    known = [name for name in known if name.kind != "common"] if nouns else known
    common = [name for name in nouns if clause.first <= name.first < clause.last and is_party(cast, trigger, name, events, rules)]
    if (begins := _back_in_main(cast, trigger, events, rules)) is not None:
        heads = [name for name in (*known, *nouns) if name.last == clause.first]
        return [*heads, *(name for name in (*known, *common) if begins <= name.first < clause.last)]
    if antecedent := _whom_it_tells(nouns, known, trigger, reading, events, rules):
        land = [name for name in known if name.adjective and name.last == antecedent.first]  # "two Italian marines who shot"
        return [*land, antecedent, *(name for name in [*known, *common] if clause.first <= name.first < clause.last)]
    if _is_participle(reading, trigger, rules):
        common = [name for name in common if name.first > trigger.first]
        behind = [name for name in known if trigger.first < name.first < clause.last]
        return sorted([*_described(known, nouns, trigger.first - 1), *behind, *common], key=lambda name: name.first)
    common = [*(name for name in nouns[:1] if opens_sentence(name, trigger, reading, rules)), *common]
    inside = [name for name in known if clause.first <= name.first < clause.last]
    if events.verb_first and trigger.position == "noun" and (by := _told_behind([*known, *nouns], trigger, reading, rules)):
        return by
    if events.verb_first and (one := _antecedent(nouns, trigger, reading, rules)):
        common = [one, *common]
    elif told := _told_in_opening(cast, trigger, events, rules):
        inside = [*told, *inside]
    elif not is_about_thing(cast, trigger, events, rules):
        inside = _with_subjects(inside, known, trigger, reading, events, rules)
        if not inside and not (events.verb_last and clause.word in events.content_marks):  # "X ने चेतावनी दी कि …"
            inside = _before(known, common, trigger, reading, events, rules)
    if told := subjects_before(cast, trigger, events, rules):
        own = [name for name in inside if clause.first <= name.first < clause.last and name not in told]
        inside = [*(name for name in told if name in known), *own]
        common = [*(name for name in told if name not in common and name in nouns), *common]
    elif not any(name.last <= trigger.first for name in common):
        common = [*_carried(nouns, trigger, cast, events, rules), *common]
    if not common:
        return inside
    return [name for name in inside if not describes_subject(name, common, trigger, reading, events, rules)] + common


def _back_in_main(cast: Cast, trigger: Trigger, events: EventRules, rules: NameRules) -> int | None:
    """Give where the main verb behind a relative clause without a comma begins: "the judge who jailed Lee has been suspended"."""
    reading = cast.reading
    clause = reading.clauses[reading.clause_of[trigger.first]]
    if events.verb_last or events.verb_first or trigger.position == "noun" or clause.word not in rules.relatives:
        return None
    before = [verb.last for first, verb in cast.verbs.items() if clause.first < first and verb.last <= trigger.first]
    between = reading.keys[max(before) : trigger.first] if before else []
    parted = any(not key[:1].isalpha() or key in events.coordinators or key in events.openers for key in between)
    begins = not parted and any(key in events.finite or key in events.auxiliaries or key in events.passive for key in between)
    return trigger.first if begins else None


def _told_in_opening(cast: Cast, trigger: Trigger, events: EventRules, rules: NameRules) -> list[Name]:
    """Give the subject of a verb that an aside parts from it: "when the marines, on duty aboard a tanker, opened fire"."""
    reading = cast.reading
    clause = reading.clauses[reading.clause_of[trigger.first]]
    opened = None if trigger.position == "noun" else opened_before(reading, clause, events, rules)
    if opened is None or not all(is_no_subject(key, events, rules) for key in reading.keys[clause.first : trigger.first]):
        return []
    return joined_subjects([name for name in cast.acting if opened <= name.first < clause.first], reading, events, rules)


def _carried(nouns: Sequence[Name], trigger: Trigger, cast: Cast, events: EventRules, rules: NameRules) -> list[Name]:
    """Give the noun that is the subject of the clause before where a joined verb goes on: "los agentes detuvieron … y hallaron"."""
    reading = cast.reading
    number = reading.clause_of[trigger.first]
    clause = reading.clauses[number]
    last = events.verb_last and not rules.owner_ends
    if last or events.verb_first or trigger.position == "noun" or number == 0 or clause.opener != "coordinate":
        return []
    if events.verb_last:
        own = any(name.case in ("", "subject") and clause.first <= name.first < trigger.first for name in cast.acting)
        told = [name for name in nouns if reading.clause_of[name.first] == number - 1 and name.case == "subject"]
        return [] if own else told[:1]
    if not lacks_subject(reading, clause.first, trigger, events, rules):
        return []
    before = reading.clauses[number - 1]
    first = next((name for name in cast.acting if before.first <= name.first < before.last), None)
    return [first] if first is not None and first in nouns and opens_clause(first, before.first, reading, events, rules) else []


def _told_behind(names: Sequence[Name], trigger: Trigger, reading: Reading, rules: NameRules) -> list[Name]:
    """Give who does what a noun tells in a clause right behind it: "الهجوم الذي شنه مسلحون", and to whom."""
    keys, number = reading.keys, reading.clause_of[trigger.first] + 1
    if keys[trigger.last : trigger.last + 1] == [] or keys[trigger.last] not in rules.relatives:
        return []
    behind = [name for name in names if reading.clause_of[name.first] == number]
    by = any(rules.roles.get((keys[name.first - 1],)) == "agent" for name in behind)
    return sorted(behind, key=lambda name: name.first) if by else []


def _antecedent(nouns: Sequence[Name], trigger: Trigger, reading: Reading, rules: NameRules) -> Name | None:
    """Give the noun without a name that a clause right behind it is about: "الجيش الذي قتل ثلاثة مزارعين"."""
    clause = reading.clauses[reading.clause_of[trigger.first]]
    if clause.word not in rules.relatives or trigger.position == "noun":
        return None
    return next((name for name in nouns if name.last in (clause.first, clause.first - 1)), None)


def _whom_it_tells(
    nouns: Sequence[Name], known: Sequence[Name], trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules
) -> Name | None:
    """Give the noun without a name that a relative clause without a subject of its own is about: "from a firm that sold fuel"."""
    clause = reading.clauses[reading.clause_of[trigger.first]]
    if clause.word not in rules.relatives or events.verb_last or events.verb_first or trigger.position == "noun":
        return None
    begun = clause.first + 1 + (reading.keys[clause.first] != clause.word)
    if not all(is_no_subject(key, events, rules) for key in reading.keys[begun : trigger.first]):
        return None
    noun = next((name for name in nouns if name.last == clause.first), None)
    if noun is not None and reading.keys[clause.first] == ",":  # "families of the victims, who have sued"
        noun = next((name for name in nouns if _is_head(name, noun, reading, events)), noun)
    return None if noun is None or follows_name(noun, known, reading, events) else noun


def is_antecedent(reading: Reading, trigger: Trigger, name: Name, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a noun without a name stands right before the relative clause that an event's verb is in."""
    if name.kind != "common" or events.verb_last or events.verb_first or trigger.position == "noun":
        return False
    clause = reading.clauses[reading.clause_of[trigger.first]]
    return clause.word in rules.relatives and name.last == clause.first


def _is_head(name: Name, noun: Name, reading: Reading, events: EventRules) -> bool:
    """Tell whether a noun is the one that the genitive of another belongs to: "families of the victims"."""
    between = reading.keys[name.last : noun.first]
    return bool(between) and between[0] in events.place_links and all(key in events.determiners for key in between[1:])


def _is_trigger(name: Name, trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a name holds the one word of a trigger, "Homicide" is no party to it, or says whose in it: "lost his life"."""
    if trigger.last - trigger.first == 1:
        return name.first <= trigger.first < name.last
    plain = not (rules.cased or name.described or reading.keys[name.first] in rules.pronoun_roles)
    if plain and name.kind == "person" and any(name.first <= at < name.last for at in trigger.taken):  # "जान गई"
        return True
    if _is_won(name, trigger, reading, rules):
        return True
    if not (trigger.first <= name.first and name.last < trigger.last):
        return False
    keys = reading.keys
    return keys[name.first] in events.determiners and (keys[name.last],) not in events.place_roles  # not "takes her to"


def _is_won(name: Name, trigger: Trigger, reading: Reading, rules: NameRules) -> bool:
    """Tell whether a name is that of the thing that a trigger tells of: "won the Holberg Prize", "a reçu le prix Holberg"."""
    if kinds()[trigger.kind].family != "award" or name.kind not in ("person", "thing") or name.title is not None:
        return False
    things = [at for at in trigger.taken or range(trigger.first, trigger.last) if reading.keys[at] in rules.thing_words]
    return any(name.first - 1 <= at <= name.last for at in things)


def _known(cast: Cast, trigger: Trigger, rules: NameRules) -> Sequence[Name]:
    """Give the names that may take part in an event: no mere teller."""
    if cast.teller is None:
        return cast.acting
    clause = cast.reading.clause_of[trigger.first]
    names = [
        name
        for name in cast.acting
        if not _only_tells(cast, name, trigger, rules) or _is_related(cast.reading, name, clause, rules)
    ]
    again = _teller_again(cast, trigger, rules)
    return sorted([*names, again], key=lambda name: name.first) if again else names


def _with_subjects(
    inside: list[Name], known: Sequence[Name], trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules
) -> list[Name]:
    """Add the subjects of a verb whose clause has none of its own: "Ines Quiroga, who won the vote, flew to Arden"."""
    clause = reading.clauses[reading.clause_of[trigger.first]]
    if events.verb_last or trigger.position == "noun" or any(name.last <= trigger.first for name in inside):
        return inside
    if any(follows_inverted(reading, trigger, name, rules) for name in inside):
        return inside
    if not all(is_no_subject(key, events, rules) for key in reading.keys[clause.first : trigger.first]):
        return inside
    if clause.word in rules.relatives and _is_governed(reading.keys, clause.first, events):
        return inside
    before = [name for name in known if name.last <= clause.first]
    if not before or reading.keys[clause.first - 1] == PARTED:
        return inside
    if clause.word not in rules.relatives and before[0].kind != "person":
        return [*_of_clause_before(known, reading, trigger), *inside]
    subjects = [before[-1]] if clause.word in rules.relatives else joined_subjects(before, reading, events, rules)
    return [*subjects, *inside]


def _is_governed(keys: Sequence[str], at: int, events: EventRules) -> bool:
    """Tell whether a relative stands under a preposition, and so is no subject: "el ataque en el que murieron"."""
    before = at - 1 - (at > 1 and keys[at - 1] in events.determiners and keys[at - 1] not in events.noun_prepositions)
    return before >= 0 and keys[before] in events.noun_prepositions


def _is_participle(reading: Reading, trigger: Trigger, rules: NameRules) -> bool:
    """Tell whether the verb of an event is a participle that tells of whoever stands before its comma: ", задержанный в Туле"."""
    if not rules.participles or trigger.position == "noun" or trigger.first == 0 or reading.keys[trigger.first - 1] != ",":
        return False
    return reading.keys[trigger.first].endswith(rules.participles)


def _described(known: Sequence[Name], nouns: Sequence[Name], comma: int) -> list[Name]:
    """Give whom a participle behind a comma tells of: the noun or the name that ends there, else the last name before."""
    before = [name for name in known if name.last <= comma]
    return [name for name in (*nouns, *known) if name.last == comma][:1] or before[-1:]


def _only_tells(cast: Cast, name: Name, trigger: Trigger, rules: NameRules) -> bool:
    """Tell whether a name is the speaker's, outside the clause or quotation of the event: "A bus burned, Ines Quiroga said"."""
    teller, clauses, quoted = cast.teller, cast.reading.clause_of, cast.reading.quoted
    if teller is None or name.span != teller.span:
        return False
    if tells_only(name, trigger, cast.reading, rules):
        return True
    return cast.sourced or clauses[name.first] != clauses[trigger.first] or quoted[name.first] != quoted[trigger.first]


def _is_related(reading: Reading, name: Name, clause: int, rules: NameRules) -> bool:
    """Tell whether a clause is about the name right before it: "Ines Quiroga, who met Raul Mamani, said"."""
    at = name.last + (reading.keys[name.last : name.last + 1] == [","])
    return at < len(reading.keys) and reading.keys[at] in rules.relatives and reading.clause_of[at] == clause


def _teller_again(cast: Cast, trigger: Trigger, rules: NameRules) -> Name | None:
    """Give the speaker at the pronoun with which the clause of the event begins: "Arden said it would buy …", "its sales fell".

    In what is quoted only "we" and "I" are the speaker: whom "they shot two men" accuses is not who says it.
    """
    teller, reading = cast.teller, cast.reading
    clause, quoted = reading.clause_of[trigger.first], reading.quoted[trigger.first]
    if teller is None or teller.sentence != reading.sentence.index or (reading.clause_of[teller.first] == clause and not quoted):
        return None
    first = reading.clauses[clause].first
    if quoted:
        pronouns = rules.first_persons
    else:
        pronouns = rules.subject_pronouns | rules.own_pronouns if teller.kind == "organisation" else rules.subject_pronouns
    for at in range(first, min(first + OPENING, reading.clauses[clause].last)):
        if reading.keys[at] in pronouns and not any(name.first == at for name in cast.names):
            return standing_for(cast, teller, at, at + 1)
    return None


def _before(
    known: Sequence[Name], common: Sequence[Name], trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules
) -> list[Name]:
    """Give the names of the clause before; where no form tells a verb from a noun only its subjects, and none beside a noun."""
    if rules.spaced:
        return _of_clause_before(known, reading, trigger)
    if common and trigger.position == "noun":
        return []
    told = _of_clause_before(known, reading, trigger)
    both = kinds()[trigger.kind].family == SPORT  # a match is of those who won it and of those who lost
    return told if both else joined_subjects(told, reading, events, rules)


def _of_clause_before(names: Sequence[Name], reading: Reading, trigger: Trigger) -> list[Name]:
    """Give the names of the nearest clause before that has any, else all that no subordinate clause behind holds.

    Behind a quotation stands who says it and who hears it: they take no part in what is quoted.
    """
    first = reading.clauses[reading.clause_of[trigger.first]].first
    before = [name for name in names if name.last <= first]
    if not before:
        told = [name for name in names if reading.clauses[reading.clause_of[name.first]].opener != "subordinate"]
        return [name for name in told if reading.quoted[name.first]] if reading.quoted[trigger.first] else told
    clause = reading.clause_of[before[-1].first]
    return [name for name in before if reading.clause_of[name.first] == clause]
