"""Names that a plain noun beside them makes those of things or bodies: "the ferry Meghna Tara", "the company OceanGate".

Without such a noun they look like names of persons, and would be arrested, sentenced or mourned on the page.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from extract.actors import country_of
from extract.clauses import Name, NameKind, Reading
from extract.language.participants import NameRules
from extract.models import PlaceMention
from extract.names import name_key

QUOTES = frozenset('"“„«‘')
CLOSING = frozenset('"”“»’')
LEAST_SHARE = 3  # one mention in so many must have the noun: "the plane Smith was in" is told once, Smith often


def with_nouns_beside(by_sentence: list[list[Name]], readings: Sequence[Reading], rules: NameRules) -> list[list[Name]]:
    """Give the sort of a thing or a body to the names of no person that have its noun beside them somewhere in the document."""
    if rules.beside.things_before is None and rules.beside.bodies_before is None:
        return by_sentence
    told: Counter[str] = Counter()
    beside: Counter[tuple[str, NameKind]] = Counter()
    titled: set[str] = set()
    for names in by_sentence:
        for name in names:
            if name.kind != "person":
                continue
            told[name.key] += 1
            if name.title is not None:
                titled.add(name.key)
            elif kind := _kind_beside(name, readings[name.sentence], rules):
                beside[name.key, kind] += 1
    closed = titled | country_of().keys()  # the keys of known persons too
    kinds = {key: kind for (key, kind), times in sorted(beside.items()) if times * LEAST_SHARE >= told[key] and key not in closed}
    return [[_sorted(name, kinds) for name in names] for names in by_sentence] if kinds else by_sentence


def is_quoted(reading: Reading, first: int, last: int, rules: NameRules) -> bool:
    """Tell whether tokens are all that quotation marks hold, where things and bodies bear such marks: «Северсталь»."""
    words = reading.words
    return rules.beside.in_quotes and first > 0 and words[first - 1] in QUOTES and last < len(words) and words[last] in CLOSING


def is_called_so(reading: Reading, first: int, rules: NameRules) -> bool:
    """Tell whether the noun before a token only bears what follows as its name: "проспект Ленина"."""
    nouns = rules.beside.called_so
    return nouns is not None and first > 0 and nouns.fullmatch(reading.keys[first - 1]) is not None


def with_place_before(found: Sequence[Name], reading: Reading, places: Sequence[PlaceMention], rules: NameRules) -> list[Name]:
    """Take a place that begins a sentence or a quoted name, before one more word with a capital, into it: "Iran Gate"."""
    if not rules.cased:
        return list(found)
    starts = {
        reading.token_at(place.span.end): reading.token_at(place.span.start)
        for place in places
        if place.kind not in ("demonym", "metonym", "organisation")
    }
    return [_with_place(name, starts[name.first], reading, rules) if name.first in starts else name for name in found]


def _with_place(name: Name, first: int, reading: Reading, rules: NameRules) -> Name:
    beside = name.first > 0 and reading.starts[name.first] - reading.ends[name.first - 1] == 1
    plain = name.title is None and name.last - name.first == 1
    if not (beside and plain and (first == 0 or is_quoted(reading, first, name.last, rules))):
        return name
    told = " ".join(reading.words[first : name.last])
    return replace(
        name, first=first, span=reading.span(first, name.last), name=told, kind="organisation", key=name_key(told) or name.key
    )


def _sorted(name: Name, kinds: Mapping[str, NameKind]) -> Name:
    kind = kinds.get(name.key) if name.kind == "person" else None
    return replace(name, kind=kind) if kind else name


def _kind_beside(name: Name, reading: Reading, rules: NameRules) -> NameKind | None:
    """Give the sort that the word before a name, its own first word or the word behind it makes it; None where none does."""
    keys, first, last = reading.keys, name.first, name.last
    quoted = first > 0 and reading.words[first - 1] in QUOTES
    at = first - 1 - quoted
    before = keys[at] if at >= 0 and (quoted or not rules.beside.in_quotes) else ""
    if at > 0 and rules.is_title(keys[at - 1]):
        before = ""  # "dyrektor szpitala Jan Nowak"
    for nouns, key in (
        (rules.beside.things_before, before),
        (rules.beside.things_before, keys[first] if last - first > 1 else ""),
        (rules.beside.things_behind, keys[last] if last < len(keys) else ""),
    ):
        if nouns is not None and nouns.fullmatch(key):
            return "thing"
    body = rules.beside.bodies_before is not None and rules.beside.bodies_before.fullmatch(before)
    return "organisation" if body or (name.title is None and is_quoted(reading, first, last, rules)) else None
