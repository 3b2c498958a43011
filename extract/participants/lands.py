"""Lands, their peoples and their governments as names of those who act."""

from msgspec.structs import replace

from extract.clauses import Name, NameKind, Reading
from extract.language.participants import NameRules
from extract.models import PlaceMention
from extract.names import name_key

ACTING_PLACES = frozenset({"country", "demonym", "metonym", "organisation"})


def acts(reading: Reading, place: PlaceMention, rules: NameRules) -> bool:
    """Tell whether a place may act: a country or its people, not "the Indian state of …"."""
    if place.kind not in ACTING_PLACES:
        return False
    following = reading.token_at(place.span.end)
    return following >= len(reading.keys) or reading.keys[following] not in rules.place_nouns


def acting_place(reading: Reading, number: int, place: PlaceMention, rules: NameRules) -> Name:
    """Give the name of a land, of its people, or of a body that a place stands for."""
    first = reading.token_at(place.span.start)
    last = max(first + 1, reading.token_at(place.span.end - 1) + 1)
    kind: NameKind = "organisation" if place.kind in ("organisation", "metonym") else "country"
    key = f"@{place.country}" if place.country else name_key(place.name)
    land = Name(number, first, last, place.span, place.name, kind, key, None)
    if place.kind != "demonym":
        return land
    adjective = not rules.adjective_endings or reading.keys[first].endswith(rules.adjective_endings)
    return replace(land, adjective=adjective, people=not adjective)
