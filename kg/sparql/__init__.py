"""SPARQL for strangers: queries answered by processes that can be killed, in the format a client asks for."""

from __future__ import annotations

from kg.sparql.formats import GRAPHS, NAMES, TABLES, content_type
from kg.sparql.media import choose
from kg.sparql.pool import Pool
from kg.sparql.task import Answer, Asked, Failure, Fault, Form, Limits, Wanted

__all__ = [
    "GRAPHS",
    "NAMES",
    "TABLES",
    "Answer",
    "Asked",
    "Failure",
    "Fault",
    "Form",
    "Limits",
    "Pool",
    "Wanted",
    "choose",
    "content_type",
]
