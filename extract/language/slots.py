"""Phrases with slots → patterns: "{number} {unit} from", in the words of a places table."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from extract.errors import LanguagePackError
from extract.language import LanguagePack
from extract.language.figures import FigureWords, figure_words
from extract.text import fold

_SIGNS = re.compile(r"[.,\s’]")
_NAMED = re.compile(r"\(\?P<\w+>")
_DIGITS = r"\d{1,3}(?:[.,\s\u00a0\u202f’]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
_MOST_WORDS = 3  # of a number behind its first: "two hundred and fifty"
_SLOTS = "a pattern with the slots direction, number, unit, about, any"


def patterns_of(pack: LanguagePack, table: Mapping[str, Any], name: str, frame: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Build patterns from phrases with the slots {direction}, {number}, {unit}, {about} and {any} (up to two words)."""
    found = []
    slots = {
        "direction": "(?P<direction>" + any_of(table.get("directions", {})) + ")",
        "number": f"(?P<number>{_DIGITS}|{_in_words(pack) if '{number}' in str(table.get(name)) else '(?!)'})",
        "unit": "(?P<unit>" + any_of(_written_words(table, "kilometres", "miles", "swedish_miles")) + ")",
        "about": "(?:" + any_of(_written_words(table, "about")) + ")",
        "any": r"(?:\w+\s+){0,2}?",
    }
    for relation, phrases in table.get(name, {}).items():
        if not isinstance(phrases, list):
            raise LanguagePackError(f"{pack.code}/places.toml: {name}.{relation} is {phrases!r}; expected a list of phrases")
        for phrase in phrases:
            try:
                pattern = frame.format(phrase.format(**slots))
                found.append((relation, re.compile(pattern, re.IGNORECASE)))
            except (KeyError, re.error) as error:
                raise LanguagePackError(f"{pack.code}/places.toml: {name}.{relation}: {error}; expected {_SLOTS}") from error
    return tuple(found)


def _in_words(pack: LanguagePack) -> str:
    """Give a pattern of numbers in words: "a thousand", "two hundred", "hundreds of"; none where words are not parted."""
    figures = figure_words(pack.code)
    if figures is None or pack.traits.get("words", "spaced") != "spaced":
        return "(?!)"
    word = f"(?:{any_of({*figures.values, *figures.multipliers, *figures.vague})})"
    link = "|".join(sorted({r"[\s-]", *(rf"\s{re.escape(link)}\s" for link in figures.parts)}))
    return rf"(?<!\w){word}(?:(?:{link}){word}){{0,{_MOST_WORDS}}}(?:\s\w{{1,3}})?(?!\w)"  # "hundreds of", "cientos de"


def number_told(written: str, figures: FigureWords | None) -> float:
    """Give the value of what the slot {number} found; of "hundreds" the least."""
    if written[0].isdigit():
        head, *groups = _SIGNS.split(written)
        if groups and all(len(group) == 3 for group in groups):  # any sign may part thousands or decimals
            return float(head + "".join(groups))
        return float(".".join((head, *groups)))
    total = 0.0
    if figures is None:
        return total
    for word in fold(written).replace("-", " ").split():
        times = figures.multipliers.get(word) or (figures.vague[word][0] if word in figures.vague else None)
        total = max(1.0, total) * times if times else total + figures.values.get(word, 0.0)
    return total


def _written_words(table: Mapping[str, Any], *names: str) -> set[str]:
    """Give the words of some lists as they are written, accents and all."""
    words = table.get("words", {})
    return {word for name in names for line in words.get(name, []) for word in line.split()}


def either_of(patterns: Iterable[tuple[str, re.Pattern[str]]], frame: str) -> re.Pattern[str]:
    """Join patterns into one without their names of groups: one search says that, as mostly, none of them fits."""
    either = "|".join(_NAMED.sub("(?:", pattern.pattern) for _, pattern in patterns)
    return re.compile(frame.format(either or "(?!)"), re.IGNORECASE)


def any_of(words: Iterable[str]) -> str:
    """Give a pattern of any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or "(?!)"
