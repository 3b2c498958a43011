"""Who did it, or to whom it was done, told differently of one happening: "elected Ann Lee", "elected Olga Stein"."""

from collections.abc import Sequence
from itertools import combinations

from extract.disagreements.evidence import Report, Value, disagreement
from extract.disagreements.likeness import are_alike, bag_of
from extract.kinds import kind_named
from extract.models import Article, Disagreement, Happening, Participant, Role, Span
from extract.names import name_parts, same_name

OTHER_NAME = 0.70  # names less alike than this are two
SAME_PART = 0.80  # a part of a name as much alike is told of the same
FEWEST_LETTERS = 3  # of a part of a name by which it is found in a text
ROLES: tuple[Role, ...] = ("agent", "patient")
NAMED = frozenset({"person", "country", "organisation"})
SIDES = frozenset(
    {"deal", "talks", "signing", "visit", "support", "unrest", "sport", "greeting", "fighting", "war"}
)  # families of several sides
CASES = frozenset({"arrest", "charge", "judgement", "trial", "lawsuit", "release", "warrant"})  # of which one day has many


def other_persons(happening: Happening, reports: Sequence[Report]) -> list[Disagreement]:
    """Find the one name in a role against the other name in that role, neither of which the other text knows."""
    its = kind_named(happening.kind)
    if happening.modality != "asserted" or not its.one_day or its.speech or its.family in SIDES | CASES:
        return []
    for role in ROLES:
        told = [(report, who) for report in reports if (who := _only(report, role)) is not None]
        for (one, who), (other, whom) in combinations(told, 2):
            if _are_rivals(one, who, other, whom):
                sides = [[Value(name.name, name.source, report.text)] for report, name in ((one, who), (other, whom))]
                found = disagreement("participant", sides, f"One source names {who.name}, another {whom.name}.")
                return [found] if found else []
    return []


def _only(report: Report, role: Role) -> Participant | None:
    """Give the named one in a role, if a telling has but one there."""
    event = report.event
    if event is None or event.modality != "asserted":
        return None
    held = [who for who in event.participants if who.role == role and who.kind not in ("thing", "common")]
    only = len(held) == 1 and held[0].kind in NAMED and _is_in(event.sentence, held[0].span)
    return held[0] if only and not _speaks(report, held[0]) else None


def _speaks(report: Report, who: Participant) -> bool:
    """Tell whether somebody takes part in what is said in the sentence: "an earthquake shook the town, the observatory said"."""
    sayings = (one for one in report.article.events if one.sentence == report.mention.sentence and kind_named(one.kind).speech)
    return any(
        each.span == who.span
        and _gap(who.span, one.span) < _gap(who.span, report.mention.span)  # not "Jordan struck, a witness said"
        for one in sayings
        for each in (*one.participants, *((one.said_by,) if one.said_by else ()))
    )


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _are_rivals(one: Report, who: Participant, other: Report, whom: Participant) -> bool:
    if one.text == other.text or one.document_id == other.document_id or who.kind != whom.kind or who.key == whom.key:
        return False
    if one.event is None or other.event is None or one.event.kind != other.event.kind:
        return False
    if who.kind == "person" and min(len(name_parts(each.name)) for each in (who, whom)) < 2:
        return False
    if _knows(one.article, whom) or _knows(other.article, who):
        return False
    return are_alike(bag_of(one, [who.span]), bag_of(other, [whom.span]))


def _knows(article: Article, who: Participant) -> bool:
    """Tell whether an article names somebody, under whatever name and script."""
    text = article.document.text
    if any(part in text for part in who.name.split() if len(part) >= FEWEST_LETTERS):
        return True
    if who.kind != "person" and any(who.name == place.name for place in article.places):
        return True
    return any(
        each.key == who.key or same_name(each.name, who.name) >= OTHER_NAME
        for event in article.events
        for each in (*event.participants, *((event.said_by,) if event.said_by else ()))
        if each.kind == who.kind
    )


def _is_in(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start < outer.end
