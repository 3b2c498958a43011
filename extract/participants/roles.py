"""Names around a trigger → participants with roles.

Where the verb stands in the middle, the name before it acts and the name behind it is acted upon, unless the verb is
passive or a preposition says otherwise. Where the verb stands last, the mark behind each name tells its role.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from extract.clauses import Name, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.participants import EITHER, NameRules
from extract.models import SPEAKER, Participant, Provenance, Role
from extract.participants.aside import aside
from extract.participants.attributes import UNMARKED, names_next
from extract.participants.bareparticiples import describes, from_verb, is_bare
from extract.participants.cast import Cast
from extract.participants.commons import role_before
from extract.participants.controlled import befalls, with_controllers
from extract.participants.doers import BEFALLEN, DOER, ONLOOKER, claims, is_deed_of, with_doers
from extract.participants.firstverbs import (
    body_before,
    is_crime,
    is_joined,
    is_left_behind,
    is_verbal_noun,
    role_by_first_noun,
    role_by_first_verb,
    role_by_letters,
)
from extract.participants.headfirst import part_by_phrase
from extract.participants.journeys import with_travellers
from extract.participants.lastparticiples import GENITIVE, OFFICES, OWNER, may_undergo, role_by_case, with_head
from extract.participants.marks import role_by_mark, turns
from extract.participants.nobody import DONE_TO, only_suffers, with_dying
from extract.participants.nominal import role_beside_noun
from extract.participants.owned import OWNED, with_owners
from extract.participants.passives import agents_of_passive, is_passive, is_undergone
from extract.participants.receiving import GIVEN, GIVER, RECEIVER, with_receivers, with_successors
from extract.participants.speaking import speaks
from extract.participants.subjects import follows_inverted, is_object_pronoun, joined_verb, lacks_subject
from extract.participants.taking import is_antecedent, taking_part
from extract.participants.unmarked import bare_role, fitting, with_bare_objects
from extract.participants.verbsecond import follows_verb, is_inverted, is_marked_object

MOST_PARTICIPANTS = 8  # of one event
LEFT = "participants: land left or reached"
BARE = "participants: of a bare participle"
UNDERGOING = "participants: subject of a passive"
TRAVELLING = frozenset({"agent", "companion", "origin", "heading", "target"})  # roles of kinds that nobody undergoes
STRIKING = ("agent", "target")  # of bans, sanctions, sieges, which befall somebody
PEOPLE = 2  # tokens between a land and the noun for people of it
UNDERGOES = DONE_TO - {"recipient", "addressee"}
TAKES_PART = frozenset({DOER, GENITIVE, GIVER, OWNER, OWNED, RECEIVER})  # rules of names that have a part wherever they stand


def participants_of(cast: Cast, trigger: Trigger, events: EventRules, rules: NameRules) -> tuple[Participant, ...]:
    """Give the participants of one event, each with its role."""
    if not cast.names:
        return ()
    if is_verbal_noun(cast, trigger, events, rules):
        trigger = replace(trigger, position="noun")
    trigger = joined_verb(cast, trigger, events)
    trigger = from_verb(trigger, cast.names, cast.reading, rules)
    bare, first = is_bare(cast.reading, trigger, events, rules), events.verb_first
    undergone = is_undergone(cast, trigger, events, rules) if first else is_passive(cast.reading, trigger, events, rules)
    by = agents_of_passive(cast, trigger, events, rules)
    passive = bare or undergone or (bool(by) and trigger.position != "noun") or befalls(cast.reading, trigger, events, rules)
    names = taking_part(cast, trigger, events, rules)[:MOST_PARTICIPANTS]
    if not names:
        return ()
    told = [by.get(name.span) or _role(cast, trigger, name, events, rules, passive=passive) for name in names]
    told = [*with_bare_objects(cast.reading, trigger, names, told, rules)]
    roles = with_doers(cast, trigger, names, told, events, rules, passive=passive)
    roles = with_owners(cast.reading, trigger, names, roles, events, rules)
    roles = with_controllers(cast.reading, trigger, names, roles, events, rules)
    roles = with_head(cast.reading, trigger, names, roles, events, rules)
    roles = with_receivers(cast, trigger, names, roles, events, rules)
    roles = with_successors(trigger, roles, cast.reading, rules)
    roles = with_travellers(cast.reading, trigger, names, roles, events)
    beside = [
        apart or only_suffers(trigger, name, told, events)
        for name, told, apart in zip(names, roles, aside(cast, trigger, names, told, events, rules), strict=True)
    ]
    if bare:
        roles = _of_bare(cast, trigger, names, roles, events, rules)
    roles = _with_lands(cast.reading.keys, names, with_dying(names, roles, beside, trigger), events, rules)
    roles = [
        (role, LEFT) if _is_left(name, role, trigger) else (role, rule) for name, (role, rule) in zip(names, roles, strict=True)
    ]
    told_apart = [
        rule in (ONLOOKER, LEFT)
        or (cast.voiced is not None and name.last <= cast.voiced)
        or (apart and rule not in TAKES_PART and not (passive and _is_marked_agent(role, rule, rules)))
        for name, (role, rule), apart in zip(names, roles, beside, strict=True)
    ]
    return tuple(
        _participant(cast, trigger, name, role, events, rules, aside=apart)
        for name, role, apart in zip(names, roles, told_apart, strict=True)
    )


def _of_bare(
    cast: Cast, trigger: Trigger, names: Sequence[Name], roles: Sequence[tuple[Role, str]], events: EventRules, rules: NameRules
) -> Sequence[tuple[Role, str]]:
    """Give the roles of the names beside a participle without an auxiliary: only whom it tells of undergoes it."""
    told = {name.span for name in describes(cast.reading, trigger, names, events)}
    return [
        ("patient", BARE) if name.span in told
        else (role, rule) if _is_marked_agent(role, rule, rules) and name.first >= trigger.last
        else (role, ONLOOKER)
        for name, (role, rule) in zip(names, roles, strict=True)
    ]  # fmt: skip


def _with_lands(
    keys: Sequence[str], names: Sequence[Name], roles: Sequence[tuple[Role, str]], events: EventRules, rules: NameRules
) -> Sequence[tuple[Role, str]]:
    """Give a land that is told beside the noun of its people their role: "par la police italienne"."""
    out = list(roles)
    people = [(one, other) for one, other in enumerate(names) if other.kind == "common"]
    for at, name in enumerate(names):
        beside = (one for one, other in people if (other.first == name.last if events.marks_after else other.last == name.first))
        noun = next(beside, None)
        owns = name.kind == "country" and bool(rules.owner_ends) and keys[name.last - 1].endswith(rules.owner_ends)
        if (name.adjective or owns) and noun is not None:  # "कॅनडाच्या उच्चायुक्तांना"
            out[at] = roles[noun]
        if events.marks_after and not rules.spaced and name.kind == "country":
            out[at] = next((roles[one] for one, other in enumerate(names) if _is_of_land(keys, name, other, events)), out[at])
    return out


def _is_of_land(keys: Sequence[str], name: Name, noun: Name, events: EventRules) -> bool:
    """Tell whether a noun is that of people of a land, by the word for them between: "中国人ハッカー2人を", "日本人の男を"."""
    between = keys[name.last : noun.first] if noun.kind == "common" else []
    return 0 < len(between) <= PEOPLE and between[0] in events.nationals


def _is_marked_agent(role: Role, rule: str, rules: NameRules) -> bool:
    """Tell whether a mark of the agent stands before a name."""
    return role == "agent" and rules.roles.get(tuple(rule.removeprefix("participants: ").split())) == "agent"


def _is_left(name: Name, role: Role, trigger: Trigger) -> bool:
    """Tell whether a land is only where somebody leaves from or arrives: "fled Arden"."""
    roles = kinds()[trigger.kind].roles
    return role == "patient" and name.kind == "country" and "origin" in roles and not DONE_TO.intersection(roles)


def _participant(
    cast: Cast, trigger: Trigger, name: Name, told: tuple[Role, str], events: EventRules, rules: NameRules, *, aside: bool
) -> Participant:
    role, rule = told
    allowed = kinds()[trigger.kind].roles
    if role == "recipient" and role not in allowed:  # "X को गिरफ्तार किया": whoever is arrested, charged or beaten receives nothing
        role = next((one for one in allowed if one in UNDERGOES), role)
    elif role == "patient" and role not in allowed and rules.owner_ends:  # "বাংলাদেশকে ঋণ দেবে"
        role = next((one for one in allowed if one in GIVEN), role)
    elif rule == UNDERGOING and TRAVELLING.issuperset(allowed) and tuple(allowed) != STRIKING:
        role = "agent"  # "est arrivé", "è arrivato": no passive, though it looks like one
    elif rule == UNMARKED and (name.kind == "person" or (name.adjective and not rules.cased)) and allowed and role not in allowed:
        role = allowed[0]  # "জামাল হোসেন নিহত হয়েছেন": nobody acts who dies
    elif role == "topic" and events.marks_after and may_undergo(name, trigger, cast.reading, rules):
        role = next((one for one in allowed if one in DONE_TO), role)  # "X की आलोचना की", "X का निधन"
    provenance = Provenance(cast.document_id, name.span, f"{rule}, by a description" if name.described else rule)
    words = cast.text[name.span.start : name.span.end]
    return Participant(name.name, role, words, provenance, name.kind, name.key, name.title, aside)


def _role(cast: Cast, trigger: Trigger, name: Name, events: EventRules, rules: NameRules, *, passive: bool) -> tuple[Role, str]:
    if speaks(cast, name, events, rules):
        return "agent", SPEAKER
    if is_object_pronoun(cast.reading, cast.names, trigger, name, events, rules):
        return "patient", "participants: object"
    if cased := role_by_case(cast.reading, trigger, name, events, rules):
        return cased
    if is_deed_of(cast.reading, trigger, name, events, rules) or claims(cast.reading, name, rules):
        return "agent", DOER
    if events.verb_first and (body := body_before(cast, name)):
        return _role(cast, trigger, body, events, rules, passive=passive)
    if events.verb_first and is_left_behind(cast, trigger, name, events):
        return "agent", ONLOOKER
    if lettered := role_by_letters(cast, name, rules):
        return lettered
    if is_antecedent(cast.reading, trigger, name, events, rules):
        return ("patient", UNDERGOING) if passive else ("agent", "participants: whom a relative clause is about")
    if told := part_by_phrase(cast, trigger, name, events, rules):
        return told
    if marked := role_by_mark(cast.reading, trigger, name, cast.names, events, rules):
        return _marked(marked, cast, trigger, name, events, rules)
    if follows_inverted(cast.reading, trigger, name, rules):
        return "agent", "participants: behind the verb of telling"
    if under := role_before(cast, trigger, name, events, rules):
        if name.first >= trigger.last:
            return role_beside_noun((under, f"participants: {under} by its preposition"), trigger, name, cast.reading, events)
        return under, f"participants: {under} by its preposition"
    if rules.bare_verbs and (name.kind == "common" or (name.kind == "person" and not name.described)):
        return bare_role(cast, trigger, rules, name)
    tells = name.kind == "common" or name.case == "by" or trigger.position != "noun"
    if name.case and tells and not (events.verb_first and trigger.position != "noun"):
        undergoes = passive or turns(cast.reading, trigger, events) or (name.case == EITHER and _is_other(cast, trigger, name))
        role: Role = "patient" if name.case in ("object", "of") or (name.case in ("subject", EITHER) and undergoes) else "agent"
        return role, f"participants: {name.case}"
    return _by_order(cast, trigger, name, events, rules, passive=passive)


def _by_order(cast: Cast, trigger: Trigger, name: Name, events: EventRules, rules: NameRules, *, passive: bool) -> tuple[Role, str]:
    """Give the role of a name that bears no mark, by where it stands."""
    if events.verb_last:
        return "participant", "participants: clause"
    before = name.first <= trigger.first  # "Hurricane Odessa made landfall" holds its name
    if events.verb_first and trigger.position == "noun":
        return role_by_first_noun(cast, trigger, name, events, rules)
    if events.verb_first:
        return role_by_first_verb(cast, trigger, name, events, rules, passive=passive)
    if told := _by_verb_second(cast, trigger, name, events, rules, before=before, passive=passive):
        return told
    if not before and rules.object_marks and _is_subject_behind(cast, trigger, name, events, rules):
        return ("patient", UNDERGOING) if passive else ("agent", "participants: subject behind the verb")
    last = min(trigger.last, name.first)
    by = any(rules.roles.get((key,)) == "agent" for key in cast.reading.keys[trigger.first : last])  # "was hit by a crowd"
    led = rules.spaced and not before and passive and kinds()[trigger.kind].family not in OFFICES
    if led and events.agent_marks and not by:  # "acquitted of bribing officials"
        return "agent", ONLOOKER
    if not rules.spaced and before and not passive and _dies(cast, trigger, name, rules):
        return "patient", BEFALLEN
    if before != passive:
        return "agent", "participants: before the verb" if before else "participants: behind a passive"
    return "patient", UNDERGOING if passive else "participants: behind the verb"


def _is_subject_behind(cast: Cast, trigger: Trigger, name: Name, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a name behind a verb is its subject: it bears no mark, and none stands before: "lo detuvo la policía"."""
    if trigger.position == "noun" or name.kind in ("country", "thing"):
        return False
    keys, clause = cast.reading.keys, cast.reading.clauses[cast.reading.clause_of[trigger.first]]
    own = range(0) if name.first < trigger.last else trigger.taken or range(trigger.first, trigger.last)
    between = [keys[at] for at in range(trigger.first + 1, name.first) if at not in own]
    if any(not key[:1].isalnum() or (key in events.noun_prepositions and key not in events.determiners) for key in between):
        return False
    return lacks_subject(cast.reading, clause.first, trigger, events, rules)


