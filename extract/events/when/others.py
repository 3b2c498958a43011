"""Dates of an event's clause that belong to another verb of it, or are only told about.

In go the dates that may date an event; out come those that are left.
"""

from collections.abc import Sequence

from extract.events.drafts import Dated, Draft
from extract.events.when.since import SHARP
from extract.language.events import EventRules

BIRTH = "birth"  # family of kinds that a date of birth tells
FEWEST = 2  # dates of which one may be left out
COMMA = 1  # tokens between a date and the clause that hangs on it
LINK_TOKENS = 1  # between a noun and its date
DESCRIBED_TOKENS = 3  # between a date and a verb that describes the noun behind it: "pazar günü 12 kişiyi öldüren"
RELATIVE_REACH = 2  # tokens between a noun and the relative clause about it
BIRTH_TOKENS = 2  # between a date and the word that makes it that of a birth: "född den 3 maj 1988"


def not_of_verb_before(dates: list[Dated], draft: Draft, beside: Sequence[Draft], rules: EventRules) -> list[Dated]:
    """Leave out the date of the verb before, where a verb has its own behind it: "men burned on Wednesday died on Friday"."""
    first, last = draft.trigger.first, draft.trigger.last
    if rules.verb_last or draft.trigger.position == "noun":
        return dates
    if not any(date.token >= last and date.timex.grain in SHARP for date in dates):
        return dates
    keys, ends = draft.reading.keys, rules.past_endings
    verbs = [one.trigger.last for one in beside if one is not draft and one.trigger.position != "noun" and one.trigger.last < first]
    verbs += [at + 1 for at in range(draft.clause.first, first) if ends and keys[at].endswith(ends)]
    return [date for date in dates if date.token >= first or not any(verb <= date.token for verb in verbs)]


def not_past_and(dates: list[Dated], draft: Draft, rules: EventRules) -> list[Dated]:
    """Leave out dates behind an "and", or before it, where one stands on the event's side: "left on Monday and on Friday met"."""
    if len(dates) < FEWEST:
        return dates
    keys, first, last = draft.reading.keys, draft.trigger.first, draft.trigger.last
    beside = [
        date
        for date in dates
        if rules.coordinators.isdisjoint(keys[last : date.token] if date.token >= last else keys[date.token : first])
    ]
    return beside or dates


def hung_on(dates: Sequence[Dated], draft: Draft, rules: EventRules) -> Dated | None:
    """Give the date that a clause hangs on: "since Friday, when a newspaper reported …"."""
    clause = draft.clause
    if clause.opener != "subordinate" or clause.word not in rules.while_marks or draft.modality != "asserted":
        return None
    near = (date for date in dates if 0 <= clause.first - date.behind <= COMMA)
    return next((date for date in near if date.clause == draft.clause_number - 1), None)


def is_of_birth(date: Dated, draft: Draft, rules: EventRules) -> bool:
    """Tell whether a date is only when somebody was born whom the event names: "арестован мужчина 1988 года рождения"."""
    if not rules.born or draft.kind.family == BIRTH:
        return False
    keys, token, behind = date.reading.keys, date.token, date.behind
    near = (*keys[max(0, token - BIRTH_TOKENS) : token], *keys[behind : behind + BIRTH_TOKENS])
    return not rules.born.isdisjoint(near)


def is_of_person(date: Dated, draft: Draft, rules: EventRules) -> bool:
    """Tell whether a date is of what somebody did whom the event names: "an inquiry into Ito, who sold shares in January"."""
    clause = draft.reading.clauses[date.clause]
    return clause.word in rules.person_relatives and date.clause != draft.clause_number


def is_of_relative(date: Dated, draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a date is of the relative clause before the sentence's own verb: "a man who killed two in June was jailed"."""
    first, keys = draft.trigger.first, draft.reading.keys
    if rules.verb_last or draft.clause.word not in rules.relatives or draft.trigger.position == "noun":
        return False
    if date.clause != draft.clause_number or date.token >= first:
        return False
    between = keys[date.behind : first]
    own = not rules.finite.isdisjoint(between) and rules.coordinators.isdisjoint(between)
    return own and any(one.clause_number == date.clause and one.trigger.first < date.token for one in beside if one is not draft)


def is_of_description(date: Dated, draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a date is of a verb that only describes a noun before the event: "geçen hafta istifa eden bakan tutuklandı"."""
    if not rules.relative_endings or date.token >= draft.trigger.first:
        return False
    end, keys = date.behind, draft.reading.keys
    for one in beside:
        trigger = one.trigger
        near = one.clause_number == date.clause and 0 <= trigger.first - end <= DESCRIBED_TOKENS
        if near and trigger.position != "noun" and keys[trigger.last - 1].endswith(rules.relative_endings):
            described = draft.trigger.position == "noun" and draft.trigger.first - trigger.last < RELATIVE_REACH
            at_law = bool(one.kind.pursues and draft.kind.pursues)
            same = one.kind.pursues == draft.kind.pursues or date.timex.grain in SHARP  # "昨年3月に起訴された男に懲役3年"
            at_once = (one.is_incident and draft.is_incident) or (at_law and same)
            return trigger.last <= draft.trigger.first and not described and not at_once
    return False


def is_purpose(date: Dated, draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether the event is only what another dated one was for: "marched on Saturday to demand elections"."""
    if draft.modality not in ("planned", "hypothetical") or date.token > draft.trigger.first:
        return False
    between = draft.reading.keys[date.token : draft.trigger.first]
    governed = any(
        other.clause_number == date.clause and other.trigger.first < date.token for other in beside if other is not draft
    )
    return governed and not rules.infinitive_marks.isdisjoint(between)


def not_topics(dates: Sequence[Dated], draft: Draft, rules: EventRules) -> list[Dated]:
    """Leave out long times that are only told about, "reported a loss for last year on Thursday", but for a noun's own."""
    if not any(date.timex.grain in SHARP for date in dates):
        return []
    return [one for one in dates if one.timex.grain in SHARP or not _is_topic(one, rules) or _is_own(one, draft, rules)]


def _is_topic(date: Dated, rules: EventRules) -> bool:
    return date.token > 0 and date.reading.keys[date.token - 1] in rules.topic_links


def _is_own(date: Dated, draft: Draft, rules: EventRules) -> bool:
    """Tell whether a date is that of the noun beside it: "against last month's coup", "contre le putsch du mois dernier"."""
    keys, first, last = date.reading.keys, draft.trigger.first, draft.trigger.last
    if draft.trigger.position != "noun":
        return False
    before = date.behind <= first and all(key in rules.possessive or not key.isalnum() for key in keys[date.behind : first])
    return before or (date.token - last == LINK_TOKENS and keys[last] in rules.place_links)
