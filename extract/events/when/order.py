"""Which event of a sentence was before which: "Hours before the meeting, the army had fired two missiles".

The word that opens a clause tells, or the one behind an event's words where marks follow ("बैठक से कुछ घंटे पहले"); an event
whose own day nothing tells takes what the order leaves for it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from extract.events.deeds import link_behind
from extract.events.drafts import Draft
from extract.events.when.attributes import went_before
from extract.events.when.running import RUNNING_RULE
from extract.language.events import EventRules
from extract.models import When

SOON_REACH = 3  # tokens before the word of order in which "shortly" or "hours" stands
MARK_REACH = 5  # tokens behind an event's words in which a mark that follows them stands: "के महज कुछ घंटे बाद"
CONFIDENCE = 0.5
CONSEQUENCES = frozenset({"arrest", "charge", "trial", "verdict", "sentence", "court ruling", "confession", "execution"})
LAST = frozenset({"death", "funeral"})  # "the guard who was shot in the raid died"
UNTOLD = frozenset({"date: past perfect", "date: published"})  # rules of days that no words of the event tell
OF_SENTENCE = "date: sentence"  # what a clause tells may be the day of the later event alone: "jailed on Friday the man who shot …"
BORROWED = frozenset({"date: focus", RUNNING_RULE, OF_SENTENCE})


class Order(NamedTuple):
    """Two events of one sentence, by their numbers, the earlier first."""

    earlier: int
    later: int
    soon: bool  # a short time lies between them
    main: int  # the one of the two that the other is told to date


def orders_of(drafts: Sequence[Draft], rules: EventRules) -> list[Order]:
    """Give the orders that the openers of clauses tell, in order of the text."""
    found: list[Order] = []
    beside: dict[int, list[int]] = {}
    for number, draft in enumerate(drafts):
        beside.setdefault(draft.sentence, []).append(number)
    for number, draft in enumerate(drafts):
        if rules.marks_after:
            found += _told_behind(number, drafts, beside[draft.sentence], rules) or _linked(
                number, drafts, beside[draft.sentence], rules
            )
            continue
        mark = draft.clause.word
        if (main := _followed_by(number, drafts, beside[draft.sentence], rules)) is not None:
            found.append(Order(number, main, soon=False, main=number))
            continue
        if draft.clause.opener != "subordinate" or (mark not in rules.before_marks and mark not in rules.after_marks):
            continue
        main = _main_of(number, drafts, beside[draft.sentence])
        if main is None:
            continue
        low = max(0, draft.clause.first - SOON_REACH)
        soon = not rules.soon.isdisjoint(draft.reading.keys[low : draft.clause.first])
        pair = (main, number) if mark in rules.before_marks else (number, main)
        found.append(Order(*pair, soon, main))
    return found


def _followed_by(number: int, drafts: Sequence[Draft], sentence: Sequence[int], rules: EventRules) -> int | None:
    """Give what came of an incident that its sentence only refers to: "held the man who stabbed two women"."""
    draft = drafts[number]
    if not draft.is_incident:
        return None
    others = [at for at in sentence if at != number and drafts[at].modality == "asserted" and not drafts[at].is_speech]
    if went_before(draft, rules):
        verbs = [at for at in others if drafts[at].trigger.position != "noun" and drafts[at].clause_number == draft.clause_number]
        return verbs[0] if verbs else None
    if draft.clause.word not in rules.relatives:
        return None
    outside = [at for at in others if drafts[at].clause_number != draft.clause_number]
    before = [at for at in outside if at < number and drafts[at].kind.name in CONSEQUENCES]
    behind = [at for at in outside if at > number and drafts[at].kind.name in CONSEQUENCES | LAST]
    return before[-1] if before else behind[0] if behind else None


def _told_behind(number: int, drafts: Sequence[Draft], sentence: Sequence[int], rules: EventRules) -> list[Order]:
    """Give the order that a mark behind an event's words tells, to the verb that follows; none or one."""
    draft, keys = drafts[number], drafts[number].reading.keys
    begin = draft.trigger.last
    end = next((at for at in range(begin, len(keys)) if not keys[at][:1].isalnum()), len(keys))
    marks = rules.before_marks | rules.after_marks
    mark = next((at for at in range(begin + 1, min(end, begin + MARK_REACH)) if keys[at] in marks), None)
    if mark is None or (keys[begin],) not in rules.place_roles:
        return []
    behind = [at for at in sentence if drafts[at].trigger.first > mark]
    same = [at for at in behind if drafts[at].clause_number == drafts[behind[0]].clause_number]
    verbs = [at for at in same if drafts[at].trigger.position != "noun"]
    if not behind:
        return []
    main = verbs[-1] if verbs else same[0]
    soon = not rules.soon.isdisjoint(keys[begin:mark])
    return [Order(*((main, number) if keys[mark] in rules.before_marks else (number, main)), soon, main)]


