"""What is asked of a worker, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What an answer is."""

    TABLE = "table"
    TRUTH = "truth"
    GRAPH = "graph"


class Fault(StrEnum):
    """Why there is no answer."""

    BAD = "bad"
    """The query is not SPARQL."""
    REFUSED = "refused"
    """It is, but does what is not done here."""
    UNACCEPTABLE = "unacceptable"
    """The client takes none of the formats that there are."""
    MISSING = "missing"
    """There is no graph of that name."""
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    BUSY = "busy"
    """As many wait as may."""
    GONE = "gone"
    """The client went away."""
    BROKEN = "broken"
    """The worker died, or the store can't be read."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one answer may cost; ``memory`` and ``size`` are bytes, ``waiting`` is how many may queue."""

    seconds: float = 30.0
    rows: int = 100_000
    size: int = 256 * 1024 * 1024
    memory: int = 4 * 1024 * 1024 * 1024
    workers: int = 2
    waiting: int = 64


@dataclass(frozen=True, slots=True)
class Asked:
    """A query.

    ``accept`` is the client's header; ``default_graphs`` and ``named_graphs`` are IRIs that stand in for
    what the query itself names (SPARQL 1.1 Protocol, 2.1.4).  ``cut`` gives the first so many rows instead
    of refusing a longer answer, as a page does.
    """

    text: str
    accept: str = ""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    cut: int | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A whole graph: a named one, or the default graph (None)."""

    graph: str | None
    accept: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in a format: its bytes, or the file that holds them when they are many.

    ``whole`` is false when rows were cut off.
    """

    form: Form
    media: str
    body: bytes
    file: str | None
    rows: int
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no answer, in one line."""

    fault: Fault
    message: str
