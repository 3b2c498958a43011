"""The date that the words beside an event tell: its clause, then its sentence.

A date belongs to the event nearest to it in its own clause; a participle ("built in 2015") keeps its date to itself.
"""

import datetime as dt
from collections.abc import Sequence

from extract.events.deeds import is_of_act, is_of_offence, is_of_verb, not_of_saying
from extract.events.drafts import Dated, Draft, Told, gap, is_right_before, reaches
from extract.events.when.attributes import is_attribute, is_of_earlier_noun, went_before
from extract.events.when.counted import before_the_verb, finer, is_own_anchor, not_waiting, stands_beside
from extract.events.when.editions import is_edition
from extract.events.when.fates import is_of_fate
from extract.events.when.insertions import is_parted, is_put_in
from extract.events.when.others import (
    hung_on,
    is_of_birth,
    is_of_description,
    is_of_person,
    is_of_relative,
    is_purpose,
    not_of_verb_before,
    not_past_and,
    not_topics,
)
from extract.events.when.participles import is_of_participle, is_participle, of_its_participle
from extract.events.when.proforms import is_of_other_one
from extract.events.when.sayings import day_of_saying
from extract.events.when.since import (
    SENTENCE_START,
    SHARP,
    is_beginning,
    is_end,
    is_known_beginning,
    is_last_time,
    is_old,
    is_recalled,
    recalled_in,
)
from extract.events.when.updates import is_before_telling, is_of_update
from extract.language.events import EventRules
from extract.models.record import Record

OPEN_VALUE = "XXXX-"  # of a weekday or month whose year nothing tells
PARTICIPLE_REACH = 3  # tokens between a participle and its date
NOUN_REACH = 8  # tokens between a noun and the date that it keeps: "the sinking of the ferry Aurelia in 2014"
REFERENCE_REACH = 4  # tokens between the word that refers and the noun: "into the 1986 arms scandal"
BEFORE_TOKENS = 2  # tokens from a word for "before" to the day of its clause, which tells something of its own
VAST = frozenset({"century", "millennium"})
CALLED_OFF = "cancellation"
LINK_REACH = 2  # tokens before a century among which "of" makes it the age of a thing


class News(Record, frozen=True):
    """What dating needs to know of the document."""

    rules: EventRules
    published: dt.date | None


def own_date(draft: Draft, dates: Sequence[Dated], beside: Sequence[Draft], news: News) -> Told | None:
    """Give the date told for an event in its clause or sentence, with the step's name.

    ``dates`` and ``beside`` are the dates and the events of the event's sentence.
    """
    rules, usable = news.rules, _usable(draft, dates, beside, news)
    if (recalled := recalled_in(draft, rules)) is not None:  # but "memories of the editor, who was shot dead in June"
        usable = [date for date in usable if date.clause == draft.clause_number != recalled]
    if not usable:
        return None
    if draft.is_speech or (draft.kind.speech and draft.trigger.position != "noun"):
        return day_of_saying(draft, usable, beside, rules)
    if kept := of_its_participle(usable, draft, beside, rules):
        return min(kept, key=lambda date: gap(draft, date)), "clause"
    own = [date for date in usable if reaches(draft, date.clause) and _may_date(date, draft, beside, news)]
    if draft.is_incident and went_before(draft, rules):
        own = [date for date in own if is_of_earlier_noun(date, draft, rules)]
    counted = any(is_own_anchor(date, draft, beside, rules) for date in dates)
    if own := not_of_saying(own, draft):
        own = not_past_and(not_of_verb_before(own, draft, beside, rules), draft, rules)
        told = before_the_verb(not_waiting(not_topics(own, draft, rules) or own), draft, rules)
        date = min(told, key=lambda date: gap(draft, date))
        if not counted or stands_beside(date, draft, beside, verb_last=rules.verb_last):  # "two days after the attack on Friday"
            return finer(date, told), "clause"
    if (not draft.kind.one_day and draft.trigger.position == "noun") or counted:
        return None
    if hung := hung_on(usable, draft, rules):
        return hung, "clause"
    free = [] if is_known_beginning(draft, rules) else _free(draft, usable, beside, news)
    return (min(not_waiting(free), key=lambda date: gap(draft, date)), "sentence") if free else None


