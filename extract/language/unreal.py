"""The pack's view of words that only sound like an event: ``unreal.toml``, empty for a language that has none."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extract.errors import LanguagePackError
from extract.language import LanguagePack
from extract.language.shapes import Shapes, shapes
from extract.phrases import PhraseIndex, phrase_index
from extract.text import fold

SHAPES = ("matter", "works", "prices", "qualified", "streets")
PHRASES = ("general", "defining")
LINKS = "links"


@dataclass(frozen=True, slots=True)
class UnrealRules:
    """What makes a figure of speech, a title or a rule of words for events; all words are folded."""

    matter: Shapes  # of what no storm and no attack is: "a storm of laughter", "the team's attack"
    works: Shapes  # beside a title in quotation marks: "the film 'The Explosion'"
    prices: Shapes  # fall and explode without harm to anybody: "shares crashed"
    qualified: Shapes  # right before a noun they take it as a mere modifier: "fondo de huelga"
    streets: Shapes  # bear the names of events, with a capital: "rue de la Révolte"
    general: PhraseIndex[str]  # what stands behind them in their sentence is told of nobody: "anyone who steals a bicycle"
    defining: PhraseIndex[str]  # right behind a noun they say what it is: "an earthquake is a"
    links: frozenset[str]  # between a noun and its matter: "of"; none where it stands right beside


def unreal_rules(pack: LanguagePack) -> UnrealRules:
    """Read ``unreal.toml`` of a pack.

    Raises
    ------
    LanguagePackError
        A key is unknown or holds something else than a list of words.
    """
    table = pack.table("unreal")
    known = (*SHAPES, *PHRASES, LINKS)
    if unknown := sorted(set(table) - set(known)):
        raise LanguagePackError(f"{pack.code}/unreal.toml: {unknown[0]} is not a key; expected one of {', '.join(sorted(known))}")
    words = {key: _words(pack, table, key) for key in known}
    lists: dict[str, Any] = {key: shapes(words[key]) for key in SHAPES}
    lists |= {key: phrase_index((phrase, phrase) for phrase in words[key]) for key in PHRASES}
    return UnrealRules(**lists, links=frozenset(map(fold, words[LINKS])))


def _words(pack: LanguagePack, table: Mapping[str, Any], key: str) -> list[str]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise LanguagePackError(f"{pack.code}/unreal.toml: {key} is {value!r}; expected a list of words")
    return value
