"""The reconciliation API in the draft of version 1.0: the same answers in other clothes.

https://reconciliation-api.github.io/specs/1.0-draft/
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.reconcile.properties import FEATURES
from kg.serve import reconcile, suggestions
from kg.serve.answers import answer, body
from kg.serve.pages import HEIGHT, WIDTH, preview
from kg.serve.questions import Extension, draft_batch, read
from kg.serve.service import Service, column

_NOT_THERE = ("identifierSpace", "schemaSpace")
AT: Final = "/reconcile/1.0-draft"


def routes(service: Service, at: str = AT) -> list[Route]:
    """Give the routes of the draft; clients are told the address ``at``."""

    def got(give: Callable[[Request], Any]) -> Callable[[Request], Any]:
        async def respond(request: Request) -> Response:
            return answer(await run_in_threadpool(give, request))

        return respond

    def posted(give: Callable[[Service, bytes], Any]) -> Callable[[Request], Any]:
        async def respond(request: Request) -> Response:
            return answer(await run_in_threadpool(give, service, await body(request)))

        return respond

    return [
        Route(at, got(lambda request: manifest(service, request))),
        Route(f"{at}/reconcile", posted(answers), methods=["POST"]),
        Route(f"{at}/extend", posted(extension), methods=["POST"]),
        Route(f"{at}/extend/propose", got(lambda request: reconcile.proposal(request.query_params))),
        Route(f"{at}/suggest/entity", got(lambda asked: suggestions.entities(service, asked.query_params))),
        Route(f"{at}/suggest/property", got(lambda request: suggestions.properties(request.query_params))),
        Route(f"{at}/suggest/type", got(lambda request: suggestions.types(request.query_params))),
        Route(f"{at}/preview", preview(service)),
    ]


def manifest(service: Service, request: Request) -> dict[str, Any]:
    """Describe the service."""
    root = str(request.base_url.replace(path="")).rstrip("/")
    return {
        "versions": ["1.0-draft"],
        **{name: value for name, value in service.about.items() if name not in _NOT_THERE},
        "documentation": f"{root}/reconcile/features",
        "view": {"url": f"{root}/id/{{+id}}"},
        "featureView": {"url": f"{root}/reconcile/features#{{id}}"},
        "preview": {"width": WIDTH, "height": HEIGHT},
        "suggest": {"entity": True, "property": True, "type": True},
        "extend": {"proposeProperties": True, "propertySettings": []},
        "standardizedScore": True,
        "lang": "vi",
    }


def answers(service: Service, text: bytes) -> dict[str, Any]:
    """Answer a batch of queries."""
    return {
        "results": [
            {"candidates": [_named(reconcile.candidate(service, each)) for each in service.candidates(asked)]}
            for asked in draft_batch(text)
        ]
    }


def _named(candidate: dict[str, Any]) -> dict[str, Any]:
    features = [{**each, "name": FEATURES[each["id"]]} for each in candidate["features"]]
    return {**candidate, "features": features}


def extension(service: Service, text: bytes) -> dict[str, Any]:
    """Give properties of things that were reconciled before."""
    asked = read(text, Extension, "extend")
    names = list(dict.fromkeys(each.id for each in asked.properties))
    rows = [
        {
            "id": identifier,
            "properties": [{"id": name, "values": service.values(identifier, name)} for name in names],
        }
        for identifier in asked.ids
    ]
    return {"meta": [column(name) for name in names], "rows": rows}
