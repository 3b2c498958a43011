"""Letters of tokens → matches of the pack's rules, longest first.

The rules run over short runs of typed words only, and what they match in a run of letters is remembered, since runs repeat:
time is linear in the text, whatever the rules.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from extract.dates.tokens import Token, Tokens
from extract.language.dates import BREAK, UNTYPED, DateTables, Rule
from extract.models.record import Record

LONGEST_RUN = 120  # tokens; longer runs are lists of numbers, cut without loss
UNIT_TYPES = frozenset({"UNIT", "UNITS", "AFTERUNIT", "AGOUNIT", "LATERUNIT"})
_BETWEEN = re.compile(f"[{UNTYPED}{BREAK}]")  # the runs


class Place(Record, frozen=True):
    """Where rules match: the first token, and the matches there as (number of tokens, index of rule), longest first."""

    first: int
    matches: tuple[tuple[int, int], ...]


class Match(Record, frozen=True, eq=False):
    """One rule matched to tokens, which readers ask for by name of group or of type."""

    rule: Rule
    tokens: Tokens
    first: int  # index of the first token
    last: int  # index behind the last token
    groups: Mapping[str, tuple[int, int]]

    @property
    def start(self) -> int:
        """The first code point of the mention."""
        return self.tokens.spans[self.first][0]

    @property
    def end(self) -> int:
        """The code point behind the mention."""
        return self.tokens.spans[self.last - 1][1]

    def group(self, name: str) -> list[Token]:
        """Give the tokens of a named group; empty where it did not match."""
        first, last = self.groups.get(name, (0, 0))
        return [self.tokens.token(index) for index in range(first, last)]

    def value(self, *names: str) -> Any:
        """Give the value of the first token of the first group or type of these names that is there."""
        for name in names:
            at = self._first_of_group(name) if name.islower() else self._first(name)
            if at >= 0:
                return self.tokens.values[at]
        return None

    def _first_of_group(self, name: str) -> int:
        """Give the index of the first token of a named group; -1 where it holds none."""
        first, last = self.groups.get(name, (0, 0))
        return first if first < last else -1

    def _first(self, name: str) -> int:
        """Give the index of the first token of a type; -1 where there is none."""
        letter = self.tokens.tables.letters.get(name)
        return self.tokens.letters.find(letter, self.first, self.last) if letter else -1

    def of_type(self, name: str) -> list[Token]:
        """Give the tokens of one type, in order."""
        letter = self.tokens.tables.letters.get(name)
        return [self.tokens.token(at) for at in range(self.first, self.last) if self.tokens.letters[at] == letter]

    @property
    def unit(self) -> str | None:
        """The first unit of time of the mention."""
        for at in range(self.first, self.last):
            token = self.tokens.token(at)
            if token.type in UNIT_TYPES:
                return str(token.value)
        return "TS" if self._first("SECOND") >= 0 else None

    @property
    def month(self) -> int | None:
        """The first month of the mention, or of the group called so."""
        found = self.value("month", "MONTH", "MONTHABBR", "MAYBE")
        return None if found is None else int(found)

    @property
    def mod(self) -> str | None:
        """The TIMEX3 modifier that the mention's words give."""
        mod = self.value("MOD", "EDGE", "ABOUT")
        return None if mod == "NONE" else mod

    def has(self, *names: str) -> bool:
        """Tell whether a group or type is there."""
        return any(name in self.groups if name.islower() else self._first(name) >= 0 for name in names)

    def type_before(self, distance: int = 1) -> str:
        """Name the type of the token before the mention; empty where there is none."""
        return self.tokens.token(self.first - distance).type if self.first >= distance else ""

    @property
    def type_last(self) -> str:
        """Name the type of the last token of the mention."""
        return self.tokens.token(self.last - 1).type

    def type_after(self, distance: int = 0) -> str:
        """Name the type of the token behind the mention; empty where there is none."""
        return self.tokens.token(self.last + distance).type if self.last + distance < len(self.tokens.spans) else ""


def places(tokens: Tokens) -> Iterator[Place]:
    """Yield every token at which a rule may match, in order of the text."""
    tables, letters = tokens.tables, tokens.letters
    core = tables.core.search
    end = 0
    while found := core(letters, end):  # runs without a word of a date are none
        start = max(end, letters.rfind(UNTYPED, end, found.start()) + 1, letters.rfind(BREAK, end, found.start()) + 1)
        behind = _BETWEEN.search(letters, found.end())
        end = behind.start() if behind else len(letters)
        for piece in range(start, end, LONGEST_RUN):
            last = min(piece + LONGEST_RUN, end)
            before, after = letters[piece - 1 : piece] or BREAK, letters[last : last + 1] or BREAK
            for offset, matches in _in_run(tables, before + letters[piece:last] + after):
                yield Place(piece + offset, matches)


@lru_cache(maxsize=50_000)
def _in_run(tables: DateTables, run: str) -> tuple[tuple[int, tuple[tuple[int, int], ...]], ...]:
    """Find what matches in a run, which bears one letter more on either side for the rules to look at."""
    found = []
    scan = tables.scanner.match
    for at in range(1, len(run) - 1):
        match = scan(run, at)
        assert match is not None
        matches = [
            (match.end(group) - at, -rule) for rule, group in enumerate(range(1, len(tables.rules) + 1)) if match.end(group) > at
        ]
        if matches:
            found.append((at - 1, tuple((length, -rule) for length, rule in sorted(matches, reverse=True))))
    return tuple(found)


def match_at(tokens: Tokens, first: int, length: int, rule: Rule) -> Match:
    """Match one rule again where it is known to match, for its groups."""
    low = max(0, first - LONGEST_RUN)
    match = rule.pattern.match(tokens.letters[low : first + LONGEST_RUN], first - low)
    if match is None:  # the run was cut here
        return Match(rule, tokens, first, first + length, {})
    groups: dict[str, tuple[int, int]] = {}
    for name, number in rule.pattern.groupindex.items():
        start, end = match.span(number)
        if start >= 0:
            groups.setdefault(name.partition("__")[0], (low + start, low + end))
    return Match(rule, tokens, first, first + length, groups)
