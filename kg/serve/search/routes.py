"""The search page, the lists of things, suggestions while typing; they work without a script too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import shorten
from typing import Any, Final
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.serve.answers import answer, number
from kg.serve.facts import Teller
from kg.serve.look import Look
from kg.serve.render import Entry, render
from kg.serve.search.flat import marked, snippet, words
from kg.serve.search.gather import IN_WORDS, KINDS, in_words
from kg.serve.search.index import FACETS, Facets, Found, Hit, Hits, SearchIndex
from kg.serve.service import Service
from kg.serve.things import indicator
from kg.serve.wording import Words, chosen
from kg.serve.wording import words as words_of
from kg.vocab import DANG

LISTS: Final = {
    "people": "person",
    "bodies": "body",
    "units": "unit",
    "documents": "document",
    "themes": "theme",
    "indicators": "indicator",
    "events": "event",
    "articles": "article",
}
"""The lists of things by the last part of their path."""
_ORDER: Final = ("people", "bodies", "units", "documents", "themes", "indicators", "articles")
ENTRIES: Final = (
    *(Entry(10 * place, f"/{name}", name) for place, name in enumerate(_ORDER, 1)),
    Entry(65, "/events", "events"),
)
_PAGE: Final = 30
_FEW: Final = 5
_PATIENCE: Final = 5.0
_LONGEST: Final = 200
_LINE: Final = 90


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit as the page shows it: its address, and its words with what was sought marked."""

    address: str
    kind: str
    name: tuple[tuple[str, bool], ...]
    detail: tuple[tuple[str, bool], ...]
    snippet: tuple[tuple[str, bool], ...]
    when: str


def routes(service: Service) -> list[Route]:
    """Give the routes of search and of the lists."""

    def at(kind: str) -> Callable[[Request], Any]:
        async def respond(request: Request) -> Response:
            return await run_in_threadpool(_search, service, request, kind)

        return respond

    async def suggest(request: Request) -> Response:
        return await run_in_threadpool(_suggest, service, request)

    async def by_words(request: Request) -> Response:
        return await run_in_threadpool(_by_words, service, request)

    return [
        Route("/search", at("")),
        Route("/search/suggest", suggest),
        Route("/indicators/words", by_words),
        *(Route(f"/{name}", at(kind)) for name, kind in LISTS.items()),
    ]


def _search(service: Service, request: Request, listed: str) -> Response:
    text = request.query_params.get("q", "")[:_LONGEST]
    kind = listed or request.query_params.get("kind", "")
    kind = kind if kind in KINDS else ""
    given = ((name, request.query_params.get(name, "")[:_LONGEST]) for name in FACETS)
    facets = {name: value for name, value in given if value}
    index: SearchIndex = request.app.state.search
    if not index.ready(_PATIENCE):
        return _not_yet(request, index)
    nothing = not text.strip() and not kind
    found = index.find(text, kind, facets) if not nothing else Found(Hits(), index.counts(), {})
    at = number(request.query_params.get("page"), 1, 1000) or 1
    t = words_of(chosen(request))
    return render(
        request,
        "search.html",
        text=text,
        kind=kind,
        listed=listed,
        nothing=nothing,
        groups=_groups(service, t, found, text, kind, at),
        total=sum(found.kinds.values()) if not kind else found.kinds[kind],
        more=found.more,
        kinds=_kinds(request, found, kind, listed),
        facets=_facets(request, found, facets),
        taken=[(name, value, _without(request, name)) for name, value in facets.items()],
        level_words={str(level): t(f"level_{level}") for level in range(4)},
        pages=_pages(request, len(found.hits), at) if kind else [],
        hidden=facets | ({"kind": kind} if kind and not listed else {}),
    )


def _not_yet(request: Request, index: SearchIndex) -> Response:
    response = render(request, "search_waits.html", status=503, failed=index.failed)
    response.headers["Retry-After"] = "5"
    return response


