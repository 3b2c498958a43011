"""Particles that are also forms of a verb: "की" of "पुलिस की" and of "नारेबाजी की", "लिए" of "के लिए" and of "हिरासत में लिए गए".

A pack lists them under ``homographs``: the particle, the form of the verb that it is read as, the words behind which it is the
particle for sure (``not_after``) and those before which it is the verb (``before``), as it also is where its clause ends.
"""

from collections.abc import Mapping, Sequence

from extract.errors import LanguagePackError
from extract.models.record import Record
from extract.text import fold

_KEYS = ("form", "reads", "before", "not_after")


class Homograph(Record, frozen=True):
    """When one particle is a verb; all words folded."""

    reads: str
    before: frozenset[str]
    not_after: frozenset[str]


def read_homographs(file: str, rows: object) -> Mapping[str, Homograph]:
    """Check the rows of a table and give them by their particles.

    Raises
    ------
    LanguagePackError
        A row is malformed; the message names file, key, found and expected.
    """
    if not isinstance(rows, list):
        raise LanguagePackError(f"{file}: homographs is {rows!r}; expected a list of tables")
    found = {}
    for row in rows:
        if not isinstance(row, dict) or set(row) - set(_KEYS) or not all(isinstance(row.get(key), str) for key in _KEYS[:2]):
            raise LanguagePackError(f"{file}: homographs has {row!r}; expected a form, what it reads as, before and not_after")
        before, not_after = (frozenset(map(fold, row.get(key, ()))) for key in _KEYS[2:])
        found[fold(row["form"])] = Homograph(fold(row["reads"]), before, not_after)
    return found


def as_verbs(keys: Sequence[str], homographs: Mapping[str, Homograph]) -> Sequence[str]:
    """Give the folded words of a sentence with the verb in place of each particle that is one here."""
    at = [number for number, key in enumerate(keys) if key in homographs and _is_verb(keys, number, homographs[key])]
    if not at:
        return keys
    read = list(keys)
    for number in at:
        read[number] = homographs[read[number]].reads
    return read


def _is_verb(keys: Sequence[str], at: int, its: Homograph) -> bool:
    if at == 0 or keys[at - 1] in its.not_after or not keys[at - 1][:1].isalnum():
        return False
    return at + 1 == len(keys) or keys[at + 1] in its.before or not keys[at + 1][:1].isalnum()
