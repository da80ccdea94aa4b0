"""The formats of answers by media type, and by the short names that a link may carry."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox

from kg.sparql.rows import Writer, csv_rows, json_rows, tsv_rows, xml_rows

#: Formats of tables and truths, the liked ones first; plain JSON and XML for clients that know no better.
TABLES: Final[dict[str, Writer]] = {
    "application/sparql-results+json": json_rows,
    "application/sparql-results+xml": xml_rows,
    "text/csv": csv_rows,
    "text/tab-separated-values": tsv_rows,
    "application/json": json_rows,
    "application/xml": xml_rows,
    "text/xml": xml_rows,
}
GRAPHS: Final[dict[str, ox.RdfFormat]] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/trig": ox.RdfFormat.TRIG,
    "application/n-quads": ox.RdfFormat.N_QUADS,
    "text/n3": ox.RdfFormat.N3,
    "application/json": ox.RdfFormat.JSON_LD,
    "application/xml": ox.RdfFormat.RDF_XML,
}
#: What a link says for what a header would; the suffix of the file that is saved.
NAMES: Final = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "jsonld": "application/ld+json",
    "trig": "application/trig",
    "nq": "application/n-quads",
}
#: Media types that are text in UTF-8 and ought to say so.
_TEXTS: Final = frozenset({"text/csv", "text/tab-separated-values", "text/turtle", "text/n3", "text/xml"})


def content_type(media: str) -> str:
    """Give the header for a media type."""
    return f"{media}; charset=utf-8" if media in _TEXTS else media
