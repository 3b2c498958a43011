"""Who speaks: the name that a verb of saying, or "according to", belongs to in its sentence."""

from collections.abc import Sequence
from collections.abc import Set as Collection

from extract.clauses import Name, Reading
from extract.language.events import EventRules
from extract.language.speech import SpeechRules
from extract.phrases import Found
from extract.speech.unnamed import has_own_subject, is_teller_before, led_at, stands_behind_subject

NEAR_NAME = 4  # tokens between the verb and a name behind it: "said Scott Snyder"
FAR_NAME = 12  # tokens between a verb right behind a quotation and its described speaker: "analyses the specialist in …"
BESIDE_QUOTATION = 5  # tokens between a quotation and its verb of saying
NEAR_PRONOUN = 3  # tokens between a pronoun and its verb
NEAR_POSTPOSITION = 1  # words between a name and "according to" behind it: its title, "Demir'e göre"
_SIGNS = frozenset({",", ";", ":", "—", "–"})
_BEFORE_INVERTED = frozenset({",", "-", "—"})  # "…, сказал директор", "… – powiedział prezydent"
_ENDS = frozenset({",", "."})
FIRST_NAMED = 6  # tokens before the name with which a sentence begins: its titles
NEAR_SOURCE = 6  # tokens between "according to" and the name


def speaker_of(
    reading: Reading, verb: int, people: Sequence[Name], subject: Name | None, events: EventRules, rules: SpeechRules
) -> tuple[Name | None, bool]:
    """Give the speaker of a verb of saying, and whether a pronoun stands for the name."""
    keys = reading.keys
    people = [name for name in people if not (name.first and _is_anothers(keys, name, events, rules))]
    before = [name for name in people if name.last <= verb]
    if events.verb_last:
        marked = [name for name in before if _is_marked(keys, name, events)]
        if keys[verb] in rules.unmarked and (bare := _right_before(reading, verb, before, events)):
            return bare, False
        if not marked and rules.inverts and (bare := _without_mark(reading, verb, people, events, rules)):
            return bare, False
        if not marked and any(key in rules.pronouns and not reading.quoted[at] for at, key in enumerate(keys[:verb])):
            return subject, True
        return (marked[-1] if marked else None), False
    if rules.drops and not before and _drops_subject(reading, verb, people, events):
        return subject, True
    before = _outside_inserted(reading, verb, before, events)
    after = keys[verb + 1] if verb + 1 < len(keys) else ""
    if behind := _named_behind(reading, verb, people, before, events, rules):
        return behind, False
    near = range(max(0, verb - NEAR_PRONOUN), min(len(keys), verb + 1 + _is_inverted(keys, verb, events)))
    if any(keys[at] in rules.pronouns and not reading.quoted[at] for at in near):
        thrown_in = _is_thrown_in(keys, verb, rules.pronouns)  # "Ito, she added, could not win": she is not Ito
        inside = [name for name in before if name.kind == "person" and not (thrown_in and name.last >= verb - 2)]
        return (inside[0] if inside else subject), True
    led = led_at(keys, verb, events)
    if (
        rules.inverts
        and keys[max(0, led - 1)] in _BEFORE_INVERTED
        and after not in rules.pronouns | events.content_marks
        and not _is_apposed(keys, led, before)
    ):
        far = _behind_comma(reading, verb, people, events)
        if far or after not in events.noun_prepositions:
            return far, False
    if (not before and any(reading.quoted[max(0, verb - BESIDE_QUOTATION) : verb])) or _is_led_by_verb(reading, verb, events):
        persons = (name for name in people if verb < name.first <= verb + FAR_NAME and name.kind == "person")
        far = next((name for name in persons if not _is_owner(reading, name, events)), None)
        return far, False
    if has_own_subject(reading, verb, before, events):
        return None, False
    return _subject_of(reading, verb, before, events), False


