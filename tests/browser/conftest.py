"""A headless Chromium without a network; the tests are skipped where there is none.

``chrome`` (Selenium) opens pages from files.  ``visit`` (Playwright) reads the pages of ``kg serve``:
``visit("/")`` over the seeds' graph, ``visit("/", width=360, scheme="dark", language="vi")``; see
:mod:`visiting`.  ``address`` is the server's; a test module of its own fixture of that name serves another
store.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.patience import PATIENCE
from tests.serving import searchable, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from selenium.webdriver import Chrome

sys.path.insert(0, str(Path(__file__).parent.parent / "draw"))
sys.path.insert(0, str(Path(__file__).parent))

from visiting import Visitor

FLAGS = (
    *("headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-dev-shm-usage"),
    *("disable-background-networking", "disable-component-update", "disable-sync", "window-size=1440,900"),
    "host-resolver-rules=MAP * ~NOTFOUND",
)


def _browser() -> tuple[str, str]:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    driver = shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.skip("no Chromium with its driver here: apt-get install chromium chromium-driver")
    return chromium, driver


@pytest.fixture(scope="session")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """One browser for all tests."""
    binary, driver = _browser()
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for flag in (*FLAGS, f"user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    browser = webdriver.Chrome(options, Service(driver))
    try:
        browser.set_page_load_timeout(PATIENCE)
        browser.set_script_timeout(PATIENCE)
        browser.execute_cdp_cmd("Network.enable", {})
        browser.execute_cdp_cmd(
            "Network.emulateNetworkConditions",
            {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0},
        )
        yield browser
    finally:
        browser.quit()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for the tests of a module."""
    binary = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if binary is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=1000 * PATIENCE)
    # The test asserts that no request leaves the machine, so that the flags need not hold it back.
    flags = [
        f"--{flag}" for flag in FLAGS if not flag.startswith(("headless", "window-size", "host-resolver"))
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=binary, args=flags, timeout=1000 * PATIENCE)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(seeds_store: Path) -> Iterator[str]:
    """A server on the graph of the seeds."""
    with serving(seeds_store) as (found, _):
        yield searchable(found)


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Callable[..., Visitor]]:
    """Opens a path for a reader; whatever goes wrong in the console or the network fails the test."""
    visitors: list[Visitor] = []

    def opened(path: str, **reader: object) -> Visitor:
        visitor = Visitor(chromium, address, **reader)
        visitors.append(visitor)
        visitor.open(path)
        return visitor

    yield opened
    for visitor in visitors:
        visitor.close()
