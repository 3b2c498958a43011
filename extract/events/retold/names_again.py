"""Events told again by a noun that alone may name another: a match called "the encounter", a death "his disappearance".

In come the drafts of a document; out come the same, such nouns turned to the last event that they may call.
"""

import dataclasses
from collections.abc import Sequence

from msgspec.structs import replace

from extract.events.drafts import FAR, Draft
from extract.events.retold.called import told_at
from extract.language.events import EventRules
from extract.modality import definite_at

SPORT = "sport"  # family of matches and their results
MEETINGS = frozenset({"match", "meeting"})  # kinds of the nouns that may call one
MISSING, DEATH = "disappearance", "death"  # "his disappearance" behind a death
BLAST, AT_WORK = "explosion", "industrial accident"  # an explosion in a mine is both


def with_names_again(drafts: Sequence[Draft], rules: EventRules) -> list[Draft]:
    """Turn the known name of a match into the last one told before; what is called "the blast" was an explosion."""
    out: list[Draft] = []
    for draft in drafts:
        if not _is_known(draft, rules):
            out.append(draft)
            continue
        earlier = [one for one in out[-FAR:] if one.sentence < draft.sentence and one.modality == "asserted"]
        told = _meant(draft, earlier, rules)
        if draft.kind.name == BLAST and not any(one.kind.name == BLAST for one in earlier):
            out = [_as(one, draft) if one.kind.name == AT_WORK else one for one in out]
        anew = told_at(told, draft.reading, draft.trigger.first, draft.trigger.last) if told else draft
        out.append(dataclasses.replace(anew, saying=draft.saying))
    return out


def _as(told: Draft, blast: Draft) -> Draft:
    return dataclasses.replace(told, kind=blast.kind, trigger=replace(told.trigger, kind=BLAST))


def _meant(draft: Draft, earlier: Sequence[Draft], rules: EventRules) -> Draft | None:
    """Give the last match that "the encounter" means, or the death that "his disappearance" does where nobody is missing."""
    if draft.kind.name == MISSING:
        return (
            None if _last(earlier, draft.kind.family) else next((one for one in reversed(earlier) if one.kind.name == DEATH), None)
        )
    return _last(earlier, SPORT) if draft.reading.keys[draft.trigger.first] in rules.games else None


def _last(earlier: Sequence[Draft], family: str) -> Draft | None:
    return next((one for one in reversed(earlier) if one.kind.family == family), None)


def _is_known(draft: Draft, rules: EventRules) -> bool:
    """Tell whether a noun stands right behind its article, with no word behind it that says which it is: "the match against"."""
    trigger, keys = draft.trigger, draft.reading.keys
    if draft.kind.name not in (*MEETINGS, BLAST, MISSING):
        return False
    if trigger.position != "noun" or trigger.last - trigger.first > 1 or draft.modality != "asserted" or draft.quoted:
        return False
    at, behind = definite_at(draft.reading, trigger, rules), "".join(keys[trigger.last : trigger.last + 1])
    near = at is not None and not any(key[:1].isalpha() for key in keys[at + 1 : trigger.first])
    return near and not (behind in rules.noun_prepositions or behind in rules.place_links or behind in rules.relatives)
