"""Judgements as rows of a plain text file that a person keeps under version control.

Columns parted by tabs: verdict (``same``, ``different``, ``unsure``), two persons (``ARTICLE-ID#NAME``),
by whom, when, why; the last three may be left out.  Lines that begin with ``#``, empty ones and one with
the names of the columns mean nothing.

A row whose right side is an item of Wikidata (``wd:Q42``) is about a thing of the graph, its left side (an
IRI or a prefixed name): :func:`read_alignments` reads such rows, :func:`read_judgements` passes over them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import UsageError
from kg.model import Judgement, Verdict
from kg.normalise import canonical

_ITEM = re.compile(r"wd:Q[1-9][0-9]{0,11}")

COLUMNS = ("verdict", "left", "right", "by", "when", "why")


def read_judgements(path: str | Path) -> tuple[Judgement, ...]:
    """Read the judgements in the order of the file.

    Raises UsageError, with the number of the line, for what can't be understood.
    """
    found = (judgement for _, judgement in _rows(_lines(Path(path)), Path(path)))
    return tuple(judgement for judgement in found if not _ITEM.fullmatch(judgement.right))


def read_alignments(path: str | Path) -> tuple[Judgement, ...]:
    """Read the judgements about things of the graph and items of Wikidata, in the same way."""
    found = (judgement for _, judgement in _rows(_lines(Path(path)), Path(path)))
    return tuple(judgement for judgement in found if _ITEM.fullmatch(judgement.right))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise UsageError(
            f"{path}: can't be read ({error.strerror}); name a file of judgements or leave it out"
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8; save it as UTF-8") from error


def _rows(lines: Sequence[str], path: Path) -> Iterator[tuple[int, Judgement]]:
    for number, line in enumerate(lines, 1):
        cells = [canonical(cell).strip() for cell in line.split("\t")]
        if line.startswith("#") or not any(cells) or tuple(cells[: len(COLUMNS)]) == COLUMNS:
            continue
        yield number, _judgement(cells, f"{path}, line {number}")


def _judgement(cells: list[str], where: str) -> Judgement:
    if not 3 <= len(cells) <= len(COLUMNS):
        raise UsageError(
            f"{where}: {len(cells)} columns; write {', '.join(COLUMNS)} with a tab between any two"
        )
    verdict, left, right, *rest = cells
    if verdict not in tuple(Verdict):
        raise UsageError(f"{where}: {verdict!r} is no verdict; write {', '.join(Verdict)}")
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


def add_judgement(path: str | Path, judgement: Judgement) -> None:
    """Add a judgement at the end of the file, which is made when it isn't there."""
    place = Path(path)
    lines = _lines(place) if place.exists() else ["\t".join(COLUMNS)]
    values = (getattr(judgement, column) for column in COLUMNS)
    _write(place, [*lines, "\t".join(" ".join(str(value).split()) for value in values)])


def take_back_judgement(path: str | Path) -> Judgement | None:
    """Remove the last judgement of the file and give it; ``None`` when there is none."""
    place = Path(path)
    lines = _lines(place) if place.exists() else []
    last = max(_rows(lines, place), key=lambda row: row[0], default=None)
    if last is None:
        return None
    number, judgement = last
    _write(place, lines[: number - 1] + lines[number:])
    return judgement


def _write(path: Path, lines: Sequence[str]) -> None:
    """Replace the file in one step, so that no judgement is lost when the machine stops."""
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        scratch.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
        scratch.replace(path)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise UsageError(f"{path}: can't be written ({error.strerror}); choose another place") from error
