"""What a user's words name in a graph: units, people, bodies, documents, articles, periods, indicators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache
from weakref import WeakKeyDictionary

import pyoxigraph as ox

from kg.normalise import plain
from kg.query.results import Queryable, Term, answered, ask, own_term, text_of
from kg.query.words import shown
from kg.resources import data_dir
from kg.vocab import CONCEPTS, DANG, DCTERMS, DEFAULT_BASE, ELI, FOAF, RDFS, SCHEMA, SKOS, Minter

_WORD = re.compile(r"\w+")
_IRI = re.compile(r"<?(https?://[^\s<>]+)>?")
_CURIE = re.compile(r"([a-z][a-z-]*):([\w.-]+)")
_TERM = re.compile(r"\d{4}-\d{4}")
_HITS = 2000

#: Where the things of a type have their names.
LOOKUPS = {
    "unit": f"?thing a <{DANG.AdministrativeUnit}> ; <{RDFS.label}>|<{SCHEMA.name}> ?label",
    "organization": f"?thing a <{DANG.Body}> ; <{RDFS.label}> ?label",
    "person": f"?thing a <{DANG.Official}> ; <{FOAF.name}> ?label",
    "document": (
        f"?thing a <{DANG.Document}> ; "
        f"<{RDFS.label}>|<{SKOS.altLabel}>|<{ELI.number}>|<{DCTERMS.title}> ?label"
    ),
    "article": f"?thing a <{SCHEMA.NewsArticle}> ; <{DCTERMS.identifier}>|<{SCHEMA.headline}> ?label",
}
_INDICATORS = f"""SELECT DISTINCT ?label ?concept WHERE {{
  ?value a <{DANG.IndicatorValue}> ; <{RDFS.label}> ?label .
  OPTIONAL {{ ?value <{DANG.indicator}> ?concept }} }}"""
_PERIODS = f"SELECT DISTINCT ?label WHERE {{ ?period a <{DANG.Period}> ; <{RDFS.label}> ?label }}"
#: Types whose names are also found by a part of them: ``Cường``, ``Tỉnh ủy``, ``sản xuất``.
_BY_PART = frozenset({"organization", "person", "document", "article", "indicator"})


def find_things(store: Queryable | ox.Store, kind: str, name: str, base: str = DEFAULT_BASE) -> list[str]:
    """Give the IRIs of the things of a type (``unit``, ``document``) that a name means, as parameters do."""
    found = things(store, kind, name, base, [])
    return [text_of(thing) for thing in found]


def things(store: Queryable | ox.Store, kind: str, value: str, base: str, notes: list[str]) -> list[Term]:
    """Find what ``value`` names among the things of a type: an IRI, a name, or ``name, what is above``."""
    names = _names(store, kind)
    if (iri := _iri(value, base)) is not None:
        found = {iri} & names.things
    else:
        name, comma, above = value.rpartition(",")
        found = names.named(value, kind)
        if not found and comma and kind == "unit":
            found = _within(store, names.named(name, "unit"), above)
    if not found:
        notes.append(_not_found(kind, value, (label for _, label in names.labels)))
    return [ox.NamedNode(thing) for thing in sorted(found)[:_HITS]]


_KNOWN: WeakKeyDictionary[object, dict[str, Names]] = WeakKeyDictionary()


def _names(store: Queryable | ox.Store, kind: str) -> Names:
    """Read the names of the things of a type; those of a store that can't change, once."""
    known = _KNOWN.setdefault(store, {}) if getattr(store, "read_only", False) is True else {}
    if kind not in known:
        pattern = f"SELECT DISTINCT ?thing ?label WHERE {{ {LOOKUPS[kind]} }}"
        known[kind] = Names((text_of(row[0]), text_of(row[1])) for row in answered(ask(store, pattern)).rows)
    return known[kind]


def _iri(value: str, base: str) -> str | None:
    if found := _IRI.fullmatch(value):
        return found[1]
    if found := _CURIE.fullmatch(value):
        namespace = Minter(base).prefixes().get(found[1])
        return namespace + found[2] if namespace is not None else None
    return None


