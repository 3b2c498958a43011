"""The place of each event inside its document: its own clause → its sentence → the focus; never simply the nearest toponym."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as Collection

from extract.events.counted import COUNTED_RULE
from extract.events.deeds import is_place_of_act
from extract.events.drafts import Draft, Placed
from extract.events.marks import MEASURED, place_of_noun
from extract.events.running import RUNNING_RULE
from extract.language.events import EventRules
from extract.models import PlaceMention, Provenance, Role, Span, When, Where

SHARP = frozenset({"facility", "city", "admin2"})
COUNTRY, REGION = "country", "admin1"
FIRST_WORDS = 300  # code points behind a dateline in which a place far from it says that the news is there
LEAD_SENTENCES = 8
LEAD_WEIGHT, FREE_WEIGHT, FACILITY_FACTOR = 3.0, 1.0, 1.7
SHARED = 2.0  # votes that a place needs which the lead does not tell: one event further down is where it alone happened
SCENE_SHARE = 0.5  # of what happens where its parent does: a dinner tells less of the place of the news than a meeting
MARK_AND_VERB = 2  # tokens from a place to the verb behind its mark
OLD = dt.timedelta(days=14)  # before the day of the news; what is told of then says nothing of where the news is
UNDATED_RULE = "date: focus"  # of what took its day from the news
RELATIVE_REACH = 2  # tokens from a place to the word that opens a clause about it, a comma between
OBJECT_REACH = 5  # tokens between a verb and the place that is its object
FETCHED = frozenset({"arrest", "rescue", "seizure", "displacement"})  # families that happen where somebody is taken from
ARRIVING = "travel"  # family of kinds that end where the news is: "he arrived and toured the site"
CONFIDENCE = {"clause": 0.9, "sentence": 0.75, "anaphor": 0.7, "parent": 0.65, "seat": 0.62, "focus": 0.6, "setting": 0.4}
UNWANTED = {
    "site": {"origin", "target", "topic"},
    "scene": {"origin", "target", "topic"},
    "target": {"origin", "topic"},
    "origin": {"target", "topic"},
    "launch": {"target", "topic"},
    "actor": {"origin", "target", "topic"},
}
_SAID_AS: dict[str, Role] = {"origin": "origin", "target": "target"}
Found = tuple[Placed, str]


def own_place(draft: Draft, places: Sequence[Placed], beside: Sequence[Draft], rules: EventRules) -> Found | None:
    """Give the place told for an event in its clause or sentence, with the step's name."""
    placing = draft.kind.placing
    if placing == "none" or not places:
        return None
    if beside_it := _inside(draft, places) or _compound(draft, places) or place_of_noun(draft, places, rules):
        return beside_it, "clause"
    elsewhere = [place for place in places if place.clause == draft.clause_number and _is_goal_in_space(place, draft)]
    if elsewhere:
        return elsewhere[0], "clause"
    unwanted = UNWANTED[placing]
    struck = _is_reached if rules.verb_last else _is_struck
    wanted = [place for place in places if place.place.drawn and (place.role not in unwanted or struck(place, draft))]
    wanted = [place for place in wanted if not _is_tellers(place, draft, rules.seated_tellers)]
    wanted = [place for place in wanted if not is_place_of_act(place, draft, rules)] if draft.act else wanted
    own = [place for place in wanted if place.clause == draft.clause_number]
    own = own or [place for place in wanted if placing in ("site", "actor") and _is_tellers(place, draft, rules.local_tellers)]
    if not own and draft.kind.family in FETCHED:
        own = [place for place in places if place.clause == draft.clause_number and place.role == "origin" and place.place.drawn]
    if draft.kind.speech:
        own = [place for place in own if 0 <= place.token - draft.trigger.last <= 6]
    own = own or _told_of(draft, places, rules)
    if own or draft.kind.speech:
        return (_best(own, draft), "clause") if own else None
    free = [place for place in wanted if not any(other.clause_number == place.clause for other in beside)]
    free = [place for place in free if not _is_of_one_behind(place, draft, beside, rules)]
    if placing == "launch":  # what is told behind is where it flew: "fired two missiles, which fell into the Arabian Sea"
        free = [place for place in free if place.token < draft.trigger.first]
    if placing == "scene":
        free = [place for place in free if place.place.kind == "facility"]
    return (_best(free, draft), "sentence") if free else None


