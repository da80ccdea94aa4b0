"""Text to mentions: units, organisations, titles, people, dates.

One scan finds every surface form; each recogniser starts at the hits of its own schemes and looks no
further than the sentence.
"""

from __future__ import annotations

from functools import cached_property

from kg.lexicon import Hits, Lexicon
from kg.mention import (
    BodyMention,
    CountryMention,
    DateMention,
    PersonMention,
    RoleMention,
    Scan,
    Track,
    UnitMention,
)
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
    found = Track(countries(text, hits))
    if found:  # a surface form may be a part of its name (``Anh``, the ``Bản`` of ``Nhật Bản``)
        hits.hide([(c.start, c.end) for c in found], "country")
    return _Seen(text, hits, found, lexicon)


class _Seen(Scan):
    """What is seen when somebody asks for it: of most texts, little is."""

    def __init__(self, text: Text, hits: Hits, found: Track[CountryMention], lexicon: Lexicon) -> None:
        super().__init__(text, hits, found)
        self._lexicon = lexicon

    @cached_property
    def roles(self) -> Track[RoleMention]:
        return Track(roles(self.hits, self.text, self._lexicon))

    @cached_property
    def dates(self) -> Track[DateMention]:
        return Track(list(dates(self.text, self._lexicon)))

    @cached_property
    def bodies(self) -> Track[BodyMention]:
        return self._bodies[0]

    @cached_property
    def abroad(self) -> Track[BodyMention]:
        return self._bodies[1]

    @cached_property
    def people(self) -> Track[PersonMention]:
        content = self.text.content
        tracks = (self.roles, self.bodies, self.abroad, self.countries)
        taken = [(m.start, m.end) for track in tracks for m in track]
        taken += [(m.start, m.end) for m in self._anchored if m.unit.name or not content[m.start].isupper()]
        return Track(people(self.text, self.hits, self._lexicon, taken))

    @cached_property
    def units(self) -> Track[UnitMention]:
        content = self.text.content
        tracks = (self.roles, self.bodies, self.abroad, self.countries, self.people)
        taken = [(m.start, m.end) for track in tracks for m in track]
        taken += [(m.start, m.end) for m in self._anchored if m.unit.name or not content[m.start].isupper()]
        anchored = [m for m in self._anchored if m.unit.name or self.people.covering(m.start) is None]
        return Track([*anchored, *self._units.untyped(taken)])

    @cached_property
    def _units(self) -> UnitReader:
        return UnitReader(self.text, self.hits, self._lexicon)

    @cached_property
    def _anchored(self) -> list[UnitMention]:
        return self._units.typed()

    @cached_property
    def _bodies(self) -> tuple[Track[BodyMention], Track[BodyMention]]:
        reader = BodyReader(self.text, self.hits, self._lexicon, self._units)
        home, abroad = reader.at_home_and_abroad(
            {(r.start, r.end): r.concept for r in self.roles}, self.countries
        )
        return Track(home), Track(abroad)
