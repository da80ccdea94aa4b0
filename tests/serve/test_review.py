"""Review over HTTP: what is written, and who may not write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path

import httpx
import pytest

from kg import build, open_graph
from kg.identity import read_dismissals, read_judgements
from kg.model import Verdict
from kg.serve.review.guard import is_here
from kg.serve.review.work import read
from tests.patience import PATIENCE, soon
from tests.reviewed import LEFT, MEETING, RIGHT, reviewed
from tests.serving import serving

HTML = {"Accept": "text/html", "Accept-Language": "en"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    return reviewed(tmp_path_factory.mktemp("reviewed"), root / "seeds")


@pytest.fixture(scope="module")
def served(store: Path) -> Iterator[str]:
    with serving(store, "--judgements", str(store.parent / "judgements.tsv")) as (address, _):
        yield address


@pytest.fixture
def file(store: Path) -> Iterator[Path]:
    """The file of judgements, empty before and after."""
    path = store.parent / "judgements.tsv"
    path.unlink(missing_ok=True)
    yield path
    path.unlink(missing_ok=True)


class Reader(httpx.Client):
    """A reader with a browser's cookies, who has given a name."""

    def __init__(self, address: str, name: str = "Lan Anh") -> None:
        super().__init__(base_url=address, headers=HTML, timeout=180)
        assert self.send_form("/review/name", by=name).status_code == 303

    @property
    def token(self) -> str:
        return str(re.findall(r'name="token" value="(\w+)"', self.get("/review").text)[0])

    def send_form(self, path: str, headers: dict[str, str] | None = None, **fields: str) -> httpx.Response:
        return self.post(path, data={"token": self.token, **fields}, headers=headers or {})

    def listed(self, path: str = "/review") -> str:
        """Give a page as it is once its list has been read."""
        return soon(lambda: unescape(self.get(path).text), lambda text: "data-waits" not in text)

    def judge(self, verdict: str = "same", **fields: str) -> httpx.Response:
        return self.send_form("/review/judge", left=LEFT, right=RIGHT, verdict=verdict, **fields)


@pytest.fixture
def reader(served: str) -> Iterator[Reader]:
    with closing(Reader(served)) as made:
        yield made


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_verdict_is_written_at_once(reader: Reader, file: Path, verdict: str) -> None:
    assert "1 left" in reader.listed()
    answer = reader.judge(verdict, why="the same\tpost\n and year")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/review?page=1&said={verdict}#said")
    (written,) = read_judgements(file)
    assert (written.left, written.right, written.verdict) == (LEFT, RIGHT, verdict)
    assert (written.by, written.why) == ("Lan Anh", "the same post and year")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", written.when)
    page = reader.listed(answer.headers["location"])
    assert "0 left" in page
    assert "holds with the next kg build" in page
    assert "Lan Anh" in reader.get("/review/decided").text


def test_a_verdict_is_taken_back(reader: Reader, file: Path) -> None:
    file.write_text("different\ta#A B\tb#A B\tminh\n# a remark\n", encoding="utf-8")
    reader.judge()
    assert len(read_judgements(file)) == 2
    answer = reader.send_form("/review/undo", left=RIGHT, right=LEFT, list="decided")
    assert answer.headers["location"] == "/review/decided?page=1&said=undone#said"
    assert [each.by for each in read_judgements(file)] == ["minh"]
    assert "# a remark" in file.read_text(encoding="utf-8")
    again = reader.send_form("/review/undo", left=RIGHT, right=LEFT)
    assert "said=nothing" in again.headers["location"]


def test_what_was_decided_in_the_meantime_stays(reader: Reader, file: Path) -> None:
    file.write_text(f"different\t{RIGHT}\t{LEFT}\tminh\n", encoding="utf-8")
    assert "0 left" in reader.listed()
    answer = reader.judge()
    assert answer.status_code == 409
    assert "decided in the meantime" in unescape(answer.text)
    assert [each.by for each in read_judgements(file)] == ["minh"]


