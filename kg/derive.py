"""What holds across articles: computed from a store's quads, in graphs of its own, always rebuilt whole.

Each computed thing carries a statement of kind ``computed`` with its rule and the statements that it rests
on, so that a reader gets from it to the sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

import pyoxigraph as ox

from kg import nquads as nq
from kg.nquads import NamedGraph
from kg.vocab import (
    DANG,
    DCTERMS,
    DEFAULT_BASE,
    ORG,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    Minter,
    concept,
    digest,
    falling_indicators,
    hashed_name,
    short,
)

#: The derived graphs, by name.
GRAPHS = ("attainments", "concurrent-posts", "hierarchy")
_NEAR = Decimal("0.05")
_PREFIXES = f"""PREFIX dang: <{DANG.base}> PREFIX org: <{ORG.base}> PREFIX schema: <{SCHEMA.base}>
PREFIX rdfs: <{RDFS.base}> PREFIX dcterms: <{DCTERMS.base}>
"""


def derived(store: ox.Store, base: str = DEFAULT_BASE) -> Iterator[tuple[str, list[str]]]:
    """Compute every derived graph: its name and its N-Quads lines, ready for the store to replace."""
    mint = Minter(base)
    makers = {"attainments": _attainments, "concurrent-posts": _concurrent, "hierarchy": _hierarchy}
    for name in GRAPHS:
        graph = NamedGraph(mint.derived_graph(name))
        makers[name](store, mint, graph)
        yield graph.name, list(graph.lines)


def _rows(store: ox.Store, query: str) -> list[tuple[str, ...]]:
    """Run a SELECT over the merge of the graphs and give its rows as sorted tuples of strings.

    A store of ours has the merge as its default graph; one without is read as the union of its graphs.
    """
    merged = next(store.quads_for_pattern(None, None, None, ox.DefaultGraph()), None) is not None
    answer = store.query(_PREFIXES + query, use_default_graph_as_union=not merged)
    if not isinstance(answer, ox.QuerySolutions):
        return []
    names = answer.variables
    rows = (tuple(str(getattr(row[name], "value", "")) for name in names) for row in answer)
    return sorted(rows)


def _statement(mint: Minter, graph: NamedGraph, rule: str, key: tuple[str, ...], basis: Iterable[str]) -> str:
    """Describe a computed statement that rests on others."""
    iri = mint.iri("statement", f"derived.{rule}.{digest(rule, *key)}")
    graph.types(iri, DANG.Statement, PROV.Entity)
    graph.tie(iri, DANG.assertionKind, concept("assertion", "computed"))
    graph.add(iri, DANG.rule, nq.string(rule))
    for source in basis:
        graph.tie(iri, PROV.wasDerivedFrom, source)
    return iri


def _link(
    mint: Minter, graph: NamedGraph, rule: str, triple: tuple[str, str, str], basis: Iterable[str]
) -> None:
    """State a computed tie between two things, with its statement."""
    graph.tie(*triple)
    iri = _statement(mint, graph, rule, triple, basis)
    graph.types(iri, DANG.LinkStatement)
    for role, part in zip((RDF.subject, RDF.predicate, RDF.object), triple, strict=True):
        graph.tie(iri, role, part)


# -- a party post and a state post at once -----------------------------------------------------------------


def _concurrent(store: ox.Store, mint: Minter, graph: NamedGraph) -> None:
    """Tie a person's party post and state post that one article reports as held."""
    held = f"<{concept('status', 'current')}>, <{concept('status', 'appointed')}>"
    pairs: dict[tuple[str, str], set[str]] = defaultdict(set)
    query = f"""SELECT DISTINCT ?a ?b ?s ?t WHERE {{ GRAPH ?g {{
        ?s dang:states ?a ; dang:status ?held . ?a org:member ?person ; org:organization ?party .
        ?party a dang:PartyOrganization .
        ?t dang:states ?b ; dang:status ?too . ?b org:member ?person ; org:organization ?state .
        ?state a dang:StateBody .
        FILTER(?held IN ({held}) && ?too IN ({held})) }} }}"""
    for one, other, said, said_too in _rows(store, query):
        pairs[one, other].update((said, said_too))
    for (one, other), basis in sorted(pairs.items()):
        _link(mint, graph, "concurrent-posts", (one, DANG.concurrentWith, other), sorted(basis))
        graph.tie(other, DANG.concurrentWith, one)


# -- target against result ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class _Value:
    iri: str
    indicator: str
    comparator: str
    value: Decimal


