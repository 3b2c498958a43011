"""The pack's view of dates: ``dates.toml`` → typed words, phrases, rules and tense cues.

A word has one type, written as one letter, and a value. Rules are patterns over the names of types; they are compiled to
regular expressions over letters. A basic pack brings words only and takes the rules of the pack named by ``rules_of``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

from extract.errors import LanguagePackError
from extract.language import LanguagePack, load_pack
from extract.text import fold

UNTYPED = "_"
BREAK = "\n"  # a blank line: no mention crosses it
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + "".join(map(chr, range(0xC0, 0x180)))
# Types that digits and signs get in every language; a pack's words may share them.
NUMERIC_TYPES = ("DAYNUM", "YEAR", "NUMBER", "DECIMAL", "FRACTION", "ORDINAL", "DECADE", "CLOCK", "ISO", "NUMDATE", "SHORTYEAR")
SIGN_TYPES = {",": "COMMA", ".": "DOT", "-": "DASH", "–": "DASH", "—": "DASH", "‑": "DASH", "/": "SLASH", "(": "OPEN", ")": "CLOSE",
              "।": "STOP", "$": "CURRENCY", "£": "CURRENCY", "€": "CURRENCY", "₹": "CURRENCY", "¥": "CURRENCY", "%": "PERCENT",
              "،": "COMMA", "、": "COMMA", "，": "COMMA", "#": "HASH", "~": "ABOUT", "'": "QUOTE", "’": "QUOTE", ":": "COLON",
              "‘": "QUOTE", "॥": "STOP", "…": "STOP", "?": "STOP", "!": "STOP", ";": "STOP"}  # fmt: skip
UNITS = ("TS", "TM", "TH", "D", "WE", "W", "M", "Q", "H", "Y", "DE", "CE", "ML", "SEA", "NI")
PARTS = ("MO", "MI", "AF", "EV", "NI", "DT", "24")
# type → what its values must be: a range of integers, a tuple of words, or a Python type
VALUES: Mapping[str, Any] = {
    "MONTH": range(1, 13), "MAYBE": range(1, 13), "WEEKDAY": range(1, 8), "WEEKDAYS": range(1, 8), "DAYABBR": range(1, 8),
    "UNIT": UNITS, "UNITS": UNITS, "PART": PARTS, "PARTS": PARTS, "NOON": PARTS, "SEASON": ("SP", "SU", "FA", "WI"),
    "NEAR": range(-1, 2), "TODAY": range(-4, 5), "AGO": range(-1, 2), "MERIDIEM": ("am", "pm"), "MOD": ("START", "MID", "END"),
}  # fmt: skip
TOP_KEYS = {"order", "rules_of", "fiscal_year_starts", "segment", "capitals", "lists", "macros", "classes", "rules", "tense", "suffixes",
            "holidays", "zones", "checks", "explained", "eras", "generated", "days"}  # fmt: skip

Value = Any


class Typed(NamedTuple):
    """What one word is: the letter of its type, and its value."""

    letter: str
    value: Value


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a pack: a pattern over letters, and the name of the reader that gives the value."""

    name: str
    pattern: re.Pattern[str]
    read: str
    options: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tense:
    """Words and endings that tell whether a clause is past or future, folded."""

    verb: Literal["near", "final"]  # where the verb that decides stands: near the mention, or at the clause's end
    future: frozenset[str]
    strong_future: frozenset[str]
    past: frozenset[str]
    future_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    future_before: frozenset[str]  # words right before a mention that look ahead ("until")


@dataclass(frozen=True, slots=True, eq=False)
class DateTables:
    """Everything that ``dates.toml`` of one language says."""

    code: str
    order: Literal["dmy", "mdy", "ymd"]
    fiscal_year_starts: int  # month
    segment: Literal["words", "lexicon"]
    letters: Mapping[str, str]  # type → letter
    names: Mapping[str, str]  # letter → type
    words: Mapping[str, Typed]  # folded word → what it is
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Typed], ...]]  # first word → the others and the type, longest first
    capitals: frozenset[str]  # words that mean a date only with a capital
    suffixes: Mapping[str, str]  # what follows digits in one word → type: {"th": "ORDINAL"}
    rules: tuple[Rule, ...]
    scanner: re.Pattern[str]  # group i + 1 is what rule i matches here
    core: re.Pattern[str]  # a run of words without a match of this holds no date
    tense: Tense
    holidays: Mapping[str, str]  # key in the lists → rule ("12-25", "easter+1", "thursday 4 november")
    zones: Mapping[str, str]
    checks: Mapping[str, Any]


