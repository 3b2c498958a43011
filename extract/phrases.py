"""Tables of phrases, found in a row of folded words by their first word: no loop over the table."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from extract.models.record import Record
from extract.text import WORD, fold

Value = TypeVar("Value")
_JOINTS = frozenset("-'’‑")
_STEPS = _JOINTS | {"."}  # a dot too, behind an initial: "U.N."


class Found(Record, Generic[Value], frozen=True):
    """Tokens [first, last) that a phrase covers, and what the table says of it."""

    first: int
    last: int
    value: Value


class Begun(NamedTuple, Generic[Value]):
    """The phrases that begin with one word."""

    alone: tuple[Value, ...]  # of that word alone
    longer: "Longer[Value]"


Longer = Mapping[str, list[tuple[tuple[str, ...], Value]]]  # second word → further words and value, the longest first


class PhraseIndex(dict[str, Begun[Value]], Generic[Value]):
    """A table of phrases by their first words; it is known again by its identity."""

    __hash__ = object.__hash__  # type: ignore[assignment]  # tables do not change once they are made


class Finder(Protocol):
    """Gives the phrases of a table in one row of words."""

    def __call__(self, index: PhraseIndex[Value], /) -> Sequence[Found[Value]]:
        """Find all phrases of a table, the longest at each token, in order."""


class Joined(NamedTuple):
    """What several tables have of phrases that begin with one word."""

    tables: tuple[tuple[PhraseIndex[Any], Begun[Any]], ...]
    alone: tuple[tuple[PhraseIndex[Any], Any], ...]  # the value of that word alone
    seconds: frozenset[str]  # words with which a longer phrase goes on


class PhraseTables:
    """Several tables whose phrases one walk over a row of words finds."""

    def __init__(self, tables: Iterable[PhraseIndex[Any]]) -> None:
        """Join the tables by the first words of their phrases."""
        self.found_none: dict[PhraseIndex[Any], Sequence[Found[Any]]] = dict.fromkeys(tables, ())
        begun_by: dict[str, list[tuple[PhraseIndex[Any], Begun[Any]]]] = {}
        for table in self.found_none:
            for first, begun in table.items():
                begun_by.setdefault(first, []).append((table, begun))
        self.begun = {first: _joined(begun) for first, begun in begun_by.items()}


def _joined(begun: Sequence[tuple[PhraseIndex[Any], Begun[Any]]]) -> Joined:
    alone = tuple((table, one.alone[0]) for table, one in begun if one.alone)
    return Joined(tuple(begun), alone, frozenset(second for _, one in begun for second in one.longer))


class _Answers(dict[PhraseIndex[Any], Sequence[Found[Any]]]):
    """What each table has in one row of words; a table that is not among those joined is looked through when it is asked for."""

    __slots__ = ("words",)
    words: Sequence[str]

    def __missing__(self, index: PhraseIndex[Any]) -> Sequence[Found[Any]]:
        found = self[index] = find_phrases(self.words, index)
        return found


def finder(keys: Sequence[str], tables: PhraseTables) -> Finder:
    """Walk over a row of folded words once, and give a Finder that has found most of what it is asked for.

    Every event of a sentence asks for a dozen tables, nearly all of which have nothing in it: a look-up that no Python runs.
    """
    answers = _Answers(tables.found_none)
    answers.words = keys
    begun_by, last = tables.begun, len(keys) - 1
    for at, (begun, alone, seconds) in [(at, begun) for at, begun in enumerate(map(begun_by.get, keys)) if begun]:
        following = keys[at + 1] if at < last else ""
        if following in seconds or following in _STEPS:  # most first words are of no longer phrase here
            told = [(table, one) for table, phrases in begun if (one := _found_at(keys, at, phrases)) is not None]
        else:
            told = [(table, Found(at, at + 1, value)) for table, value in alone]
        for table, one in told:
            answers[table] = [*answers[table], one]
    return answers.__getitem__


def phrase_index(phrases: Iterable[tuple[str, Value]]) -> PhraseIndex[Value]:
    """Index phrases by their first two folded words. A phrase is split as text is; of equals, the first in the table counts."""
    alone: dict[str, list[Value]] = {}
    longer: dict[str, dict[str, list[tuple[tuple[str, ...], Value]]]] = {}
    for phrase, value in phrases:
        first, *rest = phrase_keys(phrase) or ("",)
        if rest:
            longer.setdefault(first, {}).setdefault(rest[0], []).append((tuple(rest[1:]), value))
        elif first:
            alone.setdefault(first, []).append(value)
    for found in longer.values():
        for entries in found.values():
            entries.sort(key=lambda entry: -len(entry[0]))
    return PhraseIndex({first: Begun(tuple(alone.get(first, ())), longer.get(first, {})) for first in {**alone, **longer}})


def phrase_keys(phrase: str) -> tuple[str, ...]:
    """Split a phrase of a table into folded words, as a text is split."""
    return tuple(map(fold, WORD.findall(phrase)))


def find_phrases(keys: Sequence[str], index: PhraseIndex[Value]) -> list[Found[Value]]:
    """Find all phrases in folded tokens, the longest at each token, in order."""
    found: list[Found[Value]] = []
    if index.keys().isdisjoint(keys):  # most sentences hold no phrase of most tables
        return found
    for at in [at for at, key in enumerate(keys) if key in index]:
        if (one := _found_at(keys, at, index[keys[at]])) is not None:
            found.append(one)
    return found


def _found_at(keys: Sequence[str], at: int, begun: Begun[Value]) -> Found[Value] | None:
    """Find the longest of the phrases that begin with the word at a token."""
    alone, longer = begun
    if longer:
        following = keys[at + 1] if at + 1 < len(keys) else ""
        if following in longer or following in _STEPS:  # most first words are of no phrase here
            one = _longest(keys, at, longer)
            if one is not None:
                return one
    return Found(at, at + 1, alone[0]) if alone else None


def _longest(keys: Sequence[str], first: int, longer: Longer[Value]) -> Found[Value] | None:
    """Find the longest phrase of more words that begins at a token."""
    at = _next(keys, first)
    for rest, value in longer.get(keys[at], ()) if at < len(keys) else ():
        last = at
        for part in rest:
            last = _next(keys, last)
            if last >= len(keys) or keys[last] != part:
                break
        else:
            return Found(first, last + 1, value)
    return None


def _next(keys: Sequence[str], at: int) -> int:
    """Give the next token of a phrase: a hyphen or an apostrophe may stand between two words, a dot behind an initial."""
    following = keys[at + 1] if at + 1 < len(keys) else ""
    joined = following in _JOINTS or (following == "." and len(keys[at]) == 1)
    return at + 2 if joined else at + 1
