"""Questions as forms, and the SPARQL editor, as a reader meets them in a real browser."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from io import StringIO
from urllib.parse import parse_qs, urlsplit

import pytest
from visiting import PHONE, Visitor

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
    assert seen.page.get_attribute("html", "lang") == language


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_query_is_in_the_list(visit: Visit, language: str) -> None:
    page = visit("/questions", language=language).page
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
    page.locator("#l-unit option").first.wait_for(state="attached")
    offered = page.eval_on_selector_all("#l-unit option", "all => all.map(each => each.value)")
    assert "thành phố Uông Bí" in offered
    field.fill("thành phố Uông Bí")
    field.press("Enter")
    page.wait_for_selector(".answer table")
    assert "unit=th" in page.url
    assert page.get_by_label("Unit").input_value() == "thành phố Uông Bí"
    assert page.locator(".answer tbody tr").count() >= 1
    link = page.locator(".answer td a").first
    assert str(link.get_attribute("href")).startswith("/dangbo/id/")


def test_examples_are_one_click_away(visit: Visit) -> None:
    page = visit("/questions/indicator-series").page
    assert page.locator(".answer").count() == 0
    page.get_by_role("link", name="thu ngân sách, money").click()
    page.wait_for_selector(".answer table")
    assert page.get_by_label("Measure").input_value() == "money"
    circles = page.locator("svg.chart circle")
    assert circles.count() >= 2
    assert "tỷ đồng" in circles.first.inner_html()
    assert page.locator("figcaption").first.inner_text() == "billion dong"


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
    assert page.get_by_label("SPARQL query").input_value() == shown
    assert page.locator(".answer tbody tr").count() == rows


def test_a_name_that_is_not_there_is_told(visit: Visit) -> None:
    page = visit("/questions/theme-history?unit=uong+by").page
    assert "near: " in page.locator(".note").inner_text()


def test_a_value_of_the_wrong_kind_is_told(visit: Visit) -> None:
    seen = visit("/questions")
    seen.expected.add(400)
    page = seen.open("/questions/secretaries?unit=uong+bi&on=yesterday")
    assert "give a date" in page.locator(".fault").inner_text()
    assert page.get_by_label("Unit").input_value() == "uong bi"
    seen.console.clear()  # the browser itself notes the 400


def test_text_stays_text(visit: Visit) -> None:
    """What somebody types, and what a query gives, is never read as HTML."""
    page = visit("/questions/theme-history?unit=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E").page
    assert "<img" in page.locator(".note").inner_text()
    query = (
        "SELECT (%22%3Cimg src=x onerror=alert(1)%3E%22 AS ?name) (%2220%22 AS ?lat) (%22105%22 AS ?long) {}"
    )
    page = visit(f"/sparql?query={query}").page
    assert page.locator(".answer td").first.inner_text() == "<img src=x onerror=alert(1)>"
    assert page.locator("main img").count() == 0
    assert page.locator("svg.map title").inner_html().startswith("&lt;img")


# -- the editor ----------------------------------------------------------------------------------------------


def typed(page: object, text: str) -> None:
    page.get_by_label("SPARQL query").press_sequentially(text)  # type: ignore[attr-defined]


def test_a_query_is_written_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit("/sparql").page
    field = page.get_by_label("SPARQL query")
    assert "PREFIX dang: <https://w3id.org/dangbo/ontology#>" in field.input_value()
    field.fill("")
    typed(page, "SELECT ?name { ?who a dang:Offi")
    page.wait_for_selector("#completion li")
    assert page.locator("#completion li[aria-selected=true] code").inner_text() == "dang:Official"
    page.keyboard.press("Enter")
    typed(page, " ; foaf:na")
    page.wait_for_selector("#completion li")
    page.keyboard.press("Tab")
    typed(page, " ?name }")
    assert field.input_value() == (
        "PREFIX foaf: <http://xmlns.com/foaf/0.1/>\nPREFIX dang: <https://w3id.org/dangbo/ontology#>\n"
        "SELECT ?name { ?who a dang:Official ; foaf:name ?name }"
    )
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".answer table")
    assert page.locator(".answer tbody tr").count() > 10
    assert "query" in parse_qs(urlsplit(page.url).query)


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
    field = page.locator("#text")
    field.fill("")
    field.press_sequentially(words.rpartition(" ")[2] if found is None else words.replace(" ", ""))
    if found is None:
        page.wait_for_timeout(300)
        assert page.locator("#completion li").count() == 0
        return
    page.wait_for_selector("#completion li")
    assert found in page.locator("#completion code").all_inner_texts()
    assert page.locator("#told").inner_text()  # what is read out
    page.keyboard.press("Escape")
    assert page.locator("#completion").is_hidden()


def test_completion_leaves_strings_comments_and_variables_alone(visit: Visit) -> None:
    page = visit("/sparql").page
    field = page.locator("#text")
    for text in ("# select", "'select", '"dang:Offi', "<http://dang:Offi", "?select"):
        field.fill("")
        field.press_sequentially(text)
        page.wait_for_timeout(150)
        assert page.locator("#completion").is_hidden(), text


def test_axe_finds_nothing_in_the_open_list(visit: Visit) -> None:
    seen = visit("/sparql")
    seen.page.locator("#text").fill("")
    seen.page.locator("#text").press_sequentially("dang:Off")
    seen.page.wait_for_selector("#completion li")
    assert seen.violations() == []


def test_an_error_shows_its_line(visit: Visit) -> None:
    page = visit("/sparql").page
    page.locator("#text").fill("SELECT *\n{ ?s ?p\n}")
    page.get_by_role("button", name="Run").click()
    assert "error at 3:" in page.get_by_role("alert").inner_text()
    assert page.locator(".wrong-line").inner_text().split() == ["3", "}"]
    assert page.locator("#text").input_value() == "SELECT *\n{ ?s ?p\n}"


def test_what_is_refused_is_told(visit: Visit) -> None:
    page = visit("/sparql?query=INSERT+DATA+%7B+%3Ca%3E+%3Cb%3E+%3Cc%3E+%7D").page
    assert "INSERT is refused" in page.get_by_role("alert").inner_text()


def test_graphs_and_truths_have_answers_too(visit: Visit) -> None:
    page = visit("/sparql?query=ASK+%7B%7D").page
    assert page.locator(".truth").inner_text() == "Yes"
    page = visit("/questions/document-graph").page
    assert page.locator(".answer th").all_inner_texts() == ["subject", "predicate", "object"]
    with page.expect_download() as started:
        page.get_by_role("link", name="Turtle").click()
    assert "@prefix" in started.value.path().read_text(encoding="utf-8")


def test_a_long_answer_is_cut_on_the_page_and_whole_in_the_download(visit: Visit) -> None:
    page = visit("/sparql?query=SELECT+%3Fs+%7B+%3Fs+%3Fp+%3Fo+%7D+LIMIT+700").page
    assert page.locator(".answer tbody tr").count() == 500
    assert "first 500" in page.locator(".result").inner_text()
    with page.expect_download() as started:
        page.get_by_role("link", name="CSV").click()
    assert started.value.path().read_text(encoding="utf-8").count("\n") == 701
