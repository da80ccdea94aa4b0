"""Every thing at the path of its IRI: pages, Turtle, JSON-LD; what a page tells and how."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve import formats
from kg.serve.facts import Evidence, Link, surroundings
from kg.serve.spoken import Time, day, period, span
from kg.serve.things.article import Said, paragraphs
from kg.serve.things.theme import worded
from kg.serve.wording import words
from kg.store import open_store
from kg.vocab import DANG, ELI, FOAF, OA, ORG, PROV, RDF, RDFS, SCHEMA, Minter
from tests.patience import PATIENCE
from tests.serving import serving

HTML = {"Accept": "text/html", "Accept-Language": "en"}
CUONG = "/dangbo/id/person/nghiem-xuan-cuong"


class Page(HTMLParser):
    """The links, marks, identifiers and data of a page; nothing in it may run."""

    def __init__(self, response: httpx.Response) -> None:
        super().__init__()
        assert response.status_code == 200, response.text[:300]
        assert response.headers["content-type"].startswith("text/html")
        assert "script-src" not in response.headers["content-security-policy"]
        assert "default-src 'self'" in response.headers["content-security-policy"]
        self.links: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self.data: dict[str, object] = {}
        self._open: list[str] = []
        self.feed(response.text)
        assert len(self.ids) == len(set(self.ids)), "an identifier stands twice"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert not [name for name in given if name.startswith("on") or name == "style"]
        assert tag != "script" or given.get("type") == "application/ld+json" or "src" in given
        if "href" in given and tag == "a":
            self.links.append(given["href"] or "")
        if "id" in given:
            self.ids.append(given["id"] or "")
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "script":
            self.data = json.loads(data)
        else:
            self.text += data


@pytest.fixture(scope="session")
def things(seeds_store: Path) -> dict[str, list[str]]:
    """The paths of all things of the seeds' graph, by class."""
    kinds = {
        "official": DANG.Official, "body": DANG.Body, "unit": DANG.AdministrativeUnit, "document": DANG.Document,
        "theme": DANG.Theme, "event": SCHEMA.Event, "congress": DANG.Congress, "article": SCHEMA.NewsArticle,
        "tenure": DANG.Tenure, "statement": DANG.Statement, "observation": DANG.IndicatorValue, "post": ORG.Post,
    }  # fmt: skip
    with open_store(seeds_store, read_only=True) as store:
        found = {}
        for name, kind in kinds.items():
            rows = store.query(f"SELECT DISTINCT ?x WHERE {{ ?x a <{kind}> }} ORDER BY ?x")
            found[name] = [row["x"].value.removeprefix("https://w3id.org") for row in rows]
    assert all(found.values())
    return found


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("official", "Person"), ("unit", "AdministrativeArea"), ("document", "Legislation"), ("theme", "ItemList"),
        ("event", "Event"), ("congress", "Event"), ("article", "NewsArticle"), ("tenure", "Thing"),
        ("statement", "Thing"), ("observation", "Thing"), ("post", "Thing"),
    ],
)  # fmt: skip
def test_every_kind_of_thing_has_a_page(
    client: httpx.Client, things: dict[str, list[str]], kind: str, type_: str
) -> None:
    for path in things[kind][:12]:
        page = Page(client.get(path, headers=HTML))
        assert page.data["@id"] == f"https://w3id.org{path}"
        assert page.data["@type"] == type_
        assert "{" not in re.sub(r"\{\d+\}", "", page.text)


def test_every_body_has_a_page(client: httpx.Client, things: dict[str, list[str]]) -> None:
    for path in things["body"]:
        assert str(Page(client.get(path, headers=HTML)).data["@type"]).endswith("Organization")


def test_links_between_pages_lead_somewhere(client: httpx.Client, things: dict[str, list[str]]) -> None:
    firsts = [paths[0] for paths in things.values()]
    links = {link for path in firsts for link in Page(client.get(path, headers=HTML)).links}
    inner = {link.partition("#")[0] for link in links if link.startswith("/dangbo/") and "lang=" not in link}
    assert len(inner) > 30
    assert not [link for link in links if "w3id.org" in link.partition("?")[0]], "ours are on this server"
    for link in sorted(inner):
        assert client.get(link, headers={"Accept": "text/html"}).status_code in (200, 303), link


