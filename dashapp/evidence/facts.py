"""One happening → what is known of it: kind, when, where, who, how many sources, where they disagree, what it is part of."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dash import html

from dashapp.attributes import told
from dashapp.evidence.hits import with_hits
from dashapp.evidence.rows import row_items
from dashapp.evidence.story import Story, source_name
from dashapp.theme import family_of
from dashapp.wording import Wording
from extract import Actor, Disagreement, Row, Side, Telling, actor_name

EXACT_GRAINS = frozenset({"day", "hour", "minute", "second"})
MOST_NAMED = 6  # participants named at once
OFTEN = 0.2  # share of the mentions of the one told most, from which a participant is named at once
OWN_NAME = 1000  # times that an actor's own name counts, before what single sentences call it
SHORTEST_RADIUS_KM = 30  # places wider than this say how wide


def kicker(row: Row, words: Wording) -> Any:
    """Name the kind, and what is unusual of the telling: planned, denied, commentary."""
    planned = [html.Span(words(f"modality-{row.modality}"), className="pill strong")] if row.modality != "asserted" else []
    aside = [html.Span(words(f"status-{row.status}"), className="pill")] if row.status != "foreground" else []
    return html.Div([html.Span(words.kind(row.kind)), *planned, *aside], className=f"kicker family-{family_of(row.kind)}")


def facts(story: Story, words: Wording, sought: str = "") -> Any:
    """Lay out when, where, who, how many sources, and what it is part of."""
    row = story.row
    texts = f" · {words('same-text-n', n=len(row.sources) - row.texts + 1)}" if 0 < row.texts < len(row.sources) else ""
    documents = len({telling.document.id for telling in story.tellings}) or len(row.sources)
    counts = words(
        "sources-line", articles=words.count("articles-n", documents), sentences=words.count("sentences-plain", row.mentions)
    )
    pairs = [
        (words("when"), [words.when(row), *(_pill(text) for text in _when_pills(row, words))]),
        (
            words("where"),
            [*with_hits([_place(story, words)], sought), *(_pill(text) for text in _where_pills(story, words))],
        ),
        (words("who"), _people(story, words, sought)),
        (words("sources"), [counts + texts]),
        (words("part-of"), [_whole(story.whole, words)] if story.whole else []),
    ]
    return html.Dl([part for name, value in pairs if value for part in (html.Dt(name), html.Dd(value))], className="facts")


def parts(story: Story, words: Wording) -> list[Any]:
    """Hold what the happening includes behind its number: the sources come first."""
    if not story.parts:
        return []
    title = html.Summary(words.count("parts-n", len(story.parts)))
    return [html.Details([title, row_items(story.parts, words)], className="parts")]


def disagreement(one: Disagreement, tellings: Sequence[Telling], words: Wording) -> Any:
    """Give each side's value with who says so."""
    sources = {telling.document.id: source_name(telling, words) for telling in tellings}
    rows = []
    for side in one.sides:
        named = dict.fromkeys(sources.get(mention.document_id, mention.document_id) for mention in side.mentions)
        texts = f" · {words('says-n', n=side.texts)}" if side.texts > 1 else ""
        rows.append(
            html.Tr([html.Td(f"{side.said_by or '; '.join(named)}{texts}"), html.Td(_value(side, tellings, words), dir="auto")])
        )
    title = html.Strong(words("sources-disagree", field=words(f"field-{one.field}")))
    return html.Section([title, html.Table(html.Tbody(rows)), html.P(one.reason)], className="disagreement")


def _value(side: Side, tellings: Sequence[Telling], words: Wording) -> str:
    """Give a side's value; where it is told by words of an article, those of one in the reader's language come first."""
    told: dict[str | None, str] = {}
    for mention in side.mentions:
        for telling in tellings:
            (start, end), (first, last) = mention.span, telling.sentence
            if telling.document.id == mention.document_id and first <= start and end <= last:
                told.setdefault(telling.document.language, telling.text[start - first : end - first])
    return told.get(words.code, side.value) if side.value in told.values() else side.value


def named_people(story: Story, words: Wording) -> tuple[list[str], list[str]]:
    """Name the participants in the reader's language: the few told most, and the others, told in passing."""
    actors = story.happening.participants
    most = max((len(actor.mentions) for actor in actors), default=0)
    names = {actor: actor_name(actor.key, actor.name, _told_names(actor, story.tellings), words.code) for actor in actors}
    often = [name for actor, name in names.items() if len(actor.mentions) >= OFTEN * most]
    first = list(dict.fromkeys(often))[:MOST_NAMED]
    return first, [name for name in dict.fromkeys(names.values()) if name not in first]


def _place(story: Story, words: Wording) -> str:
    """Name the place as the reader's language does."""
    where = story.happening.where
    country = words.territory(where.country) if where and where.kind == "country" and where.country else ""
    return country or words.place(story.row) or words("unplaced")


def _people(story: Story, words: Wording, sought: str) -> list[Any]:
    first, others = named_people(story, words)
    if not first:
        return []
    rest = html.Details([html.Summary(words("others-n", n=len(others))), "; ".join(others)], className="others")
    return [*with_hits(["; ".join(first)], sought), *([rest] if others else [])]


def _told_names(actor: Actor, tellings: Sequence[Telling]) -> Counter[str]:
    """Count the words that name an actor: its own name first, then those of the sentences, for a reader of another script."""
    told_by: Counter[str] = Counter({actor.name: OWN_NAME})
    for mention in actor.mentions:
        for telling in tellings:
            begin, end = mention.span.start - telling.sentence.start, mention.span.end - telling.sentence.start
            if mention.document_id == telling.document.id and 0 <= begin < end <= len(telling.text):
                told_by[telling.text[begin:end]] += 1
                break
    return told_by


def _whole(row: Row, words: Wording) -> Any:
    return html.Button(words.label(row), className="link", **told(op="choose", value=row.id))


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


def _where_pills(story: Story, words: Wording) -> list[str]:
    row, where = story.row, story.happening.where
    if not row.place:
        return []
    pills = [words(f"place-{row.place_kind}"), *([words("pill-inferred")] if where and where.is_guessed else [])]
    if row.latitude is None and row.place_kind != "celestial":
        pills.append(words("not-on-map"))
    elif row.radius_km > SHORTEST_RADIUS_KM:
        pills.append(words("within-km", n=round(row.radius_km)))
    return pills
