"""One happening → the reading pane: what, when, where, who, where sources disagree, and the sentences with their marks."""

from typing import Any

from dash import html

from dashapp.attributes import told
from dashapp.evidence.facts import disagreement, facts, kicker, parts
from dashapp.evidence.hits import with_hits
from dashapp.evidence.marks import legend
from dashapp.evidence.rows import row_list
from dashapp.evidence.sources import sources
from dashapp.evidence.story import Story, citation
from dashapp.wording import Wording

__all__ = ["Story", "citation", "printed_story", "reading_pane", "row_list"]


def reading_pane(story: Story, words: Wording, sought: str = "") -> list[Any]:
    """Lay the pane out; `sought` are the words that the reader searches for."""
    return [
        kicker(story.row, words),
        html.H2(with_hits([words.label(story.row)], sought), id="reader-title"),
        facts(story, words, sought),
        *(disagreement(one, story.tellings, words) for one in story.happening.disagreements),
        *parts(story, words),
        *sources(story.tellings, words, sought),
        legend(story.tellings, words),
        *_beside(story, words),
        _foot(story, words),
    ]


def printed_story(story: Story, words: Wording) -> Any:
    """Lay a happening out for paper: what is known, every sentence, and how to cite it."""
    return html.Section(
        [
            kicker(story.row, words),
            html.H2(words.label(story.row)),
            facts(story, words),
            *(disagreement(one, story.tellings, words) for one in story.happening.disagreements),
            *sources(story.tellings, words, printed=True),
            html.P(citation(story, words), className="citation"),
        ],
        className="printed",
    )


def _beside(story: Story, words: Wording) -> list[Any]:
    title = words("also-here", place=words.place(story.row))
    return [html.Section(row_list(story.beside, words, title), className="linked")] if story.beside else []


def _foot(story: Story, words: Wording) -> Any:
    earlier = html.Button(words("earlier"), className="button", **told(op="step", by="-1"))
    later = html.Button(words("later"), className="button", **told(op="step", by="1"))
    cite = html.Button(
        words("cite"),
        className="button",
        **told(op="copy-text", value=citation(story, words), done=words("copied")),
    )
    return html.Div([earlier, cite, later], className="foot")
