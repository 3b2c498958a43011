"""The place of each event inside its document: its own clause → its sentence → the focus; never simply the nearest toponym."""

from collections.abc import Sequence
from collections.abc import Set as Collection

from extract.events.deeds import is_place_of_act
from extract.events.drafts import Draft, Placed
from extract.events.marks import COUNTRY, MEASURED, NEAR, place_of_noun
from extract.events.when.fates import is_place_of_fate
from extract.events.when.sayings import is_source
from extract.events.where.compounds import place_before_noun
from extract.events.where.fetched import fetched_from, is_before_noun
from extract.events.where.frames import is_struck
from extract.events.where.owners import is_attackers, is_givers, place_of_owner
from extract.events.where.routes import is_beside, is_own_ground
from extract.language.events import EventRules
from extract.models import PlaceMention, Provenance, Role, Where

SHARP = frozenset({"facility", "city", "admin2"})
SMALL_REGION_KM = 50.0  # radius of a region or an island that tells where as a town does: Bali, the Bronx
MARK_AND_VERB = 2  # tokens from a place to the verb behind its mark
SPEECH_REACH = 6  # tokens from an act of saying to where it was done, behind it
OPENING_TOKENS = 3  # of a sentence, in which a place sets its scene
ATTACK = "attack"  # family of kinds that strike a goal: a land that bears no mark is rather who strikes
TOLLS = frozenset({"toll", "killing"})
AIM_REACH = 4  # tokens from an attack to the place it is aimed at: "serangan Rusia ke Kharkiv"
SEA = "sea"
SPORT = "sport"  # family of kinds in which lands and towns are teams
RELATIVE_REACH = 3  # tokens from a place to the word that opens a clause about it, a comma between
OBJECT_GAP = 2  # tokens before such an object among which no mark or link stands
OBJECT_REACH = 5  # tokens between a verb and the place that is its object
CONFIDENCE = {"clause": 0.9, "sentence": 0.75, "anaphor": 0.7, "parent": 0.65, "seat": 0.62, "focus": 0.6, "setting": 0.4}
UNWANTED = {
    "site": {"origin", "target", "topic"},
    "scene": {"origin", "target", "topic"},
    "clause": {"origin", "target", "topic"},
    "target": {"origin", "topic"},
    "origin": {"target", "topic"},
    "launch": {"target", "topic"},
    "actor": {"origin", "target", "topic"},
}
LEFT = frozenset({"origin", "launch"})  # placings of what happens where somebody or something starts from
LEAVING_REACH = 6  # tokens between a verb of leaving and the place left, a date among them
_SAID_AS: dict[str, Role] = {"origin": "origin", "target": "target"}
MODALITIES = frozenset({"asserted", "planned"})
Found = tuple[Placed, str]


def own_place(draft: Draft, places: Sequence[Placed], beside: Sequence[Draft], rules: EventRules) -> Found | None:
    """Give the place told for an event in its clause or sentence, with the step's name."""
    placing = draft.kind.placing
    places = [place for place in places if not (is_givers(place, draft) or is_attackers(place, draft, beside))]
    if placing == "none" or not places:
        return None
    if beside_it := _inside(draft, places, rules) or place_before_noun(draft, places, rules) or place_of_noun(draft, places, rules):
        aims = _aims_of(draft, places, beside) if beside_it.place.kind == COUNTRY else []
        return (aims[0] if aims else beside_it), "clause"
    grounds = [place for place in places if is_own_ground(place, draft)]
    if grounds:
        return min(grounds, key=lambda place: place.clause != draft.clause_number), "clause"
    unwanted = UNWANTED[placing]
    if inside := next((place for place in places if _is_building(place, draft, rules)), None):
        return inside, "clause"
    struck = _is_reached if rules.verb_last else _is_struck
    wanted = [place for place in places if place.place.drawn and (place.role not in unwanted or struck(place, draft))]
    if placing == "target":
        toured = is_before_noun if rules.verb_last else _is_toured
        wanted += [place for place in places if place.place.drawn and place.role == "topic" and toured(place, draft, rules)]
    wanted += [place for place in places if place.role in ("topic", "target") and is_struck(place, draft, rules)]
    wanted = [place for place in wanted if _is_ground(place, draft, rules)] if _is_played(draft) else wanted
    wanted = [place for place in wanted if not _is_tellers(place, draft, rules.seated_tellers)]
    wanted = [place for place in wanted if not is_place_of_act(place, draft, rules)] if draft.act else wanted
    wanted = [place for place in wanted if not is_place_of_fate(place, draft, rules)] if draft.fate else wanted
    own = [place for place in wanted if place.clause == draft.clause_number]
    own = own or [place for place in wanted if place.clause == draft.reading.clause_of[draft.trigger.last - 1]]
    own = own or [place for place in wanted if placing in ("site", "actor") and _is_tellers(place, draft, rules.local_tellers)]
    own = fetched_from(own, draft, places, beside, rules)
    if not own and placing in LEFT:
        own = [place for place in places if _is_left_unmarked(place, draft, rules)][:1]
    own = (_aims_of(draft, places, beside) or own) if all(place.place.kind == COUNTRY for place in own) else own
    if draft.kind.speech:
        own = where_said(own, draft, beside) if rules.verb_last else [place for place in own if _is_behind(place, draft)]
    own = own or _told_of(draft, places, rules)
    if not own and (owner := place_of_owner(draft, places, rules)):
        return owner, "clause"
    if own or draft.kind.speech or placing == "clause":
        return (_best(own, draft, rules), "clause") if own else None
    goes_on = draft.clause.opener == "coordinate"  # "À Niort, des cheminées se sont effondrées et une école …"
    free = [place for place in wanted if not any(other.clause_number == place.clause for other in beside)]
    free = free or [place for place in wanted[:1] if goes_on and place.clause == 0 and _opens(place)]
    free = [one for one in free if not (_is_of_one_behind(one, draft, beside, rules) or is_source(one, draft, rules))]
    if placing == "launch":  # what is told behind is where it flew: "fired two missiles, which fell into the Arabian Sea"
        free = [place for place in free if place.token < draft.trigger.first]
    if placing == "scene":
        free = [place for place in free if place.place.kind == "facility"]
    return (_best(free, draft, rules), "sentence") if free else None


