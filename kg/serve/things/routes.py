"""Every IRI of the graph answers at its path: as a page, as Turtle, as JSON-LD."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kg.draw.page import safe_json
from kg.serve import formats
from kg.serve.facts import Teller
from kg.serve.look import Look, concept_of
from kg.serve.render import render
from kg.serve.service import Service
from kg.serve.things import (
    article,
    body,
    document,
    event,
    indicator,
    person,
    plain,
    theme,
    unit,
)
from kg.serve.wording import chosen, words
from kg.vocab import CONCEPTS, DANG, KINDS, OA, PROV, RDF, SCHEMA

_MOST_TRIPLES: Final = 2000


#: Which module tells of which class, the more special ones first: ``TEMPLATE``, ``page``, ``structured``.
PAGES: Final[tuple[tuple[str, Any], ...]] = (
    (DANG.Official, person),
    (DANG.Body, body),
    (DANG.AdministrativeUnit, unit),
    (DANG.Document, document),
    (DANG.Theme, theme),
    (DANG.Congress, event),
    (SCHEMA.Event, event),
    (SCHEMA.NewsArticle, article),
)


def routes(service: Service) -> list[Route]:
    """Give the routes of things; the last ones, as a base may end at the root of its host."""
    quads = service.graph.store.quads

    def at(iri_of: Callable[[str], str], named: bool) -> Callable[[Request], Any]:
        async def respond(request: Request) -> Response:
            bare, form = formats.split(request.path_params["local"])
            # Leading slashes would make the path of a redirection name another host.
            iri = iri_of(bare.lstrip("/"))
            if not named:
                return RedirectResponse(
                    f"{service.path(iri)}{request.path_params['local'][len(bare) :]}", 303
                )
            look = Look(quads, service.base)
            return await run_in_threadpool(_answer, service, look, request, iri, form)

        return respond

    concepts = urlsplit(CONCEPTS).path
    found = [Route(concepts + "{local:path}", at(lambda local: CONCEPTS + local, True))]
    for kind in KINDS:
        below = f"{service.root}{kind}/"
        found.append(Route(below + "{local:path}", at(_below(f"{service.base}{kind}/"), True)))
    if service.root != "/id/":
        found.append(Route("/id/{local:path}", at(_below(service.base), False)))
    return found


def _below(start: str) -> Callable[[str], str]:
    return lambda local: start + local


def _answer(service: Service, look: Look, request: Request, iri: str, form: str | None) -> Response:
    """Answer with a thing in the format that is asked for."""
    if not (look.knows(iri) or (iri.startswith(CONCEPTS) and concept_of(iri))):
        raise HTTPException(404, f"{iri[:200]}: nothing of that name in the graph")
    form = form or formats.wanted(request.headers.get("accept", ""))
    if form is None:
        raise HTTPException(406, f"{iri}: there is HTML, Turtle, JSON-LD, N-Triples and RDF/XML")
    if form != formats.HTML:
        return formats.answer(look.triples(iri, _MOST_TRIPLES), form, service.base)
    if elsewhere := _better(look, iri):
        return RedirectResponse(service.path(elsewhere), 303)
    return _page(service, look, request, iri)


def _better(look: Look, iri: str) -> str:
    """Give the thing whose page tells of this one: of a persona its official, of evidence its article."""
    kind = iri.removeprefix(look.base).partition("/")[0]
    if kind == "persona":
        return look.one(iri, PROV.specializationOf)
    if kind == "reported-document":
        return look.one(iri, PROV.specializationOf)
    if kind == "evidence":
        source = iri.removesuffix(".position").removesuffix(".quote")
        article = look.one(source, OA.hasSource)
        places = {term: _any(look, source, term) for term in (OA.start, OA.end)}
        return f"{article}#e-{places[OA.start]}-{places[OA.end]}" if article else ""
    return ""


def _any(look: Look, source: str, term: str) -> str:
    return next(
        (found for each in look.values(source, OA.hasSelector) if (found := look.one(each, term))), ""
    )


def _page(service: Service, look: Look, request: Request, iri: str) -> Response:
    module = _module(look, iri)
    teller = Teller(look, words(chosen(request)))
    told = module.page(teller, iri)

    def structured() -> str:
        return safe_json(
            {"@context": "https://schema.org/", "@id": iri, **module.structured(teller, iri, told)}
        )

    path = service.path(iri)
    response = render(
        request, module.TEMPLATE, piecewise=True, iri=iri, path=path, structured=structured, **told
    )
    alternates = ((f"{path}.ttl", formats.TURTLE), (f"{path}.jsonld", formats.JSON_LD))
    links = [f'<{address}>; rel="alternate"; type="{kind}"' for address, kind in alternates]
    response.headers["Link"] = ", ".join([f'<{iri}>; rel="canonical"', *links])
    return response


def _module(look: Look, iri: str) -> Any:
    if iri.startswith(f"{CONCEPTS}indicator/"):
        return indicator
    kinds = set(look.values(iri, RDF.type))
    return next((module for kind, module in PAGES if kind in kinds), plain)
