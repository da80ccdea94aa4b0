"""Who asks: credentials from the environment or a file, and how they are put on a request."""

from __future__ import annotations

import os
import stat
import tomllib
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import httpx

from kg.errors import UsageError

USER: Final = "DANGBO_ENDPOINT_USER"
PASSWORD: Final = "DANGBO_ENDPOINT_PASSWORD"
TOKEN: Final = "DANGBO_ENDPOINT_TOKEN"
"""The variables of the environment."""

_KEYS = frozenset({"user", "password", "token"})


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user with a password (basic or digest, as the server asks), or a bearer token."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    def auth(self) -> httpx.Auth:
        """Give what signs the requests."""
        return _Bearer(self.token) if self.token else _Challenged(self.user, self.password)


def credentials(
    file: Path | None = None, user: str = "", environment: Mapping[str, str] = os.environ
) -> tuple[Credentials | None, list[str]]:
    """Find credentials, and what to warn of: those of the file, else those of the environment.

    ``user`` overrules the user's name; ``NAME:PASSWORD`` is taken, with a warning.  The file is TOML with
    ``user`` and ``password``, or ``token``.  Raises UsageError when they do not fit together.
    """
    warnings: list[str] = []
    known = _of_file(file, warnings) if file is not None else _of_environment(environment)
    name, colon, password = user.partition(":")
    if colon:
        warnings.append(
            "a password on the command line can be seen by every user of this machine; "
            f"put it into {PASSWORD} or a file for --credentials"
        )
        known["password"] = password
    if name:
        known["user"] = name
        known.pop("token", None)
    if not any(known.values()):
        return None, warnings
    found = Credentials(known.get("user", ""), known.get("password", ""), known.get("token", ""))
    if not found.token and not found.user:
        raise UsageError(f"a password without a user; give one with --user, {USER} or in the file")
    if not found.token and not found.password:
        raise UsageError(f"{found.user}: no password; put it into {PASSWORD} or a file for --credentials")
    return found, warnings


def _of_environment(environment: Mapping[str, str]) -> dict[str, str]:
    names = {"user": USER, "password": PASSWORD, "token": TOKEN}
    return {key: environment.get(name, "") for key, name in names.items()}


def _of_file(file: Path, warnings: list[str]) -> dict[str, str]:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        readable = os.name == "posix" and file.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{file}: can't be read as credentials: {_one_line(error)}") from error
    unknown = content.keys() - _KEYS
    if unknown or not all(isinstance(value, str) for value in content.values()):
        raise UsageError(f'{file}: not credentials; write user = "…" and password = "…", or token = "…"')
    if readable:
        warnings.append(f"{file} can be read by other users of this machine; chmod 600 it")
    return content


def exposed(address: str) -> bool:
    """Tell whether what is sent there goes over a network unencrypted."""
    parts = urlsplit(address)
    if parts.scheme == "https" or parts.hostname in (None, "localhost"):
        return False
    try:
        return not ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return True


class _Bearer(httpx.Auth):
    def __init__(self, token: str) -> None:
        self._value = f"Bearer {token}"

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = self._value
        yield request


class _Challenged(httpx.Auth):
    """Keeps quiet until the server asks, then answers in the way that it asks for."""

    def __init__(self, user: str, password: str) -> None:
        self._user, self._password = user, password
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._chosen is None:
            response = yield request
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            asked = " ".join(response.headers.get_list("www-authenticate")).lower()
            way = httpx.DigestAuth if "digest" in asked else httpx.BasicAuth
            self._chosen = way(self._user, self._password)
        yield from self._chosen.auth_flow(request)


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
