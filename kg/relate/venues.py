"""Where an event was held: the unit or the house that its sentence names with a word for `at`.

A house is told by the noun that names its kind and the words up to the next mark or verb (``tại hội trường
Huyện ủy``), with the unit that stands beside it (``…, thị trấn X``).
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.mention import Scan, longest
from kg.normalise import modern
from kg.patterns import compiled
from kg.relate.wording import alternation, ending, finder

_CUES = "event-cue"
_NEAR, _REACH, _LONGEST = 4, 160, 9
_STOPS = ("happens", "holds", "making", "chairs", "day-word", "with", "attends", "says", "done", "venue-ends")
"""What may follow the name of a house: what went on there, when, with whom, what for."""


class Venues:
    """Finds where the events of one text were held."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._folded = scan.text.folded
        self._where = compiled(rf"(?<!\w){alternation(lexicon, _CUES, 'where')}\s")
        self._says = finder(lexicon, _CUES, "says")
        self._about = finder(lexicon, _CUES, "about-matter")
        self._lies = ending(lexicon, _CUES, "lies")
        self._remote = ending(lexicon, _CUES, "remote")
        stop = alternation(lexicon, _CUES, *_STOPS)
        word = rf"(?:\s(?!{stop}(?!\w)|-\s)[^\s,;:.()–]+)"
        self._house = compiled(rf"{alternation(lexicon, _CUES, 'venue')}(?!\w){word}{{0,{_LONGEST}}}")
        self._beside = compiled(r"\s?[,(]\s?")

    def of(self, offsets: list[int]) -> str | None:
        """The place given with a word for `at` in the sentence of an event, told at ``offsets``.

        What somebody says there, or what the press is told about, is at other places.
        """
        for offset in offsets:
            sentence = self._scan.sentence(offset)
            for match in self._where.finditer(self._folded, sentence.start, sentence.end):
                before = self._folded[sentence.start : match.start()].rstrip()
                if match.end() <= offset <= match.end() + _NEAR or self._remote.search(before):
                    continue
                if self._of_matter(before):
                    continue
                if self._told_by_somebody(offset, match.start()):
                    break
                if self._about.search(self._folded, offset, match.start()):
                    break
                if abs(match.end() - offset) < _REACH:
                    place = self._named(match.end(), sentence.end)
                    if place is not None:
                        return place
        return None

    def _of_matter(self, before: str) -> bool:
        """Whether a place says where something else is (``dịch xuất hiện tại tỉnh A``)."""
        return self._lies.search(before) is not None

    def _told_by_somebody(self, start: int, stop: int) -> bool:
        """Whether somebody is named and says something between an event and a place after it."""
        says = self._says.search(self._folded, start, stop) if start < stop else None
        return says is not None and bool(self._scan.people.within(start, says.start()))

    def _named(self, start: int, stop: int) -> str | None:
        house = self._house.match(self._folded, start, stop)
        if house is not None and not self._told_in(start, house.end()):
            return self._house_named(start, self._whole(house.end()))
        unit = self._scan.units.at(start)
        if unit is None or not unit.unit.name:
            return None
        return unit.unit.full_name if unit.typed else unit.unit.name

    def _told_in(self, start: int, end: int) -> bool:
        """Whether words hold an event of their own, more than the one that halls are named after."""
        told = longest(self._scan.hits_within(start, end, "event"))
        return any(hit.concept.one("grade") != "ignored" for hit in told)

    def _whole(self, end: int) -> int:
        """Where the name of a house ends that a body's name ends (``trụ sở Ban chỉ đạo tỉnh``)."""
        body = self._scan.bodies.covering(end)
        goes_on = body is not None and body.start < end and "," not in self._folded[end : body.end]
        return body.end if body is not None and goes_on else end

    def _house_named(self, start: int, end: int) -> str | None:
        """The name of a house, if it has one of its own or stands in a place that is told."""
        name = modern(self._scan.text.content[start:end]) + self._unit_beside(end)
        return name if any(c.isupper() or c.isdigit() for c in name) else None

    def _unit_beside(self, end: int) -> str:
        """The unit in which a house stands, as its name goes on with it; not one that acts itself."""
        mark = self._beside.match(self._folded, end)
        unit = self._scan.units.at(mark.end()) if mark is not None else None
        closed = unit is not None and self._folded[unit.end : unit.end + 1] in (",", ")", ".")
        if unit is None or not (unit.typed and unit.unit.name and closed):
            return ""
        return f", {unit.unit.full_name}"
