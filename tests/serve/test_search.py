"""Search over names, numbers, themes and text, with and without marks, with facets; the index on disk."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from threading import Thread

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.serve.search import index as indexing
from kg.serve.search.flat import flat, marked, snippet, words
from kg.serve.search.index import SearchIndex, make, state
from kg.store import open_store
from tests.patience import PATIENCE
from tests.serving import searchable

HTML = {"Accept": "text/html", "Accept-Language": "en"}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory, seeds_store: Path):
    folder = tmp_path_factory.mktemp("search") / "store"
    shutil.copytree(seeds_store, folder)
    with open_store(folder, read_only=True) as store:
        made = SearchIndex(store)
        assert made.ready(PATIENCE), made.failed
        yield made
        made.close()


def found(index: SearchIndex, text: str, kind: str = "", **facets: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.name) for hit in index.find(text, kind, facets).hits]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("uong bi", "unit", "thành phố Uông Bí"),
        ("Uông Bí", "unit", "thành phố Uông Bí"),
        ("UÔNG BÍ", "unit", "thành phố Uông Bí"),
        ("uo\u0302ng bi\u0301", "unit", "thành phố Uông Bí"),
        ("dang uy", "body", "Đảng ủy phường Quang Trung"),
        ("đảng uỷ", "body", "Đảng ủy phường Quang Trung"),
        ("nghiem xuan cuong", "person", "Nghiêm Xuân Cường"),
        ("cuong nghiem", "person", "Nghiêm Xuân Cường"),
        ("06-NQ/TU", "document", "06-NQ/TU, Thành ủy Uông Bí"),
        ("06 nq tu", "document", "06-NQ/TU, Thành ủy Uông Bí"),
        ("thu hut dau tu", "theme", "Đẩy mạnh thu hút đầu tư; nâng cao chất lượng đời sống nhân dân; chung tay chỉnh trang đô thị"),
        ("thu ngan sach", "indicator", "thu ngân sách"),
        ("bi thu thanh uy uong bi", "person", "Nghiêm Xuân Cường"),
        ("ban tuyen giao", "person", "Hoàng Quốc Trung"),
    ],
)  # fmt: skip
def test_what_is_typed_is_found(index: SearchIndex, text: str, kind: str, name: str) -> None:
    assert (kind, name) in found(index, text)


def test_words_of_the_text_lead_to_the_article(index: SearchIndex) -> None:
    hits = index.find("dong hanh voi quan", "", {}).hits or index.find("thu ngân sách nhà nước", "", {}).hits
    inside = [hit for hit in hits if hit.in_text]
    assert inside
    assert all(hit.kind == "article" for hit in inside)


def test_marks_that_were_typed_count(index: SearchIndex) -> None:
    """Two people whose names differ in their marks alone: the one that was typed comes first."""
    assert found(index, "Hoàng Quốc Thưởng")[0] == ("person", "Hoàng Quốc Thưởng")
    assert found(index, "hoang quoc trung")[0] == ("person", "Hoàng Quốc Trung")


def test_a_unit_comes_before_what_lies_in_it(index: SearchIndex) -> None:
    first = found(index, "uong bi")[0]
    assert first[0] == "unit"


def test_facets_narrow_down(index: SearchIndex) -> None:
    every = index.find("", "person", {})
    assert every.kinds["person"] == len(every.hits) == 12
    for facet, values in every.facets.items():
        for value, count in values:
            some = index.find("", "person", {facet: value})
            assert len(some.hits) == count, (facet, value)
            assert {hit.id for hit in some.hits} <= {hit.id for hit in every.hits}
    both = index.find("uong bi", "", {"province": "Quảng Ninh", "year": "2022"})
    assert both.hits
    assert not index.find("uong bi", "", {"province": "Hải Dương", "kind": "x"} | {"year": "1900"}).hits


def test_suggestions_begin_with_what_was_typed(index: SearchIndex) -> None:
    assert index.suggest("hoang quoc th", 5)[0].name == "Hoàng Quốc Thưởng"
    assert index.suggest("", 5) == []
    assert len(index.suggest("n", 3)) <= 3


def test_nothing_is_found_for_nothing(index: SearchIndex) -> None:
    assert found(index, "?!") == []
    assert found(index, "zzzz qqqq") == []


often = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@often
@given(
    text=st.text(max_size=60)
    | st.sampled_from(['"', "* OR", "NEAR(", "name:x", "a AND", "'; DROP TABLE things", "^x", "-x"])
)
def test_whatever_is_typed_is_no_command(index: SearchIndex, text: str) -> None:
    index.find(text, "", {})
    index.suggest(text, 8)
    index.find(text, "person", {"province": text, "level": text})


@often
@given(
    text=st.text(max_size=80), sought=st.lists(st.text(alphabet="abđơ", min_size=1, max_size=3), max_size=3)
)
def test_nothing_is_lost_by_marking(text: str, sought: list[str]) -> None:
    assert "".join(piece for piece, _ in marked(text, words(" ".join(sought)))) == text
    assert len(flat(text)) == len(text)
    assert snippet(text, sought) is not None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Đảng ủy", "dang uy"),
        ("ĐƯỜNG", "duong"),
        ("hoà hòa", "hoa hoa"),
        ("Ðảng", "dang"),
        ("İı", "iı"),
        ("ﬁ", "ﬁ"),
    ],
)
def test_marks_come_off(text: str, plain: str) -> None:
    assert flat(text) == plain


# -- the file ------------------------------------------------------------------------------------------------


def test_a_second_start_finds_the_index_and_a_changed_store_gets_another(
    tmp_path: Path, seeds_store: Path
) -> None:
    folder = tmp_path / "store"
    shutil.copytree(seeds_store, folder, ignore=shutil.ignore_patterns("search-*"))
    with open_store(folder, read_only=True) as store:
        first = make(store)
        written = first.stat().st_mtime_ns
        assert make(store) == first
        assert first.stat().st_mtime_ns == written
        before = state(store)
    from kg import remove

    assert remove(["uong-bi-2023"], folder)
    with open_store(folder, read_only=True) as store:
        assert state(store) != before
        second = make(store)
        assert second != first
        assert not first.exists(), "the index of an earlier state is removed"


def test_a_folder_that_cannot_be_written_is_no_hindrance(
    tmp_path: Path, seeds_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store's folder refuses the file (here by its name being taken by a folder); another place is found."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr(indexing.tempfile, "gettempdir", lambda: str(elsewhere))
    folder = tmp_path / "store"
    shutil.copytree(seeds_store, folder, ignore=shutil.ignore_patterns("search-*"))
    with open_store(folder, read_only=True) as store:
        (folder / f"search-{state(store)}.sqlite").mkdir()
        assert make(store).parent == elsewhere
    assert not list(folder.glob("*.part"))


def test_two_servers_may_make_it_at_once(tmp_path: Path, seeds_store: Path) -> None:
    folder = tmp_path / "store"
    shutil.copytree(seeds_store, folder, ignore=shutil.ignore_patterns("search-*"))
    with open_store(folder, read_only=True) as store:
        made: list[Path] = []
        threads = [Thread(target=lambda: made.append(make(store))) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(set(made)) == 1
        reader = SearchIndex(store)
        assert reader.ready(10)
        assert reader.counts()["person"] == 12


def test_an_index_that_was_taken_away_is_made_again(tmp_path: Path, seeds_store: Path) -> None:
    """Another server on a later state removes the index; threads that have not opened it yet still answer.

    The folder's name has what an address of a file would take for something else.
    """
    folder = tmp_path / "a store? 100% #1"
    shutil.copytree(seeds_store, folder, ignore=shutil.ignore_patterns("search-*"))
    with open_store(folder, read_only=True) as store:
        reader = SearchIndex(store)
        assert reader.ready(PATIENCE)
        for file in folder.glob("search-*.sqlite"):
            file.unlink()
        counted: list[int] = []
        thread = Thread(target=lambda: counted.append(reader.counts()["person"]))
        thread.start()
        thread.join()
        assert counted == [12]


# -- over HTTP -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", autouse=True)
def ready(client: httpx.Client) -> None:
    searchable(str(client.base_url))


def test_the_search_page(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": "uong bi"}, headers=HTML)
    assert page.status_code == 200
    assert "<mark>Uông Bí</mark>" in page.text
    assert "/dangbo/id/unit/legacy.196" in page.text


@pytest.mark.parametrize(("language", "told"), [("vi", "bí thư Thành ủy"), ("en", "secretary, Thành ủy")])
def test_a_hit_is_described_in_the_reader_s_language(client: httpx.Client, language: str, told: str) -> None:
    headers = {**HTML, "Accept-Language": language}
    page = client.get("/search", params={"q": "nghiem xuan cuong"}, headers=headers).text
    assert told in page
    offers = client.get("/search/suggest", params={"q": "nghiem xuan cuong"}, headers=headers).json()
    assert offers[0]["detail"].startswith(told)
    assert not re.search("[\x1e\x1f]", page + offers[0]["detail"])


@pytest.mark.parametrize(
    "path", ["/people", "/bodies", "/units", "/documents", "/themes", "/indicators", "/events", "/articles"]
)
def test_every_list_has_things_that_are_there(client: httpx.Client, path: str) -> None:
    page = client.get(path, headers=HTML)
    assert page.status_code == 200
    start = page.text.index('class="hits"')
    links = [part.partition('"')[0].replace("&amp;", "&") for part in page.text[start:].split('href="')[1:8]]
    for link in links:
        if link.startswith(("/dangbo/", "/indicators/")):
            assert client.get(link, headers=HTML, follow_redirects=True).status_code == 200, link


def test_the_latest_events_come_first_and_are_in_the_navigation(client: httpx.Client) -> None:
    page = client.get("/events", headers=HTML).text
    assert '<a href="/events" aria-current="page">' in page
    hits = page[page.index('class="hits"') :]
    days = [int(year) for year in re.findall(r'class="soft small">[^<]*?(\d{4})<', hits)]
    assert days == sorted(days, reverse=True)
    undated = [place for place, hit in enumerate(hits.split("<li>")[1:]) if 'class="soft small">' not in hit]
    assert all(place >= len(days) for place in undated)


def test_suggestions_end_with_a_whole_word(client: httpx.Client) -> None:
    for typed in ("nguyen", "tran", "hoang", "ban"):
        for offer in client.get("/search/suggest", params={"q": typed}).json():
            assert len(offer["detail"]) <= 90
            assert not offer["detail"].endswith(("Min", "ph", " "))


def test_what_is_typed_is_shown_as_text(client: httpx.Client) -> None:
    attack = '"><script>alert(1)</script>'
    for path in ("/search", "/people", "/search?kind=person"):
        page = client.get(
            path, params={"q": attack, "province": attack, "kind": attack, "page": attack}, headers=HTML
        )
        assert page.status_code == 200
        assert "<script>alert" not in page.text


def test_suggestions_are_json(client: httpx.Client) -> None:
    answer = client.get("/search/suggest", params={"q": "nghiem xuan"}).json()
    assert [each["name"] for each in answer] == ["Nghiêm Xuân Cường"]
    assert client.get(answer[0]["href"], headers=HTML).status_code == 200


def test_home_tells_what_there_is(client: httpx.Client) -> None:
    page = client.get("/", headers=HTML).text
    assert "<strong>12</strong> <span>people</span>" in page
    assert "<strong>5</strong> <span>articles</span>" in page
