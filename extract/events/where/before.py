"""Where the deed told right before was: another of the sentence, or the last of the sentence before."""

from collections.abc import Iterator, Sequence

from extract.events.drafts import Draft, Placed
from extract.events.where.centre import ARRIVING
from extract.events.where.placing import SHARP, Found
from extract.events.where.seats import AT_COURT
from extract.events.where.setting import HEALTH
from extract.language.events import EventRules
from extract.modality import definite_at
from extract.models import When

NEARBY = frozenset({"site", "scene", "target"})  # placings of what happens where the rest of its sentence does
MOVED = frozenset({"target", "origin", "launch"})  # placings of what leads elsewhere: "was freed and flown to Dakar"
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


def told_on_its_day(
    number: int, drafts: Sequence[Draft], sites: Sequence[Found | None], whens: Sequence[When | None], rules: EventRules
) -> Found | None:
    """Give the town of the nearest other deed of its sentence that was on its day: "two died when a boat sank in Patna".

    A noun that is told as known was where its article told it: "the robbery dwarfs that of 2019, when a gang raided a bank in …".
    """
    draft, when = drafts[number], whens[number]
    if when is None or when.first_day is None or draft.kind.speech or draft.kind.placing not in NEARBY:
        return None
    if draft.trigger.position == "noun" and definite_at(draft.reading, draft.trigger, rules) is not None:
        return None
    for other, site, day in _others(number, drafts, sites, whens):
        if other.clause_number == draft.clause_number or not _lends(other, draft) or not day or day.first_day != when.first_day:
            continue
        if site and site[1] == "clause" and site[0].place.kind in SHARP and site[0].role != "origin":
            return site[0], "focus"
    return None


def _others(
    number: int, drafts: Sequence[Draft], sites: Sequence[Found | None], whens: Sequence[When | None]
) -> Iterator[tuple[Draft, Found | None, When | None]]:
    """Give the other deeds of a sentence, those before from the nearest on, and then those behind."""
    for way in (range(number - 1, -1, -1), range(number + 1, len(drafts))):
        for at in way:
            if drafts[at].reading is not drafts[number].reading:
                break
            yield drafts[at], sites[at], whens[at]


def _lends(other: Draft, draft: Draft) -> bool:
    """Tell whether a deed may be where another of its day was."""
    if other.modality != draft.modality or other.quoted != draft.quoted or other.kind.speech or other.kind is draft.kind:
        return False
    healed = other.kind.colour == HEALTH and draft.kind.colour != HEALTH
    return not healed and not (other.kind.placing in MOVED and other.start > draft.start)


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
