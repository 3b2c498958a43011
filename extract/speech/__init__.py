"""Who says it, and what kind of saying it is.

A sentence may hold one act of saying that no trigger tells ("he said"): a statement, or an expert's opinion where the
speaker is a named expert. Agencies, and whom "according to" names, are only sources. A quotation that goes on over sentences
belongs to its speaker; a pronoun is the person whom the sentence before is about.
"""

from collections import Counter
from collections.abc import Sequence

from extract.clauses import Name, Reading, Trigger
from extract.language.events import EventRules
from extract.language.speech import SpeechRules
from extract.models.record import Record
from extract.phrases import Found
from extract.speech.speakers import BESIDE_QUOTATION, source_of, speaker_of, stands_behind
from extract.speech.unnamed import led_at
from extract.text import QUOTES, fold

ZONE_BEFORE, ZONE_AFTER = 14, 24  # tokens around a verb without a named speaker, in which the speaker is described
APPOSITION = 16  # tokens behind a name in which its office is told: "…, senior fellow at the Council …"
TITLE = 8  # tokens before a name
OFTEN = 4  # named more often, a person is one whom the article is about, and no commentator; sketch: 4
LONGEST_MEDIUM = 6  # tokens from a verb to "that": "wrote on her Telegram channel that"
QUOTATION = 0.6  # share of a sentence inside quotation marks from which it is one
FORMER_REACH = 6  # words before an office in which stands that it was left: "a former deputy director of the port authority"
SOURCE = "speech: source"  # the rule of an act that "according to" tells
SILENT = frozenset({"common", "thing"})  # kinds of name that are no speakers


class Saying(Record, frozen=True):
    """What one sentence says of its speaker."""

    speaker: Name | None = None
    expert: bool = False  # what is said is an opinion
    acts: tuple[Trigger, ...] = ()  # the saying itself, where it is an event
    content: bool = False  # the sentence tells what somebody said
    verb: int | None = None  # token of the verb of saying
    source: bool = False  # the speaker is only the source of what is told: "according to"
    second: Name | None = None  # an expert whom "according to" names beside the speaker of the verb


NOTHING = Saying()


class _Scene(Record, frozen=True):
    """One sentence, with what the document tells of its speakers so far."""

    reading: Reading
    people: Sequence[Name]
    subject: Name | None  # whom a pronoun means
    last: Saying  # the one before
    events: EventRules
    rules: SpeechRules
    experts: set[str]  # keys of those told as experts
    often: set[str]  # keys of those named so often that they are no commentators


def find_sayings(
    readings: Sequence[Reading],
    names: Sequence[Sequence[Name]],
    subjects: Sequence[Name | None],
    events: EventRules,
    rules: SpeechRules,
) -> list[Saying]:
    """Find the speaker and the act of saying of each sentence, in order.

    ``readings``, ``names`` and ``subjects`` have one entry a sentence: its tokens, the names in it, and whom a pronoun in
    it means.
    """
    sayings: list[Saying] = []
    experts: set[str] = set()
    often = _often_named(names)
    last = NOTHING
    for reading, named, subject in zip(readings, names, subjects, strict=True):
        people = [name for name in named if name.kind not in SILENT and not reading.quoted[name.first]]
        saying = _saying(_Scene(reading, people, subject, last, events, rules, experts, often))
        if saying.speaker and saying.content:
            last = saying
            if saying.expert and saying.speaker.kind == "person":
                experts.add(saying.speaker.key)
        sayings.append(saying)
    return _told_behind(sayings, readings)


def _told_behind(sayings: Sequence[Saying], readings: Sequence[Reading]) -> list[Saying]:
    """Give the first sentences of a quotation to whom its last names: "“Three years. It is an insult,” said Jacqui Mofokeng"."""
    out = list(sayings)
    for at in range(len(out) - 2, -1, -1):
        behind, opened = out[at + 1], at == 0 or not readings[at - 1].open_quote
        goes_on = readings[at].open_quote and readings[at].sentence.paragraph == readings[at + 1].sentence.paragraph
        if not goes_on or not behind.content or behind.speaker is None:
            continue
        if out[at].verb is not None or not _is_quotation(readings[at]):
            continue
        named = behind.verb is not None or behind is not sayings[at + 1]
        teller = out[at].speaker
        if named and (not opened or teller is None or teller.key != behind.speaker.key):
            out[at] = Saying(behind.speaker, behind.expert, content=True)
    return out


def _often_named(names: Sequence[Sequence[Name]]) -> set[str]:
    counts = Counter(name.key for named in names for name in named)
    return {key for key, count in counts.items() if count > OFTEN}


