"""Claims to quads: one named graph per article, no blank nodes, every statement with its sentence.

:func:`quads` writes N-Quads lines (f-strings; a store loads them in bulk), :func:`rdflib_dataset` hands the
same quads to users of rdflib.  What holds for several articles together is made in :mod:`kg.derive`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.graph.article import add_article
from kg.graph.documents import Documents
from kg.graph.gatherings import add_congress, add_event
from kg.graph.observations import Observations
from kg.graph.posts import add_position
from kg.graph.themes import add_theme, split_theme
from kg.graph.told import ToldGraph
from kg.model import Facts
from kg.vocab import DEFAULT_BASE, Minter

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = ["quads", "rdflib_dataset", "split_theme"]


def quads(facts: Facts, base: str = DEFAULT_BASE) -> Iterator[str]:
    """All that one article says as N-Quads lines, each with its newline, in a stable order.

    The graph's name depends on the article's id alone, so that reading an article again replaces it.
    """
    told = ToldGraph(facts, Minter(base))
    documents, observations = Documents(told), Observations(told)
    add_article(told)
    for document in facts.documents:
        documents.add(document)
    for position in facts.positions:
        add_position(told, position)
    for link in facts.links:
        documents.add_link(link)
    for theme in facts.themes:
        add_theme(told, documents, theme)
    for indicator in facts.indicators:
        observations.add(indicator)
    observations.tie_parts()
    for congress in facts.congresses:
        add_congress(told, congress)
    for event in facts.events:
        add_event(told, event)
    yield from told.lines


def rdflib_dataset(lines: Iterable[str]) -> Dataset:
    """Load the quads into an rdflib Dataset, one named graph per article, with the usual prefixes bound."""
    from rdflib import Dataset, URIRef

    dataset = Dataset()
    graphs: dict[str, list[str]] = {}
    for line in lines:
        triple, _, graph = line.rpartition(" <")
        graphs.setdefault(graph.rstrip("> .\n"), []).append(f"{triple} .\n")
    for graph, triples in graphs.items():
        dataset.graph(URIRef(graph)).parse(data="".join(triples), format="nt")
    for prefix, namespace in Minter().prefixes().items():
        dataset.bind(prefix, namespace, override=True, replace=True)
    return dataset
