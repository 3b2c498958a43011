"""Days for events that no word dates: the focus of the document, the scene of a narrative, the day of publication."""

import datetime as dt
from collections.abc import Sequence

from extract.events.drafts import Draft
from extract.events.when.aftermath import ANSWERS, is_answered_by_now, leads_to
from extract.events.when.participles import is_participle
from extract.events.when.pluperfect import is_past_by_ending
from extract.events.when.since import is_known_beginning, is_recalled
from extract.language.events import EventRules
from extract.models import Document, Narration, Sentence, Timex, When
from extract.models.record import Record

CONFIDENCE = {"scene": 0.5, "published": 0.5, "not yet": 0.3, "past": 0.3}
MEASURE = "SANCTION"  # PLOVER
OPINION = "opinion"  # family of what experts say when they are asked, which is after the news
LATER_DAYS = 4  # from the news to a piece that looks back; of 8 sayings so dated on our own affairs, none was of the news' day
FEWEST_LINES = 3  # of a list of earlier events
OPENING = 2  # tokens of a sentence in which a reminder opens it
FOREGOING_REACH = 2  # words between "previous" and its noun, itself counted: "पिछले लोकसभा चुनाव"
LIST_MARGIN = 3  # characters before the date of such a line


class Context(Record, frozen=True):
    """What all events of a document share."""

    document: Document
    rules: EventRules
    narration: Narration
    struck: When | None  # the day of the news, where an incident is the news
    blamed: bool  # the day of the news is that of a deed of which somebody is suspected
    after: When | None  # the later day on which something followed it, where the first sentences tell one
    news: frozenset[str]  # families of the kinds that words date on the day of the news