def is_sharp(place: PlaceMention) -> bool:
    """Tell whether a place is small enough to say where something happened."""
    return place.kind in SHARP or (place.kind == "region" and place.radius_km is not None and place.radius_km <= SMALL_REGION_KM)


def _is_played(draft: Draft) -> bool:
    """Tell whether an event is one of sport: the lands beside it, and whom it is played against, are teams."""
    return draft.kind.family == SPORT


def _is_ground(place: Placed, draft: Draft, rules: EventRules) -> bool:
    """Tell whether a match may be played in a place: it is no land, no continent and no team that the match is won against."""
    last = draft.reading.token_at(place.place.span.end - 1)
    beaten = not rules.rival_marks.isdisjoint(draft.reading.keys[last + 1 : last + 1 + MARK_AND_VERB])
    return place.role == "site" and place.place.kind != COUNTRY and bool(place.place.country) and not beaten


def _is_left_unmarked(place: Placed, draft: Draft, rules: EventRules) -> bool:
    """Tell whether "of" or nothing behind a verb of leaving means "from": "a décollé de Kourou", "ont quitté hier N'Djamena"."""
    first, keys = draft.trigger.last, draft.reading.keys
    near = place.clause == draft.clause_number and 0 <= place.token - first <= LEAVING_REACH and draft.trigger.position != "noun"
    if not near or place.role != "topic" or not place.place.drawn:
        return False
    object_of_it = draft.kind.family == "withdrawal" and place.place.kind in SHARP and place.token - first <= OBJECT_GAP
    if not object_of_it and keys[place.token - 1] not in rules.place_links and keys[place.token - 1] not in rules.determiners:
        return False
    others = (key for key in keys[first : place.token - 1] if key not in rules.place_links)
    return not any(rules.place_roles.get((key,)) == "topic" for key in others)  # "parti avec la délégation de Paris"


def _is_building(place: Placed, draft: Draft, rules: EventRules) -> bool:
    """Tell whether something happens in the building that stands for those in it: "провел в Кремле совещание"."""
    if place.place.kind != "metonym" or draft.kind.placing not in ("site", "scene"):
        return False
    last = draft.reading.token_at(place.place.span.end - 1)
    mark = (
        draft.reading.keys[last + 1 : last + 3] if rules.marks_after else draft.reading.keys[max(0, place.token - 1) : place.token]
    )
    told = draft.saying.verb is not None and draft.reading.clause_at(draft.saying.verb) == place.clause
    if draft.kind.speech:  # "Путин заявил в Кремле", not "в Кремле заявили"
        told = draft.saying.speaker is None or draft.saying.speaker.span == place.place.span
    return place.clause == draft.clause_number and not told and any(rules.place_roles.get((key,)) == "site" for key in mark)


def _opens(place: Placed) -> bool:
    """Tell whether a sentence begins with a town in which somebody says something: "In Berlin, the minister welcomed …"."""
    return place.role == "site" and place.place.kind in SHARP and place.token <= OPENING_TOKENS


def _is_behind(place: Placed, draft: Draft) -> bool:
    """Tell whether a place stands right behind an act of saying, or opens its sentence."""
    return 0 <= place.token - draft.trigger.last <= SPEECH_REACH or _opens(place)


