"""The home page: what the graph holds, what is new, what one may ask."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.serve.render import Entry, render
from kg.serve.service import Service

ENTRIES = (Entry(0, "/", "home"),)


def routes(service: Service) -> list[Route]:
    """Give the route of the home page."""
    return [Route("/", _home)]


async def _home(request: Request) -> Response:
    return render(request, "home.html")