@cache
def date_tables(pack: LanguagePack) -> DateTables:
    """Read and check ``dates.toml`` of a pack.

    Raises
    ------
    LanguagePackError
        A key, word, value or pattern is wrong; the message names file, key, found and expected.
    """
    table = dict(pack.table("dates"))
    ruled = dict(load_pack(table["rules_of"]).table("dates")) if "rules_of" in table else table
    where = f"{pack.code}/dates.toml"
    words, phrases, types = _lexicon(table, ruled, where)
    letters = dict(zip(types, LETTERS, strict=False))
    rules = _rules(ruled, letters, where)
    return DateTables(
        code=pack.code,
        order=_one_of(table.get("order", "dmy"), ("dmy", "mdy", "ymd"), f"{where}: order"),
        fiscal_year_starts=table.get("fiscal_year_starts", 1),
        segment=_one_of(table.get("segment", "words"), ("words", "lexicon"), f"{where}: segment"),
        letters=letters,
        names={letter: name for name, letter in letters.items()},
        words={word: Typed(letters[name], value) for word, (name, value) in words.items()},
        phrases=_by_first_word(phrases, letters),
        capitals=frozenset(fold(word) for word in table.get("capitals", [])),
        suffixes=table.get("suffixes", {}),
        rules=rules,
        scanner=re.compile("".join(f"(?=({_without_names(rule.pattern.pattern)})|)" for rule in rules)),
        core=_core(ruled, letters),
        tense=_tense(table.get("tense", {}), where),
        holidays=table.get("holidays", {}),
        zones={fold(key): value for key, value in table.get("zones", {}).items()},
        checks=ruled.get("checks", {}),
    )


def _lexicon(
    table: Mapping[str, Any], ruled: Mapping[str, Any], where: str
) -> tuple[dict[str, tuple[str, Value]], dict[str, tuple[str, Value]], list[str]]:
    """Gather single words, phrases and the names of all types, in the order of the file."""
    words: dict[str, tuple[str, Value]] = {}
    phrases: dict[str, tuple[str, Value]] = {}
    own = {key: value for key, value in table.items() if key.isupper()}
    unknown = sorted(key for key in table if not key.isupper() and key not in TOP_KEYS)
    if unknown:
        raise LanguagePackError(
            f"{where}: {unknown[0]} is no known key; expected a type in capitals or one of {', '.join(sorted(TOP_KEYS))}"
        )
    for name, entries in [*own.items(), *((name, dict.fromkeys(listed)) for name, listed in table.get("lists", {}).items())]:
        for word, value in entries.items():
            _check_value(name, word, value, where)
            key = " ".join(fold(part) for part in word.split())
            (phrases if " " in key or "-" in key or "'" in key or "." in key else words).setdefault(key, (name, value))
    ruled_types = [key for key in ruled if key.isupper()] + list(ruled.get("lists", {}))
    signs = list(dict.fromkeys(SIGN_TYPES.values()))
    types = list(dict.fromkeys([*NUMERIC_TYPES, *signs, *ruled_types, *own, *table.get("lists", {})]))
    return words, phrases, types


def _check_value(name: str, word: str, value: Value, where: str) -> None:
    allowed = VALUES.get(name)
    if allowed is not None and value not in allowed:
        expected = f"a number {allowed[0]} to {allowed[-1]}" if isinstance(allowed, range) else f"one of {', '.join(allowed)}"
        raise LanguagePackError(f"{where}: {name}.{word} is {value!r}; expected {expected}")


def _by_first_word(
    phrases: Mapping[str, tuple[str, Value]], letters: Mapping[str, str]
) -> dict[str, tuple[tuple[tuple[str, ...], Typed], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Typed]]] = {}
    for phrase, (name, value) in phrases.items():
        first, *rest = re.findall(r"[^\W_]+(?:[\u0300-\u036f\u0900-\u0963\u200d]+[^\W_]*)*|[^\w\s]", phrase)
        found.setdefault(first, []).append((tuple(rest), Typed(letters[name], value)))
    return {first: tuple(sorted(rests, key=lambda rest: -len(rest[0]))) for first, rests in found.items()}


_NAME = re.compile(r"(?:([a-z]+):)?([A-Z][A-Z_0-9]*)")
_GROUP = re.compile(r"([a-z]+):\((?:\?:)?")


def _rules(table: Mapping[str, Any], letters: Mapping[str, str], where: str) -> tuple[Rule, ...]:
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


def _without_names(pattern: str) -> str:
    return re.sub(r"\((?!\?)|\(\?P<\w+>", "(?:", pattern)


def _core(table: Mapping[str, Any], letters: Mapping[str, str]) -> re.Pattern[str]:
    plain = set(table.get("lists", {})) - set(table.get("checks", {}).get("core", [])) | set(SIGN_TYPES.values())
    plain |= {"DAYNUM", "NUMBER", "DECIMAL", "ORDINAL", "FRACTION"} | set(table.get("checks", {}).get("not_core", []))
    wanted = "".join(letter for name, letter in letters.items() if name not in plain)
    return re.compile(f"[{wanted}]") if wanted else re.compile("(?!)")


def _tense(table: Mapping[str, Any], where: str) -> Tense:
    def folded(key: str) -> frozenset[str]:
        return frozenset(fold(word) for word in table.get(key, []))

    return Tense(
        verb=_one_of(table.get("verb", "near"), ("near", "final"), f"{where}: tense.verb"),
        future=folded("future"),
        strong_future=folded("strong_future"),
        past=folded("past"),
        future_endings=tuple(fold(ending) for ending in table.get("future_endings", [])),
        past_endings=tuple(fold(ending) for ending in table.get("past_endings", [])),
        future_before=folded("future_before"),
    )


def _one_of(value: Any, allowed: tuple[str, ...], where: str) -> Any:
    if value not in allowed:
        raise LanguagePackError(f"{where} is {value!r}; expected one of {', '.join(allowed)}")
    return value