def test_every_sentence_leads_to_its_place_in_the_article(
    client: httpx.Client, things: dict[str, list[str]]
) -> None:
    """One click from the fact to the words: each link to an anchor finds it on the article's page."""
    anchored = set()
    for kind in ("official", "body", "unit", "document", "theme", "event", "tenure"):
        for path in things[kind][:20]:
            links = Page(client.get(path, headers=HTML)).links
            anchored |= {link for link in links if "/article/" in link and "#" in link}
    assert len(anchored) > 40
    anchors = {path: set(Page(client.get(path, headers=HTML)).ids) for path in things["article"]}
    for link in anchored:
        path, _, anchor = link.partition("#")
        assert anchor in anchors[path], link


def test_marks_and_facts_of_an_article_lead_to_one_another(
    client: httpx.Client, things: dict[str, list[str]]
) -> None:
    for path in things["article"]:
        page = Page(client.get(path, headers=HTML))
        here = {link[1:] for link in page.links if link.startswith("#") and link != "#content"}
        assert here <= set(page.ids)
        assert {each[:2] for each in here} == {"e-", "f-"}


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/html,application/xhtml+xml,*/*;q=0.8", formats.HTML),
        ("*/*", formats.HTML),
        ("", formats.HTML),
        ("text/turtle", formats.TURTLE),
        ("application/ld+json", formats.JSON_LD),
        ("application/json", formats.JSON_LD),
        ("application/rdf+xml;q=0.5, text/turtle;q=0.9", formats.TURTLE),
        ("text/html;q=0.1, application/ld+json", formats.JSON_LD),
        ("text/*", formats.HTML),
        ("text/html;q=0, text/turtle;q=0.1", formats.TURTLE),
        ("application/n-triples", formats.N_TRIPLES),
        ("text/turtle, */*", formats.TURTLE),
        ("application/json, text/plain, */*", formats.JSON_LD),
        ("application/xhtml+xml", formats.HTML),
        ("text/turtle;q=zzz, text/html", formats.HTML),
    ],
)
def test_a_client_gets_what_it_likes_best(client: httpx.Client, things, accept: str, kind: str) -> None:
    response = client.get(things["official"][0], headers={"Accept": accept})
    assert response.headers["content-type"].partition(";")[0] == kind
    assert "Accept" in response.headers["vary"]


@pytest.mark.parametrize(
    ("kind", "of", "second", "last"),
    [("official", "", "career", "identity"), ("body", "thanh-uy.uong-bi", "holders", "hierarchy")],
)
def test_a_page_begins_before_it_is_read_to_its_end(
    client: httpx.Client, things, kind: str, of: str, second: str, last: str
) -> None:
    """The name is sent before the career has been read, the career before all that is known of others."""
    headers = {**HTML, "Accept-Encoding": "identity"}
    path = next(path for path in things[kind] if f"/{of}" in path)
    with client.stream("GET", path, headers=headers) as answer:
        pieces = [piece.decode() for piece in answer.iter_raw()]
    assert "</h1>" in pieces[0]
    assert f'id="{second}"' not in pieces[0]
    assert f'id="{second}"' in pieces[1]
    assert f'id="{last}"' not in pieces[1]
    assert "</html>" in pieces[-1]
    assert "\x1c" not in "".join(pieces)


def test_what_we_have_not_got_is_not_acceptable(client: httpx.Client, things) -> None:
    assert client.get(things["official"][0], headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".rdf", ".jsonld"])
