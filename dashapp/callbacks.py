"""Wiring only: property → function → property. What is shown is said by ``views``, ``chrome`` and ``evidence``."""

from collections.abc import Mapping
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, Patch, State, ctx, html, no_update

from dashapp import chrome, ids, views
from dashapp.evidence import reading_pane, row_list
from dashapp.evidence.article import whole_article
from dashapp.selection import Selection, from_json
from dashapp.theme import theme_of
from dashapp.views import Look, pane_of
from dashapp.wording import wording
from extract import Store

TABLE_ROWS = 20_000
LISTED = 14
TRAY_ROWS = 200
STATE = (
    Input(ids.CLAUSES, "data"),
    Input(ids.CHOSEN, "data"),
    Input(ids.LOOK, "data"),
    Input(ids.PANE, "data"),
    Input(ids.VERSION, "data"),
)
LAST_TRACES = 4  # of the map: those of the chosen happening

Parts = tuple[Mapping[str, Any] | None, ...]


def register(app: Dash, store: Store) -> None:
    """Connect the views to the selection, and the selection to the views."""
    _publish(app)
    _draw(app, store)
    _tell(app, store)
    _watch(app, store)


def understood(clauses: object, chosen: object, look: object, pane: object) -> tuple[Selection, Look]:
    """Read what the browser sends: anyone can send anything."""
    parts = [part if isinstance(part, Mapping) else {} for part in (clauses, chosen, look)]
    selection = from_json({**parts[0], **parts[1], **parts[2]})
    words = wording(str(parts[2].get("lang") or "en"))
    return selection, Look(theme_of(parts[2].get("shown") or parts[2].get("theme")), words, pane_of(pane))


