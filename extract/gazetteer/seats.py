"""States and provinces → the towns from which they are governed. The only reader of ``tables/seats.csv``."""

import csv
from collections.abc import Mapping
from functools import cache

from extract.errors import TableError
from extract.gazetteer import Gazetteer, Place, files

TABLE = files.FOLDER.parent / "seats.csv"
COLUMNS = ("division", "town", "court", "name")


def seat_of(division: str | None) -> Place | None:
    """Give the town from which a first division ("IN.34") is governed; None where no one is known."""
    return _town(division, court=False)


def court_of(division: str | None) -> Place | None:
    """Give the town where the highest court of a first division sits; None where no one is known."""
    return _town(division, court=True)


def _town(division: str | None, *, court: bool) -> Place | None:
    found = seats().get(division or "")
    return Gazetteer.load().by_geonames(found[court]) if found else None


@cache
def seats() -> Mapping[str, tuple[int, int]]:
    """Read the GeoNames numbers of the seat of each division, and of that of its highest court.

    Raises
    ------
    TableError
        The table is missing or malformed.

    """
    try:
        with TABLE.open(encoding="utf-8", newline="") as file:
            return {row["division"]: (int(row["town"]), int(row["court"] or row["town"])) for row in csv.DictReader(file)}
    except (OSError, KeyError, ValueError) as error:
        raise TableError(f"tables/seats.csv: {error}; expected the columns {', '.join(COLUMNS)}") from error
