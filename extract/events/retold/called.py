"""Events called again by a noun: "the attack" of an airstrike told before, "the latest launch" of that in the lead, "the threat".

In go the drafts of a document; out come those that such words add, and which earlier one a noun means.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extract.clauses import Reading, Trigger
from extract.events.drafts import FAR, Draft, those_before
from extract.kinds import ACTS_OF_SPEECH
from extract.language.events import EventRules
from extract.modality import definite_at
from extract.models import Span, When
from extract.speech import NOTHING

WIDER = frozenset({"attack", "killing", "judgement", "explosion"})  # families of nouns that may call a deed of another kind
LEAST = "toll"  # family of what a deed leaves behind, which no word for the deed means
RULE = "anaphor"
TELLERS = frozenset({"speaker", "agent"})
TOLD_DAYS = frozenset({"explicit", "relative"})  # ways of knowing a day by words of the event's own
OPENING = 3  # words of a clause in which a noun without an article is known already: "После взрыва …"
CALLING = frozenset({"attack", "match", "protest", "storm", "explosion"})  # kinds whose bare noun may call one of a near kind
BESIDE_CALLING = frozenset({("explosion", "fire")})  # save these: what blows up sets fire, and what burns blows up
BACK = 3  # sentences from such a noun to what it calls
BESIDE = 2  # words before a noun in which "this", "latest" and "another" may stand


def with_calls(drafts: Sequence[Draft], readings: Sequence[Reading], rules: EventRules) -> list[Draft]:
    """Add a draft for each phrase that no trigger covers and that means an event only behind one of its kind: "this rise"."""
    added, starts = [], [draft.start for draft in drafts]
    for reading in readings:
        for found in reading.phrases(rules.calls):
            start, end = reading.span(found.first, found.last)
            behind = bisect_left(starts, end)
            before = [drafts[at] for at in those_before(behind)]
            if any(draft.start < end and start < draft.end for draft in before):
                continue
            told = [one for one in before if one.end <= start and one.reading is not reading and one.kind.name == found.value]
            meant = next((one for one in reversed(told) if one.modality == "asserted"), None)
            if meant:
                added.append(told_at(meant, reading, found.first, found.last))
    return sorted([*drafts, *added], key=lambda draft: draft.start) if added else list(drafts)


def told_at(meant: Draft, reading: Reading, first: int, last: int) -> Draft:
    """Give the draft of the words [first, last) that tell an earlier one again."""
    trigger = meant.trigger
    again = Trigger(first, last, trigger.kind, "noun", trigger.strength, trigger.lemma, RULE, trigger.object)
    return replace(
        meant,
        reading=reading,
        trigger=again,
        modality="asserted",
        cue=None,
        cue_rule="modality: none",
        saying=NOTHING,
        act=None,
        fate=None,
    )


def called_before(drafts: Sequence[Draft], number: int, rules: EventRules) -> int | None:
    """Give the number of the earlier draft that a noun calls again; None where it calls none."""
    draft = drafts[number]
    nominal = draft.trigger.position == "noun" or rules.verb_last  # "এ রায় ঘোষণা করেন"
    if not nominal or draft.kind.speech or draft.modality != "asserted":
        return None
    first = draft.trigger.first
    words = draft.reading.keys[max(0, first - BESIDE) : first + 1]
    if not rules.latest.isdisjoint(words):
        return next((at for at in range(min(number, FAR)) if _are_told_apart(drafts[at], draft)), None)
    if draft.kind.family not in WIDER or _is_another(draft, rules):
        return None
    behind = draft.reading.keys[draft.trigger.last : draft.trigger.last + 1]
    called = not rules.calling.isdisjoint(words[:-1]) or not rules.calling_behind.isdisjoint(behind) or words[-1] in rules.callers
    before = [at for at in those_before(number) if _are_told_apart(drafts[at], draft)] if called else []
    return before[-1] if before and not any(drafts[at].kind is draft.kind for at in before) else None


def named_before(drafts: Sequence[Draft], number: int, whens: Sequence[When | None], rules: EventRules) -> int | None:
    """Give the event of its kind that a known noun names again, where all told before are of one day: "the threat"."""
    draft = drafts[number]
    said = draft.kind.name in ACTS_OF_SPEECH
    if not draft.kind.one_day or draft.modality != "asserted" or not (said or _is_known(draft, rules)):
        return None
    before = [at for at in those_before(number) if drafts[at].kind is draft.kind and drafts[at].reading is not draft.reading]
    if not before or drafts[before[-1]].modality != "asserted" or (said and _are_of_two(drafts[before[-1]], draft)):
        return None
    own = whens[number]
    told = [whens[at] for at in before] + ([own] if own and own.how in TOLD_DAYS else [])
    return before[-1] if len({(when.first_day, when.last_day) for when in told if when is not None}) <= 1 else None


def _are_of_two(one: Draft, other: Draft) -> bool:
    """Tell whether two acts of saying have each a speaker that the other lacks."""
    first, second = (
        {person.key or person.name for person in draft.participants if person.role in TELLERS} for draft in (one, other)
    )
    return bool(first) and bool(second) and first.isdisjoint(second)


def _is_known(draft: Draft, rules: EventRules) -> bool:
    """Tell whether a noun is definite, or opens its clause in a language without articles, and none of another of its sort."""
    trigger, keys = draft.trigger, draft.reading.keys
    if trigger.position != "noun":
        return False
    if _is_another(draft, rules) or any(key[:1].isdigit() for key in keys[max(0, trigger.first - BESIDE) : trigger.first]):
        return False
    definite = definite_at(draft.reading, trigger, rules)
    if definite is not None:
        return keys[definite] not in rules.possessive
    return rules.bare_known and trigger.first - draft.clause.first < OPENING


def _are_told_apart(one: Draft, other: Draft) -> bool:
    """Tell whether two sentences tell two drafts of which the kinds may name one happening that is no toll."""
    kinds = one.kind, other.kind
    if one.reading is other.reading or one.modality != "asserted" or LEAST in {kind.family for kind in kinds}:
        return False
    return kinds[0] is kinds[1] or kinds[0].name in kinds[1].near or kinds[1].name in kinds[0].near


def called_by(draft: Draft, at: int, drafts: Sequence[Draft], taken: Sequence[Span], rules: EventRules) -> Draft | None:
    """Give the event that a noun calls again; None where it tells one of its own. ``taken`` are the dates and places told."""
    trigger, reading = draft.trigger, draft.reading
    bare = trigger.position == "noun" and trigger.last - trigger.first == 1 and draft.modality == "asserted"
    if not bare or draft.kind.name not in CALLING or draft.quoted or _is_another(draft, rules):
        return None
    sentence = reading.sentence.span
    if any(one.start < sentence.end and sentence.start < one.end for one in taken):
        return None
    near = [
        other
        for other in (drafts[one] for one in those_before(at))
        if 0 < draft.sentence - other.sentence <= BACK and other.modality == "asserted"
    ]
    named = any(other.kind is draft.kind and other.trigger.position == "noun" for other in near)
    told = [one for one in near if one.kind.name in draft.kind.near and (draft.kind.name, one.kind.name) not in BESIDE_CALLING]
    return None if named or not told else told[-1]


def _is_another(draft: Draft, rules: EventRules) -> bool:
    """Tell whether words beside a noun, or in it, make it another one of its sort: "a strike", "the previous strike"."""
    keys, trigger = draft.reading.keys, draft.trigger
    first = max(0, trigger.first - BESIDE)
    beside, before = keys[first : trigger.last + 1], keys[first : trigger.first]
    told = not rules.another.isdisjoint(beside) or not rules.foregoing.isdisjoint(beside)
    return told or any(
        key in rules.determiners and key not in rules.definite and key not in rules.object_pronouns for key in before
    )
