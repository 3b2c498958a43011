"""An earlier one of its sort that is told without its noun: "the second launch; the previous was in May".

In go the events of a document; out come those that such words add, of the kind of the event told last.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from msgspec import structs

from extract.clauses import Reading
from extract.events.drafts import Draft
from extract.language.events import EventRules

RULE = "foregoing"


def earlier_ones(drafts: Sequence[Draft], readings: Sequence[Reading], rules: EventRules) -> list[Draft]:
    """Make a draft for each earlier one of its sort that is told without its noun: "the second launch, the previous was in May"."""
    out = list[Draft]()
    for reading in readings if rules.occurring else ():
        for at, (key, following) in enumerate(pairwise(reading.keys)):
            if key in rules.foregoing and following in rules.occurring:
                start, index = reading.starts[at], reading.sentence.index
                near = [one for one in drafts if index - one.sentence <= 1 and one.start < start and one.kind.one_day]
                told = [one for one in near if one.modality == "asserted" and not one.kind.speech and not one.kind.everyday]
                if told and not any(one.start < reading.ends[at + 1] and start < one.end for one in told):
                    out.append(_another(told[-1], reading, at))
    return out


def _another(sort: Draft, reading: Reading, at: int) -> Draft:
    trigger = structs.replace(sort.trigger, first=at, last=at + 2, position="phrase", rule=RULE)
    told = replace(sort, reading=reading, trigger=trigger, participants=(), objects=())
    return replace(told, cue=None, cue_rule="modality: none", act=None, fate=None)