def _named_behind(
    reading: Reading, verb: int, people: Sequence[Name], before: Sequence[Name], events: EventRules, rules: SpeechRules
) -> Name | None:
    """Give who stands right behind a verb that has no subject before it: "said Scott Snyder"."""
    keys, after = reading.keys, reading.keys[verb + 1 : verb + 2]
    behind = [name for name in people if verb < name.first <= verb + NEAR_NAME and name.kind != "country"]
    if not behind or (after and (after[0] in events.subordinators or after[0] in rules.pronouns)):
        return None
    if stands_behind_subject(reading, verb, before, events) or is_teller_before(reading, verb, events, rules):
        return None
    return None if _object_before(keys[verb + 1 : behind[0].first], events) else _person_of(behind, keys)


def _drops_subject(reading: Reading, verb: int, people: Sequence[Name], events: EventRules) -> bool:
    """Tell whether a verb that begins its sentence has no subject before what is said: "Powiedziała, że …"."""
    if verb > 1 or any(key not in events.auxiliaries and key not in events.coordinators for key in reading.keys[:verb]):
        return False
    marks = (at for at in range(verb + 1, min(len(reading.keys), verb + NEAR_NAME)) if reading.keys[at] in events.content_marks)
    mark = next(marks, None)
    return mark is not None and not any(verb < name.first < mark for name in people)


def _outside_inserted(reading: Reading, verb: int, before: Sequence[Name], events: EventRules) -> list[Name]:
    """Leave out whom a clause put in between commas right before a verb tells of: "The minister, who met Raul Mamani, said"."""
    keys, first = reading.keys, reading.clauses[reading.clause_of[verb]].first
    if keys[first] != "," or not all(key in events.auxiliaries or key in events.adverbs for key in keys[first + 1 : verb]):
        return list(before)
    opens = next((at for at in range(first - 1, 0, -1) if keys[at] in events.relatives and keys[at - 1] == ","), len(keys))
    return [name for name in before if name.last <= opens]


def _person_of(behind: Sequence[Name], keys: Sequence[str]) -> Name:
    """Give the person behind a body that describes him or hears it: "said UN spokesman Haq", "řekl ČTK starosta Starec"."""
    one, *others = behind
    if one.kind != "organisation" or not others or others[0].kind != "person":
        return one
    between = keys[one.last : others[0].first]
    return others[0] if all(key[:1].isalpha() for key in between) else one


def _is_anothers(keys: Sequence[str], name: Name, events: EventRules, rules: SpeechRules) -> bool:
    """Tell whether a name only says whose somebody is, "وکیل X", or to whom it is said: "به ملت X گفت"."""
    owner = keys[name.first - 1] in rules.owned_by
    return owner or (bool(rules.owned_by) and (keys[name.first - 1],) in events.place_roles)


def _right_before(reading: Reading, verb: int, before: Sequence[Name], events: EventRules) -> Name | None:
    """Give the speaker beside a form of the verb whose subject bears no mark: "प्रोफेसर संजय पांडे भी कहते हैं"."""
    name = before[-1] if before else None
    return name if name and all(key in events.adverbs for key in reading.keys[name.last : verb]) else None


def _without_mark(reading: Reading, verb: int, people: Sequence[Name], events: EventRules, rules: SpeechRules) -> Name | None:
    """Give the speaker who bears no mark: "…, বলেন রহিমা খাতুন", "আইনজীবী রফিকুল হক বলেন, …", "رضا کاظمی، فرماندار طبس، گفت"."""
    keys, clause = reading.keys, reading.clause_of[verb]
    people = [name for name in people if not _bears_other_mark(keys, name, rules)]
    near = [name for name in people if verb - NEAR_NAME <= name.last <= verb]
    if verb and not keys[verb - 1][:1].isalnum():
        apposed = [name for name in near if name.last < verb - 1 and not keys[name.last][:1].isalnum()]
        return _behind_comma(reading, verb, people, events) or (apposed[0] if apposed else None)
    own = [name for name in near if reading.clause_of[name.first] == clause]
    return own[-1] if own else _first_named(reading, verb, people, events, rules)


