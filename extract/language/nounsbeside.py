"""The plain nouns of ``participants.toml`` that tell what a name beside them is: a thing, a body, a land's forces."""

import re
from collections.abc import Mapping
from typing import Any

from extract.errors import LanguagePackError
from extract.language import LanguagePack
from extract.language.beside import NounsBeside
from extract.text import fold

# a star stands for any letters: "*schiff", "паром*"
STARRED = ("things_before", "things_behind", "bodies_before", "body_pairs", "state_nouns", "joined_nouns", "day_words", "called_so")
STAR = "*"  # before the last letters of a title or of a noun that acts without a name: "*sprecher", "*polizei"


def nouns_beside(pack: LanguagePack, table: Mapping[str, Any]) -> NounsBeside:
    """Read the nouns of a pack's table as patterns."""
    before, behind, bodies, pairs, state, joined, days, called = (_pattern(pack, table, key) for key in STARRED)
    quoted = bool(table.get("named_in_quotes", False))
    return NounsBeside(before, behind, bodies, pairs, state, joined, days, called, quoted)


def _pattern(pack: LanguagePack, table: Mapping[str, Any], key: str) -> re.Pattern[str] | None:
    words = [re.escape(fold(word)).replace(r"\*", r"\w*") for word in words_of(pack, table, key)]
    return re.compile("|".join(words)) if words else None


def words_of(pack: LanguagePack, table: Mapping[str, Any], key: str) -> list[str]:
    """Give the words under a key; a LanguagePackError tells of what is no list of words."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise LanguagePackError(f"{pack.code}/participants.toml: {key} is {value!r}; expected a list of words")
    return value
