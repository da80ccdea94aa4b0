"""Whether an article tells of other countries only: their premiers and meetings are none of ours."""

from __future__ import annotations

from kg.mention import Scan

_HOME = "nation"
_FEWEST, _TIMES = 2, 3
"""So many names of other countries make an article one about them, and so many times our named units."""


def of_other_countries(scan: Scan) -> bool:
    """Whether an article names other countries, not Viet Nam, hardly any of its units, none of their bodies.

    ``Thủ tướng`` and ``Quốc hội`` stand there without their country, as those of Viet Nam do elsewhere.
    """
    others = len(scan.countries)
    if others < _FEWEST or any(hit.concept.key == _HOME for hit in scan.hits.of("region")):
        return False
    if any(body.unit is not None and body.unit.unit.name for body in scan.bodies):
        return False
    return others >= _TIMES * sum(bool(mention.unit.name) for mention in scan.units)
