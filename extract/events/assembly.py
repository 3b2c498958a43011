"""Drafts → events: each gets its day, its place, its status and its provenance."""

from collections.abc import Sequence

from extract.events.anchors import when_anchored
from extract.events.context import context_date, focus_day, list_paragraphs, scene_of
from extract.events.dating import Told, own_date, when_told
from extract.events.drafts import Dated, Draft, Placed
from extract.events.placing import focus_place, inherits, other_places, own_place, where_of
from extract.language.events import EventRules
from extract.models import Document, Event, Narration, Participant, PlaceMention, Provenance, Sentence, Span, Status, Timex, When

PLACE_REACH = 9  # tokens before a place in which its preposition stands: "in the northern city of"
CONTENT_LETTERS = 4  # shorter words are mostly function words


def assemble(
    document: Document,
    sentences: Sequence[Sentence],
    drafts: Sequence[Draft],
    timexes: Sequence[Timex],
    places: Sequence[PlaceMention],
    rules: EventRules,
    narration: Narration,
) -> tuple[Event, ...]:
    """Date and place the drafts of one document and make events of them."""
    beside: dict[int, list[Draft]] = {}
    for draft in drafts:
        beside.setdefault(draft.reading.sentence.index, []).append(draft)
    dated = _dated(drafts, timexes)
    placed = _placed(drafts, places, rules)
    number = [draft.reading.sentence.index for draft in drafts]
    dates = [own_date(draft, dated[at], beside[at], rules) for draft, at in zip(drafts, number, strict=True)]
    lists = list_paragraphs(sentences, timexes)
    day = focus_day(drafts, dates, document, lists)
    whens = _whens(document, drafts, dates, day, lists, rules, narration)
    sites = [own_place(draft, placed[at], beside[at]) for draft, at in zip(drafts, number, strict=True)]
    centre = focus_place(drafts, sites, whens, day)
    events = []
    for draft, date, when, site, at in zip(drafts, dates, whens, sites, number, strict=True):
        step = site[1] if site else "focus"
        chosen = site[0] if site else centre if centre and inherits(draft, when, day) else None
        where = where_of(chosen.place, step, document.id) if chosen else None
        events.append(
            Event(
                document_id=document.id,
                span=Span(draft.start, draft.end),
                trigger=document.text[draft.start : draft.end],
                kind=draft.kind.name,
                plover=draft.kind.plover,
                modality=draft.modality,
                status=_status(draft, when, document),
                sentence=draft.reading.sentence.span,
                sentence_index=at,
                rule=draft.trigger.rule,
                lemma=draft.trigger.lemma,
                participants=draft.participants,
                said_by=_speaker(draft, document),
                timex=date[0].number if date else None,
                place=chosen.number if chosen else None,
                when=when,
                where=where,
                other_places=other_places(draft, placed[at], chosen.number if chosen else None),
                objects=(draft.trigger.object,) if draft.trigger.object else (),
                content=_content(draft),
                cues=(Provenance(document.id, draft.cue, draft.cue_rule),) if draft.cue else (),
                confidence=0.9 if draft.trigger.strength else 0.7,
            )
        )
    return tuple(events)


def _whens(
    document: Document,
    drafts: Sequence[Draft],
    dates: Sequence[Told | None],
    focus: When | None,
    lists: frozenset[int],
    rules: EventRules,
    narration: Narration,
) -> list[When | None]:
    """Date all drafts: what words tell, then what is counted from other events, then what the context gives."""
    whens = [when_told(told[0].timex, told[1], document.id) if told else None for told in dates]
    scene: When | None = None
    for at, (draft, told) in enumerate(zip(drafts, dates, strict=True)):
        listed = draft.reading.sentence.paragraph in lists
        if whens[at] is None and told:
            whens[at] = when_anchored(told[0].timex, draft, drafts, whens)
        elif (own := whens[at]) is not None and not listed:
            scene = scene_of(own)
        if whens[at] is None and not listed:
            whens[at] = context_date(draft, document, focus, scene, rules, narration)
    return whens


def _dated(drafts: Sequence[Draft], timexes: Sequence[Timex]) -> dict[int, list[Dated]]:
    """Give the dates and times of each sentence that has a draft."""
    found: dict[int, list[Dated]] = {}
    for draft in drafts:
        reading = draft.reading
        if reading.sentence.index in found:
            continue
        span = reading.sentence.span
        found[reading.sentence.index] = [
            Dated(index, timex, reading.token_at(timex.span.start), reading.clause_at(timex.span.start))
            for index, timex in enumerate(timexes)
            if (timex.type in ("DATE", "TIME") or timex.order or timex.event_anchor) and span.start <= timex.span.start < span.end
        ]
    return found


def _placed(drafts: Sequence[Draft], places: Sequence[PlaceMention], rules: EventRules) -> dict[int, list[Placed]]:
    found: dict[int, list[Placed]] = {}
    for draft in drafts:
        reading = draft.reading
        if reading.sentence.index in found:
            continue
        span = reading.sentence.span
        found[reading.sentence.index] = [
            _placed_one(draft, index, place, rules)
            for index, place in enumerate(places)
            if span.start <= place.span.start < span.end
        ]
    return found


def _placed_one(draft: Draft, index: int, place: PlaceMention, rules: EventRules) -> Placed:
    reading = draft.reading
    token = reading.token_at(place.span.start)
    last = reading.token_at(place.span.end - 1) + 1
    return Placed(index, place, token, reading.clause_at(place.span.start), _place_role(reading.keys, token, last, rules))


def _place_role(keys: Sequence[str], first: int, last: int, rules: EventRules) -> str:
    """Read the preposition before a place or the postposition behind it."""
    if rules.marks_after:
        for at in range(last, min(last + 4, len(keys))):
            for length in (2, 1):
                if role := rules.place_roles.get(tuple(keys[at : at + length])):
                    return role
        return "topic"
    for at in range(first - 1, max(-1, first - PLACE_REACH), -1):
        if keys[at] in rules.place_links and (at == 0 or keys[at - 1] in rules.place_nouns or keys[at] in rules.place_nouns):
            continue
        if role := rules.place_roles.get((keys[at],)):
            return role
        if not keys[at].isalpha() and keys[at] != ",":
            break
    return "topic"


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


def _content(draft: Draft) -> tuple[str, ...]:
    clause = draft.clause
    keys = draft.reading.keys[clause.first : clause.last]
    return tuple(dict.fromkeys(key for key in keys if len(key) >= CONTENT_LETTERS))
