"""The pages of things as a reader uses them: search, every kind of page, the click to the sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from visiting import DESK, PHONE, Visitor

from kg.store import open_store
from kg.vocab import DANG, SCHEMA

pytestmark = pytest.mark.browser
Visit = Callable[..., Visitor]
KINDS = {
    "official": DANG.Official, "body": DANG.Body, "unit": DANG.AdministrativeUnit, "document": DANG.Document,
    "theme": DANG.Theme, "event": SCHEMA.Event, "congress": DANG.Congress, "article": SCHEMA.NewsArticle,
    "tenure": DANG.Tenure, "statement": DANG.Statement,
}  # fmt: skip
LISTS = [
    "/",
    "/search?q=uong+bi",
    "/search?q=zzzz",
    "/people",
    "/bodies",
    "/units",
    "/indicators",
    "/articles",
]
INDICATOR = "/dangbo/vocab/indicator/economic-growth"
CUONG = "Nghiêm Xuân Cường"


def paths(store: Path, kind: str, most: int) -> list[str]:
    """The things of a kind of which most is said."""
    with open_store(store, read_only=True) as opened:
        query = f"""SELECT ?x (COUNT(*) AS ?n) WHERE {{ ?x a <{KINDS[kind]}> ; ?p ?o . OPTIONAL {{ ?y ?q ?x }} }}
                    GROUP BY ?x ORDER BY DESC(?n) ?x LIMIT {most}"""
        return [row["x"].value.removeprefix("https://w3id.org") for row in opened.query(query)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page(visit: Visit, seeds_store: Path, kind: str, width: int, scheme: str) -> None:
    (path,) = paths(seeds_store, kind, 1)
    seen = visit(path, width=width, scheme=scheme)
    for details in seen.page.query_selector_all("details"):
        details.evaluate("each => { each.open = true }")
    assert seen.page.inner_text("h1")
    assert seen.violations() == []
    assert seen.too_wide() <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*LISTS, INDICATOR])
def test_lists_and_search(visit: Visit, path: str, scheme: str) -> None:
    seen = visit(path, width=PHONE, scheme=scheme, language="vi")
    for details in seen.page.query_selector_all("details"):
        details.evaluate("each => { each.open = true }")
    assert seen.violations() == []
    assert seen.too_wide() <= 0


def test_from_a_name_to_the_sentence_that_says_it(visit: Visit) -> None:
    """Type, choose, open a fact, and stand at its words in the article."""
    page = visit("/").page
    page.fill("#q", "nghiem xuan cuong")
    page.press("#q", "Enter")
    page.click(f".hits a:has-text('{CUONG}')")
    assert page.inner_text("h1") == CUONG
    fact = page.locator(".career .fact").first
    assert not fact.locator("blockquote").first.is_visible()
    fact.locator("summary").click()
    quote = fact.locator("blockquote mark").first.inner_text()
    assert CUONG in quote
    fact.locator("blockquote footer a").first.click()
    page.wait_for_load_state()
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    marked = page.locator(f"#{anchor} ~ a.marked").first
    assert quote.startswith(marked.inner_text())
    assert page.evaluate(
        "id => { const box = document.getElementById(id).getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight }",
        anchor,
    )


def test_marks_lead_to_facts_and_back(visit: Visit, seeds_store: Path) -> None:
    (path,) = paths(seeds_store, "article", 1)
    page = visit(path).page
    page.locator("a.marked").first.click()
    fact = page.evaluate("location.hash.slice(1)")
    assert page.locator(f"[id='{fact}']").evaluate("each => each.matches(':target')")
    page.locator(f"[id='{fact}'] a:has-text('To the sentence')").click()
    assert page.evaluate("location.hash").startswith("#e-")


def test_suggestions_come_while_typing_and_the_keyboard_takes_one(visit: Visit) -> None:
    seen = visit("/people")
    page = seen.page
    page.click("#q")
    page.keyboard.type("hoang quoc tr")
    page.wait_for_selector("#suggestions li")
    assert seen.violations() == []
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#q", "aria-activedescendant") == "suggestion-0"
    page.keyboard.press("Enter")
    page.wait_for_url("**/person/**")
    assert page.inner_text("h1") == "Hoàng Quốc Trung"


def test_escape_closes_the_suggestions_and_enter_searches(visit: Visit) -> None:
    page = visit("/").page
    page.click("#q")
    page.keyboard.type("uong bi")
    page.wait_for_selector("#suggestions li")
    page.keyboard.press("Escape")
    assert page.locator("#suggestions").is_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=uong+bi")


def test_facets_narrow_down_and_are_taken_off(visit: Visit) -> None:
    page = visit("/people").page
    before = int(page.inner_text("h1 .count"))
    page.click(".facet a:has-text('Hải Dương')")
    after = int(page.inner_text("h1 .count"))
    assert 0 < after < before
    page.click(".chosen a")
    assert int(page.inner_text("h1 .count")) == before


def test_the_keyboard_reaches_every_fact(visit: Visit) -> None:
    """Tab goes through the links and the sentences of a page; what has the focus is to be seen."""
    page = visit("/").page
    page.goto(page.url + "search?q=nghiem+xuan+cuong")
    page.click(f".hits a:has-text('{CUONG}')")
    summaries = page.locator("summary").count()
    reached = set()
    for _ in range(300):
        page.keyboard.press("Tab")
        focus = page.evaluate(
            """() => { const e = document.activeElement; const s = getComputedStyle(e);
            return [e.tagName, [...document.querySelectorAll('summary')].indexOf(e), s.outlineStyle] }"""
        )
        if focus[0] == "BODY":
            break
        assert focus[2] != "none", focus
        if focus[0] == "SUMMARY":
            reached.add(focus[1])
    assert len(reached) == summaries
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details[open] blockquote").first.is_visible()


def test_pages_work_without_a_script(visit: Visit, address: str, chromium) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/search?q=uong+bi")
    assert page.locator(".hits li").count() > 3
    page.locator("details summary").first.click()
    context.close()
