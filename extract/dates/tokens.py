"""Text → typed tokens: every word, number and sign with the letter of its type and its value, offsets kept.

One pass over the text; each different word is classified once and remembered.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import compress
from typing import Any

from extract.feasts.solar import SOLAR_YEARS
from extract.language.dates import BREAK, SIGN_TYPES, SOLAR_CALENDAR, UNTYPED, DateTables, Typed
from extract.language.dates.cutting import NUMERIC, TOKEN
from extract.models.record import Record
from extract.text import Remembered, ascii_digits, fold, folded, key_of, pieces

LONGEST_NUMBER = 12  # digits; longer runs are no number that a date is made of
LONGEST_WORD = 40
MOST_KNOWN = 100_000  # words whose types are kept


Seconds = Mapping[str, tuple[tuple[tuple[str, ...], Typed], ...]]  # second word → all but the first, longest first


class Token(Record, frozen=True):
    """One token: the name of its type, its value, and where it stands."""

    type: str
    value: Any
    start: int
    end: int


class Tokens(Record, frozen=True, eq=False):
    """All tokens of a text, side by side: letters, values and spans; long texts have millions of them."""

    text: str
    tables: DateTables
    letters: str
    values: Sequence[Any]
    spans: Sequence[tuple[int, int]]

    def token(self, index: int) -> Token:
        """Give one token; its type is empty where the pack does not know the word."""
        return Token(self.tables.names.get(self.letters[index], ""), self.values[index], *self.spans[index])

    def words(self, index: int) -> str:
        """Give the words of one token as they stand in the text."""
        start, end = self.spans[index]
        return self.text[start:end]


def tokenise(text: str, tables: DateTables) -> Tokens:
    """Cut a text into typed tokens."""
    words, starts, ends = pieces(_by_lexicon(tables) if tables.segment == "lexicon" else TOKEN, text)
    found = list(map(_typed(tables).__getitem__, words))
    letters, values, seconds = zip(*found, strict=True) if found else ((), (), ())
    tokens = Tokens(text, tables, "".join(letters), values, list(zip(starts, ends, strict=True)))
    phrases = _phrases_in(words, [(at, seconds[at]) for at in compress(range(len(words)), seconds)], tables)
    tokens = _with_phrases(tokens, phrases) if phrases else tokens
    tokens = _with_nears_behind(tokens) if tables.nears == "behind" else tokens
    return _without_verbs_before_days(tokens) if "behind_only" in tables.checks else tokens


@lru_cache(maxsize=300)
def _typed(tables: DateTables) -> Remembered[tuple[str, Any, Seconds]]:
    """Remember of each word of one language its letter, its value, and the phrases that begin with it."""

    def typed(word: str) -> tuple[str, Any, Seconds]:
        letter, value = _classify(word, tables)
        return letter, value, tables.phrases.get(_key(word, tables), {}) if len(word) <= LONGEST_WORD else {}

    return Remembered(typed, MOST_KNOWN)


@lru_cache(maxsize=300)
def _by_lexicon(tables: DateTables) -> re.Pattern[str]:
    """Cut scripts without spaces at the words of the pack, longest first."""
    pieces_of_phrases = {piece for first, seconds in tables.phrases.items() for piece in (first, *seconds)}
    rests = {piece for seconds in tables.phrases.values() for phrases in seconds.values() for rest, _ in phrases for piece in rest}
    words = sorted({*tables.words, *pieces_of_phrases, *rests}, key=lambda word: (-len(word), word))
    return re.compile(rf"({'|'.join(map(re.escape, words))}|{NUMERIC}|\d+|\n\s*\n|\w|[^\w\s])")


def _classify(word: str, tables: DateTables) -> tuple[str, Any]:
    first = word[0]
    if first.isdecimal():
        return _number(word, tables)
    if len(word) > LONGEST_WORD:
        return UNTYPED, None
    if first in SIGN_TYPES and len(word) == 1:
        return tables.letters[SIGN_TYPES[first]], word
    if first == "\n":
        return BREAK, None
    if first in "'’":
        return _after_apostrophe(word, tables)
    key = _key(word, tables)
    found = tables.words.get(key)
    if found is None or (key in tables.capitals and not first.isupper()):
        return UNTYPED, None
    if key in tables.spelled and word.casefold() not in tables.spelled[key]:
        return UNTYPED, None
    return found


def _key(word: str, tables: DateTables) -> str:
    return key_of(word, accents=tables.accents_kept)


def _after_apostrophe(word: str, tables: DateTables) -> tuple[str, Any]:
    if word[1:] == "s":
        return (tables.letters["POSSESSIVE"], None) if "POSSESSIVE" in tables.letters else (UNTYPED, None)
    digits = word[1:3]
    return (tables.letters["DECADE"], digits) if word.endswith("s") else (tables.letters["SHORTYEAR"], int(digits))


_PARTS = re.compile(r"(\d+)(\D*)")
_SOLAR = re.compile(r"(?<!\d)\d{4}(?=$|[/-]\d)|(?<=[/-])\d\d?(?!\d)")  # "۱۴۰۲", "۱۴۰۲/۶/۲۲"


def _number(word: str, tables: DateTables) -> tuple[str, Any]:
    """Type a token that begins with a digit, of any script."""
    if word in tables.words:
        return tables.words[word]
    letters = tables.letters
    if tables.calendar == SOLAR_CALENDAR and (parts := _solar(word)):
        return (letters["SOLARDATE"], parts) if len(parts) > 1 else (letters["SOLARYEAR"], parts[0])
    if match := _PARTS.fullmatch(word):
        digits, ending = match.groups()
        if len(digits) > LONGEST_NUMBER:
            return UNTYPED, None
        if len(ending) == 1 and unicodedata.category(ending) == "No":  # "3½"
            return letters["DECIMAL"], f"{int(digits) + unicodedata.numeric(ending):g}"
        return _with_suffix(int(digits), len(digits), fold(ending), tables) if ending else _plain(int(digits), digits, letters)
    if word[4:5] == "-":
        return letters["ISO"], ascii_digits(word)
    if ":" in word or word[-3:-2] in ("h", "H"):
        return letters["CLOCK"], ascii_digits(word).casefold().replace("h", ":")
    if "," in word:
        return letters["NUMBER"], float(ascii_digits(word).replace(",", "")) if len(word) < 20 else 0.0
    if "/" in word and word.count("/") == 1:
        return letters["FRACTION"], tuple(int(part) for part in word.split("/"))
    if "." in word and word.count(".") == 1:
        return letters["DECIMAL"], ascii_digits(word) if len(word) < 20 else "0.0"
    return letters["NUMDATE"], tuple(re.split(r"[./-]\s?", ascii_digits(word)))


def _solar(word: str) -> tuple[int, ...]:
    """Give the year, or year, month and day, of a number or date of the Solar Hijri calendar; () for others."""
    parts = tuple(map(int, _SOLAR.findall(word))) if _SOLAR.match(word) and word[-1].isdecimal() else ()
    return parts if len(parts) in (1, 3) and SOLAR_YEARS[0] <= parts[0] < SOLAR_YEARS[1] and ":" not in word else ()


def _plain(number: int, digits: str, letters: Mapping[str, str]) -> tuple[str, Any]:
    if len(digits) <= 2 and 1 <= number <= 31:
        return letters["DAYNUM"], number
    if len(digits) == 4 and 1000 <= number <= 2199:
        return letters["YEAR"], number
    if len(digits) == 8 and digits[:2] in ("19", "20") and 1 <= int(digits[4:6]) <= 12 and 1 <= int(digits[6:]) <= 31:
        return letters["ISO"], f"{int(digits[:4]):04d}-{int(digits[4:6]):02d}-{int(digits[6:]):02d}"
    return letters["NUMBER"], number


def _with_suffix(number: int, width: int, ending: str, tables: DateTables) -> tuple[str, Any]:
    name = tables.suffixes.get(ending)
    if name is None:
        return UNTYPED, None
    if name == "DECADE":
        return (tables.letters["DECADE"], f"{number:0{width}d}") if width in (2, 3, 4) and number % 10 == 0 else (UNTYPED, None)
    if name in ("am", "pm"):
        return (tables.letters["HOUR"], (number, name)) if 1 <= number <= 12 else (UNTYPED, None)
    return tables.letters[name], number


def _phrases_in(words: Sequence[str], begun: Sequence[tuple[int, Seconds]], tables: DateTables) -> list[tuple[int, int, Typed]]:
    """Find the phrases of the pack ("a couple of"), longest first, none overlapping: first token, token behind it, what it is."""
    found: list[tuple[int, int, Typed]] = []
    done = 0
    followed = [(at, seconds) for at, seconds in begun if at + 1 < len(words)]
    keys = folded([words[at + 1] for at, _ in followed], accents=tables.accents_kept)
    for (at, seconds), following in zip(followed, keys, strict=True):
        if following not in seconds or at < done:  # as most words are of no phrase here
            continue
        for rest, typed in seconds[following]:
            last = at + 1 + len(rest)
            if tuple(folded(words[at + 1 : last], accents=tables.accents_kept)) == rest and _is_meant(words, at, last, tables):
                found.append((at, last, typed))
                done = last
                break
    return found


def _is_meant(words: Sequence[str], first: int, last: int, tables: DateTables) -> bool:
    """Tell whether a phrase that needs a capital inside has one, or stands before a bracket with its date."""
    inside = words[first + 1 : last]
    if not tables.capitals_inside or any(word[0].isupper() for word in inside) or words[last : last + 1] == ["("]:
        return True
    return " ".join(folded(words[first:last], accents=tables.accents_kept)) not in tables.capitals_inside


def _with_phrases(tokens: Tokens, found: Sequence[tuple[int, int, Typed]]) -> Tokens:
    """Join the tokens of phrases."""
    letters: list[str] = []
    values: list[Any] = []
    spans: list[tuple[int, int]] = []
    done = 0
    for first, last, typed in found:
        letters += [tokens.letters[done:first], typed.letter]
        values += [*tokens.values[done:first], typed.value]
        spans += [*tokens.spans[done:first], (tokens.spans[first][0], tokens.spans[last - 1][1])]
        done = last
    letters.append(tokens.letters[done:])
    return Tokens(tokens.text, tokens.tables, "".join(letters), [*values, *tokens.values[done:]], [*spans, *tokens.spans[done:]])


def _with_nears_behind(tokens: Tokens) -> Tokens:
    """Untype "this" and "next" behind a word that is none of time: "ông này tối 12/5" is "this man on the evening of 12/5"."""
    letters = tokens.tables.letters
    apart = re.escape("".join((UNTYPED, BREAK, *(letters[sign] for sign in ("DOT", "COMMA", "STOP")))))
    typed = re.sub(rf"(?<![^{apart}]){re.escape(letters['NEAR'])}", UNTYPED, tokens.letters)
    return Tokens(tokens.text, tokens.tables, typed, tokens.values, tokens.spans)


_DAYS = ("WEEKDAY", "WEEKDAYPART", "MONTH", "PART", "SEASON")
_BEARERS = (*_DAYS, "UNIT", "UNITS", "HOLIDAY")  # what a word such as "past" may stand behind


def _without_verbs_before_days(tokens: Tokens) -> Tokens:
    """Untype "past" before a day where the language has it only behind: "la loi est passée mardi", "a trecut marți"."""
    known, only = tokens.tables.letters, tokens.tables.checks["behind_only"]
    days, bearers = ("".join(known[name] for name in names if name in known) for names in (_DAYS, _BEARERS))
    letters = list(tokens.letters)
    for found in re.finditer(rf"(?<![{re.escape(bearers)}]){re.escape(known['NEAR'])}(?=[{re.escape(days)}])", tokens.letters):
        if tokens.words(found.start()).casefold() in only:
            letters[found.start()] = UNTYPED
    return Tokens(tokens.text, tokens.tables, "".join(letters), tokens.values, tokens.spans)
