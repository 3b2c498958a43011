"""Words of scripts that are written without spaces (``words = "unspaced"``): the longest word that the pack knows, at each place.

The words are those of all tables of the pack, with the forms of its trigger words, and of ``lexicon.csv``, common words that keep
others from being read across them. What no table knows is cut into single letters; a run of katakana, which mostly writes one
name, stays whole, and so does one of the letters with which a language writes foreign names (``transliteration``), where places
are sought.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.errors import LanguagePackError
from extract.language import LanguagePack, load_pack
from extract.language.shapes import STAR
from extract.language.triggers import trigger_tables
from extract.text import WORD, pieces

TABLES = ("triggers", "events", "modality", "participants", "speech", "places", "linking", "unreal")
_HAN_AND_KANA = "\u2e80-\u2fdf\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
RUN = re.compile(f"[{_HAN_AND_KANA}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")  # and Thai, Lao, Myanmar, Khmer
LETTERS = "foretold"  # the part of a table that lists letters behind a word, and no words
_WHOLE = re.compile("[\u30a1-\u30fa\u30fc-\u30ff]+")
WHOLE_WORD = re.compile(f"({WORD.pattern})")
SHORT = 2  # letters of a name that may be there by chance
TORN = 3  # letters; so short a word before letters of a foreign name is a part of that name: "普拉" in "普拉博沃"
Longest = Callable[[str, int], int]  # a run and a place in it → how many letters from there are one name; 0 for none


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words of one language, by first letter."""

    lengths: Mapping[str, tuple[int, ...]]  # first letter → lengths of words, longest first
    words: frozenset[str]
    own: frozenset[str]  # those of the tables; a common word is cut short where one of these begins in it and reaches beyond it
    foreign: frozenset[str] = frozenset()  # letters that write the sounds of foreign names

    def longest(self, run: str, at: int) -> int:
        """Give the length of the longest known word at one place of a run; 0 where there is none."""
        for length in self.lengths.get(run[at], ()):
            if at + length <= len(run) and run[at : at + length] in self.words:
                return length if run[at : at + length] in self.own else self._short_of_own(run, at, length)
        return 0

    def _short_of_own(self, run: str, at: int, length: int) -> int:
        """Cut a common word short where a word of the tables begins inside it and ends behind it: "人|死亡", not "人死|亡"."""
        for inner in range(1, length):
            begin = at + inner
            within = (long for long in self.lengths.get(run[begin], ()) if begin + long <= len(run))
            reach = next((long for long in within if run[begin : begin + long] in self.own), 0)
            if reach > max(1, length - inner):
                return inner
        return length

    def cut(self, run: str, names: Longest | None = None) -> Iterator[tuple[int, int]]:
        """Cut a run into words; ``names`` may know a longer one at a place, and then a foreign name is not torn."""
        at = 0
        while at < len(run):
            length = self.longest(run, at)
            if names:
                length = max(self._short_of_name(run, at, length, names), names(run, at))
                length = self._untorn(run, at, length, names)
            elif not length:
                whole = _WHOLE.match(run, at)
                length = len(whole.group()) if whole else 1
            yield at, at + length
            at += length

    def _short_of_name(self, run: str, at: int, length: int, names: Longest) -> int:
        """Cut a common word short where a longer name begins inside it and ends behind it: "在|内罗毕", not "在内|罗毕"."""
        if length < 2 or run[at : at + length] in self.own:
            return length
        return next((inner for inner in range(1, length) if names(run, at + inner) > max(SHORT, length - inner)), length)

    def _untorn(self, run: str, at: int, length: int, names: Longest) -> int:
        """Give the length of a whole foreign name where a short word at its beginning, or none, is known."""
        behind = at + length
        whole = _WHOLE.match(run, at)
        if whole and length and whole.end() == behind + 1:
            return length + 1  # "アルバイト" is not Albay
        if length > TORN or (length and not self._is_foreign(run, at, behind)):
            return length
        if whole:
            return length if length and self._is_all_known(run, behind, whole.end(), names) else len(whole.group())
        if length and (not self._is_foreign(run, behind, behind + 1) or self.longest(run, behind) or names(run, behind)):
            return length
        end = max(behind, at + 1)
        while self._is_foreign(run, end - 1, end + 1) and not self.longest(run, end) and names(run, end) <= TORN:
            end += 1
        return end - at

    def _is_all_known(self, run: str, at: int, end: int, names: Longest) -> bool:
        """Tell whether a part of a run is nothing but known words: "バンコク" of "タイバンコク", not "ミング" of "タイミング"."""
        while at < end and (length := max(self.longest(run, at), names(run, at))) >= SHORT:
            at += length
        return at >= end

    def _is_foreign(self, run: str, start: int, end: int) -> bool:
        """Tell whether all letters of a part of a run write the sounds of a foreign name."""
        part = run[start:end]
        return len(part) == end - start and (all(letter in self.foreign for letter in part) or bool(_WHOLE.fullmatch(part)))


