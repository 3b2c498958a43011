"""Names that no capital shows, by the words around them: a mark of the agent behind, a title before, a last name of many."""

from collections.abc import Collection, Iterator, Sequence

from extract.clauses import Reading
from extract.language.participants import NameRules
from extract.models import Span

LONGEST_NAME = 3  # words
HYPHEN = "-"  # joins the parts of a given name: "एन चान-इल"
LONGEST_INITIAL = 4  # letters and signs: "के", "डब्ल्यू" is told in full


def marked(reading: Reading, rules: NameRules, closed: Sequence[bool], towns: Sequence[Span] = ()) -> Iterator[tuple[int, int]]:
    """Yield words before a mark of the agent, back to a title or a common word; those between title and mark; full names."""
    agents = {mark[0] for mark, role in rules.roles.items() if role == "agent" and len(mark) == 1}
    agents |= rules.person_marks
    longer = {mark for mark, role in rules.roles.items() if role == "agent" and len(mark) > 1}
    commons = reading.phrases(rules.common_nouns)
    nouns = {found.last for found in commons if not (rules.owner_ends and found.value[1])}  # not "প্রতিষ্ঠানের মালিককে"
    if rules.owner_ends:
        inside = {at for found in commons for at in range(found.first, found.last)}
        closed = [taken or at in inside for at, taken in enumerate(closed)]
    keys, done = reading.keys, 0
    for at, key in enumerate(keys):
        if key in agents or (*keys[at : at + 2],) in longer:
            first = at
            while _words_in(keys[first:at]) < LONGEST_NAME and (step := _step(keys, first - 1, -1, rules, closed, at > first)):
                first -= step
            found = (first, at)
        else:
            found = _behind_title(reading, at, rules, closed, towns, agents) if rules.is_title(key) else (at, at)
            if found[0] == found[1] and at in nouns:
                found = _behind_noun(keys, at, rules, closed)
            if key in rules.firm_endings and (rules.owner_ends or _ends_marked(keys, at, rules)):
                found = _before_ending(keys, at, rules, closed)
            firm = keys[at + 1 : at + 2] != [] and keys[at + 1] in rules.firm_endings  # "এস আলম গ্রুপ"
            if found[0] == found[1] and rules.bare(key) in rules.common_names and not (rules.owner_ends and firm):
                first = _full_name_first(keys, at, rules, closed)
                found = (first, at + (first < at))
        if found[0] < found[1] and found[1] > done and not (rules.owner_ends and found[0] < done):
            done = found[1]
            yield found


def _behind_title(
    reading: Reading,
    title: int,
    rules: NameRules,
    closed: Sequence[bool],
    towns: Sequence[Span],
    agents: Collection[str],
) -> tuple[int, int]:
    """Give the words between a title and a mark, a town that ends them too: "ऑलराउंडर मैथ्यू हार्पर को"; none elsewhere."""
    keys = reading.keys
    first, last = _words_from(keys, _behind_initials(keys, title + 1), rules, closed)
    if (ends := _sure_end(keys, first, last, rules, closed)) is not None:
        return first, ends
    behind = keys[last] if last < len(keys) else ""
    role = rules.roles.get((behind,))
    told = (
        behind in rules.acting
        or behind in rules.joining
        or (role not in (None, "" if rules.owner_ends else "target") and behind not in agents)
    )
    if first < last < len(keys) and closed[last] and not told:
        after = rules.roles.get((*keys[last + 1 : last + 2],))
        if after == "agent" or (after == "recipient" and reading.span(last, last + 1) in towns):
            return first, last + 1
    short = bool(rules.owner_ends) and keys[title + 1 : title + 2] == ["."]  # "মো. সাহাবুদ্দিন"
    if short:
        last = next((at for at in range(first + 1, last) if _is_marked(keys[at], rules)), last)
    ends = (
        last - first > 1 - short
        and (short or closed[last] or _names_deed(keys[last], rules) if last < len(keys) else rules.acts_unmarked)
        and rules.place_nouns.isdisjoint(keys[first:last])
    )
    return (first, last) if told or ends else (first, first)  # "जनरल महेश कोलवाल सोमवार को"


def _behind_noun(keys: Sequence[str], at: int, rules: NameRules, closed: Sequence[bool]) -> tuple[int, int]:
    """Give the words between a noun of somebody and the mark of whom something is done to: "बदमाश सलीम को", not "शादी को लेकर"."""
    first, last = _words_from(keys, at, rules, closed)
    if (ends := _sure_end(keys, first, last, rules, closed)) is not None:
        return first, ends
    told = rules.roles.get((*keys[last : last + 1],)) == "recipient" and (*keys[last : last + 2],) not in rules.about
    return (first, last) if told and last > first and keys[last - 1] not in rules.nonfinite else (at, at)


