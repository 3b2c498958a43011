"""The store's answers for a selection → the page's panes: reading pane, counts, table, comparison."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from dash import html

from dashapp import chrome, growth, ids, views
from dashapp.attributes import told
from dashapp.evidence import printed_story, reading_pane, row_list
from dashapp.evidence.article import basic_languages, whole_article
from dashapp.evidence.compare import matrix, side_by_side
from dashapp.projection import Frame
from dashapp.selection import Selection
from dashapp.views import Look
from dashapp.wording import Wording
from extract import Store, set_published

TABLE_ROWS = 20_000
COMPARED_ROWS = 80
PRINTED = 100  # happenings on paper, the heaviest
LISTED = 14
TABS_PX = 254.0  # of the map's width, that the tabs and margins take beside the chips
NARROW_PX = 560.0  # a map so narrow has its chips in a line to swipe
FOUND = 40  # of a search
TRAY_ROWS = 40  # the browser lays each out anew with every answer
ON_A_DAY = 40


def reader(store: Store, selection: Selection, look: Look, *, busy: bool = False) -> tuple[list[Any], str]:
    """Fill the reading pane, and say aloud what is in it; `busy` while articles are being read."""
    words = look.words
    story = views.story_of(store, selection)
    found = store.article(selection.article) if selection.article else None
    if found:
        here = [one.sentence for one in story.tellings if one.document.id == found[0].id] if story else []
        return whole_article(found[0], found[1], here, words), found[0].title or ""
    if story:
        row = story.row
        where, sources = words.place(row) or words("unplaced"), "; ".join(row.sources)
        said = words("live-chosen", label=words.label(row), when=words.when(row), where=where, sources=sources)
        return reading_pane(story, words, selection.words), said
    return _day(store, selection, words) if selection.day else _list(store, selection, words, busy)


def counts(store: Store, selection: Selection, look: Look) -> tuple[Any, ...]:
    """Count for chips, clauses, edges and trays, the map's foot and the export menu; give the order of Earlier and Later."""
    frame = views.frame_of(store, selection, look.pane)
    query = selection.query(frame)
    facets = store.facets(query)
    first, last = selection.days or views.whole_days(store)
    after = min(last, dt.date.max - dt.timedelta(1)) + dt.timedelta(1)
    around = store.counts_by_time(selection.without(ids.TIMELINE).query(frame), (first, after), lane="kind")
    rows = store.window(query, views.MOST_ROWS)
    outside = _outside(store, selection, frame) if selection.view is None else 0
    dated = store.summary().first_day is not None
    edges = chrome.edges(around.before, around.after, selection, views.opening_days(store), look.words) if dated else []
    return (
        chrome.chips(facets, selection, {row.kind: row.weight for row in reversed(rows)}, look.words, _chips_px(look)),
        chrome.active(selection, look.words),
        [*edges, *_trays(store, selection, frame, look.words), *chrome.commentary(facets, selection, look.words)],
        chrome.map_foot(rows, outside, look.words),
        look.words("export-note", n=look.words.count("happenings-n", facets.total)),
        [row.id for row in sorted(rows, key=lambda row: (row.first_day or dt.date.max, row.clock or "", row.id))],
    )


def clauses(selection: Selection, look: Look) -> list[Any]:
    """Show the clauses that are set, each with a way to take it back."""
    return chrome.active(selection, look.words)


def table(store: Store, selection: Selection, look: Look) -> list[dict[str, Any]]:
    """Fill the table while it is shown."""
    if selection.panel != "table":
        return []
    rows = store.window(selection.query(views.frame_of(store, selection, look.pane)), TABLE_ROWS)
    return chrome.table_rows(rows, look.words)


def comparison(store: Store, selection: Selection, look: Look) -> list[Any]:
    """Fill the comparison of sources while it is shown."""
    if selection.panel != "compare":
        return []
    story = views.story_of(store, selection)
    rows = store.window(selection.query(views.frame_of(store, selection, look.pane)), COMPARED_ROWS)
    return [*(side_by_side(story, look.words) if story else []), *matrix(rows, look.words, selection.column)]


