"""What became of those hurt in an incident: "The guard injured in the blast died on Tuesday" dates the death, not the blast.

In go the events of a sentence and its dates; out comes which event is the fate of somebody whom a harm in an incident only
describes, and which dates are those of the fate.
"""

from collections.abc import Sequence
from dataclasses import replace

from extract.events.deeds import has_day_between
from extract.events.drafts import Dated, Draft, Fate, Placed
from extract.events.when.attributes import owned_at
from extract.events.when.focus import is_clock_only
from extract.events.when.since import is_recalled
from extract.language.events import EventRules

HARMS = frozenset({"toll", "killing"})  # families of what describes somebody: "killed in", "घायल"
AT_ONCE = frozenset({"aid", "health"})  # colours of what is done on the same day: "those hurt were taken to hospital"
UNREST = "unrest"  # family of riots and violence, in which somebody is hurt though they are no incidents
SCENE_REACH = 4  # tokens between a harm and the incident behind it: "injured in the first of the blasts"
BEFORE_REACH = 2  # tokens between an incident and the harm behind it: "हिंसा में घायल"
HEAD_REACH = 4  # tokens between an incident and the word for what it left behind: "survivors of last week's deadly blast"
FEWEST = 2  # events of a sentence, one of which came of the other
RELATIVE_REACH = 3  # tokens between the word that opens a clause and the harm in it: "who had been injured in"
BESIDE_TOKENS = 2  # tokens between an incident and a date of its own: "injured in the blast on Sunday"


def with_fates(drafts: list[Draft], rules: EventRules) -> list[Draft]:
    """Tell each harm of a sentence, and the incident it was done in, what became of who was hurt."""
    if rules.verb_first or len(drafts) < FEWEST:
        return drafts
    fates: dict[int, Fate] = {}
    for at, scene in enumerate(drafts):
        if not _is_scene(scene):
            continue
        harm = next((number for number, one in enumerate(drafts) if _is_harm_in(one, scene, rules)), None)
        fate = _fate(scene, drafts[harm], drafts, rules) if harm is not None else None
        if harm is not None and fate:
            fates[at] = fates[harm] = fate
        elif sequel := _sequel(scene, drafts, rules):
            fates[at] = sequel
    return [replace(draft, fate=fates[at]) if at in fates else draft for at, draft in enumerate(drafts)]


def _is_scene(draft: Draft) -> bool:
    struck = draft.is_incident or (draft.kind.family == UNREST and draft.modality == "asserted")
    return struck and draft.kind.family not in HARMS and draft.act is None


def _is_harm_in(harm: Draft, scene: Draft, rules: EventRules) -> bool:
    """Tell whether a harm stands beside an incident in its clause, nothing told between them."""
    if harm.kind.family not in HARMS or harm.modality != "asserted" or harm.clause_number != scene.clause_number:
        return False
    one, other = sorted((harm, scene), key=lambda draft: draft.start)
    reach = BEFORE_REACH if one is scene else SCENE_REACH
    between = harm.reading.keys[one.trigger.last : other.trigger.first]
    return len(between) <= reach and "," not in between and rules.coordinators.isdisjoint(between)


def _fate(scene: Draft, harm: Draft, drafts: Sequence[Draft], rules: EventRules) -> Fate | None:
    """Give the verb behind both that tells on: none behind an "and", and none where the harm is what the clause tells."""
    after, keys = harm.start < scene.start, harm.reading.keys
    first, last = min(scene.trigger.first, harm.trigger.first), max(scene.trigger.last, harm.trigger.last)
    parted = keys[first - 1 : first] == [","] or _is_relative(harm, rules)
    if (after and not parted and not _is_participle(harm, rules)) or not _describes(harm, rules):
        return None
    nearest = last + (not after and not parted)  # who was hurt stands between: "verletzter Polizist starb"
    clauses = (harm.clause_number, harm.clause_number + (parted or rules.verb_last))
    for other in drafts:
        if other is scene or other is harm or other.trigger.first < nearest or other.trigger.position in ("noun", "speech"):
            continue
        between = keys[last : other.trigger.first]
        told = (
            other.clause_number in clauses and other.modality == "asserted" and not other.kind.speech and _may_follow(harm, other)
        )
        apart = not rules.coordinators.isdisjoint(between) or ("," in between and not parted)
        own = min(last + (BESIDE_TOKENS + 1) * after, other.trigger.first)
        return Fate(other.trigger, first, own) if told and not apart and other.kind.colour not in AT_ONCE else None
    return None


