"""What came of what: "cancelled classes because of a bomb threat; police later detained a student".

In go the days of a document's drafts; out come those days, where no words date a cause or a consequence: a cause has no day of
the news, and none behind that of its consequence; what was done later lies between what went before and publication.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec import structs

from extract.events.drafts import FAR, Draft
from extract.events.when.days import Day, Days
from extract.events.when.order import OF_SENTENCE
from extract.events.when.since import SHARP
from extract.language.events import EventRules
from extract.models import Provenance, When
from extract.models.events import COUNTED_RULE
from extract.phrases import Found

CAUSE_REACH = 6  # tokens between the words for a cause and its noun: "because of a series of deadly attacks"
CAUSE_REACH_BEHIND = 3  # the same where those words stand behind it: "धमकी मिलने के कारण"
OPENING = 2  # tokens of a sentence in which words for a cause open it
MARK_REACH = 6  # tokens between a verb and a word for "later"
LATER_DAYS = 4  # between an event and publication; of what was done "later" in news of yesterday, the day is mostly the same
CONFIDENCE = 0.4
CAUSE_RULE, CONSEQUENCE_RULE = "date: before what came of it", "date: after what came before it"
STOPS = frozenset(",;:.!?()،؛。、，；：।—–")
BY_WORDS = frozenset({"explicit", "relative"})
TOLL = "toll"  # the family of deaths, which alone of what strikes come days later: "later died in hospital"


class Cause(NamedTuple):
    """A noun that names a cause, by its number, and the token at which the side of what came of it begins."""

    number: int
    border: int
    opens: bool  # the cause opens its sentence: what came of it may stand in any clause behind it


def with_consequences(days: Days, drafts: Sequence[Draft], published: dt.date | None, rules: EventRules) -> Days:
    """Bound the days of causes and consequences that no words date by those of the event of their sentence that words do."""
    whens = [day.when for day in days.days]
    bound: dict[int, When] = {}
    for _, numbers in groupby(range(len(drafts)), key=lambda number: drafts[number].sentence):
        near = list(numbers)
        if len(near) == 1:
            continue
        for cause in _causes_of(near, drafts, rules):
            if when := _before_its_consequence(cause, near, drafts, whens):
                bound[cause.number] = when
        for number in near[1:]:
            if published and (when := _later(number, near, drafts, whens, published, rules)):
                bound[number] = when
    return structs.replace(days, days=[Day(bound[at], None) if at in bound else day for at, day in enumerate(days.days)])


def _causes_of(near: Sequence[int], drafts: Sequence[Draft], rules: EventRules) -> Iterator[Cause]:
    """Give the nouns of a sentence that name a cause: "because of a bomb threat", "बम की धमकी के कारण"."""
    reading = drafts[near[0]].reading
    named = [at for at in near if drafts[at].trigger.position != "verb" and drafts[at].modality == "asserted"]
    nouns = [at for at in named if drafts[at].trigger.position == "noun"]
    for found in reading.phrases(rules.causes):
        behind = [at for at in nouns if 0 <= drafts[at].trigger.first - found.last <= CAUSE_REACH]
        yield from [Cause(at, found.first, found.first < OPENING) for at in behind if _is_joined(drafts[at], found)][:1]
    for found in reading.phrases(rules.causes_behind):
        before = [at for at in named if 0 <= found.first - drafts[at].trigger.last <= CAUSE_REACH_BEHIND]
        yield from [Cause(at, found.last, drafts[at].clause_number == 0) for at in before if _is_joined(drafts[at], found)][-1:]


def _is_joined(draft: Draft, found: Found[str]) -> bool:
    """Tell whether no sign that parts them stands between an event and a phrase."""
    between = draft.reading.keys[min(found.last, draft.trigger.last) : max(found.first, draft.trigger.first)]
    return STOPS.isdisjoint(between)


def _before_its_consequence(
    cause: Cause, near: Sequence[int], drafts: Sequence[Draft], whens: Sequence[When | None]
) -> When | None:
    """Give what is left for a cause whose own day is not before that of what came of it: none but until then."""
    draft, own = drafts[cause.number], whens[cause.number]
    dated = [at for at in near if at != cause.number and _is_told(drafts[at], whens[at])]
    before = [at for at in dated if at < cause.number]
    behind = [at for at in dated if at > cause.number and (cause.opens or drafts[at].clause_number == draft.clause_number)]
    main = before[-1] if before else behind[0] if behind else None
    when = whens[main] if main is not None else None
    if main is None or when is None or when.last_day is None or own is None or own.first_day is None:
        return None
    if own.first_day < when.last_day or _has_day(draft, own, when, cause.border):
        return None
    if draft.is_incident and drafts[main].is_incident:  # "a fire set off by an explosion"
        if own.first_day == when.first_day:
            return None
        return structs.replace(when, how="inferred", confidence=CONFIDENCE, rule=CAUSE_RULE, clock=None)
    around = range(max(0, cause.number - FAR), min(len(drafts), cause.number + FAR))
    alike = [at for at in around if drafts[at].sentence != draft.sentence and drafts[at].kind.family == draft.kind.family]
    if any((other := whens[at]) and other.first_day == own.first_day and _is_told(drafts[at], other) for at in alike):
        return None
    return When(None, when.last_day, "unknown", "none", CONFIDENCE, CAUSE_RULE, when.evidence)


def _has_day(draft: Draft, own: When, other: When, border: int) -> bool:
    """Tell whether words date a cause: a day of its own, or one on its side of the words that make it a cause."""
    if own.how not in BY_WORDS:
        return False
    if own.evidence != other.evidence:
        return True
    reading = draft.reading
    days = [reading.token_at(one.span.start) for one in own.evidence]
    return all((day < border) == (draft.trigger.first < border) for day in days)


def _later(
    number: int,
    near: Sequence[int],
    drafts: Sequence[Draft],
    whens: Sequence[When | None],
    published: dt.date,
    rules: EventRules,
) -> When | None:
    """Give the days from an event of old to publication to what a clause behind it tells was done later."""
    draft, own = drafts[number], whens[number]
    if draft.modality != "asserted" or draft.quoted or draft.trigger.position == "noun" or not draft.kind.one_day:
        return None
    if own is None or own.first_day is None or (own.how in BY_WORDS and own.rule != OF_SENTENCE):
        return None
    dates = [one for at in near if (when := whens[at]) for one in when.evidence]
    if (draft.is_incident and draft.kind.family != TOLL) or not _is_marked(draft, dates, rules):
        return None
    before = [at for at in near if at < number and drafts[at].clause_number < draft.clause_number]
    known = [(when.last_day, at) for at in before if (when := whens[at]) and when.last_day and _is_told(drafts[at], when)]
    day, at = max(known, default=(published, number))
    when = whens[at]
    if when is None or (published - day).days < LATER_DAYS:
        return None
    return When(when.first_day, published, "unknown", "inferred", CONFIDENCE, CONSEQUENCE_RULE, when.evidence)


def _is_marked(draft: Draft, dates: Sequence[Provenance], rules: EventRules) -> bool:
    """Tell whether a word for "later" stands beside a verb, and in no length of time: "eight days later"."""
    first, last, starts = draft.trigger.first, draft.trigger.last, draft.reading.starts
    for found in draft.reading.phrases(rules.afterwards):
        near = first - found.last <= MARK_REACH >= found.first - last and _is_joined(draft, found)
        if near and not any(one.span.start <= starts[found.first] < one.span.end for one in dates):
            return True
    return False


def _is_told(draft: Draft, when: When | None) -> bool:
    """Tell whether words of its own put on one day what happened."""
    sharp = when is not None and when.grain in SHARP and when.how in BY_WORDS and when.rule not in (COUNTED_RULE, OF_SENTENCE)
    return sharp and draft.modality == "asserted" and not draft.kind.speech and not draft.quoted
