"""A text and its marked spans → marked words, each with the rule that read it.

Offsets are code points, so Python marks, never the browser.
"""

from collections.abc import Sequence
from typing import Any

from dash import html

from dashapp.attributes import told
from dashapp.wording import Wording
from extract import Span, Telling

Mark = tuple[str, Span, str, str]  # role, span, rule, value
STRONGEST_FIRST = ("date", "place", "actor", "trigger", "speaker", "cue")
IN_LEGEND = ("date", "place", "actor", "trigger")


def marked(text: str, start: int, marks: Sequence[Mark], words: Wording) -> list[Any]:
    """Mark the words of a text.

    Parameters
    ----------
    text
        The words shown.
    start
        The code point of the document at which they begin.
    marks
        In the document's code points; where two overlap, the one of the stronger role is marked and the rest of the other.
    words
        The interface's words.

    Returns
    -------
    list
        Strings and ``html.Mark``; joined, their text is `text`.
    """
    roles: list[Mark | None] = [None] * len(text)
    for mark in sorted(marks, key=_weakest_first):
        for at in range(max(0, mark[1].start - start), min(len(text), mark[1].end - start)):
            roles[at] = mark
    pieces: list[Any] = []
    begin = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or roles[at] is not roles[begin]:
            pieces.append(_piece(text[begin:at], roles[begin], words))
            begin = at
    return pieces


def legend(tellings: Sequence[Telling], words: Wording) -> Any:
    """Name the colours of the marks that are there."""
    there = {mark[0] for telling in tellings for mark in telling.marks}
    names = [html.Mark(words(f"mark-{role}"), className=role) for role in IN_LEGEND if role in there]
    return html.Div(names, className="legend")


def _piece(text: str, mark: Mark | None, words: Wording) -> Any:
    if mark is None:
        return text
    role, _, rule, value = mark
    said = f"{words('mark-' + role)}: {words('rule-value', value=value, rule=rule) if value else words('rule', rule=rule)}"
    return html.Mark(text, className=role, tabIndex="0", **told(rule=said, aria_description=said))


def _weakest_first(mark: Mark) -> tuple[int, int]:
    role, span, *_ = mark
    rank = STRONGEST_FIRST.index(role) if role in STRONGEST_FIRST else len(STRONGEST_FIRST)
    return -rank, span.start - span.end
