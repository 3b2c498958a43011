"""The page as a function of the store's summary: which component stands where. No callbacks, no figures."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

import dash_ag_grid as dag
from dash import dcc, html

from dashapp import ids
from dashapp.attributes import told
from dashapp.chrome import title_line
from dashapp.growth import BUSY_MS
from dashapp.selection import LANES, PANELS, STEPS
from dashapp.wording import Wording, codes
from extract import Summary

GRAPH: dict[str, Any] = {
    "displayModeBar": False,
    "scrollZoom": True,
    "showSendToCloud": False,
    "doubleClick": False,
    "responsive": True,
}
NOTHING_YET: dict[str, Any] = {  # until the first answer: no axes of nothing
    "data": [],
    "layout": {
        "xaxis": {"visible": False},
        "yaxis": {"visible": False},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
    },
}
SPEEDS = (1, 2, 4, 8)
PICTURES = ("png", "svg")
FILES = ("html", "csv", "geojson", "kml", "ics", "timelinejs", "parquet")


def page(summary: Summary, start: Mapping[str, Any], words: Wording, assets: str) -> Any:
    """Lay the page out in the reader's language."""
    return html.Div(
        [
            *_state(start),
            html.A(words("skip-to-reader"), href=f"#{ids.READER}", className="skip"),
            _header(summary, words),
            _main(summary, words, assets),
            _reader(words),
            html.Div(id=ids.LIVE, className="unseen", role="status", **told(aria_live="polite")),
            html.Div(id=ids.PRINT, className="print-only"),
        ],
        id=ids.PAGE,
        className="app",
        lang=words.code,
        **told(assets=assets),
    )


def _state(start: Mapping[str, Any]) -> list[Any]:
    stores = (
        ids.SELECTION,
        ids.CLAUSES,
        ids.CHOSEN,
        ids.RINGED,
        ids.FOLLOWED,
        ids.LISTED,
        ids.LOOK,
        ids.PANE,
        ids.ACTION,
        ids.ORDER,
        ids.VERSION,
        ids.NEWS,
        ids.TICK,
        ids.HEAR,
        ids.PUBLISH,
        ids.READER_HTML,
        ids.COMPARE_HTML,
        ids.COUNTS_HTML,
        ids.PRINT_HTML,
        ids.PRINT_ASKED,
        ids.TABLE_ASKED,
        ids.COMPARE_ASKED,
    )
    first = [dcc.Location(id=ids.URL, refresh=False), dcc.Store(id=ids.START, data=dict(start))]
    return [*first, *(dcc.Store(id=one) for one in stores), dcc.Interval(id=ids.CLOCK, interval=BUSY_MS)]


def _header(summary: Summary, words: Wording) -> Any:
    search = _field(ids.SEARCH, "search", words("search-label"), words("search-hint"))
    label = html.Div(search, className="search-box", role="search")
    return html.Header(
        [
            html.H1([html.Span(summary.title or words("app-name")), html.Small(title_line(summary, words), id=ids.TITLE_LINE)]),
            html.Div(id=ids.READING, className="reading"),
            html.Div(id=ids.GROWTH, className="growth", role="status"),
            html.Div(words("failed"), id=ids.FAILURE, className="failure", role="alert", hidden=True),
            label,
            _languages(words),
            html.Button(words("copy-link"), className="button", **told(op="copy-link", done=words("copied"))),
            html.Button(
                words("theme-dark"),
                className="button",
                **told(op="theme", dark=words("theme-dark"), light=words("theme-light")),
            ),
            _exports(words),
        ]
    )


def _field(name: str, kind: str, label: str, hint: str = "", looks: str = "") -> Any:
    """Keep the place of a native input, which the page's script puts there: Dash has none that is plain."""
    return html.Span(className=f"holder {looks or kind}", **told(input=kind, id=name, label=label, hint=hint))


def _choice(name: str, label: str, options: Sequence[tuple[str, str]]) -> Any:
    """Offer a few values in a native list, its label only spoken."""
    values = [html.Option(text, value=value) for value, text in options]
    return html.Label([html.Span(label, className="unseen"), html.Select(values, id=name, className="field", title=label)])


def _languages(words: Wording) -> Any:
    buttons = [
        html.Button(
            words_name,
            className="button plain",
            lang=code,
            **told(op="lang", value=code, aria_pressed=str(code == words.code).lower()),
        )
        for code, words_name in (("en", "EN"), ("hi", "हिं"))
        if code in codes()
    ]
    return html.Div(buttons, className="languages", role="group", **told(aria_label=words("language-label")))


def _exports(words: Wording) -> Any:
    pictures = [
        html.Button(
            words(f"export-{view}-{form}"),
            className="item",
            **told(op="picture", view=view, format=form, close=ids.EXPORTS),
        )
        for view in (ids.MAP, ids.TIMELINE)
        for form in PICTURES
    ]
    files = [
        html.A(words(f"export-{form}"), href=f"export/{form}", className="item", download="", **told(export=f"export/{form}"))
        for form in FILES
    ]
    pdf = html.A(words("export-pdf"), href="export/pdf", className="item", download="", **told(export="export/pdf"))
    printed = html.Button(words("export-print"), className="item", **told(op="print"))
    note = html.P(id=ids.NOTE, className="menu-note")
    sheet = html.Div([note, *pictures, pdf, *files, printed], className="sheet")
    return html.Details([html.Summary(words("export"), className="button primary"), sheet], id=ids.EXPORTS, className="menu")


