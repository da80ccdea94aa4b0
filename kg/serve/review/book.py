"""The file of judgements as the review page writes it: rows as ``kg resolve`` and ``kg check`` write them."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kg.errors import UsageError
from kg.identity import (
    Dismissal,
    add_judgement,
    known_as,
    read_dismissals,
    read_judgements,
    take_back_dismissal,
    take_back_pair,
)
from kg.model import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Decided:
    """What the file holds: pairs and findings that were decided, the last ones first."""

    judgements: tuple[Judgement, ...]
    dismissals: tuple[Dismissal, ...]

    @property
    def pairs(self) -> set[frozenset[str]]:
        """The pairs that need no more looking at, in the form in which references are compared."""
        return {pair(each.left, each.right) for each in self.judgements}

    @property
    def findings(self) -> set[str]:
        """The findings that were dismissed."""
        return {each.finding for each in self.dismissals}


def pair(left: str, right: str) -> frozenset[str]:
    """Give two references in a form that does not depend on their order or spelling."""
    return frozenset((known_as(left), known_as(right)))


class Book:
    """The file; one writer at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()

    def decided(self) -> Decided:
        """Read the file as it is now; raises UsageError for a line that can't be understood."""
        if not self.path.exists():
            return Decided((), ())
        judgements: Sequence[Judgement] = read_judgements(self.path)
        return Decided(tuple(reversed(judgements)), tuple(reversed(read_dismissals(self.path))))

    def judge(self, left: str, right: str, verdict: Verdict, by: str, why: str) -> None:
        """Write what somebody decided of two persons; raises UsageError when it is decided already."""
        with self._lock:
            if pair(left, right) in self.decided().pairs:
                raise UsageError(f"{left}, {right}: decided in the meantime; take that back first")
            add_judgement(self.path, Judgement(left, right, verdict, by, _today(), why))

    def dismiss(self, finding: str, kind: str, by: str, why: str) -> None:
        """Write that a finding needs no more looking at."""
        with self._lock:
            add_judgement(self.path, Dismissal(finding, kind, by, _today(), why))

    def undo(self, left: str, right: str) -> bool:
        """Take back what was decided of two persons; False when nothing was."""
        with self._lock:
            return self.path.exists() and take_back_pair(self.path, left, right) is not None

    def restore(self, finding: str) -> bool:
        """Take back the dismissal of a finding; False when there is none."""
        with self._lock:
            return self.path.exists() and take_back_dismissal(self.path, finding) is not None


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
