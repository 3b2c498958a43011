"""Numbers that tell a part of another ("12 people, among them three children"), and those that are told together."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extract.language.figures import FigureWords, units
from extract.language.linking import concept
from extract.phrases import find_phrases
from extract.quantities.beside import PEOPLE
from extract.quantities.numbers import Number

PART_WORDS = 2  # between "among them" and the number of the part, and between that and "included" behind it
LONGEST_PART = 16  # words of what tells a part, up to the comma behind it
NOUN_WORDS = 2  # of the people between two numbers that are told together


class Parts(NamedTuple):
    """What of a sentence tells parts of what is counted before or behind it."""

    inside: set[int]  # first words of the numbers that tell parts
    skipped: Mapping[int, int]  # first word of what tells a part, and the word behind it


def parts_of(
    numbers: Sequence[Number], folded: Sequence[str], parted: set[int], marks: Mapping[int, str], known: FigureWords, code: str
) -> Parts:
    """Find the numbers behind "among them" or before "included" that no word for a state follows, and what to step over."""
    inside, skipped = set[int](), dict[int, int]()

    def tells_state(first: int, last: int) -> bool:
        return any((marks[at] if at in marks else concept(folded[at], code)) in units().states for at in range(first, last))

    for phrase in find_phrases(folded, known.among):
        close = _close(phrase.last, folded, parted)
        end = close or len(folded)
        mine = [number for number in numbers if phrase.last <= number.first <= phrase.last + PART_WORDS and number.first < end][:1]
        if mine:
            mine += [one for one in _joined_to(mine[0], numbers, folded, known, code) if one.first < end]
            people = mine[0].last < end and _are_people((mine[0].last,), folded, known, code)
            if not people and tells_state(mine[-1].last, min(end, mine[-1].last + LONGEST_PART)):
                continue  # "50 passagers, dont douze sont morts"
            inside |= {number.first for number in mine}
        if close is not None or mine:
            skipped[phrase.first] = close if close is not None else min(len(folded), mine[-1].last + 1)
    for phrase in find_phrases(folded, known.them):  # "At least 17 people, six of them policemen, were hurt"
        number = next((number for number in numbers if number.last == phrase.first and number.first in parted), None)
        close = _close(phrase.last, folded, parted) if number else None
        if number and close and not tells_state(phrase.last, close):
            inside.add(number.first)
            skipped[number.first] = close
    for phrase in find_phrases(folded, known.among_behind):
        inside |= {
            number.first
            for number in numbers
            if 0 <= phrase.first - number.last <= PART_WORDS and _are_people(range(number.last, phrase.first), folded, known, code)
        }
    return Parts(inside, skipped)


def _close(first: int, folded: Sequence[str], parted: set[int]) -> int | None:
    """Give the word behind the comma that ends what tells a part."""
    return next((at for at in range(first + 1, min(len(folded), first + LONGEST_PART)) if at in parted), None)


def _joined_to(first: Number, numbers: Sequence[Number], folded: Sequence[str], known: FigureWords, code: str) -> Sequence[Number]:
    """Give the number that goes on telling the part: "three women and two children"."""
    following = next((number for number in numbers if number.first >= first.last), None)
    if following is None or following is first:
        return ()
    return [following] if _is_join(first.last, following.first, folded, known, code) else ()


def with_companions(numbers: Sequence[Number], folded: Sequence[str], known: FigureWords) -> tuple[list[Number], dict[int, int]]:
    """Add to a number the one person who is told with it: "a woman and two men" are three; and the words to step over then."""
    begun = {number.first for number in numbers}
    alone = [phrase for phrase in find_phrases(folded, known.alone) if phrase.first not in begun]
    stepped, result = dict[int, int](), list[Number]()
    if not alone:
        return list(numbers), stepped
    for number in numbers:
        before = next((one for one in alone if _is_led_by(number.first, one.last, folded, known)), None)
        behind = next(
            (
                one
                for one in alone
                if number.last < one.first - 1 <= number.last + NOUN_WORDS and folded[one.first - 1] in known.joins
            ),
            None,
        )
        follows = behind is not None and all(word in known.people for word in folded[number.last : behind.first - 1])
        if follows and behind is not None:
            stepped[behind.first - 1] = behind.last
        more = follows + (before is not None)
        result.append(Number(before.first if before else number.first, number.last, number.low + more, number.high + more))
    return result, stepped


def _is_led_by(number: int, last: int, folded: Sequence[str], known: FigureWords) -> bool:
    """Tell whether "and" joins a number to what ends before a word: "a woman and two men", "امرأة ورجلان"."""
    joined = bool(known.joined) and last == number and folded[number].startswith(known.joined)
    return joined or (last == number - 1 and folded[last] in known.joins)


def are_together(
    one: Number, other: Number, unit: str, other_unit: str, folded: Sequence[str], breaks: set[int], known: FigureWords, code: str
) -> bool:
    """Tell whether two numbers of people count those of one fate: "two women and three children were killed"."""
    states = frozenset(units().states.values())
    if not (unit == PEOPLE and other_unit in {PEOPLE, *states}) and not (unit == other_unit and unit in states):
        noun = other.last + 1  # "killed two women and three children."
        ends = noun >= len(folded) or noun in breaks
        if not (unit in states and other_unit == PEOPLE and ends):
            return False
    return _is_join(one.last, other.first, folded, known, code)


def _is_join(first: int, last: int, folded: Sequence[str], known: FigureWords, code: str) -> bool:
    """Tell whether nothing but people and one "and" stands between two words."""
    between = range(first, last)
    joins = [at for at in between if folded[at] in known.joins or folded[at] in known.joining]
    if len(joins) != 1 or not first <= joins[0] <= first + NOUN_WORDS + 1:
        return False
    return _are_people([at for at in between if at not in joins], folded, known, code)


def _are_people(words: Sequence[int], folded: Sequence[str], known: FigureWords, code: str) -> bool:
    return all(
        folded[at] in known.people or folded[at] in known.counters or units().things.get(concept(folded[at], code)) == PEOPLE
        for at in words
    )
