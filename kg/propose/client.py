"""The protocol of chat completions over HTTP: one request, one answer, within limits of time and size.

The same request is sent for the same passage (temperature 0, a fixed seed).  What an endpoint writes in its
error pages is never shown: some repeat the key there.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import msgspec

from kg.errors import KgError, UsageError
from kg.propose.model import NoAnswer, Reason

if TYPE_CHECKING:
    from types import ModuleType

    import httpx

URL_VARIABLE: Final = "DANGBO_LLM_URL"
MODEL_VARIABLE: Final = "DANGBO_LLM_MODEL"
KEY_VARIABLE: Final = "DANGBO_LLM_KEY"

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,119}")
_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_OK = 200
_DENIED = frozenset({401, 403})
_UNKNOWN = 404
_LONGEST_PAUSE = 60.0


class ModelError(KgError):
    """An endpoint that can't be used at all; what was built before stays."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where and how to ask.

    ``url`` is the base that ``/chat/completions`` follows.  ``timeout`` and ``pause`` are seconds: a request
    may take ``timeout`` as a whole, and the first of ``attempts`` is followed by ``pause``, each further one
    by twice the pause before.  ``largest`` bounds an answer in bytes, ``tokens`` what the model may write.
    ``json_mode`` asks for JSON by the protocol's own field, which a few servers refuse.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout: float = 120.0
    attempts: int = 4
    pause: float = 1.0
    tokens: int = 4096
    seed: int = 7
    largest: int = 1_000_000
    json_mode: bool = True

    def __post_init__(self) -> None:
        """Refuse what can't work or would give the key away."""
        _check_url(self.url, self.key is not None)
        if not _NAME.fullmatch(self.model):
            raise UsageError(f"{MODEL_VARIABLE}: not a model's name; use letters, digits and . _ : / @ + -")
        if self.key is not None and not (self.key.isascii() and self.key.isprintable() and self.key.strip()):
            raise UsageError(f"{KEY_VARIABLE}: not a key; it must be one line of plain characters")
        if min(self.timeout, self.attempts, self.tokens, self.largest) <= 0 or self.pause < 0:
            raise UsageError("a model's timeout, attempts, tokens and size must be above zero")

    @property
    def host(self) -> str:
        """The host that is asked, for messages."""
        return urlsplit(self.url).netloc


def _check_url(url: str, keyed: bool) -> None:
    try:
        parts = urlsplit(url)
        host = parts.hostname
        usable = parts.scheme in ("http", "https") and host is not None and (parts.port or 1) > 0
    except ValueError:
        usable, host = False, None
    if not usable or host is None:
        raise UsageError(f"{URL_VARIABLE}: not an address; write it like http://localhost:8000/v1")
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        raise UsageError(f"{URL_VARIABLE}: only the address itself; the key belongs into {KEY_VARIABLE}")
    if keyed and parts.scheme == "http" and not _near(host):
        raise UsageError(f"{URL_VARIABLE}: the key would travel unprotected; use an https address")


def _near(host: str) -> bool:
    """Whether a host is this machine or in the same network."""
    try:
        return ip_address(host).is_private
    except ValueError:
        return host == "localhost" or "." not in host


def settings_from_environment(
    url: str | None = None, model: str | None = None, environment: Mapping[str, str] | None = None
) -> Settings:
    """Settings from the parameters, else from ``DANGBO_LLM_URL`` and ``DANGBO_LLM_MODEL``.

    The key comes from ``DANGBO_LLM_KEY`` alone, so that it stands in no command line.
    """
    known = os.environ if environment is None else environment
    url, model = url or known.get(URL_VARIABLE), model or known.get(MODEL_VARIABLE)
    if not url or not model:
        missing = URL_VARIABLE if not url else MODEL_VARIABLE
        raise UsageError(f"no {'endpoint' if not url else 'model'} to ask; set {missing}")
    return Settings(url.strip(), model.strip(), (known.get(KEY_VARIABLE) or "").strip() or None)


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Completion(msgspec.Struct):
    choices: list[_Choice]


class _Retry(Exception):  # noqa: N818 -- not an error: ask again
    """An attempt that may go better later; ``after`` is what the endpoint asks to wait."""

    def __init__(self, after: float = 0.0, *, reached: bool = True) -> None:
        super().__init__()
        self.after = after
        self.reached = reached


