"""Whose deed a noun tells of, or whom it strikes, where a noun without a name stands behind it: "the killing of a teacher".

What strikes somebody is of them, and where nobody suffers a noun is of who does it: "the strike of the nurses". Where "of" may
mean either, in attacks, only a mark of its own tells whom they strike: "an attack on worshippers".
"""

from collections.abc import Sequence

from extract.clauses import Name, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.figures import FigureWords, figure_words
from extract.language.participants import NameRules
from extract.models import Role

REACH = 7  # tokens between the noun of an event and who is told behind it: "the killing of two unarmed young protesters"
STRUCK = frozenset({"patient", "victim", "beneficiary", "target"})
LIGHT_REACH = 6  # tokens between whoever brings it about and the noun of an event: "began on Friday a strike"
DESCRIBING = 5  # tokens before a noun that may describe it: "a 43-year-old local teacher"
OFFICE_WORDS = 3  # words of an office before the one that ends it: "former federal agriculture minister"
SURELY = frozenset({"patient", "beneficiary"})  # a noun with such a role is of them; one of an attack may be of who attacks


def role_of_noun(name: Name, trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules) -> Role | None:
    """Give the role of a noun without a name behind that of an event, by the mark between them; None where none tells it."""
    linked = reading.keys[trigger.last - 1] in events.place_links  # "arrest of", one trigger
    between = reading.keys[trigger.last - linked : name.first]
    if trigger.position not in ("noun", "phrase") or not between or len(between) > REACH:
        return None
    if not _is_own(between, events, figure_words(rules.code)):
        return None
    roles = kinds()[trigger.kind].roles
    if between[0] in rules.striking_marks:
        return "patient" if STRUCK.intersection(roles) else None
    by = trigger.position == "phrase" and rules.roles.get((between[0],)) == "agent"  # "dömts till fängelse av tingsrätten"
    if by or (between[0] not in events.place_links and between[0] not in events.genitives):
        return None
    if SURELY.intersection(roles) or roles[:1] == ("victim",) or roles[:2] == ("agent", "victim"):
        return "patient"
    acts = trigger.position == "noun" and roles[:1] == ("agent",) and ("companion" in roles or not STRUCK.intersection(roles))
    return "agent" if acts else None


def role_beside_noun(
    told: tuple[Role, str], trigger: Trigger, name: Name, reading: Reading, events: EventRules
) -> tuple[Role, str]:
    """Turn what a mark tells behind a noun: "gripandet av Aydin" is of Aydin, "kritik från oppositionen" is the opposition's."""
    if trigger.position != "noun" or name.first < trigger.last:
        return told
    its, between = kinds()[trigger.kind], reading.keys[trigger.last : name.first]
    if told[0] == "origin" and "origin" not in its.roles and its.roles[:1] in (("agent",), ("speaker",)):
        return "agent", told[1]
    struck = not its.speech and bool(SURELY.intersection(its.roles) or "victim" in its.roles)
    mark = next((key for key in reversed(between) if key in events.noun_prepositions or key in events.place_links), "")
    of = mark in events.place_links
    return ("patient", told[1]) if told[0] == "agent" and struck and of else told


def is_apposed(name: Name, others: Sequence[Name], reading: Reading, events: EventRules) -> bool:
    """Tell whether a noun only says who somebody named beside it is: "his wife, Lena Ito, …", "Lena Ito, a local teacher, …"."""
    keys = reading.keys
    if name.last + 1 < len(keys) and keys[name.last] == ",":
        named = next((one for one in others if one.first == name.last + 1 and one.kind == "person"), None)
        if named and named.last < len(keys) and not keys[named.last][:1].isalnum():
            return True
    return name.last < len(keys) and keys[name.last] == "," and follows_name(name, others, reading, events)


