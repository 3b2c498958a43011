"""Verbs of an update keep the day beside them: "the number of people killed in the crash rose to 14 on Wednesday".

In goes a date with an event of its sentence; out comes whether the day is only that on which more became known.
"""

from collections.abc import Sequence

from extract.events.drafts import Dated, Draft
from extract.events.when.participles import is_participle
from extract.events.when.since import SENTENCE_START, SHARP, is_end
from extract.language.events import EventRules
from extract.models import Provenance, When
from extract.phrases import Found

UPDATE_REACH = 5  # tokens between the words of an update and their day: "rose to at least 14 on Wednesday"
OWN_REACH = 2  # tokens between a day and the noun that it belongs to: "Tuesday's fire"
NEXT_REACH = 2  # tokens between a verb of telling and its day: "confirmed on Sunday the death"
CONFIDENCE, CONFIRMED = 0.3, 0.62
CONFIRMED_RULE = "date: confirmed on it"
COMMAS = frozenset(",，、")
SCENE_REACH = 3  # tokens between a participle and the noun that is its scene: "killed in the explosion"


def is_of_update(date: Dated, draft: Draft, beside: Sequence[Draft], dates: Sequence[Dated], rules: EventRules) -> bool:
    """Tell whether a day is that of an update, or of what was done about the victims: "found three killed in the blast"."""
    if draft.kind.speech or draft.clause_number != date.clause:
        return False
    phrases = date.reading.phrases
    if (updates := phrases(rules.updates)) and any(_is_kept(found, date, draft, rules) for found in updates):
        return True
    if (behind := phrases(rules.updates_behind)) and any(_is_between(found, date, draft) for found in behind):
        return True
    told = phrases(rules.confirmations) if draft.is_incident else ()
    if told and any(_is_told(found, date, draft, dates, rules) for found in told):
        return True
    return date.token < draft.trigger.first and _is_scene_of_participle(draft, beside, rules)


def is_of_telling(date: Dated, rules: EventRules) -> bool:
    """Tell whether a day is that of a confirmation, and so of the news: "confirmed on Sunday the death"."""
    found = date.reading.phrases(rules.confirmations)
    near = (one for one in found if date.reading.clause_of[one.first] == date.clause)
    return any(-UPDATE_REACH <= date.token - one.first <= UPDATE_REACH for one in near)


def is_before_telling(date: Dated, rules: EventRules) -> bool:
    """Tell whether a confirmation stands behind a date, no comma between: "记者12日从指挥部获悉"."""
    keys, found = date.reading.keys, date.reading.phrases(rules.confirmations)
    return any(date.token < one.first and COMMAS.isdisjoint(keys[date.token : one.first]) for one in found)


def until_told(
    draft: Draft, dates: Sequence[Dated], beside: Sequence[Draft], struck: When | None, rules: EventRules
) -> When | None:
    """Date an incident of which only the day is told on which it was known.

    What was counted anew lies on no day, but not behind that of the count; what was confirmed has that day for want of another
    (right for 3 of 4 in our own affairs).
    ``struck`` is the day of the news where it is that of an incident: what struck before an update is of that day.
    """
    if not draft.is_incident:
        return None
    days = (date for date in dates if date.timex.grain in SHARP and is_of_update(date, draft, beside, dates, rules))
    date = next(days, None)
    last = date.timex.last_day if date else None
    if date is None or last is None or (struck and struck.first_day and struck.first_day < last):
        return None
    evidence = (Provenance(draft.document_id, date.timex.span, date.timex.source.rule),)
    told = (_is_told(found, date, draft, dates, rules) for found in date.reading.phrases(rules.confirmations))
    counted = any(is_end(other, rules) for other in dates)  # "截至当日16时，…已造成8人遇难"
    if date.timex.first_day == last and any(told) and not counted:
        return When(last, last, "day", "relative", CONFIRMED, CONFIRMED_RULE, evidence)
    return When(None, last, "unknown", "none", CONFIDENCE, "date: before an update", evidence)


def _is_kept(found: Found[str], date: Dated, draft: Draft, rules: EventRules) -> bool:
    """Tell whether the word of an update keeps the day: "killed … rose to 14 on Wednesday", "on Wednesday identified a victim"."""
    first, last, day = draft.trigger.first, draft.trigger.last, date.token
    if date.reading.clause_of[found.first] != date.clause:
        return False
    behind = last <= found.first and 0 <= day - found.last <= UPDATE_REACH
    before = found.last <= first and 0 < found.first - day <= UPDATE_REACH
    opening = day < first < last <= found.first and (rules.verb_last or day < SENTENCE_START) and first - day > OWN_REACH
    inside = found.last <= day < first and day - found.last <= NEXT_REACH
    return behind or before or inside or (opening and rules.modifying.isdisjoint(date.reading.keys[day:first]))


def _is_between(found: Found[str], date: Dated, draft: Draft) -> bool:
    """Tell whether the day stands before the word of an update that it belongs to: "число погибших в среду выросло до 14"."""
    same = date.reading.clause_of[found.first] == date.clause
    return same and draft.trigger.last <= date.token < found.first <= date.token + UPDATE_REACH


def _is_told(found: Found[str], date: Dated, draft: Draft, dates: Sequence[Dated], rules: EventRules) -> bool:
    """Tell whether a day is that on which an incident was only told: "confirmed on Sunday the death of a miner"."""
    first, last, day = draft.trigger.first, draft.trigger.last, date.token
    if not rules.verb_last:
        return _is_kept(found, date, draft, rules)
    if found.first < last:
        return False
    if day >= last:
        return day < found.first
    parted = any(last <= other.token < found.first for other in dates)  # "10일 숨졌다고 14일 밝혔다"
    return day < first and not parted and rules.modifying.isdisjoint(date.reading.keys[day:first])


def _is_scene_of_participle(draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a noun only says where somebody was struck of whom the clause tells something else."""
    first = draft.trigger.first
    return draft.trigger.position == "noun" and any(
        other.clause_number == draft.clause_number
        and 0 < first - other.trigger.last <= SCENE_REACH
        and is_participle(other, beside, rules)
        for other in beside
    )
