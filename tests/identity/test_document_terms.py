"""The term of a committee in which a document is counted: one, by the surest that any article tells."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from kg.derive.documents import _term
from kg.nquads import NamedGraph
from kg.vocab import DANG, Minter

IRI = "https://w3id.org/dangbo/id/document/a"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("2010-2015", "date"), ("1995-2000", "article")], ("2010-2015", "date")),
        ([("2010-2015", "date"), ("2015-2020", "stated")], ("2015-2020", "stated")),
        ([("2010-2015", "article"), ("2010-2015", "article")], ("2010-2015", "article")),
        ([("2010-2015", "date"), ("2015-2020", "date"), ("2010-2015", "article")], None),
        ([(None, None)], None),
    ],
)
def test_the_surest_basis_decides_alone(
    told: list[tuple[str | None, str | None]], expected: tuple[str, str] | None
) -> None:
    known: list[Any] = [SimpleNamespace(term=term, term_basis=basis) for term, basis in told]
    mint = Minter()
    graph = NamedGraph(mint.derived_graph("documents"))
    _term(mint, graph, IRI, known)
    said = {line.split(" ", 2)[1].strip("<>"): line.split(" ", 2)[2] for line in graph.lines}
    assert len(graph.lines) == (2 if expected else 0)
    if expected is not None:
        assert said[DANG.committeeTerm].startswith(f"<{mint.period(expected[0])}>")
        assert said[DANG.termBasis].startswith(f'"{expected[1]}"')
