"""Nouns that take part without a name: "the rebels", "three fishermen", "the dockworkers' union".

They are sought in every sentence by the pack's table, beside its names; whether one of them takes part in an event is told
strictly: as the subject or the object of its own verb, or by a mark of a role, never as a part of another noun.
"""

from collections.abc import Sequence

from extract.clauses import Name, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.figures import figure_words
from extract.language.participants import EITHER, NameRules
from extract.models import Role
from extract.participants.attributes import UNMARKED
from extract.participants.bycase import POSTS, clause_start, ends_behind, is_aim, is_by_whom, is_genitive_party
from extract.participants.cast import Cast
from extract.participants.compounds import (
    behind_number,
    compounds_in,
    entitles_name,
    is_adjective,
    is_joined,
    is_office,
    is_part,
    is_titled,
    joined_before,
    with_joined_cases,
)
from extract.participants.doers import is_deed_of
from extract.participants.fronted import bears_office, fronted_role, is_object_before, is_parted
from extract.participants.headfirst import part_by_phrase
from extract.participants.lastparticiples import tells_only
from extract.participants.lists import title_start
from extract.participants.marks import role_by_mark
from extract.participants.nominal import brings_about, counts_of, is_apposed, is_of_another, joins_count, role_of_noun
from extract.participants.subjects import qualified_from
from extract.participants.uncased import COMMON_MARK, ends_there, without_titles
from extract.participants.unmarked import is_bare_noun

SUBJECT_REACH, OBJECT_REACH = 14, 5  # tokens between a noun and its verb, before the verb and behind it
PHRASE = 4  # tokens of where or when it was before an object: "ontvoerden in het noorden van Nigeria tientallen leerlingen"
COURT = f"{COMMON_MARK}court"  # "vor Gericht" only tells where
QUALIFIERS = 4  # tokens between a noun and what it stands under: "by three armed local policemen"
APOSTROPHES = frozenset("'’")
TAKING: tuple[Role, ...] = ("agent", "patient", "recipient", "companion", "victim", "target", "addressee", "beneficiary")


def with_common_nouns(
    by_sentence: Sequence[Sequence[Name]], readings: Sequence[Reading], events: EventRules, rules: NameRules
) -> list[Sequence[Name]]:
    """Add to the names of each sentence the nouns that may take part without one; none that touches a name."""
    return [
        _with_nouns(names, reading, number, events, rules)
        for number, (names, reading) in enumerate(zip(by_sentence, readings, strict=True))
    ]


def _with_nouns(names: Sequence[Name], reading: Reading, number: int, events: EventRules, rules: NameRules) -> Sequence[Name]:
    names = without_titles(names, reading, rules)
    listed = reading.phrases(rules.common_nouns)
    if rules.dictionary:  # "bewaffnete Männer"
        listed = [one for one in listed if reading.words[one.last - 1][:1].isupper()]
    found = [*listed, *compounds_in(reading, rules)]
    if not found:
        return names
    titles = not (events.verb_first or events.verb_last)  # a noun right before a full name is its title: "detective Ines Quiroga"
    full = 1 if rules.cased else 0
    taken = {at for name in names for at in range(name.first - (titles and is_titled(name, full, reading, rules)), name.last)}
    if events.verb_first:  # "رئيس الحكومة نواف سلام"
        persons = [name.first for name in names if name.kind == "person"]
        taken.update(at for first in persons for at in range(title_start(reading.keys, first, rules), first))
    firsts = {name.first for name in names}
    added: list[Name] = []
    for one in sorted(found, key=lambda one: (one.first, -one.last)):
        apposed = rules.cased and events.verb_last and one.value[1] == "object"  # "yazılım şirketi Arden"
        entitles = one.last in firsts and (apposed or entitles_name(reading.keys[one.last - 1], rules))
        if one.last - one.first == 1 and is_adjective(reading, one.first, events, rules):
            continue
        apart = rules.owner_ends and not ends_there(reading.keys[one.last - 1 : one.last + 2], rules)
        if apart or (one.first and reading.keys[one.first - 1] in rules.made_marks):
            continue
        free = taken.isdisjoint(range(one.first, one.last)) and not is_office(one, names, reading, rules)
        if not entitles and free and not is_part(reading, one.last, rules):
            taken.update(range(one.first, one.last))
            key, case = one.value
            if events.verb_last and case == "object" and names and names[0].kind == "country" and names[0].last == one.first:
                case = "subject"  # "Kuzey Kore askerleri"
            first, last = joined_before(reading, one.first, rules), behind_number(reading.keys, one.last, rules)
            told = ("" if first < one.first else " ").join(reading.words[first : one.last])
            added.append(Name(number, first, last, reading.span(first, last), told, "common", COMMON_MARK + key, None, case=case))
    return sorted([*names, *with_joined_cases(added, reading.keys, rules)], key=lambda name: name.first) if added else names


