"""The readers by the name that rules of packs call them."""

from collections.abc import Callable, Mapping

from extract.dates import (
    absolute,
    calendars,
    compounds,
    counted,
    eras,
    feasts,
    handed,
    lengths,
    named,
    parts,
    relative,
    solarhijri,
    waiting,
)
from extract.dates.grammar import Match
from extract.dates.scene import Reading, Scene

Reader = Callable[[Match, Scene], Reading | None]
READERS: Mapping[str, Reader] = {
    name.removeprefix("read_").replace("_", "-"): reader
    for module in (
        absolute,
        eras,
        calendars,
        relative,
        counted,
        lengths,
        parts,
        compounds,
        named,
        feasts,
        handed,
        solarhijri,
        waiting,
    )
    for name, reader in vars(module).items()
    if name.startswith("read_")
}
