"""Which event of a document is a part of which: the handshake of a meeting, the remarks at a ceremony.

A part stands with its whole or a few sentences behind it, on the same day, and shares a participant where both name any.
"""

from collections.abc import Sequence

from extract.events.drafts import Draft
from extract.kinds import WHOLES
from extract.models import When

BEHIND = 3  # sentences behind a whole in which its part may stand


def parents_of(drafts: Sequence[Draft], whens: Sequence[When | None]) -> list[int | None]:
    """Give for each draft the number of the draft that it is a part of; None where the document tells none."""
    found: list[int | None] = []
    for number, part in enumerate(drafts):
        if part.kind.placing != "scene":
            found.append(None)
            continue
        near = _near(drafts, number)
        fitting = [at for at in near if _holds(drafts[at], part) and _same_day(whens[at], whens[number])]
        found.append(max(fitting, key=lambda at: (drafts[at].sentence, at < number, at), default=None))
    return found


def _near(drafts: Sequence[Draft], number: int) -> list[int]:
    """List the drafts of the same sentence and of the few before it."""
    sentence = drafts[number].sentence
    first = last = number
    while first and sentence - drafts[first - 1].sentence <= BEHIND:
        first -= 1
    while last + 1 < len(drafts) and drafts[last + 1].sentence == sentence:
        last += 1
    return [at for at in range(first, last + 1) if at != number]


def _holds(whole: Draft, part: Draft) -> bool:
    if part.kind.family not in WHOLES.get(whole.kind.family, ()) or whole.modality != part.modality:
        return False
    one, other = ({person.key for person in draft.participants if person.kind != "common"} for draft in (whole, part))
    return bool(one & other) or not ((one and other) or part.kind.speech)


def _same_day(whole: When | None, part: When | None) -> bool:
    return whole is not None and part is not None and whole.first_day == part.first_day
