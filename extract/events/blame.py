"""Who did a deed, and who is only named beside it: "the premier described the killing", "the mayor condemned the attack".

To be told as the doer of a murder or an attack is grave. Before the noun of a deed somebody does it who owns it or whom a mark
makes its doer, who does a verb of doing ("carried out the attack"), and whom the law pursues over it ("convicted of murder").
All others stay beside it: they help to tell news apart, and have no part in it.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from msgspec.structs import replace as changed

from extract.events.drafts import INCIDENTS, Draft
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.models import Participant
from extract.participants import DOER, GENITIVE, OWNER

CRIMES = frozenset({"crime", "killing", "abuse", "kidnapping"})  # families of what somebody is charged with
DEALT = frozenset(
    {"arms", "deployment", "fighting", "peace", "siege", "war", "withdrawal"}
)  # families done by who seeks, orders or agrees to them
PURSUED = frozenset({"patient", "recipient", "target", "victim", "addressee"})  # roles of those with whom the law deals
APOSTROPHES = frozenset("'’")
OWNED = 3  # tokens between an owner's apostrophe and the noun of the deed: "Kaya's second bloody attack"
BEFALLEN = PURSUED | {"beneficiary"}
FEWEST_EVENTS = 2  # events of a sentence from which on one of them may own whom another names
OWNS = frozenset({OWNER, GENITIVE})
DENIAL = "denial"
PARTED = frozenset({":", ";"})
BY_ORDER = frozenset({"participants: before the verb", "participants: behind a passive", "participants: -"})


def is_deed(draft: Draft) -> bool:
    """Tell whether somebody may be charged with an event, or be asked who did it."""
    return not draft.kind.pursues and (draft.kind.family in CRIMES or draft.kind.colour in INCIDENTS)


def without_bystanders(drafts: Sequence[Draft], rules: EventRules, naming: NameRules) -> list[Draft]:
    """Take out of the deeds of a sentence who does the verb that governs them, and set aside who is only named before them."""
    drafts = [_without_teller(draft, rules, naming) for draft in _nearest(drafts, rules)]
    deeds = [draft for draft in drafts if is_deed(draft) and draft.participants and draft.kind.family not in DEALT]
    if not deeds:
        return list(drafts)
    return [_cleared(draft, drafts, rules, naming) if draft in deeds else draft for draft in drafts]


def _without_teller(draft: Draft, rules: EventRules, naming: NameRules) -> Draft:
    """Set aside who only says what a verb tells: "Anna Kern, the mayor, said two students had been killed"."""
    verb, speaker, first = draft.saying.verb, draft.saying.speaker, draft.trigger.first
    if verb is None or speaker is None or draft.trigger.position == "noun" or draft.kind.speech or first <= verb:
        return draft
    keys = draft.reading.keys
    its_own = keys[first] in naming.subject_pronouns or keys[first - 1] in rules.before_marks | rules.after_marks
    if its_own or any(key in rules.infinitive_marks for key in keys[verb + 1 : first]):  # "he told reporters before leaving"
        return draft
    told = draft.reading.span(verb, verb + 1)
    if not any(person.key == speaker.key and not person.aside and person.span.end <= told.start for person in draft.participants):
        return draft
    kept = (
        changed(person, aside=True) if person.key == speaker.key and person.span.end <= told.start else person
        for person in draft.participants
    )
    return replace(draft, participants=tuple(kept))


def _accused(deed: Draft, drafts: Sequence[Draft]) -> set[str]:
    """Give the keys of those whom an act of the law beside a deed pursues, and of who confesses; not of who denies it."""
    beside = [draft for draft in drafts if draft.clause_number == deed.clause_number and draft.kind.pursues]
    return {
        person.key
        for draft in beside
        for person in draft.participants
        if not person.aside and (person.role in PURSUED or (draft.kind.speech and draft.kind.pursues == "proved"))
    }


def _nearest(drafts: Sequence[Draft], rules: EventRules) -> Sequence[Draft]:
    """Set aside whom the noun of another event right before befalls: "sentenced five over the murder of Raul Mamani"."""
    if rules.verb_last or len(drafts) < FEWEST_EVENTS:
        return drafts
    nouns = [draft for draft in drafts if draft.trigger.position == "noun" and draft.participants]
    return [_without_others(draft, nouns, rules) if draft.participants else draft for draft in drafts]


def _without_others(draft: Draft, nouns: Sequence[Draft], rules: EventRules) -> Draft:
    last, keys = draft.trigger.last, draft.reading.keys
    owned = {
        person.span
        for noun in nouns
        if noun.trigger.first >= last and not _joins(keys[last : noun.trigger.first], rules)
        for person in noun.participants
        if person.role in BEFALLEN and not person.aside and person.span.start >= noun.end
    }
    if not any(person.span in owned and person.role in BEFALLEN and not person.aside for person in draft.participants):
        return draft
    kept = (
        changed(person, aside=True) if person.span in owned and person.role in BEFALLEN else person for person in draft.participants
    )
    return replace(draft, participants=tuple(kept))


def _deniers(deed: Draft, drafts: Sequence[Draft]) -> set[str]:
    """Give the keys of those who deny what a deed behind tells: "Raul Mamani denied that he had ordered the killing"."""
    beside = (draft for draft in drafts if draft.kind.name == DENIAL and draft.start < deed.start)
    return {person.key for draft in beside for person in draft.participants if person.role == "agent" and not person.aside}


def _cleared(draft: Draft, drafts: Sequence[Draft], rules: EventRules, naming: NameRules) -> Draft:
    verbs = [one for one in drafts if one.trigger.position != "noun" or (rules.verb_last and not is_deed(one))]
    accused, denied = _accused(draft, drafts), _deniers(draft, drafts)
    kept, stirred = list[Participant](), False
    for person in draft.participants:
        if (
            person.role == "agent"
            and person.source.rule not in OWNS
            and any(_governs(verb, draft, person, rules) for verb in verbs)
        ):
            stirred = True
        elif person.role == "agent" and _receives(person, draft, naming):
            kept.append(changed(person, role="patient"))
            stirred = True
        elif (
            person.role == "agent"
            and not person.aside
            and (person.key in denied or _is_cleared(person, draft, accused, rules, naming))
        ):
            kept.append(changed(person, aside=True))
            stirred = True
        else:
            kept.append(person)
    return replace(draft, participants=tuple(kept)) if stirred else draft


def _receives(person: Participant, draft: Draft, naming: NameRules) -> bool:
    """Tell whether a deed befalls its subject by a verb of receiving: "recibió un impacto de bala"."""
    if person.source.rule not in BY_ORDER or person.span.end > draft.start:
        return False
    keys, first = draft.reading.keys, draft.reading.token_at(person.span.end)
    return any(key in naming.receiving for key in keys[first : draft.trigger.first + 1])


def _governs(verb: Draft, draft: Draft, person: Participant, rules: EventRules) -> bool:
    """Tell whether somebody does a verb that takes a deed as its object: a noun, or a word right behind a verb of saying."""
    cited = draft.clause.opener == "quote" and verb.kind.speech and verb.clause_number == draft.clause_number - 1
    if verb is draft or not (cited or verb.clause_number == draft.clause_number):
        return False
    noun = draft.trigger.position == "noun"
    if rules.verb_last:
        return noun and person.span.end <= draft.start and draft.end <= verb.start
    if noun and person.span.end <= verb.start and verb.end <= draft.start:
        return True
    said = verb.kind.speech and person.span.end <= verb.end and verb.start < draft.start
    return said and not _parts(draft.reading.keys[verb.trigger.first + 1 : draft.trigger.first], rules)


def _parts(between: Sequence[str], rules: EventRules) -> bool:
    """Tell whether words between two verbs make the second one of its own: "and", "to", a comma."""
    return _joins(between, rules) or any(key in rules.infinitive_marks for key in between)


def _joins(between: Sequence[str], rules: EventRules) -> bool:
    return any(not key[:1].isalnum() or key in rules.coordinators or key in rules.content_marks for key in between)


def _is_cleared(person: Participant, draft: Draft, accused: Collection[str], rules: EventRules, naming: NameRules) -> bool:
    """Tell whether somebody does not do a deed: only hears it, owns who does, is part of its word, or stands by unaccused."""
    reading, trigger = draft.reading, draft.trigger
    if not rules.felt.isdisjoint(reading.keys[trigger.first : trigger.last]):  # "I heard firing"
        return True
    inside = person.kind == "person" and person.span.start == draft.start and person.span.end < draft.end
    if inside and person.source.rule in BY_ORDER:  # "Đưa hối lộ"
        return True
    behind = reading.token_at(person.span.end)
    owns = reading.keys[behind : behind + 1] != [] and reading.keys[behind] in APOSTROPHES
    if owns and reading.keys[behind + 1 : behind + 2] != [] and reading.keys[behind + 1] in rules.possessive:
        return person.source.rule in BY_ORDER and trigger.first > behind + OWNED  # "holds Kaya's network responsible for"
    return person.key not in accused and _stands_by(person, draft, rules, naming)


def _stands_by(person: Participant, draft: Draft, rules: EventRules, naming: NameRules) -> bool:
    """Tell whether somebody is only named before the noun of a deed, no verb of doing between: "the premier described it"."""
    keys, trigger = draft.reading.keys, draft.trigger
    if _only_speaks(person, draft):
        return True
    mark = (*keys[trigger.last : trigger.last + 1],)
    marked = rules.verb_last and (mark in naming.roles or mark in rules.place_roles)  # "हत्या को कायराना बताया"
    by_order = person.source.rule in BY_ORDER or (marked and person.source.rule not in OWNS | {DOER})
    if trigger.position != "noun" or not by_order:
        return False
    behind = person.span.start >= draft.end  # where its verb may stand behind both
    beside = not behind and person.kind == "person"  # "Kaya cinayeti" is as often his own murder
    if person.span.end + 1 >= draft.start and not (rules.verb_last and (behind or beside)):
        return False
    first = trigger.last if behind else draft.reading.token_at(person.span.end)
    last = draft.clause.last if rules.verb_last or rules.verb_bracket else trigger.first
    return rules.committing.isdisjoint(keys[first:last])


def _only_speaks(person: Participant, draft: Draft) -> bool:
    """Tell whether somebody named outside a quotation is told to do what it tells, or before a colon what stands behind it."""
    reading, first = draft.reading, draft.trigger.first
    at = reading.token_at(person.span.start)
    if person.source.rule not in BY_ORDER or not at < first:
        return False
    if reading.quoted[first] and not reading.quoted[at]:
        return True
    return any(key in PARTED for key, inside in zip(reading.keys[at:first], reading.quoted[at:first], strict=True) if not inside)
