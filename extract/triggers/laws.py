"""Sentences of no one event: what holds for anybody, what is advised, and every thing of a sort.

A word of the past beside them, by the pack's tables of dates, tells that something did happen: "qui a volé le tableau".
"""

from extract.clauses import Reading
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.triggers.candidates import Candidate

TOLL = "toll"  # family of kinds that count victims: "200,000 for each death"
OPENING_TOKENS = 2  # before words with which a sentence begins: "тот, кто"
LAST_TOKENS = 3  # of a sentence whose verb stands last, with its stop, that bear its tense


def is_law(reading: Reading, rules: EventRules) -> bool:
    """Tell whether a phrase of the law or of advice makes a rule of a sentence: "is punishable by", "what to do when".

    What somebody faces is a rule where a relative clause tells who: "drivers who cause a crash face up to ten years".
    """
    within, faced = reading.phrases(rules.unreal.within), reading.phrases(rules.unreal.faced)
    related = bool(faced) and not (rules.relatives | rules.person_relatives).isdisjoint(reading.keys[: faced[0].first])
    return (bool(within) or related) and not any(is_past(reading, one.first, one.last, rules) for one in reading.clauses)


def clauses_of_anybody(reading: Reading, rules: EventRules) -> set[int]:
    """Give the clauses about anybody who does something, each with the one behind it: "chi ruba, paga"."""
    found: set[int] = set()
    for one in reading.phrases(rules.unreal.whoever):
        number, following = reading.clause_of[one.last - 1], reading.clause_of[one.last - 1] + 1
        clause = reading.clauses[number]
        begins = one.first <= 1 or (one.first == OPENING_TOKENS and reading.keys[1] == ",")
        opens = begins or (rules.verb_last and reading.keys[one.first] not in rules.subordinators)
        comma = next((at for at in range(one.last, clause.last) if reading.keys[at] == ","), clause.last)
        ends = len(reading.keys) if rules.verb_last else comma
        if opens and "?" not in reading.keys[-2:] and not is_past(reading, one.first, ends, rules):
            goes_on = following < len(reading.clauses) and reading.clauses[following].opener == "comma"
            found |= {number, following} if goes_on else {number}
    return found


def is_of_all(reading: Reading, one: Candidate, rules: EventRules) -> bool:
    """Tell whether a noun stands for all of its sort: "every strike must be announced", not "every strike was"."""
    if not one.first or reading.keys[one.first - 1] not in rules.unreal.universal or kinds()[one.entry.kind].family == TOLL:
        return False
    clause = reading.clauses[reading.clause_of[one.first]]
    return not is_past(reading, clause.first, clause.last, rules)


def is_past(reading: Reading, first: int, last: int, rules: EventRules) -> bool:
    """Tell whether a word among some tokens tells of the past; where the verb stands last, one of the last of them."""
    if rules.verb_last:
        first = max(first, last - LAST_TOKENS)
    return any(_tells_past(reading, at, rules) for at in range(first, last))


def _tells_past(reading: Reading, at: int, rules: EventRules) -> bool:
    """Tell whether a word is a form of the past, and no participle behind a passive of the present: "is shot"."""
    table, word, key = rules.unreal, reading.words[at], reading.keys[at]
    before = reading.keys[at - 1] if at else ""
    if word[:1].isupper() or (before in rules.passive and before not in table.past):
        return False
    accented = key.isascii() and not word.isascii() and key in table.past.exact
    told = key in table.past and not (accented and word.casefold() not in table.past_said)
    return told or word.endswith(table.past_written)
