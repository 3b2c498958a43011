"""Sites of one happening that lie farther apart than the places are wide.

Launching site, target, origin and heading are roles of one happening and never disagree; neither does a place inside another.
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence

from extract.disagreements.evidence import Report, Value, disagreement, sentence_at
from extract.geo import distance_km
from extract.kinds import kind_named
from extract.models import Article, Disagreement, Happening, PlaceMention, Provenance, Span, Where

FAR_KM = 50.0  # beyond both radii
SHARP = frozenset({"facility", "city", "admin2"})
MOVING = frozenset({"visit", "travel", "launch"})  # families that have several places
TOLD = frozenset({"place: clause"})  # how an event's own words tell its place; a sentence names places of other things too


def other_sites(happening: Happening, reports: Sequence[Report]) -> list[Disagreement]:
    """Find the site that most tell against each site that lies far from it."""
    its = kind_named(happening.kind)
    if its.family in MOVING or not its.one_day or happening.where is None or happening.where.latitude is None:
        return []
    by_site: dict[Hashable, list[tuple[Where, Value]]] = defaultdict(list)
    for report in reports:
        where = report.event.where if report.event else None
        if where is None or where.kind not in SHARP or where.latitude is None or where.rule not in TOLD:
            continue
        own = [item for item in where.evidence if _in_sentence(report, item)]
        if own:
            told = Value(report.article.document.text[own[0].span.start : own[0].span.end], own[0], report.text)
            by_site[where.geonames_id or (where.latitude, where.longitude)].append((where, told))
    return _against_the_most_told(happening.where, by_site)


def heading_sites(happening: Happening, reports: Sequence[Report]) -> list[Disagreement]:
    """Find headings that put what their article is mainly about at another site than the articles do."""
    if happening.where is None or happening.where.kind not in SHARP or happening.where.latitude is None:
        return []
    found = []
    for document in happening.main_of:
        report = next((report for report in reports if report.document_id == document), None)
        if report is None:
            continue
        wrong = [place for place in _heading_places(report) if _far(happening.where, place)]
        if wrong:
            values = [Value(place.text, Provenance(document, place.span, place.source.rule), report.text) for place in wrong]
            right = _told_below(happening.where, reports)
            built = disagreement("place", [values, right], f"{wrong[0].name} is far from {happening.where.name}.")
            found += [built] if built else []
    return found


def _told_below(where: Where, reports: Sequence[Report]) -> list[Value]:
    """Give the words for a place that do not stand in headings."""
    return [
        Value(report.article.document.text[item.span.start : item.span.end], item, report.text)
        for report in reports
        for item in where.evidence
        if item.document_id == report.document_id and not _is_heading(report, item)
    ]


def _against_the_most_told(best: Where, by_site: dict[Hashable, list[tuple[Where, Value]]]) -> list[Disagreement]:
    near = [value for told in by_site.values() for where, value in told if not _far(best, where)]
    found = []
    for key in sorted(by_site, key=str):
        where = by_site[key][0][0]
        if _far(best, where):
            built = disagreement("place", [near, [value for _, value in by_site[key]]], f"{where.name} is far from {best.name}.")
            found += [built] if built else []
    return found


def _in_sentence(report: Report, item: Provenance) -> bool:
    sentence = report.mention.sentence
    return item.document_id == report.document_id and sentence.start <= item.span.start < sentence.end


def _heading_places(report: Report) -> list[PlaceMention]:
    """Give the sites where the events of an article's headings are told to be, and facilities in headings without an event."""
    article = report.article
    inside = [event for event in article.events if _in_heading(article, event.span)]
    told = {item.span for event in inside if event.where for item in event.where.evidence if _in_heading(article, item.span)}
    silent = {sentence.span for sentence in article.sentences if sentence.heading} - {event.sentence for event in inside}
    return [
        place
        for place in article.places
        if place.kind in SHARP
        and place.latitude is not None
        and (place.span in told or (place.kind == "facility" and any(s.start <= place.span.start < s.end for s in silent)))
    ]


def _is_heading(report: Report, item: Provenance) -> bool:
    return _in_heading(report.article, item.span)


def _in_heading(article: Article, span: Span) -> bool:
    sentence = sentence_at(article, span.start)
    return sentence is not None and sentence.heading


def _far(one: Where, other: Where | PlaceMention) -> bool:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    between = distance_km((one.latitude, one.longitude), (other.latitude, other.longitude))
    return between - one.radius_km - other.radius_km > FAR_KM
