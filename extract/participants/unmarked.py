"""Roles by what a kind allows: of whom a mark of the target or of a companion stands behind, and of whom no mark does.

Where verbs stand last and marks behind a name, "X पर" is struck or talked of; whoever bears no mark is the subject of a verb
without one that acts, or the object of one that has it: "दो मजदूर मारे गए", "पुलिस ने दो चोर पकड़े".
"""

from collections.abc import Sequence

from extract.clauses import Name, Reading, Trigger
from extract.kinds import kinds
from extract.language.figures import figure_words
from extract.language.participants import NameRules
from extract.models import Role
from extract.participants.attributes import UNMARKED
from extract.participants.cast import Cast

DONE_WITH = frozenset({"abuse", "crime"})  # families of what is done to whom it is told to be done with: "X से दुष्कर्म"
ALONE = frozenset({"verdict", "sentence"})  # kinds that nobody is in with another: "X से दुष्कर्म के दोषी को सजा"
UNDERGONE_BY = frozenset({"patient", "victim", "beneficiary"})
UNDERGONE = 1  # tokens behind the words of an event in which its verb may stand
NAMING = frozenset({"office", "election", "transfer", "casting", "market", "action"})  # families that a noun beside may complete
COUNTED = 2  # tokens before a noun in which its number stands: "दो नाबालिग बच्चे"
SUFFERING = frozenset({"target", "patient", "victim"})


def fitting(role: Role, trigger: Trigger) -> Role:
    """Give what a mark makes of a name in a kind: "X पर हमला", "X पर जुर्माना"; "X पर बातचीत" is about X, "X से ठगी" is done to X."""
    its = kinds()[trigger.kind]
    if role == "target" or (role == "companion" and its.family in DONE_WITH):
        return next((one for one in its.roles if one in SUFFERING), "topic")
    return "topic" if role not in its.roles and (role == "beneficiary" or (role == "companion" and its.name in ALONE)) else role


def bare_role(cast: Cast, trigger: Trigger, rules: NameRules, name: Name) -> tuple[Role, str]:
    """Give the role of whom no mark stands behind: of a verb with a marked agent its object, else its subject, "मजदूर मारे गए"."""
    reading, its = cast.reading, kinds()[trigger.kind]
    clause = reading.clauses[reading.clause_of[trigger.first]]
    done = next((role for role in its.roles if role in UNDERGONE_BY), None)
    ends = tuple(end for end, role in rules.role_endings if end and role == "agent") or ("\0",)
    before = reading.keys[clause.first : trigger.first]
    acted = any(rules.roles.get((key,)) == "agent" or key.endswith(ends) for key in before)
    suffers = acted or not rules.bare_verbs.isdisjoint(reading.keys[trigger.first : trigger.last + UNDERGONE])
    joined = rules.beside.joined_nouns
    if name.kind == "person" and joined and joined.fullmatch("".join(reading.keys[name.last : name.last + 1])):
        return "participant", "participants: clause"
    if done and (done == its.roles[0] or suffers) and (name.kind == "common" or not acted):
        return done, "participants: bare"
    if name.kind == "person" or acted:
        return "participant", "participants: clause"
    return "agent", "participants: bare"


def is_bare_noun(name: Name, trigger: Trigger, reading: Reading, rules: NameRules) -> bool:
    """Tell whether a noun without a mark is no part of another: right before the event, or counted, "दो मजदूर मारे गए"."""
    joined, its, behind = rules.beside.joined_nouns, kinds()[trigger.kind], "".join(reading.keys[name.last : name.last + 1])
    if not rules.bare_verbs or its.family in NAMING or its.roles[:1] == ("target",) or (joined and joined.fullmatch(behind)):
        return False
    dies = its.roles[:1] == ("victim",)
    if name.last == trigger.first and (trigger.position != "noun" or not dies):
        return trigger.position != "noun"
    numbers, keys = figure_words(rules.code), reading.keys
    near = keys[max(0, name.first - COUNTED) : name.first]
    return any(key[:1].isdigit() or (numbers is not None and key in numbers.values) for key in near)


def with_bare_objects(
    reading: Reading, trigger: Trigger, names: Sequence[Name], told: Sequence[tuple[Role, str]], rules: NameRules
) -> Sequence[tuple[Role, str]]:
    """Make an object of whoever bears no mark beside one who bears that of the agent: "टाटा स्टीलने नीलाचल इस्पात विकत घेतली"."""
    told = _with_sources(told, rules)
    if rules.cased or not rules.acts_unmarked or all(rule != UNMARKED for _, rule in told):
        return told
    before = [at for at, name in enumerate(names) if name.last <= trigger.first and told[at][0] == "agent"]
    marks = (told[at][1].removeprefix(UNMARKED[:-1]) for at in before)
    marked = any((mark[0] == "-" and mark != "-") or rules.roles.get((*mark.split(),)) == "agent" for mark in marks)
    suffers = next((role for role in kinds()[trigger.kind].roles if role in UNDERGONE_BY), None)
    if not marked or suffers is None:
        return told
    firsts = {name.first for name in names if name.kind != "common"}
    joined, keys = rules.beside.joined_nouns, reading.keys
    bare = {at for at in before if told[at][1] == UNMARKED and names[at].kind != "country" and names[at].last not in firsts}
    bare -= {at for at in bare if joined is not None and joined.fullmatch(keys[names[at].last])}  # "पोलीस आयुक्तपदी"
    return [(suffers, "participants: bare") if at in bare else one for at, one in enumerate(told)]


def _with_sources(told: Sequence[tuple[Role, str]], rules: NameRules) -> Sequence[tuple[Role, str]]:
    """Let whoever something comes from do nothing beside one who acts: "केंद्र सरकारकडून विकत घेतली", but "पोलिसांकडून अटक"."""
    if not rules.source_marks:
        return told
    ends = tuple(rules.source_marks)
    come = {at for at, (role, rule) in enumerate(told) if role == "agent" and rule != UNMARKED and rule.endswith(ends)}
    acting = any(role == "agent" and rule != UNMARKED and at not in come for at, (role, rule) in enumerate(told))
    return [("companion", rule) if acting and at in come else (role, rule) for at, (role, rule) in enumerate(told)]
