"""Happenings by source: a matrix of who tells what, and what each leaves out."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dash import html

from dashapp.attributes import told
from dashapp.theme import family_of
from dashapp.wording import Wording
from extract import Row

MOST_SOURCES = 14


def matrix(rows: Sequence[Row], words: Wording) -> list[Any]:
    """Lay out one row a happening and one column a source, those with most happenings first."""
    tells = Counter(source for row in rows for source in row.sources)
    sources = sorted(tells, key=lambda source: (-tells[source], source))[:MOST_SOURCES]
    head = html.Tr(
        [html.Th(words("column-label"), scope="col"), *(_head(source, tells[source], len(rows), words) for source in sources)]
    )
    body = [_line(row, sources, words) for row in rows]
    table = html.Table([html.Thead(head), html.Tbody(body)], className="matrix")
    return [
        html.H2(words("compare-title")),
        html.P(words("compare-body"), className="hint"),
        html.Div(table, className="matrix-box", tabIndex="0"),
    ]


def _head(source: str, number: int, total: int, words: Wording) -> Any:
    share = words("compare-share", n=number, total=total)
    return html.Th([html.Span(source or words("no-source")), html.Small(share)], scope="col")


def _line(row: Row, sources: Sequence[str], words: Wording) -> Any:
    chosen = html.Button(
        [html.I(className=f"dot family-{family_of(row.kind)}"), html.Span(words.label(row)), html.Small(words.when(row))],
        className="row-button",
        **told(op="choose", value=row.id),
    )
    return html.Tr([html.Th(chosen, scope="row"), *(_cell(row, source, words) for source in sources)])


def _cell(row: Row, source: str, words: Wording) -> Any:
    tells = source in row.sources
    alone = tells and len(row.sources) == 1
    said = words("compare-tells" if tells else "compare-silent", source=source) + (
        f". {words('compare-only-here')}" if alone else ""
    )
    look = f"{'tells' if tells else 'silent'}{' alone' if alone else ''} family-{family_of(row.kind)}"
    return html.Td(html.Span(said, className="unseen"), className=look, title=said)
