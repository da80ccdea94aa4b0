"""Who may write: only pages of this very server, and by default only on this very machine.

A page of another server may read what is here, and may send forms to it.  So a form carries a token that fits
a cookie, which the browser neither tells other pages nor sends for them; besides, the request must come from
a page of the address to which it goes, and that address must be one of this machine.
"""

from __future__ import annotations

import hmac
import re
import secrets
from hashlib import sha256
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

COOKIE: Final = "review"
_NAMES: Final = ("localhost",)
_COOKIE: Final = re.compile(r"[A-Za-z0-9_-]{20,100}")
_OWN: Final = ("same-origin", "none")


def is_here(host: str) -> bool:
    """Tell whether a name or an address is one of this machine alone."""
    bare = host.strip("[]")
    try:
        return ip_address(bare).is_loopback
    except ValueError:
        return bare.lower() in _NAMES


def from_here(request: Request, *, anywhere: bool = False) -> None:
    """Refuse what a page of another server sends, and unless ``anywhere`` what is not sent to this machine.

    A name that somebody else's page has made mean this machine is none of this machine's.
    """
    host = request.headers.get("host", "")
    if not (anywhere or is_here(urlsplit(f"//{host}").hostname or "")):
        raise HTTPException(403, f"{host[:100]}: not an address of this machine; use 127.0.0.1")
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != host:
        raise HTTPException(403, "this is sent by another server's page; use a page of this one")
    if request.headers.get("sec-fetch-site", "same-origin") not in _OWN:
        raise HTTPException(403, "this is sent by another server's page; use a page of this one")


class Guard:
    """Makes and reads the tokens of one server; ``anywhere`` lets other machines write, too."""

    def __init__(self, *, anywhere: bool) -> None:
        self._secret = secrets.token_bytes(32)
        self._anywhere = anywhere

    def cookie(self, request: Request) -> str:
        """Give the reader's cookie, or a new one."""
        known = request.cookies.get(COOKIE, "")
        return known if _COOKIE.fullmatch(known) else secrets.token_urlsafe(32)

    def token(self, cookie: str) -> str:
        """Give the token that fits a cookie."""
        return hmac.new(self._secret, cookie.encode(), sha256).hexdigest()

    def remember(self, response: Response, cookie: str) -> None:
        """Give the cookie to a reader."""
        response.set_cookie(COOKIE, cookie, httponly=True, samesite="strict", path="/review")
        response.headers["Cache-Control"] = "no-store"

    def check(self, request: Request, token: str) -> None:
        """Refuse what does not come from a page of this server."""
        from_here(request, anywhere=self._anywhere)
        cookie = request.cookies.get(COOKIE, "")
        if not cookie or not hmac.compare_digest(self.token(cookie).encode(), token.encode()):
            raise HTTPException(403, "the form is too old, or cookies are off; load the page again")
