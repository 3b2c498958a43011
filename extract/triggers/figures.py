"""Wars, storms and attacks of talk, trade and play: "the news was an earthquake", "two chefs at war", "attack in the second half".

None of them is one where the sentence tells of victims.
"""

from itertools import takewhile

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
KILLING = "killing"  # family of what is a figure though nothing else kills: "the killing of the bill"
RAISED = UPHEAVALS - CLASHES - {"unrest"}  # those that talk alone never makes in earnest
SUBJECT_TOKENS = 7  # before a noun, among which its subject stands
STIRRING_TOKENS = 3  # between a noun and the verb that makes a figure of it
HEART_TOKENS = 4  # between a verb and what it takes
BARE = ""  # among the links: what a thing is made of stands right behind it too: "explozia chiriilor"
OBJECT_TOKENS = 4  # the longest name of what is struck, without its article: "the long-awaited pension bill"
AIMED_TOKENS = 2  # behind a preposition of aim, among which what a noun strikes stands: "on press freedom"
MARKS_BETWEEN = 2  # between a thought and what strikes it, where marks follow nouns: "समझौते की हत्या"
CONCEIVED = RAISED | frozenset({"war", "fighting", "attack", "killing", "siege", "fire", "accident", "collapse"})
ARENA_BEFORE, ARENA_BEHIND = 6, 2  # tokens between a noun and where it is said to be


def is_game(reading: Reading, one: Candidate, rules: EventRules, *, grave: bool) -> bool:
    """Tell whether words for a war, a storm or a theft are a figure of speech by who makes it, where, or what of."""
    family = kinds()[one.entry.kind].family
    if family in THEFTS and _takes_hearts(reading, one, rules):
        return True
    if not (grave and family != KILLING and one.entry.form == "noun") and thought_struck(reading, one, rules) is not None:
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


def thought_struck(reading: Reading, one: Candidate, rules: EventRules) -> int | None:
    """Give the token of what is struck that is only thought or agreed: "killed the bill", "an attack on press freedom"."""
    if kinds()[one.entry.kind].family not in CONCEIVED:
        return None
    clause, noun, aims = reading.clauses[reading.clause_of[one.first]], one.entry.form == "noun", rules.unreal.aims
    own = one.last > one.first + 1 and reading.keys[one.last - 1] in aims  # "удар по"
    if noun or rules.verb_last:
        at = _thought_before(reading, one.first, clause.first, rules)
        aimed = noun and one.last < clause.last and (own or reading.keys[one.last] in aims)
        if at is not None or not aimed:
            return at
    run = takewhile(lambda at: not _parts(reading.keys[at], rules), range(one.last + (noun and not own), clause.last))
    struck = [at for at in run if not _is_small(reading.keys[at], rules)]
    return next((at for at in _heads(struck, noun=noun, rules=rules) if reading.keys[at] in rules.unreal.thoughts), None)


def _heads(struck: list[int], *, noun: bool, rules: EventRules) -> list[int]:
    """Give the tokens that may head what is struck: the last of a name, the first where a noun of another stands behind it."""
    links = rules.unreal.links
    if not links or BARE in links:  # "дом культуры"
        return struck[: 1 + rules.verb_first]
    if noun:
        return struck[:AIMED_TOKENS]
    return struck[-1:] if len(struck) <= OBJECT_TOKENS else []


def _thought_before(reading: Reading, event: int, first: int, rules: EventRules) -> int | None:
    """Give the token of a thought before an event, parted from it by marks alone: "प्रेस की आजादी पर हमला"."""
    table = rules.unreal
    for at in range(event - 1, max(first, event - 1 - MARKS_BETWEEN) - 1, -1):
        if reading.keys[at] in table.thoughts:
            return at if at + 1 < event or BARE in table.aims else None
        if reading.keys[at] not in table.aims and reading.keys[at] not in table.links:
            return None
    return None


def _is_small(key: str, rules: EventRules) -> bool:
    return key in rules.determiners or key in rules.definite or key in rules.adverbs


def _parts(key: str, rules: EventRules) -> bool:
    """Tell whether a mark, a figure, a joint or a preposition parts a verb from what it strikes."""
    joint = key in rules.noun_prepositions or key in rules.coordinators or key in rules.unreal.links
    return joint or not key[:1].isalpha()


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
