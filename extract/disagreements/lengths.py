"""Durations and distances on which the sources of one happening cannot both be right.

How long it lasted, for how long somebody was sentenced or a truce holds, how far away it was, how far or how deep something fell.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from extract.disagreements.evidence import Report, Value, disagreement, timexes_in
from extract.disagreements.figures import APART, figures_near, is_near, value_of
from extract.kinds import kind_named
from extract.language import pack_for
from extract.language.linking import linking_words
from extract.models import Disagreement, DisagreementField, Happening, Participant, Provenance, Quantity, Span, Timex
from extract.names import same_name

APART_OF_TERMS = 1.05  # ratio beyond which two sentences are two: judges give whole years and months
APART_OF_DEPTHS = 1.05  # the same of metres told roughly, whose bounds leave room already
JOINED_LETTERS = 5  # between the parts of one length: " and "
SHIFTS = frozenset({"ago", "later", "in-or-later", "before-that", "from-now", "in"})  # rules of a time counted from another
LENGTH = re.compile(r"PT(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?$")  # durations of hours and minutes
TERM = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDH])$")
HOURS_OF = {"Y": 365 * 24.0, "M": 365 * 2.0, "W": 7 * 24.0, "D": 24.0, "H": 1.0}  # of a term; twelve months are one year
COURTS = frozenset({"sentence", "verdict"})  # kinds that set a time for somebody
TERMS = COURTS | {"ceasefire"}  # kinds that set a time
OTHER_NAME = 0.70  # names less alike than this are two
SAME_PLACE_LETTERS = 60  # behind a distance, in which the place stands from which it is measured
AGE_LETTERS = 12  # beside a length of years that is an age
FALLS = frozenset({"accident", "landslide", "avalanche", "collapse"})  # families in which something falls or slides
FLIGHTS = frozenset({"launch"})  # families in which something flies
DEEPEST_KM, NEAREST_KM = 2.0, 20.0  # a fall is less, a flight more


def other_durations(happening: Happening, reports: Sequence[Report]) -> list[Disagreement]:
    """Find lengths in hours of one happening that differ by more than rounding, and terms that are not one."""
    if not kind_named(happening.kind).one_day:
        return []
    if happening.kind in TERMS:
        return _other_terms(happening.kind, reports)
    told: list[tuple[float, float, Value]] = []
    for report in reports:
        lengths = timexes_in(report, _is_length)
        for timex in lengths[:1]:
            hours = _hours(timex)
            if any(_are_joined(timex, other) for other in lengths):
                continue  # "four hours and 51 minutes"
            if hours is not None and is_near(report, timex.span.start, timex.span.end):
                told.append((hours, hours, _value(report, timex)))
    return _farthest("duration", told, "One source says it lasted {0}, another {1}.")


def _other_terms(kind: str, reports: Sequence[Report]) -> list[Disagreement]:
    """Find the terms of one sentence or truce that exclude each other; a document with several terms tells of several people."""
    told: dict[str, dict[float, tuple[Report, Timex]]] = defaultdict(dict)
    for report in reports:
        for timex in timexes_in(report, lambda timex: _term(timex) is not None):
            if not _is_age(report, timex):
                told[report.document_id].setdefault(_term(timex) or 0.0, (report, timex))
    single = [(hours, *found) for terms in told.values() if len(terms) == 1 for hours, found in terms.items()]
    single = [one for one in single if is_near(one[1], one[2].span.start, one[2].span.end)]
    for at, (hours, report, timex) in enumerate(single):
        for others, another, term in single[at + 1 :]:
            apart = max(hours, others) > APART_OF_TERMS * min(hours, others)
            one_case = kind not in COURTS or _are_of_one(report, another)
            if apart and report.text != another.text and one_case:
                sides = [[_value(report, timex)], [_value(another, term)]]
                reason = f"One source gives a term of {timex.text}, another of {term.text}."
                found = disagreement("duration", sides, reason)
                return [found] if found else []
    return []


def _are_of_one(one: Report, other: Report) -> bool:
    """Tell whether two tellings name one person: a court sentences several on one day."""
    names, others = ({who.name for who in _people(report)} for report in (one, other))
    return any(same_name(name, another) >= OTHER_NAME for name in names for another in others)


def _term(timex: Timex) -> float | None:
    """Give the hours of a length of one unit; "two years later" is none."""
    shifts = timex.source.rule in SHIFTS or timex.event_offset is not None  # "five months after his conviction"
    match = TERM.match(timex.value) if timex.type == "DURATION" and not shifts else None
    return float(match[2]) * HOURS_OF[match[3]] if match and bool(match[1]) == (match[3] == "H") else None


def _is_age(report: Report, timex: Timex) -> bool:
    """Tell whether words that tell an age hold a length: "aged 57", "de 57 ans", but not "10 साल की" right before "सजा सुनाई"."""
    document, span = report.article.document, timex.span
    if _gap(span, report.mention.span) <= JOINED_LETTERS and not any(
        _gap(span, who.span) <= AGE_LETTERS for who in _people(report)
    ):
        return False
    pattern = linking_words(pack_for(document.language).code).ages
    found = pattern.finditer(document.text, max(0, span.start - AGE_LETTERS), span.end + AGE_LETTERS)
    return any(match.start() < span.end and match.end() > span.start for match in found)


def _people(report: Report) -> list[Participant]:
    """Give the people whom the sentence of a telling names as having a part in something."""
    start, end = report.mention.sentence
    events = (event for event in report.article.events if event.sentence == report.mention.sentence)
    told = (who for event in events for who in event.participants if who.kind == "person")
    return [who for who in told if start <= who.span.start < end and any(part in who.text for part in who.name.split())]  # no "he"


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def other_distances(happening: Happening, reports: Sequence[Report]) -> list[Disagreement]:
    """Find distances from one place, flights and falls that differ by more than rounding."""
    told: dict[str, list[tuple[float, float, Value]]] = defaultdict(list)
    loose: dict[str, list[tuple[Report, Quantity]]] = defaultdict(list)
    family = kind_named(happening.kind).family
    for report in reports:
        for quantity in figures_near(report):
            deep = family in FALLS and quantity.high <= DEEPEST_KM  # "fell 60 metres in Gangtok"
            place = _measured_from(report, quantity) if quantity.unit == "km" and not deep else ""
            if place:
                told[place].append((quantity.low, quantity.high, value_of(report, quantity)))
            elif quantity.unit == "km":
                loose[report.document_id].append((report, quantity))
    reason = "One source gives the distance as {0}, another as {1}."
    found = [one for place in sorted(told) for one in _farthest("place", told[place], reason)]
    return found + _other_reaches(family, loose.values())


def _other_reaches(family: str, loose: Iterable[Sequence[tuple[Report, Quantity]]]) -> list[Disagreement]:
    """Find how far something flew or fell, where each document tells one such length."""
    single = [told[0] for told in loose if len({(one.low, one.high) for _, one in told}) == 1]
    reaches = [(one.low, one.high, value_of(report, one)) for report, one in single]
    if family in FLIGHTS:
        far = [one for one in reaches if one[0] >= NEAREST_KM]
        return _farthest("place", far, "One source gives the range as {0}, another as {1}.", APART_OF_DEPTHS)
    if family in FALLS:
        deep = [one for one in reaches if one[1] <= DEEPEST_KM]
        return _farthest("count", deep, "One source gives the length as {0}, another as {1}.", APART_OF_DEPTHS)
    return []


def _farthest(
    field: DisagreementField, told: Sequence[tuple[float, float, Value]], reason: str, apart: float = APART
) -> list[Disagreement]:
    pairs = [
        (second[0] / max(first[1], 1e-9), first[2], second[2])
        for first in told
        for second in told
        if first[2].source.document_id != second[2].source.document_id and second[0] > apart * first[1]
    ]
    if not pairs:
        return []
    _, low, high = max(pairs, key=lambda pair: (pair[0], pair[1].source.document_id, pair[1].source.span, pair[2].source.span))
    found = disagreement(field, [[low], [high]], reason.format(low.told, high.told))
    return [found] if found else []


def _measured_from(report: Report, quantity: Quantity) -> str:
    """Name the place right behind a distance, from which it is measured; "" where none is told."""
    end = quantity.source.span.end
    behind = (place for place in report.article.places if end <= place.span.start < end + SAME_PLACE_LETTERS)
    return min(((place.span.start, place.name) for place in behind), default=(0, ""))[1]


def _value(report: Report, timex: Timex) -> Value:
    return Value(timex.text, Provenance(report.document_id, timex.span, timex.source.rule), report.text)


def _are_joined(one: Timex, other: Timex) -> bool:
    return 0 <= _gap(one.span, other.span) <= JOINED_LETTERS


def _is_length(timex: Timex) -> bool:
    """Tell whether a time is a length in hours; "two hours later" is none."""
    return timex.type == "DURATION" and timex.source.rule not in SHIFTS and _hours(timex) is not None


def _hours(timex: Timex) -> float | None:
    match = LENGTH.match(timex.value)
    if match is None or not any(match.groups()):
        return None
    hours, minutes = (float(part or 0) for part in match.groups())
    return hours + minutes / 60
