"""Names of persons beside a title, in scripts without capitals: "外长王毅", "小野寺晃市長", "윤호석 행정안전부 장관", "琴嵐（24）".

The title stands before the name or behind it, as the pack says; a surname of its table, or letters that write foreign names, tell
the name from other words. A name behind whose title a mark of its role stands ends with the title.
"""

from collections.abc import Iterator, Sequence

from extract.clauses import Reading
from extract.language.participants import NameRules
from extract.models.record import Record

LONGEST_NATIVE = 6  # letters of a name before its title
LONGEST_BEHIND = 3  # letters of a name behind its title: a surname of one letter, and two
LONGEST_FOREIGN = 10  # letters of a foreign name, on either side of a joint
LONGEST_PART = 2  # letters of a word inside a name that is none of the surnames
LONGEST_OFFICE = 3  # tokens from a name to its title: "전 브라질 대통령"
UNKNOWN = range(3, 6)  # letters of a name without a known surname
KATAKANA = 3  # letters from which a run of katakana before a title is a name
AGES = range(10, 100)
MIDDLE_DOT = "・"  # between the parts of a foreign name
_OPEN, _CLOSE, _JOINTS = frozenset("(（"), frozenset(")）"), frozenset("·・‧•")


class Titled(Record, frozen=True):
    """A name: its tokens [first, end), and behind which token what follows tells its role."""

    first: int
    end: int
    last: int


def titled(reading: Reading, rules: NameRules, closed: Sequence[bool]) -> Iterator[Titled]:
    """Yield the names beside the titles of a sentence, and those with an age behind them."""
    keys = reading.keys
    for at, key in enumerate(keys):
        if rules.titles_stand == "before":
            if key in rules.titles or (key[:1] in rules.surnames and at + 1 < len(keys) and keys[at + 1] in rules.unnamed):
                yield from _behind(reading, at, rules, closed)
        elif _is_title(key, rules):
            yield from _before(reading, at, rules, closed)
        elif key in _OPEN and _is_age(keys, at):
            yield from _aged(reading, at, rules, closed)


def end_of_titles(reading: Reading, last: int, rules: NameRules) -> int:
    """Give where the titles and the age behind a name end; the mark of its role stands there."""
    keys = reading.keys
    if rules.spaced and not keys[last - 1].endswith(tuple(ending for ending, _ in rules.role_endings)):
        office = next((at for at in range(last, min(last + LONGEST_OFFICE, len(keys))) if _is_title(keys[at], rules)), last)
        last = office if all(key.isalnum() for key in keys[last:office]) else last  # "보우소나루 전 브라질 대통령이"
    while last < len(keys) and (_is_title(keys[last], rules) or (keys[last] in _OPEN and _is_age(keys, last))):
        last = last + 1 if keys[last] not in _OPEN else _end_of_age(keys, last)
    return last


def _end_of_age(keys: Sequence[str], at: int) -> int:
    return next(number for number in range(at, len(keys)) if keys[number] in _CLOSE) + 1


def _behind(reading: Reading, title: int, rules: NameRules, closed: Sequence[bool]) -> Iterator[Titled]:
    """Give the name behind a title, or a surname before "某"."""
    keys = reading.keys
    if keys[title] not in rules.titles:
        yield Titled(title, title + 2, title + 2)
        return
    first = end = title + 1
    letters = ""
    if first >= len(keys) or not keys[first]:
        return
    native = keys[first][0] in rules.surnames and not _is_long_foreign(keys, first, rules)
    most = LONGEST_BEHIND if native else LONGEST_FOREIGN
    while end < len(keys) and _joins(reading, end, rules, closed) and len(letters + keys[end]) <= most:
        if not native and not set(keys[end]) <= rules.foreign:
            break
        letters += keys[end]
        end += 1
    if native and len(letters) == LONGEST_BEHIND - 1 and _is_last_given(reading, end, rules, closed):  # "王建军"
        end += 1
    while not native and letters and end + 1 < len(keys) and keys[end] in _JOINTS and set(keys[end + 1]) <= rules.foreign:
        end += 2
        while end < len(keys) and keys[end] and set(keys[end]) <= rules.foreign:
            end += 1
    if len(letters) > 1:
        yield Titled(first, end, end)


def _is_last_given(reading: Reading, at: int, rules: NameRules, closed: Sequence[bool]) -> bool:
    """Tell whether a letter that else tells of a body ends a name: no more of a word follows."""
    keys = reading.keys
    return (
        at < len(keys)
        and not closed[at]
        and len(keys[at]) == 1
        and keys[at] in rules.last_given
        and (at + 1 == len(keys) or closed[at + 1] or not _joins(reading, at + 1, rules, closed))
    )


