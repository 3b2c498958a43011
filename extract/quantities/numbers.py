"""The words of a sentence → the numbers in them, each as a range: "zwölf", "treinta y cinco", "12 ألفا و500", "at least 30"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from extract.language.figures import EXACT, TENS, FigureWords, figure_words
from extract.text import words

ABOUT = 0.1  # "about 50" is 45 to 55
NEARLY = 0.15  # "nearly 50" is 42.5 to 50
ENDLESS = 1e12  # no upper bound told
BOUND_WORDS = 4  # the longest phrase such as "no less than"
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")  # "1.200.000,50"
GROUP, HUNDRED, TEN = 1000, 100, 10
HALF = 0.5
RANGE_WORDS = 3  # the longest phrase between two numbers that are one
CHANGE_WORDS = 8  # before and behind them, in which a word tells that the first became the second
DASHES = frozenset("-–—~～〜‑")
YEARS = range(1800, 2101)  # "1914–1918"
LONGEST_PHRASE = 4  # words of one number: "quatre-vingt-dix-neuf"


class Number(NamedTuple):
    """A number with its least and most, and where it stands among the words."""

    first: int  # word of the sentence
    last: int  # behind the last word
    low: float
    high: float


def numbers_in(folded: Sequence[str], known: FigureWords, gaps: Sequence[str] = ()) -> list[Number]:
    """Find the numbers among the folded words of a sentence, in their order; ``gaps`` is what stands before each word."""
    numbers: list[Number] = []
    at = 0
    while at < len(folded):
        word = folded[at]
        begins = (
            word in known.starts
            or word[:1].isdigit()
            or (word,) in known.half
            or (known.glued is not None and known.glued(word) is not None)
            or (bool(known.joined) and word.startswith(known.joined) and word.removeprefix(known.joined) in known.values)
        )
        value, behind = _value(folded, at, known) if begins else (None, at)
        if value is None:
            at += 1
            continue
        first, behind, value = _with_second(folded, at, behind, value, known, gaps)
        numbers.append(_bounded(folded, first, behind, value, known))
        at = behind
    return numbers


def _with_second(
    folded: Sequence[str], first: int, last: int, value: tuple[float, float], known: FigureWords, gaps: Sequence[str]
) -> tuple[int, int, tuple[float, float]]:
    """Read the second of two numbers that are one: the most of a range ("10 to 12"), or what has become of the first."""
    same = first, last, value
    if value[0] != value[1] or last >= len(folded):
        return same
    opener = next((length for length in (3, 2, 1) if first >= length and tuple(folded[first - length : first]) in known.between), 0)
    for begin in (last, last + 1) if folded[last] in known.counters or folded[last] in known.people else (last,):
        for length in range(RANGE_WORDS, -1, -1):
            phrase = tuple(folded[begin : begin + length])
            rises, at = phrase in known.rises, begin + length
            ranges = phrase in known.ranges or (opener > 0 and len(phrase) == 1 and phrase[0] in known.joins)
            dashed = length == 0 and begin == last < len(gaps) and gaps[last].strip() in DASHES
            if at >= len(folded) or not (rises or ranges or dashed):
                continue
            second, end = _second_value(folded, at, known)
            if second is None or second[0] != second[1] or (dashed and value[0] in YEARS):
                continue
            if dashed and folded[at] == folded[first]:  # "दो-दो लाख": two hundred thousand each
                return at, end, second
            if rises or (not dashed and phrase in known.ranges and _is_changed(folded, first, end, known)):
                return at, end, second
            if value[0] < second[0] and (begin == last or folded[last] in known.counters):
                return first - opener, end, (value[0], second[0])
    if opener and known.joined and (rest := folded[last].removeprefix(known.joined)) != folded[last]:  # "ما بين 10 و12"
        most = _digits(rest, known) or known.value(rest)
        if most is not None and value[0] < most:
            return first - opener, last + 1, (value[0], most)
    return same


def _second_value(folded: Sequence[str], at: int, known: FigureWords) -> tuple[tuple[float, float] | None, int]:
    return _value(folded, at, known) if folded[at] in known.starts or folded[at][:1].isdigit() else (None, at)


def _is_changed(folded: Sequence[str], first: int, last: int, known: FigureWords) -> bool:
    """Tell whether a word near two numbers says that one became the other: "rose", "fell"."""
    near = (*folded[max(0, first - CHANGE_WORDS) : first], *folded[last : last + CHANGE_WORDS])
    return bool(known.changes) and any(f"{word} ".startswith(known.changes) for word in near)


@lru_cache(maxsize=2000)
def numbers_told(sentence: str, code: str) -> frozenset[float]:
    """Give all numbers of a sentence, whatever they count."""
    known = figure_words(code)
    found = numbers_in(known.keys(sentence, words(sentence)), known) if known else ()
    return frozenset(number.low for number in found if number.low == number.high)


def _value(folded: Sequence[str], at: int, known: FigureWords) -> tuple[tuple[float, float] | None, int]:
    """Read a number that begins at a word; its least and most, and the word behind it."""
    word, following = folded[at], folded[at + 1] if at + 1 < len(folded) else ""
    if word in known.before_people and following in known.people:
        return (known.before_people[word],) * 2, at + 1
    if word in known.multipliers and following == word:  # "শত শত": hundreds
        return (2 * known.multipliers[word], known.multipliers[word] * TEN - 1), at + 2
    if word in known.vague:
        return _multiplied(*_of_many(folded, at, known), known)
    if (word,) in known.half and (scale := _scale_behind(folded, at, known)):
        return _multiplied((HALF, HALF), folded, scale, known)
    if word in known.ones and following in known.multipliers:
        at += 1
    elif word in known.ones and following in known.persons:
        return (1.0, 1.0), at + 1  # "eine Person"
    total, group, current, begin = 0.0, 0.0, None, at
    while at < len(folded):
        word = folded[at]
        digits = _digits(word, known)
        added, further = _added(folded, at, current, known)
        if further > at:
            current, at = (current or 0.0) + added, further
            continue
        if digits is not None and current is None:
            current, at = digits, at + (following_group := _has_group_behind(folded, at, known))
            if following_group:
                current = digits * GROUP + float(folded[at])
        elif word in known.multipliers and (current is not None or group or at == begin):
            factor = known.multipliers[word]
            if total < factor:  # "two hundred and five thousand", "十二万"
                total = group = (total + (1.0 if current is None and not total else current or 0.0)) * factor
            elif current is not None:
                group = current * factor
                total += group
            elif folded[at - 1] in known.multipliers:  # "three million two hundred thousand"
                total, group = total + group * (factor - 1), group * factor
            else:
                break
            current = None
        elif not (word in known.joins and total and current is None and at + 1 < len(folded) and _goes_on(folded[at + 1], known)):
            break
        at += 1
    if at == begin:
        return None, at
    return _with_half(total + (current or 0.0), folded, at, known)


def _of_many(folded: Sequence[str], at: int, known: FigureWords) -> tuple[tuple[float, float], Sequence[str], int]:
    """Read "dozens", and "hundreds of thousands" where a word between two of these makes one a part of the other."""
    value, behind = known.vague[folded[at]], folded[at + 1 : at + 3]
    if len(behind) == 2 and behind[0] in known.parts and known.vague.get(behind[1], (0, 0))[0] >= 2 * GROUP:
        scale = known.vague[behind[1]][0] / 2  # "thousands" are at least two
        return (value[0] * scale, value[1] * scale), folded, at + 3
    return value, folded, at + 1


def _scale_behind(folded: Sequence[str], at: int, known: FigureWords) -> int:
    """Give the word for a million of which a half is told before it: "half a million", "půl milionu"; 0 where there is none."""
    words_behind = [at + 1, at + 2] if at + 1 < len(folded) and folded[at + 1] in known.ones else [at + 1]
    return next((number for number in words_behind if number < len(folded) and folded[number] in known.multipliers), 0)


def _goes_on(word: str, known: FigureWords) -> bool:
    """Tell whether a word behind "and" belongs to the number before it: "one hundred and twenty", "12 ألفا و 500"."""
    return word in known.values or (bool(known.joined) and word.isdigit())


def _added(folded: Sequence[str], at: int, current: float | None, known: FigureWords) -> tuple[float, int]:
    """Give what the words from one on add to a number, and the word behind them; 0 and ``at`` where they add nothing."""
    word, behind_ten = (
        folded[at],
        current is not None and (folded[at - 1] in known.tens or (bool(known.phrases) and current in TENS)),
    )
    behind_hundred = current is not None and current >= HUNDRED and current % HUNDRED == 0
    if current is None or behind_hundred:
        for length in range(min(LONGEST_PHRASE, len(folded) - at), 1, -1):
            if (value := known.phrases.get(tuple(folded[at : at + length]))) is not None:
                return value, at + length
    elif behind_ten and (value := known.phrases.get(tuple(folded[at : at + 2]))) is not None and value < TEN:
        return value, at + 2  # "двадцять п'ять", whose apostrophe parts words
    value = known.value(word)
    if value is not None and (current is None or behind_ten or (behind_hundred and value < HUNDRED)):
        return value, at + 1
    if behind_ten and word in known.ones:
        return 1.0, at + 1  # "yirmi bir"
    if current is not None and word in known.teens and current < TEN:
        return float(TEN), at + 1
    if word in known.tens_joins and at + 1 < len(folded):
        value = known.value(folded[at + 1]) or (1.0 if folded[at + 1] in known.ones else None)
        if value is not None and ((behind_ten and value < TEN) or (behind_hundred and value < HUNDRED)):
            return value, at + 2  # "treinta y cinco", "duzentas e cinquenta"
    if known.joined and word.startswith(known.joined) and at:
        rest = word.removeprefix(known.joined)
        value = _digits(rest, known) or known.value(rest)
        if value and (current is None or behind_hundred or (current is not None and current < TEN and rest in known.tens)):
            return value, at + 1  # "خمسة وثلاثون", "12 ألفا و500"
    return 0.0, at


def _with_half(value: float, folded: Sequence[str], at: int, known: FigureWords) -> tuple[tuple[float, float], int]:
    """Add "and a half", and what it is multiplied by."""
    for half in sorted(known.half, key=len, reverse=True):
        if at < len(folded) and folded[at] in known.joins and tuple(folded[at + 1 : at + 1 + len(half)]) == half:
            value += HALF * known.multipliers.get(folded[at - 1], 1.0)  # "un million et demi"
            return _multiplied((value, value), folded, at + 1 + len(half), known)
    return (value, value), at


def _multiplied(value: tuple[float, float], folded: Sequence[str], at: int, known: FigureWords) -> tuple[tuple[float, float], int]:
    factor = 1.0
    while at < len(folded) and folded[at] in known.multipliers:
        factor *= known.multipliers[folded[at]]
        at += 1
    return (value[0] * factor, value[1] * factor), at


def _has_group_behind(folded: Sequence[str], at: int, known: FigureWords) -> bool:
    """Tell whether three more digits stand behind a space: "12 000" where a comma is the decimal sign."""
    first, group = folded[at], folded[at + 1] if at + 1 < len(folded) else ""
    return known.decimal == "," and first.isdigit() and len(first) <= len(group) == 3 and group.isdigit()


def _digits(word: str, known: FigureWords) -> float | None:
    """Read digits with the grouping and the decimal sign of the language; digits of any script count."""
    plain = word.replace(",", "")
    if known.decimal == "," and word[:1].isdigit():
        plain = (word.replace(".", "") if _GROUPED.fullmatch(word) else word).replace(",", ".")
    try:
        return float(plain) if plain[:1].isdigit() else None
    except ValueError:
        return None


def _bounded(folded: Sequence[str], first: int, last: int, value: tuple[float, float], known: FigureWords) -> Number:
    """Widen a number by the words before it ("at least") or behind it ("से अधिक")."""
    for length in range(BOUND_WORDS, 0, -1):
        before, behind = tuple(folded[first - length : first]), tuple(folded[last : last + length])
        if EXACT in {known.bounds.get(before), known.bounds.get(behind)}:
            break
        if first >= length and before in known.bounds:
            return Number(first - length, last, *_range(value, known.bounds[before]))
        if behind in known.bounds and known.bounds[behind] in {"more", "less"}:
            return Number(first, last + length, *_range(value, known.bounds[behind]))
    counted = last < len(folded) and folded[last] in known.counters
    for length in range(BOUND_WORDS, not counted, -1):  # "douze personnes au moins", "12人以上"
        end = last + 1 + length
        bound = known.bounds.get(tuple(folded[last + 1 : end]), "")
        if (bound in {"more", "less"} or (bound == "nearly" and counted)) and not (
            end < len(folded) and _is_number(folded[end], known)
        ):
            return Number(first, last, *_range(value, bound))
    return Number(first, last, *value)


def _is_number(word: str, known: FigureWords) -> bool:
    """Tell whether a word begins a number: "twelve dead, at least thirty hurt"."""
    return word[:1].isdigit() or word in known.vague or known.value(word) is not None


def _range(value: tuple[float, float], bound: str) -> tuple[float, float]:
    low, high = value
    if bound == "more":
        return low, ENDLESS
    if bound == "less":
        return 0.0, high
    if bound == "nearly":
        return low * (1 - NEARLY), high
    return low * (1 - ABOUT), high * (1 + ABOUT)
