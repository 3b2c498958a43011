"""Teams that bear the name of their town: "Real Madrid beat Liverpool". They take part where a sentence tells of a match."""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from extract.clauses import Name, Reading, Trigger
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.models import PlaceMention
from extract.names import name_key
from extract.participants.aside import APOSTROPHES

SPORT = frozenset({"sports result", "match"})  # kinds of what teams do
LONGEST_BEFORE = 2  # words of a team's name before that of its town: "Atlético Madrid"


def with_teams(
    names: Sequence[Name],
    triggers: Sequence[Trigger],
    reading: Reading,
    places: Sequence[PlaceMention],
    events: EventRules,
    rules: NameRules,
) -> Sequence[Name]:
    """Add to the names of a sentence that tells of a match the towns in it that are no scene, as teams."""
    if SPORT.isdisjoint([trigger.kind for trigger in triggers]):
        return names
    span = reading.sentence.span
    taken = {at for name in names for at in range(name.first, name.last)}
    added: list[Name] = []
    own = {at for trigger in triggers if trigger.kind in SPORT for at in trigger.taken or range(trigger.first, trigger.last)}
    begin, end = (bisect_left(places, at, key=lambda place: place.span.start) for at in span)
    for place in places[begin:end]:
        first, last = reading.token_at(place.span.start), reading.token_at(place.span.end - 1) + 1
        if place.kind != "city" or not taken.isdisjoint(range(first, last)) or _is_scene(reading, first, last, own, events, rules):
            continue
        first = _first_of_team(reading, first, taken, rules)
        told = " ".join(reading.words[first:last])
        added.append(
            Name(reading.sentence.index, first, last, reading.span(first, last), told, "organisation", name_key(told), None)
        )
    return sorted([*names, *added], key=lambda name: name.first) if added else names


def _first_of_team(reading: Reading, first: int, taken: set[int], rules: NameRules) -> int:
    """Give where the name of a team begins, before its town: "Real" in "Real Madrid"."""
    if not rules.cased:
        return first
    at = first
    while at > 0 and first - at < LONGEST_BEFORE and reading.words[at - 1][:1].isupper():
        if at - 1 in taken or reading.keys[at - 1] in rules.never or reading.keys[at - 1] in rules.articles:
            break
        at -= 1
    return at


def _is_scene(reading: Reading, first: int, last: int, own: Collection[int], events: EventRules, rules: NameRules) -> bool:
    """Tell whether a town stands where the match was: "in Madrid", "मैड्रिड में"; not under a word of the event, "فاز على"."""
    keys = reading.keys
    if first == 0 and last < len(keys) and rules.cased and not keys[last][:1].isalnum() and keys[last] not in APOSTROPHES:
        return True  # "POZNAN, Poland - …"
    at = last if events.marks_after else first - 1
    while not events.marks_after and at > 0 and keys[at] in events.determiners and (keys[at],) not in events.place_roles:
        at -= 1
    if not 0 <= at < len(keys):
        return False
    if at in own:
        return False
    if events.marks_after and events.site_endings and keys[last - 1].endswith(events.site_endings):
        return True  # "দুবাইয়ে"
    role = events.place_roles.get((keys[at],))
    return keys[at] in rules.scene_marks or role in {"site", "origin"} or keys[at] in events.place_links
