"""Names to things: which person, body, unit or document of a graph a name means, with the reasons.

:func:`load` reads the things of a store once; an :class:`Index` of them answers :class:`Asked` with
:class:`Candidate` values, best first, and says of at most one that it is the thing meant.
"""

from kg.reconcile.index import Index
from kg.reconcile.load import load
from kg.reconcile.model import Asked, Candidate, Entity, Feature, Kind, Post, Value, Wish
from kg.reconcile.properties import PROPERTIES, Property

__all__ = [
    "PROPERTIES",
    "Asked",
    "Candidate",
    "Entity",
    "Feature",
    "Index",
    "Kind",
    "Post",
    "Property",
    "Value",
    "Wish",
    "load",
]
