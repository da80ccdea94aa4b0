"""The queries of the package as a cookbook: what each answers, how to ask, the SPARQL, and a real answer.

The answers are those over the graph of the five seeds, so that a reader can ask the same and see the same.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from kg import open_graph
from kg.query import Query, Result, queries

MOST_ROWS = 8
_LONGEST = 140
#: Which queries stand together; what is not named here stands under the last heading.
CHAPTERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("People and posts", (
        "officials", "secretaries", "posts-of-person", "concurrent-posts", "two-levels", "moves",
        "appointments", "successions", "standing-committee", "connections", "inferred-women",
    )),
    ("Documents", (
        "document-cascade", "document-graph", "document-mentions", "implementing-documents",
        "most-cited-documents",
    )),
    ("Themes", ("theme-history", "themes-of-province", "theme-elements-shared")),
    ("Targets and results", ("targets-and-results", "indicator-series", "indicator-values")),
    ("Congresses and meetings", ("congresses", "meetings", "encounters")),
    ("Units and bodies", ("unit-history", "bodies-of-unit", "body-changes", "committee-tree")),
    ("What to look at twice", (
        "sums-and-contradictions", "overlapping-secretaries", "uncertain-identities", "undecided-documents",
        "look-alike-documents", "similar-names", "witnesses",
    )),
    ("The graph itself", ("article-facts", "changes-since")),
)  # fmt: skip


@dataclass(frozen=True)
class Recipe:
    """A query with its chapter, the call that was made and the answer to it."""

    chapter: str
    query: Query
    call: str
    answer: Result

    @property
    def rows(self) -> list[list[str]]:
        """The first rows, long values cut."""
        return [[_cut(cell) for cell in row] for row in self.answer.table()[:MOST_ROWS]]

    @property
    def more(self) -> int:
        """How many rows are not shown."""
        return max(0, len(self.answer.rows) - MOST_ROWS)


def recipes(store: Path) -> list[Recipe]:
    """Ask every query its first example that has an answer, else its first."""
    places = {name: chapter for chapter, names in CHAPTERS for name in names}
    order = [name for _, names in CHAPTERS for name in names]
    known = queries()
    names = [name for name in order if name in known] + [name for name in known if name not in places]
    with open_graph(store) as graph:
        asked = []
        for name in names:
            query = known[name]
            tries = [(call, graph.query(name, **arguments(query, call))) for call in query.examples]
            call, answer = next(((c, a) for c, a in tries if a.rows), tries[0])
            asked.append(Recipe(places.get(name, CHAPTERS[-1][0]), query, call, answer))
    return asked


def arguments(query: Query, call: str) -> dict[str, str]:
    """Read the parameters of an example: ``kg query NAME --unit "…"``."""
    given = query.arguments(shlex.split(call)[3:])
    return {name: value for name, value in given.items() if name != "format"}


def chapters(found: list[Recipe]) -> Iterator[tuple[str, list[Recipe]]]:
    """Give the recipes by chapter."""
    places = {chapter: place for place, (chapter, _) in enumerate(CHAPTERS)}
    ordered = sorted(found, key=lambda recipe: places[recipe.chapter])
    for chapter, some in groupby(ordered, key=lambda recipe: recipe.chapter):
        yield chapter, list(some)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"
