"""What an act answers: "struck Gaza in retaliation for a rocket attack". What is answered came first, and is another event.

In go the days of a document's drafts; out come those days, and which event answers which.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec import structs

from extract.clauses import Reading
from extract.events.drafts import Draft, Placed
from extract.events.when.days import Day, Days
from extract.language.events import EventRules
from extract.models import When

REACH = 10  # tokens before the words of an answer in which what it answers stands
ENDS = frozenset(",;:،。、，")  # of what is answered
DAY_REACH = 3  # tokens before what is answered in which a day of its own stands
CONFIDENCE = 0.5
RULE = "date: before its answer"


class Answer(NamedTuple):
    """Two events by their numbers, and the tokens of the earlier with its words."""

    earlier: int
    later: int
    first: int
    last: int


def _answers_of(drafts: Sequence[Draft], rules: EventRules) -> list[Answer]:
    """Give what each event answers, where words tell that it does: "in response to", "के जवाब में"."""
    found: list[Answer] = []
    before: list[int] = []
    for sentence, numbers in groupby(range(len(drafts)), key=lambda number: drafts[number].sentence):
        near = list(numbers)
        for first, last in _answered(drafts[near[0]].reading, rules):
            told = [at for at in near if first <= drafts[at].trigger.first and drafts[at].trigger.last <= last]
            others = [at for at in near if at not in told and not drafts[at].is_speech]
            if told:
                main = _answer(told, others) if others else _of_its_kind(told, before, drafts, sentence)
                found += [Answer(at, main, first, last) for at in told if main is not None]
        before = near
    return found


def on_its_side(draft: Draft, places: Sequence[Placed], rules: EventRules) -> Sequence[Placed]:
    """Keep the places told with what is answered for that, and the others for what answers it."""
    spans = _answered(draft.reading, rules) if places else []
    for first, last in spans:
        told = first <= draft.trigger.first and draft.trigger.last <= last
        places = [place for place in places if (first <= place.token < last) == told]
    return places


def _answered(reading: Reading, rules: EventRules) -> list[tuple[int, int]]:
    """Give the tokens of what is answered: behind the words for an answer, or before them."""
    keys, out = reading.keys, []
    for one in reading.phrases(rules.replies):
        end = next((at for at in range(one.last, len(keys)) if keys[at] in ENDS), len(keys))
        out.append((one.last, end))
    for one in reading.phrases(rules.replies_behind):
        low = max(0, one.first - REACH)
        begin = next((at + 1 for at in range(one.first - 1, low - 1, -1) if keys[at] in ENDS), low)
        out.append((begin, one.first))
    return out


def _answer(told: Sequence[int], others: Sequence[int]) -> int:
    """Give the event of the sentence that answers: the last one before what is ``told`` as answered, else the first behind."""
    before = [at for at in others if at < told[0]]
    return before[-1] if before else others[0]


def _of_its_kind(told: Sequence[int], before: Sequence[int], drafts: Sequence[Draft], sentence: int) -> int | None:
    """Give the event of the sentence before that is of the same kind: "It expelled two envoys. This answers the expulsion of …"."""
    kinds = {drafts[at].kind.name for at in told}
    near = [at for at in before if sentence - drafts[at].sentence == 1 and drafts[at].kind.name in kinds]
    return near[-1] if near else None


def with_answers(days: Days, drafts: Sequence[Draft], rules: EventRules) -> tuple[Days, Mapping[int, int]]:
    """Leave what is answered no day of its answer: it was before, on a day that its own words tell or none.

    The number of the answer of each event that has one is given too.
    """
    answers, out = _answers_of(drafts, rules), list(days.days)
    own = {one: out[one.earlier].when for one in answers if _has_day(out[one.earlier].when, drafts[one.earlier], one)}
    beside = {(one.later, one.first): own[one] for one in reversed(own)}  # a toll has the day of what it is of
    for one in answers:
        other = out[one.later].when
        if one in own or not (other and other.last_day):
            continue
        before = When(None, other.last_day, "unknown", "none", CONFIDENCE, RULE, other.evidence)
        out[one.earlier] = Day(beside.get((one.later, one.first), before), None)
    return structs.replace(days, days=out), {one.earlier: one.later for one in answers}


def _has_day(when: When | None, draft: Draft, answer: Answer) -> bool:
    """Tell whether the words of a day stand with what is answered."""
    reading = draft.reading
    begin, end = reading.starts[max(answer.first, draft.trigger.first - DAY_REACH)], reading.ends[answer.last - 1]
    return when is not None and any(begin <= one.span.start < end for one in when.evidence)
