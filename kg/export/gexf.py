"""GEXF 1.2: the network of officials, bodies and units with times, for Gephi's timeline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

from kg.export.network import Edge, Network, network
from kg.export.quads import Export, write_text

_NODE = ("kind",)
_EDGE = ("kind", "status", "articles")


def write(content: Export, out: Path) -> None:
    """Write one GEXF file, node by node and edge by edge; a post has the days between which it is known."""
    with network(content) as found:
        write_text(out, _lines(found))


def _lines(found: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    yield '<graph defaultedgetype="directed" mode="dynamic" timeformat="date">\n'
    for kind, names in (("node", _NODE), ("edge", _EDGE)):
        yield f'<attributes class="{kind}" mode="static">\n'
        yield from (f'<attribute id="{name}" title="{name}" type="string"/>\n' for name in names)
        yield "</attributes>\n"
    yield "<nodes>\n"
    for node in found.nodes():
        yield f"<node id={quoteattr(node.iri)} label={quoteattr(node.label)}>"
        yield f"{_values({'kind': node.kind})}</node>\n"
    yield "</nodes>\n<edges>\n"
    for place, edge in enumerate(found.edges()):
        yield from _edge(place, edge)
    yield "</edges>\n</graph>\n</gexf>\n"


def _edge(place: int, edge: Edge) -> Iterator[str]:
    ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
    yield f'<edge id="{place}" {ends} label={quoteattr(edge.label)}>'
    told = {"kind": edge.kind, "status": edge.status, "articles": edge.articles}
    yield _values({name: value for name, value in told.items() if value})
    if edge.start and edge.end:
        yield f'<spells><spell start="{edge.start}" end="{edge.end}"/></spells>'
    yield "</edge>\n"


def _values(told: dict[str, str]) -> str:
    values = (f'<attvalue for="{name}" value={quoteattr(value)}/>' for name, value in told.items())
    return f"<attvalues>{''.join(values)}</attvalues>"
