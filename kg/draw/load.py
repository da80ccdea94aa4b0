"""From the store to what the picture is drawn from.

Four queries, one for each kind of thing: one query for all of them would repeat every article's text with
every post.  A post whose organisation no sentence names is no edge and is left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

import pyoxigraph as ox

from kg.draw.model import Holding, OrganizationRef, Side, UnitRef
from kg.model import Article
from kg.normalise import blocks_of, normalise
from kg.resources import data_dir
from kg.vocab import DANG, FOAF, OA, ORG, PROV, RDFS, SCHEMA, SKOS

Row = Mapping[str, str]

_POSTS = f"""
SELECT DISTINCT ?person ?name ?organization ?status ?asOf ?rule ?caption ?role ?wording ?article ?start ?quote
WHERE {{
  ?statement <{DANG.states}> ?membership ; <{DANG.status}> ?status ; <{DANG.wording}> ?wording ;
    <{PROV.hadPrimarySource}> ?article ; <{DANG.evidence}> ?evidence .
  ?membership <{ORG.member}> ?persona ; <{ORG.organization}> ?organization .
  OPTIONAL {{ ?persona <{PROV.specializationOf}> ?official }}
  BIND(COALESCE(?official, ?persona) AS ?person)
  ?persona <{FOAF.name}> ?name .
  ?evidence <{OA.hasSelector}> ?position, ?words .
  ?position <{OA.start}> ?start .
  ?words <{OA.exact}> ?quote .
  OPTIONAL {{ ?membership <{ORG.role}> ?role }}
  OPTIONAL {{ ?statement <{DANG.asOf}> ?asOf }}
  OPTIONAL {{ ?statement <{DANG.inferenceRule}> ?rule }}
  OPTIONAL {{ ?evidence <{DANG.inCaption}> ?caption }}
}}"""

_ORGANIZATIONS = f"""
SELECT DISTINCT ?organization ?label ?side ?unit ?parent WHERE {{
  ?organization a <{ORG.Organization}> ; <{RDFS.label}> ?label .
  OPTIONAL {{ ?organization a ?side FILTER(?side IN (<{DANG.PartyOrganization}>, <{DANG.StateBody}>)) }}
  OPTIONAL {{ ?organization <{DANG.jurisdiction}> ?unit }}
  OPTIONAL {{ ?organization <{ORG.subOrganizationOf}> ?parent }}
}}"""

_UNITS = f"""
SELECT DISTINCT ?unit ?label ?level ?name ?above WHERE {{
  ?unit a <{DANG.AdministrativeUnit}> ; <{RDFS.label}> ?label ; <{DANG.level}> ?level .
  OPTIONAL {{ ?unit <{SCHEMA.name}> ?name }}
  OPTIONAL {{ ?unit <{SCHEMA.containedInPlace}> ?above }}
}}"""

_ARTICLES = f"""
SELECT DISTINCT ?article ?text ?headline ?published ?bounds ?url WHERE {{
  ?article a <{SCHEMA.NewsArticle}> ; <{DANG.text}> ?text .
  OPTIONAL {{ ?article <{SCHEMA.headline}> ?headline }}
  OPTIONAL {{ ?article <{SCHEMA.datePublished}> ?published }}
  OPTIONAL {{ ?article <{DANG.dateBounds}> ?bounds }}
  OPTIONAL {{ ?article <{SCHEMA.url}> ?url }}
}}"""

_SIDES = {DANG.PartyOrganization: Side.PARTY, DANG.StateBody: Side.STATE}
_FARTHEST = 12


class Queryable(Protocol):
    """A store or a SPARQL server that answers over the union of its graphs: see :mod:`kg.store`."""

    def query(self, sparql: str) -> Any:
        """Answer a SELECT query."""


@dataclass(frozen=True, slots=True)
class Told:
    """An article with the offsets at which its sentences begin and end."""

    row: Row
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def sentence(self, start: int, quote: str) -> tuple[str, int]:
        """Give the sentence that holds ``quote`` and where in it the quote begins.

        A quote that runs on into further sentences brings them all.
        """
        text = self.row["text"]
        first = max(0, bisect_right(self.starts, start) - 1)
        last = max(first, bisect_right(self.starts, start + len(quote) - 1) - 1)
        if not self.starts:
            return quote, 0
        return text[self.starts[first] : self.ends[last]], start - self.starts[first]


def holdings(store: Queryable) -> Iterator[Holding]:
    """Give every observation of a post at an organisation, in a stable order."""
    organizations = first(store, _ORGANIZATIONS, "organization")
    units = first(store, _UNITS, "unit")
    articles = {iri: told(row) for iri, row in first(store, _ARTICLES, "article").items()}
    english = english_roles()
    for row in rows(store.query(_POSTS)):
        organization, article = organizations.get(row["organization"]), articles.get(row["article"])
        if organization is not None and article is not None:
            yield _holding(row, organization, article, organizations, units, english)


def _holding(
    row: Row,
    organization: Row,
    article: Told,
    organizations: Mapping[str, Row],
    units: Mapping[str, Row],
    english: Mapping[str, str],
) -> Holding:
    above = [_unit(unit) for unit in _chain(organization.get("unit"), units, "above")]
    sentence, offset = article.sentence(int(row["start"]), row["quote"])
    return Holding(
        person_iri=row["person"],
        person=row["name"],
        role=row["wording"],
        organization_iri=organization["organization"],
        organization=organization["label"],
        side=_SIDES.get(organization.get("side", ""), Side.OTHER),
        status=row["status"].rsplit("/", 1)[-1],
        quote=row["quote"],
        sentence=sentence,
        sentence_offset=offset,
        article_iri=row["article"],
        article_title=article.row.get("headline", ""),
        unit=above[0] if above else None,
        unit_ancestors=tuple(above[1:]),
        parents=tuple(
            OrganizationRef(parent["organization"], parent["label"])
            for parent in _chain(organization.get("parent"), organizations, "parent")
        ),
        as_of=row.get("asOf"),
        inferred_rule=row.get("rule"),
        caption=row.get("caption") == "true",
        article_date=article.row.get("published") or article.row.get("bounds"),
        article_url=article.row.get("url"),
        role_en=english.get(row.get("role", "")),
    )


def rows(answer: Any) -> list[Row]:
    """Give the rows of a local store's or a server's answer, sorted."""
    if isinstance(answer, dict):
        bindings: Iterable[Mapping[str, Any]] = answer["results"]["bindings"]
        rows = [{name: term["value"] for name, term in row.items()} for row in bindings]
    else:
        names = [variable.value for variable in answer.variables]
        rows = [
            {name: term.value for name, term in zip(names, solution, strict=True) if term is not None}
            for solution in answer
        ]
    return sorted(rows, key=lambda row: sorted(row.items()))


def first(store: Queryable, query: str, key: str) -> dict[str, Row]:
    """Give one row for each thing: when graphs disagree, the one that says most, the first in order."""
    chosen: dict[str, Row] = {}
    for row in rows(store.query(query)):
        known = chosen.get(row[key])
        if known is None or len(row) > len(known):
            chosen[row[key]] = row
    return chosen


def _chain(iri: str | None, things: Mapping[str, Row], step: str) -> Iterator[Row]:
    """Give a thing and those above it that are described; a circle in the data ends the way."""
    seen: set[str] = set()
    while iri is not None and iri not in seen and len(seen) < _FARTHEST:
        seen.add(iri)
        row = things.get(iri)
        if row is not None:
            yield row
        iri = row.get(step) if row is not None else None


def _unit(row: Row) -> UnitRef:
    label = row["label"]
    return UnitRef(row["unit"], label[:1].upper() + label[1:], int(row["level"]), row.get("name"))


def told(row: Row) -> Told:
    """Find the sentences again; an unknown layout leaves the paragraphs."""
    text = row["text"]
    again = normalise(Article("", blocks_of(None, text.split("\n"))))
    if again.content == text:
        sentences = again.sentences
        return Told(row, tuple(s.start for s in sentences), tuple(s.end for s in sentences))
    starts, ends, place = [], [], 0
    for line in text.split("\n"):
        starts.append(place)
        place += len(line)
        ends.append(place)
        place += 1
    return Told(row, tuple(starts), tuple(ends))


@lru_cache(maxsize=1)
def roles() -> Mapping[str, tuple[str, str]]:
    """Give the labels of the concepts of roles, Vietnamese and English."""
    graph = ox.Store()
    graph.load(path=str(data_dir("ontology") / "roles.ttl"), format=ox.RdfFormat.TURTLE)
    found: dict[str, dict[str, str]] = {}
    for quad in graph.quads_for_pattern(None, ox.NamedNode(SKOS.prefLabel), None):
        if isinstance(quad.object, ox.Literal) and isinstance(quad.subject, ox.NamedNode):
            found.setdefault(quad.subject.value, {})[quad.object.language or ""] = quad.object.value
    return {iri: (labels.get("vi", ""), labels.get("en", "")) for iri, labels in found.items()}


def english_roles() -> Mapping[str, str]:
    """Give the English labels of the concepts of roles."""
    return {iri: english for iri, (_, english) in roles().items() if english}
