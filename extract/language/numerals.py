"""Numbers written as one word: "fünfunddreißig", "vijfendertig", "trentacinque", "zweihundertfünfzig"."""

import re
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache

SHORTEST = 6  # letters; shorter ones are in the tables
KINDS = ("unit-ten", "ten-unit")  # which of the two comes first
HUNDRED = 100.0

Reader = Callable[[str], float | None]


def reader(kind: str, glue: str, values: Mapping[str, float], tens: Collection[str], scales: Mapping[str, float]) -> Reader:
    """Give what reads such a word of one language, folded; None for any other word.

    ``glue`` stands between a unit and its ten, where the unit comes first ("und"); where it comes last, the ten may have lost its
    last vowel ("ventuno"). ``scales`` are hundred, thousand and the like.
    """
    units = {word: value for word, value in values.items() if 0 < value < 10}
    glued = glue if kind == KINDS[0] else ""
    parts = {*values, *scales, *(word[:-1] for word in tens), *filter(None, [glued])}
    made_of = re.compile(f"(?:{'|'.join(sorted(map(re.escape, parts), key=lambda part: (-len(part), part)))})+")

    def small(word: str) -> float | None:
        """Read a number below a hundred."""
        if word in values:
            return values[word]
        for ten in tens:
            if kind == KINDS[0] and word.endswith(ten) and word[: -len(ten)].endswith(glue):
                unit = word[: -len(ten) - len(glue)]
            elif kind == KINDS[1] and word.startswith(ten):
                unit = word[len(ten) :]
            elif kind == KINDS[1] and word.startswith(ten[:-1]) and word[len(ten) - 1 : len(ten)] in "uo":
                unit = word[len(ten) - 1 :]
            else:
                continue
            if unit in units:
                return values[ten] + units[unit]
        return None

    def whole(word: str) -> float | None:
        for scale in sorted(scales, key=lambda one: (-scales[one], -len(one), one)):
            before, found, behind = word.partition(scale)
            if found:
                many = whole(before) if before else 1.0
                rest = whole(behind.removeprefix(glued)) if behind else 0.0
                return None if many is None or rest is None or rest >= scales[scale] else many * scales[scale] + rest
        return small(word)

    @lru_cache(maxsize=50_000)
    def read(word: str) -> float | None:
        return whole(word) if len(word) >= SHORTEST and made_of.fullmatch(word) else None

    return read
