"""Whether a verb lacks a subject in its clause, so that whoever acted before goes on: "… and on Tuesday flew to Arden"."""

from collections.abc import Sequence

from extract.clauses import Clause, Name, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.participants.cast import Cast
from extract.text import QUOTES

PARTING = frozenset(",—–-")  # signs between what is told and the verb of telling
SUBJECT_BEHIND = 2  # tokens between such a verb and its subject


def is_no_subject(key: str, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a word before a verb leaves its subject open: a sign, a joint, an auxiliary, an adverb."""
    joint = key in events.coordinators or key in rules.relatives or key in events.auxiliaries or key in events.finite
    return joint or key in events.adverbs or not key[:1].isalpha()


def follows_inverted(reading: Reading, trigger: Trigger, name: Name, rules: NameRules) -> bool:
    """Tell whether a name is the subject behind its verb of telling, which a comma parts from what it tells: ", предупредил Ли"."""
    if (
        not rules.inverts
        or rules.cases is None
        or trigger.position != "verb"
        or trigger.first == 0
        or reading.keys[trigger.first - 1] not in PARTING
    ):
        return False
    tells = "speaker" in kinds()[trigger.kind].roles
    return tells and name.case != "object" and 0 <= name.first - trigger.last <= SUBJECT_BEHIND


def is_of_participle(reading: Reading, name: Name, events: EventRules, rules: NameRules) -> bool:
    """Tell whether an instrumental belongs to the participle right before it: "поправки, предложенные депутатом Ли"."""
    if name.case != "by" or rules.cases is None:
        return False
    at = name.first - 1
    while at > 0 and rules.cases.of(reading.words[at]) == "by":
        at -= 1
    return at >= 0 and reading.keys[at].endswith(events.passive_verb_endings or ("\0",))


def is_object_pronoun(
    reading: Reading, names: Sequence[Name], trigger: Trigger, name: Name, events: EventRules, rules: NameRules
) -> bool:
    """Tell whether a name stands before a verb at a pronoun that is no subject: "его задержали"; not "had driven him to kill"."""
    keys, at = reading.keys, name.first - 1
    if trigger.position == "noun" or name.last - name.first > 1 or keys[name.first] not in rules.undergoing_pronouns:
        return False
    opens = name.first == reading.clauses[reading.clause_of[name.first]].first or not keys[at][:1].isalpha()
    opens = opens or keys[at] in events.coordinators or keys[at] in events.openers
    return name.first < trigger.first and (opens or any(one.last == name.first for one in names))


def opens_sentence(name: Name, trigger: Trigger, reading: Reading, rules: NameRules) -> bool:
    """Tell whether an object opens its sentence, before what is told of it between commas: "Туристку, которая пропала, нашли"."""
    parted = reading.keys[name.last : name.last + 1] == [","]
    if rules.cases is None or name.case != "object" or trigger.position == "noun" or not parted:
        return False
    first = reading.clauses[reading.clause_of[trigger.first]].first
    return reading.keys[first] == "," and first > name.last and qualified_from(name, reading, rules) == 0


def qualified_from(name: Name, reading: Reading, rules: NameRules) -> int:
    """Give the token at which the adjectives before a noun begin, which are in its case."""
    at = name.first
    while at > 0 and rules.cases is not None and rules.cases.of(reading.words[at - 1]) == "object":
        at -= 1
    return at


def lacks_subject(reading: Reading, first: int, trigger: Trigger, events: EventRules, rules: NameRules) -> bool:
    """Tell whether nothing from a token to a verb may be its subject: no more than a pronoun, and when or where it was."""
    if not (rules.spaced or events.verb_last):
        return _is_left_out(reading, first, trigger, events, rules)
    if trigger.first > first and reading.keys[trigger.first - 1] in events.noun_prepositions:  # "before leaving for Arden"
        return True
    within = False
    for at in range(first, trigger.first):
        key = reading.keys[at]
        if is_no_subject(key, events, rules) or key in rules.subject_pronouns or key in rules.compass:
            within = within and key[:1].isalpha() and key not in events.coordinators
        elif key in events.noun_prepositions or (key,) in events.place_roles:
            within = True
        elif not within or key in events.plurals or not _may_date(reading, at, events, rules):
            return False
    return True


def _is_left_out(reading: Reading, first: int, trigger: Trigger, events: EventRules, rules: NameRules) -> bool:
    """Tell the same where words bear neither capitals nor spaces: days and what stands under a mark are no subject."""
    within = False
    keys = reading.keys
    quoted = keys[first] in QUOTES and keys[first + 1] in rules.organisation_words if first + 1 < len(keys) else False
    for key in keys[first + 2 * quoted : trigger.first]:  # behind "“光明运动”组织"
        if not key[:1].isalpha():
            within = within and key[:1].isdigit()
        elif (key,) in events.place_roles or (key,) in rules.roles or key in events.topic_links:
            within = True
        elif not within and not (_opens_so(key, events, rules) or key in rules.subject_pronouns):
            return False
    return True


def _opens_so(key: str, events: EventRules, rules: NameRules) -> bool:
    days = rules.beside.days
    return is_no_subject(key, events, rules) or (days is not None and days.fullmatch(key) is not None)


def joined_subjects(names: Sequence[Name], reading: Reading, events: EventRules, rules: NameRules) -> list[Name]:
    """Give the first of some names with those joined to it: "Ines Quiroga, Mayor Raul Mamani and Jun Mori flew"."""
    found = list(names[:1])
    for name in names[1:]:
        between = reading.keys[found[-1].last : name.first]
        if not all(key in events.coordinators or key in rules.titles or key == "," for key in between):
            break
        found.append(name)
    return found


def opened_before(reading: Reading, clause: Clause, events: EventRules, rules: NameRules) -> int | None:
    """Give where the clause begins that a verb behind a comma goes on with, its subject told before an aside.

    "They were fishing when the marines, on duty aboard a tanker, opened fire": the marines did; None where no word opens it so.
    """
    if reading.keys[clause.first] != "," or events.verb_last or events.verb_first:
        return None
    number = reading.clause_of[clause.first]
    for at in range(number - 1, -1, -1):
        one = reading.clauses[at]
        if one.opener == "subordinate" and at and reading.clauses[at - 1].word == one.word:  # "as well as the marshal"
            return None
        if one.opener == "subordinate":
            inside = reading.keys[one.first + 1 : one.last]
            told = one.word in rules.relatives or one.word in events.relatives or any(_is_verb(key, events) for key in inside)
            return None if told else one.first
        if one.opener != "comma":
            return None
    return None


def _is_verb(key: str, events: EventRules) -> bool:
    return key in events.finite or key in events.auxiliaries or key.endswith(events.past_endings or ("\0",))


def joined_verb(cast: Cast, trigger: Trigger, events: EventRules) -> Trigger:
    """Give the verb of the same kind that a noun behind a joint goes on with: "divonis tujuh tahun penjara dan denda"."""
    keys, clauses = cast.reading.keys, cast.reading.clause_of
    if trigger.position != "noun" or events.verb_last or trigger.first == 0 or keys[trigger.first - 1] not in events.coordinators:
        return trigger
    verbs = (
        one
        for one in cast.verbs.values()
        if one.kind == trigger.kind and one.position in ("verb", "phrase") and one.last < trigger.first
    )
    return next((one for one in verbs if clauses[trigger.first] - clauses[one.first] in (0, 1)), trigger)


def _may_date(reading: Reading, at: int, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a word behind a preposition may belong to a date or a place: "on the 5th of March"."""
    key = reading.keys[at]
    return reading.words[at][:1].isupper() or not key.isalpha() or key in rules.never or key in events.determiners
