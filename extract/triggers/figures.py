"""Wars, storms and attacks of talk, trade and play: "the news was an earthquake", "two chefs at war", "attack in the second half".

None of them is one where the sentence tells of victims.
"""

from extract.clauses import Reading
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.triggers.candidates import Candidate

CLASHES = frozenset({"war", "fighting", "peace"})  # families that rivals have without arms
UPHEAVALS = CLASHES | frozenset(
    {"earthquake", "tsunami", "storm", "avalanche", "eruption", "explosion", "flood", "landslide", "disaster", "unrest"}
)  # families that talk makes
STROKES = CLASHES | frozenset({"attack", "explosion", "siege", "capture"})  # families that players have
THEFTS = frozenset({"crime", "kidnapping", "killing"})
RAISED = UPHEAVALS - CLASHES - {"unrest"}  # those that talk alone never makes in earnest
SUBJECT_TOKENS = 7  # before a noun, among which its subject stands
STIRRING_TOKENS = 3  # between a noun and the verb that makes a figure of it
HEART_TOKENS = 4  # between a verb and what it takes
ARENA_BEFORE, ARENA_BEHIND = 6, 2  # tokens between a noun and where it is said to be


def is_game(reading: Reading, one: Candidate, rules: EventRules, *, grave: bool) -> bool:
    """Tell whether words for a war, a storm or a theft are a figure of speech by who makes it, where, or what of."""
    family = kinds()[one.entry.kind].family
    if family in THEFTS and _takes_hearts(reading, one, rules):
        return True
    if grave:
        return False
    if family in UPHEAVALS and _is_in_arena(reading, one, rules):
        return True
    if family in CLASHES and _has_rivals(reading, one, rules):
        return True
    if family in STROKES and (_is_played(reading, one, rules) or _is_criticism(reading, one, rules)):
        return True
    return family in RAISED and one.entry.form == "noun" and _is_stirred(reading, one, rules)


def _takes_hearts(reading: Reading, one: Candidate, rules: EventRules) -> bool:
    first = reading.clauses[reading.clause_of[one.first]].first
    near = reading.keys[max(first, one.first - HEART_TOKENS) : one.first] if rules.verb_last else []
    return not rules.unreal.hearts.isdisjoint((*near, *reading.keys[one.first : one.last + HEART_TOKENS]))


def _is_in_arena(reading: Reading, one: Candidate, rules: EventRules) -> bool:
    """Tell whether words stand beside where no storm blows: "a storm inside the party", "in der Partei tobt ein Kampf"."""
    low, high = one.first - ARENA_BEFORE, one.last + ARENA_BEHIND
    return any(low <= at.first <= high for at in reading.phrases(rules.unreal.arenas))


def _has_rivals(reading: Reading, one: Candidate, rules: EventRules) -> bool:
    """Tell whether those wage a war who have no arms: "the two chefs are at war"; "supermarkets suffer from the war" is none."""
    first = reading.clauses[reading.clause_of[one.first]].first
    near = reading.keys[max(first, one.first - SUBJECT_TOKENS) : one.first]
    if rules.unreal.rivals.isdisjoint(near):
        return False
    return any(at.first < one.last and one.first < at.last for at in reading.phrases(rules.unreal.waging))


def _is_played(reading: Reading, one: Candidate, rules: EventRules) -> bool:
    clause = reading.clause_of[one.first]
    return any(reading.clause_of[at.first] == clause for at in reading.phrases(rules.unreal.play))


def _is_criticism(reading: Reading, one: Candidate, rules: EventRules) -> bool:
    """Tell whether somebody is under fire for what was said: "unter Beschuss wegen ihrer Äußerungen"."""
    number = reading.clause_of[one.first]
    fired = any(at.first < one.last and one.first < at.last for at in reading.phrases(rules.unreal.criticised))
    return fired and any(key in rules.unreal.talk for at, key in enumerate(reading.keys) if reading.clause_of[at] == number)


def _is_stirred(reading: Reading, one: Candidate, rules: EventRules) -> bool:
    """Tell whether what is said or decided makes the noun: "the ruling was an earthquake", "his words set off a storm"."""
    table, keys, number = rules.unreal, reading.keys, reading.clause_of[one.first]
    first = reading.clauses[number].first
    told = [at for at in range(max(first, one.first - SUBJECT_TOKENS), one.first) if keys[at] in table.talk]
    if not told:
        return False
    between = keys[max(told[0] if rules.verb_first else told[0] + 1, one.first - STIRRING_TOKENS) : one.first]
    if rules.verb_first:
        between = [*keys[first : told[0]], *between]
    if rules.verb_last:
        between = keys[one.last : one.last + STIRRING_TOKENS]
    return not table.stirring.isdisjoint(between)
