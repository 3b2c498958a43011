"""The pack's view of lines that are not narrative: ``tables/junk.toml`` for any language, ``documents.toml`` of the pack added."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from extract.errors import LanguagePackError, TableError
from extract.language import LanguagePack
from extract.text import fold

DEFAULTS = Path(__file__).parent.parent / "tables" / "junk.toml"
NATIVE = DEFAULTS.with_name("language_names.toml")
KEYS = ("lines", "last_lines", "others", "patterns")


@dataclass(frozen=True, slots=True)
class DocumentRules:
    """Which whole lines are not narrative; lines are folded, words parted by one space."""

    lines: frozenset[str]
    last_lines: frozenset[str]  # nothing of the article follows them
    others: tuple[str, ...]  # how a line begins below which other articles stand
    pattern: re.Pattern[str]  # any of the patterns, each of which has to match a whole line


@cache
def document_rules(pack: LanguagePack) -> DocumentRules:
    """Read the rules of one language.

    Raises
    ------
    LanguagePackError
        The pack's ``documents.toml`` has an unknown key, a value of the wrong type or a pattern that cannot be read.
    TableError
        ``tables/junk.toml`` is missing or malformed.
    """
    base = _defaults()
    own = pack.table("documents")
    _check(own, f"{pack.code}/documents.toml", LanguagePackError)
    patterns = {**base.get("patterns", {}), **own.get("patterns", {})}
    lines = {key: frozenset(map(_key, [*base.get(key, []), *own.get(key, [])])) for key in ("lines", "last_lines", "others")}
    return DocumentRules(
        lines["lines"] | lines["last_lines"],
        lines["last_lines"],
        tuple(sorted(lines["others"])),
        re.compile("|".join(f"(?:{pattern})" for _, pattern in sorted(patterns.items())), re.IGNORECASE),
    )


@cache
def language_names(code: str) -> frozenset[str]:
    """List the names of all languages in one language (CLDR, through babel) and in themselves, folded."""
    try:
        names = Locale.parse(code).languages.values()
    except (UnknownLocaleError, ValueError):
        return native_names()
    return frozenset(fold(name) for name in names) | native_names()


@cache
def native_names() -> frozenset[str]:
    """List what languages call themselves, folded: "فارسی", "हिन्दी"."""
    names = _read(NATIVE).get("names")
    if not isinstance(names, list):
        raise TableError(f"tables/{NATIVE.name}: names is {names!r}; expected a list of names")
    return frozenset(map(fold, names))


@cache
def _defaults() -> Mapping[str, Any]:
    table = _read(DEFAULTS)
    _check(table, f"tables/{DEFAULTS.name}", TableError)
    return table


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TableError(f"tables/{path.name}: {error}; expected TOML in UTF-8") from error


def _check(table: Mapping[str, Any], file: str, error: type[LanguagePackError | TableError]) -> None:
    for key, value in table.items():
        if key not in KEYS:
            raise error(f"{file}: {key} is unknown; expected one of {', '.join(KEYS)}")
        listed = isinstance(value, list) and all(isinstance(line, str) for line in value)
        if key != "patterns" and not listed:
            raise error(f"{file}: {key} is {value!r}; expected a list of lines")
    patterns = table.get("patterns", {})
    if not isinstance(patterns, dict):
        raise error(f"{file}: patterns is {patterns!r}; expected a table of rule names and patterns")
    for name, pattern in patterns.items():
        try:
            re.compile(pattern)
        except (re.error, TypeError) as bad:
            raise error(f"{file}: patterns.{name} is {pattern!r}: {bad}; expected a regular expression") from bad


def _key(line: str) -> str:
    return " ".join(fold(word) for word in line.strip(" :.…").split())