def _dies(cast: Cast, trigger: Trigger, name: Name, rules: NameRules) -> bool:
    """Tell whether a name before a verb is of whom it befalls, and of none who brings it about: "马国华在爆炸中丧生"."""
    befallen = kinds()[trigger.kind].roles[:1] == ("victim",) and trigger.position == "verb"
    return befallen and rules.pivots.isdisjoint(cast.reading.keys[name.last : trigger.first])


def _is_other(cast: Cast, trigger: Trigger, name: Name) -> bool:
    """Tell whether a noun behind a verb, which may be subject or object, has a subject before it in its clause."""
    if name.first < trigger.last or trigger.position == "noun":
        return False
    first = cast.reading.clauses[cast.reading.clause_of[trigger.first]].first
    return any(first <= one.first and one.last <= trigger.first and one.case not in ("object", "by") for one in cast.acting)


def _marked(
    marked: tuple[Role, str], cast: Cast, trigger: Trigger, name: Name, events: EventRules, rules: NameRules
) -> tuple[Role, str]:
    """Give the role that a mark tells, as it is told of the event: of its noun, or of a crime that somebody is tried for."""
    crime = events.verb_first and marked[0] == "patient" and name.last <= trigger.first and is_crime(cast, trigger, rules)
    if crime or (events.verb_first and trigger.position == "noun" and marked[0] == "agent"):
        return "agent", DOER
    if rules.owner_ends and marked[1] == UNMARKED and name.last < trigger.first and names_next(name, trigger, cast, rules):
        return "topic", ONLOOKER
    if events.marks_after:
        return fitting(marked[0], trigger), marked[1]
    return marked if events.verb_first else role_beside_noun(marked, trigger, name, cast.reading, events)


