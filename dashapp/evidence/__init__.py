"""One happening → the reading pane: what, when, where, who, where sources disagree, and the sentences with their marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from dashapp.attributes import told
from dashapp.evidence.marks import legend, marked
from dashapp.evidence.publication import publication
from dashapp.theme import family_of
from dashapp.wording import Wording
from extract import Happening, Row, Telling

HOW_PILLS = {"inferred": "pill-inferred"}
EXACT_GRAINS = frozenset({"day", "hour", "minute", "second"})
OFTEN = 0.2  # share of the mentions of the one told most, from which a participant is named at once
SHORTEST_RADIUS_KM = 30  # places wider than this say how wide


@dataclass(frozen=True, slots=True)
class Story:
    """A happening with everything that the pane shows of it."""

    happening: Happening
    row: Row
    tellings: Sequence[Telling]
    whole: Row | None = None  # what it is part of
    parts: Sequence[Row] = ()
    beside: Sequence[Row] = ()  # others at the open place


def reading_pane(story: Story, words: Wording) -> list[Any]:
    """Lay the pane out."""
    happening = story.happening
    return [
        _kicker(story.row, words),
        html.H2(words.label(story.row), id="reader-title"),
        _facts(story, words),
        *(_disagreement(one, story, words) for one in happening.disagreements),
        *_linked_rows("part-of", [story.whole] if story.whole else [], words),
        *_linked_rows("parts", story.parts, words),
        *_sources(story.tellings, words),
        legend(story.tellings, words),
        _foot(story, words),
        *_linked_rows("also-here", story.beside, words, place=story.row.place or ""),
    ]


def row_list(rows: Sequence[Row], words: Wording, title: str) -> list[Any]:
    """List happenings, each a button that chooses it."""
    return [html.H3(title, className="list-title"), html.Ul([_item(row, words) for row in rows], className="rows")]


def citation(story: Story, words: Wording) -> str:
    """Write how to cite a happening: its label, its day and the sentences' sources."""
    sources = "; ".join(dict.fromkeys(_source_name(telling, words) for telling in story.tellings))
    return words("citation", label=words.label(story.row), when=words.when(story.row), sources=sources)


def _kicker(row: Row, words: Wording) -> Any:
    planned = [html.Span(words(f"modality-{row.modality}"), className="pill strong")] if row.modality != "asserted" else []
    aside = [html.Span(words(f"status-{row.status}"), className="pill")] if row.status != "foreground" else []
    return html.Div([html.Span(words.kind(row.kind)), *planned, *aside], className=f"kicker family-{family_of(row.kind)}")


def _facts(story: Story, words: Wording) -> Any:
    row = story.row
    texts = f" · {words('same-text-n', n=len(row.sources) - row.texts + 1)}" if 0 < row.texts < len(row.sources) else ""
    documents = len({telling.document.id for telling in story.tellings}) or len(row.sources)
    told = words(
        "sources-line", articles=words.count("articles-n", documents), sentences=words.count("sentences-plain", row.mentions)
    )
    pairs = [
        (words("when"), [words.when(row), *(_pill(text) for text in _when_pills(row, words))]),
        (words("where"), [row.place or words("unplaced"), *(_pill(text) for text in _where_pills(row, words))]),
        (words("who"), _people(story.happening, words)),
        (words("sources"), [told + texts]),
    ]
    return html.Dl([part for name, value in pairs if value != [""] for part in (html.Dt(name), html.Dd(value))], className="facts")


def _people(happening: Happening, words: Wording) -> list[Any]:
    """Name those told most; the others, told in passing, wait behind their number."""
    most = max((len(actor.mentions) for actor in happening.participants), default=0)
    often = [actor for actor in happening.participants if len(actor.mentions) >= OFTEN * most]
    names = list(dict.fromkeys(actor.name for actor in often))
    others = [name for name in dict.fromkeys(actor.name for actor in happening.participants) if name not in names]
    rest = html.Details([html.Summary(words("others-n", n=len(others))), "; ".join(others)], className="others")
    return ["; ".join(names), *([rest] if others else [])]


