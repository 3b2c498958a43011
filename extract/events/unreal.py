"""What shares its verb, or hangs on a condition, is no more real than that: "तूफान के साथ बारिश हो सकती है", "… हो तो … जाएगा".

In go the triggers of one sentence as each was judged alone; out come the same, those among them hypothetical that what stands
beside them makes so.
"""

from collections.abc import Sequence

from extract.clauses import Clause, Reading, Trigger
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.modality import Judgement

LONGEST_JOINT = 3  # words between two nouns that share their verb: "floods, and then landslides"
LAST_WORDS = 3  # of the clause of what follows, with its stop, that bear its tense
FORECAST = "opinion"  # family of kinds that are told as what somebody expects
STRUCK = frozenset({"conflict", "disaster"})  # colours of what is only imagined behind a condition: "if the dam broke, …"
TOLL = "toll"  # family of kinds that count victims
TOLLS = frozenset({TOLL, "damage"})  # of those that an incident may do without
LONGEST_DENIED = 3  # tokens between two nouns that are denied together: "deaths or any injuries"
_MOODS = frozenset({"hypothetical", "planned", "reported opinion"})  # that a noun gives to another


def with_hypotheses(
    triggers: Sequence[Trigger], judged: Sequence[Judgement], reading: Reading, rules: EventRules
) -> list[Judgement]:
    """Judge again what is joined to something that may be, and both sides of a condition."""
    out = list(judged)
    if rules.joining and len(triggers) > 1:
        _join(triggers, out, reading, rules)
    for at, trigger in enumerate(triggers):
        word = _imagined_at(reading, trigger, rules) if out[at][0] not in ("negated", "hypothetical") else None
        if word is not None:
            out[at] = "hypothetical", reading.span(word, word + 1), "modality: condition"
    if len(triggers) > 1 and any(mood == "negated" for mood, _, _ in out):
        _deny_joined(triggers, out, reading, rules)
        _spare_incidents(triggers, out, reading)
    if rules.outcome_marks:
        for at, trigger in enumerate(triggers):
            mark = _condition_at(reading, trigger, rules)
            noun_behind = mark is not None and mark <= trigger.first and out[at][0] == "asserted"  # "… प्रभाव युद्ध पर पड़ेगा"
            if mark is not None and not noun_behind and out[at][0] in ("asserted", "planned"):
                out[at] = "hypothetical", reading.span(mark, mark + 1), "modality: condition"
    return out


def _deny_joined(triggers: Sequence[Trigger], out: list[Judgement], reading: Reading, rules: EventRules) -> None:
    """Deny a noun behind a denied one and "or": "no reports of deaths or injuries"."""
    for at in range(1, len(triggers)):
        one, other = triggers[at - 1], triggers[at]
        between = reading.keys[one.last : other.first]
        joined = other.position == "noun" and 0 < len(between) <= LONGEST_DENIED and between[0] in rules.denying
        if joined and out[at - 1][0] == "negated" and out[at][0] == "asserted":
            out[at] = "negated", out[at - 1][1], "modality: joined"


def _spare_incidents(triggers: Sequence[Trigger], out: list[Judgement], reading: Reading) -> None:
    """Leave an incident a fact whose victims alone are denied behind it: "bei dem Brand wurde niemand verletzt"."""
    for at, trigger in enumerate(triggers):
        kind, (mood, cue, _) = kinds()[trigger.kind], out[at]
        if mood != "negated" or cue is None or kind.family in TOLLS or kind.colour not in STRUCK or trigger.position != "noun":
            continue
        clause = reading.clause_of[trigger.first]
        beside = [number for number, one in enumerate(triggers) if reading.clause_of[one.first] == clause and number > at]
        denied = any(kinds()[triggers[number].kind].family in TOLLS and out[number][0] == "negated" for number in beside)
        if denied and cue.start >= reading.ends[trigger.last - 1]:
            out[at] = "asserted", None, "modality: only its victims are denied"


def _imagined_at(reading: Reading, trigger: Trigger, rules: EventRules) -> int | None:
    """Give the word with which a sentence begins as a condition, of what is said in it or right behind it; None where it does not.

    "Had the bomb exploded …", of any kind; "if the dam broke, the valley would be flooded", of what would strike, told by a verb.
    """
    first, number, kind = reading.clauses[0], reading.clause_of[trigger.first], kinds()[trigger.kind]
    if number == 0:
        opening = next((at for at, key in enumerate(reading.keys) if key[:1].isalpha()), 0)
        inverted = reading.keys[opening] in rules.inverting and trigger.first > opening and reading.keys[-1] != "?"
        return opening if inverted else None
    condition = first.word in rules.conditions and first.word not in rules.asking
    struck = kind.colour in STRUCK and kind.family != TOLL  # "if it was meant to scare, five died for nothing"
    return first.first if number == 1 and condition and struck and trigger.position != "noun" else None


def _join(triggers: Sequence[Trigger], out: list[Judgement], reading: Reading, rules: EventRules) -> None:
    """Give a noun the mood of the noun that it shares a verb with: the next where the verb stands last, else the one before."""
    step = 1 if rules.verb_last else -1
    for at in range(len(triggers) - 2, -1, -1) if rules.verb_last else range(1, len(triggers)):
        other, (mood, cue, _) = triggers[at + step], out[at + step]
        doubtful = mood in _MOODS or kinds()[other.kind].family == FORECAST
        if out[at][0] == "asserted" and doubtful and _share_their_verb(triggers[at], other, reading, rules):
            out[at] = "planned" if mood == "planned" else "hypothetical", cue, "modality: joined"


def _share_their_verb(one: Trigger, other: Trigger, reading: Reading, rules: EventRules) -> bool:
    """Tell whether nothing but joints stand between two nouns; the later may go on with its verb where that stands last."""
    first, last = sorted((one, other), key=lambda trigger: trigger.first)
    if not _is_nominal(first, reading, rules) or not (rules.verb_last or _is_nominal(last, reading, rules)):
        return False
    between = reading.keys[first.last : last.first]
    return 0 < len(between) <= LONGEST_JOINT and rules.joining.issuperset(between)


def _is_nominal(trigger: Trigger, reading: Reading, rules: EventRules) -> bool:
    """Tell a noun or a gerund: "heavy rain, flooding and landslides"."""
    last = reading.keys[trigger.last - 1]
    gerund = not rules.verb_last and last.endswith(rules.verbal_endings) and not last.endswith(rules.past_endings)
    return trigger.position == "noun" or gerund


def _condition_at(reading: Reading, trigger: Trigger, rules: EventRules) -> int | None:
    """Give the word that makes a clause, or the one before it, a condition whose outcome is still to come; None where none does."""
    number = reading.clause_of[trigger.first]
    for outcome in (number + 1, number):
        if 0 < outcome < len(reading.clauses) and reading.clauses[outcome].word in rules.outcome_marks:
            condition, told = reading.clauses[outcome - 1], reading.clauses[outcome]
            if _is_open(condition, told, reading, rules):
                return told.first
    return None


def _is_open(condition: Clause, outcome: Clause, reading: Reading, rules: EventRules) -> bool:
    """Tell a condition with an outcome that is still to come from what happened when something else did: "आग लगी तो लोग भागे"."""
    told = [key for key in reading.keys[condition.first : condition.last] if key[:1].isalpha()]
    if not told or (told[-1] in rules.factual_ends and rules.conditions.isdisjoint(told)):
        return False
    last = reading.keys[max(outcome.first, outcome.last - LAST_WORDS) : outcome.last]
    return any(key.endswith(rules.outcome_endings) for key in last)