def _told_of(draft: Draft, places: Sequence[Placed], rules: EventRules) -> list[Placed]:
    """Give the place that the clause of an event is about: "flew to Lagos, where he collapsed and died"."""
    reading, last = draft.reading, draft.clause_number
    for at in range(draft.trigger.first - 1, -1, -1):
        clause = reading.clause_of[at]
        if reading.keys[at] in rules.place_relatives:
            before = [place for place in places if place.token < at and place.place.drawn and place.place.kind in SHARP]
            near = [place for place in before if at - reading.token_at(place.place.span.end - 1) <= RELATIVE_REACH]
            return (before if rules.verb_last else near)[-1:]
        if clause != last:  # only clauses that go on with the one that the word opens
            if reading.clauses[last].opener not in ("coordinate", "comma"):
                return []
            last = clause
    return []


def _is_of_one_behind(place: Placed, draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a relative clause with a place is told of another event, which stands between."""
    clause = draft.reading.clauses[place.clause]
    if rules.verb_last or clause.opener != "subordinate" or clause.word not in rules.relatives:
        return False
    return any(draft.trigger.first < other.trigger.first < clause.first for other in beside)


def _is_tellers(place: Placed, draft: Draft, tellers: Collection[str]) -> bool:
    """Tell whether a place says only where those are who tell of an event that stands behind: "police in Lahore said that"."""
    verb = draft.saying.verb
    if verb is None or draft.kind.speech or not place.token < verb < draft.trigger.first:
        return False
    first = draft.reading.token_at(place.place.span.start)
    return not tellers.isdisjoint(draft.reading.keys[max(0, first - 2) : first])


def _is_struck(place: Placed, draft: Draft) -> bool:
    """Tell whether a place is the object of a verb that happens where its object is: "shelled the port", "toured the port"."""
    verbal = draft.trigger.position != "noun" or draft.trigger.last - draft.trigger.first > 1  # "a missile struck"
    near = verbal and 0 <= place.token - draft.trigger.last <= OBJECT_REACH
    at_object = draft.kind.placing == "site" or (draft.kind.placing == "scene" and "target" in draft.kind.roles)
    return near and at_object and place.role == "target"


def _is_reached(place: Placed, draft: Draft) -> bool:
    """Tell whether a place stands right before the verb of what happens there: "高知県に上陸した"."""
    last = draft.reading.token_at(place.place.span.end - 1)
    near = draft.trigger.position != "noun" and 0 < draft.trigger.first - last <= MARK_AND_VERB
    return near and draft.kind.placing == "site" and place.role == "target"


def _inside(draft: Draft, places: Sequence[Placed]) -> Placed | None:
    """Give the place between the words of a phrase: दौरे पर पेरिस जाएंगे."""
    trigger = draft.trigger
    inside = (place for place in places if trigger.first < place.token < trigger.last and place.place.drawn)
    # "a ferry bound for Kochi sank", "flying from Moscow to Kazan"
    passed = ("origin", "topic") if draft.is_incident else ("origin",)
    return next((place for place in inside if place.role not in passed), None)


def _compound(draft: Draft, places: Sequence[Placed]) -> Placed | None:
    """Give the place right before a noun: "the Kabul bombing", "रूस यात्रा"."""
    if draft.trigger.position != "noun":
        return None
    reading, first = draft.reading, draft.trigger.first
    inside = (place for place in places if place.token < first and place.place.drawn and place.role != "origin")
    return next((place for place in inside if reading.token_at(place.place.span.end - 1) + 1 == first), None)


def _is_goal_in_space(place: Placed, draft: Draft) -> bool:
    """Tell whether an event happens on another body than the Earth: "crashed into the Moon", "landed on Mars"."""
    return place.place.kind == "celestial" and place.role in ("site", "target") and place.token >= draft.trigger.first


def _best(places: Sequence[Placed], draft: Draft) -> Placed:
    return min(
        places,
        key=lambda place: (
            place.place.relation == MEASURED,  # "in Pak Chong, 150 km from Bangkok"
            place.place.latitude is None,
            place.place.kind not in SHARP,
            place.place.kind != "facility",
            abs(place.token - draft.trigger.last),
        ),
    )


def where_of(place: PlaceMention, step: str, document_id: str) -> Where:
    """Make the place of an event from a toponym told for it."""
    confidence = CONFIDENCE[step] * place.confidence
    evidence = (Provenance(document_id, place.span, place.source.rule),)
    coordinates = place.described or (place.latitude, place.longitude, place.radius_km)
    return Where(place.name, *coordinates, place.kind, confidence, f"place: {step}", evidence, place.geonames_id, place.country)


def other_places(draft: Draft, places: Sequence[Placed], chosen: int | None) -> tuple[tuple[Role, int], ...]:
    """Give origin and target told in the event's clause, where they are not its site."""
    if not places:
        return ()
    return tuple(
        [
            (_SAID_AS[place.role], place.number)
            for place in places
            if place.clause == draft.clause_number and place.role in _SAID_AS and place.number != chosen and place.place.drawn
        ]
    )


def focus_place(
    drafts: Sequence[Draft],
    found: Sequence[Found | None],
    whens: Sequence[When | None],
    focus: When | None,
    untaken: tuple[Sequence[Placed], Sequence[Placed]],
) -> Placed | None:
    """Give the sharp place that the events of the lead share; a place of the lead that no event takes counts a little.

    ``untaken`` gives the places of the dateline and the other places of the lead. Where no event has a place it is that of the
    dateline, and without one the only sharp place that the lead names at all: "elected mayor of Cochabamba".
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
        _vote(site[0], weight * (SCENE_SHARE if draft.kind.placing == "scene" else 1.0), scores, first)
    written, free = untaken
    lead = {site[0].number for draft, site in zip(drafts, found, strict=True) if site and draft.sentence < LEAD_SENTENCES}
    lead.update(place.number for place in (*written, *free))
    for place in written:
        key = _key(place)
        if key is not None and key in scores:
            scores[key] += FREE_WEIGHT
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


def _key(placed: Placed) -> tuple[float, float] | None:
    mention = placed.place
    if mention.kind not in SHARP or mention.latitude is None or mention.longitude is None or mention.relation == MEASURED:
        return None
    return round(mention.latitude, 1), round(mention.longitude, 1)


def inherits(draft: Draft, when: When | None, focus: When | None, shared: Placed, beside: Sequence[Placed]) -> bool:
    """Tell whether an unplaced event takes the focus as its place: it happens where its parent does, on the same day.

    So does what the news of these days is counted from: "visited Rouen on Tuesday, two days after the theft", and what a day
    shortly before dates in a sentence without a place. What an office does, happens at its seat: there only if its clause
    names no other country. ``beside`` are the places of its sentence.
    """
    if draft.kind.placing not in ("site", "scene", "actor") and draft.kind.family != ARRIVING:
        return False
    if draft.kind.placing == "actor" and _is_abroad(draft, shared, beside):
        return False
    if draft.modality == "reported opinion":
        return False
    if when is None or focus is None or when.first_day == focus.first_day:
        return True
    counted = when.rule in (COUNTED_RULE, RUNNING_RULE)
    if not when.first_day or not focus.first_day or not (counted or (when.grain == "day" and not beside)):
        return False
    return dt.timedelta(0) <= focus.first_day - when.first_day < OLD


def _is_abroad(draft: Draft, shared: Placed, beside: Sequence[Placed]) -> bool:
    """Tell whether the clause of an event names countries, and none in which the shared place lies."""
    told = {place.place.country for place in beside if place.clause == draft.clause_number and place.place.country}
    return bool(told) and shared.place.country not in told
