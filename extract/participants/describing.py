"""Countries and bodies that only describe a person beside them: "German Chancellor Ute Brandt", "the head of NATO, Ines Quiroga".

In goes a name with the persons of its sentence, out comes whether it describes one of them, and takes no part itself.
"""

from collections.abc import Mapping, Sequence

from extract.clauses import Name, Reading, Trigger
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.text import QUOTES

LONGEST_TITLE = 5  # tokens between a country and the person whom it describes: "Russian Deputy Prime Minister"
OF_REACH = 4  # tokens between a title and the body that it is of: "secretary general of the"


def describes_person(
    name: Name, reading: Reading, persons: Sequence[Name], verbs: Mapping[int, Trigger], events: EventRules, rules: NameRules
) -> bool:
    """Tell whether a country or a body only says of what land or body a person beside it is; ``verbs`` tell events."""
    if name.kind not in ("country", "organisation") or not persons:
        return False
    bare = not name.adjective and bool(rules.owner_ends)
    bare = bare and (name.kind == "country" or not any(map(rules.is_title, reading.keys[name.last : name.last + 1])))
    if bare and not reading.keys[name.last - 1].endswith(rules.owner_ends):
        return False  # "ব্রিটেন", not "ব্রিটেনের"; "ইডি", not "বিজেপি নেতা"
    firsts, lasts = {one.first for one in persons}, {one.last for one in persons}
    behind = verbs.get(name.last)  # "KPK menahan mantan Bupati Hendra"
    acts = behind is not None and behind.position != "noun" and not rules.is_title(reading.keys[name.last])
    if not events.verb_first and not acts and _before_title(name, reading, firsts, events, rules):
        return True
    title = _title_before(name, reading, events, rules)
    if title is not None:
        at = name.last + (_is_comma(reading.keys, name.last) or _is_mark(reading.keys, name.last))
        return at in firsts or (title > 0 and _is_comma(reading.keys, title - 1) and title - 1 in lasts)
    return name.first in lasts and _is_title_behind(reading.keys, name.last, rules)


def _before_title(name: Name, reading: Reading, firsts: set[int], events: EventRules, rules: NameRules) -> bool:
    """Tell whether a person follows, behind a title or at once: "Iran's foreign minister Ali", "IAEA-Chef Ali"."""
    keys = reading.keys
    at = name.last
    if keys[at : at + 1] in (["'"], ["’"]):
        at += 2
    elif keys[at : at + 1] == ["-"]:
        at += 1
    behind = at
    while at < len(keys) and at - behind < LONGEST_TITLE and at not in firsts and _may_describe(keys[at], events):
        at += 1
    if at not in firsts:
        return False
    plain = behind == name.last and not name.adjective and bool(events.past_endings)
    if plain and keys[behind].endswith(events.past_endings) and not rules.is_title(keys[behind]):
        return False  # "Arden sacked coach Luis Ito"
    titled = any(rules.is_title(key) for key in keys[behind:at])
    if at == name.last:
        joined = not events.coordinators.isdisjoint(keys[max(0, name.first - 1) : name.first])
        return reading.words[at - 1][:1].isupper() and not joined
    owned = rules.titles_stand == "behind" and all(key in events.possessive or key in events.place_links for key in keys[behind:at])
    return titled or owned


def _title_before(name: Name, reading: Reading, events: EventRules, rules: NameRules) -> int | None:
    """Give the token of the title that a body or a land is of: "secretary general of NATO", "président syrien"; None without."""
    keys = reading.keys
    begin = name.first - 1 - _is_mark(keys, name.first - 1)
    for at in range(begin, max(-1, begin - OF_REACH), -1):
        if rules.is_title(keys[at]):
            return at
        if not keys[at][:1].isalpha() or keys[at] in events.coordinators or keys[at] in events.finite:
            return None
    return None


def _is_title_behind(keys: Sequence[str], at: int, rules: NameRules) -> bool:
    """Tell whether a title stands right behind a body that stands behind a name: "페스코프 크렘린궁 대변인은"."""
    return rules.titles_stand == "behind" and at < len(keys) and keys[at].startswith(tuple(rules.titles))


def _may_describe(key: str, events: EventRules) -> bool:
    """Tell whether a word may stand between a country and its person: no verb, no preposition, no sign."""
    return key == "’" or (
        key[:1].isalpha() and key not in events.finite and key not in events.openers and (key,) not in events.place_roles
    )


def _is_mark(keys: Sequence[str], at: int) -> bool:
    return 0 <= at < len(keys) and keys[at] in QUOTES


def _is_comma(keys: Sequence[str], at: int) -> bool:
    return at < len(keys) and keys[at] in {",", "،", "、"}
