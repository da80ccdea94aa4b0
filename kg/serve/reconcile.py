"""The reconciliation API in version 0.2, as OpenRefine speaks it.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.reconcile import Candidate
from kg.serve import suggestions
from kg.serve.answers import answer, form, number
from kg.serve.pages import HEIGHT, WIDTH
from kg.serve.questions import Extension, batch, kind_of, read
from kg.serve.service import Service, column, described, described_type, proposed

AT: Final = "/reconcile"
_SUGGESTED = ("entity", "property", "type")
Given = Mapping[str, str]


def routes(service: Service, at: str = AT) -> list[Route]:
    """Give the routes of the service; clients are told the address ``at``."""

    def endpoint(give: Callable[[Given, str], Any]) -> Callable[[Request], Any]:
        async def respond(request: Request) -> Response:
            given = await form(request)
            value = await run_in_threadpool(give, given, _root(request))
            return answer(value, given.get("callback"))

        return respond

    def whatever(given: Given, root: str) -> Any:
        if "queries" in given:
            return answers(service, given["queries"])
        return extension(service, given["extend"]) if "extend" in given else manifest(service, root)

    both = ["GET", "POST"]
    return [
        Route(at, endpoint(whatever), methods=both),
        Route(f"{at}/suggest/entity", endpoint(lambda given, _: suggestions.entities(service, given))),
        Route(f"{at}/suggest/property", endpoint(lambda given, _: suggestions.properties(given))),
        Route(f"{at}/suggest/type", endpoint(lambda given, _: suggestions.types(given))),
        Route(f"{at}/properties", endpoint(lambda given, _: proposal(given))),
    ]


def _root(request: Request) -> str:
    """Give the address under which the client reached the server."""
    return str(request.base_url.replace(path="")).rstrip("/")


def manifest(service: Service, root: str) -> dict[str, Any]:
    """Describe the service."""
    here = f"{root}/reconcile"
    return {
        "versions": ["0.1", "0.2"],
        **service.about,
        "documentation": f"{here}/features",
        "view": {"url": f"{root}/id/{{{{id}}}}"},
        "feature_view": {"url": f"{here}/features#{{{{id}}}}"},
        "preview": {"url": f"{here}/preview?id={{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "suggest": {name: {"service_url": here, "service_path": f"/suggest/{name}"} for name in _SUGGESTED},
        "extend": {
            "propose_properties": {"service_url": here, "service_path": "/properties"},
            "property_settings": [],
        },
    }


def answers(service: Service, queries: str) -> dict[str, Any]:
    """Answer a batch of queries."""
    return {
        key: {"result": [candidate(service, each) for each in service.candidates(asked)]}
        for key, asked in batch(queries).items()
    }


def candidate(service: Service, each: Candidate) -> dict[str, Any]:
    """Write a candidate with its reasons."""
    return {
        "id": service.identifier(each.entity.iri),
        "name": each.entity.name,
        "description": described(each.entity),
        "type": [described_type(each.entity.kind)],
        "score": each.score,
        "match": each.match,
        "features": [{"id": feature.id, "value": feature.value} for feature in each.features],
    }


def extension(service: Service, text: str) -> dict[str, Any]:
    """Give properties of things that were reconciled before."""
    asked = read(text, Extension, "extend")
    names = list(dict.fromkeys(each.id for each in asked.properties))
    return {
        "meta": [column(name) for name in names],
        "rows": service.extension(asked.ids, names),
    }


def proposal(given: Given) -> dict[str, Any]:
    """Propose properties to fetch."""
    limit = number(given.get("limit"), 100, 100)
    named = given.get("type", "")
    return {"type": named, "limit": limit, "properties": proposed(kind_of(named), limit)}
