"""The page in a real browser: what a click, a drag, a key and an address do."""

import datetime as dt
from contextlib import ExitStack
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from page_corpus import TOLD, FakeStore

from dashapp.app import create_app

HOSTILE = "<script>window.broken = 1</script><img src=x onerror='window.broken = 1'><b>%{x}</b> \u202egnirts"
SUNAN = "Two short-range ballistic missiles fired from Sunan"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # flask-compress leaves files to the collector
]


@pytest.fixture(scope="module")
def shown(serve):
    """Serve a corpus; gives its address."""
    with ExitStack() as servers:
        yield lambda told: servers.enter_context(serve(create_app(FakeStore(told))))


@pytest.fixture(scope="module")
def address(shown) -> str:
    return shown(TOLD)


@pytest.fixture
def opened(chromium):
    """Open an address; fails where the page asks another host or a script of it fails."""
    pages, asked, errors = [], [], []

    def run(url: str, width: int = 1440, height: int = 900, *, placed: bool = True):
        page = chromium.new_page(viewport={"width": width, "height": height}, accept_downloads=True, bypass_csp=True)
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(url)
        page.wait_for_selector("#timeline .scatterlayer .point", timeout=45_000, state="attached")
        if placed:
            page.wait_for_selector("#map .scattergeo .point", timeout=45_000, state="attached")
        page.wait_for_selector("#reader-body > *", state="attached")
        pages.append(page)
        return page

    yield run
    for page in pages:
        page.close()
    assert not errors
    assert {urlsplit(url).hostname for url in asked if url.startswith("http")} <= {"127.0.0.1"}


def headline(page, text: str) -> None:
    page.wait_for_function("text => document.querySelector('#reader-title')?.textContent === text", arg=text, timeout=10_000)