def test_the_formats_say_the_same(client: httpx.Client, things, suffix: str) -> None:
    for kind in ("official", "body", "article"):
        path = things[kind][0]
        form = {".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".rdf": ox.RdfFormat.RDF_XML}
        expected = set(ox.parse(client.get(path + ".nt").content, ox.RdfFormat.N_TRIPLES))
        assert expected
        answer = client.get(path + suffix).content
        assert set(ox.parse(answer, form.get(suffix, ox.RdfFormat.JSON_LD))) == expected


def test_an_identifier_of_another_host_leads_to_the_path_of_the_iri(client: httpx.Client, things) -> None:
    path = things["unit"][0]
    short = client.get(path.replace("/dangbo/id/", "/id/") + ".ttl")
    assert (short.status_code, short.headers["location"]) == (303, path + ".ttl")


@pytest.mark.parametrize(
    "path",
    [
        "/dangbo/id/person/nobody",
        "/dangbo/id/nothing/x",
        "/dangbo/id/person/%00",
        "/dangbo/vocab/role/zzz",
        "/dangbo/id/person/a%20b",
    ],
)
def test_what_is_not_there(client: httpx.Client, path: str) -> None:
    assert client.get(path, headers=HTML).status_code == 404
    assert client.get(path).json()["error"]


def test_a_persona_and_evidence_lead_to_their_pages(client: httpx.Client, seeds_store: Path) -> None:
    with open_store(seeds_store, read_only=True) as store:
        row = next(
            iter(store.query(f"SELECT ?p ?o {{ ?p <{PROV.specializationOf}> ?o . ?o a <{DANG.Official}> }}"))
        )
        other = next(iter(store.query(f"SELECT ?e ?a {{ ?e <{OA.hasSource}> ?a }}")))
    seen = client.get(row["p"].value.removeprefix("https://w3id.org"), headers=HTML)
    assert (seen.status_code, seen.headers["location"]) == (
        303,
        row["o"].value.removeprefix("https://w3id.org"),
    )
    seen = client.get(other["e"].value.removeprefix("https://w3id.org"), headers=HTML)
    assert seen.headers["location"].startswith(other["a"].value.removeprefix("https://w3id.org") + "#e-")


def test_inferred_facts_say_so_and_why(client: httpx.Client, things) -> None:
    texts = " ".join(Page(client.get(path, headers=HTML)).text for path in things["official"])
    assert "Inferred: the article speaks of one unit only" in texts
    vietnamese = client.get(things["official"][0], headers=HTML | {"Accept-Language": "vi"}).text
    assert 'lang="vi"' in vietnamese[:200]


def test_an_event_is_told_once_with_all_parts_and_who_else_was_there(client: httpx.Client, things) -> None:
    told = [" ".join(Page(client.get(path, headers=HTML)).text.split()) for path in things["official"]]
    (hieu,) = (text for text in told if "Lê Văn Hiệu Named in" in text or "Official Lê Văn Hiệu" in text)
    events = hieu.partition("Events 1 ")[2].partition("Met at events")[0]
    assert events.count("conference · Thành ủy Chí Linh") == 1
    assert "16 May 2023 also there: " in events
    assert "Hoàng Quốc Thưởng" in events.partition("sentence")[0]
    committee = next(path for path in things["body"] if "thanh-uy.chi-linh" in path)
    meetings = " ".join(Page(client.get(committee, headers=HTML)).text.split()).partition("Meetings and events")[2]
    assert "conference 16 May 2023" in meetings
    assert "there were: " in meetings


def test_a_statement_is_told_in_words_with_its_sentence(client: httpx.Client, things) -> None:
    for path in things["statement"][:15]:
        page = Page(client.get(path, headers=HTML))
        assert "What an article says" in page.text
        assert [link for link in page.links if "/article/" in link and "#e-" in link]
    for path in things["post"][:5]:
        page = Page(client.get(path, headers=HTML))
        assert "sentence" in page.text


def test_an_end_that_nobody_tells_is_not_made_up(client: httpx.Client, things) -> None:
    texts = " ".join(Page(client.get(path, headers=HTML)).text for path in things["official"])
    assert "attested" in texts
    assert not re.search(r"\b(present|currently|today|now)\b", texts)


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2023-05-16", "16 May 2023"), ("2023-05", "May 2023"), ("2023", "2023"), ("2017-07/..", "July 2017 or later"),
        ("/2011-02-25", "25 February 2011 or earlier"), ("2016-12-08/2017", "between 8 December 2016 and 2017"),
        ("2020-13", "2020-13"), ("x", "x"), ("../..", ""),
    ],
)  # fmt: skip
def test_days_in_words(edtf: str, told: str) -> None:
    assert day(words("en"), edtf) == told


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("/2025-06-30", "until 30 June 2025"), ("2025-07-01/..", "from 1 July 2025"), ("..", ".."), ("", ""), ("/..", ""),
        ("2011-02-26/2025-06-30", "26 February 2011 – 30 June 2025"),
    ],
)  # fmt: skip
def test_spans_in_words(edtf: str, told: str) -> None:
    assert span(words("en"), edtf) == told


