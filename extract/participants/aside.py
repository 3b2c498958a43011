"""Which of the names near an event are only told beside it: they help to tell news apart, but have no part in the event.

Where the verb does not stand last, a verb's own clause tells its parts: its subject before it, its object behind it without
a preposition, or under one that gives a part. A clause without a subject goes on with that of the clause before. Where the
verb stands last, marks tell the parts, and a genitive only beside the event's own word. An act of saying is its speaker's.
"""

from collections.abc import Sequence

from extract.clauses import Name, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.figures import figure_words
from extract.language.participants import NameRules
from extract.models import Role
from extract.participants.adjectives import is_next, only_describes
from extract.participants.agreeing import agrees
from extract.participants.attributes import belongs_elsewhere, is_attribute
from extract.participants.cast import Cast
from extract.participants.compounds import is_in_genitive
from extract.participants.fronted import bears_office, is_parted
from extract.participants.lists import list_start
from extract.participants.marks import MARK_LENGTHS
from extract.participants.nominal import counts_of, of_whose_office
from extract.participants.speaking import speaks
from extract.participants.subjects import joined_subjects, lacks_subject, opened_before, opens_sentence

STATE_REACH = 3  # tokens between an adjective and the body that acts for its land
REACH = 4  # tokens before a noun among which its preposition stands
GENITIVE_REACH = 2  # tokens between a genitive and the noun that it belongs to
OWNED = 2  # tokens between a genitive and the mark of the next: "X की दूसरी पत्नी का"
TOLL: tuple[Role, ...] = ("victim",)  # roles of kinds that nobody does
VICTIM, PLAIN = "victim", "action"
TAKEN = frozenset({"patient", "recipient", "companion", "target", "victim", "origin"})
UNHURT = frozenset({"target", "patient"})
APOSTROPHES = frozenset("'’")
POSTS_REACH = 3  # tokens between a verb and the genitive of its object
ATTACKED = frozenset({"target", "victim"})  # roles of kinds of attack
VICTIM_REACH = 14  # the same of who dies or is hurt: "X का सोमवार को मुंबई में निधन"


def aside(
    cast: Cast, trigger: Trigger, names: Sequence[Name], roles: Sequence[tuple[Role, str]], events: EventRules, rules: NameRules
) -> list[bool]:
    """Tell of each name whether it is only told beside an event; ``roles`` holds the role of each with its rule."""
    if trigger.position == "speech" or (cast.speaker is not None and cast.said == trigger.first):
        return [not speaks(cast, name, events, rules) for name in names]
    if events.verb_last:
        others = _of_other_verb(names, roles, trigger, cast.reading, rules)
        return [
            at in others or _is_beside(name, role, trigger, cast, events, rules)
            for at, (name, role) in enumerate(zip(names, roles, strict=True))
        ]
    return [_is_apart(name, names, trigger, cast.reading, events, rules) for name in names]


def _of_other_verb(
    names: Sequence[Name], roles: Sequence[tuple[Role, str]], trigger: Trigger, reading: Reading, rules: NameRules
) -> set[int]:
    """Give whom a verb takes that stands before the own object of the event: "रूस से तेल खरीदने के लिए कंपनी पर प्रतिबंध लगाया"."""
    taken = [at for at, (role, _) in enumerate(roles) if role in TAKEN and names[at].last <= trigger.first]
    if len(taken) < 2 or rules.nonfinite.isdisjoint(reading.keys[names[taken[0]].last : names[taken[-1]].first]):
        return set()
    last = names[taken[-1]].first
    return {at for at in taken if not rules.nonfinite.isdisjoint(reading.keys[names[at].last : last])}


