"""What stands beside a number and says what it counts: "the death toll", "on board", "the clinic counts"."""

from collections.abc import Sequence

from msgspec.structs import replace

from extract.kinds import kind_named
from extract.language.figures import FigureWords, units
from extract.language.linking import linking_words
from extract.models import Event, Quantity, Span
from extract.phrases import Found, find_phrases
from extract.quantities.numbers import Number

ABOARD_BEFORE, ABOARD_BEHIND = 5, 6  # words between "carrying" or "on board" and the number of those in a vehicle
TOLL_WORDS = 7  # between "the death toll" and its number: "in the two provinces hit rose to"
PEOPLE, ATTACKER = "people", "attacker"  # units
COMMON = "common"  # kind of a participant without a name
HARMED = frozenset({"patient", "victim"})  # roles of kinds that somebody does to others
BESIDE = 30  # code points between a figure of people and the trigger that says what became of them
FAR_BESIDE = 60  # the same of the only people who are counted in a sentence
COUNTED = 12  # code points between a number and the noun that it counts: "two masked gunmen"
_PAUSES = frozenset(",;:—–、，；")
AGAIN_WORDS = 5  # the longest phrase such as "put the number at"


def tolls_behind(folded: Sequence[str], breaks: set[int], known: FigureWords) -> dict[int, Found[str]]:
    """Give for each word a little behind "the death toll" what the toll counts: "मृतकों की संख्या बढ़कर 34 हो गई"."""
    found: dict[int, Found[str]] = {}
    for phrase in find_phrases(folded, known.tolls) if known.tolls else ():
        for at in range(phrase.last, min(len(folded), phrase.last + TOLL_WORDS + 1)):
            if at in breaks:
                break
            found[at] = phrase
    return found


def is_aboard(number: Number, folded: Sequence[str], breaks: set[int], known: FigureWords) -> bool:
    """Tell whether words beside people who are counted put them in a vehicle: "carrying 412 people", "76 people on board"."""
    first, last = max(0, number.first - ABOARD_BEFORE), min(len(folded), number.last + ABOARD_BEHIND)
    first = max((at for at in breaks if first <= at <= number.first), default=first)
    last = min((at for at in breaks if number.last <= at < last), default=last)
    return bool(find_phrases(folded[first : number.first], known.aboard) or find_phrases(folded[number.last : last], known.aboard))


def counts_again(number: Number, folded: Sequence[str], breaks: set[int], known: FigureWords, code: str) -> bool:
    """Tell whether a bare number is what another counts of the same: "police put the dead at 17; the clinic counts 15"."""
    first = max(0, number.first - AGAIN_WORDS)
    if linking_words(code).verb_last:
        return any(phrase.first == 0 for phrase in find_phrases(folded[number.last : number.last + AGAIN_WORDS], known.again))
    bare = number.last == len(folded) or number.last in breaks
    return bare and any(first + phrase.last == number.first for phrase in find_phrases(folded[first : number.first], known.again))


def told_of(kind: str, found: Sequence[Quantity], trigger: Span, text: str, doers: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """Give the people counted right beside a trigger the unit of its kind: "17 workers lost their lives" are killed.

    Nothing changes where a figure already has that unit, or where the kind has none. ``doers`` are the nouns of those who do
    it, whose number it does not befall: "three attackers killed a guard".
    """
    fates = frozenset(units().kinds.values())
    found = [
        replace(one, unit=PEOPLE) if one.unit in fates and _counts(one.source.span, doers) else one for one in found
    ] if doers else found  # fmt: skip
    unit = units().kinds.get(kind)
    if unit is None or any(quantity.unit == unit for quantity in found):
        return tuple(found)
    people = [quantity for quantity in found if quantity.unit in {PEOPLE, ATTACKER} and not _counts(quantity.source.span, doers)]
    far = FAR_BESIDE if len(people) == 1 else BESIDE
    beside = [quantity for quantity in people if _is_beside(quantity.source.span, trigger, text, far)]
    nearest = min(beside, key=lambda quantity: abs(quantity.source.span.start - trigger.start), default=None)
    return tuple(replace(quantity, unit=unit) if quantity is nearest else quantity for quantity in found)


def doers_of(event: Event) -> list[Span]:
    """Give the nouns of those who do to others what an event tells: their number is not that of those whom it befalls."""
    if HARMED.isdisjoint(kind_named(event.kind).roles):
        return []
    return [one.source.span for one in event.participants if one.role == "agent" and one.kind == COMMON and not one.aside]


def _counts(figure: Span, doers: Sequence[Span]) -> bool:
    """Tell whether a number stands right before one of some nouns, or in it."""
    return any(figure.start <= noun.end and noun.start - figure.end <= COUNTED for noun in doers)


def _is_beside(figure: Span, trigger: Span, text: str, far: int) -> bool:
    first, last = sorted((figure, trigger))
    between = text[first.end : last.start]
    return len(between) <= far and _PAUSES.isdisjoint(between)
