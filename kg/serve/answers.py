"""Reading requests and writing answers: JSON, JSONP for old clients, HTML that runs nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response

LARGEST: Final = 4 * 1024 * 1024
"""So many bytes may a request have."""
_CALLBACK: Final = re.compile(r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*){0,4}", re.ASCII)
_LONGEST_CALLBACK: Final = 100
_PLAIN: Final = {"X-Content-Type-Options": "nosniff"}
_PAGE: Final = {
    **_PLAIN,
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
}


def answer(value: Any, callback: str | None = None, status: int = 200) -> Response:
    """Write JSON, or a call with it where the client asks for that (JSONP, as in versions 0.1 and 0.2)."""
    # ASCII alone: no character of an article can end a script or be half of one.
    text = json.dumps(value, ensure_ascii=True, allow_nan=False)
    if callback is None:
        return Response(text, status, _PLAIN, "application/json")
    if len(callback) > _LONGEST_CALLBACK or not _CALLBACK.fullmatch(callback):
        raise HTTPException(400, "callback: not the name of a function")
    return Response(f"/**/{callback}({text});", status, _PLAIN, "application/javascript")


def problem(status: int, detail: str) -> Response:
    """Write what went wrong."""
    return answer({"error": " ".join(detail.split())[:500]}, status=status)


def page(html: str, status: int = 200) -> Response:
    """Write a page that may neither run nor load anything."""
    return HTMLResponse(html, status, _PAGE)


async def body(request: Request) -> bytes:
    """Read the body of a request, up to a size; a longer one is refused."""
    parts: list[bytes] = []
    size = 0
    try:
        async for part in request.stream():
            size += len(part)
            if size > LARGEST:
                raise HTTPException(413, f"the request has more than {LARGEST:,} bytes; send less at once")
            parts.append(part)
    except ClientDisconnect as error:
        raise HTTPException(400, "the request broke off") from error
    return b"".join(parts)


async def form(request: Request) -> Mapping[str, str]:
    """Read the parameters of a request: those of the address, and those of a form in the body."""
    found = dict(request.query_params)
    if request.method == "POST":
        text = (await body(request)).decode("utf-8", "replace")
        try:
            fields = parse_qs(text, keep_blank_values=True, max_num_fields=20, errors="replace")
        except ValueError as error:
            raise HTTPException(400, f"the body is no form: {error}") from error
        found |= {name: values[-1] for name, values in fields.items()}
    return found


def number(text: str | None, default: int, most: int) -> int:
    """Read a parameter that is a whole number from 0 to ``most``; what is none counts as the default."""
    if text is None or not re.fullmatch(r"[0-9]{1,9}", text, re.ASCII):
        return default
    return min(int(text), most)
