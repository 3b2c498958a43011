"""What is decided and done about an incident days later: "were arrested on Tuesday over Saturday's fire".

In go the events and dates of a document whose news is an incident; out comes the later day that its first sentences tell,
which what answers the incident takes rather than that of the incident. It dates some 25 events of our own affairs; their days
were read by eye, not counted, and where only a day lies between, the incident's own seemed right as often.
"""

import datetime as dt
from collections.abc import Sequence

from extract.events.drafts import Dated, Draft, Told
from extract.events.when.since import SHARP
from extract.language.events import EventRules
from extract.models import Document, Provenance, When

ANSWERS = frozenset(
    [
        *("arrest", "arrest warrant", "ban", "cancellation", "charge", "confession", "court ruling", "dismissal", "investigation"),
        *("law", "lawsuit", "policy decision", "raid", "release", "resignation", "seizure", "sentence", "trial", "verdict"),
    ]
)  # kinds of what is decided and done about an incident
FIRST_SENTENCES = 2  # headline and lead
FEWEST_DAYS = 2  # between the incident and the later day
CONFIDENCE = 0.5


def answering_day(
    struck: When | None, drafts: Sequence[Draft], told: Sequence[Told | None], dates: Sequence[Sequence[Dated]], document: Document
) -> When | None:
    """Give the later day of the first sentences, rather that of something done than that of who tells it."""
    if struck is None or struck.first_day is None or document.published is None:
        return None
    answered = {date[0].number for draft, date in zip(drafts, told, strict=True) if date and draft.kind.name in ANSWERS}
    later: list[Dated] = []
    for date in (date for found in dates[:FIRST_SENTENCES] for date in found):
        day = date.timex.first_day
        if date.timex.grain not in SHARP or day is None or day != date.timex.last_day or date.reading.quoted[date.token]:
            continue
        if day <= document.published and (day - struck.first_day).days >= FEWEST_DAYS:
            later.append(date)
    if not later:
        return None
    timex = next((date for date in later if date.number in answered), later[0]).timex
    evidence = (Provenance(document.id, timex.span, timex.source.rule),)
    return When(timex.first_day, timex.last_day, "day", "inferred", CONFIDENCE, "date: what followed", evidence)


def leads_to(draft: Draft, struck: When, published: dt.date) -> bool:
    """Tell whether an article opens with what is done about an incident that it dates further on, some days ago."""
    if struck.first_day is None or (published - struck.first_day).days < FEWEST_DAYS or draft.modality != "asserted":
        return False
    behind = all(one.span.start >= draft.reading.sentence.span.end for one in struck.evidence)
    return draft.sentence < FIRST_SENTENCES and behind and draft.trigger.position != "noun"


def is_answered_by_now(draft: Draft, struck: When, published: dt.date, rules: EventRules) -> bool:
    """Tell whether an auxiliary puts what is done about an incident of days ago before now: "has been charged after the fire"."""
    clause, trigger, keys = draft.clause, draft.trigger, draft.reading.keys
    if struck.first_day is None or (published - struck.first_day).days < FEWEST_DAYS or trigger.position == "noun":
        return False
    beside = keys[trigger.last - 1 : clause.last] if rules.verb_last else keys[clause.first : trigger.first + 1]
    return not rules.present_perfect.isdisjoint(beside)
