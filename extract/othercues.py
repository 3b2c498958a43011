"""Cues that are about something else than the deed: its object, "将14名矿工救出", its doer, "suspected rebels", what it came of.

And how far cues reach: into the clause of what is said, feared or tried.
"""

from collections.abc import Iterable, Sequence

from extract.clauses import Clause, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.modality import Cue, ModalityRules
from extract.phrases import Found
from extract.text import QUOTES

STRUCK = frozenset({"conflict", "disaster"})  # colours of what is known to have happened: "if you saw the shooting"
ARRANGED = frozenset(
    [
        *("ceremony", "commemoration", "election", "funeral", "labour strike", "match", "meeting", "military exercise"),
        *("official meal", "performance", "protest", "summit meeting", "talks", "tour", "trial", "visit", "vote", "wedding"),
    ]
)  # kinds that a relative clause announces: "a summit that will take place", not "an attack that will be remembered"
NEAR_PREPOSITION = 3  # words between a preposition and its noun: "nach dem tödlichen Angriff"
NEAR_POSTPOSITION = 3  # words behind a noun: "台風の影響で"
CARRIED_REACH = 5  # words between an infinitive and the act that it makes: "to carry out a number of air strikes"
NEAR_ARTICLE = 2  # words between an article and its noun: "la violente attaque"
NEAR_PARTICIPLE = 3  # words behind an auxiliary in which its verb ends: "n'a pas encore eu lieu"
NEAR_ACHIEVED = 4  # words behind a verb in which stands that it was done: "istifa etmek zorunda kaldı"
PERFECT_REACH = 5  # words before قد among which كان makes a past perfect of it: "كان وزير الداخلية قد استقال"
LONGEST_DENIED = 3  # words between "tidak ada" and the clause about it
LONGEST_CAUSE = 6  # words between what had no results and its mark


def marks_object(reading: Reading, cue: Found[Cue], cues: ModalityRules) -> bool:
    """Tell a cue that only marks an object: a number of what is counted stands behind it, or the verb that takes the object."""
    if reading.keys[cue.first] not in cues.object_marks:
        return False
    return cues.marks_object(reading.keys, cue.first, cue.last) or _leads_to_its_verb(reading, cue, cues)


def _leads_to_its_verb(reading: Reading, cue: Found[Cue], cues: ModalityRules) -> bool:
    """Tell whether a verb behind takes an object, which stands between: "将张某逮捕", not "将逮捕张某" or "将全力抓捕"."""
    clause = reading.clause_of[cue.first]
    behind = range(cue.last, reading.clauses[clause].last)
    verb = next((at for at in behind if reading.keys[at] in cues.object_verbs), cue.last)
    between = reading.keys[cue.last : verb]
    return bool(between) and between[0] not in cues.object_stops and cues.object_ends.isdisjoint(between)


def describes_noun(cue: Found[Cue], trigger: Trigger, reading: Reading, rules: EventRules, cues: ModalityRules) -> bool:
    """Tell whether a cue says something of a noun, and nothing of what it did: "suspected rebels killed", not "is suspected"."""
    if reading.keys[cue.first] not in cues.attributive or cue.last - cue.first > 1:
        return False
    if trigger.position == "phrase" and cue.last == trigger.first:  # of the noun that begins it: "alleged attack on"
        return False
    before = reading.keys[cue.first - 1] if cue.first else ""
    return before not in rules.auxiliaries and before not in rules.passive


def has_results(reading: Reading, trigger: Trigger, cue: Found[Cue], cues: ModalityRules) -> bool:
    """Tell whether the trigger is only what had no results: the accident of "لم يسفر الحادث عن إصابات"."""
    mark = cues.results.get(reading.keys[cue.last]) if cue.last < trigger.first else None
    return mark is not None and mark in reading.keys[trigger.last : trigger.last + LONGEST_CAUSE]


def only_in_part(reading: Reading, cue: Found[Cue], cues: ModalityRules) -> bool:
    """Tell whether a denial says that there was more besides: "لم يهاجم القرية فحسب", "শুধু গ্রামে হামলাই করেনি"."""
    if not cues.only or cue.value != "negated":
        return False
    clause = reading.clauses[reading.clause_of[cue.first]]
    return not cues.only.isdisjoint(reading.keys[clause.first : clause.last])


