"""Words → kinds of event: every trigger of a read sentence, verbs and nouns, several a sentence.

The most specific entry wins each word: the longest, then that of most words, then the one with most conditions met, then the
one whose condition stands nearest, then the earlier in the table. Nouns that only modify another ("launch pad"), participles before
a noun ("the displaced people"), names ("Rescue Committee") and idioms ("a war of words") are no triggers.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import astuple

from extract.clauses import Position, Reading, Trigger
from extract.language import LanguagePack
from extract.language.events import EventRules, event_rules
from extract.language.shapes import Shapes, joined
from extract.language.triggers import TriggerTables, trigger_tables
from extract.models import Span
from extract.triggers.blame import blamed_in
from extract.triggers.candidates import Candidate, candidates_in
from extract.triggers.habits import general_clauses, is_general
from extract.triggers.position import is_determiner, key_at, position_of
from extract.triggers.unreal import beside_of, is_unreal

STOPS = frozenset({".", "!", "?", "…", "।", "。"})  # end a sentence that is no headline


@cache
def verb_forms(pack: LanguagePack) -> Shapes:
    """Give the finite verbs of a pack and the forms with which its event verbs begin: a part of a sentence with one is a clause.

    Small words are none, though a row of verbs may begin with one: "in Untersuchungshaft", "em greve".
    """
    rules = event_rules(pack)
    own = -1 if rules.verb_endings and "" in rules.speaker_marks else 0  # "polis merkezine götürdü" begins with no verb
    begun = joined(entry.steps[own] for entry in trigger_tables(pack).entries if entry.form == "verb" and not entry.headline)
    small = rules.noun_prepositions | rules.determiners | rules.agent_marks | rules.coordinators
    verbs = Shapes(begun.exact - small, begun.starts, begun.ends, begun.middles)
    return joined([rules.finite, Shapes(ends=rules.verb_endings), verbs])


def find_triggers(
    reading: Reading,
    index: TriggerTables,
    rules: EventRules,
    taken: Sequence[Span] = (),
    places: Sequence[Span] = (),
    recurring: Sequence[Span] = (),
) -> list[Trigger]:
    """Find the triggers of one sentence, in order; none inside the ``taken`` spans (dates, names of ``places``).

    ``recurring`` dates ("every autumn") make a habit of their clause.
    """
    found = considered(reading, index, rules, taken, places, recurring)
    told = [_trigger(one, position) for one, position in found if position]
    return sorted(told, key=astuple) if len(told) > 1 else told


def find_everyday(
    reading: Reading, index: TriggerTables, rules: EventRules, taken: Sequence[Span], triggers: Sequence[Trigger]
) -> list[Trigger]:
    """Find the plain verbs of one sentence outside quotations that no trigger, date or name covers, in order."""
    known, quoted = index.everyday, reading.quoted
    found = [(at, known[key]) for at, key in enumerate(reading.keys) if key in known and not quoted[at]]
    if not found:
        return []
    used = _used(reading, rules, reading.covered(taken))
    for trigger in triggers:
        used[trigger.first : trigger.last] = [True] * (trigger.last - trigger.first)
    free = (Candidate(at, at + 1, entry, 0, 0, None, (at,)) for at, entry in found if not used[at])
    told = [(one, position_of(reading, one.first, one.last, one.entry, rules)) for one in free]
    return [_trigger(one, position) for one, position in told if position]


def considered(
    reading: Reading,
    index: TriggerTables,
    rules: EventRules,
    taken: Sequence[Span] = (),
    places: Sequence[Span] = (),
    recurring: Sequence[Span] = (),
) -> Iterator[tuple[Candidate, Position | None]]:
    """Yield every entry that could read some words, the most specific first; with a position where it is a trigger."""
    inside = reading.covered(taken)
    candidates = candidates_in(reading, index, rules, inside)
    if [one for one in candidates if one.entry.before_place or one.entry.headline]:
        starts, stopped = {reading.token_at(span.start) for span in places}, reading.words[-1] in STOPS
        candidates = [one for one in candidates if not one.entry.before_place or _is_before(one.last, starts, reading, rules)]
        candidates = [one for one in candidates if not (one.entry.headline and stopped)]
    if not candidates:
        return
    if len(candidates) > 1:
        candidates.sort(key=_generality)
    used, general = _used(reading, rules, inside), general_clauses(reading, rules, recurring)
    beside = beside_of(reading, candidates, rules)
    verbs = {one.first for one in candidates if one.entry.form == "verb"} if general else set()
    closed = tuple(used)
    for one in candidates:
        free = not any(map(used.__getitem__, one.tokens)) and not (general and is_general(reading, one, general, verbs, rules))
        free = (
            free
            and not (rules.going and _is_passive_only(reading, one.first, closed, rules))
            and not is_unreal(reading, one, rules, beside)
        )
        position = position_of(reading, one.first, one.last, one.entry, rules) if free else None
        if position:
            left_free = [*_adjuncts_between(reading, one, rules)] if rules.verb_bracket else []
            left_free += blamed_in(one, candidates)
            used[one.first : one.last] = [True] * (one.last - one.first)
            for at in left_free:
                used[at] = closed[at]
        yield one, position


def _adjuncts_between(reading: Reading, one: Candidate, rules: EventRules) -> Iterator[int]:
    """Yield tokens between the words of a phrase that tell when or of whom: "vielen bij overstromingen 50 doden"."""
    inside = False
    for at in range(one.first + 1, one.last - 1):
        if at in one.tokens:
            inside = False
        elif reading.keys[at] in rules.noun_prepositions or reading.keys[at] in rules.sequels:
            inside = True
        elif inside:
            yield at


def _is_before(at: int, starts: set[int], reading: Reading, rules: EventRules) -> bool:
    """Tell whether the name of a place begins at a token, or behind a determiner or a pronoun there: "forlod hun Paris"."""
    small = is_determiner(key_at(reading, at), rules) or key_at(reading, at) in rules.pronouns
    return at in starts or (at + 1 in starts and small)


def _generality(one: Candidate) -> tuple[int, ...]:
    first, entry = one.first, one.entry
    return one.far, first - one.last, -len(one.tokens), -one.strength, one.distance, -entry.letters, entry.order, first


def _is_passive_only(reading: Reading, first: int, closed: Sequence[bool], rules: EventRules) -> bool:
    """Tell a verb of going that only makes a passive of the verb before it from one behind a place: "बनाया जा रहा है"."""
    if reading.keys[first] not in rules.going:
        return False
    before = reading.keys[first - 1] if first else ""
    return first == 0 or before in rules.finite or not (closed[first - 1] or (before,) in rules.place_roles)


def _trigger(one: Candidate, position: Position) -> Trigger:
    return Trigger(
        one.first, one.last, one.entry.kind, position, one.strength, one.entry.lemma, one.entry.rule, one.object, one.tokens
    )


def _used(reading: Reading, rules: EventRules, closed: Sequence[bool]) -> list[bool]:
    used = list(closed)
    for idiom in (*reading.phrases(rules.idioms), *reading.phrases(rules.replies), *reading.phrases(rules.replies_behind)):
        used[idiom.first : idiom.last] = [True] * (idiom.last - idiom.first)
    if starts := rules.idiom_starts:
        used = [taken or key.startswith(starts) for taken, key in zip(used, reading.keys, strict=True)]
    return used
