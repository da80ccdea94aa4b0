"""Which documents there are across articles, what carries out what, and which are easily mistaken."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from kg import nquads as nq
from kg.derive.document_ledger import Base, DocumentLedger
from kg.derive.ground import link, rows, statement
from kg.derive.prints import Kept
from kg.derive.reading import Quads
from kg.derive.told_documents import CENTRAL, Told, told_documents
from kg.identity.documents import Documents, identify_documents
from kg.identity.model import IdentityLink, Reason
from kg.model import Judgement, Verdict
from kg.nquads import NamedGraph
from kg.vocab import DANG, DCTERMS, ELI, PROV, RDF, RDFS, SKOS, Minter, concept

_BASES = ("stated", "date", "article")
_STATE = "state"
Value = TypeVar("Value", bound=Hashable)


def documents(
    store: Quads,
    mint: Minter,
    graph: NamedGraph,
    judgements: Sequence[Judgement] = (),
    kept: Kept | None = None,
) -> Documents:
    """Describe every document once, tie to it what the articles tell of it, and say why.

    What the articles tell is ``kept``, so that a small change can be carried through.
    """
    told = {each.mention.iri: each for each in told_documents(store, mint)}
    ledger = DocumentLedger(kept.tables() if kept is not None else sqlite3.connect(""))
    ledger.fill(told.values())
    found = identify_documents((each.mention for each in told.values()), judgements)
    ledger.rename((), bases(found, told, mint))
    cascade(store, mint, graph, describe(found, told, mint, graph))
    return found


def describe(found: Documents, told: Mapping[str, Told], mint: Minter, graph: NamedGraph) -> dict[str, str]:
    """Describe documents, and say what is whose; gives their IRIs by those of what the articles tell."""
    names = _names(found, told, mint)
    for members in found.documents:
        _describe(mint, graph, names[members[0].iri], [told[mention.iri] for mention in members])
    of = {m.iri: names[members[0].iri] for members in found.documents for m in members}
    for each in found.links:
        _identity(mint, graph, each, of, told)
    for pair in found.look_alikes:
        ends = (names[pair.left[0].iri], names[pair.right[0].iri])
        basis = {s for m in (pair.left[0], pair.right[0]) for s in told[m.iri].statements}
        _look_alikes(mint, graph, ends, pair.reasons, sorted(basis))
    return of


def bases(found: Documents, told: Mapping[str, Told], mint: Minter) -> list[Base]:
    """Give the IRI that each document would have if no other one had it."""
    return [(_name([told[m.iri] for m in members], mint), members[0].iri) for members in found.documents]


def _names(found: Documents, told: Mapping[str, Told], mint: Minter) -> dict[str, str]:
    """Mint an IRI for each document; of several with one key the one told most keeps it bare."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for members in sorted(found.documents, key=lambda d: (-len(d), d[0].identifier, d[0].iri)):
        known = [told[mention.iri] for mention in members]
        iri = _name(known, mint)
        if iri in taken:
            iri = _name(known, mint, f"in {members[0].identifier}")
        if iri in taken:
            iri = _name(known, mint, members[0].iri)
        taken.add(iri)
        names[members[0].iri] = iri
    return names


def _name(known: Sequence[Told], mint: Minter, apart: str = "") -> str:
    head = known[0]
    series = next((t.mention.series for t in known if t.mention.series is not None), None)
    period = next((p for t in known for p in (t.mention.year, t.mention.term) if p is not None), None)
    read = head.mention.number
    if read is not None and read.parts and head.mention.local is False and series != CENTRAL:
        series = _STATE
    if read is not None and read.parts and read.parts[-1][-1].isdigit():
        period = None  # a term of the National Assembly, which the number names itself
    title = head.mention.title if head.mention.congress is None else f"congress {head.mention.congress}"
    key = " ".join(part for part in (period, apart) if part) or None
    kind = next((t.kind for t in known if t.kind is not None), "document")
    return mint.document(series or f"in {head.mention.identifier}", kind, head.number, title, key)