def _linked(number: int, drafts: Sequence[Draft], sentence: Sequence[int], rules: EventRules) -> list[Order]:
    """Give the order of a deed to what was done about it, or by who did it: "हमले के विरोध में … मार्च निकाला"; none or one."""
    draft, last, keys = drafts[number], drafts[number].trigger.last, drafts[number].reading.keys
    described = last if draft.kind.one_day and last < len(keys) and keys[last] in rules.relative_words else None
    link = link_behind(draft, rules) if draft.is_incident and draft.trigger.position != "verb" else described
    if link is None:
        return []
    behind = [at for at in sentence if drafts[at].trigger.first > link and drafts[at].trigger.position != "noun"]
    done = [at for at in behind if drafts[at].modality == "asserted" and not drafts[at].is_incident]
    return [Order(number, done[0], soon=False, main=number)] if done else []


def ordered(drafts: Sequence[Draft], whens: Sequence[When | None], orders: Sequence[Order]) -> list[When | None]:
    """Tighten the days that no words tell by the order to an event whose day is known.

    A day that opens the sentence is that of its main clause: "On Monday, before he met Winfrey, he called at …".
    """
    out = list(whens)
    for order in orders:
        own, other = out[order.main], out[order.later if order.main == order.earlier else order.earlier]
        untold = UNTOLD | BORROWED if order.main == order.earlier else UNTOLD
        if other is None or other.first_day is None or other.last_day is None or not (own is None or own.rule in untold):
            continue
        if own and own.rule == OF_SENTENCE and (own.evidence != other.evidence or _opens_sentence(own, drafts[order.main])):
            continue
        evidence = other.evidence
        if order.soon:
            out[order.main] = replace(other, how="inferred", confidence=CONFIDENCE, rule="date: soon before or after", clock=None)
        elif order.main == order.earlier:
            out[order.main] = When(None, other.last_day, "unknown", "none", CONFIDENCE, "date: before another event", evidence)
    return out


def _opens_sentence(when: When, draft: Draft) -> bool:
    """Tell whether the words of a day stand in the first clause of a sentence, and the event behind another clause."""
    reading = draft.reading
    return draft.clause_number > 1 and any(one.span.end <= reading.ends[reading.clauses[0].last - 1] for one in when.evidence)


def _main_of(number: int, drafts: Sequence[Draft], sentence: Sequence[int]) -> int | None:
    """Give the event of the clause that a subordinate clause hangs on: the clause before it, or behind it where it comes first."""
    draft = drafts[number]
    clauses = (draft.clause_number - 1, draft.clause_number + 1) if draft.clause_number else (1,)
    for clause in clauses:
        beside = [at for at in sentence if drafts[at].clause_number == clause]
        verbs = [at for at in beside if drafts[at].trigger.position != "noun"]
        if beside:
            return (verbs or beside)[-1 if clause < draft.clause_number else 0]
    return None
