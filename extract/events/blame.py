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
from extract.participants import DOER, OWNER

CRIMES = frozenset({"crime", "killing", "abuse", "kidnapping"})  # families of what somebody is charged with
DEALT = frozenset(
    {"arms", "deployment", "fighting", "peace", "siege", "war", "withdrawal"}
)  # families done by who seeks, orders or agrees to them
PURSUED = frozenset({"patient", "recipient", "target", "victim", "addressee"})  # roles of those with whom the law deals
BY_ORDER = frozenset({"participants: before the verb", "participants: behind a passive", "participants: -"})


def is_deed(draft: Draft) -> bool:
    """Tell whether somebody may be charged with an event, or be asked who did it."""
    return not draft.kind.pursues and (draft.kind.family in CRIMES or draft.kind.colour in INCIDENTS)


def without_bystanders(drafts: Sequence[Draft], rules: EventRules, naming: NameRules) -> list[Draft]:
    """Take out of the deeds of a sentence who does the verb that governs them, and set aside who is only named before them."""
    deeds = [draft for draft in drafts if is_deed(draft) and draft.participants and draft.kind.family not in DEALT]
    if not deeds:
        return list(drafts)
    verbs = [draft for draft in drafts if draft.trigger.position != "noun" or (rules.verb_last and not is_deed(draft))]
    accused = {
        person.key
        for draft in drafts
        if draft.kind.pursues
        for person in draft.participants
        if person.role in PURSUED or draft.kind.speech
    }
    return [_cleared(draft, verbs, accused, rules, naming) if draft in deeds else draft for draft in drafts]


def _cleared(draft: Draft, verbs: Sequence[Draft], accused: Collection[str], rules: EventRules, naming: NameRules) -> Draft:
    kept, stirred = list[Participant](), False
    for person in draft.participants:
        if person.role == "agent" and person.source.rule != OWNER and any(_governs(verb, draft, person, rules) for verb in verbs):
            stirred = True
        elif person.role == "agent" and not person.aside and person.key not in accused and _stands_by(person, draft, rules, naming):
            kept.append(changed(person, aside=True))
            stirred = True
        else:
            kept.append(person)
    return replace(draft, participants=tuple(kept)) if stirred else draft


def _governs(verb: Draft, draft: Draft, person: Participant, rules: EventRules) -> bool:
    """Tell whether somebody does a verb that takes a deed as its object: a noun, or a word right behind a verb of saying."""
    if verb.clause_number != draft.clause_number or verb is draft:
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
    return any(
        not key[:1].isalnum() or key in rules.coordinators or key in rules.infinitive_marks or key in rules.content_marks
        for key in between
    )


def _stands_by(person: Participant, draft: Draft, rules: EventRules, naming: NameRules) -> bool:
    """Tell whether somebody is only named before the noun of a deed, no verb of doing between: "the premier described it"."""
    keys, trigger = draft.reading.keys, draft.trigger
    marked = rules.verb_last and (*keys[trigger.last : trigger.last + 1],) in naming.roles  # "हत्या को कायराना बताया"
    by_order = person.source.rule in BY_ORDER or (marked and person.source.rule not in (OWNER, DOER))
    if trigger.position != "noun" or not by_order or person.span.end + 1 >= draft.start:
        return False
    behind = draft.reading.token_at(person.span.end)
    last = draft.clause.last if rules.verb_last or rules.verb_bracket else trigger.first  # where its verb may stand
    return rules.committing.isdisjoint(keys[behind:last])
