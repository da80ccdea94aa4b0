"""A SPARQL endpoint of somebody else: asked one thing at a time, and left alone when it is busy."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import closing
from typing import Any, Final
from urllib.error import HTTPError

from SPARQLWrapper import JSON, POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import EndPointInternalError, SPARQLWrapperException

from kg import errors

AGENT: Final = "dangbo-kg (https://w3id.org/dangbo/)"
"""Who asks, unless the user says it better: public endpoints want to know, and whom to write to."""
_BUSY: Final = frozenset({429, 502, 503, 504})
_LONGEST_WAIT: Final = 60.0
_LARGEST: Final = 1 << 24
Row = dict[str, str]


class Endpoint:
    """Asks a SPARQL endpoint; ``pause`` seconds lie between two questions.

    A busy endpoint (429, 5xx, no answer in time) is asked again after the time that it names, else after
    growing pauses, ``tries`` times in all.  Raises StoreError, in one line, when it gives no answer.
    """

    def __init__(
        self,
        address: str,
        *,
        timeout: int = 60,
        pause: float = 1.0,
        tries: int = 4,
        agent: str = AGENT,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        if not address.startswith(("http://", "https://")):
            raise errors.UsageError(f"{address!r}: not the address of a SPARQL endpoint; give an http(s) URL")
        self.address = address
        self._timeout = timeout
        self._pause = pause
        self._tries = max(1, tries)
        self._agent = agent
        self._sleep = sleep
        self._asked = False

    def rows(self, query: str) -> list[Row]:
        """Answer a SELECT with its rows; what is not bound is left out."""
        if self._asked and self._pause:
            self._sleep(self._pause)
        self._asked = True
        answer = self._answer(query)
        try:
            bindings = answer["results"]["bindings"]
            return [{name: str(cell["value"]) for name, cell in row.items()} for row in bindings]
        except (KeyError, TypeError, AttributeError) as error:
            raise errors.StoreError(f"{self.address}: the answer is no table of results") from error

    def _answer(self, query: str) -> Any:
        wait = 2.0
        for left in range(self._tries - 1, -1, -1):
            try:
                return self._ask(query)
            except (SPARQLWrapperException, OSError, ValueError) as error:
                _hang_up(error)
                if not left or not _passes(error):
                    raise errors.StoreError(f"{self.address}: no answer: {_one_line(error)}") from error
                self._sleep(min(_told(error) or wait, _LONGEST_WAIT))
                wait *= 2
        raise AssertionError("unreachable")

    def _ask(self, query: str) -> Any:
        client = SPARQLWrapper(self.address, agent=self._agent)
        client.setTimeout(self._timeout)
        client.setMethod(POST)
        client.setReturnFormat(JSON)
        client.setQuery(query)
        answer = client.query().response
        with closing(answer):
            return json.loads(answer.read(_LARGEST))


def _hang_up(error: BaseException) -> None:
    """Close the connection that an error keeps, its own or that of the one behind it."""
    for each in (error, error.__context__):
        if isinstance(each, HTTPError):
            each.close()


def _passes(error: Exception) -> bool:
    """Tell whether it may be otherwise in a while."""
    if isinstance(error, HTTPError):
        return error.code in _BUSY
    return isinstance(error, EndPointInternalError | OSError)


def _told(error: Exception) -> float | None:
    """Read how long the endpoint wants to be left alone."""
    if isinstance(error, HTTPError) and (after := error.headers.get("Retry-After", "")).isdecimal():
        return float(after)
    return None


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