def where_said(places: Sequence[Placed], draft: Draft, beside: Sequence[Draft]) -> list[Placed]:
    """Keep the places of its clause where something was said: "said in Varna", "lors d'une conférence au Bourget, a dit".

    Before the verb it is the last one, and what stands there may be of another deed: "announced a strike in Delhi".
    """
    found = [place for place in places if _is_behind(place, draft)]
    if found or draft.modality not in MODALITIES:
        return found
    last = draft.trigger.first
    sites = [place for place in places if place.role == "site" and place.place.kind in SHARP and place.token < last]
    return [place for place in sites[-1:] if not any(place.token < other.trigger.first < last for other in beside)]


def _told_of(draft: Draft, places: Sequence[Placed], rules: EventRules) -> list[Placed]:
    """Give the place that the clause of an event is about: "flew to Lagos, where he collapsed and died"."""
    reading, last = draft.reading, draft.clause_number
    for at in range(draft.trigger.first - 1, -1, -1):
        clause = reading.clause_of[at]
        if reading.keys[at] in rules.place_relatives:
            told = [place for place in places if place.token < at and place.place.drawn]
            towns = [place for place in told if place.place.kind in SHARP]
            if rules.verb_last:
                return towns[-1:]
            near = [place for place in towns or told if at - reading.token_at(place.place.span.end - 1) <= RELATIVE_REACH]
            return near[-1:]
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
    return near and at_object and place.role == "target" and not place.goal


def _aims_of(draft: Draft, places: Sequence[Placed], beside: Sequence[Draft]) -> list[Placed]:
    """Give the goals of an attack, or of that whose toll is told, beside the land that strikes: "serangan Rusia ke Kharkiv"."""
    strikes = [draft] if draft.kind.family == ATTACK else []
    if draft.kind.family in TOLLS:
        strikes = [one for one in beside if one.kind.family == ATTACK and one.clause_number == draft.clause_number]
    near = [range(one.trigger.first - AIM_REACH, one.trigger.last + AIM_REACH + 1) for one in strikes]  # "对拉法的空袭"
    goals = (place for place in places if place.clause == draft.clause_number and place.role == "target" and place.place.drawn)
    return [place for place in goals if any(place.token in reach for reach in near)]


def _is_toured(place: Placed, draft: Draft, rules: EventRules) -> bool:
    """Tell whether a place without a mark is the object of a verb of visiting: "besuchte am Donnerstag das überflutete Hagen"."""
    near = draft.trigger.position == "verb" and place.clause == draft.clause_number
    before = draft.reading.keys[max(draft.trigger.last, place.token - OBJECT_GAP) : place.token]
    plain = all(key not in rules.place_links and (key,) not in rules.place_roles for key in before)
    return near and 0 <= place.token - draft.trigger.last <= OBJECT_REACH and plain


def _is_reached(place: Placed, draft: Draft) -> bool:
    """Tell whether a place stands right before the verb of what happens there: "高知県に上陸した"."""
    last = draft.reading.token_at(place.place.span.end - 1)
    near = draft.trigger.position != "noun" and 0 < draft.trigger.first - last <= MARK_AND_VERB
    return near and draft.kind.placing == "site" and place.role == "target"


def _inside(draft: Draft, places: Sequence[Placed], rules: EventRules) -> Placed | None:
    """Give the place between the words of a phrase: दौरे पर पेरिस जाएंगे."""
    trigger = draft.trigger
    inside = [place for place in places if trigger.first < place.token < trigger.last and place.place.drawn]
    if rules.verb_first and not draft.kind.speech:  # a land right behind its verb is who acts: "شنت روسيا هجوما"
        inside = [place for place in inside if place.place.kind != COUNTRY]
    # "a ferry bound for Kochi sank", "flying from Moscow to Kazan"
    passed = ("origin", "topic") if draft.is_incident or draft.kind.placing == "actor" else ("origin",)
    return next((place for place in inside if place.role not in passed and not (place.goal and draft.is_incident)), None)


def _best(places: Sequence[Placed], draft: Draft, rules: EventRules) -> Placed:
    return min(
        places,
        key=lambda place: (
            place.place.latitude is None,
            draft.kind.placing == "origin" and place.role != "origin",
            place.place.kind == COUNTRY,
            place.place.relation == MEASURED,  # "in Pak Chong, 150 km from Bangkok"
            place.place.kind not in SHARP,
            place.place.kind == SEA,  # "on the Pacific coast of Oaxaca state"
            rules.verb_last and place.token >= draft.trigger.last,  # "ガザでの侵攻を受け、カイロでの交渉は"
            place.place.relation == NEAR and is_beside(place, places),  # "in Hürth near Cologne"
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