def _sure_end(keys: Sequence[str], first: int, last: int, rules: NameRules, closed: Sequence[bool]) -> int | None:
    """Give where a name ends by its own letters, "রফিকুল ইসলামকে", or by a last name of many where whoever acts bears no mark."""
    for at in range(first, last):
        if keys[at].endswith(tuple(rules.name_closing)):
            return at + 1
        if rules.owner_ends and at > first and keys[at] not in rules.particles and rules.bare(keys[at]) in rules.common_names:
            ends = range(at + 1, len(keys))
            return next((end for end in ends if closed[end] or rules.bare(keys[end]) not in rules.common_names), len(keys))
    return None


def _before_ending(keys: Sequence[str], at: int, rules: NameRules, closed: Sequence[bool]) -> tuple[int, int]:
    """Give the name of a firm that ends with a word for one: "शापूरजी पालोनजी समूह"."""
    first = at
    while _words_in(keys[first:at]) < LONGEST_NAME - 1 and (step := _step(keys, first - 1, -1, rules, closed, at > first)):
        first -= step
    return first, at + (first < at)


def _ends_marked(keys: Sequence[str], at: int, rules: NameRules) -> bool:
    """Tell whether the name of a firm ends before a mark with a word that ends no other body's name."""
    return keys[at] not in rules.organisation_words and (*keys[at + 1 : at + 2],) in rules.roles


def _words_from(keys: Sequence[str], first: int, rules: NameRules, closed: Sequence[bool]) -> tuple[int, int]:
    """Give the tokens of the words that may be a name from a token on."""
    last = first
    while _words_in(keys[first:last]) < LONGEST_NAME and (step := _step(keys, last, 1, rules, closed, last > first)):
        last += step
    return first, last


def _step(keys: Sequence[str], at: int, way: int, rules: NameRules, closed: Sequence[bool], inside: bool) -> int:
    """Give how many tokens the next word of a name takes, with the hyphen that joins it to the one before; 0 where none follows."""
    hyphen = inside and 0 <= at < len(keys) and keys[at] == HYPHEN
    word = at + way * hyphen
    told = inside and way > 0 and 0 <= word < len(keys) and keys[word] in rules.happening
    return 1 + hyphen if not told and 0 <= word < len(keys) and is_name_word(keys[word], rules) and not closed[word] else 0


def _words_in(keys: Sequence[str]) -> int:
    return len(keys) - 2 * keys.count(HYPHEN)  # "चान-इल" is one


def _behind_initials(keys: Sequence[str], at: int) -> int:
    """Give where a name goes on behind the stop of a short title and behind initials: "डॉ. के. यहोम"."""
    at += keys[at : at + 1] == ["."]
    while keys[at + 1 : at + 2] == ["."] and len(keys[at]) <= LONGEST_INITIAL:
        at += 2
    return at


def _full_name_first(keys: Sequence[str], at: int, rules: NameRules, closed: Sequence[bool]) -> int:
    """Give where the full name begins that ends with a common last name; the last name itself where others tell it or none is."""
    behind = keys[at + 1] if at + 1 < len(keys) else ""
    first = at
    while first > 0 and at - first < LONGEST_NAME - 1 and is_name_word(keys[first - 1], rules) and not closed[first - 1]:
        first -= 1
        if keys[first] not in rules.common_names:
            break
    titled = keys[max(0, first - 1)] in rules.titles and ((behind,) in rules.roles or behind in rules.acting)
    told = titled or rules.roles.get((behind,)) == "agent"
    ends = keys[at].endswith(tuple(rules.name_closing)) or (rules.owner_ends and _is_marked(behind, rules))
    goes_on = is_name_word(behind, rules) and not closed[at + 1] and not ends
    return at if told or closed[at] or goes_on else first


def _names_deed(key: str, rules: NameRules) -> bool:
    """Tell whether a word makes one noun of itself and the name before it: "নিজ্জর হত্যার ঘটনায়"."""
    joined = rules.beside.joined_nouns
    return bool(rules.owner_ends) and joined is not None and bool(joined.fullmatch(key))


def _is_marked(key: str, rules: NameRules) -> bool:
    """Tell whether a word ends with the letters of a role: "জনতার"."""
    return key.endswith(tuple(ending for ending, _ in rules.role_endings if ending))


def is_name_word(key: str, rules: NameRules) -> bool:
    """Tell whether a word may be one of a name."""
    if not key[:1].isalpha() or len(key) == 1 or key.endswith(rules.never_ends) or key in rules.acting:
        return False
    return key not in rules.never and not rules.is_title(key) and (key,) not in rules.roles
