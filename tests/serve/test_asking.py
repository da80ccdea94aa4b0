"""Every question as a page: it opens, its examples have answers, and what it shows can be asked again."""

from __future__ import annotations

import re
from html import unescape

import httpx
import pytest

from kg.query import Query, queries
from kg.serve.asking import examples
from kg.serve.presenting import presented
from kg.serve.results import Cell, Table
from kg.serve.wording import table, words

HTML = {"Accept": "text/html", "Accept-Language": "en"}
EXAMPLES = [example.address for query in queries().values() for example in examples(query)]


@pytest.mark.parametrize("query", queries().values(), ids=queries())
def test_every_question_has_its_form(client: httpx.Client, query: Query) -> None:
    answer = client.get(f"/questions/{query.name}", headers=HTML)
    assert answer.status_code == 200, answer.text
    assert 'class="fault"' not in answer.text
    assert f"<h1>{query.question_en}</h1>" in unescape(answer.text)
    shown = set(re.findall(r'<(?:input|select) id="f-(\w+)"', answer.text))
    assert shown == {parameter.name for parameter in query.parameters}
    asked = not any(parameter.required for parameter in query.parameters)
    assert ('id="answer"' in answer.text) is asked


@pytest.mark.parametrize("query", queries().values(), ids=queries())
def test_fields_are_explained_in_vietnamese(client: httpx.Client, query: Query) -> None:
    page = unescape(client.get(f"/questions/{query.name}", headers={**HTML, "Accept-Language": "vi"}).text)
    for parameter in query.parameters:
        assert parameter.description_vi[1:] + "." in page
        assert parameter.description not in page


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_answered_and_can_be_taken_along(client: httpx.Client, example: str) -> None:
    page = unescape(client.get(example, headers=HTML).text)
    assert 'class="fault"' not in page
    rows = page.count('<tr role="row">') - 1 if "<tbody>" in page else 0
    (link,) = re.findall(r'href="(/sparql\?[^"]*&as=(?:csv|ttl))"', page)
    taken = client.get(link)
    assert taken.status_code == 200, taken.text
    if link.endswith("csv"):
        assert len(client.get(f"{link[:-3]}json").json()["results"]["bindings"]) >= rows
    (editor,) = re.findall(r'href="(/sparql\?[^"&]*)">Open it', page)
    again = client.get(editor, headers=HTML)
    assert again.status_code == 200
    assert 'class="fault"' not in again.text


def test_no_question_of_that_name(client: httpx.Client) -> None:
    assert client.get("/questions/weather", headers=HTML).status_code == 404


CODES = re.compile(r'<td[^>]*>(?:[a-z]+-[a-z-]+|chairs|attends|speaks|current|former|money|result|target|stated)</td>')


@pytest.mark.parametrize("query", queries().values(), ids=queries())
def test_answers_speak_vietnamese(client: httpx.Client, query: Query) -> None:
    """Heads of columns, codes and times are for readers; the downloads have them as they are."""
    asked = [example.address for example in examples(query)][:1] or [f"/questions/{query.name}"]
    page = unescape(client.get(asked[0], headers={**HTML, "Accept-Language": "vi"}).text)
    answer = page.partition('class="scroll answer"')[2].partition("</table>")[0]
    heads = re.findall(r'<th scope="col"[^>]*>([^<]*)</th>', answer)
    assert [head for head in heads if head in NAMES - {text["vi"] for text in table().values()}] == []
    if 'class="iri"' not in answer:
        assert CODES.findall(answer) == []
        assert re.findall(r"<td[^>]*>(?:\d{4}-\d\d(?!\d|-\d\dT)[^<]*|[^<]* @ [^<]*)</td>", answer) == []


#: Every name that a query gives a column.
NAMES = {
    name
    for query in queries().values()
    for head in re.findall(r"^SELECT(.*?)^WHERE", query.text, re.MULTILINE | re.DOTALL)[:1]
    for name in re.findall(r"\?(\w+)", re.sub(r"\([^)]*AS\s*(\?\w+)\s*\)", r"\1", head))
}


def table_of(*columns: str, rows: list[tuple[Cell, ...]]) -> Table:
    return Table(columns, tuple(rows), True)


@pytest.mark.parametrize(
    ("column", "cell", "vi", "en"),
    [
        ("level", Cell("1", number=True), "cấp tỉnh", "province level"),
        ("upperLevel", Cell("2", number=True), "cấp huyện", "district level"),
        ("value", Cell("269000", number=True), "269.000", "269,000"),
        ("attainment", Cell("105.5", number=True), "105,5", "105.5"),
        ("lat", Cell("10.82309912", number=True), "10,8231", "10.8231"),
        ("period", Cell("2022-H1"), "6 tháng đầu năm 2022", "the first half of 2022"),
        ("period", Cell("2020-2025"), "2020-2025", "2020-2025"),
        ("attested", Cell("2018-12/.."), "tháng 12 năm 2018 trở đi", "December 2018 or later"),
        ("date", Cell("2021-05-18"), "18 tháng 5 năm 2021", "18 May 2021"),
        ("number", Cell("1374"), "1374", "1374"),
        ("status", Cell("former"), "nguyên", "former"),
        ("part", Cell("chairs"), "chủ trì", "chairs"),
        ("kind", Cell("target"), "chỉ tiêu", "target"),
        ("kind", Cell("peoples-council"), "Hội đồng nhân dân", "people's council"),
        ("quote", Cell("target"), "target", "target"),
        ("likeness", Cell("same but for the marks"), "giống nhau trừ dấu", "the same but for the marks"),
        ("rule", Cell("body-follows-unit"), "cơ quan đi theo địa phương của nó", "the body followed its unit"),
        ("document", Cell("06-NQ/TU @ Thành ủy"), "06-NQ/TU, Thành ủy", "06-NQ/TU, Thành ủy"),
    ],
)
def test_a_cell_is_said_in_words(column: str, cell: Cell, vi: str, en: str) -> None:
    for language, expected in (("vi", vi), ("en", en)):
        shown = presented(table_of(column, rows=[(cell,)]), words(language))
        assert shown.rows[0][0].text == expected


def test_a_name_leads_to_its_thing_and_what_is_empty_is_left_out() -> None:
    thing = Cell("Lan", "http://x/lan", "/lan")
    empty = Cell("")
    shown = presented(
        table_of("name", "place", "person", "quote", rows=[(Cell("Lan"), empty, thing, Cell("q"))] * 2), words("vi")
    )
    assert shown.columns == ("name", "quote")
    assert shown.rows[0][0] == thing
    other = (Cell("Lan Anh"), empty, thing, Cell("q"))
    kept = presented(table_of("name", "place", "person", "quote", rows=[other]), words("vi"))
    assert kept.columns == ("name", "person", "quote")
    graph = Table(("subject",), ((Cell("2022-H1"),),), True, triples=True)
    assert presented(graph, words("vi")) is graph
    nothing = Table(("name",), (), True)
    assert presented(nothing, words("vi")).rows == ()
