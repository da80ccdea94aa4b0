"""The server: one process, on this machine unless told otherwise, until somebody ends it."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from kg.errors import UsageError
from kg.knowledge import KnowledgeGraph
from kg.serve.app import create_app
from kg.serve.renewal import Renewal
from kg.serve.review.guard import Guard, is_here
from kg.serve.updating import Updates
from kg.sparql import Limits


def serve(
    folder: Path,
    host: str,
    port: int,
    on_ready: Callable[[str], object],
    on_wait: Callable[[], object] = lambda: None,
    *,
    limits: Limits | None = None,
    allow_service: bool = False,
    allow_update: bool = False,
    allow_review: bool = False,
    judgements: Path | None = None,
) -> None:
    """Serve the store in a folder until the process is told to end; ``on_ready`` is given the address.

    Whenever the store has been built anew, that is what is served from then on.  While somebody builds it,
    the state before is; when the server begins in the midst of a build, it calls ``on_wait`` and waits.

    Port 0 takes a free one.  Queries that strangers write run within ``limits``, and may call other servers
    only with ``allow_service``; ``allow_update`` takes updates to graphs of the user's own, from this machine
    alone.  What is reviewed goes into the file of ``judgements``: on this machine
    alone, unless ``allow_review`` lets whoever reaches the server write there.  Raises UsageError when the
    address can't be had.
    """
    if allow_update and not is_here(host):
        raise UsageError(f"{host}: updates come from this machine alone; leave out --host or --allow-update")
    # A list that is still being read when the server ends is killed; what it held is cleared away in silence.
    os.environ.setdefault("PYTHONWARNINGS", "ignore:resource_tracker:UserWarning")
    with closing(_listen(host, port)) as listening:
        guard = Guard(anywhere=allow_review) if allow_review or is_here(host) else None

        def make(graph: KnowledgeGraph) -> Starlette:
            return create_app(
                graph,
                folder,
                limits,
                allow_service=allow_service,
                guard=guard,
                updates=updates,
                judgements=judgements,
            )

        renewal = Renewal(folder, make)
        updates = (
            Updates(folder, limits or Limits(), renewal.follow, allow_service) if allow_update else None
        )
        config = uvicorn.Config(renewal, log_level="warning", access_log=False, lifespan="off")
        # uvicorn ends what it is doing, then lets the signal through that ended it.
        try:
            renewal.begin(on_wait)
            server = _Server(config, lambda: on_ready(_address(host, listening.getsockname()[1])))
            with suppress(KeyboardInterrupt):
                server.run(sockets=[listening])
        finally:
            renewal.close()


class _Server(uvicorn.Server):
    """Tells that it is ready when it listens to signals, too: none that comes after is lost."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], object]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        self._ready()


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.create_server((host, port), family=family)
    except OSError as error:
        hint = "end the program that has it, or give another --port"
        if error.errno != errno.EADDRINUSE:
            hint = "give a --host of this machine, and a --port that you may use"
        raise UsageError(f"{host}:{port}: can't listen here ({error.strerror or error}); {hint}") from error
    # Inherited by each connection; without it an answer waits for the client's next word (40 ms on Linux).
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def _address(host: str, port: int) -> str:
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"
