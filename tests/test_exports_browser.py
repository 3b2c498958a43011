"""TimelineJS itself, from npm, draws our TimelineJS file in a real browser."""

import datetime as dt
import json
import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
from store_corpus import article, happening, hostile, mention

from dashapp.pictures import BROWSERS, FLAGS
from extract.exports import Selected, export
from extract.models import When
from extract.store.marking import tellings_of

PACKAGE = "@knight-lab/timelinejs@3.9.11"  # MPL-2.0; fetched for the test, no part of the project
CHROMIUM = next((found for name in BROWSERS if (found := shutil.which(name))), None)
HOST = "http://timeline.test/"
PAGE = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="css/timeline.css">
<div id="t" style="height: 600px"></div>
<script src="js/timeline.js"></script>"""
HOSTILE = "<img src=x onerror='window.broken = 1'><script>window.broken = 1</script>"
TOLD = article("one", 3)
YEAR = When(dt.date(2015, 1, 1), dt.date(2015, 12, 31), "year", "explicit", 0.9, "year")
pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM, reason="no Chromium or Chrome; make chromium installs one")]


@pytest.fixture(scope="module")
def timelinejs(tmp_path_factory) -> Path:
    """Fetch TimelineJS once; skip where npm or the network is not there."""
    folder = tmp_path_factory.mktemp("npm")
    npm = shutil.which("npm")
    if not npm:
        pytest.skip("npm is not installed")
    done = subprocess.run([npm, "pack", PACKAGE, "--silent"], cwd=folder, capture_output=True, timeout=120, check=False)
    if done.returncode:
        pytest.skip(f"npm could not fetch {PACKAGE}")
    with tarfile.open(next(folder.glob("*.tgz"))) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package" / "dist"


@pytest.fixture
def page(timelinejs):
    """Open a page that is served the files of TimelineJS and nothing else."""
    from playwright.sync_api import sync_playwright

    def serve(route) -> None:
        path = route.request.url.removeprefix(HOST).partition("?")[0]
        file = timelinejs / path
        if route.request.url.startswith(HOST) and file.is_file():
            route.fulfill(path=file)
        elif route.request.url == HOST:
            route.fulfill(body=PAGE, content_type="text/html")
        else:
            route.abort()

    with sync_playwright() as playwright:
        zone = {**os.environ, "TZ": "America/Los_Angeles"}
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS), env=zone)
        opened = browser.new_page(timezone_id="America/Los_Angeles")
        opened.route("**/*", serve)
        opened.goto(HOST)
        yield opened
        browser.close()


def drawn(page, made: Selected) -> str:
    """Draw an export; give everything that the page then says."""
    page.evaluate(
        "made => { window.timeline = new TL.Timeline('t', made, {font: null, script_path: 'http://timeline.test/js/'}); }",
        json.loads(export("timelinejs", made)),
    )
    page.wait_for_function("window.timeline.ready === true || document.querySelectorAll('.tl-slide').length > 1", timeout=20_000)
    page.wait_for_timeout(500)
    return page.evaluate("document.getElementById('t').textContent")


def test_timelinejs_draws_every_happening_on_its_day(page):
    happenings = (
        happening("day", mention(TOLD, 0)),
        happening("year", mention(TOLD, 1), when=YEAR),
        happening("never", mention(TOLD, 2), when=None),
    )
    said = drawn(page, Selected(tuple((one, tellings_of(one, {"one": TOLD})) for one in happenings), "Storms of March", "Storms"))
    assert page.evaluate("window.timeline.config.events.length") == 2
    for words in ("Storm day", "Storm year", "Storm never", "Storms of March", "2021-03-14", "0 a storm broke on Sunday"):
        assert words in said
    day = page.evaluate("window.timeline.config.events.find(e => e.unique_id === 'day').start_date.data.date_obj.toDateString()")
    assert day == "Sun Mar 14 2021"


def test_timelinejs_runs_nothing_that_an_article_says(page):
    one, articles = hostile(HOSTILE)
    said = drawn(page, Selected(((one, tellings_of(one, {"doc": articles[0]})),), HOSTILE, HOSTILE))
    assert "<script>window.broken" in said
    assert page.evaluate("window.broken") is None
    assert page.evaluate("document.querySelectorAll('#t img, #t script').length") == 0
