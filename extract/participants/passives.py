"""Whether a verb that stands first is a passive: by its form or its vowel, or by whoever stands beside it.

Where short vowels are not written a passive looks like its active ("قتل": killed, was killed): there whoever stands alone
beside one of the verbs that the pack lists undergoes it, unless it is a body that does such things.
"""

from collections.abc import Sequence

from extract.clauses import Name, Trigger
from extract.language.events import EventRules
from extract.language.figures import figure_words
from extract.language.participants import NameRules
from extract.participants.cast import Cast
from extract.participants.uncased import COMMON_MARK

DAMMA = "\u064f"  # the short vowel behind the first letters of a passive: "قُتل"
VOWELLED = 4  # letters and signs at the beginning of a verb among which it stands
FEWEST_ALIKE = 2  # last letters in which an adjective agrees with its noun: "مسلحون مجهولون"
MOST_ALIKE = 2  # adjectives behind a noun
AUTHORITIES = frozenset(
    COMMON_MARK + key
    for key in (
        "police", "army", "navy", "air force", "coastguard", "security forces", "government", "court", "prosecutors",
        "investigators", "rescuers", "firefighters", "parliament", "company",
    )
)  # fmt: skip


def is_undergone(cast: Cast, trigger: Trigger, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a verb is a passive: by its form, by its vowel, or with nobody but whom it is done to beside it."""
    if trigger.position not in ("verb", "phrase"):
        return False
    keys, first = cast.reading.keys, trigger.first
    own = without_joint(keys, trigger, events)
    word = cast.reading.words[first][len(keys[first]) - len(own) :]
    if DAMMA in word[:VOWELLED] and not own.startswith(tuple(rules.present_starts)):
        return True
    if own in rules.passive_alike:
        return _is_alone(cast, trigger, events, rules)
    return any(key.endswith(tuple(events.passive)) and key not in rules.passive_alike for key in keys[first : trigger.last])


def _is_alone(cast: Cast, trigger: Trigger, events: EventRules, rules: NameRules) -> bool:
    """Tell whether one name stands beside a verb, that of nobody who does such things, and no noun behind it is its object."""
    reading, number = cast.reading, cast.reading.clause_of[trigger.first]
    inside = [one for one in cast.acting if reading.clause_of[one.first] == number and one.kind in ("person", "common")]
    behind = [one for one in inside if one.first > trigger.first]
    if not behind:
        before = [one for one in inside if one.last <= trigger.first]
        return (
            bool(before)
            and not is_authority(before[0], reading.keys, rules)
            and not _takes_object(cast, trigger.last, events, rules)
        )
    first, *others = behind
    if reading.clauses[number].word in rules.relatives and first.first - trigger.last <= MOST_ALIKE:
        return False  # "الجيش الذي قتل ثلاثة مزارعين"
    bodies = (one for one in cast.acting if one.kind in ("country", "organisation") and not one.adjective)
    if any(trigger.first < one.first < first.first for one in bodies):
        return False
    if is_authority(first, reading.keys, rules) or any(one.last <= trigger.first for one in inside):
        return False
    if _takes_object(cast, first.last, events, rules, first):
        return False
    return not any(_may_be_object(cast, one, first, events, rules) for one in others)


def is_authority(name: Name, keys: Sequence[str], rules: NameRules) -> bool:
    """Tell whether a noun is that of a body that arrests, saves and kills, and not of single men of one."""
    return name.key in AUTHORITIES and keys[name.first] not in rules.members


def _takes_object(cast: Cast, at: int, events: EventRules, rules: NameRules, name: Name | None = None) -> bool:
    """Tell whether a noun stands where the object of a verb does: behind the subject and its adjectives, under no preposition."""
    keys = cast.reading.keys
    lands = {place for one in cast.names if one.adjective for place in range(one.first, one.last)}
    ending = keys[name.last - 1][-FEWEST_ALIKE:] if name else ""
    for _ in range(MOST_ALIKE):
        if at < len(keys) and (at in lands or (ending and keys[at].endswith(ending))):
            at += 1
    if at >= len(keys) or not keys[at][:1].isalpha():
        return at < len(keys) and keys[at][:1].isdigit()
    key = keys[at]
    numbers = figure_words(rules.code)
    if numbers is not None and (key in numbers.values or key in numbers.vague):
        return True
    plain = key in events.noun_prepositions or key in events.openers or key in events.coordinators or key in rules.never
    return not (plain or (key,) in events.place_roles or (key,) in rules.roles or key[:1] in rules.joined_letters)


def _may_be_object(cast: Cast, name: Name, first: Name, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a name behind the first may be what the verb is done to: joined to nothing, no subject, under nothing."""
    keys = cast.reading.keys
    if name.case == "subject" or any(key[:1] in events.coordinators for key in keys[first.last : name.first + 1]):
        return False
    at = name.first - 1
    while at >= first.last and (keys[at] in rules.titles or keys[at][:1].isdigit()):
        at -= 1
    key = keys[at]
    under = key in events.noun_prepositions or key in events.time_marks
    return not (under or (key,) in events.place_roles or (key,) in rules.roles)


def without_joint(keys: Sequence[str], trigger: Trigger, events: EventRules) -> str:
    """Give a verb without the letter for "and" that is written as one with it; "وقع" has none."""
    key = keys[trigger.first]
    joint = next((one for one in events.coordinators if len(one) == 1 and key.startswith(one)), "")
    own = key[len(joint) :]
    return own if joint and (own.startswith(joint) or not trigger.lemma.startswith(joint)) else key
