"""Wiring only: property → function → property. What is shown is said by ``views`` and ``panes``."""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, Patch, State, ctx, no_update

from dashapp import growth, ids, panes, views
from dashapp.markup import html_of
from dashapp.selection import Selection, from_json
from dashapp.theme import theme_of
from dashapp.views import Look, pane_of
from dashapp.wording import wording
from extract import Progress, Store

SHOWN = ((ids.CLAUSES, "data"), (ids.CHOSEN, "data"), (ids.LOOK, "data"), (ids.PANE, "data"))
STATE = (  # RINGED is what is chosen, told once the reading pane shows it: the pane comes first, the rings after it
    Input(ids.CLAUSES, "data"),
    Input(ids.RINGED, "data"),
    Input(ids.LOOK, "data"),
    Input(ids.PANE, "data"),
    Input(ids.VERSION, "data"),
)
AFTER = (Input(ids.FOLLOWED, "data"), *STATE[1:])  # FOLLOWED is the clauses, told once the map shows them: the rest comes after it
AFTER_BUT_CHOSEN = (AFTER[0], *AFTER[2:])
COUNTED = (ids.CHIPS, ids.ACTIVE, ids.EDGES, ids.AREA_NOTE, ids.NOTE)

Parts = tuple[Mapping[str, Any] | None, ...]


def register(app: Dash, store: Store, progress: Callable[[], Progress | None]) -> None:
    """Connect the views to the selection, and the selection to the views; `progress` tells how far a reading is."""
    _publish(app)
    _order(app)
    _draw(app, store)
    _tell(app, store, progress)
    _watch(app, store, progress)


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
        ClientsideFunction("page", "open"), Output(ids.SELECTION, "data"), Input(ids.URL, "search"), State(ids.START, "data")
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
        ClientsideFunction("page", "split"),
        Output(ids.CLAUSES, "data"),
        Output(ids.CHOSEN, "data"),
        Output(ids.LOOK, "data"),
        Output(ids.LISTED, "data"),
        Input(ids.SELECTION, "data"),
        State(ids.CLAUSES, "data"),
        State(ids.CHOSEN, "data"),
        State(ids.LOOK, "data"),
        prevent_initial_call=True,
    )


def _order(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("order", "ringed"), Output(ids.RINGED, "data"), Input(ids.CHOSEN, "data"), State(ids.RINGED, "data"),
        prevent_initial_call=True,
    )  # fmt: skip
    app.clientside_callback(
        ClientsideFunction("order", "followed"), Output(ids.FOLLOWED, "data"), Input(ids.CLAUSES, "data"),
        State(ids.FOLLOWED, "data"), prevent_initial_call=True,
    )  # fmt: skip
    for name, asked, inputs in (("tabled", ids.TABLE_ASKED, AFTER_BUT_CHOSEN), ("compared", ids.COMPARE_ASKED, AFTER)):
        where = State(ids.SELECTION, "data")
        app.clientside_callback(ClientsideFunction("order", name), Output(asked, "data"), *inputs, where, prevent_initial_call=True)


def _draw(app: Dash, store: Store) -> None:
    @app.callback(Output(ids.MAP, "figure"), *STATE, prevent_initial_call=True)
    def draw_map(*parts: Any) -> Any:
        if None in parts[:4]:
            return no_update
        selection, look = understood(*parts[:4])
        if _only_ringed(parts[1]) and not selection.place and not selection.day:
            return _patched(views.map_ring(store, selection, look))
        return views.map_view(store, selection, look)

    @app.callback(Output(ids.TIMELINE, "figure"), *AFTER, prevent_initial_call=True)
    def draw_timeline(*parts: Any) -> Any:
        if None in parts[:4]:
            return no_update
        selection, look = understood(*parts[:4])
        if not _only_ringed(parts[1]) or selection.day:
            return views.timeline_view(store, selection, look)
        ring = views.timeline_ring(store, selection, look)
        return _patched(([], [ring])) if ring else no_update

    strip = Output(ids.STRIP, "figure"), Output(ids.BRUSH, "data-span"), Output(ids.BRUSH, "data-drawn")

    @app.callback(*strip, *AFTER_BUT_CHOSEN, State(ids.BRUSH, "data-drawn"), prevent_initial_call=True)
    def draw_strip(clauses: Any, look: Any, pane: Any, _: Any, before: Any) -> Any:
        if None in (clauses, look, pane):
            return (no_update,) * 3
        figure, span = views.strip_and_brush(store, *understood(clauses, None, look, pane))
        drawn = hashlib.sha256(json.dumps(figure).encode()).hexdigest()
        return (no_update if drawn == before else figure), span, drawn  # the brush moves over the same bars


