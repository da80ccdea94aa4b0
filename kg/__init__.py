"""Knowledge graphs from the press of Vietnam's party committees and people's committees.

.. code-block:: python

    from kg import build, open_graph

    build(["articles/"], "dangbo-store")
    with open_graph("dangbo-store") as graph:
        for fact in graph.explain("Nghiem Xuan Cuong"):
            print(fact.row, fact.sentence)

The names below are the public ones.  Each loads its module when it is first used, so that importing the
package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.errors import KgError
    from kg.knowledge import KnowledgeGraph, open_graph
    from kg.model import Article
    from kg.pipeline import build, facts, remove
    from kg.read import read as read_articles

__version__ = "0.1.0"

__all__ = [
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

_HOMES = {
    "Article": ("kg.model", "Article"),
    "KgError": ("kg.errors", "KgError"),
    "KnowledgeGraph": ("kg.knowledge", "KnowledgeGraph"),
    "build": ("kg.pipeline", "build"),
    "facts": ("kg.pipeline", "facts"),
    "open_graph": ("kg.knowledge", "open_graph"),
    "read_articles": ("kg.read", "read"),
    "remove": ("kg.pipeline", "remove"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, own = _HOMES[name]
    return getattr(import_module(module), own)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
