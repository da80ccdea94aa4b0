"""What every served page has around it, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from visiting import PHONE, Visitor

pytestmark = pytest.mark.browser
Visit = Callable[..., Visitor]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_home_page(visit: Visit, scheme: str, language: str) -> None:
    seen = visit("/", width=PHONE, scheme=scheme, language=language)
    expect(seen.page.locator("html")).to_have_attribute("lang", language)
    assert seen.violations() == []
    assert seen.too_wide() <= 0


def test_the_language_is_remembered(visit: Visit) -> None:
    seen = visit("/", language="vi")
    seen.page.click("a.language")
    expect(seen.page.locator("html")).to_have_attribute("lang", "en")
    seen.open("/")
    expect(seen.page.locator("html")).to_have_attribute("lang", "en")


def test_the_first_stop_of_the_keyboard_skips_to_the_content(visit: Visit) -> None:
    page = visit("/").page
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#content$"))


def test_what_is_not_there_is_a_page_too(visit: Visit) -> None:
    seen = visit("/", language="en")
    seen.expected.add(404)
    seen.open("/nothing")
    expect(seen.page.locator("h1")).to_have_text("There is no such page")
    seen.console.clear()  # the browser itself notes the 404
