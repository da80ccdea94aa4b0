"""Targets beside the results that were reported later."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from kg import nquads as nq
from kg.derive.ground import Row, each_row, groups, statement
from kg.derive.reading import Quads
from kg.nquads import NamedGraph
from kg.vocab import DANG, PROV, Minter, concept, falling_indicators, hashed_name, short

_NEAR = Decimal("0.05")


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A target or a result, as far as comparing needs it."""

    iri: str
    indicator: str
    comparator: str
    value: Decimal


def attainments(store: Quads, mint: Minter, graph: NamedGraph) -> None:
    """Compare each target with the results of the same subject, indicator, unit and period."""
    query = """SELECT ?subject ?named ?unit ?period ?o ?class ?indicator ?comparator ?value ?s WHERE {
        ?o a dang:IndicatorValue, ?class ; dang:refSubject ?subject ; dang:period ?period ; dang:unit ?unit ;
           dang:comparator ?comparator ; dang:value ?value ; rdfs:label ?label .
        ?s dang:states ?o .
        OPTIONAL { ?o dang:indicator ?indicator }
        BIND(COALESCE(?indicator, ?label) AS ?named)
        FILTER(?class IN (dang:Target, dang:Result)) }"""
    for _, told in groups(each_row(store, query), 4):
        _compare(mint, graph, told)


def _compare(mint: Minter, graph: NamedGraph, told: list[Row]) -> None:
    """Compare what is told of one subject, indicator, unit and period."""
    said: dict[str, set[str]] = defaultdict(set)
    group: dict[str, set[Value]] = defaultdict(set)
    for iri, kind, indicator, comparator, value, source in told:
        said[iri].add(source)
        group[kind].add(Value(iri, indicator, comparator, Decimal(value)))
    for target in sorted(group[DANG.Target]):
        for result in sorted(group[DANG.Result]):
            _attainment(mint, graph, target, result, sorted(said[target.iri] | said[result.iri]))


def _attainment(mint: Minter, graph: NamedGraph, target: Value, result: Value, basis: list[str]) -> None:
    iri = mint.iri("attainment", hashed_name((short(result.iri),), (target.iri, result.iri)))
    graph.types(iri, DANG.Attainment, PROV.Entity)
    for own, value in ((DANG.ofTarget, target), (DANG.ofResult, result)):
        graph.tie(iri, own, value.iri)
        graph.tie(iri, PROV.wasDerivedFrom, value.iri)
    if target.value > 0:
        share = (result.value / target.value * 100).quantize(Decimal("0.01"))
        graph.add(iri, DANG.value, nq.decimal(share))
    graph.tie(iri, DANG.outcome, concept("outcome", outcome(target, result)))
    told = statement(mint, graph, "attainment", (target.iri, result.iri), basis)
    graph.tie(told, DANG.states, iri)


def outcome(target: Value, result: Value) -> str:
    """Tell whether a result reaches its target: ``reached``, ``missed`` or ``undecided``.

    Less is better when the target is an upper bound or the vocabulary says so of the indicator.  ``about``
    decides only outside five per cent; a bound decides only in its own direction.
    """
    falling = target.comparator in ("<", "<=") or target.indicator.rpartition("/")[2] in falling_indicators()
    ahead = result.value - target.value if not falling else target.value - result.value
    if "~" in (target.comparator, result.comparator) and abs(ahead) < abs(target.value) * _NEAR:
        return "undecided"
    better, worse = ((">", ">="), ("<", "<=")) if not falling else (("<", "<="), (">", ">="))
    if result.comparator in worse:
        return "missed" if ahead < 0 else "undecided"
    strict = target.comparator in ("<", ">") and result.comparator not in ("<", ">")
    if ahead > 0 or (ahead == 0 and not strict):
        return "reached"
    return "undecided" if result.comparator in better else "missed"
