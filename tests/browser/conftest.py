"""A real browser, and the page served from this machine."""

import shutil

import pytest

from dashapp.cli.serving import served
from dashapp.pictures import BROWSERS, FLAGS


@pytest.fixture(scope="module")
def chromium():
    """Start the installed browser once a file of tests."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if not found:
        pytest.skip("no Chromium or Chrome; make chromium installs one")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def serve():
    """Give what serves an app."""
    return served
