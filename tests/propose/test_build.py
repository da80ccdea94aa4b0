"""A build with a model that proposes: through the program, over a real socket, into a real store."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.propose.standin import proposes, serving

TEXT = (
    "Ngày 16/5/2022, Thành ủy Chí Linh, tỉnh Hải Dương, tổ chức hội nghị sơ kết nửa nhiệm kỳ.\n"
    "Chiếc ghế bí thư Thành ủy Chí Linh từ lâu đã thuộc về ông Hoàng Quốc Thưởng.\n"
)
SEAT = {
    "kind": "position",
    "quote": "bí thư Thành ủy Chí Linh từ lâu đã thuộc về ông Hoàng Quốc Thưởng",
    "person": "Hoàng Quốc Thưởng",
    "role": "bí thư",
    "organization": "Thành ủy Chí Linh",
    "status": "current",
}
INVENTED = {**SEAT, "quote": "Chủ tịch UBND thành phố Hoàng Quốc Thưởng", "role": "chủ tịch"}


def build(
    folder: Path, environment: Mapping[str, str], *options: str
) -> tuple[subprocess.CompletedProcess[str], list[dict[str, str]]]:
    """Build the folder's article; the run, and the table of positions when it went well."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DANGBO_")}
    program, store = [sys.executable, "-m", "kg"], ["--store", str(folder / "s")]
    done = subprocess.run(
        [*program, "build", str(folder / "a.txt"), *store, *options],
        env={**clean, **environment},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        return done, []
    subprocess.run(
        [*program, "export", "--format", "csv", "--out", str(folder / "t"), *store], check=True, env=clean,
        capture_output=True,
    )  # fmt: skip
    with (folder / "t" / "positions.csv").open(encoding="utf-8", newline="") as file:
        return done, list(csv.DictReader(file))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_what_the_text_bears_out_goes_into_the_graph(folder: Path) -> None:
    with serving(proposes(SEAT, INVENTED)) as standin:
        environment = {"DANGBO_LLM_URL": standin.url, "DANGBO_LLM_MODEL": "stand-in"}
        done, rows = build(folder, environment, "--llm", "--json", "--unread", str(folder / "u.csv"))
        again, _ = build(folder, environment, "--llm", "--json")
        asked = len(standin.asked)
    assert [(r["person"], r["role"], r["organization"], r["rule"]) for r in rows] == [
        ("Hoàng Quốc Thưởng", "bí thư", "Thành ủy Chí Linh", "llm:stand-in")
    ]
    assert json.loads(done.stdout)["unread"]["llm: quote not in the text"] == 1
    assert "llm: quote not in the text" in (folder / "u.csv").read_text(encoding="utf-8")
    assert json.loads(again.stdout)["unchanged"] == 1
    assert asked == 1


def test_without_a_model_none_is_asked_and_its_facts_go(folder: Path) -> None:
    with serving(proposes(SEAT)) as standin:
        environment = {"DANGBO_LLM_URL": standin.url, "DANGBO_LLM_MODEL": "stand-in"}
        assert build(folder, environment)[1] == []
        assert not standin.asked
        assert len(build(folder, environment, "--llm")[1]) == 1
        assert build(folder, environment)[1] == []


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({}, "kg: no endpoint to ask; set DANGBO_LLM_URL"),
        ({"DANGBO_LLM_URL": "http://127.0.0.1:9"}, "kg: no model to ask; set DANGBO_LLM_MODEL"),
        ({"DANGBO_LLM_URL": "ftp://x", "DANGBO_LLM_MODEL": "m"}, "kg: DANGBO_LLM_URL: not an address"),
        (
            {"DANGBO_LLM_URL": "http://127.0.0.1:9", "DANGBO_LLM_MODEL": "m"},
            "kg: 127.0.0.1:9: can't be reached; start it or correct DANGBO_LLM_URL",
        ),
    ],
)
def test_a_model_that_cannot_be_asked(folder: Path, environment: dict[str, str], message: str) -> None:
    done, _ = build(folder, environment, "--llm")
    assert done.returncode == 2
    assert done.stderr.strip().splitlines()[-1].startswith(message)
    assert "Traceback" not in done.stderr
