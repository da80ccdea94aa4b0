"""The example notebook runs, shows what it says, and stores no output; what it shows is escaped."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg import open_graph
from kg.explain import Fact, Facts
from kg.knowledge import KnowledgeGraph
from kg.query import Result

EVIL = "<script>alert(1)</script>"


def outputs(root: Path, folder: Path) -> list[dict[str, Any]]:
    """Run the notebook in an empty folder; give the mime bundles of its outputs in order."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of the notebook's own machinery
        import nbformat
        from nbclient import NotebookClient

        notebook = nbformat.read(root / "docs" / "notebook.ipynb", as_version=4)
        NotebookClient(notebook, timeout=600, resources={"metadata": {"path": str(folder)}}).execute()
    return [dict(out.data) for cell in notebook.cells for out in cell.get("outputs", ()) if "data" in out]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_the_notebook_runs_and_shows_what_it_says(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(root))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))
    built, counts, themes, sparql, rows, facts, network, chart = outputs(root, tmp_path)
    assert built["text/plain"] == "(5, [])"
    assert "<td" in counts["text/html"]
    assert "officials" in counts["text/html"]
    assert 'href="https://w3id.org/dangbo/id/' in themes["text/html"]
    assert "Tỉnh ủy Hải Dương" in sparql["text/html"]
    assert "Lê Văn Hiệu" in rows["text/plain"]
    assert "<mark" in facts["text/html"]
    assert "<iframe srcdoc=" in network["text/html"]
    assert "Lê Văn Hiệu" in chart["image/svg+xml"]


def test_the_notebook_stores_no_output(root: Path) -> None:
    notebook = json.loads((root / "docs" / "notebook.ipynb").read_text(encoding="utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert code
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)


@pytest.fixture(scope="module")
def graph(seeds_store: Path) -> Iterator[KnowledgeGraph]:
    with open_graph(seeds_store) as found:
        yield found


def test_a_result_is_an_escaped_table_with_links(graph: KnowledgeGraph) -> None:
    shown = graph.query(
        f'SELECT ("{EVIL}" AS ?text) (<https://example.org/a?b=1&c="> AS ?iri) {{}}'.replace('&c="', "&c=2")
    )
    html = shown._repr_html_()
    assert EVIL not in html
    assert "&lt;script&gt;" in html
    assert '<a href="https://example.org/a?b=1&amp;c=2">' in html
    assert "javascript:" not in Result(("x",), ())._repr_html_()


def test_a_link_is_one_of_the_web(graph: KnowledgeGraph) -> None:
    html = graph.query("SELECT (<javascript:alert> AS ?iri) {}")._repr_html_()
    assert "<a" not in html


def test_a_long_result_is_cut_and_says_so(graph: KnowledgeGraph) -> None:
    shown = graph.query("SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 250")
    html = shown._repr_html_()
    assert html.count("<tr>") == 101
    assert "… 150 more rows" in html


def test_facts_are_escaped_too() -> None:
    fact = Fact("positions", {"person": EVIL, "quote": EVIL}, f"a{EVIL}b", 1, 1 + len(EVIL), EVIL, EVIL)
    html = Facts([fact])._repr_html_()
    assert EVIL not in html
    assert html.count("<mark") == 1


def test_a_picture_runs_in_a_frame_of_its_own(graph: KnowledgeGraph) -> None:
    bundle = graph.show("network")._repr_mimebundle_()
    assert 'sandbox="allow-scripts"' in bundle["text/html"]
    assert bundle["text/html"].count("<iframe") == 1
    assert "<script" not in bundle["text/html"], "the page is an attribute, escaped"
