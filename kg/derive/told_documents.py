"""The documents that the articles tell of, read from a store as plain values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from kg.derive.ground import rows
from kg.identity.document_features import Mention
from kg.identity.numbers import read_number
from kg.normalise import fold
from kg.resources import data_dir
from kg.vocab import (
    CONCEPTS,
    DANG,
    DCTERMS,
    ELI,
    ORG,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    VOC,
    Minter,
    body_levels,
    party_number,
    party_term,
    short,
    slug,
)

CENTRAL = "central"
_CENTRE = frozenset({"central-committee", "politburo", "secretariat", "communist-party"})
_LED_BY = frozenset({"standing-committee", "standing-board"})
_YEAR = re.compile(r"(?:19|20)\d{2}")
_CENTRAL_END = "tw"

Values = Mapping[str, Mapping[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that issues documents: its kind, the body that it leads, the level of its unit."""

    iri: str
    label: str
    kind: str
    party: bool
    leads: str | None
    level: int | None
    placed: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A document as an article tells of it, with all that a description of the document takes from it."""

    mention: Mention
    number: str | None
    issuer: Issuer | None
    kind: str | None
    term: str | None
    term_basis: str | None
    congress: str | None
    statements: tuple[str, ...]
    cited_in: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Article:
    identifier: str
    first: str
    last: str
    places: frozenset[str]
    lowest: frozenset[str]


def told_documents(store: ox.Store, mint: Minter) -> list[Told]:
    """Read every document that an article tells of, in the order of their IRIs."""
    documents = _values(store, "?x a dang:ReportedDocument .")
    bodies = _issuers(store)
    articles, told_in = _articles(store)
    statements = _statements(store)
    ordinals = _pairs(store, "SELECT DISTINCT ?c ?n WHERE { ?c dang:ordinal ?n }")
    terms = _pairs(store, "SELECT DISTINCT ?t ?n WHERE { ?t a dang:Term ; rdfs:label ?n }")
    found = []
    for iri, values in sorted(documents.items()):
        if iri in told_in:
            reading = _Reading(iri, values, bodies, articles[told_in[iri]], mint)
            found.append(reading.told(ordinals, terms, tuple(sorted(statements.get(iri, ())))))
    return found


class _Reading:
    """One document in one article."""

    def __init__(
        self,
        iri: str,
        values: Mapping[str, list[str]],
        bodies: Mapping[str, Issuer],
        article: _Article,
        mint: Minter,
    ) -> None:
        self.iri, self._values, self._article = iri, values, article
        self.number = self._one(ELI.number)
        self._read = read_number(self.number)
        issuers = [bodies[body] for body in sorted(values.get(ELI.passed_by, ())) if body in bodies]
        self.issuer = issuers[0] if issuers else None
        alone = f".{slug(f'in {article.identifier}')}"
        self._unplaced = self.issuer is not None and short(self.issuer.iri).endswith(alone)
        self._bodies = bodies

    def _one(self, predicate: str) -> str | None:
        """Give the first value in order."""
        return min(self._values.get(predicate, ()), default=None)

    def told(
        self, ordinals: Mapping[str, str], terms: Mapping[str, str], statements: tuple[str, ...]
    ) -> Told:
        congress = self._one(DANG.ofCongress)
        ordinal = ordinals.get(congress or "")
        term, basis = terms.get(self._one(DANG.committeeTerm) or ""), self._one(DANG.termBasis)
        mention = self._mention(int(ordinal) if ordinal else None, term if basis != "article" else None)
        about = self._article.lowest
        return Told(mention, self.number, self.issuer, mention.kind, term, basis, congress, statements, about)

    def _mention(self, congress: int | None, term: str | None) -> Mention:
        date, party = self._one(ELI.date_document), self._party()
        title = self._one(DCTERMS.title) or ""
        level = self.issuer.level if self.issuer is not None else None
        if term is None and self._read is not None:
            term = party_term(date, 0 if self._central() else level)
        return Mention(
            iri=self.iri,
            identifier=self._article.identifier,
            label=self._one(RDFS.label) or "",
            kind=self._kind(),
            number=self._read,
            series=self._series(),
            organ=self._organ(),
            local=self._local(),
            title=title,
            date=date,
            term=term if party else None,
            year=self._year(date, title, party, congress),
            congress=congress,
            latest=self._article.last[:4] or None,
            article_term=self._article_term(level) if party else None,
            yearly=self._read is not None and not party and not self._by_assembly(),
            places=self._article.places,
        )

    def _kind(self) -> str | None:
        told = self._one(ELI.type_document)
        if told is not None:
            return str(told.rpartition("/")[2])
        codes = known_symbols().kinds
        parts = self._read.parts if self._read is not None else ()
        return next((codes[part] for part in parts if part in codes), None)

    def _central(self) -> bool:
        if self._read is not None and self._read.parts:
            return self._read.parts[-1] == _CENTRAL_END
        return self.issuer is not None and self.issuer.kind in _CENTRE

    def _series(self) -> str | None:
        if self._central():
            return CENTRAL
        if self.issuer is None or self._unplaced:
            return None
        if self.issuer.leads is not None and self.issuer.kind in _LED_BY:
            return self.issuer.leads
        return self.issuer.iri if self.issuer.placed else f"body {fold(self.issuer.label)}"

    def _organ(self) -> str | None:
        """Name the body itself where several of the party's centre share a series."""
        return self.issuer.kind if self._central() and self.issuer is not None else None

    def _local(self) -> bool | None:
        if self._central():
            return False
        if self._unplaced or (self.issuer is not None and (self.issuer.level or 0) > 0):
            return True
        if self.issuer is not None and self.issuer.level == 0:
            return False
        end = self._read.parts[-1] if self._read is not None and self._read.parts else ""
        return known_symbols().local.get(end.rstrip("0123456789"))

    def _party(self) -> bool:
        """Tell whether its numbers count within a term of a committee."""
        if self._read is not None and self._read.parts:
            return party_number(self.number or "")
        return self._central() or (self.issuer is not None and self.issuer.party)

    def _by_assembly(self) -> bool:
        """Tell whether its number counts within a term of the National Assembly, which the symbol names."""
        return self._read is not None and bool(self._read.parts) and self._read.parts[-1][-1].isdigit()

    def _year(self, date: str | None, title: str, party: bool, congress: int | None) -> str | None:
        """Find the year in which its number counts, or that of a law by its name."""
        if self._read is not None:
            told: str = "" if party or self._by_assembly() else (date or "")[:4]
            return self._read.year or told or None
        years: set[str] = set(_YEAR.findall(title))
        if congress is None and len(years) == 1:
            return next(iter(years))
        return (date or "")[:4] or None

    def _article_term(self, level: int | None) -> str | None:
        """Find the committee's term in which the article appeared, when its bounds leave one only."""
        at = 0 if self._central() else level
        first, last = party_term(self._article.first, at), party_term(self._article.last, at)
        return first if first == last else None


