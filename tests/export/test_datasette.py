"""The folder that Datasette opens: Datasette itself is run on it and asked."""

from __future__ import annotations

import html
import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from kg.export.tables import COLUMNS
from kg.knowledge import open_graph


@pytest.fixture(scope="module")
def folder(seeds_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("datasette") / "shown"
    with open_graph(seeds_store) as graph:
        graph.export(out, "datasette")
    return out


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[httpx.Client]:
    """Datasette on a free port, with what it says about itself checked at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder.parent / "log"
    command = [sys.executable, "-m", "datasette", "serve", str(folder), "--host", "127.0.0.1", "--port", str(port)]
    with log.open("w") as file, subprocess.Popen(command, stdout=file, stderr=file) as server:
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as asked:
                _wait(asked, server, log)
                yield asked
        finally:
            server.terminate()
    assert "Traceback" not in log.read_text()


def _wait(client: httpx.Client, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        try:
            client.get("/-/versions.json").raise_for_status()
            return
        except httpx.TransportError:
            assert server.poll() is None, log.read_text()
            time.sleep(0.1)
    pytest.fail(log.read_text())


def rows(client: httpx.Client, path: str, **asked: str) -> list[dict[str, Any]]:
    answer = client.get(f"/graph/{path}.json", params={"_shape": "array", **asked})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()
    return found


def test_tables_and_views_are_there_and_the_index_is_hidden(client: httpx.Client) -> None:
    told = client.get("/graph.json").json()
    shown = {table["name"]: table for table in told["tables"] if not table["hidden"]}
    assert set(shown) == {"articles", "sentences", "facts", "officials", "bodies", "units", "tenures", *COLUMNS}
    assert {view["name"] for view in told["views"]} == {"posts", "facts_with_sentences"}
    assert all(table["count"] for table in shown.values())


@pytest.mark.parametrize(
    ("table", "column", "words", "found"),
    [
        ("bodies", "name", "thanh uy uong bi", "Thành ủy Uông Bí"),
        ("bodies", "name", "Đảng", "Đảng"),
        ("sentences", "text", "dang bo", "Đảng bộ"),
        ("sentences", "text", "đảng bộ", "Đảng bộ"),
        ("officials", "name", "nghiem xuan cuong", "Nghiêm Xuân Cường"),
        ("units", "name", "uong bi", "Uông Bí"),
    ],
)
def test_the_search_box_does_without_marks(
    client: httpx.Client, table: str, column: str, words: str, found: str
) -> None:
    some = rows(client, table, _search=words)
    assert any(found in row[column] for row in some)
    assert len(some) < len(rows(client, table, _size="max")), "the search did nothing"
    assert rows(client, table, _search="không-có-từ-này") == []
    page = client.get(f"/graph/{table}").text
    assert re.search(r'<input[^>]*name="_search"', page)


def test_keys_lead_to_what_a_reader_knows(client: httpx.Client) -> None:
    row = rows(client, "facts", _labels="on", _size="1")[0]
    assert " " in row["article"]["label"]
    assert row["sentence"]["label"] != str(row["sentence"]["value"])
    row = rows(client, "positions", _labels="on", _size="1", person_iri__notblank="1")[0]
    assert row["person_iri"]["label"] == row["person"]
    row = rows(client, "tenures", _labels="on", _size="1")[0]
    assert not row["body"]["label"].startswith("http")


@pytest.mark.parametrize(
    ("question", "asked", "column", "found"),
    [
        ("posts_of", {"name": "nghiem xuan cuong"}, "body", "Thành ủy Uông Bí"),
        ("said_about", {"words": "chu de cong tac nam"}, "kind", "themes"),
        ("posts_of", {"name": '" OR 1 --'}, "", ""),
    ],
)
def test_its_questions_are_answered(
    client: httpx.Client, question: str, asked: dict[str, str], column: str, found: str
) -> None:
    some = rows(client, question, **asked)
    assert some == [] if not column else found in {row[column] for row in some}


def test_what_is_explained_is_there(client: httpx.Client, folder: Path) -> None:
    """Every table that is described exists, with every column, and every page opens."""
    told = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))["databases"]["graph"]
    for name, about in told["tables"].items():
        page = client.get(f"/graph/{name}")
        assert page.status_code == 200
        assert about["title"] in page.text
        known = rows(client, name, _size="1")[0]
        named = {*about.get("columns", ()), *about.get("facets", ()), about.get("label_column", next(iter(known)))}
        assert named <= known.keys(), name
        for description in about.get("columns", {}).values():
            assert description in html.unescape(page.text), (name, description)
