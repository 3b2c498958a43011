"""The page as a function of the store's summary: which component stands where. No callbacks, no figures."""

from collections.abc import Mapping
from typing import Any

import dash_ag_grid as dag
from dash import dcc, html

from dashapp import ids
from dashapp.selection import LANES, PANELS
from dashapp.wording import Wording, codes
from extract import Summary

POLL_MS = 4000
GRAPH = {"displayModeBar": False, "scrollZoom": True, "showSendToCloud": False, "doubleClick": False, "responsive": True}
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
            html.Div(id=ids.LIVE, className="unseen", role="status", **{"aria-live": "polite"}),
            html.Div(id=ids.PRINT, className="print-only"),
        ],
        id=ids.PAGE,
        className="app",
        lang=words.code,
        **{"data-assets": assets},
    )


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


def _state(start: Mapping[str, Any]) -> list[Any]:
    stores = (ids.SELECTION, ids.CLAUSES, ids.CHOSEN, ids.LOOK, ids.PANE, ids.ACTION, ids.ORDER, ids.VERSION, ids.TICK, ids.HEAR)
    return [dcc.Location(id=ids.URL, refresh=False), dcc.Store(id=ids.START, data=dict(start)), *(dcc.Store(id=one) for one in stores),
            dcc.Interval(id=ids.CLOCK, interval=POLL_MS)]  # fmt: skip


def _header(summary: Summary, words: Wording) -> Any:
    search = _field(ids.SEARCH, "search", words("search-label"), words("search-hint"))
    label = html.Div(search, className="search-box", role="search")
    return html.Header(
        [
            html.H1([html.Span(summary.title), html.Small(title_line(summary, words), id=ids.TITLE_LINE)]),
            html.Div(id=ids.GROWTH, className="growth", role="status"),
            label,
            _languages(words),
            html.Button(words("copy-link"), className="button", **{"data-op": "copy-link", "data-done": words("copied")}),
            html.Button(
                words("theme-dark"),
                className="button",
                **{"data-op": "theme", "data-dark": words("theme-dark"), "data-light": words("theme-light")},
            ),
            _exports(words),
        ]
    )


def _field(name: str, kind: str, label: str, hint: str = "") -> Any:
    """Keep the place of a native input, which the page's script puts there: Dash has none for days."""
    return html.Span(className=f"holder {kind}", **{"data-input": kind, "data-id": name, "data-label": label, "data-hint": hint})


def _languages(words: Wording) -> Any:
    buttons = [
        html.Button(
            words_name,
            className="button plain",
            lang=code,
            **{"data-op": "lang", "data-value": code, "aria-pressed": str(code == words.code).lower()},
        )
        for code, words_name in (("en", "EN"), ("hi", "हिं"))
        if code in codes()
    ]
    return html.Div(buttons, className="languages", role="group", **{"aria-label": words("language-label")})


def _exports(words: Wording) -> Any:
    pictures = [
        html.Button(
            words(f"export-{view}-{form}"),
            className="item",
            **{"data-op": "picture", "data-view": view, "data-format": form, "data-close": ids.EXPORTS},
        )
        for view in (ids.MAP, ids.TIMELINE)
        for form in PICTURES
    ]
    files = [
        html.A(words(f"export-{form}"), href=f"export/{form}", className="item", download="", **{"data-export": f"export/{form}"})
        for form in FILES
    ]
    pdf = html.A(words("export-pdf"), href="export/pdf", className="item", download="", **{"data-export": "export/pdf"})
    printed = html.Button(words("export-print"), className="item", **{"data-op": "print"})
    note = html.P(id="export-note", className="menu-note")
    return html.Details([html.Summary(words("export"), className="button primary"), html.Div([*pictures, pdf, *files, printed, note], className="sheet")],
                        id=ids.EXPORTS, className="menu")  # fmt: skip


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
                    html.Div(dcc.Graph(id=ids.MAP, config=graph, responsive=True, className="graph"), className="map-pane"),
                    _map_tools(words),
                    html.Div(id=ids.AREA_NOTE, className="map-foot"),
                    html.Div(_table(words), id=ids.TABLE_SECTION, className="panel-table"),
                    html.Div(id=ids.COMPARE, className="panel-compare"),
                ],
                id=ids.MAP_SECTION,
                className="map",
                **{"aria-label": words("map-label")},
            ),
            html.Section(
                [
                    _time_bar(words),
                    dcc.Graph(id=ids.TIMELINE, config=graph, responsive=True, className="timeline"),
                    _strip(graph, words),
                ],
                className="time",
                **{"aria-label": words("timeline-label")},
            ),
        ],
        **{"data-articles": str(summary.articles)},
    )


