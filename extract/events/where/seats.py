"""Where acts of the law happen that no word places: in the town of the court, the prosecutors or the police who do them."""

from collections.abc import Sequence

from extract.events.drafts import Draft, Placed
from extract.events.where.placing import Found
from extract.events.where.setting import vague
from extract.language.events import EventRules
from extract.models import Where

ACTS = frozenset(
    [
        *("arrest", "charge", "execution", "investigation", "judgement", "lawsuit", "raid", "release", "seizure", "trial"),
        "warrant",
    ]
)  # families of what police, prosecutors and courts do
AT_COURT = frozenset({"charge", "judgement", "lawsuit", "trial", "warrant"})  # those done at the seat, wherever the deed was
CITIES = frozenset({"city", "admin2"})
SEAT_REACH = 5  # tokens between the town and the word for the body: "Leeds Crown Court", "the High Court in the city of Kano"
COURT, COURT_REACH = "~court", 6  # key of a court without a name; sentences back to where it was told to be
NAMED = frozenset({"clause", "seat"})  # steps that found the town in the clause of an event
STOPS = frozenset(",;:()")  # part the body from the town


def seat(draft: Draft, places: Sequence[Placed], rules: EventRules) -> Found | None:
    """Give the town beside the body that stands before an act of the law: "Munich prosecutors charged …"."""
    if draft.kind.family not in ACTS or not rules.seats:
        return None
    reading, keys, far = draft.reading, draft.reading.keys, None
    for place in places:
        if place.clause != draft.clause_number or place.place.kind not in CITIES or not place.place.drawn:
            continue
        first, last = place.token, reading.token_at(place.place.span.end - 1)
        before = (
            () if rules.marks_after else keys[max(0, first - SEAT_REACH) : first][::-1]
        )  # "पटना हाईकोर्ट ने" names the town first
        behind = keys[last + 1 : last + 1 + SEAT_REACH]
        if (
            first < draft.trigger.first and draft.trigger.position != "noun" and not rules.verb_last
        ):  # "asal Tegal ditangkap polisi"
            behind = keys[last + 1 : min(last + 1 + SEAT_REACH, draft.trigger.first + 1)]
        if first >= draft.trigger.last:
            continue
        if _names(keys[first : last + 1], rules) or _names(before, rules):  # "krakowski sąd"
            return place, "seat"
        if far is None and _names(behind, rules):
            far = place, "seat"  # not "in Derby on Friday" of "in Derby on Friday the High Court in London"
    return far


def seat_of_court(draft: Draft, own: Found | None, places: Sequence[Placed], rules: EventRules) -> Found | None:
    """Give the town of a court before its verb, not one behind that: "a Leeds court jailed a man for theft in York"."""
    if own is None or draft.kind.family not in AT_COURT:
        return own
    if own[0].token < draft.trigger.first:
        return own
    court = seat(draft, places, rules)
    return court if court and court[0].token < draft.trigger.first else own


def seat_before(number: int, drafts: Sequence[Draft], sites: Sequence[Found | None]) -> Where | None:
    """Guess what a court does in the town of the court told before: "the High Court in Nainital ruled … It will sit again"."""
    draft = drafts[number]
    if not _is_at_court(draft):
        return None
    for before in range(number - 1, -1, -1):
        other, site = drafts[before], sites[before]
        if draft.sentence - other.sentence > COURT_REACH:
            break
        if site and site[1] in NAMED and _is_at_court(other) and site[0].place.kind in CITIES:
            return vague(site[0], draft.document_id)
    return None


def _is_at_court(draft: Draft) -> bool:
    """Tell whether a court says something, or something is done there."""
    said = draft.kind.speech and any(one.key == COURT and one.role == "agent" for one in draft.participants)
    return said or draft.kind.family in AT_COURT


def _names(keys: Sequence[str], rules: EventRules) -> bool:
    """Tell whether one of some tokens, from the place on, is the word for a body, with nothing that parts them."""
    for key in keys:
        if key in rules.seats:
            return True
        if key in STOPS:
            return False
    return False