def _bears_other_mark(keys: Sequence[str], name: Name, rules: SpeechRules) -> bool:
    """Tell whether a name bears the mark of somebody who does not speak: "Elif Aksoy'un", "কামাল হোসেনকে"."""
    behind = keys[name.last] if name.last < len(keys) else ""
    if name.adjective and rules.told_to_ends:
        return True
    return behind in ("'", "’") or behind in rules.told_to_marks or keys[name.last - 1].endswith(rules.told_to_ends or ("\0",))


def _first_named(reading: Reading, verb: int, people: Sequence[Name], events: EventRules, rules: SpeechRules) -> Name | None:
    """Give the person with whom a sentence begins, where no pronoun is its subject: "Mehmet Kaya, iki kişinin öldüğünü söyledi"."""
    keys = reading.keys
    if not rules.pronouns.isdisjoint(keys[:verb]):
        return None
    first = next((name for name in people if name.kind == "person" and name.last <= verb), None)
    if first is None or first.first > FIRST_NAMED or not (keys[first.last] == "," or keys[first.last][:1].isalpha()):
        return None
    return None if (keys[first.last],) in events.place_roles or "," in keys[: first.first] else first


def _is_thrown_in(keys: Sequence[str], verb: int, pronouns: Collection[str]) -> bool:
    """Tell whether a pronoun and its verb stand between commas or at the end: "Ito, she added, could not win" is of another."""
    before, after = keys[verb - 2 : verb - 1], keys[verb + 1 : verb + 2]
    return verb > 1 and keys[verb - 1] in pronouns and before == [","] and (not after or after[0] in _ENDS)


def stands_behind(reading: Reading, verb: int, people: Sequence[Name], events: EventRules) -> bool:
    """Tell whether somebody is named behind a verb, near it or where its speaker stands behind a comma."""
    near = any(verb < name.first <= verb + NEAR_NAME for name in people)
    return near or _behind_comma(reading, verb, people, events) is not None


def _is_apposed(keys: Sequence[str], verb: int, before: Sequence[Name]) -> bool:
    """Tell whether the comma before a verb closes what is told of somebody: "Ines Quiroga, the mayor of the town, said"."""
    closed = (name for name in before if name.kind in ("person", "organisation") and keys[name.last] == ",")
    return any(name.last < verb - 1 or (name.first > 0 and keys[name.first - 1] == ",") for name in closed)


def _behind_comma(reading: Reading, verb: int, people: Sequence[Name], events: EventRules) -> Name | None:
    """Give who stands behind a verb right behind a comma: "…, заявил начальник порта Андрей Кравец", "…, dijo el Ministerio".

    The name may stand apart behind the office: "…, dijo el portavoz de la policía, Raul Mamani".
    """
    keys = reading.keys
    end = next((at for at in range(verb + 1, min(len(keys), verb + FAR_NAME)) if keys[at] in _SIGNS), verb + FAR_NAME)
    apposed = (name for name in people if name.first == end + 1 and name.kind == "person" and keys[end : end + 1] == [","])
    inside = [name for name in people if verb < name.first < end and keys[name.first - 1] not in events.noun_prepositions]
    person = next((name for name in inside if name.kind == "person"), None) or next(apposed, None)
    led = (name for name in inside if name.kind == "organisation" and keys[name.first - 1] in events.determiners)
    return person or next((name for name in led if keys[name.first - 2] not in events.noun_prepositions), None)


def _is_led_by_verb(reading: Reading, verb: int, events: EventRules) -> bool:
    """Tell whether a clause behind a comma has nothing but auxiliaries before its verb: "…, a annoncé lundi le procureur"."""
    clause = reading.clauses[reading.clause_of[verb]]
    between = reading.keys[clause.first + 1 : verb]
    return clause.word == "," and bool(between) and all(key in events.auxiliaries for key in between)


def _is_inverted(keys: Sequence[str], verb: int, events: EventRules) -> bool:
    """Tell whether the word behind a verb may be its subject: "sagte er am Montag", and not "said they would appeal"."""
    after = keys[verb + 2] if verb + 2 < len(keys) else ""
    return after not in events.auxiliaries and after not in events.finite