@cache
def lexicon_of(pack: LanguagePack) -> Lexicon | None:
    """Gather the words of a pack whose language is written without spaces; None for any other.

    Raises
    ------
    LanguagePackError
        ``language.toml`` names another behaviour than "spaced" or "unspaced".
    """
    behaviour = pack.traits.get("words", "spaced")
    if behaviour not in ("spaced", "unspaced"):
        raise LanguagePackError(f"{pack.code}/language.toml: words is {behaviour!r}; expected 'spaced' or 'unspaced'")
    if behaviour == "spaced":
        return None
    names = {line.partition(",")[0] for name in ("names", "cities") for line in pack.listed(name)}
    tables = ({key: part for key, part in pack.table(name).items() if key != LETTERS} for name in TABLES)
    own = {word for table in tables for word in _strings(table)} | names | _trigger_forms(pack)
    return _indexed(own, pack.listed("lexicon"), frozenset(pack.traits.get("transliteration", "")))


def _trigger_forms(pack: LanguagePack) -> set[str]:
    """Give every form of the words of the trigger table; a word with a star has none that could be listed."""
    steps = (step for entry in trigger_tables(pack).entries for step in entry.steps)
    return {form for step in steps if isinstance(step, frozenset) for form in step}


def refined(spans: Collection[tuple[int, int]], text: str, lexicon: Lexicon, names: Longest | None = None) -> list[tuple[int, int]]:
    """Cut the spans of words further at the words of a lexicon; spans of other scripts stay as they are."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        at = start
        for run in RUN.finditer(text, start, end):
            if run.start() > at:
                out.append((at, run.start()))
            out += [(run.start() + first, run.start() + last) for first, last in lexicon.cut(run.group(), names)]
            at = run.end()
        if at < end:
            out.append((at, end))
    return out


def _indexed(own: Collection[str], common: Collection[str], foreign: frozenset[str] = frozenset()) -> Lexicon:
    lengths: dict[str, set[int]] = {}
    own, common = ({word for word in words if RUN.fullmatch(word)} for words in (own, common))
    for word in own | common:
        lengths.setdefault(word[0], set()).add(len(word))
    longest_first = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    return Lexicon(longest_first, frozenset(own | common), frozenset(own), foreign)


def _strings(value: Any) -> Iterator[str]:
    """Yield the words of a table, at whatever depth, keys that are words of the language included."""
    if isinstance(value, str):
        yield from (word.strip(STAR) for word in value.split())
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _strings(key)
            yield from _strings(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _strings(inner)


def words_of(text: str, code: str) -> list[tuple[int, int]]:
    """Find the words of a text in one language, where it is written without spaces too."""
    lexicon = lexicon_of(load_pack(code))
    spans = [match.span() for match in WORD.finditer(text)]
    return refined(spans, text, lexicon) if lexicon else spans


def words_in(text: str, code: str, start: int = 0) -> tuple[list[str], list[int]]:
    """Give the words that ``words_of`` finds, and where they start; ``start`` is where the text stands in its document."""
    if lexicon_of(load_pack(code)) is None:
        words, starts, _ = pieces(WHOLE_WORD, text, start)
        return words, starts
    spans = words_of(text, code)
    return [text[begin:end] for begin, end in spans], [start + begin for begin, _ in spans]


def words_of_events(pack: LanguagePack) -> frozenset[str]:
    """Give the verbs that alone tell of an event, in every form that could be listed."""
    alone = (entry.steps[0] for entry in trigger_tables(pack).entries if len(entry.steps) == 1 and entry.form != "noun")
    return frozenset(form for step in alone if isinstance(step, frozenset) for form in step)
