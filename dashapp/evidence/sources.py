"""The tellings of a happening → its source sentences, article by article, in their own language and script."""

from collections.abc import Sequence
from typing import Any

from dash import html

from dashapp.attributes import told
from dashapp.evidence.hits import with_hits
from dashapp.evidence.marks import marked
from dashapp.evidence.publication import publication
from dashapp.evidence.story import source_name
from dashapp.wording import Wording
from extract import Telling

SHOWN_AT_ONCE = 4  # sentences of one article; the others wait behind their number


def sources(tellings: Sequence[Telling], words: Wording, sought: str = "", *, printed: bool = False) -> list[Any]:
    """Lay out the articles, those in the reader's language first, each with its sentences; on paper all, without controls."""
    articles: dict[str, list[Telling]] = {}
    for telling in tellings:
        articles.setdefault(telling.document.id, []).append(telling)
    first = sorted(articles.values(), key=lambda one: one[0].document.language != words.code)
    return [_article(told_by, words, sought, printed) for told_by in first]


def _article(tellings: Sequence[Telling], words: Wording, sought: str, printed: bool) -> Any:
    document = tellings[0].document
    name = html.Strong(source_name(tellings[0], words))
    if printed:
        head = [name, html.Span(document.url or document.file or "")]
        return html.Article(
            [html.Div(head, className="source-line"), *(sentence(one, words) for one in tellings)], className="source"
        )
    whole = html.Button(words("whole-article"), className="plain", **told(op="set", clause="article", value=document.id))
    shown, rest = tellings[:SHOWN_AT_ONCE], tellings[SHOWN_AT_ONCE:]
    body = [sentence(one, words, sought) for one in shown]
    if rest:
        more = html.Summary(words.count("more-sentences-n", len(rest)))
        body.append(html.Details([more, *(sentence(one, words, sought) for one in rest)], className="more"))
    line = html.Div([name, whole], className="source-line")
    return html.Article([line, *body, publication(document, words)], className="source")


def sentence(telling: Telling, words: Wording, sought: str = "") -> Any:
    """Show one sentence with its marks, who says it, and its number in the article."""
    pieces = with_hits(marked(telling.text, telling.sentence.start, telling.marks, words), sought)
    said = telling.mention.said_by if telling.mention else None
    note = [f"{words('said-by')}: {said.name} · "] if said else []
    quote = html.Blockquote(pieces, lang=telling.document.language or "", dir="auto")
    return html.Div([quote, html.P([*note, words("sentence-n", n=telling.index + 1)], className="said")], className="sentence")