def _map_tools(words: Wording) -> Any:
    tabs = [
        html.Button(
            words(f"panel-{panel}"),
            className="tab",
            **{"data-op": "set", "data-clause": "panel", "data-value": panel, "aria-pressed": str(panel == "map").lower()},
        )
        for panel in PANELS
    ]
    tools = [
        html.Button(
            "+",
            title=words("zoom-in"),
            className="tool",
            **{"data-op": "zoom", "data-value": "0.6", "aria-label": words("zoom-in")},
        ),
        html.Button(
            "−",
            title=words("zoom-out"),
            className="tool",
            **{"data-op": "zoom", "data-value": "1.667", "aria-label": words("zoom-out")},
        ),
        html.Button(
            "⌂",
            title=words("zoom-home"),
            className="tool",
            **{"data-op": "clear", "data-clause": "view", "aria-label": words("zoom-home")},
        ),
        html.Button(
            "▭",
            title=words("drag-select"),
            className="tool",
            **{"data-op": "drag", "aria-pressed": "false", "aria-label": words("drag-select")},
        ),
    ]
    return html.Div(
        [
            html.Div(tabs, className="tabs", role="group", **{"aria-label": words("panel-label")}),
            html.Div(tools, className="tools"),
        ],
        className="map-tools",
    )


def _time_bar(words: Wording) -> Any:
    options = [html.Option(words(f"lanes-{lane}"), value=lane) for lane in LANES]
    speeds = [html.Option(f"×{speed}", value=str(speed)) for speed in SPEEDS]
    return html.Div(
        [
            html.Div(id=ids.EDGES, className="edges"),
            html.Div(
                [
                    html.Button(
                        "‹",
                        className="tool",
                        title=words("step-back"),
                        **{"data-op": "day-step", "data-by": "-1", "aria-label": words("step-back")},
                    ),
                    html.Button(
                        words("play"),
                        className="button small",
                        **{"data-op": "play", "data-on": words("pause"), "data-off": words("play"), "aria-pressed": "false"},
                    ),
                    html.Button(
                        "›",
                        className="tool",
                        title=words("step-forward"),
                        **{"data-op": "day-step", "data-by": "1", "aria-label": words("step-forward")},
                    ),
                    _field("day-field", "date", words("day-cursor-label")),
                    html.Label(
                        [html.Span(words("speed-label"), className="unseen"), html.Select(speeds, id="speed", className="field")]
                    ),
                    html.Label([words("lanes-label"), html.Select(options, id="lanes", className="field")]),
                ],
                className="time-tools",
            ),
        ],
        className="time-bar",
    )


def _strip(graph: Mapping[str, Any], words: Wording) -> Any:
    handles = [
        html.Div(className="handle", role="slider", tabIndex="0", **{"data-part": part, "aria-label": words(f"brush-{part}")})
        for part in ("from", "to")
    ]
    brush = html.Div(
        [html.Div(className="veil before"), html.Div(className="veil after"),
         html.Div(handles, className="span", title=words("brush-span"), **{"data-part": "span"})],
        id=ids.BRUSH, className="brush", **{"data-span": ""},
    )  # fmt: skip
    config = {**graph, "staticPlot": True}
    return html.Div([dcc.Graph(id=ids.STRIP, config=config, responsive=True, className="strip-graph"), brush], className="strip",
                    role="group", **{"aria-label": words("strip-label")})  # fmt: skip


def _table(words: Wording) -> Any:
    names = ("when", "label", "kind", "place", "who", "sources", "modality", "disagreements")
    wide = {"label": 3, "who": 2, "sources": 2}
    columns = [{"field": name, "headerName": words(f"column-{name}"), "flex": wide.get(name, 1), "minWidth": 110} for name in names]
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
    grip = html.Button("", className="grip", **{"data-op": "sheet", "aria-label": words("reader-label")})
    return html.Aside(
        [grip, html.Div(id=ids.READER_BODY)],
        id=ids.READER,
        className="reader",
        tabIndex="-1",
        **{"aria-label": words("reader-label")},
    )
