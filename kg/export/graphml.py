"""GraphML: the network of officials, organisations and units, for Gephi, yEd and igraph."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from kg.export.network import network
from kg.export.quads import Export, write_text


def write(content: Export, out: Path) -> None:
    """Write one GraphML file."""
    buffer = BytesIO()
    import networkx as nx  # a library that takes long to load, for a format that few ask for

    nx.write_graphml_xml(network(content), buffer, named_key_ids=True)
    write_text(out, [buffer.getvalue().decode("utf-8"), "\n"])
