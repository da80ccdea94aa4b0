"""What of the articles each derived graph rests on, so that a change of other things leaves it as it is.

A *kind* is a class of things, what statements state, or a property of the articles that tell of a class.
:mod:`kg.consequence` finds the kinds that a change touches.  What a graph reads is declared here and held
against what it does read by tests: random changes, compared with all computed anew.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from kg.vocab import DANG, DCTERMS, OA, ORG, RDF, SCHEMA

REFERENCE: Final = "gazetteer"
"""The graph of the units that the articles name, which is made before all derived graphs."""

UNITS: Final = DANG.AdministrativeUnit
"""The kind on which the graph of the units rests."""


def stated(kind: str) -> str:
    """Give the kind of the statements that state a class of things."""
    return f"statement of {kind}"


def of_articles(kind: str, *predicates: str) -> frozenset[str]:
    """Give the kinds of what is said of articles that tell of a class of things."""
    return frozenset(f"{predicate} of articles with {kind}" for predicate in predicates)


@dataclass(frozen=True, slots=True)
class Reads:
    """What a derived graph is made from: kinds of the articles' own graphs, and other computed graphs."""

    kinds: frozenset[str]
    graphs: frozenset[str] = frozenset()

    def touched(self, kinds: Collection[str], graphs: Collection[str]) -> bool:
        """Tell whether a change of these can change the graph."""
        return not (self.kinds.isdisjoint(kinds) and self.graphs.isdisjoint(graphs))


_DATES = (SCHEMA.datePublished, DANG.dateBounds)
_MEMBERSHIPS = frozenset({DANG.ReportedMembership, stated(DANG.ReportedMembership)})
_VALUES = frozenset({DANG.IndicatorValue, stated(DANG.IndicatorValue)})
_THEMES = frozenset({DANG.Theme, stated(DANG.Theme)})
_PLACES = frozenset({DANG.Body, UNITS})

READS: Final = {
    "witnesses": Reads(
        frozenset({DANG.Statement, OA.SpecificResource, OA.TextPositionSelector, SCHEMA.CreativeWork})
        | of_articles(
            DANG.Statement, *_DATES, SCHEMA.publisher, SCHEMA.isBasedOn, DANG.text, RDF.type, DCTERMS.source
        )
    ),
    "bodies": Reads(_PLACES, frozenset({REFERENCE})),
    "identity": Reads(
        frozenset({DANG.Persona})
        | _MEMBERSHIPS
        | _PLACES
        | of_articles(DANG.Persona, *_DATES, DCTERMS.identifier, SCHEMA.contentLocation, DCTERMS.source),
        frozenset({REFERENCE, "witnesses", "bodies"}),
    ),
    "tenures": Reads(
        frozenset({DANG.Persona, ORG.Post}) | _MEMBERSHIPS | of_articles(DANG.ReportedMembership, *_DATES),
        frozenset({"identity", "bodies"}),
    ),
    "successions": Reads(_MEMBERSHIPS | {DANG.Body}, frozenset({"tenures"})),
    "concurrent-posts": Reads(_MEMBERSHIPS | {DANG.Body}, frozenset({"tenures", "bodies"})),
    "attainments": Reads(_VALUES),
    "documents": Reads(
        frozenset({DANG.ReportedDocument, stated(DANG.ReportedDocument), DANG.LinkStatement})
        | frozenset({DANG.Congress, DANG.Term})
        | _THEMES
        | _PLACES
        | of_articles(
            DANG.ReportedDocument, *_DATES, DCTERMS.identifier, SCHEMA.contentLocation, DCTERMS.source
        ),
        frozenset({REFERENCE, "bodies"}),
    ),
    "contradictions": Reads(
        frozenset({DANG.Persona, OA.SpecificResource, OA.TextQuoteSelector})
        | _MEMBERSHIPS
        | _VALUES
        | _THEMES
        | _PLACES
        | of_articles(DANG.ReportedMembership, *_DATES),
        frozenset({REFERENCE, "witnesses", "bodies", "tenures"}),
    ),
}
"""What each derived graph reads, in the order in which they are made."""

TELLING: Final = frozenset({DANG.Statement, DANG.Persona, DANG.ReportedMembership, DANG.ReportedDocument})
"""The classes by which articles are told apart when something is said of an article itself."""
