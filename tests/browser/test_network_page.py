"""The picture of the network and the organisation chart, in a real browser: served, and as one file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from visiting import PHONE, SETTLED, Visitor, becomes, until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
Visit = Callable[..., Visitor]
READY = "Boolean(window.Net && Net.page && Net.page.graph.nodes.length)"


#: Nothing is on its way, and what is drawn has come to rest.
STILL = """!document.querySelector("#net-told.busy")
  && (!Net.page.view.force || Net.page.view.force.still) && !Net.page.view.follow"""


def ready(seen: Visitor) -> Page:
    until(seen.page, READY)
    return seen.page


def says(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator("#net-told")).to_have_text(text)


def shown(page: Page) -> set[str]:
    found: list[str] = page.evaluate(
        "Net.page.graph.nodes.filter((n) => n.shown && !n.gone).map((n) => n.label)"
    )
    return set(found)


def shows(page: Page, *names: str, hides: str | None = None) -> None:
    """Wait until some are drawn, and another one is not."""
    becomes(page, lambda: shown(page), lambda found: found.issuperset(names) and hides not in found)


def spot(page: Page, which: str) -> tuple[float, float]:
    """Where something is on the screen: ``which`` gives its place in the world."""
    until(page, STILL)
    page.evaluate(SETTLED)
    x, y = page.evaluate(
        f"""(() => {{
          const v = Net.page.view, g = Net.page.graph, p = {which};
          const box = document.getElementById("net-canvas").getBoundingClientRect();
          return [box.x + p.x * v.k + v.x, box.y + p.y * v.k + v.y];
        }})()"""
    )
    return x, y


def node(label: str) -> str:
    return f"g.nodes.find((n) => n.label === {label!r})"


def choose(page: Page, name: str) -> None:
    pick(page, "#net-find", name)
    expect(page.locator("#net-panel")).to_be_visible()


def pick(page: Page, box: str, name: str) -> None:
    """Type into a box that offers names, and take the first one."""
    field = page.locator(box)
    field.fill(name)
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(field).to_have_attribute("aria-activedescendant", re.compile("-0$"))
    field.press("Enter")
    expect(field).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, 1280])
def test_the_overview_says_what_it_shows(visit: Visit, scheme: str, width: int) -> None:
    seen = visit("/network", scheme=scheme, width=width)
    page = ready(seen)
    says(page, "Shown: 12 officials, 15 bodies, 21 posts. Nothing is left out.")
    page.click("#net-table summary")
    expect(page.locator("#net-rows tr")).to_have_count(21)
    assert seen.violations() == []
    assert seen.too_wide() <= 0


def test_a_click_on_a_person_tells_their_posts_and_a_click_more_the_sentence(visit: Visit) -> None:
    page = ready(visit("/network"))
    page.mouse.click(*spot(page, node("Trần Văn Lâm")))
    expect(page.locator("#net-panel h2")).to_have_text("Trần Văn Lâm")
    expect(page.locator("#net-panel .ties strong")).to_have_count(3)
    page.click("#net-panel .ties li:first-child button:has-text('Sentence')")
    expect(page.locator("#net-panel blockquote").first).to_contain_text("Trần Văn Lâm")
    expect(page.locator("#net-panel mark").first).not_to_be_empty()


def test_a_click_on_a_tie_is_enough_for_its_sentence(visit: Visit) -> None:
    page = ready(visit("/network?around=" + quote(iri(visit, "Bùi Minh Trí"))))
    middle = "(() => { const t = g.ties.find((t) => t.way === 'post'), a = g.nodes[t.source], b = g.nodes[t.target]; return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }; })()"
    page.mouse.click(*spot(page, middle))
    expect(page.locator("#net-panel h2")).to_have_text("secretary")
    expect(page.locator("#net-panel mark").first).to_contain_text("Bùi Minh Trí")


def test_what_no_sentence_says_is_told_apart(visit: Visit) -> None:
    page = ready(visit("/network?around=" + quote(iri(visit, "Thành ủy Uông Bí"))))
    page.evaluate("Net.page.view.hooks.tie(Net.page.graph.ties.find((t) => t.way === 'of'))")
    expect(page.locator("#net-panel .note")).to_contain_text("not from one sentence")


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
    assert shown(page) == {
        "Nghiêm Xuân Cường", "Thành ủy Uông Bí", "Hội đồng nhân dân thành phố Uông Bí",
    }  # fmt: skip
    page.click("#net-details .ties button:has-text('Thành ủy Uông Bí')")
    page.click("#net-details button:has-text('Expand')")
    until(page, "Net.page.graph.nodes.length > 3")
    shows(page, "Trần Văn Lâm", "Ban Tuyên giáo Thành ủy Uông Bí")
    expect(page).to_have_url(re.compile("around="))
    page.click("#net-details button:has-text('Collapse')")
    shows(page, "Nghiêm Xuân Cường", hides="Ban Tuyên giáo Thành ủy Uông Bí")
    page.click("#net-details button:has-text('Expand')")
    shows(page, "Ban Tuyên giáo Thành ủy Uông Bí")


def test_the_day_the_level_and_the_hierarchy_filter(visit: Visit) -> None:
    page = ready(visit("/network"))
    page.click("#net-filters summary")
    page.fill("#net-on", "2023-05-16")
    page.check("#net-sure")
    expect(page.locator("#net-told")).to_contain_text("hidden")
    shows(page, "Lê Văn Hiệu", hides="Hà Hải Dương")
    expect(page).to_have_url(re.compile("on=2023-05-16"))
    page.click("#net-reset")
    says(page, re.compile("^Shown: 12 officials"))
    page.uncheck("#net-levels input[value='1']")
    shows(page, hides="Lê Văn Hiệu")
    page.check("#net-levels input[value='1']")
    page.uncheck("#net-sides input[value='party']")
    shows(page, "Hà Hải Dương", hides="Bùi Minh Trí")


def test_a_filtered_address_can_be_given_away(visit: Visit) -> None:
    page = ready(visit("/network?on=2023-05-16&sure=1&side=state"))
    expect(page.locator("#net-on")).to_have_value("2023-05-16")
    shows(page, "Lê Văn Hiệu", hides="Hoàng Quốc Thưởng")


def test_the_way_between_two_people(visit: Visit) -> None:
    page = ready(visit("/network"))
    page.click("#net-way summary")
    pick(page, "#net-from", "tran van lam")
    pick(page, "#net-to", "hoang quoc trung")
    page.click("#net-go")
    until(page, "!Net.page.graph.mapped")
    shows(page, "Trần Văn Lâm", "Hoàng Quốc Trung", "Thành ủy Uông Bí", "Ban Tuyên giáo Thành ủy Uông Bí")
    expect(page).to_have_url(re.compile("from="))


def test_the_keyboard_alone_is_enough(visit: Visit) -> None:
    page = ready(visit("/network"))
    page.focus("#net-canvas")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#net-panel h2")).not_to_be_empty()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
    expect(page.locator("#net-said")).to_have_text(re.compile("^(Official|Body):"))
    page.keyboard.press("Enter")
    expect(page.locator("#net-panel")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#net-canvas")).to_be_focused()
    expect(page.locator("#net-panel")).to_be_hidden()
    scale = page.evaluate("Net.page.view.k")
    page.keyboard.press("+")
    until(page, f"Net.page.view.k > {scale}")


def test_the_wheel_zooms_and_a_drag_moves(visit: Visit) -> None:
    page = ready(visit("/network"))
    page.evaluate(SETTLED)
    box = page.locator("#net-canvas").bounding_box()
    assert box is not None
    x, y = box["x"] + 200, box["y"] + 200
    before = page.evaluate("Net.page.view.k")
    page.mouse.move(x, y)
    page.mouse.wheel(0, -300)
    until(page, f"Net.page.view.k > {before}")
    page.evaluate(SETTLED)
    place = page.evaluate("Net.page.view.x")
    page.mouse.down()
    page.mouse.move(x + 90, y + 10)
    page.mouse.up()
    until(page, f"Net.page.view.x !== {place}")
    expect(page.locator("#net-panel"), "a drag chooses nothing").to_be_hidden()


def test_what_the_network_does_not_have_is_said(visit: Visit) -> None:
    seen = visit("/network?around=https%3A%2F%2Fexample.org%2Fnobody")
    seen.expected.add(404)
    page = ready(seen)
    says(page, re.compile("^The network does not have it"))
    seen.console.clear()  # the browser itself notes the 404
    seen.failed.clear()


def test_a_page_leads_to_the_network_and_the_chart(visit: Visit) -> None:
    page = visit("/network").page
    committee = iri(visit, "Thành ủy Uông Bí")
    page.goto(page.url.split("/network")[0] + "/dangbo/id/" + committee.split("/dangbo/id/")[1])
    page.click("header.thing a:has-text('network')")
    until(page, READY)
    shows(page, "Thành ủy Uông Bí")
    page.go_back()
    page.click("header.thing a:has-text('chart')")
    expect(page.locator("h1")).to_have_text("Organisation chart: Thành ủy Uông Bí")


# -- the chart ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chart_shows_who_held_what_and_the_sentence(visit: Visit, scheme: str) -> None:
    seen = visit("/chart?of=" + quote("tỉnh Hải Dương") + "&on=2023-05-16", scheme=scheme, width=PHONE)
    page = seen.page
    expect(page.locator("h1")).to_have_text("Organisation chart: Tỉnh Hải Dương")
    holders = page.locator(".chart-holders > li")
    expect(holders.first).to_contain_text("Lê Văn Hiệu, standing deputy secretary")
    holders.first.locator("summary").click()
    expect(page.locator(".orgchart mark").first).to_contain_text("Lê Văn Hiệu")
    assert seen.violations() == []
    assert seen.too_wide() <= 0


def test_the_chart_begins_with_a_choice_and_asks_which_is_meant(visit: Visit) -> None:
    page = visit("/chart").page
    page.click("main li:first-child a")
    expect(page.locator("h1")).to_have_text(re.compile("^Organisation chart: "))
    page.fill("#of", "thành")
    page.click("main form button")
    expect(page.locator("main")).to_contain_text("Several are called this")
    page.fill("#of", "nothing of the kind")
    page.click("main form button")
    expect(page.locator("main")).to_contain_text("no unit or body")


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
    says(page, "Shown: 12 officials, 15 bodies, 21 posts. Nothing is left out.")
    choose(page, "bui minh tri")
    page.click("#net-panel .ties button:has-text('Sentence')")
    expect(page.locator("#net-panel mark").first).to_contain_text("Bùi Minh Trí")
    page.click("text=Start from here")
    until(page, "!Net.page.graph.mapped")
    assert shown(page) == {"Bùi Minh Trí", "Thị ủy Tân Uyên"}
    page.click("#net-overview")
    until(page, "Net.page.graph.mapped")
    page.click("#net-way summary")
    pick(page, "#net-from", "tran van lam")
    pick(page, "#net-to", "nghiem xuan cuong")
    page.click("#net-go")
    until(page, "!Net.page.graph.mapped")
    shows(page, "Trần Văn Lâm", "Nghiêm Xuân Cường")
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
    expect(visitor.page.locator("#net-rows")).to_contain_text(evil)
    expect(visitor.page).to_have_title("Network of officials")
    expect(visitor.page.locator("img")).to_have_count(0)
    visitor.close()