def _may_follow(harm: Draft, other: Draft) -> bool:
    """Tell whether an event may be the fate of who was hurt: the dead do not ("14명이 숨지고 60명이 다쳤다")."""
    return other.kind.family not in HARMS or (harm.kind.name == "injury" and other.kind.name != "injury")


def _sequel(scene: Draft, drafts: Sequence[Draft], rules: EventRules) -> Fate | None:
    """Give what was done with what an incident left behind: "visited survivors of the quake", "हादसे के मृतकों के परिजन"."""
    keys, first, last = scene.reading.keys, scene.trigger.first, scene.trigger.last
    if scene.trigger.position == "verb" or scene.kind.family == UNREST or is_recalled(scene, rules):
        return None
    near = range(last, last + HEAD_REACH) if rules.verb_last else range(first - 1, first - HEAD_REACH - 1, -1)
    head = next((at for at in near if 0 <= at < len(keys) and keys[at] in rules.sequels), None)
    if head is None or "," in keys[min(head, last) : max(head, first)]:
        return None
    begin, end = min(head + 1, first), max(head + 1, last)
    for other in drafts:
        apart = other.trigger.last <= (head if rules.verb_last else first) or other.trigger.first >= end
        if apart and other.clause_number == scene.clause_number and _is_done(other, rules):
            return Fate(other.trigger, begin, end)
    return None


def _is_done(draft: Draft, rules: EventRules) -> bool:
    """Tell whether an event may be what was done with what an incident left behind."""
    noun = draft.trigger.position == "noun" and not rules.verb_last
    told = draft.modality == "asserted" and not draft.kind.speech and draft.trigger.position != "speech"
    return told and not noun and not draft.is_incident and draft.kind.colour not in AT_ONCE


def _is_participle(harm: Draft, rules: EventRules) -> bool:
    """Tell whether a harm may describe somebody by its form: "injured", not "dies"."""
    keys = harm.reading.keys[harm.trigger.first : harm.trigger.last]
    return not rules.participle_endings or any(key.endswith(rules.participle_endings) for key in keys)


def _describes(harm: Draft, rules: EventRules) -> bool:
    """Tell whether a harm may describe the noun behind it, where verbs that do so have endings of their own: "ölen", "숨진"."""
    ends = rules.relative_endings if harm.trigger.position == "verb" else ()
    return not ends or harm.reading.keys[harm.trigger.last - 1].endswith(ends)


def _is_relative(harm: Draft, rules: EventRules) -> bool:
    return harm.clause.word in rules.relatives and harm.trigger.first - harm.clause.first <= RELATIVE_REACH


def is_of_fate(date: Dated, draft: Draft, dates: Sequence[Dated], rules: EventRules) -> bool:
    """Tell whether a date is that of the fate: what stands right beside the incident, or between both, is the incident's."""
    fate = draft.fate
    if fate is None or date.reading is not draft.reading or fate.first <= date.token < fate.last:
        return False
    if is_clock_only(date.timex):  # "on the night of the count": its day is not that beside it
        return True
    own = rules.verb_last and date.token < fate.first and has_day_between(draft, fate.trigger, dates)
    if own or owned_at(date, rules) == fate.first:
        return False
    behind = draft.reading.token_at(date.timex.span.end)
    return date.token > fate.first or (behind < fate.first and rules.modifying.isdisjoint(draft.reading.keys[behind : fate.first]))


def is_place_of_fate(place: Placed, draft: Draft, rules: EventRules) -> bool:
    """Tell whether a place is where the fate was: "a guard hurt in the riot died in Leeds"."""
    fate = draft.fate
    return fate is not None and place.token >= fate.last and (rules.verb_last or place.token > fate.trigger.first)
