"""Constraints that span nodes: the ``sh:select`` of the shapes as plain SPARQL over all graphs as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyoxigraph as ox
from rdflib import SH

from kg.errors import VocabularyError
from kg.validate.core import label_of
from kg.validate.report import Result, Term, text_of
from kg.validate.shapes import Messages, Rule

_COMPONENT = str(SH.SPARQLConstraintComponent)


def rule_results(store: ox.Store, rules: tuple[Rule, ...]) -> Iterator[tuple[Result, tuple[Term, ...]]]:
    """Run every rule over the store; yields what is wrong and the other things or values that it is about.

    These are what the query gives as ``?value`` or ``?other``.
    """
    for rule in rules:
        for query in rule.queries:
            yield from _run(store, rule, query)


def _run(store: ox.Store, rule: Rule, query: str) -> Iterator[tuple[Result, tuple[Term, ...]]]:
    try:
        answer = store.query(query)
    except SyntaxError as error:
        raise VocabularyError(f"{rule.shape}: not SPARQL: {' '.join(str(error).split())[:300]}") from error
    if not isinstance(answer, ox.QuerySolutions):
        raise VocabularyError(f"{rule.shape}: sh:select must be a SELECT query")
    names = [variable.value for variable in answer.variables]
    for row in answer:
        found = {name: row[name] for name in names if row[name] is not None}
        if "this" in found:
            others = (found.get("value"), found.get("other"))
            yield _result(rule, found), tuple(term for term in others if term is not None)


def _told(found: Mapping[str, Term], language: str) -> dict[str, str]:
    """Show what a query found: concepts by their labels."""
    return {
        name: (label_of(term.value, language) if isinstance(term, ox.NamedNode) else None) or text_of(term)
        for name, term in found.items()
    }


def _result(rule: Rule, found: Mapping[str, Term]) -> Result:
    """Make a result; without ``?value`` the focus itself is the value, as SHACL has it."""
    messages = Messages(
        *(rule.messages.filled(_told(found, language)).of(language) for language in ("vi", "en"))
    )
    return Result(
        focus=text_of(found["this"]),
        severity=rule.severity,
        shape=rule.shape,
        component=_COMPONENT,
        message_vi=messages.vi,
        message_en=messages.en,
        value=found.get("value", found["this"]),
    )
