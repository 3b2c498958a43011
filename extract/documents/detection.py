"""Text → language: first by script, then, among the languages of that script, by py3langid."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from babel.core import get_global

from extract.documents.scripts import main_script, script_counts
from extract.errors import TableError
from extract.language import Quality, load_pack, pack_codes
from extract.language.shapes import Shapes, shapes
from extract.text import fold
from extract.text import words as words_of

SCRIPTS = Path(__file__).parent.parent / "tables" / "scripts.toml"
LOOKED_AT = 2000  # letters; more changed no answer
FULL_PACK_MARGIN = 12.0  # how much likelier (in nats) another language must be than one with a full pack; measured on
# 8,000 sentences (en, hi, de): errors on those under 60 letters fall from 207 to 20 (en, hi) and rise from 121 to 153 (de)

# Of the languages within that margin the one whose pack reads most is taken. 760 own sentences of 17 languages, cut at 34
# letters: 14 errors with full packs alone preferred, none with news packs before basic ones too.
READ_BEST: tuple[Quality, ...] = ("full", "news")


def detect_language(text: str) -> str | None:
    """Detect the language of a text; None where it has no letters."""
    sample = _sample(text)
    scripts = script_counts(sample)
    script = main_script(scripts)
    if script is None:
        return None
    candidates = _languages(script, scripts)
    if len(candidates) == 1:
        return language_code(candidates[0])
    import py3langid  # noqa: PLC0415 - slow to load, and a language that is told needs no guess

    ranked: list[tuple[str, float]] = [(code, score) for code, score in py3langid.rank(sample) if code in candidates]
    if not ranked:
        return language_code(candidates[0]) if candidates else None
    likely = _told([code for code, score in ranked if score >= ranked[0][1] - FULL_PACK_MARGIN], sample)
    read = next((code for quality in READ_BEST for code in likely if language_code(code) in _packs_of(quality)), likely[0])
    return language_code(read)


def _told(likely: Sequence[str], sample: str) -> Sequence[str]:
    """Give those of some languages, the likeliest first, whose telling words stand most in a text; all where none does.

    Where the likeliest has no such words all are given too: words of a language far from it tell nothing.
    """
    telling = {code: words for code in likely if (words := _telling(code))}
    if len(likely) < 2 or likely[0] not in telling:
        return likely
    keys = [fold(sample[start:end]) for start, end in words_of(sample)]
    counts = {code: sum(key in words for key in keys) for code, words in telling.items()}
    most = max(counts.values())
    return [code for code in likely if counts.get(code) == most] if most else likely


def language_code(tag: str) -> str | None:
    """Reduce a language tag to the code of its pack: "en-US", "EN" and "eng" to "en"; None of an empty one."""
    primary = tag.strip().replace("_", "-").split("-")[0].lower()
    if not primary or primary in pack_codes():
        return primary or None
    alias = _table()["aliases"].get(primary) or get_global("language_aliases").get(primary, primary)
    return str(alias).split("_")[0]


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
def _telling(code: str) -> Shapes | None:
    listed = _table()["telling"].get(code)
    return shapes(listed) if listed else None


@cache
def _packs_of(quality: Quality) -> frozenset[str]:
    return frozenset(code for code in pack_codes() if load_pack(code).quality == quality)


@cache
def _table() -> Mapping[str, Any]:
    try:
        table = tomllib.loads(SCRIPTS.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TableError(f"tables/scripts.toml: {error}; expected TOML in UTF-8") from error
    for key in ("scripts", "decisive", "encodings", "aliases", "telling"):
        if key not in table:
            raise TableError(f"tables/scripts.toml: {key} is missing")
    return table
