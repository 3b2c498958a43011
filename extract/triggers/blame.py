"""What a phrase of blame or of taking part ends with, where that is an event too: "condenó el lanzamiento", "acudió al funeral"."""

from collections.abc import Sequence

from extract.kinds import kind_named
from extract.triggers.candidates import Candidate

BLAME = frozenset({"accusation", "concern", "participation"})  # of phrases that end with another event


def blamed_in(one: Candidate, candidates: Sequence[Candidate]) -> tuple[int, ...]:
    """Give the last token of such a phrase where another entry tells there of what happened."""
    last = one.tokens[-1]
    if len(one.tokens) == 1 or one.entry.kind not in BLAME:
        return ()
    told = (other.entry for other in candidates if other.first == last and other.entry.form != "verb")
    return (last,) if any(not kind_named(entry.kind).speech for entry in told) else ()
