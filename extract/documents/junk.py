"""Text → the lines that are not narrative: scraper marks, link lines, credits, links to the article in another language.

So are the headlines and first sentences of other articles, which stand below. They stay in the text, so that offsets stay;
steps that read sentences pass over them.
"""

import re
from functools import cache
from itertools import accumulate

from extract.documents.scripts import main_script, script_counts
from extract.language import LanguagePack
from extract.language.documents import DocumentRules, document_rules, language_names, native_names
from extract.models import Span
from extract.text import fold

LONGEST_LINE = 200  # characters; a longer line is prose, whatever it begins with
EDGE = 5  # full lines at the head and the tail where links to other languages stand
TAIL = 4  # full lines at most that may follow a line that ends the article
PROSE = 3  # sentences of an article at least, above what a list of other articles may be
FEWEST_LINKS = 3  # headlines at least that make such a list where no line says so
FIGURES = 3  # numbers that make a line one of a table rather than a headline
LINK_LETTERS = 12  # of a headline; a shorter line is a menu's
HEADING_LETTERS = 60  # at most, of a line that says that other articles follow
_ENDS = re.compile(r"[.!?।॥。！？؟۔…][\"'”’»」』)\]]*\s*$")  # of a line of prose
_INSIDE = re.compile(r"[.।॥。؟۔]\s")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_BULLETS = "-–—•*·▪"
_LINE = re.compile(r"[^\n\r\u2028\u2029\x85]+")
_AROUND = " \t\u00a0\u3000*_#>|-–—•·:.…"


def junk_spans(text: str, pack: LanguagePack) -> tuple[Span, ...]:
    """Find the junk lines of a text, in order; a span holds the line without its line break."""
    rules = document_rules(pack)
    lines = [Span(*match.span()) for match in _LINE.finditer(text) if match[0].strip()]
    junk = {at for at, line in enumerate(lines) if _is_junk(text[line.start : line.end], rules)}
    junk |= _tail(text, lines, rules)
    junk |= _language_links(text, lines, pack)
    junk |= _others(text, lines, junk, rules)
    return tuple(lines[at] for at in sorted(junk))


def _is_junk(line: str, rules: DocumentRules) -> bool:
    if len(line) > LONGEST_LINE:
        return False
    line = line.strip()
    return _is_one_of(line, rules.lines) or rules.pattern.fullmatch(line) is not None


def _tail(text: str, lines: list[Span], rules: DocumentRules) -> set[int]:
    """Find a line that ends the article, and the few lines below it."""
    for at in range(max(0, len(lines) - TAIL - 1), len(lines)):
        if _is_one_of(text[lines[at].start : lines[at].end], rules.last_lines):
            return set(range(at, len(lines)))
    return set()


def _others(text: str, lines: list[Span], junk: set[int], rules: DocumentRules) -> set[int]:
    """Find the other articles below this one: behind a line that says so, or headlines that nothing follows."""
    told = [text[line.start : line.end] for line in lines]
    sentences = [len(_INSIDE.findall(line)) + bool(_ENDS.search(line)) for line in told]
    body = next((at for at, passed in enumerate(accumulate(sentences)) if passed >= PROSE), len(told))
    for at in range(body + 1, len(told)):
        if _opens_others(told[at], rules):
            return set(range(at, len(told)))
    at = max((at for at in range(body, len(told)) if sentences[at] and at not in junk), default=len(told)) + 1
    links = sum(_is_link(line.strip()) for line in told[at:])
    return set(range(at, len(told))) if links >= FEWEST_LINKS else set()


def _is_link(line: str) -> bool:
    """Tell whether a line may be a headline: no short word of a menu, no point of a list, no row of figures."""
    return len(line) >= LINK_LETTERS and line[0] not in _BULLETS and len(_NUMBER.findall(line)) < FIGURES


def _opens_others(line: str, rules: DocumentRules) -> bool:
    """Tell whether a short line says that other articles follow: "Mehr aus Politik"."""
    return len(line) <= HEADING_LETTERS and not _ENDS.search(line) and _key(line).startswith(rules.others)


def _language_links(text: str, lines: list[Span], pack: LanguagePack) -> set[int]:
    """Find lines at the edges that only lead to the article in another language.

    Such a line is a language's name, or is in another script than the article and names a language of that script.
    """
    found = set()
    for at in sorted({*range(min(EDGE, len(lines))), *range(max(0, len(lines) - EDGE), len(lines))}):
        line = text[lines[at].start : lines[at].end]
        if len(line) > LONGEST_LINE:
            continue
        if _is_one_of(line, language_names(pack.code)) or (_names_a_language(line) and _is_foreign(line, text)):
            found.add(at)
    return found


def _names_a_language(line: str) -> bool:
    """Tell whether a line holds what a language calls itself."""
    return not native_names().isdisjoint(map(fold, line.split()))


def _is_foreign(line: str, text: str) -> bool:
    """Tell whether a line is in another script than the text."""
    script, main = main_script(script_counts(line)), main_script(script_counts(text[: LONGEST_LINE * 10]))
    return script is not None and main is not None and script != main


def _is_one_of(line: str, keys: frozenset[str]) -> bool:
    """Tell whether a line is one of a table's; a line of more words than any of them has is not folded."""
    return len(line.split(None, _most_words(keys))) <= _most_words(keys) and _key(line) in keys


@cache
def _most_words(keys: frozenset[str]) -> int:
    """Count the words of the longest key, and one more: a mark may stand apart from a line's words."""
    return 1 + max((len(key.split()) for key in keys), default=0)


def _key(line: str) -> str:
    return " ".join(fold(word) for word in line.strip(_AROUND).split())
