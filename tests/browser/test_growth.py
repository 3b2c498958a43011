"""An open page over a store that a reading or another process fills meanwhile."""

from dataclasses import dataclass, field

import pytest
from store_corpus import article, happening, mention

from dashapp.app import create_app
from extract import Progress, Store
from extract.models import Where

UNCLOSED = "ignore::pytest.PytestUnraisableExceptionWarning"  # flask-compress leaves the files it serves to be closed later
pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings(UNCLOSED)]
WAIT_MS = 20_000  # two questions of the page, on a machine with much else to do
# The page chooses first what weighs most, and then what the key says: the address is read when it has come to rest.
SAME_FOR_A_SECOND = """() => {
    const same = window.addressBefore === location.search && location.search.includes('happening=');
    window.addressBefore = location.search;
    return same;
}"""


@dataclass
class Reading:
    """Stands for the program's own reading."""

    now: Progress | None = field(default_factory=lambda: Progress(30, 120, "reading", 10.0))

    def __call__(self) -> Progress | None:
        return self.now


def add(store: Store, *names: str) -> None:
    """Add articles by another connection, as another process does, and link everything again."""
    with Store.open(store.path) as other:
        for name in names:
            other.put_article(article(name, 1))
        told = [
            happening(one.document.id, mention(one, 0), where=Where("Varna", 43.2, 27.9 + at, 8.0, "city", 0.9, "rule"))
            for at, one in enumerate(other.articles())
        ]
        other.replace_happenings(told)


@pytest.fixture
def opened(chromium, serve, tmp_path):
    """Open a page over a new store; gives the page, the store and the reading."""
    reading = Reading()
    with Store.open(tmp_path / "a.dateline") as store, serve(create_app(store, progress=reading)) as address:
        page = chromium.new_page(viewport={"width": 1440, "height": 900}, bypass_csp=True)

        def run(query: str = ""):
            page.goto(f"{address}{query}")
            page.wait_for_selector("#reader-body > *", timeout=WAIT_MS)
            return page

        yield run, store, reading
        page.close()


def said(page, where: str, words: str) -> None:
    page.wait_for_function(
        "([id, words]) => document.getElementById(id).innerText.includes(words)", arg=[where, words], timeout=WAIT_MS
    )


def marks(page, number: int) -> None:
    page.wait_for_function(
        "number => document.querySelectorAll('#timeline .scatterlayer .point').length >= number", arg=number, timeout=WAIT_MS
    )


def test_a_page_over_nothing_says_how_far_the_reading_is_and_fills_by_itself(opened) -> None:
    run, store, reading = opened
    page = run()
    said(page, "reading", "30 of 120 articles")
    said(page, "reading", "3 a second")
    said(page, "reading", "30 seconds left")
    assert "Reading the articles" in page.inner_text("#reader-body")
    add(store, "one")
    marks(page, 1)
    add(store, "two")
    marks(page, 2)
    said(page, "title-line", "2 articles")
    reading.now = None
    page.wait_for_function("!document.getElementById('reading').innerText", timeout=WAIT_MS)


def test_a_reader_who_has_chosen_something_is_offered_what_is_new(opened) -> None:
    run, store, _ = opened
    add(store, "one", "two")
    page = run()
    marks(page, 2)
    page.keyboard.press("ArrowRight")
    page.wait_for_function(SAME_FOR_A_SECOND, polling=1000, timeout=WAIT_MS)
    before = page.evaluate("location.search")
    add(store, "three")
    said(page, "growth", "1 new article")
    assert page.locator("#timeline .scatterlayer .point").count() < 4  # two marks and the ring
    assert page.evaluate("location.search") == before
    page.click("#growth button")
    marks(page, 4)
    page.wait_for_function("!document.getElementById('growth').innerText", timeout=WAIT_MS)
    assert page.evaluate("location.search") == before


def test_articles_of_another_process_are_offered_and_shown_with_one_click(opened) -> None:
    run, store, reading = opened
    reading.now = None
    add(store, "one")
    page = run("?days=all")
    marks(page, 1)
    add(store, "two", "three", "four")
    said(page, "growth", "3 new articles")
    page.click("#growth button")
    marks(page, 4)
    assert page.evaluate("new URLSearchParams(location.search).get('days')") == "all"
    said(page, "title-line", "4 happenings")
