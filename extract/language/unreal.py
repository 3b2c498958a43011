"""The pack's view of words that only sound like an event: ``unreal.toml``, empty for a language that has none."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extract.errors import LanguagePackError
from extract.language import LanguagePack
from extract.language.shapes import Shapes, shapes
from extract.phrases import PhraseIndex, phrase_index
from extract.text import fold

SHAPES = (
    "matter", "works", "prices", "qualified", "streets", "universal", "plots", "plot_marks", "talk", "stirring", "rivals", "hearts",
    "genus", "thoughts",
)  # fmt: skip
PHRASES = ("general", "defining", "whoever", "within", "faced", "drills", "arenas", "play", "waging", "criticised", "telling")
LINKS = ("links", "aims")
TENSE_WORDS = ("past", "perfect_finite")  # of the tables of dates: words that show that something happened


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
    genus: Shapes  # behind those, of what sort a thing is, whatever article it bears: "the strike is a right"
    whoever: PhraseIndex[str]  # open a clause about anybody, unless it tells of the past: "he who sows the wind"
    within: PhraseIndex[str]  # wherever they stand, a sentence without a past is a rule or advice: "is punishable by"
    faced: PhraseIndex[str]  # the same behind a relative clause: "drivers who cause a crash face up to ten years"
    universal: Shapes  # right before a noun, of all such things there may be: "every strike must be announced"
    drills: PhraseIndex[str]  # in a sentence about what is only practised: "a simulated crash"
    plots: Shapes  # parts of a work that a sentence begins with, to retell it: "in the third episode"
    plot_marks: Shapes  # stand before those; none where they bear their case themselves
    telling: PhraseIndex[str]  # behind or before a word for a work, what it is about: "the novel tells of a kidnapping"
    talk: Shapes  # what is said or decided, of which only figures make a storm
    stirring: Shapes  # with those, beside the noun: "the news was an earthquake", "triggered a storm"
    arenas: PhraseIndex[str]  # where no storm blows and no war is fought: "inside the party"
    rivals: Shapes  # those who wage no war of arms: "chefs", "supermarkets"
    waging: PhraseIndex[str]  # how they wage it: "at war"
    criticised: PhraseIndex[str]  # how somebody is attacked with words, for words: "under fire"
    hearts: Shapes  # what nobody robs or kidnaps but in figures: "stole her heart"
    play: PhraseIndex[str]  # what only games have: "in the second half", "the penalty area"
    past: Shapes  # forms of verbs that tell what was done, from the tables of dates
    past_said: frozenset[str]  # those of them that bear accents, as they are written: "été", not "à"
    past_written: tuple[str, ...]  # endings of those in small letters as they are written
    thoughts: Shapes  # what has no body to be struck: "killed the bill", "an attack on press freedom"
    aims: frozenset[str]  # between a noun and those, beside links: "on", "against"
    links: frozenset[str]  # between a noun and its matter: "of"; none where it stands right beside


def unreal_rules(pack: LanguagePack) -> UnrealRules:
    """Read ``unreal.toml`` of a pack.

    Raises
    ------
    LanguagePackError
        A key is unknown or holds something else than a list of words.
    """
    table = pack.table("unreal")
    known = (*SHAPES, *PHRASES, *LINKS)
    if unknown := sorted(set(table) - set(known)):
        raise LanguagePackError(f"{pack.code}/unreal.toml: {unknown[0]} is not a key; expected one of {', '.join(sorted(known))}")
    words = {key: _words(pack, table, key) for key in known}
    lists: dict[str, Any] = {key: shapes(words[key]) for key in SHAPES}
    lists |= {key: phrase_index((phrase, phrase) for phrase in words[key]) for key in PHRASES}
    lists |= {key: frozenset(map(fold, words[key])) for key in LINKS}
    return UnrealRules(**lists, **_past(pack))


def _past(pack: LanguagePack) -> dict[str, Any]:
    """Give the forms of verbs that tell what was done, of the tables of dates."""
    tense = {**pack.table("dates"), **pack.table("dates_own")}.get("tense", {})
    told = [word for key in TENSE_WORDS for word in tense.get(key, [])]
    ends = [f"*{ending}" for ending in tense.get("past_endings", [])]
    said, written = frozenset(map(str.casefold, told)), tuple(tense.get("past_written", []))
    return {"past": shapes(told + ends), "past_said": said, "past_written": written}


def _words(pack: LanguagePack, table: Mapping[str, Any], key: str) -> list[str]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise LanguagePackError(f"{pack.code}/unreal.toml: {key} is {value!r}; expected a list of words")
    return value
