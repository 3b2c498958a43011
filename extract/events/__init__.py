"""One document's sentences, dates and places → its events, dated and placed inside the document.

The flow: read clauses → triggers → speech → modality → participants → dates → places → events.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import astuple, replace

from extract.clauses import Name, Reading, Trigger, read_sentence
from extract.datelines import agencies_in, dateline_of
from extract.events.assembly import assemble
from extract.events.causes import with_causes
from extract.events.deeds import with_acts
from extract.events.drafts import Draft
from extract.events.marks import marks_of
from extract.events.phrases import phrase_tables
from extract.events.retold.anaphora import NATURE, with_anaphors
from extract.events.retold.called import with_calls
from extract.events.retold.launches import with_launches
from extract.events.retold.names_again import with_names_again
from extract.events.retold.similar import with_similar
from extract.events.stops import in_order
from extract.events.unreal import with_hypotheses
from extract.events.when.fates import with_fates
from extract.kinds import Kind, kinds
from extract.language import LanguagePack
from extract.language.events import EventRules, event_rules
from extract.language.modality import modality_rules
from extract.language.participants import name_rules
from extract.language.speech import speech_rules
from extract.language.triggers import TriggerTables, trigger_tables
from extract.modality import Judgement, definite_at, judge
from extract.models import Document, Event, Narration, PlaceMention, Sentence, Span, Timex
from extract.participants import (
    Cast,
    find_names,
    leading_pair,
    participants_of,
    subjects_before,
    with_cases,
    with_common_nouns,
    with_descriptions,
    with_pronouns,
    with_teams,
)
from extract.speech import NOTHING, SOURCE, Saying, find_sayings
from extract.triggers import find_everyday, find_triggers, verb_forms
from extract.triggers.habits import recurring_in

__all__ = ["find_events"]

LONGEST_QUOTATION = 8  # sentences; a mark that is open for longer was forgotten or misread
BY_EVENT = frozenset({"event-day"})  # rules of dates whose words name an event: "the eve of his trip"
EVERYDAY_SENTENCES = 15  # of a document, in which plain verbs are read: what is told so by several texts stands in the lead
OPINION = "expert opinion"  # the kind of what a named expert says
VOICES = frozenset({"concern", "praise", "accusation", "condolence"})  # kinds whose speaker only speaks of a deed
PLAIN = "statement"  # the kind of a saying that says nothing of its content


def find_events(
    document: Document,
    sentences: Sequence[Sentence],
    timexes: Sequence[Timex],
    places: Sequence[PlaceMention],
    pack: LanguagePack,
    narration: Narration,
) -> tuple[Event, ...]:
    """Find the events of one document, in order of their triggers; dates and places only from this document."""
    tables = trigger_tables(pack)
    if not tables.entries:
        return ()
    readings = _read(document, sentences, pack)
    dateline = dateline_of(document.text, sentences, places, timexes)
    drafts, plain = _drafts(document, readings, timexes, places, pack, tables, dateline)
    rules = event_rules(pack)
    named = sorted([*(timex.source.span for timex in timexes), *(place.span for place in places if place.drawn)])
    drafts = with_similar(drafts, readings, _by_sentence(readings, named), rules, modality_rules(pack))
    marks = marks_of(document, readings, timexes, places, rules, dateline)
    told = assemble(document, readings, drafts, timexes, places, rules, narration, marks)
    if not plain:
        return told
    return in_order(told, assemble(document, readings, plain, timexes, places, rules, narration, marks))


def _read(document: Document, sentences: Sequence[Sentence], pack: LanguagePack) -> list[Reading]:
    rules, verbs, tables = event_rules(pack), verb_forms(pack), phrase_tables(pack)
    readings: list[Reading] = []
    open_for = 0
    for sentence in sentences:
        same = bool(readings) and readings[-1].sentence.paragraph == sentence.paragraph
        open_for = open_for + 1 if same and readings[-1].open_quote else 0
        in_quote = 0 < open_for <= LONGEST_QUOTATION
        readings.append(read_sentence(document.text, sentence, rules, verbs, tables, in_quote=in_quote))
    return readings


def _drafts(
    document: Document,
    readings: Sequence[Reading],
    timexes: Sequence[Timex],
    places: Sequence[PlaceMention],
    pack: LanguagePack,
    tables: TriggerTables,
    dateline: Span,
) -> tuple[list[Draft], list[Draft]]:
    """Give the drafts of the triggers, and those of plain verbs, which date and place nothing but themselves."""
    rules, cues, naming, table = event_rules(pack), modality_rules(pack), name_rules(pack), kinds()
    names = find_names(document.text, readings, timexes, places, naming, dateline)
    names = with_descriptions(readings, names, naming, rules, document.published)
    subjects, pair = subjects_before(readings, names, naming), leading_pair(names)
    sayings = find_sayings(readings, names, subjects, rules, speech_rules(pack))
    taken = [
        *(timex.source.span for timex in timexes if timex.source.rule not in BY_EVENT),
        *(place.source.span for place in places if place.drawn),
        *(name.span for named in names if naming.titles_stand for name in named if name.kind == "person"),
        *agencies_in(document.text, dateline),
    ]
    acting = with_cases(with_common_nouns(names, readings, rules, naming), readings, naming)
    drafts, plain = list[Draft](), list[Draft]()
    inside, drawn = _by_sentence(readings, sorted(taken)), _by_sentence(readings, [place.span for place in places if place.drawn])
    again = _by_sentence(readings, recurring_in(timexes, [reading.sentence for reading in readings]))
    for reading, named, subject, saying, *near in zip(readings, acting, subjects, sayings, inside, drawn, again, strict=True):
        triggers, closed = _with_saying(find_triggers(reading, tables, rules, *near), saying, reading), near[0]
        everyday = find_everyday(reading, tables, rules, closed, triggers) if _in_lead(reading) else []
        if not triggers and not everyday:
            continue
        playing = with_teams(named, triggers, reading, places, rules, naming)
        cast = with_pronouns(Cast(document.id, document.text, reading, playing, subject, pair, _verbs(triggers)), rules, naming)
        told_here: list[Draft] = []
        moods = with_hypotheses(triggers, judge(reading, triggers, rules, cues), reading, rules)
        for trigger, judged in zip(triggers, moods, strict=True):
            kind, told = table[trigger.kind], _reaching(saying, reading, trigger)
            people = participants_of(_voiced(_telling(cast, trigger, kind, told, rules), triggers, trigger), trigger, rules, naming)
            final = _final(judged, reading, trigger, kind, told, rules)
            told_here.append(Draft(reading, trigger, kind, *final, told, people, (trigger.object,) if trigger.object else ()))
        drafts += with_fates(with_acts(told_here, rules, naming), rules)
        for trigger in everyday if closed else _with_somebody(everyday, cast):
            kind = table[trigger.kind]
            judged = judge(reading, [trigger], rules, cues)[0]
            if judged[0] != "asserted":
                continue
            people = participants_of(_telling(cast, trigger, kind, saying, rules), trigger, rules, naming)
            if closed or any(person.kind != "common" for person in people):
                plain.append(Draft(reading, trigger, kind, *judged, saying, people, ()))
    beside = [*(timex.span for timex in timexes), *(place.span for place in places if place.drawn)]
    return _with_repeats(drafts, readings, beside, rules), plain


def _verbs(triggers: Sequence[Trigger]) -> dict[int, Trigger]:
    """Give the verbs of a sentence that tell events by their first tokens."""
    return {trigger.first: trigger for trigger in triggers if trigger.position in ("verb", "phrase")}


def _with_repeats(drafts: list[Draft], readings: Sequence[Reading], beside: Sequence[Span], rules: EventRules) -> list[Draft]:
    """Add what is told again without its name; ``beside`` are the spans of dates and drawn places."""
    known = with_launches(with_names_again(with_causes(drafts), rules), rules)
    return with_calls(with_anaphors(known, readings, beside, rules), readings, rules)


def _with_somebody(everyday: Sequence[Trigger], cast: Cast) -> Iterator[Trigger]:
    """Give the plain verbs in whose clause somebody is named, or meant by a pronoun."""
    clause_of = cast.reading.clause_of
    named = {clause_of[name.first] for name in cast.names if name.kind != "common"}
    return (trigger for trigger in everyday if clause_of[trigger.first] in named)


def _in_lead(reading: Reading) -> bool:
    return reading.sentence.index < EVERYDAY_SENTENCES


def _by_sentence(readings: Sequence[Reading], taken: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """Give the spans that touch each sentence; both come in the order of the text."""
    first, last, count = 0, 0, len(taken)
    for reading in readings:
        begin, end = reading.sentence.span
        while first < count and taken[first].end <= begin:
            first += 1
        last = max(last, first)
        while last < count and taken[last].start < end:
            last += 1
        yield [span for span in taken[first:last] if span.end > begin] if last > first else ()


def _reaching(saying: Saying, reading: Reading, trigger: Trigger) -> Saying:
    """Give the act of saying whose content holds a trigger: what stands behind a semicolon is told by somebody else.

    An expert named beside the speaker has an act of his own.
    """
    if trigger.rule == SOURCE and saying.second is not None:
        return replace(saying, speaker=saying.second, verb=None, source=True)
    if saying.verb is None or trigger.position == "speech":
        return saying
    first, last = sorted((saying.verb, trigger.first))
    if ";" not in reading.keys[first:last]:
        return saying
    parted = any(reading.keys[at] == ";" and not reading.quoted[at] for at in range(first, last))
    return NOTHING if parted else saying


def _telling(cast: Cast, trigger: Trigger, kind: Kind, saying: Saying, rules: EventRules) -> Cast:
    """Keep who only tells of an event out of it; what he says is his own act."""
    if trigger.position == "speech":
        return replace(cast, speaker=saying.speaker)
    if kind.name == PLAIN and saying.verb == trigger.first and not saying.source:
        return replace(cast, speaker=saying.speaker, said=saying.verb)
    if saying.source and saying.speaker is not None:
        return replace(cast, teller=saying.speaker, sourced=True)
    if saying.verb is not None:
        cast = replace(cast, said=saying.verb)
    if saying.speaker is None or saying.verb is None:
        return cast
    if kind.speech:  # "X का आरोप है": the words of the event are those of saying it
        its = rules.verb_last and trigger.first <= saying.verb < trigger.last
        return replace(cast, speaker=saying.speaker) if its else cast
    reading = cast.reading
    inside = reading.clause_of[saying.verb] == reading.clause_of[trigger.first] and (
        reading.quoted[trigger.first] == reading.quoted[saying.verb]
    )
    behind = _speaks_behind(reading, trigger, saying.verb, saying.speaker, rules)
    return cast if inside and not behind else replace(cast, teller=saying.speaker, sourced=behind)


def _voiced(cast: Cast, triggers: Sequence[Trigger], trigger: Trigger) -> Cast:
    """Tell where a verb begins that only speaks of what a noun inside its words tells: "condemned the killing of"."""
    if trigger.position != "noun":
        return cast
    around = (one for one in triggers if one.kind in VOICES and one.first < trigger.first < one.last)
    at = next((one.first for one in around), None)
    return cast if at is None else replace(cast, voiced=at)


def _speaks_behind(reading: Reading, trigger: Trigger, verb: int, speaker: Name, rules: EventRules) -> bool:
    """Tell whether the saying and its speaker stand behind a comma and what is said: "Arden will send tanks, said Ines Quiroga"."""
    first = verb
    while first > 0 and reading.keys[first - 1] in rules.auxiliaries:
        first -= 1
    return trigger.last < first and verb < speaker.first and reading.keys[first - 1] == ","


def _final(judged: Judgement, reading: Reading, trigger: Trigger, kind: Kind, saying: Saying, rules: EventRules) -> Judgement:
    """Take the speaker into account: what an expert says is an opinion; a plain act of saying did happen."""
    if trigger.position == "speech":
        return kind.modality, None, "modality: of its kind"
    if not kind.one_day and trigger.position == "noun" and judged[0] in ("planned", "reported opinion"):
        return "asserted", None, "modality: it goes on"
    measured = kind.family in NATURE and judged[0] == "asserted"  # "a quake struck, seismologists said"
    doubtful = saying.expert and judged[0] != "negated" and not kind.speech and kind.one_day and not measured
    if doubtful and not _is_known(reading, trigger, rules):
        return "reported opinion", judged[1], "modality: an expert says it"
    if judged[0] != "negated" and kind.modality != "asserted":
        return kind.modality, None, "modality: of its kind"
    return judged


def _is_known(reading: Reading, trigger: Trigger, rules: EventRules) -> bool:
    """Tell whether a noun is told as known: "the attack"."""
    return trigger.position == "noun" and (rules.verb_last or definite_at(reading, trigger, rules) is not None)


def _with_saying(triggers: list[Trigger], saying: Saying, reading: Reading) -> list[Trigger]:
    """Add the acts of saying, unless a trigger of the same clause tells them."""
    table = kinds()
    triggers = _first_of_their_type(triggers, reading)
    if not saying.acts:
        return triggers
    told = [trigger for trigger in triggers if not reading.quoted[trigger.first]]
    speaking = {reading.clause_of[one.first] for one in told if table[one.kind].speech and one.position != "noun"}
    added = []
    for act in saying.acts:
        if act.kind == OPINION:  # an expert warns: it is an opinion
            triggers = [one for one in triggers if not (table[one.kind].speech and one.first < act.last and act.first < one.last)]
        plain = act.kind == PLAIN and act.last - act.first < len(reading.keys)
        if plain and reading.clause_of[act.first] in speaking:
            continue
        if plain and any(trigger.first <= act.first < trigger.last for trigger in triggers):
            continue
        if not any(table[trigger.kind].speech and trigger.first < act.last and act.first < trigger.last for trigger in triggers):
            added.append(act)
    return sorted([*triggers, *added], key=astuple) if added else triggers


def _first_of_their_type(triggers: list[Trigger], reading: Reading) -> list[Trigger]:
    """Let one act of saying swallow later ones of its PLOVER type: "pledged support and said that it stands by …"."""
    table, seen, kept = kinds(), set(), []
    for trigger in triggers:
        kind = table[trigger.kind]
        if kind.speech and kind.plover and not reading.quoted[trigger.first]:
            if kind.plover in seen and trigger.position != "verb":
                continue
            seen.add(kind.plover)
        kept.append(trigger)
    return kept
