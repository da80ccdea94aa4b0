"""Where each body stands, how long it existed and what became of it.

Every body that an article names gets its level and its lifetime, the body that it is a part of or reports
to, and the one that leads it, up to the nation; a body that no article names is described where the tree
or a change needs it.  Names of one body are tied together.
"""

from __future__ import annotations

from kg import nquads as nq
from kg.bodies import Event, History, history
from kg.bodies.tree import Key
from kg.derive.ground import each_row, link, statement
from kg.derive.named_bodies import NamedBodies
from kg.derive.reading import Quads
from kg.model import Organization, Unit
from kg.nquads import NamedGraph
from kg.vocab import (
    DANG,
    DCTERMS,
    EDTF,
    ELI,
    ORG,
    PROV,
    RDFS,
    SCHEMA,
    Minter,
    body_classes,
    concept,
    party_number,
    party_term,
    short,
)

_COUNTED_BY_TERM = "QH"
_REFORMS = """SELECT DISTINCT ?reform ?before ?after WHERE {
    ?reform a dang:ReformEvent ; org:originalOrganization ?before ; org:resultingOrganization ?after }"""
_DESCRIBED = (
    "SELECT DISTINCT ?unit WHERE { GRAPH ?graph { ?unit a dang:AdministrativeUnit ; rdfs:label ?name } }"
)


def bodies(store: Quads, mint: Minter, graph: NamedGraph) -> None:
    """Describe the bodies of a store's articles as institutions."""
    _Institutions(store, mint, graph).write()


