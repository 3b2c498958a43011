"""Words → kinds of event: every trigger of a read sentence, verbs and nouns, several a sentence.

The most specific entry wins each word: the longest, then that of most words, then the one with most conditions met, then the
one whose condition stands nearest, then the earlier in the table. Nouns that only modify another ("launch pad"), participles before
a noun ("the displaced people"), names ("Rescue Committee") and idioms ("a war of words") are no triggers.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import astuple

from extract.clauses import Position, Reading, Trigger, runs_as_headline
from extract.language import LanguagePack
from extract.language.events import EventRules, event_rules
from extract.language.shapes import Shapes, joined
from extract.language.triggers import TriggerEntry, TriggerTables, trigger_tables
from extract.models import Span
from extract.triggers.blame import blamed_in
from extract.triggers.candidates import Candidate, candidates_in
from extract.triggers.habits import POINTING_TOKENS, general_clauses, is_general
from extract.triggers.unreal import beside_of, is_unreal

APOSTROPHES = "'’"  # between a determiner and what it is written as one with
LONGEST_PREFIX = 2  # letters before a hyphen that leave a verb what it is: "re-elected", "co-hosted"
STOPS = frozenset({".", "!", "?", "…", "।", "。"})  # end a sentence that is no headline
HABIT_TOKENS = 3  # before a verb, in which a word makes a habit of it


@cache
def verb_forms(pack: LanguagePack) -> Shapes:
    """Give the finite verbs of a pack and the forms with which its event verbs begin: a part of a sentence with one is a clause.

    Small words are none, though a row of verbs may begin with one: "in Untersuchungshaft", "em greve".
    """
    rules = event_rules(pack)
    begun = joined(entry.steps[0] for entry in trigger_tables(pack).entries if entry.form == "verb" and not entry.headline)
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
    told = [(one, _position(reading, one.first, one.last, one.entry, rules)) for one in free]
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
        position = _position(reading, one.first, one.last, one.entry, rules) if free else None
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
    small = _is_determiner(_key(reading, at), rules) or _key(reading, at) in rules.pronouns
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


def _position(reading: Reading, first: int, last: int, entry: TriggerEntry, rules: EventRules) -> Position | None:
    """Tell whether the words are verb, noun or phrase here; None where they tell no event."""
    if _is_usual(reading, first, rules) if entry.form == "noun" else _is_habit(reading, first, rules):
        return None
    if rules.verb_last:
        return None if entry.form == "noun" and _is_modifier(reading, first, last, rules) else entry.form
    if entry.form == "phrase":
        ends = reading.keys[last - 1] in rules.noun_prepositions or reading.keys[last - 1] in rules.infinitive_marks
        if not ends and _key(reading, last) in rules.heads:
            return None
        gerund = ends and _is_determiner(_key(reading, first - 1), rules) and reading.keys[first].endswith(rules.verbal_endings)
        return "noun" if gerund else "phrase"
    if not rules.nouns_capitalised and _is_name(reading, first, last):
        return None
    if reading.keys[first] in entry.accented and reading.words[first][-1:].isascii():
        return None
    if entry.form == "noun":
        return None if _key(reading, last) in rules.heads or _key(reading, last) == "-" else "noun"
    if rules.bare_after and _is_hyphened(reading, first, last, bare=_is_bare(reading, first, entry, rules)):
        return None
    nominal = _nominal(reading, first, rules)
    bare = nominal is None and bool(rules.bare_after) and _is_bare(reading, first, entry, rules)
    if bare and (_is_of_name(reading, first, rules) or not _has_subject_before(reading, first, rules)):
        return None
    return _verbal(reading, first, last, rules, nominal)


def _is_modifier(reading: Reading, first: int, last: int, rules: EventRules) -> bool:
    """Tell whether a noun before its head only says what sort that is: "भूकंप विज्ञान", "भूकंप से निपटने की तैयारी"."""
    if _key(reading, last) in rules.heads:
        return True
    told = not rules.done.isdisjoint(reading.keys[max(0, first - POINTING_TOKENS) : first])  # "सोमवार को आए भूकंप से निपटने"
    return not told and any(one.first == last for one in reading.phrases(rules.head_phrases))


def _is_bare(reading: Reading, first: int, entry: TriggerEntry, rules: EventRules) -> bool:
    """Tell whether a word is the bare form of a regular verb, which is as often a noun: "the apartment block"."""
    key, forms = reading.keys[first], entry.steps[0]
    return any(
        key + ending in forms or key + key[-1] + ending in forms or (key[-1] == ending[0] and key + ending[1:] in forms)
        for ending in rules.past_endings
    )


def _is_hyphened(reading: Reading, first: int, last: int, *, bare: bool) -> bool:
    """Tell whether a hyphen makes a verb a part of a describing word: "open-source", "the now-cancelled deal"; not "re-elected"."""
    if bare and _is_tied(reading, last):
        return True
    return _is_tied(reading, first - 1) and len(reading.keys[first - 2]) > LONGEST_PREFIX


def _is_tied(reading: Reading, at: int) -> bool:
    """Tell whether a token is a hyphen without a space on either side."""
    if not 0 < at < len(reading.keys) - 1 or reading.keys[at] != "-":
        return False
    return reading.ends[at - 1] == reading.starts[at] and reading.ends[at] == reading.starts[at + 1]


def _has_subject_before(reading: Reading, first: int, rules: EventRules) -> bool:
    """Tell whether the word before may be the subject of a bare verb: a plural, a name, an adverb, a joint; any in a headline."""
    before = _key(reading, first - 1)
    if reading.sentence.heading or before in rules.plurals or before in rules.coordinators or before in rules.adverbs:
        return True
    return before.endswith(rules.bare_after) or (first > 0 and reading.words[first - 1][:1].isupper())


def _is_of_name(reading: Reading, first: int, rules: EventRules) -> bool:
    """Tell whether a bare form is a noun, with a name before it that says which: "Putin's China visit", "the UN vote"."""
    word = reading.words[first - 1] if first > 1 else ""
    if not word[:1].isupper() or (word.lower().endswith(rules.bare_after) and not word.isupper()):
        return False
    before = reading.keys[first - 2]
    return before in rules.possessive or _is_determiner(before, rules)


def _is_habit(reading: Reading, first: int, rules: EventRules) -> bool:
    """Tell whether a word close before makes a habit of it: "the river often floods the town"."""
    clause = reading.clauses[reading.clause_of[first]]
    low = max(clause.first, first - HABIT_TOKENS)
    return not rules.habitual.isdisjoint(reading.keys[low:first])


def _is_usual(reading: Reading, first: int, rules: EventRules) -> bool:
    """Tell whether what looks like a noun is a verb behind such a word: "the council usually votes"."""
    before = _key(reading, first - 1)
    return not rules.verb_last and before in rules.habitual and not _is_determiner(before, rules)


def _verbal(reading: Reading, first: int, last: int, rules: EventRules, nominal: bool | None) -> Position | None:
    key, before, following = reading.keys[first], _key(reading, first - 1), _key(reading, last)
    if key.endswith(rules.verbal_endings):
        determined = _is_determiner(before, rules) and before not in rules.object_pronouns
        if determined and following[:1].isalpha() and following not in rules.noun_prepositions:
            return None
        return "noun" if determined or (nominal and following in rules.place_links) else "verb"
    finite = key.endswith(rules.plural_endings) and key not in rules.noun_plurals  # "resigns", of no noun
    if nominal or (nominal is None and not finite and following in rules.heads):
        return None
    return None if not finite and key.endswith(rules.plural_endings) and following in rules.noun_ends else "verb"


def _nominal(reading: Reading, first: int, rules: EventRules) -> bool | None:
    """Tell whether the word before asks for a noun (True), for a verb (False) or for neither (None)."""
    before = _key(reading, first - 1)
    if before and before in APOSTROPHES and reading.keys[first].endswith(rules.participle_endings):
        before = _key(reading, first - 2)  # "l'imputato", never "l'uccise"
    if before in rules.auxiliaries or before in rules.pronouns or before in rules.passive:
        return False
    if (
        _is_determiner(before, rules)
        or before in rules.noun_prepositions
        or (before in rules.possessive and _key(reading, first - 2) in APOSTROPHES)
    ):
        return True
    return None


def _is_determiner(word: str, rules: EventRules) -> bool:
    """Tell whether a word asks for a noun; "that" before what may be a verb rather opens a clause: "the blast that killed five"."""
    return word in rules.determiners and word not in rules.subordinators


def _is_name(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a capital inside a sentence and a capital beside it make the words a name."""
    words = reading.words
    plain = first == 0 or not words[first][0].isupper() or words[first].isupper() or reading.sentence.heading
    if plain or runs_as_headline(words, first):
        return False
    beside = (words[first - 1] if first > 1 else "", words[last] if last < len(words) else "")
    return any(word[:1].isupper() and len(word) > 1 for word in beside)


def _key(reading: Reading, at: int) -> str:
    return reading.keys[at] if 0 <= at < len(reading.keys) else ""
