"""What validation found, as typed results and as a standard validation report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pyoxigraph as ox
from rdflib import SH

from kg.files import replacing
from kg.vocab import PREFIXES, RDF, XSD

#: What stands in a triple as its object here.
Term = ox.NamedNode | ox.BlankNode | ox.Literal


class Severity(StrEnum):
    """What a result means: the graph is wrong, the source is odd, or something is missing."""

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"


_PREFIXES = {**PREFIXES, "sh": str(SH)}
_ORDER = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A passage behind a result: the article's identifier, offsets in its canonical text, and the quote."""

    article: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that a shape found at ``focus`` (an IRI).

    ``shape`` and ``component`` are the IRIs of the shape and of the kind of constraint, ``path`` that of
    the property, if any.  ``value`` is the term that the shape objects to.  ``passages`` are the sentences to
    look at, those of the focus first; ``article`` is the identifier of the first article, also without a
    passage.
    """

    focus: str
    severity: Severity
    shape: str
    component: str
    message_vi: str
    message_en: str
    path: str | None = None
    value: Term | None = None
    article: str | None = None
    passages: tuple[Passage, ...] = ()

    @property
    def value_text(self) -> str | None:
        """The value as a reader sees it: an IRI or the words of a literal."""
        return None if self.value is None else text_of(self.value)

    @property
    def quote(self) -> str | None:
        """The first passage's words."""
        return self.passages[0].quote if self.passages else None

    def message(self, language: str) -> str:
        """Give the message in ``vi`` or ``en``."""
        return self.message_vi if language == "vi" else self.message_en

    @property
    def key(self) -> tuple[int, str, str, str, str, str, str]:
        """What results are ordered by and told apart with: the graver first."""
        value = "" if self.value is None else str(self.value)
        place = _ORDER[self.severity]
        return place, self.shape, self.focus, self.path or "", value, self.component, self.message_en


@dataclass(frozen=True, slots=True)
class Report:
    """All results, the graver first, in a stable order; many of them are read from disk in each pass."""

    results: Sequence[Result]

    @property
    def conforms(self) -> bool:
        """Whether the graph is sound: no result is a violation."""
        return not any(result.severity is Severity.VIOLATION for result in self.results)

    def count(self, severity: Severity) -> int:
        """Count the results of a severity."""
        return sum(result.severity is severity for result in self.results)

    def of(self, severity: Severity) -> tuple[Result, ...]:
        """Give the results of a severity."""
        return tuple(result for result in self.results if result.severity is severity)

    def turtle(self) -> str:
        """Write the report in the terms of SHACL, byte for byte the same for the same results.

        ``sh:conforms`` is true when no result is a violation, as with pySHACL's ``allow_warnings``.
        """
        data = ox.serialize(self._triples(), format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES)
        return (data or b"").decode()

    def write(self, path: Path) -> None:
        """Write what :meth:`turtle` gives, result by result; the file is there whole or not at all."""
        with replacing(path) as draft, draft.open("wb") as file:
            ox.serialize(self._triples(), file, format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES)

    def _triples(self) -> Iterator[ox.Triple]:
        report = ox.BlankNode("report")
        yield _triple(report, RDF.type, ox.NamedNode(SH.ValidationReport))
        conforms = "true" if self.conforms else "false"
        yield _triple(report, SH.conforms, ox.Literal(conforms, datatype=ox.NamedNode(XSD.boolean)))
        for place, result in enumerate(self.results, start=1):
            node = ox.BlankNode(f"result{place}")
            yield _triple(report, SH.result, node)
            yield from _result_triples(node, result)


def _result_triples(node: ox.BlankNode, result: Result) -> Iterator[ox.Triple]:
    yield _triple(node, RDF.type, ox.NamedNode(SH.ValidationResult))
    yield _triple(node, SH.focusNode, ox.NamedNode(result.focus))
    yield _triple(node, SH.resultSeverity, ox.NamedNode(SH[result.severity.value]))
    yield _triple(node, SH.sourceShape, ox.NamedNode(result.shape))
    yield _triple(node, SH.sourceConstraintComponent, ox.NamedNode(result.component))
    if result.path is not None:
        yield _triple(node, SH.resultPath, ox.NamedNode(result.path))
    if result.value is not None:
        yield _triple(node, SH.value, result.value)
    for language in ("en", "vi"):
        yield _triple(node, SH.resultMessage, ox.Literal(result.message(language), language=language))


def _triple(subject: ox.BlankNode, predicate: str, term: Term) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(predicate), term)


def text_of(term: Term) -> str:
    """Show a term: the words of a literal, the IRI of a thing."""
    return term.value
