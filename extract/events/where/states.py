"""Where what the bodies of a state say and decide is that no word places: in its capital; of other known bodies, at their seat.

"China's foreign ministry said", "walked out of the Lok Sabha". The land is that beside the words for the body, else that of whoever
acts, else the one that the pack means by the words, else the one of which the document speaks most. It is a guess, and says so.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from extract.actors import country_of
from extract.actors.offices import seats
from extract.clauses import Name
from extract.events.drafts import INCIDENTS, Draft, Placed
from extract.events.where.placing import MODALITIES
from extract.events.where.setting import ELSEWHERE, HEALTH, NOWHERE, RADIUS_KM, STATE_MARK, STEP
from extract.gazetteer import Gazetteer, Place
from extract.language.events import EventRules
from extract.models import Participant, PlaceKind, Provenance, Span, Where

LANDS = frozenset({"country", "demonym"})
BESIDE = 3  # tokens between the land and the words for its body: "the foreign ministry of the Gambia"
LEAST_SHARE = 0.6  # of the names of a document that are of one country
SAID_AT_HOME = frozenset({"accusation", "condolence", "denial", "demand", "request", "statement", "warning", "threat", "praise"})
RUPTURE = "rupture"  # family of what is done to another state's envoys
ELECTION = "election"  # family of what a whole land does
BODY = "body"  # rule of the words for whoever sits there
BESIDE_ONLY = "?"  # value of words that tell a body of a state only beside its name: "the Irish government"
CONFIDENCE = 0.35


def most_named(places: Iterable[Placed]) -> str | None:
    """Give the country of most of the places of a document; None where no one has the most by far, nor is told first."""
    lands = [placed.place.country for placed in places if placed.place.country]
    told = Counter(lands)
    country, times = next(iter(told.most_common(1)), (None, 0))
    return country if times >= LEAST_SHARE * told.total() or country == lands[0] else None


def in_capital(draft: Draft, places: Sequence[Placed], named: str | None, rules: EventRules) -> Where | None:
    """Guess an event in the capital of the state of whose bodies its clause tells. ``named`` is the land named most."""
    if not is_done_at_seat(draft) or draft.kind.name == ELECTION:  # "Portugal has elected a new parliament"
        return None
    reading = draft.reading
    for found in reading.phrases(rules.state_bodies):
        if not is_told_of(draft, found.first):
            continue
        country = _beside(found.first, found.last, draft, places)
        if found.value == BESIDE_ONLY and not country:
            continue
        country = country or _acting(draft) or found.value or named
        return _guess(f"{country}.capital", draft.document_id, reading.span(found.first, found.last)) if country else None
    if draft.kind.placing == "site":  # "the United Nations moved its staff"
        return None
    body = next((one for one in _doers(draft) if one.key in seats()), None)
    return _guess(seats()[body.key], draft.document_id, body.span) if body else None


def in_state(draft: Draft, places: Sequence[Placed]) -> Where | None:
    """Guess what a state says in its capital: "Beijing condemned the meeting". It is the last thing to go by.

    So it is with what it does to envoys; an election is in the whole land: "Portugal held a parliamentary election".
    """
    if not is_done_at_seat(draft):
        return None
    states = {one.key[1:]: one.span for one in _doers(draft) if one.key[:1] == STATE_MARK}
    if draft.kind.family in (ELECTION, RUPTURE) and not states:
        states = _lands_of(draft, places)
    if len(states) != 1:
        return None
    country, span = next(iter(states.items()))
    if draft.kind.family == ELECTION:
        land = Gazetteer.load().by_code(country)
        return guess_at(land, draft.document_id, span, "country") if land else None
    if draft.kind.family != RUPTURE and draft.kind.name not in SAID_AT_HOME:
        return None
    return _guess(f"{country}.capital", draft.document_id, span)


def _lands_of(draft: Draft, places: Sequence[Placed]) -> dict[str, Span]:
    """Give the lands in the clause of an event; before the verb where it is one between two: "the Argentine minister summoned"."""
    lands = [place for place in places if place.clause == draft.clause_number and place.place.kind in LANDS]
    if draft.kind.family == RUPTURE:
        lands = [place for place in lands if place.token < draft.trigger.first][:1]
    return {place.place.country: place.place.span for place in lands if place.place.country}


def is_done_at_seat(draft: Draft) -> bool:
    """Tell whether an event may be what a body says or decides."""
    hard = draft.kind.colour in INCIDENTS or draft.kind.colour == HEALTH or draft.kind.placing in ("target", *ELSEWHERE)
    return not hard and draft.kind.family not in NOWHERE and draft.modality in MODALITIES


def is_told_of(draft: Draft, token: int) -> bool:
    """Tell whether a token stands in the clause of an event, or in that of whoever says it."""
    reading, clauses = draft.reading, {draft.clause_number}
    if draft.kind.speech and draft.saying.verb is not None:
        clauses.add(reading.clause_at(draft.saying.verb))
    return reading.clause_of[token] in clauses and reading.quoted[token] == draft.quoted


def _guess(code: str, document_id: str, span: Span) -> Where | None:
    town = Gazetteer.load().by_code(code)
    return guess_at(town, document_id, span) if town else None


def guess_at(town: Place, document_id: str, span: Span, kind: PlaceKind = "city") -> Where:
    """Make a guess of the town where a body sits, or of another kind of place."""
    source = Provenance(document_id, span, BODY)
    return Where(
        town.name, town.latitude, town.longitude, max(town.radius_km, RADIUS_KM), kind, CONFIDENCE, f"place: {STEP}", (source,),
        town.geonames_id, town.country,
    )  # fmt: skip


def _doers(draft: Draft) -> list[Participant | Name]:
    """Give whoever acts or speaks."""
    speaker = [draft.saying.speaker] if draft.saying.speaker else []
    return [*speaker, *(one for one in draft.participants if one.role == "agent")]


def _beside(first: int, last: int, draft: Draft, places: Sequence[Placed]) -> str | None:
    """Give the land right before the words for a body, or behind them: "China's foreign ministry", "le ministère japonais"."""
    near: list[tuple[int, str]] = []
    for placed in places:
        if placed.place.kind not in LANDS or not placed.place.country:
            continue
        end = draft.reading.token_at(placed.place.span.end - 1)
        gap = first - end - 1 if end < first else placed.token - last
        if 0 <= gap <= BESIDE:
            near.append((gap + (placed.token >= last), placed.place.country))
    return min(near)[1] if near else None


def _acting(draft: Draft) -> str | None:
    """Give the country of whoever acts or speaks, where it is known."""
    keys = [one.key for one in _doers(draft)]
    lands = {key[1:] if key[:1] == STATE_MARK else country_of().get(key) for key in keys} - {None}
    return next(iter(lands)) if len(lands) == 1 else None
