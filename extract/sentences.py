"""Document → sentences, as spans.

A line is a paragraph, unless the text was wrapped at a width; junk spans of the document are kept out. Inside a
paragraph a sentence ends at a terminator, unless the words around it say otherwise (initials, abbreviations, a lower
case letter that follows). Time is linear in the text. Spans never overlap, never touch white space at their ends.
"""

import re
from collections.abc import Iterator

from extract.language import LanguagePack
from extract.language.sentences import SentenceRules, sentence_rules
from extract.models import Document, Sentence, Span
from extract.text import fold

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BEFORE = re.compile(r"[^\s\"'“”‘’«»(\[{/—–]*$")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_OPENERS = "\"'“‘«„「『（([{-–—•*· "
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_PAUSE = re.compile(r".*[;؛；,،，、](?!\d)", re.DOTALL)
_SPACE = re.compile(r".*\s", re.DOTALL)
LONGEST_SENTENCE = 2_000  # code points; steps that compare the events of one sentence take time by its square and more
LOOK_AHEAD = 24  # code points looked at on either side of a full stop: time stays linear on one endless line
LONGEST_ABBREVIATION = 24  # characters looked at before a full stop
WRAPPED_LINES = 6  # fewest lines from which a text is taken for wrapped at a width (PDF and mail texts)
WRAPPED_WIDTH = (40, 100)  # characters of nearly all lines of such a text
WRAPPED_SHARE = 0.6  # share of lines that end in mid-sentence there; measured on PDF pages against web pages (< 0.2)


def split(document: Document, pack: LanguagePack) -> tuple[Sentence, ...]:
    """Split a document into sentences, in order of the text."""
    rules, text = sentence_rules(pack), document.text
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(_paragraphs(document)):
        spans = list(_spans(text, paragraph, rules))
        alone = len(spans) == 1 and _is_heading(text, spans[0], rules)
        for span in spans:
            sentences.append(Sentence(document.id, span, len(sentences), number, heading=alone))
    return tuple(sentences)


def _paragraphs(document: Document) -> Iterator[Span]:
    """Yield the lines outside junk; of a wrapped text, the blocks between blank lines."""
    lines = [Span(*match.span()) for match in _LINE.finditer(document.text)]
    if _is_wrapped(document.text, lines):
        lines = _joined(document.text, lines)
    junk = sorted(document.junk)
    at = 0
    for line in lines:
        while at < len(junk) and junk[at].end <= line.start:
            at += 1
        start, index = line.start, at
        while index < len(junk) and junk[index].start < line.end:
            if junk[index].start > start:
                yield Span(start, junk[index].start)
            start = max(start, junk[index].end)
            index += 1
        if start < line.end:
            yield line if start == line.start else Span(start, line.end)


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    low, high = WRAPPED_WIDTH
    full = [line for line in lines if text[line.start : line.end].strip()]
    if len(full) < WRAPPED_LINES or max(line.end - line.start for line in full) > high * 1.2:
        return False
    wide = [line for line in full if low <= line.end - line.start <= high]
    open_ended = [line for line in wide if text[line.start : line.end].rstrip()[-1].isalnum() or text[line.end - 1] in ",;-"]
    return len(open_ended) >= WRAPPED_SHARE * len(full)


def _joined(text: str, lines: list[Span]) -> list[Span]:
    """Join lines that only a line break parts: no blank line between, and the first is not short."""
    out: list[Span] = []
    for line in lines:
        between = text[out[-1].end : line.start] if out else "\n\n"
        if out and len(between.replace("\r\n", "\n")) == 1 and text[line.start : line.end].strip():
            out[-1] = Span(out[-1].start, line.end)
        else:
            out.append(line)
    return out


