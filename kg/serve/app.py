"""The application: what is served, put together from the modules that have routes."""

from __future__ import annotations

import re

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kg.knowledge import KnowledgeGraph
from kg.serve import draft, pages, reconcile
from kg.serve.answers import problem
from kg.serve.service import Service

_READING = ("GET", "POST", "OPTIONS")


def create_app(graph: KnowledgeGraph) -> Starlette:
    """Make the application over an open graph; the things that it names are read at once."""
    service = Service(graph)
    routes = [
        Route("/", _home),
        *draft.routes(service, "/reconcile/1.0-draft"),
        *reconcile.routes(service, "/reconcile"),
        *pages.routes(service),
    ]
    # The specification asks for access from any web page; nothing here can be changed, and no one logs in.
    anywhere = Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=_READING, allow_headers=["*"])
    handlers = {HTTPException: _refused, Exception: _failed}
    return Starlette(routes=routes, middleware=[anywhere], exception_handlers=handlers)


async def _home(request: Request) -> Response:
    return RedirectResponse("/reconcile")


async def _refused(request: Request, error: Exception) -> Response:
    """Answer what is not there, or not in this way, as JSON like everything else."""
    status = error.status_code if isinstance(error, HTTPException) else 400
    detail = error.detail if isinstance(error, HTTPException) else str(error)
    return problem(status, detail)


async def _failed(request: Request, error: Exception) -> Response:
    """Answer a fault of the program without its inner life."""
    kind = re.sub(r"\W", "", type(error).__name__)
    return problem(500, f"a fault of the program ({kind}); please report it")
