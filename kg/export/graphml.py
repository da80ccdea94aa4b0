"""GraphML: the network of officials, bodies and units, for Gephi, yEd and igraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from kg.export.network import Network, network
from kg.export.quads import Export, write_text

_NODE = ("kind", "label")
_EDGE = ("kind", "label", "status", "articles", "start", "end")


def write(content: Export, out: Path) -> None:
    """Write one GraphML file, node by node and edge by edge."""
    with network(content) as found:
        write_text(out, _lines(found))


def _lines(found: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for kind, names in (("node", _NODE), ("edge", _EDGE)):
        yield from (
            f'<key id="{kind}.{name}" for="{kind}" attr.name="{name}" attr.type="string"/>\n'
            for name in names
        )
    yield '<graph edgedefault="directed">\n'
    for node in found.nodes():
        yield f"<node id={quoteattr(node.iri)}>{_data('node', asdict(node), _NODE)}</node>\n"
    for place, edge in enumerate(found.edges()):
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        yield f'<edge id="{place}" {ends}>{_data("edge", asdict(edge), _EDGE)}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _data(kind: str, told: dict[str, str], names: tuple[str, ...]) -> str:
    return "".join(f'<data key="{kind}.{name}">{escape(told[name])}</data>' for name in names if told[name])
