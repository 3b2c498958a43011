"""The views → PNG, SVG and PDF, by Kaleido and an installed Chrome or Chromium."""

import json
import shutil
from typing import Any

from dashapp.chrome import title_line
from dashapp.fonts import SANS, faces
from dashapp.resources import assets_folder
from dashapp.selection import Selection
from dashapp.theme import FONT, TOKENS, escaped
from dashapp.views import Look, Pane, map_view, timeline_view
from dashapp.wording import Wording, wording
from extract import ExportError, Store

WIDTH, MAP_HEIGHT, TIME_HEIGHT = 1400, 820, 300
HEAD, FOOT = 54, 26  # the title above, the credit below
HEIGHT = HEAD + MAP_HEIGHT + TIME_HEIGHT + FOOT
SCALE = 2  # pixels of a PNG to one of the page
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
FLAGS = (  # of a browser that asks no other host for anything: what tests, tools and benchmarks start
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def picture(store: Store, selection: Selection, wanted: str) -> bytes:
    """Draw map and timeline in one picture.

    Raises
    ------
    ExportError
        No browser is installed, or it cannot be started.
    """
    figure = together(store, selection)
    kaleido = _kaleido()
    page = _page(kaleido, faces(json.dumps(figure, ensure_ascii=False), SANS))
    try:
        drawn: bytes = kaleido.calc_fig_sync(
            figure,
            opts={"format": wanted, "width": WIDTH, "height": HEIGHT, "scale": SCALE if wanted == "png" else 1},
            topojson=f"{(assets_folder() / 'topojson').as_uri()}/",
            kopts={"n": 1, "page_generator": page},
        )
    except (RuntimeError, OSError, ValueError) as error:
        raise ExportError(f"the picture could not be drawn by the browser: {error}") from error
    return drawn


def together(store: Store, selection: Selection) -> dict[str, Any]:
    """Stack title, map, timeline and credit in one figure, ``WIDTH`` by ``HEIGHT`` pixels."""
    words = wording("en")
    look = Look("light", words, Pane((WIDTH, MAP_HEIGHT), (WIDTH, TIME_HEIGHT), (WIDTH, 62), 8))
    upper, lower = map_view(store, selection, look), timeline_view(store, selection, look)
    layout = {**lower["layout"], "margin": {"l": 0, "r": 0, "t": 0, "b": 0}, "paper_bgcolor": TOKENS["light"]["paper"]}
    layout["geo"] = {**upper["layout"]["geo"], "domain": {"x": [0, 1], "y": [_up(FOOT + TIME_HEIGHT), _up(HEIGHT - HEAD)]}}
    margin = lower["layout"]["margin"]
    layout["xaxis"] = {**layout["xaxis"], "domain": [margin["l"] / WIDTH, 1 - margin["r"] / WIDTH], "anchor": "y"}
    layout["yaxis"] = {**layout["yaxis"], "domain": [_up(FOOT + margin["b"]), _up(FOOT + TIME_HEIGHT - margin["t"])]}
    layout["annotations"] = [*layout.get("annotations", ()), *_texts(store, selection, words)]
    return {"data": [*upper["data"], *lower["data"]], "layout": layout}


def _up(pixels: float) -> float:
    """Turn pixels above the lower edge into a share of the height."""
    return pixels / HEIGHT


def _texts(store: Store, selection: Selection, words: Wording) -> list[dict[str, Any]]:
    """Title and selection above the map; the legend and the credit that the sources ask for below the timeline."""
    summary = store.summary()
    line = f"{title_line(summary, words)} · {selection.sentence()}"
    legend = " · ".join(words(key) for key in ("note-dashed", "note-hollow", "note-dotted"))
    head, foot = _up(HEIGHT - HEAD / 2), _up(FOOT / 2)
    return [
        _note(f"<b>{escaped(summary.title)}</b>", 0.014, head, "left", 20),
        _note(escaped(line), 0.986, head, "right", 13),
        _note(escaped(legend), 0.014, foot, "left", 12),
        _note(escaped(words("credit")), 0.986, foot, "right", 12),
    ]


def _note(text: str, across: float, up: float, side: str, size: int) -> dict[str, Any]:
    font = {"family": FONT, "size": size, "color": TOKENS["light"]["ink" if size > 13 else "mute"]}
    place = {"xref": "paper", "yref": "paper", "x": across, "y": up, "xanchor": side, "yanchor": "middle"}
    return {"text": text, "showarrow": False, "font": font, **place}


def browser_path() -> str:
    """Find an installed browser.

    Raises
    ------
    ExportError
        There is none; the message says how to get one.
    """
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        raise ExportError(
            "pictures are drawn by an installed Chrome or Chromium, and none was found; "
            "install one (Debian: apt install chromium), or save PNG or SVG from the page's Export menu"
        )
    return found


def _page(kaleido: Any, fonts: str) -> Any:
    """Make the page that Kaleido draws on: our fonts go into every picture, so that it looks the same on any machine."""
    page = kaleido.PageGenerator(mathjax=False, others=[(assets_folder() / "picture.js").as_uri()])
    page.header += f"        <script>window.datelineFaces = {json.dumps(fonts)};</script>\n"
    return page


def _kaleido() -> Any:
    import os  # noqa: PLC0415

    import kaleido  # noqa: PLC0415

    os.environ.setdefault("BROWSER_PATH", browser_path())
    return kaleido