def list_paragraphs(sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> frozenset[int]:
    """Give the paragraphs that are lines of a list of earlier events: three and more that begin with a date."""
    starts = {timex.source.span.start for timex in timexes if timex.type == "DATE" and timex.how == "explicit"}
    if len(starts) < FEWEST_LINES:
        return frozenset()
    lines: list[int] = []
    previous = -1
    for sentence in sentences:
        if sentence.paragraph == previous:
            continue
        previous = sentence.paragraph
        if any(sentence.span.start + step in starts for step in range(LIST_MARGIN)):
            lines.append(sentence.paragraph)
    return frozenset(lines) if len(lines) >= FEWEST_LINES else frozenset()


def context_date(draft: Draft, beside: Sequence[Draft], focus: When | None, scene: When | None, known: Context) -> When | None:
    """Date an event that no words of its own date.

    A narrative goes on where the last date left it; news take the focus, then the day of publication. What is said of an
    incident is said when it is told, at talks while they are held. What is planned lies on or after the news, the past
    perfect before it; neither is ever the day of publication.
    """
    published, rules = known.document.published, known.rules
    if not draft.kind.one_day or is_recalled(draft, rules) or _goes_on(draft):
        return None
    asked = draft.kind.family == OPINION and published is not None
    if known.narration == "narrative" and not asked:
        return scene or focus
    if published is None:
        return focus
    if is_participle(draft, beside, rules):
        return None
    if not draft.kind.speech:
        if draft.modality == "hypothetical":
            return None
        if draft.modality == "planned":
            first = focus.first_day if focus else published
            return When(first, None, "unknown", "none", CONFIDENCE["not yet"], "date: not yet")
        if _is_past_perfect(draft, rules) or _is_foregone(draft, beside, rules) or _is_of_old(draft, known):
            return When(None, published, "unknown", "none", CONFIDENCE["past"], "date: past perfect")
    afterwards = draft.kind.speech and (known.struck is not None or _is_of_a_later_piece(focus, published))
    if focus is None or afterwards or asked or (_is_going_on(draft, rules) and draft.kind.family not in known.news):
        return When(published, published, "day", "inferred", CONFIDENCE["published"], "date: published")
    if known.after is not None and draft.kind.name in ANSWERS:
        return known.after
    if draft.kind.name in ANSWERS and _is_by_now(draft, focus, published, known):
        return When(published, published, "day", "inferred", CONFIDENCE["published"], "date: what followed")
    return focus


def _is_by_now(draft: Draft, focus: When, published: dt.date, known: Context) -> bool:
    """Tell whether what is done about an incident of days ago is the news itself."""
    if known.struck is None and not known.blamed:
        return False
    return leads_to(draft, focus, published) or is_answered_by_now(draft, focus, published, known.rules)


def _is_of_a_later_piece(focus: When | None, published: dt.date) -> bool:
    """Tell whether the news is days old where it is told, so that what is said of it is said since."""
    return focus is not None and focus.first_day is not None and (published - focus.first_day).days >= LATER_DAYS


def _is_going_on(draft: Draft, rules: EventRules) -> bool:
    """Tell whether the form of a verb says that it is being done as the news is written: "police are searching for two men"."""
    trigger, keys = draft.trigger, draft.reading.keys
    if trigger.position == "noun" or draft.quoted:
        return False
    if rules.verb_last:
        return any(trigger.last - 1 <= found.first <= trigger.last for found in draft.reading.phrases(rules.ongoing))
    if not keys[trigger.first].endswith(rules.ongoing_endings):
        return False
    at = trigger.first - 1
    while at > draft.clause.first and keys[at] in rules.adverbs:
        at -= 1
    return any(found.last == at + 1 for found in draft.reading.phrases(rules.ongoing))


def _is_of_old(draft: Draft, known: Context) -> bool:
    """Tell whether a noun stands behind "since" and is nothing that the news tells: "since the coup", in a report of a raid."""
    return draft.kind.family not in known.news and is_known_beginning(draft, known.rules)


def _goes_on(draft: Draft) -> bool:
    """Tell whether a noun names a measure that was taken earlier and lasts: "the sanctions", "the ban"."""
    return draft.trigger.position == "noun" and draft.kind.plover == MEASURE


def scene_of(when: When) -> When:
    """Let a date hold for the undated events behind it, in a narrative."""
    return When(when.first_day, when.last_day, when.grain, "inferred", CONFIDENCE["scene"], "date: scene", when.evidence)


def _is_foregone(draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether an event is an earlier one of its sort, or happened in such a one: "won 40 seats in the previous election"."""
    return bool(rules.foregoing) and any(
        other is draft or _is_scene(other, rules)
        for other in beside
        if other.clause_number == draft.clause_number and _is_foregoing(other, rules)
    )


def _is_foregoing(draft: Draft, rules: EventRules) -> bool:
    first, last, keys = draft.trigger.first, draft.trigger.last, draft.reading.keys
    near = (*keys[max(0, first - FOREGOING_REACH) : first], *keys[last : last + 1])
    return draft.trigger.position == "noun" and not rules.foregoing.isdisjoint(near)


def _is_scene(draft: Draft, rules: EventRules) -> bool:
    """Tell whether a mark of a site stands beside a noun: "in the last election"."""
    first, last, keys = draft.trigger.first, draft.trigger.last, draft.reading.keys
    marks = keys[last : last + 1] if rules.marks_after else keys[max(0, first - FOREGOING_REACH - 2) : first]
    return any(rules.place_roles.get((mark,)) == "site" for mark in marks)


def _is_past_perfect(draft: Draft, rules: EventRules) -> bool:
    """Tell whether an event is told to be before the news: by its verb, or in a reminder ("Напомним, …", "До этого …")."""
    clause, trigger = draft.clause, draft.trigger
    keys = draft.reading.keys
    if draft.is_incident and any(one.first < OPENING for one in draft.reading.phrases(rules.looking_back)):
        return True
    if rules.verb_last:
        return is_past_by_ending(draft, rules)
    return any(keys[at] in rules.past_perfect and not _is_owning(keys, at, rules) for at in range(clause.first, trigger.first))


def _is_owning(keys: Sequence[str], at: int, rules: EventRules) -> bool:
    """Tell whether an auxiliary is the verb itself: "had its worst day"."""
    return keys[at] in rules.auxiliaries and at + 1 < len(keys) and keys[at + 1] in rules.determiners
