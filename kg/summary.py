"""How much a store holds: articles, things and facts by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

import pyoxigraph as ox

from kg.derive.local import Changes, Replaced, Triples
from kg.store import KgStore
from kg.vocab import DANG, DCTERMS, ORG, PROV, RDF, SCHEMA, Minter

_OFFICIALS: Final = "officials"
_CLASSES: Final = {
    "articles": SCHEMA.NewsArticle,
    "organisations": ORG.Organization,
    "units": DANG.AdministrativeUnit,
}
_FACTS: Final = {
    "positions": DANG.ReportedMembership,
    "documents": DANG.ReportedDocument,
    "themes": DANG.Theme,
    "indicators": DANG.IndicatorValue,
    "congresses": DANG.Congress,
    "events": SCHEMA.Event,
}
_LINKS: Final = "links"
_ORDER: Final = ("articles", _OFFICIALS, "organisations", "units", "positions", "documents", _LINKS)

def summary(
    store: KgStore,
    known: Mapping[str, int] | None = None,
    replaced: Mapping[str, Replaced] | None = None,
    changes: Changes | None = None,
) -> dict[str, int]:
    """Count the things that the articles name and the statements that they make, kind by kind.

    Units that only the gazetteer's own graph describes are left out.  With ``known``, the counts before some
    articles' graphs were ``replaced``, only what these tell is counted, and of officials what the ``changes``
    of the merge tell.
    """
    if known and replaced is not None:
        return {**_changed(store, known, replaced), _OFFICIALS: _officials(store, known, changes)}
    patterns = {name: f"?x a <{kind}>" for name, kind in _CLASSES.items()}
    patterns[_OFFICIALS] = f"?who a <{DANG.Persona}> . GRAPH ?in {{ ?who <{PROV.specializationOf}> ?x }}"
    for name, kind in _FACTS.items():
        but = f"MINUS {{ ?of a <{DANG.Congress}> }}" if name == "events" else ""
        patterns[name] = f"?x <{DANG.states}> ?of . ?of a <{kind}> {but}"
    patterns[_LINKS] = f"?x a <{DANG.LinkStatement}> ; <{RDF.subject}> ?of"
    counts = {}
    for name in dict.fromkeys((*_ORDER, *patterns)):
        counts[name] = _count(store, patterns[name])
        store.renewed()
    return counts


def _count(store: KgStore, pattern: str) -> int:
    article = f"?graph <{DCTERMS.source}> ?article"
    query = f"SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ GRAPH ?graph {{ {article} . {pattern} }} }}"
    row: Any = next(iter(store.query(query)))
    return int(row["n"].value)


# -- by difference -------------------------------------------------------------------------------------------


def _changed(store: KgStore, known: Mapping[str, int], replaced: Mapping[str, Replaced]) -> dict[str, int]:
    """Count by what some graphs told before and tell now, as far as no other article's graph tells it."""
    before: defaultdict[str, set[str]] = defaultdict(set)
    after: defaultdict[str, set[str]] = defaultdict(set)
    for graph, each in replaced.items():
        now = _triples(store, graph)
        for told, triples in ((after, now), (before, (now - each.come) | each.gone)):
            for name, things in _things(graph, triples).items():
                told[name] |= things
    counts = {}
    for name, count in known.items():
        come, gone = (
            sum(not _elsewhere(store, name, thing, replaced) for thing in some)
            for some in (after[name] - before[name], before[name] - after[name])
        )
        counts[name] = count + come - gone
    return counts


def _officials(store: KgStore, known: Mapping[str, int], changes: Changes | None) -> int:
    """Count the officials, whom the graph of who is who alone names."""
    if changes is not None and changes.known and _OFFICIALS in known:
        come, gone = (
            sum(triple.predicate == _TYPE and triple.object == _OFFICIAL for triple in some)
            for some in (changes.come, changes.gone)
        )
        return known[_OFFICIALS] + come - gone
    identity = ox.NamedNode(Minter(store.base).derived_graph("identity"))
    return sum(1 for _ in store.quads.quads_for_pattern(None, _TYPE, _OFFICIAL, identity))


_TYPE, _STATES, _SOURCE = (ox.NamedNode(iri) for iri in (RDF.type, DANG.states, DCTERMS.source))
_OFFICIAL = ox.NamedNode(DANG.Official)


def _triples(store: KgStore, graph: str) -> Triples:
    return {quad.triple for quad in store.quads.quads_for_pattern(None, None, None, ox.NamedNode(graph))}


def _things(graph: str, triples: Iterable[ox.Triple]) -> dict[str, set[str]]:
    """Give what an article's graph adds to each count."""
    of: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for triple in triples:
        subject, thing = (getattr(term, "value", "") for term in (triple.subject, triple.object))
        if triple.predicate in (_TYPE, _STATES, _SOURCE) or triple.predicate.value == RDF.subject:
            of[triple.predicate.value][subject].add(thing)
    types = of[RDF.type]
    if graph not in of[DCTERMS.source]:
        return {}
    found = {name: {thing for thing in types if kind in types[thing]} for name, kind in _CLASSES.items()}
    for name, kind in _FACTS.items():
        but = {DANG.Congress} if name == "events" else set()
        facts = {thing for thing in types if kind in types[thing] and but.isdisjoint(types[thing])}
        found[name] = {told for told, stated in of[DANG.states].items() if not facts.isdisjoint(stated)}
    found[_LINKS] = {thing for thing in of[RDF.subject] if DANG.LinkStatement in types[thing]}
    return found


def _elsewhere(store: KgStore, name: str, thing: str, but: Mapping[str, Replaced]) -> bool:
    """Tell whether the graph of an article other than some adds a thing to a count."""
    kind = _CLASSES.get(name, DANG.LinkStatement if name == _LINKS else None)
    predicate, told = (_STATES, None) if kind is None else (_TYPE, ox.NamedNode(kind))
    for quad in store.quads.quads_for_pattern(ox.NamedNode(thing), predicate, told, None):
        own = quad.graph_name
        if isinstance(own, ox.NamedNode) and own.value not in but:
            of_article = any(store.quads.quads_for_pattern(own, _SOURCE, None, own))
            if of_article and thing in _things(own.value, _triples(store, own.value))[name]:
                return True
    return False
