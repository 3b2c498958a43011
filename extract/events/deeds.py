"""What an act of the law is about: "charged with the murder", "an investigation into the fire", "हत्या के आरोप में गिरफ्तार".

Whoever is charged, held or tried is so for an earlier deed, and who apologises does so for one. The day beside it is that of
the charge: the deed was before it, and is only alleged where the article does not tell it as known.
"""

from collections.abc import Sequence
from dataclasses import replace

from msgspec.structs import astuple

from extract.clauses import Trigger
from extract.events.blame import CRIMES, is_deed, without_bystanders
from extract.events.drafts import Dated, Draft, Placed, those_before
from extract.events.when.since import SHARP
from extract.events.when.updates import CONFIRMED_RULE
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.models import When

ACT_REACH = 14  # tokens between an act of the law and the deed that it is about
LINK_REACH = 6  # tokens before the deed among which the word stands that links it: "over the deadly school shooting"
BEHIND_REACH = 3  # tokens behind a deed among which the word stands that links it, where the verb stands last
DEED_REACH, DEED_BEHIND = 3, 6  # tokens between the word for a deed and the place before it, and the one behind it
TOLL = "toll"  # family of deaths: one more dies on another day
HURT = "health"  # colour of kinds that tell what a deed did to people
KNOWN_REACH = 2  # words before a deed among which the participle stands that tells it as done: "کل ہونے والی ڈکیتی"
CONFIDENCE = 0.3
OF_ACT, OF_FATE = "date: before the law dealt with it", "date: before what became of it"
ALLEGED = "modality: only alleged"
OFFENCE_REACH = 1  # tokens between a deed and a day of what the law did about it


def with_acts(drafts: Sequence[Draft], rules: EventRules, naming: NameRules) -> list[Draft]:
    """Tell each draft of a sentence which act of the law beside it is about it, and take who only stands by out of a deed."""
    drafts = without_bystanders(drafts, rules, naming)
    acts = [
        draft
        for draft in drafts
        if draft.kind.pursues or (draft.kind.speech and draft.trigger.position != "noun" and not rules.verb_last)
    ]
    if not acts:
        return drafts
    out: list[Draft] = []
    for draft in drafts:
        out.append(_with_act(draft, acts, out[-1] if out else None, rules) if is_deed(draft) else draft)
    return out


def not_of_saying(dates: list[Dated], draft: Draft) -> list[Dated]:
    """Leave out a date behind the verb of saying where the deed has its own: "announced on Friday the arrest on Thursday"."""
    verb, first = draft.saying.verb, draft.trigger.first
    if verb is None or not any(date.token > first for date in dates):
        return dates
    return [date for date in dates if not verb < date.token < first]


def _with_act(draft: Draft, acts: Sequence[Draft], before: Draft | None, rules: EventRules) -> Draft:
    joined = before is not None and before.act is not None and _is_joined(before, draft, rules)
    near = (act.trigger for act in acts if _is_near(act, draft) and not _is_set_out_for(act, draft, rules))
    act = before.act if joined and before else next(near, None)
    if act is None or not (joined or _is_linked(draft, rules)):
        return draft
    alleged = any(one.trigger == act and one.kind.pursues == "alleged" for one in acts)
    if alleged and draft.kind.family in CRIMES and draft.modality == "asserted" and not _is_known(draft, rules):
        draft = replace(draft, modality="reported opinion", cue=draft.reading.span(act.first, act.last), cue_rule=ALLEGED)
    return replace(draft, act=act)


def _is_set_out_for(act: Draft, draft: Draft, rules: EventRules) -> bool:
    """Tell whether an act that is only meant stands before the deed, where verbs stand last: "गिरफ्तार करने गई टीम पर हमला"."""
    return rules.verb_last and act.modality != "asserted" and act.trigger.last <= draft.trigger.first


def _is_joined(before: Draft, draft: Draft, rules: EventRules) -> bool:
    """Tell whether a deed goes on an enumeration or a relative clause: "of fraud and theft", "for the crush that killed 11"."""
    if draft.clause_number == before.clause_number + 1 and draft.clause.word in rules.relatives:
        return True
    between = draft.reading.keys[before.trigger.last : draft.trigger.first]
    return len(between) == 1 and (between[0] == "," or between[0] in rules.coordinators)


