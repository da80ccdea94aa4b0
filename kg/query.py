"""The questions that the graph answers: ``queries/NAME.rq`` with parameters, and SPARQL of one's own.

A query file is SPARQL with a header of comments (``title``, ``question-vi``, ``question-en``, ``param``,
``param-vi``, ``example``).  It runs as it is on any server; where a parameter may narrow it stands a line
``# bind ?name``, which becomes a ``VALUES`` block, and what follows ``# when ?name:`` (or ``# when ?name =
value:``) on its line counts only when that parameter is given, so that an answer about one unit begins at the
unit.  Names of
units, people, bodies, documents and indicators are looked up first, whatever their case and marks, so that
what a user types never gets into the query: only IRIs and labels that the graph has, and checked dates,
periods and texts as escaped literals.

``LIMIT 999999`` on an inner SELECT cuts nothing off that a reader could use.  It tells Oxigraph's planner,
which takes every join to multiply what came before, that few rows come out, so that it looks the rest up row
by row instead of computing it for the whole store; and of two inner parts it takes the limited one first.
For the same reason an OPTIONAL holds one pattern where it can (what lacks stands in for itself), and the type
of a thing that is known already is looked up and then filtered: named in the pattern, all of it are read.

What one article says is asked within its graph (``GRAPH ?g``); what spans articles over the default graph,
the merge of all.  Queries only read, and only from the store: updates and ``SERVICE`` are refused.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import Any, Protocol
from weakref import WeakKeyDictionary

import pyoxigraph as ox

from kg import display
from kg.errors import QueryError
from kg.normalise import plain
from kg.nquads import is_whole_date
from kg.resources import data_dir
from kg.vocab import CONCEPTS, DANG, DCTERMS, DEFAULT_BASE, ELI, FOAF, RDFS, SCHEMA, SKOS, Minter

Term = ox.NamedNode | ox.BlankNode | ox.Literal
Row = tuple[Term | None, ...]

_HEAD = re.compile(r"#\s*(title|question-vi|question-en|param|param-vi|example):\s*(.*?)\s*")
_PARAM = re.compile(r"(\w+)\s+(\S+)\s+\((required|optional|default=([^)]*))\)\s+(.+)")
_BIND = re.compile(r"^[ \t]*# bind \?(\w+)[ \t]*$", re.MULTILINE)
_WHEN = re.compile(r"^([ \t]*)# when \?(\w+)(?: = ([\w-]+))?: ", re.MULTILINE)
_WORD = re.compile(r"\w+")
_IRI = re.compile(r"<?(https?://[^\s<>]+)>?")
_CURIE = re.compile(r"([a-z][a-z-]*):([\w.-]+)")
_SERVICE = re.compile("service", re.IGNORECASE)
_CALL = re.compile(r"\bservice(\s+silent)?\b", re.IGNORECASE)
_UPDATE = re.compile(
    r"(?:\s|#[^\n]*\n|(?:prefix\s+\S*|base)\s*<[^>]*>)*"
    r"(insert|delete|load|clear|create|drop|copy|move|add|with)\b",
    re.IGNORECASE,
)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
#: Sets of characters in a message of the engine's parser, which tell a reader nothing.
_CHARACTERS = re.compile(r",? ?\['(?:'[^']|[^'\]]|'(?!\]))*'?\]")
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_PREFIX = re.compile(r"([a-z][a-z-]*):")
_DECLARED = re.compile(r"\bprefix\s+([a-z][a-z-]*):", re.IGNORECASE)
_PERIOD = re.compile(r"\d{4}[0-9HQ/-]{0,18}")
_TERM = re.compile(r"\d{4}-\d{4}")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_CHOICE = "one-of:"
_HITS = 2000
_LONGEST = 500
_LARGEST = 1_000_000

# Where the things of a type have their names.
_LOOKUPS = {
    "unit": f"?thing a <{DANG.AdministrativeUnit}> ; <{RDFS.label}>|<{SCHEMA.name}> ?label",
    "organization": f"?thing a <{DANG.Body}> ; <{RDFS.label}> ?label",
    "person": f"?thing a <{DANG.Official}> ; <{FOAF.name}> ?label",
    "document": (
        f"?thing a <{DANG.Document}> ; "
        f"<{RDFS.label}>|<{SKOS.altLabel}>|<{ELI.number}>|<{DCTERMS.title}> ?label"
    ),
    "article": f"?thing a <{SCHEMA.NewsArticle}> ; <{DCTERMS.identifier}>|<{SCHEMA.headline}> ?label",
}
_INDICATORS = f"""SELECT DISTINCT ?label ?concept WHERE {{
  ?value a <{DANG.IndicatorValue}> ; <{RDFS.label}> ?label .
  OPTIONAL {{ ?value <{DANG.indicator}> ?concept }} }}"""
_PERIODS = f"SELECT DISTINCT ?label WHERE {{ ?period a <{DANG.Period}> ; <{RDFS.label}> ?label }}"
_TYPES = (*_LOOKUPS, "indicator", "date", "period", "integer", "text")
#: Types whose names are also found by a part of them: ``Cường``, ``Tỉnh ủy``, ``sản xuất``.
_BY_PART = frozenset({"organization", "person", "document", "article", "indicator"})


class Queryable(Protocol):
    """A store or server whose default graph is the merge of its graphs (see :mod:`kg.store`)."""

    def query(self, sparql: str) -> Any:
        """Answer a query."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query.

    ``type`` is one of unit, organization, person, document, article, indicator, period, date, integer, text,
    or ``one-of:a|b``; ``default`` is what counts when none is given.
    """

    name: str
    type: str
    required: bool
    default: str | None
    description: str
    description_vi: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A query with what its header says; ``name`` is empty for SPARQL given as text."""

    name: str
    title: str
    question_vi: str
    question_en: str
    parameters: tuple[Parameter, ...]
    examples: tuple[str, ...]
    text: str

    def arguments(self, words: Sequence[str]) -> dict[str, str]:
        """Read ``--unit NAME``, ``--unit=NAME`` or ``--param unit=NAME``; raises QueryError otherwise."""
        found: dict[str, str] = {}
        waiting = list(words)
        while waiting:
            word = waiting.pop(0)
            if not word.startswith("--"):
                raise QueryError(f"{self._shown}: {_shown(word)} is no parameter; write --NAME VALUE")
            name, equals, value = word[2:].partition("=")
            if not equals:
                if not waiting:
                    raise QueryError(f"{self._shown}: --{_shown(name)} needs a value")
                value = waiting.pop(0)
            if name == "param":
                name, _, value = value.partition("=")
            found[name] = value
        return found

    @property
    def _shown(self) -> str:
        return self.name or "query"

    def parameter(self, name: str) -> Parameter:
        """Give the parameter of that name; raises QueryError, with near names, when there is none."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        known = ", ".join(f"--{parameter.name}" for parameter in self.parameters) or "none"
        raise QueryError(f"{self._shown}: no parameter {_shown(name)}; it takes {known}")


@dataclass(frozen=True, slots=True)
class Result:
    """An answer: columns and rows of terms.

    ``triples`` is set for CONSTRUCT and DESCRIBE (the rows repeat them), ``answer`` for ASK.  ``notes`` are
    lines for the user, on names that the graph does not have.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    triples: tuple[ox.Triple, ...] | None = None
    answer: bool | None = None
    notes: tuple[str, ...] = ()
    base: str = DEFAULT_BASE

    def table(self) -> list[list[str]]:
        """Give the rows as text for a terminal: IRIs shortened by prefix, no control characters."""
        prefixes = {namespace: prefix for prefix, namespace in Minter(self.base).prefixes().items()}
        return [[_CONTROL.sub(" ", _cell(term, prefixes)) for term in row] for row in self.rows]

    def to_csv(self) -> str:
        """Write SPARQL 1.1 CSV results (a table of subject, predicate and object for a graph)."""
        buffer = StringIO()
        writer = csv.writer(buffer, lineterminator="\r\n")
        writer.writerow(self.columns)
        writer.writerows([_plain_value(term) for term in row] for row in self.rows)
        return buffer.getvalue()

    def to_json(self) -> str:
        """Write SPARQL 1.1 JSON results (a table of subject, predicate and object for a graph)."""
        if self.answer is not None:
            return json.dumps({"head": {}, "boolean": self.answer}) + "\n"
        bindings = [
            {name: _json_term(term) for name, term in zip(self.columns, row, strict=True) if term is not None}
            for row in self.rows
        ]
        content = {"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    def _repr_html_(self) -> str:
        """Show the table in a notebook: IRIs as links, the rest as text."""
        shown = zip(self.rows[: display.MOST_ROWS], self.table(), strict=False)
        cells = [
            [
                display.linked(text, term.value if isinstance(term, ox.NamedNode) else None)
                for term, text in zip(row, texts, strict=True)
            ]
            for row, texts in shown
        ]
        notes = "".join(f"<p>{display.linked(note)}</p>" for note in self.notes)
        return notes + display.table(self.columns, cells, len(self.rows))

    def to_turtle(self) -> str:
        """Write the graph of a CONSTRUCT or DESCRIBE; raises QueryError for a table."""
        if self.triples is None:
            raise QueryError("turtle: the query gives a table, not a graph; use csv or json, or CONSTRUCT")
        named = {term.value for row in self.rows for term in row if isinstance(term, ox.NamedNode)}
        prefixes = {
            prefix: namespace
            for prefix, namespace in Minter(self.base).prefixes().items()
            if any(iri.startswith(namespace) for iri in named)
        }
        data = ox.serialize(self.triples, format=ox.RdfFormat.TURTLE, prefixes=prefixes)
        return (data or b"").decode()


# -- the files -----------------------------------------------------------------------------------------------


def queries() -> dict[str, Query]:
    """Read every query of the package, by name, sorted."""
    return dict(_queries(data_dir("queries")))


@lru_cache(maxsize=4)
def _queries(folder: Path) -> tuple[tuple[str, Query], ...]:
    return tuple((path.stem, _read(path)) for path in sorted(folder.glob("*.rq")))


def load(source: str | Path) -> Query:
    """Find a query by name, read a file, or take SPARQL as it stands.

    Raises QueryError for an unknown name (with near ones), an unreadable file, and SPARQL that is wrong or
    does more than read.
    """
    text = str(source)
    if text in (known := queries()):
        return known[text]
    if re.search(r"[\s{}]", text) and not _is_file(text):
        return _checked(_parse("", text))
    if _is_file(text):
        return _checked(_read(Path(text)))
    near = get_close_matches(text, known, n=3, cutoff=0.5) or [n for n in known if text and text in n][:3]
    hint = f"; did you mean {' or '.join(near)}?" if near else "; `kg query` lists them"
    raise QueryError(f"{_shown(text)}: no query of that name and no such file{hint}")


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False


def _read(path: Path) -> Query:
    try:
        if path.stat().st_size > _LARGEST:
            raise QueryError(f"{path}: larger than a query can be; give a SPARQL file")
        return _parse(path.stem, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: can't be read as UTF-8 text: {_one_line(error)}") from error


def _parse(name: str, text: str) -> Query:
    head: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            break
        if found := _HEAD.fullmatch(line):
            head.setdefault(found[1], []).append(found[2])
    return Query(
        name=name,
        title=" ".join(head.get("title", ())),
        question_vi=" ".join(head.get("question-vi", ())),
        question_en=" ".join(head.get("question-en", ())),
        parameters=tuple(_parameters(name, head)),
        examples=tuple(head.get("example", ())),
        text=text,
    )


def _parameters(query: str, head: Mapping[str, Sequence[str]]) -> Iterator[Parameter]:
    """Read the parameters, each with what ``param-vi`` says of it in Vietnamese."""
    told = dict(line.partition(" ")[::2] for line in head.get("param-vi", ()))
    for line in head.get("param", ()):
        found = _parameter(query, line)
        yield replace(found, description_vi=told.get(found.name, ""))


def _parameter(query: str, line: str) -> Parameter:
    found = _PARAM.fullmatch(line)
    if found is None or not (found[2] in _TYPES or found[2].startswith(_CHOICE)):
        raise QueryError(
            f"{query or 'query'}: can't read `# param: {_shown(line)}`; "
            "write NAME TYPE (required|optional|default=…) DESCRIPTION"
        )
    return Parameter(found[1], found[2], found[3] == "required", found[4], found[5])


# -- what may run --------------------------------------------------------------------------------------------


def check(sparql: str) -> None:
    """Refuse what is not a query that reads this store alone; raises QueryError in one line.

    The usual prefixes (:meth:`kg.vocab.Minter.prefixes`) need not be declared.

    The engine's own parser is the judge: the text must parse when every ``service`` in it is spelt otherwise,
    which a keyword does not survive and a string, a comment or an IRI does.
    """
    harmless = _SERVICE.sub("servicx", sparql)
    error = _syntax_error(harmless)
    if error is None:
        return
    if harmless != sparql and _syntax_error(_CALL.sub("GRAPH", sparql)) is None:
        raise QueryError("SERVICE is refused: queries read this store only; query the other server by itself")
    if found := _UPDATE.match(sparql):
        raise QueryError(f"{found[1].upper()} is refused: queries only read; use SELECT, ASK or CONSTRUCT")
    raise QueryError(f"not a SPARQL 1.1 query: {error}")


def mentions_service(sparql: str) -> bool:
    """Tell whether a query may call another server: only :func:`check` knows whether it does."""
    return _SERVICE.search(sparql) is not None


def _syntax_error(sparql: str) -> str | None:
    try:
        ox.Store().query(sparql, prefixes=Minter().prefixes())
    except (SyntaxError, ValueError) as error:
        return syntax_message(error)
    except (OSError, RuntimeError):
        return None
    return None


def syntax_message(error: BaseException) -> str:
    """Tell what is wrong with a query in one line that begins with ``error at LINE:COLUMN``, if known."""
    return _shown_long(_CHARACTERS.sub("", str(error))) or type(error).__name__


def _checked(query: Query) -> Query:
    check(query.text)
    return query


# -- running -------------------------------------------------------------------------------------------------


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
    return replace(_result(_ask(store, sparql)), notes=notes, base=_base(store))


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


def _ask(store: Queryable | ox.Store, sparql: str) -> Any:
    try:
        if isinstance(store, ox.Store):
            merged = next(store.quads_for_pattern(None, None, None, ox.DefaultGraph()), None) is not None
            return store.query(sparql, use_default_graph_as_union=not merged)
        return store.query(sparql)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise QueryError(f"query failed: {_one_line(error)}") from error


def _result(answer: Any) -> Result:
    """Bring the answers of the embedded store and of a server to one form."""
    try:
        if isinstance(answer, ox.QuerySolutions):
            columns = tuple(variable.value for variable in answer.variables)
            return Result(columns, tuple(tuple(_own(row[name]) for name in columns) for row in answer))
        if isinstance(answer, ox.QueryTriples):
            return _graph_result(answer)
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"query failed: {_one_line(error)}") from error
    if isinstance(answer, ox.QueryBoolean):
        return _truth(bool(answer))
    lines = answer.serialize(format="nt", encoding="utf-8")
    return _graph_result(quad.triple for quad in ox.parse(lines, ox.RdfFormat.N_TRIPLES))


def _truth(answer: bool) -> Result:
    word = ox.Literal("true" if answer else "false", datatype=ox.NamedNode(_XSD_BOOLEAN))
    return Result(("answer",), ((word,),), answer=answer)


_XSD_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"


def _graph_result(triples: Iterable[ox.Triple]) -> Result:
    ordered = tuple(sorted(set(triples), key=str))
    rows = tuple((_own(t.subject), t.predicate, _own(t.object)) for t in ordered)
    return Result(("subject", "predicate", "object"), rows, triples=ordered)


def _own(term: object) -> Term | None:
    return term if isinstance(term, ox.NamedNode | ox.BlankNode | ox.Literal) else None


# -- parameters ----------------------------------------------------------------------------------------------


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
    if parameter.type in _LOOKUPS:
        yield from _things(store, parameter, value, base, notes)
    elif parameter.type == "indicator":
        yield from _indicators(store, parameter, value, notes)
    elif parameter.type == "period" and _PERIOD.fullmatch(value):
        yield from _periods(store, value, notes)
    elif _allowed(parameter.type, value):
        yield ox.Literal(int(value)) if parameter.type == "integer" else ox.Literal(value)
    else:
        wanted = _FORMS.get(parameter.type) or parameter.type.removeprefix(_CHOICE).replace("|", ", ")
        raise QueryError(f"{query.name or 'query'}: --{parameter.name} {_shown(value)}: give {wanted}")


_FORMS = {
    "date": "a date such as 2023-05-16, 2023-05 or 2023",
    "period": "a period such as 2022, 2022-H1 or 2020-2025",
    "integer": "a whole number",
    "text": "a text without control characters",
}


def _allowed(kind: str, value: str) -> bool:
    if kind == "date":
        return is_whole_date(value) or bool(_DATE.fullmatch(value))
    if kind == "period":
        return False
    if kind == "integer":
        return bool(re.fullmatch(r"[+-]?[0-9]{1,15}", value))
    if kind.startswith(_CHOICE):
        return value in kind.removeprefix(_CHOICE).split("|")
    return not _CONTROL.search(value)


def find_things(store: Queryable | ox.Store, kind: str, name: str, base: str = DEFAULT_BASE) -> list[str]:
    """Give the IRIs of the things of a type (``unit``, ``document``) that a name means, as parameters do."""
    found = _things(store, Parameter(kind, kind, True, None, ""), name, base, [])
    return [_text(thing) for thing in found]


def _things(
    store: Queryable | ox.Store, parameter: Parameter, value: str, base: str, notes: list[str]
) -> list[Term]:
    """Find the things of a type that ``value`` names: an IRI, a name, or ``name, name of what is above``."""
    names = _names(store, parameter.type)
    if (iri := _iri(value, base)) is not None:
        found = {iri} & names.things
    else:
        name, comma, above = value.rpartition(",")
        found = names.named(value, parameter.type)
        if not found and comma and parameter.type == "unit":
            found = _within(store, names.named(name, "unit"), above)
    if not found:
        notes.append(_not_found(parameter.type, value, (label for _, label in names.labels)))
    return [ox.NamedNode(thing) for thing in sorted(found)[:_HITS]]


_KNOWN: WeakKeyDictionary[object, dict[str, Names]] = WeakKeyDictionary()


def _names(store: Queryable | ox.Store, kind: str) -> Names:
    """Read the names of the things of a type; those of a store that can't change, once."""
    known = _KNOWN.setdefault(store, {}) if getattr(store, "read_only", False) is True else {}
    if kind not in known:
        pattern = f"SELECT DISTINCT ?thing ?label WHERE {{ {_LOOKUPS[kind]} }}"
        known[kind] = Names((_text(row[0]), _text(row[1])) for row in _result(_ask(store, pattern)).rows)
    return known[kind]


def _iri(value: str, base: str) -> str | None:
    if found := _IRI.fullmatch(value):
        return found[1]
    if found := _CURIE.fullmatch(value):
        namespace = Minter(base).prefixes().get(found[1])
        return namespace + found[2] if namespace is not None else None
    return None


def _within(store: Queryable | ox.Store, units: Iterable[str], above: str) -> set[str]:
    """Keep the units that lie in one named ``above``."""
    if not (chosen := " ".join(str(ox.NamedNode(unit)) for unit in sorted(units))):
        return set()
    pattern = f"""SELECT DISTINCT ?thing ?label WHERE {{
      VALUES ?thing {{ {chosen} }}
      ?thing <{SCHEMA.containedInPlace}>+ ?over . ?over <{RDFS.label}>|<{SCHEMA.name}> ?label }}"""
    labels = [(_text(row[0]), _text(row[1])) for row in _result(_ask(store, pattern)).rows]
    return _named(labels, above, "unit")


class Names:
    """Things and their names, to be found by what people write."""

    def __init__(self, labels: Iterable[tuple[str, str]]) -> None:
        self.labels = tuple(labels)
        self.things = {thing for thing, _ in self.labels}
        self._whole: dict[tuple[str, ...], set[str]] = {}
        for thing, label in self.labels:
            self._whole.setdefault(_words(label), set()).add(thing)

    def named(self, value: str, kind: str) -> set[str]:
        """Give the things of that name: the whole of it, else its initials written out, else a part of it."""
        words = _words(value)
        if not words:
            return set()
        if whole := self._whole.get(words):
            return set(whole)
        initials: set[str] = set()
        part: set[str] = set()
        looked_for = f" {' '.join(words)} "
        for own, things in self._whole.items():
            if _abbreviates(words, own):
                initials |= things
            elif kind in _BY_PART and looked_for in f" {' '.join(own)} ":
                part |= things
        return initials or part


def _named(labels: Iterable[tuple[str, str]], value: str, kind: str) -> set[str]:
    return Names(labels).named(value, kind)


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain(text)))


