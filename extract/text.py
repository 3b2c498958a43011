"""Words and folding that keep offsets.

Words are found in the text as given; only a copy of each word is folded, to serve as a key. A whole text is never
folded or lowered: "İstanbul" grows by one code point and would shift everything after it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TypeVar

from extract.models import Span

# Python's \w stops at Devanagari vowel signs (category Mc), so letters and marks are listed together.
_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0971-\u0983\u09bc-\u09cd\u0a3c-\u0a4d"
    "\u0abc-\u0acd\u0b3c-\u0b4d\u0bbe-\u0bcd\u0c3e-\u0c4d\u0cbc-\u0ccd\u0d3e-\u0d4d\u0e31-\u0e4e\u200c\u200d"
)
# The first branch is a shortcut: a word of ASCII letters alone takes a third of the time that way.
WORD = re.compile(rf"[A-Za-z]++(?![^\x00-\x7f])|[^\W\d_][^\W\d_{_MARKS}]*(?:[{_MARKS}]+[^\W\d_]*)*|\d+(?:[.,]\d+)*")
_LATIN_MARKS = re.compile("[\u0300-\u036f]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")  # short vowels, doubling, and the stroke that lengthens a line
_DEVANAGARI = re.compile("[\u0900-\u097f]")
_AS_ONE = {
    "\u0905\u093e": "\u0906",
    "\u0906\u0947": "\u0913",
    "\u0906\u0948": "\u0914",
    "\u093e\u0947": "\u094b",
    "\u093e\u0948": "\u094c",
}
# Vowels that look right and are not, "अाग" for "आग" and "लाेग" for "लोग", and a visarga for a colon: "दिल्लीः".
_MISWRITTEN = re.compile("|".join((*_AS_ONE, "(?<=.)\u0903$")))
_NASAL_BEFORE_CONSONANT = re.compile("[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u0939])")
QUOTES = frozenset(['"', "“", "”", "„", "«", "»", "``", "''", "「", "」"])
LONGEST_QUOTED_NAME = 4  # tokens between the marks; more is rather what somebody says
TITLE_SMALL = 3  # longer words without a capital in a sentence with a stop: none of a heading
TITLE_LETTERS, TITLE_WORDS, TITLE_SHARE = 4, 4, 0.75  # a heading in title case: so many words of so many letters have capitals
SCORING = frozenset(":–")  # signs that part the numbers of a score
MOST_FOLDED = 200_000  # words whose keys are kept
_MARKED_LETTERS = frozenset("ÀÁÂÃÈÉÊÌÍÒÓÔÙÚàáâãèéêìíòóôùúΉή")  # words of their own: "è" and "e", "à" and "a", "ή" and "η"
_KEYS_THEMSELVES = re.compile("[ \u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3]+").fullmatch  # kana, Han, Hangul
_QUALITIES = str.maketrans({"\u0302": "\ua717", "\u0306": "\ua718", "\u031b": "\ua719"})  # circumflex, breve, horn: other vowels
_TONES = {"\u0300": "\ua71a", "\u0301": "\ua71b", "\u0303": "\ua71c", "\u0309": "\ua71d", "\u0323": "\ua71e"}
_NO_TONES = str.maketrans(dict.fromkeys(_TONES, ""))
_APOSTROPHE = re.compile("[\u2019\u2018\u02bc\u2010\u2011\u2013]")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-", "\u2013": "-"})


Answer = TypeVar("Answer")


class Remembered(dict[str, Answer]):
    """The answers of a function to the words asked so far: a look-up costs a third of what it costs in an lru_cache."""

    def __init__(self, answer: Callable[[str], Answer], most: int) -> None:
        """Remember at most so many answers of a function; then it begins anew."""
        super().__init__()
        self._answer, self._most = answer, most

    def __missing__(self, word: str) -> Answer:
        if len(self) >= self._most:
            self.clear()
        answer = self[word] = self._answer(word)
        return answer


def words(text: str) -> list[Span]:
    """Find the words and numbers of a text; a hyphen or an apostrophe ends a word."""
    make = tuple.__new__  # twice as fast as Span(*pair): this runs for every word of every sentence
    return [make(Span, match.span()) for match in WORD.finditer(text)]


def pieces(pattern: re.Pattern[str], text: str, start: int = 0) -> tuple[list[str], list[int], list[int]]:
    """Cut a text into all that a pattern finds: the words, where they start and where they end.

    Parameters
    ----------
    pattern
        Its one group is the whole of it, and it never matches nothing.
    text
        What is cut.
    start
        Added to all offsets: where the text stands in its document.
    """
    found, starts, ends, _ = pieces_and_gaps(pattern, text, start)
    return found, starts, ends


def pieces_and_gaps(pattern: re.Pattern[str], text: str, start: int = 0) -> tuple[list[str], list[int], list[int], list[str]]:
    """Cut a text as ``pieces`` does; give also what stands between each word and the next."""
    parts = pattern.split(text)  # no object a match: this runs for every word of every document
    edges = list(accumulate(map(len, parts), initial=start))
    return parts[1::2], edges[1:-1:2], edges[2::2], parts[2:-1:2]


def ascii_digits(word: str) -> str:
    """Write digits of any script as 0 to 9; nothing else changes."""
    return word if word.isascii() else "".join(str(int(sign)) if sign.isdecimal() else sign for sign in word)


@lru_cache(maxsize=MOST_FOLDED)
def fold(word: str) -> str:
    """Fold one word or name to the key under which tables are searched.

    Case, Latin diacritics, invisible characters, kinds of apostrophe and hyphen, and in Devanagari nukta, candrabindu,
    candra vowels, half nasals, vowels of two signs and a visarga at the end, in Arabic the short vowels are folded; a word of
    one Latin letter keeps its mark: "è" (is) is not "e" (and).
    Never use it on text whose offsets matter.
    """
    if word.isascii():
        return word.casefold()
    if _KEYS_THEMSELVES(word):
        return word
    key = _INVISIBLE.sub("", word)
    if _APOSTROPHE.search(key):  # looking first is quicker: few words have one
        key = key.translate(_APOSTROPHES)
    if len(key) <= len("e\u0300") and (letter := unicodedata.normalize("NFC", key)) in _MARKED_LETTERS:
        return letter.casefold()
    key = unicodedata.normalize("NFKD", key)
    if _DEVANAGARI.search(key):
        key = _MISWRITTEN.sub(lambda found: _AS_ONE.get(found[0], ""), key)
        key = key.replace("\u093c", "").replace("\u0901", "\u0902").replace("\u0949", "\u093e").replace("\u0945", "")
        key = _NASAL_BEFORE_CONSONANT.sub("\u0902", key)
    if _ARABIC_MARKS.search(key):
        key = _ARABIC_MARKS.sub("", key)
    return unicodedata.normalize("NFC", _LATIN_MARKS.sub("", key)).casefold()


_folded = Remembered(fold.__wrapped__, MOST_FOLDED)


def folded(words: Iterable[str], *, accents: bool = False) -> list[str]:
    """Fold the words of a text; with their accents kept where these tell its words apart."""
    return list(map((_accented if accents else _folded).__getitem__, words))


def key_of(word: str, *, accents: bool) -> str:
    """Fold one word to its key; with its accents kept where these tell the words of its language apart."""
    return _accented[word] if accents else fold(word)


def with_accents(word: str) -> str:
    """Write the accents of a word as letters that folding leaves, tones behind the word: "hoà" and "hòa" are one, "hóa" another.

    A word without accents stays as it is. The letters are those with which linguists write tones, of Unicode's category Lm.
    """
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word).translate(_QUALITIES)
    tones = "".join(_TONES[sign] for sign in parts if sign in _TONES)
    return parts.translate(_NO_TONES) + tones if tones else parts


_accented = Remembered(lambda word: fold(with_accents(word)), MOST_FOLDED)


@lru_cache(maxsize=20_000)  # linking and the search for disagreements ask of the same sentences
def is_title_case(text: str) -> bool:
    """Say whether nearly every longer word of a sentence begins with a capital, as headings in English do, and no stop ends it."""
    longer = [word for word in WORD.findall(text) if len(word) >= TITLE_LETTERS]
    small = sum(word[0].islower() for word in longer)
    if small >= TITLE_SMALL and text.rstrip().endswith("."):
        return False  # a sentence of many names: "President Ana Lima appointed Rui Costa finance minister in Praia on Tuesday."
    return len(longer) >= TITLE_WORDS and sum(word[0].isupper() for word in longer) >= TITLE_SHARE * len(longer)


def parts_numbers(keys: Sequence[str], at: int) -> bool:
    """Tell whether a sign only parts two numbers, as in a score: "3:1"."""
    return keys[at] in SCORING and 0 < at < len(keys) - 1 and keys[at - 1].isdigit() and keys[at + 1].isdigit()


def quoted_names(words: Sequence[str]) -> frozenset[int]:
    """Give the tokens of the short names that quotation marks hold, with these: "the ferry «Meghna Tara»"; they quote nobody."""
    if QUOTES.isdisjoint(words):
        return frozenset()
    found: set[int] = set()
    marks = [at for at, word in enumerate(words) if word in QUOTES]
    for first, last in pairwise(marks):
        inside = words[first + 1 : last]
        plain = all(word[0].isalnum() or word == "-" for word in inside)
        follows = first > 0 and words[first - 1][0].isalnum()
        leads = first == 0 and len(inside) <= 1 and words[last + 1 : last + 2] != [] and words[last + 1][0].islower()
        named = 0 < len(inside) <= LONGEST_QUOTED_NAME and inside[0][0].isupper()
        if named and plain and (follows or leads) and first not in found:
            found.update(range(first, last + 1))
    return frozenset(found)
