"""No letter is missing: page, pictures and PDF are drawn in the fonts that we ship, in English and Hindi."""

import json

import pypdfium2
import pytest
from page_corpus import FakeStore
from seen import fonts_drawn, shrunk

from dashapp import pictures
from dashapp.app import create_app
from dashapp.fonts import SANS, faces
from dashapp.selection import Selection
from dashapp.wording import codes, wording

HINDI = "वोस्तोचनी में शिखर"
UNCLOSED = "ignore::pytest.PytestUnraisableExceptionWarning"  # flask-compress leaves the files it serves to be closed later
pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings(UNCLOSED)]
TITLE = (0.0, 0.0, 0.3, 54 / pictures.HEIGHT)  # where the title stands: left, top, right, bottom


@pytest.fixture(scope="module")
def page(chromium):
    """Give a page of its own."""
    opened = chromium.new_page(viewport={"width": 1440, "height": 900})
    yield opened
    opened.close()


@pytest.mark.parametrize("language", codes())
def test_every_letter_of_the_page_is_in_a_font_that_we_ship(page, serve, language):
    with serve(create_app(FakeStore(title=f"Summit · {HINDI}"))) as address:
        page.goto(f"{address}?lang={language}&happening=h0&days=all")
        page.wait_for_selector("#timeline .point", timeout=45_000)
        page.wait_for_selector("#reader-title")
        page.wait_for_timeout(1000)  # a font is asked for when the first letter of it is laid out
        page.evaluate("() => document.fonts.ready.then(() => true)")
        drawn = fonts_drawn(page)
    assert {family for family, ours in drawn if ours} >= {
        "Inter",
        "Source Serif 4",
        "Noto Sans Devanagari",
        "Noto Serif Devanagari",
    }
    assert {family: number for (family, ours), number in drawn.items() if not ours} == {}


def test_a_picture_opened_on_its_own_is_drawn_in_the_fonts_it_carries(page, tmp_path):
    file = tmp_path / "made.svg"
    file.write_bytes(pictures.picture(FakeStore(title=HINDI), Selection(), "svg"))
    page.goto(file.as_uri())
    page.evaluate("() => document.fonts.ready.then(() => true)")
    assert {key for key, number in fonts_drawn(page).items() if number} == {("Inter", True), ("Noto Sans Devanagari", True)}


def test_png_and_pdf_show_a_hindi_title_as_the_svg_does(page, tmp_path):
    store = FakeStore(title=HINDI)
    file = tmp_path / "made.svg"
    file.write_bytes(pictures.picture(store, Selection(), "svg"))
    page.set_viewport_size({"width": pictures.WIDTH, "height": pictures.HEIGHT})
    page.goto(file.as_uri())
    page.evaluate("() => document.fonts.ready.then(() => true)")
    svg = shrunk_title(page, page.screenshot())
    png = shrunk_title(page, pictures.picture(store, Selection(), "png"))
    assert svg.std() > 5  # there is something to compare
    assert abs(svg - png).mean() < 2
    said = pypdfium2.PdfDocument(pictures.picture(store, Selection(), "pdf"))[0].get_textpage().get_text_range()
    assert {"व", "त", "च", "न", "ख", "र"} <= set(said)
    assert "\ufffd" not in said


def shrunk_title(page, picture: bytes):
    page.goto("about:blank")
    return shrunk(page, picture, (140, 18), TITLE)


def test_the_words_of_the_interface_need_no_other_font():
    ours = {chr(letter) for first, last in ranges() for letter in range(first, last + 1)}
    for code in codes():
        assert set("".join(wording(code).words.values())) - ours == set()


def ranges():
    from dashapp.fonts import _rules

    return [one for _, _, found in _rules() for one in found]


def test_only_the_fonts_that_a_text_needs_go_with_it():
    assert faces("Seoul").count("@font-face") == 2  # sans and serif
    assert faces("Seoul", SANS).count("@font-face") == 1
    assert "Devanagari" in faces(HINDI, SANS)
    assert faces("") == ""
    assert "data:font/woff2;base64," in json.dumps(faces("Seoul"))
