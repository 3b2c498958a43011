"""Lands that only an adjective tells: "a Japanese school" does not act for Japan, "the Russian attack" and "three Frenchmen" do."""

from extract.clauses import Name, Reading, Trigger
from extract.language.events import EventRules
from extract.language.figures import figure_words
from extract.language.participants import NameRules
from extract.participants.nominal import counts_of

OWN_REACH = 2  # the same where many words are listed that act for a land
STATE_REACH = 3  # tokens between an adjective and the body that acts for its land


def only_describes(name: Name, trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a land is only told by an adjective of somebody who does not act for it: "a Japanese school"."""
    state, keys = rules.beside.state_nouns, reading.keys
    if not name.adjective or state is None or is_next(name, trigger) or _is_people(name, trigger, reading, events, rules):
        return False
    if keys[name.last : name.last + 1] == ["-"]:  # "a Greek-owned tanker"
        return True
    if rules.owner_ends and keys[name.last : name.last + 1] and keys[name.last].endswith(rules.owner_ends):
        return not (trigger.position == "noun" and 0 <= trigger.first - name.last - 1 <= 1)  # "ব্রিটিশ দূতাবাসের দুই কূটনীতিককে"
    reach = OWN_REACH if rules.owner_ends else STATE_REACH
    near = (*keys[name.last : name.last + reach], *keys[max(0, name.first - STATE_REACH) : name.first])
    return not any(map(state.fullmatch, near))


def _is_people(name: Name, trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether the word for people of a land stands for them, without a noun beside it: "three Frenchmen were"."""
    keys = reading.keys
    before, after = keys[name.first - 1] if name.first else "", keys[name.last] if name.last < len(keys) else ""
    numbers = figure_words(rules.code)
    counted = before[:1].isdigit() or (numbers is not None and numbers.counts(before))
    counted = counted or (name.first > 1 and before in rules.people_counters and keys[name.first - 2][:1].isdigit())
    counted = counted or (name.first > 1 and counts_of(keys, name.first - 1, numbers))
    opens = not before[:1].isalpha() or before in events.determiners or before in events.coordinators
    ends = (
        name.last == trigger.first
        or not (after[:1].isalpha() or after == "-")
        or any(
            after in words
            for words in (events.finite, events.passive, events.auxiliaries, events.noun_prepositions, events.coordinators)
        )
    )
    return (counted or opens) and ends


def is_next(name: Name, trigger: Trigger) -> bool:
    """Tell whether a name stands inside a trigger, or right before a noun: "the Russian attack"."""
    return (trigger.position == "noun" and name.last == trigger.first) or trigger.first <= name.first < trigger.last
