"""The kinds of event: ``tables/kinds.toml`` → frozen records. The only reader of that table."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from extract.errors import TableError
from extract.models import Modality, Role

TABLE = Path(__file__).parent / "tables" / "kinds.toml"

Pursued = Literal["", "alleged", "proved"]  # what an act of the law makes of the deed that it is about
Placing = Literal["site", "scene", "target", "origin", "launch", "actor", "clause", "none"]
PLOVER_TYPES = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)  # openeventdata/PLOVER
ACTS_OF_SPEECH = frozenset(
    {"apology", "condolence", "confession", "denial", "thanks", "threat", "warning"}
)  # kinds of sayings of which an article rarely tells two by one speaker
_CHOICES: Mapping[str, tuple[object, ...]] = {
    "plover": ("", *PLOVER_TYPES), "placing": get_args(Placing), "modality": get_args(Modality),
    "one_day": (True, False), "speech": (True, False), "abstract": (True, False),
    "everyday": (True, False), "pursues": get_args(Pursued)}  # fmt: skip
_TEXTS = ("family", "shape", "colour")
_DEFAULTS: Mapping[str, object] = {"near": [], "modality": "asserted", "one_day": True, "speech": False, "abstract": False,
    "everyday": False, "pursues": ""}  # fmt: skip
_KEYS = {*_CHOICES, *_TEXTS, "near", "roles"}
# family of the whole → families of what may be its part, the nearest whole first
WHOLES: Mapping[str, frozenset[str]] = {
    "meal": frozenset({"speech", "support"}),
    "talks": frozenset(
        {"tour", "greeting", "meal", "signing", "attendance", "deal", "support", "visit", "travel", "speech", "ceremony"}
    ),
    "visit": frozenset({"tour", "travel", "greeting", "attendance", "talks", "meal", "ceremony"}),
    "match": frozenset({"goal", "award"}),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event: what it is called, how it is drawn, dated, placed and linked."""

    name: str  # plain English, lower case: the key of the table
    plover: str | None
    family: str  # coarse group for linking and lanes
    near: frozenset[str]  # kinds that may name the same happening; symmetric, without the kind itself
    shape: str  # plotly marker symbol
    colour: str  # name of a colour family
    roles: tuple[Role, ...]  # most important first
    placing: Placing
    modality: Modality  # as it is usually told
    one_day: bool
    speech: bool
    abstract: bool
    everyday: bool  # told by plain verbs that no other kind has: shown only where several texts tell it
    pursues: Pursued  # of acts of the law, which are about an earlier deed; "" for all others


def kind_named(name: str) -> Kind:
    """Give the kind of that name.

    Raises
    ------
    TableError
        The table knows no such kind.
    """
    try:
        return kinds()[name]
    except KeyError:
        raise TableError(f"kinds.toml: there is no kind {name!r}; kinds are {', '.join(kinds())}") from None


def family(name: str) -> str:
    """Give the coarse group of a kind."""
    return kind_named(name).family


def plover(name: str) -> str | None:
    """Give the PLOVER type of a kind; None where none fits."""
    return kind_named(name).plover


def near(first: str, second: str) -> bool:
    """Tell whether two kinds are the same or may name the same happening."""
    return first == second or second in kind_named(first).near


@cache
def kinds() -> Mapping[str, Kind]:
    """Give every kind by name, in the order of the table."""
    return read_kinds(TABLE)


def read_kinds(path: Path) -> Mapping[str, Kind]:
    """Read and check a table of kinds.

    Raises
    ------
    TableError
        The file is missing or malformed; the message names file, key, found and expected.
    """
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TableError(f"{path.name}: {error}; expected a TOML table in UTF-8") from error
    full = {name: _checked(path.name, name, row) for name, row in rows.items()}
    return {name: _record(path.name, name, full) for name in full}


def _checked(file: str, name: str, row: object) -> Mapping[str, Any]:
    if not isinstance(row, dict):
        raise TableError(f"{file}: {name} is {row!r}; expected a table with {', '.join(sorted(_KEYS))}")
    full = {**_DEFAULTS, **row}
    for key in sorted(full.keys() ^ _KEYS):
        raise TableError(
            f"{file}: {name}.{key} is {'unknown' if key in full else 'missing'}; expected keys are {', '.join(sorted(_KEYS))}"
        )
    for key, choices in _CHOICES.items():
        _expect(file, f"{name}.{key}", full[key], choices)
    for key in _TEXTS:
        if not isinstance(full[key], str) or not full[key]:
            raise TableError(f"{file}: {name}.{key} is {full[key]!r}; expected a word")
    for role in full["roles"]:
        _expect(file, f"{name}.roles", role, get_args(Role))
    return full


def _expect(file: str, key: str, found: object, choices: tuple[object, ...]) -> None:
    if found not in choices:
        raise TableError(f"{file}: {key} is {found!r}; expected one of {', '.join(map(repr, choices))}")


def _record(file: str, name: str, rows: Mapping[str, Mapping[str, Any]]) -> Kind:
    row = rows[name]
    for other in row["near"]:
        _expect(file, f"{name}.near", other, tuple(sorted(rows)))
    both = {*row["near"], *(other for other in rows if name in rows[other]["near"])} - {name}
    return Kind(
        name,
        row["plover"] or None,
        row["family"],
        frozenset(both),
        row["shape"],
        row["colour"],
        tuple(row["roles"]),
        row["placing"],
        row["modality"],
        row["one_day"],
        row["speech"],
        row["abstract"],
        row["everyday"],
        row["pursues"],
    )