def _by_verb_second(
    cast: Cast, trigger: Trigger, name: Name, events: EventRules, rules: NameRules, *, before: bool, passive: bool
) -> tuple[Role, str] | None:
    """Give the role of a name by its place around a verb that comes second, or by its article; None where neither tells it."""
    if not before:
        inverted = not passive and is_inverted(cast, trigger, name, events, rules)
        return ("agent", "participants: right behind the verb that comes second") if inverted else None
    if events.objects and is_marked_object(cast.reading, trigger, name, events):
        return "patient", "participants: its article is that of an object"
    if trigger.position == "noun" and events.nouns_capitalised and follows_verb(cast, trigger, name, events):
        return "patient", "participants: object of the verb before the noun"
    if not passive and _is_object_in_bracket(cast, trigger, name, events):
        return "patient", "participants: before the verb that ends its clause"
    return None


def _is_object_in_bracket(cast: Cast, trigger: Trigger, name: Name, events: EventRules) -> bool:
    """Tell whether a name stands behind the subject before a verb that ends its clause: "hat den Minister entlassen"."""
    if not events.verb_bracket or trigger.position == "noun" or name.first >= trigger.last:
        return False
    keys, clause = cast.reading.keys, cast.reading.clauses[cast.reading.clause_of[trigger.first]]
    before = [one for one in cast.acting if clause.first <= one.first < name.first and one.kind != "thing"]
    by_pronoun = not before and not events.pronouns.isdisjoint(keys[clause.first : name.first])  # "weil sie ihn anklagte"
    if not by_pronoun and (not before or is_joined(keys, before[-1], name, events)):
        return False
    behind = keys[trigger.last : trigger.last + 1]
    return not events.finite.isdisjoint(keys[clause.first : name.first]) or not events.finite.isdisjoint(behind)
