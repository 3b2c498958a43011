"""The page looks as it did when somebody last looked at it, and nothing in it is clipped, covered or off the screen."""

import pytest
from looks import BLOCK_PX, KEPT, LOOKS, MOST_FAR, WIDE, blocks, drawn, share_far, small

from dashapp.app import create_app

UNCLOSED = "ignore::pytest.PytestUnraisableExceptionWarning"  # flask-compress leaves the files it serves to be closed later
pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings(UNCLOSED)]
SLOW = {"10000"}
BOXES = """() => {
  const seen = (one) => one && getComputedStyle(one).visibility !== "hidden" && one.getClientRects().length;
  const box = (one) => { const { left, top, right, bottom } = one.getBoundingClientRect(); return [left, top, right, bottom]; };
  const boxes = (selector) => [...document.querySelectorAll(selector)].filter(seen).map(box);
  const cut = [...document.querySelectorAll("button, summary, h2, h3, dd, blockquote")].filter(seen)
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).textOverflow !== "ellipsis" && one.clientWidth)
    .map((one) => one.textContent.slice(0, 60));
  const names = [...document.querySelectorAll("#map .scattergeo text")].filter(seen).map((one) => [one.textContent, ...box(one)]);
  return { wide: document.documentElement.scrollWidth, regions: boxes("header, section.map, section.time"),
           reader: boxes("aside.reader"), chips: boxes("#chips > .chip, #chips > * > .chip"), map: boxes("#map")[0], cut, names };
}"""


def overlap(one, other) -> bool:
    """Tell whether two boxes share more than a pixel's edge."""
    return one[0] < other[2] - 1 and other[0] < one[2] - 1 and one[1] < other[3] - 1 and other[1] < one[3] - 1


@pytest.mark.parametrize("name", [pytest.param(name, marks=[pytest.mark.slow] if name in SLOW else []) for name in LOOKS])
def test_the_page_looks_as_when_it_was_last_looked_at(chromium, serve, tmp_path, name):
    look = LOOKS[name]
    with serve(create_app(look.make(tmp_path))) as address:
        page = drawn(chromium, address, look)
        now = blocks(page, small(page, look.size), look.size)
        told = page.evaluate(BOXES)
        kept = blocks(page, (KEPT / f"{name}.png").read_bytes(), look.size)
        page.context.close()
    assert share_far(now, kept) <= MOST_FAR, "look at the page; where it is as it should be: python tests/browser/looks.py"
    nothing_is_lost(told, look.size)


def nothing_is_lost(told, size) -> None:
    """Check by the boxes of the page's elements what a picture of blocks cannot tell."""
    assert told["wide"] <= size[0]
    for left, top, right, bottom in (*told["regions"], *(told["reader"] if size[0] > 800 else [])):
        assert -1 <= left < right <= size[0] + 1
        assert top >= -1
        assert size[0] <= 800 or bottom <= size[1] + 1
    fixed = [*told["regions"], *(told["reader"] if size[0] > 800 else [])]
    assert not [(one, other) for at, one in enumerate(fixed) for other in fixed[at + 1 :] if overlap(one, other)]
    chips = told["chips"]
    assert not [(one, other) for at, one in enumerate(chips) for other in chips[at + 1 :] if overlap(one, other)]
    assert told["cut"] == []
    left, top, right, bottom = told["map"]
    assert [
        name for name, *box in told["names"] if box[0] < left - 1 or box[2] > right + 1 or box[1] < top - 1 or box[3] > bottom + 1
    ] == []


def test_a_pane_that_is_missing_or_another_theme_is_seen(chromium, serve):
    look = LOOKS["light"]
    with serve(create_app(look.make(KEPT))) as address:
        page = drawn(chromium, address, look)
        whole = blocks(page, small(page, WIDE), WIDE)
        faults = {
            "no reading pane": "aside.reader { visibility: hidden }",
            "no map": "#map { visibility: hidden }",
            "shifted by a row": f"body {{ margin-top: {3 * BLOCK_PX}px }}",
            "no style": ".app { display: block !important }",
        }
        for style in faults.values():
            tag = page.add_style_tag(content=style)
            page.wait_for_timeout(200)
            assert share_far(whole, blocks(page, small(page, WIDE), WIDE)) > MOST_FAR, style
            tag.evaluate("(one) => one.remove()")
        kept = [blocks(page, (KEPT / f"{name}.png").read_bytes(), WIDE) for name in ("light", "dark")]
        page.context.close()
    assert share_far(*kept) > MOST_FAR