def _spans(text: str, paragraph: Span, rules: SentenceRules) -> Iterator[Span]:
    """Yield the sentences of a paragraph; what holds no letter and no digit joins the sentence before."""
    held: Span | None = None
    for start, end in _cuts(text, paragraph, rules):
        span = _trimmed(text, start, end)
        if span is None:
            continue
        if held and not text[span.start].isalnum() and not any(map(str.isalnum, text[span.start : span.end])):
            held = Span(held.start, span.end)
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def _cuts(text: str, paragraph: Span, rules: SentenceRules) -> Iterator[tuple[int, int]]:
    """Yield the parts of a paragraph that sentences end, none too long for one."""
    start, last = paragraph
    for match in rules.end.finditer(text, start, last):
        end = match.end()
        if end > start and _ends(text, start, match, last, rules):
            yield from _pieces(text, start, end) if end - start > LONGEST_SENTENCE else ((start, end),)
            start = end
    yield from _pieces(text, start, last)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what no writer would call one sentence, as a page without full stops, behind a comma, else behind a space."""
    while end - start > LONGEST_SENTENCE:
        window = text[start : start + LONGEST_SENTENCE]
        pause = next((match.end() for sign in (_PAUSE, _SPACE) for match in [sign.match(window)] if match), LONGEST_SENTENCE)
        yield start, start + pause
        start += pause
    yield start, end


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None


def _ends(text: str, start: int, match: re.Match[str], limit: int, rules: SentenceRules) -> bool:
    """Judge whether a terminator ends the sentence that began at ``start``."""
    end, sign = match.end(), match.group()[0]
    if sign in rules.strong:
        return not _goes_on(text, end, limit)
    if end < limit and not text[end].isspace():
        return match.group() == "." and _lost_space(text, match.start(), limit)
    if _goes_on(text, end, limit):
        return False
    if match.group().rstrip("".join(rules.closers)) != "." or end >= limit:
        return True
    word = _word_before(text, start, match.start())
    return not _is_abbreviation(word, text, start, end, limit, rules)


def _goes_on(text: str, end: int, limit: int) -> bool:
    """Tell whether the next letter is lower case or a comma follows: the sentence goes on."""
    while end < limit and (text[end].isspace() or text[end] in _OPENERS):
        end += 1
    return end < limit and (text[end].islower() or text[end] in ",;،、")


def _lost_space(text: str, stop: int, limit: int) -> bool:
    """Tell whether "jobs.The company" lost its space: two words of lower case letters around one full stop and a capital."""
    before, after = text[max(0, stop - 4) : stop], text[stop + 1 : min(stop + 4, limit)]
    return (
        len(before) == 4
        and before.isalpha()
        and before.islower()
        and len(after) == 3
        and after[0].isupper()
        and after[1:].strip().islower()
    )


def _word_before(text: str, start: int, stop: int) -> str:
    match = _BEFORE.search(text, max(start, stop - LONGEST_ABBREVIATION), stop)
    return match.group() if match else ""


def _is_abbreviation(word: str, text: str, start: int, end: int, limit: int, rules: SentenceRules) -> bool:
    key = fold(word)
    if len(word) == 1 and word.isupper():  # an initial: "Vladimir V. Putin"
        return word != "I" or not _starts_anew(text, end, limit, rules)
    if key in rules.before_name:
        return True
    number = word.isdigit()
    if number and rules.ordinal_full_stop and len(word) <= 2:
        return True
    if key in rules.before_number and text[end : min(limit, end + LOOK_AHEAD)].lstrip()[:1].isdigit():  # "on Jan. 21 in Lyon"
        return True
    stop = end - len(word) - 1
    if number and stop - start < LOOK_AHEAD and not text[start:stop].strip():  # "3. Second item of a list"
        return True
    known = key in rules.anywhere or ("." in word and _ACRONYM.fullmatch(word) is not None)
    return known and not _starts_anew(text, end, limit, rules)


def _starts_anew(text: str, end: int, limit: int, rules: SentenceRules) -> bool:
    """Tell whether the next word is one with which sentences begin."""
    following = _NEXT_WORD.search(text, end, min(limit, end + LOOK_AHEAD))
    return following is not None and fold(following.group()) in rules.starters


def _is_heading(text: str, span: Span, rules: SentenceRules) -> bool:
    words = text[span.start : span.end]
    last = words.rstrip("".join(rules.closers))[-1:]
    return not rules.end.match(last) and last not in ",;:" and len(words.split()) <= rules.heading_words
