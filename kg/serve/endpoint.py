"""The SPARQL endpoint: the query operation of the SPARQL 1.1 Protocol, and what the service says of itself.

https://www.w3.org/TR/sparql11-protocol/#query-operation.  An answer is whole, or it is an error: nothing is
cut off behind a client's back.  Updates are refused unless they are switched on, and then may write graphs
of the user's own (:mod:`kg.serve.updating`): any other is replaced as a whole by ``kg build``.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Mapping, Sequence
from email.message import Message
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs

import pyoxigraph as ox
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from kg import void
from kg.serve.answers import body
from kg.serve.service import Service
from kg.serve.updating import updated
from kg.sparql import GRAPHS, NAMES, Answer, Asked, Failure, Fault, Pool, Wanted, choose, content_type
from kg.sparql.description import dataset, service, written

PATH: Final = "/sparql"
AS: Final = "as"
"""The parameter with which a link names the format that it wants."""
STATUS: Final = {
    Fault.BAD: 400,
    Fault.REFUSED: 403,
    Fault.MISSING: 404,
    Fault.UNACCEPTABLE: 406,
    Fault.TOO_LARGE: 422,
    Fault.GONE: 499,
    Fault.BROKEN: 500,
    Fault.BUSY: 503,
    Fault.TOO_SLOW: 504,
}
_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_AGAIN: Final = "2"
_PIECE: Final = 256 * 1024
_LOOK: Final = 0.5
_PARAMETERS: Final = 1000
_ANY: Final = {"X-Content-Type-Options": "nosniff", "Vary": "Accept"}
#: Small answers are worth the work, too: results repeat the same IRIs.
SQUEEZED: Final = (Middleware(GZipMiddleware, minimum_size=1024),)
Given = Mapping[str, Sequence[str]]


def routes(_: Service) -> list[Route]:
    """Give the routes besides the endpoint itself, which :mod:`kg.serve.editor` has with its page."""
    return [Route("/.well-known/void", _void, middleware=SQUEEZED)]


async def respond(request: Request) -> Response:
    """Answer a query, or without one a description of the service."""
    given = await _given(request)
    if "query" not in given and request.method != "POST":
        if "update" in given:
            raise HTTPException(400, "an update is sent by POST, as a form or by itself")
        return _described(request)
    if "update" in given and "query" not in given:
        return await _updated(request, given)
    return await _answered(request, _asked(request, given))


# -- the request ---------------------------------------------------------------------------------------------


async def _given(request: Request) -> Given:
    """Read the parameters of a request, wherever its kind has them (2.1.1 to 2.1.3)."""
    above = _parameters(request.scope["query_string"])
    if request.method != "POST":
        return above
    kind, charset = _content_type(request)
    if kind not in (_FORM, _QUERY, _UPDATE):
        raise HTTPException(415, f"send a query as {_FORM} or {_QUERY}")
    if charset not in ("utf-8", "utf8", "us-ascii", ""):
        raise HTTPException(415, "send the query in UTF-8")
    content = await body(request)
    if kind == _FORM:
        return {**_only(above, AS), **_parameters(content)}
    if "query" in above:
        raise HTTPException(400, "query: both in the address and in the body; send one")
    return {**above, ("update" if kind == _UPDATE else "query"): [_utf8(content)]}


def _content_type(request: Request) -> tuple[str, str]:
    message = Message()
    message["content-type"] = request.headers.get("content-type", "")
    return message.get_content_type(), str(message.get_param("charset", "")).lower()


def _only(given: Given, *names: str) -> Given:
    return {name: given[name] for name in names if name in given}


def _utf8(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the query is not UTF-8") from error


def _parameters(content: bytes) -> Given:
    try:
        return parse_qs(_utf8(content), keep_blank_values=True, max_num_fields=_PARAMETERS, errors="strict")
    except ValueError as error:
        raise HTTPException(400, "the parameters can't be read: percent-encode UTF-8") from error


def _asked(request: Request, given: Given) -> Asked:
    queries = given.get("query", ())
    if len(queries) != 1:
        raise HTTPException(400, f"query: given {len(queries)} times; give one")
    return Asked(
        queries[0],
        accepted(request, given),
        tuple(given.get("default-graph-uri", ())),
        tuple(given.get("named-graph-uri", ())),
    )


def accepted(request: Request, given: Given) -> str:
    """Give the formats that a client takes: those of its header, or the one that a link names.

    Clients of their own accord send ``format``, ``output`` and ``results``, meaning different things by them.
    """
    named = given.get(AS, [""])[-1]
    if not named:
        return ", ".join(request.headers.getlist("accept"))
    if named not in NAMES:
        raise HTTPException(400, f"{AS}: {named[:50]!r} is none; there are {', '.join(NAMES)}")
    return NAMES[named]


async def _updated(request: Request, given: Given) -> Response:
    """Run an update (2.2); an answer has no content."""
    texts = given["update"]
    if len(texts) != 1:
        raise HTTPException(400, f"update: given {len(texts)} times; give one")
    if "using-graph-uri" in given or "using-named-graph-uri" in given:
        raise HTTPException(400, "write the graphs to ask into the update: USING and USING NAMED")
    failure = await updated(request, texts[0])
    return told(failure) if failure is not None else Response(status_code=204)


# -- the answer ----------------------------------------------------------------------------------------------


async def _answered(request: Request, asked: Asked) -> Response:
    return told(await answered(request, asked))


async def answered(request: Request, asked: Asked | Wanted) -> Answer | Failure:
    """Have a question answered for as long as the client waits."""
    pool: Pool = request.app.state.pool
    gone = threading.Event()
    job = asyncio.ensure_future(pool.answer(asked, gone))
    while not job.done():
        await asyncio.wait({job}, timeout=_LOOK)
        if not job.done() and await request.is_disconnected():
            gone.set()
    return job.result()


def told(found: Answer | Failure) -> Response:
    """Write an answer, or why there is none, in one line."""
    if isinstance(found, Failure):
        again = {"Retry-After": _AGAIN} if found.fault is Fault.BUSY else {}
        return PlainTextResponse(f"{found.message}\n", STATUS[found.fault], {**_ANY, **again})
    headers = {**_ANY, "Content-Type": content_type(found.media)}
    if found.file is None:
        return Response(found.body, headers=headers)
    size = Path(found.file).stat().st_size
    return StreamingResponse(_pieces(found.file), headers={**headers, "Content-Length": str(size)})


def _pieces(file: str) -> Iterator[bytes]:
    with Path(file).open("rb") as read:
        Path(file).unlink()
        while piece := read.read(_PIECE):
            yield piece


# -- what the service says of itself -------------------------------------------------------------------------


def _described(request: Request) -> Response:
    media = _chosen(request)
    state = request.app.state
    described = service(
        _address(request, PATH), federated=state.federated, updated=state.updates is not None
    )
    content = written(described, media)
    return Response(content, headers={**_ANY, "Content-Type": content_type(media)})


def _chosen(request: Request) -> str:
    media = choose(accepted(request, _parameters(request.scope["query_string"])), list(GRAPHS))
    if media is None:
        raise HTTPException(406, f"none of the formats in Accept; there are {', '.join(GRAPHS)}")
    return media


def _address(request: Request, path: str) -> str:
    return str(request.base_url.replace(path=path))


async def _void(request: Request) -> Response:
    """Describe the data; what can't be counted in time is left out."""
    media = _chosen(request)
    state = request.app.state
    if not hasattr(state, "counted"):
        state.counted = asyncio.ensure_future(_counted(state.pool))
    counted = await asyncio.shield(state.counted)
    here, endpoint = _address(request, "/.well-known/void"), _address(request, PATH)
    described = dataset(here, endpoint, state.service.base, counted)
    return Response(written(described, media), headers={**_ANY, "Content-Type": content_type(media)})


async def _counted(pool: Pool) -> void.Counts:
    wholes = {}
    for name, query in void.COUNTS.items():
        for row in await _rows(pool, query):
            wholes[name] = int(row["n"].value)
    classes, properties = [void.partition(await _rows(pool, q)) for q in (void.CLASSES, void.PROPERTIES)]
    return void.Counts(wholes, classes, properties)


async def _rows(pool: Pool, query: str) -> list[Any]:
    found = await pool.answer(Asked(query, NAMES["json"]))
    if isinstance(found, Failure):
        return []
    read = ox.parse_query_results(found.body, ox.QueryResultsFormat.JSON)
    return list(read) if isinstance(read, ox.QuerySolutions) else []
