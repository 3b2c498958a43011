"""What began with an event known to the reader: "missing since the crash", "हादसे के बाद से लापता".

In go the events of a document with the days known so far; out comes the day of the noun behind "since", told before, which is
also the day on which the state beside it began.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from extract.events.drafts import Draft
from extract.events.when.since import SHARP, is_known_beginning
from extract.language.events import EventRules
from extract.models import When

LASTING = frozenset({"border closure", "detention", "disappearance", "disruption", "escape", "outage", "shutdown", "suspension"})
STATE_REACH = 4  # tokens between what lasts and the noun that it began with: "missing since the deadly crash"
CONFIDENCE = 0.5
TOLL = "toll"  # family of deaths, which are no beginning where what killed is told


def when_begun(at: int, drafts: Sequence[Draft], whens: Sequence[When | None], rules: EventRules) -> When | None:
    """Give the day on which something began with an event told before; None where no words dated that one."""
    draft = drafts[at]
    begun = draft if is_known_beginning(draft, rules) else _beside(at, drafts, rules)
    if begun is None:
        return None
    told = [number for number in range(len(drafts)) if drafts[number].end <= draft.start and _is_dated(whens[number])]
    like = [number for number in told if drafts[number].kind.family == begun.kind.family]
    struck = [number for number in told if drafts[number].is_incident and drafts[number].kind.family != TOLL]
    numbers = like or (struck if begun.is_incident else [])
    when = whens[numbers[-1]] if numbers else None
    return when and replace(when, how="inferred", confidence=CONFIDENCE, rule="date: since it began", clock=None, zone=None)


def _beside(at: int, drafts: Sequence[Draft], rules: EventRules) -> Draft | None:
    """Give the known event that what lasts stands beside."""
    draft = drafts[at]
    if draft.kind.name not in LASTING or draft.modality != "asserted":
        return None
    for number in (at - 1, at + 1):
        if not 0 <= number < len(drafts) or drafts[number].reading is not draft.reading:
            continue
        one, other = sorted((draft, drafts[number]), key=lambda each: each.start)
        near = other.trigger.first - one.trigger.last <= STATE_REACH and other.clause_number - one.clause_number <= 1
        if near and is_known_beginning(drafts[number], rules):
            return drafts[number]
    return None


def _is_dated(when: When | None) -> bool:
    return when is not None and when.how in ("explicit", "relative") and when.grain in SHARP and when.first_day is not None
