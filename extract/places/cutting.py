"""A text → its tokens, cut once for all that looks for places in it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import compress, pairwise

from extract.gazetteer import Gazetteer
from extract.gazetteer.naming import TOKEN, token_key
from extract.language.lexicon import Lexicon, refined
from extract.text import Remembered, pieces_and_gaps

KNOWN_CITY = 200_000  # inhabitants
LONGEST_UNSPACED = 14  # letters of a name in a script without spaces
FEWEST_SPACES = 2  # in a line of capitals: shorter ones are datelines and abbreviations
CASE_SAMPLE, CASED_SHARE = 400, 0.5  # letters looked at, and the share that must have case, to take a text for one without capitals
LONGEST_HEADLINE, SHORT_WORD, FEWEST_TITLED, TITLED_SHARE = 140, 3, 4, 0.85  # code points; letters; tokens; of the longer ones
MOST_KEYS = 200_000  # words whose keys are kept
OUTSIDE = 64  # tokens before and behind a text that may be looked at; a name and what stands around it have fewer
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc-\u30ff]{2}")
_ENDS = (".", "!", ",", ";", "\u3002", "\u0964", "\u0965")
_LINE = re.compile(r"[^\n]+")


@dataclass(slots=True)
class Text:
    """A text cut into tokens once; everything else works on indices."""

    text: str
    spans: list[tuple[int, int]]
    words: list[str]
    gaps: list[str]  # what stands between each token and the next
    keys: list[str]
    starts: list[int]  # tokens with which a name may begin
    flat: frozenset[int] = frozenset()  # tokens whose case tells nothing: of a line of capitals, of a text without any
    titled: frozenset[int] = frozenset()  # tokens of headlines in which nearly every word bears a capital
    word: Callable[[int], str] = field(init=False, repr=False)  # a token as written; empty a little outside the text
    key: Callable[[int], str] = field(init=False, repr=False)  # its key, likewise
    gap: Callable[[int], str] = field(init=False, repr=False)  # what stands between a token and the one after it

    def __post_init__(self) -> None:
        """Let names at either end look at what stands around them: all that looks does so a thousand times a page."""
        self.word, self.key, self.gap = _padded(self.words, ""), _padded(self.keys, ""), _padded(self.gaps, "\n")


def _padded(items: Sequence[str], outside: str) -> Callable[[int], str]:
    """Give the look-up of items by number, which a few places outside, before the first too, finds what is told."""
    return [*items, *[outside] * OUTSIDE].__getitem__


def cut(
    text: str, lexicon: Lexicon | None, gazetteer: Gazetteer, elided: re.Pattern[str] | None = None, names: Container[str] = ()
) -> Text:
    """Cut a text into tokens; one without spaces at the words of a lexicon and the names of the gazetteer.

    ``elided`` finds a little word that is written as one with the next ("l'Italie"), which stays out of the token;
    ``names`` are those of the pack.
    """
    written, begins, ends, gaps = pieces_and_gaps(TOKEN, text)
    spans = list(zip(begins, ends, strict=True))
    if elided:
        spans = [(match.end() if (match := elided.match(text, start, end)) else start, end) for start, end in spans]
    if lexicon:
        spans = refined(spans, text, lexicon, partial(_longest_name, gazetteer, names))
    if elided or lexicon:
        written = [text[start:end] for start, end in spans]
        gaps = [text[one[1] : other[0]] for one, other in pairwise(spans)]
    starts = list(compress(range(len(written)), map(_may_begin.__getitem__, written)))
    flat = _flat(text, spans)
    if flat and text.islower():
        starts = list(range(len(spans)))
    return Text(text, spans, written, gaps, list(map(_keys.__getitem__, written)), starts, flat, _titled(text, spans, written))


def _flat(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """List the tokens of the lines that are all in capitals, or all tokens of a text without capitals."""
    if text.islower() and sum(map(str.islower, text[:CASE_SAMPLE])) > CASED_SHARE * len(text[:CASE_SAMPLE]):
        return frozenset(range(len(spans)))
    found: set[int] = set()
    for line in _LINE.finditer(text):
        if line[0].isupper() and line[0].count(" ") >= FEWEST_SPACES and _is_cased(line[0]):  # not "60대 A씨를 조사하고 있다"
            found.update(range(bisect_left(spans, (line.start(), 0)), bisect_left(spans, (line.end(), 0))))
    return frozenset(found)


def _is_cased(line: str) -> bool:
    """Tell whether most letters of a line have case: a single capital makes no line of capitals of one in Korean letters."""
    return sum(map(str.isupper, line)) > CASED_SHARE * sum(map(str.isalpha, line))


def _titled(text: str, spans: Sequence[tuple[int, int]], written: Sequence[str]) -> frozenset[int]:
    """List the tokens of the headlines in which nearly every word bears a capital: "Two Killed in Dover Crash"."""
    found: set[int] = set()
    for line in _LINE.finditer(text):
        if line.end() - line.start() > LONGEST_HEADLINE or line[0].rstrip()[-1:] in _ENDS:
            continue
        tokens = range(bisect_left(spans, (line.start(), 0)), bisect_left(spans, (line.end(), 0)))
        long = [word for word in written[tokens.start : tokens.stop] if len(word) > SHORT_WORD]
        if len(tokens) >= FEWEST_TITLED and sum(word[0].isupper() for word in long) >= TITLED_SHARE * len(long):
            found.update(tokens)
    return frozenset(found)


def _longest_name(gazetteer: Gazetteer, names: Container[str], run: str, at: int) -> int:
    """Give the length of the longest name at a place of a run; one of two letters has to be known.

    Inside a run of katakana a name stands only behind that of another place: "アメリカニューヨーク", not "タンクローリー".
    """
    inside = at > 0 and _KATAKANA.fullmatch(run, at - 1, at + 1)
    if inside and not ((before := _katakana_before(run, at)) in names or is_known(gazetteer, before)):
        return 0
    for name in reversed(gazetteer.prefixes(run[at : at + LONGEST_UNSPACED])):
        if (len(name) > 2 and not inside) or (len(name) > 1 and is_known(gazetteer, name)):
            return len(name)
    return 0


def _katakana_before(run: str, at: int) -> str:
    """Give the katakana that end before a place of a run."""
    first = at
    while first > 0 and _KATAKANA.fullmatch(run, first - 1, first + 1):
        first -= 1
    return run[first:at]


def is_known(gazetteer: Gazetteer, name: str) -> bool:
    """Tell whether a name is that of a country, a first division or a large city."""
    places = (gazetteer.place(meaning.row) for meaning in gazetteer.meanings(name))
    return any(place.kind in ("country", "admin1") or place.population >= KNOWN_CITY for place in places)


def may_begin(first: str) -> bool:
    """Tell whether a name may begin with this letter: a capital, or a letter of a script without case."""
    return first.isupper() or (first.isalpha() and not first.islower())


_may_begin = Remembered(lambda word: may_begin(word[0]) or word[1:2].isupper(), MOST_KEYS)  # "eMbalenhle" too
_keys = Remembered(token_key, MOST_KEYS)
