"""Which scripts a text is written in."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache


def script_counts(text: str) -> Counter[str]:
    """Count the letters of each script; a script is the first word of its letters' Unicode names: "DEVANAGARI", "CJK"."""
    counts: Counter[str] = Counter()
    for char, times in Counter(text).items():
        if char.isalpha():
            counts[_script(char)] += times
    return counts


def main_script(counts: Mapping[str, int]) -> str | None:
    """Name the script of most letters; of several, the first by name; None without letters."""
    return min(counts, key=lambda script: (-counts[script], script)) if counts else None


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split(" ")[0].split("-")[0]
