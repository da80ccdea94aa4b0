"""Things of the graph beside those of Wikidata: candidates with their reasons, never a fact unless judged.

Nothing is asked of anybody before an :class:`Endpoint` is made with the address that a user named.
"""

from kg.align.candidates import Pair, align
from kg.align.endpoint import Endpoint
from kg.align.write import lines, turtle

__all__ = ["Endpoint", "Pair", "align", "lines", "turtle"]