def _groups(
    service: Service, t: Words, found: Found, text: str, kind: str, at: int
) -> list[tuple[str, int, list[Shown]]]:
    """Give the hits by kind: a page of one kind, or the first few of each."""
    look = Look(service.graph.store.quads, service.base)
    sought = words(text)
    if kind:
        some = found.hits[(at - 1) * _PAGE : at * _PAGE]
        return [(kind, found.kinds[kind], [_shown(service, t, look, hit, sought) for hit in some])]
    few = {each: found.hits.of(each, _FEW) for each in found.hits.kinds()}
    return [
        (each, found.kinds[each], [_shown(service, t, look, hit, sought) for hit in some])
        for each, some in few.items()
    ]


def _shown(service: Service, t: Words, look: Look, hit: Hit, sought: list[str]) -> Shown:
    cut: list[tuple[str, bool]] = []
    if hit.in_text:
        cut = snippet(look.one(hit.iri, DANG.text), sought)
    return Shown(
        address(service, hit.iri),
        hit.kind,
        tuple(marked(hit.name, sought)),
        tuple(marked(in_words(hit.detail, t.language), sought)),
        tuple(cut),
        Teller(look, t).day(hit.day) if hit.day else "",
    )


def address(service: Service, iri: str) -> str:
    """Give the address of what was found."""
    if iri.startswith(IN_WORDS):
        return "/indicators/words?" + urlencode({"name": iri.removeprefix(IN_WORDS)})
    return service.path(iri)


# -- what can be chosen --------------------------------------------------------------------------------------


def _kinds(request: Request, found: Found, kind: str, listed: str) -> list[tuple[str, int, str, bool]]:
    """Give the kinds with their numbers and addresses."""
    if listed:
        return []
    return [(k, n, _with(request, kind=k), k == kind) for k, n in found.kinds.items() if n or k == kind]


def _facets(request: Request, found: Found, facets: Facets) -> list[tuple[str, list[tuple[str, int, str]]]]:
    given = []
    for name, values in found.facets.items():
        if name in facets or not values:
            continue
        some = values if name != "year" else sorted(values, reverse=True)
        given.append((name, [(value, count, _with(request, **{name: value})) for value, count in some]))
    return given


def _with(request: Request, **more: str) -> str:
    """Give the address of this page with other choices, from its first hits on."""
    asked = {k: v for k, v in request.query_params.items() if k not in ("page", "lang", *more)}
    return f"{request.url.path}?{urlencode(asked | more, quote_via=quote)}"


def _without(request: Request, name: str) -> str:
    asked = {k: v for k, v in request.query_params.items() if k not in ("page", "lang", name)}
    return f"{request.url.path}?{urlencode(asked, quote_via=quote)}"


def _pages(request: Request, hits: int, at: int) -> list[tuple[str, int, str]]:
    """Give the page before and the page after."""
    last = max(1, -(-hits // _PAGE))
    around = [("previous", at - 1), ("next", at + 1)]
    return [(word, page, _with(request, page=str(page))) for word, page in around if 1 <= page <= last]


# -- the rest ------------------------------------------------------------------------------------------------


def _suggest(service: Service, request: Request) -> Response:
    text = request.query_params.get("q", "")[:_LONGEST]
    index: SearchIndex = request.app.state.search
    if not index.ready(0.2):
        return answer([])
    t = words_of(chosen(request))
    return answer(
        [
            {
                "name": hit.name,
                "detail": shorten(in_words(hit.detail, t.language), _LINE, placeholder=" …"),
                "kind": t(f"kind_{hit.kind}"),
                "href": address(service, hit.iri),
            }
            for hit in index.suggest(text, 8)
        ]
    )


def _by_words(service: Service, request: Request) -> Response:
    """Show the values of an indicator that has no concept, only words."""
    label = request.query_params.get("name", "")[:_LONGEST]
    look = Look(service.graph.store.quads, service.base)
    told = indicator.by_words(Teller(look, words_of(chosen(request))), label)
    if told is None:
        raise HTTPException(404, f"{label}: no article gives a value of that")
    return render(request, "indicator_words.html", **told)
