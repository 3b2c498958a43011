"""Counts of the selection → the page's small parts: chips, filters, trays, edge counts, notes, the table's rows."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashapp import ids
from dashapp.attributes import told
from dashapp.evidence.rows import dot
from dashapp.figures.map.labels import text_px
from dashapp.figures.map.ways import journeys
from dashapp.selection import LISTS, Selection
from dashapp.wording import Wording
from extract import Facets, Problem, Row, Summary

FEWEST_CHIPS = 1
KINDS_BEFORE = 3  # chips of kinds before the one for disagreements, where the line is short
CHIP_PX, CHIP_SCALE = 48.0, 0.94  # of a chip beside its text, gap and all, and its letters to those of the map
STANDING = ("foreground", "background")  # the statuses that the page opens with: nothing to say of them
VALUES_SHOWN = 40


def title_line(summary: Summary, words: Wording) -> str:
    """Say how much there is: happenings, places, sentences, articles and the days covered."""
    counts = {
        "happenings": words.count("happenings-n", summary.happenings),
        "places": words.count("places-n", summary.places),
        "sentences": words.count("sentences-n", summary.sentences),
        "articles": words.count("articles-n", summary.articles),
    }
    line = words("summary", **counts)
    return f"{line} · {words.days(summary.first_day, summary.last_day)}" if summary.first_day and summary.last_day else line


def chips(facets: Facets, selection: Selection, weights: Mapping[str, float], words: Wording, width: float) -> list[Any]:
    """Show the weightiest kinds as chips with their counts, as many as fit a line of `width` pixels, then all filters."""
    counts = dict(facets.kinds)
    order = sorted(counts, key=lambda kind: (kind not in selection.kinds, -weights.get(kind, 0.0), -counts[kind], kind))
    there = [kind for kind in order if counts[kind] or kind in selection.kinds]
    left = width - _chip_px(words("filters"), "")
    beside = left - _chip_px(words("disagreements-only"), words.number(facets.disagreements))
    shown, also = _fitting(there, counts, left, words), _fitting(there, counts, beside, words)
    disputed: list[Any] = []
    if facets.disagreements and not selection.disagreements and len(also) >= min(KINDS_BEFORE, len(there)):
        shown = also
        disputed.append(_value("disagreements", "", words("disagreements-only"), facets.disagreements, False, words))
    return [*(_chip(kind, counts[kind], selection, words) for kind in shown), *disputed, _filters(facets, selection, words)]


def _fitting(kinds: Sequence[str], counts: Mapping[str, int], width: float, words: Wording) -> Sequence[str]:
    """Take the kinds whose chips fit a width, at least the first."""
    for at, kind in enumerate(kinds):
        width -= _chip_px(words.kind(kind), words.number(counts[kind]))
        if width < 0:
            return kinds[: max(FEWEST_CHIPS, at)]
    return kinds


def _chip_px(text: str, number: str) -> float:
    return CHIP_PX + CHIP_SCALE * (text_px(text) + (text_px(number) if number else 0))


def commentary(facets: Facets, selection: Selection, words: Wording) -> list[Any]:
    """Say how much commentary the page leaves out unless the reader asks for it."""
    aside = facets.statuses.get("commentary", 0)
    if set(selection.statuses) != set(STANDING) or not aside:
        return []
    asked = told(op="toggle", clause="statuses", value="commentary")
    return [html.Button(words("commentary-n", n=aside), className="edge", title=words("commentary-title"), **asked)]


def active(selection: Selection, words: Wording) -> list[Any]:
    """Show every other clause that is set, each with a way to take it back."""
    found: list[tuple[str, str, str]] = []
    if selection.words:
        found.append((words("clause-words", words=selection.words), "words", ""))
    if selection.box:
        found.append((words("clause-box"), "box", ""))
    if selection.view:
        found.append((words("clause-view"), "view", ""))
    if selection.cursor:
        found.append((words("clause-day", day=words.days(*selection.cursor)), "day", ""))
    quiet = STANDING if set(STANDING) <= set(selection.statuses) else ()
    found += [(value_name(name, value, words), name, value) for name in LISTS[1:] for value in getattr(selection, name)
              if not (name == "statuses" and value in quiet)]  # fmt: skip
    if selection.disagreements:
        found.append((words("disagreements-only"), "disagreements", ""))
    if selection.hidden:
        found.append((words("with-hidden"), "hidden", ""))
    pieces = [_taken_back(text, clause, value, words) for text, clause, value in found]
    if len(pieces) > 1 or selection.kinds:
        pieces.append(html.Button(words("clear-all"), className="chip quiet", **told(op="clear-all")))
    return pieces


def edges(before: int, after: int, selection: Selection, opening: tuple[dt.date, dt.date], words: Wording) -> list[Any]:
    """Say what lies earlier and later, and what has no day or no place: nothing is dropped silently."""
    whole = told(op="days", value="")
    parts = []
    if before:
        parts.append(html.Button(f"‹ {words('earlier-n', n=before)}", className="edge", **whole))
    if after:
        parts.append(html.Button(f"{words('later-n', n=after)} ›", className="edge", **whole))
    if before or after:
        parts.append(html.Button(words("show-all"), className="edge strong", **whole))
    if selection.days != opening:
        first = "..".join(day.isoformat() for day in opening)
        parts.append(html.Button(words("show-first"), className="edge", **told(op="days", value=first)))
    return parts


def tray(name: str, rows: Sequence[Row], total: int, words: Wording) -> Any:
    """Hold the happenings without a day or without a place."""
    items = [
        html.Li(html.Button([dot(row.kind), html.Span(words.label(row)),
                             html.Small(words.when(row) if name == "unplaced" else words.place(row))], className="row-button",
                            **told(op="choose", value=row.id, close=f"tray-{name}")))
        for row in rows
    ]  # fmt: skip
    if total > len(rows):
        items.append(html.Li(words("tray-more", n=total - len(rows)), className="hint"))
    return html.Details(
        [
            html.Summary(words(f"{name}-n", n=total), className="edge"),
            html.Div([html.H3(words(f"tray-{name}")), html.Ul(items, className="rows")], className="sheet"),
        ],
        id=f"tray-{name}",
        className="menu tray",
    )


def unread(problems: Sequence[Problem], total: int, words: Wording) -> Any:
    """Say which files could not be read, and why."""
    items = [html.Li([html.Strong(one.subject), html.Span(one.message)]) for one in problems]
    title = html.Summary(words("unread-n", n=total), className="edge")
    sheet = html.Div([html.H3(words("tray-unread")), html.Ul(items, className="problems")], className="sheet")
    return html.Details([title, sheet], id="tray-unread", className="menu tray")


def map_foot(rows: Sequence[Row], outside: int, words: Wording) -> list[Any]:
    """Explain the signs that are on the map, and say what lies outside the view."""
    there = {
        "note-dashed": True,
        "note-hollow": any(row.modality in {"planned", "hypothetical"} for row in rows),
        "note-dotted": bool(journeys(rows)),
    }
    signs = [words(key) for key, drawn in there.items() if drawn]
    more = [html.Button(words("outside-n", n=outside), className="edge", **told(op="zoom", value="2.5"))] if outside else []
    return [html.Div([html.Span(" · ".join(signs)), *more], className="note"), html.Div(words("credit"), className="credit")]


def table_rows(rows: Sequence[Row], words: Wording) -> list[dict[str, Any]]:
    """Write the happenings as rows of the table."""
    return [
        {
            "id": row.id,
            "when": words.when(row),
            "label": words.label(row),
            "kind": words.kind(row.kind),
            "place": words.place(row),
            "who": "; ".join(words.person(name) for name in row.participants),
            "sources": "; ".join(row.sources),
            "modality": words(f"modality-{row.modality}"),
            "disagreements": row.disagreements,
        }
        for row in rows
    ]


def value_name(clause: str, value: str, words: Wording) -> str:
    """Name one value of a clause in the reader's language."""
    named = {"kinds": words.kind, "languages": words.language_name}
    if clause in named:
        return named[clause](value)
    if clause in {"modalities", "statuses"}:
        return words({"modalities": "modality", "statuses": "status"}[clause] + f"-{value}")
    return value or words("no-source")


