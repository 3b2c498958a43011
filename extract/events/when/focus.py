"""The day of an article's news: the sharp day in the near past that its lead tells most, by what it dates.

A day that dates what happened weighs more than one that dates what followed it (arrests, trials, statements); a day
with a clock, or one that no trigger takes ("the men came in at 7 p.m. on Tuesday"), counts too.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from extract.events.drafts import Dated, Draft, Told, gap
from extract.events.when.insertions import is_of_insertion
from extract.events.when.pluperfect import is_past_by_ending
from extract.events.when.since import begins_what_lasts
from extract.events.when.updates import is_of_telling
from extract.language.events import EventRules
from extract.models import Document, Provenance, Span, Timex, When

FOCUS_WINDOW = 14  # days before publication in which the news of an article lies; gva-dev: 97 of 100 articles
LEAD_SENTENCES = 6
FIRST_SENTENCES = 2  # headline and first sentence, which tell the news itself
FIRST_WEIGHT, LEAD_WEIGHT, REST_WEIGHT = 4.5, 3.0, 0.8  # of the first sentences, of the lead, of all behind it
LEAST_SCORE = 0.5  # of the day of the news: one told behind the lead, only by what followed or was said, is none
FREE_WEIGHT, CLOCK_WEIGHT, CONSEQUENCE_WEIGHT, ABSTRACT_WEIGHT, CORE_WEIGHT = 0.7, 1.0, 0.5, 1.0, 2.0
CONFIDENCE = 0.6
CLOCK_CONFIDENCE = 0.7  # of a time of day whose day the text does not tell
# Rules of times of day whose own words tell no day.
CLOCK_RULES = frozenset({"clock", "clock-of-range", "clock-words", "led-clock", "noon", "part", "part-clock"})
ANAPHOR_TOKENS = 2  # of a sentence that begin it
FEWEST_ENTRIES = 3  # of a log; fewer lines that begin with a time of day are a programme
_ENTRY = re.compile(
    r"(?m)^[ \t]*((?:[01]?\d|2[0-3])(?:[:.]\d{2}|[^\S\n]?h(?:[^\S\n]?\d{2})?))[^\S\n]?[^\s\d:|–—-]{0,5}[^\S\n]*[-–—|:.]"
)
BACK_RULES = frozenset({"ago", "beside", "from-told", "earlier"})  # of days counted from what is told
LEAST_SURE = 0.6  # confidence of a day that is counted back although nothing was told to count from
LATER = "_REF"  # of the value of "hours later", which tells no day anew
SHARP = frozenset({"day", "hour", "minute", "second", "part"})
CONSEQUENCES = frozenset({"law", "statement", "health", "aid"})  # colours of kinds that follow what happened


def focus_day(
    document: Document,
    drafts: Sequence[Draft],
    told: Sequence[Told | None],
    dates: Iterable[Dated],
    lists: frozenset[int],
    rules: EventRules,
) -> When | None:
    """Give the day of the news; None where nothing sharp in the near past is told.

    Without a day of publication only the one sharp day of what happened that the lead tells may be it.
    """
    if document.published is not None and (entry := _log_of_the_day(document)):
        return entry
    owners: dict[int, list[Draft]] = {}
    for draft, own in zip(drafts, told, strict=True):
        if own:
            owners.setdefault(own[0].number, []).append(draft)
    scores: defaultdict[dt.date, float] = defaultdict(float)
    first: dict[dt.date, Timex] = {}
    dates = list(dates)
    counting = {date.reading.sentence.index for date in dates if date.timex.event_offset}  # "on Tuesday, a day after the attack"
    for date in dates:
        day = _news_day(date, document.published)
        if day is None or date.reading.sentence.paragraph in lists or date.reading.quoted[date.token]:
            continue
        if begins_what_lasts(date, rules) or any(one.first < ANAPHOR_TOKENS for one in date.reading.phrases(rules.looking_back)):
            continue
        takers = owners.get(date.number, ())
        later = date.reading.sentence.index > 0 and (not rules.verb_last or bool(rules.past_perfect_endings))
        if takers and later and all(_is_told_back(draft, rules) for draft in takers):
            continue  # "Berlin expelled the envoy. Tehran had held two Germans on Saturday"
        if document.published is None and not _is_of_the_lead(date, owners.get(date.number, ())):
            continue
        news = date.number not in owners and (date.reading.sentence.index in counting or is_of_telling(date, rules))
        scores[day] += _weight(date, owners.get(date.number, ()), rules, least=CORE_WEIGHT if news else 0.0)
        first.setdefault(day, date.timex)
    if not scores or (document.published is None and len(scores) > 1):
        return None
    day = max(scores, key=lambda day: (scores[day], day))
    if scores[day] < LEAST_SCORE and document.published is not None:
        return None
    evidence = (Provenance(document.id, first[day].span, first[day].source.rule),)
    return When(day, day, "day", "inferred", CONFIDENCE, "date: focus", evidence)


def _log_of_the_day(document: Document) -> When | None:
    """Give the day of publication where several lines begin with a time of day: "19:40 - Police have …"."""
    entries = list(islice(_ENTRY.finditer(document.text), FEWEST_ENTRIES))
    if len(entries) < FEWEST_ENTRIES:
        return None
    evidence = (Provenance(document.id, Span(*entries[0].span(1)), "date: entry of a log"),)
    return When(document.published, document.published, "day", "inferred", CONFIDENCE, "date: focus", evidence)


def is_clock_only(timex: Timex) -> bool:
    """Tell whether a time of day has no day of its own: "around 7:45 p.m."."""
    bare = timex.clock is not None or timex.first_day == timex.last_day  # "at noon"; "overnight" is of two days
    untold = timex.source.rule in CLOCK_RULES and timex.confidence <= CLOCK_CONFIDENCE
    return timex.type == "TIME" and bare and untold


def _news_day(date: Dated, published: dt.date | None) -> dt.date | None:
    timex = date.timex
    day = timex.first_day
    if timex.source.rule in BACK_RULES and timex.confidence <= LEAST_SURE:
        return None
    if timex.grain not in SHARP or day is None or timex.last_day != day or is_clock_only(timex) or timex.value.endswith(LATER):
        return None
    return day if published is None or 0 <= (published - day).days <= FOCUS_WINDOW else None


def _is_of_the_lead(date: Dated, owners: Sequence[Draft]) -> bool:
    """Tell whether the lead dates something that happened by it."""
    happened = any(draft.modality == "asserted" and not draft.is_speech for draft in owners)
    return happened and date.reading.sentence.index < LEAD_SENTENCES


def _weight(date: Dated, owners: Sequence[Draft], rules: EventRules, *, least: float) -> float:
    index = date.reading.sentence.index
    lead = FIRST_WEIGHT if index < FIRST_SENTENCES else LEAD_WEIGHT if index < LEAD_SENTENCES else REST_WEIGHT
    nearest = min(owners, key=lambda draft: gap(draft, date), default=None)
    best = max(least, _of_owner(nearest, rules) if nearest else FREE_WEIGHT)
    inserted = index < LEAD_SENTENCES and not (nearest and nearest.is_incident) and is_of_insertion(date, rules)
    if inserted and best > CONSEQUENCE_WEIGHT:
        best = CONSEQUENCE_WEIGHT  # "the mayor, who resigned on Monday, was charged"
    elif best < CORE_WEIGHT and any(one.first < ANAPHOR_TOKENS for one in date.reading.phrases(rules.news_anaphors)):
        best = CORE_WEIGHT  # "Об этом в среду сообщил губернатор": the day on which the news above it was told
    return lead * (best + (CLOCK_WEIGHT if date.timex.clock else 0.0))


def _of_owner(draft: Draft, rules: EventRules) -> float:
    if draft.modality != "asserted" or draft.is_speech or draft.kind.everyday or draft.kind.colour in CONSEQUENCES:
        return CONSEQUENCE_WEIGHT
    if _is_told_back(draft, rules):
        return CONSEQUENCE_WEIGHT
    return ABSTRACT_WEIGHT if draft.kind.abstract else CORE_WEIGHT


def _is_told_back(draft: Draft, rules: EventRules) -> bool:
    """Tell whether an auxiliary puts an event before the news: "had arrived on Tuesday", "बुधवार को पहुंची थी"."""
    if rules.past_perfect_endings:
        return is_past_by_ending(draft, rules)
    clause, trigger, keys = draft.clause, draft.trigger, draft.reading.keys
    beside = keys[trigger.last : clause.last] if rules.verb_last else keys[clause.first : trigger.first]
    return trigger.position != "noun" and not rules.past_perfect.isdisjoint(beside)
