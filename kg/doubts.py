"""Pairs of personas with what was decided of them, and what each article says: for a person to judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from kg.errors import UsageError
from kg.explain import Texts
from kg.identity import known_as
from kg.model import Verdict
from kg.store import KgStore
from kg.vocab import DANG, DCTERMS, FOAF, OA, ORG, PROV, RDFS, SCHEMA, concept

_PREFIXES = f"""PREFIX dang: <{DANG.base}> PREFIX org: <{ORG.base}> PREFIX prov: <{PROV.base}>
PREFIX foaf: <{FOAF.base}> PREFIX rdfs: <{RDFS.base}> PREFIX dcterms: <{DCTERMS.base}>
PREFIX schema: <{SCHEMA.base}> PREFIX oa: <{OA.base}>
"""


@dataclass(frozen=True, slots=True)
class Held:
    """A post as an article tells it, with its sentence; ``sentence[start:end]`` is the evidence."""

    wording: str
    organization: str
    status: str
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: how judgements name it, its person, and where it stands."""

    reference: str
    name: str
    person: str
    article: str
    headline: str
    published: str
    url: str
    posts: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two personas, and what was decided of them: by whom (``rule`` or a judge), with what score, and why."""

    left: Side
    right: Side
    score: float
    verdict: Verdict
    by: str
    reasons: tuple[str, ...]


def doubts(store: KgStore, verdict: Verdict = Verdict.UNSURE, name: str | None = None) -> Iterator[Doubt]:
    """Yield the pairs of a verdict, those likeliest one person first; only of a ``name`` if given."""
    query = f"""SELECT ?link ?score ?one ?two (SAMPLE(?judge) AS ?by) WHERE {{
        ?link a dang:IdentityLink ; dang:verdict <{concept("verdict", verdict)}> ; dang:logOdds ?score ;
            dang:persona ?one, ?two . FILTER(STR(?one) < STR(?two)) OPTIONAL {{ ?link dang:judgedBy ?judge }}
    }} GROUP BY ?link ?score ?one ?two"""
    rows = store.query(_PREFIXES + query)
    found = sorted((-float(_text(row["score"])), _told(row, "link", "one", "two", "by")) for row in rows)
    sides = _Sides(store)
    for score, (link, one, two, by) in found:
        left, right = sides.side(one), sides.side(two)
        if name is None or known_as(f"#{name}") in (known_as(f"#{side.name}") for side in (left, right)):
            yield Doubt(left, right, -score, verdict, by or "rule", _reasons(store, link))


def _told(row: Any, *names: str) -> tuple[str, ...]:
    return tuple(_text(row[name]) for name in names)


def _text(term: object) -> str:
    return str(getattr(term, "value", ""))


def _reasons(store: KgStore, link: str) -> tuple[str, ...]:
    """Give the reasons, the weightiest first: each is ``feature score: detail``."""
    quads = store.quads.quads_for_pattern(ox.NamedNode(link), ox.NamedNode(DANG.identityReason), None)
    return tuple(sorted({_text(quad.object) for quad in quads}, key=lambda each: (-_weight(each), each)))


def _weight(reason: str) -> float:
    return abs(float(reason.partition(": ")[0].rpartition(" ")[2]))


def references(store: KgStore) -> dict[str, str]:
    """Map how judgements name each persona, in the form of :func:`known_as`, to the reference itself."""
    query = """SELECT DISTINCT ?name ?identifier WHERE { GRAPH ?g { ?g dcterms:source ?article .
        ?article dcterms:identifier ?identifier . ?persona a dang:Persona ; foaf:name ?name } }"""
    found = (f"{_text(r['identifier'])}#{_text(r['name'])}" for r in store.query(_PREFIXES + query))
    return {known_as(reference): reference for reference in found}


def check_known(store: KgStore, *named: str) -> None:
    """Raise UsageError when nobody of the store answers to a reference."""
    known = references(store)
    for reference in named:
        if known_as(reference) not in known:
            article = reference.rpartition("#")[0]
            there = sorted(known[key] for key in known if key.rpartition("#")[0] == article)
            hint = (
                f"; that article has {', '.join(there[:5])}" if there else "; kg resolve --list shows pairs"
            )
            raise UsageError(f"{reference}: no such person in the graph{hint}")


class _Sides:
    """What the articles say of personas, each article parted once."""

    def __init__(self, store: KgStore) -> None:
        self._store = store
        self._texts = Texts(store)
        self._known: dict[str, Side] = {}

    def side(self, persona: str) -> Side:
        if persona not in self._known:
            self._known[persona] = self._read(persona)
        return self._known[persona]

    def _read(self, persona: str) -> Side:
        query = f"""SELECT DISTINCT ?name ?identifier ?headline ?published ?url ?person WHERE {{
            GRAPH ?g {{ ?g dcterms:source ?article . {ox.NamedNode(persona)} foaf:name ?name .
                ?article dcterms:identifier ?identifier .
                OPTIONAL {{ ?article schema:headline ?headline }} OPTIONAL {{ ?article schema:url ?url }}
                OPTIONAL {{ ?article schema:datePublished|dang:dateBounds ?published }} }}
            OPTIONAL {{ {ox.NamedNode(persona)} prov:specializationOf ?person }} }}"""
        row = next(iter(self._store.query(_PREFIXES + query)))
        name, article, person = _told(row, "name", "identifier", "person")
        headline, published, url = _told(row, "headline", "published", "url")
        posts = tuple(self._posts(persona, article))
        return Side(f"{article}#{name}", name, person, article, headline, published, url, posts)

    def _posts(self, persona: str, article: str) -> Iterator[Held]:
        query = f"""SELECT DISTINCT ?wording ?organization ?status ?start ?end WHERE {{ GRAPH ?g {{
            ?m org:member {ox.NamedNode(persona)} .
            ?s dang:states ?m ; dang:wording ?wording ; dang:status ?status ; dang:evidence ?passage .
            ?passage oa:hasSelector ?at . ?at oa:start ?start ; oa:end ?end .
            OPTIONAL {{ ?m org:organization/rdfs:label ?organization }} }} }} ORDER BY ?start ?end ?wording"""
        for row in self._store.query(_PREFIXES + query):
            sentence, start, end = self._texts.around(
                article, int(_text(row["start"])), int(_text(row["end"]))
            )
            status = _text(row["status"]).rpartition("/")[2]
            yield Held(_text(row["wording"]), _text(row["organization"]), status, sentence, start, end)
