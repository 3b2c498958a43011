"""Words → kinds of event: every trigger of a read sentence, verbs and nouns, several a sentence.

The most specific entry wins each word: the longest, then the one with most conditions met, then the earlier in the
table. Nouns that only modify another ("launch pad"), participles before a noun ("the displaced people"), names
("Rescue Committee") and idioms ("a war of words") are no triggers.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from extract.clauses import Clause, Position, Reading, Trigger
from extract.language import LanguagePack
from extract.language.events import EventRules
from extract.language.shapes import Shapes, joined
from extract.language.triggers import Heads, TriggerEntry, TriggerTables, trigger_tables
from extract.models import Span
from extract.phrases import find_phrases

NEAR_TOKENS = (
    10  # tokens to either side in which a condition's word may stand; sketch: 5 lost 4 % of triggers, the clause alone 6 %
)
HABIT_TOKENS = 3  # before a verb, in which a word makes a habit of it
FORBIDDING_TOKENS = 6  # tokens to either side, inside the clause, in which a word forbids an entry
_JOINTS = frozenset("-'’")  # stand inside a word of the table: "test-fire"
_STOPS = frozenset(',.;:।()"“”')


Candidate = tuple[int, int, TriggerEntry, int, str | None, tuple[int, ...]]  # first, last, entry, conditions met, object, tokens


@cache
def verb_forms(pack: LanguagePack) -> Shapes:
    """Give the forms with which the pack's event verbs begin: a part of a sentence with one is a clause."""
    return joined(entry.steps[0] for entry in trigger_tables(pack).entries if entry.form == "verb")


def find_triggers(reading: Reading, index: TriggerTables, rules: EventRules, taken: Sequence[Span] = ()) -> list[Trigger]:
    """Find the triggers of one sentence, in order; none inside the ``taken`` spans (dates, names of places)."""
    candidates = list(_candidates(reading, index))
    if not candidates:
        return []
    candidates.sort(key=lambda found: (found[0] - found[1], -found[3], found[2].order, found[0]))
    used = _used(reading, rules, taken)
    triggers: list[Trigger] = []
    for first, last, entry, strength, object_key, own in candidates:
        if any(used[at] for at in own):
            continue
        position = _position(reading, first, last, entry, rules)
        if position is None:
            continue
        used[first:last] = [True] * (last - first)
        triggers.append(Trigger(first, last, entry.kind, position, strength, entry.lemma, entry.rule, object_key))
    return sorted(triggers)


def _used(reading: Reading, rules: EventRules, taken: Sequence[Span]) -> list[bool]:
    used = [False] * len(reading.keys)
    for span in taken:
        for at in range(reading.token_at(span.start), len(used)):
            if reading.starts[at] >= span.end:
                break
            used[at] = True
    for idiom in find_phrases(reading.keys, rules.idioms):
        used[idiom.first : idiom.last] = [True] * (idiom.last - idiom.first)
    return used


def _candidates(reading: Reading, index: TriggerTables) -> Iterator[Candidate]:
    keys = reading.keys
    for first, key in enumerate(keys):
        heads = index.heads_at(key)
        for entry, own in _matches(keys, first, heads) if heads else ():
            last = own[-1] + 1
            met = _conditions(reading, first, last, entry, index)
            if met is not None:
                yield first, last, entry, met[0], met[1], own


def _matches(keys: Sequence[str], first: int, heads: Heads) -> Iterator[tuple[TriggerEntry, tuple[int, ...]]]:
    """Give the entries that begin at a token, each with the tokens that it takes."""
    for entry in heads.alone:
        yield entry, (first,)
    for entry in heads.rest:
        if own := _match(keys, first, first, entry):
            yield entry, own
    if not heads.second:
        return
    gap, met = 0, set()  # an entry goes on from the first word that may be its second
    for at in range(first + 1, len(keys)):
        for entry in heads.second.get(keys[at], ()):
            if entry.gap >= gap and entry.order not in met:
                met.add(entry.order)
                if own := _match(keys, first, at, entry):
                    yield entry, own
        if keys[at] in _STOPS:
            return
        gap += keys[at] not in _JOINTS
        if gap > heads.gap:
            return


