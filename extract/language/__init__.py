"""A folder of ``languages/`` → LanguagePack. The only reader of ``languages/``.

Each concern has its own typed view of its tables beside this file (``dates.py``, ``places.py``, ``events.py`` …): it
takes a pack, checks the table and gives a frozen record. A bad table raises LanguagePackError with file, key, found
and expected.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from extract.errors import LanguagePackError
from extract.text import with_accents

LANGUAGES = Path(__file__).parent.parent / "languages"
ACCENTED = frozenset(
    {"dates", "dates_own", "triggers", "events", "unreal", "modality", "speech", "participants"}
)  # names: ever without
Quality = Literal["full", "news", "basic"]  # relied on and measured; events with the tables that news needs most; dates and places


@dataclass(frozen=True, slots=True, eq=False)  # loaded once: identity is equality, and a cheap key of what is read from it
class LanguagePack:
    """The knowledge of one language, as data."""

    code: str  # ISO 639-1
    name: str  # in English
    native_name: str
    scripts: tuple[str, ...]  # Unicode script names, most usual first: "Latin", "Devanagari"
    quality: Quality
    folder: Path
    traits: Mapping[str, Any]  # the rest of language.toml: named behaviours that code implements

    @property
    def nouns_capitalised(self) -> bool:
        """Whether every noun bears a capital, which then tells no name (``capitals = "nouns"``)."""
        return bool(self.traits.get("capitals") == "nouns")

    @property
    def accents_kept(self) -> bool:
        """Whether accents tell words apart, so that no folding may drop them (``accents = "kept"``): "bão", "báo", "bảo"."""
        return bool(self.traits.get("accents") == "kept")

    def table(self, name: str) -> Mapping[str, Any]:
        """Read ``<name>.toml`` of the pack; empty where the pack has none.

        Where accents are kept, the words that tell of dates and events come with theirs as letters (``text.with_accents``).
        """
        path = self.folder / f"{name}.toml"
        return _read_with_accents(path) if name in ACCENTED and self.accents_kept else _read(path)

    def listed(self, name: str) -> tuple[str, ...]:
        """Read ``<name>.csv`` of the pack, one word a row under a heading; empty where the pack has none."""
        path = self.folder / f"{name}.csv"
        return tuple(path.read_text(encoding="utf-8").split("\n")[1:-1]) if path.exists() else ()


@cache
def _read(path: Path) -> Mapping[str, Any]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LanguagePackError(f"{path.parent.name}/{path.name}: {error}; expected TOML in UTF-8") from error


@cache
def _read_with_accents(path: Path) -> Mapping[str, Any]:
    found: Mapping[str, Any] = spelled_out(_read(path))
    return found


def spelled_out(value: Any) -> Any:
    """Write the accents of all words of a table as letters, so that they outlive folding."""
    if isinstance(value, str):
        return value if value.isascii() else " ".join(map(with_accents, value.split(" ")))
    if isinstance(value, Mapping):
        return {spelled_out(key): spelled_out(one) for key, one in value.items()}
    return [spelled_out(one) for one in value] if isinstance(value, list) else value


@cache
def pack_codes() -> tuple[str, ...]:
    """List the codes of all packs, sorted."""
    return tuple(sorted(path.parent.name for path in LANGUAGES.glob("*/language.toml")))


@cache
def load_pack(code: str) -> LanguagePack:
    """Load the pack of one language.

    Raises
    ------
    LanguagePackError
        There is no such pack, or its ``language.toml`` is malformed.
    """
    head = dict(_read(LANGUAGES / code / "language.toml"))
    if not head:
        raise LanguagePackError(f"languages/{code}: no language.toml; packs are {', '.join(pack_codes())}")
    for key in ("name", "native_name", "quality", "scripts"):
        if key not in head:
            raise LanguagePackError(f"{code}/language.toml: {key} is missing")
    if head["quality"] not in get_args(Quality):
        raise LanguagePackError(
            f"{code}/language.toml: quality is {head['quality']!r}; expected one of {', '.join(get_args(Quality))}"
        )
    return LanguagePack(
        code, head.pop("name"), head.pop("native_name"), tuple(head.pop("scripts")), head.pop("quality"), LANGUAGES / code, head
    )


@lru_cache(maxsize=1024)
def pack_for(code: str | None) -> LanguagePack:
    """Load the pack of a language, or the empty pack ``und`` where there is none."""
    return load_pack(code if code in pack_codes() else "und")
