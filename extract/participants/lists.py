"""Names joined to others: what stands before the first of a list holds for all of it, "in Kenya, Uganda and Ethiopia".

In goes a sentence with a name, out comes the token at which its list begins. Only where names bear capitals.
"""

from collections.abc import Sequence

from extract.clauses import Name, Reading
from extract.language.events import EventRules
from extract.language.participants import NameRules

SENTENCE_START = 2  # tokens at which a preposition and a list begin it
LONGEST_TITLE = 4  # words of a title with what describes it, where no capitals tell them


def list_start(reading: Reading, name: Name, events: EventRules, rules: NameRules) -> int:
    """Give where the list begins in which a name stands; the name itself where it stands alone or first.

    A comma alone makes no list: "in Kenya, Uganda said"; nor is it one where a verb of its own follows the last name: "went on in
    Russia and Ukraine accused …", but "floods in Kenya and Uganda killed …".
    """
    first = name.first
    if rules.definite_starts and not events.marks_after and name.kind == "person":
        return title_start(reading.keys, first, rules)
    if not rules.cased or events.marks_after or first < 2:
        return first
    keys, words = reading.keys, reading.words
    joined = False
    while True:
        mark = first - 1
        while mark >= 0 and (keys[mark] in events.determiners or keys[mark] in rules.compass):  # articles and compass words
            mark -= 1
        joint = mark >= 0 and keys[mark] in events.coordinators
        if mark < 1 or not (joint or keys[mark] == ","):
            break
        end = mark - 1 if joint and keys[mark - 1] == "," else mark
        start = end
        while start > 0 and words[start - 1][:1].isupper():
            start -= 1
        if start == end:
            break
        first, joined = start, joined or joint
    if first == name.first:
        return first
    goes_on, last = (True, name.last) if joined else _rest(reading, name.last, events, rules)
    return name.first if not goes_on or _has_own_verb(keys, first, last, events) else first


def title_start(keys: Sequence[str], first: int, rules: NameRules) -> int:
    """Give where the title of a name begins, with what describes it: "رئيس الوزراء العراقي"; the name itself without one."""
    starts, begin = tuple(rules.definite_starts), first
    for at in range(first - 1, max(0, first - LONGEST_TITLE) - 1, -1):
        if rules.is_title(keys[at]):
            begin = at
        elif keys[at] not in rules.title_links and not keys[at].startswith(starts):
            break
    return begin


def names_thing(keys: Sequence[str], first: int, rules: NameRules) -> bool:
    """Tell whether a name is that of a thing called after somebody: "جامعة الملك عبد الله"."""
    begin = title_start(keys, first, rules) if rules.named_after else 0
    return not rules.named_after.isdisjoint(keys[max(0, begin - 1) : begin])


def _rest(reading: Reading, at: int, events: EventRules, rules: NameRules) -> tuple[bool, int]:
    """Follow a list behind one of its names: tell whether a joint comes before a further name, and where it ends."""
    keys, words, goes_on = reading.keys, reading.words, False
    while at < len(keys):
        ahead = at + (keys[at] == ",")
        joint = ahead < len(keys) and keys[ahead] in events.coordinators
        ahead += joint
        while ahead < len(keys) and (keys[ahead] in events.determiners or keys[ahead] in rules.compass):
            ahead += 1
        if ahead == at or ahead >= len(keys) or not words[ahead][:1].isupper():
            break
        goes_on = goes_on or joint
        while ahead < len(keys) and words[ahead][:1].isupper():
            ahead += 1
        at = ahead
        if joint:
            break
    return goes_on, at


def _has_own_verb(keys: Sequence[str], first: int, last: int, events: EventRules) -> bool:
    """Tell whether a verb follows a list that cannot be its subject: behind a verb, or at the beginning of a sentence."""
    if last >= len(keys) or not _is_verbal(keys[last], events):
        return False
    return first < SENTENCE_START or any(_is_verbal(key, events) for key in keys[:first])


def _is_verbal(key: str, events: EventRules) -> bool:
    return key in events.finite or (bool(events.past_endings) and key.endswith(events.past_endings))
