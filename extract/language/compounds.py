"""Nouns that take part without a name, told by their last letters where languages join words: "*polizei", "*polisen".

In goes a row of ``common_nouns`` with a star, out comes what a word that ends so means: the Bereitschaftspolizei is a police.
"""

from collections.abc import Iterable

from extract.language.shapes import MOST_KNOWN
from extract.text import Remembered

FEWEST_BEFORE = 2  # letters that a word keeps before the end of a noun
Meant = tuple[str, str]  # whom a noun means, and its case
Compounds = Remembered[Meant | None]


def compounds(ends: Iterable[tuple[str, Meant]], exact: Iterable[str]) -> Compounds | None:
    """Make the look-up of folded words that end as a noun does; the longest end counts, and no word that is listed itself."""
    sought = sorted(ends, key=lambda end: -len(end[0]))
    if not sought:
        return None
    listed, every = frozenset(exact), tuple(end for end, _ in sought)

    def meant(word: str) -> Meant | None:
        if not word.endswith(every) or word in listed:
            return None
        return next((means for end, means in sought if word.endswith(end) and len(word) >= len(end) + FEWEST_BEFORE), None)

    return Remembered(meant, MOST_KNOWN)