class Client:
    """Asks an endpoint.  May be sent to another process; each opens its own connection."""

    def __init__(self, settings: Settings) -> None:
        """Raise UsageError when the extra ``llm`` is not installed."""
        _httpx()
        self.settings = settings
        self._open: httpx.Client | None = None

    def __reduce__(self) -> tuple[type[Client], tuple[Settings]]:
        return Client, (self.settings,)

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection; the next request opens another."""
        if self._open is not None:
            self._open.close()
            self._open = None

    @property
    def name(self) -> str:
        """The name of the model."""
        return self.settings.model

    def complete(self, system: str, user: str) -> str:
        """The model's answer.

        Raises :class:`NoAnswer` when this request has none, :class:`ModelError` when no request can have one.
        """
        body = self._body(system, user)
        reached = True
        for attempt in range(self.settings.attempts):
            try:
                return _content(self._ask(body))
            except _Retry as again:
                reached = again.reached
                if attempt + 1 < self.settings.attempts:
                    pause = max(again.after, self.settings.pause * 2**attempt)
                    time.sleep(min(pause, _LONGEST_PAUSE))
        if not reached:
            raise ModelError(f"{self.settings.host}: can't be reached; start it or correct {URL_VARIABLE}")
        raise NoAnswer(Reason.NO_ANSWER)

    def _body(self, system: str, user: str) -> bytes:
        settings = self.settings
        request: dict[str, object] = {
            "model": settings.model,
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
            "temperature": 0,
            "seed": settings.seed,
            "max_tokens": settings.tokens,
            "stream": False,
        }
        if settings.json_mode:
            request["response_format"] = {"type": "json_object"}
        return msgspec.json.encode(request)

    def _ask(self, body: bytes) -> bytes:
        """One attempt."""
        httpx = _httpx()
        deadline = time.monotonic() + self.settings.timeout
        address = self.settings.url.rstrip("/") + "/chat/completions"
        try:
            with self._connection().stream("POST", address, content=body) as response:
                self._check(response)
                return self._read(response, deadline)
        except (httpx.ConnectError, httpx.ConnectTimeout):
            raise _Retry(reached=False) from None
        except httpx.InvalidURL:
            raise ModelError(f"{self.settings.host}: not a host; correct {URL_VARIABLE}") from None
        except httpx.HTTPError:
            raise _Retry from None

    def _check(self, response: httpx.Response) -> None:
        status = response.status_code
        if status == _OK:
            return
        if status in _AGAIN:
            raise _Retry(_seconds(response.headers.get("retry-after", "")))
        if status in _DENIED:
            raise ModelError(f"{self.settings.host}: refuses the key (HTTP {status}); set {KEY_VARIABLE}")
        if status == _UNKNOWN:
            raise ModelError(
                f"{self.settings.host}: knows no such address or model (HTTP {status});"
                f" check {URL_VARIABLE} and {MODEL_VARIABLE}"
            )
        raise NoAnswer(Reason.NO_ANSWER)

    def _read(self, response: httpx.Response, deadline: float) -> bytes:
        parts: list[bytes] = []
        size = 0
        for part in response.iter_bytes():
            size += len(part)
            parts.append(part)
            if size > self.settings.largest:
                raise NoAnswer(Reason.BAD_ANSWER)
            if time.monotonic() > deadline:
                raise _Retry
        return b"".join(parts)

    def _connection(self) -> httpx.Client:
        if self._open is None:
            headers = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
            if self.settings.key is not None:
                headers["Authorization"] = f"Bearer {self.settings.key}"
            timeout = self.settings.timeout
            self._open = _httpx().Client(headers=headers, timeout=timeout, follow_redirects=False)
        return self._open


def _content(data: bytes) -> str:
    """The words of a completion."""
    try:
        completion = msgspec.json.decode(data, type=_Completion)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise NoAnswer(Reason.BAD_ANSWER) from None
    choice = completion.choices[0] if completion.choices else None
    if choice is None or not choice.message.content:
        raise NoAnswer(Reason.NO_ANSWER)
    if choice.finish_reason == "length":
        raise NoAnswer(Reason.CUT_OFF)
    return choice.message.content


def _seconds(header: str) -> float:
    """The seconds of a ``Retry-After`` header (RFC 9110, 10.2.3); a date counts as none."""
    return float(header) if header.isascii() and header.isdecimal() else 0.0


def _httpx() -> ModuleType:
    """The library of the extra ``llm``."""
    try:
        import httpx
    except ImportError:
        raise UsageError("asking a model needs httpx; run: pip install 'dangbo-kg[llm]'") from None
    return httpx
