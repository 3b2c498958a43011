"""Which events a time is counted from, and which it dates: "died on Tuesday, three days after the avalanche"."""

from collections.abc import Sequence

from extract.events.drafts import Dated, Draft
from extract.events.when.since import SHARP
from extract.language.events import EventRules
from extract.models import Span

MISHAP_REACH = 2  # tokens from the first of an event's name to the noun that calls it a mishap
MARK_TOKENS = 1  # tokens between a length of time and the "after" that it is counted by
NEXT_TOKENS = 1  # tokens between where a clause begins and a verb right behind its "and"
OPENING_TOKENS = 3  # of a sentence; a time in them may stand before the main clause: "three days after the attack he died"
BESIDE_RULES = frozenset({"beside", "from-told"})  # rules of days counted from the date told before
NAME_TOKENS = 1  # between such a day and the noun that it is beside: an article
BESIDE_TOKENS = 10  # tokens between an event and the date right behind it: "the attack on the Capitol on Jan. 6"


def is_own_anchor(date: Dated, draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether the date is counted from this very event: "two days after the attack" does not date the attack."""
    timex = date.timex
    if draft.reading is not date.reading:
        return False
    if timex.order is None and timex.event_anchor is None:
        return is_named_behind(date, draft, rules)
    name = timex.event_anchor
    if draft.start < timex.span.start and timex.span.end < draft.end:  # "trat am Tag nach der Wahl zurück"
        return False
    number = draft.clause_number - _goes_on(draft)  # "after gunmen rammed the gate and freed three"
    clause, behind = draft.reading.clauses[number], draft.reading.token_at(timex.span.end)
    inside = clause.opener == "subordinate" and behind <= clause.first <= behind + MARK_TOKENS
    if name is not None and draft.trigger.position != "noun":
        nouns = [
            other for other in beside if other.trigger.position == "noun" and name.start < other.end and other.start < name.end
        ]
        if any(one.clause_number == draft.clause_number and one.end <= draft.start for one in nouns):
            # the noun is it, and the verb what came then ("drie dagen na de lawine overleed een man"), unless the noun is the
            # subject of the verb ("on Thursday, three days after an airstrike killed 51, talks began")
            return inside and date.token > OPENING_TOKENS
        if not inside and (at := mishap_in(name, draft, rules)) is not None and at < draft.trigger.first:
            return False  # "drie dagen na het drama overleed een man"
    return inside or (name is not None and name.start < draft.end and draft.start < name.end)


def is_named_behind(date: Dated, draft: Draft, rules: EventRules) -> bool:
    """Tell whether a noun is what a day counted from the one told before is beside: "dagen efter valget"."""
    if date.timex.source.rule not in BESIDE_RULES or draft.trigger.position != "noun":
        return False
    mark = date.reading.keys[date.behind - 1]
    counts = mark in rules.after_marks or mark in rules.before_marks or mark in rules.earlier_marks
    return counts and 0 <= draft.trigger.first - date.behind <= NAME_TOKENS


def mishap_in(name: Span, draft: Draft, rules: EventRules) -> int | None:
    """Give the token of a noun that only calls an event "the tragedy", near the beginning of the event's name; None without."""
    reading = draft.reading
    first = reading.token_at(name.start)
    return next((one.first for one in reading.phrases(rules.mishaps) if 0 <= one.first - first <= MISHAP_REACH), None)


def _goes_on(draft: Draft) -> bool:
    """Tell whether a verb stands right behind an "and": it has the subject of the clause before it."""
    first = draft.trigger.first - draft.clause.first
    joined = draft.clause_number > 0 and draft.clause.opener == "coordinate"  # a sentence may begin with "and" too
    return joined and draft.trigger.position != "noun" and first <= NEXT_TOKENS


def stands_beside(date: Dated, draft: Draft, beside: Sequence[Draft], *, verb_last: bool) -> bool:
    """Tell whether a date stands right behind an event, no other between: "two days after the attack on Friday"; or before it."""
    first, last = (date.token, draft.trigger.first) if verb_last else (draft.trigger.last, date.token)
    if draft.trigger.first < date.token < draft.trigger.last:  # "after the court yesterday overturned the vote"
        return True
    return first <= last <= first + BESIDE_TOKENS and not any(first <= other.trigger.first < last for other in beside)


def not_waiting(dates: Sequence[Dated]) -> Sequence[Dated]:
    """Prefer dates with days of their own to what is counted from an event: "on Tuesday, three days after the blast, he left"."""
    return [date for date in dates if date.timex.first_day or date.timex.last_day] or dates


def before_the_verb(dates: Sequence[Dated], draft: Draft, rules: EventRules) -> Sequence[Dated]:
    """Prefer dates before an event where the verb stands last: "5日に着陸し、8日に離陸する" of the landing the 5th."""
    before = [date for date in dates if date.token < draft.trigger.last] if rules.verb_last else []
    return before or dates


def finer(date: Dated, told: Sequence[Dated]) -> Dated:
    """Give the day told beside a longer time that holds it: "the strongest tremor of this year was on 3 February"."""
    first, last = date.timex.first_day, date.timex.last_day
    if date.timex.grain in SHARP or first is None or last is None:
        return date
    within = (one for one in told if one.timex.first_day and one.timex.grain in SHARP and first <= one.timex.first_day <= last)
    return next(within, date)