def _main(summary: Summary, words: Wording, assets: str) -> Any:
    graph = {**GRAPH, "topojsonURL": f"{assets}topojson/"}
    return html.Main(
        [
            html.Section(
                [
                    html.Div(
                        [html.Div(id=ids.CHIPS, className="chips"), html.Div(id=ids.ACTIVE, className="active")],
                        className="over-map",
                    ),
                    html.Div(_graph(ids.MAP, graph, "graph"), className="map-pane"),
                    _map_tools(words),
                    html.Div(id=ids.AREA_NOTE, className="map-foot"),
                    html.Div(_table(words), id=ids.TABLE_SECTION, className="panel-table"),
                    html.Div(id=ids.COMPARE, className="panel-compare"),
                ],
                id=ids.MAP_SECTION,
                className="map",
                **told(aria_label=words("map-label")),
            ),
            html.Section(
                [
                    html.Div(
                        className="splitter",
                        role="separator",
                        tabIndex="0",
                        **told(aria_label=words("splitter"), aria_orientation="horizontal", aria_valuenow="50"),
                    ),
                    _time_bar(words),
                    _graph(ids.TIMELINE, graph, "timeline"),
                    _strip(graph, words),
                ],
                className="time",
                **told(aria_label=words("timeline-label")),
            ),
        ],
        **told(articles=str(summary.articles)),
    )


def _map_tools(words: Wording) -> Any:
    tabs = [
        html.Button(
            words(f"panel-{panel}"),
            className="tab",
            **told(op="set", clause="panel", value=panel, aria_pressed=str(panel == "map").lower()),
        )
        for panel in PANELS
    ]
    tools = [
        _tool("+", words("zoom-in"), op="zoom", value="0.6"),
        _tool("−", words("zoom-out"), op="zoom", value="1.667"),
        _tool("", words("zoom-home"), looks="home", op="clear", clause="view"),
        _tool("", words("drag-select"), looks="area", op="drag", aria_pressed="false"),
    ]
    return html.Div(
        [
            html.Div(tabs, className="tabs", role="group", **told(aria_label=words("panel-label"))),
            html.Div(tools, className="tools"),
        ],
        className="map-tools",
    )


def _tool(sign: str, title: str, looks: str = "", **given: str) -> Any:
    return html.Button(sign, className=f"tool {looks}".strip(), title=title, **told(aria_label=title, **given))


def _time_bar(words: Wording) -> Any:
    options = [html.Option(words(f"lanes-{lane}"), value=lane) for lane in LANES]
    return html.Div(
        [
            html.Div(id=ids.EDGES, className="edges"),
            html.Div(
                [
                    _tool("‹", words("step-back"), op="day-step", by="-1"),
                    html.Button(
                        words("play"),
                        className="button small",
                        **told(op="play", on=words("pause"), off=words("play"), aria_pressed="false"),
                    ),
                    _tool("›", words("step-forward"), op="day-step", by="1"),
                    _field("day-field", "text", words("day-cursor-label"), words("day-hint"), "day"),
                    _choice("step", words("step-label"), [(step, words(f"step-{step}")) for step in STEPS]),
                    _choice("speed", words("speed-label"), [(str(speed), f"×{speed}") for speed in SPEEDS]),
                    html.Label([words("lanes-label"), html.Select(options, id="lanes", className="field")]),
                ],
                className="time-tools",
            ),
        ],
        className="time-bar",
    )


def _strip(graph: Mapping[str, Any], words: Wording) -> Any:
    handles = [
        html.Div(className="handle", role="slider", tabIndex="0", **told(part=part, aria_label=words(f"brush-{part}")))
        for part in ("from", "to")
    ]
    brush = html.Div(
        [html.Div(className="veil before"), html.Div(className="veil after"),
         html.Div(handles, className="span", title=words("brush-span"), **told(part="span"))],
        id=ids.BRUSH, className="brush", **told(span="", drawn=""),
    )  # fmt: skip
    strip = _graph(ids.STRIP, {**graph, "staticPlot": True}, "strip-graph")
    return html.Div([strip, brush], className="strip", role="group", **told(aria_label=words("strip-label")))


def _graph(name: str, config: Mapping[str, Any], looks: str) -> Any:
    return dcc.Graph(id=name, figure=NOTHING_YET, config=cast("Any", config), responsive=True, className=looks)


def _table(words: Wording) -> Any:
    names = ("when", "label", "kind", "place", "who", "sources", "modality", "disagreements")
    wide = {"label": 3, "who": 2, "sources": 2}
    least = {"when": 142, "label": 260, "who": 150, "sources": 150}
    columns = [
        {"field": name, "headerName": words(f"column-{name}"), "flex": wide.get(name, 1), "minWidth": least.get(name, 104)}
        for name in names
    ]
    return dag.AgGrid(
        id=ids.TABLE,
        columnDefs=columns,
        rowData=[],
        getRowId="params.data.id",
        className="ag-theme-quartz grid",
        dashGridOptions={
            "rowSelection": {"mode": "singleRow", "checkboxes": False, "enableClickSelection": True},
            "suppressCellFocus": False,
        },
        style={"height": "100%"},
    )


def _reader(words: Wording) -> Any:
    grip = html.Button("", className="grip", **told(op="sheet", aria_label=words("reader-label")))
    return html.Aside(
        [grip, html.Div(id=ids.READER_BODY)],
        id=ids.READER,
        className="reader",
        tabIndex="-1",
        **told(aria_label=words("reader-label")),
    )