def _abbreviates(words: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether words stand for a full name, some of them by its initials (a type of unit, a body)."""
    if not words or not full:
        return not words and not full
    if words[0] == full[0] and _abbreviates(words[1:], full[1:]):
        return True
    size = len(words[0])
    initials = "".join(word[0] for word in full[:size])
    return initials == words[0] and len(full) > size and _abbreviates(words[1:], full[size:])


def _periods(store: Queryable | ox.Store, value: str, notes: list[str]) -> list[Term]:
    """Give the periods in the graph that are ``value`` or lie within it (``2022-H1`` in ``2022``)."""
    labels = {_text(row[0]): row[0] for row in _result(_ask(store, _PERIODS)).rows}
    found = [term for label, term in labels.items() if label == value or _inside(label, value)]
    if not found:
        notes.append(_not_found("period", value, labels))
    return sorted((term for term in found if term is not None), key=str)


def _inside(part: str, whole: str) -> bool:
    """Tell whether both ends of a period begin as ``whole`` does."""
    ends = part.split("/") if "/" in part else [part]
    return not _TERM.fullmatch(part) and all(end.startswith(f"{whole}-") for end in ends)


def _indicators(
    store: Queryable | ox.Store, parameter: Parameter, value: str, notes: list[str]
) -> list[Term]:
    """Give the wordings in the graph of the indicators that ``value`` names, by concept or by words."""
    rows = _result(_ask(store, _INDICATORS)).rows
    concepts = _named(_concept_labels(), value, "concept")
    by_concept = {row[0] for row in rows if _text(row[1]) in concepts}
    texts = [(_text(row[0]), _text(row[0])) for row in rows]
    named = _named(texts, value, "indicator")
    found = by_concept or {row[0] for row in rows if _text(row[0]) in named}
    if not found:
        notes.append(_not_found("indicator", value, (label for _, label in texts)))
    return sorted((term for term in found if term is not None), key=str)[:_HITS]


@lru_cache(maxsize=1)
def _concept_labels() -> tuple[tuple[str, str], ...]:
    """Read the concepts of the vocabulary of indicators with their labels and keys."""
    path = data_dir("ontology") / "indicators.ttl"
    found: list[tuple[str, str]] = []
    if path.is_file():
        labels = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
        for quad in ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE):
            concept = _text(_own(quad.subject))
            if concept.startswith(CONCEPTS) and quad.predicate.value in labels:
                found.append((concept, _text(_own(quad.object))))
                found.append((concept, concept.rpartition("/")[2]))
    return tuple(sorted(set(found)))


def _not_found(kind: str, value: str, labels: Iterable[str]) -> str:
    known = {" ".join(_words(label)): label for label in labels}
    near = get_close_matches(" ".join(_words(value)), known, n=3, cutoff=0.6)
    hint = f"; near: {', '.join(_shown(known[form]) for form in near)}" if near else ""
    return f"no {kind} in the graph is named {_shown(value)}{hint}"


# -- terms as text -------------------------------------------------------------------------------------------


def _text(term: Term | None) -> str:
    return "" if term is None else term.value


def _plain_value(term: Term | None) -> str:
    """Write a term as CSV results do: the value alone."""
    return f"_:{term.value}" if isinstance(term, ox.BlankNode) else _text(term)


def _cell(term: Term | None, prefixes: Mapping[str, str]) -> str:
    if isinstance(term, ox.NamedNode):
        cut = max(term.value.rfind("/"), term.value.rfind("#")) + 1
        prefix = prefixes.get(term.value[:cut])
        if prefix is not None and _LOCAL.fullmatch(term.value, cut):
            return f"{prefix}:{term.value[cut:]}"
        return f"<{term.value}>"
    return _plain_value(term)


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    cell = {"type": "literal", "value": term.value}
    if term.language:
        return {**cell, "xml:lang": term.language}
    if not term.datatype.value.endswith("#string"):
        cell["datatype"] = term.datatype.value
    return cell


def _shown(text: str) -> str:
    """Show a user's word in a message: one short line."""
    line = " ".join(_CONTROL.sub(" ", text).split())
    return line if len(line) <= 80 else f"{line[:77]}…"


def _one_line(error: BaseException) -> str:
    return _shown_long(str(error)) or type(error).__name__


def _shown_long(text: str) -> str:
    return " ".join(_CONTROL.sub(" ", text).split())[:300]
