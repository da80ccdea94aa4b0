"""The reconciliation API over HTTP, as OpenRefine uses it, against the published rules."""

from __future__ import annotations

import json
import re
import socket
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.reconcile.properties import FEATURES, PROPERTIES
from kg.store import open_store
from kg.vocab import Minter
from tests.patience import PATIENCE
from tests.serving import serving

from . import published


def valid(response: httpx.Response, form: type[Any]) -> Any:
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/json"
    return msgspec.json.decode(response.content, type=form)


def queries(client: httpx.Client, **batch: Any) -> dict[str, published.Result]:
    response = client.post("/reconcile", data={"queries": json.dumps(batch)})
    found: dict[str, published.Result] = valid(response, dict[str, published.Result])
    assert list(found) == list(batch)
    return found


class Text(HTMLParser):
    """The text of a page, and what of it a browser would run or load."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags = "", set[str]()
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name in ("src", "href")]


def test_a_session_of_openrefine(client: httpx.Client, address: str) -> None:
    """Manifest, batches, suggestions for a cell by hand, preview, further columns."""
    manifest = valid(client.get("/reconcile"), published.Manifest)
    assert "0.2" in manifest.versions
    assert manifest.identifierSpace == Minter().base
    assert [each.id for each in manifest.defaultTypes] == ["person", "body", "unit", "document"]

    # Three rows with a post and a unit beside the name; one is of somebody unknown.
    found = queries(
        client,
        q0={
            "query": "Nghiem Xuan Cuong",
            "type": "person",
            "limit": 3,
            "properties": [{"pid": "post", "v": "Bí thư Thành ủy Uông Bí"}, {"pid": "date", "v": 2023}],
            "type_strict": "should",
        },
        q1={"query": "Hà Hải Dương", "type": ["person"], "properties": [{"pid": "unit", "v": "H. Tiên Yên"}]},
        q2={"query": "Hoàng Quốc Thường", "type": "person"},
    )
    (cuong,) = found["q0"].result
    assert (cuong.name, cuong.match) == ("Nghiêm Xuân Cường", True)
    assert {feature.id for feature in cuong.features} >= {"name", "post"}
    assert found["q1"].result[0].match
    assert [(each.name, each.match) for each in found["q2"].result] == [("Hoàng Quốc Thưởng", False)]

    # By hand: the reader types, looks at the preview, takes one.
    suggest = manifest.suggest.entity
    typed = client.get(suggest.service_url + suggest.service_path, params={"prefix": "hoang quoc th"})
    (offered,) = valid(typed, published.Entities).result
    assert offered.name == "Hoàng Quốc Thưởng"
    shown = client.get(
        manifest.preview.url.replace("{{id}}", httpx.QueryParams({"": offered.id}).__str__()[1:])
    )
    assert shown.status_code == 200
    assert "Hoàng Quốc Thưởng" in Text(shown.text).text
    view = manifest.view.url.replace("{{id}}", offered.id.replace("/", "%2F"))
    viewed = client.get(view, headers={"Accept": "text/html"}, follow_redirects=True)
    assert "Thành ủy Chí Linh" in viewed.text

    # Columns: which there are, then their values.
    proposals = manifest.extend.propose_properties
    proposed = client.get(proposals.service_url + proposals.service_path, params={"type": "person"})
    names = [each.id for each in valid(proposed, published.Proposal).properties]
    assert names == ["post", "organization", "unit", "province", "date"]
    wanted = {"ids": [offered.id, "person/nobody"], "properties": [{"id": name} for name in names]}
    extended = valid(client.post("/reconcile", data={"extend": json.dumps(wanted)}), published.Extension)
    assert [each.id for each in extended.meta] == names
    row = extended.rows[offered.id]
    assert "bí thư Thành ủy Chí Linh" in [value.str_ for value in row["post"]]
    assert "Thành ủy Chí Linh" in [value.name for value in row["organization"]]
    assert extended.rows["person/nobody"] == {name: [] for name in names}

    # What was fetched can be asked for again, by identifier.
    unit = row["unit"][0]
    again = {"query": offered.name, "properties": [{"pid": "unit", "v": {"id": unit.id, "name": unit.name}}]}
    assert queries(client, q=again)["q"].result[0].match


def test_batches_by_get_and_post_are_answered_alike(client: httpx.Client) -> None:
    batch = {"a": {"query": "Thành ủy Uông Bí"}, "b": {"query": "06-NQ/TU", "type": "document", "limit": 1}}
    posted = client.post("/reconcile", data={"queries": json.dumps(batch)})
    got = client.get("/reconcile", params={"queries": json.dumps(batch)})
    assert got.json() == posted.json()
    assert valid(got, dict[str, published.Result])["a"].result[0].match
    assert len(got.json()["b"]["result"]) == 1


@pytest.mark.parametrize("limit", [1, 2, 1000])
def test_limits(client: httpx.Client, limit: int) -> None:
    found = queries(client, q={"query": "Nguyễn Văn Kiên", "limit": limit})["q"].result
    assert 1 <= len(found) <= limit


def test_an_identifier_leads_to_its_thing(client: httpx.Client) -> None:
    (first, *_) = queries(client, q={"query": "Thành ủy Chí Linh", "type": "body"})["q"].result
    iri = Minter().base + first.id
    for name in (first.id, iri, first.id.replace("/", ":", 1)):
        assert [(each.id, each.match) for each in queries(client, q={"query": name})["q"].result] == [
            (first.id, True)
        ]
        assert [
            each["id"]
            for each in client.get("/reconcile/suggest/entity", params={"prefix": name}).json()["result"]
        ]


def test_a_kind_that_there_is_not(client: httpx.Client) -> None:
    assert queries(client, q={"query": "Thành ủy Uông Bí", "type": "Q5"})["q"].result == []


def test_documents_of_one_number_stay_apart(client: httpx.Client) -> None:
    issuer = {"pid": "issuer", "v": "Thành ủy Uông Bí"}
    asked = {"query": "06-NQ/TU", "type": "document"}
    found = queries(
        client,
        both={**asked, "properties": [issuer]},
        one={**asked, "properties": [issuer, {"pid": "date", "v": "2/12/2022"}]},
    )
    assert [each.match for each in found["both"].result[:2]] == [False, False]
    assert found["one"].result[0].match
    assert "2022-12-02" in found["one"].result[0].description


def test_suggestions_of_properties_and_types(client: httpx.Client) -> None:
    every = valid(client.get("/reconcile/suggest/property", params={"prefix": ""}), published.Suggestions)
    assert {each.id for each in every.result} == set(PROPERTIES)
    some = valid(client.get("/reconcile/suggest/property?prefix=iss&type=document"), published.Suggestions)
    assert [each.id for each in some.result] == ["issuer"]
    types = valid(client.get("/reconcile/suggest/type", params={"prefix": "admin"}), published.Suggestions)
    assert [each.id for each in types.result] == ["unit"]


def test_suggestions_go_on_where_they_stopped(client: httpx.Client) -> None:
    first = client.get("/reconcile/suggest/entity?prefix=nguyen&limit=2").json()["result"]
    second = client.get("/reconcile/suggest/entity?prefix=nguyen&limit=2&cursor=2").json()["result"]
    assert len(first) == len(second) == 2
    assert not {each["id"] for each in first} & {each["id"] for each in second}


def test_any_web_page_may_ask(client: httpx.Client) -> None:
    origin = {"Origin": "https://refine.example"}
    paths = ["/reconcile", "/reconcile/suggest/type?prefix=", "/reconcile/features", "/reconcile/nothing"]
    for path in [*paths, "/reconcile/1.0-draft", "/reconcile?queries=no"]:
        assert client.get(path, headers=origin).headers["access-control-allow-origin"] == "*", path
    asked = {
        **origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    allowed = client.options("/reconcile", headers=asked)
    assert (allowed.status_code, allowed.headers["access-control-allow-origin"]) == (200, "*")


@pytest.mark.parametrize(
    "path", ["/", "/people", "/search?q=x", "/review", "/network.json", "/questions", "/sparqlx", "/nothing"]
)
def test_no_other_page_reads_what_is_for_people(client: httpx.Client, path: str) -> None:
    assert "access-control-allow-origin" not in client.get(path, headers={"Origin": "https://x.example"}).headers


def test_old_clients_are_called_back(client: httpx.Client) -> None:
    response = client.get("/reconcile", params={"callback": "jQuery12_34"})
    assert response.headers["content-type"] == "application/javascript"
    call = re.fullmatch(r"/\*\*/jQuery12_34\((.*)\);", response.text)
    assert call is not None
    assert msgspec.json.decode(call[1], type=published.Manifest).name
    for bad in ("alert(1)//", "a b", "", "x" * 200, "é", "a..b"):
        refused = client.get("/reconcile", params={"callback": bad})
        assert refused.status_code == 400
        assert "error" in refused.json()


def test_the_draft_of_the_next_version(client: httpx.Client) -> None:
    root = "/reconcile/1.0-draft"
    manifest = valid(client.get(root), published.DraftManifest)
    assert manifest.versions == ["1.0-draft"]
    conditions = [
        {"matchType": "name", "v": "Nghiêm Xuân Cường"},
        {"matchType": "property", "pid": "unit", "v": ["Uông Bí", "Cẩm Phả"], "required": True},
    ]
    elsewhere = [conditions[0], {"matchType": "property", "pid": "unit", "v": "Cẩm Phả", "required": True}]
    batch = {"queries": [{"type": "person", "conditions": conditions}, {"conditions": elsewhere}]}
    found = valid(client.post(f"{root}/reconcile", json=batch), published.DraftResults).results
    assert [[each.match for each in result.candidates] for result in found] == [[True], []]
    cuong = found[0].candidates[0].id
    wanted = {"ids": [cuong], "properties": [{"id": "post"}]}
    extended = valid(client.post(f"{root}/extend", json=wanted), published.DraftExtension)
    assert extended.rows[0].properties[0].values
    assert valid(client.get(f"{root}/extend/propose?type=unit"), published.Proposal).properties
    assert valid(client.get(f"{root}/suggest/entity?prefix=nghiem"), published.Entities).result[0].id == cuong
    assert client.get(f"{root}/preview", params={"id": cuong}).status_code == 200
    assert client.get(manifest.view.url.replace("{+id}", cuong), follow_redirects=True).status_code == 200


def test_what_features_mean_is_told(client: httpx.Client) -> None:
    page = client.get("/reconcile/features")
    assert all(f'id="{name}"' in page.text for name in FEATURES)
    Text(page.text)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/reconcile/preview?id=person/nobody", 404),
        ("/reconcile/preview", 404),
        ("/dangbo/id/person/%3Cscript%3Ealert(1)%3C/script%3E", 404),
        ("/nothing", 404),
        ("/reconcile?queries=%7B", 400),
        ("/reconcile?queries=[]", 400),
        ('/reconcile?queries={"q":{}}', 400),
        ('/reconcile?queries={"q":{"query":"x","limit":0}}', 400),
        ('/reconcile?queries={"q":{"query":7}}', 400),
        ("/reconcile?extend={}", 400),
    ],
)
def test_refusals_are_json_and_one_line(client: httpx.Client, path: str, status: int) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/json"
    assert "\n" not in response.json()["error"]


def test_too_much_at_once_is_refused(client: httpx.Client) -> None:
    many = {f"q{number}": {"query": "x"} for number in range(501)}
    assert client.post("/reconcile", data={"queries": json.dumps(many)}).status_code == 413
    assert client.post("/reconcile", content=b"queries=" + b"x" * (5 << 20)).status_code == 413
    assert client.put("/reconcile").status_code == 405


# -- hostile input ----------------------------------------------------------------------------------------

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
names = st.text(max_size=30) | st.sampled_from(
    ["Nghiêm Xuân Cường", "06-NQ/TU", "\x00", "<script>", "../..", "°¹²"]
)
values = names | st.integers() | st.floats() | st.booleans() | st.fixed_dictionaries({"id": names})
query = st.fixed_dictionaries(
    {"query": names},
    optional={
        "type": st.sampled_from(["person", "body", "unit", "document", ["person", "body"], "", "\ud800"]),
        "limit": st.integers(1, 5),
        "properties": st.lists(
            st.fixed_dictionaries(
                {"pid": st.sampled_from([*PROPERTIES, "P31", ""]), "v": values | st.lists(values, max_size=3)}
            ),
            max_size=3,
        ),
    },
)
often = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@often
@given(batch=anything | st.dictionaries(st.text(max_size=5), anything | query, max_size=3))
def test_whatever_is_asked_is_answered_or_refused(client: httpx.Client, batch: Any) -> None:
    for field in ("queries", "extend"):
        response = client.post("/reconcile", data={field: json.dumps(batch)})
        assert response.status_code in (200, 400)
        response.json()
    for path in ("reconcile", "extend"):
        response = client.post(f"/reconcile/1.0-draft/{path}", content=json.dumps(batch))
        assert response.status_code in (200, 400)
        response.json()


@often
@given(batch=st.dictionaries(st.text(max_size=5), query, min_size=1, max_size=3))
def test_any_well_made_batch_has_a_valid_answer(client: httpx.Client, batch: dict[str, Any]) -> None:
    response = client.post("/reconcile", data={"queries": json.dumps(batch)})
    if response.status_code == 400:
        # Only what JSON can't carry (NaN), half characters, or a query that asks nothing.
        asks_nothing = any(
            not each["query"].strip() and not each.get("properties") for each in batch.values()
        )
        assert asks_nothing or re.search(r"NaN|Infinity|\\ud[89a-f]", json.dumps(batch), re.IGNORECASE)
        return
    found = valid(response, dict[str, published.Result])
    for result in found.values():
        assert not any(each.match for each in result.result[1:])


@often
@given(
    body=st.binary(max_size=60),
    kind=st.sampled_from(["application/x-www-form-urlencoded", "application/json", "x"]),
)
def test_any_body(client: httpx.Client, body: bytes, kind: str) -> None:
    for path in ("/reconcile", "/reconcile/1.0-draft/reconcile", "/reconcile/1.0-draft/extend"):
        response = client.post(path, content=body, headers={"Content-Type": kind})
        assert response.status_code in (200, 400)
        response.json()


@often
@given(text=st.text(max_size=40))
def test_any_text_in_an_address(client: httpx.Client, text: str) -> None:
    for path in ("/reconcile/suggest/entity", "/reconcile/suggest/property", "/reconcile/suggest/type"):
        assert (
            client.get(path, params={"prefix": text, "cursor": text, "limit": text, "type": text}).status_code
            == 200
        )
    assert client.get("/reconcile/properties", params={"type": text, "limit": text}).status_code == 200
    assert client.get("/reconcile/preview", params={"id": text}).status_code in (200, 404)
    assert client.get("/reconcile", params={"callback": text}).status_code in (200, 400)


@pytest.mark.parametrize("depth", [1_000, 200_000])
def test_json_without_end(client: httpx.Client, depth: int) -> None:
    for text in ("[" * depth, '{"q":' * depth):
        assert client.post("/reconcile", data={"queries": text}).status_code == 400


# -- text of articles is never trusted ----------------------------------------------------------------------


def test_pages_run_nothing_that_an_article_says(tmp_path: Path) -> None:
    attack = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\u2028"
    mint = Minter()
    person, statement = mint.iri("person", "x_00000000"), mint.iri("statement", "s")
    held, evidence, quote = (
        mint.iri("membership", "m"),
        mint.iri("evidence", "e"),
        mint.iri("evidence", "e.quote"),
    )
    graph, article = mint.graph("a"), mint.article("a")
    dang, org = "https://w3id.org/dangbo/ontology#", "http://www.w3.org/ns/org#"
    oa, foaf = "http://www.w3.org/ns/oa#", "http://xmlns.com/foaf/0.1/"
    text = json.dumps(attack, ensure_ascii=False).replace("\u2028", "\\u2028")
    triples = [
        (person, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", f"<{dang}Official>"),
        (person, f"{foaf}name", text),
        (held, f"{org}member", f"<{person}>"),
        (statement, f"{dang}states", f"<{held}>"),
        (statement, f"{dang}wording", text),
        (statement, f"{dang}evidence", f"<{evidence}>"),
        (evidence, f"{oa}hasSource", f"<{article}>"),
        (evidence, f"{oa}hasSelector", f"<{quote}>"),
        (quote, f"{oa}exact", text),
        (article, "https://schema.org/headline", text),
    ]
    lines = [f"<{s}> <{p}> {o} <{graph}> .\n" for s, p, o in triples]
    with open_store(tmp_path / "store", create=True) as store:
        store.replace_all([(graph, lines)])
    with serving(tmp_path / "store") as (address, _), httpx.Client(base_url=address, timeout=PATIENCE) as client:
        page = client.get("/reconcile/preview?id=person/x_00000000")
        assert page.status_code == 200
        read = Text(page.text)
        assert read.text.count("<script>alert(1)</script>") >= 3
        assert not read.tags & {"script", "img", "iframe", "object", "link"}
        assert "default-src 'none'" in page.headers["content-security-policy"]
        assert page.headers["x-content-type-options"] == "nosniff"
        answered = client.get("/reconcile", params={"queries": json.dumps({"q": {"query": attack}})}).text
        assert "\u2028" not in answered


# -- the verb -------------------------------------------------------------------------------------------------


def test_a_port_in_use(kg, address: str, seeds_store: Path) -> None:
    ran = kg("serve", "--store", seeds_store, "--port", address.rpartition(":")[2])
    assert (ran.code, ran.out) == (2, "")
    assert re.fullmatch(r"kg: 127\.0\.0\.1:\d+: can't listen here \(.*\); .*--port\n", ran.err)


@pytest.mark.parametrize("host", ["203.0.113.7", "no.such.host.invalid"])
def test_an_address_of_another_machine(kg, seeds_store: Path, host: str) -> None:
    ran = kg("serve", "--store", seeds_store, "--port", "0", "--host", host)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "--host" in ran.err


def test_no_store(kg, tmp_path: Path) -> None:
    ran = kg("serve", "--store", tmp_path / "none", "--port", "0")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_the_server_is_reached_from_this_machine_alone(address: str) -> None:
    port = int(address.rpartition(":")[2])
    own = socket.gethostbyname(socket.gethostname())
    if own.startswith("127."):
        pytest.skip("this machine has no other address")
    with pytest.raises(OSError, match=r".*"), socket.create_connection((own, port), timeout=PATIENCE):
        pass


def test_reading_goes_on_while_the_graph_is_served(kg, address: str, seeds_store: Path) -> None:
    assert kg("query", "officials", "--store", seeds_store).code == 0
    assert httpx.get(f"{address}/reconcile", timeout=PATIENCE).status_code == 200
