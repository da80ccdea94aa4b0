"""How much a store holds: articles, things and facts by kind."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from kg.derive.reads import stated
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


_RESTS: Final = {
    "officials": {DANG.Persona},
    "organisations": {DANG.Body},
    "units": {DANG.AdministrativeUnit},
    **{name: {kind, stated(kind)} for name, kind in _FACTS.items()},
    _LINKS: {DANG.LinkStatement},
}
"""The kinds of what articles tell (:mod:`kg.derive.reads`) on which each count rests."""


def summary(
    store: KgStore, known: Mapping[str, int] | None = None, kinds: Collection[str] | None = None
) -> dict[str, int]:
    """Count the things that the articles name and the statements that they make, kind by kind.

    Units that only the gazetteer's own graph describes are left out.  With ``known``, the counts before
    changes that touched some ``kinds``, only what rests on these is counted again, and articles are not.
    """
    patterns = dict(_THINGS)
    for name, kind in _FACTS.items():
        but = f"MINUS {{ ?of a <{DANG.Congress}> }}" if name == "events" else ""
        patterns[name] = f"?x <{DANG.states}> ?of . ?of a <{kind}> {but}"
        if name == "documents":
            patterns[_LINKS] = f"?x a <{DANG.LinkStatement}> ; <{RDF.subject}> ?of"
    counts = {}
    for name, pattern in patterns.items():
        stands = known is not None and kinds is not None and _RESTS.get(name, set()).isdisjoint(kinds)
        counts[name] = known[name] if known and stands and name in known else _count(store, pattern)
    return counts


def _count(store: KgStore, pattern: str) -> int:
    article = f"?graph <{DCTERMS.source}> ?article"
    query = f"SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ GRAPH ?graph {{ {article} . {pattern} }} }}"
    row: Any = next(iter(store.query(query)))
    return int(row["n"].value)
