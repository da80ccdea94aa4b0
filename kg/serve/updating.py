"""Updates by the SPARQL 1.1 Protocol, where ``kg serve --allow-update`` takes them: graphs of the user's own.

Only programs and pages of this very machine may send them.  A browser tells where a request comes from, and
what a page of elsewhere sends is refused; a program tells nothing, and is on this machine.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request

from kg.serve.review.guard import from_here
from kg.sparql import Failure, Limits
from kg.sparql.own import update


@dataclass(slots=True)
class Updates:
    """What is needed to run updates, one at a time; ``follow`` serves what they have written."""

    folder: Path
    limits: Limits
    follow: Callable[[], object]
    service: bool = False
    _lock: Lock = field(default_factory=Lock)

    def run(self, text: str, base: str) -> Failure | None:
        """Run an update, and serve what it wrote; gives why not."""
        with self._lock:
            failure = update(self.folder, text, base, self.limits, service=self.service)
            if failure is None:
                self.follow()
            return failure


async def updated(request: Request, text: str) -> Failure | None:
    """Run an update that a request carries."""
    updates: Updates | None = request.app.state.updates
    if updates is None:
        raise HTTPException(403, READ_ONLY)
    from_here(request)
    return await run_in_threadpool(updates.run, text, request.app.state.service.base)


READ_ONLY = (
    "the endpoint only reads: kg build replaces graphs, each as a whole; "
    "kg serve --allow-update takes updates to graphs of your own"
)