def _saying(scene: _Scene) -> Saying:
    reading, people, last, events, rules = scene.reading, scene.people, scene.last, scene.events, scene.rules
    verb = _verb(reading, people, events, rules)
    source = next((found for found in reading.phrases(rules.sources) if not reading.quoted[found.first]), None)
    if verb is not None:
        speaker, pronoun = speaker_of(reading, verb, people, scene.subject, events, rules)
        at = (verb, next((found.last for found in reading.phrases(rules.verb_phrases) if found.first == verb), verb + 1))
    elif source:
        speaker, pronoun, at = source_of(reading, source, people, events, rules), False, (source.first, source.last)
    else:
        return _opining(scene) or _going_on(reading, last)
    zone = _zone(reading, at, speaker if not pronoun else None, events)
    # An institute is a source, its fellow an expert.
    own = fold(speaker.name).split() if speaker and speaker.kind == "organisation" else ()
    expert = not rules.experts.isdisjoint(set(zone).difference(own)) or bool(speaker and speaker.key in scene.experts)
    expert = expert or (not _in_office(zone, rules) and not rules.opinion_verbs.isdisjoint(reading.keys[slice(*at)]))
    if pronoun and speaker is None:
        speaker, expert = last.speaker, last.expert
    if speaker and (speaker.key in scene.often or speaker.kind == "country"):
        expert = False
    kind = _kind(speaker, zone, rules, expert=expert, verbal=verb is not None)
    acts = [_act(reading, *at, kind, "speech: verb of saying" if verb is not None else SOURCE)] if kind else []
    second = _expert_source(reading, source, people, events, rules) if verb is not None and source else None
    if source and second:
        acts.append(_act(reading, source.first, source.last, "expert opinion", SOURCE))
    return Saying(speaker, expert, tuple(acts), content=True, verb=verb, source=verb is None, second=second)


def _opining(scene: _Scene) -> Saying | None:
    """Take what a named expert thinks for an opinion: "Su Lin, an analyst at the institute, doubts that …", "She sees …"."""
    verb = _verb_of_thinking(scene)
    if verb is None:
        return None
    reading, events, rules = scene.reading, scene.events, scene.rules
    speaker, pronoun = speaker_of(reading, verb, scene.people, scene.subject, events, rules)
    if pronoun and speaker is None and scene.last.expert:
        speaker = scene.last.speaker
    if speaker is None or speaker.kind != "person" or speaker.key in scene.often:
        return None
    zone = _zone(reading, (verb, verb + 1), speaker if not pronoun else None, events)
    if rules.experts.isdisjoint(zone) and speaker.key not in scene.experts:
        return None
    act = _act(reading, verb, verb + 1, "expert opinion", "speech: an expert thinks")
    return Saying(speaker, True, (act,), content=True, verb=verb)


def _verb_of_thinking(scene: _Scene) -> int | None:
    """Give the first verb of what experts do ("doubts", "sees"), where it is no noun and no name."""
    keys, words, rules = scene.reading.keys, scene.reading.words, scene.rules
    if rules.expert_verbs.isdisjoint(keys):
        return None
    at = next((at for at, key in enumerate(keys) if key in rules.expert_verbs and not scene.reading.quoted[at]), None)
    if at is None or words[at][0].isupper() or (at and keys[at - 1] in scene.events.determiners | scene.events.noun_prepositions):
        return None
    return at


def _expert_source(
    reading: Reading, source: Found[str], people: Sequence[Name], events: EventRules, rules: SpeechRules
) -> Name | None:
    """Give a named expert who is a second voice in a sentence: "…, the programme, according to Hong Min, an analyst, …"."""
    name = source_of(reading, source, people, events, rules)
    if name is None or name.kind != "person":
        return None
    return None if rules.experts.isdisjoint(_zone(reading, (source.first, source.last), name, events)) else name


def _kind(speaker: Name | None, zone: Sequence[str], rules: SpeechRules, *, expert: bool, verbal: bool) -> str:
    """Name the act: an opinion has a named person, a statement a named or an official speaker; all else is a source."""
    if expert:
        return "expert opinion" if speaker and speaker.kind == "person" else ""
    if not verbal or (speaker and not rules.agencies.isdisjoint(speaker.key.split())):
        return ""
    return "statement" if speaker or not rules.officials.isdisjoint(zone) else ""


def _in_office(zone: Sequence[str], rules: SpeechRules) -> bool:
    """Tell whether a speaker speaks for an office: "the chairman of the board", not "a former chairman of the board"."""
    return any(
        key in rules.officials and rules.former.isdisjoint(zone[max(0, at - FORMER_REACH) : at]) for at, key in enumerate(zone)
    )


