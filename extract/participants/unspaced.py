"""Names that no title shows, in scripts without spaces: "康乐集团", "安娜·科瓦尔斯卡", "陈思远周一接替黄国荣".

A body is told by its last word, a foreign person by the joint of the name, a native one by a surname and the few letters behind
it, where no word of the language is left between a beginning and a day, a verb or a mark of a role.
"""

from collections.abc import Iterator, Sequence

from extract.clauses import NameKind, Reading
from extract.language.participants import NameRules
from extract.models import Span

LONGEST_BODY = 14  # letters before the last word of a body's name
FEWEST_BODY = 2
LONGEST_LEFT = 5  # letters of a foreign name before its joint
LONGEST_WHOLE = 4  # letters of a word that stands whole beside the joint
GIVEN = 2  # letters of a native given name, at most
JOINTS = frozenset("·・‧•")


def by_shape(
    reading: Reading, rules: NameRules, closed: Sequence[bool], towns: Sequence[Span], shown: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, NameKind]]:
    """Yield tokens [first, last) of the names that no title shows, with their kind; none of those shown already.

    ``towns`` are spans of places that may begin the name of a body.
    """
    if rules.spaced:
        return
    taken = {at for one in shown for at in range(*one)}
    for first, last in _joined(reading, rules):
        if (first, last) not in shown:
            taken.update(range(first, last))
            yield first, last, "person"
    for first, last in _natives(reading, rules, closed):
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            yield first, last, "person"
    for first, last in _bodies(reading, rules, closed, reading.covered(towns)):
        if taken.isdisjoint(range(first, last)):
            yield first, last, "organisation"


def _bodies(reading: Reading, rules: NameRules, closed: Sequence[bool], towns: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the names that end with a word of an organisation."""
    keys, done = reading.keys, 0
    for at, key in enumerate(keys):
        if key not in rules.body_ends or (at + 1 < len(keys) and keys[at + 1] in rules.body_ends):
            continue
        first, letters = at, 0
        while first > done and _in_body(keys[first - 1], rules, closed[first - 1] and not towns[first - 1]):
            if letters + len(keys[first - 1]) > LONGEST_BODY:
                break
            first -= 1
            letters += len(keys[first])
        common = any(key in forms for forms in rules.common_words.values())
        several = not common or at - first > 1 or any(len(one) == 1 for one in keys[first:at])
        if letters >= FEWEST_BODY and several:
            yield first, at + 1
            done = at + 1


def _joined(reading: Reading, rules: NameRules) -> Iterator[tuple[int, int]]:
    """Yield the foreign names whose parts a joint parts."""
    keys, done = reading.keys, 0
    for at, key in enumerate(keys):
        if key not in JOINTS or at < done or at + 1 >= len(keys):
            continue
        first = at
        while first > done and _sounds(keys[first - 1], rules, left=True):
            if reading.starts[at] - reading.starts[first - 1] > LONGEST_LEFT:
                break
            first -= 1
        last = at + 1
        while last < len(keys) and (keys[last] in JOINTS or _sounds(keys[last], rules, left=False)):
            last += 1
        if first < at and last > at + 1:
            yield first, last
            done = last


def _natives(reading: Reading, rules: NameRules, closed: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the native names that stand free before a day, a verb or a mark."""
    keys = reading.keys
    for at, key in enumerate(keys):
        if key not in rules.surnames or closed[at] or not _begins(keys, at, rules):
            continue
        last = at + 1
        while last < len(keys) and last - at <= GIVEN and len(keys[last]) == 1 and _is_given(keys[last], rules, closed[last]):
            last += 1
        lone = last == at + 2 and keys[at + 1] in rules.not_given
        if last > at + 1 and not lone and _ends(keys, last, rules, closed):
            yield at, last


def _in_body(key: str, rules: NameRules, closed: bool) -> bool:
    plain = key in rules.never or key in rules.titles or (key,) in rules.roles or key in rules.happening or key in rules.pivots
    passive = rules.roles.get((key[:1],)) == "agent"  # "被送往"
    return not (closed or plain or passive) and key.isalpha() and not key.isascii()


def _sounds(key: str, rules: NameRules, *, left: bool) -> bool:
    """Tell whether a word may be a part of a foreign name beside its joint."""
    if key in rules.titles or not key.isalpha() or len(key) > LONGEST_WHOLE or (left and (key,) in rules.roles):
        return False
    return all(letter in rules.foreign or letter in rules.joint_letters for letter in key)


def _begins(keys: Sequence[str], at: int, rules: NameRules) -> bool:
    """Tell whether a name may begin at a token: at the beginning of a part, behind a verb, a title or a mark."""
    before = keys[at - 1] if at else ""
    told = before in rules.happening or before in rules.titles or before in rules.joining or (before,) in rules.roles
    return told or not before[:1].isalpha()


def _ends(keys: Sequence[str], at: int, rules: NameRules, closed: Sequence[bool]) -> bool:
    """Tell whether a name may end before a token: a day, a verb, a mark, the end of the part."""
    if at >= len(keys) or closed[at]:
        return True
    key = keys[at]
    return key in rules.happening or key in rules.joining or (key,) in rules.roles or not key[:1].isalnum()


def _is_given(key: str, rules: NameRules, closed: bool) -> bool:
    plain = key in rules.never or (key,) in rules.roles or key in rules.happening
    return not closed and not plain and key.isalpha()