def scope(reading: Reading, trigger: Trigger, rules: EventRules, cues: ModalityRules) -> int:
    """Give the first token whose cues reach a trigger: what is feared stands behind "fears that"."""
    number = reading.clause_of[trigger.first]
    clause = reading.clauses[number]
    content = clause.opener == "subordinate" and clause.word in rules.content_marks
    if number and (content or (clause.opener == "comma" and is_governed(reading, trigger, rules, cues))):
        return reading.clauses[number - 1].first
    return clause.first


def is_governed(reading: Reading, trigger: Trigger, rules: EventRules, cues: ModalityRules) -> bool:
    """Tell whether a trigger is an infinitive with its mark: "zu treffen", "angegriffen zu haben", "festzunehmen"."""
    if not cues.governed or reading.words[trigger.last - 1][0].isupper():
        return False
    marked = trigger.first > 0 and reading.keys[trigger.first - 1] in cues.governed
    if trigger.position == "noun":
        return marked or (rules.nouns_capitalised and reading.sentence.heading is False)
    key, behind = reading.keys[trigger.last - 1], reading.keys[trigger.first : trigger.last + 1]  # "terug te trekken"
    within = key.endswith("n") and any(0 < key.find(mark, 2) < len(key) - len(mark) for mark in cues.governed)
    return marked or within or not cues.governed.isdisjoint(behind)


def is_infinitive(reading: Reading, trigger: Trigger, rules: EventRules, cues: ModalityRules) -> bool:
    """Tell whether a verb is an infinitive, or a noun the act of one: "agreed to attack", "threatened to carry out strikes"."""
    key = reading.keys[trigger.first]
    if trigger.first > 0 and reading.keys[trigger.first - 1] in rules.infinitive_marks:
        return trigger.position != "noun"
    if trigger.position != "noun" and (key.endswith(cues.infinitive_endings) or key in cues.carrying):
        return not cues.carrying_marks
    if trigger.position != "noun" and is_governed(reading, trigger, rules, cues):
        return True
    return trigger.position != "verb" and _is_carried_out(reading, trigger, rules, cues)


def _is_ruled(reading: Reading, trigger: Trigger, rules: EventRules, cues: ModalityRules) -> bool:
    """Tell whether a court or a prosecutor decides an act of the law, which is done with that."""
    if not kinds()[trigger.kind].pursues:
        return False
    number = reading.clause_of[trigger.first]
    parted = number > 0 and reading.clauses[number].opener in ("subordinate", "comma")  # "beslutade, att häkta"
    before = reading.keys[reading.clauses[number - parted].first : trigger.first]
    at = next((at for at, key in enumerate(before) if key in cues.rulings), 0)
    return not rules.seats.isdisjoint(before[:at])


def _is_carried_out(reading: Reading, trigger: Trigger, rules: EventRules, cues: ModalityRules) -> bool:
    """Tell whether an infinitive that makes an act of its object stands before a noun, or behind it where it ends the clause."""
    keys, clause = reading.keys, reading.clauses[reading.clause_of[trigger.first]]
    for at in range(trigger.first - 1, max(clause.first, trigger.first - CARRIED_REACH) - 1, -1):
        if keys[at] in cues.carrying and (not cues.carrying_marks or not cues.carrying_marks.isdisjoint(keys[max(0, at - 1) : at])):
            return True
        if keys[at] in rules.noun_prepositions or not keys[at][:1].isalpha():
            break
    ends = bool(cues.governed) or rules.verb_last  # "vereinbarten, Wahlen abzuhalten"
    return ends and not cues.carrying.isdisjoint(keys[trigger.last : min(clause.last, trigger.last + CARRIED_REACH)])


def is_presupposed(reading: Reading, trigger: Trigger, cue: Found[Cue], rules: EventRules, cues: ModalityRules) -> bool:
    """Tell whether a cue behind a noun is about what came of it: "nach dem Angriff wurde das Spiel abgesagt"."""
    if is_of_another_verb(reading, trigger, cue, rules, cues):
        return True
    if not cues.presupposing or (trigger.position != "noun" and not (rules.marks_after and trigger.position == "phrase")):
        return False
    if cue.value != "negated" and kinds()[trigger.kind].colour not in STRUCK:  # "nach der Wahl wird …"
        return False
    if rules.marks_after:
        return not cues.presupposing.isdisjoint(reading.keys[trigger.last - 1 : trigger.last + NEAR_POSTPOSITION])
    first = max(reading.clauses[reading.clause_of[trigger.first]].first, trigger.first - NEAR_PREPOSITION)
    beside = reading.keys[first : trigger.first][::-1]
    return any(
        key in cues.presupposing and rules.passive.isdisjoint(beside[:at]) and rules.auxiliaries.isdisjoint(beside[:at])
        for at, key in enumerate(beside)
    )


