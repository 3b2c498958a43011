"""What is only practised or retold: "firefighters rehearsed the rescue", "in the third episode the detective is shot"."""

from extract.clauses import Reading
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.shapes import Shapes
from extract.triggers.candidates import Candidate
from extract.triggers.laws import is_past

PRACTISED = frozenset({"conflict", "disaster", "aid"})  # colours of what drills are about
YEAR_DIGITS = 4
WORK_TOKENS = 3  # behind a verb that comes first, among which the work stands
NO_MARKS = Shapes()
RETOLD = PRACTISED | {"law"}  # of what plots tell: a film that is shown, a role that is played, are real
PLOT_TOKENS = 6  # of a sentence, among which the part of a work that it retells stands


def is_imagined(reading: Reading, one: Candidate, rules: EventRules, *, grave: bool) -> bool:
    """Tell whether words tell of a drill, which killed nobody (``grave``), or of what a film or a book tells."""
    kind = kinds()[one.entry.kind]
    if not grave and kind.colour in PRACTISED:
        clause, drills = reading.clause_of[one.first], reading.phrases(rules.unreal.drills)
        if drills and any(reading.clause_of[at.first] == clause for at in drills):
            return True
    return kind.colour in RETOLD and (_is_retold(reading, rules) or _is_plot(reading, one, rules))


def _is_retold(reading: Reading, rules: EventRules) -> bool:
    """Tell whether a sentence begins with a part of a work and tells nothing as past: "in the novel a girl is kidnapped"."""
    table, keys = rules.unreal, reading.keys[:PLOT_TOKENS]
    if table.plots.isdisjoint(keys):
        return False
    at = next(at for at, key in enumerate(keys) if key in table.plots)
    if table.plot_marks != NO_MARKS and table.plot_marks.isdisjoint(keys[:at]):
        return False
    return not is_past(reading, at + 1, len(reading.keys), rules)


def _is_plot(reading: Reading, one: Candidate, rules: EventRules) -> bool:
    """Tell whether a work tells of it, without a year: "her novel tells of a kidnapping"; a year makes it history."""
    telling = reading.phrases(rules.unreal.telling)
    told = [at for at in telling if rules.verb_last or at.last <= one.first] if telling else []
    if not told or any(key.isdigit() and len(key) == YEAR_DIGITS for key in reading.keys):
        return False
    before = max(told[0].first, one.first) if rules.verb_last or rules.verb_first else told[0].last
    behind = WORK_TOKENS if rules.verb_first else 0
    return not rules.unreal.works.isdisjoint(reading.keys[: before + behind])
