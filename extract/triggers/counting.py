"""Which words of a sentence count between those of a phrase: no signs, no further parts of a name, no dates and places."""

from collections.abc import Sequence
from itertools import compress, pairwise

from extract.clauses import Reading
from extract.language.events import EventRules
from extract.language.phrasing import JOINTS
from extract.text import MOST_FOLDED, Remembered

UNCOUNTED = JOINTS | frozenset('"“”$£€¥₹₩%')  # no words between those of a phrase: "withdrew its £410m bid"
MOST_CAPITALS = 0.6  # of the words of a sentence in which capitals tell names
_begins_with_letter = Remembered(lambda word: word[0].isalpha(), MOST_FOLDED)


def counted_words(reading: Reading, rules: EventRules, closed: Sequence[bool]) -> list[bool]:
    """Mark the tokens that part the words of a phrase; those ``closed`` (dates, places) do not, nor the adposition beside them."""
    counted = _plain(reading, rules)
    for at in compress(range(len(counted)), closed):
        counted[at] = False
        beside = at + 1 if rules.marks_after else at - 1
        if 0 <= beside < len(counted) and (rules.marks_after or reading.keys[beside] in rules.noun_prepositions):
            counted[beside] = False
    return counted


def _plain(reading: Reading, rules: EventRules) -> list[bool]:
    """Mark the tokens that part the words of a phrase: no signs, and only the first of a name or a word of several parts."""
    keys, starts, ends = reading.keys, reading.starts, reading.ends
    plain = [key not in UNCOUNTED for key in keys]
    if "-" in keys:
        for at in range(1, len(plain)):
            if keys[at - 1] == "-" and starts[at] == ends[at - 1]:
                plain[at] = False
    later = [
        at for before, at in pairwise(reading.capitals) if at == before + 1 and at > 1
    ]  # the first has its capital in any case
    if later and not rules.nouns_capitalised and _tells_names(reading):
        for at in later:
            plain[at] = False
    return plain


def _tells_names(reading: Reading) -> bool:  # not all words of a sentence have a capital
    return len(reading.capitals) <= MOST_CAPITALS * sum(map(_begins_with_letter.__getitem__, reading.words))
