"""Pictures of the views: PNG, SVG and PDF."""

import shutil
import struct
from xml.etree import ElementTree

import pypdfium2
import pytest
from page_corpus import TOLD, FakeStore

from dashapp import pictures
from dashapp.selection import Selection
from extract import ExportError

HINDI_TITLE = "वोस्तोचनी में शिखर"
SVG = "{http://www.w3.org/2000/svg}"
pytestmark = [pytest.mark.browser]
drawn = pytest.mark.skipif(
    not any(map(shutil.which, pictures.BROWSERS)), reason="no Chromium or Chrome; make chromium installs one"
)


@drawn
def test_a_png_has_the_size_said_and_something_on_it():
    made = pictures.picture(FakeStore(), Selection(), "png")
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    size = struct.unpack(">II", made[16:24])
    assert size == (pictures.WIDTH * pictures.SCALE, pictures.HEIGHT * pictures.SCALE)
    assert len(made) > 100_000  # an empty sheet of this size takes some 15 KB


@drawn
def test_an_svg_bears_land_marks_and_labels_in_both_scripts():
    root = ElementTree.fromstring(pictures.picture(FakeStore(title=HINDI_TITLE), Selection(), "svg"))
    said = " ".join("".join(node.itertext()) for node in root.iter(f"{SVG}text"))
    for words in (HINDI_TITLE, "Vladivostok", "GeoNames", "Summit meeting"):
        assert words in said
    land = [node for node in root.iter(f"{SVG}g") if "land" in node.get("class", "").split()]
    assert any(len(path.get("d", "")) > 1000 for group in land for path in group.iter(f"{SVG}path"))


@drawn
def test_a_pdf_has_the_text_of_both_scripts_and_no_missing_glyph():
    made = pictures.picture(FakeStore(title=HINDI_TITLE), Selection(), "pdf")
    assert made.startswith(b"%PDF")
    document = pypdfium2.PdfDocument(made)
    said = document[0].get_textpage().get_text_range()
    assert len(document) == 1
    assert "Vladivostok" in said
    assert "GeoNames" in said
    assert {"व", "त", "च", "न", "ख", "र"} <= set(said)  # half letters and vowel signs are glyphs of their own in a PDF
    assert "\ufffd" not in said
    document.close()


def test_tags_in_a_title_stay_text():
    texts = pictures.together(FakeStore(TOLD[:2], title="<a href='x'>y</a>"), Selection())["layout"]["annotations"]
    assert not any("<a" in text["text"] for text in texts)


def test_where_no_browser_is_the_user_hears_how_to_get_one(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(ExportError, match="install one"):
        pictures.browser_path()
