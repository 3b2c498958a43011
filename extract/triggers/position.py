"""What a trigger is where it stands: a verb, a noun or a phrase; or no event, as a participle before a noun, a part of a name."""

from extract.clauses import Position, Reading, runs_as_headline
from extract.language.events import EventRules
from extract.language.triggers import TriggerEntry
from extract.triggers.habits import POINTING_TOKENS

APOSTROPHES = "'’"  # between a determiner and what it is written as one with
LONGEST_PREFIX = 2  # letters before a hyphen that leave a verb what it is: "re-elected", "co-hosted"
NO_ENDING = ("",)  # of participles: they are as any verb, as in Chinese
HABIT_TOKENS = 3  # before a verb, in which a word makes a habit of it


def position_of(reading: Reading, first: int, last: int, entry: TriggerEntry, rules: EventRules) -> Position | None:
    """Tell whether the words are verb, noun or phrase here; None where they tell no event."""
    if _is_usual(reading, first, rules) if entry.form == "noun" else _is_habit(reading, first, rules):
        return None
    if rules.verb_last:
        return None if entry.form == "noun" and _is_modifier(reading, first, last, rules) else entry.form
    if entry.form == "phrase":
        ends = reading.keys[last - 1] in rules.noun_prepositions or reading.keys[last - 1] in rules.infinitive_marks
        if not ends and key_at(reading, last) in rules.heads:
            return None
        gerund = ends and is_determiner(key_at(reading, first - 1), rules) and reading.keys[first].endswith(rules.verbal_endings)
        return "noun" if gerund else "phrase"
    if not rules.nouns_capitalised and _is_name(reading, first, last):
        return None
    if reading.keys[first] in entry.accented and reading.words[first][-1:].isascii():
        return None
    if entry.form == "noun":
        return None if key_at(reading, last) in rules.heads or key_at(reading, last) == "-" else "noun"
    if rules.bare_after and _is_hyphened(reading, first, last, bare=_is_bare(reading, first, entry, rules)):
        return None
    nominal = _nominal(reading, first, rules)
    bare = nominal is None and bool(rules.bare_after) and _is_bare(reading, first, entry, rules)
    if bare and (_is_of_name(reading, first, rules) or not _has_subject_before(reading, first, rules)):
        return None
    return _verbal(reading, first, last, rules, nominal)


def _is_modifier(reading: Reading, first: int, last: int, rules: EventRules) -> bool:
    """Tell whether a noun before its head only says what sort that is: "भूकंप विज्ञान", "भूकंप से निपटने की तैयारी"."""
    if key_at(reading, last) in rules.heads:
        return True
    told = not rules.done.isdisjoint(reading.keys[max(0, first - POINTING_TOKENS) : first])  # "सोमवार को आए भूकंप से निपटने"
    return not told and any(one.first == last for one in reading.phrases(rules.head_phrases))


def _is_bare(reading: Reading, first: int, entry: TriggerEntry, rules: EventRules) -> bool:
    """Tell whether a word is the bare form of a regular verb, which is as often a noun: "the apartment block"."""
    key, forms = reading.keys[first], entry.steps[0]
    return any(
        key + ending in forms or key + key[-1] + ending in forms or (key[-1] == ending[0] and key + ending[1:] in forms)
        for ending in rules.past_endings
    )


def _is_hyphened(reading: Reading, first: int, last: int, *, bare: bool) -> bool:
    """Tell whether a hyphen makes a verb a part of a describing word: "open-source", "the now-cancelled deal"; not "re-elected"."""
    if bare and _is_tied(reading, last):
        return True
    return _is_tied(reading, first - 1) and len(reading.keys[first - 2]) > LONGEST_PREFIX


def _is_tied(reading: Reading, at: int) -> bool:
    """Tell whether a token is a hyphen without a space on either side."""
    if not 0 < at < len(reading.keys) - 1 or reading.keys[at] != "-":
        return False
    return reading.ends[at - 1] == reading.starts[at] and reading.ends[at] == reading.starts[at + 1]


