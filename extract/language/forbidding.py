"""``not`` of a row of triggers: the words and phrases that forbid it where they stand close to its words.

A word counts in any form of a noun, a word with a star by the letters that it writes ("budowlan*"). An entry of several words is
the phrase that it says: its words stand right behind one another, with nothing but a hyphen or an apostrophe between, and the
words of the trigger may be among them ("de acordo" for "acordo").
"""

from collections.abc import Sequence

from extract.language.inflection import Inflection
from extract.language.phrasing import JOINTS, Forms
from extract.language.shapes import STAR, joined, shapes
from extract.models.record import Record
from extract.text import words


class Forbidding(Record, frozen=True):
    """What forbids the entries of one row."""

    alone: Forms  # single words, in any form
    phrases: tuple[tuple[Forms, ...], ...]  # for each word of a phrase its forms
    begun: Forms  # the single words and the first words of the phrases: without one of these in a sentence nothing is forbidden

    def in_phrase(self, keys: Sequence[str], low: int, high: int, own: Sequence[int]) -> bool:
        """Tell whether a phrase stands in [low, high) of some folded words; one that holds a word of the trigger stands at it.

        ``own`` are the indices of the words of the trigger: "de acordo com" elsewhere in the clause forbids no "acordo".
        """
        plain = [at for at in range(low, high) if keys[at] not in JOINTS] if self.phrases else ()
        return any(_forbids(phrase, keys, plain, own) for phrase in self.phrases)


def forbidding(written: Sequence[str], inflection: Inflection) -> Forbidding | None:
    """Read the entries of ``not``; None where there are none."""
    if not written:
        return None
    steps = [_steps(one, inflection) for one in written]
    phrases = tuple(step for step in steps if len(step) > 1)
    alone = _together([step[0] for step in steps if len(step) == 1])
    return Forbidding(alone, phrases, _together([alone, *(phrase[0] for phrase in phrases)]))


def _steps(written: str, inflection: Inflection) -> tuple[Forms, ...]:
    return tuple(
        shapes((part,)) if STAR in part else inflection.noun_forms(part) for spaced in written.split() for part in _parts(spaced)
    )


def _parts(spaced: str) -> list[str]:
    """Part what stands between two spaces at its hyphens and apostrophes: "semi-final"."""
    if STAR in spaced or spaced.isalpha():
        return [spaced]
    return [spaced[span.start : span.end] for span in words(spaced)] or [spaced]


def _together(sets: Sequence[Forms]) -> Forms:
    """Join sets of words; without a star they stay a plain set, which answers faster."""
    plain = [one for one in sets if isinstance(one, frozenset)]
    return frozenset[str]().union(*plain) if len(plain) == len(sets) else joined(sets)


def _forbids(phrase: Sequence[Forms], keys: Sequence[str], plain: Sequence[int], own: Sequence[int]) -> bool:
    elsewhere = not any(keys[at] in forms for at in own for forms in phrase)
    for start in range(len(plain) - len(phrase) + 1):
        told = plain[start : start + len(phrase)]
        if all(keys[at] in forms for at, forms in zip(told, phrase, strict=True)) and (elsewhere or set(told) & set(own)):
            return True
    return False