def _object_before(keys: Sequence[str], events: EventRules) -> bool:
    """Tell whether the name behind is not the speaker: "said in Geneva", "said the talks"."""
    return not events.noun_prepositions.isdisjoint(keys)


def _subject_of(reading: Reading, verb: int, before: Sequence[Name], events: EventRules) -> Name | None:
    """Give the first person of the nearest clause before the verb that names one, else the last organisation.

    Behind a comma the verb has its subject beside it, where that clause names anybody: "Ito died, Japan's coast guard said".
    """
    first = reading.clauses[reading.clause_of[verb]].first
    beside = [name for name in before if name.first >= first] if reading.keys[first] == "," else []
    before = beside or before
    before = [name for name in before if name.kind != "person" or not _is_owner(reading, name, events)]
    if before and before[-1].last == verb and _begins_clause(reading, before[-1], events):
        return before[-1]
    persons = [name for name in before if name.kind == "person"]
    if not persons:
        if not before or (last := before[-1]).last < verb - NEAR_NAME:
            return None
        acts = last.kind != "country" or (last.last == verb or _is_subject(reading, last, verb, events))
        return last if acts else None
    if (last := persons[-1]).last == verb - 1 and reading.keys[last.first - 1] == reading.keys[last.last] == ",":
        return last  # "Ito will not appeal, his lawyer, Jun Mori, said"
    clause = reading.clause_of[persons[-1].first]
    return next(name for name in persons if reading.clause_of[name.first] == clause)


def _begins_clause(reading: Reading, name: Name, events: EventRules) -> bool:
    """Tell whether an organisation right before a verb stands right behind a comma: "Ito died on Monday, the Osaka Clinic said"."""
    at = name.first - 1 - (reading.keys[name.first - 1] in events.determiners)
    return name.kind == "organisation" and at > 0 and reading.keys[at] == ","


def _is_owner(reading: Reading, name: Name, events: EventRules) -> bool:
    """Tell whether a name only says whose or with whom: "they fear that Hill's talks with Ito …, but also acknowledge"."""
    following = reading.keys[name.last : name.last + 2]
    first = name.first - 2 * (reading.keys[max(0, name.first - 1)] == ".")  # "with Mr. Ito"
    if first > 0 and (reading.keys[first - 1] in events.noun_prepositions or reading.keys[first - 1] in events.infinitive_marks):
        return True
    own = following[following[0] in "'’" :] if following else []
    return own[:1] != [] and own[0] in events.possessive


def _is_subject(reading: Reading, name: Name, verb: int, events: EventRules) -> bool:
    """Tell whether a country stands before its verb with no preposition: "the Chinese government has officially stated"."""
    same = reading.clause_of[name.first] == reading.clause_of[verb]
    if not (same and events.local_tellers.isdisjoint(reading.keys[name.last : verb])):  # "French police said"
        return False
    return events.noun_prepositions.isdisjoint(reading.keys[max(0, name.first - 2) : verb])


def source_of(reading: Reading, source: Found[str], people: Sequence[Name], events: EventRules, rules: SpeechRules) -> Name | None:
    """Give the name that "according to" is followed by, or that के अनुसार follows."""
    if events.verb_last and events.marks_after and source.value not in rules.leading:
        near = [
            name
            for name in people
            if 0 <= source.first - name.last <= NEAR_POSTPOSITION and "," not in reading.keys[name.last : source.first]
        ]
        return near[-1] if near else None  # "김영수 시장에 따르면"
    name = next((name for name in people if name.first >= source.last), None)
    between = reading.keys[source.last : name.first] if name else []
    verb = any(key in events.finite or key.endswith(events.past_endings or ("\0",)) for key in between)
    return name if name and len(between) <= NEAR_SOURCE and "," not in between and not verb else None


def _is_marked(keys: Sequence[str], name: Name, events: EventRules) -> bool:
    """Tell whether a mark of the speaker stands behind a name, or is its last letter: "총리는"."""
    behind = keys[name.last] if name.last < len(keys) else ""
    return behind in events.speaker_marks or (bool(events.passive_parts) and keys[name.last - 1][-1:] in events.speaker_marks)