def _is_beside(name: Name, role: tuple[Role, str], trigger: Trigger, cast: Cast, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a name has no part in what a last verb or its noun tells."""
    reading = cast.reading
    if only_describes(name, trigger, reading, events, rules) or belongs_elsewhere(name, role, trigger, cast, rules):
        return True
    other = reading.clause_of[name.first] != reading.clause_of[trigger.first]
    if rules.owner_ends and role[0] == "topic" and rules.roles.get((role[1].removeprefix("participants: "),)) == "target":
        return other  # "সভাপতির বিরুদ্ধে তদন্ত"
    if role[0] == "topic":
        far = trigger.kind == PLAIN or trigger.first - name.last > 1
        if trigger.position == "verb" and far and not agrees(name, trigger, reading, rules):
            return True
        return not is_genitive_of(name, trigger, reading, rules, more=1)
    kept = kinds()[trigger.kind].roles
    return other and (role[0] == "participant" or (role[0] == "agent" and kept == TOLL))


def is_genitive_of(name: Name, trigger: Trigger, reading: Reading, rules: NameRules, *, more: int = 0) -> bool:
    """Tell whether a genitive is that of a noun behind it: farther that of who dies or is killed, a day and a place between them.

    Not where it is that of another noun of which the noun is: "X की पत्नी का सोमवार को निधन".
    """
    if agrees(name, trigger, reading, rules):
        return True
    roles = kinds()[trigger.kind].roles
    if trigger.first != name.last and VICTIM not in roles and rules.pronoun_roles.get(reading.keys[name.first]) == "topic":
        return False  # "उनके पत्र प्रकाशित किए"
    if trigger.first <= name.first and name.last < trigger.last:  # "कर्मचारियों की छंटनी"
        return True
    far = name.kind in ("person", "common") and VICTIM in roles and not UNHURT.intersection(roles)
    if not 0 <= trigger.first - name.last <= more + (VICTIM_REACH if far else GENITIVE_REACH):
        return False
    return not _owns_another(name, trigger, reading, rules)


def _owns_another(name: Name, trigger: Trigger, reading: Reading, rules: NameRules) -> bool:
    """Tell whether a genitive is that of a noun that bears the mark of one itself, right before the event or right behind it."""
    keys, first = reading.keys, name.last
    if (
        first < trigger.first
        and (keys[trigger.first - 1],) not in rules.roles
        and keys[trigger.first - 1].endswith(rules.owner_ends)
    ):
        return True
    if first >= trigger.first - 1:
        return False
    if "agent" in (rules.roles.get((key,)) for key in keys[first + 1 : trigger.first]):  # "X की टीम ने"
        return True
    if name.kind == "country":
        return False
    if rules.roles.get((keys[trigger.first - 1],)) == "topic":
        return True
    mark = first if rules.pronoun_roles.get(keys[first - 1]) is None else first - 1
    behind = range(first + 2, min(first + 2 + OWNED, trigger.first))
    chained = rules.chains.get(keys[mark], ())
    return any(keys[at] in chained for at in behind) or any(
        mark < found.first <= mark + OWNED and found.last < trigger.first for found in reading.phrases(rules.common_nouns)
    )


def _is_apart(name: Name, names: Sequence[Name], trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a name stands where no part is told: in another clause, under a preposition, as an adjective."""
    if trigger.position == "noun" and name.last <= trigger.first and is_attribute(name, trigger, reading, events, rules):
        return True
    if _is_of_deed(name, trigger, reading, rules):
        return True
    if is_next(name, trigger) or (name.kind == "common" and opens_sentence(name, trigger, reading, rules)):
        return False
    if only_describes(name, trigger, reading, events, rules):
        return True
    if not rules.spaced and name.kind == "country" and _befalls(name, trigger, reading, rules):
        return True
    here = reading.clause_of[name.first] == reading.clause_of[trigger.first]
    if name.first >= trigger.last and _owns_next(name, reading, events, rules):
        return True
    if _only_owns(name, trigger, reading, events, rules) or is_in_genitive(name, trigger, reading, events):
        return True
    if is_attribute(name, trigger, reading, events, rules):
        return True
    if trigger.position == "noun":
        if not here:
            word = reading.clauses[reading.clause_of[trigger.first]].word
            return name.first >= trigger.last or _adjoins(word, events)
        return _is_before_adjunct(name, trigger, reading, events)
    if name.first >= trigger.last:
        if not rules.spaced and (is_parted(name, trigger, reading) or bears_office(name, trigger, reading, rules)):
            return True
        under = _is_under_preposition(name, trigger, trigger.last, reading, events, rules)
        return not here or under or _is_answered(name, trigger, reading, events)
    if name.kind == "person" and rules.cases is None and _is_of_subject(name, reading, events, rules):
        return True
    clause = reading.clauses[reading.clause_of[trigger.first]]
    if here and rules.cases is not None and _is_under_preposition(name, trigger, clause.first, reading, events, rules):
        return True
    return not here and name not in _subjects(names, trigger, reading, events, rules)


def _is_of_deed(name: Name, trigger: Trigger, reading: Reading, rules: NameRules) -> bool:
    """Tell whether a name belongs to the noun of a deed that is the subject of its clause: "penangkapan Ruiz menuai kritik"."""
    if rules.deed_heads.isdisjoint(reading.keys):
        return False
    first = reading.clauses[reading.clause_of[trigger.first]].first
    return reading.keys[first] in rules.deed_heads and first < name.first and name.last <= trigger.first


def _befalls(name: Name, trigger: Trigger, reading: Reading, rules: NameRules) -> bool:
    """Tell whether something only happens in a land: "尼泊尔周五发生巴士车祸"."""
    return not rules.befalling.isdisjoint(reading.keys[max(name.last, trigger.first - STATE_REACH) : trigger.first])


def _only_owns(name: Name, trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a name before a verb only says whose its subject is: "Mr Ruiz's lawyer denied", "his dog found".

    Whoever holds an office of a body acts for it: "the Kremlin's spokesman".
    """
    if name.kind == "country" or trigger.position == "noun" or name.last >= trigger.first:
        return False
    keys, behind = reading.keys, name.last
    if not rules.spaced:
        return keys[behind] in events.place_links and trigger.first > behind + 1  # "圣路加医院的护士"
    if behind + 1 < len(keys) and keys[behind] in APOSTROPHES and keys[behind + 1] in events.possessive:
        for_it = name.kind == "organisation" and any(map(rules.is_title, keys[behind + 2 : behind + 2 + STATE_REACH]))
        return trigger.first > behind + 2 and not for_it
    return name.last - name.first == 1 and keys[name.first] in events.determiners


def _is_of_subject(name: Name, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a person before a verb only says whose its subject is: "a former bodyguard of Raul Mamani was charged"."""
    keys, at = reading.keys, name.first - 1
    of = at > 0 and keys[at] in events.place_links and events.place_roles.get((keys[at],)) != "site"
    return of and keys[at - 1][:1].isalpha() and not rules.is_title(keys[at - 1])


def _owns_next(name: Name, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a pronoun behind an event only says whose the next noun is: "arrested his wife", not "arrested her on"."""
    keys, at = reading.keys, name.last
    if name.last - name.first > 1 or keys[name.first] not in rules.person_pronouns or keys[name.first] not in events.determiners:
        return False
    if at >= len(keys) or not keys[at][:1].isalpha() or keys[at] in rules.never or (keys[at],) in events.place_roles:
        return False
    return not any(
        keys[at] in words
        for words in (events.noun_prepositions, events.openers, events.coordinators, events.finite, events.adverbs)
    )


def _is_before_adjunct(name: Name, trigger: Trigger, reading: Reading, events: EventRules) -> bool:
    """Tell whether a noun is an adjunct of what the name does: "Arden shut the pass after the blast"."""
    first = max(name.last, trigger.first - REACH)
    for at in range(trigger.first - 1, first - 1, -1):
        key = reading.keys[at]
        if not key[:1].isalpha() or key in events.finite or key in events.coordinators:
            return False
        if _adjoins(key, events):
            return True
    return False


def _adjoins(key: str, events: EventRules) -> bool:
    """Tell whether a word makes a noun the time of something else: "after", "before", "since", "until"."""
    return key in events.after_marks or key in events.before_marks or key in events.since_marks or key in events.until_marks


def _is_answered(name: Name, trigger: Trigger, reading: Reading, events: EventRules) -> bool:
    """Tell whether a name has its part in what an act answers or what caused it: "in retaliation for the arrest of Lee"."""
    return any(
        trigger.last <= found.first and found.last <= name.first
        for table in (events.replies, events.causes)
        for found in reading.phrases(table)
    )


def _is_under_preposition(name: Name, trigger: Trigger, low: int, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a name stands under a preposition without a part: "arrested employees of the bank"."""
    keys, at = reading.keys, list_start(reading, name, events, rules) - 1
    if name.title is not None and at == name.first - 1:
        at -= len(name.title.split())
    numbers = figure_words(rules.code) if name.kind == "common" else None
    while at >= low and (keys[at] in events.determiners or rules.is_title(keys[at]) or counts_of(keys, at, numbers)):
        at -= 1
    at = of_whose_office(at, low, name, keys, events)
    if at < low or any(tuple(keys[max(0, at + 1 - length) : at + 1]) in rules.roles for length in MARK_LENGTHS):
        return False
    if (
        keys[at] in events.place_links
        and at == trigger.last
        and trigger.position == "phrase"
        and kinds()[trigger.kind].pursues
        and not kinds()[trigger.kind].speech
        and events.noun_prepositions.isdisjoint(keys[trigger.first : trigger.last - 1])
    ):
        return False  # "upheld the conviction of Lee"
    if keys[at] in events.place_links and at >= trigger.last and _owns_object(name, trigger, keys, at, rules):
        return False
    if name.kind == "person" and events.place_roles.get((keys[at],)) == "target":  # "zadzwonił do Trumpa"
        return False
    pair = (*keys[max(low, at - 1) : at + 1],)  # "w pobliżu"
    return keys[at] in events.noun_prepositions or (keys[at],) in events.place_roles or pair in events.place_roles


def _owns_object(name: Name, trigger: Trigger, keys: Sequence[str], at: int, rules: NameRules) -> bool:
    """Tell whether what is done to an office or a site is done to whose it is: "summoned the envoy of Arden"."""
    if name.kind not in ("country", "organisation"):
        return False
    if at == trigger.last and rules.is_title(keys[at - 1]):
        return True
    hits = ATTACKED.issubset(kinds()[trigger.kind].roles) and trigger.position != "noun"
    return hits and at - trigger.last <= POSTS_REACH and all(key[:1].isalpha() for key in keys[trigger.last : at])


def _subjects(names: Sequence[Name], trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules) -> list[Name]:
    """Give whom a verb without a subject in its clause goes on to tell of: "Ines Quiroga, who won the vote, flew to Arden"."""
    clause, keys = reading.clauses[reading.clause_of[trigger.first]], reading.keys
    relative = next((at for at in range(trigger.first - 1, clause.first - 1, -1) if keys[at] in rules.relatives), None)
    first = clause.first if relative is None else relative
    if not lacks_subject(reading, first, trigger, events, rules):
        return []
    before = [name for name in names if name.last <= first and not only_describes(name, trigger, reading, events, rules)]
    if not before:
        return []
    related = relative is not None or clause.word in rules.relatives
    if not related and (opened := opened_before(reading, clause, events, rules)) is not None:
        return joined_subjects([name for name in before if name.first >= opened], reading, events, rules)
    return [before[-1]] if related else joined_subjects(before, reading, events, rules)
