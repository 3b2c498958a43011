"""What goes on in a narrative and in a paragraph: a sentence that tells no day goes on where the one before it was dated.

In go the events of a document in turn with the days that words tell of them; out come days for those that no words date.
Measured on our own affairs: of 52 events whose paragraph ran on another day than the article's focus, the focus was right
in 8 and the running day in 38.
"""

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from extract.clauses import Reading
from extract.events.drafts import Dated, Draft, Told
from extract.events.when.context import scene_of
from extract.events.when.focus import is_clock_only
from extract.events.when.participles import is_participle
from extract.events.when.since import SHARP, is_of_the_news, is_recalled, is_record
from extract.language.events import EventRules
from extract.models import Document, Provenance, Timex, When
from extract.models.record import Record

RUNNING_RULE, SENTENCE_RULE = "date: running day", "date: running day of the sentence"
SAID_WITH, CONFIDENCE = 0.6, 0.55  # confidence of a day that the last words, and the last deed, of a paragraph lend
BEFORE = 0.3  # of a day that only ends what it dates
REACH = 3  # sentences over which the day of a deed goes on
REACH_UNPARTED = 2  # the same in a text of one paragraph, as pages come that lost their breaks
VOICE_REACH = 4  # sentences over which that of an act of saying does
LINK_REACH = 1  # tokens before midnight in which "after" stands
OPENING = 2  # tokens of a sentence in which a day opens it: "On Friday"
CRIME = "crime"  # the family of thefts and the like, which the law deals with on later days
MIDNIGHT = "T24"  # of the value of a time of day


class Passage(Record, frozen=True):
    """The last event of a paragraph that words dated to the day."""

    paragraph: int
    sentence: int
    when: When
    reach: int


class Limits(Record, frozen=True):
    """How far a day may go on: no further than to the newest day, and over so many sentences."""

    newest: dt.date | None
    reach: int


class Running(Record, frozen=True):
    """The days on which the next event may go on: of a narrative, of the last words said, of the last deed."""

    scene: When | None
    voice: Passage | None
    deed: Passage | None


def limits_of(document: Document, readings: Sequence[Reading]) -> Limits:
    """Give how far a day may go on: not behind that of publication, and less far where no paragraph ends what it holds for."""
    paragraphs = {reading.sentence.paragraph for reading in readings if not reading.sentence.heading}
    return Limits(document.published, REACH if len(paragraphs) > 1 else REACH_UNPARTED)


def going_on(running: Running, draft: Draft, when: When, focus: When | None, limits: Limits) -> Running:
    """Let the day that words tell of an event hold for what follows it."""
    passage = Passage(draft.reading.sentence.paragraph, draft.sentence, when, limits.reach)
    says = draft.kind.speech and when.grain in SHARP and not draft.quoted
    deed = passage if _runs(draft, when, running.deed, focus, limits.newest) else running.deed
    return Running(scene_of(when), passage if says else running.voice, deed)


def opened(running: Running, dates: Sequence[Dated], focus: When | None, limits: Limits, document_id: str) -> Running:
    """Let a day that opens a sentence of no event hold for what follows: "On Friday, officers went to a flat. A man fled"."""
    for date in reversed(dates):
        timex = date.timex
        day, sentence = timex.first_day, date.reading.sentence
        known = timex.grain in SHARP and day is not None and day == timex.last_day and not is_clock_only(timex)
        if not known or date.token >= OPENING or date.reading.quoted[date.token] or focus is None:
            continue
        if limits.newest is None or day is None or day > limits.newest:
            continue
        evidence = (Provenance(document_id, timex.span, timex.source.rule),)
        when = When(day, day, timex.grain, "relative", CONFIDENCE, RUNNING_RULE, evidence)
        return replace(running, deed=Passage(sentence.paragraph, sentence.index, when, limits.reach))
    return running


def at_its_hour(
    draft: Draft,
    when: When,
    told: Told | None,
    dates: Sequence[Dated],
    deed: Passage | None,
    published: dt.date | None,
    rules: EventRules,
) -> When:
    """Put a time of day that tells no day of its own on the running day: "landed on Sunday. … Late in the evening they left"."""
    if deed is None or deed.paragraph != draft.reading.sentence.paragraph or not 0 < draft.sentence - deed.sentence <= deed.reach:
        return when
    date = told[0] if told else None
    if date is None or not is_clock_only(date.timex) or day_beside(date, dates, rules) is not None:
        return when
    day = deed.when.first_day and day_of_clock(deed.when.first_day, date, draft, published, rules)
    return replace(when, first_day=day, last_day=day, how="inferred", confidence=CONFIDENCE)


def day_of_clock(told: dt.date, date: Dated, draft: Draft, published: dt.date | None, rules: EventRules) -> dt.date:
    """Give the day of a time of day behind a day told: what is put into force, or meets, at midnight does so when that day ends.

    What strikes then may as well do so when the day told begins: "A fire on Saturday killed nine. It broke out after midnight".
    """
    following = told + dt.timedelta(1)
    near = date.reading.keys[max(0, date.token - LINK_REACH) : date.token]
    marks = rules.before_marks, rules.after_marks, rules.earlier_marks
    ends = date.timex.value.endswith(MIDNIGHT) and not draft.is_incident and all(mark.isdisjoint(near) for mark in marks)
    return following if ends and published is not None and following <= published else told


