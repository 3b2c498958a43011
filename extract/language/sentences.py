"""The pack's view of sentence ends: ``tables/sentences.toml`` for any language, with ``sentences.toml`` of the pack added."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extract.errors import LanguagePackError, TableError
from extract.language import LanguagePack
from extract.text import fold

DEFAULTS = Path(__file__).parent.parent / "tables" / "sentences.toml"
WORD_LISTS = ("before_name", "before_number", "anywhere", "starters")
CHARACTERS = ("strong", "weak", "closers")


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """How sentences end in one language; words are folded."""

    end: re.Pattern[str]  # terminators with what closes behind them
    strong: frozenset[str]
    closers: frozenset[str]
    before_name: frozenset[str]
    before_number: frozenset[str]
    anywhere: frozenset[str]
    starters: frozenset[str]
    ordinal_full_stop: bool
    heading_words: int


@cache
def sentence_rules(pack: LanguagePack) -> SentenceRules:
    """Read the rules of one language.

    Raises
    ------
    LanguagePackError
        A key of the pack's table is unknown or of the wrong type.
    TableError
        ``tables/sentences.toml`` is missing or malformed.
    """
    base, own = _defaults(), pack.table("sentences")
    for key, value in own.items():
        if key not in base or type(value) is not type(base[key]):
            found = f"{key} is {value!r}"
            raise LanguagePackError(
                f"{pack.code}/sentences.toml: {found}; expected one of the keys and types of tables/sentences.toml"
            )
    words = {key: frozenset(fold(word) for word in [*base[key], *own.get(key, [])]) for key in WORD_LISTS}
    signs = {key: base[key] + own.get(key, "") for key in CHARACTERS}
    return SentenceRules(
        end=_end_pattern(signs),
        strong=frozenset(signs["strong"]),
        closers=frozenset(signs["closers"]),
        ordinal_full_stop=own.get("ordinal_full_stop", base["ordinal_full_stop"]),
        heading_words=own.get("heading_words", base["heading_words"]),
        **words,
    )


def _end_pattern(signs: Mapping[str, str]) -> re.Pattern[str]:
    weak, strong, closers = (re.escape(signs[key]) for key in ("weak", "strong", "closers"))
    # The first sign stands alone: a pattern that begins with a set of characters is sought at the speed of a search for one.
    run = rf"[{weak}{strong}](?:(?<=[{weak}])[{weak}]*|(?<=[{strong}])[{strong}]*)"
    return re.compile(rf"{run}[{closers}]*(?:\[\d{{1,3}}\])*")


@cache
def _defaults() -> Mapping[str, Any]:
    try:
        table = tomllib.loads(DEFAULTS.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TableError(f"tables/sentences.toml: {error}; expected TOML in UTF-8") from error
    for key in (*WORD_LISTS, *CHARACTERS, "ordinal_full_stop", "heading_words"):
        if key not in table:
            raise TableError(f"tables/sentences.toml: {key} is missing")
    return table
