"""The day of a plan that is told again without it: "visiterà sabato Verona. La visita comincerà alle otto".

In go the drafts of a document with their days; out come the days, those of such plans filled in.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from extract.events.drafts import Draft, Told, those_before
from extract.events.when.focus import is_clock_only
from extract.language.events import EventRules
from extract.modality import definite_at
from extract.models import When

CONFIDENCE = 0.6
PLANNED = "planned"
RULE = "date: planned before"


def of_plans(
    drafts: Sequence[Draft], told: Sequence[Told | None], whens: Sequence[When | None], rules: EventRules
) -> list[When | None]:
    """Give the days of all drafts, those of a known plan without any taken from the plan of its sort told before."""
    out = list(whens)
    for at, (draft, date) in enumerate(zip(drafts, told, strict=True)):
        bare = date is None or is_clock_only(date[0].timex)
        if draft.modality != PLANNED or draft.trigger.position != "noun" or not bare or draft.kind.speech:
            continue
        if definite_at(draft.reading, draft.trigger, rules) is None:
            continue
        days = [
            when
            for other, own, when in ((drafts[one], told[one], out[one]) for one in those_before(at))
            if own and when and when.first_day and when.first_day == when.last_day
            if other.modality == PLANNED and other.kind.family == draft.kind.family and other.sentence < draft.sentence
        ]
        if len({when.first_day for when in days}) == 1:
            out[at] = replace(days[0], how="inferred", confidence=CONFIDENCE, rule=RULE, clock=None)
    return out
