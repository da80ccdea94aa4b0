"""GEXF 1.2: the network of officials, organisations and units, for Gephi."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from kg.export.network import network
from kg.export.quads import Export, write_text

_DATED = re.compile(r' lastmodifieddate="[^"]*"')


def write(content: Export, out: Path) -> None:
    """Write one GEXF file, without the date of writing, so that it stays the same."""
    buffer = BytesIO()
    import networkx as nx  # a library that takes long to load, for a format that few ask for

    nx.write_gexf(network(content), buffer, version="1.2draft")
    write_text(out, [_DATED.sub("", buffer.getvalue().decode("utf-8"), count=1), "\n"])
