"""The graphs themselves: the reading half of the SPARQL 1.1 Graph Store HTTP Protocol.

https://www.w3.org/TR/sparql11-http-rdf-update/.  ``/graphs?graph=IRI`` and ``/graphs?default``, and each
graph at its own address.
"""

from __future__ import annotations

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.serve.endpoint import AS, SQUEEZED, accepted, answered, told
from kg.serve.service import Service
from kg.sparql import Wanted

PATH: Final = "/graphs"


def routes(service: Service) -> list[Route]:
    """Give the routes of graphs."""
    return [
        Route(PATH, _named_by_parameter, middleware=SQUEEZED),
        Route(f"{service.root}graph/{{name:path}}", _named_by_address, middleware=SQUEEZED),
    ]


async def _named_by_parameter(request: Request) -> Response:
    """Give the graph that ``graph`` names, or the default graph (4.1, 4.2)."""
    graphs = request.query_params.getlist("graph")
    default = "default" in request.query_params
    if len(graphs) + default != 1:
        raise HTTPException(400, "name one graph: ?graph=IRI, or ?default for the merge of all")
    return await _given(request, graphs[0] if graphs else None)


async def _named_by_address(request: Request) -> Response:
    """Give the graph whose IRI is the address (4.1, direct graph identification)."""
    service: Service = request.app.state.service
    return await _given(request, service.iri(request.url.path))


async def _given(request: Request, graph: str | None) -> Response:
    named = {AS: request.query_params.getlist(AS)} if AS in request.query_params else {}
    return told(await answered(request, Wanted(graph, accepted(request, named))))
