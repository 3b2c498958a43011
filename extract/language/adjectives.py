"""Adjectives of towns with the nouns that they stand before: "krakowski sąd", "w krakowskim sądzie" → names of Kraków."""

from collections.abc import Mapping
from typing import Any

from extract.errors import LanguagePackError
from extract.gazetteer.naming import name_key
from extract.language import LanguagePack


def town_phrases(pack: LanguagePack, table: Mapping[str, Any]) -> dict[str, str]:
    """Join each adjective of ``[adjectives]``, by its endings, with the nouns of ``[adjective_nouns]`` that agree with it.

    Raises
    ------
    LanguagePackError
        A stem has no code, or an ending no list of nouns.
    """
    stems, endings = table.get("adjectives", {}), table.get("adjective_nouns", {})
    for stem, code in stems.items():
        if not isinstance(code, str) or not code:
            raise LanguagePackError(f"{pack.code}/places.toml: adjectives.{stem} is {code!r}; expected the code of a town")
    for ending, nouns in endings.items():
        if not isinstance(nouns, list) or not all(isinstance(noun, str) and noun for noun in nouns):
            raise LanguagePackError(f"{pack.code}/places.toml: adjective_nouns.{ending} is {nouns!r}; expected a list of nouns")
    keys = {ending: [name_key(noun) for noun in nouns] for ending, nouns in endings.items()}
    return {
        f"{name_key(stem + ending)} {noun}": code
        for stem, code in stems.items()
        for ending, nouns in keys.items()
        for noun in nouns
    }
