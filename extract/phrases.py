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
PhraseIndex = Mapping[str, Begun[Value]]


class Finder(Protocol):
    """Gives the phrases of a table in one row of words."""

    def __call__(self, index: PhraseIndex[Value], /) -> list[Found[Value]]:
        """Find all phrases of a table, the longest at each token, in order."""


class Joined(NamedTuple):
    """What several tables have of phrases that begin with one word, by the numbers of the tables."""

    tables: tuple[tuple[int, Begun[Any]], ...]
    alone: tuple[tuple[int, Any], ...]  # the value of that word alone
    seconds: frozenset[str]  # words with which a longer phrase goes on


class PhraseTables:
    """Several tables whose phrases one walk over a row of words finds; each is known again by its identity."""

    def __init__(self, tables: Iterable[PhraseIndex[Any]]) -> None:
        """Join the tables by the first words of their phrases."""
        self.tables = {id(table): table for table in tables}
        begun_by: dict[str, list[tuple[int, Begun[Any]]]] = {}
        for number, table in self.tables.items():
            for first, begun in table.items():
                begun_by.setdefault(first, []).append((number, begun))
        self.begun = {first: _joined(begun) for first, begun in begun_by.items()}


def _joined(begun: Sequence[tuple[int, Begun[Any]]]) -> Joined:
    alone = tuple((number, one.alone[0]) for number, one in begun if one.alone)
    return Joined(tuple(begun), alone, frozenset(second for _, one in begun for second in one.longer))


class Walk:
    """The phrases of several tables in one row of folded words: a Finder that has found most of what it is asked for."""

    __slots__ = ("_found", "_keys", "_tables")

    def __init__(self, keys: Sequence[str], tables: PhraseTables) -> None:
        """Walk over the words once."""
        self._keys, self._tables = keys, tables.tables
        self._found = found = dict[int, list[Found[Any]]]()
        begun_by, last = tables.begun, len(keys) - 1
        for at, (begun, alone, seconds) in [(at, begun) for at, begun in enumerate(map(begun_by.get, keys)) if begun]:
            following = keys[at + 1] if at < last else ""
            if following in seconds or following in _STEPS:  # most first words are of no longer phrase here
                for number, table in begun:
                    if (one := _found_at(keys, at, table)) is not None:
                        found.setdefault(number, []).append(one)
            else:
                for number, value in alone:
                    found.setdefault(number, []).append(Found(at, at + 1, value))

    def __call__(self, index: PhraseIndex[Value], /) -> list[Found[Value]]:
        """Give the phrases of a table, those of one that was not among the tables too."""
        number = id(index)
        if (found := self._found.get(number)) is not None:
            return found
        return [] if number in self._tables else find_phrases(self._keys, index)


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
    return {first: Begun(tuple(alone.get(first, ())), longer.get(first, {})) for first in {**alone, **longer}}


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
