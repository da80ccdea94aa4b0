"""The home page: what the graph holds, what came in last, what one may ask."""

from __future__ import annotations

from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.draw.page import safe_json
from kg.query import Query, queries
from kg.serve.facts import Teller
from kg.serve.look import Look
from kg.serve.render import Entry, render
from kg.serve.search.index import Hit, SearchIndex
from kg.serve.search.routes import LISTS, address
from kg.serve.service import Service
from kg.serve.wording import chosen, words

ENTRIES = (Entry(0, "/", "home"),)
_LATEST: Final = (("article", 6), ("theme", 4), ("document", 4))
_EXAMPLES: Final = (
    "theme-history",
    "standing-committee",
    "document-cascade",
    "targets-and-results",
    "successions",
    "concurrent-posts",
)
_QUESTIONS: Final = "/questions"


def routes(service: Service) -> list[Route]:
    """Give the route of the home page."""

    async def home(request: Request) -> Response:
        return await run_in_threadpool(_home, service, request)

    return [Route("/", home)]


def _home(service: Service, request: Request) -> Response:
    index: SearchIndex = request.app.state.search
    t = words(chosen(request))
    ready = index.ready(2.0)
    teller = Teller(Look(service.graph.store.quads, service.base), t)
    lists = {kind: f"/{name}" for name, kind in LISTS.items()}
    about = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": t("site"),
        "description": t("home_lead"),
        "identifier": service.base,
        "inLanguage": "vi",
    }
    return render(
        request,
        "home.html",
        counts=[(kind, n, lists[kind]) for kind, n in index.counts().items()] if ready else [],
        latest=[(kind, _told(service, teller, index.latest(kind, n))) for kind, n in _LATEST]
        if ready
        else [],
        examples=[
            (name, _question(found, t.language)) for name in _EXAMPLES if (found := queries().get(name))
        ],
        asking=any(entry.path == _QUESTIONS for entry in request.app.state.navigation),
        structured=safe_json(about),
    )


def _told(service: Service, teller: Teller, hits: list[Hit]) -> list[tuple[str, str, str]]:
    return [(hit.name, address(service, hit.iri), teller.day(hit.day) if hit.day else "") for hit in hits]


def _question(query: Query, language: str) -> str:
    return query.question_en if language == "en" else query.question_vi
