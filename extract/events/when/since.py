"""Dates behind a word for "since": they begin what lasts, or say when such a thing happened last; they date nothing new.

An event behind such a word is known to the reader, and lies before what is told.
"""

import datetime as dt

from extract.events.drafts import Dated, Draft
from extract.language.events import EventRules
from extract.models import Timex

SENTENCE_START = 5  # tokens from the sentence's start in which a date holds for the whole sentence
SHARP = frozenset({"day", "hour", "minute", "second", "part"})
NEWS_DAYS = 14  # what lies farther back is not what the news tells as new
MARK_REACH = 4  # tokens behind a date in which its word for "since" ends: "2017'den bu yana"
NOUN_REACH = 3  # tokens between a word for "since" and the noun behind it: "since last year's coup"
RECALLING_REACH = 6  # tokens between "anniversary of" and what is remembered
LATEST_REACH = 2  # tokens before a noun in which stands that it is the one of the news
RECORD_REACH = 6  # tokens before the mark, or behind the date of a mark behind it, among which stands what was last so


def is_beginning(date: Dated, draft: Draft, rules: EventRules, published: dt.date | None) -> bool:
    """Tell whether the date begins what stands before it, and not the event: "missing since Sunday were found on Monday".

    A day to come is that of the event itself: "擬自12月25日起停止生產".
    """
    ahead = published is not None and date.timex.first_day is not None and date.timex.first_day > published
    since = begins_what_lasts(date, rules) and not ahead
    return since and date.token < draft.trigger.first and date.clause == draft.clause_number and not date.token < SENTENCE_START


def is_last_time(date: Dated, draft: Draft, rules: EventRules, published: dt.date | None) -> bool:
    """Tell whether a date says when such a thing happened last: "the first visit since 2017", "2017年以来初の首脳会談".

    Only of nouns that are told beside it, and of what has one day: a war lasts since then; of whatever stands before a record:
    "fell by 5 percent, the worst fall since 2017". And what is told behind a mark before the date may tell of that time: "the
    worst since 2017, when a flood …".
    """
    mark, behind = _mark_behind(date, rules), date.behind
    if mark is not None and behind <= draft.trigger.first < mark:  # "फरवरी 2021 के तख्तापलट के बाद" tells when it was
        return False
    if _is_of_one_before(date, draft, rules, published):
        return True
    if is_record(date, rules) and (bool(rules.since_marks_behind) or not _is_of_then(draft, date, rules)):
        return True
    if draft.trigger.position == "verb" or not draft.kind.one_day or date.timex.grain in SHARP or not is_old(date.timex, published):
        return False
    return mark is not None or (draft.trigger.last <= date.token and begins_what_lasts(date, rules))


def _is_of_then(draft: Draft, date: Dated, rules: EventRules) -> bool:
    """Tell whether a clause behind a date may tell of that time: "since 2017, when a flood …"; not "since 2017 after a rally"."""
    follows = draft.clause.word in rules.after_marks and draft.clause_number == date.clause + 1
    return draft.trigger.last > date.token and not follows


def begins_what_lasts(date: Dated, rules: EventRules) -> bool:
    """Tell whether a date stands behind a word for "since"."""
    return _mark_before(date, rules) is not None


def is_record(date: Dated, rules: EventRules) -> bool:
    """Tell whether a date says since when nothing was so large or so bad: "the worst fall since 2001", "впервые с 2017 года"."""
    keys, before, behind = date.reading.keys, _mark_before(date, rules), _mark_behind(date, rules)
    if before is not None and not rules.records.isdisjoint(keys[max(0, before - RECORD_REACH) : before]):
        return True
    return behind is not None and not rules.records.isdisjoint(keys[behind : behind + RECORD_REACH])


def is_known_beginning(draft: Draft, rules: EventRules) -> bool:
    """Tell whether a noun names what began all that its clause tells: "since the coup", "तख्तापलट के बाद से"."""
    if draft.trigger.position != "noun":
        return False
    first, last = draft.trigger.first, draft.trigger.last
    for found in draft.reading.phrases(rules.beginnings):
        between = found.first - last if rules.marks_after else first - found.last
        if 0 <= between <= (0 if rules.marks_after else NOUN_REACH):
            return True
    return False


def is_recalled(draft: Draft, rules: EventRules) -> bool:
    """Tell whether an event is only remembered: "the anniversary of the armistice", "震災から15年"."""
    return recalled_in(draft, rules) is not None


def recalled_in(draft: Draft, rules: EventRules) -> int | None:
    """Give the clause with the words by which an event is only remembered; None where none are beside it."""
    trigger = draft.trigger
    for found in draft.reading.recalling:
        gap = found.first - trigger.last if rules.verb_last else trigger.first - found.last
        if 0 <= gap <= RECALLING_REACH:
            return draft.reading.clause_of[found.first]
    keys, last = draft.reading.keys, trigger.last
    if last + 2 >= len(keys) or keys[last] not in rules.years_since:
        return None
    return draft.clause_number if keys[last + 1].isdigit() and keys[last + 2] in rules.years_units else None


def is_of_the_news(draft: Draft, rules: EventRules) -> bool:
    """Tell whether a noun means the event of the news, whatever was told just before: "今回の発射"."""
    first = draft.trigger.first
    return draft.trigger.position == "noun" and not rules.latest.isdisjoint(
        draft.reading.keys[max(0, first - LATEST_REACH) : first]
    )


def _is_of_one_before(date: Dated, draft: Draft, rules: EventRules, published: dt.date | None) -> bool:
    """Tell whether an old date behind a noun that means the event of the news is that of another: "这次地震是4月3日强震的余震"."""
    return date.token > draft.trigger.first and is_of_the_news(draft, rules) and is_old(date.timex, published)


def is_end(date: Dated, rules: EventRules) -> bool:
    """Tell whether the date only ends something: "closed until Wednesday"."""
    at = date.behind if rules.marks_after else date.token - 1
    if at >= 0 and not rules.marks_after and date.reading.keys[date.token] in rules.until_marks:  # "kéo dài đến ngày 17/5"
        return date.reading.keys[at][:1].isalnum()
    mark, behind = date.reading.keys[at : at + 1], date.reading.keys[at + 1 : at + 2]
    return at >= 0 and not rules.until_marks.isdisjoint(mark) and rules.until_stops.isdisjoint(behind)


def _mark_before(date: Dated, rules: EventRules) -> int | None:
    """Give the token of the word for "since" before a date, or before its article."""
    keys, at = date.reading.keys, date.token - 1
    if at > 0 and keys[at] in rules.determiners:
        at -= 1
    return at if at >= 0 and keys[at] in rules.since_marks else None


def _mark_behind(date: Dated, rules: EventRules) -> int | None:
    """Give the token of the word for "since" behind a date: "2017'den bu yana"."""
    keys, first = date.reading.keys, date.behind
    return next((at for at in range(first, min(first + MARK_REACH, len(keys))) if keys[at] in rules.since_marks_behind), None)


def is_old(timex: Timex, published: dt.date | None) -> bool:
    """Tell whether a date lies farther back than what the news tells as new."""
    last = timex.last_day or timex.first_day
    return published is not None and last is not None and (published - last).days > NEWS_DAYS
