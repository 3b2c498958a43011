"""Tables of phrases, found in a row of folded words by their first word: no loop over the table."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from extract.text import WORD, fold

Value = TypeVar("Value")
_JOINTS = frozenset("-'’‑")


class Found(NamedTuple, Generic[Value]):
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
        alone, longer = index[keys[at]]
        last, values = at + 1, alone[:1]
        following = keys[last] if last < len(keys) else ""
        if following in longer or (longer and following in _JOINTS):  # most first words are of no phrase here
            last, values = _longest(keys, at, longer) or (last, values)
        for value in values:
            found.append(Found(at, last, value))
    return found


def _longest(keys: Sequence[str], at: int, longer: Longer[Value]) -> tuple[int, tuple[Value, ...]] | None:
    """Give the token behind the longest phrase of more words that begins at a token, and its value; None where there is none."""
    at = _next(keys, at)
    for rest, value in longer.get(keys[at], ()) if at < len(keys) else ():
        last = at
        for part in rest:
            last = _next(keys, last)
            if last >= len(keys) or keys[last] != part:
                break
        else:
            return last + 1, (value,)
    return None


def _next(keys: Sequence[str], at: int) -> int:
    """Give the next token of a phrase: a hyphen or an apostrophe may stand between two words."""
    return at + 2 if at + 1 < len(keys) and keys[at + 1] in _JOINTS else at + 1
