"""The days of all events of a document: what words tell, what is counted from other events, what the context gives."""

import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from extract.clauses import Reading
from extract.events.deeds import before_acts
from extract.events.drafts import Dated, Draft, Told
from extract.events.when.aftermath import answering_day
from extract.events.when.anchors import counted_from_untold, when_anchored, when_counted_from
from extract.events.when.announced import as_said
from extract.events.when.background import before_the_news, is_of_blame, is_of_incident, when_of_old
from extract.events.when.beginnings import when_begun
from extract.events.when.context import Context, context_date, list_paragraphs
from extract.events.when.dating import News, own_date
from extract.events.when.focus import focus_day, is_clock_only
from extract.events.when.insertions import clause_gone_on_with, is_behind
from extract.events.when.order import Order, ordered, orders_of
from extract.events.when.participles import is_participle
from extract.events.when.plans import of_plans
from extract.events.when.retold_days import day_of_the_same
from extract.events.when.running import (
    Running,
    at_its_hour,
    day_beside,
    day_of_clock,
    going_on,
    in_its_sentence,
    limits_of,
    opened,
    said_with,
    when_running,
)
from extract.events.when.sayings import goes_on
from extract.events.when.since import SHARP, is_old, is_record
from extract.events.when.told import when_told
from extract.events.when.updates import until_told
from extract.language.events import EventRules
from extract.models import Document, Narration, Provenance, Timex, When
from extract.models.record import Record

ARRIVAL, VISIT = "arrival", "visit"  # a visit begins with the arrival
VISIT_DAYS = 5  # between an arrival and the day of the news about the visit
UNKNOWN = 0.2  # confidence of a date whose days nothing tells
BESIDE = 0.6  # confidence of a day that another event of the sentence lends
WIDE = frozenset({"weekend", "week"})  # grains that the sharp day of the news makes sharper


class Day(Record, frozen=True):
    """The days of one event, and the number of the date that told them."""

    when: When | None
    timex: int | None


class Days(Record, frozen=True):
    """The days of all events, the day of the article's news, and which was told to be before which."""

    days: list[Day]
    focus: When | None
    orders: list[Order]


def date_drafts(
    document: Document,
    readings: Sequence[Reading],
    drafts: Sequence[Draft],
    beside: Mapping[int, Sequence[Draft]],
    timexes: Sequence[Timex],
    rules: EventRules,
    narration: Narration,
    by_sentence: Sequence[Sequence[Dated]],
) -> Days:
    """Date all drafts of a document. ``beside`` gives the drafts of each sentence, ``by_sentence`` its dates."""
    dates = {reading.sentence.index: found for reading, found in zip(readings, by_sentence, strict=True)}
    news = News(rules, document.published)
    told = [own_date(draft, dates[at], beside[at], news) if dates[at] else None for draft in drafts for at in (draft.sentence,)]
    lists = list_paragraphs([reading.sentence for reading in readings], timexes)
    focus = focus_day(document, drafts, told, (date for found in by_sentence for date in found), lists, rules)
    whens = [_told(date, draft, document, dates[draft.sentence], focus, rules) for draft, date in zip(drafts, told, strict=True)]
    running, limits, passed = Running(None, None, None), limits_of(document, readings), 0
    known = _context(document, drafts, told, whens, by_sentence, rules, focus, narration)
    for at, (draft, date) in enumerate(zip(drafts, told, strict=True)):
        near, listed = beside[draft.sentence], draft.reading.sentence.paragraph in lists
        bare = [date for number in range(passed, draft.sentence) if number not in beside for date in dates.get(number, ())]
        running, passed = opened(running, bare, focus, limits, document.id), draft.sentence
        if whens[at] is None and date:
            whens[at] = when_anchored(date[0].timex, draft, drafts, whens, document.published, rules)
        elif whens[at] is None:
            whens[at] = when_counted_from(draft, dates[draft.sentence], drafts, whens, focus, document.published, rules)
        elif (own := whens[at]) is not None and not listed:
            whens[at] = own = at_its_hour(draft, own, date, dates[draft.sentence], running.deed, document.published, rules)
            running = going_on(running, draft, own, focus, limits)
        if draft.later is None and whens[at] is None and not listed:
            whens[at] = (
                _of_another(at, drafts, told, whens, near, news)
                or until_told(draft, dates[draft.sentence], near, known.struck, rules)
                or as_said(draft, dates[draft.sentence], document)
                or _at_once(at, drafts, told, near, document.id, rules)
                or when_begun(at, drafts, whens, rules)
                or counted_from_untold(date, draft, document)
                or said_with(draft, running.voice)
                or in_its_sentence(at, drafts, whens, told, dates[draft.sentence], focus, rules)
                or when_running(draft, near, dates[draft.sentence], running.deed, focus, rules)
                or _behind_insertion(draft, dates[draft.sentence], focus, document, rules)
                or context_date(draft, near, focus, running.scene, known)
            )
        whens[at] = whens[at] or _unknown(date, draft, document)
    orders, whens = orders_of(drafts, rules), of_plans(drafts, told, whens, rules)
    whens = before_acts(drafts, _from_arrivals(drafts, told, ordered(drafts, before_the_news(drafts, told, whens, rules), orders)))
    return Days([Day(when, date[0].number if date else None) for when, date in zip(whens, told, strict=True)], focus, orders)


