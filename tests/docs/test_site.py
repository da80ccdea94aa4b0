"""The documentation site: it is built, its links hold, and what its pages tell to do can be done."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.generator.links import broken
from docs.generator.markdown import render
from docs.generator.ontology import Ontology
from docs.generator.site import write
from kg.query import queries
from kg.vocab import DANG

BLOCK = re.compile(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "docs"
    write(folder)
    return folder


def text(site: Path, page: str) -> str:
    return (site / page).read_text(encoding="utf-8")


def test_every_link_leads_somewhere(site: Path) -> None:
    assert broken(site) == []


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<p id="one"></p><p id="one"></p><a href="b.html">b</a><a href="#two">2</a><a href="a.html#one">1</a>'
        '<a href="https://example.org/x">x</a><a href="ht!tp://x">y</a><script src="https://example.org/x.js"></script>'
        '<a href="javascript:alert(1)">z</a>',
        encoding="utf-8",
    )
    assert broken(tmp_path) == [
        "a.html: two elements have the id 'one'",
        "a.html: 'b.html' leads to no file",
        "a.html: '#two' leads to no place in the page",
        "a.html: 'ht!tp://x' leads to no file",
        "a.html: 'https://example.org/x.js' would be loaded from elsewhere",
        "a.html: 'javascript:alert(1)' is no address of a page",
    ]


def test_every_term_of_the_ontology_has_its_place(site: Path) -> None:
    page = text(site, "ontology.html")
    for name in DANG.names - {"indicatorStructure"}:
        assert f'<section class="term" id="{name}">' in page


def test_classes_are_drawn_with_what_they_lead_to(root: Path, site: Path) -> None:
    ontology = Ontology(root / "ontology", root / "shapes")
    drawn = re.findall(r'aria-label="What (\w+) is tied to"', text(site, "ontology.html"))
    tied = {
        ref.local
        for prop in ontology.properties
        if prop.kind == "object property"
        for ref in (*prop.domain, *(r for r in prop.range if prop.domain))
        if ref.own and (prop.range or ref not in prop.domain)
    }
    assert set(drawn) == tied
    assert "Tenure" in tied


def test_the_rules_of_a_class_stand_beside_it(site: Path) -> None:
    page = text(site, "ontology.html")
    section = page[page.index('id="Theme"') : page.index('id="ThemeElement"')]
    assert "A theme is set by one body." in section
    assert '<span class="severity info">Info</span>' in section


def test_every_query_is_a_recipe_with_its_answer(site: Path) -> None:
    page = text(site, "cookbook.html")
    for name, query in queries().items():
        assert f'<h3 id="{name}">' in page, name
        assert query.title in page
    assert "Nghiêm Xuân Cường" in page
    empty = page.count("so the answer is empty")
    assert 0 < empty < len(queries()) / 3, "most questions have an answer in the seeds"


def test_every_concept_is_listed(site: Path) -> None:
    page = text(site, "vocabulary-role.html")
    assert "phó bí thư thường trực" in page
    assert 'id="secretary"' in page


def test_every_public_name_is_explained(site: Path) -> None:
    import kg

    page = text(site, "python.html")
    for name in set(kg.__all__) - {"__version__"}:
        assert f'id="{name}"' in page
    for name in ("Fact", "Result", "Report"):
        assert f'id="{name}"' in page
    assert "``" not in page
    assert ":class:" not in page


def test_the_notebook_is_a_page_and_a_file(site: Path) -> None:
    page = text(site, "notebook.html")
    assert 'href="notebook.ipynb"' in page
    assert "Read the sentence" in page


def test_pages_bring_no_script(site: Path) -> None:
    for path in site.glob("*.html"):
        assert "<script" not in path.read_text(encoding="utf-8")


def test_html_in_a_page_is_text() -> None:
    assert "<b>" not in render("a <b>bold</b> word")
    assert 'href="cli.html#kg-build"' in render("[build](cli.md#kg-build)")


# -- the pages that tell what to do ----------------------------------------------------------------------------


def blocks(root: Path, page: str) -> Iterator[tuple[str, str, str]]:
    yield from BLOCK.findall((root / "docs" / page).read_text(encoding="utf-8"))


def commands(body: str) -> list[list[str]]:
    return [shlex.split(line, comments=True) for line in body.splitlines() if line.strip()]


@pytest.mark.slow
def test_the_tutorial_can_be_followed(
    kg, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    printed = ""
    for language, note, body in blocks(root, "tutorial.md"):
        if note:
            (tmp_path / note).write_text(body, encoding="utf-8")
        elif language == "sh":
            printed = ""
            for words in commands(body):
                done = kg(*words[1:])
                assert (done.code, done.err) == (0, ""), words
                assert done.out.strip(), words
                printed += done.out
        elif language == "python":
            ran = subprocess.run(
                [sys.executable, "-c", body], capture_output=True, text=True, cwd=tmp_path, env=env(root)
            )
            assert ran.returncode == 0, ran.stderr
            assert "Lê Thị Hòa | bí thư | Đảng ủy xã Đoàn Kết" in ran.stdout
        else:
            for line in body.splitlines():
                assert line.strip() in printed
    assert {path.name for path in tmp_path.iterdir()} >= {"officials.html", "tables", "graph.ttl"}


@pytest.mark.slow
def test_a_new_role_is_taught_as_the_page_says(root: Path, tmp_path: Path) -> None:
    """In a copy of the checkout, with the commands, the article and the concepts of the page."""
    for name in ("kg", "ontology", "shapes", "queries"):
        shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "articles").mkdir()
    found = ""
    for language, note, body in blocks(root, "new-role.md"):
        if language == "turtle":
            with (tmp_path / note).open("a", encoding="utf-8") as file:
                file.write("\n" + body)
        elif language == "sh":
            for words in commands(body):
                command = [sys.executable, "-m", "kg", *words[1:]]
                ran = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=env(tmp_path))
                assert ran.returncode == 0, ran.stderr
                found = ran.stdout
        elif note in ("before", "after"):
            rows = [row for row in found.splitlines()[1:] if row]
            told = [row for row in body.splitlines() if row]
            assert len(rows) == len(told)
            for row, start in zip(rows, told, strict=True):
                assert row.startswith(start)
        else:
            (tmp_path / note).write_text(body, encoding="utf-8")


def env(root: Path) -> dict[str, str]:
    import os

    return {**{k: v for k, v in os.environ.items() if k != "DANGBO_STORE"}, "PYTHONPATH": str(root)}
