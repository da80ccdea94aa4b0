"""Every question as a page: it opens, its examples have answers, and what it shows can be asked again."""

from __future__ import annotations

import re
from html import unescape

import httpx
import pytest

from kg.query import Query, queries
from kg.serve.asking import examples

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
    rows = page.count("<tr>") - 1 if "<tbody>" in page else 0
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
