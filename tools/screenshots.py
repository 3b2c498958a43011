"""Draw docs/pictures anew: the page in light and dark, wide, middle and phone, and with unusual corpora.

    python tools/screenshots.py            # all
    python tools/screenshots.py light empty

Needs an installed Chrome or Chromium.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from dashapp.app import create_app
from dashapp.cli import main as dateline
from dashapp.cli.serving import served
from dashapp.pictures import FLAGS, browser_path
from extract import Store

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
SIZES = {"": (1440, 900), "-tablet": (1024, 768), "-phone": (390, 844)}
SETTLED_MS = 1500  # after the map's first mark: fonts, labels, reading pane
ONE = {
    "id": "one",
    "text": "A storm broke over Lisbon on 3 May 2024.",
    "published": "2024-05-04",
    "language": "en",
    "source": "Post",
}
FLOOD = "मंगलवार को मुंबई में बाढ़ से दस लोगों की मौत हो गई।"
ARREST = "बुधवार को कोलकाता में पुलिस ने तीन लोगों को गिरफ्तार किया।"
HINDI = [
    {"id": "hi-1", "text": FLOOD, "published": "2024-07-10", "language": "hi", "source": "दैनिक तट"},
    {"id": "hi-2", "text": f"{FLOOD} {ARREST}", "published": "2024-07-11", "language": "hi", "source": "प्रभात पत्र"},
]


def main(wanted: list[str]) -> None:
    """Draw the groups that are named, or all of them."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
        for name, make in CORPORA.items():
            if not wanted or name in wanted:
                with make(Path(folder)) as store, served(create_app(store)) as address:
                    draw(browser, address, name)
        browser.close()


def draw(browser: Browser, address: str, name: str) -> None:
    """Draw one corpus: the sample in every look and size, the others once."""
    looks = {"page-light": "light", "page-dark": "dark"} if name == "sample" else {f"page-{name}": "light"}
    for file, theme in looks.items():
        for ending, (width, height) in SIZES.items() if name == "sample" else [("", SIZES[""])]:
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(f"{address}?theme={theme}" + ("&lang=hi" if name == "hindi" else ""))
            page.wait_for_selector("#timeline .main-svg", timeout=30_000)
            page.wait_for_timeout(SETTLED_MS)
            page.screenshot(path=PICTURES / f"{file}{ending}.png")
            page.close()
            print(f"{file}{ending}.png")


def sample(folder: Path) -> Store:
    """Read the sample corpus."""
    return _read(ROOT / "seeds", folder / "sample.dateline")


def ten_thousand(folder: Path) -> Store:
    """Make 10,000 happenings."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    from make_corpus import fill  # noqa: PLC0415

    store = Store.open(folder / "many.dateline")
    fill(store, 10_000)
    return store


def of_lines(name: str, articles: list[dict[str, str]]) -> Callable[[Path], Store]:
    """Read articles given as JSON lines."""

    def make(folder: Path) -> Store:
        file = folder / f"{name}.jsonl"
        file.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in articles) + "\n", encoding="utf-8")
        return _read(file, folder / f"{name}.dateline")

    return make


def _read(path: Path, store: Path) -> Store:
    dateline(["export", str(path), "--store", str(store), "--format", "csv", "-o", str(store.with_suffix(".csv"))])
    return Store.open(store, create=False)


CORPORA = {
    "sample": sample,
    "empty": lambda folder: Store.open(folder / "empty.dateline"),
    "one": of_lines("one", [ONE]),
    "10000": ten_thousand,
    "hindi": of_lines("hindi", HINDI),
}

if __name__ == "__main__":
    main(sys.argv[1:])
