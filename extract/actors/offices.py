"""Offices that many countries have, and where bodies sit: the only reader of ``tables/offices.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

from extract.errors import TableError
from extract.names import name_key

OFFICES = Path(__file__).parents[1] / "tables" / "offices.toml"


@cache
def wider_offices() -> Mapping[str, frozenset[str]]:
    """Read which offices a description may mean beside its own: "leader" → president, king.

    Raises
    ------
    TableError
        The file is missing or is no TOML.

    """
    table = _offices("wider")
    return {wider: frozenset(offices) for wider, offices in table.items()}


@cache
def seats() -> Mapping[str, str]:
    """Read where bodies sit, the code of the town by the key of the body: "un sekuriti kunkil" → "US/New York City"."""
    return {name_key(name): town for town, names in _offices("seats").items() for name in names}


@cache
def shared() -> dict[str, tuple[str, frozenset[str]]]:
    """Give the plain names of the offices that many countries have, with the spellings that only one of them bears."""
    table = _offices("shared")
    try:
        return {name: (row["plain"], frozenset(row["own"])) for name, row in table.items()}
    except (KeyError, TypeError) as error:
        raise TableError(f"tables/offices.toml: shared: {error!r}; expected plain and own for each actor") from error


@cache
def never_alone() -> frozenset[str]:
    """Read the last names that too many bear to mean a leader alone: "Costa"."""
    return frozenset(_offices("last_names")["never_alone"])


def _offices(part: str) -> dict[str, Any]:
    try:
        return cast(dict[str, Any], tomllib.loads(OFFICES.read_text(encoding="utf-8"))[part])
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise TableError(f"tables/offices.toml: {error}; expected tables 'wider', 'shared', 'last_names' and 'seats'") from error
