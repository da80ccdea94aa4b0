"""Looking things up by their IRIs in the merge of all graphs; nothing here scans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

import pyoxigraph as ox

from kg.errors import VocabularyError
from kg.lexicon import Concept, lexicon
from kg.vocab import (
    CONCEPTS,
    DANG,
    DCTERMS,
    ELI,
    FOAF,
    OA,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
)

_MERGED: Final = ox.DefaultGraph()
_LABELS: Final = (
    *(FOAF.name, RDFS.label, SCHEMA.headline, SKOS.prefLabel, SCHEMA.name, ELI.number, OA.exact),
    DCTERMS.identifier,
)


class Look:
    """Reads a store's things for one page; every answer is sorted, so that a page is the same each time.

    What a thing is said to be is read once, all its properties together: they are few, whereas many things
    may lead to one.
    """

    def __init__(self, quads: ox.Store, base: str) -> None:
        self._quads = quads
        self.base = base
        self._known: dict[str, dict[str, list[str]]] = {}

    def values(self, iri: str, predicate: str) -> list[str]:
        """Give the values of a property of a thing."""
        return self.properties(iri).get(predicate, [])

    def properties(self, iri: str) -> dict[str, list[str]]:
        """Give all properties of a thing, by predicate."""
        known = self._known.get(iri)
        if known is None:
            known = {}
            for quad in self._quads.quads_for_pattern(ox.NamedNode(iri), None, None, _MERGED) if iri else ():
                known.setdefault(quad.predicate.value, []).append(_value(quad.object))
            for values in known.values():
                values.sort()
            self._known[iri] = known
        return known

    def only(self, iri: str, predicate: str) -> str:
        """Give the first value of one property, and read no other: an article's text is long."""
        if iri in self._known:
            return self.one(iri, predicate)
        found = self._quads.quads_for_pattern(ox.NamedNode(iri), ox.NamedNode(predicate), None, _MERGED)
        return min((_value(quad.object) for quad in found), default="")

    def one(self, iri: str, predicate: str) -> str:
        """Give the first value of a property, or nothing."""
        found = self.values(iri, predicate)
        return found[0] if found else ""

    def subjects(self, predicate: str, iri: str, most: int | None = None) -> list[str]:
        """Give the things that have this value of a property, at most so many of them."""
        found = self._quads.quads_for_pattern(None, ox.NamedNode(predicate), ox.NamedNode(iri), _MERGED)
        return sorted(_value(quad.subject) for quad in islice(found, most))

    def subjects_of_text(
        self, predicate: str, text: str, most: int | None = None, language: str | None = None
    ) -> list[str]:
        """Give the things that have this text, in a language or in none, as a property."""
        literal = ox.Literal(text, language=language)
        found = self._quads.quads_for_pattern(None, ox.NamedNode(predicate), literal, _MERGED)
        return sorted(_value(quad.subject) for quad in islice(found, most))

    def is_a(self, iri: str, kind: str) -> bool:
        """Tell whether a thing is of a class."""
        return kind in self.values(iri, RDF.type)

    def of(self, iris: Iterable[str], kind: str) -> Iterator[str]:
        """Keep the things of a class."""
        return (iri for iri in iris if self.is_a(iri, kind))

    def minted(self, iris: Iterable[str], kind: str) -> Iterator[str]:
        """Keep the things whose IRIs say that they are of a kind (:data:`kg.vocab.KINDS`); reads nothing."""
        start = f"{self.base}{kind}/"
        return (iri for iri in iris if iri.startswith(start))

    def knows(self, iri: str) -> bool:
        """Tell whether the graph says anything about a thing."""
        try:
            node = ox.NamedNode(iri)
        except ValueError:
            return False
        return any(
            next(self._quads.quads_for_pattern(s, None, o, _MERGED), None) is not None
            for s, o in ((node, None), (None, node))
        )

    def about(self, iri: str) -> Iterator[tuple[str, ox.NamedNode | ox.Literal]]:
        """Give every property of a thing with its value, in order."""
        quads = self._quads.quads_for_pattern(ox.NamedNode(iri), None, None, _MERGED)
        pairs = ((quad.predicate.value, quad.object) for quad in quads)
        return iter(sorted(pairs, key=lambda pair: (pair[0], str(pair[1]))))  # type: ignore[arg-type]

    def leading_to(self, iri: str, most: int) -> list[tuple[str, str]]:
        """Give the things that have a thing as a value, with the property; at most so many."""
        quads = self._quads.quads_for_pattern(None, None, ox.NamedNode(iri), _MERGED)
        return sorted((quad.predicate.value, _value(quad.subject)) for quad in islice(quads, most))

    def triples(self, iri: str, most: int) -> Iterator[ox.Triple]:
        """Give what the graph says about a thing, and at most so many triples that lead to it."""
        node = ox.NamedNode(iri)
        for quad in self._quads.quads_for_pattern(node, None, None, _MERGED):
            yield quad.triple
        for quad in islice(self._quads.quads_for_pattern(None, None, node, _MERGED), most):
            yield quad.triple

    def label(self, iri: str, language: str = "vi") -> str:
        """Give what a thing is called: a name of its own, a concept's label, the end of its IRI."""
        if iri.startswith(CONCEPTS):
            return concept_label(iri, language)
        for predicate in _LABELS:
            if found := self.one(iri, predicate):
                return _shown(found)
        return iri.rpartition("/")[2].rpartition("#")[2]

    def article_of(self, iri: str) -> str:
        """Give the article whose graph describes a thing of its own, a persona for one; else nothing."""
        for quad in self._quads.quads_for_pattern(ox.NamedNode(iri), ox.NamedNode(RDF.type), None, None):
            local = _value(quad.graph_name).removeprefix(f"{self.base}graph/")
            if isinstance(quad.graph_name, ox.NamedNode) and not local.startswith("derived."):
                return f"{self.base}article/{local}"
        return ""

    def day(self, article: str) -> str:
        """Give the day of an article, or the bounds of it, in EDTF."""
        return self.only(article, SCHEMA.datePublished) or self.only(article, DANG.dateBounds)


def concept_of(iri: str) -> Concept | None:
    """Find a concept of the vocabulary by its IRI."""
    scheme, _, key = iri.removeprefix(CONCEPTS).partition("/")
    try:
        return lexicon().concept(scheme, key)
    except VocabularyError:
        return None


def concept_label(iri: str, language: str) -> str:
    """Give the label of a concept in a language; its key when the vocabulary doesn't know it."""
    found = concept_of(iri)
    if found is None:
        return iri.rpartition("/")[2]
    return (found.label_en if language == "en" else found.label) or found.label


def key_of(iri: str) -> str:
    """Give the key of a concept."""
    return iri.rpartition("/")[2]


def _shown(text: str) -> str:
    """Write a document's label for a reader: the issuer follows the number."""
    return text.replace(" @ ", ", ")


def _value(term: object) -> str:
    return str(getattr(term, "value", term))
