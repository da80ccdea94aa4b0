"""The README's commands run, its links lead somewhere, the reference is that of the program."""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)\)")
HOST = re.compile(r"https?://([^/\s)>\"]+)")
HOSTS = {"w3id.org", "www.w3.org", "semver.org", "127.0.0.1:8000", "query.wikidata.org", "creativecommons.org"}
HOSTS |= {"docs.dask.org", "CLUSTER:8182", *(f"localhost:{port}" for port in (3030, 7019, 7200, 7878, 8890))}


def blocks(root: Path, language: str) -> list[str]:
    text = (root / "README.md").read_text(encoding="utf-8")
    return [body for name, body in BLOCK.findall(text) if name == language]


def commands(root: Path) -> list[list[str]]:
    lines = [line for block in blocks(root, "sh") for line in block.splitlines() if line.strip()]
    return [shlex.split(line, comments=True) for line in lines]


@pytest.mark.slow
def test_the_commands_run(kg, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order of the README, in a folder with nothing but the seeds."""
    (tmp_path / "seeds").symlink_to(root / "seeds")
    monkeypatch.chdir(tmp_path)
    ran = [words for words in commands(root) if words[0] == "kg"]
    assert len(ran) > 10
    for words in ran:
        done = kg(*words[1:])
        # the seeds hold a plan whose parts do not add up
        assert (done.code, done.err) == (words[1] == "check", ""), words
        assert done.out.strip(), words
    written = {path.name for path in tmp_path.iterdir()}
    assert written >= {"graph.ttl", "graph.jsonld", "officials.html", "report.ttl", "tables", "uong-bi.svg"}


def test_there_are_no_other_commands(root: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for words in commands(root):
        assert words[0] in ("kg", "make")
        if words[0] == "make":
            assert words[1] in targets


@pytest.fixture
def make(root: Path, tmp_path: Path) -> Callable[..., str]:
    """Runs make in a folder that looks like the checkout, with the packages of this environment."""
    for path in root.iterdir():
        if path.name not in (".git", ".venv", "dangbo-store", "graph.ttl", "officials.html"):
            (tmp_path / path.name).symlink_to(path)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    for stamp in (".installed", ".installed-dev", ".installed-docs"):
        (tmp_path / ".venv" / stamp).touch()

    def run(*words: str) -> str:
        clean = {k: v for k, v in os.environ.items() if k not in ("DANGBO_STORE", "MAKEFLAGS", "MAKELEVEL")}
        done = subprocess.run(["make", *words], cwd=tmp_path, env=clean, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.mark.slow
def test_the_demo_runs(make: Callable[..., str], tmp_path: Path) -> None:
    printed = make("demo")
    assert "5 built" in printed
    assert "The graph is sound" in printed
    assert "Nghiêm Xuân Cường" in printed
    assert "kg explain" in printed.splitlines()[-2]
    assert (tmp_path / "graph.ttl").stat().st_size > 100_000
    assert (tmp_path / "officials.html").stat().st_size > 20_000


def test_what_make_test_does(make: Callable[..., str]) -> None:
    """Not run from within itself."""
    steps = make("--dry-run", "test")
    assert [step for step in ("ruff check", "mypy", "lint-imports", "pytest") if step not in steps] == []


@pytest.mark.slow
def test_the_python_runs(root: Path, tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to(root / "seeds")
    (code,) = blocks(root, "python")
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "bí thư Thành ủy Uông Bí" in done.stdout


def test_the_output_that_is_shown_is_what_is_printed(kg, root: Path, seeds_store: Path) -> None:
    (shown,) = blocks(root, "text")
    printed = kg("explain", "Nghiêm Xuân Cường", "--store", seeds_store).out
    for line in filter(None, (line.strip() for line in shown.splitlines())):
        assert line.removesuffix("…").strip() in printed


def test_the_role_that_is_shown_is_one(root: Path) -> None:
    import pyoxigraph as ox

    (shown,) = blocks(root, "turtle")
    text = (root / "ontology" / "roles.ttl").read_text(encoding="utf-8")
    prefixes = "".join(line + "\n" for line in text.splitlines() if line.startswith("@prefix"))
    stated = {str(quad.triple) for quad in ox.parse(prefixes + shown, ox.RdfFormat.TURTLE)}
    assert len(stated) == 5


def test_links_lead_somewhere(root: Path) -> None:
    for page in ("README.md", "CHANGELOG.md"):
        for link in LINK.findall((root / page).read_text(encoding="utf-8")):
            assert link.startswith("https://") or (root / link).exists(), link


def test_pages_speak_of_the_project_alone(root: Path) -> None:
    for page in (root / "README.md", root / "CHANGELOG.md", *(root / "docs").glob("*.md")):
        text = page.read_text(encoding="utf-8")
        assert "../" not in text
        assert "/work" not in text
        assert set(HOST.findall(text)) <= HOSTS, page


def test_the_reference_is_that_of_the_program(root: Path) -> None:
    wanted = load(root / "docs" / "reference.py").reference()
    assert (root / "docs" / "cli.md").read_text(encoding="utf-8") == wanted, "make docs"


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