def _pill(text: str) -> Any:
    return html.Span(text, className="pill")


def _when_pills(row: Row, words: Wording) -> list[str]:
    if row.first_day is None:
        return []
    if row.grain in EXACT_GRAINS:
        precise = words("pill-exact") if row.first_day == row.last_day else words("pill-range")
    else:
        precise = words(f"pill-{row.grain}")
    return [precise, *([words("pill-inferred")] if row.how == "inferred" else [])]


def _where_pills(row: Row, words: Wording) -> list[str]:
    if not row.place:
        return []
    pills = [words(f"place-{row.place_kind}")]
    if row.latitude is None and row.place_kind != "celestial":
        pills.append(words("not-on-map"))
    elif row.radius_km > SHORTEST_RADIUS_KM:
        pills.append(words("within-km", n=round(row.radius_km)))
    return pills


def _disagreement(one: Any, story: Story, words: Wording) -> Any:
    sources = {telling.document.id: _source_name(telling, words) for telling in story.tellings}
    rows = []
    for side in one.sides:
        who = side.said_by or "; ".join(
            dict.fromkeys(sources.get(mention.document_id, mention.document_id) for mention in side.mentions)
        )
        texts = f" · {words('says-n', n=side.texts)}" if side.texts > 1 else ""
        rows.append(html.Tr([html.Td(f"{who}{texts}"), html.Td(side.value)]))
    title = html.Strong(words("sources-disagree", field=words(f"field-{one.field}")))
    return html.Section([title, html.Table(html.Tbody(rows)), html.P(one.reason)], className="disagreement")


def _sources(tellings: Sequence[Telling], words: Wording) -> list[Any]:
    """Lay out every sentence; the first of each article says when that was published."""
    firsts = {telling.document.id: telling for telling in reversed(tellings)}
    parts: list[Any] = []
    for telling in tellings:
        parts.append(_source(telling, words))
        if firsts[telling.document.id] is telling:
            parts.append(publication(telling.document, words))
    return parts


def _source(telling: Telling, words: Wording) -> Any:
    whole = html.Button(
        words("sentence-n", n=telling.index + 1),
        className="plain",
        title=words("whole-article"),
        **told(op="set", clause="article", value=telling.document.id),
    )
    head = [html.Strong(_source_name(telling, words)), whole]
    said = telling.mention.said_by if telling.mention else None
    speaker = [html.P(f"{words('said-by')}: {said.name}", className="said")] if said else []
    quote = html.Blockquote(
        marked(telling.text, telling.sentence.start, telling.marks, words), lang=telling.document.language or "", dir="auto"
    )
    return html.Article([html.Div(head, className="source-line"), quote, *speaker], className="source")


def _source_name(telling: Telling, words: Wording) -> str:
    document = telling.document
    name = document.source or document.title or words("no-source")
    return f"{name}, {words.day(document.published)}" if document.published else name


def _linked_rows(key: str, rows: Sequence[Row], words: Wording, **values: object) -> list[Any]:
    return [html.Section(row_list(rows, words, words(key, **values)), className="linked")] if rows else []


def _item(row: Row, words: Wording) -> Any:
    button = html.Button(
        [html.I(className=f"dot family-{family_of(row.kind)}"), html.Span(words.label(row)), html.Small(words.when(row))],
        className="row-button",
        **told(op="choose", value=row.id),
    )
    return html.Li(button)


def _foot(story: Story, words: Wording) -> Any:
    earlier = html.Button(words("earlier"), className="button", **told(op="step", by="-1"))
    later = html.Button(words("later"), className="button", **told(op="step", by="1"))
    cite = html.Button(
        words("cite"),
        className="button",
        **told(op="copy-text", value=citation(story, words), done=words("copied")),
    )
    return html.Div([earlier, cite, later], className="foot")
