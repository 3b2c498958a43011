"""The place of the news: what the events of the lead share, or the dateline; and which events without a place take it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from extract.clauses import Reading
from extract.events.drafts import INCIDENTS, Draft, Placed
from extract.events.marks import COUNTRY, MEASURED, REGION, Marks
from extract.events.when.running import RUNNING_RULE
from extract.events.where.placing import OPENING_TOKENS, SHARP, Found
from extract.models import Span, When
from extract.models.record import Record

FIRST_WORDS = 300  # code points behind a dateline in which a place far from it says that the news is there
LEAD_SENTENCES = 8
FIRST_SENTENCES = 4  # in which a town that only belongs to something may say where the news is
LEAD_WEIGHT, FREE_WEIGHT, HEADLINE_WEIGHT, FACILITY_FACTOR = 3.0, 1.0, 2.0, 1.7
SHARED = 2.0  # votes that a place needs which the lead does not tell: one event further down is where it alone happened
SCENE_SHARE = 0.5  # of what happens where its parent does: a dinner tells less of the place of the news than a meeting
TREATED, TREATED_SHARE = "medical treatment", 0.4  # kind of what is done in hospitals, which may be in the next town
OLD = dt.timedelta(days=14)  # before the day of the news; what is told of then says nothing of where the news is
UNDATED_RULE = "date: focus"  # of what took its day from the news
ARRIVING = "travel"  # family of kinds that end where the news is: "he arrived and toured the site"


class News(Record, frozen=True):
    """Where and when the news of an article is."""

    centre: Placed | None  # of what is done
    scene: Placed | None  # of those who meet
    untaken: tuple[Sequence[Placed], Sequence[Placed]]  # the places of the dateline, and those of the lead that no event takes
    opened: frozenset[int]  # paragraphs that a dateline opens
    focus: When | None


def news_of(
    readings: Sequence[Reading],
    drafts: Sequence[Draft],
    sites: Sequence[Found | None],
    whens: Sequence[When | None],
    focus: When | None,
    marks: Marks,
) -> News:
    """Tell where the news is. ``sites`` gives the places told for the drafts."""
    lead = [
        (place, reading.sentence.paragraph)
        for reading, found in zip(readings, marks.places, strict=True)
        if reading.sentence.index < LEAD_SENTENCES
        for place in found
        if place.role != "topic" or reading.sentence.index < FIRST_SENTENCES
    ]
    written = [row for row in lead if marks.dateline.start <= row[0].place.span.start < marks.dateline.end]
    told = zip(drafts, sites, strict=True)
    taken = {site[0].number for draft, site in told if site and not (draft.kind.speech and site[0].token <= OPENING_TOKENS)}
    desks = [place for place, _ in written]
    free = [place for place, _ in lead if place not in desks and place.number not in taken and not place.goal]
    named = [place for place, _ in lead if place.number in marks.headline]
    # Where it was told, in the capital, is not where it happened; where something was launched from is not where people met.
    done = [None if draft.kind.speech else site for draft, site in zip(drafts, sites, strict=True)]
    centre = focus_place(drafts, done, whens, focus, (desks, free, named))
    met = [None if draft.kind.placing == "launch" else site for draft, site in zip(drafts, sites, strict=True)]
    scene = focus_place(drafts, met, whens, focus, (desks, free, named)) if met != done else centre
    centre = _struck(drafts, done, whens, focus, named) or centre
    return News(centre, scene, (desks, free), frozenset(paragraph for _, paragraph in written), focus)


def focus_place(
    drafts: Sequence[Draft],
    found: Sequence[Found | None],
    whens: Sequence[When | None],
    focus: When | None,
    beside: tuple[Sequence[Placed], Sequence[Placed], Sequence[Placed]],
) -> Placed | None:
    """Give the sharp place that the events of the lead share; a place of the lead that no event takes counts a little.

    ``beside`` gives the places of the dateline, those of the lead that no event takes, and those that the headline names. Where
    no event has a place it is that of the dateline, and without one the only sharp place that the lead names at all: "elected
    mayor of Cochabamba".
    """
    scores: defaultdict[tuple[float, float], float] = defaultdict(float)
    first: dict[tuple[float, float], Placed] = {}
    placed = False  # an event of the news has a place of its own, be it a whole region
    for draft, site, when in zip(drafts, found, whens, strict=True):
        if not site or draft.modality not in ("asserted", "planned") or (focus and when and when.first_day != focus.first_day):
            continue
        if draft.sentence >= LEAD_SENTENCES and when and when.rule == UNDATED_RULE:
            continue  # further down, what no word dates may be of any day: "not one of the roads has been finished"
        placed = placed or not draft.kind.speech or draft.sentence < LEAD_SENTENCES  # a ministry abroad answers further down
        weight = LEAD_WEIGHT if draft.sentence < LEAD_SENTENCES else 1.0
        _vote(site[0], weight * _share(draft), scores, first)
    written, free, named = beside
    lead = {site[0].number for draft, site in zip(drafts, found, strict=True) if site and draft.sentence < LEAD_SENTENCES}
    lead |= {place.number for place in (*written, *free)}
    for place in written:
        key = _key(place)
        if key is not None and key in scores:
            scores[key] += FREE_WEIGHT
    _vote_once(named, HEADLINE_WEIGHT, scores, first)
    desk = next((place for place in written if place.place.drawn and place.place.kind != COUNTRY), None)
    if desk and not placed:
        told = _told_elsewhere(desk, free)
        return desk if not told else told[0] if len(told) == 1 else None
    old = _told_of_old(drafts, whens, focus)
    for place in free:
        if place.role == "site" and place.place.drawn and not _inside_one(place, old):
            _vote(place, FREE_WEIGHT, scores, first)
    if not scores:
        for place in free:
            if place.role == "topic" and place.place.drawn:
                _vote(place, FREE_WEIGHT, scores, first)
        if len(scores) > 1:
            return None
    best = max(scores, key=lambda key: (scores[key], -first[key].place.span.start), default=None)
    if best is None or (scores[best] < SHARED and first[best].number not in lead):
        return None
    return first[best]


def _share(draft: Draft) -> float:
    """Give how far what happens somewhere tells of the place of the news."""
    if draft.kind.name == TREATED:
        return TREATED_SHARE
    return SCENE_SHARE if draft.kind.placing == "scene" else 1.0


def _struck(
    drafts: Sequence[Draft],
    found: Sequence[Found | None],
    whens: Sequence[When | None],
    focus: When | None,
    named: Sequence[Placed],
) -> Placed | None:
    """Give the town of the headline where an incident of these weeks struck, told at once, whatever followed elsewhere."""
    towns = {_key(place) for place in named} - {None}
    if focus is None or focus.first_day is None or not towns:
        return None
    for draft, site, when in zip(drafts, found, whens, strict=True):
        if draft.sentence >= FIRST_SENTENCES:
            break
        recent = when is None or when.first_day is None or when.first_day >= focus.first_day - OLD
        if site and draft.is_incident and recent and _key(site[0]) in towns:
            return site[0]
    return None


def _told_elsewhere(desk: Placed, free: Sequence[Placed]) -> list[Placed]:
    """Give the other places of its land that the first words behind a dateline name: written in Moscow, of the Kemerovo region."""
    found: dict[str, Placed] = {}
    for place in free:
        other = place.place
        first = other.span.start - desk.place.span.end <= FIRST_WORDS and other.drawn and other.country == desk.place.country
        if first and other.kind == REGION and other.relation is None and desk.place.admin1 not in (None, other.admin1):
            found.setdefault(other.name, place)
    return list(found.values())


def _told_of_old(drafts: Sequence[Draft], whens: Sequence[When | None], focus: When | None) -> list[Span]:
    """Give the sentences that words date long before the news, in order."""
    if focus is None or focus.first_day is None:
        return []
    before = focus.first_day - OLD
    told = ((draft, when) for draft, when in zip(drafts, whens, strict=True) if when and when.how in ("explicit", "relative"))
    return [draft.reading.sentence.span for draft, when in told if when.last_day and when.last_day < before]


def _inside_one(placed: Placed, spans: Sequence[Span]) -> bool:
    start = placed.place.span.start
    return any(span.start <= start < span.end for span in spans)


def _vote(
    placed: Placed, weight: float, scores: defaultdict[tuple[float, float], float], first: dict[tuple[float, float], Placed]
) -> None:
    if key := _key(placed):
        scores[key] += weight * (FACILITY_FACTOR if placed.place.kind == "facility" else 1.0)
        first.setdefault(key, placed)


def _vote_once(
    named: Sequence[Placed],
    weight: float,
    scores: defaultdict[tuple[float, float], float],
    first: dict[tuple[float, float], Placed],
) -> None:
    """Let every town that the headline names vote once, however often the lead names it."""
    for placed in {_key(placed): placed for placed in reversed(named)}.values():
        _vote(placed, weight, scores, first)


def _key(placed: Placed) -> tuple[float, float] | None:
    mention = placed.place
    if mention.kind not in SHARP or mention.latitude is None or mention.longitude is None or mention.relation == MEASURED:
        return None
    return round(mention.latitude, 1), round(mention.longitude, 1)


def inherits(draft: Draft, when: When | None, focus: When | None, shared: Placed, beside: Sequence[Placed]) -> bool:
    """Tell whether an unplaced event takes the focus as its place: it happens where its parent does, on the same day.

    So does what the news of these days is counted from: "visited Rouen on Tuesday, two days after the theft", and what a day
    shortly before dates in a sentence without a place; of an act of state also a day shortly after: "the oath is on Monday".
    What an office does, happens at its seat: there only if its clause names no other country. ``beside`` are the places of its
    sentence.
    """
    if draft.kind.placing not in ("site", "scene", "actor") and draft.kind.family != ARRIVING:
        return False
    if draft.kind.placing == "actor" and _is_abroad(draft, shared, beside):
        return False
    if draft.modality == "reported opinion":
        return False
    if focus is None or (when and when.first_day == focus.first_day):
        return True
    if when is None:
        return draft.kind.one_day
    counted = when.is_counted or when.rule == RUNNING_RULE
    if not when.first_day or not focus.first_day or not (counted or (when.grain == "day" and not beside)):
        return False
    since = focus.first_day - when.first_day
    return -OLD < since < OLD and (since >= dt.timedelta(0) or draft.kind.placing == "actor")


def at_desk(draft: Draft, untaken: tuple[Sequence[Placed], Sequence[Placed]], beside: Sequence[Placed]) -> Placed | None:
    """Give the town of the dateline to what its paragraph tells without a town: "DEHRADUN: the chief minister resigned".

    Crashes, fires and attacks may lie elsewhere, and news of them is written where those who tell of them are.
    """
    written, free = untaken
    desk = next((place for place in written if place.place.drawn and place.place.kind in SHARP), None)
    if desk is None or draft.kind.colour in INCIDENTS or draft.kind.speech:
        return None
    sited = any(place.role == "site" and place.place.kind in SHARP for place in beside)
    return None if sited or _told_elsewhere(desk, free) else desk


def _is_abroad(draft: Draft, shared: Placed, beside: Sequence[Placed]) -> bool:
    """Tell whether the clause of an event names countries, and none in which the shared place lies."""
    told = {place.place.country for place in beside if place.clause == draft.clause_number and place.place.country}
    return bool(told) and shared.place.country not in told
