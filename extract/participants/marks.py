"""The role of a name by what stands beside it or at its end ("X ने", "با X", "X را", "Xを"), or by no mark before a last verb.

In goes a sentence with a trigger and a name, out comes the role with the name of the rule, or None.
"""

from collections.abc import Sequence
from itertools import product

from extract.clauses import Name, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.figures import figure_words
from extract.language.participants import ENDS, NameRules
from extract.models import Role
from extract.participants.lists import list_start
from extract.participants.nouns import means_somebody

MARK_LENGTHS = (3, 2, 1)  # words of a mark: "en sustitución de", "accompanied by", "के साथ"
VERB_END = 3  # tokens at the end of a clause, of which one is its verb
LONGEST_OFFICE = 4  # tokens from a title to the mark behind it: "وزیر دفاع را"
LONGEST_DESCRIPTION = 3  # tokens of an article and adjectives before a noun
APOSTROPHES = frozenset("'’")
MOST_GOODS = 4  # tokens between the genitive of a land and the mark behind what is its
STRIKING = frozenset({"attack", "sanction", "ban", "tariff", "raid"})  # families that strike a land in what is its


def role_by_mark(
    reading: Reading, trigger: Trigger, name: Name, names: Sequence[Name], events: EventRules, rules: NameRules
) -> tuple[Role, str] | None:
    """Give the role that the words before or behind a name tell, or its last letters; ``names`` are all of its sentence."""
    keys = reading.keys
    if name.last - name.first == 1 and (role := rules.pronoun_roles.get(keys[name.first])):
        own, after = keys[name.first], keys[name.last : name.last + 1]
        longer = (told for mark, told in rules.roles.items() if len(mark) == 2 and own.endswith(mark[0]) and after == [mark[1]])
        return next(longer, role), f"participants: {own}"  # "उनके", "उनके साथ"
    if events.verb_last and not any(end and keys[name.last - 1].endswith(end) for end, _ in rules.role_endings):  # not "पोर्तुगालने"
        behind = _behind_office(keys, name.last, rules)
        if rules.roles.get(tuple(keys[behind : behind + 1])) == "patient":  # "را", whatever stands before
            return "patient", f"participants: {keys[behind]}"
    begin = _behind_titles(keys, trigger, name, rules) if events.marks_after else _mark_end(reading, name, events, rules)
    if not rules.spaced and events.verb_last and name.kind == "country":
        begin = _behind_its_office(keys, name.last, rules)
    if events.marks_after and rules.cased and name.kind != "person" and name.last < len(keys):  # "Sahil Güvenlik ekiplerince"
        ending = next((end for end, role in rules.role_endings if end and role == "agent" and keys[name.last].endswith(end)), "")
        if ending:
            return "agent", f"participants: -{ending}"
    if not rules.acting.isdisjoint(keys[name.last : name.last + 1]):
        return "agent", f"participants: {keys[name.last]}"
    article = begin if events.marks_after else _before_article(keys, begin, events, rules)
    for length, at in product(MARK_LENGTHS, (begin, article) if article != begin else (begin,)):
        mark = tuple(keys[at : at + length] if events.marks_after else keys[max(0, at - length) : at])
        joins = length == 1 and bool(mark) and mark[0] in rules.joining
        if joins and (other := _joined_to(keys, begin, length, names, events, rules)):
            return role_by_mark(reading, trigger, other, names, events, rules)
        if role := rules.roles.get(mark):
            return _turned(reading, trigger, role, mark[0], events), f"participants: {' '.join(mark)}"
    if rules.apostrophe_roles and keys[name.last : name.last + 1] in (["'"], ["’"]):
        letters = keys[name.last + 1] if name.last + 1 < len(keys) else ""
        role = rules.apostrophe_roles.get(letters)
        return (role, f"participants: '{letters}") if role else None
    key = _last_word(keys, name, rules)
    for ending, role in rules.role_endings if events.verb_last else ():
        if (
            ENDS + ending in rules.joining
            and key.endswith(ending)
            and (other := _joined_to(keys, name.last, 0, names, events, rules))
        ):
            return role_by_mark(reading, trigger, other, names, events, rules)
        fits = (
            key not in rules.common_names and key not in rules.ending_alike
            if ending
            else events.marks_after or _stands_free(reading, name, events)
        )
        if fits and key.endswith(ending):
            return _turned(reading, trigger, role, ending, events), f"participants: -{ending}"
    return None


