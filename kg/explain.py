"""The facts behind a thing, each with the sentence that says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

import pyoxigraph as ox

from kg import display
from kg.errors import UsageError
from kg.export.quads import Export, View
from kg.export.tables import tables
from kg.model import Text
from kg.normalise import around, canonical, fold, plain, sentences
from kg.store import KgStore
from kg.vocab import DANG, DCTERMS, ELI, FOAF, OA, OPENGOV, ORG, PROV, RDF, RDFS, SCHEMA, SKOS, Minter

_OFFSETS: Final = frozenset({"quote", "start", "end", "iri", "article"})

ENOUGH: Final = 12
"""A name that fits more things than this is answered with a list of them."""

_NAMED: Final = (
    (DANG.Official, FOAF.name),
    (DANG.Body, RDFS.label),
    (DANG.AdministrativeUnit, RDFS.label),
    (DANG.AdministrativeUnit, SCHEMA.name),
    (DANG.Document, ELI.number),
    (DANG.Document, DCTERMS.title),
    (DANG.Document, RDFS.label),
    (DANG.Document, SKOS.altLabel),
    (DANG.Theme, RDFS.label),
    (DANG.ThemeElement, SKOS.prefLabel),
    (SCHEMA.NewsArticle, SCHEMA.headline),
    (SCHEMA.NewsArticle, DCTERMS.identifier),
    (ORG.Post, RDFS.label),
)
_LABELS: Final = (
    *(FOAF.name, RDFS.label, SCHEMA.headline, SKOS.prefLabel, SCHEMA.name, ELI.number),
    *(OA.exact, DCTERMS.identifier),
)
_PREFIXES: Final = f"""PREFIX dang: <{DANG.base}> PREFIX org: <{ORG.base}> PREFIX prov: <{PROV.base}>
PREFIX rdf: <{RDF.base}> PREFIX dcterms: <{DCTERMS.base}>
"""


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """Something that the graph knows: its IRI, what it is called, and its own classes (``Official``)."""

    iri: str
    label: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of one of the tables, with its sentence; ``sentence[start:end]`` is the evidence."""

    table: str
    row: Mapping[str, str]
    sentence: str
    start: int
    end: int
    headline: str
    published: str

    def _repr_html_(self) -> str:
        """Show the fact in a notebook, above its sentence with the words marked."""
        fields = [(name, value) for name, value in self.row.items() if value and name not in _OFFSETS]
        said = "; ".join(f"{name}: {value}" for name, value in fields)
        source = " · ".join(filter(None, (self.row.get("article", ""), self.published, self.headline)))
        before, quote, after = (
            self.sentence[: self.start],
            self.sentence[self.start : self.end],
            self.sentence[self.end :],
        )
        heading = f"<p><b>{display.linked(self.table)}</b> {display.linked(said)}</p>"
        return heading + display.passage(before, quote, after, source)


class Facts(list[Fact]):
    """Facts in the order of articles and places in their texts."""

    def _repr_html_(self) -> str:
        """Show the facts in a notebook, each above its sentence."""
        shown = "".join(fact._repr_html_() for fact in self[: display.MOST_ROWS])
        more = len(self) - display.MOST_ROWS
        return shown + (f"<p>… {more} more facts</p>" if more > 0 else "")


@dataclass(frozen=True, slots=True)
class Computed:
    """A tie between two things that the program computed, and the statements that it rests on."""

    rule: str
    subject: Thing
    relation: str
    object: Thing
    basis: tuple[str, ...]


def find(store: KgStore, name: str) -> list[Thing]:
    """Find the things that ``name`` means: an IRI, a prefixed name, or what they are called.

    Marks and capitals count only when leaving them aside would make a name fit further things.  Raises
    UsageError, with names that come near, when nothing fits.
    """
    iri = _iri(store, name)
    if iri is not None:
        return [thing(store, iri)]
    names = _names(store)
    for folded in (_folded, _bare):
        wanted = folded(name)
        found = {iri for label, iris in names.items() if folded(label) == wanted for iri in iris}
        if wanted and found:
            return sorted(thing(store, iri) for iri in found)
    raise UsageError(f"{name!r}: nothing of that name in the graph{_near(name, names)}")


