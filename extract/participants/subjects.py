"""Whether a verb lacks a subject in its clause, so that whoever acted before goes on: "… and on Tuesday flew to Arden"."""

from collections.abc import Sequence

from extract.clauses import QUOTES, Name, Reading, Trigger
from extract.language.events import EventRules
from extract.language.participants import NameRules


def is_no_subject(key: str, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a word before a verb leaves its subject open: a sign, a joint, an auxiliary, an adverb."""
    joint = key in events.coordinators or key in rules.relatives or key in events.auxiliaries or key in events.finite
    return joint or key in events.adverbs or not key[:1].isalpha()


def lacks_subject(reading: Reading, first: int, trigger: Trigger, events: EventRules, rules: NameRules) -> bool:
    """Tell whether nothing from a token to a verb may be its subject: no more than a pronoun, and when or where it was."""
    if not (rules.spaced or events.verb_last):
        return _is_left_out(reading, first, trigger, events, rules)
    if trigger.first > first and reading.keys[trigger.first - 1] in events.noun_prepositions:  # "before leaving for Arden"
        return True
    within = False
    for at in range(first, trigger.first):
        key = reading.keys[at]
        if is_no_subject(key, events, rules) or key in rules.subject_pronouns or key in rules.compass:
            within = within and key[:1].isalpha() and key not in events.coordinators
        elif key in events.noun_prepositions or (key,) in events.place_roles:
            within = True
        elif not within or key in events.plurals or not _may_date(reading, at, events, rules):
            return False
    return True


def _is_left_out(reading: Reading, first: int, trigger: Trigger, events: EventRules, rules: NameRules) -> bool:
    """Tell the same where words bear neither capitals nor spaces: days and what stands under a mark are no subject."""
    within = False
    keys = reading.keys
    quoted = keys[first] in QUOTES and keys[first + 1] in rules.organisation_words if first + 1 < len(keys) else False
    for key in keys[first + 2 * quoted : trigger.first]:  # behind "“光明运动”组织"
        if not key[:1].isalpha():
            within = within and key[:1].isdigit()
        elif (key,) in events.place_roles or (key,) in rules.roles or key in events.topic_links:
            within = True
        elif not within and not (_opens_so(key, events, rules) or key in rules.subject_pronouns):
            return False
    return True


def _opens_so(key: str, events: EventRules, rules: NameRules) -> bool:
    days = rules.beside.days
    return is_no_subject(key, events, rules) or (days is not None and days.fullmatch(key) is not None)


def joined_subjects(names: Sequence[Name], reading: Reading, events: EventRules, rules: NameRules) -> list[Name]:
    """Give the first of some names with those joined to it: "Ines Quiroga, Mayor Raul Mamani and Jun Mori flew"."""
    found = list(names[:1])
    for name in names[1:]:
        between = reading.keys[found[-1].last : name.first]
        if not all(key in events.coordinators or key in rules.titles or key == "," for key in between):
            break
        found.append(name)
    return found


def _may_date(reading: Reading, at: int, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a word behind a preposition may belong to a date or a place: "on the 5th of March"."""
    key = reading.keys[at]
    return reading.words[at][:1].isupper() or not key.isalpha() or key in rules.never or key in events.determiners
