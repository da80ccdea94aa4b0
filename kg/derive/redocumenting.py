"""Which documents there are after a small change: decided again of those that it concerns, and of no other.

Two mentions can only come together, directly or through others, when each is sought by what the next one has
and nothing rules out that both are one.  So what hangs together with a changed mention by such steps is
decided twice, as it was and as it is; with it goes what would bear the same IRI and what is easily mistaken
for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial

import pyoxigraph as ox

from kg.derive.document_ledger import Count, DocumentLedger, Seeking, counts_of
from kg.derive.documents import bases, cascade, describe
from kg.derive.local import Changes, Lines, Things, View
from kg.derive.prints import Kept
from kg.derive.told_documents import Told, told_documents
from kg.identity.document_features import Mention
from kg.identity.document_index import WIDEST, shared_words
from kg.identity.document_weights import ever_one
from kg.identity.documents import Documents, identify_documents
from kg.nquads import NamedGraph
from kg.vocab import DANG, DCTERMS, ELI, ORG, PROV, RDF, RDFS, SCHEMA, Minter

_MANY = 2_000
"""So many documents that a change touches are no small change."""

Documented = dict[str, Told]


def redocumented(store: ox.Store, mint: Minter, graph: str, changes: Changes, kept: Kept) -> Lines | None:
    """Find the lines that the graph of documents loses and gains; ``None`` when all is to be made anew."""
    view, ledger = View(store, changes), DocumentLedger(kept.tables())
    articles = _articles(view)
    if len(articles) > _MANY:
        return None
    touched = _told_in(store, articles) | _documents(view)
    known = {iri: told for iri in touched if (told := ledger.told(iri)) is not None}
    read = {told.mention.iri: told for told in told_documents(store, mint, touched)}
    changed = {iri for iri in known.keys() | read.keys() if known.get(iri) != read.get(iri)}
    before, after = ({i: told for i, told in each.items() if i in changed} for each in (known, read))
    concerned = _Concerned(ledger, before, after)
    seeds = _linked(view) - changed
    while True:
        found = concerned.hanging_together(seeds)
        if len(found) > _MANY:
            return None
        old = _Decided({**found, **before}, concerned.was, mint)
        new = _Decided({**found, **after}, concerned.now, mint)
        outside = {head for base, _ in (*old.bases, *new.bases) for head in ledger.heads(base)}
        if outside <= old.told.keys() | new.told.keys():
            break
        seeds, fewer = found.keys() | (outside - changed), len(seeds)
        if len(seeds) <= fewer:
            return None
    ledger.rename(old.bases, new.bases)
    return _lines(view, store, mint, graph, old, new)


class _Decided:
    """Some mentions with what was decided of them."""

    def __init__(self, told: Documented, count: Count, mint: Minter) -> None:
        self.told = told
        self.found: Documents = identify_documents((each.mention for each in told.values()), (), count)
        self.bases = bases(self.found, told, mint)


def _lines(
    view: View, store: ox.Store, mint: Minter, graph: str, old: _Decided, new: _Decided
) -> Lines:
    iris = old.told.keys() | new.told.keys()
    links = view.back(iris, RDF.subject) | view.back(iris, RDF.object)
    links = view.among(links, RDF.predicate, {DANG.implements, DANG.amends})
    view.show(links)
    elsewhere = _documents_of(store, graph, view.to(links, RDF.subject, RDF.object) - iris)
    made = []
    for each, some in zip((old, new), view.stores(), strict=True):
        own = NamedGraph(graph)
        cascade(some, mint, own, {**elsewhere, **describe(each.found, each.told, mint, own)})
        made.append(set(own.lines))
    before, after = made
    return before - after, after - before


class _Concerned:
    """The mentions that hang together with changed ones, as they were and as they are."""

    def __init__(self, ledger: DocumentLedger, before: Documented, after: Documented) -> None:
        self._ledger = ledger
        self._changed = before.keys() | after.keys()
        self._own = [told.mention for told in (*before.values(), *after.values())]
        self._counted = ledger.replace(before.values(), after.values())
        self.was, self.now = counts_of(ledger, self._counted)
        self._seeking = Seeking(ledger, (self.was, self.now))
        self._known: dict[str, Told | None] = {}

    def hanging_together(self, seeds: Iterable[str]) -> Documented:
        """Give those that have not changed, with all that hangs together with some seeds."""
        found: Documented = {}
        waiting = list(self._own)

        def take(some: Iterable[str], fit: Callable[[Mention], bool]) -> None:
            for iri in set(some) - self._changed - found.keys():
                told = self._told(iri)
                if told is not None and fit(told.mention):
                    found[iri] = told
                    waiting.append(told.mention)

        take({*seeds, *self._sought_otherwise()}, lambda _: True)
        while waiting and len(found) <= _MANY:
            one = waiting.pop()
            take(self._ledger.alike(one), lambda _: True)
            take(self._seeking.sharing(one), partial(ever_one, one))
        return found

    def _told(self, iri: str) -> Told | None:
        if iri not in self._known:
            self._known[iri] = self._ledger.told(iri)
        return self._known[iri]

    def _sought_otherwise(self) -> Things:
        """Find those that are sought by other words, now that some words are in more or fewer titles."""
        titles = {
            title
            for word, counts in self._counted.items()
            if min(counts) <= WIDEST
            for title in self._ledger.titles(word)
        }
        turned = (title for title in titles if shared_words(title, self.was) != shared_words(title, self.now))
        return {iri for title in turned for iri in self._ledger.of_title(title)}


# -- what a change touches -----------------------------------------------------------------------------------


def _documents(view: View) -> Things:
    """Find the documents of which something is told otherwise, be it by what belongs to them."""
    units = view.changed(DANG.level, RDF.type)
    bodies = view.changed(ORG.classification, DANG.jurisdiction, RDF.type, ORG.subOrganizationOf, RDFS.label)
    said = view.changed(RDF.subject, RDF.object, DANG.states, PROV.hadPrimarySource)
    stated = view.to(said, DANG.states)
    return (
        view.all_changed()
        | view.back(bodies | view.back(units, DANG.jurisdiction), ELI.passed_by)
        | view.back(view.changed(DANG.ordinal), DANG.ofCongress)
        | view.back(view.changed(RDFS.label, RDF.type), DANG.committeeTerm)
        | stated
        | view.to(said, RDF.subject, RDF.object)
        | view.to(stated | view.changed(DANG.setBy), DANG.setBy)
    )


def _articles(view: View) -> Things:
    """Find the articles that appeared at another time, or are told to be of other places."""
    units = view.changed(SCHEMA.containedInPlace, DANG.level, RDFS.label)
    units = view.all_back(units, SCHEMA.containedInPlace)
    own = view.changed(SCHEMA.datePublished, DANG.dateBounds, SCHEMA.contentLocation, DCTERMS.identifier)
    return own | view.back(units, SCHEMA.contentLocation)


def _told_in(store: ox.Store, articles: Iterable[str]) -> Things:
    """Name the documents that articles tell of."""
    source, kind = ox.NamedNode(DCTERMS.source), (ox.NamedNode(RDF.type), ox.NamedNode(DANG.ReportedDocument))
    found: Things = set()
    for article in articles:
        for quad in store.quads_for_pattern(None, source, ox.NamedNode(article), None):
            if isinstance(quad.graph_name, ox.NamedNode):
                told = store.quads_for_pattern(None, *kind, quad.graph_name)
                found.update(getattr(each.subject, "value", "") for each in told)
    return found


def _linked(view: View) -> Things:
    """Find the ends of the links between documents that are told otherwise."""
    links = view.changed(RDF.subject, RDF.predicate, RDF.object, RDF.type)
    return view.to(links, RDF.subject, RDF.object)


def _documents_of(store: ox.Store, graph: str, mentions: Collection[str]) -> Mapping[str, str]:
    """Tell which documents are told of, of mentions that nothing concerns."""
    of, own = ox.NamedNode(PROV.specializationOf), ox.NamedNode(graph)
    quads = (q for m in mentions for q in store.quads_for_pattern(ox.NamedNode(m), of, None, own))
    return {getattr(quad.subject, "value", ""): getattr(quad.object, "value", "") for quad in quads}
