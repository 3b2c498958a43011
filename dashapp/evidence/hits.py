"""Words that the reader seeks → the same words marked in a text, in any script and spelling (पुतिन marks Putin)."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from dash import html

from extract import SAME_NAME, fold, same_name

WORD = re.compile(r"[^\s.,;:!?\"'()\[\]{}«»“”‘’„…।—–/<>-]+")
SHORTEST = 2  # letters of a sought word that is marked: one letter stands everywhere


def with_hits(pieces: Sequence[Any], sought: str) -> list[Any]:
    """Mark the sought words in strings and in the text of marked words; without any, the pieces are given back."""
    words = tuple(word for word in fold(sought).split() if len(word) >= SHORTEST)
    if not words:
        return list(pieces)
    out: list[Any] = []
    for piece in pieces:
        if isinstance(piece, str):
            out += _cut(piece, words)
        else:
            piece.children = _cut(piece.children, words) if isinstance(piece.children, str) else piece.children
            out.append(piece)
    return out


def _cut(text: str, words: tuple[str, ...]) -> list[Any]:
    parts: list[Any] = []
    done = 0
    for found in WORD.finditer(text):
        if _sought(found.group(), words):
            parts += [text[done : found.start()], html.Span(found.group(), className="hit")]
            done = found.end()
    return [part for part in [*parts, text[done:]] if part != ""]


@lru_cache(maxsize=20_000)
def _sought(word: str, words: tuple[str, ...]) -> bool:
    """Tell whether a word bears a sought one, or is the same name in another script."""
    folded = fold(word)
    return any(one in folded or (one.isascii() != folded.isascii() and same_name(word, one) >= SAME_NAME) for one in words)
