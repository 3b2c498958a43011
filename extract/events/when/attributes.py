"""Dates that belong to a noun: "this year's league", "the August 8 election". They date that noun, and nothing else."""

from collections.abc import Sequence

from extract.events.drafts import INCIDENTS, Dated, Draft
from extract.events.when.since import SHARP
from extract.language.events import EventRules
from extract.text import fold

NOUN_TOKENS = 2  # from the end of a date to the noun behind a mark that it belongs to, a possessive mark between
BEHIND_TOKENS = 3  # between a noun behind "after" and its date
BEHIND_REACH = 3  # tokens between the word for "after" and the noun
PLACE_TOKENS = 5  # between such a noun and its date, which tell where it happened
OWNED_TOKENS = 3  # behind a possessive mark, among which the noun that it owns stands
APOSTROPHES = frozenset("'’")
FIGURES = "results"  # family of what firms tell of a period that is over or to come


def is_attribute(date: Dated, draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a date is that of a noun right behind it, and so of no other event: "quit after Sunday's attack".

    With a possessive mark it is ("barred from this year's league") unless an event stands there ("Monday's attack"); before a
    bare noun of an event a verb of saying does not take it ("said the August 8 election was void").
    """
    if _is_period(date, draft, beside):
        return True
    if _is_of_noun_behind_mark(date, draft, beside, rules) or _is_owned(date, draft, beside, rules):
        return True
    if _is_of_earlier_incident(date, draft, beside, rules) or _is_of_thing_behind(date, draft, rules):
        return True
    keys, behind = date.reading.keys, date.behind
    nouns = [one.trigger.first for one in beside if one is not draft and one.trigger.position == "noun"]
    if draft.kind.speech and draft.trigger.last <= date.token:
        return behind in nouns
    mark = behind + (keys[behind : behind + 1] != [] and keys[behind] in APOSTROPHES)
    if mark >= len(keys) or keys[mark] not in rules.possessive or mark == behind:
        return False
    if draft.trigger.last > date.token:  # "won this year's Nobel prize"
        return draft.trigger.first < date.token and draft.trigger.position != "noun" and date.timex.grain not in SHARP
    owned = range(mark + 1, mark + 1 + OWNED_TOKENS)
    events = [one for one in (*beside, draft) if one.trigger.first in owned]
    within = date.token > 0 and rules.place_roles.get((keys[date.token - 1],)) == "site"  # "arrested in Tuesday's raid"
    return not events or not (draft in events or draft.is_incident or within)


def _is_period(date: Dated, draft: Draft, beside: Sequence[Draft]) -> bool:
    """Tell whether a date is that of the figures a firm tells: "cut its 2022 outlook", "posted a loss for the second quarter"."""
    told = [one for one in (draft, *beside) if one.kind.family == FIGURES and one.trigger.position != "noun"]
    if date.timex.grain == "quarter":
        return draft in told
    return date.timex.grain not in SHARP and any(one.trigger.first < date.token < one.trigger.last for one in told)


def _is_owned(date: Dated, draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a mark makes a date that of the noun behind: "11日の地震を受け首相が会見した"; the victims share the day.

    A day is that of an incident alone, a month or year that of any event: "2024年12月の「戒厳」を巡り…判決を言い渡した".
    """
    if draft.kind.colour in INCIDENTS or draft.trigger.first < date.token:
        return False
    first, sharp = owned_at(date, rules), date.timex.grain in SHARP
    if first is None or draft.trigger.first < first + OWNED_TOKENS:
        return False
    near = range(first, first + OWNED_TOKENS)
    nouns = (one for one in beside if one is not draft and one.trigger.position == "noun" and one.trigger.first in near)
    return any((one.is_incident or not sharp) and not _is_scene(one, rules) for one in nouns)


def _is_scene(draft: Draft, rules: EventRules) -> bool:
    """Tell whether a noun is where the rest of its clause happened: "昨年の衆院選で大敗した"."""
    keys, last = draft.reading.keys, draft.trigger.last
    behind = rules.place_roles.get(tuple(keys[last : last + 1])) == "site"
    return behind or any(role == "site" and keys[last - 1].endswith(mark[-1]) for mark, role in rules.place_roles.items())


def owned_at(date: Dated, rules: EventRules) -> int | None:
    """Give the token behind the mark that gives a date to the noun there: "11日の地震"; None where there is no such mark."""
    keys, behind = date.reading.keys, date.behind
    if fold(date.timex.text).endswith(rules.date_mark_endings):
        return behind
    return behind + 1 if behind < len(keys) and keys[behind] in rules.date_marks else None


def _is_of_noun_behind_mark(date: Dated, draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a date stands between "after" and its noun, and dates no act before it: "quit after Sunday's attack"."""
    if draft.is_incident or draft.trigger.last > date.token or not _stands_behind_mark(date, rules):
        return False
    behind = date.behind
    nouns = [one for one in beside if one.trigger.position == "noun" and 0 <= one.trigger.first - behind <= NOUN_TOKENS]
    return bool(nouns) and draft not in nouns and "," not in date.reading.keys[behind : nouns[0].trigger.first]


def _is_of_earlier_incident(date: Dated, draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a day is that of an incident gone before, and of no act: "nach einem Brand in Ulm am Montag festgenommen"."""
    if draft.is_incident or draft.trigger.position == "noun" or date.timex.grain not in SHARP:
        return False
    inside = (one for one in beside if one.is_incident and one.clause_number == date.clause and one.trigger.last <= date.token)
    return any(went_before(one, rules) and _stands_by(date, one, rules) for one in inside)


def _stands_by(date: Dated, noun: Draft, rules: EventRules) -> bool:
    """Tell whether a date stands right behind a noun, with no more between them than where it was: no verb, no comma."""
    between = date.reading.keys[noun.trigger.last : date.token]
    words = all(key[:1].isalpha() for key in between)
    return len(between) <= PLACE_TOKENS and words and rules.finite.isdisjoint(between) and rules.coordinators.isdisjoint(between)


def _is_of_thing_behind(date: Dated, draft: Draft, rules: EventRules) -> bool:
    """Tell whether a long time is that of the thing behind it, by its own ending: "offentliggjorde årets vinder"."""
    if date.timex.grain in SHARP or fold(date.timex.text) not in rules.owning_dates:
        return False
    first = date.behind
    return draft.trigger.position != "noun" or draft.trigger.first not in range(first, first + OWNED_TOKENS)


def went_before(draft: Draft, rules: EventRules) -> bool:
    """Tell whether a noun stands behind a word for "after", and its clause tells what followed: "Nach dem Brand floh …"."""
    first = draft.trigger.first
    near = draft.reading.keys[max(draft.clause.first, first - BEHIND_REACH) : first]
    return draft.trigger.position == "noun" and not rules.earlier_marks.isdisjoint(near)


def is_of_earlier_noun(date: Dated, draft: Draft, rules: EventRules) -> bool:
    """Tell whether a date stands right behind a noun, or between it and its "after": "nach dem Brand am Montag"."""
    first, last = draft.trigger.first, draft.trigger.last
    before = 0 < first - date.token <= BEHIND_TOKENS and _stands_behind_mark(date, rules)
    return before or 0 <= date.token - last <= BEHIND_TOKENS


def _stands_behind_mark(date: Dated, rules: EventRules) -> bool:
    """Tell whether a date, or its article, stands right behind a word for "before" or "after"."""
    keys, at = date.reading.keys, date.token - 1
    if at > 0 and keys[at] in rules.determiners:
        at -= 1
    return at >= 0 and (keys[at] in rules.before_marks or keys[at] in rules.after_marks or keys[at] in rules.earlier_marks)
