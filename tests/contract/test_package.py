"""What the package promises: its public names, its layout, what it carries."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

import kg

PACKAGE = Path(kg.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
PUBLIC = [
    "Article",
    "KgError",
    "KnowledgeGraph",
    "__version__",
    "build",
    "facts",
    "open_graph",
    "read_articles",
    "remove",
]
VIETNAMESE = re.compile(
    "[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE
)
LETTERS = re.compile(r"\[(?:\\.|[^\]\\])*\]")
WORD = re.compile(r"[^\W\d_]+")
ALPHABETS = {"normalise.py", "legacy.py"}
"""The modules whose matter are the letters themselves: the fold, and the encodings of before Unicode."""


def test_public_names() -> None:
    assert kg.__all__ == PUBLIC
    assert set(PUBLIC) <= set(dir(kg))
    for name in PUBLIC:
        assert getattr(kg, name) is not None
    with pytest.raises(AttributeError):
        kg.nonsense  # noqa: B018


def test_the_version_is_told_once() -> None:
    assert version("dangbo-kg") == kg.__version__


def strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The string constants of a module without its docstrings."""
    docstrings = set()
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                docstrings.add(child.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docstrings:
            yield node.lineno, node.value


def vietnamese(text: str) -> bool:
    """Whether a word has a Vietnamese letter; single letters and a pattern's ``[A-ZĐ]`` are an alphabet's."""
    return any(len(word) > 1 and VIETNAMESE.search(word) for word in WORD.findall(LETTERS.sub("", text)))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_words_of_the_language_live_in_the_vocabulary(module: Path) -> None:
    if module.name in ALPHABETS:
        pytest.skip("an alphabet")
    found = [
        f"{module.name}:{line}: {text!r}"
        for line, text in strings(ast.parse(module.read_text(encoding="utf-8")))
        if vietnamese(text)
    ]
    assert not found


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    names = {part.lower() for path in MODULES for part in (path.stem, path.parent.name)}
    assert not names & {"helper", "helpers", "util", "utils", "common", "manager", "misc", "tools"}


def test_modules_stay_readable() -> None:
    lengths = {str(p.relative_to(PACKAGE)): p.read_text(encoding="utf-8").count("\n") for p in MODULES}
    assert not {name: length for name, length in lengths.items() if length > 900}


def test_importing_it_costs_nothing() -> None:
    """No file of ours is opened, and no heavy package comes in."""
    program = f"""
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import kg, kg.cli
data = [name for name in opened if name.startswith({str(PACKAGE)!r}) and not name.endswith((".py", ".pyc"))]
assert not data, data
heavy = {{"pyoxigraph", "rdflib", "trafilatura", "networkx", "pyshacl", "msgspec"}} & set(sys.modules)
assert not heavy, heavy
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_no_module_works_when_it_is_imported() -> None:
    """Every module can be imported without opening the vocabulary or the gazetteer."""
    names = sorted(".".join(("kg", *p.relative_to(PACKAGE).with_suffix("").parts)) for p in MODULES)
    names = [name.removesuffix(".__init__") for name in names if not name.endswith("__main__")]
    program = f"""
import sys
from importlib import import_module
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event in ("open", "sqlite3.connect") else None)
for name in {names!r}:
    import_module(name)
ours = [name for name in opened if name.endswith((".ttl", ".rq", ".db", ".json", ".css", ".js", ".html"))
        and ("vietnamadminunits" in name or "/ontology/" in name or "/kg/" in name or "/shapes/" in name)]
assert not ours, ours
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
