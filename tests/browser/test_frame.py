"""What every served page has around it, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from visiting import PHONE, Visitor

pytestmark = pytest.mark.browser
Visit = Callable[..., Visitor]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_home_page(visit: Visit, scheme: str, language: str) -> None:
    seen = visit("/", width=PHONE, scheme=scheme, language=language)
    assert seen.page.get_attribute("html", "lang") == language
    assert seen.violations() == []
    assert seen.too_wide() <= 0


def test_the_language_is_remembered(visit: Visit) -> None:
    seen = visit("/", language="vi")
    seen.page.click("a.language")
    assert seen.page.get_attribute("html", "lang") == "en"
    seen.open("/")
    assert seen.page.get_attribute("html", "lang") == "en"


def test_the_first_stop_of_the_keyboard_skips_to_the_content(visit: Visit) -> None:
    page = visit("/").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#content"


def test_what_is_not_there_is_a_page_too(visit: Visit) -> None:
    seen = visit("/", language="en")
    seen.expected.add(404)
    seen.open("/nothing")
    assert seen.page.inner_text("h1") == "There is no such page"
    seen.console.clear()  # the browser itself notes the 404
