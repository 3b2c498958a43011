"""The day of an act of saying: what stands near its verb, before its quotation, or in the clause that it goes on with."""

from collections.abc import Sequence

from extract.events.drafts import Dated, Draft, Placed, Told, gap, reaches
from extract.events.when.insertions import COMMAS, clause_gone_on_with
from extract.events.when.since import SENTENCE_START, SHARP
from extract.language.events import EventRules

SAYING_REACH = 8  # tokens between a verb of saying and its own date
QUOTATION_REACH = 12  # the same with a quotation between, whose tokens do not count
LONG_REACH = 3  # and one of more than a day: "said in June", not "said it lost 2 billion in the third quarter"


def day_of_saying(draft: Draft, dates: Sequence[Dated], beside: Sequence[Draft], rules: EventRules) -> Told | None:
    """Give the date of an act of saying; None where none is near."""
    near = [
        date
        for date in dates
        if not draft.reading.quoted[date.token]
        and date.clause == draft.clause_number
        and not _is_of_content(date, draft, beside, rules)
        and (gap(draft, date) <= (SAYING_REACH if date.timex.grain in SHARP else LONG_REACH) or date.token < SENTENCE_START)
    ] or [
        date for date in dates if (rules.verb_last and _is_before_quotation(date, draft)) or _is_of_host(date, draft, beside, rules)
    ]
    return (min(near, key=lambda date: gap(draft, date)), "clause") if near else None


def _is_of_content(date: Dated, draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a day is that of what is said: "police said he fled on Friday", "he fled on Friday, police said"."""
    if rules.verb_last or not draft.is_speech:
        return False
    keys, told, endings = draft.reading.keys, range(draft.trigger.last, date.token), rules.past_endings
    if date.token < draft.trigger.first:
        told, endings = range(draft.clause.first, date.token), ()
        if COMMAS.isdisjoint(keys[date.token : draft.trigger.first]):
            return False
    verbs = [at for at in told if keys[at] in rules.finite or keys[at].endswith(endings)]
    if any(keys[at] not in rules.participles and keys[at] not in rules.noun_prepositions for at in verbs):
        return True
    return any(other.trigger.position == "verb" and other.trigger.first in told for other in beside)


def _is_of_host(date: Dated, draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a clause in which nothing happened lends its day: "last night ended a decade of lies and admitted …"."""
    if date.timex.grain not in SHARP or draft.clause_number == 0 or draft.quoted != draft.reading.quoted[date.token]:
        return False
    joined = draft.clause.opener == "coordinate" and goes_on(draft, rules) and date.clause == clause_gone_on_with(draft)
    meanwhile = draft.clause.word in rules.while_marks and date.clause == draft.clause_number - 1
    return (joined or meanwhile) and not any(reaches(other, date.clause) for other in beside)


def goes_on(draft: Draft, rules: EventRules) -> bool:
    """Tell whether a verb stands right behind an "and", and has no subject of its own."""
    if rules.verb_last or draft.clause.opener != "coordinate" or draft.trigger.position == "noun":
        return False
    before = draft.reading.keys[draft.clause.first : draft.trigger.first]
    return all(key in rules.coordinators or key in rules.adverbs or key in rules.auxiliaries for key in before)


def _is_before_quotation(date: Dated, draft: Draft) -> bool:
    """Tell whether little but a quotation stands between a day and the verb of saying: "首相は2日、官邸で「残念だ」と悼んだ"."""
    quoted = draft.reading.quoted[date.token : draft.trigger.first]
    return date.timex.grain in SHARP and quoted[:1] != [True] and any(quoted) and quoted.count(False) <= QUOTATION_REACH


def is_source(place: Placed, draft: Draft, rules: EventRules) -> bool:
    """Tell whether a place says only where those are who told of an incident: "was hurt, police in Lahore said"."""
    verb, keys = draft.saying.verb, draft.reading.keys
    if verb is None or not draft.is_incident or draft.reading.clause_of[verb] != place.clause or place.token < draft.trigger.last:
        return False
    first, last = place.token, draft.reading.token_at(place.place.span.end)
    return not rules.local_tellers.isdisjoint((*keys[max(0, first - 2) : first], *keys[last : last + 1]))
