"""The pages of reconciliation: the preview that clients show in a frame, and what the features mean.

Text from articles is never trusted: the templates escape all of it, and the pages may run nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import pyoxigraph as ox
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.reconcile import Entity, Kind
from kg.reconcile.properties import FEATURES, of_kinds
from kg.serve.answers import page
from kg.serve.service import TYPES, Service, described, told
from kg.vocab import DANG, OA, ORG, PROV, SCHEMA

WIDTH: Final = 480
HEIGHT: Final = 320
_FEW: Final = 3
_PREFIXES: Final = f"""PREFIX dang: <{DANG.base}> PREFIX oa: <{OA.base}> PREFIX org: <{ORG.base}>
PREFIX prov: <{PROV.base}> PREFIX schema: <{SCHEMA.base}>
"""
#: From a thing to the statements about it.
_STATED: Final = {
    Kind.PERSON: "?who prov:specializationOf? $thing . ?m org:member ?who . ?s dang:states ?m",
    Kind.BODY: "?m org:organization $thing . ?s dang:states ?m",
    Kind.UNIT: "?body dang:jurisdiction $thing . ?m org:organization ?body . ?s dang:states ?m",
    Kind.DOCUMENT: "?told prov:specializationOf? $thing . ?s dang:states ?told",
}
_SENTENCES: Final = """SELECT DISTINCT ?before ?quote ?after ?headline ?date WHERE { $stated .
  ?s dang:evidence ?e . ?e oa:hasSource ?article ; oa:hasSelector ?selector .
  ?selector oa:exact ?quote . OPTIONAL { ?selector oa:prefix ?before } OPTIONAL { ?selector oa:suffix ?after }
  OPTIONAL { ?article schema:headline ?headline } OPTIONAL { ?article schema:datePublished ?date }
} ORDER BY DESC(?date) ?quote LIMIT $many"""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article that rest a statement, with what stands around them."""

    before: str
    quote: str
    after: str
    headline: str
    date: str


def routes(service: Service) -> list[Route]:
    """Give the routes of pages."""
    return [
        Route("/reconcile/preview", preview(service)),
        Route("/reconcile/features", _features),
    ]


def preview(service: Service) -> Callable[[Request], Awaitable[Response]]:
    """Answer with the preview of the thing that ``id`` names."""

    async def respond(request: Request) -> Response:
        identifier = request.query_params.get("id", "")
        return await run_in_threadpool(_page, service, identifier, "preview.html", _FEW)

    return respond


async def _features(request: Request) -> Response:
    return page(_templates().get_template("features.html").render(features=FEATURES))


def _page(service: Service, identifier: str, template: str, many: int) -> Response:
    entity = service.find(identifier)
    if entity is None:
        raise HTTPException(404, f"{identifier[:200]}: nothing of that name in the graph")
    shown = {
        "entity": entity,
        "type": TYPES[entity.kind],
        "description": described(entity),
        "properties": _rows(entity),
        "passages": passages(service, entity, many),
    }
    return page(_templates().get_template(template).render(shown))


def _rows(entity: Entity) -> list[tuple[str, list[str]]]:
    rows = [
        (each.name, [value.text for value in told(entity, each.id)])
        for each in of_kinds(frozenset({entity.kind}))
    ]
    return [(name, texts) for name, texts in rows if texts]


def passages(service: Service, entity: Entity, many: int) -> list[Passage]:
    """Give some passages that tell of a thing, of the latest articles first."""
    stated = _STATED[entity.kind].replace("$thing", str(ox.NamedNode(entity.iri)))
    query = _SENTENCES.replace("$stated", stated).replace("$many", str(many))
    found: Any = service.graph.store.query(_PREFIXES + query)
    names = ("before", "quote", "after", "headline", "date")
    return [Passage(*(str(getattr(row[name], "value", "")) for name in names)) for row in found]


@lru_cache(maxsize=1)
def _templates() -> Environment:
    loader = PackageLoader("kg.serve")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
