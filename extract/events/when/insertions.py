"""Dates in what is put in between commas: "Police, who on Saturday set up a team, …", "Le tunnel, inauguré en 2005, …".

In goes a date with an event of its sentence; out comes whether the words put in keep the date to themselves.
"""

import datetime as dt
from collections.abc import Sequence

from extract.events.drafts import Dated, Draft
from extract.language.events import EventRules

COMMAS = frozenset(",،")
STRONG = frozenset(";؛")
ENDS = COMMAS | STRONG | frozenset(":()—–")
FEWEST_LETTERS = 5  # of a participle that opens what is put in
OPENING_TOKENS = 2  # of what is put in, among which its relative stands: "from whose board", "la cui salma"


def is_put_in(date: Dated, draft: Draft, dates: Sequence[Dated], rules: EventRules) -> bool:
    """Tell whether a date stands in words put in before an event, which go back to a noun before them.

    What struck takes it where its sentence has no other: "the blaze, which broke out on Monday, killed five".
    """
    inside = _bounds(date)
    if inside is None or draft.trigger.first < inside[1] or not _goes_back(date, inside[0], rules):
        return False
    return not draft.is_incident or any(not inside[0] <= other.token < inside[1] for other in dates)


def is_of_insertion(date: Dated, rules: EventRules) -> bool:
    """Tell whether a date stands in a relative clause or a participle that is put in."""
    inside = _bounds(date)
    relative = date.reading.clauses[date.clause].word in rules.relatives
    return relative or (inside is not None and _goes_back(date, inside[0], rules))


def is_behind(draft: Draft, dates: Sequence[Dated], day: dt.date | None, rules: EventRules) -> bool:
    """Tell whether the words put in before an event tell a day: what is told behind them is not of that day."""
    for date in dates:
        inside = _bounds(date) if date.timex.first_day == day else None
        if inside is not None and draft.trigger.first >= inside[1] and _goes_back(date, inside[0], rules):
            return True
    return False


def is_parted(date: Dated, draft: Draft) -> bool:
    """Tell whether a semicolon stands between an event and a date behind it."""
    return not STRONG.isdisjoint(date.reading.keys[draft.trigger.last : date.token])


def _bounds(date: Dated) -> tuple[int, int] | None:
    """Give the tokens between the two commas around a date; None where it stands between none."""
    keys = date.reading.keys
    before, behind, count = date.token - 1, date.token, len(keys)
    while before > 0 and keys[before] not in ENDS:
        before -= 1
    if before <= 0 or keys[before] not in COMMAS:
        return None
    while behind < count and keys[behind] not in ENDS:
        behind += 1
    return (before + 1, behind) if behind < count and keys[behind] in COMMAS else None


def _goes_back(date: Dated, first: int, rules: EventRules) -> bool:
    """Tell whether words between commas begin with a relative or with a participle."""
    keys = date.reading.keys
    if not rules.relatives.isdisjoint(keys[first : first + OPENING_TOKENS]):
        return True
    word = keys[first]
    known = word in rules.participles or word in rules.modifying
    formed = len(word) >= FEWEST_LETTERS and word.endswith(rules.participle_endings) and not word.endswith(rules.verbal_endings)
    other = word in rules.openers or word in rules.finite or word in rules.noun_prepositions or word in rules.adverbs
    return known or (formed and not other and first < date.token)


def clause_gone_on_with(draft: Draft) -> int:
    """Give the clause that a clause behind "and" goes on with: behind a comma not the relative clause that the comma ends."""
    clauses, host = draft.reading.clauses, draft.clause_number - 1
    if COMMAS.isdisjoint(draft.reading.keys[max(0, draft.clause.first - 1) : draft.clause.first + 1]):
        return host
    while host > 0 and clauses[host].opener == "subordinate":
        host -= 1
    return host