def _is_long_foreign(keys: Sequence[str], first: int, rules: NameRules) -> bool:
    """Tell whether letters that write foreign names run on beyond a native name, though they begin as a surname: 马哈茂德."""
    letters = 0
    for key in keys[first : first + LONGEST_FOREIGN]:
        if not key or not set(key) <= rules.foreign:
            break
        letters += len(key)
    return letters > LONGEST_BEHIND


def _before(reading: Reading, at: int, rules: NameRules, closed: Sequence[bool]) -> Iterator[Titled]:
    """Give the name before a title."""
    keys = reading.keys
    if rules.spaced:
        for first in (at - 1, at - 2):
            between = keys[first + 1 : at]
            if first >= 0 and _is_spaced_name(keys[first], rules) and not closed[first] and all(map(rules.is_body, between)):
                yield Titled(first, first + 1, at + 1)
                return
        return
    first = _run_before(reading, at, rules, closed)
    name = "".join(keys[first:at])
    foreign = len(name) >= KATAKANA and _is_katakana(name.strip("・"))
    if keys[at] in rules.sure_titles and not foreign and (sure := _surely(keys, at, rules)) < at:
        yield Titled(sure, at, at + 1)
    elif foreign or (len(name) > 1 and any(name.startswith(one) for one in rules.surnames)):
        yield Titled(first, at, at + 1)


def _surely(keys: Sequence[str], at: int, rules: NameRules) -> int:
    """Give where a name begins before a title that only names bear, whatever its letters mean else: "三条薫さん"."""
    first = at
    while first > 0 and len(keys[first - 1]) <= LONGEST_PART and all("\u3400" <= letter <= "\u9fff" for letter in keys[first - 1]):
        first -= 1
    plain = any(key in rules.never or key in rules.titles for key in keys[first:at])
    return first if len("".join(keys[first:at])) in UNKNOWN and not plain else at


def _aged(reading: Reading, at: int, rules: NameRules, closed: Sequence[bool]) -> Iterator[Titled]:
    """Give the name before an age in brackets; of letters that make no word, or with a surname."""
    keys = reading.keys
    first = at
    while first > 0 and (len(keys[first - 1]) == 1 or keys[first - 1] in rules.surnames):
        if not _joins(reading, first - 1, rules, closed) or at - first > LONGEST_BEHIND:
            break
        first -= 1
    if at - first > 1:
        yield Titled(first, at, _end_of_age(keys, at))


def _run_before(reading: Reading, at: int, rules: NameRules, closed: Sequence[bool]) -> int:
    """Give where the run of short words, surnames and katakana before a token begins."""
    keys, first, letters = reading.keys, at, 0
    while first > 0 and letters + len(keys[first - 1]) <= max(LONGEST_NATIVE, LONGEST_FOREIGN * _is_katakana(keys[first - 1])):
        key = keys[first - 1]
        known = len(key) <= LONGEST_PART or key in rules.surnames or _is_katakana(key)
        if not known or not (_joins(reading, first - 1, rules, closed) or key in _JOINTS):
            break
        first, letters = first - 1, letters + len(key)
        if key in rules.surnames and len(key) > 1:
            break
    return first


def _joins(reading: Reading, at: int, rules: NameRules, closed: Sequence[bool]) -> bool:
    """Tell whether a token may be a part of a name."""
    key = reading.keys[at]
    if closed[at] or key in rules.never or key in rules.titles or (key,) in rules.roles or key in rules.organisation_words:
        return False
    return all("\u3400" <= letter <= "\u9fff" or "\u30a1" <= letter <= "\u30fe" for letter in key)


def _is_title(key: str, rules: NameRules) -> bool:
    """Tell whether a word is a title, or ends with one before a mark of its role: "부산시장은"."""
    if key in rules.titles or not rules.spaced:
        return key in rules.titles
    bare = next((key[: -len(ending)] for ending, _ in rules.role_endings if key.endswith(ending)), key)
    return bare.endswith(tuple(rules.titles))


def _is_spaced_name(key: str, rules: NameRules) -> bool:
    return len(key) == LONGEST_BEHIND and key[0] in rules.surnames and key not in rules.never


def _is_age(keys: Sequence[str], at: int) -> bool:
    return (
        at + 2 < len(keys)
        and keys[at + 1].isdecimal()
        and int(keys[at + 1]) in AGES
        and not _CLOSE.isdisjoint(keys[at + 2 : at + 4])
    )


def first_of_foreign(keys: Sequence[str], first: int) -> int:
    """Give where a foreign name begins of which the last part is known: behind a middle dot all katakana before belong to it."""
    while first > 1 and keys[first - 1] == MIDDLE_DOT and _is_katakana(keys[first - 2]):
        first -= 2
        while first > 0 and _is_katakana(keys[first - 1]):
            first -= 1
    return first


def _is_katakana(word: str) -> bool:
    return bool(word) and all("\u30a1" <= letter <= "\u30fe" for letter in word)
