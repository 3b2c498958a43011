"""Whether words that are no name are the subject of a verb of saying: "Prosecutors say", "…, her husband said"."""

from collections.abc import Sequence

from extract.clauses import Name, Reading
from extract.language.events import EventRules
from extract.language.speech import SpeechRules


def led_at(keys: Sequence[str], verb: int, events: EventRules) -> int:
    """Give where a verb begins with its auxiliaries: "…, a annoncé le procureur"."""
    while verb > 0 and keys[verb - 1] in events.auxiliaries:
        verb -= 1
    return verb


def stands_behind_subject(reading: Reading, verb: int, before: Sequence[Name], events: EventRules) -> bool:
    """Tell whether the verb has its subject before it, so that the name behind is its object: "A court declared Ito innocent"."""
    first = reading.clauses[reading.clause_of[verb]].first
    named = any(first <= name.first for name in before)
    return named or (verb - first > 1 and reading.keys[first] in events.determiners)


def is_teller_before(reading: Reading, verb: int, events: EventRules, rules: SpeechRules) -> bool:
    """Tell whether a noun without an article right before a verb is its subject: "Prosecutors say Raul Mamani took bribes".

    Where a verb may stand before its speaker, only a noun of those who speak is: "la semana pasada dijo Raul Mamani".
    """
    keys, at = reading.keys, led_at(reading.keys, verb, events) - 1
    while at > 0 and keys[at] in events.adverbs:
        at -= 1
    if at < 0 or reading.quoted[at] or reading.clause_of[at] != reading.clause_of[verb] or not keys[at][:1].isalpha():
        return False
    if any(keys[at] in words for words in (rules.officials, rules.experts, rules.agencies)):
        return True
    free = rules.inverts or events.verb_second or events.verb_first or keys[at] in events.openers or keys[at] in events.coordinators
    return not free and reading.words[at][-1:].isalpha()


def has_own_subject(reading: Reading, verb: int, before: Sequence[Name], events: EventRules) -> bool:
    """Tell whether words that are no name are the verb's subject: "…, her husband said", "…, judges announced"."""
    clause = reading.clauses[reading.clause_of[verb]]
    opened = clause.opener in ("comma", "quote", "coordinate")
    first = clause.first if opened else _thrown_in(reading.keys, verb, clause.first)
    if any(name.last > first for name in before):
        return False
    return any(
        key[:1].isalpha() and key not in events.coordinators and key not in events.auxiliaries and key not in events.adverbs
        for key in reading.keys[first:verb]
    )


def _thrown_in(keys: Sequence[str], verb: int, first: int) -> int:
    """Give where words between commas begin that end with a verb: "Arden, analysts say, came to"; the verb itself if none do."""
    comma = next((at for at in range(verb - 1, first, -1) if keys[at] == ","), None)
    return verb if comma is None or keys[verb + 1 : verb + 2] != [","] else comma + 1
