"""Questions as forms, and the SPARQL editor, as a reader meets them in a real browser."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from io import StringIO

import pytest
from playwright.sync_api import Page, expect
from visiting import PHONE, Visitor, becomes

from kg.query import queries

pytestmark = pytest.mark.browser
Visit = Callable[..., Visitor]
PAGES = [
    "/questions",
    "/questions/indicator-series?indicator=thu+ng%C3%A2n+s%C3%A1ch",
    "/questions/units-on-map",
    "/questions/secretaries?unit=uong+bi&on=2017-06-01",
    "/questions/document-graph",
    "/questions/connections?person=le+van+hieu",
    "/questions/theme-history?unit=nowhere",
    "/sparql",
    "/sparql?query=SELECT+*+%7B+%3Fs+a+dang%3AOfficial+%7D",
    "/sparql?query=ASK+%7B+%3Fs",
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("scheme", "language", "width"), [("light", "vi", 1280), ("dark", "en", PHONE)])
def test_pages_are_for_everybody(visit: Visit, path: str, scheme: str, language: str, width: int) -> None:
    seen = visit(path, scheme=scheme, language=language, width=width)
    assert seen.violations() == []
    assert seen.too_wide() <= 0
    expect(seen.page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_query_is_in_the_list(visit: Visit, language: str) -> None:
    page = visit("/questions", language=language).page
    expect(page.locator("main li a")).to_have_count(len(queries()))
    links = page.locator("main li a")
    listed = {
        str(link.get_attribute("href")).removeprefix("/questions/"): link.inner_text() for link in links.all()
    }
    wanted = {
        name: query.question_vi if language == "vi" else query.question_en
        for name, query in queries().items()
    }
    assert listed == wanted


def test_a_question_is_asked_by_a_form(visit: Visit) -> None:
    page = visit("/questions").page
    page.get_by_role("link", name="What were the themes of a unit over the years").click()
    field = page.get_by_label("Unit")
    field.fill("uong")
    expect(page.locator("#l-unit option[value='thành phố Uông Bí']")).to_have_count(1)
    field.fill("thành phố Uông Bí")
    field.press("Enter")
    expect(page).to_have_url(re.compile("unit=th"))
    expect(page.get_by_label("Unit")).to_have_value("thành phố Uông Bí")
    expect(page.locator(".answer tbody tr")).not_to_have_count(0)
    expect(page.locator(".answer td a").first).to_have_attribute("href", re.compile("^/dangbo/id/"))


def test_examples_are_one_click_away(visit: Visit) -> None:
    page = visit("/questions/indicator-series").page
    expect(page.locator(".answer")).to_have_count(0)
    page.get_by_role("link", name="thu ngân sách, money").click()
    expect(page.get_by_label("Measure")).to_have_value("money")
    expect(page.locator(".answer table")).to_be_visible()
    circles = page.locator("svg.chart circle")
    assert becomes(page, circles.count, lambda count: count >= 2)
    assert "tỷ đồng" in circles.first.inner_html()
    expect(page.locator("figcaption").first).to_have_text("billion dong")


def test_units_lie_on_a_map(visit: Visit) -> None:
    page = visit("/questions/units-on-map").page
    dots = {str(dot.get_attribute("aria-label")): dot for dot in page.locator("svg.map a").all()}
    assert {"thành phố Uông Bí", "huyện Tiên Yên", "thành phố Tân Uyên"} <= dots.keys()

    def at(name: str) -> tuple[float, float]:
        box = dots[name].bounding_box()
        assert box is not None
        return box["x"], box["y"]

    assert at("thành phố Tân Uyên")[1] > at("thành phố Uông Bí")[1]  # the south lies below
    assert at("huyện Tiên Yên")[0] > at("thành phố Uông Bí")[0]  # the east to the right
    assert "/unit/" in str(dots["thành phố Uông Bí"].get_attribute("href"))


def test_what_leads_to_what_is_a_graph(visit: Visit) -> None:
    page = visit("/questions/document-graph").page
    box = page.locator("svg.ties a", has_text="08-NQ/TU").first
    assert "/document/" in str(box.get_attribute("href"))
    assert page.locator("svg.ties path").count() >= 2


def test_the_sparql_is_shown_edited_and_downloaded(visit: Visit) -> None:
    seen = visit("/questions/posts-of-person?person=tran+van+lam")
    page = seen.page
    page.get_by_text("Show the SPARQL").click()
    expect(page.locator("pre.sparql")).to_be_visible()
    shown = page.locator("pre.sparql").inner_text()
    assert re.search(r"VALUES \?person \{ <https://w3id.org/dangbo/id/person/", shown)
    rows = page.locator(".answer tbody tr").count()
    with page.expect_download() as started:
        page.get_by_role("link", name="CSV").click()
    file = started.value
    assert file.suggested_filename == "posts-of-person.csv"
    table = list(csv.reader(StringIO(file.path().read_text(encoding="utf-8"))))
    assert len(table) == rows + 1
    with page.expect_download() as started:
        page.get_by_role("link", name="JSON").click()
    assert len(json.loads(started.value.path().read_bytes())["results"]["bindings"]) == rows
    page.get_by_role("link", name="Open it in the editor").click()
    expect(page.get_by_label("SPARQL query")).to_have_value(shown)
    expect(page.locator(".answer tbody tr")).to_have_count(rows)


def test_a_name_that_is_not_there_is_told(visit: Visit) -> None:
    page = visit("/questions/theme-history?unit=uong+by").page
    expect(page.locator(".note")).to_contain_text("near: ")


def test_a_value_of_the_wrong_kind_is_told(visit: Visit) -> None:
    seen = visit("/questions")
    seen.expected.add(400)
    page = seen.open("/questions/secretaries?unit=uong+bi&on=yesterday")
    expect(page.locator(".fault")).to_contain_text("give a date")
    expect(page.get_by_label("Unit")).to_have_value("uong bi")
    seen.console.clear()  # the browser itself notes the 400


def test_text_stays_text(visit: Visit) -> None:
    """What somebody types, and what a query gives, is never read as HTML."""
    page = visit("/questions/theme-history?unit=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E").page
    expect(page.locator(".note")).to_contain_text("<img")
    query = (
        "SELECT (%22%3Cimg src=x onerror=alert(1)%3E%22 AS ?name) (%2220%22 AS ?lat) (%22105%22 AS ?long) {}"
    )
    page = visit(f"/sparql?query={query}").page
    expect(page.locator(".answer td").first).to_have_text("<img src=x onerror=alert(1)>")
    expect(page.locator("main img")).to_have_count(0)
    assert page.locator("svg.map title").inner_html().startswith("&lt;img")


# -- the editor ----------------------------------------------------------------------------------------------


def typed(page: Page, text: str) -> None:
    page.get_by_label("SPARQL query").press_sequentially(text)


def known(page: Page) -> None:
    """Wait until the editor has our terms, and with them something to complete."""
    field = page.locator("#text")
    field.fill("")
    field.press_sequentially("selec")
    expect(page.locator("#completion li").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#completion")).to_be_hidden()
    field.fill("")


def test_a_query_is_written_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit("/sparql").page
    field = page.get_by_label("SPARQL query")
    expect(field).to_have_value(re.compile("PREFIX dang: <https://w3id.org/dangbo/ontology#>"))
    field.fill("")
    typed(page, "SELECT ?name { ?who a dang:Offi")
    best = page.locator("#completion li[aria-selected=true] code")
    expect(best).to_have_text("dang:Official")
    page.keyboard.press("Enter")
    expect(page.locator("#completion")).to_be_hidden()
    typed(page, " ; foaf:na")
    expect(best).to_have_text("foaf:name")
    page.keyboard.press("Tab")
    expect(page.locator("#completion")).to_be_hidden()
    typed(page, " ?name }")
    expect(field).to_have_value(
        "PREFIX foaf: <http://xmlns.com/foaf/0.1/>\nPREFIX dang: <https://w3id.org/dangbo/ontology#>\n"
        "SELECT ?name { ?who a dang:Official ; foaf:name ?name }"
    )
    page.keyboard.press("Control+Enter")
    expect(page.locator(".answer table")).to_be_visible()
    assert becomes(page, page.locator(".answer tbody tr").count, lambda count: count > 10)
    expect(page).to_have_url(re.compile(r"[?&]query="))


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("vi", "bi thu", "c-role:secretary"),
        ("en", "secretary", "c-role:secretary"),
        ("en", "dang:spec", None),
        ("en", "selec", "SELECT"),
        ("en", "skos:pref", "skos:prefLabel"),
        ("en", "eli", "eli:"),
    ],
)
def test_completion_knows_our_terms(visit: Visit, language: str, words: str, found: str | None) -> None:
    page = visit("/sparql", language=language).page
    known(page)
    page.locator("#text").press_sequentially(words.replace(" ", ""))
    if found is None:
        expect(page.locator("#completion")).to_be_hidden()
        return
    becomes(page, page.locator("#completion code").all_inner_texts, lambda offered: found in offered)
    expect(page.locator("#told")).not_to_be_empty()  # what is read out
    page.keyboard.press("Escape")
    expect(page.locator("#completion")).to_be_hidden()


def test_completion_leaves_strings_comments_and_variables_alone(visit: Visit) -> None:
    page = visit("/sparql").page
    field = page.locator("#text")
    known(page)
    for text in ("# select", "'select", '"dang:Offi', "<http://dang:Offi", "?select"):
        field.fill("")
        field.press_sequentially(text)
        expect(page.locator("#completion"), text).to_be_hidden()


def test_axe_finds_nothing_in_the_open_list(visit: Visit) -> None:
    seen = visit("/sparql")
    seen.page.locator("#text").fill("")
    seen.page.locator("#text").press_sequentially("dang:Off")
    expect(seen.page.locator("#completion li[aria-selected=true] code")).to_have_text("dang:Official")
    assert seen.violations() == []


def test_an_error_shows_its_line(visit: Visit) -> None:
    page = visit("/sparql").page
    page.locator("#text").fill("SELECT *\n{ ?s ?p\n}")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("alert")).to_contain_text("error at 3:")
    expect(page.locator(".wrong-line")).to_have_text(re.compile(r"^\s*3\s*}\s*$"))
    expect(page.locator("#text")).to_have_value("SELECT *\n{ ?s ?p\n}")


def test_what_is_refused_is_told(visit: Visit) -> None:
    page = visit("/sparql?query=INSERT+DATA+%7B+%3Ca%3E+%3Cb%3E+%3Cc%3E+%7D").page
    expect(page.get_by_role("alert")).to_contain_text("INSERT is refused")


def test_graphs_and_truths_have_answers_too(visit: Visit) -> None:
    page = visit("/sparql?query=ASK+%7B%7D").page
    expect(page.locator(".truth")).to_have_text("Yes")
    page = visit("/questions/document-graph").page
    expect(page.locator(".answer th")).to_have_text(["subject", "predicate", "object"])
    with page.expect_download() as started:
        page.get_by_role("link", name="Turtle").click()
    assert "@prefix" in started.value.path().read_text(encoding="utf-8")


def test_a_long_answer_is_cut_on_the_page_and_whole_in_the_download(visit: Visit) -> None:
    page = visit("/sparql?query=SELECT+%3Fs+%7B+%3Fs+%3Fp+%3Fo+%7D+LIMIT+700").page
    expect(page.locator(".answer tbody tr")).to_have_count(500)
    expect(page.locator(".result")).to_contain_text("first 500")
    with page.expect_download() as started:
        page.get_by_role("link", name="CSV").click()
    assert started.value.path().read_text(encoding="utf-8").count("\n") == 701


def test_an_answer_is_cards_on_a_phone(visit: Visit) -> None:
    """Fourteen columns do not fit: each row is a card, each value beside the head of its column, none empty."""
    seen = visit("/questions/encounters?person=le+van+hieu", width=PHONE)
    cell = seen.page.locator(".answer td").first
    expect(cell).to_be_visible()
    head = cell.evaluate("each => getComputedStyle(each, '::before').content")
    assert head == '"date"'
    boxes = [each.bounding_box() for each in seen.page.locator(".answer tbody tr").first.locator("td").all()]
    assert len({round(box["x"]) for box in boxes if box}) == 1
    assert all(box["x"] + box["width"] <= PHONE for box in boxes if box)
    expect(seen.page.get_by_role("cell").first).to_contain_text("2023")
    assert seen.violations() == []
    assert seen.too_wide() <= 0