def query(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def choose(page, view: str, happening: str) -> None:
    """Click the mark of a happening as the browser draws it."""
    page.evaluate(
        """([view, id]) => {
            const plot = document.querySelector(`#${view} .js-plotly-plot`);
            const trace = plot.data.findIndex((one) => one.customdata?.some((data) => data[0] === id));
            const point = plot.data[trace].customdata.findIndex((data) => data[0] === id);
            plot.emit("plotly_click", { points: [{ data: plot.data[trace], curveNumber: trace, pointNumber: point,
                                                   customdata: plot.data[trace].customdata[point] }] });
        }""",
        [view, happening],
    )


def test_a_click_on_the_timeline_fills_the_reading_pane_with_marked_sentences(opened, address) -> None:
    page = opened(address)
    choose(page, "timeline", "h1")
    headline(page, SUNAN)
    assert "fired two missiles from Sunan" in page.inner_text("#reader-body")
    assert page.locator("#reader-body mark.trigger", has_text="fired").count() == 1
    assert "date-rule" in page.locator("#reader-body mark.date").first.get_attribute("data-rule")
    assert page.locator("#reader-body blockquote[lang=hi]").count() == 1
    assert "≈ 650 km" in page.inner_text(".disagreement")


def test_a_click_on_the_map_chooses_the_happening_and_opens_its_place(opened, address) -> None:
    page = opened(address)
    choose(page, "map", "h4")
    headline(page, "Kim tours the fighter-jet plant")
    assert query(page)["happening"] == ["h4"]


def test_a_pointer_finds_a_mark_of_the_timeline(opened, address) -> None:
    page = opened(f"{address}?days=2023-08-30..2023-09-20&kinds=warning", placed=False)
    box = page.locator("#timeline .scatterlayer .point").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    headline(page, "White House warns over arms talks")


def test_a_row_of_the_table_chooses_its_happening(opened, address) -> None:
    page = opened(address)
    page.click("[data-clause=panel][data-value=table]")
    page.click(".ag-row:has-text('Submarine put to sea')")
    headline(page, "Submarine put to sea at Sinpo")


def test_the_brush_filters_map_chips_and_counts(opened, address) -> None:
    page = opened(address)
    before = page.inner_text("#chips")
    brush = page.locator("#brush .handle[data-part=from]").bounding_box()
    page.mouse.move(brush["x"] + 6, brush["y"] + 15)
    page.mouse.down()
    page.mouse.move(brush["x"] + 90, brush["y"] + 15, steps=6)
    page.mouse.up()
    page.wait_for_function("before => document.querySelector('#chips').innerText !== before", arg=before)
    first = dt.date.fromisoformat(query(page)["days"][0].split("..")[0])
    assert first > dt.date(2023, 8, 30)
    assert "earlier" in page.inner_text("#active-clauses, #edges >> nth=0") or "earlier" in page.inner_text("#edges")


def test_an_address_opens_the_same_selection_again(opened, address) -> None:
    page = opened(address)
    choose(page, "timeline", "h1")
    headline(page, SUNAN)
    page.click("#chips .chip:has-text('Missile launch')")
    page.wait_for_function("location.search.includes('kinds=missile')")
    again = opened(page.url)
    headline(again, SUNAN)
    assert again.get_attribute("#chips [data-value='missile launch']", "aria-pressed") == "true"
    assert query(again) == query(page)


def test_keys_search_step_and_clear(opened, address) -> None:
    page = opened(address)
    first = page.inner_text("#reader-title")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("text => document.querySelector('#reader-title')?.textContent !== text", arg=first)
    page.keyboard.press("ArrowLeft")
    headline(page, first)
    page.keyboard.press("Escape")
    page.wait_for_selector("#reader-title", state="detached")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("satellites")
    page.wait_for_function("location.search.includes('words=satellites')")
    assert "happening" not in query(page)


def test_what_is_chosen_is_said_aloud(opened, address) -> None:
    page = opened(address)
    choose(page, "timeline", "h1")
    page.wait_for_function("document.querySelector('#live').textContent.includes('Sunan')")
    assert page.get_attribute("#live", "aria-live") == "polite"


@pytest.mark.parametrize(("form", "told"), [("csv", "Sunan"), ("geojson", "FeatureCollection")])
def test_an_exported_file_holds_what_is_selected(opened, address, form, told) -> None:
    page = opened(f"{address}?days=all&kinds=missile+launch")
    page.click("#exports summary")
    with page.expect_download() as loading:
        page.click(f"#exports a[data-export='export/{form}']")
    text = loading.value.path().read_text(encoding="utf-8")
    assert told in text
    assert "fired two missiles" in text
    assert "fighter-jet" not in text


@pytest.mark.parametrize(("view", "form", "start"), [("timeline", "svg", b"<svg"), ("map", "png", b"\x89PNG")])
def test_a_picture_of_a_view_is_saved(opened, address, view, form, start) -> None:
    page = opened(address)
    page.click("#exports summary")
    with page.expect_download() as loading:
        page.click(f"#exports [data-view={view}][data-format={form}]")
    assert loading.value.path().read_bytes().startswith(start)


def test_hostile_text_is_shown_as_text(opened, shown) -> None:
    told = [(HOSTILE, *TOLD[0][1:10], (HOSTILE,), {"wire": f"On Wednesday {HOSTILE}"}, {"date": ("Wednesday",)}), *TOLD[1:3]]
    page = opened(shown(told))
    choose(page, "timeline", "h0")
    headline(page, HOSTILE)
    box = page.locator("#timeline .scatterlayer .point").last.bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    assert "<script>" in page.inner_text("#reader-body blockquote")
    assert page.evaluate("window.broken") is None
    assert page.locator("#reader-body img, #reader-body b, .hoverlayer img").count() == 0


def test_a_tap_on_a_phone_raises_the_reading_pane(opened, address) -> None:
    page = opened(address, 390, 844)
    choose(page, "map", "h4")
    headline(page, "Kim tours the fighter-jet plant")
    box = page.locator("#reader").bounding_box()
    assert box["y"] + box["height"] == pytest.approx(844, abs=2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_page_speaks_hindi_where_the_address_says_so(opened, address) -> None:
    page = opened(f"{address}?lang=hi")
    assert page.get_attribute("#page", "lang") == "hi"
    assert "निर्यात" in page.inner_text("header")
    assert query(page)["lang"] == ["hi"]


def test_what_has_no_day_or_no_place_waits_in_a_tray(opened, address) -> None:
    page = opened(address)
    page.click("#tray-undated summary")
    page.click("#tray-undated .row-button:has-text('invitation')")
    headline(page, "Putin accepts an invitation to Pyongyang")


def test_chips_and_tools_never_cover_each_other(opened, address) -> None:
    for width, height in ((1440, 900), (1024, 768), (390, 844)):
        page = opened(address, width, height)
        page.wait_for_selector("#chips .chip", timeout=45_000)
        tabs, chips = page.evaluate(  # in one breath: the chips are drawn anew with every answer
            "() => [document.querySelector('.tabs'), [...document.querySelectorAll('#chips .chip')]].flat()"
            ".map((one) => one.getBoundingClientRect().toJSON())"
            ".reduce(([tabs, chips], box) => tabs ? [tabs, [...chips, box]] : [box, []], [null, []])"
        )
        assert chips
        for box in chips:
            assert (
                box["left"] >= tabs["right"]
                or box["right"] <= tabs["left"]
                or box["bottom"] <= tabs["top"]
                or box["top"] >= tabs["bottom"]
            )
        assert tabs["x"] + tabs["width"] <= width


def test_the_page_forbids_other_hosts_and_inline_scripts(address) -> None:
    with urlopen(address) as answer:
        policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-eval" not in policy


def test_an_empty_collection_says_what_to_do(chromium, shown) -> None:
    page = chromium.new_page()
    page.goto(shown([]))
    page.wait_for_selector("#reader-body h2")
    assert page.inner_text("#reader-body p")
    page.close()