def _last_word(keys: Sequence[str], name: Name, rules: NameRules) -> str:
    """Give the word whose last letters tell the role of a name: that of a land's adjective is the noun behind, "रशियन तळावर"."""
    state = rules.beside.state_nouns if name.adjective and rules.owner_ends else None
    described = state is not None and name.last < len(keys) and state.fullmatch(keys[name.last])
    return keys[name.last if described else name.last - 1]


def _joined_to(
    keys: Sequence[str], begin: int, length: int, names: Sequence[Name], events: EventRules, rules: NameRules
) -> Name | None:
    """Give the name to which a mark between two names joins its own: the one behind where marks stand so, else the one before."""
    if not events.marks_after:
        return next((name for name in names if name.last == begin - length), None)
    behind = [name for name in names if name.first >= begin + length]
    if not behind or behind[0].first != begin + length:
        return None
    if len(behind) == 1 or behind[0].kind not in ("country", "organisation"):
        return behind[0]
    between = keys[behind[0].last : behind[1].first]  # "और चीन के राष्ट्रपति शी जिनपिंग ने"
    described = len(between) <= 1 or all(rules.is_title(key) or rules.roles.get((key,)) == "topic" for key in between)
    return behind[described]


def _behind_office(keys: Sequence[str], last: int, rules: NameRules) -> int:
    """Give where a mark stands behind a name, or behind the office told right behind it: "گالانت وزیر دفاع را"."""
    if rules.spaced and rules.is_title("".join(keys[last : last + 1])):
        return next((at for at in range(last + 1, last + LONGEST_OFFICE) if tuple(keys[at : at + 1]) in rules.roles), last)
    return last


def _behind_titles(keys: Sequence[str], trigger: Trigger, name: Name, rules: NameRules) -> int:
    """Give where a mark behind a name begins: behind the office that stands for a body or a land, "बैंक अध्यक्ष ने", "भूटान के राजा ने"."""
    if name.kind not in ("organisation", "country", "group") or name.last >= len(keys):
        return name.last
    owns = rules.roles.get((keys[name.last],)) == "topic"
    if keys[name.last] in rules.chains and kinds()[trigger.kind].family in STRIKING:
        return _behind_goods(keys, name, rules)
    if name.kind == "country" and not owns:
        return name.last
    state = rules.beside.state_nouns if name.kind == "country" or rules.cased else None  # "AFAD ekipleri tarafından"
    end = first = name.last + owns
    titles = name.kind == "organisation"
    while end < len(keys) and ((titles and rules.is_title(keys[end])) or (state is not None and state.fullmatch(keys[end]))):
        end += 1
    return end if end > first and (*keys[end : end + 1],) in rules.roles else name.last


def _behind_goods(keys: Sequence[str], name: Name, rules: NameRules) -> int:
    """Give where the mark of a target stands behind what is a land's, "ब्रिटेन के तेल टैंकर पर"; else where the name ends."""
    for at in range(name.last + 2, min(name.last + 2 + MOST_GOODS, len(keys))):
        role = rules.roles.get((*keys[at : at + 2],)) or rules.roles.get((keys[at],))
        if role or not keys[at][:1].isalnum():
            return at if role == "target" and (*keys[at - 1 : at + 1],) not in rules.about else name.last
    return name.last


def _mark_end(reading: Reading, name: Name, events: EventRules, rules: NameRules) -> int:
    """Give where a mark before a name ends: before its list and its title, "signed by Chile and Peru", "met with Mayor Ruiz"."""
    keys, first = reading.keys, list_start(reading, name, events, rules)
    bodies, numbers = rules.beside.bodies_before, figure_words(rules.code) if rules.counting_links else None
    if numbers and first > 1 and keys[first - 1] in rules.counting_links and numbers.counts(keys[first - 2]):
        return first - 2  # "a capturat 42 de soldați"
    if first == name.first and first > 1 and bodies is not None and bodies.fullmatch(keys[first - 1]):  # "by the group Arden"
        first -= 1
        return first - (keys[first - 1] in events.determiners and (keys[first - 1],) not in rules.roles)
    if first == name.first and first > 1 and rules.cased and name.kind != "common" and means_somebody(keys[first - 1], rules):
        return _begin_of_noun(keys, first - 1, events, rules)
    if first == name.first and name.title is not None and rules.cased:
        while first > 0 and (rules.is_title(keys[first - 1]) or reading.words[first - 1][:1].isupper() or keys[first - 1] == "-"):
            first -= 1
    if first > 0 and first < name.first and keys[first - 1] in events.determiners and (keys[first - 1],) not in rules.roles:
        return first - 1
    return first