def _link_of(draft: Draft, rules: EventRules) -> int | None:
    """Give the token of the word that makes a deed what another word is about; None where none does."""
    keys, first = draft.reading.keys, draft.trigger.first
    reach = 1 if draft.trigger.position == "verb" else LINK_REACH  # "accused of killing"
    return next(
        (at for at in range(first - 1, max(draft.clause.first, first - reach) - 1, -1) if keys[at] in rules.topic_links), None
    )


def _is_linked(draft: Draft, rules: EventRules) -> bool:
    """Tell whether the words around a deed make it what another word is about."""
    return (rules.verb_last and draft.trigger.position != "verb") or _link_of(draft, rules) is not None


def _is_known(draft: Draft, rules: EventRules) -> bool:
    """Tell whether a deed is told as known: "over the fire", "रविवार को हुई चोरी के मामले में"."""
    first = draft.trigger.first
    if rules.verb_last and not rules.modifying.isdisjoint(draft.reading.keys[max(0, first - KNOWN_REACH) : first]):
        return True
    link = _link_of(draft, rules)
    return link is not None and not rules.definite.isdisjoint(draft.reading.keys[link + 1 : draft.trigger.first])


def _is_near(act: Draft, draft: Draft) -> bool:
    if act.clause_number != draft.clause_number or act.quoted != draft.quoted:
        return False
    one, other = sorted((act.trigger, draft.trigger), key=astuple)
    return 0 <= other.first - one.last <= ACT_REACH


def is_of_act(date: Dated, draft: Draft, dates: Sequence[Dated], rules: EventRules) -> bool:
    """Tell whether a date is that of the act of the law, and not of the deed that it is about.

    The deed keeps what stands between it and a participle ("सोमवार को हुई हत्या"), right before it ("the 2019 murder"), and
    behind it where it is told as known ("over the fire on Sunday") or as what happened ("pelo incêndio ocorrido na segunda");
    where the act stands last and has a day of its own, what stands before the deed too ("5일 살해한 교사가 11일 구속됐다").
    """
    if draft.act is None or (rules.verb_last and date.token < draft.trigger.first and has_day_between(draft, draft.act, dates)):
        return False
    keys, first = draft.reading.keys, draft.trigger.first
    if date.token > first:
        return not _is_known(draft, rules) and rules.modifying.isdisjoint(keys[first : date.token])
    behind = draft.reading.token_at(date.timex.span.end)
    return (rules.verb_last or behind < first) and rules.modifying.isdisjoint(keys[behind:first])


def has_day_between(draft: Draft, later: Trigger, dates: Sequence[Dated]) -> bool:
    """Tell whether a day stands between an event and what came of it: the later event has its own."""
    between = range(draft.trigger.last, later.first)
    return any(date.reading is draft.reading and date.token in between and date.timex.grain in SHARP for date in dates)


def is_of_verb(date: Dated, draft: Draft, beside: Sequence[Draft], rules: EventRules) -> bool:
    """Tell whether a date is that of what was done about an incident: "on Monday imposed sanctions over an arson attack".

    The noun keeps what stands between it and its link: "over last month's flood".
    """
    if draft.trigger.position == "verb" or not (draft.is_incident or draft.kind.family in CRIMES):
        return False
    if rules.verb_last:
        behind = link_behind(draft, rules)
        return behind is not None and date.token > behind and date.timex.grain in SHARP and date.timex.first_day is not None
    if not draft.is_incident:
        return False
    link, keys = _link_of(draft, rules), draft.reading.keys
    if link is None or date.token >= link or not rules.modifying.isdisjoint(keys[date.token : draft.trigger.first]):
        return False
    verbs = (one for one in beside if one.trigger.position != "noun" and one.clause_number == date.clause)
    nearest = max((one for one in verbs if one.trigger.last <= link), key=lambda one: one.trigger.last, default=None)
    return nearest is not None and nearest.modality == "asserted" and not nearest.is_incident