def _describe(mint: Minter, graph: NamedGraph, iri: str, known: Sequence[Told]) -> None:
    """Describe a document by what its mentions agree on best."""
    head = known[0]
    graph.types(iri, DANG.Document, ELI.LegalResource, PROV.Entity)
    issuer = head.issuer or _most(t.issuer for t in known)
    title = _most(t.mention.title or None for t in known)
    name = head.number or head.mention.title
    label = f"{name} @ {issuer.label}" if issuer is not None and name else head.mention.label
    graph.add(iri, RDFS.label, nq.vietnamese(label))
    for other in sorted({t.mention.label for t in known} - {label}):
        graph.add(iri, SKOS.altLabel, nq.vietnamese(other))
    if head.number:
        graph.add(iri, ELI.number, nq.string(head.number))
    if (kind := _most(t.kind for t in known)) is not None:
        graph.tie(iri, ELI.type_document, concept("document-kind", kind))
    if issuer is not None:
        graph.tie(iri, ELI.passed_by, issuer.iri)
    level = issuer.level if issuer is not None else None
    if head.mention.series == CENTRAL or level is not None:
        graph.add(iri, DANG.level, nq.integer(level or 0))
    if (date := _date(t.mention.date for t in known)) is not None:
        graph.add(iri, ELI.date_document, nq.when(date))
    if title is not None:
        graph.add(iri, DCTERMS.title, nq.vietnamese(title))
    if (congress := _most(t.congress for t in known)) is not None:
        graph.tie(iri, DANG.ofCongress, congress)
    _term(mint, graph, iri, known)
    for unit in sorted(frozenset().union(*(t.cited_in for t in known))):
        graph.tie(iri, DANG.citedIn, unit)
    for each in known:
        graph.tie(each.mention.iri, PROV.specializationOf, iri)
    basis = sorted({s for t in known for s in t.statements})
    graph.tie(statement(mint, graph, "document", (iri,), basis), DANG.states, iri)


def _term(mint: Minter, graph: NamedGraph, iri: str, known: Sequence[Told]) -> None:
    """State the committee's term: as the words or a date have it, else when all articles fall into one."""
    for basis in _BASES:
        terms = {t.term for t in known if t.term is not None and t.term_basis == basis}
        for term in terms if len(terms) == 1 else ():
            graph.tie(iri, DANG.committeeTerm, mint.period(term))
            graph.add(iri, DANG.termBasis, nq.string(basis))
        if terms:
            return


def _most(values: Iterable[Value | None]) -> Value | None:
    """Choose what is told most; of those the longest, then the first in order."""
    told = Counter(value for value in values if value is not None)
    return min(told, key=lambda value: (-told[value], -len(str(value)), str(value)), default=None)


def _date(dates: Iterable[str | None]) -> str | None:
    """Choose the date told most, of whole days if there are any."""
    told = Counter(date for date in dates if date is not None)
    return min(told, key=lambda date: (-len(date), -told[date], date), default=None)


def _identity(
    mint: Minter, graph: NamedGraph, each: IdentityLink, of: Mapping[str, str], told: Mapping[str, Told]
) -> None:
    """State why a mention is of a document, or that it may be."""
    same = each.verdict is Verdict.SAME
    predicate = PROV.specializationOf if same else DANG.candidate
    triple = (each.left, predicate, of[each.right])
    basis = sorted({*told[each.left].statements, *told[each.right].statements})
    iri = link(mint, graph, "same-document" if same else "candidate-document", triple, basis)
    graph.add(iri, DANG.score, nq.score(each.score))
    _reasons(graph, iri, each.reasons)


def _reasons(graph: NamedGraph, iri: str, reasons: Iterable[Reason]) -> None:
    for reason in reasons:
        graph.add(iri, DANG.reason, nq.string(f"{reason.feature} {reason.score:+.1f}: {reason.detail}"))


def _look_alikes(
    mint: Minter, graph: NamedGraph, ends: tuple[str, str], reasons: Iterable[Reason], basis: list[str]
) -> None:
    one, other = ends
    iri = link(mint, graph, "look-alike-document", (one, DANG.lookAlike, other), basis)
    graph.tie(other, DANG.lookAlike, one)
    for reason in reasons:
        graph.add(iri, DANG.reason, nq.string(f"{reason.feature}: {reason.detail}"))


def cascade(store: Quads, mint: Minter, graph: NamedGraph, of: Mapping[str, str]) -> None:
    """Tie documents as the articles tie what they tell of them."""
    ties: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    query = f"""SELECT DISTINCT ?one ?relation ?other ?s WHERE {{
        ?s a dang:LinkStatement ; <{RDF.subject}> ?one ; <{RDF.predicate}> ?relation ; <{RDF.object}> ?other ;
           <{PROV.hadPrimarySource}> ?article .
        FILTER(?relation IN (dang:implements, dang:amends)) }}"""
    for one, relation, other, said in rows(store, query):
        if one in of and other in of and of[one] != of[other]:
            ties[of[one], relation, of[other]].add(said)
    standard = {DANG.implements: ELI.based_on, DANG.amends: ELI.amends}
    for (one, relation, other), basis in sorted(ties.items()):
        link(mint, graph, "document-link", (one, relation, other), sorted(basis))
        graph.tie(one, standard[relation], other)
