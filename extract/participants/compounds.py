"""Nouns that take part without a name where languages join words: compounds, what hyphens join, and titles before a name."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from extract.clauses import Name, Reading, Trigger
from extract.language.events import EventRules
from extract.language.figures import figure_words
from extract.language.participants import NameRules
from extract.participants.nouns import is_body
from extract.phrases import Found

APOSTROPHES = frozenset("'’")
ARTICLE_REACH = 2  # tokens between a name and the article of its genitive
JOINED_REACH = 4  # tokens between a noun and the one that it is joined to
LONGEST_OFFICE = 4  # tokens between an office and a name behind its field: "minister van Buitenlandse Zaken"


def compounds_in(reading: Reading, rules: NameRules) -> Iterator[Found[tuple[str, str]]]:
    """Yield the words of a sentence that end as such a noun does: "Bereitschaftspolizei"."""
    means, keys = rules.common_compounds, reading.keys
    if means is not None:
        for at in reading.capitals if rules.dictionary else range(len(keys)):
            if value := means[keys[at]]:
                yield Found(at, at + 1, value)


def is_titled(name: Name, full: int, reading: Reading, rules: NameRules) -> bool:
    """Tell whether the noun right before a full name is its title; no body before a person: "nahm die Polizei Jan Roth fest"."""
    bare = name.first > 0 and reading.keys[name.first] in rules.given_names and is_body(reading.keys[name.first - 1], rules)
    return name.last - name.first > full and not bare


def is_office(one: Found[tuple[str, str]], names: Sequence[Name], reading: Reading, rules: NameRules) -> bool:
    """Tell whether an office only says who the person before it is: "Lena Roth, Bürgermeisterin von Talca"."""
    if not rules.is_title(reading.keys[one.last - 1]):
        return False
    behind = next((name.first for name in names if name.kind == "person" and name.first > one.last + 1), 0)
    if (
        behind
        and reading.keys[one.last] in rules.joints
        and behind - one.last <= LONGEST_OFFICE
        and all(reading.words[at][:1].isupper() for at in range(one.last + 1, behind))
    ):
        return True  # "minister van Financiën Harm Brouwer"
    if one.first < 1 or reading.keys[one.first - 1] != ",":
        return False
    return any(name.kind == "person" and name.last == one.first - 1 for name in names)


def entitles_name(key: str, rules: NameRules) -> bool:
    """Tell whether a noun right before a name is its title, or says what body it is: "der Konzern Wintershall"."""
    bodies = rules.beside.bodies_before
    return rules.is_title(key) or (rules.common_compounds is not None and bodies is not None and bool(bodies.fullmatch(key)))


def joined_before(reading: Reading, first: int, rules: NameRules) -> int:
    """Give where a noun begins that hyphens join to what stands before it: "CDU-Abgeordnete", "34-Jähriger"."""
    while (
        rules.common_compounds is not None
        and first > 1
        and reading.words[first - 1] == "-"
        and reading.ends[first - 2] == reading.starts[first - 1]
        and reading.ends[first - 1] == reading.starts[first]
    ):
        first -= 2
    return first


def is_in_genitive(name: Name, trigger: Trigger, reading: Reading, events: EventRules) -> bool:
    """Tell whether the article of a name before an event makes it a part of another noun: "der Anwalt des Journalisten"."""
    if name.kind == "country" or name.last > trigger.first or not events.genitives:
        return False
    keys = reading.keys
    for at in range(name.first - 1, max(0, name.first - 1 - ARTICLE_REACH), -1):
        if keys[at] in events.genitives:
            return reading.words[at - 1][:1].isupper()
        if not keys[at][:1].isalnum() or keys[at] in events.determiners or keys[at] in events.finite:
            return False
    return False


def is_adjective(reading: Reading, at: int, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a word that is an adjective, too, is one here: right behind a noun, "ayuda militar"."""
    keys, before = reading.keys, reading.keys[at - 1] if at else ""
    if keys[at] not in rules.also_adjectives or not before[:1].isalpha():
        return False
    numbers = figure_words(rules.code)
    return not (_is_small(before, events, rules) or (numbers is not None and numbers.counts(before)))


def is_joined(name: Name, trigger: Trigger, reading: Reading, events: EventRules, rules: NameRules) -> bool:
    """Tell whether the next word makes one noun of both, as far as words can tell: "police helicopters", "polis aracı"."""
    joined, keys, at = rules.beside.joined_nouns, reading.keys, name.last
    own = trigger.taken or range(trigger.first, trigger.last)
    if joined is None or at >= len(keys) or at in own or not joined.fullmatch(keys[at]):
        return False
    key = keys[at]
    verbal = key in events.passive or key.endswith(events.past_endings or ("\0",))
    return not (verbal or key in rules.never or _is_small(key, events, rules))


def is_part(reading: Reading, behind: int, rules: NameRules) -> bool:
    """Tell whether the word behind a noun makes it a part of another: "police station", "the union's", "女子10公里"."""
    if behind >= len(reading.keys):
        return False
    if not rules.spaced and not rules.counters_behind and reading.keys[behind][:1].isdigit():
        days = rules.beside.days
        return days is None or not any(map(days.fullmatch, reading.keys[behind : behind + 2]))  # not "军人23日"
    owned = reading.words[behind] in APOSTROPHES and reading.starts[behind] == reading.ends[behind - 1]
    return owned or reading.words[behind] == "-"


def _is_small(key: str, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a word is a small one of grammar or an auxiliary, and no noun."""
    words = (
        events.finite, events.auxiliaries, events.adverbs, events.determiners, events.coordinators, events.openers,
        events.noun_prepositions, rules.relatives,
    )  # fmt: skip
    return any(key in some for some in words) or (key,) in events.place_roles or (key,) in rules.roles


def with_joined_cases(nouns: Sequence[Name], keys: Sequence[str], rules: NameRules) -> Sequence[Name]:
    """Give a bare noun the case of the one that it is joined to, where only the last of a list bears it: "এক নারী ও তাঁর সন্তানকে"."""
    if not rules.owner_ends:
        return nouns
    out = list(nouns)
    for at in range(len(out) - 2, -1, -1):
        name, behind = out[at], out[at + 1]
        joined = keys[name.last] in rules.joining if name.last < len(keys) else False
        if joined and name.case in ("", "subject") and behind.case in ("object", "of") and behind.first - name.last <= JOINED_REACH:
            out[at] = replace(name, case=behind.case)
    return out


def behind_number(keys: Sequence[str], last: int, rules: NameRules) -> int:
    """Give where a noun ends with the number behind it: "漁師3人"."""
    at = last
    while at < len(keys) and (keys[at][:1].isdigit() or keys[at] in rules.counters_behind):
        at += 1
    return at if at > last and rules.counters_behind else last
