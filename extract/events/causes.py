"""What killed somebody: those whom a quake or a crash killed have died, and nobody slew them.

In go the events of a document; out come the killings that nobody did, where all that struck beside them was a disaster, as deaths.
Languages whose word for "killed" is that of a slaying so tell of one happening what the others tell.
"""

from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from extract.events.drafts import Draft
from extract.kinds import kinds

KILLING, DEATH = "killing", "death"
DISASTER, CONFLICT, CRIME = "disaster", "conflict", "crime"  # colours, and the family of what the police deal with
TOLL = frozenset({"toll", "killing", "damage", "missing", "displacement"})  # families of what comes of what struck
DOERS = frozenset({"agent", "instrument"})


def with_causes(drafts: list[Draft]) -> list[Draft]:
    """Read killings as deaths where a disaster did it: one in the sentence, or the only thing that struck in the article."""
    if not any(draft.kind.name == KILLING for draft in drafts):
        return drafts
    strikes = [draft for draft in drafts if _strikes(draft)]
    only = bool(strikes) and all(draft.kind.colour == DISASTER for draft in strikes) and not any(map(_is_crime, drafts))
    return [_as_death(draft) if draft.kind.name == KILLING and _is_by_none(draft, drafts, only) else draft for draft in drafts]


def _is_by_none(killing: Draft, drafts: Sequence[Draft], only: bool) -> bool:
    """Tell whether nobody is told to have killed, and a disaster is: in its sentence, or else in all of the article."""
    if any(person.role in DOERS for person in killing.participants) or killing.trigger.position == "noun":
        return False
    beside = [draft for draft in drafts if draft.sentence == killing.sentence and _strikes(draft)]
    if not beside:
        return only
    return all(draft.kind.colour == DISASTER for draft in beside)


def _strikes(draft: Draft) -> bool:
    return draft.is_incident and draft.kind.family not in TOLL


def _is_crime(draft: Draft) -> bool:
    return draft.kind.family == CRIME or (draft.kind.colour == CONFLICT and draft.kind.family not in TOLL)


def _as_death(draft: Draft) -> Draft:
    return replace(draft, kind=kinds()[DEATH], trigger=structs.replace(draft.trigger, kind=DEATH))
