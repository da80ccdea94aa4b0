"""The picture of the network and the organisation chart, in a real browser: served, and as one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from visiting import PHONE, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
Visit = Callable[..., Visitor]
READY = "Boolean(window.Net && Net.page && Net.page.graph.nodes.length)"


def until(page: Page, condition: str) -> None:
    """Wait for a condition; Playwright's own wait would evaluate text in the page, which its policy forbids."""
    for _ in range(200):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never came true: {condition}")


def ready(seen: Visitor) -> Page:
    until(seen.page, READY)
    return seen.page


def told(page: Page) -> str:
    return page.inner_text("#net-told")


def shown(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "Net.page.graph.nodes.filter((n) => n.shown && !n.gone).map((n) => n.label)"
    )
    return found


def spot(page: Page, which: str) -> tuple[float, float]:
    """Where something is on the screen: ``which`` gives its place in the world."""
    box = page.locator("#net-canvas").bounding_box()
    assert box is not None
    x, y = page.evaluate(
        f"(() => {{ const v = Net.page.view, g = Net.page.graph, p = {which}; return [p.x * v.k + v.x, p.y * v.k + v.y]; }})()"
    )
    return box["x"] + x, box["y"] + y


def node(label: str) -> str:
    return f"g.nodes.find((n) => n.label === {label!r})"


def choose(page: Page, name: str) -> None:
    page.fill("#net-find", name)
    page.wait_for_selector("#net-found li")
    page.press("#net-find", "Enter")
    page.wait_for_selector("#net-panel:not([hidden])")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, 1280])
def test_the_overview_says_what_it_shows(visit: Visit, scheme: str, width: int) -> None:
    seen = visit("/network", scheme=scheme, width=width)
    page = ready(seen)
    assert told(page) == "Shown: 12 officials, 15 bodies, 21 posts. Nothing is left out."
    page.click("#net-table summary")
    assert page.locator("#net-rows tr").count() == 21
    assert seen.violations() == []
    assert seen.too_wide() <= 0


def test_a_click_on_a_person_tells_their_posts_and_a_click_more_the_sentence(visit: Visit) -> None:
    page = ready(visit("/network"))
    page.mouse.click(*spot(page, node("Trần Văn Lâm")))
    assert page.inner_text("#net-panel h2") == "Trần Văn Lâm"
    assert page.locator("#net-panel .ties strong").count() == 3
    page.click("#net-panel .ties li:first-child button:has-text('Sentence')")
    page.wait_for_selector("#net-panel blockquote")
    assert "Trần Văn Lâm" in page.inner_text("#net-panel blockquote")
    assert page.inner_text("#net-panel mark")


def test_a_click_on_a_tie_is_enough_for_its_sentence(visit: Visit) -> None:
    page = ready(visit("/network?around=" + quote(iri(visit, "Bùi Minh Trí"))))
    until(page, "Net.page.view.force.still")
    middle = "(() => { const t = g.ties.find((t) => t.way === 'post'), a = g.nodes[t.source], b = g.nodes[t.target]; return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }; })()"
    page.mouse.click(*spot(page, middle))
    page.wait_for_selector("#net-panel blockquote")
    assert page.inner_text("#net-panel h2") == "secretary"
    assert "Bùi Minh Trí" in page.inner_text("#net-panel mark")


def test_what_no_sentence_says_is_told_apart(visit: Visit) -> None:
    page = ready(visit("/network?around=" + quote(iri(visit, "Thành ủy Uông Bí"))))
    page.evaluate("Net.page.view.hooks.tie(Net.page.graph.ties.find((t) => t.way === 'of'))")
    assert "not from one sentence" in page.inner_text("#net-panel .note")


def iri(visit: Visit, name: str) -> str:
    page = visit("/network").page
    found = page.evaluate(
        f"fetch('/network/find.json?q=' + encodeURIComponent({name!r})).then((a) => a.json())"
    )
    return str(found["found"][0]["iri"])


def test_expand_and_collapse(visit: Visit) -> None:
    page = ready(visit("/network"))
    choose(page, "nghiem xuan cuong")
    page.click("text=Start from here")
    until(page, "!Net.page.graph.mapped")
    start = set(shown(page))
    assert start == {"Nghiêm Xuân Cường", "Thành ủy Uông Bí", "Hội đồng nhân dân thành phố Uông Bí"}
    page.click("#net-details .ties button:has-text('Thành ủy Uông Bí')")
    page.click("#net-details button:has-text('Expand')")
    until(page, "Net.page.graph.nodes.length > 3")
    assert {"Trần Văn Lâm", "Ban Tuyên giáo Thành ủy Uông Bí"} <= set(shown(page))
    assert "around=" in page.url
    page.click("#net-details button:has-text('Collapse')")
    assert "Ban Tuyên giáo Thành ủy Uông Bí" not in shown(page)
    assert "Nghiêm Xuân Cường" in shown(page)
    page.click("#net-details button:has-text('Expand')")
    until(page, "Net.page.graph.nodes.filter((n) => !n.gone).length > 3")
    assert "Ban Tuyên giáo Thành ủy Uông Bí" in shown(page)


