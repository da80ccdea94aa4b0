"""What every page has around it: header with search, navigation, language, style, and what it may do.

A module with pages calls :func:`render` with a template that extends ``base.html``, and names its places in
the navigation as ``ENTRIES`` (see :mod:`kg.serve.app`).  Text from articles is never trusted: the templates
escape all of it, and a page may run and load only what this server gives (no inline script or style).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from itertools import chain
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse

from kg import __version__
from kg.serve.spoken import day
from kg.serve.wording import LANGUAGES, PARAMETER, chosen, words

POLICY: Final = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
_HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Vary": "Accept, Accept-Language, Cookie",
}
_YEAR: Final = 365 * 24 * 3600
_PIECE: Final = 32 * 1024
#: No text of a page has this character.
_SO_FAR: Final = "\x1c"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A place in the navigation: where among the others, its path, and the key of its word."""

    order: int
    path: str
    word: str


def render(
    request: Request,
    template: str,
    *,
    status: int = 200,
    policy: str | None = None,
    piecewise: bool = False,
    **values: Any,
) -> Response:
    """Write a page from a template and its values.

    Templates have besides: ``t`` (the words: ``t("people")``), ``link`` (the address on this server of an
    IRI of the graph), ``static`` (the address of a file of ``/static/``), ``request``, ``navigation``.
    ``policy`` is another Content-Security-Policy than the usual one.  ``piecewise`` sends what stands before
    ``{{ so_far }}`` in the template at once, so that a reader sees it while the rest is still being read; a
    fault after that ends the answer where it stands.
    """
    language = chosen(request)
    service = request.app.state.service
    known = {
        "t": words(language),
        "link": service.path,
        "request": request,
        "navigation": request.app.state.navigation,
        "here": request.url.path,
        "building": request.app.state.building,
        "other_language": _address_in(request, language),
        "so_far": _SO_FAR if piecewise else "",
        **values,
    }
    page = environment().get_template(template)
    headers = _HEADERS | ({"Content-Security-Policy": policy} if policy else {})
    headers |= {"Content-Language": language}
    response: Response
    if piecewise:
        pieces = _pieces(page.generate(known))
        response = StreamingResponse(chain([next(pieces)], pieces), status, headers, "text/html")
    else:
        response = HTMLResponse(page.render(known), status, headers)
    if request.query_params.get(PARAMETER) in LANGUAGES:
        response.set_cookie(PARAMETER, language, max_age=_YEAR, samesite="lax")
    return response


def _pieces(words: Iterable[str]) -> Iterator[str]:
    """Put the words of a page together into pieces worth sending."""
    piece: list[str] = []
    size = 0
    for word in words:
        if word != _SO_FAR:
            piece.append(word)
            size += len(word)
        if piece and (word == _SO_FAR or size > _PIECE):
            yield "".join(piece)
            piece, size = [], 0
    yield "".join(piece)


def _address_in(request: Request, language: str) -> str:
    """Give the address of the same page in the other language."""
    other = words(language).other
    asked = request.url.include_query_params(**{PARAMETER: other})
    return f"{asked.path}?{asked.query}"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Give what templates are read with."""
    made = Environment(
        loader=PackageLoader("kg.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(static=static, version=__version__, day=day)
    return made


@lru_cache(maxsize=64)
def static(name: str) -> str:
    """Give the address of a file of ``/static/``; another one whenever the file has changed."""
    content = files("kg.serve").joinpath("static", name).read_bytes()
    return f"/static/{name}?v={sha256(content).hexdigest()[:10]}"
