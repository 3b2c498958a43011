"""The pack's view of dates: ``dates.toml`` → typed words, phrases, rules and tense cues.

A word has one type, written as one letter, and a value. Rules are patterns over the names of types; they are compiled to
regular expressions over letters. A basic pack brings words only and takes the rules of the pack named by ``rules_of``;
``dates_own.toml`` adds words to a generated ``dates.toml``, and its own word wins.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from extract.errors import LanguagePackError
from extract.feasts import feasts_of
from extract.language import LanguagePack, load_pack
from extract.language.dates.cutting import cut
from extract.language.dates.patterns import compile_rules, without_names
from extract.language.dates.records import (
    BREAK,
    CALENDARS,
    LETTERS,
    NUMERIC_TYPES,
    SIGN_TYPES,
    SOLAR_CALENDAR,
    TOP_KEYS,
    UNTYPED,
    VALUES,
    WEEKDAYS,
    DateTables,
    Phrases,
    Rule,
    Tense,
    Typed,
    Value,
)
from extract.language.lexicon import lexicon_of
from extract.language.shapes import STAR
from extract.text import fold

__all__ = ["BREAK", "SIGN_TYPES", "SOLAR_CALENDAR", "UNTYPED", "DateTables", "Rule", "Tense", "Typed", "date_tables"]


@cache
def date_tables(pack: LanguagePack) -> DateTables:
    """Read and check ``dates.toml`` of a pack.

    Raises
    ------
    LanguagePackError
        A key, word, value or pattern is wrong; the message names file, key, found and expected.
    """
    table = _with_own(pack.table("dates"), pack.table("dates_own"))
    ruled = dict(load_pack(table["rules_of"]).table("dates")) if "rules_of" in table else table
    where = f"{pack.code}/dates.toml"
    words, phrases, types = _lexicon(table, ruled, where)
    letters = dict(zip(types, LETTERS, strict=False))
    rules = compile_rules(ruled, letters, where)
    return DateTables(
        code=pack.code,
        accents_kept=pack.accents_kept,
        order=_one_of(table.get("order", "dmy"), ("dmy", "mdy", "ymd"), f"{where}: order"),
        calendar=_one_of(table.get("calendar", CALENDARS[0]), CALENDARS, f"{where}: calendar"),
        week_starts=1 + WEEKDAYS.index(_one_of(table.get("week_starts", WEEKDAYS[0]), WEEKDAYS, f"{where}: week_starts")),
        nears=_one_of(table.get("nears", "both"), ("both", "behind"), f"{where}: nears"),
        fiscal_year_starts=table.get("fiscal_year_starts", 1),
        night_until=table.get("night_until", 0),
        segment=_one_of(table.get("segment", "words"), ("words", "lexicon"), f"{where}: segment"),
        letters=letters,
        names={letter: name for name, letter in letters.items()},
        words={word: Typed(letters[name], value) for word, (name, value) in words.items()},
        phrases=_by_first_words(phrases, letters),
        capitals=frozenset(fold(word) for word in table.get("capitals", [])),
        capitals_inside=frozenset(" ".join(map(fold, phrase.split())) for phrase in table.get("capitals_inside", [])),
        spelled=_spelled(table.get("spelled", [])),
        suffixes=table.get("suffixes", {}),
        rules=rules,
        scanner=re.compile("".join(f"(?=({without_names(rule.pattern.pattern)})|)" for rule in rules)),
        core=_core(ruled, letters),
        tense=_tense(table.get("tense", {}), where, pack),
        checks={**ruled.get("checks", {}), **table.get("checks", {})},
    )


def _spelled(written: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Sort words that mean a date only as they are written, with their accents, by what folding leaves of them."""
    found: dict[str, set[str]] = {}
    for word in written:
        found.setdefault(fold(word), set()).add(word.casefold())
    return {key: frozenset(words) for key, words in found.items()}


