"""A bare noun that calls again what was told by the name of a near kind: "the attack" where men were shot, "the match" won.

It does so where no date and no place stands in its sentence, and nothing says that it is another one.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from msgspec import structs

from extract.clauses import Reading
from extract.events.drafts import Draft, Told, those_before
from extract.language.events import EventRules
from extract.models import Span, When

BACK = 3  # sentences from the noun to what it calls
BESIDE = 2  # words before a noun in which "another" or "previous" makes it another one
RULE = "foregoing"
HARM = frozenset({"toll", "damage"})  # families of what an incident does at once
EARLIER = "date: past perfect"  # the rule of a day that is only before the news
CONFIDENCE = 0.6  # of a day that another telling lends
CALLING = frozenset({"attack", "match", "protest", "storm"})  # kinds whose noun may call one of a near kind


def called_by(draft: Draft, at: int, drafts: Sequence[Draft], taken: Sequence[Span], rules: EventRules) -> Draft | None:
    """Give the event that a noun calls again; None where it tells one of its own. ``taken`` are the dates and places told."""
    trigger, reading = draft.trigger, draft.reading
    bare = trigger.position == "noun" and trigger.last - trigger.first == 1 and draft.modality == "asserted"
    if not bare or draft.kind.name not in CALLING or draft.quoted or _is_another(reading, trigger.first, rules):
        return None
    sentence = reading.sentence.span
    if any(one.start < sentence.end and sentence.start < one.end for one in taken):
        return None
    near = [
        other
        for other in (drafts[one] for one in those_before(at))
        if 0 < draft.sentence - other.sentence <= BACK and other.modality == "asserted"
    ]
    named = any(other.kind is draft.kind and other.trigger.position == "noun" for other in near)
    return None if named else next((other for other in reversed(near) if other.kind.name in draft.kind.near), None)


def earlier_ones(drafts: Sequence[Draft], readings: Sequence[Reading], rules: EventRules) -> list[Draft]:
    """Make a draft for each earlier one of its sort that is told without its noun: "the second launch, the previous was in May"."""
    out = list[Draft]()
    for reading in readings if rules.occurring else ():
        for at, (key, following) in enumerate(pairwise(reading.keys)):
            if key in rules.foregoing and following in rules.occurring:
                start, index = reading.starts[at], reading.sentence.index
                near = [one for one in drafts if index - one.sentence <= 1 and one.start < start and one.kind.one_day]
                told = [one for one in near if one.modality == "asserted" and not one.kind.speech and not one.kind.everyday]
                if told and not any(one.start < reading.ends[at + 1] and start < one.end for one in told):
                    out.append(_another(told[-1], reading, at))
    return out


def _another(sort: Draft, reading: Reading, at: int) -> Draft:
    trigger = structs.replace(sort.trigger, first=at, last=at + 2, position="phrase", rule=RULE)
    told = replace(sort, reading=reading, trigger=trigger, participants=(), objects=())
    return replace(told, cue=None, cue_rule="modality: none", act=None, fate=None)


def day_of_the_same(at: int, drafts: Sequence[Draft], told: Sequence[Told | None], whens: Sequence[When | None]) -> When | None:
    """Give the day of the event that another of its kind tells again: of the clause before, or of the same person."""
    draft = drafts[at]
    if not draft.kind.one_day or draft.kind.speech or draft.modality != "asserted":
        return None
    return _in_its_sentence(at, drafts, told, whens) or _of_its_person(at, drafts, whens) or _of_the_earlier(at, drafts, whens)


def _in_its_sentence(at: int, drafts: Sequence[Draft], told: Sequence[Told | None], whens: Sequence[When | None]) -> When | None:
    """Date a verb by one of its kind in its sentence: "lost his post in 2022, he was dismissed over the repairs"."""
    before, draft = drafts[at - 1] if at else None, drafts[at]
    if before is None or before.reading is not draft.reading or draft.trigger.position == "noun" or not told[at - 1]:
        return None
    same = before.kind is draft.kind and before.modality == draft.modality and before.quoted == draft.quoted
    return _lent(whens[at - 1]) if same else None


def _of_its_person(at: int, drafts: Sequence[Draft], whens: Sequence[When | None]) -> When | None:
    """Date a noun by what befell the same person: "Moore's appointment", when Reed's was told since."""
    draft = drafts[at]
    if draft.trigger.position != "noun":
        return None
    people = {person.key for person in draft.participants if person.kind == "person"}
    alike = [number for number in those_before(at) if drafts[number].kind is draft.kind and drafts[number].modality == "asserted"]
    same = [number for number in alike if people & {person.key for person in drafts[number].participants}]
    if not same or same[-1] == alike[-1] or drafts[same[-1]].sentence == draft.sentence:
        return None
    return _lent(whens[same[-1]])


def _of_the_earlier(at: int, drafts: Sequence[Draft], whens: Sequence[When | None]) -> When | None:
    """Date harm by what was only told to be earlier in the sentence before: "Earlier a shop had burnt in York. One man died"."""
    draft, before = drafts[at], drafts[at - 1] if at else None
    if draft.kind.family not in HARM or before is None or draft.sentence - before.sentence != 1 or not before.is_incident:
        return None
    when = whens[at - 1]
    same = before.reading.sentence.paragraph == draft.reading.sentence.paragraph
    return when if same and when is not None and when.rule == EARLIER else None


def _lent(when: When | None) -> When | None:
    if when is None or when.first_day is None:
        return None
    return structs.replace(when, how="inferred", confidence=CONFIDENCE, rule="date: told again")


def _is_another(reading: Reading, first: int, rules: EventRules) -> bool:
    before = reading.keys[max(0, first - BESIDE) : first + 2]
    unknown = rules.foregoing | (rules.determiners - rules.definite - rules.object_pronouns)
    return not unknown.isdisjoint(before)