def follows_name(name: Name, others: Sequence[Name], reading: Reading, events: EventRules) -> bool:
    """Tell whether a noun stands right behind somebody named and a comma, and only says who that is: "Lena Ito, a teacher"."""
    keys = reading.keys
    at = name.first - 1
    while at > 0 and name.first - at <= DESCRIBING and (keys[at][:1].isalnum() or keys[at] == "-"):
        at -= 1
    words = keys[at + 1 : name.first]
    if keys[at] != "," or any(key in events.noun_prepositions or key in events.finite or key in events.openers for key in words):
        return False
    led = not words or words[0] in events.determiners  # not "including four officers"
    return any(one.last == at and (one.kind in ("person", "organisation") or (led and one.kind == "common")) for one in others)


def counts_of(keys: Sequence[str], at: int, numbers: FigureWords | None) -> bool:
    """Tell whether a word only joins a vague number to what it counts: the "of" in "thousands of"."""
    if numbers is None or keys[at] not in numbers.parts:
        return False
    return keys[at - 1] in numbers.vague or keys[at - 1] in numbers.multipliers


def joins_count(keys: Sequence[str], at: int, numbers: FigureWords | None, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a link joins a vague number, or any, to what it counts: "une vingtaine de villageois", "300 de angajați"."""
    if numbers is None or at == 0:
        return False
    if keys[at] in rules.counting_links and numbers.counts(keys[at - 1]):
        return True
    return keys[at] in events.place_links and keys[at - 1] in numbers.vague


def _is_own(between: Sequence[str], events: EventRules, numbers: FigureWords | None) -> bool:
    """Tell whether only what counts or describes a noun stands between its mark and itself."""
    if any(_is_verb(between, at, events, numbers) for at in range(2, len(between))):
        return False
    return all(
        counts_of(between, at, numbers)
        or (
            (key[:1].isalnum() or key == "-")
            and not any(key in words for words in (events.noun_prepositions, events.finite, events.openers, events.coordinators))
        )
        for at, key in enumerate(between[1:], 1)
    )


def _is_verb(between: Sequence[str], at: int, events: EventRules, numbers: FigureWords | None) -> bool:
    """Tell whether a form of the past behind a noun is a verb: "an attack on Arden killed two people", not "of two wounded men"."""
    before = between[at - 1]
    counts = before[:1].isdigit() or (numbers is not None and numbers.counts(before))
    return between[at].endswith(events.past_endings or ("\0",)) and not (counts or before in events.determiners)


def is_of_another(between: Sequence[str], events: EventRules) -> bool:
    """Tell whether who stands behind "by" did another thing: "stormed a hotel used by traders"."""
    mark = next((at for at, key in enumerate(between) if key in events.agent_marks), 0)
    return mark > 1 and between[mark - 1].endswith(events.past_endings or ("\0",))


def brings_about(name: Name, trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a noun before that of an event may be who brings it about: "workers began a strike", not "died in a strike"."""
    if events.verb_second and reading.keys[trigger.first - 1] in events.noun_prepositions:  # "dömdes för mordförsök"
        return False
    if trigger.first - name.last > LIGHT_REACH or kinds()[trigger.kind].roles[:1] != ("agent",):
        return False
    if not rules.cased or events.verb_first or events.verb_last:
        return True
    for at in range(trigger.first - 1, name.last, -1):
        key = reading.keys[at]
        if key in events.noun_prepositions and key not in events.topic_links:
            return False
        if key in events.finite or (key in rules.never and key not in events.determiners) or not key[:1].isalpha():
            return True
    return True


def of_whose_office(at: int, low: int, name: Name, keys: Sequence[str], events: EventRules) -> int:
    """Give where "of" stands before the words of an office that end at a token, else that: "of former agriculture minister Lee"."""
    first = at
    while name.title is not None and low <= at and at > first - OFFICE_WORDS and _is_of_office(keys[at], events):
        at -= 1
    of = low <= at and keys[at] in events.place_links and events.place_roles.get((keys[at],)) != "site"
    return at if of else first


def _is_of_office(key: str, events: EventRules) -> bool:
    return key.isalpha() and not (key in events.noun_prepositions or key in events.place_links or key in events.finite)
