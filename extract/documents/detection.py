"""Text → language: first by script, then, among the languages of that script, by py3langid."""

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import py3langid

from extract.errors import TableError
from extract.language import load_pack, pack_codes

SCRIPTS = Path(__file__).parent.parent / "tables" / "scripts.toml"
LOOKED_AT = 3000  # letters; more changed no answer
FEWEST_LETTERS = 30  # below it only languages with a full pack; measured on sentences: from 30 letters 98 % right, below 80 %


def detect_language(text: str) -> str | None:
    """Detect the language of a text; None where it has no letters."""
    sample = _sample(text)
    scripts = Counter(_script(char) for char in sample if char.isalpha())
    if not scripts:
        return None
    script = min(scripts, key=lambda one: (-scripts[one], one))
    candidates = _languages(script, scripts)
    if len(candidates) == 1:
        return candidates[0]
    if scripts.total() < FEWEST_LETTERS:
        candidates = tuple(one for one in candidates if one in _full_packs()) or candidates
    ranked = [code for code, _ in py3langid.rank(sample) if code in candidates]
    return ranked[0] if ranked else (candidates[0] if candidates else None)


def legacy_encodings() -> Mapping[str, Sequence[str]]:
    """List the older encodings of Latin script, and the languages that were written in each."""
    encodings: Mapping[str, Sequence[str]] = _table()["encodings"]
    return encodings


def _sample(text: str) -> str:
    """Take the letters of the head, and of the middle of a long text, whose head may be another's."""
    middle = len(text) // 2
    return text if len(text) <= LOOKED_AT else text[: LOOKED_AT // 2] + " " + text[middle : middle + LOOKED_AT // 2]


def _languages(script: str, counts: Mapping[str, int]) -> tuple[str, ...]:
    table = _table()
    for marker in table["decisive"].get(script, ()):  # kana decides for Japanese, whatever share of the text is Han
        if counts.get(marker):
            return tuple(table["scripts"][marker])
    return tuple(table["scripts"].get(script, ()))


@cache
def _script(char: str) -> str:
    """Name the script of a letter, as the first word of its Unicode name: "DEVANAGARI", "CJK"."""
    return unicodedata.name(char, "UNKNOWN").split(" ")[0].split("-")[0]


@cache
def _full_packs() -> frozenset[str]:
    return frozenset(code for code in pack_codes() if load_pack(code).quality == "full")


@cache
def _table() -> Mapping[str, Any]:
    try:
        table = tomllib.loads(SCRIPTS.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TableError(f"tables/scripts.toml: {error}; expected TOML in UTF-8") from error
    for key in ("scripts", "decisive", "encodings"):
        if key not in table:
            raise TableError(f"tables/scripts.toml: {key} is missing")
    return table
