"""Officials, organisations and units as a network: what GraphML and GEXF write.

Nodes carry a kind and a label; an edge from an official to an organisation carries the post, the status and
the articles that attest it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from kg.export.quads import Export, View
from kg.vocab import DANG, DCTERMS, FOAF, ORG, RDF, RDFS, SCHEMA

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Nodes = dict[str, dict[str, str]]
Edges = dict[tuple[str, str, str], dict[str, set[str]]]


def network(content: Export) -> Any:
    """Build the network (a MultiDiGraph) from the graphs of the articles, in a fixed order."""
    nodes: Nodes = {}
    edges: Edges = defaultdict(lambda: defaultdict(set))
    for identifier, graph in content.article_graphs():
        view = View(content.store, graph)
        _nodes(view, nodes)
        _posts(view, identifier, edges)
        _ties(view, edges)
    return _assembled(nodes, edges)


def _nodes(view: View, nodes: Nodes) -> None:
    kinds = (
        ("official", DANG.Persona, FOAF.name),
        ("organization", DANG.Body, RDFS.label),
        ("unit", DANG.AdministrativeUnit, RDFS.label),
    )
    for kind, class_, naming in kinds:
        for told in view.subjects(RDF.type, class_):
            label = _legal(view.one(told, naming) or view.one(told, DCTERMS.identifier) or "")
            thing = view.identified(told) if class_ == DANG.Persona else told
            known = nodes.setdefault(thing or told, {"kind": kind, "label": label})
            if view.one(told, naming) is not None:
                known["label"] = label


def _posts(view: View, article: str, edges: Edges) -> None:
    for statement in view.subjects(RDF.type, DANG.Statement):
        membership = view.one(statement, DANG.states)
        person = view.identified(view.one(membership, ORG.member))
        body = view.one(membership, ORG.organization)
        if person is None or body is None:
            continue
        edge = edges[person, body, _legal(view.one(statement, DANG.wording) or "")]
        edge["status"].add((view.one(statement, DANG.status) or "").rpartition("/")[2])
        edge["articles"].add(_legal(article))


def _ties(view: View, edges: Edges) -> None:
    ties = (
        (ORG.subOrganizationOf, "part-of"),
        (DANG.jurisdiction, "jurisdiction"),
        (SCHEMA.containedInPlace, "in"),
    )
    for class_ in (DANG.Body, DANG.AdministrativeUnit):
        for thing in view.subjects(RDF.type, class_):
            for predicate, label in ties:
                for other in view.all(thing, predicate):
                    edges[thing, other, label]["kind"].add(label)


def _assembled(nodes: Nodes, edges: Edges) -> Any:
    import networkx as nx

    graph = nx.MultiDiGraph()
    for node in sorted(nodes):
        graph.add_node(node, **nodes[node])
    for source, target, label in sorted(edges):
        values = edges[source, target, label]
        kind = "structure" if "kind" in values else "post"
        extra = {name: "; ".join(sorted(values[name])) for name in ("status", "articles") if name in values}
        graph.add_edge(source, target, key=f"{kind}:{label}", kind=kind, label=label, **extra)
    return graph


def _legal(text: str) -> str:
    """Leave out the characters that XML does not know."""
    return _ILLEGAL.sub("", text)
