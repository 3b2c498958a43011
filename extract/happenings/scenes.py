"""Where what no text places happened: where other things of its day and story did; acts of state else in the capital.

In come happenings with the events they were made of, after linking, which never compares what is guessed here; out come their
scenes. A scene is no more than a guess, and says so by its rule, its confidence and its radius.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Hashable, Sequence

from msgspec.structs import replace

from extract.gazetteer import Gazetteer
from extract.happenings.account import TOLD, Account
from extract.happenings.apart import is_sharp, km_apart
from extract.happenings.people import side_of
from extract.happenings.placing import AGREEING_KM, COUNTRY_MARK, lands_of, place_key
from extract.kinds import kind_named
from extract.models import Happening, Where
from extract.models.events import SETTING_RULE

RUPTURES = frozenset({"diplomatic rupture", "expulsion"})  # what a state does at home to the envoys of another
# kinds of what governments and parliaments do, in the capital where no text says where
STATE_ACTS = frozenset(
    [*RUPTURES, "appointment", "coup", "dismissal", "government formation", "law", "resignation", "state of emergency", "vote"]
)
SCENIC = frozenset({"site", "scene", "target", "actor"})  # placings of what happens where the rest of its day does
MODALITIES = frozenset({"asserted", "planned"})
CONFIDENCE = 0.3
RADIUS_KM = 25.0


def scenes_of(happenings: Sequence[Happening], groups: Sequence[Sequence[Account]]) -> dict[str, Where]:
    """Give by its id where each happening without any place most likely happened; those that nothing tells of are left out."""
    told: dict[tuple[int, dt.date], list[tuple[Where, int]]] = defaultdict(list)
    for happening, group in zip(happenings, groups, strict=True):
        place, day = happening.where, _day(happening)
        if day and place and is_sharp(place) and place.confidence >= TOLD and not group[0].speech:
            for text in {account.text for account in group}:
                told[group[0].saga, day].append((place, text))
    found = {}
    for happening, group in zip(happenings, groups, strict=True):
        day = _day(happening)
        if happening.where is not None or not _is_deed(happening, group):
            continue
        lands = lands_of(side for account in group for side in account.sides)
        scene = _most_told([row for row in told[group[0].saga, day] if not lands or row[0].country in lands]) if day else None
        acting = lands_of(doer for account in group for doer in account.doers)
        if scene := scene or _capital(happening, group, acting if acting or happening.kind in RUPTURES else lands):
            found[happening.id] = scene
    return found


def _capital(happening: Happening, group: Sequence[Account], lands: Collection[str]) -> Where | None:
    """Give the capital of the one country whose people do an act of state, with the words that name them."""
    if happening.kind not in STATE_ACTS or len(lands) != 1:
        return None
    country = next(iter(lands))
    capital = Gazetteer.load().by_code(f"{country}.capital")
    actors = (actor for account in group for actor in account.event.participants)
    source = next((actor.source for actor in actors if side_of(actor.key) == f"{COUNTRY_MARK}{country}"), None)
    if capital is None or source is None or capital.latitude is None:
        return None
    return Where(
        capital.name, capital.latitude, capital.longitude, max(capital.radius_km, RADIUS_KM), "city", CONFIDENCE, SETTING_RULE,
        (source,), capital.geonames_id, capital.country,
    )  # fmt: skip


def _day(happening: Happening) -> dt.date | None:
    when = happening.when
    return when.first_day if when and when.first_day == when.last_day else None


def _is_deed(happening: Happening, group: Sequence[Account]) -> bool:
    return kind_named(happening.kind).placing in SCENIC and not group[0].speech and happening.modality in MODALITIES


def _most_told(told: Sequence[tuple[Where, int]]) -> Where | None:
    """Give the place that most texts tell, roughly; None where two far ones are told alike."""
    texts: dict[Hashable, set[int]] = defaultdict(set)
    places: dict[Hashable, Where] = {}
    for place, text in told:
        key = next((key for key, other in places.items() if _near(place, other)), place_key(place))
        places.setdefault(key, place)
        texts[key].add(text)
    ranked = sorted(texts, key=lambda key: -len(texts[key]))
    if not ranked or (len(ranked) > 1 and len(texts[ranked[0]]) == len(texts[ranked[1]])):
        return None
    best = places[ranked[0]]
    return replace(best, rule=SETTING_RULE, confidence=CONFIDENCE, radius_km=max(best.radius_km, RADIUS_KM))


def _near(one: Where, other: Where) -> bool:
    return place_key(one) == place_key(other) or km_apart(one, other) <= AGREEING_KM
