"""One article → its whole text with all its happenings marked, the sentence that led here in view."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from dash import html

from dashapp.attributes import told
from dashapp.evidence.marks import marked
from dashapp.wording import Wording
from extract import Document, Span, load_pack, pack_codes

LONGEST_SHOWN = 60_000  # letters; a longer text is shown around the sentence


def whole_article(document: Document, marks: Sequence[tuple[Any, ...]], here: Sequence[Span], words: Wording) -> list[Any]:
    """Lay out the article.

    Parameters
    ----------
    document
        With its text.
    marks
        ``(role, span, rule, value, …)`` of everything that was found in it.
    here
        Sentences of the happening that is chosen: they stand out, and the first is scrolled to.
    words
        The interface's words.
    """
    start, end = _shown(len(document.text), here)
    plain = [(mark[0], Span(*mark[1]), str(mark[2]), str(mark[3])) for mark in marks]
    back = html.Button(words("back-to-happening"), className="button", **told(op="clear", clause="article"))
    return [back, html.H2(document.title or document.source or words("no-source")), _line(document, words),
            *basic_languages([document.language or ""], words),
            html.Div(_sections(document, plain, here, (start, end), words), id="article", className="article",
                     lang=document.language or "", dir="auto", tabIndex="0")]  # fmt: skip


def basic_languages(codes: Iterable[str], words: Wording) -> list[Any]:
    """Say of which languages the events cannot all be read, and what to do."""
    basic = [code for code in codes if code not in pack_codes() or not load_pack(code).table("triggers")]
    return [html.P(words("basic-language", language=words.language_name(code) or "?"), className="hint") for code in basic]


def _line(document: Document, words: Wording) -> Any:
    published = ""
    if document.published:
        key = "published" if document.published_how == "given" else "published-inferred"
        published = words(key, day=words.day(document.published))
    parts = [document.source or "", document.author or "", published, document.published_reason or "", document.note or ""]
    return html.P(" · ".join(part for part in parts if part), className="article-line")


def _shown(length: int, here: Sequence[Span]) -> tuple[int, int]:
    if length <= LONGEST_SHOWN:
        return 0, length
    middle = here[0].start if here else 0
    start = max(0, min(middle - LONGEST_SHOWN // 2, length - LONGEST_SHOWN))
    return start, start + LONGEST_SHOWN


def _sections(
    document: Document, marks: Sequence[tuple[str, Span, str, str]], here: Sequence[Span], shown: tuple[int, int], words: Wording
) -> list[Any]:
    """Cut the text at the sentences of the happening, so that each can be set apart."""
    cuts = sorted({shown[0], shown[1], *(at for span in here for at in span if shown[0] < at < shown[1])})
    parts = []
    for start, end in pairwise(cuts):
        inside = [mark for mark in marks if mark[1].start < end and mark[1].end > start]
        chosen = any(span.start <= start and end <= span.end for span in here)
        parts.append(html.Span(marked(document.text[start:end], start, inside, words), className="here" if chosen else None))
    return parts
