"""OpenRefine itself, where it is installed, against the reconciliation of ``kg serve``: a table from start to end.

OpenRefine is a server of its own; the test gives it the commands that its pages give.  ``apt-get install
openrefine`` brings it.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.patience import PATIENCE, soon
from tests.serving import answers

pytestmark = [pytest.mark.slow]
TABLE = """name,post,place
Nghiem Xuan Cuong,Bí thư Thành ủy Uông Bí,
Hà Hải Dương,,H. Tiên Yên
Hoàng Quốc Thường,,
Không Có Ai,,
"""
ALL_ROWS = json.dumps({"facets": [], "mode": "row-based"})


class Refine:
    """One running OpenRefine and what is asked of it."""

    def __init__(self, address: str) -> None:
        self._client = httpx.Client(base_url=f"{address}/command/core/", timeout=PATIENCE)
        self.project = ""

    def ask(self, command: str, **given: str) -> Any:
        """Give a command that changes nothing."""
        return self._said(self._client.get(command, params={**self._named, **given}))

    def tell(self, command: str, **given: str) -> Any:
        """Give a command that changes something."""
        token = self._said(self._client.get("get-csrf-token"))["token"]
        form = {**self._named, **given}
        return self._said(self._client.post(command, params={"csrf_token": token}, data=form))

    @property
    def _named(self) -> dict[str, str]:
        return {"project": self.project} if self.project else {}

    @staticmethod
    def _said(response: httpx.Response) -> Any:
        told = response.raise_for_status().json()
        assert told.get("code") != "error", told
        return told

    def open(self, table: str) -> None:
        """Make a project of a table."""
        token = self._said(self._client.get("get-csrf-token"))["token"]
        made = self._client.post(
            "create-project-from-upload",
            params={"csrf_token": token},
            files={"project-file": ("people.csv", table.encode(), "text/csv")},
            data={"project-name": "people", "format": "text/line-based/*sv"},
        )
        self.project = httpx.URL(made.headers["location"]).params["project"]

    def settled(self) -> None:
        """Wait until nothing is at work."""
        soon(lambda: self.ask("get-processes")["processes"], lambda left: left == [])

    def columns(self) -> dict[str, list[Any]]:
        """Give the cells of every column."""
        model = self.ask("get-models")["columnModel"]["columns"]
        told = self.tell("get-rows", start="0", limit="50", engine=ALL_ROWS)
        # A cell that holds nothing may be missing at the end of a row; judgements stand beside the rows.
        cells = [row["cells"] + [None] * len(model) for row in told["rows"]]
        for cell in (cell for row in cells for cell in row if cell and "r" in cell):
            cell["r"] = told["pool"]["recons"][str(cell["r"])]
        return {each["name"]: [row[each["cellIndex"]] for row in cells] for each in model}

    def close(self) -> None:
        self._client.close()


@pytest.fixture(scope="module")
def refine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Refine]:
    """An OpenRefine that listens on this machine alone."""
    command = shutil.which("openrefine")
    if command is None:
        pytest.skip("no OpenRefine here: apt-get install openrefine")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home: Path = tmp_path_factory.mktemp("refine")
    options = ["-x", "refine.headless=true", "-i", "127.0.0.1", "-p", str(port), "-d", str(home), "-m", "512M"]
    log = (home / "log").open("wb")
    process = subprocess.Popen(
        [command, *options], stdout=log, stderr=log, start_new_session=True, env={**os.environ, "HOME": str(home)}
    )
    address = f"http://127.0.0.1:{port}"
    try:
        answers(process, f"{address}/command/core/get-version")
        asking = Refine(address)
        yield asking
        asking.close()
    finally:
        # A shell started the Java that listens: both are in the group that was made for them.
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        log.close()


def _named(judged: dict[str, Any]) -> str:
    """Give the match, or the first candidate."""
    found = [judged["m"]] if judged.get("m") else judged.get("c", [])
    return next((each["name"] for each in found), "")


def test_a_table_is_matched_and_gets_columns(refine: Refine, client: httpx.Client, address: str) -> None:
    manifest = client.get("/reconcile").json()
    space = {key: manifest[key] for key in ("identifierSpace", "schemaSpace")}
    service = f"{address}/reconcile"
    refine.open(TABLE)

    # It asks for some cells what they may be, and offers the types with the most candidates.
    guessed = refine.tell("guess-types-of-column", columnName="name", service=service)
    assert guessed["types"][0]["id"] == "person"

    config = {
        **space,
        "mode": "standard-service",
        "service": service,
        "type": {"id": "person", "name": "person"},
        "autoMatch": True,
        "limit": 0,
        "columnDetails": [
            {"column": "post", "propertyName": "post", "propertyID": "post"},
            {"column": "place", "propertyName": "unit", "propertyID": "unit"},
        ],
    }
    refine.tell("reconcile", columnName="name", config=json.dumps(config), engine=ALL_ROWS)
    refine.settled()
    cells = refine.columns()["name"]
    judged = [(cell["r"]["j"], _named(cell["r"])) for cell in cells]
    assert judged == [
        ("matched", "Nghiêm Xuân Cường"),
        ("matched", "Hà Hải Dương"),
        ("none", "Hoàng Quốc Thưởng"),
        ("none", ""),
    ]

    # A cell is matched by hand, as by a click on the candidate.
    offered = cells[2]["r"]["c"][0]
    refine.tell(
        "recon-judge-one-cell",
        row="2",
        cell="0",
        judgment="matched",
        id=offered["id"],
        name=offered["name"],
        types=",".join(offered.get("t", ["person"])),
        matchScore=str(offered.get("s", 50)),
        **space,
    )

    # And what the graph knows of the matched comes as further columns.
    wanted = {"properties": [{"id": "organization", "name": "body"}, {"id": "post", "name": "a post"}]}
    refine.tell(
        "extend-data",
        baseColumnName="name",
        endpoint=service,
        extension=json.dumps(wanted),
        columnInsertIndex="1",
        engine=ALL_ROWS,
        **space,
    )
    refine.settled()
    columns = refine.columns()
    (bodies, posts) = (
        [cell["v"] for cell in columns[name] if cell] for name in columns if name not in ("name", "post", "place")
    )
    assert {"Thành ủy Uông Bí", "Thành ủy Chí Linh"} <= set(bodies)
    assert "bí thư Thành ủy Uông Bí" in posts
