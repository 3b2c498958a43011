"""Participles without an auxiliary, and verbs behind the office that a phrase begins with.

"Ines Quiroga, accusée de fraude, …" tells what is done to her, "les hommes arrêtés et expulsés" to both; but "ont arrêté trois
hommes et saisi" goes on with who did it. In "le procureur Raul Mamani a accusé" the verb of the phrase is its last word.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from extract.clauses import Name, Reading, Trigger
from extract.language.events import EventRules
from extract.language.participants import NameRules

AUXILIARY_REACH = 6  # tokens before a participle in which its auxiliary stands


def from_verb(trigger: Trigger, names: Sequence[Name], reading: Reading, rules: NameRules) -> Trigger:
    """Give a trigger from its verb on where it begins with the office of a name inside it: "fiscal Marta Illescas acusó"."""
    taken = trigger.taken
    led = reading.words[trigger.first].isupper() or _is_office(reading.keys[trigger.first], rules)  # "ONU António Reis a condamné"
    if trigger.position != "phrase" or len(taken) < 2 or not led:
        return trigger
    name = next((name for name in names if taken[0] < name.first and name.last <= taken[-1]), None)
    verb = next((at for at in taken if name is not None and name.last <= at), None)
    if name is None or verb is None or any(name.first > at > taken[0] for at in taken):
        return trigger
    left = taken[taken.index(verb) :]
    return replace(trigger, first=verb, taken=left, position="verb" if len(left) == 1 else "phrase")


def is_bare(reading: Reading, trigger: Trigger, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a verb is a participle that no auxiliary makes a verb of its own."""
    if not rules.bare_participles or trigger.position == "noun":
        return False
    if not reading.words[trigger.first].casefold().endswith(rules.bare_participles):
        return False
    return _auxiliary(reading, trigger.first, events, rules) is None


def describes(reading: Reading, trigger: Trigger, names: Sequence[Name], events: EventRules) -> list[Name]:
    """Give whom a bare participle tells of: those right before it or its comma, with those joined to them; else who follows."""
    keys, at = reading.keys, trigger.first
    while at > 0 and (keys[at - 1] in events.adverbs or keys[at - 1] == ","):
        at -= 1
    before = [name for name in names if name.last == at or (name.adjective and name.last == at)]
    if at == 0 or not before:
        behind = (name for name in names if name.first >= trigger.last and keys[name.first - 1] == ",")
        return list(behind)[:1] if at == 0 else []
    found, first = [before[-1]], before[-1].first
    for name in reversed([name for name in names if name.last <= first]):
        between = keys[name.last : first]
        if not all(key in events.coordinators or key in events.determiners for key in between):
            break
        found.append(name)
        first = name.first
    return found


def _is_office(key: str, rules: NameRules) -> bool:
    """Tell whether a word may open a name: a title, the noun of a body."""
    bodies = rules.beside.bodies_before
    return rules.is_title(key) or (bodies is not None and bodies.fullmatch(key) is not None)


def _auxiliary(reading: Reading, at: int, events: EventRules, rules: NameRules) -> int | None:
    """Give the auxiliary of a participle: before it in its clause, or that of the participle to which a joint joins it."""
    keys, clauses = reading.keys, reading.clause_of
    low = max(0, at - AUXILIARY_REACH)
    for before in range(at - 1, low - 1, -1):
        key = keys[before]
        if key in events.coordinators and before == at - 1:
            first = reading.clauses[clauses[before - 1]].first if before else 0
            return next((one for one in range(before - 1, first - 1, -1) if _helps(keys[one], events)), None)
        if key == "," or clauses[before] != clauses[at]:
            return None
        if _helps(key, events):
            return before
        if reading.words[before].casefold().endswith(rules.bare_participles) and key not in events.adverbs:
            return None  # "ha scarcerato due imprenditori accusati": it belongs to another
    return None


def _helps(key: str, events: EventRules) -> bool:
    return key in events.auxiliaries or key in events.passive
