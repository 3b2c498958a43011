"""Names whose case makes them a part of another noun, or of another verb: "сын Ивана Петрова погиб"."""

from extract.clauses import Name, Reading, Trigger
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.models import Role
from extract.participants.cast import Cast
from extract.participants.subjects import is_of_participle

UNMARKED = "participants: -"  # the rule of a name that bears no mark, where the pack gives such a one a role


def is_attribute(name: Name, trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether the case of a name makes it no part of an event: "сын Ивана Петрова погиб", "об аресте сообщил Иван Петров"."""
    if not name.case or name.kind == "common" or rules.cases is None or (name.people and trigger.position != "noun"):
        return False
    past = events.past_endings or ("\0",)
    if trigger.position == "noun" and name.first < trigger.last:
        return name.case == "object"
    if trigger.position == "noun":
        if is_of_participle(reading, name, events, rules):
            return True
        between = reading.keys[trigger.last : name.first]
        low = max(0, trigger.first - 1)
        under = low < trigger.first and (
            reading.keys[low] in events.noun_prepositions or (reading.keys[low],) in events.place_roles
        )
        return name.case == "subject" and (under or any(key in events.finite or key.endswith(past) for key in between))
    if name.case == "by":
        return name.first > trigger.last and is_of_participle(reading, name, events, rules)
    if name.case != "object" or name.last > trigger.first:
        return False
    first, keys = reading.clauses[reading.clause_of[trigger.first]].first, reading.keys
    at = name.first - 1
    while at > first and reading.words[at][:1].islower():
        told, before = (rules.cases.of(reading.words[one]) for one in (at, at - 1))
        if told != "object" and (told or before != "object" or keys[at] in events.noun_prepositions):
            break  # "директора завода Петра Савчука" is one noun phrase
        at -= 1
    if at < name.first - 1 and rules.cases.nouns.get(keys[at]) == "subject":
        return True  # "Сын директора завода Петра Савчука погиб"
    named = reading.words[at][:1].isupper() and (at > 0 or name.kind == "person")
    if at < first or named or not keys[at][:1].isalpha() or keys[at] in rules.never:
        return False
    key = keys[at]
    small = (events.finite, events.coordinators, events.openers, events.adverbs, events.auxiliaries)
    return not (any(key in words for words in small) or key.endswith(past) or rules.cases.of(reading.words[at]) == "object")


def belongs_elsewhere(name: Name, role: tuple[Role, str], trigger: Trigger, cast: Cast, rules: NameRules) -> bool:
    """Tell whether a name has its part in another verb of its clause, where only letters and places tell so.

    Behind the last verb stands who does that, "অভিযোগ ওঠার পর পদত্যাগ করেছেন মন্ত্রী"; before a verb that ends a clause of its own
    stands to whom it is done, "মন্ত্রীকে বাধা দেওয়ায় নিন্দা জানিয়েছে".
    """
    keys = cast.reading.keys
    if not rules.owner_ends:
        return False
    if name.first >= trigger.last:
        if keys[trigger.last - 1] in rules.describing:  # "নিহত মো. ইলিয়াস"
            return False
        return trigger.position == "noun" or keys[trigger.last - 1].endswith(rules.owner_ends)
    if role[0] != "agent" and not rules.clause_verbs.isdisjoint(keys[name.last : trigger.first]):
        return True
    mark = role[1].removeprefix("participants: ")
    if mark in rules.near_marks and any(key.endswith(rules.owner_ends) for key in keys[name.last + 1 : trigger.first]):
        return True  # "কর্মীদের ওপর হামলার নিন্দা জানিয়েছেন"
    return role[1] == UNMARKED and name.last < trigger.first and names_next(name, trigger, cast, rules)


def names_next(name: Name, trigger: Trigger, cast: Cast, rules: NameRules) -> bool:
    """Tell whether a bare name only tells what the noun behind it is about, or does what is told right behind it.

    "কামাল হোসেন হত্যা মামলায়", "এক কৃষক নিহত হওয়ার ঘটনায় ঢাকা প্রতিবাদ জানিয়েছে".
    """
    joined, keys = rules.beside.joined_nouns, cast.reading.keys
    if joined is not None and joined.fullmatch(keys[name.last]):
        return True
    behind = keys[name.last + 1] if name.last + 2 <= trigger.first else ""
    if behind in rules.nonfinite and behind.endswith(rules.owner_ends):
        return True
    other = cast.verbs.get(name.last)
    if other is None or other.position == "noun":
        return other is not None
    return any(key.endswith(rules.owner_ends) for key in keys[other.last - 1 : other.last + 1])
