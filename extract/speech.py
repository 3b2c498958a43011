"""Who says it, and what kind of saying it is.

A sentence may hold one act of saying that no trigger tells ("he said"): a statement, or an expert's opinion where the
speaker is a named expert. Agencies and unnamed officials are only sources. A quotation that goes on over sentences
belongs to its speaker; a pronoun is the last speaker.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.clauses import Name, Reading, Trigger
from extract.language.events import EventRules
from extract.language.speech import SpeechRules
from extract.phrases import find_phrases

ZONE_BEFORE, ZONE_AFTER = 14, 24  # tokens around the verb in which the speaker is described
NEAR_NAME = 3  # tokens between the verb and a name behind it: "said Scott Snyder"


@dataclass(frozen=True, slots=True)
class Saying:
    """What one sentence says of its speaker."""

    speaker: Name | None = None
    expert: bool = False  # what is said is an opinion
    act: Trigger | None = None  # the saying itself, where it is an event
    source: bool = False  # the speaker is only a source
    content: bool = False  # the sentence tells what somebody said
    verb: int | None = None  # token of the verb of saying


NOTHING = Saying()


def find_sayings(
    readings: Sequence[Reading], names: Sequence[Sequence[Name]], events: EventRules, rules: SpeechRules
) -> list[Saying]:
    """Find the speaker and the act of saying of each sentence, in order."""
    sayings: list[Saying] = []
    experts: set[str] = set()
    last = NOTHING
    often = _often_named(names)
    for reading, named in zip(readings, names, strict=True):
        saying = _saying(reading, named, events, rules, last, experts, often)
        if saying.speaker or saying.act:
            last = saying
        if saying.expert and saying.speaker:
            experts.add(saying.speaker.key)
        sayings.append(saying)
    return sayings


def _often_named(names: Sequence[Sequence[Name]]) -> set[str]:
    """Give the persons that the document is about: an expert is named two or three times at most."""
    counts: dict[str, int] = {}
    for named in names:
        for name in named:
            counts[name.key] = counts.get(name.key, 0) + 1
    return {key for key, count in counts.items() if count > 4}


def _saying(
    reading: Reading,
    named: Sequence[Name],
    events: EventRules,
    rules: SpeechRules,
    last: Saying,
    experts: set[str],
    often: set[str],
) -> Saying:
    persons = [name for name in named if name.kind in ("person", "organisation")]
    verb = _verb(reading, persons, events, rules)
    source = next(iter(find_phrases(reading.keys, rules.sources)), None)
    if verb is None and source is None:
        if reading.keys and reading.quoted[-1:] and last.speaker and _is_quotation(reading):
            kind = "expert opinion" if last.expert else "statement"
            return Saying(
                last.speaker, last.expert, _act(reading, 0, len(reading.keys), kind, "speech: the quotation goes on"), content=True
            )
        return NOTHING
    if verb is not None:
        speaker = _speaker(reading, verb, persons, events, rules, last)
        zone = set(reading.keys[max(0, verb - ZONE_BEFORE) : verb + ZONE_AFTER])
        pronoun = speaker is not None and speaker is last.speaker
        at = (verb, verb + 1)
    else:
        assert source is not None
        side = [name for name in persons if (name.last <= source.first) == events.verb_last]
        speaker = (side[-1] if events.verb_last else side[0]) if side else None
        low = max(0, source.first - ZONE_BEFORE) if events.verb_last else source.first
        zone = set(reading.keys[low : source.last + (0 if events.verb_last else ZONE_BEFORE)])
        pronoun, at = False, (source.first, source.last)
    expert = bool(rules.experts & zone) or (pronoun and last.expert) or bool(speaker and speaker.key in experts)
    if speaker and speaker.key in often and not pronoun:
        expert = False
    official = bool(rules.officials & zone)
    agency = bool(rules.agencies & zone) and not speaker and not official
    if expert:
        kind = "expert opinion" if speaker and speaker.kind == "person" else ""
    elif verb is None or agency or not (speaker or official):
        kind = ""
    else:
        kind = "statement"
    act = _act(reading, *at, kind, "speech: verb of saying" if verb is not None else "speech: source") if kind else None
    return Saying(speaker, expert, act, source=not act, content=True, verb=verb)


def _act(reading: Reading, first: int, last: int, kind: str, rule: str) -> Trigger:
    lemma = reading.keys[first] if last - first == 1 else ""
    return Trigger(first, last, kind, "speech", 1, lemma, rule, None)


def _is_quotation(reading: Reading) -> bool:
    inside = sum(reading.quoted)
    return inside > 0.6 * len(reading.keys)


def _verb(reading: Reading, persons: Sequence[Name], events: EventRules, rules: SpeechRules) -> int | None:
    """Give the outermost verb of saying: outside quotations, the last of a sentence that ends with it, else the first."""
    hits = [
        at
        for at, key in enumerate(reading.keys)
        if key in rules.verbs and not reading.quoted[at] and _says(reading, at, persons, events, rules)
    ]
    if not hits:
        return None
    if not events.verb_last and hits[-1] > len(reading.keys) / 2 and any(reading.quoted):
        return hits[-1]
    return hits[0]


def _says(reading: Reading, at: int, persons: Sequence[Name], events: EventRules, rules: SpeechRules) -> bool:
    keys, key = reading.keys, reading.keys[at]
    before = keys[at - 1] if at else ""
    after = keys[at + 1] if at + 1 < len(keys) else ""
    if events.verb_last:
        return key not in rules.unsure or after in events.subordinators
    if before in events.determiners or before in ("s", "of", "in", "with", "be", "being"):
        return False
    if before in events.passive and after == "to":
        return False
    if reading.words[at][0].isupper() and at:
        return False
    if key in rules.unsure:
        named = any(name.last == at for name in persons)
        return (
            (after in ("that", "to", ",", "“", '"', ":") and (named or before in rules.pronouns or after != "to"))
            or after == "that"
            or before in rules.pronouns
        )
    return True


def _speaker(
    reading: Reading, verb: int, persons: Sequence[Name], events: EventRules, rules: SpeechRules, last: Saying
) -> Name | None:
    before = [name for name in persons if name.last <= verb and not reading.quoted[name.first]]
    behind = [name for name in persons if verb < name.first and not reading.quoted[name.first]]
    near = range(0, verb) if events.verb_last else range(max(0, verb - 3), min(len(reading.keys), verb + 2))
    if not events.verb_last and behind and behind[0].first - verb <= NEAR_NAME and reading.keys[verb + 1 : verb + 2] != ["that"]:
        return behind[0]
    if any(reading.keys[at] in rules.pronouns and not reading.quoted[at] for at in near):
        return last.speaker or (before[-1] if before else None)
    if before:
        return before[0] if events.verb_last else before[-1]
    return None
