"""The day of what is only told with the day on which it was announced, or said long ago.

In go an event and the dates of its sentence; out comes the day of the clause that only says who told it.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from extract.events.drafts import Dated, Draft
from extract.events.when.since import SHARP, is_old
from extract.events.when.told import when_told
from extract.models import Document, When

UNKNOWN = 0.2  # confidence of a date whose days nothing tells
LENT = 0.6  # of a day that the saying lends
ANNOUNCED = frozenset(
    [
        *("agreement", "appointment", "award", "ban", "casting", "dismissal", "financial results", "investment", "layoffs"),
        *("merger", "player transfer", "policy decision", "product launch", "product recall", "resignation", "sanctions"),
    ]
)  # kinds that come true by being announced
LEAD_SENTENCES = 2  # the last that may announce: headline, dateline, lead


def as_said(draft: Draft, dates: Sequence[Dated], document: Document) -> When | None:
    """Give an event the day on which it was announced, or that of old on which it was said."""
    return _announced(draft, dates, document) or _said_of_old(draft, dates, document)


def _announced(draft: Draft, dates: Sequence[Dated], document: Document) -> When | None:
    """Date what a lead announces by the day of the announcement: "have signed Ito on a free transfer, the club said on Monday"."""
    verb = draft.saying.verb
    if verb is None or verb < draft.trigger.last or draft.kind.name not in ANNOUNCED or draft.modality != "asserted":
        return None
    if draft.sentence > LEAD_SENTENCES or draft.quoted:
        return None
    told = (date.timex for date in dates if date.clause == draft.reading.clause_of[verb] and date.timex.grain in SHARP)
    when = next((when_told(timex, "sentence", document.id) for timex in told), None)
    return replace(when, how="inferred", confidence=LENT, rule="date: announced") if when else None


def _said_of_old(draft: Draft, dates: Sequence[Dated], document: Document) -> When | None:
    """Date what was said long ago by that day: "announced on July 8 that he was pulling out", told in October."""
    verb, clause = draft.saying.verb, draft.clause
    if verb is None or verb >= clause.first or draft.quoted or draft.is_speech or draft.modality not in ("asserted", "planned"):
        return None
    told = [date.timex for date in dates if date.clause == draft.reading.clause_of[verb] and is_old(date.timex, document.published)]
    when = next((when_told(timex, "sentence", document.id) for timex in told), None)
    if when is None:
        return None
    if draft.modality == "planned":
        return When(when.first_day, None, "unknown", "none", UNKNOWN, "date: said of old", when.evidence)
    return replace(when, how="inferred", confidence=LENT, rule="date: said of old")
