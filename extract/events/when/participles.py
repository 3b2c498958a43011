"""Verb forms that only modify a noun, and keep their dates to themselves: "the base built in 2015".

In goes an event of a clause, or a date beside one; out comes whether it is such a form.
"""

from collections.abc import Sequence

from extract.events.drafts import Dated, Draft, is_right_before
from extract.language.events import EventRules

FEWEST = 2  # dates of which one may be the noun's own
NOUN_REACH = 8  # tokens between a noun and a participle of happening behind it: "the sinking of the ferry Aurelia that occurred"


def is_participle(draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a verb form only modifies the noun before it: "the base built in 2015"."""
    reading, first = draft.reading, draft.trigger.first
    if draft.trigger.position != "verb" or first == 0 or not reading.keys[first].endswith(rules.participle_endings):
        return False
    following = reading.keys[draft.trigger.last] if draft.trigger.last < len(reading.keys) else ""
    before = reading.keys[first - 1]
    if following not in rules.participle_marks:
        return False
    if _is_bare_participle(reading.keys, first, rules):
        return True
    while first > draft.clause.first + 1 and before in rules.adverbs:
        first -= 1
        before = reading.keys[first - 1]
    if reading.words[first - 1][:1].isupper() or before in rules.subjects:
        return False
    return before == "," or (before[:1].isalpha() and _has_other_verb(draft, beside, rules))


def _has_other_verb(draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether the clause has a full verb besides: "The two leaders met in a group" has none."""
    clause, trigger, number = draft.clause, draft.trigger, draft.clause_number
    verbs = (other for other in beside if other is not draft and not _is_noun(other, rules))
    others = (other for other in verbs if not _is_bare_participle(other.reading.keys, other.trigger.first, rules))
    if any(other.clause_number == number == other.reading.clause_of[other.trigger.last - 1] for other in others):
        return True
    keys = draft.reading.keys
    return any(keys[at] in rules.finite for at in range(clause.first, clause.last) if not trigger.first <= at < trigger.last)


def _is_noun(draft: Draft, rules: EventRules) -> bool:
    """Tell whether an event is told by a noun, as the phrase "blast at a plant" does behind its "a"."""
    keys, first = draft.reading.keys, draft.trigger.first
    if draft.trigger.position != "phrase":
        return draft.trigger.position == "noun"
    head = first + (keys[first] in rules.determiners)
    return head > 0 and keys[head - 1] in rules.determiners and not rules.noun_prepositions.isdisjoint(keys[head + 1 : head + 2])


def is_of_participle(date: Dated, draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a date is that of a participle that is not this event: "met in a hall built in 1931".

    What a participle right behind a noun tells is the noun's: "l'accord signé mardi"; where it only says that something
    happened, "l'explosion d'un dépôt survenue mardi", it is that of the nearest noun before it that is an event, and of
    what else happened there.
    """
    keys, at = date.reading.keys, date.token - 1
    if is_right_before(date, draft, rules):
        return False
    if at > 0 and keys[at] in rules.participle_marks:
        at -= 1
    if at > 0 and keys[at] in rules.modifying:
        nouns = [one for one in beside if one.trigger.position == "noun" and 0 <= at - one.trigger.last < NOUN_REACH]
        return bool(nouns) and draft is not max(nouns, key=lambda one: one.trigger.last) and not draft.is_incident
    if not _is_bare_participle(keys, at, rules) or draft.trigger.first <= at < draft.trigger.last:
        return False
    return draft.trigger.position != "noun" or draft.trigger.last != at


def of_its_participle(dates: Sequence[Dated], draft: Draft, beside: Sequence[Draft], rules: EventRules) -> list[Dated]:
    """Give the dates of a participle of happening behind a noun: "suspended on Thursday their strike, begun on Monday"."""
    if draft.trigger.position != "noun" or len(dates) < FEWEST:
        return []
    keys, last = draft.reading.keys, draft.trigger.last
    out = []
    for date in dates:
        at = date.token - 1 - (date.token > 0 and keys[date.token - 1] in rules.participle_marks)
        if at >= last and keys[at] in rules.modifying and at - last < NOUN_REACH:
            nearer = (one for one in beside if one.trigger.position == "noun" and last < one.trigger.last <= at)
            out += [date] if next(nearer, None) is None else []
    return out


def _is_bare_participle(keys: Sequence[str], at: int, rules: EventRules) -> bool:
    return at > 0 and keys[at] in rules.participles and keys[at - 1] not in rules.subjects and keys[at - 1][:1].isalpha()
