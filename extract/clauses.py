"""Sentence → tokens in clauses: what triggers, modality, speech and participants read.

In goes one sentence; out comes a Reading: its tokens with offsets in the document, the clause and the depth of
quotation of each. A part between separators that has no verb is no clause and joins its neighbour.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from typing import Literal

from extract.language.events import EventRules
from extract.language.lexicon import refined
from extract.language.shapes import Shapes
from extract.models import Sentence, Span
from extract.models.record import Record
from extract.phrases import Finder, Found, PhraseTables, finder
from extract.text import MOST_FOLDED, QUOTES, WORD, Remembered, folded, parts_numbers, pieces, quoted_names

_TOKEN = re.compile(rf"({WORD.pattern}|''|``|[^\w\s])")
HEADLINE_TOKENS, HEADLINE_SHARE = 4, 0.85  # to either side of a word; of them with a capital, from which it is a headline
_OPENING, _CLOSING = frozenset([*"“„«「", "``"]), frozenset([*"”»」", "''"])
_LEANING = frozenset("“”»«")  # marks that open in one language and close in another
_DASHES, _BEFORE_TELLER = frozenset("—–"), frozenset(",!?…")
VERB_END = 4  # words at the end of a clause, of which one is its verb where verbs stand last
NO_TABLES = PhraseTables(())
Position = Literal["verb", "noun", "phrase", "speech"]
NameKind = Literal["person", "organisation", "country", "group", "common", "thing", "unknown"]
Opener = Literal["start", "comma", "quote", "bracket", "subordinate", "coordinate"]
_SIGNS: dict[str, Opener] = {
    **dict.fromkeys("،؛、,;:—–|", "comma"),
    **dict.fromkeys("()[]", "bracket"),
    **dict.fromkeys(QUOTES, "quote"),
}
_STRONG = frozenset(";؛")  # what stands behind them never goes on with the clause before: "; on Tuesday, troops …"
_begins_large = Remembered(lambda word: word[0].isupper(), MOST_FOLDED)


class Clause(Record, frozen=True):
    """A run of tokens [first, last) with one verb or more."""

    first: int
    last: int
    opener: Opener
    word: str  # the word or sign that opens it, folded


class Trigger(Record, frozen=True):
    """Tokens [first, last) of a sentence that tell an event."""

    first: int
    last: int
    kind: str
    position: Position
    strength: int  # conditions of its entry that were met
    lemma: str
    rule: str
    object: str | None  # language-neutral key of the condition's word
    taken: tuple[int, ...] = ()  # its own tokens, without the words between them


class Name(Record, frozen=True):
    """A mention of somebody, tokens [first, last) of one sentence."""

    sentence: int
    first: int
    last: int
    span: Span
    name: str  # the fullest name told in the document
    kind: NameKind
    key: str
    title: str | None
    described: bool = False  # told by a description, not by the name: "the Iranian president"
    adjective: bool = False  # a land, told by its adjective or its people: "Russian"
    people: bool = False  # a land, told by a word for its people that is no adjective: "финнов"
    case: str = ""  # of a noun without a name, where its ending tells it: "subject", "object", "by"


class Reading(Record, frozen=True):
    """One sentence, read: parallel lists with one entry a token."""

    sentence: Sentence
    starts: list[int]
    ends: list[int]
    keys: list[str]  # folded
    words: list[str]  # as written
    capitals: list[int]  # tokens that begin with one
    clause_of: list[int]
    quoted: list[bool]
    clauses: list[Clause]
    open_quote: bool  # a quotation goes on behind the end
    phrases: Finder
    recalling: Sequence[Found[str]]  # "anniversary of": words by which what stands beside them is only remembered

    def token_at(self, offset: int) -> int:
        """Give the first token that ends behind an offset of the document."""
        return bisect_left(self.ends, offset + 1)

    def clause_at(self, token: int) -> int:
        """Give the number of the clause that holds a token; behind the last, that of the last."""
        return self.clause_of[min(token, len(self.ends) - 1)]

    def covered(self, spans: Iterable[Span]) -> list[bool]:
        """Mark the tokens that spans of the document touch."""
        out = [False] * len(self.keys)
        for start, end in spans:
            first, last = bisect_left(self.ends, start + 1), bisect_left(self.starts, end)
            if last > first:
                out[first:last] = [True] * (last - first)
        return out

    def span(self, first: int, last: int) -> Span:
        """Give the span of tokens [first, last)."""
        return Span(self.starts[first], self.ends[last - 1])


def read_sentence(
    text: str, sentence: Sentence, rules: EventRules, verbs: Shapes, tables: PhraseTables = NO_TABLES, *, in_quote: bool = False
) -> Reading:
    """Read one sentence of a document's text.

    Parameters
    ----------
    text
        The whole text of the document.
    sentence
        The sentence to read.
    rules
        How the language builds clauses.
    verbs
        Folded forms of the language's verbs: a part with one of them is a clause.
    tables
        The tables of phrases that are sought in every sentence, all at once; others are sought when they are asked for.
    in_quote
        Whether a quotation was still open at the end of the sentence before.

    """
    words, starts, ends = pieces(_TOKEN, text[sentence.span.start : sentence.span.end], sentence.span.start)
    if rules.lexicon:
        spans = refined(list(zip(starts, ends, strict=True)), text, rules.lexicon)
        words, starts, ends = [text[start:end] for start, end in spans], [start for start, _ in spans], [end for _, end in spans]
    keys = folded(words, accents=rules.accents_kept)
    if rules.read_as:
        keys = [rules.read_as.get(word.casefold(), key) for word, key in zip(words, keys, strict=True)]
    opens_again = len(words) > 1 and (words[0] in _OPENING or (words[0] in QUOTES and ends[0] == starts[1]))
    quoted, still_open = _quotation(words, starts, ends, in_quote and not opens_again)
    capitals = list(compress(range(len(words)), map(_begins_large.__getitem__, words)))
    plain = keys if sentence.heading else _without_capitals(keys, capitals)
    names = quoted_names(words)
    quoted = [inside and at not in names for at, inside in enumerate(quoted)] if names else quoted
    clauses = _clauses(keys, plain, names, rules, verbs)
    clause_of: list[int] = []
    for number, clause in enumerate(clauses):
        clause_of += [number] * (clause.last - clause.first)
    phrases = finder(keys, tables)
    recalling = phrases(rules.recalling)
    return Reading(sentence, starts, ends, keys, words, capitals, clause_of, quoted, clauses, still_open, phrases, recalling)


def _quotation(words: list[str], starts: list[int], ends: list[int], inside: bool) -> tuple[list[bool], bool]:
    """Mark the tokens inside quotation marks, and tell whether the quotation is still open at the end.

    A dash behind a comma inside begins what its teller says, the next one goes on: «Мы здесь, — сказал он. — Нас много».
    """
    if QUOTES.isdisjoint(words) and not (inside and words[0] in _DASHES):
        return [inside] * len(words), inside
    quoted, aside = [], False
    for at, word in enumerate(words):
        if word in QUOTES:
            aside, inside = False, _opens(words, starts, ends, at, inside)
            quoted.append(False)
            continue
        if word in _DASHES and at and (aside or (inside and words[at - 1] in _BEFORE_TELLER)):
            aside = not aside
        quoted.append(inside and not aside)
    return quoted, inside


def _opens(words: list[str], starts: list[int], ends: list[int], at: int, inside: bool) -> bool:
    """Tell whether a quotation is open behind a mark: by where it leans, „so“, »so« and ”so”, else by its shape."""
    word = words[at]
    if word in _LEANING:
        before = at > 0 and ends[at - 1] == starts[at]
        behind = at + 1 < len(words) and starts[at + 1] == ends[at] and words[at + 1][0].isalnum()
        if before != behind:
            return behind
    return True if word in _OPENING else False if word in _CLOSING else not inside


def _without_capitals(keys: list[str], capitals: list[int]) -> list[str]:
    """Blank the words with a capital behind the first: none of them is a verb ("The United States and Iran swapped …")."""
    plain = list(keys)
    for at in capitals:
        if at:
            plain[at] = ""
    return plain


def _clauses(keys: list[str], plain: list[str], names: frozenset[int], rules: EventRules, verbs: Shapes) -> list[Clause]:
    merged: list[tuple[Clause, bool]] = []
    own = _reflexives(keys, plain, rules, verbs) | _prepositions(keys, rules) | names
    for part in _parts(keys, rules.openers, rules.clause_endings, _contacts(keys, plain, rules, verbs), own):
        begin = max(part.first, part.last - VERB_END) if rules.verb_last else part.first
        has_verb = not verbs.isdisjoint(plain[begin : part.last])
        has_verb = has_verb or (bool(rules.clause_endings) and _ends_clause(keys, part.last - 1, rules.clause_endings))
        joins = not merged or not merged[-1][1] or not (has_verb or (rules.bare_opens and part.opener == "comma"))
        follows = rules.verb_continues and part.opener == "comma"
        joins = joins or (follows and not verbs.isdisjoint(plain[part.first + 1 : part.first + 2]))
        if merged and part.opener != "quote" and joins and part.word not in _STRONG and not _own_phrase(part, merged[-1], has_verb):
            before, verb_before = merged[-1]
            merged[-1] = (Clause(before.first, part.last, before.opener, before.word), has_verb or verb_before)
        else:
            merged.append((part, has_verb))
    return [clause for clause, _ in merged]


def _own_phrase(part: Clause, before: tuple[Clause, bool], has_verb: bool) -> bool:
    """Keep "after the talks" and quotations apart from what is before them."""
    return part.opener == "subordinate" or (before[0].opener in ("quote", "subordinate") and not before[1] and has_verb)


def _contacts(keys: list[str], plain: list[str], rules: EventRules, verbs: Shapes) -> list[int]:
    """Give the subjects that open a clause about the noun behind a verb before them: "released the hostages they seized in May"."""
    if not rules.contact_subjects or rules.contact_subjects.isdisjoint(keys):
        return []
    found, begun = [], 0
    for at, key in enumerate(keys):
        if key in _SIGNS or key in rules.openers:
            begun = at
        elif key in rules.contact_subjects and at and keys[at - 1][:1].isalpha() and at - 1 > begun:
            before = plain[at - 1]
            small = before in rules.noun_prepositions or before in rules.adverbs or before in rules.auxiliaries
            if not small and before not in verbs and not verbs.isdisjoint(plain[begun : at - 1]):  # not "Last week they met"
                found.append(at)
    return found


def _reflexives(keys: list[str], plain: list[str], rules: EventRules, verbs: Shapes) -> frozenset[int]:
    """Give the words for "if" that are pronouns of the verb behind them: "o ministro se demitiu", not "perguntou se houve"."""
    both = rules.conditions & rules.auxiliaries
    if both.isdisjoint(keys):
        return frozenset()
    inside = (at for at in range(1, len(keys) - 1) if keys[at] in both and keys[at - 1][:1].isalpha())
    return frozenset(
        at for at in inside if plain[at + 1] in verbs and (plain[at - 1] not in verbs or plain[at - 1] in rules.auxiliaries)
    )


def _prepositions(keys: list[str], rules: EventRules) -> frozenset[int]:
    """Give the conjunctions that are prepositions: of a length of time, "قبل يومين", two days ago, or behind one, "من قبل"."""
    joined: frozenset[int] = frozenset()
    if rules.verb_first and not rules.time_marks.isdisjoint(keys):  # "من قبل": by
        behind = rules.noun_prepositions
        joined = frozenset(at for at in range(1, len(keys)) if keys[at] in rules.time_marks and keys[at - 1] in behind)
    if rules.lengths.isdisjoint(keys):
        return joined
    length = {at - keys[at - 1].isdigit() for at in range(1, len(keys)) if keys[at] in rules.lengths}
    return joined | {at - 1 for at in length if at and keys[at - 1] in rules.openers}


def _parts(
    keys: list[str], openers: Mapping[str, Opener], endings: tuple[str, ...], contacts: Sequence[int], own: frozenset[int]
) -> list[Clause]:
    parts: list[Clause] = []
    first, opener, word = 0, "start", ""
    # behind a hyphen a word is a part of the word before: "registaram-se", "stop-and-search"
    opening = [at for at, key in enumerate(keys) if key in _SIGNS or (key in openers and not (at and keys[at - 1] == "-"))]
    opening = [at for at in opening if at not in own and not parts_numbers(keys, at)]
    if endings:
        opening = sorted({*opening, *(at for at in range(len(keys)) if _ends_clause(keys, at, endings))})
    for index in sorted({*opening, *contacts}) if contacts else opening:
        key = keys[index]
        if key not in openers and key not in _SIGNS and index not in contacts:
            parts.append(Clause(first, index + 1, opener, word))  # type: ignore[arg-type]
            first, opener, word = index + 1, "coordinate", ""
            continue
        sign = _SIGNS.get(key) or openers.get(key, "subordinate")
        if index > first and not (opener == "comma" and index == first + 1):
            parts.append(Clause(first, index, opener, word))  # type: ignore[arg-type]
            first = index
        opener, word = sign, key
    if len(keys) > first:
        parts.append(Clause(first, len(keys), opener, word))  # type: ignore[arg-type]
    return parts


def _ends_clause(keys: list[str], at: int, endings: tuple[str, ...]) -> bool:
    """Tell whether a verb, or a verb and the word behind it, ends in one of the ways that end a clause."""
    return bool(endings) and f"{keys[at - 1] if at else ''} {keys[at]}".endswith(endings)


def runs_as_headline(words: Sequence[str], at: int) -> bool:
    """Tell whether nearly all words around one, or before it, bear a capital, as in a headline that runs on."""
    for first, last in ((at - HEADLINE_TOKENS, at + HEADLINE_TOKENS + 1), (at - 2 * HEADLINE_TOKENS, at + 1)):
        near = [word[0].isupper() for word in words[max(0, first) : last] if word[0].isalpha()]
        if len(near) > HEADLINE_TOKENS and sum(near) >= HEADLINE_SHARE * len(near):
            return True
    return False
