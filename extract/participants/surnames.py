"""Persons told again by the name that stands first in full ("Xi Jinping arrived. Xi met the premier").

Family names that come first are told alone, and mostly where a sentence begins, where a capital shows nothing; some have two
letters. Names that are given to children are left out ("Will", "Mark"): where they begin a sentence they may be words.
"""

from collections.abc import Callable, Iterator, Sequence

from extract.clauses import Name, Reading
from extract.gazetteer import Gazetteer
from extract.gazetteer.files import GIVEN
from extract.language.participants import NameRules

FEWEST_LETTERS = 2


def with_surnames(
    readings: Sequence[Reading],
    names: list[list[Name]],
    closed: Sequence[Sequence[bool]],
    rules: NameRules,
    named: Callable[[Reading, int, int], Name],
) -> list[list[Name]]:
    """Add the first words of the persons' full names where they stand alone; ``named`` makes a name of one token of a sentence."""
    firsts = _first_words(readings, names, rules)
    if not firsts:
        return names
    out = []
    for number, (reading, found, taken) in enumerate(zip(readings, names, closed, strict=True)):
        added = [named(reading, number, at) for at in _alone(reading, found, taken, firsts)]
        out.append(sorted([*found, *added], key=lambda name: name.first) if added else found)
    return out


def _first_words(readings: Sequence[Reading], names: Sequence[Sequence[Name]], rules: NameRules) -> frozenset[str]:
    flags = Gazetteer.load().word_flags
    keys = {
        readings[name.sentence].keys[name.first]
        for found in names
        for name in found
        if name.kind == "person" and name.last - name.first > 1
    }
    keys = {key for key in keys if len(key) >= FEWEST_LETTERS and not flags(key) & GIVEN and key not in rules.given_names}
    return frozenset(keys - rules.never - rules.titles - rules.adjectives - rules.articles)


def _alone(reading: Reading, found: Sequence[Name], taken: Sequence[bool], firsts: frozenset[str]) -> Iterator[int]:
    """Yield the tokens that are such a word with a capital, in no other name and with no other capital beside them."""
    words = reading.words
    for at in reading.capitals:
        if reading.keys[at] not in firsts or taken[at] or reading.sentence.heading:
            continue
        beside = words[at + 1 : at + 2] + words[max(0, at - 1) : at]
        if not any(word[0].isupper() for word in beside) and not any(name.first <= at < name.last for name in found):
            yield at
