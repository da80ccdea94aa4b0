"""The seven tables of facts, read from the graphs of the articles: what CSV and SQLite write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pyoxigraph as ox

from kg.export.quads import Export, View
from kg.nquads import plain_number
from kg.vocab import DANG, DCTERMS, ELI, FOAF, OA, ORG, PROV, RDF, RDFS, SCHEMA, SKOS

Row = dict[str, str]
_PLACE = ("quote", "start", "end")
_ORIGIN = ("assertion", "rule", "inference", "origin", "iri")

#: Table to its columns: those of the guideline first, then IRIs, concepts, codes and how the row came to be.
COLUMNS: dict[str, tuple[str, ...]] = {
    "positions": (
        *("article", "person", "role", "organization", "status", "as_of", *_PLACE),
        *(
            "acting",
            "step",
            "step_date",
            "person_iri",
            "role_concept",
            "organization_iri",
            "unit_code",
            *_ORIGIN,
        ),
    ),
    "documents": (
        *("article", "kind", "number", "issuer", "date", "subject", *_PLACE),
        *("term", "kind_concept", "issuer_iri", "unit_code", "document_iri", *_ORIGIN),
    ),
    "links": (
        *("article", "source", "relation", "target", *_PLACE),
        *("source_iri", "target_iri", *_ORIGIN),
    ),
    "themes": (
        *("article", "organization", "period", "theme", "document", *_PLACE),
        *("elements", "alternatives", "document_iri", "organization_iri", "unit_code", *_ORIGIN),
    ),
    "indicators": (
        *("article", "subject", "indicator", "kind", "comparator", "value", "unit", "period", *_PLACE),
        *("indicator_concept", "measure", "base", "part_of", "subject_iri", "unit_code", *_ORIGIN),
    ),
    "congresses": (
        *("article", "organization", "ordinal", "term", *_PLACE),
        *("organization_iri", "unit_code", *_ORIGIN),
    ),
    "events": (
        *("article", "type", "date", "organizer", "place", *_PLACE),
        *("about", "visited", "participants", "type_concept", "organizer_iri", *_ORIGIN),
    ),
}


def tables(content: Export) -> dict[str, list[Row]]:
    """Read every table; rows go by article, place in the text, and content."""
    found: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    for name, row in rows(content):
        found[name].append(row)
    return found


def rows(content: Export) -> Iterator[tuple[str, Row]]:
    """Yield every row with the name of its table, article by article, in the order that tables have."""
    for identifier, graph in content.article_graphs():
        yield from sorted(article_rows(content, identifier, graph), key=lambda found: _place(found[1]))


def article_rows(content: Export, identifier: str, graph: ox.NamedNode) -> Iterator[tuple[str, Row]]:
    """Yield the rows of one article, each with the name of its table."""
    view = View(content.store, graph)
    for statement in view.subjects(RDF.type, DANG.Statement):
        for name, cells in _cells(view, statement):
            known = {"article": identifier, **cells, **_evidence(view, statement)}
            yield name, {column: known.get(column) or "" for column in COLUMNS[name]}


def _place(row: Row) -> tuple[str, int, int, tuple[str, ...]]:
    return row["article"], int(row["start"] or 0), int(row["end"] or 0), tuple(row.values())


def summary(name: str, row: Row) -> str:
    """Tell a row in one line: what the guideline's columns of its table hold."""
    columns = COLUMNS[name]
    told = (row[column] for column in columns[1 : columns.index("quote")])
    return " · ".join(cell for cell in told if cell)


Cells = dict[str, str | None]


def _cells(view: View, statement: str) -> Iterator[tuple[str, Cells]]:
    """Find the table that a statement belongs to, and its own columns; further steps of a row have none."""
    if view.one(statement, DANG.stepOf) is not None:
        return
    thing = view.one(statement, DANG.states)
    if thing is None:
        if view.one(statement, RDF.predicate) is not None:
            yield "links", _link(view, statement)
        return
    classes = set(view.all(thing, RDF.type))
    for name, read, kind in _READERS:
        if kind in classes:
            yield name, read(view, statement, thing)
            return


def _evidence(view: View, statement: str) -> Cells:
    evidence = view.one(statement, DANG.evidence)
    selectors = view.all(evidence, OA.hasSelector)
    inferred = view.all(statement, DANG.inferenceRule)
    return {
        "quote": _any(view, selectors, OA.exact),
        "start": _any(view, selectors, OA.start),
        "end": _any(view, selectors, OA.end),
        "assertion": _key(view.one(statement, DANG.assertionKind)),
        "rule": view.one(statement, DANG.rule),
        "inference": "; ".join(inferred),
        "origin": "caption" if view.one(evidence, DANG.inCaption) == "true" else "text",
        "iri": statement,
    }


def _any(view: View, subjects: list[str], predicate: str) -> str | None:
    return next((value for s in subjects if (value := view.one(s, predicate)) is not None), None)


def _key(concept: str | None) -> str | None:
    return concept.rpartition("/")[2] if concept is not None else None


def _label(view: View, thing: str | None) -> str | None:
    return view.one(thing, RDFS.label)


def _labels(view: View, things: list[str]) -> str:
    return "; ".join(sorted(_label(view, thing) or "" for thing in things))


