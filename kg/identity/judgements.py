"""Judgements as rows of a plain text file that a person keeps under version control.

Columns parted by tabs: verdict (``same``, ``different``, ``unsure``), two persons (``ARTICLE-ID#NAME``),
by whom, when, why; the last three may be left out.  Lines that begin with ``#``, empty ones and one with
the names of the columns mean nothing.

A row whose right side is an item of Wikidata (``wd:Q42``) is about a thing of the graph, its left side (an
IRI or a prefixed name): :func:`read_alignments` reads such rows.  A row ``dismissed``, ``finding:ID``, KIND
says that a finding of ``kg check`` needs no more looking at: :func:`read_dismissals` reads those.
:func:`read_judgements` passes over both.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.identity.names import known_as
from kg.model import Judgement, Verdict
from kg.normalise import canonical

_ITEM = re.compile(r"wd:Q[1-9][0-9]{0,11}")

_FINDING = "finding:"
_DISMISSED = "dismissed"

COLUMNS = ("verdict", "left", "right", "by", "when", "why")


@dataclass(frozen=True, slots=True)
class Dismissal:
    """What somebody decided about a finding: it needs no more looking at.

    ``finding`` is the id of a :class:`kg.check.Finding`, ``kind`` the key of its kind.
    """

    finding: str
    kind: str
    by: str = ""
    when: str = ""
    why: str = ""


Row = Judgement | Dismissal


def read_judgements(path: str | Path) -> tuple[Judgement, ...]:
    """Read the judgements in the order of the file.

    Raises UsageError, with the number of the line, for what can't be understood.
    """
    return tuple(row for row in _judgements(Path(path)) if not _ITEM.fullmatch(row.right))


def read_alignments(path: str | Path) -> tuple[Judgement, ...]:
    """Read the judgements about things of the graph and items of Wikidata, in the same way."""
    return tuple(row for row in _judgements(Path(path)) if _ITEM.fullmatch(row.right))


def read_dismissals(path: str | Path) -> tuple[Dismissal, ...]:
    """Read which findings were dismissed, in the same way."""
    place = Path(path)
    return tuple(row for _, row in _rows(_lines(place), place) if isinstance(row, Dismissal))


def _judgements(path: Path) -> Iterator[Judgement]:
    return (row for _, row in _rows(_lines(path), path) if isinstance(row, Judgement))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise UsageError(
            f"{path}: can't be read ({error.strerror}); name a file of judgements or leave it out"
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8; save it as UTF-8") from error


def _rows(lines: Sequence[str], path: Path) -> Iterator[tuple[int, Row]]:
    for number, line in enumerate(lines, 1):
        cells = [canonical(cell).strip() for cell in line.split("\t")]
        if line.startswith("#") or not any(cells) or tuple(cells[: len(COLUMNS)]) == COLUMNS:
            continue
        yield number, _row(cells, f"{path}, line {number}")


def _row(cells: list[str], where: str) -> Row:
    if not 3 <= len(cells) <= len(COLUMNS):
        raise UsageError(
            f"{where}: {len(cells)} columns; write {', '.join(COLUMNS)} with a tab between any two"
        )
    verdict, left, right, *rest = cells
    if verdict == _DISMISSED:
        if not left.startswith(_FINDING):
            raise UsageError(f"{where}: {left!r} names no finding; write {_FINDING}ID, as kg check shows it")
        return Dismissal(left.removeprefix(_FINDING), right, *rest)
    if verdict not in tuple(Verdict):
        known = ", ".join((*Verdict, _DISMISSED))
        raise UsageError(f"{where}: {verdict!r} is no verdict; write {known}")
    for reference in (left, right) if not _ITEM.fullmatch(right) else ():
        check_reference(reference, where)
    if left == right:
        raise UsageError(f"{where}: both persons are {left}; name two")
    return Judgement(left, right, Verdict(verdict), *rest)


def check_reference(reference: str, where: str) -> None:
    """Raise UsageError for what can't be a person, or a document, of an article.

    A document is ``ARTICLE-ID#NUMBER @ ISSUER``, or its IRI where that says too little.
    """
    article, mark, name = reference.rpartition("#")
    if not (article and mark and name) and "/reported-document/" not in reference:
        raise UsageError(f"{where}: {reference!r} names no person of an article; write ARTICLE-ID#NAME")


def add_judgement(path: str | Path, judgement: Row) -> None:
    """Add a judgement, or a dismissal, at the end of the file, which is made when it isn't there."""
    place = Path(path)
    lines = _lines(place) if place.exists() else ["\t".join(COLUMNS)]
    _write(place, [*lines, "\t".join(" ".join(str(cell).split()) for cell in _cells(judgement))])


def _cells(row: Row) -> tuple[str, ...]:
    if isinstance(row, Dismissal):
        return _DISMISSED, f"{_FINDING}{row.finding}", row.kind, row.by, row.when, row.why
    return row.verdict, row.left, row.right, row.by, row.when, row.why


def take_back_judgement(path: str | Path) -> Judgement | None:
    """Remove the last judgement of the file and give it; ``None`` when there is none."""
    taken = _take_back(Path(path), lambda row: isinstance(row, Judgement))
    return taken if isinstance(taken, Judgement) else None


def take_back_pair(path: str | Path, left: str, right: str) -> Judgement | None:
    """Remove the last judgement of two persons, in either order, and give it; ``None`` for none."""
    wanted = {known_as(left), known_as(right)}
    taken = _take_back(
        Path(path),
        lambda row: isinstance(row, Judgement) and {known_as(row.left), known_as(row.right)} == wanted,
    )
    return taken if isinstance(taken, Judgement) else None


def take_back_dismissal(path: str | Path, finding: str) -> Dismissal | None:
    """Remove the last dismissal of a finding and give it; ``None`` when there is none."""
    taken = _take_back(Path(path), lambda row: isinstance(row, Dismissal) and row.finding == finding)
    return taken if isinstance(taken, Dismissal) else None


def _take_back(place: Path, wanted: Callable[[Row], bool]) -> Row | None:
    lines = _lines(place) if place.exists() else []
    found = [(number, row) for number, row in _rows(lines, place) if wanted(row)]
    if not found:
        return None
    number, row = found[-1]
    _write(place, lines[: number - 1] + lines[number:])
    return row


def _write(path: Path, lines: Sequence[str]) -> None:
    """Replace the file in one step, so that no judgement is lost when the machine stops."""
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        scratch.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
        scratch.replace(path)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise UsageError(f"{path}: can't be written ({error.strerror}); choose another place") from error
