"""The cascade of documents as trees: what carries out or changes what, from the centre to the ward."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.errors import UsageError
from kg.explain import Texts
from kg.query import find_things
from kg.store import KgStore
from kg.vocab import DANG, DCTERMS, ELI, OA, PROV, RDF, RDFS


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of an article; ``sentence[start:end]`` is the evidence."""

    article: str
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Step:
    """A document in a cascade, and those that carry it out or change it.

    ``relation`` is what ties it to the one above (``implements``, ``amends``; empty at the top), ``said`` the
    sentences that do; ``level`` is that of its issuer, 0 nation to 3 commune.  ``again`` says that what is
    below stands elsewhere in the tree.
    """

    iri: str
    label: str
    title: str
    issuer: str
    level: int | None
    date: str
    relation: str
    said: tuple[Said, ...]
    below: tuple[Step, ...]
    again: bool = False


def cascade(store: KgStore, document: str | None = None) -> list[Step]:
    """Give the trees of documents: below one document, or below each that carries out no other.

    A name that fits several documents gives the tree of each.  Raises UsageError when none is so named.
    """
    reader = _Reader(store)
    if document is None:
        return [reader.tree(top) for top in reader.tops()]
    found = find_things(store, "document", document, store.base)
    if not found:
        hint = "`kg query most-cited-documents` lists some"
        raise UsageError(f"{document}: no document in the graph is so named; {hint}")
    return [reader.tree(each) for each in found]


class _Reader:
    """The documents of a store and their ties, each read once."""

    def __init__(self, store: KgStore) -> None:
        self._store = store
        self._texts = Texts(store)
        self._about = _documents(store)
        self._ties = _ties(store)
        self._below: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for lower, relation, upper in self._ties:
            self._below[upper].append((lower, relation))

    def tops(self) -> list[str]:
        """List the documents that are carried out and carry out none, the most central first."""
        lower = {one for one, _, _ in self._ties}
        tops = {upper for _, _, upper in self._ties} - lower
        return sorted(tops, key=self._order)

    def tree(self, iri: str) -> Step:
        """Give the tree below a document."""
        return self._step(iri, "", (), {iri})

    def _step(self, iri: str, relation: str, said: tuple[Said, ...], seen: set[str]) -> Step:
        about = self._about.get(iri, {})
        level = about.get("level")
        below = []
        for lower, tie in sorted(self._below[iri], key=lambda pair: (*self._order(pair[0]), pair[1])):
            sentences = tuple(map(self._sentence, self._ties[lower, tie, iri]))
            if lower in seen:
                below.append(self._leaf(lower, tie, sentences))
            else:
                seen.add(lower)
                below.append(self._step(lower, tie, sentences, seen))
        told = (about.get("label", iri), about.get("title", ""), about.get("issuer", ""))
        rank = int(level) if level else None
        return Step(iri, *told, rank, about.get("date", ""), relation, said, tuple(below))

    def _leaf(self, iri: str, relation: str, said: tuple[Said, ...]) -> Step:
        """Name a document whose own tree stands elsewhere."""
        about = self._about.get(iri, {})
        told = (about.get("label", iri), about.get("title", ""), about.get("issuer", ""))
        rank = int(about["level"]) if about.get("level") else None
        return Step(iri, *told, rank, about.get("date", ""), relation, said, (), again=bool(self._below[iri]))

    def _order(self, iri: str) -> tuple[str, str, str]:
        about = self._about.get(iri, {})
        return about.get("level", "9"), about.get("label", ""), iri

    def _sentence(self, place: tuple[str, int, int]) -> Said:
        return Said(place[0], *self._texts.around(*place))


def _documents(store: KgStore) -> dict[str, dict[str, str]]:
    query = f"""SELECT ?iri ?label ?title ?issuer ?level ?date WHERE {{
        ?iri a <{DANG.Document}> ; <{RDFS.label}> ?label .
        OPTIONAL {{ ?iri <{DCTERMS.title}> ?title }}
        OPTIONAL {{ ?iri <{ELI.passed_by}>/<{RDFS.label}> ?issuer }}
        OPTIONAL {{ ?iri <{DANG.level}> ?level }}
        OPTIONAL {{ ?iri <{ELI.date_document}> ?date }} }}"""
    names = ("label", "title", "issuer", "level", "date")
    return {
        row["iri"].value: {name: row[name].value for name in names if row[name] is not None}
        for row in store.query(query)
    }


def _ties(store: KgStore) -> Mapping[tuple[str, str, str], Sequence[tuple[str, int, int]]]:
    """Map each tie (lower, relation, upper) to the places that tell of it: article, start, end."""
    query = f"""SELECT DISTINCT ?lower ?relation ?upper ?id ?start ?end WHERE {{
        ?link <{DANG.rule}> "document-link" ; <{RDF.subject}> ?lower ; <{RDF.predicate}> ?relation ;
            <{RDF.object}> ?upper ; <{PROV.wasDerivedFrom}> ?said .
        ?said <{PROV.hadPrimarySource}>/<{DCTERMS.identifier}> ?id .
        ?said <{DANG.evidence}>/<{OA.hasSelector}> ?place .
        ?place <{OA.start}> ?start ; <{OA.end}> ?end }}"""
    found: dict[tuple[str, str, str], set[tuple[str, int, int]]] = defaultdict(set)
    for row in store.query(query):
        tie = (row["lower"].value, row["relation"].value.rpartition("#")[2], row["upper"].value)
        found[tie].add((row["id"].value, int(row["start"].value), int(row["end"].value)))
    return {tie: sorted(places) for tie, places in sorted(found.items())}