@dataclass(frozen=True, slots=True)
class Symbols:
    """What the letters of numbers tell: the code of a kind to the kind; the end, whether of a local body."""

    kinds: Mapping[str, str]
    local: Mapping[str, bool]


@lru_cache(maxsize=1)
def known_symbols() -> Symbols:
    """Read the codes of kinds and issuers from the vocabulary."""
    store = ox.Store()
    for name in ("bodies.ttl", "document-kinds.ttl"):
        store.load((data_dir("ontology") / name).read_bytes(), format=ox.RdfFormat.TURTLE)
    kinds: dict[str, str] = {}
    local: dict[str, bool] = {}
    query = f"""SELECT DISTINCT ?concept ?code ?issuer ?level WHERE {{
        ?concept <{SKOS.inScheme}> ?scheme ; <{SKOS.notation}>|<{SKOS.altLabel}>|<{SKOS.hiddenLabel}> ?code .
        OPTIONAL {{ ?concept <{VOC.issuer}> ?issuer . OPTIONAL {{ ?issuer <{VOC.level}> ?level }} }}
        FILTER(?scheme IN (<{CONCEPTS}document-kind>, <{CONCEPTS}document-series>)) }}"""
    for concept, code, issuer, level in rows(store, query):
        key, part = concept.rpartition("/")[2], fold(code)
        if "/document-kind/" in concept:
            kinds.setdefault(part, key)
        else:
            of_place = issuer.rpartition("/")[2] in ("peoples-committee", "peoples-council")
            local[part] = (level not in ("", "0")) or of_place or not issuer
    return Symbols(kinds, local)


def _values(store: ox.Store, pattern: str) -> dict[str, dict[str, list[str]]]:
    """Give all that is said of the things that a pattern finds as ``?x``."""
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for thing, predicate, value in rows(store, f"SELECT DISTINCT ?x ?p ?v WHERE {{ {pattern} ?x ?p ?v }}"):
        found[thing].setdefault(predicate, []).append(value)
    return found


