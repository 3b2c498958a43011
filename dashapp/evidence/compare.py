"""Happenings by source: the chosen one side by side, and a matrix of who tells what and what each leaves out."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dash import html

from dashapp.attributes import told
from dashapp.evidence.facts import disagreement
from dashapp.evidence.rows import row_button
from dashapp.evidence.sources import sentence
from dashapp.evidence.story import Story, source_name
from dashapp.theme import family_of
from dashapp.wording import Wording
from extract import Row, Telling

MOST_SOURCES = 14
COMPARED = (("date", "when"), ("place", "where"), ("actor", "who"), ("trigger", "mark-trigger"))  # role of a mark → its name


def side_by_side(story: Story, words: Wording) -> list[Any]:
    """Set the articles that tell of one happening beside each other: their words for each field, then their sentences."""
    articles: dict[str, list[Telling]] = {}
    for telling in story.tellings:
        articles.setdefault(telling.document.id, []).append(telling)
    if len(articles) < 2:
        return []
    return [
        html.H2(words("compare-one", label=words.label(story.row))),
        *(disagreement(one, story.tellings, words) for one in story.happening.disagreements),
        html.Div([_column(tellings, words) for tellings in articles.values()], className="columns", tabIndex="0"),
    ]


def matrix(rows: Sequence[Row], words: Wording, column: str | None = None) -> list[Any]:
    """Lay out one row a happening and one column a source, those with most happenings first.

    `column` is the source that is looked at: what it tells comes first, then what it leaves out.
    """
    tells = Counter(source for row in rows for source in row.sources)
    sources = sorted(tells, key=lambda source: (source != column, -tells[source], source))[:MOST_SOURCES]
    heads = [_head(source, tells[source], len(rows), source == column, words) for source in sources]
    if column in tells:
        there = [row for row in rows if column in row.sources]
        missing = [row for row in rows if column not in row.sources]
        body = [
            _part(words("compare-tells-n", source=column or words("no-source"), n=len(there)), len(sources)),
            *(_line(row, sources, words) for row in there),
            _part(words("compare-silent-n", source=column or words("no-source"), n=len(missing)), len(sources)),
            *(_line(row, sources, words) for row in missing),
        ]
    else:
        body = [_line(row, sources, words) for row in rows]
    head = html.Tr([html.Th(words("column-label"), scope="col"), *heads])
    table = html.Table([html.Thead(head), html.Tbody(body)], className="matrix")
    return [
        html.H2(words("compare-title")),
        html.P(words("compare-body"), className="hint"),
        html.Div(table, className="matrix-box", tabIndex="0"),
    ]


def _column(tellings: Sequence[Telling], words: Wording) -> Any:
    fields = []
    for role, key in COMPARED:
        found = [_words(mark[1].start, mark[1].end, one) for one in tellings for mark in one.marks if mark[0] == role]
        fields += [html.Dt(words(key)), html.Dd("; ".join(dict.fromkeys(found)) or words("compare-none"), dir="auto")]
    language = tellings[0].document.language or ""
    return html.Article(
        [html.H3(source_name(tellings[0], words)), html.Dl(fields, className="facts", lang=language),
         *(sentence(one, words) for one in tellings)], className="column"
    )  # fmt: skip


def _words(start: int, end: int, telling: Telling) -> str:
    return telling.text[max(0, start - telling.sentence.start) : max(0, end - telling.sentence.start)]


def _head(source: str, number: int, total: int, chosen: bool, words: Wording) -> Any:
    share = words("compare-share", n=number, total=total)
    button = html.Button(
        [html.Span(source or words("no-source")), html.Small(share)],
        className="column-button",
        title=words("compare-look", source=source or words("no-source")),
        **told(op="column", value=source, aria_pressed=str(chosen).lower()),
    )
    return html.Th(button, scope="col")


def _part(title: str, columns: int) -> Any:
    return html.Tr(html.Th(title, colSpan=str(columns + 1), scope="colgroup"), className="part")


def _line(row: Row, sources: Sequence[str], words: Wording) -> Any:
    return html.Tr([html.Th(row_button(row, words), scope="row"), *(_cell(row, source, words) for source in sources)])


def _cell(row: Row, source: str, words: Wording) -> Any:
    tells = source in row.sources
    alone = tells and len(row.sources) == 1
    said = words("compare-tells" if tells else "compare-silent", source=source) + (
        f". {words('compare-only-here')}" if alone else ""
    )
    look = f"{'tells' if tells else 'silent'}{' alone' if alone else ''} family-{family_of(row.kind)}"
    return html.Td(html.Span(said, className="unseen"), className=look, title=said)
