"""The JSON-LD context of the graph: short names, what their values are, and nodes written with them.

Nothing is typed in here.  The names are those of the ontology and of the properties and classes that the
shapes speak of; what a value is (a thing, a date, words in a language) and whether there may be several is
what the shapes say.  A name that two vocabularies have keeps its prefix; the ontology's own come first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import pyoxigraph as ox

from kg.errors import VocabularyError
from kg.export.quads import local_name, type_iri
from kg.resources import data_dir
from kg.vocab import CONCEPTS, DANG, EDTF, PREFIXES, SCHEMES, SHACL, XSD

#: What JSON calls the IRI and the classes of a node.
ID, TYPE = "id", "type"
_EDTF: Final = "EDTF"
_INTEGER_LIMIT: Final = 2**53
_VOCABULARY: Final = "vocabulary.ttl"

_CLASSES: Final = """
SELECT DISTINCT ?term WHERE {
  { ?term a owl:Class } UNION { ?class rdfs:subClassOf ?term }
  UNION { ?shape sh:targetClass ?term } UNION { ?shape sh:class ?term } FILTER(isIRI(?term)) }"""
_PROPERTIES: Final = """
SELECT DISTINCT ?term WHERE {
  { ?term a owl:ObjectProperty } UNION { ?term a owl:DatatypeProperty } UNION { ?shape sh:path ?term }
  FILTER(isIRI(?term)) }"""
_THINGS: Final = """
SELECT DISTINCT ?term WHERE {
  { ?term a owl:ObjectProperty } UNION { ?shape sh:path ?term ; sh:class ?class }
  UNION { ?shape sh:path ?term ; sh:nodeKind sh:IRI }
  UNION { ?shape sh:path ?term ; sh:qualifiedValueShape/sh:class ?class }
  UNION { ?shape sh:path ?term ; sh:hasValue|sh:in/rdf:rest*/rdf:first ?value FILTER(isIRI(?value)) } }"""
_WORDS: Final = "SELECT DISTINCT ?term WHERE { ?shape sh:path ?term ; sh:languageIn ?languages }"
_DATATYPES: Final = """
SELECT DISTINCT ?term ?datatype WHERE {
  { ?term a owl:DatatypeProperty ; rdfs:range ?datatype }
  UNION { ?shape sh:path ?term ; (sh:node?/sh:or/rdf:rest*/rdf:first)?/sh:datatype ?datatype }
  UNION { ?shape sh:path ?term ; sh:in/rdf:rest*/rdf:first ?value BIND(DATATYPE(?value) AS ?datatype)
          FILTER(isLiteral(?value)) } }"""
#: Properties that some class does not limit to one value, and those between things that none limits.
_SEVERAL: Final = """
SELECT DISTINCT ?term WHERE {
  { ?shape sh:property/sh:path ?term
    FILTER NOT EXISTS { ?shape sh:property [ sh:path ?term ; sh:maxCount 1 ] } }
  UNION { ?term a owl:ObjectProperty FILTER NOT EXISTS { ?shape sh:path ?term } } }"""


@dataclass(frozen=True, slots=True)
class Term:
    """A property as JSON has it: its name, ``@id`` or the datatype of its values, whether they are words."""

    name: str
    kind: str | None = None
    words: bool = False
    several: bool = False

    def definition(self, iri: str) -> object:
        """Write the definition of the term in a context."""
        told: dict[str, object] = {"@id": iri}
        if self.kind is not None:
            told["@type"] = self.kind
        if self.words or self.several:
            told["@container"] = "@language" if self.words else "@set"
        return told if len(told) > 1 else iri


@dataclass(frozen=True, slots=True)
class Terms:
    """What ontology and shapes give names to: properties and classes by their IRIs."""

    properties: Mapping[str, Term]
    classes: Mapping[str, str]


class Context:
    """A context for the things below ``base``, if it has one, and the nodes that it makes short.

    What a node has used is kept in ``used``; :meth:`document` writes all names, or only those.
    """

    def __init__(self, base: str | None) -> None:
        self._base = base if base is not None and base.endswith("/") else None
        self._terms = terms()
        self._spaces = {namespace: prefix for prefix, namespace in _prefixes().items()}
        self.used: set[str] = set()

    def document(self, *, whole: bool = True) -> dict[str, object]:
        """Write the context; the value of ``@context``."""
        told: dict[str, object] = {"@version": 1.1, ID: "@id", TYPE: "@type"}
        if self._base is not None:
            told["@base"] = self._base
        named = dict(self._definitions())
        told.update((name, named[name]) for name in named if whole or name in self.used)
        return told

    def _definitions(self) -> Iterator[tuple[str, object]]:
        yield from sorted(_prefixes().items())
        yield _EDTF, EDTF
        yield from sorted((name, iri) for iri, name in self._terms.classes.items())
        for iri, term in sorted(self._terms.properties.items(), key=lambda each: each[1].name):
            yield term.name, term.definition(iri)

    def node(self, subject: str, rows: Iterable[tuple[str, list[object]]]) -> dict[str, Any]:
        """Write what is said of a thing, predicate by predicate."""
        node: dict[str, Any] = {ID: self.thing(subject)}
        for predicate, objects in rows:
            if predicate == type_iri:
                node[TYPE] = [self._class(_value(term)) for term in objects]
            else:
                term = self._property(predicate)
                node[term.name] = self._values(term, objects)
        return node

    def thing(self, iri: str) -> str:
        """Write the IRI of a thing: below the base without it, else with its prefix, or whole."""
        if self._base is not None and iri.startswith(self._base):
            kind, _, name = iri.removeprefix(self._base).partition("/")
            if name == local_name(name) and kind == local_name(kind):
                return f"{kind}/{name}"
        return self._prefixed(iri)

    def _prefixed(self, iri: str) -> str:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix, name = self._spaces.get(iri[:cut]), iri[cut:]
        if prefix is None or name != local_name(name):
            return iri
        self.used.add(prefix)
        return f"{prefix}:{name}"

    def _class(self, iri: str) -> str:
        known = self._terms.classes.get(iri)
        return self._prefixed(iri) if known is None else self._noted(known)

    def _noted(self, name: str) -> str:
        """Note a name as used, with the prefix that it may have."""
        self.used.update((name, name.partition(":")[0]))
        return name

    def _property(self, iri: str) -> Term:
        known = self._terms.properties.get(iri)
        if known is None:
            return Term(self._prefixed(iri))
        self._noted(known.name)
        if known.kind is not None:
            self._noted(known.kind)
        return known

    def _values(self, term: Term, objects: list[object]) -> object:
        if term.words and all(_in_words(each) for each in objects):
            return self._words(objects)
        values = [self._term(term, each) for each in objects]
        # What stands alone where words are expected would be read as a map of languages.
        return values if len(values) != 1 or term.several or term.words else values[0]

    def _words(self, objects: list[object]) -> dict[str, object]:
        """Write words by their languages; those without one stand under ``@none``."""
        found: dict[str, list[str]] = {}
        for each in objects:
            assert isinstance(each, ox.Literal)
            found.setdefault(each.language or "@none", []).append(each.value)
        return {tag: words[0] if len(words) == 1 else words for tag, words in found.items()}

    def _term(self, term: Term, value: object) -> object:
        if not isinstance(value, ox.Literal):
            iri = self.thing(_value(value))
            return iri if term.kind == "@id" else {ID: iri}
        if value.language:
            return {"@value": value.value, "@language": value.language}
        datatype = value.datatype.value
        if datatype == XSD.string:
            return value.value if term.kind is None and not term.words else {"@value": value.value}
        named = self._datatype(datatype)
        return _native(value.value, datatype) if named == term.kind else {"@value": value.value, TYPE: named}

    def _datatype(self, iri: str) -> str:
        return self._noted(_EDTF) if iri == EDTF else self._prefixed(iri)


@lru_cache(maxsize=1)
def terms() -> Terms:
    """Read the ontology and the shapes."""
    store = _load()
    prefixes = {**PREFIXES, "sh": SHACL}

    def asked(query: str) -> list[Any]:
        found: Any = store.query(query, prefixes=prefixes)
        return list(found)

    def all_of(query: str) -> set[str]:
        return {row["term"].value for row in asked(query)}

    datatypes: dict[str, set[str]] = {}
    for row in asked(_DATATYPES):
        datatypes.setdefault(row["term"].value, set()).add(row["datatype"].value)
    things, words, several = all_of(_THINGS), all_of(_WORDS), all_of(_SEVERAL)
    names = _named(all_of(_PROPERTIES) - {type_iri})
    properties = {
        iri: Term(
            name,
            "@id" if iri in things else None if iri in words else _coerced(datatypes.get(iri, set())),
            iri in words,
            iri in several and iri not in words,
        )
        for iri, name in names.items()
    }
    taken = {term.name for term in properties.values()}
    classes = {iri: name for iri, name in _named(all_of(_CLASSES)).items() if name not in taken}
    return Terms(properties, classes)


def _load() -> ox.Store:
    store = ox.Store()
    shapes = sorted(data_dir("shapes").glob("*.ttl"))
    for path in (data_dir("ontology") / "dang.ttl", *(each for each in shapes if each.name != _VOCABULARY)):
        try:
            store.load(path.read_bytes(), format=ox.RdfFormat.TURTLE)
        except SyntaxError as error:
            raise VocabularyError(f"{path.name}: not Turtle: {error}") from error
    return store


def _coerced(datatypes: set[str]) -> str | None:
    """Choose the datatype that is not written out: that of whole days, where vaguer dates are allowed."""
    left = datatypes - {EDTF} if len(datatypes) > 1 else datatypes
    if len(left) != 1 or XSD.string in left:
        return None
    (only,) = left
    return _EDTF if only == EDTF else only.replace(XSD.base, "xsd:")


def _named(iris: Iterable[str]) -> dict[str, str]:
    """Name terms by what comes after their namespaces, those of the ontology first, the others if alone."""
    found: dict[str, list[str]] = {}
    for iri in iris:
        found.setdefault(iri[max(iri.rfind("/"), iri.rfind("#")) + 1 :], []).append(iri)
    reserved = {*_prefixes(), ID, TYPE, _EDTF}
    spaces = {namespace: prefix for prefix, namespace in PREFIXES.items()}
    named = {}
    for name, homes in found.items():
        own = [iri for iri in homes if iri.startswith(DANG.base)]
        bare = own[0] if own else homes[0] if len(homes) == 1 else None
        for iri in homes:
            prefix = spaces.get(iri.removesuffix(name))
            if iri == bare and name not in reserved:
                named[iri] = name
            elif prefix is not None:
                named[iri] = f"{prefix}:{name}"
    return named


@lru_cache(maxsize=1)
def _prefixes() -> dict[str, str]:
    return {**PREFIXES, **{f"c-{scheme}": f"{CONCEPTS}{scheme}/" for scheme in SCHEMES}}


def _in_words(term: object) -> bool:
    return isinstance(term, ox.Literal) and (bool(term.language) or term.datatype.value == XSD.string)


def _native(text: str, datatype: str) -> object:
    """Write what JSON has a form for, if it comes back as the same words."""
    if datatype == XSD.boolean and text in ("true", "false"):
        return text == "true"
    if datatype == XSD.integer and text.removeprefix("-").isdecimal() and text.isascii():
        number = int(text) if len(text) < 17 else _INTEGER_LIMIT
        return number if str(number) == text and abs(number) < _INTEGER_LIMIT else text
    return text


def _value(term: object) -> str:
    return str(getattr(term, "value", term))
