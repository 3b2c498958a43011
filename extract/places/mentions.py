"""Names judged to be places → resolved mentions."""

from collections.abc import Sequence

from extract.gazetteer import Gazetteer
from extract.gazetteer.files import KINDS
from extract.language.places import PlaceWords
from extract.models import Candidate, Document, PlaceKind, PlaceMention, Provenance
from extract.places.scan import Hit, Text
from extract.resolution import MOST_OPTIONS, Choice, Option, Toponym, among_namesakes, prior, resolve

MOST_CANDIDATES = 5  # told of each mention
NOT_DRAWN = frozenset({"demonym", "organisation", "metonym", "celestial"})


def mentions_of(
    document: Document, text: Text, hits: Sequence[Hit], words: PlaceWords, gazetteer: Gazetteer
) -> tuple[PlaceMention, ...]:
    """Resolve the names of a document together, and tell each mention."""
    del words, text
    toponyms: dict[str, Toponym] = {}
    for hit in hits:
        known = toponyms.get(_sense(hit))
        if known is None:
            toponyms[_sense(hit)] = known = Toponym(_sense(hit), options_of(hit, gazetteer), 0, said=hit.fixed)
        known.count += 1
        known.said = known.said or hit.within
    choices = resolve(list(toponyms.values()))
    shared = {key: _candidates(choice) for key, choice in choices.items()}
    return tuple(_mention(document, hit, choices.get(_sense(hit)), shared.get(_sense(hit), ())) for hit in hits)


def _sense(hit: Hit) -> str:
    """Give what shares one sense in a document: the name; a container apart ("Buffalo, New York" beside "New York")."""
    return hit.key if hit.fixed is None else f"{hit.key}|{hit.fixed}"


def options_of(hit: Hit, gazetteer: Gazetteer) -> tuple[Option, ...]:
    """List what a name may mean, best known first."""
    places = [(gazetteer.place(name.row), name.main) for name in hit.meanings]
    options = [Option(place, prior(place, main, gazetteer.is_capital(place.row)), main) for place, main in places]
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


def _mention(document: Document, hit: Hit, choice: Choice | None, candidates: tuple[Candidate, ...]) -> PlaceMention:
    written = document.text[hit.span.start : hit.span.end]
    source = Provenance(document.id, hit.span, hit.rule)
    if choice is None:
        return PlaceMention(written, written, None, None, 0.0, "unknown", source, reason="the gazetteer has no such place")
    place = choice.option.place
    kind: PlaceKind = "demonym" if hit.kind == "demonym" else place.kind
    celestial = kind == "celestial"
    return PlaceMention(
        written, place.name, None if celestial else place.latitude, None if celestial else place.longitude, place.radius_km, kind,
        source, place.geonames_id, place.country, place.admin1, kind not in NOT_DRAWN, confidence=round(choice.confidence, 3),
        reason=choice.reason, candidates=candidates,
    )  # fmt: skip


assert set(NOT_DRAWN) - {"demonym"} <= set(KINDS)
