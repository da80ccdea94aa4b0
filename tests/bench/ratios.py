"""What the parts of the bench found beside their peers, put together at its end."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.cli import screen

VARIABLE = "DANGBO_BENCH_RATIOS"


@dataclass(frozen=True)
class Ratio:
    """A figure of ours and that of a peer in the same run, as a person reads them; how many times as good."""

    what: str
    ours: str
    peer: str
    theirs: str
    times: str


def note(what: str, ours: str, peer: str, theirs: str, times: str) -> None:
    """Note a ratio for the table at the end, if the whole bench runs."""
    if VARIABLE in os.environ:
        with Path(os.environ[VARIABLE]).open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(Ratio(what, ours, peer, theirs, times))) + "\n")


def noted(file: Path) -> list[Ratio]:
    """Read what was noted."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return [Ratio(**json.loads(line)) for line in lines]


def show(ratios: Iterable[Ratio]) -> None:
    """Print the table."""
    columns = ("", "dangbo-kg", "beside", "", "times")
    rows = [(each.what, each.ours, each.peer, each.theirs, each.times) for each in ratios]
    screen.table(columns, rows, title="beside others, in this run", numbers=("dangbo-kg", "times"))
