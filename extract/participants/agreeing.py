"""Genitives that agree with the noun of an event, as its verb does: "श्रीलंकेचा सात गडी राखून पराभव केला".

Where the verb agrees with its object, the last letters of the genitive, of the noun and of the verb tell that they belong together,
however far they stand apart; those of another noun between them differ, or bear the mark of one that stands under another.
"""

from extract.clauses import Name, Reading, Trigger
from extract.language.participants import NameRules

AGREEING_REACH = 14  # tokens between a genitive and the noun that it belongs to
MARKED = 1  # tokens behind a name in which its mark stands: "यांचे"
AUXILIARY = 2  # tokens behind an event in which its verb stands: "अटक करण्यात आली"
NEAR = 1  # tokens between a genitive and a noun without such a verb: "हत्येची सखोल चौकशी"


def agrees(name: Name, trigger: Trigger, reading: Reading, rules: NameRules) -> bool:
    """Tell whether a genitive before an event agrees with its noun and its verb."""
    if not rules.agreeing or not 0 <= trigger.first - name.last <= AGREEING_REACH + MARKED:
        return False
    keys, clause = reading.keys, reading.clauses[reading.clause_of[trigger.first]]
    mark = keys[name.last] if (keys[name.last],) in rules.roles else keys[name.last - 1]
    if not mark.endswith(tuple(rules.agreeing)) or name.first < clause.first:
        return False
    if trigger.first - name.last <= NEAR:
        return trigger.position != "verb" or trigger.last - trigger.first > 1
    verbs = keys[max(trigger.first, trigger.last - 1) : min(trigger.last + AUXILIARY, clause.last)]
    return (trigger.position == "noun" or trigger.last - trigger.first > 1) and any(key[-1:] == mark[-1:] for key in verbs)
