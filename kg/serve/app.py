"""The application: what is served, put together from the modules that have routes.

A module gives its routes by ``routes(service)``; one that has pages names its places in the navigation as
``ENTRIES``: home 0, people 10, bodies 20, units 30, documents 40, themes 50, indicators 60, articles 70,
questions 80, picture 90, SPARQL 100, review 110.  To add pages, write such a module and name it in
:data:`MODULES`; its templates extend ``base.html``, its words stand in ``words/NAME.json``, its scripts and
styles in ``static/``, and it answers with :func:`kg.serve.render.render`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from kg import defaults
from kg.knowledge import KnowledgeGraph
from kg.serve import (
    asking,
    chart,
    draft,
    editor,
    endpoint,
    graphs,
    home,
    land,
    pages,
    picture,
    reconcile,
    review,
    search,
    things,
)
from kg.serve.answers import problem
from kg.serve.render import Entry, render
from kg.serve.review.book import Book
from kg.serve.review.guard import Guard
from kg.serve.review.work import Worklists
from kg.serve.search.index import SearchIndex
from kg.serve.service import Service
from kg.serve.updating import Updates
from kg.serve.wording import chosen, words
from kg.sparql import Limits, Pool

_READING: Final = ("GET", "POST", "OPTIONS")
_PROGRAMS: Final = (endpoint.PATH, graphs.PATH, "/.well-known/void", reconcile.AT, draft.AT)
Routes = Callable[[Service], Sequence[BaseRoute]]
#: Where routes come from, the more special addresses first, with each module's places in the navigation.
MODULES: Final[tuple[tuple[Routes, tuple[Entry, ...]], ...]] = (
    (home.routes, home.ENTRIES),
    (picture.routes, picture.ENTRIES),
    (chart.routes, ()),
    (search.routes, search.ENTRIES),
    (draft.routes, ()),
    (reconcile.routes, ()),
    (asking.routes, asking.ENTRIES),
    (editor.routes, editor.ENTRIES),
    (endpoint.routes, ()),
    (graphs.routes, ()),
    (review.routes, review.ENTRIES),
    (pages.routes, ()),
    (land.routes, ()),
    (things.routes, ()),
)


class _ForPrograms:
    """Lets pages of other servers read what is made for programs, and nothing else.

    The reconciliation API asks for that, and browsers' SPARQL clients need it.  Reading changes nothing, and
    no one logs in.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._open = CORSMiddleware(app, allow_origins=["*"], allow_methods=_READING, allow_headers=["*"])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with leave for other pages where there is one."""
        path = scope.get("path", "")
        meant = any(path == each or path.startswith(f"{each}/") for each in _PROGRAMS)
        await (self._open if meant else self._app)(scope, receive, send)


def create_app(
    graph: KnowledgeGraph,
    home: Path,
    limits: Limits | None = None,
    *,
    allow_service: bool = False,
    guard: Guard | None = None,
    updates: Updates | None = None,
    judgements: Path | None = None,
) -> Starlette:
    """Make the application over an open graph; ``home`` is the store's folder, for what is kept beside it.

    ``limits`` are those of strangers' queries; ``allow_service`` lets them call other servers, and
    ``updates`` runs updates; without it they are refused.  What is
    reviewed is written into the file of ``judgements`` by those whom ``guard`` lets; without one, by nobody.
    Whoever runs the application closes it by :func:`close` afterwards.
    """
    service = Service(graph)
    routes = [Mount("/static", StaticFiles(directory=str(files("kg.serve").joinpath("static"))))]
    handlers = {HTTPException: _refused, Exception: _failed}
    app = Starlette(
        routes=[*routes, *(route for give, _ in MODULES for route in give(service))],
        middleware=[Middleware(_ForPrograms)],
        exception_handlers=handlers,
    )
    app.state.service = service
    app.state.search = SearchIndex(graph.store, home)
    app.state.pool = Pool(graph.store.path, limits, service=allow_service)
    app.state.federated = allow_service
    app.state.updates = updates
    app.state.building = False
    app.state.guard = guard
    app.state.book = Book(judgements or Path(defaults.JUDGEMENTS))
    app.state.worklists = Worklists(graph.store.path, home)
    entries = (entry for _, some in MODULES for entry in some if guard is not None or some != review.ENTRIES)
    app.state.navigation = tuple(sorted(entries))
    return app


def close(app: Starlette) -> None:
    """End the processes of an application."""
    app.state.pool.close()
    app.state.worklists.close()
    app.state.search.close()


async def _refused(request: Request, error: Exception) -> Response:
    """Answer what is not there, or not in this way: a page for a reader, else JSON."""
    status = error.status_code if isinstance(error, HTTPException) else 400
    detail = error.detail if isinstance(error, HTTPException) else str(error)
    answer = _told(request, status, "not_found" if status == 404 else "refused", detail)
    answer.headers.update(getattr(error, "headers", None) or {})
    return answer


async def _failed(request: Request, error: Exception) -> Response:
    """Answer a fault of the program without its inner life."""
    kind = re.sub(r"\W", "", type(error).__name__)
    return _told(request, 500, "failed", f"a fault of the program ({kind}); please report it")


def _told(request: Request, status: int, heading: str, detail: str) -> Response:
    if "text/html" not in request.headers.get("accept", ""):
        return problem(status, detail)
    named = words(chosen(request))(heading)
    return render(request, "error.html", status=status, heading=named, detail=detail[:500])