def _chip(kind: str, count: int, selection: Selection, words: Wording) -> Any:
    pressed = kind in selection.kinds
    return html.Button(
        [dot(kind), words.kind(kind), html.B(words.number(count))],
        className="chip",
        **told(op="toggle", clause="kinds", value=kind, aria_pressed=str(pressed).lower()),
    )


def _taken_back(text: str, clause: str, value: str, words: Wording) -> Any:
    back = told(op="toggle", value=value) if value else told(op="clear")
    named = told(clause=clause, aria_label=words("remove", what=text))
    return html.Button([text, html.B("×")], className="chip on", **back, **named)


def _filters(facets: Facets, selection: Selection, words: Wording) -> Any:
    groups = [
        ("kinds", facets.kinds), ("sources", facets.sources), ("languages", facets.languages), ("modalities", facets.modalities),
        ("statuses", facets.statuses),
    ]  # fmt: skip
    days = [html.H3(words("filter-days")), _day("day-from", words), html.Span("–"), _day("day-to", words)]
    body = [
        html.Div(days, className="filter-days"),
        html.Div(_flags(facets, selection, words), className="values"),
        *(_group(name, counts, selection, words) for name, counts in groups if len(counts) > 1 or getattr(selection, name)),
    ]
    return html.Details(
        [html.Summary(words("filters"), className="chip"), html.Div(body, className="sheet filters")],
        id=ids.FILTERS,
        className="menu",
    )


def _flags(facets: Facets, selection: Selection, words: Wording) -> list[Any]:
    flags = [("disagreements", words("disagreements-only"), facets.disagreements), ("hidden", words("with-hidden"), facets.hidden)]
    wanted = [(name, text, count, getattr(selection, name)) for name, text, count in flags]
    return [_value(name, "", text, count, pressed, words) for name, text, count, pressed in wanted if count or pressed]


def _day(name: str, words: Wording) -> Any:
    label = f"{words('filter-days')}: {words(name)}"
    return html.Span(className="holder day", **told(input="text", id=name, label=label, hint=words("day-hint")))


def _group(name: str, counts: Mapping[str, int], selection: Selection, words: Wording) -> Any:
    chosen = getattr(selection, name)
    values = sorted(counts, key=lambda value: (value not in chosen, -counts[value], value))[:VALUES_SHOWN]
    buttons = [_value(name, value, value_name(name, value, words), counts[value], value in chosen, words) for value in values]
    return html.Section([html.H3(words(f"filter-{name}")), html.Div(buttons, className="values")])


def _value(clause: str, value: str, text: str, count: int, pressed: bool, words: Wording) -> Any:
    sign = [dot(value)] if clause == "kinds" else []
    looks = "chip dispute" if clause == "disagreements" else "chip"
    return html.Button([*sign, text, html.B(words.number(count))], className=looks,
                       **told(op="toggle", clause=clause, value=value, aria_pressed=str(pressed).lower()))  # fmt: skip
