"""The entries of the trigger table that could read words of a sentence, each with the conditions that it meets."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from extract.clauses import Clause, Reading
from extract.language.events import EventRules
from extract.language.forbidding import Forbidding
from extract.language.homographs import as_verbs
from extract.language.triggers import Heads, TriggerEntry, TriggerTables
from extract.models.record import Record
from extract.triggers.counting import UNCOUNTED, counted_words

NEAR_TOKENS = 10  # tokens to either side in which a condition's word may stand; 5 lost 4 % of triggers, the clause alone 6 %
FORBIDDING_TOKENS = 6  # tokens to either side, inside the clause, in which a word forbids an entry
ANTECEDENT_TOKENS = 2  # before a relative clause: a noun and its comma
ASIDE_TOKENS = 4  # a short remark in brackets, the second of them with it: "(SPD)", "(65 Jahre)"
_STOPS = frozenset(',.;:।()"“”')
APOSTROPHES = frozenset("'’")
_QUOTES = frozenset('"“”')
SCORED = "sport"  # the class of words, the same in every language, of which the score of a match is one
AGE_TOKENS = 3  # between the commas of an age: ", 34,", ", 34 ans,"
_OF_SCORES = frozenset("-–:aà")  # between the figures of one: "2-1", "2:1", "2 à 1"


Match = tuple[TriggerEntry, tuple[int, ...]]  # an entry, and the tokens that it takes


class Candidate(Record, frozen=True):
    """Tokens [first, last) that an entry may read as an event."""

    first: int
    last: int
    entry: TriggerEntry
    strength: int  # conditions met
    distance: int  # tokens to the word that met them
    object: str | None
    tokens: tuple[int, ...]  # those that the entry takes
    far: bool = False  # more words stand between them than the entry allows, but for dates and places


def candidates_in(reading: Reading, index: TriggerTables, rules: EventRules, closed: Sequence[bool]) -> list[Candidate]:
    """Find all entries that could read some words of a sentence, in order of their first words.

    Words ``closed`` by dates and places between the words of a phrase do not part them: "सड़क सोमवार को भुज में धंसी".
    """
    found: list[Candidate] = []
    keys = as_verbs(reading.keys, index.homographs) if index.homographs else reading.keys
    counted = counted_words(reading, rules, closed)
    passed = [0, *accumulate(counted)]  # words counted before each token
    uncounted, present = len(keys) - passed[-1], frozenset(keys)
    classes: dict[str, list[int]] | None = None  # most sentences ask for none
    for first, heads, goes_on in index.heads_in(keys, uncounted):
        alone = (first,)
        matches: list[Match] = [(entry, alone) for entry in heads.alone if not (entry.closing and _goes_on(keys, first + 1, rules))]
        if goes_on or heads.rest:
            longer = _longer_matches(keys, first, heads, rules, counted, passed)
            matches += [match for match in longer if _holds_together(reading, keys, *match, index, rules)]
        for entry, own in matches:
            if (known := entry.forbidden) and not known.begun.isdisjoint(present) and _is_forbidden(reading, own, known, rules):
                continue
            last = own[-1] + 1
            far = bool(uncounted) and len(own) < last - first and not entry.complement and _reaches_far(keys, own, entry.gap)
            if not (named := entry.classes):
                found.append(Candidate(first, last, entry, 0, 0, entry.object, own, far))
                continue
            classes = _tokens_of_classes(keys, index) if classes is None else classes
            if not classes.keys().isdisjoint(named) and (met := _nearest_condition(reading, first, last, entry, classes)):
                found.append(Candidate(first, last, entry, 1, met[0], entry.object or named[met[1]], own, far))
    return found


def _holds_together(
    reading: Reading, keys: Sequence[str], entry: TriggerEntry, own: Sequence[int], index: TriggerTables, rules: EventRules
) -> bool:
    """Tell whether words of a phrase belong together here, as far as the words between them tell."""
    if (keys is not reading.keys and _is_far(reading, keys, own)) or (index.light and _is_of_other(keys, own, index)):
        return False
    return not ((entry.closing or entry.complement) and _crosses(reading, own[0], own[-1], rules))


def _reaches_far(keys: Sequence[str], own: Sequence[int], gap: int) -> bool:
    """Tell whether more words than the gap of an entry stand between two of its tokens."""
    return any(
        second - first - 1 > gap and sum(key not in UNCOUNTED for key in keys[first + 1 : second]) > gap
        for first, second in pairwise(own)
    )


def _is_far(reading: Reading, keys: Sequence[str], own: Sequence[int]) -> bool:
    """Tell whether words stand before a particle read as a verb: "जांच की मांग की" is no "जांच की"."""
    return keys[own[-1]] != reading.keys[own[-1]] and len(own) > 1 and own[-1] - own[-2] > 1


def _is_of_other(keys: Sequence[str], own: Sequence[int], index: TriggerTables) -> bool:
    """Tell whether the last verb of a phrase makes one of the noun between: "बात पर गौर किया" is no "बात की"."""
    last = own[-1]
    return len(own) > 1 and last - own[-2] > 1 and keys[last] in index.light and keys[last - 1] in index.hosts


def _tokens_of_classes(keys: Sequence[str], index: TriggerTables) -> dict[str, list[int]]:
    """Give for each class of words the tokens of the sentence that are of it."""
    found: dict[str, list[int]] = {}
    for at, names in enumerate(map(index.classes.get, keys)):
        if names:
            for name in names:
                found.setdefault(name, []).append(at)
    if not _OF_SCORES.isdisjoint(keys):
        scores = [at for at in range(1, len(keys) - 1) if keys[at] in _OF_SCORES and _is_score(keys, at)]
        found.setdefault(SCORED, []).extend(scores)
    return found


def _is_score(keys: Sequence[str], at: int) -> bool:
    """Tell whether a sign stands between the two figures of a score, of one digit each: "beat Mali 2-1"."""
    one, other = keys[at - 1], keys[at + 1]
    return len(one) == len(other) == 1 and one.isdigit() and other.isdigit()


def _longer_matches(
    keys: Sequence[str],
    first: int,
    heads: Heads,
    rules: EventRules,
    counted: Sequence[bool],
    passed: Sequence[int],
) -> list[Match]:
    """Give the entries of several words that begin at a token, each with the tokens that it takes."""
    found = [(entry, own) for entry in heads.rest if (own := _match(keys, (first,), entry, rules, counted))] if heads.rest else []
    second, behind = heads.second, first + 1
    end = bisect_right(passed, passed[behind] + heads.gap)  # as far as words may stand between
    met: set[int] = set()  # an entry goes on from the first word that may be its second
    for at, key in enumerate(keys[behind:end], behind):
        if key in second:
            seconds, gap = second[key], passed[at] - passed[behind]
            for entry in seconds.two:
                if entry.gap >= gap and entry.order not in met:
                    if (entry.closing or entry.complement) and _is_no_end(keys, at, behind, entry, rules, counted):
                        continue
                    met.add(entry.order)
                    found.append((entry, (first, at)))
            if seconds.longer and not (seconds.lasts is not None and seconds.lasts.isdisjoint(keys[at + 1 :])):  # most are
                found += _longest_matches(keys, (first, at), gap, seconds.longer, met, rules, counted)
        if key in _STOPS and _halts(keys, first, at):
            break
    return found


def _halts(keys: Sequence[str], first: int, at: int) -> bool:
    """Tell whether a sign ends the phrase begun at a token; not that of "am 11. April", nor "(SPD)", nor quotes of a word."""
    if keys[at] == ".":
        return not keys[at - 1].isdigit()
    if keys[at] in _QUOTES:  # wies das als "schäbig" zurück
        return _QUOTES.isdisjoint([*keys[max(first, at - ASIDE_TOKENS + 1) : at], *keys[at + 1 : at + ASIDE_TOKENS]])
    if keys[at] == "," and _is_of_age(keys, first, at):
        return False
    if keys[at] == "(":
        return ")" not in keys[at + 1 : at + ASIDE_TOKENS]
    return keys[at] != ")" or "(" not in keys[max(first, at - ASIDE_TOKENS + 1) : at]


def _is_of_age(keys: Sequence[str], first: int, at: int) -> bool:
    """Tell whether a comma is one of the two about an age: "found Malone, 34, guilty"."""
    opens = keys[at + 1 : at + 2] and keys[at + 1].isdigit() and "," in keys[at + 2 : at + 2 + AGE_TOKENS]
    if opens:
        return True
    return any(keys[back] == "," and keys[back + 1].isdigit() for back in range(max(first + 1, at - AGE_TOKENS - 1), at - 1))


def _longest_matches(
    keys: Sequence[str],
    known: tuple[int, ...],
    gap: int,
    longer: Sequence[TriggerEntry],
    met: set[int],
    rules: EventRules,
    counted: Sequence[bool],
) -> Iterator[Match]:
    """Yield the entries of three words and more that go on from two tokens, each with the tokens that it takes."""
    rest = keys[known[-1] + 1 :]
    for entry in longer:
        if entry.gap >= gap and entry.order not in met and not entry.steps[-1].isdisjoint(rest):
            met.add(entry.order)
            if own := _match(keys, known, entry, rules, counted):
                yield entry, own


def _crosses(reading: Reading, first: int, last: int, rules: EventRules) -> bool:
    """Tell whether two tokens stand in clauses that are joined: "kam nach Bonn und kündigte an"; not "trat als Minister zurück"."""
    if reading.clause_of[first] == reading.clause_of[last]:
        return False
    return not rules.coordinators.isdisjoint(reading.keys[first:last])


def _goes_on(keys: Sequence[str], at: int, rules: EventRules) -> bool:
    """Tell whether a token goes on with what began before it: "auf" of "stürzte auf ein Auto" is no end of "stürzte … auf"."""
    if at >= len(keys) or not keys[at][:1].isalnum():
        return False
    key = keys[at]
    opens = key in rules.coordinators or key in rules.subordinators or key in rules.relatives or key in rules.noun_prepositions
    return not opens


def _is_no_end(keys: Sequence[str], at: int, near: int, entry: TriggerEntry, rules: EventRules, counted: Sequence[bool]) -> bool:
    """Tell whether a token that an entry wants at the end does not end its clause; the token ``near`` may be where it is.

    What is said of an object has no determiner, and a date, a place or an adverb may stand behind: "found him guilty Monday".
    """
    if entry.closing:
        return _goes_on(keys, at + 1, rules)
    if not entry.complement or at <= near:
        return False
    if keys[at - 1] in rules.determiners or keys[at - 1] in APOSTROPHES:
        return True
    behind = keys[at + 1] if at + 1 < len(keys) else "."
    follows = (behind,) in rules.place_roles or behind in rules.adverbs or (at + 1 < len(keys) and not counted[at + 1])
    return not follows and _goes_on(keys, at + 1, rules)


def _match(
    keys: Sequence[str], known: tuple[int, ...], entry: TriggerEntry, rules: EventRules, counted: Sequence[bool]
) -> tuple[int, ...]:
    """Give the tokens that an entry takes, of which the first are known; () for no match."""
    at, own, end = known[-1], list(known), len(keys)
    for number, forms in enumerate(entry.steps[len(own) :], len(own) + 1):
        left = entry.gap
        at += 1
        last, nearest = number == len(entry.steps), at
        while at < end and ((key := keys[at]) not in forms or (last and _is_no_end(keys, at, nearest, entry, rules, counted))):
            if counted[at]:
                if not left:
                    return ()
                left -= 1
            if key in _STOPS and _halts(keys, known[0], at):
                return ()
            at += 1
        if at >= end:
            return ()
        own.append(at)
    return tuple(own)


def _nearest_condition(
    reading: Reading, first: int, last: int, entry: TriggerEntry, classes: dict[str, list[int]]
) -> tuple[int, int] | None:
    """Find the nearest word of a class that must stand near; give its distance and the number of the class in the entry."""
    clause = reading.clauses[reading.clause_of[first]]
    low = max(first - 2 * NEAR_TOKENS, min(clause.first, first - NEAR_TOKENS))
    high = min(last + 2 * NEAR_TOKENS, max(clause.last, last + NEAR_TOKENS))
    near = [
        (first - at if at < first else max(0, at - last + 1), number)
        for number, name in enumerate(entry.classes)
        if name in classes
        for at in classes[name]
        if low <= at < high and at != first and at != last - 1
    ]
    if not near and (host := _resumed(reading, reading.clause_of[first])):
        passed = clause.first - host.last
        near = [
            (first - at - passed, number)
            for number, name in enumerate(entry.classes)
            for at in classes.get(name, ())
            if host.first <= at < host.last and first - at - passed <= 2 * NEAR_TOKENS
        ]
    return min(near, default=None)


def _resumed(reading: Reading, number: int) -> Clause | None:
    """Give the clause that a clause goes on with behind a relative clause put in: "The miners, who were trapped, were freed"."""
    clauses = reading.clauses
    put_in = number > 1 and clauses[number].opener == "comma" and clauses[number - 1].opener == "subordinate"
    return clauses[number - 2] if put_in and reading.keys[clauses[number - 1].first] == "," else None


def _is_forbidden(reading: Reading, own: Sequence[int], forbidden: Forbidding, rules: EventRules) -> bool:
    """Tell whether a word or a phrase that forbids an entry stands in the clause close to the trigger, or between its words.

    A relative clause has the noun that it is about with it: "the summit, which is being held".
    """
    keys, first, last = reading.keys, own[0], own[-1] + 1
    clause = reading.clauses[reading.clause_of[first]]
    begin = clause.first - ANTECEDENT_TOKENS if clause.word in rules.relatives else clause.first
    low, high = max(0, begin, first - FORBIDDING_TOKENS), min(clause.last, last + FORBIDDING_TOKENS)
    beside = [*keys[low:first], *keys[first + 1 : last - 1], *keys[last:high]]
    return not forbidden.alone.isdisjoint(beside) or forbidden.in_phrase(keys, low, max(high, last), own)