def _has_subject_before(reading: Reading, first: int, rules: EventRules) -> bool:
    """Tell whether the word before may be the subject of a bare verb: a plural, a name, an adverb, a joint; any in a headline."""
    before = key_at(reading, first - 1)
    if reading.sentence.heading or before in rules.plurals or before in rules.coordinators or before in rules.adverbs:
        return True
    return before.endswith(rules.bare_after) or (first > 0 and reading.words[first - 1][:1].isupper())


def _is_of_name(reading: Reading, first: int, rules: EventRules) -> bool:
    """Tell whether a bare form is a noun, with a name before it that says which: "Putin's China visit", "the UN vote"."""
    word = reading.words[first - 1] if first > 1 else ""
    if not word[:1].isupper() or (word.lower().endswith(rules.bare_after) and not word.isupper()):
        return False
    before = reading.keys[first - 2]
    return before in rules.possessive or is_determiner(before, rules)


def _is_habit(reading: Reading, first: int, rules: EventRules) -> bool:
    """Tell whether a word close before makes a habit of it: "the river often floods the town"."""
    clause = reading.clauses[reading.clause_of[first]]
    low = max(clause.first, first - HABIT_TOKENS)
    return not rules.habitual.isdisjoint(reading.keys[low:first])


def _is_usual(reading: Reading, first: int, rules: EventRules) -> bool:
    """Tell whether what looks like a noun is a verb behind such a word: "the council usually votes"."""
    before = key_at(reading, first - 1)
    return not rules.verb_last and before in rules.habitual and not is_determiner(before, rules)


def _verbal(reading: Reading, first: int, last: int, rules: EventRules, nominal: bool | None) -> Position | None:
    key, before, following = reading.keys[first], key_at(reading, first - 1), key_at(reading, last)
    if key.endswith(rules.verbal_endings):
        determined = is_determiner(before, rules) and before not in rules.object_pronouns
        determined = determined or _is_led_by_agent(reading, first, before, rules)
        if determined and following[:1].isalpha() and following not in rules.noun_prepositions:
            return None
        return "noun" if determined or (nominal and following in rules.place_links) else "verb"
    finite = key.endswith(rules.plural_endings) and key not in rules.noun_plurals  # "resigns", of no noun
    if nominal or (nominal is None and not finite and following in rules.heads):
        return None
    return None if not finite and key.endswith(rules.plural_endings) and following in rules.noun_ends else "verb"


def _nominal(reading: Reading, first: int, rules: EventRules) -> bool | None:
    """Tell whether the word before asks for a noun (True), for a verb (False) or for neither (None)."""
    before = key_at(reading, first - 1)
    if before and before in APOSTROPHES and reading.keys[first].endswith(rules.participle_endings):
        before = key_at(reading, first - 2)  # "l'imputato", never "l'uccise"
    if before in rules.auxiliaries or before in rules.pronouns or before in rules.passive:
        return False
    if (
        is_determiner(before, rules)
        or before in rules.noun_prepositions
        or (before in rules.possessive and key_at(reading, first - 2) in APOSTROPHES)
        or _is_led_by_agent(reading, first, before, rules)
    ):
        return True
    return None


def _is_led_by_agent(reading: Reading, first: int, before: str, rules: EventRules) -> bool:
    """Tell whether a participle stands where whoever does something is named: "by retired judge Rath", not "a passer-by saw"."""
    if before not in rules.agent_marks or rules.verb_last or rules.participle_endings == NO_ENDING:
        return False
    return reading.keys[first].endswith(rules.participle_endings) and not _is_tied(reading, first - 2)


def is_determiner(word: str, rules: EventRules) -> bool:
    """Tell whether a word asks for a noun; "that" before what may be a verb rather opens a clause: "the blast that killed five"."""
    return word in rules.determiners and word not in rules.subordinators


def _is_name(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a capital inside a sentence and a capital beside it make the words a name."""
    words = reading.words
    plain = first == 0 or not words[first][0].isupper() or words[first].isupper() or reading.sentence.heading
    if plain or runs_as_headline(words, first):
        return False
    beside = (words[first - 1] if first > 1 else "", words[last] if last < len(words) else "")
    return any(word[:1].isupper() and len(word) > 1 for word in beside)


def key_at(reading: Reading, at: int) -> str:
    """Give the key of a token; "" where none stands."""
    return reading.keys[at] if 0 <= at < len(reading.keys) else ""
