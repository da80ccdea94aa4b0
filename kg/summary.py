"""How much a store holds: articles, things and facts by kind."""

from __future__ import annotations

from typing import Any, Final

from kg.store import KgStore
from kg.vocab import DANG, DCTERMS, ORG, PROV, RDF, SCHEMA

_THINGS: Final = {
    "articles": f"?x a <{SCHEMA.NewsArticle}>",
    "officials": f"?persona a <{DANG.Persona}> . GRAPH ?who {{ ?persona <{PROV.specializationOf}> ?x }}",
    "organisations": f"?x a <{ORG.Organization}>",
    "units": f"?x a <{DANG.AdministrativeUnit}>",
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


def summary(store: KgStore) -> dict[str, int]:
    """Count the things that the articles name and the statements that they make, kind by kind.

    Units that only the gazetteer's own graph describes are left out.
    """
    counts = {name: _count(store, pattern) for name, pattern in _THINGS.items()}
    for name, kind in _FACTS.items():
        but = f"MINUS {{ ?of a <{DANG.Congress}> }}" if name == "events" else ""
        counts[name] = _count(store, f"?x <{DANG.states}> ?of . ?of a <{kind}> {but}")
        if name == "documents":
            counts[_LINKS] = _count(store, f"?x a <{DANG.LinkStatement}> ; <{RDF.subject}> ?of")
    return counts


def _count(store: KgStore, pattern: str) -> int:
    article = f"?graph <{DCTERMS.source}> ?article"
    query = f"SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ GRAPH ?graph {{ {article} . {pattern} }} }}"
    row: Any = next(iter(store.query(query)))
    return int(row["n"].value)