@pytest.mark.parametrize(
    ("notation", "told"),
    [
        ("2022", "2022"), ("2020-2025", "2020-2025"), ("2022-H1", "the first half of 2022"),
        ("2022-Q4", "the fourth quarter of 2022"), ("2022-05", "May 2022"), ("", ""), ("2022-Q9", "2022-Q9"),
        ("2020-01/2020-09", "between January 2020 and September 2020"), ("2022-H3", "2022-H3"),
    ],
)  # fmt: skip
def test_periods_in_words(notation: str, told: str) -> None:
    assert period(words("en"), notation) == told


@pytest.mark.parametrize(
    ("wording", "element", "told"),
    [
        ("Chống dịch Covid-19; Thu hút đầu tư", "chống dịch covid-19", "Chống dịch Covid-19"),
        ("Chống dịch Covid-19; Thu hút đầu tư", "thu hút đầu tư", "Thu hút đầu tư"),
        ("Thu hút", "trồng rừng", "trồng rừng"),
        ("", "trồng rừng", "trồng rừng"),
    ],
)
def test_elements_as_the_theme_writes_them(wording: str, element: str, told: str) -> None:
    assert worded(wording, element) == told


@pytest.mark.parametrize(
    ("time", "told"),
    [
        (Time(), "no date told"),
        (Time(attested=("2020-01-01", "2022-01-01")), "first attested 1 January 2020; last attested 1 January 2022"),
        (Time(attested=("2020-01-01", "2020-01-01")), "attested on 1 January 2020"),
        (Time(("2020-01-01", "2020-01-01"), ("", ""), ("2020-01-01", "2021-05-05")), "from 1 January 2020; last attested 5 May 2021"),
        (Time(("", ""), ("2021-05-05", "2021-05-05"), ("2020-01-01", "2021-05-05")), "first attested 1 January 2020; until 5 May 2021"),
        (Time(("", "2017-12-31"), ("2016-12-08", "")), "attested between 8 December 2016 and 31 December 2017"),
    ],
)  # fmt: skip
def test_times_in_words(time: Time, told: str) -> None:
    assert time.words(words("en")) == told


@pytest.mark.parametrize(
    ("base", "root"),
    [("https://kg.example/", "/"), ("https://kg.example/data/", "/data/"), ("https://kg.example/x#", "/id/")],
)
def test_other_bases_have_their_own_paths(tmp_path: Path, base: str, root: str) -> None:
    mint = Minter(base)
    person, graph = mint.iri("person", "x_00000000"), mint.graph("a")
    lines = [
        f"<{person}> <{RDF.type}> <{DANG.Official}> <{graph}> .\n",
        f'<{person}> <{FOAF.name}> "X" <{graph}> .\n',
    ]
    with open_store(tmp_path / "store", create=True, base=base) as store:
        store.replace_all([(graph, lines)])
    with serving(tmp_path / "store") as (address, _), httpx.Client(base_url=address, timeout=PATIENCE) as client:
        page = Page(client.get(f"{root}person/x_00000000", headers=HTML))
        assert page.data["@id"] == person
        assert client.get(f"{root}person/x_00000000.ttl").status_code == 200
        assert client.get("/people", headers=HTML).status_code in (200, 503)
        assert client.get("/static/style.css").status_code == 200
        elsewhere = client.get("/id//evil.example/x").headers.get("location", "/")
        assert not elsewhere.startswith("//")
        assert "://" not in elsewhere


# -- the text of an article is kept whole --------------------------------------------------------------------

spans = st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=8)


@given(text=st.text(alphabet="ab \nđ", max_size=50), borders=spans)
def test_nothing_of_the_text_is_lost_or_moved(text: str, borders: list[tuple[int, int]]) -> None:
    facts = [
        Said(
            "x",
            (Link("x"),),
            Evidence("", "", "", "", "", "", "", first, last, False, "stated", ""),
            f"f-{n}",
            "",
        )
        for n, (first, last) in enumerate(borders)
    ]
    lines = list(paragraphs(text, facts))
    assert "\n".join("".join(piece.text for piece in line) for line in lines) == text
    inside = {(first, last) for first, last in borders if 0 <= first < last <= len(text)}
    anchors = [anchor for line in lines for piece in line for anchor in piece.anchors]
    assert sorted(anchors) == sorted(f"e-{first}-{last}" for first, last in inside)
    depths = [piece.depth for line in lines for piece in line for _ in piece.text]
    assert depths == [
        sum(first <= place < last for first, last in inside)
        for place, char in enumerate(text)
        if char != "\n"
    ]


