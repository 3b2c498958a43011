"""axe-core, from npm, finds nothing serious or critical in the page."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from page_corpus import FakeStore

from dashapp.app import create_app

AXE = "axe-core@4.10.3"  # MPL-2.0; fetched for the test, no part of the project
CACHE = Path(__file__).parent / "node_modules"  # git ignores it
UNCLOSED = "ignore::pytest.PytestUnraisableExceptionWarning"  # flask-compress leaves the files it serves to be closed later
pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings(UNCLOSED)]


@pytest.fixture(scope="module")
def axe() -> str:
    """Fetch axe once; skip where npm or the network is not there."""
    file = CACHE / "axe-core" / "axe.min.js"
    npm = shutil.which("npm")
    if not file.exists():
        if not npm:
            pytest.skip("npm is not installed")
        command = [npm, "install", AXE, "--prefix", str(CACHE.parent), "--no-save", "--no-package-lock", "--silent"]
        if subprocess.run(command, capture_output=True, timeout=60, check=False, env={**os.environ, "CI": "1"}).returncode:
            pytest.skip(f"npm could not fetch {AXE}")
    return file.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def address(serve):
    """Serve the small corpus."""
    with serve(create_app(FakeStore())) as found:
        yield found


@pytest.mark.parametrize(
    ("size", "state"),
    [
        ((1440, 900), "theme=light"),
        ((1440, 900), "theme=dark&panel=compare&column=Harbour+Post&lang=hi"),
        ((390, 844), "theme=light&words=missiles"),
        ((390, 844), "theme=dark"),
    ],
    ids=["wide", "wide-dark-compare-hindi", "phone", "phone-dark"],
)
def test_axe_finds_nothing_serious(chromium, address, axe, size, state):
    page = chromium.new_page(viewport={"width": size[0], "height": size[1]}, bypass_csp=True)
    page.goto(f"{address}?{state}&days=all&happening=h0")
    page.wait_for_selector("#timeline .point")
    page.wait_for_timeout(500)
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    page.close()
    grave = {one["id"]: [node["target"] for node in one["nodes"]][:4] for one in found if one["impact"] in {"serious", "critical"}}
    assert grave == {}
