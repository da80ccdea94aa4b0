"""A reader of the served pages: a real Chromium that notes what goes wrong and whom it asks.

The fixture ``visit`` opens a server's page for a reader of a width, a colour scheme and a language; at the
end of the test it asserts that nothing was written to the console as an error, that every request went to
the server itself, and that none failed.

What a click or a key brings about comes when it comes: assertions after an action are those of Playwright's
``expect``, which wait, or stand in :func:`becomes` and :func:`until`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from tests.patience import PATIENCE, soon

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Response

T = TypeVar("T")
PHONE = 360
DESK = 1280

#: All is loaded, nothing moves or fades any more, and two frames have been drawn since.
SETTLED = """async () => {
  if (document.readyState !== "complete")
    await new Promise((done) => addEventListener("load", done, { once: true }));
  await document.fonts.ready;
  await Promise.allSettled(document.getAnimations().map((each) => each.finished));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""


def until(page: Page, condition: str) -> None:
    """Wait for a condition; Playwright's own wait would evaluate text in the page, which its policy forbids."""
    becomes(page, lambda: page.evaluate(condition))


def becomes(page: Page, look: Callable[[], T], right: Callable[[T], object] = bool) -> T:
    """Wait until what is seen is right, and give it."""
    return soon(look, right, pause=lambda seconds: page.wait_for_timeout(1000 * seconds))


def patient(context: BrowserContext) -> BrowserContext:
    """Let every wait in a window be as long as it takes."""
    context.set_default_timeout(1000 * PATIENCE)
    context.set_default_navigation_timeout(1000 * PATIENCE)
    return context


class Visitor:
    """One reader with a window of their own; ``page`` is Playwright's."""

    def __init__(
        self, browser: Browser, address: str, width: int = DESK, scheme: str = "light", language: str = "en"
    ) -> None:
        self.address = address
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            locale=language,
        )
        self.page: Page = patient(context).new_page()
        self.console: list[str] = []
        self.asked: list[str] = []
        self.failed: list[str] = []
        self.expected: set[int] = {200, 303, 304}
        self.page.on("console", lambda told: self.console.append(told.text) if told.type == "error" else None)
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("response", self._answered)

    def _answered(self, response: Response) -> None:
        if response.status not in self.expected:
            self.failed.append(f"{response.status} {response.url}")

    def open(self, path: str) -> Page:
        """Go to a path on the server."""
        self.page.goto(self.address + path)
        return self.page

    def violations(self) -> list[str]:
        """What axe finds against the page once nothing moves on it any more."""
        from axe_playwright_python.sync_playwright import Axe

        self.page.evaluate(SETTLED)
        found: list[dict[str, Any]] = Axe().run(self.page).response["violations"]
        return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"][:3]]

    def too_wide(self) -> int:
        """How many pixels the page is wider than the window."""
        return int(
            self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        )

    def close(self) -> None:
        """Assert that all went well, and leave."""
        elsewhere = [url for url in self.asked if not url.startswith((self.address + "/", "data:", "blob:"))]
        self.page.context.close()
        assert (self.console, elsewhere, self.failed) == ([], [], [])
