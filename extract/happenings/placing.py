"""The place of a happening, from the places that its tellings give, each with its words.

What a telling only expects does not place what others tell as done. A site wins over the region and the country that
hold it, not over a country that more texts tell; among sites the more and the surer independent texts win.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from msgspec.structs import replace

from extract.happenings.account import Account
from extract.happenings.apart import is_sharp, km_apart
from extract.happenings.dating import sure_by
from extract.models import Article, PlaceMention, Provenance, Role, Where

MOST_EVIDENCE = 24
SITE_BONUS = 3.0  # a site told once outweighs a country told three times
REGION, REGION_BONUS = "admin1", 1.5  # a province told once outweighs its country told once, as a site outweighs both
HEADING_SHARE = 0.5  # a heading names a place for the article, not for what its words tell
AGREEING_KM = 30.0
COUNTRY_MARK = "@"  # what the key of a country begins with
SEA = "sea"  # told, it is no town of the coast


def merged_where(accounts: Sequence[Account]) -> Where | None:
    """Give the place of one happening with the words of every telling that agrees; None where none is known."""
    if len(accounts) == 1:
        return _as_told(accounts[0].place)
    if any(account.place_told and account.modality == "asserted" for account in accounts):
        accounts = [account for account in accounts if account.modality == "asserted"]
    told = any(
        account.place_told and account.place and (is_sharp(account.place) or account.place.kind == SEA) for account in accounts
    )
    placed = [(account, account.place) for account in accounts if account.place is not None and (account.place_told or not told)]
    if not placed:
        return None
    by_text: dict[Hashable, dict[int, float]] = defaultdict(dict)
    places: dict[Hashable, Where] = {}
    leading = _leading_countries(placed)
    for account, place in placed:
        favoured = place.kind == "celestial" or (is_sharp(place) and (not place.country or place.country in leading))
        bonus = SITE_BONUS if favoured else REGION_BONUS if place.kind == REGION and place.country in leading else 1.0
        key, weight = place_key(place), place.confidence * bonus
        weight *= HEADING_SHARE if account.heading else 1.0
        by_text[key][account.text] = max(weight, by_text[key].get(account.text, 0.0))
        if key not in places or place.confidence > places[key].confidence:
            places[key] = place
    best = places[max(by_text, key=lambda key: (round(sum(by_text[key].values()), 4), -places[key].radius_km, str(key)))]
    agreeing = [(account, place) for account, place in placed if _agrees(place, best)]
    texts = len({account.text for account, place in agreeing if place_key(place) == place_key(best)})
    return replace(best, evidence=_evidence([place for _, place in agreeing]), confidence=sure_by(best.confidence, texts))


def _as_told(place: Where | None) -> Where | None:
    """Give the place of a happening that is told once."""
    if place is None:
        return None
    evidence = place.evidence if len(place.evidence) < 2 else _evidence([place])
    return replace(place, evidence=evidence, confidence=sure_by(place.confidence, 1))


def merged_setting(accounts: Sequence[Account]) -> Where | None:
    """Give where the scene was of a happening that no telling places, as most texts have it; None where they do not say.

    What a country does happened rather there.
    """
    by_text: dict[Hashable, set[int]] = defaultdict(set)
    places: dict[Hashable, Where] = {}
    for account in accounts:
        place = account.event.setting
        acting = lands_of(one.key for one in account.event.participants if one.role == "agent")
        if place is None or (acting and place.country not in acting):
            continue
        by_text[place_key(place)].add(account.text)
        places.setdefault(place_key(place), place)
    best = max(by_text, key=lambda key: (len(by_text[key]), str(key)), default=None)
    return places[best] if best is not None else None


def lands_of(sides: Iterable[str]) -> set[str]:
    """Give the countries among the keys of those who take part."""
    return {side.removeprefix(COUNTRY_MARK) for side in sides if side[:1] == COUNTRY_MARK}


def _leading_countries(placed: Sequence[tuple[Account, Where]]) -> set[str]:
    """Give the countries in which most independent texts put it."""
    texts: dict[str, set[int]] = defaultdict(set)
    for account, place in placed:
        if place.country:
            texts[place.country].add(account.text)
    most = max((len(told) for told in texts.values()), default=0)
    return {country for country, told in texts.items() if len(told) == most}


def merged_roles(accounts: Sequence[Account], articles: Sequence[Article]) -> tuple[tuple[Role, Where], ...]:
    """Give origin, target and heading of one happening, each place once a role."""
    found: dict[tuple[Role, Hashable], Where] = {}
    for account in accounts:
        for role, number in account.event.other_places:
            where = where_of(articles[account.article].places[number])
            found.setdefault((role, place_key(where)), where)
    return tuple((role, found[role, key]) for role, key in sorted(found, key=str))


def where_of(place: PlaceMention) -> Where:
    """Turn a place mention into a place with its words as evidence."""
    evidence = (Provenance(place.source.document_id, place.span, place.source.rule),)
    return Where(
        place.name, place.latitude, place.longitude, place.radius_km, place.kind, place.confidence, place.source.rule, evidence,
        place.geonames_id, place.country,
    )  # fmt: skip


def place_key(place: Where) -> Hashable:
    """Give what makes two mentions one place: its entry in the gazetteer, else its point, else its name."""
    if place.geonames_id is not None:
        return place.geonames_id
    if place.latitude is not None and place.longitude is not None:
        return round(place.latitude, 1), round(place.longitude, 1)
    return place.name


def _agrees(place: Where, best: Where) -> bool:
    if place_key(place) == place_key(best):
        return True
    return place.latitude is not None and best.latitude is not None and km_apart(place, best) <= AGREEING_KM


def _evidence(places: Sequence[Where]) -> tuple[Provenance, ...]:
    seen = {(item.document_id, item.span): item for place in places for item in place.evidence}
    return tuple(seen[key] for key in sorted(seen))[:MOST_EVIDENCE]