@given(text=st.text(alphabet="ab. \n!", max_size=700), place=st.integers(0, 700), length=st.integers(1, 20))
def test_what_stands_around_a_quote_is_of_the_text(text: str, place: int, length: int) -> None:
    start = min(place, len(text))
    end = min(start + length, len(text))
    before, after = surroundings(text, start, end)
    assert text[:start].endswith(before.removeprefix("… "))
    assert text[end:].startswith(after.removesuffix(" …"))
    assert "\n" not in before + after.rstrip()


# -- text of articles is never trusted -----------------------------------------------------------------------

ATTACK = "</title></script><script>alert(1)</script><img src=x onerror=alert(2)>\u2028{{7*7}}"


def test_pages_run_nothing_that_an_article_says(tmp_path: Path) -> None:
    mint = Minter()
    name = {
        kind: mint.iri(kind, "x_00000000")
        for kind in ("person", "organization", "document", "event", "theme", "unit")
    }
    article, graph, source, said = (
        mint.article("a"),
        mint.graph("a"),
        mint.iri("evidence", "e"),
        mint.iri("statement", "s"),
    )
    tenure = mint.iri("tenure", "t")
    text = json.dumps(ATTACK, ensure_ascii=False).replace("\u2028", "\\u2028")
    ties = [
        (name["person"], RDF.type, DANG.Official), (name["organization"], RDF.type, DANG.Body),
        (name["document"], RDF.type, DANG.Document), (name["event"], RDF.type, SCHEMA.Event),
        (name["theme"], RDF.type, DANG.Theme), (name["unit"], RDF.type, DANG.AdministrativeUnit),
        (article, RDF.type, SCHEMA.NewsArticle), (tenure, RDF.type, DANG.Tenure), (tenure, ORG.member, name["person"]),
        (tenure, ORG.organization, name["organization"]), (tenure, PROV.wasDerivedFrom, said),
        (said, DANG.evidence, source), (said, PROV.hadPrimarySource, article), (source, OA.hasSource, article),
        (source, OA.hasSelector, source + ".q"), (said, DANG.states, name["theme"]),
        (name["event"], SCHEMA.organizer, name["organization"]), (name["document"], ELI.passed_by, name["organization"]),
        (name["theme"], DANG.themeOf, name["organization"]), (name["organization"], DANG.jurisdiction, name["unit"]),
    ]  # fmt: skip
    texts = [
        (name["person"], FOAF.name), (name["organization"], RDFS.label), (name["document"], RDFS.label),
        (name["event"], SCHEMA.name), (name["event"], SCHEMA.description), (name["theme"], RDFS.label),
        (name["unit"], RDFS.label), (article, SCHEMA.headline), (article, DANG.text), (article, SCHEMA.author),
        (article, SCHEMA.url), (said, DANG.wording), (said, DANG.inferenceRule), (source + ".q", OA.exact),
        (source + ".q", OA.prefix),
    ]  # fmt: skip
    lines = [f"<{s}> <{p}> <{o}> <{graph}> .\n" for s, p, o in ties]
    lines += [f"<{s}> <{p}> {text} <{graph}> .\n" for s, p in texts]
    with open_store(tmp_path / "store", create=True) as store:
        store.replace_all([(graph, lines)])
    with serving(tmp_path / "store") as (address, _), httpx.Client(base_url=address, timeout=PATIENCE) as client:
        for iri in (*name.values(), article, said, tenure):
            page = Page(client.get(iri.removeprefix("https://w3id.org"), headers=HTML))
            assert "<script>alert(1)</script>" in page.text or iri in (said, tenure), iri
            assert "{{7*7}}" in page.text or iri in (said, tenure)
            assert not [link for link in page.links if link.lower().startswith(("javascript", "data", "<"))]