def _match(keys: Sequence[str], first: int, known: int, entry: TriggerEntry) -> tuple[int, ...]:
    """Give the tokens that an entry takes from one on, the second of them at ``known`` if that lies behind; () for no match."""
    at, own = known, [first] if known == first else [first, known]
    for forms in entry.steps[len(own) :]:
        left = entry.gap
        at += 1
        while at < len(keys) and keys[at] not in forms:
            if keys[at] in _STOPS or (keys[at] not in _JOINTS and not left):
                return ()
            left -= keys[at] not in _JOINTS
            at += 1
        if at >= len(keys):
            return ()
        own.append(at)
    return tuple(own)


def _conditions(
    reading: Reading, first: int, last: int, entry: TriggerEntry, index: TriggerTables
) -> tuple[int, str | None] | None:
    """Check what must and what must not stand near; give the number of conditions met and the object's key."""
    if not entry.classes and not entry.forbidden:
        return 0, entry.object
    keys, clause = reading.keys, reading.clauses[reading.clause_of[first]]
    low, high = min(clause.first, first - NEAR_TOKENS), max(clause.last, last + NEAR_TOKENS)
    near = [
        *keys[max(low, first - 2 * NEAR_TOKENS, 0) : first],
        *keys[first + 1 : last - 1],
        *keys[last : min(high, last + 2 * NEAR_TOKENS)],
    ]
    if entry.forbidden and not entry.forbidden.isdisjoint(_beside(reading, clause, first, last)):
        return None
    if not entry.classes:
        return 0, entry.object
    met = next((name for name in entry.classes if not index.class_forms[name].isdisjoint(near)), None)
    return (1, entry.object or met) if met else None


def _beside(reading: Reading, clause: Clause, first: int, last: int) -> list[str]:
    """Give the words of the clause close to the trigger and between its words, where one may forbid it."""
    low, high = max(clause.first, first - FORBIDDING_TOKENS), min(clause.last, last + FORBIDDING_TOKENS)
    return [*reading.keys[low:first], *reading.keys[first + 1 : last - 1], *reading.keys[last:high]]


def _position(reading: Reading, first: int, last: int, entry: TriggerEntry, rules: EventRules) -> Position | None:
    """Tell whether the words are verb, noun or phrase here; None where they tell no event."""
    if entry.form != "noun" and _is_habit(reading, first, rules):
        return None
    if rules.verb_last:
        return None if entry.form == "noun" and _key(reading, last) in rules.heads else entry.form
    if entry.form == "phrase":
        return None if _key(reading, last) in rules.heads else "phrase"
    if not rules.nouns_capitalised and _is_name(reading, first, last):
        return None
    nominal = _nominal(reading, first, rules)
    if entry.form == "noun":
        modifies = _key(reading, last) in rules.heads or _key(reading, last) == "-"
        return None if modifies else "noun"
    return _verbal(reading, first, last, rules, nominal)


def _is_habit(reading: Reading, first: int, rules: EventRules) -> bool:
    """Tell whether a word close before makes a habit of it: "the river often floods the town"."""
    clause = reading.clauses[reading.clause_of[first]]
    low = max(clause.first, first - HABIT_TOKENS)
    return not rules.habitual.isdisjoint(reading.keys[low:first])


def _verbal(reading: Reading, first: int, last: int, rules: EventRules, nominal: bool | None) -> Position | None:
    key, before, following = reading.keys[first], _key(reading, first - 1), _key(reading, last)
    if key.endswith(rules.verbal_endings):
        modifies = before in rules.determiners and following.isalpha() and following not in rules.noun_prepositions
        return None if modifies else "verb"
    if nominal or (nominal is None and following in rules.heads):
        return None
    return None if key.endswith(rules.plural_endings) and following in rules.noun_ends else "verb"


def _nominal(reading: Reading, first: int, rules: EventRules) -> bool | None:
    """Tell whether the word before asks for a noun (True), for a verb (False) or for neither (None)."""
    before = _key(reading, first - 1)
    if before in rules.auxiliaries or before in rules.pronouns or before in rules.passive:
        return False
    if (
        before in rules.determiners
        or before in rules.noun_prepositions
        or (before in rules.possessive and _key(reading, first - 2) in "'’")
    ):
        return True
    return None


def _is_name(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a capital inside a sentence and a capital beside it make the words a name."""
    words = reading.words
    if first == 0 or not words[first][0].isupper() or reading.sentence.heading:
        return False
    beside = (words[first - 1] if first > 1 else "", words[last] if last < len(words) else "")
    return any(word[:1].isupper() and len(word) > 1 for word in beside)


def _key(reading: Reading, at: int) -> str:
    return reading.keys[at] if 0 <= at < len(reading.keys) else ""
