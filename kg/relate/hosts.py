"""Who holds an event: the organisation that acts, that the event is of, or that its chair leads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.lexicon import Concept, Lexicon
from kg.mention import BodyMention, Scan, UnitMention
from kg.model import Organization, Unit
from kg.relate.wording import alternation

_CUES = "event-cue"
_NEAR, _FAR = 70, 200


@dataclass(frozen=True, slots=True)
class Host:
    """The organisers of an event; ``own`` says that the words name them as such."""

    organizers: tuple[Organization, ...]
    own: bool


class Hosts:
    """Finds the organisers around the mentions of events in one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._folded = scan.text.folded
        gap = rf"(?:\s(?:\d+|[ivxl]+|{alternation(lexicon, _CUES, 'kind-word')}),?){{0,4}}"
        self._of = re.compile(rf"{gap}\s(?:{alternation(lexicon, _CUES, 'by')}\s)?")
        self._holds = re.compile(rf"(?<!\w){alternation(lexicon, _CUES, 'holds', 'chairs')}(?!\w)")
        self._chairs = re.compile(rf"(?<!\w){alternation(lexicon, _CUES, 'chairs')}(?!\w)")
        self._at = re.compile(rf"(?<!\w){alternation(lexicon, _CUES, 'at', 'place')}\s$")
        self._by = re.compile(rf"(?<!\w){alternation(lexicon, _CUES, 'by')}\s$")
        self._held = re.compile(rf"\s{alternation(lexicon, _CUES, 'holds')}(?!\w)")

    def of(self, start: int, end: int, verb: bool, concept: Concept) -> Host:
        """The organisers of the event whose words are ``start:end``."""
        sentence = self._scan.sentence(start)
        usual = concept.one("host")
        if usual is not None:
            return self._usual(sentence.start, sentence.end, usual)
        if verb:
            acting = self._acting(sentence.start, start)
            return Host(acting, bool(acting))
        named = self._named(end, sentence.end) or self._holder(end, sentence.end)
        if named:
            return Host(named, True)
        acting = self._acting(sentence.start, start)
        if acting and self._holds.search(self._folded, sentence.start, start):
            return Host(acting, True)
        after = self._following(end, sentence.end)
        if after:
            return Host(after, True)
        led = (
            self._led(end, min(sentence.end, end + _FAR)) if not self._chaired(sentence.start, start) else ()
        )
        return Host(acting or led or self._led(sentence.start, sentence.end), False)

    def _chaired(self, start: int, end: int) -> bool:
        return self._chairs.search(self._folded, start, end) is not None

    def visited(self, start: int, end: int) -> tuple[Organization, ...]:
        """The organisations after a working session's words: with whom it was held."""
        sentence = self._scan.sentence(start)
        bodies = [
            m.organization
            for m in self._scan.bodies.within(end, min(sentence.end, end + _NEAR))
            if not self._titled(m)
        ]
        return tuple(bodies[:2])

    def _usual(self, start: int, end: int, reference: str) -> Host:
        """The kind of body that holds such events, as the sentence names it or with its unit left open."""
        kind = self._lexicon.follow(reference)
        for mention in self._scan.bodies.within(start, end):
            if mention.organization.kind == kind.key:
                return Host((mention.organization,), True)
        return Host((Organization(kind.key, kind.label, level=kind.level),), False)

    def _named(self, end: int, stop: int) -> tuple[Organization, ...]:
        """The organisation right after the noun (``Hội nghị Thành ủy Đà Nẵng``, ``kỳ họp 26 của …``)."""
        for mention in self._scan.bodies.within(end, min(stop, end + _NEAR)):
            if self._of.fullmatch(self._folded, end, mention.start) and not self._titled(mention):
                return (self._whole(mention.organization),)
        return ()

    def _holder(self, end: int, stop: int) -> tuple[Organization, ...]:
        """The organisation in a phrase that tells who holds the event (``do … tổ chức``)."""
        for mention in self._scan.bodies.within(end, stop):
            before = self._folded[max(end, mention.start - 12) : mention.start]
            if self._by.search(before) and self._held.match(self._folded, mention.end):
                return (mention.organization,)
        return ()

    def _whole(self, organization: Organization) -> Organization:
        """The central level meets as the central committee (``Hội nghị Trung ương 9``)."""
        if organization.kind != "central":
            return organization
        committee = self._lexicon.concept("body", "central-committee")
        return Organization(committee.key, committee.label, level=0)

    def _acting(self, start: int, end: int) -> tuple[Organization, ...]:
        """The organisations that stand before a verb as its subject, the last chain of them."""
        found = [
            m for m in self._scan.bodies.within(start, end) if not self._titled(m) and not self._located(m)
        ]
        if not found:
            place = [u for u in self._scan.units.within(start, end) if not self._located(u)]
            place = [u for u in place if end - u.end < 30 and not self._titled(u)]
            council = self._council(place[-1].unit) if place else None
            return (council,) if council is not None else ()
        last = found[-1]
        if end - last.end > _FAR:
            return ()
        chain = [last]
        for mention in reversed(found[:-1]):
            between = self._folded[mention.end : chain[0].start]
            if len(between) > 6 and not (len(between) < 14 and "," in between):
                break
            chain.insert(0, mention)
        return tuple(m.organization for m in chain[:3])

    def _following(self, end: int, stop: int) -> tuple[Organization, ...]:
        """A session of a body that the sentence names next (``Tại kỳ họp 20, Ủy ban Kiểm tra …``)."""
        for mention in self._scan.bodies.within(end, min(stop, end + _FAR)):
            between = self._folded[end : mention.start]
            if self._titled(mention) or self._located(mention):
                continue
            if between.rstrip(" (").endswith(",") or between.rstrip().endswith(")"):
                return (mention.organization,)
            return ()
        return ()

    def _led(self, start: int, end: int) -> tuple[Organization, ...]:
        """The organisation in whose title the chair stands."""
        for mention in self._scan.bodies.within(start, end):
            if self._titled(mention):
                return (mention.organization,)
        return ()

    def _titled(self, mention: BodyMention | UnitMention) -> bool:
        role = self._scan.roles.last_before(mention.start + 1)
        return role is not None and -40 < mention.start - role.end <= 1

    def _located(self, mention: BodyMention | UnitMention) -> bool:
        return self._at.search(self._folded[max(0, mention.start - 20) : mention.start]) is not None

    def _council(self, unit: Unit) -> Organization | None:
        """The people's committee of a place that acts under its own name."""
        concept = self._lexicon.concept("body", "peoples-committee")
        return Organization(concept.key, concept.label, unit if unit.name else None, level=unit.level)
