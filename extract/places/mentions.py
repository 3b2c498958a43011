"""Names judged to be places → resolved mentions."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from extract.gazetteer import Gazetteer, Name, Place
from extract.models import Candidate, Document, Finding, PlaceKind, PlaceMention, Provenance, Span
from extract.places.scan import Hit
from extract.resolution import MOST_OPTIONS, Choice, Option, Toponym, among_namesakes, prior, resolve

FUZZY = 0.5  # confidence of a misspelt name, at most
INFORMING = 0.5  # weight of a name inside an organisation's, until it is told as a place too
UNKNOWN, LEAST_UNKNOWN_KM = 0.4, 25.0  # confidence and radius of a place known only by what it lies in
SMALL_ENOUGH = frozenset({"admin1", "admin2", "city"})
MOST_CANDIDATES = 5  # told of each mention
NOT_DRAWN = frozenset({"demonym", "organisation", "metonym", "celestial"})


class Told(NamedTuple):
    """The places of a document, and the organisations that bear the name of one."""

    places: tuple[PlaceMention, ...]
    organisations: tuple[PlaceMention, ...]


def mentions_of(
    document: Document, hits: Sequence[Hit], inside: Sequence[Hit], gazetteer: Gazetteer, home: frozenset[str] = frozenset()
) -> Told:
    """Resolve the names of a document together, and tell each mention; ``home`` are the countries of its language.

    Names inside those of organisations inform the others; they are told apart, with the seat at most.
    """
    toponyms: dict[str, Toponym] = {}
    for hit in inside:
        toponyms.setdefault(hit.key, Toponym(hit.key, options_of(hit.meanings, gazetteer), 0, INFORMING)).count += 1
    senses = _senses(hits)
    for hit, sense in zip(hits, senses, strict=True):
        known = toponyms.get(sense)
        if known is None:
            spelled = _spelling(document, hit)
            toponyms[sense] = known = Toponym(sense, options_of(hit.meanings, gazetteer), 0, said=hit.fixed, spelled=spelled)
        known.count, known.weight, known.local = known.count + 1, 1.0, known.local or hit.local
        known.said, known.peer, known.division = known.said or hit.within, known.peer or hit.peer, known.division or hit.division
    choices = resolve(list(toponyms.values()), home)
    shared = {key: _candidates(choice) for key, choice in choices.items()}
    sense_of = dict(zip(map(id, hits), senses, strict=True))
    places = tuple(
        _mention(document, hit, choices[sense], shared[sense])
        if sense in choices
        else _unknown(document, hit, choices.get(sense_of.get(id(hit.container), "")))
        for hit, sense in zip(hits, senses, strict=True)
    )
    seats = tuple(_seat(document, hit.organisation, choices[hit.key], shared[hit.key]) for hit in inside if hit.organisation)
    return Told(places, seats)


def _spelling(document: Document, hit: Hit) -> str:
    """Give a name as written where its key, folded, tells less: "San-Pédro", "Córdoba"."""
    written = document.text[hit.span.start : hit.span.end]
    return written if len(hit.meanings) > 1 and written.casefold() != hit.key else ""


def _seat(document: Document, span: Span, choice: Choice, candidates: tuple[Candidate, ...]) -> PlaceMention:
    place, written = choice.option.place, document.text[slice(*span)]
    source = Provenance(document.id, span, "organisation-name")
    why = f"bears the name of {place.name}: its seat at most; {choice.reason}"
    return PlaceMention(
        written, written, place.latitude, place.longitude, place.radius_km, "organisation", source, place.geonames_id,
        place.country, place.admin1, drawn=False, confidence=round(choice.confidence, 3), reason=why, candidates=candidates,
    )  # fmt: skip


def _senses(hits: Sequence[Hit]) -> list[str]:
    """Give what shares one sense in a document: the name.

    A container stands apart ("Buffalo, New York" beside "New York"), and so does a name that is told to lie elsewhere
    than the first time ("Kansas City, Kan., and Kansas City, Mo.").
    """
    first: dict[str, int] = {}
    found = []
    for hit in hits:
        place = hit.within if hit.fixed is None else hit.fixed
        apart = hit.fixed is not None or (place is not None and first.setdefault(hit.key, place) != place)
        found.append(f"{hit.key}|{place}" if apart else hit.key)
    return found


@lru_cache(maxsize=20_000)
def options_of(meanings: tuple[Name, ...], gazetteer: Gazetteer) -> tuple[Option, ...]:
    """List what a name may mean, best known first."""
    places = [(gazetteer.place(name.row), name.main, gazetteer.is_capital(name.row)) for name in meanings]
    options = [Option(place, prior(place, main, capital), main, capital) for place, main, capital in places]
    options = among_namesakes(options)
    options.sort(key=lambda option: (-option.prior, option.place.row))
    return tuple(options[:MOST_OPTIONS])


def _candidates(choice: Choice) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            option.place.row, option.place.name, option.place.latitude, option.place.longitude, option.place.radius_km,
            option.place.kind, option.place.country, option.place.admin1, option.place.geonames_id, option.place.population,
            round(score, 3), choice.reason if number == 0 else "less likely",
        )
        for number, (score, option) in enumerate(choice.scores[:MOST_CANDIDATES])
    )  # fmt: skip


def _unknown(document: Document, hit: Hit, container: Choice | None) -> PlaceMention:
    """Tell a name that the gazetteer lacks: somewhere in the division or town that the text says it lies in, else nowhere."""
    written = document.text[slice(*hit.span)]
    source = Provenance(document.id, hit.span, hit.rule)
    if container is None or container.option.place.kind not in SMALL_ENOUGH:
        return PlaceMention(written, written, None, None, 0.0, "unknown", source, reason="the gazetteer has no such place")
    place = container.option.place
    return PlaceMention(
        written, written, place.latitude, place.longitude, max(place.radius_km, LEAST_UNKNOWN_KM), "unknown", source,
        country=place.country, admin1=place.admin1, confidence=round(container.confidence * UNKNOWN, 3),
        reason=f"the gazetteer has no such place; the text says it lies in {place.name}",
    )  # fmt: skip


def _mention(document: Document, hit: Hit, choice: Choice, candidates: tuple[Candidate, ...]) -> PlaceMention:
    written = document.text[hit.span.start : hit.span.end]
    source = Provenance(document.id, hit.span, hit.rule)
    place = choice.option.place
    kind: PlaceKind = "demonym" if hit.kind == "demonym" else place.kind
    celestial = kind == "celestial"
    findings = _findings(hit, written, place)
    sure = choice.confidence * (FUZZY if hit.fuzzy else 1.0)
    return PlaceMention(
        written, place.name, None if celestial else place.latitude, None if celestial else place.longitude, place.radius_km, kind,
        source, place.geonames_id, place.country, place.admin1, kind not in NOT_DRAWN, hit.fuzzy, confidence=round(sure, 3),
        reason="like a name of the document's region" if hit.fuzzy else choice.reason, candidates=candidates, findings=findings,
    )  # fmt: skip


def _findings(hit: Hit, written: str, place: Place) -> tuple[Finding, ...]:
    if not hit.fuzzy or hit.rule != "misspelt":
        return ()
    return (Finding("misspelt", f"{written!r} is taken for {place.name}, of the document's region", hit.span, hit.rule),)
