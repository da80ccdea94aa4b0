"""Who followed whom in a post with one seat: only where articles support it.

Two things do: one article tells of a post that one person leaves and another takes up, or the dated end of
one tenure meets the dated beginning of another.  That nobody is known in between is no support.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from kg.derive.ground import Row, beside, each_row, groups, link
from kg.derive.reading import Quads
from kg.nquads import NamedGraph
from kg.vocab import DANG, Minter, concept, single_seats

_MONTHS = 62
"""So many days after a dated end a dated beginning still follows directly: two months."""


@dataclass(frozen=True, slots=True, order=True)
class _Tenure:
    iri: str
    person: str
    begin: str
    begun_by: str
    end: str
    ended_by: str


def successions(store: Quads, mint: Minter, graph: NamedGraph) -> None:
    """Tie the tenures of successors to those of their predecessors."""
    for _, held, told in beside(groups(_by_post(store), 1), groups(_told(store), 1)):
        _of_post(mint, graph, [_Tenure(*row) for role, *row in held if _single(role)], _pairs(told))


def _of_post(
    mint: Minter, graph: NamedGraph, held: list[_Tenure], told: dict[tuple[str, str], set[str]]
) -> None:
    known = {tenure.iri: tenure for tenure in held}
    found = {pair: said for pair, said in told.items() if pair[0] in known and pair[1] in known}
    for before, after in product((t for t in held if t.end), [t for t in held if t.begin]):
        if _meet(before, after):
            found.setdefault((before.iri, after.iri), {before.ended_by, after.begun_by})
    for (left, taken), basis in sorted(found.items()):
        if known[left].person != known[taken].person:
            link(mint, graph, "succession", (taken, DANG.precededBy, left), sorted(basis))


def _single(role: str) -> bool:
    """Whether a post of this role has one seat."""
    return role.rpartition("/")[2] in single_seats()


def _meet(before: _Tenure, after: _Tenure) -> bool:
    """Whether a dated beginning follows a dated end directly."""
    days = (date.fromisoformat(after.begin) - date.fromisoformat(before.end)).days
    return 0 <= days <= _MONTHS


def _by_post(store: Quads) -> Iterator[Row]:
    """Give each post, its role and its tenures; the bounds of dated ends are their last days."""
    query = """SELECT ?post ?role ?tenure ?person ?begin ?begunBy ?end ?endedBy WHERE {
        ?tenure a dang:Tenure ; opengov:post ?post ; org:member ?person ; org:role ?role ;
            org:organization ?body .
        FILTER NOT EXISTS { ?body dang:candidate ?one }
        OPTIONAL { ?tenure dang:begunBy ?begunBy ; dang:beginNotBefore ?begin }
        OPTIONAL { ?tenure dang:endedBy ?endedBy ; dang:endNotAfter ?end } }"""
    return each_row(store, query)


def _told(store: Quads) -> Iterator[Row]:
    """Give each post and article that tells of one who left it or took it up, with tenure and statement."""
    query = f"""SELECT ?post ?article ?tenure ?s ?status WHERE {{
        ?tenure a dang:Tenure ; opengov:post ?post ; prov:wasDerivedFrom ?s .
        ?s dang:status ?status ; prov:hadPrimarySource ?article .
        FILTER(?status IN (<{concept("status", "ended")}>, <{concept("status", "appointed")}>)) }}"""
    return each_row(store, query)


def _pairs(rows: Iterable[Row]) -> dict[tuple[str, str], set[str]]:
    """Map predecessor and successor in a post to the statements of articles that tell of both."""
    left: dict[str, list[tuple[str, str]]] = defaultdict(list)
    taken: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for article, tenure, said, status in rows:
        (left if status.endswith("/ended") else taken)[article].append((tenure, said))
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for article in left.keys() & taken.keys():
        for before, said in left[article]:
            for after, said_too in taken[article]:
                found[before, after].update((said, said_too))
    return found
