"""Accents that tell what has been from what is or will be: "a débuté", "est entré en", where the cues are "débute", "entre en".

Words are compared without accents; a word that bears one where every cue of the same letters has none is no cue.
"""

from collections.abc import Mapping
from functools import lru_cache

from extract.anchoring.overriding import key_in
from extract.language.dates import Tense


def is_accented(key: str, written: str, tense: Tense) -> bool:
    """Tell whether words bear an accent where each cue of the same letters has none: "débuté" is no "débute"."""
    cues = () if written.isascii() else _spellings(tense).get(key, ())
    told = written.casefold()
    return bool(cues) and all(len(cue) == len(told) and any(map(_has_more, told, cue)) for cue in cues)


def _has_more(letter: str, other: str) -> bool:
    return other.isascii() and not letter.isascii()


@lru_cache(maxsize=300)
def _spellings(tense: Tense) -> Mapping[str, tuple[str, ...]]:
    """Sort the cues by what folding leaves of them."""
    found: dict[str, tuple[str, ...]] = {}
    for cue in tense.written:
        key = " ".join(key_in(word, tense) for word in cue.split())
        found[key] = (*found.get(key, ()), cue)
    return found
