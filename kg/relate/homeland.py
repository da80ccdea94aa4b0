"""Whether an article tells of other countries: their premiers, laws and meetings are none of ours."""

from __future__ import annotations

from kg.mention import Scan

_HOME = "nation"
_FEWEST, _TIMES, _TWICE = 2, 3, 2
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


def tells_of_abroad(scan: Scan) -> bool:
    """Whether a text names more bodies of other countries than of this one, or as many countries as our own.

    Our own are bodies, places and, twice over, the nation itself.
    """
    if not scan.countries:
        return False
    if len(scan.abroad) > len(scan.bodies):
        return True
    count = len(scan.countries)
    own = len(scan.bodies) + _TWICE * sum(hit.concept.key == _HOME for hit in scan.hits.of("region"))
    if count < max(own, _FEWEST):
        return False
    return count >= own + sum(1 for unit in scan.units if unit.unit.name)


def country_at(scan: Scan, place: int) -> bool:
    """Whether the whole name of a country stands at ``place``, one of a single syllable too."""
    content = scan.text.content
    hits = scan.hits_at(place, "country") if content[place : place + 1].isupper() else []
    return bool(hits) and not content[hits[0].end : hits[0].end + 2].strip().isupper()
