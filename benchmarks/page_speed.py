"""How long the page takes in a real browser, from the reader's input to what is drawn, on made-up corpora.

    python benchmarks/page_speed.py 100 1000 10000 100000

Two medians in milliseconds a cell. The first is what the reader waits, as the browser's own clock tells it: from the event
that the browser hands to the page, until the frame after the change; the first view counts from the start of navigation by a
browser that has loaded nothing yet. On a machine that is busy with other things it says little; so the second is the processor
time that server and page spend on it: what a reader waits on idle cores, or a little more, since the two work side by side.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from make_corpus import SIZES, fill
from playwright.sync_api import Browser, Page, sync_playwright

from dashapp.app import create_app
from dashapp.cli.serving import served
from dashapp.pictures import FLAGS, browser_path
from extract import Store

Figure = tuple[float, float]  # milliseconds that the reader waits, and of processor time
ROUNDS = 9
WAIT_MS = 120_000
READY = """() => document.querySelector('#map .scattergeo .point') && document.querySelector('#timeline .point')
  && document.querySelector('#reader-body > *') && document.querySelector('#chips .chip')"""
WATCH = """() => {
  window.told = { input: 0, reader: 0, map: 0 };
  const frame = (name) => requestAnimationFrame(() => setTimeout(() => { window.told[name] = performance.now(); }));
  new MutationObserver(() => frame("reader")).observe(document.getElementById("reader-body"), { childList: true, subtree: true });
  window.plot = document.querySelector("#map .js-plotly-plot");
  window.plot.on("plotly_afterplot", () => { if (window.plot.data !== window.seen) frame("map"); });
  for (const name of ["pointerdown", "pointermove"])
    window.addEventListener(name, (event) => {
      if (window.watched === name) { window.told.input = event.timeStamp; window.watched = ""; }
    }, true);
}"""
HOLD = """() => {
  window.kept = dash_clientside.order.ringed;
  window.heldBack = [];
  dash_clientside.order.ringed = (chosen) => new Promise((done) => window.heldBack.push(() => done(chosen)));
}"""
LET_GO = """() => { dash_clientside.order.ringed = window.kept; for (const go of window.heldBack) go(); }"""
SPOTS = """() => [...document.querySelectorAll('#map .scattergeo .point')].map((one) => one.getBoundingClientRect())
  .map((box) => [box.x + box.width / 2, box.y + box.height / 2])
  .filter(([x, y]) => document.elementFromPoint(x, y)?.closest('#map .geo, #map .js-plotly-plot'))"""


def main() -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description="Measure the page.")
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, help="how many happenings")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    print("| happenings | first view | click → reading pane | brush → map | load |\n|---|---|---|---|---|")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
        for size in options.sizes:
            with Store.open(Path(folder) / f"{size}.dateline") as store:
                fill(store, size)
                with served(create_app(store)) as address:
                    figures = measured(browser, address, options.rounds)
            busy = os.getloadavg()[0]
            print(f"| {size:,} | {' | '.join(map(medians, figures))} | {busy:.1f} |", flush=True)
        browser.close()


def medians(figures: list[Figure]) -> str:
    """Write a cell: the median of what the reader waits, and of the processor time."""
    return " / ".join(f"{statistics.median(one):,.0f}" for one in zip(*figures, strict=True)) if figures else "–"


def measured(browser: Browser, address: str, rounds: int) -> list[list[Figure]]:
    """Measure first views, clicks and drags of the brush."""
    first = []
    for _ in range(max(3, rounds // 3)):
        page, spent = opened(browser)
        before = spent()
        page.goto(address)
        waited = page.wait_for_function(f"({READY})() && performance.now()", timeout=WAIT_MS, polling="raf").json_value()
        first.append((waited, spent() - before))
        page.context.close()
    page, spent = opened(browser)
    page.goto(address)
    page.wait_for_function(READY, timeout=WAIT_MS)
    quiet(page)
    page.evaluate(WATCH)
    return [first, list(clicked(page, spent, rounds)), list(brushed(page, spent, rounds))]


def opened(browser: Browser) -> tuple[Page, Callable[[], float]]:
    """Open a page that has loaded nothing yet; give it, and what tells the processor time of server and page in milliseconds."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True).new_page()
    tools = page.context.new_cdp_session(page)
    tools.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        told = {one["name"]: one["value"] for one in tools.send("Performance.getMetrics")["metrics"]}
        return 1000 * (time.process_time() + float(told["TaskDuration"]))

    return page, spent


def clicked(page: Page, spent: Callable[[], float], rounds: int) -> Iterator[Figure]:
    """Click one mark of the map after the other: once to see how long it takes, once with what follows the pane held back."""
    done = 0
    for x, y in page.evaluate(SPOTS):
        if done == rounds:
            return
        waited, _ = click(page, spent, x, y)
        page.evaluate(HOLD)
        _, cost = click(page, spent, x, y)
        page.evaluate(LET_GO)
        if waited and cost:  # a mark may lie under another
            done += 1
            yield waited, cost


def click(page: Page, spent: Callable[[], float], x: float, y: float) -> Figure:
    """Click a place of the page, with nothing chosen before; give what the reading pane took, 0 where it did not change."""
    page.keyboard.press("Escape")
    page.mouse.move(x, y)
    quiet(page)
    page.evaluate("() => { window.told.reader = 0; window.watched = 'pointerdown'; }")
    before = spent()
    page.mouse.click(x, y)
    quiet(page)
    cost, told = spent() - before, page.evaluate("window.told")
    page.keyboard.press("Escape")
    quiet(page)
    return (told["reader"] - told["input"], cost) if told["reader"] else (0.0, 0.0)


def brushed(page: Page, spent: Callable[[], float], rounds: int) -> Iterator[Figure]:
    """Drag the first day of the brush, to and fro."""
    for at in range(rounds):
        box = page.locator("#brush .handle[data-part=from]").bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        page.evaluate("() => { window.told.map = 0; window.seen = window.plot.data; window.watched = 'pointermove'; }")
        before = spent()
        page.mouse.move(x + (60 if at % 2 == 0 else -60), y)
        page.wait_for_function("() => window.told.map > 0", timeout=WAIT_MS)
        cost, told = spent() - before, page.evaluate("window.told")
        page.mouse.up()
        quiet(page)
        yield told["map"] - told["input"], cost


def quiet(page: Page) -> None:
    """Wait until the page asks and draws nothing more."""
    page.evaluate("() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 300))")
    page.wait_for_function("() => !document.querySelector('[data-dash-is-loading=true], ._dash-loading')", timeout=WAIT_MS)


if __name__ == "__main__":
    main()
