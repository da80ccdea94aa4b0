"""Administrative units in time: before and after the reform of July 2025, and what each became.

The rows come from the data set that the package ``vietnamadminunits`` carries (its code is never run), the
changes that it lacks from ``ontology/changes.ttl``.  A unit's key is its era and its code of the statistics
office (``legacy/193``, ``2025/06811``, ``former/204`` for one that ended before 2025): codes and names alike
changed their meaning in the reform, so neither is an identity by itself.
"""

from kg.gazetteer.gazetteer import Gazetteer
from kg.gazetteer.lookup import Answer, Candidate, Feature, Question, Reason, look_up
from kg.gazetteer.values import (
    CURRENT,
    FORMER,
    LEGACY,
    REFORM,
    Act,
    Change,
    ChangeKind,
    Phase,
    Place,
    Span,
    UnitType,
)

__all__ = [
    "CURRENT",
    "FORMER",
    "LEGACY",
    "REFORM",
    "Act",
    "Answer",
    "Candidate",
    "Change",
    "ChangeKind",
    "Feature",
    "Gazetteer",
    "Phase",
    "Place",
    "Question",
    "Reason",
    "Span",
    "UnitType",
    "look_up",
]