def _context(
    document: Document,
    drafts: Sequence[Draft],
    told: Sequence[Told | None],
    whens: Sequence[When | None],
    by_sentence: Sequence[Sequence[Dated]],
    rules: EventRules,
    focus: When | None,
    narration: Narration,
) -> Context:
    struck = focus if is_of_incident(focus, drafts, told, whens) else None
    blamed, after = is_of_blame(focus, drafts, told, whens), answering_day(struck, drafts, told, by_sentence, document)
    return Context(document, rules, narration, struck, blamed, after, _families_of(focus, drafts, whens))


def _families_of(focus: When | None, drafts: Sequence[Draft], whens: Sequence[When | None]) -> frozenset[str]:
    days = zip(drafts, whens, strict=True)
    return frozenset(draft.kind.family for draft, when in days if focus and when and when.first_day == focus.first_day)


def _beside_it(
    at: int,
    drafts: Sequence[Draft],
    told: Sequence[Told | None],
    whens: Sequence[When | None],
    beside: Sequence[Draft],
    news: News,
) -> When | None:
    """Date an event by the one before it in its sentence: "capsized late on Monday, killing at least 14".

    It does so for what strikes at once, for a verb that goes on behind an "and" ("left on Monday and returned to Lima"), and
    for what explains a thing of months ago: "was fined in 2019 after a fever killed two".
    """
    draft, rules = drafts[at], news.rules
    incident = draft.is_incident and not is_participle(draft, beside, rules)
    joined = (draft.kind.one_day and goes_on(draft, rules)) or _is_next(draft, rules)
    explains = draft.clause.opener == "subordinate" and draft.modality == "asserted" and not rules.verb_last
    if not incident and not joined and not explains:
        return None
    first = next((number + 1 for number in range(at - 1, -1, -1) if drafts[number].reading is not draft.reading), 0)
    follows = at + 1 < len(drafts) and drafts[at + 1].reading is draft.reading
    host = clause_gone_on_with(draft)
    for number in (*range(at - 1, first - 1, -1), *([at + 1] if follows else [])):
        other, when = drafts[number], whens[number]
        joined_before = joined and other.clause_number == host
        relative = other.clause.word in rules.relatives or other.reading.clause_of[other.trigger.last - 1] > other.clause_number
        behind = number > at and relative  # "five died in the blaze that broke out on Monday"
        fits = (incident and other.is_incident and (number < at or behind)) or joined_before
        date = told[number]
        apart = number < at and other.clause_number != draft.clause_number
        fits = fits or (explains and apart and date is not None and _is_of_old(date, news))
        explains = explains and (date is None or date[0].timex.first_day is None)  # no further than to the next day told
        known = when is not None and (date is not None or when.is_counted) and not (date and is_record(date[0], rules))
        if known and when and when.first_day and fits and other.quoted == draft.quoted and other.modality == draft.modality:
            return When(when.first_day, when.last_day, when.grain, "inferred", BESIDE, "date: beside it", when.evidence)
    return None


def _of_another(
    at: int, drafts: Sequence[Draft], told: Sequence[Told | None], whens: Sequence[When | None], beside: Sequence[Draft], news: News
) -> When | None:
    """Date an event by another that words date: one beside it in its sentence, or what did harm long ago."""
    own = _beside_it(at, drafts, told, whens, beside, news) or when_of_old(at, drafts, told, whens, news.published)
    return own or day_of_the_same(at, drafts, told, whens)


def _at_once(
    at: int, drafts: Sequence[Draft], told: Sequence[Told | None], beside: Sequence[Draft], document_id: str, rules: EventRules
) -> When | None:
    """Date an event by the clause before or behind it that happened meanwhile: "ended on Monday when a plane landed"."""
    draft = drafts[at]
    if not draft.kind.one_day or draft.modality != "asserted" or draft.is_speech:
        return None
    first = at - next(step for step, other in enumerate(beside) if other is draft)
    for number in range(first, first + len(beside)):
        other, date = drafts[number], told[number]
        if not date:
            continue
        one, later = sorted((draft, other), key=lambda each: each.clause_number)
        if _is_meanwhile(one, later, rules) and other.modality == "asserted":
            when = when_told(date[0].timex, date[1], document_id)
            if when and when.first_day and other.quoted == draft.quoted and not other.is_speech:
                return When(when.first_day, when.last_day, when.grain, "inferred", BESIDE, "date: at the same time", when.evidence)
    return None


