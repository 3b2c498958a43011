"""The views → PNG, SVG and PDF, by Kaleido and an installed Chrome or Chromium."""

import shutil
from typing import Any

from dashapp.resources import assets_folder
from dashapp.selection import Selection
from dashapp.views import Look, Pane, map_view, timeline_view
from dashapp.wording import wording
from extract import ExportError, Store

WIDTH, MAP_HEIGHT, TIME_HEIGHT = 1400, 820, 300
SCALE = 2  # pixels of a PNG to one of the page
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
FLAGS = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")


def picture(store: Store, selection: Selection, wanted: str) -> bytes:
    """Draw map and timeline in one picture.

    Raises
    ------
    ExportError
        No browser is installed, or it cannot be started.
    """
    figure = together(store, selection)
    kaleido = _kaleido()
    try:
        drawn: bytes = kaleido.calc_fig_sync(
            figure,
            opts={"format": wanted, "width": WIDTH, "height": MAP_HEIGHT + TIME_HEIGHT, "scale": SCALE if wanted == "png" else 1},
            topojson=f"{(assets_folder() / 'topojson').as_uri()}/",
            kopts={"n": 1},
        )
    except (RuntimeError, OSError, ValueError) as error:
        raise ExportError(f"the picture could not be drawn by the browser: {error}") from error
    return drawn


def together(store: Store, selection: Selection) -> dict[str, Any]:
    """Stack the map over the timeline in one figure."""
    look = Look("light", wording("en"), Pane((WIDTH, MAP_HEIGHT), (WIDTH, TIME_HEIGHT), (WIDTH, 62), 8))
    upper, lower = map_view(store, selection, look), timeline_view(store, selection, look)
    share = TIME_HEIGHT / (MAP_HEIGHT + TIME_HEIGHT)
    layout = {**lower["layout"], "geo": {**upper["layout"]["geo"], "domain": {"x": [0, 1], "y": [share, 1]}}}
    margin = lower["layout"]["margin"]
    layout["margin"] = {"l": 0, "r": 0, "t": 0, "b": 0}
    layout["xaxis"] = {**layout["xaxis"], "domain": [margin["l"] / WIDTH, 1 - margin["r"] / WIDTH], "anchor": "y"}
    ends = [share * margin["b"] / TIME_HEIGHT, share * (1 - margin["t"] / TIME_HEIGHT)]
    layout["yaxis"] = {**layout["yaxis"], "domain": ends}
    return {"data": [*upper["data"], *lower["data"]], "layout": layout}


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


def _kaleido() -> Any:
    import os  # noqa: PLC0415

    import kaleido  # noqa: PLC0415

    os.environ.setdefault("BROWSER_PATH", browser_path())
    return kaleido
