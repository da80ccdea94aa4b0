"""Text to mentions: units, organisations, titles, people, dates.

One scan finds every surface form; each recogniser starts at the hits of its own schemes and looks no
further than the sentence.
"""

from __future__ import annotations

from kg.lexicon import Hit, Lexicon
from kg.mention import CountryMention, Scan, Track
from kg.model import Text
from kg.recognise.bodies import BodyReader
from kg.recognise.countries import countries
from kg.recognise.dates import dates
from kg.recognise.people import people
from kg.recognise.roles import roles
from kg.recognise.units import UnitReader

__all__ = ["recognise"]


def recognise(text: Text, lexicon: Lexicon) -> Scan:
    """Everything that the recognisers see in ``text``."""
    hits = lexicon.scan(text)
    found_countries = Track(countries(text, hits))
    hits = [h for h in hits if h.concept.scheme == "country" or not _within(h, found_countries)]
    reader = UnitReader(text, hits, lexicon)
    bodies = BodyReader(text, hits, lexicon, reader)
    found_roles = roles(hits, text)
    found_bodies, abroad = bodies.at_home_and_abroad(
        {(r.start, r.end): r.concept for r in found_roles}, found_countries
    )
    taken = [(m.start, m.end) for m in (*found_roles, *found_bodies, *abroad, *found_countries)]
    anchored = reader.typed()
    taken += [(m.start, m.end) for m in anchored if m.unit.name or not text.content[m.start].isupper()]
    names = people(text, hits, lexicon, taken)
    named = Track(names)
    anchored = [m for m in anchored if m.unit.name or named.covering(m.start) is None]
    taken += [(m.start, m.end) for m in names]
    units = [*anchored, *reader.untyped(taken)]
    return Scan(
        text,
        tuple(hits),
        Track(units),
        Track(found_bodies),
        Track(found_roles),
        Track(names),
        Track(list(dates(text, lexicon))),
        found_countries,
        Track(abroad),
        [h.start for h in hits],
    )


def _within(hit: Hit, found: Track[CountryMention]) -> bool:
    """Whether a surface form is a part of a country's name (``Anh``, the ``Bản`` of ``Nhật Bản``)."""
    country = found.covering(hit.start)
    return country is not None and hit.end <= country.end
