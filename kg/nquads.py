"""N-Quads as text: the terms, and a named graph that collects lines.

Literals come from articles and are never trusted: every control character is escaped, and a lone surrogate
(not a Unicode scalar value) becomes U+FFFD, which keeps offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from itertools import islice
from tempfile import TemporaryFile
from typing import IO

from kg.sorting import HELD, Sorted
from kg.vocab import EDTF, RDF, XSD

_ESCAPE = re.compile('[\x00-\x1f"\\\\\x7f\u0085\u2028\u2029\ud800-\udfff\ufffe\uffff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATE_TYPE = f"^^<{XSD.date}>"
_EDTF_TYPE = f"^^<{EDTF}>"
_INTEGER_TYPE = f"^^<{XSD.integer}>"
_DECIMAL_TYPE = f"^^<{XSD.decimal}>"
_SOME = 4096
_MODULUS = 1 << 256
_FIRST_BATCH, _BATCH = 4_000_000, 12_000_000
"""So many bytes of lines go in together: a second of work at first, three in the end."""
_PIECE = 2 * _BATCH
"""So many bytes are loaded at a time: a batch and what it adds to the merge.

Every load leaves files that the store puts together with those before; halves of this cost a third more.
"""
_PORTION = _BATCH // 2
"""So many bytes of a large graph are loaded at a time: a load takes many times its bytes of memory."""
TRUE = f'"true"^^<{XSD.boolean}>'


def iri(text: str) -> str:
    """Write a minted or standard IRI as a term."""
    return f"<{text}>"


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return _SHORT.get(char) or f"\\u{ord(char):04X}"


def quoted(text: str) -> str:
    """Put ``text`` between double quotes, escaped."""
    return f'"{_ESCAPE.sub(_escape, text)}"'


def string(text: str) -> str:
    """Write a plain literal."""
    return quoted(text)


def vietnamese(text: str) -> str:
    """Write a literal in Vietnamese."""
    return f"{quoted(text)}@vi"


def typed(text: str, datatype: str) -> str:
    """Write a literal of a datatype."""
    return f"{quoted(text)}^^<{datatype}>"


def integer(number: int) -> str:
    """Write an ``xsd:integer``."""
    return f'"{number}"{_INTEGER_TYPE}'


def plain_number(value: Decimal) -> str:
    """Write the number without exponent or needless zeros: ``3842``, ``13.1``."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def decimal(value: Decimal) -> str:
    """Write an ``xsd:decimal`` in the form that stores give back."""
    return f'"{plain_number(value)}"{_DECIMAL_TYPE}'


def score(value: float) -> str:
    """Write how sure something is, from 0 to 1, to two places."""
    return decimal(Decimal(f"{value:.2f}"))


def when(edtf: str) -> str:
    """Write a date: ``xsd:date`` when it is a whole one, else an EDTF literal."""
    if is_whole_date(edtf):
        return f'"{edtf}"{_DATE_TYPE}'
    return f"{quoted(edtf)}{_EDTF_TYPE}"


def is_whole_date(text: str | None) -> bool:
    """Tell whether this is a day of the calendar as ``YYYY-MM-DD``."""
    if text is None or not _FULL_DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Written:
    """A named graph as a store takes it in: its lines, the same without the graph's name, their digest."""

    graph: str
    lines: bytes
    triples: bytes
    digest: str


class Sum:
    """A digest of lines that does not depend on their order, and from which lines can be taken away.

    It tells one state of a computed graph from another; it is no safeguard against forged lines.
    """

    def __init__(self, known: str = "") -> None:
        self._sum = int(known, 16) if known else 0

    def update(self, lines: bytes) -> None:
        """Add whole lines, none of which has been added before."""
        self._sum += _sum(lines)

    def less(self, lines: bytes) -> None:
        """Take whole lines away that have been added."""
        self._sum -= _sum(lines)

    def hexdigest(self) -> str:
        """Give the digest as text."""
        return f"{self._sum % _MODULUS:064x}"


def _sum(lines: bytes) -> int:
    return sum(int.from_bytes(sha256(line).digest(), "big") for line in lines.splitlines())


def written(graph: str, lines: Iterable[str]) -> Written:
    """Put the lines of one named graph together; some at a time, for text takes more room than its bytes."""
    end, digest = f" <{graph}> .\n".encode(), sha256()
    data: list[bytes] = []
    triples: list[bytes] = []
    waiting = iter(lines)
    while some := "".join(islice(waiting, _SOME)):
        encoded = some.encode()
        data.append(encoded)
        digest.update(encoded)
        # No term holds what ends a line: its newline would be escaped.
        triples.append(encoded.replace(end, b" .\n"))
    return Written(graph, b"".join(data), b"".join(triples), digest.hexdigest())


