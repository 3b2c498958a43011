"""Whether a verb that stands in the middle of its clause, or ends it, is passive: "was arrested", "дисквалифицирован"."""

from extract.clauses import Reading, Trigger
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.participants.verbsecond import has_participle

PASSIVE_REACH = 3  # tokens between the auxiliary of a passive and its participle


def is_passive(reading: Reading, trigger: Trigger, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a verb is passive, by its own form or an auxiliary beside its participle."""
    if events.passive_starts and trigger.position in ("verb", "phrase"):
        return reading.keys[trigger.first].startswith(events.passive_starts)
    ends_so = bool(events.passive_verb_endings) and reading.keys[trigger.first].endswith(events.passive_verb_endings)
    if ends_so and trigger.position != "noun":
        return True
    if trigger.position == "phrase" and not events.verb_last and reading.keys[trigger.first] in events.passive:  # "be attacked by"
        endings = events.participle_endings or ("",)
        return any(key.endswith(endings) for key in reading.keys[trigger.first + 1 : trigger.last])
    if trigger.position not in ("verb", "phrase") or events.verb_last or not has_participle(reading.keys, trigger, events):
        return False
    if events.verb_bracket and not events.passive.isdisjoint(reading.keys[trigger.last : trigger.last + 1]):
        return True  # "der am Montag festgenommen wurde"
    far = events.verb_bracket or not rules.spaced
    if not rules.spaced and reading.keys[trigger.first][:1] in events.agent_marks:  # "被判"
        return True
    first = reading.clauses[reading.clause_of[trigger.first]].first if far else trigger.first - PASSIVE_REACH
    near = reading.keys[max(0, first) : trigger.first + 1]
    low = trigger.first + 1 - len(near)
    lower = [at for at in reversed(range(len(near))) if low + at == 0 or not reading.words[low + at][:1].isupper()]
    auxiliary = next((at for at in lower if near[at] in events.passive), None)  # not "Stati Uniti"
    if auxiliary is None or events.verb_bracket:
        return auxiliary is not None
    between = near[auxiliary:]  # not "it was his first visit to …", "were trying to regain"
    return events.determiners.isdisjoint(between) and events.infinitive_marks.isdisjoint(between)