def _attainments(store: ox.Store, mint: Minter, graph: NamedGraph) -> None:
    """Compare each target with the results of the same subject, indicator, unit and period."""
    said: dict[str, set[str]] = defaultdict(set)
    groups: dict[tuple[str, ...], dict[str, set[_Value]]] = {}
    query = """SELECT DISTINCT
        ?o ?class ?subject ?indicator ?label ?unit ?period ?comparator ?value ?s WHERE {
        ?o a dang:IndicatorValue, ?class ; dang:refSubject ?subject ; dang:period ?period ; dang:unit ?unit ;
           dang:comparator ?comparator ; dang:value ?value ; rdfs:label ?label .
        ?s dang:states ?o .
        OPTIONAL { ?o dang:indicator ?indicator }
        FILTER(?class IN (dang:Target, dang:Result)) }"""
    for row in _rows(store, query):
        iri, kind, subject, indicator, label, unit, period, comparator, value, source = row
        said[iri].add(source)
        group = groups.setdefault((subject, indicator or label, unit, period), {})
        group.setdefault(kind, set()).add(_Value(iri, indicator, comparator, Decimal(value)))
    for _, group in sorted(groups.items()):
        for target in sorted(group.get(DANG.Target, ())):
            for result in sorted(group.get(DANG.Result, ())):
                _attainment(mint, graph, target, result, sorted(said[target.iri] | said[result.iri]))


def _attainment(mint: Minter, graph: NamedGraph, target: _Value, result: _Value, basis: list[str]) -> None:
    iri = mint.iri("attainment", hashed_name((short(result.iri),), (target.iri, result.iri)))
    graph.types(iri, DANG.Attainment, PROV.Entity)
    for own, value in ((DANG.ofTarget, target), (DANG.ofResult, result)):
        graph.tie(iri, own, value.iri)
        graph.tie(iri, PROV.wasDerivedFrom, value.iri)
    if target.value > 0:
        share = (result.value / target.value * 100).quantize(Decimal("0.01"))
        graph.add(iri, DANG.value, nq.decimal(share))
    graph.tie(iri, DANG.outcome, concept("outcome", outcome(target, result)))
    statement = _statement(mint, graph, "attainment", (target.iri, result.iri), basis)
    graph.tie(statement, DANG.states, iri)


def outcome(target: _Value, result: _Value) -> str:
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


# -- who reports to whom -----------------------------------------------------------------------------------


def _hierarchy(store: ox.Store, mint: Minter, graph: NamedGraph) -> None:
    """Tie a committee or council to the one of the nearest unit above that has one."""
    above = _units_above(store)
    for kind in (DANG.PartyCommittee, DANG.PeoplesCommittee, DANG.PeoplesCouncil):
        seats = _seats(store, kind)
        for unit, bodies in sorted(seats.items()):
            higher = next((seats[u] for u in _upwards(unit, above) if u in seats), set())
            for body in sorted(bodies):
                for superior in sorted(higher - bodies):
                    _link(mint, graph, "hierarchy", (body, ORG.reportsTo, superior), ())


def _units_above(store: ox.Store) -> dict[str, list[str]]:
    above: dict[str, list[str]] = defaultdict(list)
    query = "SELECT DISTINCT ?unit ?over WHERE { ?unit schema:containedInPlace ?over }"
    for unit, over in _rows(store, query):
        above[unit].append(over)
    return above


def _upwards(unit: str, above: dict[str, list[str]]) -> Iterator[str]:
    """Yield the units above, nearest first; a circle in the data ends it."""
    seen, waiting = {unit}, list(above.get(unit, ()))
    while waiting:
        over = waiting.pop(0)
        if over not in seen:
            seen.add(over)
            yield over
            waiting.extend(above.get(over, ()))


def _seats(store: ox.Store, kind: str) -> dict[str, set[str]]:
    """Map a unit to its own bodies of a class; committees inside agencies and companies are left out."""
    seats: dict[str, set[str]] = defaultdict(set)
    query = f"""SELECT DISTINCT ?unit ?body WHERE {{
        ?body a <{kind}> ; dang:jurisdiction ?unit ; org:classification ?class . ?unit dang:level ?level .
        FILTER NOT EXISTS {{ ?body org:subOrganizationOf ?other }}
        FILTER(?level = 3 || ?class != <{concept("body", "grassroots-party-committee")}>) }}"""
    for unit, body in _rows(store, query):
        seats[unit].add(body)
    return seats
