"""Tables of phrases, found in a row of folded words by their first word: no loop over the table."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from extract.text import fold, words

Value = TypeVar("Value")
_JOINTS = frozenset("-'’‑")


class Found(NamedTuple, Generic[Value]):
    """Tokens [first, last) that a phrase covers, and what the table says of it."""

    first: int
    last: int
    value: Value


PhraseIndex = Mapping[str, Sequence[tuple[tuple[str, ...], Value]]]


def phrase_index(phrases: Iterable[tuple[str, Value]]) -> PhraseIndex[Value]:
    """Index phrases by their first folded word; longer phrases first. A phrase is split as text is."""
    index: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
    for phrase, value in phrases:
        keys = phrase_keys(phrase)
        if keys:
            index.setdefault(keys[0], []).append((keys[1:], value))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def phrase_keys(phrase: str) -> tuple[str, ...]:
    """Split a phrase of a table into folded words, as a text is split."""
    return tuple(fold(phrase[span.start : span.end]) for span in words(phrase))


def find_phrases(keys: Sequence[str], index: PhraseIndex[Value]) -> list[Found[Value]]:
    """Find all phrases in folded tokens, the longest at each token, in order."""
    found: list[Found[Value]] = []
    if index.keys().isdisjoint(keys):  # most sentences hold no phrase of most tables
        return found
    for at, key in enumerate(keys):
        if key not in index:
            continue
        following = keys[at + 1] if at + 1 < len(keys) else ""
        joint = following in _JOINTS
        for rest, value in index[key]:
            if rest and rest[0] != following and not joint:  # most fail here: no call for them
                continue
            last = _follow(keys, at, rest)
            if last:
                found.append(Found(at, last, value))
                break
    return found


def _follow(keys: Sequence[str], at: int, rest: Sequence[str]) -> int:
    """Give the token behind a phrase that begins at a token, or 0; a hyphen or an apostrophe may stand between two words."""
    for part in rest:
        at += 1
        if at < len(keys) and keys[at] in _JOINTS:
            at += 1
        if at >= len(keys) or keys[at] != part:
            return 0
    return at + 1
