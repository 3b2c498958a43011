"""One article → its day of publication, how that is known, and the means to set it."""

from typing import Any

from dash import html

from dashapp.attributes import told
from dashapp.wording import Wording
from extract import Document


def publication(document: Document, words: Wording) -> Any:
    """Lay out the line under an article's first sentence."""
    label = words("publish-label", source=document.source or document.title or words("no-source"))
    field = html.Span(
        className="holder day", **told(input="text", id=f"published-{document.id}", label=label, hint=words("day-hint"))
    )
    button = html.Button(words("publish-set"), className="button small", **told(op="publish", value=document.id))
    control = html.Details(
        [html.Summary(words("publish-change"), className="plain"), html.Span([field, button])], className="publish"
    )
    return html.Div([html.Span(known(document, words)), control], className="publication")


def known(document: Document, words: Wording) -> str:
    """Say when an article was published and how that is known."""
    if document.published is None:
        return words("publish-unknown")
    if document.published_how == "given":
        return words("published", day=words.day(document.published))
    inferred = words("published-inferred", day=words.day(document.published))
    return f"{inferred}: {document.published_reason}" if document.published_reason else inferred