def test_a_finding_is_dismissed_and_restored(reader: Reader, file: Path) -> None:
    listed = reader.listed("/review/findings")
    assert "The parts add up to 15" in listed
    finding = re.findall(r'name="finding" value="(\w+)"', listed)[0]
    assert reader.send_form("/review/dismiss", finding=finding, why="a misprint").status_code == 303
    (written,) = read_dismissals(file)
    assert (written.finding, written.by, written.why) == (finding, "Lan Anh", "a misprint")
    assert f'value="{finding}"' not in reader.listed("/review/findings")
    reader.send_form("/review/dismiss", finding=finding)
    assert len(read_dismissals(file)) == 1
    assert "said=undone" in reader.send_form("/review/undo", finding=finding).headers["location"]
    assert read_dismissals(file) == ()


def test_warnings_are_listed_with_their_sentences(reader: Reader) -> None:
    page = reader.listed("/review/warnings")
    assert "kg validate" in page
    with open_graph(reader_store(reader)) as graph:
        results = graph.validate().results
    assert f"{len(results)} left" in page
    assert all(result.message_en in unescape(page) for result in results[:10])


def test_a_warning_is_dismissed_with_a_reason_and_restored(reader: Reader, file: Path) -> None:
    listed = reader.listed("/review/warnings")
    warnings = re.findall(r'name="finding" value="(\w+)"', listed)
    assert len(warnings) == len(set(warnings)) >= 1
    given = {"finding": warnings[0], "list": "warnings"}
    answer = reader.send_form("/review/dismiss", **given, why="so it stands in the paper")
    assert answer.headers["location"] == "/review/warnings?page=1&said=dismissed#said"
    (written,) = read_dismissals(file)
    assert (written.finding, written.kind) == (warnings[0], "warning")
    assert (written.by, written.why) == ("Lan Anh", "so it stands in the paper")
    assert f'value="{warnings[0]}"' not in reader.listed("/review/warnings")
    assert "so it stands in the paper" in reader.listed("/review/decided")
    assert reader.send_form("/review/dismiss", finding="0a", list="warnings").status_code == 404
    assert "said=undone" in reader.send_form("/review/undo", finding=warnings[0]).headers["location"]
    assert f'value="{warnings[0]}"' in reader.listed("/review/warnings")


def test_what_validation_found_is_kept_for_the_state_of_the_store(tmp_path: Path, root: Path) -> None:
    store = reviewed(tmp_path, root / "seeds")
    found = read(str(store), "warnings", str(store))
    (kept,) = store.glob("warnings-*.json")
    before = kept.stat().st_mtime_ns
    assert read(str(store), "warnings", str(store)) == found
    assert kept.stat().st_mtime_ns == before
    kept.write_bytes(kept.read_bytes()[:-5])  # a file that is cut short is found anew
    assert read(str(store), "warnings", str(store)) == found
    article = tmp_path / "more.txt"
    article.write_text(MEETING.format(name="Đỗ Quang Chiểu", year=2021), encoding="utf-8")
    assert build([article], store).errors == ()
    read(str(store), "warnings", str(store))
    (other,) = store.glob("warnings-*.json")
    assert other != kept


def reader_store(reader: Reader) -> Path:
    return (
        Path(unescape(re.findall(r"written into (\S+) at once", reader.get("/review").text)[0])).parent
        / "store"
    )


def test_the_next_build_follows(reader: Reader, file: Path, store: Path, tmp_path: Path) -> None:
    import shutil

    reader.judge("same")
    copy = shutil.copytree(store, tmp_path / "store")
    build([store.parent / "articles"], copy, judgements=read_judgements(file))
    query = """PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX dang: <https://w3id.org/dangbo/ontology#>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT (COUNT(DISTINCT ?official) AS ?n) { ?persona prov:specializationOf ?official ; foaf:name ?name .
        ?persona a dang:Persona . FILTER(STRSTARTS(?name, "Đỗ Quang")) }"""
    with open_graph(copy) as graph:
        assert graph.query(query).table() == [["1"]]


# -- who may not write ---------------------------------------------------------------------------------------


REFUSED = {
    "another page": {"Origin": "https://example.org"},
    "another port": {"Origin": "http://127.0.0.1:1"},
    "no page at all": {"Origin": "null"},
    "another site, as the browser says": {"Sec-Fetch-Site": "cross-site"},
    "another name for this machine": {"Host": "rebound.example.org"},
}


