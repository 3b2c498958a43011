"""A province told as a town is: "near Gao", "in Busan" → the town of that name in it.

The gazetteer knows both; where something happened "near" one, and where a province is no larger than its town, the town is meant.
"""

from msgspec.structs import replace

from extract.gazetteer import Gazetteer
from extract.models import PlaceMention

DIVISION, NEAR, TOWN = "admin1", "near", "city"
CITY_RADIUS_KM = 25.0  # of a division that is a city: Busan, Daegu


def as_town(place: PlaceMention) -> PlaceMention:
    """Give the town of the name of a division that is told as a town is; anything else as it is."""
    if place.kind != DIVISION or (place.relation != NEAR and place.radius_km > CITY_RADIUS_KM) or not place.drawn:
        return place
    gazetteer = Gazetteer.load()
    rows = [one.row for one in gazetteer.search(place.name) if one.main and gazetteer.kind(one.row) == TOWN]
    rows = [row for row in rows if gazetteer.country(row) == place.country and place.admin1 in (None, gazetteer.admin1(row))]
    if not rows:
        return place
    town = gazetteer.place(max(rows, key=gazetteer.population))
    return replace(
        place, name=town.name, latitude=town.latitude, longitude=town.longitude, radius_km=town.radius_km, kind=TOWN,
        geonames_id=town.geonames_id, admin1=town.admin1, described=None,
    )  # fmt: skip
