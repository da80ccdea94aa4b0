"""The pages over six hundred real articles: what they do to a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from test_things import KINDS, paths
from visiting import PHONE, Visitor, becomes

from tests.patience import PATIENCE
from tests.serving import party_store, searchable, serving

pytestmark = [pytest.mark.browser, pytest.mark.corpus, pytest.mark.slow]
Visit = Callable[..., Visitor]


@pytest.fixture(scope="module")
def store(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the graph of the party press."""
    return party_store(corpus, tmp_path_factory)


@pytest.fixture(scope="module")
def address(store: Path) -> Iterator[str]:
    """A server on it."""
    with serving(store) as (found, _):
        yield searchable(found)


@pytest.mark.parametrize("kind", KINDS)
def test_the_busiest_pages(visit: Visit, store: Path, kind: str) -> None:
    for path in paths(store, kind, 3):
        seen = visit(path, width=PHONE, scheme="dark", language="vi")
        expect(seen.page.locator("h1")).not_to_be_empty()
        assert seen.violations() == []
        assert seen.too_wide() <= 0


@pytest.mark.parametrize("query", ["thanh hoa", "dang uy", "nguyen", "bí thư", "thu ngân sách"])
def test_search(visit: Visit, query: str) -> None:
    seen = visit("/")
    hits = seen.open(f"/search?q={query}").locator(".hits li")
    assert becomes(seen.page, hits.count, lambda count: count > 5)
    assert seen.violations() == []
    hits.locator("a").first.click()
    expect(hits).to_have_count(0)
    expect(seen.page.locator("h1")).not_to_be_empty()


ASKED = [
    "/questions/units-on-map",
    "/questions/officials",
    "/questions/document-graph",
    "/questions/indicator-series?indicator=thu+ng%C3%A2n+s%C3%A1ch",
    "/sparql?query=SELECT+*+%7B+%3Fs+a+dang%3AOfficial+%3B+foaf%3Aname+%3Fname+%7D",
]


@pytest.mark.parametrize("path", ASKED)
def test_questions(visit: Visit, path: str) -> None:
    seen = visit(path, width=PHONE, scheme="dark", language="vi")
    assert becomes(seen.page, seen.page.locator(".answer tbody tr").count, lambda count: count > 1)
    assert seen.violations() == []
    assert seen.too_wide() <= 0


def test_review(visit: Visit) -> None:
    seen = visit("/review", width=PHONE, language="vi")
    expect(seen.page.locator("article.pair")).to_have_count(10, timeout=4000 * PATIENCE)
    expect(seen.page.locator("article.pair mark").first).to_be_visible()
    assert seen.violations() == []
    assert seen.too_wide() <= 0


def test_a_fact_of_the_busiest_official_leads_to_its_words(visit: Visit, store: Path) -> None:
    (path,) = paths(store, "official", 1)
    page = visit(path).page
    page.locator(".career summary").first.click()
    link = page.locator(".career blockquote footer a").first
    anchor = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    expect(page.locator(f"[id='{anchor}']")).to_have_count(1)