def link_behind(draft: Draft, rules: EventRules) -> int | None:
    """Give the token of a word behind a noun that makes it what another verb is about: "हमले के विरोध में", "gözaltıyla ilgili"."""
    first, last, keys = draft.trigger.first, draft.trigger.last, draft.reading.keys
    near = range(first + 1, min(last + BEHIND_REACH, draft.clause.last))
    return next((at for at in near if keys[at] in rules.topic_links_behind), None)


def is_place_of_act(place: Placed, draft: Draft, rules: EventRules) -> bool:
    """Tell whether a place is where the law acts: "arrested in Lyon over the murder"; not before a verb."""
    if draft.act is None or place.token >= draft.trigger.first or (rules.verb_last and draft.trigger.position == "verb"):
        return False
    behind = draft.reading.token_at(place.place.span.end - 1) + 1
    return rules.modifying.isdisjoint(draft.reading.keys[behind : draft.trigger.first])


def of_no_other_deed(draft: Draft, places: Sequence[Placed], beside: Sequence[Draft], rules: EventRules) -> Sequence[Placed]:
    """Leave out the places of deeds that an event answers to: "protested over the killing in Melbourne", "मेलबर्न में हुई हत्या"."""
    if is_deed(draft):
        return places
    deeds = [one for one in beside if one is not draft and (is_deed(one) or one.kind.colour == HURT)]
    return [place for place in places if not any(_is_beside(place, draft, deed, rules) for deed in deeds)] if deeds else places


def _is_beside(place: Placed, draft: Draft, deed: Draft, rules: EventRules) -> bool:
    reading = draft.reading
    if rules.verb_last:
        last = reading.token_at(place.place.span.end - 1)
        return last < deed.trigger.first < draft.trigger.first and deed.trigger.first - last <= DEED_REACH
    answered = draft.trigger.last <= deed.trigger.first and deed.trigger.position == "noun" and _link_of(deed, rules) is not None
    return answered and 0 <= place.token - deed.trigger.last <= DEED_BEHIND


def told_before(at: int, drafts: Sequence[Draft], whens: Sequence[When | None]) -> When | None:
    """Give the one day of the deeds of its family that the article told before: "sent condolences over the fire"."""
    family = drafts[at].kind.family
    first = those_before(at).start
    days = [
        when
        for draft, when in zip(drafts[first:at], whens[first:at], strict=False)
        if draft.kind.family == family and draft.modality == "asserted" and when and when.first_day and when.rule != CONFIRMED_RULE
    ]
    if len({(when.first_day, when.last_day) for when in days}) != 1 or days[0].first_day != days[0].last_day:
        return None
    return When(days[0].first_day, days[0].last_day, days[0].grain, "inferred", CONFIDENCE, "date: told before", days[0].evidence)


def before_acts(drafts: Sequence[Draft], whens: Sequence[When | None]) -> list[When | None]:
    """Put what nothing dates before the day of the act of the law that is about it, or of what became of who was hurt."""
    out = list(whens)
    if all(draft.later is None for draft in drafts):
        return out
    known = {(draft.start, draft.end): when for draft, when in zip(drafts, whens, strict=True)}
    for at, draft in enumerate(drafts):
        later = draft.later
        if later is None or whens[at] is not None:
            continue
        span = draft.reading.span(later.first, later.last)
        act = known.get((span.start, span.end))
        if act is not None and draft.kind.family != TOLL and (of_deed := told_before(at, drafts, whens)):
            out[at] = of_deed
        elif act is not None and (last := act.last_day or act.first_day):
            out[at] = When(None, last, "unknown", "none", CONFIDENCE, OF_ACT if draft.act else OF_FATE, act.evidence)
    return out


def is_of_offence(date: Dated, draft: Draft, rules: EventRules) -> bool:
    """Tell whether a day stands right behind a deed: "guilty of murder on March 21" tells the verdict's."""
    near = draft.trigger.last <= date.token <= draft.trigger.last + OFFENCE_REACH
    return date.timex.grain in SHARP and not rules.verb_last and near
