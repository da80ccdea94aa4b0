"""What the editor completes: prefixes, the terms of our ontology and of those it uses, concepts, keywords."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import pyoxigraph as ox

from kg import vocab
from kg.normalise import plain
from kg.resources import data_dir
from kg.vocab import DANG, PREFIXES, RDFS, SKOS, Minter, Terms

KEYWORDS: Final = (
    *("SELECT", "DISTINCT", "WHERE", "CONSTRUCT", "ASK", "DESCRIBE", "FROM", "FROM NAMED", "PREFIX", "BASE"),
    *("OPTIONAL", "UNION", "MINUS", "GRAPH", "FILTER", "FILTER NOT EXISTS", "EXISTS", "BIND", "VALUES", "AS"),
    *(
        "GROUP BY",
        "HAVING",
        "ORDER BY",
        "DESC",
        "ASC",
        "LIMIT",
        "OFFSET",
        "COUNT",
        "SUM",
        "MIN",
        "MAX",
        "AVG",
    ),
    *("SAMPLE", "GROUP_CONCAT", "SEPARATOR", "IF", "COALESCE", "BOUND", "STR", "LANG", "LANGMATCHES", "IN"),
    *("DATATYPE", "REGEX", "CONTAINS", "STRSTARTS", "STRENDS", "STRBEFORE", "STRAFTER", "STRLEN", "NOT IN"),
    *("SUBSTR", "REPLACE", "LCASE", "UCASE", "YEAR", "MONTH", "DAY", "NOW", "ABS", "ROUND", "CEIL", "FLOOR"),
    *("ISIRI", "ISLITERAL", "ISNUMERIC", "IRI", "CONCAT", "UNDEF", "REDUCED"),
)
#: What is completed, what kind of thing it is, its Vietnamese and English labels, and what it is found by.
Term = tuple[str, str, str, str, str]


@lru_cache(maxsize=4)
def terms(base: str) -> tuple[Term, ...]:
    """Give everything that the editor completes, the more usual things first."""
    labels = _labels()
    prefixes = Minter(base).prefixes()
    own = sorted(_own(labels, prefixes), key=lambda term: (term[1] == "concept", term[0]))
    known = {term[0] for term in own}
    others = [
        (name, "term", "", "", name.lower())
        for prefix, namespace in PREFIXES.items()
        for name in sorted(f"{prefix}:{local}" for local in _names(namespace))
        if name not in known
    ]
    names = [(f"{prefix}:", "prefix", namespace, namespace, prefix) for prefix, namespace in prefixes.items()]
    words = [(word, "keyword", "", "", word.lower()) for word in KEYWORDS]
    return (*own, *others, *names, *words)


def _own(labels: dict[str, dict[str, str]], prefixes: dict[str, str]) -> Iterator[Term]:
    """Give our classes, properties and concepts by their prefixed names."""
    spaces = sorted(((namespace, prefix) for prefix, namespace in prefixes.items()), reverse=True)
    for iri, told in labels.items():
        found = next(((n, p) for n, p in spaces if iri.startswith(n)), None)
        if found is None or "/" in iri.removeprefix(found[0]):
            continue
        name = f"{found[1]}:{iri.removeprefix(found[0])}"
        vi, en = told.get("vi", ""), told.get("en", "")
        kind = "term" if iri.startswith(DANG.base) else "concept"
        yield name, kind, vi, en, f"{name.lower()} {plain(vi)} {plain(en)}"


def _labels() -> dict[str, dict[str, str]]:
    """Read the labels of everything in the ontology, by language."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(data_dir("ontology").glob("*.ttl")):
        for quad in ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE):
            if quad.predicate.value in (RDFS.label, SKOS.prefLabel) and isinstance(quad.object, ox.Literal):
                about = str(getattr(quad.subject, "value", ""))
                found.setdefault(about, {})[quad.object.language or "en"] = quad.object.value
    return found


def _names(namespace: str) -> frozenset[str]:
    """Give the terms of another vocabulary that the graph uses."""
    known = (each for each in vars(vocab).values() if isinstance(each, Terms))
    return next((each.names for each in known if each.base == namespace), frozenset())
