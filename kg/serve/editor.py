"""The editor: the page that ``/sparql`` is for a reader, and what it completes.

The query stands in the address and its answer in the page, so that both work without a script and can be sent
to somebody else; the script completes what is typed.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.query import Query, queries
from kg.serve import asking, endpoint, figures
from kg.serve.answers import answer
from kg.serve.render import Entry, render
from kg.serve.results import ACCEPT, SHOWN, table
from kg.serve.service import Service
from kg.serve.terms import terms
from kg.serve.ties import ties
from kg.sparql import NAMES, Asked, Failure, choose
from kg.vocab import PREFIXES

ENTRIES: Final = (Entry(100, endpoint.PATH, "sparql"),)
_PLACE: Final = re.compile(r"error at (\d+):(\d+)")
#: What a reader's browser is told from a program by: it likes pages better than these.
_OFFERS: Final = (NAMES["json"], NAMES["ttl"], "text/html")
_USUAL: Final = ("dang", "foaf", "org", "prov", "rdfs", "schema")
_START: Final = """SELECT ?name (COUNT(?persona) AS ?personas)
WHERE {
  ?official a dang:Official ; foaf:name ?name .
  ?persona prov:specializationOf ?official .
}
GROUP BY ?name
ORDER BY DESC(?personas) ?name
LIMIT 50"""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a query that can't be read, and whether it is the one to look at."""

    number: int
    text: str
    wrong: bool


def routes(service: Service) -> list[Route]:
    """Give the routes of the endpoint with its page."""

    async def completions(request: Request) -> Response:
        found = answer(terms(service.base))
        found.headers["Cache-Control"] = "max-age=31536000, immutable"
        return found

    squeezed: tuple[Middleware, ...] = endpoint.SQUEEZED
    return [
        Route(endpoint.PATH, _respond, methods=["GET", "POST"], middleware=squeezed),
        Route(f"{endpoint.PATH}/terms", completions, middleware=squeezed),
    ]


async def _respond(request: Request) -> Response:
    if request.method == "GET" and _is_reader(request):
        return await _page(request)
    return await endpoint.respond(request)


def _is_reader(request: Request) -> bool:
    accept = ", ".join(request.headers.getlist("accept"))
    return endpoint.AS not in request.query_params and choose(accept, _OFFERS) == "text/html"


async def _page(request: Request) -> Response:
    service: Service = request.app.state.service
    given = request.query_params.get("query", "")
    shown = await _shown(request, given) if given.strip() else {}
    return render(
        request,
        "editor.html",
        status=200,
        text=given or _prefixed(_START),
        terms=_address(service),
        examples=_examples(request),
        **{"fault": "", "lines": (), "result": None, **shown},
    )


async def _shown(request: Request, text: str) -> dict[str, Any]:
    """Run a query, and give what the page shows of the answer."""
    began = time.monotonic()
    found = await endpoint.answered(request, Asked(text, ACCEPT, cut=SHOWN))
    if isinstance(found, Failure):
        return {"fault": found.message, "lines": tuple(lines(text, found.message))}
    result = await run_in_threadpool(table, found, request.app.state.service)
    return {
        "result": result,
        "seconds": time.monotonic() - began,
        "charts": figures.charts(result),
        "map": figures.places(result),
        "ties": ties(result),
        "download": f"{endpoint.PATH}?{urlencode({'query': text})}&{endpoint.AS}=",
    }


def lines(text: str, message: str) -> list[Line]:
    """Give the line that a message speaks of and those around it; none when it speaks of no line."""
    found = _PLACE.search(message)
    if found is None:
        return []
    wrong = int(found[1])
    return [
        Line(number, line, number == wrong)
        for number, line in enumerate(text.splitlines(), 1)
        if abs(number - wrong) <= 1
    ]


def _prefixed(query: str) -> str:
    """Put the prefixes that are used most above a query."""
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in _USUAL) + f"\n{query}"


def _address(service: Service) -> str:
    """Give the address of the completions, another one whenever they change."""
    version = sha256(repr(terms(service.base)).encode()).hexdigest()[:10]
    return f"{endpoint.PATH}/terms?v={version}"


def _examples(request: Request) -> list[tuple[str, str]]:
    """Give the queries that run without parameters, as they are, with their questions."""
    question = asking.question_in(request)
    return [
        (question(query) or query.title, f"{endpoint.PATH}?{urlencode({'query': _told(query)})}")
        for query in queries().values()
        if not any(parameter.required for parameter in query.parameters)
    ]


def _told(query: Query) -> str:
    return asking.plain(query.text)
