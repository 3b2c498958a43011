"""Words of a table with a star for letters left open: "арест*" (any ending), "*unfall" (any beginning), "*кризис*".

A star saves listing the forms of languages that inflect much, and the compounds of those that join words.
"""

from collections.abc import Callable, Collection, Container, Iterable
from dataclasses import dataclass, field
from functools import partial

from extract.text import Remembered, fold

STAR = "*"
FEWEST_LETTERS = 2  # besides the stars
FEW_ENDS = 4  # open ends that are tried as fast as an answer is looked up; packs load faster where few sets keep answers
MOST_KNOWN = 20_000  # answers that a set of words keeps; as many different words as some hundred articles have


@dataclass(frozen=True, slots=True)
class Shapes:
    """A set of folded words, some of them with open ends; ``key in shapes`` tells whether one of them fits."""

    exact: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    middles: tuple[str, ...] = ()
    _fit: Callable[[str], bool] | None = field(init=False, compare=False, repr=False)  # whether a word fits an open end
    _known: Remembered[bool] | None = field(default=None, init=False, compare=False, repr=False)  # the answers given, where kept

    def __post_init__(self) -> None:
        open_ends = len(self.starts) + len(self.ends) + len(self.middles)
        object.__setattr__(self, "_fit", partial(_fits, self) if open_ends else None)
        if open_ends > FEW_ENDS:
            self._remember()

    def _remember(self) -> None:
        """Keep the answers from now on."""
        known = Remembered(partial(_fits, self), MOST_KNOWN)
        object.__setattr__(self, "_known", known)
        object.__setattr__(self, "_fit", known.__getitem__)

    def __contains__(self, key: object) -> bool:
        return key in self.exact or (self._fit is not None and isinstance(key, str) and self._fit(key))

    def isdisjoint(self, keys: Collection[str]) -> bool:
        """Tell whether none of some folded words fits; whoever asks so asks for every word of a text."""
        if not self.exact.isdisjoint(keys):
            return False
        if self._fit is not None and self._known is None:
            self._remember()
        return self._fit is None or not any(map(self._fit, keys))


def _fits(shapes: Shapes, key: str) -> bool:
    """Tell whether a folded word fits an open end."""
    return key.startswith(shapes.starts) or key.endswith(shapes.ends) or any(middle in key for middle in shapes.middles)


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