@pytest.mark.parametrize("headers", REFUSED.values(), ids=REFUSED.keys())
def test_other_pages_may_not_write(reader: Reader, file: Path, headers: dict[str, str]) -> None:
    token = reader.token
    answer = reader.post(
        "/review/judge",
        data={"token": token, "left": LEFT, "right": RIGHT, "verdict": "same"},
        headers=headers,
    )
    assert answer.status_code == 403
    assert not file.exists()


def test_a_form_needs_its_token_and_its_cookie(reader: Reader, served: str, file: Path) -> None:
    fields = {"left": LEFT, "right": RIGHT, "verdict": "same"}
    assert reader.post("/review/judge", data=fields).status_code == 403
    assert reader.post("/review/judge", data={**fields, "token": "0" * 64}).status_code == 403
    stranger = httpx.post(f"{served}/review/judge", data={**fields, "token": reader.token}, timeout=PATIENCE)
    assert stranger.status_code == 403  # another page can read the token, and has no cookie that fits
    with closing(Reader(served)) as other:
        assert reader.post("/review/judge", data={**fields, "token": other.token}).status_code == 403
    assert not file.exists()


def test_the_cookie_is_kept_from_scripts_and_other_sites(served: str) -> None:
    cookie = httpx.get(f"{served}/review", headers=HTML, timeout=PATIENCE).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


WRONG = [
    ({"left": "a#Nobody", "right": "b#Nobody", "verdict": "same"}, 404),
    ({"left": LEFT, "right": LEFT, "verdict": "same"}, 404),
    ({"left": LEFT, "right": RIGHT, "verdict": "perhaps"}, 400),
    ({"left": LEFT, "right": RIGHT}, 400),
    ({}, 400),
]


@pytest.mark.parametrize(("fields", "status"), WRONG)
def test_only_what_is_in_the_list_is_written(
    reader: Reader, file: Path, fields: dict[str, str], status: int
) -> None:
    assert reader.send_form("/review/judge", **fields).status_code == status
    assert reader.send_form("/review/dismiss", finding="nothing").status_code == 404
    assert reader.get("/review/judge").status_code in (404, 405)
    assert reader.get("/review/nothing").status_code == 404
    assert not file.exists()


def test_nobody_decides_without_a_name(served: str, file: Path) -> None:
    with closing(Reader(served, name=" \t ")) as reader:
        assert "disabled" in reader.listed()
        assert reader.judge().status_code == 400
    assert not file.exists()


def test_a_name_is_one_cell(served: str, file: Path) -> None:
    with closing(Reader(served, name="Lan\tAnh\nsame\tx#y\tz#w\x00\u2028")) as reader:
        reader.judge()
    (written,) = read_judgements(file)
    assert written.by == "Lan Anh same x#y z#w"


def test_a_file_that_cannot_be_read_is_told(reader: Reader, file: Path) -> None:
    file.write_text("maybe\ta#A B\tb#A B\n", encoding="utf-8")
    page = reader.listed()
    assert "line 1: 'maybe' is no verdict" in page
    assert reader.judge().status_code == 409
    assert file.read_text(encoding="utf-8") == "maybe\ta#A B\tb#A B\n"


def test_review_is_off_for_other_machines(store: Path, file: Path) -> None:
    """A server that listens to other machines lets nobody write, unless it is told to."""
    options = ("--judgements", str(file), "--host", "0.0.0.0")
    with serving(store, *options, address="0.0.0.0") as (address, _):
        here = address.replace("0.0.0.0", "127.0.0.1")
        page = httpx.get(f"{here}/review", headers=HTML, timeout=PATIENCE)
        assert (page.status_code, "--allow-review" in page.text) == (403, True)
        assert httpx.post(f"{here}/review/judge", data={}, timeout=PATIENCE).status_code == 403
        assert "/review" not in httpx.get(f"{here}/", headers=HTML, timeout=PATIENCE).text
    with (
        serving(store, *options, "--allow-review", address="0.0.0.0") as (address, _),
        closing(Reader(address.replace("0.0.0.0", "127.0.0.1"))) as reader,
    ):
        assert reader.judge().status_code == 303
    assert len(read_judgements(file)) == 1


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        *((host, True) for host in ("127.0.0.1", "localhost", "::1", "[::1]", "127.9.9.9")),
        *((host, False) for host in ("0.0.0.0", "192.168.1.2", "localhost.example.org", "")),
    ],
)
def test_what_is_here(host: str, expected: bool) -> None:
    assert is_here(host) is expected