def _within(store: Queryable | ox.Store, units: Iterable[str], above: str) -> set[str]:
    """Keep the units that lie in one named ``above``."""
    if not (chosen := " ".join(str(ox.NamedNode(unit)) for unit in sorted(units))):
        return set()
    pattern = f"""SELECT DISTINCT ?thing ?label WHERE {{
      VALUES ?thing {{ {chosen} }}
      ?thing <{SCHEMA.containedInPlace}>+ ?over . ?over <{RDFS.label}>|<{SCHEMA.name}> ?label }}"""
    labels = [(text_of(row[0]), text_of(row[1])) for row in answered(ask(store, pattern)).rows]
    return _named(labels, above, "unit")


class Names:
    """Things and their names, to be found by what people write."""

    def __init__(self, labels: Iterable[tuple[str, str]]) -> None:
        self.labels = tuple(labels)
        self.things = {thing for thing, _ in self.labels}
        self._whole: dict[tuple[str, ...], set[str]] = {}
        for thing, label in self.labels:
            self._whole.setdefault(_words(label), set()).add(thing)

    def named(self, value: str, kind: str) -> set[str]:
        """Give the things of that name: the whole of it, else its initials written out, else a part of it."""
        words = _words(value)
        if not words:
            return set()
        if whole := self._whole.get(words):
            return set(whole)
        initials: set[str] = set()
        part: set[str] = set()
        looked_for = f" {' '.join(words)} "
        for own, things in self._whole.items():
            if _abbreviates(words, own):
                initials |= things
            elif kind in _BY_PART and looked_for in f" {' '.join(own)} ":
                part |= things
        return initials or part


def _named(labels: Iterable[tuple[str, str]], value: str, kind: str) -> set[str]:
    return Names(labels).named(value, kind)


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain(text)))


def _abbreviates(words: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether words stand for a full name, some of them by its initials (a type of unit, a body)."""
    if not words or not full:
        return not words and not full
    if words[0] == full[0] and _abbreviates(words[1:], full[1:]):
        return True
    size = len(words[0])
    initials = "".join(word[0] for word in full[:size])
    return initials == words[0] and len(full) > size and _abbreviates(words[1:], full[size:])


def periods(store: Queryable | ox.Store, value: str, notes: list[str]) -> list[Term]:
    """Give the periods in the graph that are ``value`` or lie within it (``2022-H1`` in ``2022``)."""
    labels = {text_of(row[0]): row[0] for row in answered(ask(store, _PERIODS)).rows}
    found = [term for label, term in labels.items() if label == value or _inside(label, value)]
    if not found:
        notes.append(_not_found("period", value, labels))
    return sorted((term for term in found if term is not None), key=str)


def _inside(part: str, whole: str) -> bool:
    """Tell whether both ends of a period begin as ``whole`` does."""
    ends = part.split("/") if "/" in part else [part]
    return not _TERM.fullmatch(part) and all(end.startswith(f"{whole}-") for end in ends)


def indicators(store: Queryable | ox.Store, value: str, notes: list[str]) -> list[Term]:
    """Give the wordings in the graph of the indicators that ``value`` names, by concept or by words."""
    rows = answered(ask(store, _INDICATORS)).rows
    concepts = _named(_concept_labels(), value, "concept")
    by_concept = {row[0] for row in rows if text_of(row[1]) in concepts}
    texts = [(text_of(row[0]), text_of(row[0])) for row in rows]
    named = _named(texts, value, "indicator")
    found = by_concept or {row[0] for row in rows if text_of(row[0]) in named}
    if not found:
        notes.append(_not_found("indicator", value, (label for _, label in texts)))
    return sorted((term for term in found if term is not None), key=str)[:_HITS]


@lru_cache(maxsize=1)
def _concept_labels() -> tuple[tuple[str, str], ...]:
    """Read the concepts of the vocabulary of indicators with their labels and keys."""
    path = data_dir("ontology") / "indicators.ttl"
    found: list[tuple[str, str]] = []
    if path.is_file():
        labels = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
        for quad in ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE):
            concept = text_of(own_term(quad.subject))
            if concept.startswith(CONCEPTS) and quad.predicate.value in labels:
                found.append((concept, text_of(own_term(quad.object))))
                found.append((concept, concept.rpartition("/")[2]))
    return tuple(sorted(set(found)))


def _not_found(kind: str, value: str, labels: Iterable[str]) -> str:
    known = {" ".join(_words(label)): label for label in labels}
    near = get_close_matches(" ".join(_words(value)), known, n=3, cutoff=0.6)
    hint = f"; near: {', '.join(shown(known[form]) for form in near)}" if near else ""
    return f"no {kind} in the graph is named {shown(value)}{hint}"
