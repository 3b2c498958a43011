"""The publication day of a document that does not bear one, inferred with its reason and the days it could also be.

A date in the body was the publication day in 0 of 276 news documents, so none is taken as it stands. Two things tell:

- a full date alone on a line at the head, or between the place and the first words ("SEOUL, 13 September 2023 -"): a dateline;
- a day and month without a year that the text tells as past: the year is the first, from the latest year told, in which
  the weekday fits. The document is then of that day or shortly after.

Nothing else does: an unknown day stays unknown, and is never today.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from extract.anchoring.tense import outlook
from extract.language import LanguagePack
from extract.language.dates import DateTables, date_tables
from extract.models import Document, Sentence, Span, Timex
from extract.text import key_of, words
from extract.timespan import is_day

HEAD = 400  # code points in which a dateline may stand
DATELINE_BEFORE = 40  # code points of a place and an agency before the day of a dateline
SOON_DAYS = 120  # without a weekday, only a day this near to the latest day told is taken
YEARS_AFTER_LATEST = 3  # a text is of the latest year that it tells, or of one of the next few
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Clue(NamedTuple):
    """A day and month told as past, without a year."""

    month: int
    day: int
    weekday: int | None
    text: str


def infer_published(document: Document, sentences: Sequence[Sentence], timexes: Sequence[Timex], pack: LanguagePack) -> Document:
    """Infer the publication day; the document unchanged where it is given or nothing tells it."""
    if document.published is not None:
        return document
    head = _dateline(document, timexes)
    if head is not None:
        reason = f"The text is dated at its head: {head.text}."
        return replace(document, published=head.first_day, published_how="text", published_reason=reason)
    tables = date_tables(pack)
    starts = [sentence.span.start for sentence in sentences]
    told = [timex for timex in timexes if not _looks_ahead(timex, document, sentences, starts, tables)]
    clues = list(_clues(told, tables))
    years = [timex.first_day.year for timex in told if timex.how == "explicit" and timex.first_day and timex.value[:4].isdigit()]
    if not clues or not years:
        return document
    return _inferred(document, clues, max(years), _latest_in_year(told, max(years)))


def _dateline(document: Document, timexes: Sequence[Timex]) -> Timex | None:
    """Find a full date alone on a line at the head, or in a dateline."""
    for timex in timexes:
        if timex.span.start > HEAD:
            return None
        if timex.how != "explicit" or timex.grain != "day" or timex.findings:
            continue
        line_start = document.text.rfind("\n", 0, timex.span.start) + 1
        line_end = document.text.find("\n", timex.span.end)
        before = document.text[line_start : timex.span.start]
        behind = document.text[timex.span.end : line_end if line_end >= 0 else None].strip()
        alone = not behind.strip(" .:,") and (not before.strip() or before.rstrip().endswith(":"))
        if len(before.strip()) <= DATELINE_BEFORE and (alone or _opens_dateline(before, behind)):
            return timex
    return None


def _opens_dateline(before: str, behind: str) -> bool:
    """Tell whether a day stands between a place in capitals and a dash or an agency in brackets."""
    place = before.strip(" ,(")
    return place.isupper() and behind[:1] in "-–—(:" and len(place) > 2


def _looks_ahead(
    timex: Timex, document: Document, sentences: Sequence[Sentence], starts: Sequence[int], tables: DateTables
) -> bool:
    """Tell whether the clause of a mention surely looks ahead."""
    index = bisect_right(starts, timex.span.start) - 1
    inside = sentences[index].span if index >= 0 else Span(timex.span.start, min(timex.span.end + 200, len(document.text)))
    return outlook(document.text, timex.span, inside, tables.tense).strongly


def _clues(timexes: Sequence[Timex], tables: DateTables) -> Iterator[Clue]:
    for timex in timexes:
        if timex.value.startswith("XXXX-") and timex.value[5:7].isdigit() and timex.value[8:10].isdigit():
            yield Clue(int(timex.value[5:7]), int(timex.value[8:10]), _weekday(timex.text, tables), timex.text)


def _weekday(text: str, tables: DateTables) -> int | None:
    for span in words(text):
        typed = tables.words.get(key_of(text[span.start : span.end], accents=tables.accents_kept))
        if typed and tables.names[typed.letter] in ("WEEKDAY", "DAYABBR"):
            return int(typed.value)
    return None


def _latest_in_year(timexes: Sequence[Timex], year: int) -> dt.date:
    """Find the latest day that the text tells of its latest year, by the start of each mention."""
    return max(timex.first_day for timex in timexes if timex.how == "explicit" and timex.first_day and timex.first_day.year == year)


def _inferred(document: Document, clues: Sequence[Clue], latest_year: int, latest: dt.date) -> Document:
    """Choose the year in which the clues fit, and the last of their days; unchanged where a weekday fits no year near."""
    weekdays = any(clue.weekday for clue in clues)
    fitting: dict[int, dt.date] = {}
    for year in range(latest_year, latest_year + YEARS_AFTER_LATEST + 1):
        days = [day for clue in clues if (clue.weekday or not weekdays) and (day := _day_of(clue, year, latest))]
        if days and (weekdays or (min(days) - latest).days <= SOON_DAYS):
            fitting[year] = max(days)
    if not fitting:
        return replace(document, published_reason=_why_unknown(clues, latest_year)) if weekdays else document
    chosen, *others = fitting.values()
    reason = _reason(clues, chosen, latest_year)
    return replace(document, published=chosen, published_how="inferred", published_reason=reason, published_others=tuple(others))


def _day_of(clue: Clue, year: int, latest: dt.date) -> dt.date | None:
    """Give the day of a clue in a year, if the calendar has it, it is not before the latest told, and its weekday fits."""
    if not is_day(year, clue.month, clue.day):
        return None
    day = dt.date(year, clue.month, clue.day)
    return None if day < latest or (clue.weekday is not None and day.isoweekday() != clue.weekday) else day


def _why_unknown(clues: Sequence[Clue], latest_year: int) -> str:
    """Say that a weekday and its date clash in all years that the text may be of."""
    clue = next(clue for clue in clues if clue.weekday is not None)
    years = f"{latest_year} to {latest_year + YEARS_AFTER_LATEST}"
    return f'The text tells "{clue.text}" and speaks of {latest_year}, but from {years} the weekday and the date do not meet.'


def _reason(clues: Sequence[Clue], day: dt.date, latest_year: int) -> str:
    clue = next((clue for clue in clues if (clue.month, clue.day) == (day.month, day.day)), clues[0])
    told = f'The text tells "{clue.text}" as past and speaks of {latest_year}'
    if clue.weekday is not None:
        return f"{told}; from then on it is a {WEEKDAYS[day.isoweekday() - 1]} first in {day.year}."
    return f"{told}; it is the first such day after the latest day told."