def _tell(app: Dash, store: Store, progress: Callable[[], Progress | None]) -> None:
    reader = Output(ids.READER_HTML, "data"), Output(ids.LIVE, "children")

    shown = Input(ids.CHOSEN, "data"), Input(ids.LISTED, "data"), STATE[2], STATE[4], State(ids.CLAUSES, "data")

    @app.callback(*reader, *shown, prevent_initial_call=True)
    def read(chosen: Any, _: Any, look: Any, __: Any, clauses: Any) -> Any:
        if None in (chosen, look):
            return no_update, no_update
        body, said = panes.reader(store, *understood(clauses, chosen, look, None), busy=progress() is not None)
        return html_of(body), said

    @app.callback(Output(ids.COUNTS_HTML, "data"), Output(ids.ORDER, "data"), *AFTER, prevent_initial_call=True)
    def count(*parts: Any) -> Any:
        if None in parts[:4]:
            return no_update, no_update
        selection, look = understood(*parts[:4])
        if _triggers() == {ids.RINGED}:  # what is chosen changes no count
            return {ids.ACTIVE: html_of(panes.clauses(selection, look))}, no_update
        *pieces, order = panes.counts(store, selection, look)
        return {name: html_of(piece) for name, piece in zip(COUNTED, pieces, strict=True)}, order

    state = tuple(State(*one) for one in SHOWN)

    @app.callback(Output(ids.TABLE, "rowData"), Input(ids.TABLE_ASKED, "data"), *state, prevent_initial_call=True)
    def fill_table(_: Any, *parts: Any) -> Any:
        return no_update if None in parts else panes.table(store, *understood(*parts))

    @app.callback(Output(ids.COMPARE_HTML, "data"), Input(ids.COMPARE_ASKED, "data"), *state, prevent_initial_call=True)
    def compare(_: Any, *parts: Any) -> Any:
        return no_update if None in parts else html_of(panes.comparison(store, *understood(*parts)))

    @app.callback(
        Output(ids.PRINT_HTML, "data"), Input(ids.PRINT_ASKED, "data"), *(State(*one) for one in SHOWN), prevent_initial_call=True
    )
    def lay_out_for_paper(_: Any, *parts: Any) -> Any:
        return no_update if None in parts else html_of(panes.printed(store, *understood(*parts)))

    for filled, name, where in (
        (ids.READER_HTML, "fillReader", ids.READER_BODY),
        (ids.COMPARE_HTML, "fillCompare", ids.COMPARE),
        (ids.PRINT_HTML, "fillPrint", ids.PRINT),
        (ids.COUNTS_HTML, "fillCounts", ids.NOTE),
    ):
        written = Output(where, "data-settled"), Input(filled, "data")
        app.clientside_callback(ClientsideFunction("page", name), *written, prevent_initial_call=True)


def _watch(app: Dash, store: Store, progress: Callable[[], Progress | None]) -> None:
    """Pick up what a reading or another process adds to the store, and say so."""
    told = Output(ids.READING, "children"), Output(ids.GROWTH, "children"), Output(ids.TITLE_LINE, "children")
    asked = Input(ids.CLOCK, "n_intervals"), Input(ids.VERSION, "data")
    known = State(ids.NEWS, "data"), State(ids.START, "data"), State(ids.LOOK, "data")

    @app.callback(Output(ids.NEWS, "data"), *told, Output(ids.CLOCK, "interval"), *asked, *known, prevent_initial_call=True)
    def look_again(_: Any, version: Any, news: Any, start: Any, look: Any) -> Any:
        shown, now = version or start, progress()
        before = news or start
        if now is None and not before.get("busy") and ids.VERSION not in _triggers() and store.version() == before["version"]:
            return (no_update,) * 5
        return growth.look_again(store, now, shown, before, wording(str((look or {}).get("lang") or "en")))

    app.clientside_callback(
        ClientsideFunction("growth", "news"),
        Output(ids.GROWTH, "data-taken"),
        Input(ids.NEWS, "data"),
        State(ids.VERSION, "data"),
        State(ids.START, "data"),
        State(ids.SELECTION, "data"),
        prevent_initial_call=True,
    )

    version = Output(ids.VERSION, "data", allow_duplicate=True)

    @app.callback(version, Input(ids.PUBLISH, "data"), prevent_initial_call=True)
    def publish(asked: Any) -> Any:
        return panes.publish(store, asked) or no_update


def _triggers() -> set[str]:
    return set(ctx.triggered_prop_ids.values())


def _only_ringed(chosen: Any) -> bool:
    """Tell whether nothing but the ring moves: no place opens or closes, no day is looked at or left."""
    return _triggers() == {ids.RINGED} and not (isinstance(chosen, Mapping) and chosen.get("anew"))


def _patched(traces: tuple[list[dict[str, Any]], list[dict[str, Any]]]) -> Patch:
    """Put the traces of the chosen happening in place of a figure's first and last."""
    first, last = traces
    patch = Patch()
    for at, trace in [*enumerate(first), *((at - len(last), trace) for at, trace in enumerate(last))]:
        patch["data"][at] = trace
    return patch