def thing(store: KgStore, iri: str) -> Thing:
    """Describe one thing; raises UsageError when the graph has nothing about it."""
    node = ox.NamedNode(iri)
    values: dict[str, set[str]] = {}
    for quad in store.quads.quads_for_pattern(node, None, None):
        values.setdefault(quad.predicate.value, set()).add(_value(quad.object))
    if not values and next(store.quads.quads_for_pattern(None, None, node), None) is None:
        raise UsageError(f"{iri}: the graph says nothing about this; give an IRI or a name that it has")
    label = next((min(values[name]) for name in _LABELS if name in values), "")
    classes = values.get(RDF.type, set())
    own = sorted(c.removeprefix(DANG.base) for c in classes if c.startswith(DANG.base))
    others = sorted(c.rpartition("/")[2].rpartition("#")[2] for c in classes)
    return Thing(iri, label, tuple(own or others))


def explain(store: KgStore, iri: str) -> list[Fact]:
    """All that the articles say about a thing, by article and place in the text."""
    said: dict[str, set[str]] = {}
    for row in store.query(_PREFIXES + _ABOUT.replace("$thing", str(ox.NamedNode(iri)))):
        said.setdefault(row["graph"].value, set()).add(row["statement"].value)
    content = _Chosen(store, said)
    statements = {statement for found in said.values() for statement in found}
    facts = []
    for name, rows in tables(content).items():
        facts += [_fact(name, row, content) for row in rows if row["iri"] in statements]
    return sorted(facts, key=lambda fact: (fact.row["article"], int(fact.row["start"] or 0), fact.row["iri"]))


def computed(store: KgStore, iri: str) -> list[Computed]:
    """Give what the program computed about a thing across articles."""
    found: dict[tuple[str, str, str, str], set[str]] = {}
    for row in store.query(_PREFIXES + _COMPUTED.replace("$thing", str(ox.NamedNode(iri)))):
        key = tuple(_value(row[name]) for name in ("rule", "subject", "relation", "object"))
        basis = found.setdefault((key[0], key[1], key[2], key[3]), set())
        if row["basis"] is not None:
            basis.add(_value(row["basis"]))
    return [
        Computed(
            rule, _end(store, one), relation.rpartition("#")[2], _end(store, other), tuple(sorted(basis))
        )
        for (rule, one, relation, other), basis in sorted(found.items())
    ]


_ABOUT: Final = """SELECT DISTINCT ?graph ?statement WHERE { GRAPH ?graph {
  ?graph dcterms:source ?article .
  { ?statement dang:states $thing }
  UNION { ?statement dang:states ?of . ?of ?by $thing }
  UNION { GRAPH ?who { ?persona prov:specializationOf $thing } ?statement dang:states ?of .
    ?of org:member ?persona }
  UNION { GRAPH ?who { ?persona prov:specializationOf $thing } ?statement dang:states ?of .
    ?of prov:qualifiedAssociation ?part . ?part prov:agent ?persona }
  UNION { GRAPH ?who { ?told prov:specializationOf $thing . $thing a dang:Document }
    { ?statement dang:states ?told } UNION { ?statement dang:states ?of . ?of dang:setBy ?told }
    UNION { ?statement rdf:subject ?told } UNION { ?statement rdf:object ?told } }
  UNION { ?statement dang:states ?of . ?of ?by ?body . ?body dang:jurisdiction $thing }
  UNION { ?statement dang:states ?of . ?of prov:qualifiedAssociation ?part . ?part prov:agent $thing }
  UNION { ?statement rdf:subject $thing } UNION { ?statement rdf:object $thing }
  UNION { ?statement prov:hadPrimarySource $thing } UNION { ?statement dang:evidence $thing }
  UNION { ?statement a dang:Statement FILTER(?statement = $thing) }
} }"""
_COMPUTED: Final = """SELECT DISTINCT ?rule ?subject ?relation ?object ?basis WHERE { GRAPH ?graph {
  ?statement dang:rule ?rule ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object .
  OPTIONAL { ?statement prov:wasDerivedFrom ?basis } }
  FILTER NOT EXISTS { GRAPH ?graph { ?graph dcterms:source ?article } }
  FILTER(?subject = $thing || ?object = $thing
    || EXISTS { GRAPH ?a { ?subject org:member $thing } }
    || EXISTS { GRAPH ?b { ?object org:member $thing } })
}"""


