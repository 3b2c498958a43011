"""Who stands where in clauses whose finite verb comes second: subjects behind it, objects by their articles, last participles."""

from collections.abc import Sequence

from extract.clauses import Name, Reading, Trigger
from extract.language.events import EventRules
from extract.language.figures import figure_words
from extract.language.participants import NameRules
from extract.participants.cast import Cast

PAIR = 2  # words of a participle and its complement
ARTICLE_REACH = 3  # tokens between a name and its article: "den früheren Minister Roth"


def has_participle(keys: Sequence[str], trigger: Trigger, events: EventRules) -> bool:
    """Tell whether a trigger begins with a participle, or ends with one that ends its clause: "aus der Partei ausgeschlossen"."""
    endings = events.participle_endings or ("",)
    behind = events.verb_bracket or (trigger.position == "phrase" and trigger.last - trigger.first == PAIR)  # "was found murdered"
    return keys[trigger.first].endswith(endings) or (behind and keys[trigger.last - 1].endswith(endings))


def is_inverted(cast: Cast, trigger: Trigger, name: Name, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a name stands right behind a verb that comes second, as its subject: "am Montag nahm die Polizei … fest"."""
    reading = cast.reading
    clause = reading.clauses[reading.clause_of[trigger.first]]
    if not events.verb_second or trigger.position == "noun" or trigger.first == clause.first or clause.opener == "subordinate":
        return False
    before = reading.keys[clause.first : trigger.first]
    if not events.verb_bracket and any(key in events.auxiliaries or key in events.passive for key in before):
        return False  # its subject stands behind the auxiliary: "i går har politiet anholdt …"
    if not all(_may_stand_before(reading, at, events, rules) for at in range(trigger.first + 1, name.first)):
        return False
    opening = reading.keys[clause.first]
    if opening == "," and trigger.first == clause.first + 1:  # "…, oplyser politiet"
        return True
    fronted = opening in events.noun_prepositions or (opening,) in events.place_roles or opening in events.adverbs
    return fronted or opening in events.objects


def follows_verb(cast: Cast, trigger: Trigger, name: Name, events: EventRules) -> bool:
    """Tell whether a name before a noun is the object of a verb behind its subject: "Trump droht Kanada mit Zöllen"."""
    keys, words, clause = cast.reading.keys, cast.reading.words, cast.reading.clauses[cast.reading.clause_of[trigger.first]]
    subject = next((one for one in reversed(cast.acting) if clause.first <= one.first and one.last < name.first), None)
    if subject is None:
        return False
    between = [at for at in range(subject.last, name.first) if keys[at] not in events.determiners]
    if any(
        not words[at][:1].islower() or keys[at] in events.noun_prepositions or keys[at] in events.coordinators for at in between
    ):
        return False
    return len(between) == 1


def _may_stand_before(reading: Reading, at: int, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a word before a noun belongs to it: its article, a title, its number, where nouns bear capitals an adjective."""
    key, numbers = reading.keys[at], figure_words(rules.code)
    if key in events.determiners or rules.is_title(key) or key[:1].isdigit():
        return True
    if numbers is not None and ((key,) in numbers.bounds or numbers.counts(key)):
        return True
    inside = reading.keys[at - 1] in events.determiners and key[:1].isalpha()
    return events.nouns_capitalised and inside and reading.words[at][0].islower() and key not in events.noun_prepositions


def is_marked_object(reading: Reading, trigger: Trigger, name: Name, events: EventRules) -> bool:
    """Tell whether the article of a name before a verb is never that of a subject: "den Hersteller verurteilte das Gericht"."""
    if trigger.position == "noun":
        return False
    for at in range(name.first - 1, max(-1, name.first - 2 - ARTICLE_REACH), -1):
        key = reading.keys[at]
        if key in events.objects:
            return True
        if not key[:1].isalnum() or key in events.determiners or key in events.finite or key in events.noun_prepositions:
            return False
    return False
