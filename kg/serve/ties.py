"""Drawings of answers that are a graph: things in layers from left to right, each leading to the next.

Drawn here as SVG that runs and loads nothing; a thing is a link to its page.  Of a large graph the part with
most ties is shown, and the caller is told how much is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Final

import networkx as nx

from kg.serve.results import Cell, Table
from kg.vocab import ELI, RDF

_MOST: Final = 60
_ROW: Final = 30.0
_COLUMN: Final = 360.0
_BOX: Final = 290.0
_WORDS: Final = 40
_PASSES: Final = 4
#: The columns of an answer whose rows say that two are tied by a third.
_TIED: Final = ("name", "through", "otherName")


@dataclass(frozen=True, slots=True)
class Ties:
    """A drawing, and how many things it shows of how many."""

    svg: str
    shown: int
    among: int


def ties(table: Table) -> Ties | None:
    """Draw the things of an answer that lead to one another; None when there are no such things."""
    graph = _graph(table)
    if not graph.number_of_edges():
        return None
    chosen = sorted(graph, key=lambda node: (-graph.degree(node), node))[:_MOST]
    part = graph.subgraph(chosen).copy()
    part.remove_nodes_from([node for node, degree in list(part.degree()) if degree == 0])
    if not part.number_of_edges():
        return None
    return Ties("".join(_drawn(part)), len(part), len(graph))


def _graph(table: Table) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    if table.triples:
        for subject, predicate, thing in table.rows:
            # A document is called by its issuer, too, which needs no box of its own beside it.
            if subject.link and thing.link and predicate.iri not in (RDF.type, ELI.passed_by):
                _tie(graph, subject, thing, predicate.text)
    elif set(_TIED) <= set(table.columns):
        places = [table.columns.index(name) for name in _TIED]
        for row in table.rows:
            for one, other in pairwise(row[place] for place in places):
                _tie(graph, one, other, "")
    return graph


def _tie(graph: nx.DiGraph[str], one: Cell, other: Cell, words: str) -> None:
    keys = [cell.iri or cell.text for cell in (one, other)]
    if keys[0] == keys[1] or not all(keys):
        return
    for key, cell in zip(keys, (one, other), strict=True):
        graph.add_node(key, words=cell.text, link=cell.link)
    graph.add_edge(*keys, words=words)


def _layers(graph: nx.DiGraph[str]) -> list[list[str]]:
    """Part the things into layers, so that ties lead to the right as far as they go in no circle."""
    rounds = nx.condensation(graph)
    layers = [
        sorted(node for part in generation for node in rounds.nodes[part]["members"])
        for generation in nx.topological_generations(rounds)
    ]
    for turn in range(_PASSES):
        ways = layers if turn % 2 else layers[::-1]
        for before, layer in pairwise(ways):
            place = {node: number for number, node in enumerate(before)}
            layer.sort(key=lambda node: _middle(graph, node, place))
    return layers


def _middle(graph: nx.DiGraph[str], node: str, place: dict[str, int]) -> tuple[float, str]:
    """Where the things that one is tied to stand, on the whole."""
    found = [place[other] for other in nx.all_neighbors(graph, node) if other in place]
    return (sum(found) / len(found) if found else 0.0, node)


def _drawn(graph: nx.DiGraph[str]) -> Iterator[str]:
    layers = _layers(graph)
    tallest = max(map(len, layers))
    at = {
        node: (column * _COLUMN + 10, (row + 0.5 + (tallest - len(layer)) / 2) * _ROW + 10)
        for column, layer in enumerate(layers)
        for row, node in enumerate(layer)
    }
    width, height = (len(layers) - 1) * _COLUMN + _BOX + 20, tallest * _ROW + 20
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    yield f'<svg class="ties" {size} role="group">'
    for one, other, words in sorted(graph.edges(data="words")):
        yield _curve(at[one], at[other], str(words))
    for node in at:
        yield _box(at[node], str(graph.nodes[node]["words"]), str(graph.nodes[node]["link"]))
    yield "</svg>"


def _curve(one: Sequence[float], other: Sequence[float], words: str) -> str:
    (x, y), (to_x, to_y) = (one[0] + _BOX, one[1]), other
    half = max(30.0, (to_x - x) / 2)
    way = f"M{x:.0f},{y:.0f} C{x + half:.0f},{y:.0f} {to_x - half:.0f},{to_y:.0f} {to_x:.0f},{to_y:.0f}"
    return f'<path d="{way}"><title>{escape(words)}</title></path>'


def _box(at: Sequence[float], words: str, link: str) -> str:
    x, y = at
    short = words if len(words) <= _WORDS else f"{words[: _WORDS - 1]}…"
    box = f'<rect x="{x:.0f}" y="{y - 11:.0f}" width="{_BOX:g}" height="22" rx="4"/>'
    text = f'<text x="{x + 6:.0f}" y="{y + 4:.0f}">{escape(short)}</text><title>{escape(words)}</title>'
    return (
        f'<a href="{escape(link)}" aria-label="{escape(words)}">{box}{text}</a>'
        if link
        else f"<g>{box}{text}</g>"
    )
