"""Text → the lines that are not narrative: scraper marks, link lines, credits, links to the article in another language.

They stay in the text, so that offsets stay; steps that read sentences pass over them.
"""

import re

from extract.documents.scripts import main_script, script_counts
from extract.language import LanguagePack
from extract.language.documents import DocumentRules, document_rules, language_names, native_names
from extract.models import Span
from extract.text import fold

LONGEST_LINE = 200  # characters; a longer line is prose, whatever it begins with
EDGE = 5  # full lines at the head and the tail where links to other languages stand
TAIL = 4  # full lines at most that may follow a line that ends the article
_LINE = re.compile(r"[^\n\r\u2028\u2029\x85]+")
_AROUND = " \t\u00a0\u3000*_#>|-–—•·:.…"


def junk_spans(text: str, pack: LanguagePack) -> tuple[Span, ...]:
    """Find the junk lines of a text, in order; a span holds the line without its line break."""
    rules = document_rules(pack)
    lines = [Span(*match.span()) for match in _LINE.finditer(text) if match[0].strip()]
    junk = {at for at, line in enumerate(lines) if _is_junk(text[line.start : line.end], rules)}
    junk |= _tail(text, lines, rules)
    junk |= _language_links(text, lines, pack)
    return tuple(lines[at] for at in sorted(junk))


def _is_junk(line: str, rules: DocumentRules) -> bool:
    if len(line) > LONGEST_LINE:
        return False
    line = line.strip()
    return _key(line) in rules.lines or rules.pattern.fullmatch(line) is not None


def _tail(text: str, lines: list[Span], rules: DocumentRules) -> set[int]:
    """Find a line that ends the article, and the few lines below it."""
    for at in range(max(0, len(lines) - TAIL - 1), len(lines)):
        if _key(text[lines[at].start : lines[at].end]) in rules.last_lines:
            return set(range(at, len(lines)))
    return set()


def _language_links(text: str, lines: list[Span], pack: LanguagePack) -> set[int]:
    """Find lines at the edges that only lead to the article in another language.

    Such a line is a language's name, or is in another script than the article and names a language of that script.
    """
    main = main_script(script_counts(text[: LONGEST_LINE * 10]))
    found = set()
    for at in sorted({*range(min(EDGE, len(lines))), *range(max(0, len(lines) - EDGE), len(lines))}):
        line = text[lines[at].start : lines[at].end]
        if len(line) > LONGEST_LINE:
            continue
        script = main_script(script_counts(line))
        foreign = script is not None and main is not None and script != main
        if _key(line) in language_names(pack.code) or (foreign and any(fold(word) in native_names() for word in line.split())):
            found.add(at)
    return found


def _key(line: str) -> str:
    return " ".join(fold(word) for word in line.strip(_AROUND).split())