def printed(store: Store, selection: Selection, look: Look) -> list[Any]:
    """Lay out what is selected for paper: a title, then each happening in order of time, with its sentences and citation."""
    words = look.words
    rows = store.window(selection.query(views.frame_of(store, selection, look.pane)), PRINTED + 1)
    shown = sorted(rows[:PRINTED], key=lambda row: (row.first_day or dt.date.max, row.clock or "", row.id))
    stories = [story for row in shown if (story := views.told_story(store, row))]
    summary = store.summary()
    more = [html.P(words("print-more", n=PRINTED), className="hint")] if len(rows) > PRINTED else []
    return [
        html.H1(summary.title or words("app-name")),
        html.P(chrome.title_line(summary, words)),
        html.P(selection.sentence(), className="hint"),
        html.Div(className="print-views"),
        html.P(words("credit"), className="hint"),
        *(printed_story(story, words) for story in stories),
        *more,
    ]


def publish(store: Store, asked: object) -> dict[str, Any] | None:
    """Set an article's day of publication as the reader asks: the store's new version; None where nothing is changed."""
    given = asked if isinstance(asked, Mapping) else {}
    try:
        day = dt.date.fromisoformat(str(given.get("day")))
    except ValueError:
        return None
    if not set_published(store, str(given.get("document")), day):
        return None
    return growth.state(store)


def _chips_px(look: Look) -> float:
    """Measure the line of chips over the map: beside the tabs, or as long as the reader swipes on a narrow screen."""
    width = look.pane.map[0]
    return width - TABS_PX if width > NARROW_PX else 3 * width


def _day(store: Store, selection: Selection, words: Wording) -> tuple[list[Any], str]:
    assert selection.cursor
    rows = views.on_day(store, selection)[:ON_A_DAY]
    title = words("day-cursor", day=words.days(*selection.cursor))
    return (row_list(rows, words, title) if rows else [html.H3(title), html.P(words("nothing-on-day"))]), title


def _list(store: Store, selection: Selection, words: Wording, busy: bool) -> tuple[list[Any], str]:
    rows = store.window(selection.query(), FOUND if selection.words else LISTED)
    if not rows:
        return _nothing(store, words, busy), words("none-match")
    if selection.words:
        title = words("found-n", n=words.count("happenings-n", store.facets(selection.query()).total), words=selection.words)
        return row_list(rows, words, title, selection.words), title
    return [*row_list(rows, words, words("main-happenings")), html.P(words("nothing-chosen"), className="hint")], words("live-none")


def _nothing(store: Store, words: Wording, busy: bool) -> list[Any]:
    summary = store.summary()
    if busy and not summary.happenings:
        return [html.H2(words("reading-title")), html.P(words("reading-body"))]
    if not summary.articles:
        return [html.H2(words("empty-title")), html.P(words("no-articles-body"))]
    if not summary.happenings:
        return [html.H2(words("empty-title")), html.P(words("empty-body")), *basic_languages(_languages(store), words)]
    return [html.H3(words("none-match")), html.Button(words("clear-all"), className="button", **told(op="clear-all"))]


def _languages(store: Store) -> list[str]:
    """List the languages of the articles; asked only where nothing was found in them."""
    return sorted({document.language or "" for document in store.documents()})


def _trays(store: Store, selection: Selection, frame: Frame, words: Wording) -> list[Any]:
    """Hold what the timeline and the map cannot show, with its number: nothing is dropped silently."""
    dateless = [row for row in store.window(selection.without(ids.TIMELINE).query(frame), views.MOST_ROWS) if row.first_day is None]
    placeless = [row for row in store.window(selection.without(ids.MAP).query(), views.MOST_ROWS) if row.latitude is None]
    pairs = (("undated", dateless), ("unplaced", placeless))
    problems = store.problems()
    unread = [chrome.unread(problems[:TRAY_ROWS], len(problems), words)] if problems else []
    return [*(chrome.tray(name, rows[:TRAY_ROWS], len(rows), words) for name, rows in pairs if rows), *unread]


def _outside(store: Store, selection: Selection, frame: Frame) -> int:
    """Count the happenings whose places the first view does not hold."""
    outside = 0
    for mark in store.marks_by_place(selection.without(ids.MAP).query()):
        pixel = frame.pixel((mark.latitude, mark.longitude))
        if pixel is None or not (0 <= pixel[0] <= frame.width and 0 <= pixel[1] <= frame.height):
            outside += mark.count
    return outside
