"""Running a query: its parameters as terms of the graph, in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError
from kg.nquads import is_whole_date
from kg.query.files import CHOICE, Parameter, Query, load
from kg.query.names import LOOKUPS, indicators, periods, things
from kg.query.results import Queryable, Result, Term, answered, ask
from kg.query.safety import check
from kg.query.words import CONTROL, shown
from kg.vocab import DEFAULT_BASE, Minter

_BIND = re.compile(r"^[ \t]*# bind \?(\w+)[ \t]*$", re.MULTILINE)
_WHEN = re.compile(r"^([ \t]*)# when \?(\w+)(?: = ([\w-]+))?: ", re.MULTILINE)
_PREFIX = re.compile(r"([a-z][a-z-]*):")
_DECLARED = re.compile(r"\bprefix\s+([a-z][a-z-]*):", re.IGNORECASE)
_PERIOD = re.compile(r"\d{4}[0-9HQ/-]{0,18}")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_LONGEST = 500

_FORMS = {
    "date": "a date such as 2023-05-16, 2023-05 or 2023",
    "period": "a period such as 2022, 2022-H1 or 2020-2025",
    "integer": "a whole number",
    "text": "a text without control characters",
}


def run(
    store: Queryable | ox.Store, query: Query | str | Path, params: Mapping[str, str] | None = None
) -> Result:
    """Answer a query with its parameters.

    A name that the graph does not have gives an empty answer and a note.  Raises QueryError for a missing or
    unknown parameter, a value that its type does not allow, and whatever the store refuses.
    """
    query = query if isinstance(query, Query) else load(query)
    check(query.text)
    sparql, notes = bound(store, query, params or {})
    return replace(answered(ask(store, sparql)), notes=notes, base=_base(store))


def bound(
    store: Queryable | ox.Store, query: Query, params: Mapping[str, str]
) -> tuple[str, tuple[str, ...]]:
    """Give the SPARQL of a query with its parameters in it, and notes on names that the graph lacks.

    Raises QueryError as :func:`run` does for parameters.
    """
    notes: list[str] = []
    values: dict[str, tuple[Term, ...]] = {}
    for name, value in _given(query, params).items():
        values[name] = tuple(_values(store, query, query.parameter(name), value, _base(store), notes))
    return _declared(_bound(query, values), _base(store)), tuple(notes)


def _base(store: Queryable | ox.Store) -> str:
    return str(getattr(store, "base", DEFAULT_BASE))


def _declared(sparql: str, base: str) -> str:
    """Declare the usual prefixes that a query uses and does not declare itself."""
    used, own = set(_PREFIX.findall(sparql)), set(_DECLARED.findall(sparql))
    known = Minter(base).prefixes()
    lines = [f"PREFIX {prefix}: <{known[prefix]}>" for prefix in sorted(used - own) if prefix in known]
    return "\n".join([*lines, sparql])


def _given(query: Query, params: Mapping[str, str]) -> dict[str, str]:
    for name in params:
        query.parameter(name)
    given: dict[str, str] = {}
    for parameter in query.parameters:
        value = params.get(parameter.name, parameter.default)
        if value is not None and str(value).strip():
            given[parameter.name] = str(value).strip()
        elif parameter.required:
            raise QueryError(f"{query.name}: --{parameter.name} is missing: {parameter.description}")
    return given


def _bound(query: Query, values: Mapping[str, Sequence[Term]]) -> str:
    """Put a VALUES block wherever the text asks for a given parameter."""
    places = set(_BIND.findall(query.text))
    for name in values:
        if name not in places:
            raise QueryError(
                f"{query.name}: --{name} has no place; write `# bind ?{name}` on a line of its own"
            )

    def block(match: re.Match[str]) -> str:
        terms = values.get(match[1])
        return match[0] if terms is None else f"VALUES ?{match[1]} {{ {' '.join(map(str, terms))} }}"

    def awake(match: re.Match[str]) -> str:
        given = [term.value for term in values.get(match[2], ())]
        counts = match[3] in given if match[3] else match[2] in values
        return match[1] if counts else match[0]

    return _WHEN.sub(awake, _BIND.sub(block, query.text))


def _values(
    store: Queryable | ox.Store,
    query: Query,
    parameter: Parameter,
    value: str,
    base: str,
    notes: list[str],
) -> Iterator[Term]:
    """Turn what the user wrote into terms of the graph, or into a literal of the parameter's type."""
    if len(value) > _LONGEST:
        raise QueryError(f"{query.name or 'query'}: --{parameter.name} is longer than a name; shorten it")
    if parameter.type in LOOKUPS:
        yield from things(store, parameter.type, value, base, notes)
    elif parameter.type == "indicator":
        yield from indicators(store, value, notes)
    elif parameter.type == "period" and _PERIOD.fullmatch(value):
        yield from periods(store, value, notes)
    elif _allowed(parameter.type, value):
        yield ox.Literal(int(value)) if parameter.type == "integer" else ox.Literal(value)
    else:
        wanted = _FORMS.get(parameter.type) or parameter.type.removeprefix(CHOICE).replace("|", ", ")
        raise QueryError(f"{query.name or 'query'}: --{parameter.name} {shown(value)}: give {wanted}")


def _allowed(kind: str, value: str) -> bool:
    if kind == "date":
        return is_whole_date(value) or bool(_DATE.fullmatch(value))
    if kind == "period":
        return False
    if kind == "integer":
        return bool(re.fullmatch(r"[+-]?[0-9]{1,15}", value))
    if kind.startswith(CHOICE):
        return value in kind.removeprefix(CHOICE).split("|")
    return not CONTROL.search(value)
