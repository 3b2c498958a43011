"""Dictionary forms → word forms, by rules that are data.

A rule says how a word ends (a regular expression), how many letters go, and what endings come instead; the first rule
that fits is used. "=" in an ending doubles the last letter kept ("stop" → "stopped"); letters before a "-" come in front
of the word, less the ``drop`` letters with which it began ("ي-ون": اعتقل → يعتقلون). Irregular words are listed with
their forms; for a verb the forms that a rule would make and the list has are not made, for a noun they are added.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from extract.errors import LanguagePackError
from extract.text import fold

Part = Literal["verb", "noun"]
_KEYS = ("ends", "cut", "add")
_BETWEEN = " "  # no form has one inside
_LAST_CLASS = re.compile(r"\[([^\W\d_]+)\]$")  # at the end of an expression: "[çfhkpsşt]"
_NO_LATIN = "\u0250"  # the first letter behind those of Latin: before it stands no mark that joins the letter before
_FRONT = "-"  # in an ending: what is before it comes in front of the word


class Ending(NamedTuple):
    """What makes one form of a stem."""

    front: str  # letters in front of the stem; "" where none come there
    drop: int  # letters that go at the front of the stem
    behind: str
    doubles: bool  # "=" in ``behind`` stands for the last letter of the stem


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which words are inflected."""

    ends: re.Pattern[str]
    cut: int
    add: tuple[Ending, ...]
    keys: tuple[Ending, ...] = ()  # the endings folded, where they are of Latin letters alone
    last: str = ""  # the letters of which a word that fits ends in one; "" where any: asked first, packs load faster


@dataclass(frozen=True, slots=True)
class Inflection:
    """How the words of one language change their form."""

    verbs: tuple[Rule, ...]
    nouns: tuple[Rule, ...]
    irregular: Mapping[str, tuple[str, ...]]  # folded base → its irregular forms, folded
    kept: Sequence[str] = ()  # endings that irregular verbs take all the same ("s", "ing")
    invariable: frozenset[str] = frozenset()  # folded words that never change
    every_word: bool = False  # of a noun of several changes, not the last alone: "frappes aériennes"
    headlines: tuple[Rule, ...] = ()  # how headlines shorten verbs: "menyambut" → "sambut"
    verbs_only: bool = False  # the irregular words are verbs: "strike" has no plural "struck"
    last_word: bool = False  # of the words of a verb the last one changes, not the first: "gözaltına aldı"
    _verbs: dict[str, frozenset[str]] = field(default_factory=dict)  # forms already made: caches, never seen from outside
    _nouns: dict[str, frozenset[str]] = field(default_factory=dict)
    _both: dict[str, frozenset[str]] = field(default_factory=dict)

    def verb_forms(self, word: str) -> frozenset[str]:
        """Give the folded forms of one verb, itself included."""
        if (forms := self._verbs.get(word)) is None:
            forms = self._verbs[word] = self._made(word, "verb")
        return forms

    def noun_forms(self, word: str) -> frozenset[str]:
        """Give the folded forms of one noun, itself included."""
        if (forms := self._nouns.get(word)) is None:
            forms = self._nouns[word] = self._made(word, "noun")
        return forms

    def all_forms(self, word: str) -> frozenset[str]:
        """Give the folded forms of one word as a verb and as a noun."""
        if (forms := self._both.get(word)) is None:
            forms = self._both[word] = self.verb_forms(word) | self.noun_forms(word)
        return forms

    def accented_forms(self, word: str) -> frozenset[str]:
        """Give the folded forms of one verb that end in a letter with an accent, which alone tells them from other words."""
        forms = (word, *inflect(word, self.verbs))
        keys = fold(_BETWEEN.join(forms)).split(_BETWEEN)
        plain = {key for key, form in zip(keys, forms, strict=True) if form[-1:].isascii()}
        accented = {key for key, form in zip(keys, forms, strict=True) if not form[-1:].isascii()}
        return frozenset(accented.difference(plain, self.irregular.get(keys[0], ())))

    def _made(self, word: str, part: Part) -> frozenset[str]:
        base = fold(word)
        if base in self.invariable:
            return frozenset((base,))
        listed = () if part == "noun" and self.verbs_only else self.irregular.get(base, ())
        made = set(_folded_forms(word, self.verbs if part == "verb" else self.nouns))
        if part == "verb" and listed and self.kept:
            made = {form for form in made if form.endswith(tuple(self.kept))}
        return frozenset({base, *listed, *made})