def is_of_another_verb(reading: Reading, trigger: Trigger, cue: Found[Cue], rules: EventRules, cues: ModalityRules) -> bool:
    """Tell whether a cue behind the known name of what struck is of another verb: "l'attaque n'a pas été revendiquée"."""
    keys, first, last = reading.keys, trigger.first, trigger.last
    if not cues.taking_place or keys[cue.first] not in cues.own_only or kinds()[trigger.kind].colour not in STRUCK:
        return False
    before = keys[max(0, first - NEAR_ARTICLE) : first]
    known = keys[last - 1].endswith(rules.definite_endings) or not rules.definite.isdisjoint(before)
    return trigger.position == "noun" and known and cues.taking_place.isdisjoint(keys[last : cue.last + NEAR_PARTICIPLE])


def is_achieved(reading: Reading, trigger: Trigger, rules: EventRules, cues: ModalityRules) -> bool:
    """Tell whether what might be, or was to be, was done: "was able to arrest him", "the court decided to remand him"."""
    if trigger.position == "noun":
        return False
    if cues.rulings and _is_ruled(reading, trigger, rules, cues):
        return True
    if not cues.achieved:
        return False
    told = reading.phrases(cues.achieved)
    if not told:
        return False
    clause = reading.clauses[reading.clause_of[trigger.first]]
    last = min(clause.last, trigger.last + NEAR_ACHIEVED)
    return any(
        clause.first <= found.first
        and found.last <= last
        and not (cues.spelled.get(reading.keys[found.first]) and cues.spells(reading.keys, reading.words, found.first, found.last))
        for found in told
    )


def governs(reading: Reading, trigger: Trigger, cue: Found[Cue], rules: EventRules, cues: ModalityRules) -> bool:
    """Tell whether a cue in the clause before is about what the verb-last clause behind "that" tells: "आशंका है कि …"."""
    number = reading.clause_of[trigger.first]
    clause = reading.clauses[number]
    content = number > 0 and clause.opener == "subordinate" and clause.word in rules.content_marks
    return content and reading.clause_of[cue.first] == number - 1 and reading.keys[cue.first] in cues.governing


def counts(reading: Reading, cue: Found[Cue], rules: EventRules, cues: ModalityRules) -> bool:
    """Tell whether a cue is one: قد before an imperfect verb says "may", before a past one or behind كان it only stresses."""
    keys = reading.keys
    if keys[cue.first] not in cues.imperfect_only:
        return True
    following = keys[cue.last] if cue.last < len(keys) else ""
    behind = keys[max(0, cue.first - PERFECT_REACH) : cue.first]
    return following.startswith(cues.imperfect_starts) and rules.past_perfect.isdisjoint(behind)


def denies_all(reading: Reading, cue: Found[Cue], clause: Clause, cues: ModalityRules) -> bool:
    """Tell whether a cue denies that there is any of whom the clause tells: "tidak ada penumpang yang tewas"."""
    near = clause.opener == "subordinate" and 0 < clause.first - cue.last <= LONGEST_DENIED
    return near and tuple(reading.keys[cue.first : cue.last]) in cues.existential


def announced_behind(
    reading: Reading, trigger: Trigger, triggers: Sequence[Trigger], told: Iterable[Found[Cue]], rules: EventRules
) -> list[Found[Cue]]:
    """Give the cues of a relative clause about a noun that tells no other event: "a summit that will take place in June"."""
    behind = reading.clauses[reading.clause_of[trigger.first] + 1 :]
    clause = next((one for one in behind if one.opener != "quote"), None)
    if trigger.position != "noun" or trigger.kind not in ARRANGED or clause is None or clause.word not in rules.relatives:
        return []
    between = reading.keys[trigger.last : clause.first]
    if between and between[0] in QUOTES:  # its name: the summit "One Sky", which …
        between = between[1 + max((at for at, key in enumerate(between) if at and key in QUOTES), default=0) :]
    if any(key[:1].isalnum() for key in between):
        return []
    if any(trigger.last <= other.first < clause.last and not kinds()[other.kind].everyday for other in triggers):
        return []
    return [cue for cue in told if cue.value == "planned" and clause.first < cue.first < clause.last]
