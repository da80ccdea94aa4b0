"""Where servers take queries, updates and whole graphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from kg.errors import UsageError


@dataclass(frozen=True, slots=True)
class Service:
    """The addresses of a server.

    ``graphs`` is the address of the Graph Store protocol, and ``graph_parameter`` what the graph's name goes
    into; ``None`` for a server that has none.  ``whole`` says that graphs are better put whole than written
    by updates: Virtuoso compiles every update, and refuses long ones.  ``quads`` takes N-Quads that are added
    to the whole dataset, which is far faster than updates but in no standard.
    """

    kind: str
    query: str
    update: str
    graphs: str | None = None
    graph_parameter: str = "graph"
    whole: bool = False
    quads: str | None = None


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a server's addresses hang together; ``ends`` are what a user may have given beyond the root."""

    query: str
    update: str
    graphs: str | None
    ends: tuple[str, ...]
    parameter: str = "graph"
    whole: bool = False
    quads: str | None = None
    header: str = ""
    mark: str = ""


_KINDS: Final = {
    "oxigraph": _Kind(
        "/query",
        "/update",
        "/store",
        ("/query", "/update", "/store"),
        quads="/store?no_transaction",
        header="oxigraph",
    ),
    "fuseki": _Kind(
        "/query",
        "/update",
        "/data",
        ("/query", "/sparql", "/update", "/data"),
        quads="/data",
        header="fuseki",
    ),
    "graphdb": _Kind(
        "", "/statements", "/rdf-graphs/service", ("/statements",), quads="/statements", mark="/repositories/"
    ),
    "virtuoso": _Kind(
        "/sparql",
        "/sparql-auth",
        "/sparql-graph-crud-auth",
        ("/sparql", "/sparql-auth"),
        parameter="graph-uri",
        whole=True,
        header="virtuoso",
    ),
    "neptune": _Kind("/sparql", "/sparql", "/sparql/gsp/", ("/sparql",), mark=".neptune."),
    "qlever": _Kind("", "", "", (), whole=True),
    "plain": _Kind("", "", None, ()),
}
#: The kinds of servers whose addresses are known; ``plain`` takes queries and updates at one address.
KINDS: Final = tuple(_KINDS)


def checked(address: str) -> str:
    """Give the address without credentials and fragment; raises UsageError when it is none."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"{address!r}: not the address of a SPARQL endpoint; give an http(s) URL")
    if "@" in parts.netloc:
        raise UsageError(
            f"{parts.hostname}: no user or password in an address; use --credentials or the environment"
        )
    return urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/"), parts.query, ""))


def service(endpoint: str, kind: str, update: str | None = None, graphs: str | None = None) -> Service:
    """Give the addresses of a server of this kind; ``update`` and ``graphs`` overrule what is known."""
    if kind not in _KINDS:
        raise UsageError(f"{kind}: no kind of server that is known; use one of {', '.join(KINDS)}")
    known, root = _KINDS[kind], checked(endpoint)
    for end in known.ends:
        if root.endswith(end):
            root = root.removesuffix(end)
            break
    found = Service(
        kind,
        root + known.query,
        checked(update) if update else root + known.update,
        root + known.graphs if known.graphs is not None else None,
        known.parameter,
        known.whole,
        root + known.quads if known.quads is not None else None,
    )
    if graphs is None:
        return found
    return Service(kind, found.query, found.update, checked(graphs), known.parameter, whole=True)


def recognised(endpoint: str, header: str = "") -> str:
    """Tell the kind of a server from its address and the ``Server`` header of its answers."""
    for kind, known in _KINDS.items():
        by_header = known.header and known.header in header.lower()
        if by_header or (known.mark and known.mark in endpoint):
            return kind
    return "plain"