def inflect(word: str, rules: Sequence[Rule]) -> list[str]:
    """Make the forms of a word by the first rule that fits; none where no rule does."""
    rule = _rule_for(word, rules)
    return _joined(word[: len(word) - rule.cut], rule.add) if rule else []


def _folded_forms(word: str, rules: Sequence[Rule]) -> list[str]:
    """Make the forms of a word, folded: a Latin stem apart from its endings, all others in one call, so that packs load faster."""
    rule = _rule_for(word, rules)
    if rule is None or not rule.add:
        return []
    stem = word[: len(word) - rule.cut]
    if rule.keys and len(stem) > 1 and max(stem) < _NO_LATIN and _BETWEEN not in stem:
        return _joined(fold(stem), rule.keys)
    return fold(_BETWEEN.join(_joined(stem, rule.add))).split(_BETWEEN)


def _rule_for(word: str, rules: Sequence[Rule]) -> Rule | None:
    end = word[-1:]
    return next((rule for rule in rules if (not rule.last or end in rule.last) and rule.ends.search(word)), None)


def _joined(stem: str, endings: Sequence[Ending]) -> list[str]:
    last = stem[-1:]
    return [front + stem[drop:] + (behind.replace("=", last) if doubles else behind) for front, drop, behind, doubles in endings]


def _ending(written: str, drop: int) -> Ending:
    front, joint, behind = written.rpartition(_FRONT)
    return Ending(front, drop if joint else 0, behind, "=" in behind)


def read_inflection(file: str, table: Mapping[str, Any], *, wide: bool = False) -> Inflection:
    """Read the rules and the flags of ``[inflection]``, and ``irregular`` and ``invariable``.

    With ``wide``, words that are written in one form take the others too, by ``other_verbs`` and ``other_nouns``.

    Raises
    ------
    LanguagePackError
        A rule is malformed; the message names file, key, found and expected.
    """
    head = table.get("inflection", {})
    irregular: dict[str, tuple[str, ...]] = {}
    for row in table.get("irregular", ()):
        base, *forms = (fold(form) for form in row.split())
        irregular[base] = (*irregular.get(base, ()), *forms)
    verbs, nouns = _rules(file, head, "verbs"), _rules(file, head, "nouns")
    if wide:
        verbs, nouns = (*_rules(file, head, "other_verbs"), *verbs), (*_rules(file, head, "other_nouns"), *nouns)
    return Inflection(
        verbs,
        nouns,
        irregular,
        tuple(head.get("kept", ())),
        frozenset(map(fold, table.get("invariable", ()))),
        bool(head.get("every_word")),
        _rules(file, head, "headlines"),
        bool(head.get("verbs_only")),
        bool(head.get("last_word")),
    )


def _rules(file: str, head: Mapping[str, Any], part: str) -> tuple[Rule, ...]:
    rules = []
    for number, row in enumerate(head.get(part, ()), 1):
        key = f"inflection.{part}[{number}]"
        if not isinstance(row, dict) or sorted(row.keys() - {"drop"}) != sorted(_KEYS):
            raise LanguagePackError(
                f"{file}: {key} is {row!r}; expected ends (a regular expression), cut (a number) and add (endings)"
            )
        try:
            ends = re.compile(f"(?:{row['ends']})$")
        except re.error as error:
            raise LanguagePackError(f"{file}: {key}.ends is {row['ends']!r}: {error}; expected a regular expression") from error
        drop = int(row.get("drop", 0))
        endings = tuple(_ending(written, drop) for written in row["add"])
        rules.append(Rule(ends, int(row["cut"]), endings, _keys_of(endings), _last_letters(row["ends"])))
    return tuple(rules)


def _keys_of(endings: Sequence[Ending]) -> tuple[Ending, ...]:
    """Fold endings of Latin letters, which change no letter beside them; () where one has other letters or letters in front."""
    if not endings or any(front or max(behind, default="") >= _NO_LATIN for front, _, behind, _ in endings):
        return ()
    folded = fold(_BETWEEN.join(ending.behind for ending in endings)).split(_BETWEEN)
    return tuple(Ending("", 0, behind, ending.doubles) for behind, ending in zip(folded, endings, strict=True))


def _last_letters(ends: str) -> str:
    """Give the letters of which every word that fits an expression ends in one, where it ends in a letter or a class of them."""
    if "|" in ends:
        return ""
    found = _LAST_CLASS.search(ends)
    return found[1] if found else ends[-1:] if ends[-1:].isalpha() and ends[-2:-1] != "\\" else ""
