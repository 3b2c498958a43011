"""Words of a table with a star for letters left open: "арест*" (any ending), "*unfall" (any beginning), "*кризис*".

A star saves listing the forms of languages that inflect much, and the compounds of those that join words.
"""

from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass, field

from extract.text import fold

STAR = "*"
FEWEST_LETTERS = 2  # besides the stars
MOST_KNOWN = 20_000  # answers that a set of words keeps; as many different words as some hundred articles have


@dataclass(frozen=True, slots=True)
class Shapes:
    """A set of folded words, some of them with open ends; ``key in shapes`` tells whether one of them fits."""

    exact: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    middles: tuple[str, ...] = ()
    _known: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)  # answers given: a cache

    def __contains__(self, key: object) -> bool:
        if key in self.exact:
            return True
        if not isinstance(key, str) or not (self.starts or self.ends or self.middles):
            return False
        known = self._known.get(key)
        if known is None:
            known = key.startswith(self.starts) or key.endswith(self.ends) or any(middle in key for middle in self.middles)
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[key] = known
        return known

    def isdisjoint(self, keys: Collection[str]) -> bool:
        """Tell whether none of some folded words fits."""
        if not self.exact.isdisjoint(keys):
            return False
        return not (self.starts or self.ends or self.middles) or not any(key in self for key in keys)


def shapes(words: Iterable[str]) -> Shapes:
    """Sort the words of a table by where their stars stand, folded."""
    exact: list[str] = []
    starts: list[str] = []
    ends: list[str] = []
    middles: list[str] = []
    for word in words:
        bare = fold(word.strip(STAR))
        kind = (word.startswith(STAR), word.endswith(STAR))
        {(False, False): exact, (False, True): starts, (True, False): ends, (True, True): middles}[kind].append(bare)
    return Shapes(frozenset(exact), tuple(starts), tuple(ends), tuple(middles))


def joined(sets: Iterable[Container[str]]) -> Shapes:
    """Join sets of words, with and without stars."""
    exact: set[str] = set()
    starts: dict[str, None] = {}
    ends: dict[str, None] = {}
    middles: dict[str, None] = {}
    for one in sets:
        if isinstance(one, Shapes):
            exact |= one.exact
            starts |= dict.fromkeys(one.starts)
            ends |= dict.fromkeys(one.ends)
            middles |= dict.fromkeys(one.middles)
        elif isinstance(one, (frozenset, set)):
            exact |= one
    return Shapes(frozenset(exact), tuple(starts), tuple(ends), tuple(middles))