def test_the_day_the_level_and_the_hierarchy_filter(visit: Visit) -> None:
    page = ready(visit("/network"))
    page.click("#net-filters summary")
    page.fill("#net-on", "2023-05-16")
    page.check("#net-sure")
    until(page, "document.getElementById('net-told').textContent.includes('hidden')")
    assert "Lê Văn Hiệu" in shown(page)
    assert "Hà Hải Dương" not in shown(page)
    assert "on=2023-05-16" in page.url
    page.click("#net-reset")
    assert told(page).startswith("Shown: 12 officials")
    page.uncheck("#net-levels input[value='1']")
    assert "Lê Văn Hiệu" not in shown(page)
    page.check("#net-levels input[value='1']")
    page.uncheck("#net-sides input[value='party']")
    assert "Bùi Minh Trí" not in shown(page)
    assert "Hà Hải Dương" in shown(page)


def test_a_filtered_address_can_be_given_away(visit: Visit) -> None:
    page = ready(visit("/network?on=2023-05-16&sure=1&side=state"))
    assert page.input_value("#net-on") == "2023-05-16"
    assert "Lê Văn Hiệu" in shown(page)
    assert "Hoàng Quốc Thưởng" not in shown(page)


def test_the_way_between_two_people(visit: Visit) -> None:
    page = ready(visit("/network"))
    page.click("#net-way summary")
    for box, name in (("from", "tran van lam"), ("to", "hoang quoc trung")):
        page.fill(f"#net-{box}", name)
        page.wait_for_selector(f"#net-{box}-found li")
        page.press(f"#net-{box}", "Enter")
    page.click("#net-go")
    until(page, "!Net.page.graph.mapped")
    assert {"Trần Văn Lâm", "Hoàng Quốc Trung", "Thành ủy Uông Bí", "Ban Tuyên giáo Thành ủy Uông Bí"} <= set(
        shown(page)
    )
    assert "from=" in page.url


def test_the_keyboard_alone_is_enough(visit: Visit) -> None:
    page = ready(visit("/network"))
    page.focus("#net-canvas")
    page.keyboard.press("ArrowRight")
    first = page.inner_text("#net-panel h2")
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
    assert page.inner_text("#net-said").split(":")[0] in ("Official", "Body")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "net-panel"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "net-canvas"
    assert page.is_hidden("#net-panel")
    scale = page.evaluate("Net.page.view.k")
    page.keyboard.press("+")
    assert page.evaluate("Net.page.view.k") > scale
    assert first


def test_the_wheel_zooms_and_a_drag_moves(visit: Visit) -> None:
    page = ready(visit("/network"))
    box = page.locator("#net-canvas").bounding_box()
    assert box is not None
    x, y = box["x"] + 200, box["y"] + 200
    before = page.evaluate("[Net.page.view.k, Net.page.view.x]")
    page.mouse.move(x, y)
    page.mouse.wheel(0, -300)
    page.mouse.down()
    page.mouse.move(x + 90, y + 10)
    page.mouse.up()
    after = page.evaluate("[Net.page.view.k, Net.page.view.x]")
    assert after[0] > before[0]
    assert after[1] != before[1]
    assert page.is_hidden("#net-panel"), "a drag chooses nothing"


def test_what_the_network_does_not_have_is_said(visit: Visit) -> None:
    seen = visit("/network?around=https%3A%2F%2Fexample.org%2Fnobody")
    seen.expected.add(404)
    page = ready(seen)
    assert told(page).startswith("The network does not have it")
    seen.console.clear()  # the browser itself notes the 404
    seen.failed.clear()


def test_a_page_leads_to_the_network_and_the_chart(visit: Visit) -> None:
    page = visit("/network").page
    committee = iri(visit, "Thành ủy Uông Bí")
    page.goto(page.url.split("/network")[0] + "/dangbo/id/" + committee.split("/dangbo/id/")[1])
    page.click("header.thing a:has-text('network')")
    until(page, READY)
    assert "Thành ủy Uông Bí" in shown(page)
    page.go_back()
    page.click("header.thing a:has-text('chart')")
    assert page.inner_text("h1") == "Organisation chart: Thành ủy Uông Bí"


