"""The one-file page, opened from disk with the network off."""

from pathlib import Path

import pytest
from page_corpus import TOLD, FakeStore

from dashapp.selection import Selection
from dashapp.standalone import standalone

HOSTILE = "</script><img src=x onerror='window.broken = 1'>%{x}"
pytestmark = [pytest.mark.browser]


@pytest.fixture(scope="module")
def opened(chromium, tmp_path_factory):
    """Open a page with hostile words in it; give it with every address that it asked for."""
    bad = list(TOLD[0])
    bad[0], bad[11] = HOSTILE, {"wire": f"{HOSTILE} said Putin.", "post": HOSTILE}
    file: Path = tmp_path_factory.mktemp("page") / "page.html"
    file.write_bytes(standalone(FakeStore([tuple(bad), *TOLD[1:]], title=HOSTILE), Selection(happening="h0")))
    context = chromium.new_context(offline=True, viewport={"width": 1440, "height": 900})
    page, asked, faults = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    page.goto(file.as_uri())
    page.wait_for_selector("#map .scattergeo .point")
    page.wait_for_selector("#timeline .point")
    yield page, asked, faults
    context.close()


def title(page) -> str:
    return page.inner_text("#reader h2")


def test_land_and_marks_are_drawn_without_a_request(opened):
    page, asked, faults = opened
    assert page.evaluate("document.querySelector('#map .land path').getAttribute('d').length") > 1000
    assert [address for address in asked if not address.startswith(("data:", "blob:"))] == [asked[0]]
    assert faults == []


def test_hostile_words_stay_words(opened):
    page, _, _ = opened
    assert page.evaluate("window.broken") is None
    assert HOSTILE in page.inner_text("h1")
    assert HOSTILE in page.inner_text("#reader")
    assert page.evaluate("document.querySelectorAll('img').length") == 0


@pytest.mark.parametrize("view", ["map", "timeline"])
def test_a_click_on_a_view_shows_the_happening_it_stands_for(opened, view):
    page, _, _ = opened
    before = title(page)
    wanted = page.evaluate(CLICK, [view, before])
    page.wait_for_function("before => document.querySelector('#reader h2').innerText !== before", arg=before)
    assert page.evaluate("id => JSON.parse(document.getElementById('page-data').textContent).panes[id].length", wanted) > 0
    assert title(page) in page.evaluate(
        "id => JSON.parse(document.getElementById('page-data').textContent).rows.find(r => r.id === id).label", wanted
    )


def test_later_moves_on_and_search_counts(opened):
    page, _, _ = opened
    before = title(page)
    page.keyboard.press("ArrowRight")
    assert title(page) != before
    page.fill("#search", "khasan")
    assert page.inner_text("#count") == "1 happening"
    page.fill("#search", "")


CLICK = """([view, before]) => {
  const plot = document.getElementById(view), page = JSON.parse(document.getElementById("page-data").textContent);
  const trace = plot.data.find((one) => one.customdata);
  const label = (id) => page.rows.find((row) => row.id === id)?.label;
  const at = trace.customdata.findIndex((data) => label(data[0]) && label(data[0]) !== before);
  plot.emit("plotly_click", { points: [{ customdata: trace.customdata[at] }] });
  return trace.customdata[at][0];
}"""