class _Institutions:
    def __init__(self, store: Quads, mint: Minter, graph: NamedGraph) -> None:
        self._mint, self._graph = mint, graph
        self._history: History = history()
        self._tree = self._history.tree
        self._named = NamedBodies(store, mint, self._history)
        self._made: dict[Key, str] = {}
        self._told: set[str] = set()
        own = f"<{graph.name}>"
        described = each_row(store, _DESCRIBED.replace("} }", f"}} FILTER(?graph != {own}) }}"))
        self._described = {unit for (unit,) in described}
        self._reforms: dict[tuple[str, str], set[str]] = {}
        for reform, before, after in each_row(store, _REFORMS):
            self._reforms.setdefault((before, after), set()).add(reform)

    def write(self) -> None:
        """Write all that is known of the bodies of the articles."""
        for iri, body in sorted(self._named.bodies.items()):
            if body.kind:
                self._place(iri, body)
        for name, chosen in self._named.same():
            link(self._mint, self._graph, "same-body", (name, PROV.alternateOf, chosen), ())
            self._graph.tie(chosen, PROV.alternateOf, name)
        for _, body in sorted(self._named.bodies.items()):
            if self._tree.key(body) is not None:
                for event in (*self._history.followed(body), *self._history.preceded(body)):
                    self._event(event)

    # -- a body in its place ---------------------------------------------------------------------------------

    def _iri(self, body: Organization) -> str | None:
        """The IRI of a body: that of the articles, else a new one, which is described."""
        key = self._tree.key(body)
        if key is None:
            return None
        iri = self._named.chosen(key) or self._made.get(key)
        if iri is None:
            iri = self._made[key] = self._mint.organization(body, "")
            if iri not in self._named.bodies:
                self._describe(iri, body)
                self._place(iri, body)
        return iri

    def _describe(self, iri: str, body: Organization) -> None:
        """Describe a body that no article names."""
        classes = body_classes().get(body.kind, (DANG.Body,))
        self._graph.types(iri, *classes, ORG.FormalOrganization, ORG.Organization)
        self._graph.add(iri, RDFS.label, nq.vietnamese(body.label))
        self._graph.tie(iri, ORG.classification, concept("body", body.kind))
        if body.territory is not None:
            self._graph.tie(iri, DANG.jurisdiction, self._unit(body.territory))

    def _unit(self, unit: Unit) -> str:
        iri = self._mint.unit(unit, "")
        if iri not in self._described:
            self._described.add(iri)
            self._graph.types(iri, DANG.AdministrativeUnit, SCHEMA.AdministrativeArea)
            self._graph.add(iri, RDFS.label, nq.vietnamese(unit.full_name))
            self._graph.add(iri, SCHEMA.name, nq.vietnamese(unit.name))
            self._graph.add(iri, DANG.level, nq.integer(unit.level))
            self._graph.add(iri, DCTERMS.identifier, nq.string(unit.key or ""))
        return iri

    def _place(self, iri: str, body: Organization) -> None:
        """Tell a body's level, lifetime, whole, superior and leader."""
        if iri in self._told:
            return
        self._told.add(iri)
        self._lifetime(iri, body)
        ties = (
            (
                "part-by-kind",
                ORG.subOrganizationOf,
                None if self._says_whole(iri) else self._tree.whole(body),
            ),
            ("reports-by-kind", ORG.reportsTo, self._tree.superior(body)),
            ("linked-by-kind", ORG.linkedTo, self._tree.linked(body)),
        )
        for rule, predicate, other in ties:
            found = self._iri(other) if other is not None else None
            if found is not None and found != iri:
                link(self._mint, self._graph, rule, (iri, predicate, found), ())

    def _says_whole(self, iri: str) -> bool:
        """Whether an article says what a body is a part of."""
        body = self._named.bodies.get(iri)
        return body is not None and body.parent is not None

    def _lifetime(self, iri: str, body: Organization) -> None:
        """Tell a body's level and its first and last days, as far as they are known."""
        level = self._tree.level(body)
        if level is not None:
            self._graph.add(iri, DANG.level, nq.integer(level))
        lifetime = self._history.lifetime(body)
        known = body.territory is not None and body.territory.key is not None
        bounds = (bound.rule for bound in (lifetime.until, lifetime.since) if bound is not None)
        rule = next(bounds, "lifetime-of-unit" if known else "body-by-kind")
        told = statement(self._mint, self._graph, rule, (iri,), ())
        self._graph.tie(told, DANG.states, iri)
        for stretch in lifetime.stretches:
            since, until = (bound.date if bound else "" for bound in (stretch.since, stretch.until))
            if (since or until or known) and "[" not in since + until:
                self._graph.add(iri, DCTERMS.valid, nq.typed(f"{since}/{until or '..'}", EDTF))
        for bound, predicate in ((lifetime.since, SCHEMA.validFrom), (lifetime.until, SCHEMA.validThrough)):
            if bound is not None:
                self._graph.add(iri, predicate, nq.when(bound.date))

    # -- what became of bodies -------------------------------------------------------------------------------

    def _event(self, event: Event) -> None:
        """Describe a change; of the bodies that ended only those that the graph knows are named."""
        keys = [[self._tree.key(body) for body in side] for side in (event.before, event.after)]
        if None in keys[0] or None in keys[1]:
            return
        parts = [["|".join(key) for key in sorted(filter(None, side))] for side in keys]
        if self._named_among(event.before) or self._named_among(event.after):
            iri = self._mint.thing("change", self._shown(event), (event.date, *parts[0], "to", *parts[1]))
            self._tell(iri, event)

    def _named_among(self, side: tuple[Organization, ...]) -> bool:
        return any(self._named.chosen(self._tree.key(body) or ()) for body in side)

    def _shown(self, event: Event) -> tuple[str, ...]:
        body = (event.before or event.after)[0]
        return (event.date, short(self._mint.organization(body, "")))

    def _tell(self, iri: str, event: Event) -> None:
        if not self._graph.first(iri):
            return
        self._graph.types(iri, DANG.BodyChange, ORG.ChangeEvent)
        self._graph.add(iri, DCTERMS.date, nq.when(event.date))
        for side, predicate in (
            (event.before, ORG.originalOrganization),
            (event.after, ORG.resultingOrganization),
        ):
            for body in side:
                found = self._iri(body)
                if found is not None:
                    self._graph.tie(iri, predicate, found)
        if event.basis is not None:
            self._graph.tie(iri, DANG.legalBasis, self._act(event.basis, event.date))
        if event.source is not None:
            self._graph.tie(iri, DCTERMS.source, event.source)
        told = statement(self._mint, self._graph, event.rule, (iri,), sorted(self._behind(event)))
        self._graph.tie(told, DANG.states, iri)

    def _behind(self, event: Event) -> set[str]:
        """The reforms of units that a change of bodies follows."""
        before, after = (map(self._mint.unit_by_key, side) for side in event.units)
        news = list(after)
        return {r for old in before for new in news for r in self._reforms.get((old, new), ())}

    def _act(self, number: str, date: str) -> str:
        """Describe an act by its number, which counts in a term of centre or Assembly, or in a year."""
        series, period = "state", None if _COUNTED_BY_TERM in number else date[:4]
        if party_number(number):
            series, period = "central", party_term(date, 0)
        iri = self._mint.document(series, "", number, None, period)
        self._graph.types(iri, DANG.Document, ELI.LegalResource)
        self._graph.add(iri, ELI.number, nq.string(number))
        self._graph.add(iri, RDFS.label, nq.vietnamese(number))
        return iri