def is_party(cast: Cast, trigger: Trigger, name: Name, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a noun without a name takes part in an event of its clause."""
    reading = cast.reading
    if trigger.position == "speech" or is_joined(name, trigger, reading, events, rules) or _only_says(cast, name, trigger):
        return False
    if not events.verb_last and is_apposed(name, cast.acting, reading, events):
        return False
    if events.verb_last:
        return _is_marked(cast, name, trigger, events, rules)
    if trigger.first <= name.first < trigger.last:
        scene = name.first > trigger.first and (name.key == COURT or events.nouns_capitalised)
        return not scene or _under(name, trigger.first, reading, events, rules) in ("", *TAKING)
    if name.case == "by":
        return is_by_whom(name, trigger, reading, events, rules)
    if events.verb_first and trigger.position == "noun" and name.first >= trigger.last:
        return _is_owner(name, trigger, reading, rules) or _under(name, trigger.last, reading, events, rules) == "agent"
    if name.first >= trigger.last and role_of_noun(name, trigger, reading, events, rules):
        return True
    if (
        trigger.position == "noun"
        and rules.spaced
        and (name.first >= trigger.last or not brings_about(name, trigger, reading, events, rules))
    ):
        own = [key for key in reading.keys[trigger.last : name.first] if key not in events.noun_prepositions]
        endings = () if events.nouns_capitalised else events.past_endings  # "durch bewaffnete Männer" has no verb
        other = any(
            key in events.finite or (key not in events.determiners and key.endswith(endings or ("\0",))) for key in own
        )  # "loans to firms owned by"
        return name.first >= trigger.last and not other and _belongs(name, trigger, reading, events, rules)
    if name.last <= trigger.first:
        near = trigger.first - name.last <= SUBJECT_REACH
        if is_deed_of(reading, trigger, name, events, rules):
            return near
        opens = qualified_from(name, reading, rules) <= clause_start(reading, trigger)
        if name.case == "of" or (name.case == "object" and not opens):
            return False
        return near and _opens(name, trigger, reading, events, rules)
    if not rules.spaced and (is_parted(name, trigger, reading) or bears_office(name, trigger, reading, rules)):
        return False
    if name.case == "object" and name.first == trigger.last > trigger.first + 1 and kinds()[trigger.kind].family in POSTS:
        return False  # "назначен на пост посла"
    under = _under(name, trigger.last, reading, events, rules, cast.names)
    if _distance(reading.keys, trigger.last, name.first) > (
        SUBJECT_REACH if under == "agent" else OBJECT_REACH + PHRASE * events.verb_second
    ):
        return False
    if under == "agent" and events.agent_marks and is_of_another(reading.keys[trigger.last : name.first], events):
        return False
    return name.case in ("subject", EITHER) or not under or under in TAKING


def _belongs(name: Name, trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a noun behind that of an event is in its genitive, or under a mark: "атака боевиков на туристов"."""
    sources = ("agent",) if "origin" in kinds()[trigger.kind].roles else ("agent", "origin")  # "kritik från oppositionen"
    if _under(name, trigger.last, reading, events, rules) in sources or is_aim(name, trigger, reading, rules):
        return True
    return name.case in ("object", "of") and rules.cases is not None and qualified_from(name, reading, rules) <= trigger.last


def _distance(keys: Sequence[str], first: int, last: int) -> int:
    """Count the words from a token to another; those that a hyphen joins are one: "a 19-year-old student"."""
    return sum(key != "-" and (at == first or keys[at - 1] != "-") for at, key in enumerate(keys[first:last], first))


def _is_owner(name: Name, trigger: Trigger, reading: Reading, rules: NameRules) -> bool:
    """Tell whether nothing but a number stands between the noun of an event and a noun in its genitive: "مقتل ثلاثة جنود"."""
    numbers, between = figure_words(rules.code), reading.keys[trigger.last : name.first]
    return all(key[:1].isdigit() or (numbers is not None and numbers.counts(key)) for key in between)


def describes_subject(
    name: Name, common: Sequence[Name], trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules
) -> bool:
    """Tell whether a name between a subject without a name and its verb only says more of it: "nurses at St Luke's went"."""
    if events.verb_last:
        return False
    if events.verb_first:  # "ممرضات مستشفى القديس لوقا"
        return name.kind == "organisation" and any(one.last == name.first for one in common)
    if trigger.position == "noun" or name.last > trigger.last:
        return False
    subject = next((one for one in reversed(common) if one.last <= name.first and one.case != "object"), None)
    if name.last > trigger.first and (subject is None or subject.first != trigger.first):
        return False
    if subject is None:
        return False
    between = reading.keys[subject.last : name.first]
    if any(not key[:1].isalpha() or key in events.openers or key in events.finite for key in between):
        return False
    under = _under(name, subject.last, reading, events, rules)
    if name.kind == "country":
        return len(between) > 1 and under in ("recipient", "origin", "companion")  # "hackers linked to Arden"
    in_genitive = len(between) <= bool(subject.case)  # "медсёстры больницы Святого Луки"
    return in_genitive or bool(under)


def role_before(cast: Cast, trigger: Trigger, name: Name, events: EventRules, rules: NameRules) -> Role | None:
    """Give the role that the preposition of a noun gives, before its article and what else tells of it; None without any."""
    if (name.kind != "common" and rules.spaced) or events.marks_after:
        return None
    if is_aim(name, trigger, cast.reading, rules):
        return "patient"
    clause = cast.reading.clauses[cast.reading.clause_of[trigger.first]]
    if not events.verb_first and name.first >= trigger.last and (told := role_of_noun(name, trigger, cast.reading, events, rules)):
        return told
    low = clause.first + (clause.opener == "subordinate") if name.last <= trigger.first else min(trigger.last, name.first)
    if not rules.spaced and 0 <= trigger.first - name.last <= 1:
        fronted = fronted_role(name, clause.first, cast, rules)
        if fronted:
            return fronted
    under = _under(name, low, cast.reading, events, rules, cast.names)
    if under == "companion" and name.kind != "common":
        return None
    return next((role for role in TAKING if role == under), None)


def _only_says(cast: Cast, name: Name, trigger: Trigger) -> bool:
    """Tell whether a noun is that of the speaker: "police said rebels had freed them"."""
    return cast.said is not None and min(name.first, trigger.first) < cast.said < max(name.first, trigger.first)


def _is_marked(cast: Cast, name: Name, trigger: Trigger, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a noun bears a mark that gives it a part, before a verb that stands last."""
    reading = cast.reading
    if rules.phrase_starts:
        return part_by_phrase(cast, trigger, name, events, rules) is not None
    if name.last > trigger.last:
        return bool(rules.owner_ends) and ends_behind(name, trigger, reading)
    if name.case == "of":
        return is_genitive_party(name, trigger, reading, rules)
    inside = (
        bool(rules.owner_ends) and name.case in ("", "subject") and trigger.first <= name.first < name.last < trigger.last
    )  # "সেনা পাঠিয়েছে"
    if inside or tells_only(name, trigger, reading, rules):
        return False
    told = role_by_mark(reading, trigger, name, (), events, rules)
    if told is None:
        return bool(name.case) or is_bare_noun(name, trigger, reading, rules)
    if rules.owner_ends and told[1] == UNMARKED and not name.case:
        return is_bare_noun(name, trigger, reading, rules)
    return told[0] in TAKING or (
        told[0] == "topic" and (name.last + 1 == trigger.first or trigger.first <= name.first < name.last < trigger.last)
    )


def _opens(name: Name, trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a noun before a verb may be its subject, or stand there by a mark: under no other preposition."""
    clause = reading.clauses[reading.clause_of[trigger.first]]
    if name.case not in ("subject", EITHER):
        opened = clause.first + (clause.opener == "subordinate" and name.first > clause.first)  # "after the company announced"
        under = _under(name, opened, reading, events, rules)
        if under and not (events.verb_bracket and under == "agent") and (rules.spaced or under not in TAKING):
            return False
    if not rules.spaced and is_object_before(name, clause.first, reading, rules):
        return False
    between = reading.keys[name.last : trigger.first]
    return not any(key in events.openers or key in events.coordinators for key in between)


def opens_clause(name: Name, first: int, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a noun stands where its clause begins, under no preposition."""
    return name.first - first <= QUALIFIERS and not _under(name, first, reading, events, rules)


def _under(name: Name, low: int, reading: Reading, events: EventRules, rules: NameRules, names: Sequence[Name] = ()) -> str:
    """Give the role that the preposition of a noun gives, "other" where it gives none, "" for a noun under none."""
    keys, numbers = reading.keys, figure_words(rules.code)
    bounds = numbers.bounds if numbers is not None else ()
    begun = False  # behind its number or its article only a preposition belongs to a noun
    for at in range(name.first - 1, max(low, name.first - 1 - QUALIFIERS) - 1, -1):
        key = keys[at]
        if events.verb_first and any(one.last == at + 1 and one is not name for one in names):
            return ""  # "من سوريا قياديا"
        article = key in events.determiners
        if begun and (key,) in bounds:  # "over 400 workers", "نحو 400 عامل"
            continue
        if at > low and (counts_of(keys, at, numbers) or joins_count(keys, at, numbers, events, rules)):  # "thousands of farmers"
            begun = False
            continue
        if role := rules.roles.get((key,)) or rules.roles.get((keys[at - 1], key)):  # "da parte della polizia"
            return role
        if article and at == low:
            return ""
        if not article and (
            key in events.noun_prepositions or (key,) in events.place_roles or (rules.spaced and key in events.place_links)
        ):
            return "other"
        if begun:
            return "other" if at > low and _owns(at, reading, events, rules) else ""
        if not key[:1].isalnum() or key in events.finite or key in events.coordinators or key in events.openers:
            return ""
        begun = article or key[:1].isdigit() or (numbers is not None and numbers.counts(key))
    return ""


def _owns(at: int, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a noun and the article behind it make a genitive: "der Chef der Polizei", "le chef du syndicat"."""
    key, article = reading.keys[at], reading.keys[at + 1]
    none = (events.finite, events.coordinators, events.openers, () if events.nouns_capitalised else rules.never)
    if not key[:1].isalpha() or any(key in words for words in none):
        return False
    if events.nouns_capitalised:
        return article in events.determiners and reading.words[at][:1].isupper()
    return article in events.determiners and article in events.place_links
