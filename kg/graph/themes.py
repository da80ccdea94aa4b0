"""Themes of years and terms, with their elements."""

from __future__ import annotations

from collections.abc import Sequence

from kg import nquads as nq
from kg.graph.documents import Documents
from kg.graph.told import ToldGraph, normal
from kg.model import DocumentRef, Theme
from kg.vocab import DANG, RDFS, SCHEMA, SKOS, short


def split_theme(theme: str) -> tuple[str, ...]:
    """Split a theme into its elements in order, its parts between semicolons."""
    return tuple(part.strip() for part in theme.split(";") if part.strip())


def add_theme(told: ToldGraph, documents: Documents, claim: Theme) -> None:
    """Describe a theme, its elements and the document that sets it."""
    body = told.organization(claim.organization) if claim.organization is not None else f"in {told.id}"
    period = claim.period or ""
    iri = told.mint.thing("theme", (short(body), period), (body, period, claim.theme))
    told.types(iri, DANG.Theme, SKOS.Concept, SCHEMA.ItemList)
    told.add(iri, RDFS.label, nq.vietnamese(claim.theme))
    if claim.organization is not None:
        told.tie(iri, DANG.themeOf, body)
    if claim.period:
        told.tie(iri, DANG.period, told.period(claim.period))
    for other in claim.alternatives:
        told.tie(iri, DANG.candidate, told.organization(other))
    if claim.document:
        ref = DocumentRef("", claim.document, claim.organization)
        told.tie(iri, DANG.setBy, documents.referred(ref, claim.evidence, claim.period))
    _elements(told, iri, claim.elements or split_theme(claim.theme))
    completed = (claim.organization, *claim.alternatives)
    statement = told.statement(claim, "theme", iri, completed=completed)
    told.tie(statement, DANG.states, iri)


def _elements(told: ToldGraph, theme: str, elements: Sequence[str]) -> None:
    local = theme.rpartition("/")[2]
    for place, wording in enumerate(elements, start=1):
        words = normal(wording)
        element = told.mint.thing("element", (words,), (words,))
        told.types(element, DANG.ThemeElement, SKOS.Concept)
        told.add(element, SKOS.prefLabel, nq.vietnamese(words))
        item = told.mint.iri("theme", f"{local}.{place}")
        told.types(item, SCHEMA.ListItem)
        told.add(item, SCHEMA.position, nq.integer(place))
        told.add(item, SCHEMA.name, nq.vietnamese(wording))
        told.tie(item, SCHEMA.item, element)
        told.tie(theme, SCHEMA.itemListElement, item)
        told.tie(theme, DANG.element, element)
