"""The pages of review: pairs that may be one person, findings, warnings, and what was decided.

What is decided stands in the file at once, and holds with the next ``kg build``: the server never builds.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote, unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kg.check import kinds
from kg.errors import KgError, UsageError
from kg.model import Verdict
from kg.serve.answers import answer, form, number
from kg.serve.look import Look
from kg.serve.reasons import reason_in_words
from kg.serve.render import Entry, render
from kg.serve.review.book import Book, pair
from kg.serve.review.guard import Guard
from kg.serve.review.work import Worklists
from kg.serve.service import Service
from kg.serve.wording import chosen, words
from kg.vocab import SCHEMA

PATH: Final = "/review"
ENTRIES: Final = (Entry(110, PATH, "review"),)
LISTS: Final = ("pairs", "findings", "warnings", "decided")
_PAGE: Final = 10
_PAGES: Final = 100_000
_PATIENCE: Final = 8.0
_NAME: Final = "reviewer"
_LONGEST: Final = 200
_YEAR: Final = 365 * 24 * 3600
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
Given = Mapping[str, str]
Act = Callable[[Request, Given, str], Any]


def routes(service: Service) -> list[Route]:
    """Give the routes of review."""
    return [
        Route(PATH, _listed),
        Route(f"{PATH}/state/{{name}}", _state),
        Route(f"{PATH}/name", _written(_call), methods=["POST"]),
        Route(f"{PATH}/judge", _written(_judge), methods=["POST"]),
        Route(f"{PATH}/dismiss", _written(_dismiss), methods=["POST"]),
        Route(f"{PATH}/undo", _written(_undo), methods=["POST"]),
        Route(f"{PATH}/{{name}}", _listed),
    ]


# -- reading -------------------------------------------------------------------------------------------------


async def _listed(request: Request) -> Response:
    """Show a list, or that it is still being read."""
    name = request.path_params.get("name", "pairs")
    if name not in LISTS:
        raise HTTPException(404, f"{name[:50]}: no such list; there are {', '.join(LISTS)}")
    state, guard = request.app.state, _guard(request)
    look = Look(state.service.graph.store.quads, state.service.base)
    speak = words(chosen(request))
    cookie = guard.cookie(request)
    shown = await _shown(request, name)
    response = render(
        request,
        "review.html",
        name=name,
        lists=LISTS,
        token=guard.token(cookie),
        by=_by(request),
        book=state.book.path,
        said=_said(request),
        kinds=kinds(),
        service=state.service,
        language=speak.language,
        reason=lambda reason: reason_in_words(reason, look, speak),
        headline=lambda identifier: look.only(f"{look.base}article/{identifier}", SCHEMA.headline),
        published=lambda identifier: look.day(f"{look.base}article/{identifier}"),
        label=lambda iri: look.label(iri, speak.language),
        **{"waits": False, "fault": "", "items": (), "total": 0, "page": 1, "pages": 1, **shown},
    )
    guard.remember(response, cookie)
    return response


async def _shown(request: Request, name: str) -> dict[str, Any]:
    """Give the items of a page of a list that nobody decided yet."""
    try:
        decided = request.app.state.book.decided()
        if name == "decided":
            return _paged(request, [*decided.judgements, *decided.dismissals])
        reading = asyncio.wrap_future(request.app.state.worklists.future(name))
        await asyncio.wait({reading}, timeout=_PATIENCE)
        if not reading.done():
            return {"waits": True}
        items = reading.result()
    except KgError as error:
        return {"fault": str(error)}
    if name == "pairs":
        items = [
            each for each in items if pair(each.left.reference, each.right.reference) not in decided.pairs
        ]
    elif name == "findings":
        items = [each for each in items if each.finding.id not in decided.findings]
    elif name == "warnings":
        items = [each for each in items if each.id not in decided.findings]
    return _paged(request, items)


def _paged(request: Request, items: Sequence[Any]) -> dict[str, Any]:
    pages = max(1, -(-len(items) // _PAGE))
    page = min(max(1, number(request.query_params.get("page"), 1, _PAGES)), pages)
    part = items[(page - 1) * _PAGE : page * _PAGE]
    return {"items": part, "total": len(items), "page": page, "pages": pages}


def _said(request: Request) -> str:
    """Give what was done by the form before this page."""
    said = request.query_params.get("said", "")
    return said if said in (*Verdict, "dismissed", "undone", "nothing") else ""


async def _state(request: Request) -> Response:
    """Tell a waiting page whether its list has been read."""
    name = request.path_params["name"]
    if name not in LISTS[:3]:
        raise HTTPException(404, "no such list")
    _guard(request)
    return answer({"done": request.app.state.worklists.future(name).done()})


# -- writing -------------------------------------------------------------------------------------------------


def _guard(request: Request) -> Guard:
    guard: Guard | None = request.app.state.guard
    if guard is None:
        raise HTTPException(
            403, "review is off: the server listens to other machines; kg serve --allow-review switches it on"
        )
    return guard


def _written(act: Act) -> Callable[[Request], Any]:
    async def respond(request: Request) -> Response:
        guard = _guard(request)
        given = await form(request)
        guard.check(request, given.get("token", ""))
        response = RedirectResponse(PATH, 303)
        try:
            said = await act(request, given, _clean(unquote(request.cookies.get(_NAME, ""))))
        except UsageError as error:
            raise HTTPException(409, str(error)) from error
        if act is _call:
            response.set_cookie(
                _NAME, quote(said), max_age=_YEAR, httponly=True, samesite="strict", path=PATH
            )
            said = ""
        back = given.get("list", "")
        page = number(given.get("page"), 1, _PAGES)
        where = f"{PATH}/{back}" if back in LISTS else PATH
        response.headers["location"] = f"{where}?page={page}" + (f"&said={said}" if said else "") + "#said"
        return response

    return respond


def _clean(text: str) -> str:
    return " ".join(_CONTROL.sub(" ", text).split())[:_LONGEST]


def _by(request: Request) -> str:
    return _clean(unquote(request.cookies.get(_NAME, "")))


async def _call(request: Request, given: Given, by: str) -> str:
    """Remember who decides."""
    return _clean(given.get("by", ""))


async def _judge(request: Request, given: Given, by: str) -> str:
    """Write a verdict on a pair of the list."""
    _named(by)
    verdict = given.get("verdict", "")
    if verdict not in tuple(Verdict):
        raise HTTPException(400, f"verdict: give one of {', '.join(Verdict)}")
    wanted = pair(given.get("left", ""), given.get("right", ""))
    for doubt in await _list(request, "pairs"):
        if pair(doubt.left.reference, doubt.right.reference) == wanted:
            book: Book = request.app.state.book
            left, right = doubt.left.reference, doubt.right.reference
            book.judge(left, right, Verdict(verdict), by, _clean(given.get("why", "")))
            return verdict
    raise HTTPException(404, "no such pair in the list; load the page again")


async def _dismiss(request: Request, given: Given, by: str) -> str:
    """Write that a finding or a warning of the list needs no more looking at."""
    _named(by)
    wanted = given.get("finding", "")
    kind = await _kind(request, given.get("list", ""), wanted)
    if kind is None:
        raise HTTPException(404, "no such finding in the list; load the page again")
    book: Book = request.app.state.book
    if wanted not in book.decided().findings:
        book.dismiss(wanted, kind, by, _clean(given.get("why", "")))
    return "dismissed"


async def _kind(request: Request, name: str, wanted: str) -> str | None:
    """Give the kind of a finding or of a warning; ``None`` for what is in no list."""
    if name == "warnings":
        known = await _list(request, name)
        return next((each.severity.lower() for each in known if each.id == wanted), None)
    found = await _list(request, "findings")
    return next((each.finding.kind for each in found if each.finding.id == wanted), None)


async def _undo(request: Request, given: Given, by: str) -> str:
    """Take back what was decided."""
    book: Book = request.app.state.book
    if "finding" in given:
        return "undone" if book.restore(given["finding"]) else "nothing"
    return "undone" if book.undo(given.get("left", ""), given.get("right", "")) else "nothing"


def _named(by: str) -> None:
    if not by:
        raise HTTPException(400, "say who decides first: type a name at the top of the page")


async def _list(request: Request, name: str) -> Sequence[Any]:
    worklists: Worklists = request.app.state.worklists
    found: Sequence[Any] = await asyncio.wrap_future(worklists.future(name))
    return found