def _before_article(keys: Sequence[str], begin: int, events: EventRules, rules: NameRules) -> int:
    """Give where the article of a name begins that stands between it and its mark: "à l'Arménie", "gegen den Iran"."""
    at = begin - (begin > 1 and keys[begin - 1] in APOSTROPHES)
    return at - 1 if at > 0 and keys[at - 1] in events.determiners and (keys[at - 1],) not in rules.roles else begin


def _begin_of_noun(keys: Sequence[str], noun: int, events: EventRules, rules: NameRules) -> int:
    """Give where a noun before a name begins, behind the mark of both: "door de internationale wielerunie UCI"."""
    for at in range(noun - 1, max(-1, noun - 1 - LONGEST_DESCRIPTION), -1):
        if (keys[at],) in rules.roles:
            return at + 1
        if keys[at] in events.determiners:
            return at
        part = keys[at] == "-" and at + 1 == noun  # "gegen den FPÖ-Abgeordneten"
        if not (part or keys[at][:1].isalpha()) or keys[at] in events.finite or keys[at] in events.noun_prepositions:
            break
    return noun


def _stands_free(reading: Reading, name: Name, events: EventRules) -> bool:
    """Tell whether no preposition stands before a name, and no noun before that of a country ("ارتش سودان")."""
    before = reading.keys[name.first - 1] if name.first else ""
    if (before,) in events.place_roles:
        return False
    return name.kind != "country" or before in events.openers or not before[:1].isalpha()


def _behind_its_office(keys: Sequence[str], last: int, rules: NameRules) -> int:
    """Give where the mark stands of who holds an office of a land, which acts by it: "イランの外相は"."""
    near = (
        range(last + 1, min(last + 1 + LONGEST_OFFICE, len(keys))) if rules.roles.get((*keys[last : last + 1],)) == "topic" else ()
    )
    office = next((at for at in near if rules.is_title(keys[at])), last)
    if any(not key.isalnum() or (key,) in rules.roles for key in keys[last + 1 : office]):
        return last
    return next((at for at in range(office, len(keys)) if not rules.is_title(keys[at])), last) if office > last else last


def _turned(reading: Reading, trigger: Trigger, role: Role, mark: str, events: EventRules) -> Role:
    """Make a patient of the subject of a passive verb that stands last: "4人は逮捕された"."""
    ends_so = role == "origin" and _turns_behind(reading, trigger, events)
    if (role in ("recipient", "origin") and turns(reading, trigger, events)) or ends_so:
        return "agent"  # "警察に逮捕された"
    return "patient" if role == "agent" and (not mark or mark in events.speaker_marks) and turns(reading, trigger, events) else role


def _turns_behind(reading: Reading, trigger: Trigger, events: EventRules) -> bool:
    """Tell whether the noun of an event stands before a verb that its subject undergoes: "協会から出場停止処分を受けた"."""
    if "patient" not in kinds()[trigger.kind].roles:
        return False
    end = reading.clauses[reading.clause_of[trigger.first]].last
    verb = "".join(reading.keys[max(trigger.last, end - VERB_END) : end])
    return any(part in verb for part in (*events.passive_parts, *events.undergoing_parts))


def turns(reading: Reading, trigger: Trigger, events: EventRules) -> bool:
    """Tell whether a verb that stands last is a passive: "逮捕された", "kurtarıldı"."""
    if not events.passive_parts:
        return False
    verb = "".join(reading.keys[trigger.first : trigger.last + 1])
    undergone = any(part in verb for part in events.undergoing_parts) and "patient" in kinds()[trigger.kind].roles
    return undergone or any(part in verb for part in events.passive_parts)