def _pairs(store: ox.Store, query: str) -> dict[str, str]:
    """Give the rows of a query of two columns as a mapping."""
    return {row[0]: row[1] for row in rows(store, query)}


def _issuers(store: ox.Store) -> dict[str, Issuer]:
    bodies = _values(store, f"?document <{ELI.passed_by}> ?x .")
    levels = _pairs(store, "SELECT DISTINCT ?u ?n WHERE { ?u a dang:AdministrativeUnit ; dang:level ?n }")
    found = {}
    for iri, values in bodies.items():
        kind = min(values.get(ORG.classification, ("",))).rpartition("/")[2]
        told = [int(levels[unit]) for unit in values.get(DANG.jurisdiction, ()) if unit in levels]
        level = max(told) if told else (0 if body_levels().get(kind) == 0 else None)
        party = DANG.PartyOrganization in values.get(RDF.type, ())
        leads = min(values.get(ORG.subOrganizationOf, ()), default=None)
        label, placed = min(values.get(RDFS.label, ("",))), DANG.jurisdiction in values
        found[iri] = Issuer(iri, label, kind, party, leads, level, placed)
    return found


def _articles(store: ox.Store) -> tuple[dict[str, _Article], dict[str, str]]:
    """Read the articles that tell of documents, and which document is told in which."""
    told_in = _pairs(
        store,
        """SELECT DISTINCT ?x ?article WHERE { GRAPH ?g {
        ?g dcterms:source ?article . ?x a dang:ReportedDocument } }""",
    )
    provinces, higher = _Provinces(store), _Higher(store)
    found = {}
    for article in sorted(set(told_in.values())):
        published = _any(store, article, SCHEMA.datePublished)
        first, _, last = _any(store, article, DANG.dateBounds).partition("/")
        first, last = published or first, published or (last if last != ".." else "")
        units = _all(store, article, SCHEMA.contentLocation)
        places = (provinces.above(unit) for unit in units)
        identifier = _any(store, article, DCTERMS.identifier)
        lowest = frozenset(units).difference(*(higher.above(unit) for unit in units))
        found[article] = _Article(identifier, first, last, frozenset().union(*places), lowest)
    return found, told_in


def _all(store: ox.Store, subject: str, predicate: str) -> list[str]:
    quads = store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None, None)
    return sorted({str(getattr(quad.object, "value", "")) for quad in quads})


def _any(store: ox.Store, subject: str, predicate: str) -> str:
    return next(iter(_all(store, subject, predicate)), "")


class _Provinces:
    """The names of the provinces that a unit is or lies in."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._known: dict[str, frozenset[str]] = {}

    def above(self, unit: str) -> frozenset[str]:
        """Climb from a unit to the provinces, each unit once."""
        if unit not in self._known:
            self._known[unit] = frozenset()
            if "1" in _all(self._store, unit, DANG.level):
                found = frozenset(_all(self._store, unit, RDFS.label)[:1])
            else:
                higher = _all(self._store, unit, SCHEMA.containedInPlace)
                found = frozenset().union(*(self.above(each) for each in higher))
            self._known[unit] = found
        return self._known[unit]


class _Higher:
    """The units that hold a unit, directly or not."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._directly: dict[str, list[str]] = {}

    def above(self, unit: str) -> set[str]:
        """Give all that hold a unit; a circle in the data ends the climb."""
        found: set[str] = set()
        waiting = [unit]
        while waiting:
            lower = waiting.pop()
            if lower not in self._directly:
                self._directly[lower] = _all(self._store, lower, SCHEMA.containedInPlace)
            waiting += [each for each in self._directly[lower] if each not in found]
            found.update(self._directly[lower])
        return found


def _statements(store: ox.Store) -> dict[str, set[str]]:
    """Map each told document to the statements that tell of it, those of a theme that it set included."""
    found: dict[str, set[str]] = defaultdict(set)
    query = f"""SELECT DISTINCT ?x ?s WHERE {{ ?x a dang:ReportedDocument .
        {{ ?s dang:states ?x }} UNION {{ ?s <{RDF.subject}> ?x }} UNION {{ ?s <{RDF.object}> ?x }}
        UNION {{ ?theme dang:setBy ?x . ?s dang:states ?theme }}
        ?s <{PROV.hadPrimarySource}> ?article }}"""
    for iri, statement in rows(store, query):
        found[iri].add(statement)
    return found
