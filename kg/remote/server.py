"""A SPARQL 1.1 server: queries, updates and whole graphs over one connection, with retries."""

from __future__ import annotations

import time
import weakref
from collections.abc import Callable
from types import TracebackType
from typing import Any, Final

import httpx
import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.remote.access import Credentials
from kg.remote.services import Service, checked, recognised, service
from kg.vocab import DEFAULT_BASE, Minter

AGENT: Final = "dangbo-kg (https://w3id.org/dangbo/)"
_RESULTS = "application/sparql-results+json"
_TRIPLES = "application/n-triples, text/turtle;q=0.5"
_BUSY: Final = frozenset({408, 425, 429, 502, 503, 504})
_BUSY_WRITING: Final = _BUSY | {500}
"""Virtuoso answers 500 to a writer that another one was in the way of, and to a query that it can't run."""
_REFUSED: Final = frozenset({401, 403})
_LONGEST_WAIT: Final = 60.0
_FIRST_WAIT: Final = 0.5
_LONG: Final = 5.0
"""After so many seconds somebody wonders what is going on."""


class RemoteStore:
    """A SPARQL 1.1 server; ``query`` answers as that of the embedded store does.

    ``endpoint`` is the address of queries, or all of a server's addresses.  A request that fails for a
    passing reason (no connection, no answer within ``timeout`` seconds, 429, 5xx) is sent again after the
    time that the server names, else after growing pauses, ``tries`` times in all: every request of ours may
    safely be repeated.  ``on_fault`` is told why it takes long before it is sent again.  ``base`` is the base
    of the IRIs of the graph there.
    """

    def __init__(
        self,
        endpoint: str | Service,
        timeout: float = 60,
        *,
        base: str = DEFAULT_BASE,
        credentials: Credentials | None = None,
        tries: int = 3,
        sleep: Callable[[float], object] = time.sleep,
        on_fault: Callable[[str], object] | None = None,
    ) -> None:
        self.service = (
            endpoint
            if isinstance(endpoint, Service)
            else Service("plain", checked(endpoint), checked(endpoint))
        )
        self.base = Minter(base).base
        self._tries, self._sleep = max(1, tries), sleep
        self._timeout, self._on_fault = timeout, on_fault
        self._client = httpx.Client(
            timeout=httpx.Timeout(timeout, connect=min(timeout, 10)),
            auth=credentials.auth() if credentials is not None else None,
            headers={"User-Agent": AGENT},
        )
        weakref.finalize(self, self._client.close)

    @property
    def endpoint(self) -> str:
        """Where queries go."""
        return self.service.query

    def __enter__(self) -> RemoteStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def settle(self, kind: str | None = None, update: str | None = None, graphs: str | None = None) -> None:
        """Find the server's other addresses, from the kind, or from what the server says of itself."""
        address = self.service.query
        if kind is None:
            answer = self._send(
                "GET", address, params={"query": "ASK {}"}, headers={"Accept": _RESULTS}, any_status=True
            )
            said = answer.headers.get("server", "") + (
                " fuseki" if "fuseki-request-id" in answer.headers else ""
            )
            kind = recognised(address, said)
        self.service = service(address, kind, update, graphs)

    def query(self, sparql: str) -> Any:
        """Run a query; gives what pyoxigraph gives, and an rdflib Graph for CONSTRUCT and DESCRIBE.

        Raises QueryError when the server can't read it, and StoreError, in one line, for no answer.
        """
        graph = _makes_graph(sparql)
        answer = self._send(
            "POST",
            self.service.query,
            data={"query": sparql},
            headers={"Accept": _TRIPLES if graph else _RESULTS},
        )
        try:
            if graph:
                return _graph(answer.content, answer.headers.get("content-type", ""))
            return ox.parse_query_results(answer.content, format=ox.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise StoreError(
                f"{self.service.query}: an answer that is no result: {_one_line(error)}"
            ) from error

    def update(self, sparql: str) -> None:
        """Run an update."""
        headers = {"Content-Type": "application/sparql-update; charset=utf-8"}
        self._send("POST", self.service.update, content=sparql.encode(), headers=headers, busy=_BUSY_WRITING)

    def put(self, graph: str, triples: str) -> None:
        """Put N-Triples in the place of a graph's content (Graph Store protocol)."""
        self._write("PUT", graph, content=triples.encode(), headers=_NTRIPLES)

    def add(self, graph: str, triples: str) -> None:
        """Add N-Triples to a graph (Graph Store protocol)."""
        self._write("POST", graph, content=triples.encode(), headers=_NTRIPLES)

    def load(self, quads: str) -> None:
        """Add N-Quads to the dataset; no standard, see :class:`Service`."""
        if self.service.quads is None:
            raise StoreError(f"{self.service.query}: no address for quads is known")
        headers = {"Content-Type": "application/n-quads; charset=utf-8"}
        self._send("POST", self.service.quads, content=quads.encode(), headers=headers, busy=_BUSY_WRITING)

    def get(self, graph: str) -> list[ox.Triple]:
        """Give a graph's triples (Graph Store protocol); none for one that is not there."""
        headers = {"Accept": _TRIPLES}
        answer = self._send("GET", headers=headers, missing_ok=True, **self._named(graph))
        if answer.status_code == httpx.codes.NOT_FOUND:
            return []
        form = ox.RdfFormat.from_media_type(answer.headers.get("content-type", "")) or ox.RdfFormat.TURTLE
        return [quad.triple for quad in ox.parse(answer.content, form)]

    def delete(self, graph: str) -> None:
        """Delete a graph (Graph Store protocol); one that is not there is no error."""
        self._write("DELETE", graph, missing_ok=True)

    def _write(self, method: str, graph: str, **request: Any) -> None:
        self._send(method, busy=_BUSY_WRITING, **request, **self._named(graph))

    def _named(self, graph: str) -> dict[str, Any]:
        if self.service.graphs is None:
            raise StoreError(
                f"{self.service.query}: no address for whole graphs is known; name it with --graph-store"
            )
        return {"address": self.service.graphs, "params": {self.service.graph_parameter: graph}}

    # -- one request ---------------------------------------------------------------------------------------

    def _send(
        self,
        method: str,
        address: str,
        *,
        missing_ok: bool = False,
        any_status: bool = False,
        busy: frozenset[int] = _BUSY,
        **request: Any,
    ) -> httpx.Response:
        wait = _FIRST_WAIT
        for left in range(self._tries - 1, -1, -1):
            fault, told, hangs = "", None, False
            try:
                answer = self._client.request(method, address, **request)
            except httpx.ReadTimeout:
                fault, hangs = f"no answer within {self._timeout:g} seconds", True
            except httpx.TransportError as error:
                fault = f"no answer: {_one_line(error)}"
            except httpx.HTTPError as error:
                raise StoreError(f"{address}: no answer: {_one_line(error)}") from error
            else:
                if answer.is_success or any_status:
                    return answer
                if missing_ok and answer.status_code == httpx.codes.NOT_FOUND:
                    return answer
                if answer.status_code not in busy:
                    raise _refusal(address, answer)
                fault, told = _said(answer), _retry_after(answer)
            if not left:
                raise StoreError(f"{address}: {fault}")
            pause = min(told or wait, _LONGEST_WAIT)
            if self._on_fault is not None and (hangs or pause >= _LONG):
                number = self._tries - left + 1
                self._on_fault(f"{address}: {fault}; trying again ({number} of {self._tries})")
            self._sleep(pause)
            wait *= 2
        raise AssertionError("unreachable")


_NTRIPLES = {"Content-Type": "application/n-triples; charset=utf-8"}


def _makes_graph(sparql: str) -> bool:
    """Tell whether a query gives a graph, by asking it of nothing."""
    try:
        return isinstance(ox.Store().query(sparql, prefixes=Minter().prefixes()), ox.QueryTriples)
    except (SyntaxError, ValueError, OSError, RuntimeError):
        return False


def _refusal(address: str, answer: httpx.Response) -> QueryError | StoreError:
    if answer.status_code in _REFUSED:
        return StoreError(
            f"{address}: the server refuses ({answer.status_code}); give a user or token that may, "
            "by --credentials or the environment (see docs/servers.md)"
        )
    if answer.status_code == httpx.codes.BAD_REQUEST:
        return QueryError(f"{address}: the server can't read the query: {_text(answer)}")
    if answer.is_redirect:
        return StoreError(
            f"{address}: the server is elsewhere; give its address: {answer.headers.get('location', '')}"
        )
    return StoreError(f"{address}: {_said(answer)}")


def _said(answer: httpx.Response) -> str:
    return f"the server answered {answer.status_code}: {_text(answer)}"


def _text(answer: httpx.Response) -> str:
    return "".join(c if c.isprintable() else " " for c in answer.text[:300]).strip() or answer.reason_phrase


def _retry_after(answer: httpx.Response) -> float | None:
    told = answer.headers.get("retry-after", "")
    return float(told) if told.isdecimal() else None


def _graph(data: bytes, media_type: str) -> Any:
    from rdflib import Graph

    form = ox.RdfFormat.from_media_type(media_type) or ox.RdfFormat.TURTLE
    lines = ox.serialize((quad.triple for quad in ox.parse(data, form)), format=ox.RdfFormat.N_TRIPLES)
    return Graph().parse(data=lines or b"", format="nt")


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:300] or type(error).__name__
