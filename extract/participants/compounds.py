"""Nouns that the next word makes a part of another: "police helicopters", "polis aracı"."""

from extract.clauses import Name, Reading, Trigger
from extract.language.events import EventRules
from extract.language.participants import NameRules


def is_joined(name: Name, trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether the next word makes one noun of both, as far as words can tell: "police helicopters", "polis aracı"."""
    joined, keys, at = rules.beside.joined_nouns, reading.keys, name.last
    own = trigger.taken or range(trigger.first, trigger.last)
    if joined is None or at >= len(keys) or at in own or not joined.fullmatch(keys[at]):
        return False
    key = keys[at]
    plain = (
        key in events.finite or key in events.auxiliaries or key in events.passive or key in events.adverbs
        or key in events.determiners or key in events.coordinators or key in events.openers or key in events.noun_prepositions
        or (key,) in events.place_roles or (key,) in rules.roles or key in rules.never or key in rules.relatives
        or key.endswith(events.past_endings or ("\0",))
    )  # fmt: skip
    return not plain
