"""How one language writes numbers in words, and what figures of news count: [figures] of linking.toml, tables/units.toml."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from extract.errors import LanguagePackError, TableError
from extract.kinds import kinds
from extract.language import load_pack, spelled_out
from extract.language.linking import neutral_key
from extract.language.numerals import KINDS, Reader, reader
from extract.phrases import PhraseIndex, phrase_index
from extract.text import fold, folded, words

UNITS = Path(__file__).parent.parent / "tables" / "units.toml"
_BOUNDS = ("more", "less", "nearly", "about")
EXACT = "exact"  # words that are no bound though they hold one: "अब तक", until now

TENS = frozenset(range(10, 100, 10))

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Number words of one language, folded."""

    values: Mapping[str, float]  # "seven" → 7; tens too
    tens: frozenset[str]  # words after which a digit is added: "twenty five"
    multipliers: Mapping[str, float]
    vague: Mapping[str, tuple[float, float]]  # "dozens" → least and most
    half: frozenset[Phrase]  # "a half" in "two and a half"
    bounds: Mapping[Phrase, str]  # ("at", "least") → "more"
    ones: frozenset[str]  # "a" in "a thousand"
    joins: frozenset[str]  # words that end what a number counts
    starts: frozenset[str]  # words, not digits, with which a number may begin
    joining: frozenset[str] = frozenset()  # counters that are one with the "and" behind them: "명과"
    ordinals: frozenset[str] = frozenset()  # behind digits and a hyphen: "12-й"
    parts: frozenset[str] = frozenset()  # "of": what follows is the whole of which the number counts a part
    decimal: str = "."  # the sign before decimals; with a comma a dot parts thousands
    accents_kept: bool = False  # the keys of words keep their accents
    phrases: Mapping[Phrase, float] = field(default_factory=dict)  # numbers of several words: ("dix", "sept") → 17
    tens_joins: frozenset[str] = frozenset()  # between a ten and its unit: "y" in "treinta y cinco"
    joined: str = ""  # the same, written as one with the ten or whatever follows: "و" in "خمسة وثلاثون"
    teens: frozenset[str] = frozenset()  # add ten to the unit before: "belas"
    glued: Reader | None = None  # reads numbers that are written as one word
    people: frozenset[str] = frozenset()  # words for people, besides those of the concepts
    aboard: PhraseIndex[bool] = field(default_factory=PhraseIndex)  # beside the people in a vehicle: "on board"
    tolls: PhraseIndex[str] = field(default_factory=PhraseIndex)  # before the number of those of a unit: "death toll" → "killed"
    again: PhraseIndex[bool] = field(default_factory=PhraseIndex)  # beside a bare number that counts anew: "the clinic counts 15"
    claims: PhraseIndex[bool] = field(default_factory=PhraseIndex)  # told of one figure against another: "the true toll"
    names: PhraseIndex[str] = field(default_factory=PhraseIndex)  # for what is counted, with its concept: "lost their lives"
    nobody: PhraseIndex[bool] = field(default_factory=PhraseIndex)  # a number that counts none: "no one"
    among: PhraseIndex[bool] = field(default_factory=PhraseIndex)  # before a number that is a part of another: "among them"
    among_behind: PhraseIndex[bool] = field(default_factory=PhraseIndex)  # the same behind it: "समेत"
    alone: PhraseIndex[bool] = field(default_factory=PhraseIndex)  # one person, who is counted with others: "a woman"
    persons: frozenset[str] = frozenset()  # nouns with which "a" is a count: "eine Person"
    before_people: Mapping[str, float] = field(default_factory=dict)  # words that are numbers before people only: "năm"
    them: PhraseIndex[bool] = field(default_factory=PhraseIndex)  # behind a number, those who were told before: "12 of them"
    counters: frozenset[str] = frozenset()  # between a number and its noun, or behind it: "12棟"
    noun_first: bool = False  # the noun stands before the number that a counter follows: "住宅12棟"
    duals: Mapping[str, str] = field(default_factory=dict)  # nouns that count two by themselves, with their concept
    between: frozenset[Phrase] = frozenset()  # before the first of two numbers that "and" joins to one: "between 10 and 12"
    ranges: frozenset[Phrase] = frozenset()  # between the least and the most: "10 to 12"
    rises: frozenset[Phrase] = frozenset()  # between what a number was and what it is now: "von 12 auf 15"
    changes: tuple[str, ...] = ()  # letters of words that tell such a change where a range is told alike: "rose from 12 to 15"
    police: frozenset[str] = frozenset()  # letters with which the words for those begin who count a crowd: the police
    organisers: frozenset[str] = frozenset()  # and those who called it together
    letters: frozenset[str] = field(init=False)  # that each write a number, as in Chinese: "十"
    tails: frozenset[str] = field(init=False)  # bounds of one letter right behind a number: "多"

    def __post_init__(self) -> None:
        words_told = (*self.values, *self.multipliers)
        object.__setattr__(self, "letters", frozenset(word for word in words_told if len(word) == 1 and not word.isascii()))
        told = (phrase[0] for phrase in self.bounds if len(phrase) == 1)
        object.__setattr__(self, "tails", frozenset(word for word in told if len(word) == 1 and not word.isascii()))

    def keys(self, text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
        """Fold the words of a text that stand at spans, as the number words are folded."""
        return folded((text[start:end] for start, end in spans), accents=self.accents_kept)

    def counts(self, word: str) -> bool:
        """Tell whether a word is a number, or a vague one."""
        return word[:1].isdigit() or word in self.values or word in self.vague

    def value(self, word: str) -> float | None:
        """Give what a number word counts; None for another word."""
        found = self.values.get(word)
        return self.glued(word) if found is None and self.glued is not None else found


@dataclass(frozen=True, slots=True)
class Units:
    """What figures count, by concept."""

    states: Mapping[str, str]  # concept → unit: "kill" → "killed"
    measures: Mapping[str, tuple[str, float]]  # concept → unit and factor
    things: Mapping[str, str]
    kinds: Mapping[str, str]  # kind of event → unit of the people counted beside its trigger
    not_counted: frozenset[str]  # concepts before which a number is an age, a date or a time
    scales: frozenset[str]  # concepts of measures that stand before their number
    signs: Mapping[str, str]  # sign of a currency before its number → unit


@cache
def figure_words(code: str) -> FigureWords | None:
    """Read and check the number words of one language; None where it lists none.

    Raises
    ------
    LanguagePackError
        A list is missing or a value is no number.
    """
    pack = load_pack(code)
    table = pack.table("linking").get("figures")
    if table is None:
        return None
    table = spelled_out(table) if pack.accents_kept else table
    try:
        return _read(table, accents_kept=pack.accents_kept)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LanguagePackError(
            f"{code}/linking.toml: figures: {error!r}; expected digits, tens, half, multipliers, vague, bounds and known units"
        ) from error


def _read(table: Mapping[str, Any], *, accents_kept: bool) -> FigureWords:
    def listed(name: str) -> frozenset[str]:
        return frozenset(map(fold, table.get(name, ())))

    def index(name: str) -> PhraseIndex[bool]:
        return phrase_index((text, True) for text in table.get(name, ()))

    crowds = table.get("crowds", {})
    return replace(
        _numerals(table, accents_kept=accents_kept),
        joins=listed("joins"),
        joining=listed("joining"),
        ordinals=listed("ordinals"),
        parts=listed("parts"),
        people=listed("people"),
        counters=listed("counters"),
        noun_first=bool(table.get("noun_first")),
        aboard=index("aboard"),
        tolls=phrase_index((text, unit) for unit, told in table.get("tolls", {}).items() for text in told),
        names=phrase_index(_names(table)),
        again=index("again"),
        claims=index("claims"),
        among=index("among"),
        among_behind=index("among_behind"),
        alone=index("alone"),
        nobody=index("nobody"),
        them=index("them"),
        changes=tuple(fold(text) for text in table.get("changes", ())),
        police=frozenset(crowds.get("police", ())),
        organisers=frozenset(crowds.get("organisers", ())),
    )


def _numerals(table: Mapping[str, Any], *, accents_kept: bool) -> FigureWords:
    def phrases_of(name: str) -> frozenset[Phrase]:
        return frozenset(map(_phrase, table.get(name, ())))

    articles, persons, tens_joins, teens = (
        frozenset(map(fold, table.get(name, ()))) for name in ("articles", "persons", "tens_joins", "teens")
    )
    ones = articles.union(map(fold, table.get("ones", ())))
    duals = {fold(word): neutral_key(key) for key, listed in table.get("duals", {}).items() for word in listed}
    all_values, tens = _values(table)
    values = {word: value for word, value in {**all_values, **dict.fromkeys(duals, 2.0)}.items() if word not in articles}
    multipliers = {fold(word): float(value) for word, value in table["multipliers"].items()}
    before_people = _numbers(table, "before_people")
    vague = {fold(word): (float(least), float(most)) for word, (least, most) in table["vague"].items()}
    bounds = {_phrase(text): name for name in _BOUNDS for text in table[name]}
    bounds |= {_phrase(text): EXACT for text in table.get(EXACT, ())}
    phrases = {_phrase(text): float(value) for text, value in table.get("phrases", {}).items()}
    starts = ones.union(values, before_people, multipliers, vague, (phrase[0] for phrase in phrases))
    return FigureWords(
        values, frozenset(tens), multipliers, vague, phrases_of("half"), bounds, ones, frozenset(), starts,
        decimal=table.get("decimal", "."),
        accents_kept=accents_kept,
        phrases=phrases,
        tens_joins=tens_joins,
        joined=table.get("joined", ""),
        teens=teens,
        glued=_glued(table, all_values, tens, multipliers),
        persons=persons,
        before_people=before_people,
        duals=duals,
        between=phrases_of("between"),
        ranges=phrases_of("ranges"),
        rises=phrases_of("rises"),
    )  # fmt: skip


def _values(table: Mapping[str, Any]) -> tuple[dict[str, float], list[str]]:
    """Give the value of each number word, and the tens behind which a digit is added."""
    tens = [fold(word) for word in table["tens"].split()]
    values = {fold(word): float(value) for value, word in enumerate(table["digits"].split())}
    values |= {word: 10.0 * (number + 2) for number, word in enumerate(tens)}
    more_words = _numbers(table, "words")
    values |= {word: value for word, value in more_words.items() if word not in values}
    return values, tens + [word for word, value in more_words.items() if value in TENS]


def _numbers(table: Mapping[str, Any], name: str) -> dict[str, float]:
    return {fold(word): float(value) for word, value in table.get(name, {}).items()}


def _names(table: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Give the words and phrases that tell what is counted, each with a concept of its unit; those that tell nothing with ""."""
    concepts = {unit: word for word, unit in reversed([*units().states.items()])} | {"nothing": ""}
    listed = [(text, concepts[unit]) for unit, told in table.get("states", {}).items() for text in told]
    listed += [(text, _concept_of(thing)) for thing, told in table.get("things", {}).items() for text in told]
    return [*((text, neutral_key("people")) for text in table.get("them", ())), *listed]


def _concept_of(thing: str) -> str:
    """Give a concept of a thing or a measure by its unit: "vehicle" → that of cars."""
    return next((word for word, unit in units().things.items() if unit == thing), neutral_key(thing))


def _glued(
    table: Mapping[str, Any], values: Mapping[str, float], tens: Sequence[str], scales: Mapping[str, float]
) -> Reader | None:
    told = table.get("glued")
    if told is None:
        return None
    if told.get("order") not in KINDS:
        raise ValueError(f"glued.order is {told.get('order')!r}; expected one of {', '.join(KINDS)}")
    own = {fold(word): float(value) for word, value in told.get("values", {}).items()}  # "ein" in "einundzwanzig"
    known = {word: scales[word] for word in map(fold, told["scales"])}
    return reader(told["order"], fold(told.get("glue", "")), {**values, **own}, tens, known)


@cache
def units() -> Units:
    """Read and check ``tables/units.toml``.

    Raises
    ------
    TableError
        A unit lists no concepts, or a factor is no number.
    """
    table = tomllib.loads(UNITS.read_text(encoding="utf-8"))
    try:
        states, things = (_units_of(table[part]) for part in ("states", "things"))
        rows = ((word, unit, factor) for unit, listed in table["measures"].items() for word, factor in listed.items())
        measures = {neutral_key(word): (unit, float(factor)) for word, unit, factor in rows}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise TableError(f"units.toml: {error!r}; expected [states], [measures] and [things]") from error
    not_counted, scales = (frozenset(map(neutral_key, table[name])) for name in ("not_counted", "scales"))
    if unknown := sorted(scales - measures.keys()):
        raise TableError(f"units.toml: scales lists {unknown[0]!r}; expected a concept of [measures]")
    signs = {sign: unit for unit, listed in table["signs"].items() for sign in listed}
    return Units(states, measures, things, _told_by_kinds(table), not_counted, scales, signs)


def _told_by_kinds(table: Mapping[str, Any]) -> dict[str, str]:
    listed = {kind: unit for unit, names in table["kinds"].items() for kind in names}
    if unknown := sorted(set(listed) - set(kinds())):
        raise TableError(f"units.toml: [kinds] lists {unknown[0]!r}; expected a kind of kinds.toml")
    return listed


def _units_of(listed: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {neutral_key(word): unit for unit, words_told in listed.items() for word in words_told}


def _phrase(text: str) -> Phrase:
    return tuple(fold(text[start:end]) for start, end in words(text))
