"""The documentation site in a real browser: readable, on a phone too, and nothing comes from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from visiting import PHONE, Visitor

from docs.generator.site import write

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PAGES = [
    "index",
    "tutorial",
    "picture",
    "new-role",
    "cookbook",
    "ontology",
    "vocabularies",
    "vocabulary-role",
    "python",
    "notebook",
    "cli",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "docs"
    write(folder)
    return folder


@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "dark"), (1280, "light")])
def test_the_pages_can_be_read(chromium: Browser, site: Path, width: int, scheme: str) -> None:
    seen = Visitor(chromium, site.as_uri(), width=width, scheme=scheme)
    for page in PAGES:
        seen.open(f"/{page}.html")
        assert seen.violations() == [], page
        assert seen.too_wide() <= 0, page
        # axe itself asks for the stylesheet a second time, which the page does not let it
        seen.console[:] = [told for told in seen.console if "site.css' violates" not in told]
    seen.close()


def test_a_class_of_the_diagram_leads_to_its_place(chromium: Browser, site: Path) -> None:
    seen = Visitor(chromium, site.as_uri())
    page = seen.open("/ontology.html")
    page.click("svg.diagram >> nth=0 >> text=Tenure")
    expect(page).to_have_url(re.compile("#Tenure$"))
    expect(page.locator("#Tenure svg.diagram a.main")).to_have_count(1)
    seen.close()
