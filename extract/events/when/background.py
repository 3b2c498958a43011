"""What struck earlier and is only told again: the day of the news is that of what came of it, not its own.

In go the events of a document with their days; out come the days of incidents, where nothing but the news lent them one that
its own words contradict. Measured on our own affairs, before, of the incidents that the day of the news was lent to: it was
right for none of 5 beside a word of an update, for 2 of 15 in a clause that hangs on another dated deed, and for 1 of 8 where
only acts of the law and of rescuers told that day.
"""

import datetime as dt
from collections.abc import Sequence

from extract.events.deeds import told_before
from extract.events.drafts import INCIDENTS, Draft, Told, gap
from extract.events.when.order import CONSEQUENCES
from extract.events.when.running import RUNNING_RULE
from extract.events.when.updates import CONFIRMED_RULE
from extract.language.events import EventRules
from extract.modality import definite_at
from extract.models import When
from extract.models.events import BEFORE_RULE

FOCUS = "date: focus"
CONFIDENCE = 0.3
TOLL = "toll"  # the family of deaths and injuries: those of an update come of what struck earlier
FOLLOWING = CONSEQUENCES | frozenset(
    {"arrest warrant", "commemoration", "funeral", "investigation", "lawsuit", "release", "search"}
)  # kinds of what is done about an incident, however much later
HEALTH = "health"  # colour of epidemics
CLAIMED = "reported opinion"  # modality of what somebody is only suspected of
CRIME = "crime"  # the family of thefts and the like, which the police tell of afterwards
COUP = "coup"
HARM = frozenset({TOLL, "damage", "missing"})  # families of what an incident does at once
LEFT = HARM | {"displacement", "deployment", "withdrawal", "peace", "arms"}  # families of what comes of one
DONE_AT_ONCE = frozenset({TOLL, "damage"})  # those of them that nothing later is counted from
HARM_REACH = 2  # sentences over which what struck long ago goes on
OLD = dt.timedelta(days=45)  # before publication: no news any more
FAR_TOKENS = 3  # between a noun and a date that may be another's
ANSWERS = frozenset({"riot", "violence"})  # kinds that may come of what the law does, with those hurt in them


def before_the_news(
    drafts: Sequence[Draft], told: Sequence[Told | None], whens: Sequence[When | None], rules: EventRules
) -> list[When | None]:
    """Put incidents that the news only tells again on no day but before it."""
    out = list(whens)
    for at, when in enumerate(whens):
        if when and when.rule in (FOCUS, RUNNING_RULE) and drafts[at].is_incident:
            out[at] = _of_the_one_told(at, drafts, told, whens, rules) or when
        elif when and when.rule == CONFIRMED_RULE and (drafts[at].kind.family != TOLL or _is_obituary(drafts)):
            out[at] = told_before(at, drafts, whens) or when
        elif when and _strikes(drafts[at]):
            out[at] = _of_another_deed(at, drafts, told, whens, rules) or when
    lent = [at for at, when in enumerate(out) if when and when.rule == FOCUS and drafts[at].is_incident]
    if not lent:
        return out
    focus = whens[lent[0]] if lent else None
    deeds = _deeds_of(focus, drafts, told, whens)
    afresh = any(deed.is_incident and deed.kind.family != TOLL for deed in deeds)
    followed = bool(deeds) and all(deed.kind.name in FOLLOWING for deed in deeds)
    answering = {draft.sentence for draft in drafts if draft.kind.name in ANSWERS}
    for at in lent:
        when = whens[at]
        if when and (
            (followed and drafts[at].sentence not in answering)
            or (not afresh and _is_updated(drafts[at], rules))
            or _hangs_on(drafts[at], deeds)
        ):
            out[at] = When(None, when.last_day, "unknown", "none", CONFIDENCE, BEFORE_RULE, when.evidence)
    return out


def when_of_old(
    at: int, drafts: Sequence[Draft], told: Sequence[Told | None], whens: Sequence[When | None], published: dt.date | None
) -> When | None:
    """Date harm by what did it long ago, told before in its paragraph: "was hit by a quake in January 2010. 230,000 died"."""
    draft = drafts[at]
    if draft.kind.family not in DONE_AT_ONCE or draft.modality != "asserted" or draft.quoted or published is None:
        return None
    for number in range(at - 1, -1, -1):
        other, when = drafts[number], whens[number]
        if other.reading.sentence.paragraph != draft.reading.sentence.paragraph or draft.sentence - other.sentence > HARM_REACH:
            return None
        if other.sentence == draft.sentence or not _strikes(other):
            continue
        old = told[number] and when and when.first_day and when.last_day and published - when.last_day > OLD
        if not old or when is None:
            return None
        return When(when.first_day, when.last_day, when.grain, "inferred", CONFIDENCE, "date: of what did it", when.evidence)
    return None


def _of_the_one_told(
    at: int, drafts: Sequence[Draft], told: Sequence[Told | None], whens: Sequence[When | None], rules: EventRules
) -> When | None:
    """Give "the crash" the day of the crash that the sentences before told, where none of its family is of the day of the news."""
    draft, focus = drafts[at], whens[at]
    if not _is_named_again(draft, rules):
        return None
    days = [
        when
        for other, date, when in zip(drafts, told, whens, strict=True)
        if date and when and when.first_day and other.is_incident and other.kind.family == draft.kind.family
        if other.start < draft.start or (focus and when.first_day == focus.first_day)
    ]
    if not days or focus is None or any(when.first_day == focus.first_day for when in days):
        return None
    last = days[-1]
    return When(last.first_day, last.last_day, last.grain, "inferred", CONFIDENCE, "date: told before", last.evidence)