class _Chosen(Export):
    """A store of which only the graphs of some articles are read, with their texts at hand."""

    def __init__(self, store: KgStore, graphs: Iterable[str]) -> None:
        super().__init__(store.quads, store.base)
        self._graphs: list[tuple[str, ox.NamedNode]] = []
        self._articles: dict[str, tuple[Text, str, str]] = {}
        for graph in sorted(graphs):
            node = ox.NamedNode(graph)
            view = View(self.store, node)
            article = view.one(graph, DCTERMS.source)
            identifier = view.one(article, DCTERMS.identifier) or ""
            self._graphs.append((identifier, node))
            text = sentences(view.one(article, DANG.text) or "")
            published = view.one(article, SCHEMA.datePublished) or view.one(article, DANG.dateBounds) or ""
            self._articles[identifier] = (text, view.one(article, SCHEMA.headline) or "", published)

    def article_graphs(self) -> list[tuple[str, ox.NamedNode]]:
        return self._graphs

    def article(self, identifier: str) -> tuple[Text, str, str]:
        """Give an article's text, headline and date."""
        return self._articles[identifier]


class Texts:
    """The sentences of a store's articles, each article parted once."""

    def __init__(self, store: KgStore) -> None:
        self._store = store
        self._mint = Minter(store.base)
        self._known: dict[str, Text] = {}

    def around(self, article: str, start: int, end: int) -> tuple[str, int, int]:
        """Give the sentence of an article that holds ``start:end``, and where in it that lies."""
        if article not in self._known:
            node = ox.NamedNode(self._mint.article(article))
            quads = self._store.quads.quads_for_pattern(node, ox.NamedNode(DANG.text), None)
            self._known[article] = sentences(min((_value(quad.object) for quad in quads), default=""))
        return around(self._known[article], start, end)


def _fact(table: str, row: Mapping[str, str], content: _Chosen) -> Fact:
    text, headline, published = content.article(row["article"])
    sentence, start, end = around(text, int(row["start"] or 0), int(row["end"] or 0))
    return Fact(table, row, sentence, start, end, headline, published)


def _iri(store: KgStore, name: str) -> str | None:
    """Read an IRI, in angle brackets or not, or a prefixed name."""
    bare = name.strip().removeprefix("<").removesuffix(">")
    prefix, colon, local = bare.partition(":")
    namespace = Minter(store.base).prefixes().get(prefix) if colon and local and " " not in bare else None
    if namespace is None and not local.startswith("//"):
        return None
    try:
        return ox.NamedNode(bare if namespace is None else namespace + local).value
    except ValueError:
        raise UsageError(f"{name!r}: not an IRI; give one such as {store.base}person/…") from None


def _folded(text: str) -> str:
    return fold(canonical(text))


def _bare(text: str) -> str:
    return plain(canonical(text))


def _names(store: KgStore) -> dict[str, set[str]]:
    """Map what things are called to their IRIs."""
    names: dict[str, set[str]] = {}
    pairs = " ".join(f"(<{kind}> <{naming}>)" for kind, naming in _NAMED)
    query = f"""SELECT DISTINCT ?thing ?label WHERE {{
        VALUES (?kind ?naming) {{ {pairs} }} ?thing a ?kind ; ?naming ?label }}"""
    for row in store.query(query):
        names.setdefault(_value(row["label"]), set()).add(_value(row["thing"]))
    return names


def _near(name: str, names: Iterable[str]) -> str:
    by_plain: dict[str, str] = {}
    for label in sorted(names):
        by_plain.setdefault(plain(label), label)
    close: Sequence[str] = get_close_matches(plain(name), list(by_plain), n=3, cutoff=0.7)
    return f"; near it: {', '.join(by_plain[label] for label in close)}" if close else ""


def _end(store: KgStore, iri: str) -> Thing:
    """Describe one end of a computed tie; a membership is told by its person and post."""
    node = ox.NamedNode(iri)
    parts: list[Any] = []
    for predicate in (ORG.member, OPENGOV.post):
        quads = store.quads.quads_for_pattern(node, ox.NamedNode(predicate), None)
        parts += sorted({_value(quad.object) for quad in quads})[:1]
    found = thing(store, iri)
    if parts:
        return Thing(iri, ", ".join(thing(store, part).label for part in parts), found.kinds)
    return found


def _value(term: object) -> str:
    return str(getattr(term, "value", term))