def _with_own(table: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Add the words that ``dates_own.toml`` has, and drop those that it types otherwise or lists under ``drop``."""
    if not own:
        return dict(table)
    lists = {name: list(listed) for name, listed in own.get("lists", {}).items()}
    words = {word for key, entries in own.items() if key.isupper() for word in entries}
    gone = words.union(own.get("drop", []), *lists.values())
    merged: dict[str, Any] = {**table, **{key: value for key, value in own.items() if key != "drop"}}
    for key in merged:
        if key.isupper():
            kept = {word: value for word, value in table.get(key, {}).items() if word not in gone}
            merged[key] = {**kept, **own.get(key, {})}
    merged["lists"] = {
        name: [*(word for word in listed if word not in gone), *lists.pop(name, [])]
        for name, listed in table.get("lists", {}).items()
    } | lists
    return merged


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
    tables = {**own, "HOLIDAY": table.get("holidays", {}), "ZONE": table.get("zones", {})}
    for name, entries in [*tables.items(), *((name, dict.fromkeys(listed)) for name, listed in table.get("lists", {}).items())]:
        for word, value in entries.items():
            _check_value(name, word, value, where)
            pieces = [key for piece in cut(word) if (key := fold(piece))]
            (phrases if len(pieces) > 1 else words).setdefault(" ".join(pieces), (name, value))
    ruled_types = [key for key in ruled if key.isupper()] + list(ruled.get("lists", {}))
    signs = list(dict.fromkeys(SIGN_TYPES.values()))
    types = list(dict.fromkeys([*NUMERIC_TYPES, *signs, *ruled_types, "HOLIDAY", "ZONE", *own, *table.get("lists", {})]))
    return words, phrases, types


def _check_value(name: str, word: str, value: Value, where: str) -> None:
    allowed = VALUES.get(name)
    if name == "HOLIDAY":
        _check_feast(word, value, where)
    if allowed is not None and value not in allowed:
        expected = f"a number {allowed[0]} to {allowed[-1]}" if isinstance(allowed, range) else f"one of {', '.join(allowed)}"
        raise LanguagePackError(f"{where}: {name}.{word} is {value!r}; expected {expected}")


def _check_feast(word: str, rule: Value, where: str) -> None:
    try:
        feasts_of(rule, 2000)
    except (ValueError, AttributeError, KeyError, IndexError) as error:
        raise LanguagePackError(
            f"{where}: holidays.{word} is {rule!r}; expected a rule as in extract/feasts, for example 12-25 or easter -2"
        ) from error


def _by_first_words(phrases: Mapping[str, tuple[str, Value]], letters: Mapping[str, str]) -> Phrases:
    """Sort phrases by their first and second word, longest first."""
    found: dict[str, dict[str, list[tuple[tuple[str, ...], Typed]]]] = {}
    for phrase, (name, value) in phrases.items():
        first, *rest = phrase.split()
        found.setdefault(first, {}).setdefault(rest[0], []).append((tuple(rest), Typed(letters[name], value)))
    return {
        first: {second: tuple(sorted(rests, key=lambda rest: -len(rest[0]))) for second, rests in seconds.items()}
        for first, seconds in found.items()
    }


def _core(table: Mapping[str, Any], letters: Mapping[str, str]) -> re.Pattern[str]:
    checks = table.get("checks", {})
    plain = set(table.get("lists", {})) | set(SIGN_TYPES.values()) | {"DAYNUM", "NUMBER", "DECIMAL", "ORDINAL", "FRACTION"}
    plain = plain - set(checks.get("core", [])) | set(checks.get("not_core", []))
    wanted = "".join(letter for name, letter in letters.items() if name not in plain)
    return re.compile(f"[{wanted}]") if wanted else re.compile("(?!)")


def _tense(table: Mapping[str, Any], where: str, pack: LanguagePack) -> Tense:
    def folded(key: str) -> frozenset[str]:
        return frozenset(fold(prefix + word) for prefix in ("", *table.get("prefixes", [])) for word in table.get(key, []))

    def objects(key: str) -> frozenset[str]:
        return frozenset(map(fold, pack.table("modality").get(key, [])))

    lexicon = lexicon_of(pack)
    return Tense(
        lexicon=lexicon,
        accents_kept=pack.accents_kept,
        verb=_one_of(table.get("verb", "near"), ("near", "final"), f"{where}: tense.verb"),
        future=folded("future"),
        strong_future=folded("strong_future"),
        past=folded("past"),
        written=_written(table),
        future_endings=tuple(fold(ending) for ending in table.get("future_endings", [])),
        past_endings=tuple(fold(ending) for ending in table.get("past_endings", [])),
        past_written=tuple(table.get("past_written", [])),
        future_written=tuple(table.get("future_written", [])),
        this_by_tense=_one_of(table.get("this", "coming"), ("coming", "by-tense"), f"{where}: tense.this") == "by-tense",
        participle_after=folded("participle_after"),
        nouns=folded("nouns"),
        noun_after=folded("noun_after"),
        future_after=folded("future_after"),
        future_participles=folded("future_participles"),
        future_pairs=frozenset(" ".join(map(fold, pair.split())) for pair in table.get("future_pairs", [])),
        perfect_finite=folded("perfect_finite"),
        coordinators=frozenset(map(fold, pack.table("events").get("coordinators", []))),
        since_before=folded("since_before"),
        future_before=folded("future_before"),
        future_behind=tuple(table.get("future_behind", [])),
        as_of=folded("as_of"),
        hearsay=folded("hearsay"),
        perfect=folded("perfect"),
        participles=tuple(fold(ending) for ending in table.get("participles", [])),
        clause_openers=folded("clause_openers"),
        content_openers=folded("content_openers"),
        infinitive_before=folded("infinitive_before"),
        no_infinitive=folded("no_infinitive"),
        deadline_before=folded("deadline_before"),
        moving=_words(table, "moving", spaced=lexicon is None),
        told=_words(table, "told", spaced=lexicon is None),
        goal_before=folded("goal_before"),
        goal_behind=tuple(fold(word) for word in table.get("goal_behind", [])),
        object_marks=objects("object_marks"),
        object_verbs=objects("object_verbs"),
        object_stops=objects("object_stops"),
        object_ends=objects("object_ends"),
    )


def _words(table: Mapping[str, Any], key: str, *, spaced: bool) -> re.Pattern[str] | None:
    """Give the words under a key as one pattern: whole words, or those that begin so where a star ends them."""
    words = [fold(word) for word in table.get(key, [])]
    made = "|".join(re.escape(word.rstrip(STAR)) + (r"(?!\w)" if spaced and not word.endswith(STAR) else "") for word in words)
    return re.compile((r"(?<!\w)" if spaced else "") + f"(?:{made})") if made else None


def _written(table: Mapping[str, Any]) -> frozenset[str]:
    """Give the cues as the table writes them."""
    keys = ("future", "strong_future", "past", "future_pairs")
    return frozenset(" ".join(cue.casefold().split()) for key in keys for cue in table.get(key, []))


def _one_of(value: Any, allowed: tuple[str, ...], where: str) -> Any:
    if value not in allowed:
        raise LanguagePackError(f"{where} is {value!r}; expected one of {', '.join(allowed)}")
    return value