def _usable(draft: Draft, dates: Sequence[Dated], beside: Sequence[Draft], news: News) -> list[Dated]:
    """Give the dates of a sentence that may date an event at all."""
    rules = news.rules
    usable = [
        date
        for date in dates
        if not is_own_anchor(date, draft, beside, rules)
        and not is_end(date, rules)
        and not is_beginning(date, draft, rules, news.published)
        and not is_last_time(date, draft, rules, news.published)
        and _counts(date, rules)
        and not is_of_participle(date, draft, beside, rules)
        and not is_of_update(date, draft, beside, dates, rules)
        and not _is_over(date, draft, news.published)
        and not is_attribute(date, draft, beside, rules)
        and not _is_ahead(date, draft, news)
        and not (
            is_of_act(date, draft, dates, rules) and (is_of_offence(date, draft, rules) or not is_old(date.timex, news.published))
        )
        and not is_of_verb(date, draft, beside, rules)
        and not is_of_relative(date, draft, beside, rules)
        and not (is_of_description(date, draft, beside, rules) or is_of_birth(date, draft, rules))
        and not (is_put_in(date, draft, dates, rules) or is_of_other_one(date, draft, beside, rules))
        and not (is_of_fate(date, draft, dates, rules) or is_edition(date, draft, beside, news.published))
    ]
    if usable and is_participle(draft, beside, rules):  # "recovered on Sunday the body of a miner killed in March"
        usable = [date for date in usable if date.token > draft.trigger.first]
    if draft.is_incident and any(is_end(date, rules) for date in dates):  # "记者12日获悉，截至当日16时，…已造成8人遇难"
        usable = [date for date in usable if not is_before_telling(date, rules)]
    return usable


def _free(draft: Draft, usable: Sequence[Dated], beside: Sequence[Draft], news: News) -> list[Dated]:
    """Give the dates of the other clauses that no event there takes."""
    rules = news.rules
    rest = [date for date in usable if date.clause != draft.clause_number and date.clause != _clause_of_saying(draft)]
    before = draft.clause_number - 1 if _is_verbless(draft, rules) else None
    free = [
        date
        for date in rest
        if _opens(date, rules)
        or date.clause == before
        or not any(reaches(other, date.clause) and not is_recalled(other, rules) for other in beside)
    ]
    return [date for date in free if not _is_of_another(date, draft, news) and not is_parted(date, draft)]


def _opens(date: Dated, rules: EventRules) -> bool:
    """Tell whether a date opens its sentence: not that of a clause that is put in, "France, which in 2023 sold radars, said"."""
    clause = date.reading.clauses[date.clause]
    return date.token < SENTENCE_START and not (clause.word in rules.relatives and clause.first > 0)


def _is_of_another(date: Dated, draft: Draft, news: News) -> bool:
    """Tell whether a date of another clause is of what that clause tells: a quotation, a person, a deed still to come."""
    if draft.reading.quoted[date.token] != draft.quoted or is_of_person(date, draft, news.rules):
        return True
    clause = date.reading.clauses[date.clause]
    if clause.word in news.rules.before_marks and draft.clause_number < date.clause and date.token - clause.first > BEFORE_TOKENS:
        return True  # "have been shut, before they reopen in June"; not "before 7 a.m. on Saturday"
    return draft.modality == "asserted" and date.token > draft.trigger.first and _is_to_come(date, news)


def _is_verbless(draft: Draft, rules: EventRules) -> bool:
    """Tell whether a noun stands behind a comma with no verb beside it: "met in October, on the sidelines of a gathering"."""
    clause = draft.clause
    if rules.verb_last or draft.trigger.position != "noun" or draft.modality != "asserted" or clause.word != ",":
        return False
    if draft.trigger.first == clause.first + 1:  # ", killing nine people"
        return False
    keys = draft.reading.keys[clause.first : clause.last]
    return rules.finite.isdisjoint(keys) and not any(key.endswith(rules.past_endings) for key in keys)


def _may_date(date: Dated, draft: Draft, beside: Sequence[Draft], news: News) -> bool:
    """Tell whether a date of the event's clause is not kept by another event of it."""
    if _is_behind_description(date, draft, beside, news.rules):
        return False
    if is_right_before(date, draft, news.rules):
        return True
    return _owner(date, beside, news) in (None, draft) and not is_purpose(date, draft, beside, news.rules)


