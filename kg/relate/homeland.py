"""Whether an article tells of other countries: their premiers, laws and meetings are none of ours."""

from __future__ import annotations

from kg.mention import Scan, of_another_country

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
    of_units = (body.unit.unit for body in scan.bodies if body.unit is not None)
    if any(unit.name and not of_another_country(unit) for unit in of_units):
        return False
    return others >= _TIMES * _ours(scan)


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
    return count >= own + _ours(scan)


def _ours(scan: Scan) -> int:
    """How often units are named that are not provinces of other countries."""
    return sum(bool(mention.unit.name) and not of_another_country(mention.unit) for mention in scan.units)


def country_at(scan: Scan, place: int) -> bool:
    """Whether the whole name of a country stands at ``place``, one of a single syllable too."""
    content = scan.text.content
    hits = scan.hits_at(place, "country") if content[place : place + 1].isupper() else []
    return bool(hits) and not content[hits[0].end : hits[0].end + 2].strip().isupper()
