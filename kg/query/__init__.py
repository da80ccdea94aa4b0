"""The questions that the graph answers: ``queries/NAME.rq`` with parameters, and SPARQL of one's own.

A query file is SPARQL with a header of comments (``title``, ``question-vi``, ``question-en``, ``param``,
``param-vi``, ``example``).  It runs as it is on any server; where a parameter may narrow it stands a line
``# bind ?name``, which becomes a ``VALUES`` block, and what follows ``# when ?name:`` (or ``# when ?name =
value:``) on its line counts only when that parameter is given, so that an answer about one unit begins at the
unit.  Names of units, people, bodies, documents and indicators are looked up first, whatever their case and
marks, so that what a user types never gets into the query: only IRIs and labels that the graph has, and
checked dates, periods and texts as escaped literals.

``LIMIT 999999`` on an inner SELECT cuts nothing off that a reader could use.  It tells Oxigraph's planner,
which takes every join to multiply what came before, that few rows come out, so that it looks the rest up row
by row instead of computing it for the whole store; and of two inner parts it takes the limited one first.
For the same reason an OPTIONAL holds one pattern where it can (what lacks stands in for itself), and the type
of a thing that is known already is looked up and then filtered: named in the pattern, all of it are read.

What one article says is asked within its graph (``GRAPH ?g``); what spans articles over the default graph,
the merge of all.  Queries only read, and only from the store: updates and ``SERVICE`` are refused.
"""

from __future__ import annotations

from kg.query.files import Parameter, Query, load, queries
from kg.query.names import find_things
from kg.query.results import Queryable, Result, Term
from kg.query.running import bound, run
from kg.query.safety import check, mentions_service, syntax_message

__all__ = [
    "Parameter",
    "Query",
    "Queryable",
    "Result",
    "Term",
    "bound",
    "check",
    "find_things",
    "load",
    "mentions_service",
    "queries",
    "run",
    "syntax_message",
]
