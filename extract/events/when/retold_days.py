"""Days that another telling of the same event lends: of the clause before, of the same person, of the sentence before.

In go the events of a document with the days told of them; out comes the day of one that tells none itself.
"""

from collections.abc import Sequence

from msgspec import structs

from extract.events.drafts import Draft, Told, those_before
from extract.models import When

HARM = frozenset({"toll", "damage"})  # families of what an incident does at once
EARLIER = "date: past perfect"  # the rule of a day that is only before the news
CONFIDENCE = 0.6  # of a day that another telling lends


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