def _code(view: View, organization: str | None) -> str | None:
    return view.one(view.one(organization, DANG.jurisdiction), DCTERMS.identifier)


def _position(view: View, statement: str, membership: str) -> Cells:
    person = view.one(membership, ORG.member)
    organization = view.one(membership, ORG.organization)
    return {
        "person": view.one(person, FOAF.name),
        "role": view.one(statement, DANG.wording),
        "organization": _label(view, organization),
        "status": _key(view.one(statement, DANG.status)),
        "as_of": view.one(statement, DANG.asOf),
        "acting": view.one(statement, DANG.acting),
        "step": _key(view.one(statement, DANG.step)),
        "step_date": view.one(statement, DANG.stepDate),
        "person_iri": view.identified(person),
        "role_concept": view.one(membership, ORG.role),
        "organization_iri": organization,
        "unit_code": _code(view, organization),
    }


def _document(view: View, statement: str, document: str) -> Cells:
    issuer = view.one(document, ELI.passed_by)
    return {
        "kind": view.one(statement, DANG.wording),
        "number": view.one(document, ELI.number),
        "issuer": _label(view, issuer),
        "date": view.one(document, ELI.date_document),
        "subject": view.one(document, DCTERMS.title),
        "term": _label(view, view.one(document, DANG.committeeTerm)),
        "kind_concept": view.one(document, ELI.type_document),
        "issuer_iri": issuer,
        "unit_code": _code(view, issuer),
        "document_iri": view.identified(document),
    }


def _link(view: View, statement: str) -> Cells:
    source, target = view.one(statement, RDF.subject), view.one(statement, RDF.object)
    return {
        "source": _label(view, source),
        "relation": (view.one(statement, RDF.predicate) or "").rpartition("#")[2],
        "target": _label(view, target),
        "source_iri": view.identified(source),
        "target_iri": view.identified(target),
    }


def _theme(view: View, statement: str, theme: str) -> Cells:
    organization = view.one(theme, DANG.themeOf)
    document = view.one(theme, DANG.setBy)
    items = view.all(theme, SCHEMA.itemListElement)
    items.sort(key=lambda item: int(view.one(item, SCHEMA.position) or 0))
    return {
        "organization": _label(view, organization),
        "period": _label(view, view.one(theme, DANG.period)),
        "theme": _label(view, theme),
        "document": view.one(document, ELI.number) or view.one(document, DCTERMS.title),
        "elements": "; ".join(view.one(item, SCHEMA.name) or "" for item in items),
        "alternatives": _labels(view, view.all(theme, DANG.candidate)),
        "document_iri": view.identified(document),
        "organization_iri": organization,
        "unit_code": _code(view, organization),
    }


def _indicator(view: View, statement: str, observation: str) -> Cells:
    subject = view.one(observation, DANG.refSubject)
    target = DANG.Target in view.all(observation, RDF.type)
    return {
        "subject": view.one(subject, SKOS.altLabel) or _label(view, subject),
        "indicator": view.one(statement, DANG.wording),
        "kind": "target" if target else "result",
        "comparator": view.one(observation, DANG.comparator),
        "value": plain_number(Decimal(view.one(observation, DANG.value) or "0")),
        "unit": view.one(observation, DANG.unit),
        "period": _label(view, view.one(observation, DANG.period)),
        "indicator_concept": view.one(observation, DANG.indicator),
        "measure": view.one(observation, DANG.measure),
        "base": view.one(observation, DANG.basis),
        "part_of": view.one(observation, DANG.partOf),
        "subject_iri": subject,
        "unit_code": view.one(subject, DCTERMS.identifier) or _code(view, subject),
    }


def _congress(view: View, statement: str, congress: str) -> Cells:
    organization = view.one(congress, SCHEMA.organizer)
    return {
        "organization": _label(view, organization),
        "ordinal": view.one(congress, DANG.ordinal),
        "term": _label(view, view.one(congress, DANG.term)),
        "organization_iri": organization,
        "unit_code": _code(view, organization),
    }


def _event(view: View, statement: str, event: str) -> Cells:
    organizers = view.all(event, SCHEMA.organizer)
    organizers.sort(key=lambda organizer: _label(view, organizer) or "")
    parts = (
        f"{view.one(view.one(part, PROV.agent), FOAF.name)} ({_key(view.one(part, PROV.hadRole))})"
        for part in view.all(event, PROV.qualifiedAssociation)
    )
    return {
        "type": view.one(statement, DANG.wording),
        "date": view.one(event, SCHEMA.startDate),
        "organizer": _labels(view, organizers),
        "place": view.one(event, SCHEMA.location),
        "about": view.one(event, SCHEMA.description),
        "visited": _labels(view, view.all(event, DANG.visited)),
        "participants": "; ".join(sorted(parts)),
        "type_concept": view.one(event, SCHEMA.additionalType),
        "organizer_iri": "; ".join(organizers),
    }


_READERS: tuple[tuple[str, Callable[[View, str, str], Cells], str], ...] = (
    ("positions", _position, DANG.ReportedMembership),
    ("documents", _document, DANG.ReportedDocument),
    ("themes", _theme, DANG.Theme),
    ("indicators", _indicator, DANG.IndicatorValue),
    ("congresses", _congress, DANG.Congress),
    ("events", _event, SCHEMA.Event),
)
