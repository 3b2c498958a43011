"""The linked page as one HTML file that works from disk, with no network.

It holds what is selected: the map and the timeline as figures, every reading pane as text, and the scripts, shapes and
fonts that they need. ``assets/standalone.js`` links them.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

import plotly

from dashapp import views
from dashapp.chrome import title_line
from dashapp.evidence import Story, reading_pane
from dashapp.figures.map import FINE_SPAN_DEGREES
from dashapp.fonts import RULE, faces
from dashapp.markup import html_of
from dashapp.projection import Frame
from dashapp.resources import assets_folder
from dashapp.selection import Selection
from dashapp.views import Look, Pane
from dashapp.wording import Wording, wording
from extract import Row, Store

MOST_PANES = 2000  # happenings whose sentences go into the file, heaviest first
PANE = Pane((1020.0, 560.0), (1020.0, 230.0), (1020.0, 60.0), 16.0)
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; font-src data:; img-src data: blob:; "
    "base-uri 'none'; form-action 'none'"
)
SHELL = Template("""<!DOCTYPE html>
<html lang="$language" data-theme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="$policy">
<title>$title</title>
<style>$style</style>
</head>
<body>
<div class="app">
<header><h1><span>$title</span><small>$line</small></h1>
<label class="search-box"><span class="unseen">$search</span>
<input class="field" id="search" type="search" placeholder="$hint"></label></header>
<main>
<section class="map" aria-label="$map_label"><div id="map" class="map-pane"></div>
<div class="map-foot"><div class="note">$note</div>
<div class="credit">$credit</div></div></section>
<section class="time" aria-label="$time_label"><div class="time-bar"><div class="edges"><span id="count"></span>
<button class="edge" id="all">$all</button></div></div><div id="timeline" class="timeline"></div></section>
</main>
<aside class="reader" id="reader" tabindex="-1" aria-live="polite"></aside>
</div>
<script type="application/json" id="page-data">$data</script>
<script>window.PlotlyGeoAssets={topojson:{$shapes}};</script>
<script>$plotly</script>
<script>$script</script>
</body>
</html>
""")


def standalone(store: Store, selection: Selection) -> bytes:
    """Write the page with what is selected in it."""
    words = wording("en")
    look = Look("light", words, PANE)
    rows = store.window(selection.query(views.frame_of(store, selection, PANE)), MOST_PANES)
    upper, lower = views.map_view(store, selection, look), views.timeline_view(store, selection, look)
    data = {
        "map": upper,
        "timeline": lower,
        "rows": [_row(row, words) for row in sorted(rows, key=lambda row: (str(row.first_day or "9999"), row.clock or "", row.id))],
        "panes": _panes(store, rows, words),
        "chosen": selection.happening or (rows[0].id if rows else None),
        "words": {key: words.words[key] for key in ("happenings-n", "happenings-n-one", "main-happenings", "none-match")},
    }
    return _filled(store, selection, data, words, _frame_shapes(views.frame_of(store, selection, PANE))).encode("utf-8")


def _row(row: Row, words: Wording) -> Mapping[str, Any]:
    days = [day.isoformat() if day else None for day in (row.first_day, row.last_day)]
    told = " ".join([words.label(row), words.place(row), row.place or "", *row.participants, *row.sources]).casefold()
    return {"id": row.id, "days": days, "label": words.label(row), "when": words.when(row), "told": told}


def _panes(store: Store, rows: Sequence[Row], words: Wording) -> Mapping[str, str]:
    panes = {}
    for row in rows:
        happening = store.happening(row.id)
        if happening:
            panes[row.id] = html_of(reading_pane(Story(happening, row, store.tellings(row.id)), words))
    return panes


def _filled(store: Store, selection: Selection, data: Mapping[str, Any], words: Wording, shapes: Sequence[str]) -> str:
    summary, assets = store.summary(), assets_folder()
    library = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    note = " · ".join(words(key) for key in ("note-dashed", "note-hollow", "note-dotted"))
    texts = {
        "language": words.code,
        "policy": POLICY,
        "title": _plain(summary.title),
        "line": _plain(f"{title_line(summary, words)} · {selection.sentence()}"),
        "search": words("search-label"),
        "hint": words("search-hint"),
        "map_label": words("map-label"),
        "time_label": words("timeline-label"),
        "note": note,
        "credit": words("credit"),
        "all": words("show-all"),
    }
    told = _json(data)
    return SHELL.substitute(
        {name: _plain(text) if name not in {"title", "line"} else text for name, text in texts.items()},
        style="\n".join([faces(told), *(RULE.sub("", _text(assets / name)) for name in ("tokens.css", "layout.css"))]),
        data=told,
        shapes=",".join(f"{name}:{_escaped_script(_text(assets / 'topojson' / f'{name}.json'))}" for name in shapes),
        plotly=_text(library),
        script=_text(assets / "tips.js") + _text(assets / "standalone.js"),
    )


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _frame_shapes(frame: Frame) -> tuple[str, ...]:
    """Name the shapes that the map asks for: fine ones only where it is near."""
    return ("world_50m",) if frame.view.span < FINE_SPAN_DEGREES else ("world_110m",)


def _plain(text: str) -> str:
    return html_of(text).replace('"', "&quot;")


def _json(data: Mapping[str, Any]) -> str:
    return _escaped_script(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _escaped_script(text: str) -> str:
    """Keep text from ending the script that holds it."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