def day_beside(date: Dated, dates: Sequence[Dated], rules: EventRules) -> Timex | None:
    """Give the day of a time of day that its clause tells, or its sentence before it: "On Monday … fire broke out in the morning".

    A day with its year is rather of a stamp: "Updated: November 11, 2011 18:50".
    """
    if not is_clock_only(date.timex) or date.token == 0:
        return None
    days = [one for one in dates if one.timex.grain in SHARP and one.timex.how == "relative" and not is_clock_only(one.timex)]
    days = [one for one in days if one.timex.first_day and one.timex.first_day == one.timex.last_day]
    inside = [one for one in days if one.clause == date.clause]
    if inside:
        return min(inside, key=lambda one: abs(one.token - date.token)).timex
    quoted, clauses = date.reading.quoted, date.reading.clauses
    before = [one for one in days if one.token < date.token and quoted[one.token] == quoted[date.token]]
    before = [one for one in before if clauses[one.clause].word not in rules.relatives]
    return before[-1].timex if before else None


def _runs(draft: Draft, when: When, before: Passage | None, focus: When | None, newest: dt.date | None) -> bool:
    """Tell whether a day goes on: that of what happened; where its sentence tells the day of the news too, that one does."""
    day = when.first_day
    if draft.modality != "asserted" or draft.quoted or draft.kind.speech or when.grain not in SHARP or day != when.last_day:
        return False
    if newest is None or day is None or day > newest or focus is None:
        return False
    return before is None or before.sentence != draft.sentence or before.when.first_day != focus.first_day


def is_done_by_now(draft: Draft, rules: EventRules) -> bool:
    """Tell whether an auxiliary puts an event before now, on no day told: "of these, 800,000 have been flown to Niamey"."""
    clause, trigger, keys = draft.clause, draft.trigger, draft.reading.keys
    beside = keys[trigger.last - 1 : clause.last] if rules.verb_last else keys[clause.first : trigger.first + 1]
    return trigger.position != "noun" and not draft.is_incident and not rules.present_perfect.isdisjoint(beside)


def said_with(draft: Draft, voice: Passage | None) -> When | None:
    """Date an act of saying by the one told before it in its paragraph: "said on Thursday … Its spokesman denied that"."""
    if voice is None or not draft.kind.speech or draft.kind.modality != "asserted" or draft.modality != "asserted":
        return None
    if not 0 <= draft.sentence - voice.sentence <= VOICE_REACH:
        return None
    if voice.paragraph != draft.reading.sentence.paragraph or draft.trigger.position == "noun" or draft.quoted:
        return None
    return replace(voice.when, how="inferred", confidence=SAID_WITH, rule="date: said with it", clock=None)


def in_its_sentence(
    at: int,
    drafts: Sequence[Draft],
    whens: Sequence[When | None],
    told: Sequence[Told | None],
    dates: Sequence[Dated],
    focus: When | None,
    rules: EventRules,
) -> When | None:
    """Date what happened by the event told before it in its sentence, where that one's own words date it before the news.

    "In Toulon hielt die Polizei am Montag zwei Männer an und fand Waffen", in an article on what happened on Thursday.
    ``told`` and ``whens`` hold what is known of each draft, ``dates`` the dates of the sentence.
    """
    draft = drafts[at]
    if focus is None or focus.first_day is None or draft.modality != "asserted" or draft.quoted or not draft.kind.one_day:
        return None
    if draft.kind.speech or is_recalled(draft, rules) or any(date.timex.first_day == focus.first_day for date in dates):
        return None
    for number in range(at - 1, -1, -1):
        other, when, date = drafts[number], whens[number], told[number]
        if other.reading is not draft.reading:
            return None
        if (
            date is None
            or is_record(date[0], rules)
            or when is None
            or when.is_counted
            or when.grain not in SHARP
            or when.first_day is None
            or when.first_day != when.last_day
        ):
            continue
        if other.modality != "asserted" or other.kind.speech or other.quoted or when.first_day == focus.first_day:
            continue
        if when.first_day < focus.first_day or other.is_incident or not (draft.is_incident or draft.kind.family == CRIME):
            if any(date.timex.order for date in dates):  # "on Monday, two days after the ship had sunk"
                return When(None, when.last_day, "unknown", "none", BEFORE, "date: before another event", when.evidence)
            return replace(when, how="inferred", confidence=CONFIDENCE, rule=SENTENCE_RULE, clock=None, zone=None)
    return None


def when_running(
    draft: Draft, beside: Sequence[Draft], dates: Sequence[Dated], deed: Passage | None, focus: When | None, rules: EventRules
) -> When | None:
    """Date what happened by the running day of its paragraph, where that is not the day of the news."""
    if deed is None or deed.paragraph != draft.reading.sentence.paragraph or is_recalled(draft, rules):
        return None
    if not draft.kind.one_day or draft.kind.speech or draft.modality != "asserted" or draft.quoted:
        return None
    if not 0 < draft.sentence - deed.sentence <= deed.reach or (focus and focus.first_day == deed.when.first_day):
        return None
    if focus and any(date.timex.first_day == focus.first_day for date in dates):
        return None
    if is_participle(draft, beside, rules) or is_done_by_now(draft, rules) or is_of_the_news(draft, rules):
        return None
    return replace(deed.when, how="inferred", confidence=CONFIDENCE, rule=RUNNING_RULE, clock=None, zone=None)
