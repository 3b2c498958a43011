"""A lemma of a trigger table → the forms that each of its words may have, and how far apart they may stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from extract.language.inflection import Inflection
from extract.language.shapes import STAR, Shapes, shapes
from extract.text import fold, words

JOINTS = frozenset("-'’")  # stand inside a word of the table: "test-fire"
WORDS_BETWEEN = 2  # the most words that may stand between two words of a phrase ("signed a new deal")
COMPLEMENT_BETWEEN = 8  # the same before what is said of the object: "found the rapper Dre Malone guilty"
CLOSING_BETWEEN = 16  # the same before the part of a verb that ends the clause: a whole clause stands between
FormClass = Literal["verb", "noun", "phrase"]
Forms = frozenset[str] | Shapes  # what one word may be, folded
_PLAIN = re.compile(r"[^\W\d_][^-'’+.]*").fullmatch  # no sign inside: the words are what spaces part


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the words of a table's phrases may stand apart, and which last words must end their clause."""

    between: int
    particles: frozenset[str]
    separable: frozenset[str]
    complements: frozenset[str]

    def gap(self, lemma: str) -> int:
        """Give the most words that may stand between two of a phrase; fewer where it begins or ends with a particle: "call for"."""
        if self.is_closing(lemma) or self.is_complement(lemma):
            return CLOSING_BETWEEN if self.is_closing(lemma) else max(self.between, COMPLEMENT_BETWEEN)
        near = lemma.partition(" ")[0] in self.particles or lemma.rpartition(" ")[2] in self.particles
        return min(self.between, WORDS_BETWEEN) if near else self.between

    def is_closing(self, lemma: str) -> bool:
        """Tell whether the last word of a phrase is the part of a verb that ends the clause: "nahm … fest"."""
        return bool(self.separable) and _is_listed(lemma, self.separable)

    def is_complement(self, lemma: str) -> bool:
        """Tell whether the last word of a phrase is said of the object of its verb: "found … guilty", "took … hostage"."""
        return bool(self.complements) and lemma.partition(" ")[0] not in self.particles and _is_listed(lemma, self.complements)


def reach_of(table: Mapping[str, Any]) -> Reach:
    """Read how far the words of a trigger table's phrases may stand apart."""
    lists = (frozenset(table.get(key, ())) for key in ("particles", "separable", "complements"))
    return Reach(table.get("words_between", WORDS_BETWEEN), *lists)


def _is_listed(lemma: str, ends: frozenset[str]) -> bool:
    """Tell whether a phrase, its last word or its last two are listed."""
    parts = lemma.split()
    return lemma in ends or parts[-1] in ends or (len(parts) > 2 and " ".join(parts[-2:]) in ends)


def steps_of(lemma: str, form: FormClass, inflection: Inflection, roots: frozenset[str]) -> tuple[Forms, ...]:
    """Give the forms of each word: the last of a noun and of a hyphenated verb changes, the first of a verb, all of a phrase.

    A pack may have each word of a noun change (``every_word``), or the last of a verb (``last_word``), which then is the only
    one of a phrase to take the forms of verbs.
    A lemma with a star gives its forms itself.
    """
    if STAR in lemma:
        return tuple(step for part in lemma.split() for step in _starred(part))
    parts = (
        lemma.split()
        if lemma.replace(" ", "").isalpha() or _PLAIN(lemma)
        else [lemma[span.start : span.end] for span in words(lemma)]
    )
    if form == "phrase" and not roots:  # as nearly all are: packs load faster
        return tuple(map(inflection.all_forms, parts))
    verb_end = lemma.split(maxsplit=1)[0].count("-")
    changing = len(parts) - 1 if form == "noun" or inflection.last_word else verb_end
    every = form == "noun" and inflection.every_word
    return tuple(_step(part, form, every or number == changing, inflection, roots) for number, part in enumerate(parts))


def _starred(part: str) -> Iterator[Forms]:
    """Give the steps of one part of a lemma between spaces: "s'est" is two words, "d'arrêt*" too."""
    if part.strip(STAR).isalpha():  # one word, as nearly all are: packs load faster
        yield shapes((part,)) if STAR in part else frozenset((fold(part),))
        return
    for span in words(part):
        word = part[span.start : span.end]
        before, after = part[span.start - 1 : span.start] == STAR, part[span.end : span.end + 1] == STAR
        yield shapes([f"{STAR * before}{word}{STAR * after}"]) if before or after else frozenset((fold(word),))


def _step(part: str, form: FormClass, changing: bool, inflection: Inflection, roots: frozenset[str]) -> frozenset[str]:
    if form == "phrase":
        verbal = (changing or not inflection.last_word) and (not roots or fold(part) in roots)
        return inflection.all_forms(part) if verbal else inflection.noun_forms(part)
    if not changing:
        return frozenset((fold(part),))
    return inflection.verb_forms(part) if form == "verb" else inflection.noun_forms(part)
