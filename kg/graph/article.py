"""The article that a graph is of."""

from __future__ import annotations

from hashlib import sha256

from kg import nquads as nq
from kg.graph.told import ToldGraph
from kg.vocab import DANG, DCTERMS, PROV, SCHEMA, XSD


def add_article(told: ToldGraph) -> None:
    """Describe the article itself: its text, title, day and publisher, and where it is set."""
    article, iri = told.facts.article, told.article
    told.tie(told.graph, DCTERMS.source, iri)
    told.types(iri, SCHEMA.NewsArticle, PROV.Entity)
    told.add(iri, DCTERMS.identifier, nq.string(told.id))
    told.add(iri, SCHEMA.inLanguage, nq.string("vi"))
    told.add(iri, DANG.text, nq.string(told.content))
    data = told.content.encode("utf-8", "replace")
    told.add(iri, DANG.sha256, nq.string(sha256(data).hexdigest()))
    told.optional(iri, SCHEMA.headline, article.title)
    told.optional(iri, SCHEMA.author, article.author)
    if article.url:
        told.add(iri, SCHEMA.url, nq.typed(article.url, XSD.anyURI))
    if article.publisher:
        told.tie(iri, SCHEMA.publisher, _publisher(told, article.publisher))
    if article.published:
        told.add(iri, SCHEMA.datePublished, nq.when(article.published))
    elif told.facts.published_bounds:
        told.add(iri, DANG.dateBounds, nq.when(told.facts.published_bounds))
    if article.republished_from:
        _original(told, article.republished_from)
    for unit in told.facts.setting:
        told.tie(iri, SCHEMA.contentLocation, told.unit(unit))


def _publisher(told: ToldGraph, name: str) -> str:
    iri = told.mint.thing("publisher", (name,), (name,))
    told.types(iri, SCHEMA.NewsMediaOrganization)
    told.add(iri, SCHEMA.name, nq.vietnamese(name))
    return iri


def _original(told: ToldGraph, publisher: str) -> None:
    """Describe the unseen article of another paper that this one was taken from."""
    original = told.mint.within_article("article", told.id, "original")
    told.tie(told.article, SCHEMA.isBasedOn, original)
    told.types(original, SCHEMA.CreativeWork, PROV.Entity)
    told.tie(original, SCHEMA.publisher, _publisher(told, publisher))
