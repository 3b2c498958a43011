"""What a phrase of blame ends with, where that is an event too: "condenó el lanzamiento", "a condamné le tir"."""

from collections.abc import Sequence

from extract.kinds import kind_named
from extract.triggers.candidates import Candidate

BLAME = frozenset({"accusation", "concern"})  # kinds of such phrases


def blamed_in(one: Candidate, candidates: Sequence[Candidate]) -> tuple[int, ...]:
    """Give the last token of a phrase of blame where another entry tells there of what happened."""
    last = one.tokens[-1]
    if len(one.tokens) == 1 or one.entry.kind not in BLAME:
        return ()
    told = (other.entry for other in candidates if other.first == last and other.entry.form != "verb")
    return (last,) if any(not kind_named(entry.kind).speech for entry in told) else ()
