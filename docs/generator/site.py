"""Every page of the site, written into one folder."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pygments.formatters.html import HtmlFormatter

from docs.generator import api, cookbook, diagram
from docs.generator.markdown import coloured, render, title
from docs.generator.ontology import Ontology
from kg import __version__, build
from kg.export.context import Context
from kg.resources import data_dir

_HERE = Path(__file__).parent
DOCS = _HERE.parent
#: The pages written by hand that come first, in this order; further ones follow by name.
_FIRST = ("tutorial", "picture", "new-role")
_LAST = ("cli",)


@dataclass(frozen=True)
class Page:
    """A page: its file, its name in the menu, and its HTML."""

    file: str
    name: str
    html: str
    menu: bool = True


def write(folder: Path) -> list[Page]:
    """Write the whole site into ``folder``, which holds nothing else afterwards."""
    templates = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["markdown"] = lambda text: Markup(render(text))
    templates.filters["coloured"] = lambda text, language: Markup(coloured(text, language))
    pages = list(_pages(templates))
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    around = templates.get_template("page.html")
    for page in pages:
        html = around.render(page=page, pages=pages, version=__version__)
        (folder / page.file).write_text(html, encoding="utf-8")
    (folder / "site.css").write_text(_style(), encoding="utf-8")
    (folder / "context.jsonld").write_text(_context(), encoding="utf-8")
    for kept in (*DOCS.glob("*.png"), *DOCS.glob("*.ipynb")):
        shutil.copy(kept, folder / kept.name)
    return pages


def _pages(templates: Environment) -> Iterator[Page]:
    hand = {path.stem: path.read_text(encoding="utf-8") for path in sorted(DOCS.glob("*.md"))}
    yield Page("index.html", "Start", templates.get_template("index.html").render())
    for name in _FIRST:
        yield _written(name, hand[name])
    with tempfile.TemporaryDirectory() as scratch:
        store = Path(scratch) / "store"
        build([data_dir("seeds")], store)
        recipes = cookbook.recipes(store)
    html = templates.get_template("cookbook.html").render(chapters=list(cookbook.chapters(recipes)))
    yield Page("cookbook.html", "Query cookbook", html)
    for name, text in hand.items():
        if name not in (*_FIRST, *_LAST):
            yield _written(name, text)
    yield from _of_ontology(templates)
    yield Page("notebook.html", "Notebook", render(_notebook(DOCS / "notebook.ipynb")))
    yield Page(
        "python.html",
        "Python",
        templates.get_template("python.html").render(public=api.public(), returned=api.returned()),
    )
    for name in _LAST:
        yield _written(name, hand[name])


def _context() -> str:
    """Write the JSON-LD context as a file of its own, which works for any base of the data."""
    return json.dumps({"@context": Context(None).document()}, indent=1) + "\n"


def _notebook(path: Path) -> str:
    """Give the cells of a notebook as Markdown."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    texts = [("".join(cell["source"]), cell["cell_type"]) for cell in cells]
    shown = [f"```python\n{text}\n```" if kind == "code" else text for text, kind in texts]
    shown.insert(1, f"The notebook itself: [{path.name}]({path.name}).")
    return "\n\n".join(shown)


def _written(name: str, text: str) -> Page:
    return Page(f"{name}.html", title(text), render(text))


def _of_ontology(templates: Environment) -> Iterator[Page]:
    ontology = Ontology(data_dir("ontology"), data_dir("shapes"))
    around = {term.ref.iri: Markup(diagram.around(ontology, term)) for term in ontology.classes}
    html = templates.get_template("ontology.html").render(
        ontology=ontology, tree=Markup(diagram.tree(ontology)), around=around
    )
    yield Page("ontology.html", "Ontology", html)
    html = templates.get_template("vocabularies.html").render(schemes=ontology.schemes)
    yield Page("vocabularies.html", "Vocabularies", html)
    for scheme in ontology.schemes:
        html = templates.get_template("scheme.html").render(scheme=scheme)
        yield Page(f"vocabulary-{scheme.slug}.html", scheme.labels.get("en", scheme.slug), html, menu=False)


def _style() -> str:
    light = HtmlFormatter(style="xcode").get_style_defs(".code")
    dark = HtmlFormatter(style="github-dark").get_style_defs(".code")
    own = (_HERE / "site.css").read_text(encoding="utf-8")
    return f"{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n{own}"