def _is_meanwhile(one: Draft, later: Draft, rules: EventRules) -> bool:
    """Tell whether a clause, or what goes on from it behind an "and", tells what happened during the clause before it."""
    clauses, number = later.reading.clauses, later.clause_number
    while clauses[number].opener == "coordinate" and number > one.clause_number + 1:
        number -= 1
    clause = clauses[number]
    return number == one.clause_number + 1 and clause.opener == "subordinate" and clause.word in rules.while_marks


def _behind_insertion(
    draft: Draft, dates: Sequence[Dated], focus: When | None, document: Document, rules: EventRules
) -> When | None:
    """Leave without a day what stands behind a clause put in that tells the day of the news: "who fled on Friday, was fined"."""
    happened = draft.modality == "asserted" and draft.kind.one_day and not draft.kind.speech and not draft.is_incident
    if focus is None or not happened or not is_behind(draft, dates, focus.first_day, rules):
        return None
    return When(None, document.published, "unknown", "none", UNKNOWN, "date: behind what is put in", focus.evidence)


def _is_of_old(date: Told, news: News) -> bool:
    timex = date[0].timex
    return timex.grain not in SHARP and is_old(timex, news.published)


def _is_next(draft: Draft, rules: EventRules) -> bool:
    """Tell whether what happened goes on behind an "and": "police stormed the house on Sunday and two men were killed"."""
    happened = draft.modality == "asserted" and draft.kind.one_day and not draft.is_speech
    return happened and draft.clause.opener == "coordinate" and draft.trigger.position != "noun" and not rules.verb_last


def _unknown(told: Told | None, draft: Draft, document: Document) -> When | None:
    """Keep the words of a date whose days nothing tells: "on Sunday", where no day of publication is known."""
    timex = told[0].timex if told else None
    if timex is None or draft.later is not None or timex.type not in ("DATE", "TIME"):
        return None
    evidence = (Provenance(document.id, timex.span, timex.source.rule),)
    return When(None, None, "unknown", "none", UNKNOWN, "date: told, its days unknown", evidence)


def _told(
    told: Told | None, draft: Draft, document: Document, dates: Sequence[Dated], focus: When | None, rules: EventRules
) -> When | None:
    """Take the day that words tell; a time of day takes that beside it or of the news, and so does a weekend that holds it."""
    if told is None:
        return None
    timex, step = told[0].timex, told[1]
    when, beside = when_told(timex, step, document.id), day_beside(told[0], dates, rules)
    when = when and _still_to_come(when, draft, document.published)
    if when is not None and beside is not None:
        evidence = (*when.evidence, Provenance(document.id, beside.span, beside.source.rule))
        return replace(when, first_day=beside.first_day, last_day=beside.last_day, evidence=evidence)
    if when is None or focus is None or focus.first_day is None:
        return when
    if is_clock_only(timex) and told[0].token > 0:  # a line that begins with its hour, as in a live report, keeps its own day
        day = day_of_clock(focus.first_day, told[0], draft, document.published, rules)
        return replace(when, first_day=day, last_day=day, how="inferred", confidence=focus.confidence)
    if timex.grain in WIDE and when.first_day and when.last_day and when.first_day <= focus.first_day <= when.last_day:
        evidence = (*when.evidence, *focus.evidence)
        return replace(when, first_day=focus.first_day, last_day=focus.last_day, grain="day", evidence=evidence)
    return when


def _still_to_come(when: When, draft: Draft, published: dt.date | None) -> When:
    """Let a time that runs as it is told, and in which something is planned, begin with the day of publication: "this year"."""
    runs = published and when.first_day and when.last_day and when.first_day < published <= when.last_day
    return replace(when, first_day=published) if runs and draft.modality == "planned" else when


def _from_arrivals(drafts: Sequence[Draft], told: Sequence[Told | None], whens: Sequence[When | None]) -> list[When | None]:
    """Let an undated visit begin with the arrival that the document dates for one of its travellers."""
    arrivals = [
        (draft, when)
        for draft, date, when in zip(drafts, told, whens, strict=True)
        if draft.kind.name == ARRIVAL and date and when and when.first_day and draft.modality == "asserted"
    ]
    out = list(whens)
    for at, (draft, date, when) in enumerate(zip(drafts, told, whens, strict=True)):
        if draft.kind.name != VISIT or date or when is None or when.first_day is None or draft.modality != "asserted":
            continue
        travellers = {person.key for person in draft.participants if person.kind == "person"}
        for arrival, begun in arrivals:
            near = begun.first_day and abs((begun.first_day - when.first_day).days) <= VISIT_DAYS
            if near and travellers & {person.key for person in arrival.participants}:
                out[at] = replace(
                    begun, last_day=None, how="inferred", confidence=when.confidence, rule="date: arrival", clock=None
                )
                break
    return out
