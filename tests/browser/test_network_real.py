"""The network and the chart over six hundred real articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect
from test_network_page import READY, ready
from visiting import PHONE, Visitor, becomes, until

from tests.patience import PATIENCE
from tests.serving import party_store, serving

pytestmark = [pytest.mark.browser, pytest.mark.corpus, pytest.mark.slow]
Visit = Callable[..., Visitor]


@pytest.fixture(scope="module")
def address(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on the graph of the party press."""
    with serving(party_store(corpus, tmp_path_factory)) as (found, _):
        yield found


@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "dark"), (1280, "light")])
def test_the_overview_the_table_and_the_filter(visit: Visit, width: int, scheme: str) -> None:
    seen = visit("/network", width=width, scheme=scheme, language="vi")
    page = ready(seen)
    expect(page.locator("#net-told"), "more than there is room for").to_contain_text("Chưa hiện")
    page.click("#net-table summary")
    expect(page.locator("#net-rows tr")).to_have_count(200)
    page.click("#net-filters summary")
    page.fill("#net-on", "2018-06-01")
    page.check("#net-sure")
    until(page, "Net.page.graph.ties.length < 1000")
    assert seen.violations() == []
    assert seen.too_wide() <= 0


def test_from_the_busiest_official_outwards(visit: Visit) -> None:
    page = ready(visit("/network"))
    busiest = page.evaluate(
        "Net.page.graph.nodes.filter((n) => n.kind === 'official').sort((a, b) => b.posts - a.posts)[0].iri"
    )
    page.goto(f"{page.url}?around={busiest}")
    until(page, READY)
    for _ in range(3):
        before = page.evaluate("Net.page.graph.nodes.length")
        page.locator("#net-details .ties button.as-link:not(:has-text('Sentence'))").nth(1).click()
        page.click("#net-details button:has-text('Expand')")
        until(
            page,
            f"Net.page.graph.nodes.length >= {before} && document.querySelector('#net-told.busy') === null",
        )
    assert page.evaluate("Net.page.graph.nodes.every((n) => Number.isFinite(n.x) && Number.isFinite(n.y))")


def test_every_post_that_is_drawn_has_its_sentence(address: str) -> None:
    with httpx.Client(base_url=address, timeout=PATIENCE) as client:
        told_ = client.get("/network.json").json()
        ties = [row[told_["columns"]["tie"].index("id")] for row in told_["ties"]]
        for tie in [tie for tie in ties if tie][::25]:
            found = client.get("/network/sentences.json", params={"tie": tie}).json()["sentences"]
            assert found, tie
            assert all(each["quote"] for each in found)


def test_the_chart_of_a_city(visit: Visit) -> None:
    seen = visit(
        "/chart?of=Th%C3%A0nh%20ph%E1%BB%91%20H%E1%BB%93%20Ch%C3%AD%20Minh&on=2018-06-01", width=PHONE
    )
    assert becomes(seen.page, seen.page.locator(".chart-box").count, lambda count: count > 10)
    assert seen.violations() == []
    assert seen.too_wide() <= 0
