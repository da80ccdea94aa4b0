"""``kg export`` and ``kg draw``."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree

import pytest


@pytest.fixture
def write(kg, seeds_store: Path, tmp_path: Path):
    def run(verb: str, name: str, *words: str) -> Path:
        ran = kg(verb, "--out", tmp_path / name, *words, "--store", seeds_store)
        assert (ran.code, ran.err) == (0, "")
        assert str(tmp_path / name) in ran.out
        return tmp_path / name

    return run


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("g.ttl", "turtle"),
        ("g.trig", "trig"),
        ("g.nq", "nquads"),
        ("g.graphml", "graphml"),
        ("g.gexf", "gexf"),
    ],
)
def test_the_suffix_tells_the_format(write, name: str, form: str) -> None:
    data = write("export", name).read_bytes()
    assert write("export", "again", "--format", form).read_bytes() == data
    assert b"C\xc6\xb0\xe1\xbb\x9dng" in data


def test_json_ld(write) -> None:
    assert json.loads(write("export", "g.jsonld").read_text(encoding="utf-8"))["@graph"]


def test_tables(write) -> None:
    folder = write("export", "tables")
    assert len(list(folder.glob("*.csv"))) == 7
    with (folder / "positions.csv").open(encoding="utf-8", newline="") as file:
        people = {row["person"] for row in csv.DictReader(file)}
    with closing(sqlite3.connect(write("export", "g.sqlite"))) as database:
        assert {name for (name,) in database.execute("select person from positions")} == people


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_picture(write, language: str) -> None:
    page = write("draw", "officials.html", "--language", language).read_text(encoding="utf-8")
    assert "Nghiêm Xuân Cường" in page
    ElementTree.fromstring(write("draw", "officials.svg", "--language", language).read_bytes())
    assert write("draw", "officials.png").read_bytes().startswith(b"\x89PNG")


def test_the_picture_of_one_place(write, kg, seeds_store: Path, tmp_path: Path) -> None:
    page = write("draw", "one.svg", "--place", "uong bi").read_text(encoding="utf-8")
    assert "Nghiêm Xuân Cường" in page
    assert "Hải Dương" not in page
    ran = kg("draw", "--out", tmp_path / "none.svg", "--place", "Atlantis", "--store", seeds_store)
    assert ran.code == 2
    assert not (tmp_path / "none.svg").exists()


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["draw", "--out", "x.docx"], ".html, .svg or .png"),
        (["export", "--out", "x.docx"], "turtle"),
        (["export", "--out", "a-file/x.ttl"], "can't be written"),
        (["draw", "--out", "a-file/x.svg"], "can't be written"),
    ],
)
def test_where_nothing_can_be_written(
    kg, seeds_store: Path, tmp_path: Path, monkeypatch, words, hint
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a-file").touch()
    ran = kg(*words, "--store", seeds_store)
    assert ran.code == 2
    assert hint in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["a-file"]