@dataclass(frozen=True, slots=True)
class Draft:
    """A named graph of any size: its lines wait in a file."""

    graph: str
    digest: str
    size: int
    file: IO[bytes]

    def lines(self) -> Iterator[bytes]:
        """Give the lines, a load at a time."""
        self.file.seek(0)
        while some := self.file.read(_PORTION):
            yield some + self.file.readline()

    def triples(self) -> Iterator[bytes]:
        """Give the lines without the graph's name, a load at a time."""
        end = f" <{self.graph}> .\n".encode()
        return (some.replace(end, b" .\n") for some in self.lines())


@contextmanager
def drafted(graph: str, lines: Iterable[str]) -> Iterator[Draft]:
    """Write the lines of one named graph down, for as long as the context lasts."""
    digest, waiting = Sum(), iter(lines)
    with TemporaryFile() as file:
        while some := "".join(islice(waiting, _SOME)):
            encoded = some.encode()
            digest.update(encoded)
            file.write(encoded)
        yield Draft(graph, digest.hexdigest(), file.tell(), file)


def batches(graphs: Iterable[Written]) -> Iterator[list[Written]]:
    """Part graphs into batches by their size in bytes, each twice the one before up to a limit.

    A load has a cost of its own, however little it loads; but a short run that is killed should keep some
    of its work, too.
    """
    batch: list[Written] = []
    size, limit = 0, _FIRST_BATCH
    for each in graphs:
        batch.append(each)
        size += len(each.lines)
        if size >= limit:
            yield batch
            batch, size, limit = [], 0, min(2 * limit, _BATCH)
    if batch:
        yield batch


def _parts(graphs: Iterable[Written]) -> Iterator[bytes]:
    """Cut at the ends of lines what is larger than a load."""
    for each in graphs:
        for whole in (each.lines, each.triples):
            start = 0
            while start < len(whole):
                end = whole.find(b"\n", start + _PIECE) + 1 or len(whole)
                yield whole[start:end] if end - start < len(whole) else whole
                start = end


def pieces(graphs: Iterable[Written]) -> Iterator[bytes]:
    """Give what graphs and the merge are to hold in pieces that are neither small nor large to load."""
    some: list[bytes] = []
    size = 0
    for piece in _parts(graphs):
        some.append(piece)
        size += len(piece)
        if size >= _PIECE:
            yield b"".join(some)
            some, size = [], 0
    if some:
        yield b"".join(some)


class NamedGraph:
    """Collects the lines of one named graph, in order; saying a thing twice adds nothing."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[str, None] = {}
        self._end = f" <{name}> .\n"
        self._described: set[str] = set()

    def add(self, subject: str, predicate: str, term: str) -> None:
        """Add a quad with any term as its object."""
        self.lines[f"<{subject}> <{predicate}> {term}{self._end}"] = None

    def tie(self, subject: str, predicate: str, thing: str) -> None:
        """Add a quad whose object is an IRI."""
        self.lines[f"<{subject}> <{predicate}> <{thing}>{self._end}"] = None

    def types(self, subject: str, *classes: str) -> None:
        """State the classes of a thing, the standard ones above it included."""
        for name in classes:
            self.tie(subject, RDF.type, name)

    def first(self, thing: str) -> bool:
        """Tell whether a thing is to be described for the first time."""
        if thing in self._described:
            return False
        self._described.add(thing)
        return True


class LargeGraph(NamedGraph):
    """A named graph of any size: what it holds waits on disk, and is given once, sorted."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._waiting: Sorted[str] = Sorted(str)

    def add(self, subject: str, predicate: str, term: str) -> None:
        """Add a quad with any term as its object."""
        super().add(subject, predicate, term)
        self._relieve(HELD)

    def tie(self, subject: str, predicate: str, thing: str) -> None:
        """Add a quad whose object is an IRI."""
        super().tie(subject, predicate, thing)
        self._relieve(HELD)

    def _relieve(self, most: int) -> None:
        if len(self.lines) >= most:
            self._waiting.run(self.lines)
            self.lines.clear()

    def taken(self) -> Iterator[str]:
        """Give all lines in order, each once; the graph is empty after it."""
        if self._waiting.spilled:
            self._relieve(1)
            return iter(self._waiting)
        ordered = sorted(self.lines)
        self.lines.clear()
        return iter(ordered)
