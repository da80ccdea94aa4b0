"""The wheel carries all that it needs, and works from any folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
LEFT_OUT = (".git", ".venv", "__pycache__", "dist", "build", ".*_cache", ".hypothesis", "*-store")


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, so that nothing is left behind in the checkout."""
    copy = tmp_path_factory.mktemp("source") / "checkout"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
    out = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet"]
    subprocess.run([*pip, "--wheel-dir", out, copy], check=True, capture_output=True)
    (found,) = out.glob("dangbo_kg-*.whl")
    return found


def test_what_it_carries(wheel: Path, root: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, pattern in (
        ("ontology", "*.ttl"),
        ("shapes", "*.ttl"),
        ("queries", "*.rq"),
        ("seeds", "*.md"),
    ):
        files = {f"kg/data/{folder}/{path.name}" for path in (root / folder).glob(pattern)}
        assert files
        assert files <= names
    package = {
        str(path.relative_to(root))
        for path in (root / "kg").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and "data" not in path.parts
    }
    assert package <= names
    assert not [name for name in names if name.startswith(("tests/", "docs/"))]
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_it_works_from_any_folder(wheel: Path, root: Path, tmp_path: Path) -> None:
    """In an environment of its own; the dependencies are those of this one."""
    home = tmp_path / "env"
    venv.create(home, with_pip=True, symlinks=True)
    python = home / "bin" / "python"
    pip = [
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--no-index",
    ]
    subprocess.run([*pip, wheel], check=True)
    (site,) = home.glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "DANGBO_STORE")}
    work = tmp_path / "elsewhere"
    work.mkdir()
    shutil.copy(root / "seeds" / "uong-bi-2023.md", work / "article.md")

    def kg(*words: str) -> str:
        command = [home / "bin" / "kg", *words]
        done = subprocess.run(command, cwd=work, env=clean, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert not done.stderr
        return done.stdout

    where = subprocess.run(
        [python, "-c", "import kg; print(kg.__file__)"],
        cwd=work,
        env=clean,
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(site))
    assert "1 built" in kg("build", "article.md")
    assert "Nghiêm Xuân Cường" in kg("query", "officials")
    assert "sound" in kg("validate")
    kg("draw", "--out", "officials.html")
    assert (work / "officials.html").stat().st_size > 10_000
