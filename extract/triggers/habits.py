"""Clauses that tell what happens time and again, "volcanoes erupt here every year", and what in them is one event all the same.

A phrase of the pack tells such a clause ("every year"), or the form of its verb where a language has one for habits ("बनते हैं").
One that opens a sentence tells that all of it is a rule ("anyone who steals a bicycle is fined").
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extract.clauses import Reading
from extract.language.events import EventRules
from extract.models import Sentence, Span, Timex
from extract.triggers.candidates import Candidate
from extract.triggers.laws import clauses_of_anybody, is_law

ANY_YEAR = "XXXX"  # how the value of a date without a year begins
SUBJECT_TOKENS = 2  # of a sentence of the law, behind which its subject no more begins
POINTING_TOKENS = 2  # before a word, in which a determiner or a participle points at one event


def recurring_in(timexes: Sequence[Timex], sentences: Sequence[Sentence]) -> list[Span]:
    """Give the spans of dates that come back, in order: "every autumn"; a mere "daily" is often part of a name.

    Where a day is told in the same sentence as well, something happened on it: "every Friday they march, and on 10 May …".
    """
    again = sorted(one.source.span for one in timexes if one.type == "SET" and one.value.startswith(ANY_YEAR))
    days = sorted(one.source.span.start for one in timexes if one.first_day) if again else []
    begins = [one.span.start for one in sentences]
    inside = ((span, sentences[bisect_right(begins, span.start) - 1].span) for span in again)
    return [span for span, of in inside if bisect_left(days, of.start) == bisect_left(days, of.end)]


def general_clauses(reading: Reading, rules: EventRules, recurring: Sequence[Span] = ()) -> set[int]:
    """Give the clauses that tell what happens time and again; those of dates that do ("every autumn") are among them."""
    found = reading.phrases(rules.habits) if rules.habits else []
    if found and rules.habit_stops:
        stops = reading.phrases(rules.habit_stops)
        found = [one for one in found if not any(stop.first <= one.first < stop.last for stop in stops)]
    general = {reading.clause_of[one.first] for one in found}
    if (rules.verb_continues or rules.bare_opens) and any(one.first <= 1 for one in found):  # "每年秋天，…，引发洪水"
        general |= {at for at, clause in enumerate(reading.clauses) if at and clause.opener == "comma" and at - 1 in general}
    general |= {reading.clause_at(reading.token_at(span.start)) for span in recurring}
    if any(one.first <= 1 for one in reading.phrases(rules.unreal.general)) or is_law(reading, rules):
        general |= set(range(len(reading.clauses)))
    general |= clauses_of_anybody(reading, rules)
    return {number for number in general if not _is_condition(reading, number, rules)}


def _is_condition(reading: Reading, number: int, rules: EventRules) -> bool:
    """Tell whether a clause is part of a condition, which is judged as one: "अगर हथियार भेजे जाते हैं, तो …"."""
    if not rules.outcome_marks:
        return False
    for key in reversed(reading.keys[: reading.clauses[number].last]):
        if key in rules.conditions or key in rules.outcome_marks:
            return key in rules.conditions
    return False


def is_general(reading: Reading, one: Candidate, general: set[int], verbs: set[int], rules: EventRules) -> bool:
    """Tell whether a clause of that sort holds some words, and nothing beside them points at one event.

    A noun that may as well be a verb, by the tokens of such, needs the determiner right before it: not "the river floods".
    """
    if reading.clause_of[one.first] not in general:
        return False
    if one.first <= SUBJECT_TOKENS and is_law(reading, rules):  # "el incendio provocado se castiga"
        return True
    pointed = _is_pointed_at(reading, one, rules) and not (
        one.entry.form == "noun" and one.first in verbs and _is_apart(one, reading, rules)
    )
    return not pointed and not (rules.done and _is_done(reading, one, rules))


def _is_apart(one: Candidate, reading: Reading, rules: EventRules) -> bool:
    return not rules.marks_after and reading.keys[one.first - 1] not in rules.definite


def _is_pointed_at(reading: Reading, one: Candidate, rules: EventRules) -> bool:
    """Tell whether a determiner close before points at the event, not at a noun that bears a mark: "इन जंगलों में आग लगती है"."""
    if one.entry.form == "verb" and not rules.marks_after:
        return False  # the determiner is of its subject: "every spring the river floods"
    low = max(0, one.first - (1 if one.entry.form == "phrase" and not rules.marks_after else POINTING_TOKENS))
    at = next((at for at in range(one.first - 1, low - 1, -1) if reading.keys[at] in rules.definite), None)
    if at is None or not rules.marks_after:
        return at is not None
    return not any((key,) in rules.place_roles for key in reading.keys[at + 1 : one.last - 1])


def _is_done(reading: Reading, one: Candidate, rules: EventRules) -> bool:
    """Tell whether a participle tells of one event: "सोमवार को आए भूकंप से लोग डरते हैं"; "हादसे हुआ करते हैं" is a habit."""
    keys = reading.keys
    first = max(0, one.first - POINTING_TOKENS) if one.entry.form == "noun" else one.last - 1
    goes_on = one.last + 1 < len(keys) and keys[one.last + 1] in rules.habits
    told = [at for at in range(first, min(len(keys), one.last + (not goes_on))) if keys[at] in rules.done]
    return bool(told) and not all(any(habit.first <= at < habit.last for habit in reading.phrases(rules.habits)) for at in told)
