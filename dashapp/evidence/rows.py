"""Happenings → a list of buttons that choose them."""

from collections.abc import Sequence
from typing import Any

from dash import html

from dashapp.attributes import told
from dashapp.evidence.hits import with_hits
from dashapp.theme import family_of, symbol_of
from dashapp.wording import Wording
from extract import Row


def dot(kind: str) -> Any:
    """Show a kind's colour and shape, as map and timeline do."""
    return html.I(className=f"dot shape-{symbol_of(kind)} family-{family_of(kind)}")


def row_list(rows: Sequence[Row], words: Wording, title: str, sought: str = "") -> list[Any]:
    """List happenings under a title, with the sought words marked."""
    return [html.H3(title, className="list-title"), row_items(rows, words, sought)]


def row_items(rows: Sequence[Row], words: Wording, sought: str = "") -> Any:
    """List happenings, each a button that chooses it."""
    return html.Ul([html.Li(row_button(row, words, sought)) for row in rows], className="rows")


def row_button(row: Row, words: Wording, sought: str = "") -> Any:
    """Name a happening on a button that chooses it: shape, label, when."""
    label = html.Span(with_hits([words.label(row)], sought))
    return html.Button([dot(row.kind), label, html.Small(words.when(row))], className="row-button",
                       **told(op="choose", value=row.id))  # fmt: skip