def _publish(app: Dash) -> None:
    """Each view publishes its clause; nothing here goes through the server."""
    selection = Output(ids.SELECTION, "data", allow_duplicate=True)
    app.clientside_callback(
        ClientsideFunction("linked", "openFrom"), Output(ids.SELECTION, "data"), Input(ids.URL, "search"), State(ids.START, "data")
    )
    wires = (
        ("act", (Input(ids.ACTION, "data"), State(ids.SELECTION, "data"), State(ids.ORDER, "data"))),
        ("tick", (Input(ids.TICK, "data"), State(ids.SELECTION, "data"), State(ids.HEAR, "data"))),
        ("onMapClick", (Input(ids.MAP, "clickData"), State(ids.SELECTION, "data"))),
        ("onMapMove", (Input(ids.MAP, "relayoutData"), State(ids.SELECTION, "data"), State(ids.MAP, "figure"))),
        ("onMapSelect", (Input(ids.MAP, "selectedData"), State(ids.SELECTION, "data"))),
        ("onTimelineClick", (Input(ids.TIMELINE, "clickData"), State(ids.SELECTION, "data"))),
        ("onTimelineMove", (Input(ids.TIMELINE, "relayoutData"), State(ids.SELECTION, "data"))),
        ("onTable", (Input(ids.TABLE, "selectedRows"), State(ids.SELECTION, "data"))),
    )
    for name, properties in wires:
        app.clientside_callback(ClientsideFunction("linked", name), selection, *properties, prevent_initial_call=True)
    app.clientside_callback(
        ClientsideFunction("page", "follow"),
        Output(ids.PAGE, "data-theme"),
        Input(ids.SELECTION, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("page", "split"),
        Output(ids.CLAUSES, "data"),
        Output(ids.CHOSEN, "data"),
        Output(ids.LOOK, "data"),
        Input(ids.SELECTION, "data"),
        State(ids.CLAUSES, "data"),
        State(ids.CHOSEN, "data"),
        State(ids.LOOK, "data"),
        prevent_initial_call=True,
    )


def _draw(app: Dash, store: Store) -> None:
    @app.callback(Output(ids.MAP, "figure"), *STATE, prevent_initial_call=True)
    def draw_map(*parts: Any) -> Any:
        if None in parts[:4]:
            return no_update
        selection, look = understood(*parts[:4])
        if _only_chosen() and not selection.place and not selection.day:
            return _patched(views.map_ring(store, selection, look))
        return views.map_view(store, selection, look)

    @app.callback(Output(ids.TIMELINE, "figure"), *STATE, prevent_initial_call=True)
    def draw_timeline(*parts: Any) -> Any:
        return no_update if None in parts[:4] else views.timeline_view(store, *understood(*parts[:4]))

    @app.callback(
        Output(ids.STRIP, "figure"), Output(ids.BRUSH, "data-span"), *(STATE[at] for at in (0, 2, 3, 4)), prevent_initial_call=True
    )
    def draw_strip(clauses: Any, look: Any, pane: Any, _: Any) -> Any:
        if None in (clauses, look, pane):
            return no_update, no_update
        selection, wanted = understood(clauses, None, look, pane)
        figure, shown = views.strip_view(store, selection, wanted)
        days = [day.isoformat() for day in selection.days] if selection.days else ["", ""]
        margin = figure["layout"]["margin"]
        return figure, ",".join([shown.first.isoformat(), shown.last.isoformat(), *days, str(margin["l"]), str(margin["r"])])


def _tell(app: Dash, store: Store) -> None:
    @app.callback(
        Output(ids.READER_BODY, "children"), Output(ids.LIVE, "children"), *(STATE[at] for at in (1, 2, 4)), State(ids.CLAUSES, "data"),
        prevent_initial_call=True,
    )  # fmt: skip
    def read(chosen: Any, look: Any, _: Any, clauses: Any) -> Any:
        return no_update if None in (chosen, look) else _reader(store, *understood(clauses, chosen, look, None))

    @app.callback(
        Output(ids.CHIPS, "children"), Output(ids.ACTIVE, "children"), Output(ids.EDGES, "children"), Output(ids.AREA_NOTE, "children"),
        Output(ids.ORDER, "data"), *(STATE[at] for at in (0, 2, 3, 4)), Input(ids.CHOSEN, "data"), prevent_initial_call=True,
    )  # fmt: skip
    def count(clauses: Any, look: Any, pane: Any, _: Any, chosen: Any) -> Any:
        return (no_update,) * 5 if None in (clauses, look, pane) else _counts(store, *understood(clauses, chosen, look, pane))

    @app.callback(Output(ids.TABLE, "rowData"), *(STATE[at] for at in (0, 2, 3, 4)), prevent_initial_call=True)
    def fill_table(clauses: Any, look: Any, pane: Any, _: Any) -> Any:
        if None in (clauses, look, pane):
            return no_update
        selection, wanted = understood(clauses, None, look, pane)
        if selection.panel != "table":
            return no_update
        rows = store.window(selection.query(views.frame_of(store, selection, wanted.pane)), TABLE_ROWS)
        return chrome.table_rows(rows, wanted.words)

    app.clientside_callback(
        ClientsideFunction("page", "settle"), Output(ids.PRINT, "data-settled"), Input(ids.READER_BODY, "children"),
        prevent_initial_call=True,
    )  # fmt: skip


def _watch(app: Dash, store: Store) -> None:
    """Pick up what another process adds to the store, and say so."""

    @app.callback(
        Output(ids.VERSION, "data"), Output(ids.GROWTH, "children"), Output(ids.TITLE_LINE, "children"), Input(ids.CLOCK, "n_intervals"),
        State(ids.VERSION, "data"), State(ids.LOOK, "data"), State(ids.START, "data"),
        prevent_initial_call=True,
    )  # fmt: skip
    def look_again(_: Any, known: Any, look: Any, start: Any) -> Any:
        version = store.version()
        before = known or start
        if version == before["version"]:
            return no_update, no_update, no_update
        from dashapp.layout import title_line  # noqa: PLC0415

        summary = store.summary()
        words = wording(str((look or {}).get("lang") or "en"))
        more = summary.happenings - before["happenings"]
        said = words.count("growth-n", more) if more > 0 else words("growth-changed")
        return {"version": version, "happenings": summary.happenings}, said, title_line(summary, words)


def _only_chosen() -> bool:
    return set(ctx.triggered_prop_ids.values()) == {ids.CHOSEN}


def _patched(traces: list[dict[str, Any]]) -> Patch:
    patch = Patch()
    for at, trace in enumerate(traces):
        patch["data"][at - LAST_TRACES] = trace
    return patch


def _reader(store: Store, selection: Selection, look: Look) -> tuple[list[Any], str]:
    words = look.words
    story = views.story_of(store, selection)
    if selection.article:
        found = store.article(selection.article)
        if found:
            here = [one.sentence for one in story.tellings if one.document.id == selection.article] if story else []
            return whole_article(found[0], found[1], here, words), found[0].title or ""
    if story:
        row = story.row
        told = words(
            "live-chosen",
            label=words.label(row),
            when=words.when(row),
            where=row.place or words("unplaced"),
            sources="; ".join(row.sources),
        )
        return reading_pane(story, words), told
    if selection.day:
        rows = views.on_day(store, selection, selection.day)[:40]
        title = words("day-cursor", day=words.day(selection.day))
        return (row_list(rows, words, title) if rows else [html.H3(title), html.P(words("nothing-on-day"))]), title
    rows = store.window(selection.query(), LISTED)
    if not rows:
        return _nothing(store, words), words("none-match")
    hint = html.P(words("nothing-chosen"), className="hint")
    return [*row_list(rows, words, words("main-happenings")), hint], words("live-none")


def _nothing(store: Store, words: Any) -> list[Any]:
    summary = store.summary()
    if not summary.articles:
        return [html.H2(words("empty-title")), html.P(words("no-articles-body"))]
    if not summary.happenings:
        return [html.H2(words("empty-title")), html.P(words("empty-body"))]
    return [html.H3(words("none-match")), html.Button(words("clear-all"), className="button", **{"data-op": "clear-all"})]


def _counts(store: Store, selection: Selection, look: Look) -> tuple[Any, ...]:
    frame = views.frame_of(store, selection, look.pane)
    query = selection.query(frame)
    facets = store.facets(query)
    days = selection.days or views.whole_days(store)
    around = store.counts_by_time(selection.without(ids.TIMELINE).query(frame), (days[0], _next(days[1])), lane="kind")
    rows = store.window(query, views.MOST_ROWS)
    free = store.window(selection.without(ids.TIMELINE).without(ids.MAP).query(), views.MOST_ROWS)
    undated = [row for row in free if row.first_day is None][:TRAY_ROWS]
    unplaced = [row for row in store.window(selection.without(ids.MAP).query(), views.MOST_ROWS) if row.latitude is None][
        :TRAY_ROWS
    ]
    trays = [chrome.tray(name, found, look.words) for name, found in (("undated", undated), ("unplaced", unplaced)) if found]
    outside = _outside(store, selection, frame) if selection.view is None else 0
    return (
        chrome.chips(facets, selection, look.words),
        chrome.active(selection, look.words),
        [*chrome.edges(around.before, around.after, facets, selection, views.opening_days(store), look.words), *trays],
        chrome.map_foot(rows, outside, look.words),
        views.happenings_in_order(store, selection, look),
    )


def _outside(store: Store, selection: Selection, frame: Any) -> int:
    seen = 0
    total = 0
    for mark in store.marks_by_place(selection.without(ids.MAP).query()):
        pixel = frame.pixel((mark.latitude, mark.longitude))
        total += mark.count
        inside = pixel and 0 <= pixel[0] <= frame.width and 0 <= pixel[1] <= frame.height
        seen += mark.count if inside else 0
    return total - seen


def _next(day: Any) -> Any:
    import datetime as dt  # noqa: PLC0415

    return min(day, dt.date.max - dt.timedelta(1)) + dt.timedelta(1)
