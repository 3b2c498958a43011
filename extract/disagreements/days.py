"""Days and clock times on which the sources of one happening cannot both be right."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from extract.disagreements.evidence import Report, Value, disagreement, is_dateline
from extract.kinds import kind_named
from extract.language import pack_for
from extract.language.linking import linking_words
from extract.models import Article, Disagreement, Happening, Provenance, Timex, When
from extract.text import fold, words

CLASH = "weekday-clash"  # the finding of a date whose weekday is not that of its day
MANY_DAYS = frozenset({"toll", "cancellation"})  # families told by the day of the count, or of what was put off
PART = "part"  # the grain of "Friday night"
GRAINS = frozenset({"day", PART})
PART_DAYS = 3  # between two days, from which on a part of one is rather of another happening
NIGHT = "TNI"  # ends the TIMEX3 value of a night
PARTS = frozenset({"TMO", "TAF", "TEV", "TNI"})  # end the TIMEX3 values of parts of a day
OFTEN = frozenset({"talks"})  # families of which one day has several
PARTS_APART = frozenset(map(frozenset, (("MO", "AF"), ("MO", "EV"), ("AF", "NI"))))
UTC = "UTC"
CLOCK_MINUTES = 15  # two clock times nearer than this are one, told roughly


def weekday_clashes(articles: Sequence[Article], texts: Sequence[int]) -> list[Disagreement]:
    """Find dates with a weekday that the calendar does not give them, against articles of the story that tell the right one."""
    by_day: dict[dt.date, tuple[list[Value], list[Value], list[str]]] = defaultdict(lambda: ([], [], []))
    for article, text in zip(articles, texts, strict=True):
        for timex in filter(_is_day, article.timexes):
            clash = next((finding for finding in timex.findings if finding.kind == CLASH), None)
            wrong, right, reasons = by_day[timex.first_day or dt.date.min]
            value = Value(timex.text, Provenance(article.document.id, timex.span, timex.source.rule), text)
            if clash is not None:
                wrong.append(value)
                reasons.append(clash.message)
            elif _tells_weekday(timex):
                right.append(value)
    found = []
    for day in sorted(by_day):
        wrong, right, reasons = by_day[day]
        slips = {value.source.document_id for value in wrong}
        others = [value for value in right if value.source.document_id not in slips]
        built = disagreement("date", [wrong, others], reasons[0]) if wrong and others else None
        found += [built] if built else []
    return found


def other_days(happening: Happening, reports: Sequence[Report]) -> list[Disagreement]:
    """Find single days, told by words of their own, that differ for a happening that has one day."""
    its = kind_named(happening.kind)
    if not its.one_day or its.family in MANY_DAYS or happening.modality == "planned":
        return []
    dated = [(report, when) for report in reports if (when := report.event and report.event.when) and _tells_day(report, when)]
    if not any(_exclude(one, other) for one, other in combinations(dated, 2)):
        return []
    by_day: dict[str, list[Value]] = defaultdict(list)
    for report, when in dated:
        told = [item for item in when.evidence[:1] if item.document_id == report.document_id and not is_dateline(report, item.span)]
        if told and when.first_day:
            by_day[when.first_day.isoformat()].extend(Value(when.first_day.isoformat(), item, report.text) for item in told)
    if len(by_day) < 2 or not _other_documents(list(by_day.values())):
        return []
    days = sorted(by_day, key=lambda day: (-len({value.text for value in by_day[day]}), day))
    found = disagreement("date", [by_day[day] for day in days], f"The sources date it on {' and on '.join(days)}.")
    return [found] if found else []


def _tells_day(report: Report, when: When) -> bool:
    """Say whether a telling gives a single day on which it happened, by words of its own."""
    single = when.grain in GRAINS and when.first_day is not None and when.first_day == when.last_day
    return single and not when.is_counted and when.how in {"explicit", "relative"} and report.mention.modality == "asserted"


def _exclude(one: tuple[Report, When], other: tuple[Report, When]) -> bool:
    """Say whether two tellings give days that cannot be one: a night goes on into the next day."""
    if one[1].first_day is None or other[1].first_day is None or one[1].first_day == other[1].first_day:
        return False
    early, late = sorted((one, other), key=lambda told: told[1].first_day or dt.date.min)
    apart = ((late[1].first_day or dt.date.min) - (early[1].first_day or dt.date.min)).days
    if PART in (one[1].grain, other[1].grain) and apart > PART_DAYS:
        return False
    if apart == 1 and one[1].zone != other[1].zone:  # late in Cayenne it is the next day in Seoul
        return False
    return apart > 1 or not _is_night(*early) or (_is_night(*late) and not _leads_into(*late))


def _is_night(report: Report, when: When) -> bool:
    return any(timex.value.endswith(NIGHT) for timex in _of(report, when))


def _leads_into(report: Report, when: When) -> bool:
    """Tell whether a night is told by the day into which it leads: "in der Nacht zum Freitag" is Thursday night."""
    into = linking_words(pack_for(report.article.document.language).code).into
    told = (fold(timex.text) for timex in _of(report, when) if timex.value.endswith(NIGHT))
    return any(not into.isdisjoint(text[start:end] for start, end in words(text)) for text in told)


def _of(report: Report, when: When) -> list[Timex]:
    """Give the dates from which a telling has its day."""
    spans = {item.span for item in when.evidence}
    return [timex for timex in report.dates if timex.span in spans]


def other_clocks(reports: Sequence[Report]) -> list[Disagreement]:
    """Find clock times of one day and zone that lie farther apart than rough telling allows, or else two parts of the day."""
    return _other_hours(reports) or _other_parts(reports)


def _other_parts(reports: Sequence[Report]) -> list[Disagreement]:
    """Find parts of one day that cannot be one: morning and afternoon; a night may be told as an early morning."""
    told = [(one, report) for report in reports if (one := _part_of(report)) and not is_dateline(report, one.span)]
    for (one, first), (other, second) in combinations(told, 2):
        parts = frozenset({one.value[-2:], other.value[-2:]})
        day, two_texts = one.first_day == other.first_day, first.text != second.text and first.document_id != second.document_id
        if day and two_texts and parts in PARTS_APART and _are_of_a_kind(first, second):
            sides = [
                [Value(timex.text, Provenance(report.document_id, timex.span, timex.source.rule), report.text)]
                for timex, report in ((one, first), (other, second))
            ]
            found = disagreement("time", sides, f"One source puts it at {one.text}, another at {other.text}.")
            return [found] if found else []
    return []


def _part_of(report: Report) -> Timex | None:
    """Give the part of the day that a telling has for its day, if it has but one and no hour."""
    when = report.event.when if report.event else None
    if when is None or not report.dates or when.clock is not None or report.mention.modality != "asserted":
        return None
    parts = [timex for timex in _of(report, when) if timex.value[-3:] in PARTS]
    if linking_words(pack_for(report.article.document.language).code).verb_last:
        parts = [timex for timex in parts if timex.span.start < report.mention.span.start]  # what stands behind is of the next verb
    return parts[0] if len(parts) == 1 else None


def _are_of_a_kind(one: Report, other: Report) -> bool:
    if one.event is None or other.event is None:
        return False
    its = kind_named(one.event.kind).family
    return one.event.kind == other.event.kind or its == kind_named(other.event.kind).family not in OFTEN


def _other_hours(reports: Sequence[Report]) -> list[Disagreement]:
    told: list[tuple[int, int, str | None, Value]] = []
    for report in reports:
        when = report.event.when if report.event else None
        if when is not None and when.clock is not None and when.evidence and not is_dateline(report, when.evidence[-1].span):
            first, last = (_minutes(clock) for clock in when.clock)
            told.append(
                (first, last, when.zone, Value(f"{when.clock[0]} {when.zone or ''}".strip(), when.evidence[-1], report.text))
            )
    for at, (first, last, zone, value) in enumerate(told):
        for begin, end, another, other in told[at + 1 :]:
            if zone != another and ((zone and another) or UTC in {zone, another}):
                continue  # "0610 GMT" and "1.10 pm" there
            if max(first - end, begin - last) > CLOCK_MINUTES and value.source.document_id != other.source.document_id:
                found = disagreement("time", [[value], [other]], f"One source puts it at {value.told}, another at {other.told}.")
                return [found] if found else []
    return []


def _other_documents(sides: Sequence[Sequence[Value]]) -> bool:
    """Say whether each side has a document that no other side has: one text may tell two days of one thing."""
    documents = [{value.source.document_id for value in side} for side in sides]
    return all(own - set().union(*(other for other in documents if other is not own)) for own in documents)


def _is_day(timex: Timex) -> bool:
    return timex.type == "DATE" and timex.grain == "day" and timex.first_day is not None


def _tells_weekday(timex: Timex) -> bool:
    return not any(letter.isdigit() for letter in timex.text) or "weekday" in timex.source.rule or len(timex.text.split()) > 2


def _minutes(clock: str) -> int:
    hour, minute, *_ = clock.split(":")
    return int(hour) * 60 + int(minute)
