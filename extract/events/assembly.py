"""Drafts → events: each gets its day, its place, its status and its provenance."""

from collections.abc import Sequence

from extract.clauses import Clause, Reading
from extract.events.drafts import Draft
from extract.events.marks import Marks
from extract.events.retold.anaphora import told_again
from extract.events.stops import with_stops
from extract.events.when.answers import with_answers
from extract.events.when.clocks import in_own_time, publisher_zone
from extract.events.when.consequences import with_consequences
from extract.events.when.dating import is_past
from extract.events.when.days import Day, date_drafts
from extract.events.where.spots import Spot, place_drafts
from extract.language.events import EventRules
from extract.models import Document, Event, Modality, Narration, Participant, PlaceMention, Provenance, Span, Status, Timex, When

CONDITION = "modality: condition"  # the word that opens a clause, and one for an answer too: "als vergelding voor een aanval"
SURE, UNSURE = 0.9, 0.7  # of an event whose trigger's conditions were met, and of one that has none
CONTENT_LETTERS = 4  # shorter words are mostly function words
Others = tuple[int | None, int | None, int | None, int | None]  # the events that one precedes, follows, is answered by, tells again


def assemble(
    document: Document,
    readings: Sequence[Reading],
    drafts: Sequence[Draft],
    timexes: Sequence[Timex],
    places: Sequence[PlaceMention],
    rules: EventRules,
    narration: Narration,
    marks: Marks,
) -> tuple[Event, ...]:
    """Date and place the drafts of one document and make events of them."""
    beside: dict[int, list[Draft]] = {}
    for draft in drafts:
        beside.setdefault(draft.sentence, []).append(draft)
    days, answers = with_answers(
        date_drafts(document, readings, drafts, beside, timexes, rules, narration, marks.dates), drafts, rules
    )
    days = with_consequences(days, drafts, document.published, rules)
    spots = place_drafts(readings, drafts, beside, marks, rules, days)
    again = told_again(drafts, [day.when for day in days.days], rules)
    publisher = publisher_zone(marks.dateline, places)
    whens = [
        in_own_time(day.when, None if spot.number is None else places[spot.number], publisher)
        for day, spot in zip(days.days, spots, strict=True)
    ]
    before = {earlier: later for earlier, later, *_ in days.orders}
    after = {later: earlier for earlier, later, *_ in days.orders}
    others = [(before.get(number), after.get(number), answers.get(number), told) for number, told in enumerate(again)]
    dated = [Day(when, day.timex) for when, day in zip(whens, days.days, strict=True)]
    made = zip(drafts, dated, spots, others, _contents(drafts), strict=True)
    events = [_event(document, *one, rules) for one in made]
    return with_stops(events, [spot.stops for spot in spots])


def _event(
    document: Document, draft: Draft, day: Day, spot: Spot, others: Others, content: tuple[str, ...], rules: EventRules
) -> Event:
    before, after, answered, again = others
    return Event(
        document_id=document.id,
        span=Span(draft.start, draft.end),
        trigger=document.text[draft.start : draft.end],
        kind=draft.kind.name,
        plover=draft.kind.plover,
        modality="asserted" if answered is not None and draft.cue_rule == CONDITION else _modality(draft, day, document, rules),
        status=_status(draft, day.when, document),
        sentence=draft.reading.sentence.span,
        sentence_index=draft.sentence,
        rule=draft.trigger.rule,
        lemma=document.text[draft.start : draft.end].casefold() if rules.accents_kept else draft.trigger.lemma,
        participants=draft.participants,
        said_by=_speaker(draft, document),
        timex=day.timex,
        place=spot.number,
        when=day.when,
        where=spot.where,
        other_places=spot.others,
        objects=draft.objects,
        content=content,
        cues=(Provenance(document.id, draft.cue, draft.cue_rule),) if draft.cue else (),
        before=before,
        after=after,
        answered_by=answered,
        parent=spot.parent,
        same_as=again,
        setting=spot.setting,
        confidence=SURE if draft.trigger.strength else UNSURE,
    )


def _modality(draft: Draft, day: Day, document: Document, rules: EventRules) -> Modality:
    """Take what words date behind the day of publication as planned: "the trial opens on Monday"."""
    told = day.when is not None and day.when.how in ("explicit", "relative") and day.when.first_day
    if told and document.published and told > document.published and draft.modality == "asserted" and not is_past(draft, rules):
        return "planned"
    return draft.modality


def _status(draft: Draft, when: When | None, document: Document) -> Status:
    if draft.modality == "reported opinion" or draft.saying.expert:
        return "commentary"
    last = (when.last_day or when.first_day) if when else None
    if last and document.published and (document.published - last).days > 30:
        return "background"
    return "foreground" if when or draft.modality != "asserted" else "background"


def _speaker(draft: Draft, document: Document) -> Participant | None:
    name = draft.saying.speaker
    if name is None or not draft.saying.content:
        return None
    source = Provenance(document.id, name.span, "speech: speaker")
    return Participant(
        name.name, "speaker", document.text[name.span.start : name.span.end], source, name.kind, name.key, name.title
    )


def _contents(drafts: Sequence[Draft]) -> list[tuple[str, ...]]:
    """Give the longer words of the clause of each draft; several share one."""
    found: list[tuple[str, ...]] = []
    last: Clause | None = None
    content: tuple[str, ...] = ()
    for draft in drafts:
        if draft.clause is not last:
            last = draft.clause
            keys = draft.reading.keys[last.first : last.last]
            content = tuple(dict.fromkeys([key for key in keys if len(key) >= CONTENT_LETTERS]))
        found.append(content)
    return found
