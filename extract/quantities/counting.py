"""What a number of a sentence counts: a state near it ("12 were killed"), else a measure or a thing right behind it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extract.language.figures import FigureWords, Units, units
from extract.language.linking import concept, linking_words, neutral_key
from extract.phrases import find_phrases
from extract.quantities.beside import ATTACKER, PEOPLE
from extract.quantities.numbers import Number

AFTER, BEFORE, BEFORE_LAST = 6, 6, 3  # words behind and before a number in which its unit is sought; before, with the verb last
AT_ONCE = 3  # words behind a number within which a state must stand where no noun for people leads to it
SCALE_WORDS = 2  # before a number: "magnitude 7.1", "de magnitud de 7,1"
RICHTER_WORDS = 4  # before a number and behind it: "6.2 on the Richter scale"
YEARS = range(1800, 2101)  # a bare number of this size is rather a year
MAGNITUDE, HIGHEST = neutral_key("magnitude"), 10  # of earthquakes
OF_PEOPLE = frozenset({PEOPLE, ATTACKER, "case"})  # units of which a state tells more
PEOPLE_WORD = neutral_key(PEOPLE)  # the concept of all words for people that a pack lists
_MILLION_LETTER, MILLION = "m", 1e6  # "1.2m people"


class Walls(NamedTuple):
    """Words of a sentence that part its figures from what stands around them, and those that are stepped over."""

    passed: set[int]  # over which no number reaches
    models: set[int]  # parts of names of models
    parted: set[int]  # behind a comma: a bare number there is an age, not what the verb before counts
    glued: set[int]  # letters right behind digits: "2,000ft", "16th"
    skipped: Mapping[int, int]  # first word of what tells a part ("among them three children"), and the word behind it
    marks: Mapping[int, str]  # words of phrases for a state, with its concept at the first: "lost their lives"
    behind_number: set[int]  # words right behind a number


def marks_of(folded: Sequence[str], known: FigureWords) -> dict[int, str]:
    """Give the words of phrases that tell what is counted: its concept at their first word, nothing at the others."""
    marks: dict[int, str] = {}
    for phrase in find_phrases(folded, known.names) if known.names else ():
        marks |= dict.fromkeys(range(phrase.first, phrase.last), "")
        marks[phrase.first] = phrase.value
    return marks


def unit_of(number: Number, folded: Sequence[str], walls: Walls, code: str, told: FigureWords) -> tuple[str, float] | None:
    """Find what a number counts: a state near it, else a measure or a thing right behind it."""
    known = units()
    behind, whole = _behind(number, folded, walls, code, told)
    if (behind and behind[0] in known.not_counted) or (not behind and _is_year(number)):
        return None
    led = any(known.things.get(word) == PEOPLE for word in behind)
    near = [
        _concept(at, folded, walls, code)
        for at in range(max(0, number.first - SCALE_WORDS), number.first)
        if at not in walls.behind_number
    ]
    if scale := known.scales.intersection(near):
        return known.measures[min(scale)]
    state = next((known.states[word] for word in behind[: AFTER if led else AT_ONCE] if word in known.states), None)
    if known.things.get(behind[0] if behind else "", PEOPLE) not in OF_PEOPLE:
        state = None  # "in three towns arrested"
    if whole in known.states and state is None:
        return None  # "11 of the dead were children"
    measure = next((known.measures[word] for word in behind[:2] if word in known.measures), None)
    if measure is not None:
        return measure
    thing = _thing_before(number, folded, walls, code, told)
    thing = thing or next((known.things[word] for word in behind[:4] if word in known.things), None)
    far = (*behind[:RICHTER_WORDS], *_concepts_before(number, folded, walls, code))
    if not (state or thing) and number.high < HIGHEST and MAGNITUDE in far:
        return known.measures[MAGNITUDE]
    if number.last in walls.glued:  # "2,000ft", "the 16th"; "1.2m people"
        return (thing, MILLION) if thing and folded[number.last] == _MILLION_LETTER else None
    if state is None and (thing is None or thing in {PEOPLE, ATTACKER}) and not _is_year(number):
        state = _state_before(number, folded, walls, code, known)
    unit = state or thing
    if (
        unit is None
        and linking_words(code).verb_last
        and len(behind) <= 1
        and number.first > 0
        and number.first not in walls.parted
    ):
        unit = _attacker(concept(folded[number.first - 1], code))  # "the gunmen were three"
    return None if unit is None else (unit, 1.0)


def _behind(number: Number, folded: Sequence[str], walls: Walls, code: str, told: FigureWords) -> tuple[list[str], str]:
    """Give the concepts of the words behind a number that may tell what it counts, and that of the whole of which it is a part.

    What tells a part of it is stepped over.
    """
    known, behind, whole = units(), list[str](), ""
    many = folded[number.last - 1] in told.vague  # "dozens of people"
    at, left = number.last, AFTER
    parted = at < len(folded) and folded[at] in told.parts and not many and at not in walls.marks
    if own := told.duals.get(folded[at - 1]):  # "شخصان": two people
        behind.append(own)
    landed = False
    while at < len(folded) and left:
        if at in walls.skipped:
            at, landed = walls.skipped[at], True
            continue
        goes_on = landed and folded[at] not in told.joins and not (told.joined and folded[at].startswith(told.joined))
        if at in walls.passed and not goes_on:
            break
        left, landed = left - 1, False
        if at not in walls.models:
            word = _concept(at, folded, walls, code)
            if parted and word:  # "five of the injured died": five died
                parted, whole = False, word
            else:
                behind.append(PEOPLE_WORD if folded[at] in told.people and word not in known.states else word)
        at += 1
    return behind, whole


def _concept(at: int, folded: Sequence[str], walls: Walls, code: str) -> str:
    return walls.marks[at] if at in walls.marks else concept(folded[at], code)


def _thing_before(number: Number, folded: Sequence[str], walls: Walls, code: str, told: FigureWords) -> str | None:
    """Give the thing right before a number that a counter stands behind: "住宅12棟"."""
    last, first = number.last, number.first
    if not (first and last < len(folded) and folded[last] in told.counters and told.noun_first):
        return None
    return None if first in walls.parted else units().things.get(_concept(first - 1, folded, walls, code))


def _attacker(word: str) -> str | None:
    """Give the unit of a word where it counts those who attack."""
    return unit if (unit := units().things.get(word)) == ATTACKER else None


def _concepts_before(number: Number, folded: Sequence[str], walls: Walls, code: str) -> list[str]:
    first = max((at for at in walls.passed if at < number.first), default=-1) + 1
    return [_concept(at, folded, walls, code) for at in range(max(first, number.first - RICHTER_WORDS), number.first)]


def _is_year(number: Number) -> bool:
    return number.low == number.high and number.low in YEARS and number.last - number.first == 1


def _state_before(number: Number, folded: Sequence[str], walls: Walls, code: str, known: Units) -> str | None:
    if number.first in walls.parted:
        return None
    least = number.first - 1 - (BEFORE_LAST if linking_words(code).verb_last else BEFORE)
    for at in range(number.first - 1, max(-1, least), -1):
        word = _concept(at, folded, walls, code)
        if word in known.states:
            return known.states[word]
        if at in walls.passed:
            return None
    return None
