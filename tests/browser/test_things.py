"""The pages of things as a reader uses them: search, every kind of page, the click to the sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect
from visiting import DESK, PHONE, Visitor, becomes, patient, until

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
    expect(seen.page.locator("h1")).not_to_be_empty()
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
    expect(page.locator("h1")).to_have_text(CUONG)
    fact = page.locator(".career .fact").first
    expect(fact.locator("blockquote").first).to_be_hidden()
    fact.locator("summary").click()
    mark = fact.locator("blockquote mark").first
    expect(mark).to_be_visible()
    quote = mark.inner_text()
    assert CUONG in quote
    fact.locator("blockquote footer a").first.click()
    expect(page).to_have_url(re.compile("/article/.*#"))
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    marked = page.locator(f"#{anchor} ~ a.marked").first
    expect(marked).to_be_visible()
    assert quote.startswith(marked.inner_text())
    until(
        page,
        f"(() => {{ const box = document.getElementById('{anchor}').getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight }})()",
    )


def test_marks_lead_to_facts_and_back(visit: Visit, seeds_store: Path) -> None:
    (path,) = paths(seeds_store, "article", 1)
    page = visit(path).page
    page.locator("a.marked").first.click()
    expect(page).to_have_url(re.compile("#[^e].*"))
    fact = page.evaluate("location.hash.slice(1)")
    expect(page.locator(f"[id='{fact}']:target")).to_have_count(1)
    page.locator(f"[id='{fact}'] a:has-text('To the sentence')").click()
    expect(page).to_have_url(re.compile("#e-"))


def test_suggestions_come_while_typing_and_the_keyboard_takes_one(visit: Visit) -> None:
    seen = visit("/people")
    page = seen.page
    page.click("#q")
    page.keyboard.type("hoang quoc tr")
    expect(page.locator("#suggestions[data-for='hoang quoc tr'] li")).not_to_have_count(0)
    assert seen.violations() == []
    page.keyboard.press("ArrowDown")
    expect(page.locator("#q")).to_have_attribute("aria-activedescendant", "suggestion-0")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/person/"))
    expect(page.locator("h1")).to_have_text("Hoàng Quốc Trung")


def test_escape_closes_the_suggestions_and_enter_searches(visit: Visit) -> None:
    page = visit("/").page
    page.click("#q")
    page.keyboard.type("uong bi")
    expect(page.locator("#suggestions[data-for='uong bi'] li")).not_to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("#suggestions")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=uong\+bi$"))


def test_facets_narrow_down_and_are_taken_off(visit: Visit) -> None:
    page = visit("/people").page
    count = page.locator("h1 .count")
    before = int(count.inner_text())
    page.click(".facet a:has-text('Hải Dương')")
    becomes(page, lambda: int(count.inner_text()), lambda after: 0 < after < before)
    page.click(".chosen a")
    expect(count).to_have_text(str(before))


def test_the_keyboard_reaches_every_fact(visit: Visit) -> None:
    """Tab goes through the links and the sentences of a page; what has the focus is to be seen."""
    page = visit("/").page
    page.goto(page.url + "search?q=nghiem+xuan+cuong")
    page.click(f".hits a:has-text('{CUONG}')")
    expect(page.locator("h1")).to_have_text(CUONG)
    page.wait_for_load_state()
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
    expect(page.locator("details[open] blockquote").first).to_be_visible()


def test_pages_work_without_a_script(visit: Visit, address: str, chromium) -> None:
    context = patient(chromium.new_context(java_script_enabled=False))
    page = context.new_page()
    page.goto(f"{address}/search?q=uong+bi")
    assert becomes(page, page.locator(".hits li").count, lambda count: count > 3)
    page.locator("details summary").first.click()
    context.close()