def _of_another_deed(
    at: int, drafts: Sequence[Draft], told: Sequence[Told | None], whens: Sequence[When | None], rules: EventRules
) -> When | None:
    """Give "the crash" the one day that the article tells of it, where its own is that of a deed, or counted from one.

    "was sacked on Friday over the crash", "was deleted a day after the crash".
    """
    draft, when = drafts[at], whens[at]
    if when is None or when.first_day is None or not _is_anothers(at, drafts, told, whens, rules):
        return None
    days = [
        known
        for number, (date, known) in enumerate(zip(told, whens, strict=True))
        if date and known and known.first_day and known.first_day == known.last_day and known.first_day < when.first_day
        if drafts[number].kind.family == draft.kind.family and _strikes(drafts[number])
        if not _is_anothers(number, drafts, told, whens, rules)
        if number < at or not _is_of_its_sort(drafts[number], rules)
    ]
    if len({known.first_day for known in days}) != 1:
        return None
    return When(days[0].first_day, days[0].last_day, days[0].grain, "inferred", CONFIDENCE, "date: told before", days[0].evidence)


def _is_anothers(
    at: int, drafts: Sequence[Draft], told: Sequence[Told | None], whens: Sequence[When | None], rules: EventRules
) -> bool:
    """Tell whether the day of a noun known before may be that of what its sentence tells of it: no verb of its own has the date."""
    draft, date, when = drafts[at], told[at], whens[at]
    if when is None or not _is_named_again(draft, rules):
        return False
    if date is None:
        return when.is_counted
    if gap(draft, date[0]) < FAR_TOKENS:
        return False
    beside = (
        other
        for other, known in zip(drafts, told, strict=True)
        if known and other.sentence == draft.sentence and known[0].number == date[0].number and other.trigger.position != "noun"
    )
    return not any(_strikes(other) or other.kind.family in HARM for other in beside)


def _is_named_again(draft: Draft, rules: EventRules) -> bool:
    return draft.trigger.position == "noun" and not draft.quoted and definite_at(draft.reading, draft.trigger, rules) is not None


def _is_of_its_sort(draft: Draft, rules: EventRules) -> bool:
    """Tell whether a noun tells a thing of a sort for the first time: "suffered a devastating quake in 2010"."""
    return draft.trigger.position == "noun" and definite_at(draft.reading, draft.trigger, rules) is None


def _strikes(draft: Draft) -> bool:
    """Tell whether an event struck at once, and did not come of one that did."""
    coup = draft.kind.name == COUP and draft.modality == "asserted"
    return (draft.is_incident or coup) and draft.kind.family not in LEFT


def is_of_incident(focus: When | None, drafts: Sequence[Draft], told: Sequence[Told | None], whens: Sequence[When | None]) -> bool:
    """Tell whether words of an incident, or of a crime, tell the day of the news."""
    return any(deed.is_incident or deed.kind.family == CRIME for deed in _deeds_of(focus, drafts, told, whens))


def is_of_blame(focus: When | None, drafts: Sequence[Draft], told: Sequence[Told | None], whens: Sequence[When | None]) -> bool:
    """Tell whether words of a deed of which somebody is only suspected tell the day of the news."""
    days = zip(drafts, told, whens, strict=True)
    blamed = (draft for draft, date, when in days if date and when and focus and when.first_day == focus.first_day)
    return any(draft.modality == CLAIMED and (draft.kind.colour in INCIDENTS or draft.kind.family == CRIME) for draft in blamed)


def _is_obituary(drafts: Sequence[Draft]) -> bool:
    """Tell whether a document that tells a death tells nothing of which several may have died."""
    return not any(_strikes(draft) or draft.kind.colour == HEALTH for draft in drafts)


def _deeds_of(
    focus: When | None, drafts: Sequence[Draft], told: Sequence[Told | None], whens: Sequence[When | None]
) -> list[Draft]:
    """Give what happened, by words of its own, on the day of the news."""
    return [
        drafts[at]
        for at, (date, when) in enumerate(zip(told, whens, strict=True))
        if date and when and focus and when.first_day == focus.first_day and _is_deed(drafts[at])
    ]


def _is_deed(draft: Draft) -> bool:
    return draft.modality == "asserted" and not draft.kind.speech and not draft.quoted


def _is_updated(draft: Draft, rules: EventRules) -> bool:
    """Tell whether a word of an update stands in the clause: "the number of people killed rose to 14"."""
    clauses = (draft.reading.clause_of[found.first] for found in draft.reading.phrases(rules.updates))
    return draft.clause_number in clauses


def _hangs_on(draft: Draft, deeds: Sequence[Draft]) -> bool:
    """Tell whether the clause of an incident hangs on a deed of the news: "Police called off the search after … sank"."""
    if draft.clause.opener != "subordinate":
        return False
    beside = [deed for deed in deeds if deed.sentence == draft.sentence and deed.clause_number != draft.clause_number]
    return bool(beside) and not any(deed.is_incident for deed in beside)
