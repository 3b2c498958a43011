"""Whose act of saying an event is: the speaker's, and of those who are joined to it by "and"."""

from extract.clauses import Name
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.participants.cast import Cast

APOSTROPHES = frozenset("'’")


def speaks(cast: Cast, name: Name, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a name is that of the speaker, or is joined to it by "and": "Norway, Ireland and Spain said"."""
    speaker, keys = cast.speaker, cast.reading.keys
    if speaker is None or name.key == speaker.key:
        return speaker is not None
    if speaker.sentence != cast.reading.sentence.index:
        return False
    former, latter = sorted((name, speaker), key=lambda one: one.first)
    named = {at for one in cast.names for at in range(one.first, one.last)}
    joints = [at for at in range(former.last, latter.first) if at not in named and not _belongs(keys[at], events, rules)]
    last = joints[-1] if joints else 0
    return bool(joints) and keys[last] in events.coordinators and all(keys[at] == "," or at == last for at in joints)


def _belongs(key: str, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a word only introduces a name."""
    return key in events.determiners or key in APOSTROPHES or rules.is_title(key) or key in rules.title_links
