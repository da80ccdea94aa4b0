"""The pictures of the README: pages of ``kg serve`` over the graph of the seeds, in a real browser.

    python docs/screenshots.py STORE [FOLDER]

Writes ``official.png`` (light) and ``article.png`` (dark).  Without a Chromium on the machine it says so and
leaves what is there.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

PAGES: Final = (
    ("official.png", "light", "hoang quoc thuong", "person"),
    ("article.png", "dark", "chi linh", "article"),
)
SIZE: Final = {"width": 1200, "height": 760}
_ADDRESS: Final = re.compile(r"at (http://\S+?)/ ")


def main(store: str, folder: str = "docs") -> None:
    """Take every picture."""
    binary = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if binary is None:
        sys.stderr.write("screenshots: no Chromium here; the pages' pictures stay as they are\n")
        return
    from playwright.sync_api import sync_playwright

    with served(store) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=binary, args=["--no-sandbox"])
        for name, scheme, text, kind in PAGES:
            page = browser.new_page(
                viewport=SIZE, color_scheme="dark" if scheme == "dark" else "light", locale="en"
            )
            page.goto(f"{address}/search?q={text.replace(' ', '+')}&kind={kind}")
            page.wait_for_selector(".hits a")
            page.locator(".hits a").first.click()
            page.wait_for_selector("header.thing")
            if page.locator("details.evidence").count():
                page.locator("details.evidence summary").first.click()
            page.evaluate("scrollTo(0, 0)")
            page.screenshot(path=str(Path(folder) / name))
        browser.close()


@contextmanager
def served(store: str) -> Iterator[str]:
    """Run ``kg serve`` on a free port; yields its address."""
    command = [sys.executable, "-u", "-m", "kg", "serve", store, "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        found = _ADDRESS.search(process.stdout.readline()) if process.stdout else None
        if found is None:
            sys.exit(f"screenshots: kg serve {store} did not start")
        yield found[1]
    finally:
        process.terminate()
        process.wait(timeout=20)


if __name__ == "__main__":
    main(*sys.argv[1:])
