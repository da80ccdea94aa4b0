"""Who is said to hold a seat that another is said to hold: the holdings of every single seat."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.derive.ground import Row, beside, each_row, groups
from kg.derive.reading import Quads
from kg.derive.seats import Holding
from kg.timespan import Bounds, bounds
from kg.vocab import CONCEPTS, single_seats

_YEARS = re.compile(r"\b(?:19|20)\d\d\W{1,3}(?:\w{1,6}\W)?(?:19|20)\d\d\b")
#: Whose words begin between a post and a name does not hold the post: ``Chairman: "Mr X is …"``.
_QUOTED = re.compile("['\"“”‘’«»]")
#: A body without a territory is known by so many words, or it is one of many of its kind.
_WORDS = 5

Told = dict[str, set[str]]


class _Said:
    """By tenure: the statements, those that tell it by name and body, and the articles of what is so now."""

    def __init__(self, told: Iterable[Row]) -> None:
        self.statements: Told = defaultdict(set)
        self.plain: Told = defaultdict(set)
        self.now: Told = defaultdict(set)
        self.hinted: Told = defaultdict(set)
        for row in told:
            self._take(*row)

    def _take(
        self,
        tenure: str,
        source: str,
        article: str,
        status: str,
        kind: str,
        name: str,
        as_of: str,
        date: str,
        exact: str,
        suffix: str,
    ) -> None:
        self.statements[tenure].add(source)
        plain = kind.endswith("/stated") and name in exact and not _QUOTED.search(exact)
        if plain:
            self.plain[tenure].add(source)
        if status.endswith("/current") and as_of in ("", date) and not _YEARS.search(f"{exact} {suffix}"):
            (self.now if plain else self.hinted)[tenure].add(article)


def seats(store: Quads) -> Iterator[tuple[list[Holding], Told]]:
    """Give the holdings of each seat for one, with the statements that each rests on."""
    for (_, role), held, told in beside(groups(_held(store), 2), groups(_told(store), 2)):
        said = _Said(told)
        group: dict[str, Holding] = {}
        for label, kind, unit, tenure, *rest in held:
            if _single(role, kind) and (unit or len(label.split()) >= _WORDS):
                group[tenure] = _holding(tenure, rest, said)
        if len({holding.person for holding in group.values()}) > 1:
            yield sorted(group.values()), said.statements


def _told(store: Quads) -> Iterator[Row]:
    """Give body, role and tenure with all that articles tell of it."""
    query = """SELECT ?organization ?role
        ?t ?s ?article ?status ?kind ?name ?asOf ?date ?exact ?suffix WHERE {
        ?t a dang:Tenure ; org:organization ?organization ; org:role ?role ; prov:wasDerivedFrom ?s .
        ?s prov:hadPrimarySource ?article ; dang:status ?status ; dang:assertionKind ?kind ;
           dang:states ?reported ; dang:evidence ?e .
        ?reported org:member ?persona . ?persona foaf:name ?name .
        ?e oa:hasSelector ?q . ?q oa:exact ?exact ; oa:suffix ?suffix .
        OPTIONAL { ?s dang:asOf ?asOf }
        OPTIONAL { ?article schema:datePublished|dang:dateBounds ?date } }"""
    return each_row(store, query)


def _held(store: Quads) -> Iterator[Row]:
    """Give body, role and the tenures with their bounds."""
    query = """SELECT ?organization ?role ?label ?kind ?unit ?t ?person
        ?acting ?begin ?end ?first ?last ?step WHERE {
        ?t a dang:Tenure ; org:member ?person ; org:organization ?organization ; org:role ?role .
        ?organization rdfs:label ?label .
        OPTIONAL { ?organization org:classification ?kind }
        OPTIONAL { ?organization org:subOrganizationOf*/dang:jurisdiction ?unit }
        OPTIONAL { ?t dang:acting ?acting } OPTIONAL { ?t dang:beginNotAfter ?begin }
        OPTIONAL { ?t dang:endNotBefore ?end } OPTIONAL { ?t dang:firstAttested ?first }
        OPTIONAL { ?t dang:lastAttested ?last } OPTIONAL { ?t dang:begunBy|dang:endedBy ?step } }"""
    return each_row(store, query)


def _single(role: str, kind: str) -> bool:
    """Tell whether a role at a kind of body is a seat for one."""
    many = single_seats().get(role.removeprefix(f"{CONCEPTS}role/"))
    return many is not None and kind.removeprefix(f"{CONCEPTS}body/") not in many


def _holding(tenure: str, rest: Sequence[str], said: _Said) -> Holding:
    person, acting, begin, end, first, last, step = rest
    certain = Bounds(begin, end) if begin and end and begin <= end else Bounds()
    seen = Bounds(bounds(first).first, bounds(last).last)
    return Holding(
        tenure,
        person,
        certain,
        seen,
        stepped=bool(step),
        acting=bool(acting),
        now=frozenset(said.now.get(tenure, ())),
        hinted=frozenset(said.hinted.get(tenure, ())),
        plain=tenure in said.plain,
    )