def _zone(reading: Reading, at: tuple[int, int], speaker: Name | None, events: EventRules) -> list[str]:
    """Give the words that describe the speaker: around the name, or around the verb where there is none."""
    if speaker is not None and speaker.sentence == reading.sentence.index:
        low, high = max(0, speaker.first - TITLE), speaker.last + (0 if events.verb_last else APPOSITION)
        if speaker.kind == "organisation" and "," in reading.keys[low : speaker.first]:  # "will send experts, the consulate said"
            low = speaker.first - reading.keys[low : speaker.first][::-1].index(",")
        if events.verb_last:
            low = max(0, speaker.first - APPOSITION)
    elif events.verb_last:
        low, high = max(0, at[0] - ZONE_BEFORE), at[1]
    else:
        low, high = max(0, at[0] - ZONE_BEFORE), at[1] + ZONE_AFTER // 4
    return [key for at, key in enumerate(reading.keys[low:high], low) if not reading.quoted[at]]


def _going_on(reading: Reading, last: Saying) -> Saying:
    """Give a quotation without a verb of saying to the last speaker."""
    if last.speaker is None or not _is_quotation(reading):
        return NOTHING
    kind = "expert opinion" if last.expert else "statement"
    act = _act(reading, 0, len(reading.keys), kind, "speech: the quotation goes on")
    return Saying(last.speaker, last.expert, (act,), content=True)


def _is_quotation(reading: Reading) -> bool:
    return sum(reading.quoted) > QUOTATION * len(reading.keys) and sum(word[0].isalpha() for word in reading.words) >= 2


def _act(reading: Reading, first: int, last: int, kind: str, rule: str) -> Trigger:
    lemma = reading.keys[first] if last - first == 1 else ""
    return Trigger(first, last, kind, "speech", 1, lemma, rule, None)


def _verb(reading: Reading, people: Sequence[Name], events: EventRules, rules: SpeechRules) -> int | None:
    """Give the outermost verb of saying: behind a quotation the last, else the first outside quotations."""
    keys, quoted = reading.keys, reading.quoted
    told = (found.first for found in reading.phrases(rules.verb_phrases))
    phrases = [
        at for at in told if not quoted[at] and (at == 0 or not (reading.words[at][0].isupper() or keys[at - 1] in events.passive))
    ]
    if rules.verbs.keys().isdisjoint(keys) and not phrases:
        return None
    hits = [
        at for at, key in enumerate(keys) if key in rules.verbs and not quoted[at] and _says(reading, at, people, events, rules)
    ]
    hits = sorted({*hits, *phrases}) if phrases else hits
    if not hits:
        return None
    if events.verb_last or not any(quoted):
        return hits[0]
    beside = [at for at in hits if any(quoted[max(0, at - BESIDE_QUOTATION) : at])]
    return beside[0] if beside else hits[-1] if hits[-1] > len(keys) / 2 else hits[0]


def _says(reading: Reading, at: int, people: Sequence[Name], events: EventRules, rules: SpeechRules) -> bool:
    """Tell a verb of saying from its noun and its participle: "state media", "a pointed message"."""
    keys, key = reading.keys, reading.keys[at]
    before, after = keys[at - 1] if at else "", keys[at + 1] if at + 1 < len(keys) else ""
    if reading.clauses[reading.clause_of[at]].word in events.conditions:  # "if China tells Putin": nothing is said yet
        return False
    if key in rules.fillers and before == after == ",":
        return False
    if events.verb_last:
        return key not in rules.unsure or after in events.subordinators or before.endswith(rules.quotatives)
    if (
        (reading.words[at][0].isupper() and at)
        or before in events.determiners
        or before in events.noun_prepositions
        or before in events.possessive
        or before in events.bare_passive
    ):
        return False
    if before in events.passive and (after in events.infinitive_marks or key not in rules.verbs):
        return False
    if key not in rules.unsure:
        return True
    spoken = before in rules.pronouns or before in rules.officials or any(name.last == at for name in people)
    if after in events.content_marks or (spoken and after in ("", ",", ".", ":", "“", '"')):
        return True
    if after in events.noun_prepositions and not events.content_marks.isdisjoint(keys[at + 2 : at + LONGEST_MEDIUM]):
        return True  # "wrote on Telegram that"
    led = led_at(keys, at, events)
    told_behind = led > 0 and keys[led - 1] == "," and stands_behind(reading, at, people, events)  # ", kata Wali Kota Budi Santoso"
    return told_behind or _is_behind_quotation(reading, at, events)


def _is_behind_quotation(reading: Reading, verb: int, events: EventRules) -> bool:
    """Tell whether only a comma and auxiliaries stand between a quotation and a verb: "… », a réagi le maire"."""
    at = verb - 1
    while at >= 0 and (reading.keys[at] in events.auxiliaries or reading.keys[at] in events.adverbs):
        at -= 1
    at -= at > 0 and reading.keys[at] in QUOTES  # “…,” wrote Ruiz
    return at > 0 and reading.keys[at] == "," and any(reading.quoted[max(0, at - 2) : at + 1])
