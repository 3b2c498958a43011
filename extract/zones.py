"""Clocks of places: country and subdivision → time zone; a day and a clock time of one zone → those of another.

The only reader of ``tables/zones.csv``. A zone is a name of the IANA data base ("Asia/Seoul") or an offset ("+09:00", "UTC").
"""

import csv
import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

TABLE = Path(__file__).parent / "tables" / "zones.csv"
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)?")
Moment = tuple[dt.date, str]  # a day and a time of day, "17:30"


def zone_of(country: str | None, admin1: str | None = None, geonames_id: int | None = None) -> str | None:
    """Give the time zone of a place; None where its country keeps several and neither subdivision nor city tells which.

    Parameters
    ----------
    country
        ISO 3166-1 alpha-2.
    admin1
        Country and GeoNames code of the subdivision with a dot between: "US.TX".
    geonames_id
        Number of a city in GeoNames.
    """
    table = _table()
    return table.get(country or "") or table.get(admin1 or "") or table.get(str(geonames_id))


def moved(moment: Moment, zone: str, other: str) -> Moment | None:
    """Tell the day and time that the clocks of another zone show; None for a zone that is not known."""
    here, there = _clock(zone), _clock(other)
    day, time = moment
    if here is None or there is None or not _TIME.fullmatch(time) or not 1 < day.year < dt.MAXYEAR:
        return None
    hour, minute = int(time[:2]), int(time[3:5])
    told = dt.datetime.combine(day, dt.time(), here) + dt.timedelta(hours=hour, minutes=minute)
    shown = told.astimezone(there)
    return shown.date(), f"{shown:%H:%M}"


_TIME = re.compile(r"(?:[01]\d|2[0-4]):[0-5]\d")


@cache
def _table() -> Mapping[str, str]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["geonames"] or row["admin1"] or row["country"]: row["zone"] for row in csv.DictReader(file)}


@cache
def _clock(zone: str) -> dt.tzinfo | None:
    if zone == "UTC":
        return dt.UTC
    if match := _OFFSET.fullmatch(zone):
        offset = dt.timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return dt.timezone(offset if match[1] == "+" else -offset) if offset < dt.timedelta(days=1) else None
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return None
