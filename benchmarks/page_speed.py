"""How long the page takes in a real browser, from the reader's input to what is drawn, on made-up corpora.

    python benchmarks/page_speed.py 100 1000 10000 100000

Each figure is a median in milliseconds, as the browser's own clock tells it: from the event that the browser hands to
the page, until the frame after the last thing that it changed. The first view is counted from the start of navigation
by a browser that has loaded nothing yet. The line above says how busy the machine was: figures of a busy one are no figures.
"""

import argparse
import os
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from make_corpus import SIZES, fill
from playwright.sync_api import Browser, Page, sync_playwright

from dashapp.app import create_app
from dashapp.cli.serving import served
from dashapp.pictures import FLAGS, browser_path
from extract import Store

ROUNDS = 9
WAIT_MS = 120_000
READY = """() => document.querySelector('#map .scattergeo .point') && document.querySelector('#timeline .point')
  && document.querySelector('#reader-body > *') && document.querySelector('#chips .chip')"""
WATCH = """() => {
  window.told = { input: 0, reader: 0, map: 0 };
  const frame = (name) => requestAnimationFrame(() => setTimeout(() => { window.told[name] = performance.now(); }));
  new MutationObserver(() => frame("reader")).observe(document.getElementById("reader-body"), { childList: true, subtree: true });
  document.querySelector("#map .js-plotly-plot").on("plotly_afterplot", () => frame("map"));
  for (const name of ["pointerdown", "pointermove"])
    window.addEventListener(name, (event) => {
      if (window.watched === name) { window.told.input = event.timeStamp; window.watched = ""; }
    }, true);
}"""
SPOTS = """() => [...document.querySelectorAll('#map .scattergeo .point')].map((one) => one.getBoundingClientRect())
  .map((box) => [box.x + box.width / 2, box.y + box.height / 2])
  .filter(([x, y]) => document.elementFromPoint(x, y)?.closest('#map .geo, #map .js-plotly-plot'))"""


def main() -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description="Measure the page.")
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, help="how many happenings")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    print("| happenings | first view | again | click → reading pane | brush → map | load |\n|---|---|---|---|---|---|")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
        for size in options.sizes:
            with Store.open(Path(folder) / f"{size}.dateline") as store:
                fill(store, size)
                with served(create_app(store)) as address:
                    figures = measured(browser, address, options.rounds)
            busy = os.getloadavg()[0]
            print(
                f"| {size:,} | " + " | ".join(f"{statistics.median(one):,.0f}" for one in figures) + f" | {busy:.1f} |", flush=True
            )
        browser.close()


def measured(browser: Browser, address: str, rounds: int) -> tuple[list[float], list[float], list[float], list[float]]:
    """Measure first view, second view, clicks and drags of the brush."""
    first, again = [], []
    for _ in range(max(3, rounds // 3)):
        context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
        for kept in (first, again):
            page = context.new_page()
            page.goto(address)
            kept.append(page.wait_for_function(f"({READY})() && performance.now()", timeout=WAIT_MS, polling="raf").json_value())
            page.close()
        context.close()
    page = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True).new_page()
    page.goto(address)
    page.wait_for_function(READY, timeout=WAIT_MS)
    quiet(page)
    page.evaluate(WATCH)
    clicks = list(clicked(page, rounds))
    return first, again, clicks, list(brushed(page, rounds))


def clicked(page: Page, rounds: int) -> Iterator[float]:
    """Click one mark of the map after the other."""
    done = 0
    for x, y in page.evaluate(SPOTS):
        if done == rounds:
            return
        before = page.inner_text("#reader-body")
        page.mouse.move(x, y)
        quiet(page)
        page.evaluate("() => { window.told.reader = 0; window.watched = 'pointerdown'; }")
        page.mouse.click(x, y)
        quiet(page)
        told = page.evaluate("window.told")
        if told["reader"] and page.inner_text("#reader-body") != before:  # a mark may lie under another
            done += 1
            yield told["reader"] - told["input"]
        page.keyboard.press("Escape")
        quiet(page)


def brushed(page: Page, rounds: int) -> Iterator[float]:
    """Drag the first day of the brush, to and fro."""
    for at in range(rounds):
        box = page.locator("#brush .handle[data-part=from]").bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        page.evaluate("() => { window.told.map = 0; window.watched = 'pointermove'; }")
        page.mouse.move(x + (60 if at % 2 == 0 else -60), y)
        page.wait_for_function("() => window.told.map > 0", timeout=WAIT_MS)
        quiet(page)
        told = page.evaluate("window.told")
        page.mouse.up()
        quiet(page)
        yield told["map"] - told["input"]


def quiet(page: Page) -> None:
    """Wait until the page asks and draws nothing more."""
    page.evaluate("() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 300))")
    page.wait_for_function("() => !document.querySelector('[data-dash-is-loading=true], ._dash-loading')", timeout=WAIT_MS)


if __name__ == "__main__":
    main()
