"""What an analyst does with the page: open places, look at days, compare, search, print. One server, few pages."""

import pypdfium2
import pytest
from page_corpus import FakeStore

from dashapp.app import create_app

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # flask-compress leaves files to the collector
]
DAYS = "days=2023-08-28..2023-09-21"


@pytest.fixture(scope="module")
def address(serve):
    with serve(create_app(FakeStore())) as found:
        yield found


@pytest.fixture(scope="module")
def page(chromium, address):
    """Open one page that the tests take in turn: each goes to its own address."""
    page = chromium.new_page(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert not errors


@pytest.fixture
def at(page, address):
    """Go to an address, and wait until map, timeline and reading pane are there."""

    def go(query: str):
        page.goto(f"{address}?{query}")
        page.wait_for_selector("#timeline .scatterlayer .point", timeout=45_000, state="attached")
        page.wait_for_selector("#map .scattergeo .point", timeout=45_000, state="attached")
        page.wait_for_selector("#reader-body > *", state="attached")
        page.wait_for_selector("#chips .chip")
        return page

    return go


def told(page, text: str) -> None:
    page.wait_for_function(f"location.search.includes({text!r})", timeout=10_000)


def points(page) -> int:
    return page.evaluate("document.querySelector('#map .js-plotly-plot').data.find((one) => one.customdata).customdata.length")


def pixel_of(page, happening: str) -> tuple[float, float]:
    """Find where the browser drew a happening's mark on the map."""
    return page.evaluate(
        """(id) => {
            const plot = document.querySelector('#map .js-plotly-plot');
            const trace = plot.data.find((one) => one.customdata);
            const point = trace.customdata.findIndex((one) => one[0] === id);
            const layers = [...plot.querySelectorAll('.scattergeo')].map((one) => one.querySelectorAll('.point'));
            const box = layers.find((one) => one.length === trace.lat.length)[point].getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        }""",
        happening,
    )


def test_a_click_on_a_place_with_several_opens_it(at) -> None:
    page = at(DAYS)
    before = points(page)
    page.mouse.click(*pixel_of(page, "h0"))
    told(page, "place=51.88")
    page.wait_for_function(
        "n => document.querySelector('#map .js-plotly-plot').data.find((one) => one.customdata).customdata.length > n", arg=before
    )
    page.wait_for_selector("#reader-body .linked:has-text('Also at Vostochny Cosmodrome')")
    page.keyboard.press("Escape")
    page.wait_for_function("!location.search.includes('place=')")
    page.wait_for_function(
        "n => document.querySelector('#map .js-plotly-plot').data.find((one) => one.customdata).customdata.length === n", arg=before
    )


def test_a_click_beside_the_marks_looks_at_that_day_in_all_views(at) -> None:
    page = at(DAYS)
    box = page.locator("#timeline").bounding_box()
    page.mouse.click(box["x"] + 132 + (box["width"] - 152) * 13.5 / 25, box["y"] + box["height"] - 34)
    told(page, "day=2023-09-10")
    page.wait_for_function("document.querySelector('#reader-body').innerText.includes('What happened on 10 Sep 2023')")
    page.wait_for_function(
        "document.querySelector('#map .js-plotly-plot').data.find((one) => one.customdata).marker.opacity.includes(0.15)"
    )
    page.select_option("#step", "week")
    page.click("[data-op=day-step][data-by='1']")
    told(page, "day=2023-09-17")
    page.wait_for_function("document.querySelector('#reader-body').innerText.includes('17 – 23 Sep 2023')")
    page.click("#active-clauses .chip:has-text('On 17')")
    page.wait_for_function("!document.querySelector('#timeline .js-plotly-plot').layout.shapes.some((one) => one.type === 'rect')")


def test_playing_moves_the_day_on_at_the_chosen_speed(at) -> None:
    page = at(f"{DAYS}&day=2023-09-01")
    page.select_option("#speed", "4")
    page.click("[data-op=play]")
    page.wait_for_function("new URLSearchParams(location.search).get('day') > '2023-09-03'", timeout=15_000)
    page.click("[data-op=play]")
    assert page.get_attribute("[data-op=play]", "aria-pressed") == "false"


def test_days_may_be_typed_as_years_months_or_days(at) -> None:
    page = at(DAYS)
    page.click("#filters summary")
    assert page.input_value("#day-from") == "2023-08-28"
    page.fill("#day-from", "2023-9")
    page.fill("#day-to", "2023-09")
    page.press("#day-to", "Enter")
    told(page, "days=2023-09-01..2023-09-30")
    page.fill("#day-field", "13 September")
    page.press("#day-field", "Enter")
    assert page.get_attribute("#day-field", "aria-invalid") == "true"


def test_search_marks_what_it_finds_in_any_script(at) -> None:
    page = at("days=all")
    page.fill("#search", "पुतिन")
    page.wait_for_selector("#reader-body .hit")
    assert page.inner_text("#reader-body .hit >> nth=0") == "Putin"
    page.click("#reader-body .row-button >> nth=0")
    page.wait_for_selector("#reader-body blockquote .hit:text-is('पुतिन')")


def test_the_lanes_may_be_persons_places_or_sources(at) -> None:
    page = at(DAYS)
    for lanes, name in (("person", "Kim Jong Un"), ("place", "Vladivostok"), ("source", "The Wire")):
        page.select_option("#lanes", lanes)
        page.wait_for_function("name => document.querySelector('#timeline .yaxislayer-above').textContent.includes(name)", arg=name)


def test_sources_are_compared_side_by_side_and_by_what_they_leave_out(at) -> None:
    page = at(f"{DAYS}&happening=h1&panel=compare")
    page.wait_for_selector("#compare .column")
    assert page.locator("#compare .column").count() == 3
    page.click("#compare .column-button:has-text('Harbour Post')")
    page.wait_for_selector("#compare .part:has-text('Harbour Post leaves out')")
    told(page, "column=Harbour")


def test_the_sentence_is_shown_in_its_article(at) -> None:
    page = at(f"{DAYS}&happening=h1")
    page.click("#reader-body .source-line .plain >> nth=0")
    page.wait_for_selector("#article .here")
    assert page.locator("#article .here").first.is_visible()
    assert page.locator("#article mark").count() > 10
    page.keyboard.press("Escape")
    page.wait_for_selector("#reader-title")


def test_the_rule_behind_a_mark_shows_whole_on_hover_and_on_focus(at) -> None:
    page = at(f"{DAYS}&happening=h1")
    for mark in (page.locator("#reader-body mark[data-rule]").last, page.locator("#reader-body mark").first):
        mark.scroll_into_view_if_needed()
        mark.hover()
        box = page.locator(".tip").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 1440
    page.keyboard.press("Escape")
    assert not page.locator(".tip").is_visible()
    page.wait_for_timeout(400)
    assert "happening=h1" in page.url  # only the rule is gone
    page.locator("#reader-body mark.date").first.focus()
    assert "rule date-rule" in page.inner_text(".tip")


def test_a_chip_keeps_the_focus_and_a_menu_stays_open_where_the_counts_are_drawn_anew(at) -> None:
    page = at(DAYS)
    page.click("#filters > summary")
    page.focus("#filters [data-clause=kinds]")
    pressed = "document.activeElement.dataset.clause === 'kinds' && document.activeElement.ariaPressed"
    assert page.evaluate(pressed) == "false"
    page.keyboard.press("Enter")
    page.wait_for_function(f"({pressed}) === 'true'", timeout=10_000)
    assert page.locator("#filters").get_attribute("open") is not None


def test_a_table_that_is_not_shown_is_not_asked_for(at) -> None:
    asked: list[str] = []
    page = at(DAYS)
    page.on("request", lambda request: asked.append(request.post_data or ""))
    page.click("#chips .chip >> nth=0")
    page.wait_for_function("document.querySelector('#chips .chip').ariaPressed === 'true'", timeout=10_000)
    assert any("map.figure" in one for one in asked)
    assert not any("table.rowData" in one or "compare-html" in one for one in asked)
    page.click("[data-clause=panel][data-value=table]")
    page.wait_for_selector("#table .ag-row")
    assert any("table.rowData" in one for one in asked)


def test_the_timeline_grows_by_keyboard_and_shows_more_lanes(at) -> None:
    page = at(DAYS)
    lanes = "document.querySelectorAll('#timeline .yaxislayer-above text').length"
    before = page.evaluate(lanes)
    page.focus(".splitter")
    for _ in range(6):
        page.keyboard.press("ArrowUp")
    page.wait_for_function(f"{lanes} > {before}")


def test_an_area_drawn_on_the_map_filters_the_timeline(at) -> None:
    page = at(DAYS)
    page.click("[data-op=drag]")
    x, y = pixel_of(page, "h1")
    page.mouse.move(x - 40, y - 40)
    page.mouse.down()
    page.mouse.move(x + 40, y + 40, steps=8)
    page.mouse.up()
    told(page, "box=")
    page.wait_for_selector("#active-clauses .chip:has-text('Area drawn')")


def test_paper_bears_map_timeline_and_each_selected_happening(at) -> None:
    page = at(f"{DAYS}&kinds=missile+launch")
    page.evaluate("() => { window.print = () => { window.asked = true; }; }")
    page.keyboard.press("Control+p")
    page.wait_for_function("window.asked")
    assert page.locator("#print-list .print-views img").count() == 2
    assert page.locator("#print-list .printed").count() == 4
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    said = "".join(document[at].get_textpage().get_text_range() for at in range(len(document)))
    document.close()
    for words in ("Summit at Vostochny", "Cruise missiles over the Yellow Sea", "two missiles from", "The Wire, 13 Sep 2023"):
        assert words in said.replace("\r\n", " ")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("header").is_visible()


def test_a_citation_is_copied(at) -> None:
    page = at(f"{DAYS}&happening=h1")
    page.click("[data-op=copy-text]")
    page.wait_for_selector("[data-op=copy-text]:has-text('Copied')")


def test_a_server_that_is_gone_is_said(at) -> None:
    page = at(DAYS)
    page.route("**/_dash-update-component*", lambda route: route.abort())
    page.wait_for_selector("#failure", state="visible", timeout=15_000)
    page.unroute("**/_dash-update-component*")
    page.wait_for_selector("#failure", state="hidden", timeout=15_000)
