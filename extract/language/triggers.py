"""``triggers.toml`` → the trigger words of one language, checked, expanded to their forms and indexed by their first word.

Matching is a look-up: ``tables.index[key]`` gives every entry that may begin with that folded word; ``read_at`` follows
the longer ones over the next words. The conditions of an entry (``classes``, ``forbidden``) are for the caller, who knows
the clause: ``tables.class_forms[name]`` holds the folded words of a class.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from extract.errors import LanguagePackError
from extract.kinds import kinds
from extract.language import LanguagePack
from extract.language.derived import all_rows
from extract.language.forbidding import Forbidding, forbidding
from extract.language.homographs import Homograph, read_homographs
from extract.language.inflection import Inflection, read_inflection
from extract.language.making import uncollected
from extract.language.phrasing import WORDS_BETWEEN, FormClass, Forms, reach_of, steps_of
from extract.language.rows import BEFORE_PLACE, CLOSING, HEADLINE, PARTS, check_row, expect
from extract.language.shapes import FEWEST_LETTERS, MOST_KNOWN, STAR, Shapes, shapes
from extract.language.wordclasses import class_forms, classes_of
from extract.models.record import Record
from extract.text import Remembered, fold

ALL = 100  # more letters than any lemma writes
FEWEST_BEHIND_PREFIX = 3  # letters that a word keeps behind a prefix
_HEADS = (
    *("inflection", "irregular", "invariable", "roots", "classes", "families", "idioms", "triggers"),
    *("words_between", "particles", "separable", "complements", "predicates", "prefixes", "accents", "homographs"),
    *("light_verbs", "light_hosts", "fronted", "headline_never", "free_order"),
)


class TriggerEntry(Record, frozen=True):  # not a dataclass: packs make thousands
    """One word or phrase that tells of one kind of event."""

    kind: str
    form: FormClass
    lemma: str  # as the table writes it
    steps: tuple[Forms, ...]  # for each word the folded forms it may have
    classes: tuple[str, ...]  # "with": a word of one of these classes must stand in the clause; () where none is needed
    forbidden: Forbidding | None  # "not": what forbids the entry close by in the clause; None where nothing does
    object: str | None  # language-neutral key given to the event
    rule: str  # "hi/triggers.toml: missile launch #3"
    order: int  # place in the table: of equals, the earlier wins
    gap: int  # the most words that may stand between two of its words
    letters: int = 0  # letters that a lemma with a star writes: of two that fit a word, the longer is meant; ALL without a star
    closing: bool = False  # its last word must end the clause: the part of a separable verb, a predicate without its verb
    before_place: bool = False  # the name of a place must stand right behind: "left Geneva"
    headline: bool = False  # it must stand in a sentence without a stop at its end
    accented: frozenset[str] = frozenset()  # first words that are read only where their last letter has its accent: "publicó"
    complement: bool = False  # its last word must end its clause where others stand before it: "found the rapper guilty"


class Seconds(Record, frozen=True):
    """The entries that begin with two words."""

    two: tuple[TriggerEntry, ...]  # of these alone
    longer: tuple[TriggerEntry, ...]
    lasts: frozenset[str] | None  # one of these ends each of the longer; None where a word with a star ends one


class Heads(Record, frozen=True):
    """The entries that begin with one word."""

    alone: tuple[TriggerEntry, ...]  # of one word
    second: Mapping[str, Seconds]  # of more: folded second word, in any form → entries
    rest: tuple[TriggerEntry, ...]  # of more, whose second word has a star
    gap: int  # the most words that may stand before the second word of one of them
    following: frozenset[str]  # one of these second words stands within the gap where an entry of several words may be read
    sure: bool  # an entry may be read whatever follows


@dataclass(frozen=True, slots=True)
class TriggerTables:
    """All trigger words of one language."""

    entries: tuple[TriggerEntry, ...]
    index: Mapping[str, tuple[TriggerEntry, ...]]  # folded first word, in any form → entries, longest first
    class_forms: Mapping[str, frozenset[str]]  # class → its folded words, in any form
    classes: Mapping[str, tuple[str, ...]]  # folded word, in any form → its classes, sorted
    idioms: tuple[str, ...]  # "a war of words": no event
    inflection: Inflection = field(repr=False)
    everyday: Mapping[str, TriggerEntry] = field(default_factory=dict)  # folded form → plain verb that no other entry has
    open_entries: tuple[TriggerEntry, ...] = ()  # those whose first word has a star
    open_starts: Mapping[str, tuple[TriggerEntry, ...]] = field(default_factory=dict)  # first letters → those; "": any
    prefixes: tuple[str, ...] = ()  # little words that are written as one with the next: "و"
    homographs: Mapping[str, Homograph] = field(default_factory=dict)  # folded particles that may be verbs
    light: frozenset[str] = frozenset()  # forms of verbs that make one of the noun right before: "गौर किया"
    hosts: frozenset[str] | Shapes = frozenset()  # such nouns: no phrase that begins farther off reaches over them
    _known: dict[str, tuple[TriggerEntry, ...]] = field(default_factory=dict, repr=False)  # answers given: a cache
    _heads: Remembered[Heads | None] = field(init=False, repr=False, compare=False)  # the same

    def __post_init__(self) -> None:
        object.__setattr__(self, "_heads", Remembered(self._heads_of, MOST_KNOWN))

    def entries_at(self, key: str) -> tuple[TriggerEntry, ...]:
        """Give every entry that may begin with a folded word, longest first."""
        if not self.open_entries and not self.prefixes:
            return self.index.get(key, ())
        known = self._known.get(key)
        if known is None:
            found = self._beginning_with(key)
            for prefix in self.prefixes:
                if not found and key.startswith(prefix) and len(key) - len(prefix) >= FEWEST_BEHIND_PREFIX:
                    found = self._beginning_with(key[len(prefix) :])
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            known = self._known[key] = tuple(sorted(found, key=lambda entry: (-len(entry.steps), entry.order)))
        return known

    def _beginning_with(self, key: str) -> list[TriggerEntry]:
        possible = (*self.open_starts.get(key[:FEWEST_LETTERS], ()), *self.open_starts.get("", ()))
        return [*self.index.get(key, ()), *(entry for entry in possible if key in entry.steps[0])]

    def heads_in(self, keys: Sequence[str], uncounted: int) -> list[tuple[int, Heads, bool]]:
        """Give where entries may begin: the index of a folded word, its entries, and whether one of several words may go on.

        ``uncounted`` words may stand between two of an entry beside those that it allows.
        """
        reach = 2 + uncounted
        return [
            (at, heads, goes_on)
            for at, heads in enumerate(map(self._heads.__getitem__, keys))
            if heads and ((goes_on := not heads.following.isdisjoint(keys[at + 1 : at + reach + heads.gap])) or heads.sure)
        ]

    def _heads_of(self, key: str) -> Heads | None:
        entries = self.entries_at(key)
        return _heads(entries) if entries else None


class Match(NamedTuple):
    """One entry read in a row of words, and which words of the row it took."""

    entry: TriggerEntry
    taken: tuple[int, ...]  # indices of the words, ascending


def read_at(tables: TriggerTables, keys: Sequence[str], at: int) -> Iterator[Match]:
    """Read every entry that begins with the word at one index, longest first.

    Parameters
    ----------
    tables
        The trigger tables of the text's language.
    keys
        The folded words of a sentence or clause.
    at
        Index of the first word.
    """
    for entry in tables.entries_at(keys[at]):
        if taken := _follow(entry, keys, at):
            yield Match(entry, taken)


def _follow(entry: TriggerEntry, keys: Sequence[str], at: int) -> tuple[int, ...]:
    taken = [at]
    for forms in entry.steps[1:]:
        first = taken[-1] + 1
        found = next((index for index in range(first, min(first + entry.gap + 1, len(keys))) if keys[index] in forms), None)
        if found is None:
            return ()
        taken.append(found)
    return tuple(taken)


@cache
@uncollected
def trigger_tables(pack: LanguagePack) -> TriggerTables:
    """Give the trigger tables of a pack; empty where it has none. ``LanguagePackError`` names file, key, found and expected."""
    return read_triggers(f"{pack.code}/triggers.toml", pack.table("triggers"))


def read_triggers(file: str, table: Mapping[str, Any]) -> TriggerTables:
    """Check a table, expand its words to their forms and index them."""
    for key in table:
        expect(file, key, key, _HEADS)
    inflection = read_inflection(file, table)
    forms = class_forms(file, table.get("classes", {}), inflection)
    told = _entries(file, table, inflection, tuple(forms))
    entries = tuple(entry for entry in told if not kinds()[entry.kind].everyday)
    plain = {form: entry for entry in told if kinds()[entry.kind].everyday for form in _only_forms(file, entry)}
    open_entries = tuple(entry for entry in entries if isinstance(entry.steps[0], Shapes))
    idioms, prefixes = tuple(table.get("idioms", ())), tuple(map(fold, table.get("prefixes", ())))
    opened = open_entries, _open_starts(open_entries)
    homographs = read_homographs(file, table.get("homographs", []))
    light = frozenset(form for root in table.get("light_verbs", ()) for form in inflection.all_forms(root))
    hosts = shapes(table.get("light_hosts", ()))
    return TriggerTables(
        entries, _index(entries), forms, classes_of(forms), idioms, inflection, plain, *opened, prefixes, homographs, light, hosts
    )


def _open_starts(entries: Sequence[TriggerEntry]) -> Mapping[str, tuple[TriggerEntry, ...]]:
    """Sort the entries whose first word has a star by the letters with which they begin, so that a word meets few of them."""
    found: dict[str, list[TriggerEntry]] = {}
    for entry in entries:
        first = entry.steps[0]
        starts = first.starts if isinstance(first, Shapes) else ()
        for start in {start[:FEWEST_LETTERS] for start in starts} or {""}:
            found.setdefault(start, []).append(entry)
    return {start: tuple(several) for start, several in found.items()}


def _only_forms(file: str, entry: TriggerEntry) -> frozenset[str]:
    """Give the forms of a plain verb: one word without a condition."""
    forms = entry.steps[0]
    if entry.form != "verb" or len(entry.steps) > 1 or entry.classes or entry.forbidden or not isinstance(forms, frozenset):
        raise LanguagePackError(f"{file}: triggers.{entry.kind} has {entry.lemma!r}; expected single verbs, without conditions")
    return forms


def _entries(file: str, table: Mapping[str, Any], inflection: Inflection, classes: Sequence[str]) -> tuple[TriggerEntry, ...]:
    entries: list[TriggerEntry] = []
    roots = frozenset(map(fold, table.get("roots", ())))
    numbers: dict[str, int] = {}
    accents: bool = table.get("accents", False)
    reach = reach_of(table)
    for row in table.get("triggers", ()):
        check_row(file, row, classes)
    wide = read_inflection(file, table, wide=True)
    for row, source, manner in all_rows(file, table, inflection):
        most, its = (WORDS_BETWEEN, wide) if manner.startswith("other") else (ALL, inflection)
        kind: str = row["kind"]
        needed, key = tuple(row.get("with", ())), row.get("object")
        forbidden = forbidding(row.get("not", ()), inflection)
        for part, form in PARTS.items():
            for lemma in row.get(part, ()):
                steps = steps_of(lemma, form, its, roots)
                if manner == "other forms" and (STAR in lemma or steps == steps_of(lemma, form, inflection, roots)):
                    continue
                numbers[kind] = numbers.get(kind, 0) + (not manner)
                entries.append(
                    TriggerEntry(
                        kind,
                        form,
                        lemma,
                        steps,
                        needed,
                        forbidden,
                        key,
                        f"{file}: {kind}, {manner} of {source or lemma!r}" if manner else f"{file}: {kind} #{numbers[kind]}",
                        len(entries),
                        min(reach.gap(lemma), most) if form == "phrase" else 0,
                        len(lemma) if STAR in lemma else ALL,
                        (form == "phrase" and reach.is_closing(lemma)) or row.get(CLOSING) is True,
                        row.get(BEFORE_PLACE) is True,
                        row.get(HEADLINE) is True,
                        inflection.accented_forms(lemma.split()[0]) if accents and form == "verb" else frozenset(),
                        form == "phrase" and reach.is_complement(lemma),
                    )
                )
    return tuple(entries)


def _index(entries: Sequence[TriggerEntry]) -> Mapping[str, tuple[TriggerEntry, ...]]:
    """Sort the entries by the forms of their first words, the longest first; most begin with the first word of others."""
    begun: dict[frozenset[str], list[TriggerEntry]] = {}
    for entry in sorted(entries, key=lambda entry: -len(entry.steps)):
        if isinstance(entry.steps[0], frozenset):
            begun.setdefault(entry.steps[0], []).append(entry)
    index: dict[str, tuple[TriggerEntry, ...]] = {}
    for forms, several in begun.items():
        only = tuple(several)
        index.update({form: _in_order(index[form] + only) if form in index else only for form in forms})
    return index


def _in_order(entries: Sequence[TriggerEntry]) -> tuple[TriggerEntry, ...]:
    return tuple(sorted(entries, key=lambda entry: (-len(entry.steps), entry.order)))


def _heads(entries: Sequence[TriggerEntry]) -> Heads:
    alone, rest = [], []
    second: dict[str, list[TriggerEntry]] = {}
    for entry in entries:
        forms = entry.steps[1] if len(entry.steps) > 1 else None
        if forms is None:
            alone.append(entry)
        elif isinstance(forms, frozenset):
            for form in forms:
                second.setdefault(form, []).append(entry)
        else:
            rest.append(entry)
    gap, seconds = max(entry.gap for entry in entries), {form: _seconds(several) for form, several in second.items()}
    return Heads(tuple(alone), seconds, tuple(rest), gap, frozenset(second), bool(alone or rest))


def _seconds(entries: Sequence[TriggerEntry]) -> Seconds:
    two, longer = (tuple(entry for entry in entries if (len(entry.steps) > 2) is more) for more in (False, True))
    listed = [entry.steps[-1] for entry in longer if isinstance(entry.steps[-1], frozenset)]
    return Seconds(two, longer, frozenset[str]().union(*listed) if len(listed) == len(longer) else None)
