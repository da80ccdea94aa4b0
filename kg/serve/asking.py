"""The pages of questions: the queries of ``queries/`` as forms, with their answers as table, chart or map.

An address holds a question whole, ``/questions/NAME?unit=…``, so that it can be sent to somebody else.
"""

from __future__ import annotations

import shlex
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.errors import QueryError
from kg.query import Parameter, Query, bound, queries
from kg.serve import endpoint, figures, offers
from kg.serve.answers import answer
from kg.serve.presenting import presented
from kg.serve.render import Entry, render
from kg.serve.results import ACCEPT, SHOWN, table
from kg.serve.service import Service
from kg.serve.ties import ties
from kg.serve.wording import chosen, words
from kg.sparql import Asked, Failure

PATH: Final = "/questions"
ENTRIES: Final = (Entry(80, PATH, "questions"),)
_CHOICE: Final = "one-of:"
_LONGEST: Final = 500
#: The queries by what they are about, in the order in which they are listed.
GROUPS: Final = {
    "people": (
        *("officials", "posts-of-person", "secretaries", "successions", "appointments", "moves"),
        *("concurrent-posts", "two-levels", "standing-committee", "encounters", "connections"),
        "overlapping-secretaries",
        *("similar-names", "inferred-women", "uncertain-identities"),
    ),
    "bodies": ("bodies-of-unit", "committee-tree", "body-changes", "congresses", "meetings"),
    "units": ("units-on-map", "unit-history"),
    "themes": ("theme-history", "themes-of-province", "theme-elements-shared"),
    "indicators": (
        *("indicator-series", "indicator-values", "targets-and-results", "sums-and-contradictions"),
    ),
    "documents": (
        *("document-cascade", "document-graph", "implementing-documents", "document-mentions"),
        *("most-cited-documents", "look-alike-documents", "undecided-documents"),
    ),
    "articles": ("article-facts", "changes-since", "witnesses"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter as a form shows it; ``choices`` for a pick list, ``suggest`` for what is looked up."""

    name: str
    kind: str
    required: bool
    value: str
    hint: str
    hint_vi: str
    choices: tuple[str, ...] = ()
    suggest: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """An example: its parameters as words, and its address."""

    words: str
    address: str


def routes(service: Service) -> list[Route]:
    """Give the routes of questions."""

    async def suggestions(request: Request) -> Response:
        given = request.query_params
        found = await run_in_threadpool(
            offers.offers, service, given.get("type", ""), given.get("prefix", "")[:_LONGEST]
        )
        return answer(found)

    return [
        Route(PATH, _listed),
        Route(f"{PATH}/suggest", suggestions),
        Route(f"{PATH}/{{name}}", _asked),
    ]


async def _listed(request: Request) -> Response:
    known = queries()
    named = {name for names in GROUPS.values() for name in names}
    groups = {group: [known[name] for name in names if name in known] for group, names in GROUPS.items()}
    groups["others"] = [query for name, query in known.items() if name not in named]
    return render(request, "questions.html", groups=groups, question=question_in(request))


def question_in(request: Request) -> Any:
    """Give what reads the question of a query in the reader's language."""
    language = chosen(request)
    return lambda query: query.question_vi if language == "vi" else query.question_en


async def _asked(request: Request) -> Response:
    query = queries().get(request.path_params["name"])
    if query is None:
        raise HTTPException(404, "no question of that name; the list has them all")
    given = {
        parameter.name: value
        for parameter in query.parameters
        if (value := request.query_params.get(parameter.name, "").strip())
    }
    shown = await _shown(request, query, given) if _ready(query, given) else {}
    return render(
        request,
        "question.html",
        status=400 if shown.get("fault") else 200,
        query=query,
        question=question_in(request)(query),
        fields=[_field(parameter, given) for parameter in query.parameters],
        examples=examples(query),
        **{"fault": "", "result": None, **shown},
    )


def _ready(query: Query, given: Mapping[str, str]) -> bool:
    """Tell whether there is enough to ask with."""
    return all(parameter.name in given for parameter in query.parameters if parameter.required)


async def _shown(request: Request, query: Query, given: Mapping[str, str]) -> dict[str, Any]:
    """Ask, and give what the page shows of the answer."""
    service: Service = request.app.state.service
    began = time.monotonic()
    try:
        sparql, notes = await run_in_threadpool(bound, service.graph.store, query, given)
    except QueryError as error:
        return {"fault": str(error)}
    found = await endpoint.answered(request, Asked(sparql, ACCEPT, cut=SHOWN))
    shown = {"sparql": plain(sparql), "notes": notes, **links(sparql)}
    if isinstance(found, Failure):
        return {**shown, "fault": found.message}
    result = await run_in_threadpool(table, found, service)
    return {
        **shown,
        "result": presented(result, words(chosen(request))),
        "seconds": time.monotonic() - began,
        "charts": figures.charts(result),
        "map": figures.places(result),
        "ties": ties(result),
    }


def plain(sparql: str) -> str:
    """Leave the header of a file out, and the places that no parameter fills."""
    lines = sparql.splitlines()
    return "\n".join(line for line in lines if not line.lstrip().startswith("#")).strip()


def links(sparql: str) -> dict[str, str]:
    """Give the addresses of the editor with a query, and of its whole answer in a format, to be filled in."""
    asked = urlencode({"query": plain(sparql)})
    return {"editor": f"{endpoint.PATH}?{asked}", "download": f"{endpoint.PATH}?{asked}&{endpoint.AS}="}


def _field(parameter: Parameter, given: Mapping[str, str]) -> Field:
    choice = parameter.type.startswith(_CHOICE)
    return Field(
        parameter.name,
        "choice" if choice else parameter.type,
        parameter.required,
        given.get(parameter.name, parameter.default or ""),
        parameter.description,
        parameter.description_vi,
        tuple(parameter.type.removeprefix(_CHOICE).split("|")) if choice else (),
        parameter.type if parameter.type in offers.TYPES else "",
    )


@lru_cache(maxsize=256)
def examples(query: Query) -> tuple[Example, ...]:
    """Read the examples of a query (``kg query NAME --unit …``) as addresses."""
    found = []
    for line in query.examples:
        words = shlex.split(line)[3:]
        if "--format" in words:
            place = words.index("--format")
            del words[place : place + 2]
        given = query.arguments(words)
        shown = ", ".join(given.values())
        found.append(Example(shown, f"{PATH}/{query.name}?{urlencode(given)}"))
    return tuple(each for each in found if each.words)
