"""Shapes to report: is the graph sound, is the source odd, what is missing.

The shapes are SHACL files (``shapes/``).  What a thing itself must keep to is checked by pySHACL; what spans
things and articles (``sh:sparql``) runs as plain SPARQL.  Both are merged into one :class:`Report`, the same
for the same graph, and every result leads back to its sentences.
"""

from __future__ import annotations

from kg.validate.report import Passage, Report, Result, Severity
from kg.validate.run import validate, validate_merged, validate_vocabulary
from kg.validate.shapes import Rule, Shapes, load_shapes

__all__ = [
    "Passage",
    "Report",
    "Result",
    "Rule",
    "Severity",
    "Shapes",
    "load_shapes",
    "validate",
    "validate_merged",
    "validate_vocabulary",
]
