"""What is odd or contradictory in the sources: findings, each with the sentences on both sides.

The rules are those shapes (``shapes/``) that ``shapes/findings.ttl`` gives a kind.  What takes more than a
query (numbers that differ, seats with two holders) was concluded when the graph was built (``kg.derive``).
"""

from __future__ import annotations

from kg.check.finding import Finding, Gravity, Side, Told
from kg.check.kinds import Kind, kinds
from kg.check.run import check

__all__ = ["Finding", "Gravity", "Kind", "Side", "Told", "check", "kinds"]
