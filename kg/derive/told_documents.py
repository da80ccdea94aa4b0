"""The documents that the articles tell of, read from a store as plain values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from kg.derive.ground import merge_of, rows
from kg.derive.reading import Quads
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


def told_documents(store: Quads, mint: Minter, some: Iterable[str] | None = None) -> Iterator[Told]:
    """Read every document that an article tells of, or those of ``some`` IRIs, in the order of their IRIs."""
    ground = _Ground(store)
    for iri in sorted(ground.every() if some is None else set(some)):
        article = ground.article_of(iri)
        if article is not None:
            yield _Reading(iri, ground, article, mint).told()


class _Reading:
    """One document in one article."""

    def __init__(self, iri: str, ground: _Ground, article: _Article, mint: Minter) -> None:
        self.iri, self._ground, self._article = iri, ground, article
        self._values = ground.values(iri)
        self.number = self._one(ELI.number)
        self._read = read_number(self.number)
        issuers = sorted(self._values.get(ELI.passed_by, ()))
        self.issuer = ground.issuer(issuers[0]) if issuers else None
        alone = f".{slug(f'in {article.identifier}')}"
        self._unplaced = self.issuer is not None and short(self.issuer.iri).endswith(alone)

    def _one(self, predicate: str) -> str | None:
        """Give the first value in order."""
        return min(self._values.get(predicate, ()), default=None)

    def told(self) -> Told:
        """Put together all that the article tells of it."""
        congress = self._one(DANG.ofCongress)
        ordinal = self._ground.ordinal(congress) if congress else None
        period = self._one(DANG.committeeTerm)
        term, basis = self._ground.term(period) if period else None, self._one(DANG.termBasis)
        mention = self._mention(int(ordinal) if ordinal else None, term if basis != "article" else None)
        return Told(
            mention,
            self.number,
            self.issuer,
            mention.kind,
            term,
            basis,
            congress,
            tuple(sorted(self._ground.statements(self.iri))),
            self._article.lowest,
        )

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


class _Ground:
    """What the graphs tell of documents and of all that belongs to them, looked up where it is needed."""

    def __init__(self, store: Quads) -> None:
        self._store, self._in = store, merge_of(store)
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}
        self._provinces, self._higher = _Provinces(), _Higher()
        self._issuers: dict[str, Issuer] = {}
        self._articles: dict[str, _Article] = {}

    def every(self) -> set[str]:
        """Name all documents that are told of."""
        return self._leading(RDF.type, DANG.ReportedDocument)

    def all(self, subject: str, predicate: str) -> tuple[str, ...]:
        """Give the values of a thing that many documents share, in order."""
        if (subject, predicate) not in self._known:
            self._known[subject, predicate] = self._all(subject, predicate)
        return self._known[subject, predicate]

    def _all(self, subject: str, predicate: str) -> tuple[str, ...]:
        quads = self._store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None, self._in)
        return tuple(sorted({_value(quad.object) for quad in quads}))

    def _any(self, subject: str, predicate: str) -> str:
        return next(iter(self.all(subject, predicate)), "")

    def values(self, thing: str) -> dict[str, list[str]]:
        """Give all that is said of a thing."""
        found: dict[str, set[str]] = defaultdict(set)
        for quad in self._store.quads_for_pattern(ox.NamedNode(thing), None, None, self._in):
            found[quad.predicate.value].add(_value(quad.object))
        return {predicate: sorted(values) for predicate, values in found.items()}

    def _leading(self, predicate: str, thing: str) -> set[str]:
        quads = self._store.quads_for_pattern(None, ox.NamedNode(predicate), ox.NamedNode(thing), self._in)
        return {_value(quad.subject) for quad in quads}

    def issuer(self, iri: str) -> Issuer:
        """Describe a body that issues documents."""
        if iri not in self._issuers:
            values = self.values(iri)
            kind = min(values.get(ORG.classification, ("",))).rpartition("/")[2]
            told = [level for unit in values.get(DANG.jurisdiction, ()) for level in self._levels(unit)]
            level = max(told) if told else (0 if body_levels().get(kind) == 0 else None)
            party = DANG.PartyOrganization in values.get(RDF.type, ())
            leads = min(values.get(ORG.subOrganizationOf, ()), default=None)
            label, placed = min(values.get(RDFS.label, ("",))), DANG.jurisdiction in values
            self._issuers[iri] = Issuer(iri, label, kind, party, leads, level, placed)
        return self._issuers[iri]

    def _levels(self, unit: str) -> list[int]:
        """Give the last of the levels that a unit is said to have."""
        if DANG.AdministrativeUnit not in self.all(unit, RDF.type):
            return []
        return [int(level) for level in self.all(unit, DANG.level)[-1:]]

    def article_of(self, document: str) -> _Article | None:
        """Describe the article that tells of a document."""
        kind = ox.NamedNode(RDF.type), ox.NamedNode(DANG.ReportedDocument)
        quads = self._store.quads_for_pattern(ox.NamedNode(document), *kind, None)
        graphs = [quad.graph_name for quad in quads if isinstance(quad.graph_name, ox.NamedNode)]
        source = ox.NamedNode(DCTERMS.source)
        of_graphs = (quad for own in graphs for quad in self._store.quads_for_pattern(own, source, None, own))
        found = max((_value(quad.object) for quad in of_graphs), default=None)
        return self._article(found) if found is not None else None

    def _article(self, iri: str) -> _Article:
        if iri not in self._articles:
            published = self._any(iri, SCHEMA.datePublished)
            first, _, last = self._any(iri, DANG.dateBounds).partition("/")
            first, last = published or first, published or (last if last != ".." else "")
            units = self.all(iri, SCHEMA.contentLocation)
            places = frozenset().union(*(self._provinces.above(unit, self) for unit in units))
            lowest = frozenset(units).difference(*(self._higher.above(unit, self) for unit in units))
            identifier = self._any(iri, DCTERMS.identifier)
            self._articles[iri] = _Article(identifier, first, last, places, lowest)
        return self._articles[iri]

    def ordinal(self, congress: str) -> str | None:
        """Tell which congress it is."""
        return next(iter(self.all(congress, DANG.ordinal)[-1:]), None)

    def term(self, period: str) -> str | None:
        """Give the name of a term of committees."""
        if DANG.Term not in self.all(period, RDF.type):
            return None
        return next(iter(self.all(period, RDFS.label)[-1:]), None)

    def statements(self, document: str) -> set[str]:
        """Find the statements that tell of a document, those of a theme that it set included."""
        found: set[str] = set()
        for told in (DANG.states, RDF.subject, RDF.object):
            found |= self._leading(told, document)
        for theme in self._leading(DANG.setBy, document):
            found |= self._leading(DANG.states, theme)
        return {each for each in found if self._all(each, PROV.hadPrimarySource)}


class _Provinces:
    """The names of the provinces that a unit is or lies in."""

    def __init__(self) -> None:
        self._known: dict[str, frozenset[str]] = {}

    def above(self, unit: str, ground: _Ground) -> frozenset[str]:
        """Climb from a unit to the provinces, each unit once."""
        if unit not in self._known:
            self._known[unit] = frozenset()
            if "1" in ground.all(unit, DANG.level):
                found = frozenset(ground.all(unit, RDFS.label)[:1])
            else:
                higher = ground.all(unit, SCHEMA.containedInPlace)
                found = frozenset().union(*(self.above(each, ground) for each in higher))
            self._known[unit] = found
        return self._known[unit]


class _Higher:
    """The units that hold a unit, directly or not."""

    def __init__(self) -> None:
        self._directly: dict[str, tuple[str, ...]] = {}

    def above(self, unit: str, ground: _Ground) -> set[str]:
        """Give all that hold a unit; a circle in the data ends the climb."""
        found: set[str] = set()
        waiting = [unit]
        while waiting:
            lower = waiting.pop()
            if lower not in self._directly:
                self._directly[lower] = ground.all(lower, SCHEMA.containedInPlace)
            waiting += [each for each in self._directly[lower] if each not in found]
            found.update(self._directly[lower])
        return found


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