# -- the chart ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chart_shows_who_held_what_and_the_sentence(visit: Visit, scheme: str) -> None:
    seen = visit("/chart?of=" + quote("tỉnh Hải Dương") + "&on=2023-05-16", scheme=scheme, width=PHONE)
    page = seen.page
    assert page.inner_text("h1") == "Organisation chart: Tỉnh Hải Dương"
    holders = page.locator(".chart-holders > li")
    assert "Lê Văn Hiệu, standing deputy secretary" in holders.first.inner_text()
    holders.first.locator("summary").click()
    page.wait_for_selector(".orgchart mark")
    assert "Lê Văn Hiệu" in page.inner_text(".orgchart mark")
    assert seen.violations() == []
    assert seen.too_wide() <= 0


def test_the_chart_begins_with_a_choice_and_asks_which_is_meant(visit: Visit) -> None:
    page = visit("/chart").page
    page.click("main li:first-child a")
    assert page.inner_text("h1").startswith("Organisation chart: ")
    page.fill("#of", "thành")
    page.click("main form button")
    assert "Several are called this" in page.inner_text("main")
    page.fill("#of", "nothing of the kind")
    page.click("main form button")
    assert "no unit or body" in page.inner_text("main")


# -- one file ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def file(kg_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from kg import open_graph

    path = tmp_path_factory.mktemp("file") / "network.html"
    with open_graph(kg_store) as graph:
        graph.draw(path, kind="network", language="en")
    return path


@pytest.fixture(scope="module")
def kg_store(seeds_store: Path) -> Path:
    return seeds_store


@pytest.fixture
def opened(chromium: Browser, file: Path) -> Iterator[Visitor]:
    visitor = Visitor(chromium, file.parent.as_uri())
    visitor.page.goto(file.as_uri())
    until(visitor.page, READY)
    yield visitor
    visitor.close()


def test_the_file_does_the_same_without_a_server(opened: Visitor) -> None:
    page = opened.page
    assert told(page) == "Shown: 12 officials, 15 bodies, 21 posts. Nothing is left out."
    choose(page, "bui minh tri")
    page.click("#net-panel .ties button:has-text('Sentence')")
    assert "Bùi Minh Trí" in page.inner_text("#net-panel mark")
    page.click("text=Start from here")
    until(page, "!Net.page.graph.mapped")
    assert set(shown(page)) == {"Bùi Minh Trí", "Thị ủy Tân Uyên"}
    page.click("#net-overview")
    page.click("#net-way summary")
    for box, name in (("from", "tran van lam"), ("to", "nghiem xuan cuong")):
        page.fill(f"#net-{box}", name)
        page.press(f"#net-{box}", "Enter")
    page.click("#net-go")
    until(page, "!Net.page.graph.mapped")
    assert {"Trần Văn Lâm", "Nghiêm Xuân Cường"} < set(shown(page))
    assert opened.violations() == []


def test_text_from_articles_is_only_text_in_the_file(chromium: Browser, tmp_path: Path) -> None:
    from kg.draw import network as net
    from kg.draw.model import Side

    evil = "</script><script>document.title='hit'</script><img src=x onerror=document.title='hit'>"
    nodes = (net.Node("b", net.Kind.BODY, evil, 0, Side.PARTY), net.Node("p", net.Kind.OFFICIAL, evil))
    tie = net.Tie(1, 0, net.Way.POST, "t", evil, evil)
    whole = net.Network(nodes, (tie,))
    view = net.overview(whole, net.Wish(), 10)
    said = net.Sentence(
        evil, evil, evil, evil, evil, evil, "javascript:document.title='hit'", evil, evil, evil, True
    )
    held = net.told(view, net.lay_out(view.part), whole, lambda _: "")
    path = tmp_path / "evil.html"
    path.write_text(net.page(held, {"t": net.sentence_rows([said], lambda _: "")}, "en"), encoding="utf-8")
    visitor = Visitor(chromium, tmp_path.as_uri())
    visitor.page.goto(path.as_uri())
    until(visitor.page, READY)
    visitor.page.click("#net-table summary")
    visitor.page.click("#net-rows button:has-text('Sentence')")
    assert evil in visitor.page.inner_text("#net-rows")
    assert visitor.page.title() == "Network of officials"
    assert visitor.page.locator("img").count() == 0
    visitor.close()
