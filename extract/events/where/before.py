"""Where the deed told right before was: another of the sentence, or the last of the sentence before."""

from collections.abc import Sequence

from extract.events.drafts import Draft, Placed
from extract.events.where.centre import ARRIVING
from extract.events.where.placing import SHARP, Found
from extract.events.where.seats import AT_COURT
from extract.events.where.setting import HEALTH

NOUNS_PLACED = frozenset({"site", "scene"})  # placings of nouns whose relative clause may tell where it was


def told_beside(number: int, drafts: Sequence[Draft], sites: Sequence[Found | None]) -> Found | None:
    """Give the town of the last deed told before another in its sentence: "met in New York, where it adopted a resolution"."""
    draft = drafts[number]
    for before in range(number - 1, -1, -1):
        other, site = drafts[before], sites[before]
        if other.reading is not draft.reading:
            return None
        if site and site[1] == "clause" and site[0].place.kind in SHARP and other.modality == draft.modality:
            elsewhere = other.kind.speech or (draft.kind.family in AT_COURT and other.kind.family not in AT_COURT)
            return None if elsewhere else (site[0], "focus")
    return None


def told_before(
    number: int,
    drafts: Sequence[Draft],
    sites: Sequence[Found | None],
    places: Sequence[Placed],
) -> Found | None:
    """Give the town of the last deed of the sentence before that has one: "In Tbilisi, many marched. Police used tear gas"."""
    draft = drafts[number]
    apart = draft.kind.family == ARRIVING or draft.modality != "asserted" or draft.kind.speech
    if apart or draft.kind.placing not in NOUNS_PLACED or any(place.place.drawn for place in places):
        return None
    for before in range(number - 1, -1, -1):
        other, site = drafts[before], sites[before]
        passed = draft.sentence - other.sentence
        if passed > 1 or other.reading.sentence.paragraph != draft.reading.sentence.paragraph:
            return None
        deed = other.kind.colour != HEALTH and not other.kind.speech and other.modality == "asserted"
        if passed and deed and site and site[0].role != "origin":
            return (site[0], "focus") if site[0].place.kind in SHARP else None
    return None