def _is_behind_description(date: Dated, draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether an event only describes a noun before the date of the verb behind: "ölen işçi dün toprağa verildi"."""
    if not (rules.relative_endings or rules.relative_words) or date.token < draft.trigger.last:
        return False
    keys, inside = draft.reading.keys, [other for other in beside if other.clause_number == date.clause]
    described = any(
        draft.trigger.first <= other.trigger.first
        and other.trigger.last <= date.token
        and other.trigger.position != "noun"
        and (keys[other.trigger.last - 1].endswith(rules.relative_endings) or keys[other.trigger.last] in rules.relative_words)
        for other in inside
    )
    return described and (bool(rules.relative_words) or any(other.trigger.last > date.token for other in inside))


def _is_over(date: Dated, draft: Draft, published: dt.date | None) -> bool:
    """Tell whether a date lies behind, and the event ahead: "said on Monday it will open a plant"."""
    last = date.timex.last_day or date.timex.first_day
    return draft.modality == "planned" and published is not None and last is not None and last < published


def _is_ahead(date: Dated, draft: Draft, news: News) -> bool:
    """Tell whether a date lies ahead, and the event behind: "has banned smoking from 1 January", "cancelled a visit on Friday"."""
    if draft.modality != "asserted" or draft.trigger.position == "noun" or not _is_to_come(date, news):
        return False
    if draft.kind.family == CALLED_OFF:  # by now: the day to come was that of what is off
        return True
    return date.token > draft.trigger.first and is_past(draft, news.rules)


def _is_to_come(date: Dated, news: News) -> bool:
    timex = date.timex
    first = timex.last_day if timex.mod == "END" else timex.first_day  # "by the end of the year"
    return news.published is not None and first is not None and first > news.published


def is_past(draft: Draft, rules: EventRules) -> bool:
    """Tell whether the form of the verb, or an auxiliary of the past, says that it is over."""
    clause, keys = draft.clause, draft.reading.keys
    if draft.trigger.position == "verb" and keys[draft.trigger.first].endswith(rules.past_endings):
        return True
    return not rules.past_perfect.isdisjoint(keys[clause.first : clause.last])


def _clause_of_saying(draft: Draft) -> int | None:
    """Give the clause that only says who said it: its date is that of the saying."""
    verb = draft.saying.verb
    return None if verb is None or draft.reading.clause_of[verb] == draft.clause_number else draft.reading.clause_of[verb]


def _counts(date: Dated, rules: EventRules) -> bool:
    """Tell whether a date can date anything: not "his recent visit", "a vase of the 19th century", "a year after the war began"."""
    timex = date.timex
    near = date.reading.keys[max(0, date.token - LINK_REACH) : date.token] if timex.grain in VAST else []
    if not rules.place_links.isdisjoint(near):
        return False
    if timex.first_day is not None or timex.last_day is not None or timex.event_anchor is not None:
        return True
    if timex.value.startswith(OPEN_VALUE):
        return True
    keys, behind = date.reading.keys, date.reading.token_at(timex.span.end)
    if behind < len(keys) and keys[behind] in rules.subordinators:
        return False
    return date.token < SENTENCE_START or (timex.value.startswith("P") and "REF" not in timex.value)


def _owner(date: Dated, beside: Sequence[Draft], news: News) -> Draft | None:
    """Give the event that keeps a date to itself: a participle ("built in 2015"), or what the news only refers to."""
    inside = [other for other in beside if other.clause_number == date.clause and not other.is_speech]
    behind = [other for other in inside if 0 <= date.token - other.trigger.last <= PARTICIPLE_REACH]
    nearest = min(behind, key=lambda other: gap(other, date), default=None)
    if nearest and is_participle(nearest, beside, news.rules):
        return nearest
    reach = NOUN_REACH if nearest is None else gap(nearest, date)  # "the man who died in March fought for it"
    acts = [other.trigger.first for other in inside if other.kind.pursues and other.trigger.position != "noun"]
    nouns = [
        other
        for other in inside
        if other.trigger.position == "noun"
        and gap(other, date) <= reach
        and not (is_of_offence(date, other, news.rules) and is_of_act(date, other, (), news.rules))
        and not any(date.token < act < other.trigger.first for act in acts)  # "in 2019 a court convicted the firm of fraud"
    ]
    nearest = min(nouns, key=lambda other: gap(other, date), default=None)
    if nearest is None or nearest.kind.pursues:  # "confessed at the trial in September"
        return None
    struck = nearest.is_incident and date.timex.grain not in SHARP and nearest.trigger.last <= date.token
    known = struck or is_old(date.timex, news.published)  # "arrested three over the crash last month"
    return nearest if known and _is_referred_to(nearest, date, inside, news.rules) else None


def _is_referred_to(draft: Draft, date: Dated, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a dated noun is what something else is about: "acquitted over the sinking in 2014", not "banned in 2000 for"."""
    keys, first = draft.reading.keys, draft.trigger.first
    if rules.verb_last:
        return first > 0 and keys[first - 1] in rules.modifying
    near = range(max(draft.clause.first, first - REFERENCE_REACH), min(first, date.token))
    verbs = [one.trigger for one in beside if one.trigger.position != "noun" and one.trigger.first < first]
    links = [at for at in near if keys[at] in rules.topic_links and not any(at < one.first for one in verbs)]  # not "in May fell"
    return any(not any(one.trigger.first < at < one.trigger.last for one in beside) for at in links)  # not "died of"
