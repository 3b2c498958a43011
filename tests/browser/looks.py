"""The page as it looked when somebody last looked: small pictures of fixed corpora, which the tests compare with.

    python tests/browser/looks.py            # draw all of them anew, then look at them
    python tests/browser/looks.py dark one

The corpora are made up and do not change with what is read from articles; fonts and shapes are those that we ship.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent
KEPT = HERE / "looks"
if __name__ == "__main__":
    sys.path[:0] = [str(HERE), str(HERE.parent)]

from page_corpus import TOLD, FakeStore  # noqa: E402
from seen import shrunk, shrunk_png  # noqa: E402

from extract import Store  # noqa: E402

WIDE, MIDDLE, PHONE = (1440, 900), (1024, 768), (390, 844)
BLOCK_PX = 12  # of the page to one of the kept picture: a letter is less, a button more
FAR = 14.0  # levels of 255 by which the mean of a block is another one: antialiasing moves it by 6 at most, a line of text by 30
MOST_FAR = 0.03  # share of such blocks: a label that moved is 1 % at most, a pane that lost its text 5 or more
SETTLED_MS = 1200
HINDI = [
    ("मुंबई में बाढ़", *TOLD[0][1:10], ("मुंबई",), {"dainik": "बुधवार को शहर में बाढ़ आई।"}, {"date": ("बुधवार",)}),
    ("कोलकाता में बैठक", *TOLD[2][1:10], (), {"dainik": "रविवार को नेता मिले।"}, {"date": ("रविवार",)}),
]


@dataclass(frozen=True)
class Look:
    """One picture: a corpus, a size, and what the address asks for."""

    make: Callable[[Path], FakeStore | Store]
    size: tuple[int, int] = WIDE
    query: str = ""


def _many(folder: Path) -> Store:
    sys.path.append(str(HERE.parents[1] / "benchmarks"))
    from make_corpus import fill

    store = Store.open(folder / "many.dateline")
    fill(store, 10_000)
    return store


def _summit(_: Path) -> FakeStore:
    return FakeStore()


LOOKS = {
    "light": Look(_summit, query="theme=light"),
    "dark": Look(_summit, query="theme=dark"),
    "light-middle": Look(_summit, MIDDLE, "theme=light"),
    "dark-middle": Look(_summit, MIDDLE, "theme=dark"),
    "light-phone": Look(_summit, PHONE, "theme=light"),
    "dark-phone": Look(_summit, PHONE, "theme=dark"),
    "empty": Look(lambda _: FakeStore([]), query="theme=light"),
    "one": Look(lambda _: FakeStore(TOLD[:1]), query="theme=light"),
    "hindi": Look(lambda _: FakeStore(HINDI, title="मुंबई"), query="theme=light&lang=hi"),
    "10000": Look(_many, query="theme=light"),
}


def drawn(browser, address: str, look: Look):
    """Open the page as a look wants it, and wait until it rests."""
    context = browser.new_context(
        viewport={"width": look.size[0], "height": look.size[1]}, reduced_motion="reduce", bypass_csp=True, timezone_id="UTC"
    )
    page = context.new_page()
    page.goto(f"{address}?{look.query}")
    page.wait_for_selector("#reader-body > *", timeout=90_000, state="attached")
    page.wait_for_selector("#timeline .main-svg", timeout=90_000, state="attached")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    page.wait_for_timeout(SETTLED_MS)
    return page


def small(page, size: tuple[int, int]) -> bytes:
    """Take a picture of the page, three pixels a block: enough to look at."""
    return shrunk_png(page, page.screenshot(), (3 * (size[0] // BLOCK_PX), 3 * (size[1] // BLOCK_PX)))


def blocks(page, picture: bytes, size: tuple[int, int]) -> NDArray[np.float64]:
    """Average a small picture over its blocks."""
    return shrunk(page, picture, (size[0] // BLOCK_PX, size[1] // BLOCK_PX))


def share_far(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Tell how much of two pictures is another: the share of blocks that differ by more than FAR in a colour."""
    return float((np.abs(one - other).max(axis=2) > FAR).mean())


def main(wanted: list[str]) -> None:
    """Draw the looks that are named, or all of them."""
    from playwright.sync_api import sync_playwright

    from dashapp.app import create_app
    from dashapp.cli.serving import served
    from dashapp.pictures import FLAGS, browser_path

    KEPT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
        for name in wanted or LOOKS:
            look = LOOKS[name]
            with served(create_app(look.make(Path(folder)))) as address:
                page = drawn(browser, address, look)
                (KEPT / f"{name}.png").write_bytes(small(page, look.size))
                page.context.close()
            sys.stderr.write(f"{name}.png\n")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
