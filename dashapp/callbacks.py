"""Wiring only: property → function → property. What is shown is said by ``views`` and ``panes``."""

from collections.abc import Callable, Mapping
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, Patch, State, ctx, no_update

from dashapp import growth, ids, panes, views
from dashapp.selection import Selection, from_json
from dashapp.theme import theme_of
from dashapp.views import Look, pane_of
from dashapp.wording import wording
from extract import Progress, Store

STATE = (
    Input(ids.CLAUSES, "data"),
    Input(ids.CHOSEN, "data"),
    Input(ids.LOOK, "data"),
    Input(ids.PANE, "data"),
    Input(ids.VERSION, "data"),
)
STATE_BUT_CHOSEN = (STATE[0], *STATE[2:])
STATE_BUT_CLAUSES = (STATE[1], STATE[2], STATE[4])
COUNTED = (ids.CHIPS, ids.ACTIVE, ids.EDGES, ids.AREA_NOTE, ids.NOTE)
LAST_TRACES = 4  # of the map: those of the chosen happening

Parts = tuple[Mapping[str, Any] | None, ...]


def register(app: Dash, store: Store, progress: Callable[[], Progress | None]) -> None:
    """Connect the views to the selection, and the selection to the views; `progress` tells how far a reading is."""
    _publish(app)
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

    @app.callback(Output(ids.STRIP, "figure"), Output(ids.BRUSH, "data-span"), *STATE_BUT_CHOSEN, prevent_initial_call=True)
    def draw_strip(clauses: Any, look: Any, pane: Any, _: Any) -> Any:
        ready = None not in (clauses, look, pane)
        return views.strip_and_brush(store, *understood(clauses, None, look, pane)) if ready else (no_update, no_update)


def _tell(app: Dash, store: Store, progress: Callable[[], Progress | None]) -> None:
    reader = Output(ids.READER_BODY, "children"), Output(ids.LIVE, "children")

    @app.callback(*reader, *STATE_BUT_CLAUSES, State(ids.CLAUSES, "data"), prevent_initial_call=True)
    def read(chosen: Any, look: Any, _: Any, clauses: Any) -> Any:
        ready = None not in (chosen, look)
        busy = progress() is not None
        return panes.reader(store, *understood(clauses, chosen, look, None), busy=busy) if ready else (no_update, no_update)

    @app.callback(*(Output(one, "children") for one in COUNTED), Output(ids.ORDER, "data"), *STATE, prevent_initial_call=True)
    def count(*parts: Any) -> Any:
        if None in parts[:4]:
            return (no_update,) * 6
        return panes.counts(store, *understood(*parts[:4]))

    @app.callback(Output(ids.TABLE, "rowData"), *STATE_BUT_CHOSEN, prevent_initial_call=True)
    def fill_table(clauses: Any, look: Any, pane: Any, _: Any) -> Any:
        ready = None not in (clauses, look, pane)
        return panes.table(store, *understood(clauses, None, look, pane)) if ready else no_update

    @app.callback(Output(ids.COMPARE, "children"), *STATE_BUT_CHOSEN, prevent_initial_call=True)
    def compare(clauses: Any, look: Any, pane: Any, _: Any) -> Any:
        ready = None not in (clauses, look, pane)
        return panes.comparison(store, *understood(clauses, None, look, pane)) if ready else no_update

    app.clientside_callback(
        ClientsideFunction("page", "settle"),
        Output(ids.PRINT, "data-settled"),
        Input(ids.READER_BODY, "children"),
        prevent_initial_call=True,
    )


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


def _only_chosen() -> bool:
    return _triggers() == {ids.CHOSEN}


def _patched(traces: list[dict[str, Any]]) -> Patch:
    patch = Patch()
    for at, trace in enumerate(traces):
        patch["data"][at - LAST_TRACES] = trace
    return patch
