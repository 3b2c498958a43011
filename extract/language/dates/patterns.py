"""Patterns over names of types → regular expressions over letters."""

import re
from collections.abc import Mapping
from typing import Any

from extract.errors import LanguagePackError
from extract.language.dates.records import UNTYPED, Rule

_NAME = re.compile(r"(?:([a-z]+):)?([A-Z][A-Z_0-9]*)")
_GROUP = re.compile(r"([a-z]+):\((?:\?:)?")


def compile_rules(table: Mapping[str, Any], letters: Mapping[str, str], where: str) -> tuple[Rule, ...]:
    """Compile the rules of a table, checked."""
    macros, classes = table.get("macros", {}), table.get("classes", {})
    rules = []
    for name, rule in table.get("rules", {}).items():
        for key in ("pattern", "read"):
            if not isinstance(rule.get(key), str):
                raise LanguagePackError(f"{where}: rules.{name}.{key} is {rule.get(key)!r}; expected a text")
        pattern = compile_pattern(rule["pattern"], letters, macros, classes, f"{where}: rules.{name}.pattern")
        rules.append(
            Rule(name, pattern, rule["read"], {key: value for key, value in rule.items() if key not in ("pattern", "read")})
        )
    return tuple(rules)


def compile_pattern(
    pattern: str, letters: Mapping[str, str], macros: Mapping[str, str], classes: Mapping[str, str], where: str
) -> re.Pattern[str]:
    """Compile a pattern over names of types to one over letters; ``name:TYPE`` and ``name:(…)`` are named groups."""

    def letter_of(name: str) -> str:
        if name in classes:
            return "[" + "".join(letter_of(part).strip("[]") for part in classes[name].split()) + "]"
        if name == "UNTYPED":
            return UNTYPED
        if name not in letters:
            raise LanguagePackError(f"{where} names {name}; expected a type, a class or a macro of the file")
        return letters[name]

    def replace(match: re.Match[str]) -> str:
        group, name = match.groups()
        inner = f"(?:{expand(macros[name])})" if name in macros else letter_of(name)
        return f"(?P<{group}>{inner})" if group else inner

    def expand(text: str) -> str:
        return _NAME.sub(replace, _GROUP.sub("(?\0<\\1>", text))  # \0 stands for P, which would be read as a name

    try:
        return re.compile(_numbered(_spaceless(expand(pattern)).replace("\0", "P")))
    except re.error as error:
        raise LanguagePackError(f"{where} is {pattern!r}; expected a regular expression over types ({error})") from error


def _numbered(pattern: str) -> str:
    """Let a name stand for several groups: the second "number" is called ``number__2``."""
    seen: dict[str, int] = {}

    def rename(match: re.Match[str]) -> str:
        seen[match[1]] = seen.get(match[1], 0) + 1
        return match[0] if seen[match[1]] == 1 else f"(?P<{match[1]}__{seen[match[1]]}>"

    return re.sub(r"\(\?P<(\w+)>", rename, pattern)


def _spaceless(pattern: str) -> str:
    return "".join(pattern.split())


def without_names(pattern: str) -> str:
    """Drop the groups of a pattern, so that it can stand inside another."""
    return re.sub(r"\((?!\?)|\(\?P<\w+>", "(?:", pattern)
