"""Bodies as institutions: where each stands in the tree, when it existed, what became of it.

All follows from the kinds of body in the vocabulary (``ontology/bodies.ttl``), the recorded changes of kinds
(``ontology/body-changes.ttl``) and the units of the gazetteer; no article is needed, and nothing here is RDF.
"""

from kg.bodies.history import History, existed, history
from kg.bodies.model import Bound, Event, Existence, Lifetime, Stretch
from kg.bodies.places import Places
from kg.bodies.tree import Tree, own_name, standing_name, worded

__all__ = [
    "Bound",
    "Event",
    "Existence",
    "History",
    "Lifetime",
    "Places",
    "Stretch",
    "Tree",
    "existed",
    "history",
    "own_name",
    "standing_name",
    "worded",
]
